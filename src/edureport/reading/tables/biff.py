"""Sheets of old Excel files: how far their cells reach, before calamine sets room aside for all between.

Format: [MS-XLS] 2.3 (records) and 2.5 (what they hold); a cell begins with its row and its column.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple

_BEGIN = {0x0009, 0x0209, 0x0409, 0x0809}  # BOF of each version
_CELLS = {0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E}  # formulas, texts, numbers, errors
_BESIDE = 0x00BD  # MulRk: numbers beside each other, the last of its words is their last column
_END = 0x000A


class Reach(NamedTuple):
    """How many rows and columns lie between the first and the last cell, and how many cells are there."""

    rows: int
    columns: int
    there: int


def reaches(stream: bytes) -> Iterator[Reach]:
    """The reach of each part of a workbook that has cells; of a sheet with the charts that are in it."""
    rows: set[int] = set()
    columns: set[int] = set()
    there = inside = at = 0
    while at + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, at)
        at += 4
        if kind in _BEGIN:
            inside += 1
        elif kind == _END:
            inside -= 1
            if inside <= 0 and there:
                yield Reach(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, there)
                rows, columns, there = set(), set(), 0
        elif kind in _CELLS and size >= 4 and at + size <= len(stream):
            row, column = struct.unpack_from("<HH", stream, at)
            last = stream[at + size - 2] | stream[at + size - 1] << 8 if kind == _BESIDE else column
            rows.add(row)
            columns |= {column, last}
            there += max(last - column, 0) + 1
        at += size
    if there:
        yield Reach(max(rows) - min(rows) + 1, max(columns) - min(columns) + 1, there)
