"""A file of output that is whole or absent: a new one is written beside the old one, and put in its place."""

import errno
import os
import re
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from edureport import interrupt
from edureport.errors import OutputError

Write = Callable[[Any], object]  # into a stream of bytes

_STREAMS = {"/dev/stdin": 0, "/dev/stdout": 1, "/dev/stderr": 2}


def to_file(write: Write, name: str, *, replace: bool = True) -> None:
    """Write a new file and put it in the place of the old one, or write into an open stream or a device."""
    path = new = Path(name)
    try:
        number = _descriptor(path)
        if number is not None:
            with os.fdopen(os.dup(number), "wb") as file:
                write(file)
            return
        if path.is_dir() or name.endswith(("/", os.sep)):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                write(file)
            return
        if path.exists():
            if not replace:
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            if not path.stat().st_mode & 0o222:  # nobody may write to it, though another could take its place
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        path = Path(os.path.realpath(path))
        new = path.parent / f".edureport-{os.urandom(8).hex()}"
        interrupt.unfinished.add(str(new))  # before it is there, so that it never stays
        try:
            new.touch(0o600, exist_ok=False)
            with new.open("wb") as file:
                write(file)
                file.flush()
                _reach_disk(file.fileno())
            _own_as(new, path)
            _become(new, path, replace=replace)
        finally:
            with suppress(OSError):  # by now the file is there and whole, or the reason why not is known
                new.unlink(missing_ok=True)  # where it has not become the file
            interrupt.unfinished.remove(str(new))
    except BrokenPipeError:
        return
    except (OSError, ValueError) as error:
        raise_of_others(error, name, str(path), str(new))
        raise refused(error, name) from None


def _reach_disk(number: int) -> None:
    """Wait until the disk has the file, lest after a power cut an empty one stands in place of the old."""
    try:
        os.fsync(number)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.ENOSYS, errno.EROFS):  # it is no such disk
            raise


def raise_of_others(error: OSError | ValueError, *names: str) -> None:
    """Raise an OSError that is of another file than the output, such as a part of a library."""
    if isinstance(error, OSError) and error.filename is not None and str(error.filename) not in names:
        raise error


def _descriptor(path: Path) -> int | None:
    """The number of the open file that /dev/stdout or /dev/fd/3 means: others write to it, too."""
    if str(path) in _STREAMS:
        return _STREAMS[str(path)]
    if re.fullmatch("[0-9]{1,9}", path.name) and os.path.realpath(path.parent) == os.path.realpath("/dev/fd"):
        return int(path.name)
    return None


def _become(new: Path, path: Path, *, replace: bool) -> None:
    """Put a whole file in its place; one that has come there meanwhile goes only if it may."""
    if not replace:
        try:
            path.hardlink_to(new)
        except OSError:  # it is there, or the file system has no hard links
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        else:
            return
    new.replace(path)


def _own_as(new: Path, path: Path) -> None:
    """Give a new file the owner and the permissions of the one that it replaces, or those of any other."""
    try:
        old = path.stat()
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        with suppress(OSError):  # disks without permissions, and some that belong to others, refuse
            new.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        with suppress(OSError):  # only root may give files away
            os.chown(new, old.st_uid, old.st_gid)
    with suppress(OSError):
        new.chmod(old.st_mode & 0o777)


def refused(error: OSError | ValueError, name: str) -> OutputError:
    """The error for an output that the operating system refuses to write."""
    keys = {
        errno.ENOENT: "output.no_folder",
        errno.ENOTDIR: "output.no_folder_but_file",
        **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "output.forbidden"),
        **dict.fromkeys((errno.ENOSPC, errno.EDQUOT), "output.full"),
        errno.EISDIR: "output.folder",
        errno.EEXIST: "output.exists",
        errno.ENOTEMPTY: "output.other_files",
    }
    number = getattr(error, "errno", None) or 0  # a ValueError is of a name with a zero byte
    if number in keys:
        return OutputError.at(name, keys[number])
    return OutputError.at(name, "output.failed", code=errno.errorcode.get(number, "EINVAL"))
