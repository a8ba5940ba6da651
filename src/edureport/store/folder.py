"""Many report files at once: what was made of each from a cache in SQLite, the others by several processes.

Nothing in the cache is believed unseen: a row counts only for the same content of the file, read by the same
program, and if it is whole itself. Whatever is wrong with it, the files are read as if there were none.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

from edureport.errors import EdureportError
from edureport.model.merging import names_of
from edureport.model.report import Report
from edureport.reading.files import name_of, read_bytes
from edureport.reading.limits import VARIABLE, limits
from edureport.reading.load import reports_in
from edureport.reading.locate import SUFFIXES
from edureport.store.packing import packed, unpacked

NAME = "reports.sqlite3"
MOST = 50_000  # rows; those that were written the longest ago go first
PATIENCE = 0.5  # seconds that another program may keep the cache to itself
_TABLE = """\
CREATE TABLE IF NOT EXISTS made (
  path TEXT, what TEXT, size INTEGER, time INTEGER, content BLOB,
  program BLOB, made BLOB, whole BLOB, used INTEGER, PRIMARY KEY (path, what)
)"""
AT_ONCE = 20  # files that a process is given
_NO_SENSE = (ValueError, TypeError, LookupError, ArithmeticError, AttributeError, RecursionError)


class Kept(NamedTuple):
    """What is known of a file: its size, when it was last written, and what its bytes are."""

    path: str
    size: int
    time: int
    content: bytes

    @classmethod
    def of(cls, path: str, data: bytes) -> "Kept":
        """That of a file with these bytes; OSError if it is gone."""
        return cls(path, len(data), Path(path).stat().st_mtime_ns, digest(data))


class Cache:
    """The cache, or nothing if it cannot be opened."""

    def __init__(self, folder: Path | None, program: bytes) -> None:
        self.program = program
        self._base: sqlite3.Connection | None = None
        if folder is None:
            return
        self._file = folder / NAME
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._base = self._opened()
        except sqlite3.DatabaseError as error:
            if type(error) is sqlite3.DatabaseError:  # not locked or read-only, but no such file
                self._throw_away()
        except UnicodeError:  # of bytes that are no names of a table
            self._throw_away()
        except OSError:
            pass

    def _opened(self) -> sqlite3.Connection:
        base = sqlite3.connect(self._file, timeout=PATIENCE)
        base.execute(_TABLE)
        return base

    def _throw_away(self) -> None:
        with suppress(OSError, sqlite3.Error, UnicodeError):
            self._file.unlink()
            self._base = self._opened()

    def get(self, kept: Kept, what: str) -> bytes | None:
        """What was made of a file under a name, if it is the same file, and what is kept of it is whole."""
        if self._base is None:
            return None
        try:
            row = self._base.execute(
                "SELECT size, time, content, program, made, whole FROM made WHERE path = ? AND what = ?",
                [kept.path, what],
            ).fetchone()
        except (sqlite3.Error, OverflowError, UnicodeError):
            self._base = None  # from here on there is none
            return None
        if row is None or row[:4] != (kept.size, kept.time, kept.content, self.program):
            return None
        made = row[4]
        return made if isinstance(made, bytes) and digest(made) == row[5] else None

    def put(self, what: str, rows: Iterable[tuple[Kept, bytes]]) -> None:
        """Keep what was made of these files under a name, if the cache can be written."""
        if self._base is None:
            return
        now = int(time.time())
        with suppress(sqlite3.Error, OverflowError, UnicodeError), self._base:
            self._base.executemany(
                "INSERT OR REPLACE INTO made VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                ((kept.path, what, *kept[1:], self.program, made, digest(made), now) for kept, made in rows),
            )
            self._base.execute(
                "DELETE FROM made WHERE rowid IN"
                " (SELECT rowid FROM made ORDER BY used DESC LIMIT -1 OFFSET ?)",
                [MOST],
            )

    def close(self) -> None:
        if self._base is not None:
            with suppress(sqlite3.Error):
                self._base.close()


def folder_of(environment: Mapping[str, str]) -> Path | None:
    """The user's folder for what programs can make again; None if nobody knows it."""
    try:
        home = Path.home()
    except RuntimeError:
        home = None
    if sys.platform == "win32":
        local = environment.get("LOCALAPPDATA")
        return Path(local) / "edureport" / "cache" if local else None
    if sys.platform == "darwin":
        return home / "Library" / "Caches" / "edureport" if home else None
    named = environment.get("XDG_CACHE_HOME")
    if named and Path(named).is_absolute():
        return Path(named) / "edureport"
    return home / ".cache" / "edureport" if home else None


def program_of(environment: Mapping[str, str]) -> bytes:
    """What another version of the program, or other limits, would read otherwise: a digest of its files."""
    root = Path(__file__).parents[1]
    found = [f"{sys.version} {environment.get(VARIABLE, '')}"]
    for place, _, names in os.walk(root):
        for name in sorted(names):
            if name.endswith((".py", ".yaml")):
                status = (Path(place) / name).stat()
                found.append(f"{place}/{name} {status.st_size} {status.st_mtime_ns}")
    return digest("\n".join(sorted(found)).encode())


def digest(data: bytes) -> bytes:
    """What tells these bytes from any others."""
    return blake2b(data, digest_size=20).digest()


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
