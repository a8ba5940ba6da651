"""Several files as one result: a folder or a zip that is whole or absent, of the same bytes every time."""

import errno
import io
import os
import zipfile
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path, PurePath

from edureport import interrupt

_DAY = (1980, 1, 1, 0, 0, 0)  # the first that a zip can hold, so that no clock is in it


def zipped(files: Mapping[str, bytes], mode: int = 0o644) -> bytes:
    """A zip with these files, in their order, and with these permissions."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as new:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = mode << 16
            new.writestr(entry, content)
    return out.getvalue()


def put(files: Mapping[str, bytes], name: str) -> None:
    """Make a folder with these files, in the place of one that has none but files of their names.

    A name may lead into folders: year=2024/data.parquet. Raises OSError; then what was there before is
    there still.
    """
    path = Path(os.path.realpath(name))
    if path.exists():
        if not path.is_dir():
            raise OSError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if any(_is_other(one, path, files) for one in path.rglob("*")):
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY))
    new = path.parent / f".edureport-{os.urandom(8).hex()}"
    # Before they are there, so that they never stay.
    interrupt.unfinished.update(str(new / file) for file in files)
    interrupt.unfinished_folders.extend(map(str, _folders(new, files)))
    try:
        new.mkdir()
        for file, content in files.items():
            (new / file).parent.mkdir(parents=True, exist_ok=True)
            with (new / file).open("wb") as out:
                out.write(content)
                out.flush()
                os.fsync(out.fileno())
        _become(new, path, files)
    finally:
        _remove(new, files)  # where it has not become the folder
        interrupt.unfinished_folders.clear()
        interrupt.unfinished.difference_update(str(new / file) for file in files)


def _is_other(found: Path, folder: Path, files: Iterable[str]) -> bool:
    """Whether something in a folder is neither one of these files nor a folder on the way to one."""
    if found.is_dir():
        return found.is_symlink() or found not in _folders(folder, files)
    return found.relative_to(folder).as_posix() not in files or not found.is_file()


def _folders(folder: Path, files: Iterable[str]) -> list[Path]:
    """The folders of these files, each before the one that it is in."""
    inside = {parent for file in files for parent in PurePath(file).parents}
    return [folder / one for one in sorted(inside, key=lambda one: len(one.parts), reverse=True)]


def _become(new: Path, path: Path, files: Iterable[str]) -> None:
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


def _remove(folder: Path, files: Iterable[str]) -> None:
    for file in files:
        with suppress(OSError):
            (folder / file).unlink()
    for inner in _folders(folder, files):
        with suppress(OSError):
            inner.rmdir()
