"""Old Office files (.xls): whether what they say of their own size can be, and the streams that are in them.

Format: Compound File Binary, [MS-CFB] 2.2 (header), 2.3 (FAT), 2.5 (DIFAT) and 2.6 (directory).
"""

import struct
from collections.abc import Iterator, Sequence

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_HEADER = 109  # sectors of the FAT that the header names
_LAST = 0xFFFFFFFA  # numbers above are no sectors
_ENTRY = 128  # bytes of an entry of the directory
_SMALL = 4096  # bytes: shorter streams are in that of the root, in sectors of their own
_MINI = 64  # bytes of one of these


def is_whole(data: bytes) -> bool:
    """Whether every chain of sectors comes to an end, and no stream is longer than the file."""
    if len(data) < _HEADER:
        return False
    shift = int.from_bytes(data[30:32], "little")
    if shift not in (9, 12):
        return False
    size = 1 << shift
    most = len(data) // size + 1
    fats, directory, small, minis, more, further = (
        int.from_bytes(data[at : at + 4], "little") for at in (44, 48, 60, 64, 68, 72)
    )
    if max(fats, minis, further) > most:
        return False
    table = _table(data, size, more)
    if table is None or not (_ends(table)):
        return False
    mini = [number for at in _chain(table, small) for number in _numbers(data, at, size)]
    entries = b"".join(_sector(data, at, size) for at in _chain(table, directory))
    lengths = (entries[at + 120 : at + (124 if shift == 9 else 128)] for at in range(0, len(entries), _ENTRY))
    return _ends(mini) and all(int.from_bytes(one, "little") <= len(data) for one in lengths)


def stream(data: bytes, names: Sequence[str]) -> bytes:
    """The first stream with one of these names, in small letters, of a file that is whole; or nothing."""
    size = 1 << int.from_bytes(data[30:32], "little")
    directory, small, more = (int.from_bytes(data[at : at + 4], "little") for at in (48, 60, 68))
    table = _table(data, size, more) or []
    entries = b"".join(_sector(data, at, size) for at in _chain(table, directory))
    for at in range(0, len(entries), _ENTRY):
        entry = entries[at : at + _ENTRY]
        if entry[: max(entry[64] - 2, 0)].decode("utf-16-le", "replace").casefold() in names:
            first, length = struct.unpack_from("<II", entry, 116)
            if length >= _SMALL:
                return b"".join(_sector(data, one, size) for one in _chain(table, first))[:length]
            mini = [number for one in _chain(table, small) for number in _numbers(data, one, size)]
            (root,) = struct.unpack_from("<I", entries, 116)
            minis = b"".join(_sector(data, one, size) for one in _chain(table, root))
            return b"".join(minis[one * _MINI : (one + 1) * _MINI] for one in _chain(mini, first))[:length]
    return b""


def _table(data: bytes, size: int, more: int) -> list[int] | None:
    """The next sector of each; None if the list of its own sectors has no end."""
    places = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
    seen = set()
    while more < _LAST:
        if more in seen or more >= len(data) // size:
            return None
        seen.add(more)
        *named, more = _numbers(data, more, size) or (_LAST,)
        places += named
    most = len(data) // size + 1
    found = [place for place in places if place < _LAST]
    if len(found) > most:
        return None
    return [number for place in found for number in _numbers(data, place, size)]


def _ends(table: Sequence[int]) -> bool:
    """Whether a walk from any sector comes to an end."""
    walked = [0] * len(table)
    for start in range(len(table)):
        at = start
        while at < len(table) and not walked[at]:
            walked[at] = start + 1
            at = table[at]
        if at < len(table) and walked[at] == start + 1:
            return False
    return True


def _chain(table: Sequence[int], at: int) -> Iterator[int]:
    while at < len(table):
        yield at
        at = table[at]


def _sector(data: bytes, number: int, size: int) -> bytes:
    return data[(number + 1) * size : (number + 2) * size]


def _numbers(data: bytes, number: int, size: int) -> tuple[int, ...]:
    sector = _sector(data, number, size)
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])
