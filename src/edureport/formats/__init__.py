"""One module per format: `write(table, out, style)`, and one for marked texts; add a format here alone."""

from functools import cached_property
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from edureport.languages.catalogue import Catalogue


class Format(NamedTuple):
    """Where a format is written, the suffixes of its files, and whether people read it.

    `marked` is where it writes a marked text, empty if it cannot.
    """

    module: str
    suffixes: tuple[str, ...] = ()
    people: bool = True
    binary: bool = False
    marked: str = ""


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
    "xlsx": Format("xlsx", (".xlsx",), people=False, binary=True),
}


class Style:
    """How to write: the name of the format, the language, and what the place of output can show.

    `width` is that of the terminal, None where nothing is to be cut; `excel` asks for the CSV that
    Excel opens without questions, `machine` for a workbook that programs read.
    """

    def __init__(
        self,
        name: str,
        language: str,
        *,
        width: int | None = None,
        color: bool = False,
        excel: bool = False,
        machine: bool = False,
    ) -> None:
        self.name = name
        self.language = language
        self.width = width
        self.color = color
        self.excel = excel
        self.machine = machine

    @cached_property
    def words(self) -> "Catalogue":
        """The words of the language, read when a format first asks for them."""
        from edureport.languages.catalogue import load

        return load(self.language)


def writer(name: str, *, marked: bool = False) -> ModuleType:
    """The module that writes a table, or a marked text, in the format `name`, imported now."""
    module = FORMATS[name].marked if marked else FORMATS[name].module
    return import_module(f"edureport.formats.{module}")


def by_suffix(suffix: str) -> str | None:
    """The format of files with this suffix."""
    for name, form in FORMATS.items():
        if suffix.lower() in form.suffixes:
            return name
    return None
