"""Many report files: from the cache what is in it, the others by several processes at once."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from edureport.errors import EdureportError
from edureport.model.report import Report
from edureport.reading.files import name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.load import reports_in
from edureport.store.cache import Cache, Kept, folder_of, program_of
from edureport.store.packing import packed, unpacked

AT_ONCE = 20  # files that a process is given
SUFFIXES = (".yaml", ".yml")

Progress = Callable[[int, int], None]


def read_many(paths: Sequence[str], *, cache: bool, progress: Progress) -> dict[str, Report]:
    """The reports in those of the files that hold one and nothing wrong; the others are left to be read.

    `progress` is told how many files of how many are read.
    """
    files = [path for path in paths if path.endswith(SUFFIXES)]
    kept = Cache(folder_of(os.environ) if cache else None, program_of(os.environ))
    found: dict[str, Report] = {}
    known: dict[str, Kept] = {}
    missing: list[str] = []
    for path in files:
        report = None
        with suppress(EdureportError, OSError, ValueError):
            known[path] = Kept.of(path, read_bytes(path, name_of(path), limits(os.environ)))
            report = _unpacked(kept.get(known[path]))
        if report is None:
            missing.append(path)
        else:
            found[path] = report
    fresh: list[tuple[Kept, str]] = []
    for path, text in _read(missing, len(files), progress):
        report = _unpacked(text)
        if report is not None and text is not None:
            found[path] = report
            if path in known:
                fresh.append((known[path], text))
    kept.put(fresh)
    kept.close()
    return found


def _unpacked(text: str | None) -> Report | None:
    """The report in a text; None if there is none, or the text is no report."""
    if text is None:
        return None
    try:
        return unpacked(text)
    except (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError):
        return None


def _read(paths: Sequence[str], total: int, progress: Progress) -> Iterator[tuple[str, str | None]]:
    """Each of the files and its report as JSON, None where it takes more than that."""
    workers = min(processors(), len(paths) // AT_ONCE)
    done = total - len(paths)
    if workers < 2:
        for number, path in enumerate(paths, start=done + 1):
            yield path, _as_json(path)
            progress(number, total)
        return
    try:
        with ProcessPoolExecutor(workers) as pool:
            for number, (path, text) in enumerate(
                zip(paths, pool.map(_as_json, paths, chunksize=AT_ONCE), strict=True), start=done + 1
            ):
                yield path, text
                progress(number, total)
    except (OSError, BrokenProcessPool):  # what is left is read one by one
        return


def processors() -> int:
    """How many processors this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _as_json(path: str) -> str | None:
    """The report in a file as JSON; None if it holds something else, or something is wrong with it."""
    try:
        (report,) = reports_in(path)
        return packed(report) if report.path == path else None
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
