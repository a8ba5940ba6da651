"""The bytes of a file or of standard input; the only place of the program that opens a file to read."""

import os
import re
import sys
from pathlib import Path
from typing import BinaryIO

from edureport.errors import ReportError
from edureport.reading.limits import Limits
from edureport.reading.locate import STDIN, missing, reason

PIECE = 2**16  # bytes that are read at once; for more, room is asked of the system each time
_PLAIN = re.compile(r"[\w@%+=:,./-]+")  # no shell needs quotes for these, nor for letters that are not ASCII
_EXPANDED = re.compile(r"[\"$`\\!]")  # between double quotes too


def name_of(path: str) -> str:
    """What messages call the file."""
    return "<stdin>" if path == STDIN else str(path)


def as_argument(name: str) -> str:
    """The name of a file as a shell takes it for one argument, in quotes where it needs them."""
    if name == name_of(STDIN):
        return STDIN
    plain = name.replace("\\", "/") if os.name == "nt" else name
    if _PLAIN.fullmatch(plain):
        return name
    if not _EXPANDED.search(plain):
        return f'"{name}"'
    from shlex import quote  # hardly ever

    return quote(name)


def read_bytes(path: str, name: str, bounds: Limits) -> bytes:
    """All bytes of the file `path`, called `name`, `-` for standard input; ReportError if it is too large."""
    data = read_beginning(path, name, bounds.bytes)
    if len(data) > bounds.bytes:
        raise ReportError.at(name, "path.too_large", limit=bounds.bytes // 2**20, raised=bounds.raised)
    return data


def is_large(path: str, bounds: Limits) -> bool:
    """Whether a file is larger than any that is read whole."""
    try:
        return path != STDIN and Path(path).stat().st_size > bounds.bytes
    except (OSError, ValueError):  # told when it is read
        return False


def read_beginning(path: str, name: str, limit: int) -> bytes:
    """The first bytes of the same, at least one more than the limit where there are; raises ReportError."""
    try:
        if path == STDIN and sys.stdin is None:
            raise ReportError.at(name, "path.no_input")
        if path == STDIN:
            return _pieces(sys.stdin.buffer, limit)
        with Path(path).open("rb") as file:
            return _pieces(file, limit)
    except ValueError:  # a name that no file can have
        raise ReportError.at(name, "path.missing") from None
    except FileNotFoundError:
        raise ReportError(missing(path)) from None
    except OSError as error:
        raise ReportError.at(name, reason(error)) from None


def _pieces(file: BinaryIO, limit: int) -> bytes:
    """What is in a file, up to one byte more than the limit; asked for at once, Python sets room aside."""
    pieces, length = [], 0
    while length <= limit and (piece := file.read(min(PIECE, limit + 1 - length))) != b"":
        if piece is None:  # a pipe that does not wait, with nothing in it as yet
            from select import select  # hardly ever

            select([file], [], [])
        else:
            pieces.append(piece)
            length += len(piece)
    return b"".join(pieces)
