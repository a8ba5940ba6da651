"""Several files as one result: a folder or a zip that is whole or absent, of the same bytes every time."""

import errno
import io
import os
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from edureport import interrupt

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold, so that no clock is in it


def zipped(files: Mapping[str, str]) -> bytes:
    """A zip with these files, in their order."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            new.writestr(entry, text.encode())
    return out.getvalue()


def put(files: Mapping[str, str], name: str) -> None:
    """Make a folder with these files, in the place of one that has none but files of their names.

    Raises OSError; then what was there before is there still.
    """
    path = Path(os.path.realpath(name))
    if path.exists():
        if not path.is_dir():
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if any(one.name not in files or not one.is_file() for one in path.iterdir()):
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
    new = path.parent / f".edureport-{os.urandom(8).hex()}"
    names = [str(new / file) for file in files]
    interrupt.unfinished.update(names)  # before they are there, so that they never stay
    interrupt.unfinished_folders.add(str(new))
    try:
        new.mkdir()
        for file, text in files.items():
            with (new / file).open("wb") as out:
                out.write(text.encode())
                out.flush()
                os.fsync(out.fileno())
        _become(new, path, files)
    finally:
        _remove(new, files)  # where it has not become the folder
        interrupt.unfinished_folders.discard(str(new))
        interrupt.unfinished.difference_update(names)


def _become(new: Path, path: Path, files: Mapping[str, str]) -> None:
    """Put a whole folder in its place. What was there stands aside meanwhile, and comes back if it fails."""
    if not path.exists():
        new.rename(path)
        return
    aside = path.parent / f".edureport-{os.urandom(8).hex()}"
    interrupt.aside[str(aside)] = str(path)
    try:
        path.rename(aside)
        try:
            new.rename(path)
        except OSError:
            aside.rename(path)
            raise
        _remove(aside, files)
    finally:
        del interrupt.aside[str(aside)]


def _remove(folder: Path, names: Mapping[str, str]) -> None:
    with suppress(OSError):
        for name in names:
            (folder / name).unlink(missing_ok=True)
        folder.rmdir()
