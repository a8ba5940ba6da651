"""Which report files are meant, which files are a table that is a folder, and why one cannot be read.

Arguments, EDUREPORT_DATA, ./data, the report of the program.
"""

import errno
import os
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from heapq import nlargest
from pathlib import Path
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.near import MOST_NEAR, near
from edureport.problem import Place, Problem

PART = ".parquet"
DEEPEST_PART = 20  # folders in one another; each divides the table by one more column
STDIN = "-"
MOST_MISSED = 3  # names that others like them are looked for
MOST_COMPARED = 100  # names that such a name is compared with; it takes up to 4 ms a name
SUFFIXES = (".yaml", ".yml")
SHIPPED = "report_2025q3.yaml"


def reason(error: OSError) -> Message:
    """What is said of a file or folder that the operating system does not let be read."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return message("path.forbidden")
        case errno.EISDIR:
            return message("path.folder")
    return message("path.unreadable", code=errno.errorcode.get(error.errno or 0, "?"))


def parts_of(folder: Path, depth: int = 0) -> Iterator[Path]:
    """The Parquet files of a table that is a folder, in it or in folders of it such as year=2024.

    Raises ReportError where some of them would be missing: for a folder that may not be read, that is a link
    (those can lead back to where they are) or that lies too deep.
    """
    try:
        inside = sorted(path for path in folder.iterdir() if path.name[0] not in "._")
        folders = {path for path in inside if "=" in path.name and path.is_dir()}
    except OSError as error:
        raise ReportError.at(str(folder), reason(error)) from None
    for path in inside:
        if path in folders:
            if path.is_symlink() or depth == DEEPEST_PART:
                key = "path.linked_part" if path.is_symlink() else "path.deep_part"
                raise ReportError.at(str(path), key, most=DEEPEST_PART)
            yield from parts_of(path, depth + 1)
        elif path.suffix.lower() == PART:
            yield path


class Located(NamedTuple):
    """File names, `-` for standard input; `twice` are further names of the same files."""

    paths: tuple[str, ...]
    is_shipped: bool = False  # whether nobody named any, and the report of the program is meant
    twice: tuple[str, ...] = ()
    below: tuple[str, ...] = ()  # folders with reports inside the folders that are named; they are not read


def locate(arguments: Sequence[str], environment: Mapping[str, str]) -> Located:
    """The report files that the arguments mean; with none, those of the first place that has some.

    Raises ReportError if an argument is neither a file nor a folder with reports, or if ./data may not be
    read: what comes next would not be what is meant.
    """
    if arguments:
        once, twice = _once(_files(arguments))
        return Located(once, False, twice, _below(arguments))
    if named := environment.get("EDUREPORT_DATA"):
        try:
            return Located(_files([named]))
        except ReportError as error:  # reported with the name of the variable
            place = Place(f"EDUREPORT_DATA={named}")
            raise ReportError(*(Problem(problem.message, place) for problem in error.problems)) from None
    if here := _in_working_folder():
        return Located(here)
    return Located((str(shipped()),), is_shipped=True)


def shipped() -> Path:
    """The report that comes with the program: inside the package, or beside its sources."""
    package = Path(__file__).parents[1]
    installed = package / "data" / SHIPPED
    return installed if installed.exists() else package.parents[1] / "data" / SHIPPED


def _files(arguments: Sequence[str]) -> tuple[str, ...]:
    paths: list[str] = []
    problems: list[Problem] = []
    for argument in arguments:
        try:
            paths += _files_of(argument)
        except ReportError as error:
            problems += error.problems
        except PermissionError:
            problems.append(Problem.at(argument, "path.forbidden"))
        except (OSError, ValueError) as error:  # ValueError is of a name that no disk can hold
            looked_for = isinstance(error, FileNotFoundError) and len(problems) < MOST_MISSED
            problems.append(missing(argument) if looked_for else Problem.at(argument, "path.missing"))
    if problems:
        raise ReportError(*problems)
    return tuple(paths)


def _below(arguments: Sequence[str]) -> tuple[str, ...]:
    """The folders inside those that are named which hold reports of their own."""
    found: list[str] = []
    for folder in filter(os.path.isdir, arguments):
        with suppress(OSError):
            inner = (path for path in Path(folder).iterdir() if not path.name.startswith("."))
            found += [str(path) for path in inner if _in_folder(path)]
    return tuple(sorted(found))


def _once(paths: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The paths, of those of one file the first; and the others."""
    files: dict[object, str] = {}
    twice: list[str] = []
    for path in paths:
        status = None if path == STDIN else Path(path).stat()
        file = (status.st_dev, status.st_ino) if status and status.st_ino else object()
        if file in files:
            twice.append(path)
        else:
            files[file] = path
    return tuple(files.values()), tuple(twice)


def _files_of(argument: str) -> tuple[str, ...]:
    path = Path(argument)
    if argument == STDIN:
        return (argument,)
    if any(sign in argument for sign in "*?[") and not path.exists():  # a pattern, as shells take it
        from glob import iglob  # hardly ever

        names = iglob(argument, recursive=True)  # noqa: PTH207 - a Path takes no pattern from the root on
        fitting = tuple(sorted(name for name in names if Path(name).is_file()))
        if not fitting:
            raise ReportError.at(argument, "path.no_fit")
        return fitting
    if path.is_dir():
        if inside := _in_folder(path):
            return inside
        if not any(parts_of(path)):  # the first one is enough to know
            raise ReportError.at(argument, "path.empty_folder", suffixes=(*SUFFIXES, PART))
    else:
        path.stat()
    return (argument,)


def _in_working_folder() -> tuple[str, ...]:
    """The reports in ./data."""
    folder = Path("data")
    try:
        return _in_folder(folder)
    except PermissionError:
        closed = folder if os.access(os.curdir, os.X_OK) else os.curdir
        raise ReportError.at(str(closed), "path.forbidden") from None


def _in_folder(folder: Path) -> tuple[str, ...]:
    """The reports in a folder; hidden files are other programs'."""
    if not folder.is_dir():
        return ()
    files = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES]
    return tuple(sorted(str(path) for path in files if path.is_file() and not path.name.startswith(".")))


def missing(argument: str) -> Problem:
    """That a file is not there; files beside it with a name like its own, whatever their extension."""
    path = Path(argument)
    try:
        names = [sibling.name for sibling in path.parent.iterdir() if not sibling.name.startswith(".")]
    except OSError:
        names = []
    if len(names) > MOST_COMPARED:
        names = nlargest(MOST_COMPARED, names, lambda name: _shared(path.name, name))
    stems = {name: Path(name).stem for name in names}
    like = (path.stem, *near(path.stem, dict.fromkeys(stems.values())))
    named = [name for name in names if stems[name] in like]
    named.sort(key=lambda name: (like.index(stems[name]), Path(name).suffix != path.suffix, name))
    if named:
        paths = tuple(str(path.with_name(name)) for name in named[:MOST_NEAR])
        return Problem.at(argument, "path.missing_near", near=paths)
    return Problem.at(argument, "path.missing")


def _shared(one: str, other: str) -> int:
    """How many letters two names share at the beginning and at the end."""
    places = range(len(one))
    beginning = bisect_left(places, 1, key=lambda place: not other.startswith(one[: place + 1]))
    return beginning + bisect_left(places, 1, key=lambda place: not other.endswith(one[-place - 1 :]))
