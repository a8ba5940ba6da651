"""One module per format: `write(table, out, style)`, others for marked texts, documents, drawings, exchange.

Add a format here alone.
"""

from collections.abc import Mapping
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from edureport.languages.catalogue import Catalogue


class Format(NamedTuple):
    """Where a format is written, the suffixes of its files, and whether people read it.

    `marked` is where it writes a marked text, empty if it cannot. With `folders` the module also has
    `files(table, style)`, the bytes of each file of a folder that is one table.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    people: bool = True
    binary: bool = False
    marked: str = ""
    folders: bool = False


FORMATS: dict[str, Format] = {
    "table": Format("terminal", marked="marked_terminal"),
    "plain": Format("tabulated", (".txt",), marked="marked_terminal"),
    "markdown": Format("tabulated", (".md", ".markdown"), marked="marked_markdown"),
    "html": Format("html", (".html", ".htm"), marked="marked_html"),
    "latex": Format("tabulated", (".tex",)),
    "rst": Format("tabulated", (".rst",)),
    "asciidoc": Format("tabulated", (".adoc",)),
    "mediawiki": Format("tabulated"),
    "jira": Format("tabulated"),
    "csv": Format("delimited", (".csv",), people=False),
    "tsv": Format("delimited", (".tsv",), people=False),
    "json": Format("json_", (".json",), people=False),
    "jsonl": Format("json_", (".jsonl", ".ndjson"), people=False),
    "parquet": Format("parquet", (".parquet",), people=False, binary=True, folders=True),
    "xlsx": Format("xlsx", (".xlsx",), people=False, binary=True),
}

# Formats of whole documents, each with a module that writes a Publication.
DOCUMENTS: dict[str, Format] = {
    "docx": Format("documents.word", (".docx",), binary=True),
    "markdown": Format("documents.markdown", (".md", ".markdown")),
    "html": Format("documents.html", (".html", ".htm")),
    "pdf": Format("documents.pdf", (".pdf",), binary=True),
    "xlsx": Format("documents.workbook", (".xlsx",), binary=True),
}

# Formats of marked texts: those of tables that can write one, and the author's Word file with comments.
MARKED = FORMATS | {"docx": Format("", (".docx",), binary=True, marked="marked_word")}

# Formats of drawings, each with a module that writes a Drawing.
DRAWINGS: dict[str, Format] = {
    "plain": Format("drawings.terminal", (".txt",)),
    "svg": Format("drawings.svg", (".svg",)),
    "png": Format("drawings.png", (".png",), binary=True),
}

# Formats of exchange, each with a module that gives the files of a Dataset.
EXPORTS: dict[str, Format] = {
    "sdmx-csv": Format("exports.sdmx", people=False),
    "datapackage": Format("exports.datapackage", people=False),
    "csvw": Format("exports.csvw", people=False),
}

# Which formats a result has, by the name of its type, and the one that it has unless told.
FORMATS_OF: dict[str, tuple[dict[str, Format], str]] = {
    "Table": (FORMATS, "table"),
    "MarkedText": (MARKED, "table"),
    "Publication": (DOCUMENTS, "markdown"),
    "Drawing": (DRAWINGS, "plain"),
    "Dataset": (EXPORTS, "datapackage"),
}


class Base(NamedTuple):
    """A file that a document is written into, and its name for messages."""

    path: str
    data: bytes


class Style(NamedTuple):
    """How to write: the name of the format, the language, and what the place of output can show.

    `width` is that of the terminal, None where nothing is to be cut; `excel` asks for the CSV that
    Excel opens without questions, `machine` for a workbook that programs read. `base` is a file of the
    same format that a document is written into.
    """

    name: str
    language: str
    width: int | None = None
    color: bool = False
    excel: bool = False
    machine: bool = False
    base: Base | None = None

    @property
    def words(self) -> "Catalogue":
        """The words of the language, read when a format first asks for them."""
        from edureport.languages.catalogue import load

        return load(self.language)


def writer(name: str, *, marked: bool = False, formats: Mapping[str, Format] = FORMATS) -> ModuleType:
    """The module that writes a result in the format `name`, imported now; with `marked` a marked text."""
    form = formats[name]
    return import_module(f"edureport.formats.{form.marked if marked else form.module}")


def by_suffix(suffix: str, formats: Mapping[str, Format] = FORMATS) -> str | None:
    """The format of files with this suffix."""
    return next((name for name, form in formats.items() if suffix.lower() in form.suffixes), None)
