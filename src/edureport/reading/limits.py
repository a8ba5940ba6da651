"""The limits of reading: with them every file is answered in bounded time and memory.

docs/limits.md states them. EDUREPORT_LIMITS multiplies them.
"""

import re
from collections.abc import Mapping

from edureport.errors import UsageError
from edureport.message import message

VARIABLE = "EDUREPORT_LIMITS"
MOST = 1_000_000  # times as much
BYTES = 64 * 2**20  # of a file
NODES = 5_000_000  # keys, values, lists: some 600,000 figures
KEPT = 250_000  # of those, in one indicator, or in a file that has to be kept whole
COPIES = 1000  # nodes that aliases may repeat
TEXT = 10_000  # characters of one scalar
DEPTH = 32  # levels
LENGTH = 1_000_000  # characters of a text for people: some 400 pages
PIECES = 500_000  # lines, paragraphs and cells of a text: the pages of a hundred books
MEMBERS = 10_000  # files in the zip of a Word file
UNPACKED = 32 * 2**20  # bytes of XML in it; a page has some ten thousand
ELEMENTS = 1_000_000  # of that XML; a page has some hundred
DEEPEST = 128  # levels that no factor raises: each takes room on Python's stack


class Limits:
    """What one file may hold; every limit times the factor, depth as far as Python bears it."""

    def __init__(self, factor: int = 1) -> None:
        self.factor = factor
        self.bytes = BYTES * factor
        self.nodes = NODES * factor
        self.kept = KEPT * factor
        self.copies = COPIES * factor
        self.text = TEXT * factor
        self.depth = min(DEPTH * factor, DEEPEST)
        self.length = LENGTH * factor
        self.pieces = PIECES * factor
        self.members = MEMBERS * factor
        self.unpacked = UNPACKED * factor
        self.elements = ELEMENTS * factor

    @property
    def raised(self) -> str:
        """What a message advises to set: twice as much as now."""
        return f"{VARIABLE}={min(2 * self.factor, MOST)}"


def limits(environment: Mapping[str, str]) -> Limits:
    """The limits that the user wants; UsageError if EDUREPORT_LIMITS is no factor."""
    text = environment.get(VARIABLE)
    if not text:
        return Limits()
    if not re.fullmatch("[1-9][0-9]{0,6}", text) or int(text) > MOST:
        raise UsageError(message("usage.limits", variable=VARIABLE, word=text, most=MOST))
    return Limits(int(text))
