"""The cache of report files: what has been made of each, in SQLite; nothing in it is believed unseen.

A row counts only for the same content of the file, read by the same program, and if it is whole itself.
Whatever is wrong with the cache, the files are read as if there were none.
"""

import os
import sqlite3
import sys
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from edureport.reading.limits import VARIABLE

NAME = "reports.sqlite3"
MOST = 50_000  # rows; those that were written the longest ago go first
PATIENCE = 0.5  # seconds that another program may keep the cache to itself
_TABLE = """\
CREATE TABLE IF NOT EXISTS made (
  path TEXT, what TEXT, size INTEGER, time INTEGER, content BLOB,
  program BLOB, made BLOB, whole BLOB, used INTEGER, PRIMARY KEY (path, what)
)"""


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
