"""Output: choose the format, and give it a terminal, a pipe or a file."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from edureport.errors import OutputError, UsageError
from edureport.formats import EXPORTS, FORMATS_OF, Base, Format, Style, by_suffix, writer
from edureport.marked import MarkedText
from edureport.message import message
from edureport.near import unknown
from edureport.output_file import Write, raise_of_others, refused, to_file
from edureport.table import Table

if TYPE_CHECKING:  # most runs write none
    from edureport.dataset import Dataset
    from edureport.drawing import Drawing
    from edureport.publication import Publication

Result: TypeAlias = "Table | MarkedText | Publication | Drawing"

ZIP = ".zip"


class Choice(NamedTuple):
    """What was chosen: `excel` is CSV for Excel, `machine` a workbook for programs, `base` a file to fill."""

    format: str | None
    file: str | None
    language: str
    color: bool = True
    excel: bool = False
    machine: bool = False
    base: Base | None = None


def write(result: Result, choice: Choice, environment: Mapping[str, str]) -> None:
    """Write a result; UsageError for an unknown format, OutputError where it cannot be written."""
    name = format_of(choice, type(result).__name__)
    form = FORMATS_OF[type(result).__name__][0][name]
    _require_open(choice.file)
    to_screen = choice.file is None and sys.stdout.isatty()
    if form.binary and to_screen:
        raise UsageError(message("usage.binary", format=name))
    style = Style(
        name,
        choice.language,
        width=_width(environment) if to_screen else None,
        color=choice.color and choice.file is None and _color(to_screen, environment),
        excel=choice.excel,
        machine=choice.machine,
        base=choice.base,
    )
    if choice.file is None:
        _to_stdout(lambda out: _render(result, out, style))
    elif form.folders and is_folder(choice.file):
        _to_folder(lambda: writer(name).files(result, style), choice.file)
    else:
        to_file(lambda out: _render(result, out, style), choice.file)


def write_files(dataset: "Dataset", choice: Choice) -> None:
    """Write the files into a folder or a zip; UsageError if the format cannot, OutputError if nothing can."""
    name = export_of(choice)
    texts = writer(name, formats=EXPORTS).files(dataset, Style(name, choice.language))
    files = {file: text.encode() for file, text in texts.items()}
    file = str(choice.file)
    if is_zip(file):
        from edureport.output_folder import zipped  # only for what is several files

        to_file(lambda out: out.write(zipped(files)), file)
    else:
        _to_folder(lambda: files, file)


def _to_folder(made: Callable[[], Mapping[str, bytes]], name: str) -> None:
    from edureport.output_folder import put  # only for what is several files

    try:
        put(made(), name)
    except (OSError, ValueError) as error:
        raise refused(error, name) from None


def export_of(choice: Choice) -> str:
    """The name of the format of exchange; UsageError if there is no place for its files."""
    name = str(choice.format)
    other = choice.file is not None and by_suffix(Path(choice.file).suffix)
    if choice.file is None or other:
        raise UsageError(message("usage.several_files", format=name))
    return name


def is_folder(file: str) -> bool:
    """Whether a name is that of a folder: one that is there, or one with a slash at its end."""
    return file.endswith(("/", os.sep)) or os.path.isdir(file)  # noqa: PTH112  # False for names too long


def makes_folder(choice: Choice) -> bool:
    """Whether a table, or what other programs exchange, is to be written as a folder."""
    if choice.file is None:
        return False
    if choice.format in EXPORTS:
        return not is_zip(choice.file)
    return is_folder(choice.file) and FORMATS_OF["Table"][0][format_of(choice)].folders


def is_zip(file: str) -> bool:
    """Whether a file of this name is to be a zip."""
    return Path(file).suffix.lower() == ZIP


def write_text(text: str, file: str | None, *, replace: bool) -> None:
    """Write a text as it is, over a file only if it may be replaced; OutputError where it cannot be."""
    _require_open(file)
    if file is None:
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        _to_stdout(lambda out: out.write(text.encode(encoding, "replace")))
    else:
        to_file(lambda out: out.write(text.encode()), file, replace=replace)


def write_bytes(pieces: Iterable[bytes], file: str | None) -> None:
    """Write what is in the encoding of files and pipes already; OutputError where it cannot be."""
    _require_open(file)
    if file is None:
        _to_stdout(lambda out: out.writelines(pieces))
    else:
        to_file(lambda out: out.writelines(pieces), file)


def _require_open(file: str | None) -> None:
    """Raise OutputError where a result without a file would go to a standard output that is closed."""
    if file is None and sys.stdout is None:
        raise OutputError.at("<stdout>", "output.closed")


def format_of(choice: Choice, result: str = "Table") -> str:
    """The format for a result of this type: that asked for, that of the file, its own; else UsageError."""
    formats, default = FORMATS_OF[result]
    name = _named(choice, formats, "csv" if choice.excel else default)
    if choice.machine and formats[name].people:
        known = tuple(name for name, form in formats.items() if not form.people)
        raise UsageError(message("usage.machine", format=name, known=known))
    if result == MarkedText.__name__ and not formats[name].marked:
        known = tuple(name for name, form in formats.items() if form.marked)
        raise UsageError(message("usage.marked", format=name, known=known))
    return name


def is_for_people(choice: Choice) -> bool:
    """Whether people read the format that was chosen."""
    if choice.format in EXPORTS:
        return False
    name = format_of(choice)
    return FORMATS_OF["Table"][0][name].people or (name == "xlsx" and not choice.machine)


def _named(choice: Choice, formats: Mapping[str, Format], default: str) -> str:
    """The name of one of these formats: the one asked for, that of the file, or the one without either."""
    if choice.format is not None:
        if choice.format in formats:
            return choice.format
        raise UsageError(unknown("usage.format", choice.format, formats))
    if choice.excel or choice.file is None:
        return default
    name = by_suffix(Path(choice.file).suffix, formats)
    if name is None:
        raise UsageError(message("usage.suffix", file=choice.file, known=tuple(formats)))
    return name


def _width(environment: Mapping[str, str]) -> int:
    """The columns of the terminal; COLUMNS overrides, as everywhere."""
    with suppress(ValueError):
        if columns := int(environment.get("COLUMNS", "0")):
            return max(columns, 20)
    try:
        return max(os.get_terminal_size(sys.stdout.fileno()).columns, 20) or 80
    except OSError:
        return 80


def _color(to_screen: bool, environment: Mapping[str, str]) -> bool:
    """Whether to use colours (https://no-color.org, https://force-color.org)."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return to_screen and environment.get("TERM") != "dumb"


def _render(result: Result, out: Any, style: Style) -> None:
    """Write into a stream of bytes."""
    formats, _ = FORMATS_OF[type(result).__name__]
    module = writer(style.name, marked=isinstance(result, MarkedText), formats=formats)
    form = formats[style.name]
    if form.binary:
        buffer = io.BytesIO()  # such formats seek, pipes and devices cannot
        module.write(result, buffer, style)
        out.write(buffer.getvalue())
        return
    encoding = sys.stdout.encoding if style.width and form.people else "utf-8"
    text = io.TextIOWrapper(out, encoding=encoding, errors="replace", newline="", write_through=False)
    try:
        module.write(result, text, style)
        text.flush()
    finally:
        with suppress(OSError, ValueError):  # what could not be written has been reported
            text.detach()


def _to_stdout(write: Write) -> None:
    """Write to standard output. A reader that has seen enough and closes the pipe is no error."""
    try:
        sys.stdout.flush()
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except OSError as error:
        # What is left in the buffer goes nowhere: at the end it would fail a second time.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise_of_others(error)
            raise refused(error, "<stdout>") from None
