"""Output: choose the format, and give it a terminal, a pipe or a file that is whole or absent."""

import errno
import io
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from edureport import interrupt
from edureport.errors import OutputError, UsageError
from edureport.formats import EXPORTS, FORMATS_OF, Base, Format, Style, by_suffix, writer
from edureport.marked import MarkedText
from edureport.message import message
from edureport.near import unknown
from edureport.problem import Place, Problem
from edureport.table import Table

if TYPE_CHECKING:  # most runs write none
    from edureport.dataset import Dataset
    from edureport.drawing import Drawing
    from edureport.publication import Publication

Result: TypeAlias = "Table | MarkedText | Publication | Drawing"
Write = Callable[[Any], object]  # into a stream of bytes

ZIP = ".zip"
_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


class Choice(NamedTuple):
    """What the user chose: a format, a file, and whether colours and the columns of machines are wanted.

    `excel` asks for the CSV that Excel opens, `machine` for the workbook that programs read. `base` is a
    file that a document is written into.
    """

    format: str | None
    file: str | None
    language: str
    color: bool = True
    excel: bool = False
    machine: bool = False
    base: Base | None = None


def write(result: Result, choice: Choice, environment: Mapping[str, str]) -> None:
    """Write the result of a command where it is meant to go.

    Raises UsageError for an unknown format, OutputError where it cannot be written.
    """
    name = format_of(choice, type(result).__name__)
    form = FORMATS_OF[type(result).__name__][0][name]
    if choice.file is None and sys.stdout is None:
        raise OutputError(Problem(message("output.closed"), Place("<stdout>")))
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
    else:
        _to_file(lambda out: _render(result, out, style), choice.file)


def write_files(dataset: "Dataset", choice: Choice) -> None:
    """Write the files of a Dataset into a folder, or into a zip if the name ends so.

    Raises UsageError where it cannot be written in the format, OutputError where it cannot be at all.
    """
    from edureport.output_folder import put, zipped  # only for what is several files

    name = export_of(choice)
    files = writer(name, formats=EXPORTS).files(dataset, Style(name, choice.language))
    file = str(choice.file)
    if is_zip(file):
        _to_file(lambda out: out.write(zipped(files)), file)
        return
    try:
        put(files, file)
    except (OSError, ValueError) as error:
        raise refused(error, file) from None


def export_of(choice: Choice) -> str:
    """The name of the format of exchange; UsageError if there is no place for its files."""
    name = str(choice.format)
    other = choice.file is not None and by_suffix(Path(choice.file).suffix)
    if choice.file is None or other:
        raise UsageError(message("usage.several_files", format=name))
    return name


def is_zip(file: str) -> bool:
    """Whether a file of this name is to be a zip."""
    return Path(file).suffix.lower() == ZIP


def write_text(text: str, file: str | None, *, replace: bool) -> None:
    """Write a text as it is; a file that is there already only if it may be replaced.

    Raises OutputError where it cannot be written.
    """
    if file is None:
        if sys.stdout is None:
            raise OutputError(Problem(message("output.closed"), Place("<stdout>")))
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        _to_stdout(lambda out: out.write(text.encode(encoding, "replace")))
        return
    _to_file(lambda out: out.write(text.encode()), file, replace=replace)


def write_bytes(pieces: Iterable[bytes], file: str | None) -> None:
    """Write what is written already; raises OutputError where it cannot be.

    It must be in the encoding of files and pipes.
    """
    if file is not None:
        _to_file(lambda out: out.writelines(pieces), file)
        return
    if sys.stdout is None:
        raise OutputError(Problem(message("output.closed"), Place("<stdout>")))
    _to_stdout(lambda out: out.writelines(pieces))


def format_of(choice: Choice, result: str = "Table") -> str:
    """The name of the format for a result of this type: the one asked for, that of the file, or its own.

    Raises UsageError if there is no such format, or if it is to write a marked text, or the columns of
    machines, and cannot.
    """
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
    encoding = _encoding(style, form)
    text = io.TextIOWrapper(out, encoding=encoding, errors="replace", newline="", write_through=False)
    try:
        module.write(result, text, style)
        text.flush()
    finally:
        with suppress(OSError, ValueError):  # what could not be written has been reported
            text.detach()


def _encoding(style: Style, form: Format) -> str:
    """UTF-8 in files and for machines; on a screen what the screen shows."""
    return sys.stdout.encoding if style.width and form.people else "utf-8"


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
            _raise_of_others(error)
            raise refused(error, "<stdout>") from None


def _to_file(write: Write, name: str, *, replace: bool = True) -> None:
    """Write a new file and put it in the place of the old one, or write into an open stream or a device."""
    path = new = Path(name)
    try:
        number = _descriptor(path)
        if number is not None:
            with os.fdopen(os.dup(number), "wb") as file:
                write(file)
            return
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                write(file)
            return
        if path.exists():
            if not replace:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            _require_writable(path)
        path = Path(os.path.realpath(path))
        new = path.parent / f".edureport-{os.urandom(8).hex()}"
        interrupt.unfinished.add(str(new))  # before it is there, so that it never stays
        try:
            new.touch(0o600, exist_ok=False)
            with new.open("wb") as file:
                write(file)
                file.flush()
                _reach_disk(file.fileno())
            _own_as(new, path)
            _become(new, path, replace=replace)
        finally:
            with suppress(OSError):  # by now the file is there and whole, or the reason why not is known
                new.unlink(missing_ok=True)  # where it has not become the file
            interrupt.unfinished.remove(str(new))
    except BrokenPipeError:
        return
    except (OSError, ValueError) as error:
        _raise_of_others(error, name, str(path), str(new))
        raise refused(error, name) from None


def _require_writable(path: Path) -> None:
    """Raise PermissionError for a file that nobody may write to, though another could take its place."""
    if path.is_file() and not path.stat().st_mode & 0o222:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _reach_disk(number: int) -> None:
    """Wait until the disk has the file, lest after a power cut an empty one stands in place of the old."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EROFS):  # it is no such disk
            raise


def _raise_of_others(error: OSError | ValueError, *names: str) -> None:
    """Raise an OSError that is of another file than the output, such as a part of a library."""
    if isinstance(error, OSError) and error.filename is not None and str(error.filename) not in names:
        raise error


def _descriptor(path: Path) -> int | None:
    """The number of the file of this process that such a name as /dev/stdout or /dev/fd/3 means.

    It may lead to a file that others write to as well: such a file is not replaced.
    """
    if str(path) in _STREAMS:
        return _STREAMS[str(path)]
    if re.fullmatch("[0-9]{1,9}", path.name) and os.path.realpath(path.parent) == os.path.realpath("/dev/fd"):
        return int(path.name)
    return None


def _become(new: Path, path: Path, *, replace: bool) -> None:
    """Put a whole file in its place; one that has come there meanwhile goes only if it may."""
    if not replace:
        try:
            path.hardlink_to(new)
        except OSError:  # it is there, or the file system has no hard links
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        else:
            return
    new.replace(path)


def _own_as(new: Path, path: Path) -> None:
    """Give a new file the owner and the permissions of the one that it replaces, or those of any other."""
    try:
        old = path.stat()
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        with suppress(OSError):  # disks without permissions, and some that belong to others, refuse
            new.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(new, old.st_uid, old.st_gid)
    with suppress(OSError):
        new.chmod(old.st_mode & 0o777)


def refused(error: OSError | ValueError, name: str) -> OutputError:
    """The error for an output that the operating system refuses to write."""
    keys = {
        errno.ENOENT: "output.no_folder",
        errno.EACCES: "output.forbidden",
        errno.EPERM: "output.forbidden",
        errno.EROFS: "output.forbidden",
        errno.ENOSPC: "output.full",
        errno.EDQUOT: "output.full",
        errno.EISDIR: "output.folder",
        errno.EEXIST: "output.exists",
        errno.ENOTEMPTY: "output.other_files",
    }
    number = getattr(error, "errno", None) or 0  # a ValueError is of a name with a zero byte
    key = keys.get(number)
    if key:
        return OutputError(Problem(message(key), Place(name)))
    code = errno.errorcode.get(number, "EINVAL")
    return OutputError(Problem(message("output.failed", code=code), Place(name)))
