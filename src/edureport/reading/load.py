"""Open report files and read them; the only place of the program that opens a file to read."""

import errno
import sys
from collections.abc import Sequence
from pathlib import Path

from edureport.errors import Place, Problem, ReportError
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.report import Report
from edureport.reading import nodes
from edureport.reading.locate import STDIN, locate
from edureport.reading.report_file import read_report


def load(path: str) -> Report:
    """The report in the file `path`; `-` is standard input.

    Raises ReportError with every mistake in the file, its line and column and the remedy.
    """
    name = "<stdin>" if path == STDIN else str(path)
    return read_report(_read(path, name), name)


def load_library(*paths: str) -> Library:
    """The reports in these files and folders, of one organisation.

    Raises ReportError for what cannot be read, UsageError for reports of several organisations.
    """
    return Library.of(load_all(locate([str(path) for path in paths], {}).paths))


def load_all(paths: Sequence[str]) -> list[Report]:
    """The reports in these files; raises one ReportError with the mistakes of all of them."""
    reports: list[Report] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            reports.append(load(path))
        except ReportError as error:
            problems += error.problems
    if problems:
        raise ReportError(*problems)
    return reports


def _read(path: str, name: str) -> bytes:
    limit = nodes.MAX_BYTES
    try:
        if path == STDIN and sys.stdin is None:
            raise ReportError(Problem(message("path.no_input"), Place(name)))
        if path == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    except ValueError:  # a name that no file can have
        raise ReportError(Problem(message("path.missing"), Place(name))) from None
    except OSError as error:
        raise ReportError(Problem(_reason(error), Place(name))) from None
    if len(data) > limit:
        raise ReportError(Problem(message("path.too_large", limit=limit // 2**20), Place(name)))
    return data


def _reason(error: OSError) -> Message:
    match error.errno:
        case errno.ENOENT:
            return message("path.missing")
        case errno.EACCES | errno.EPERM:
            return message("path.forbidden")
        case errno.EISDIR:
            return message("path.folder")
    return message("path.unreadable", code=errno.errorcode.get(error.errno or 0, "?"))
