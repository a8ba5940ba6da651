"""The bytes of a file or of standard input; the only place of the program that opens a file to read."""

import errno
import sys
from pathlib import Path

from edureport.errors import Place, Problem, ReportError
from edureport.message import Message, message
from edureport.reading import nodes
from edureport.reading.locate import STDIN


def name_of(path: str) -> str:
    """What messages call the file."""
    return "<stdin>" if path == STDIN else str(path)


def read_bytes(path: str, name: str) -> bytes:
    """All bytes of the file `path`, which messages call `name`; `-` is standard input.

    Raises ReportError if it cannot be read or is larger than any report.
    """
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
