"""Open report files and read them; the only place of the program that opens a file to read."""

import errno
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from edureport.errors import Place, Problem, ReportError
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.report import Report
from edureport.reading.limits import Limits, limits
from edureport.reading.locate import STDIN, locate
from edureport.reading.report_file import read_report

PIECE = 2**20  # bytes that are read at once


def load(path: str) -> Report:
    """The report in the file `path`; `-` is standard input.

    Raises ReportError with every mistake in the file, its line and column and the remedy;
    UsageError if EDUREPORT_LIMITS is no factor.
    """
    name = "<stdin>" if path == STDIN else str(path)
    bounds = limits(os.environ)
    return read_report(_read(path, name, bounds), name, bounds)


def load_library(*paths: str) -> Library:
    """The reports in these files and folders, of one organisation.

    Raises ReportError for what cannot be read, UsageError for reports of several organisations.
    """
    return Library.of(load_all(locate([str(path) for path in paths], {}).paths))


def load_all(paths: Sequence[str]) -> list[Report]:
    """The reports in these files; raises one ReportError with the mistakes of all of them."""
    reports: list[Report] = []
    problems: list[Problem] = []
    untold = 0
    for path in paths:
        try:
            reports.append(load(path))
        except ReportError as error:
            problems += error.problems
            untold += error.untold
    if problems:
        raise ReportError(*problems, untold=untold)
    return reports


def _read(path: str, name: str, bounds: Limits) -> bytes:
    try:
        if path == STDIN and sys.stdin is None:
            raise ReportError(Problem(message("path.no_input"), Place(name)))
        if path == STDIN:
            data = _pieces(sys.stdin.buffer, bounds.bytes)
        else:
            with Path(path).open("rb") as file:
                data = _pieces(file, bounds.bytes)
    except ValueError:  # a name that no file can have
        raise ReportError(Problem(message("path.missing"), Place(name))) from None
    except OSError as error:
        raise ReportError(Problem(_reason(error), Place(name))) from None
    if len(data) > bounds.bytes:
        too_large = message("path.too_large", limit=bounds.bytes // 2**20, raised=bounds.raised)
        raise ReportError(Problem(too_large, Place(name)))
    return data


def _pieces(file: BinaryIO, limit: int) -> bytes:
    """What is in a file, up to one byte more than the limit; asked for at once, Python sets room aside."""
    data = bytearray()
    while len(data) <= limit and (piece := file.read(min(PIECE, limit + 1 - len(data)))):
        data += piece
    return bytes(data)


def _reason(error: OSError) -> Message:
    match error.errno:
        case errno.ENOENT:
            return message("path.missing")
        case errno.EACCES | errno.EPERM:
            return message("path.forbidden")
        case errno.EISDIR:
            return message("path.folder")
    return message("path.unreadable", code=errno.errorcode.get(error.errno or 0, "?"))
