"""Many report files: from the cache what is in it, the others by several processes at once."""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import Any, NamedTuple

from edureport.errors import EdureportError
from edureport.model.merging import names_of
from edureport.model.report import Report
from edureport.reading.files import name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.load import reports_in
from edureport.reading.locate import SUFFIXES
from edureport.store.cache import Cache, Kept, folder_of, program_of
from edureport.store.packing import packed, unpacked

AT_ONCE = 20  # files that a process is given
_NO_SENSE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)

Progress = Callable[[int, int], None]


class Making(NamedTuple):
    """What is made of the report in each file: under which name it is kept, and how it is read again.

    `make` gives None for a report of which it cannot be made. `take` raises an error of `_NO_SENSE` for
    bytes that it did not make. Other processes have to find both by their names.
    """

    name: str
    make: Callable[[Report], bytes | None]
    take: Callable[[bytes], Any]
    of_all: bool = False  # whether it is of use only if it can be made of all files


class Rows(NamedTuple):
    """The rows of one report as they are written, and by what it is told of whom and of when they are."""

    period: str
    names: tuple[str, ...]
    rows: bytes


def read_many(paths: Sequence[str], *, cache: bool, progress: Progress) -> dict[str, Report]:
    """The reports in files that hold one and nothing wrong; `progress` gets how many of how many are read."""
    return _made(paths, Making("report", packed, unpacked), cache=cache, progress=progress)


def rows_of_many(
    paths: Sequence[str], name: str, write: Callable[[Report], bytes], *, cache: bool, progress: Progress
) -> list[bytes] | None:
    """The rows that `write` makes of the report in each file, one after the other; kept under a name.

    None where that is not what all reports together give: a file holds something else, or something wrong,
    or leaves something empty, or two files may be of one organisation and period.
    """
    making = Making(name, partial(_rows, write), _taken, of_all=True)
    found = _made(paths, making, cache=cache, progress=progress)
    if len(found) < len(paths):
        return None
    rows: list[Rows] = [found[path] for path in paths]
    known = [(one.period, name) for one in rows for name in one.names]
    return None if len(set(known)) < len(known) else [one.rows for one in rows]


def _rows(write: Callable[[Report], bytes], report: Report) -> bytes | None:
    """Rows behind a line of JSON; None for those of a report that is not complete."""
    if report.gaps:
        return None
    head = json.dumps([str(report.period), [" ".join(name) for name in names_of(report)]])
    return head.encode() + b"\n" + write(report)


def _taken(made: bytes) -> Rows:
    head, _, rows = made.partition(b"\n")
    period, names = json.loads(head)
    return Rows(str(period), tuple(map(str, names)), rows)


def _made(paths: Sequence[str], making: Making, *, cache: bool, progress: Progress) -> dict[str, Any]:
    """What is made of the files of which it can be made, by their paths."""
    files = [path for path in paths if path.endswith(SUFFIXES)]
    kept = Cache(folder_of(os.environ) if cache else None, program_of(os.environ))
    bounds = limits(os.environ)
    found: dict[str, Any] = {}
    known: dict[str, Kept] = {}
    missing: list[str] = []
    for path in files:
        with suppress(EdureportError, OSError, ValueError):
            known[path] = Kept.of(path, read_bytes(path, name_of(path), bounds))
            if (made := kept.get(known[path], making.name)) is not None:
                with suppress(*_NO_SENSE):
                    found[path] = making.take(made)
        if path not in found:
            missing.append(path)
    fresh: list[tuple[Kept, bytes]] = []
    for path, new in _anew(missing, making, len(files), progress):
        if new is not None:
            found[path] = making.take(new)
            if path in known:
                fresh.append((known[path], new))
        elif making.of_all:
            break
    kept.put(making.name, fresh)
    kept.close()
    return found


def _anew(
    paths: Sequence[str], making: Making, total: int, progress: Progress
) -> Iterator[tuple[str, bytes | None]]:
    """Each of the files and what is made of it, None where it takes more than that."""
    make = partial(_of_file, making.make)
    workers = min(processors(), len(paths) // AT_ONCE)
    done = total - len(paths)
    if workers < 2:
        for number, path in enumerate(paths, start=done + 1):
            yield path, make(path)
            progress(number, total)
        return
    from concurrent.futures import ProcessPoolExecutor  # hardly ever
    from concurrent.futures.process import BrokenProcessPool

    try:
        with ProcessPoolExecutor(workers) as pool:
            for number, (path, made) in enumerate(
                zip(paths, pool.map(make, paths, chunksize=AT_ONCE), strict=True), start=done + 1
            ):
                if made is None and making.of_all:
                    pool.shutdown(wait=False, cancel_futures=True)
                yield path, made
                progress(number, total)
    except (OSError, RuntimeError, BrokenProcessPool):  # what is left is read one by one
        return


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _of_file(make: Callable[[Report], bytes | None], path: str) -> bytes | None:
    """What is made of the report in a file; None if it holds something else, or is not right."""
    try:
        (report,) = reports_in(path)
        return make(report) if report.path == path else None
    except (EdureportError, OSError, ValueError, TypeError, MemoryError):
        return None


def shown_progress(say: Callable[[int, int], str]) -> Progress:
    """What shows on a terminal how far the reading is, from a second on, and leaves nothing there."""
    begun, last = time.monotonic(), 0.0
    stream = sys.stderr

    def show(done: int, total: int) -> None:
        nonlocal last
        now = time.monotonic()
        soon = now - begun < 1 or (now - last < 0.1 and done < total)
        if soon or stream is None or not stream.isatty():
            return
        last = now
        with suppress(OSError):
            text = say(done, total)
            stream.write("\r" + (" " * len(text) + "\r" if done == total else text))
            stream.flush()

    return show
