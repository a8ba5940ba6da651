"""Lines of a text, with their places in it."""

import re
from typing import NamedTuple

from edureport.reading.document import require_few
from edureport.reading.limits import Limits

_DRAWN = str.maketrans("│┃║─━═┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝", "|||---" + "+" * 18)
PAGE_NUMBER = re.compile(r"(?:[-–—] ?)?\d{1,3}(?: ?[-–—])?")  # alone in its paragraph


class Line(NamedTuple):
    """A line of a text: `text[start:end]`, without the white space around it; what is drawn as - + and |.

    `indent` are the tabs before its words; `tabbed` says whether it has any, also behind them.
    """

    start: int
    end: int
    words: str
    indent: int = 0
    tabbed: bool = False


def lines(text: str, path: str, bounds: Limits) -> list[Line]:
    """All lines, also empty ones; raises ReportError if there are more than any report has."""
    require_few(text.count("\n") + 1, path, bounds)
    cut = []
    start = 0
    for line in text.split("\n"):
        words = line.strip().translate(_DRAWN)
        first = start + len(line) - len(line.lstrip())
        indent = line.count("\t", 0, first - start)
        cut.append(Line(first, first + len(words), words, indent, "\t" in line))
        start += len(line) + 1
    return cut
