"""Labels of numbers that stand alone: in a cell, in a line below their name, in one of a ranking."""

import re
from bisect import bisect_right
from functools import cached_property

from edureport.drafting.labels import as_label
from edureport.drafting.names import cleaned
from edureport.model.period import Period
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.stems import stems
from edureport.prose.tables.head import TableHead
from edureport.prose.tables.heads import Heads
from edureport.reading.document import BlockKind, Document

MOST_ABOVE = 8  # lines between a number and its name: other times, a definition, a source, heads of columns
LONGEST_NAME = 12  # words
LONGEST_TIME = 80  # characters

_NUMBER = re.compile(r"[-+−–]?\d[\d\s.,]*%?")
LONGEST_RANKED = 6  # words of a name in a ranking
LONGEST_LINE = 120  # characters before its number
_LINE = re.compile(r"[ \t]*(\d{1,4})[.)]?[ \t]+([^\W\d_][^\d\n]*)(\d[^\n]*)")
_BEHIND = re.compile(r"(?<!\w)[^\W\d_]++(?=\.?\s*\Z)")  # the only word behind a number: "595 pupils"
_YEAR = re.compile(r"(?:19|20)\d\d")
_NAME_ENDS = " \t:–—-|$£€"


def card_of(figure: Figure, document: Document, heads: Heads) -> TableHead | None:
    """The name and the time above a number that stands alone; None if it does not, or if there is no name."""
    place = document.index(figure.start)
    if place < 1 or not _is_number(document, place):
        return None
    time = None
    for above in range(place - 1, max(place - MOST_ABOVE, 0) - 1, -1):
        text = _text(document, above)
        if document.blocks[above].kind is BlockKind.CELL or len(text.split()) > LONGEST_NAME:
            return None
        if _NUMBER.fullmatch(text):
            continue
        head = heads.head(text)
        if head.words or not head.time:
            named = text[-1:].isalnum() or text.endswith((":", ")"))
            if not named:
                return None
            return head._replace(words=as_label(head.words, heads.language), time=time or head.time)
        if above == place - 1:
            time = head.time
    return None


def latest_of_cards(document: Document, heads: Heads) -> Period | None:
    """The latest of the times that stand alone in a line above a number alone in its; None without such."""
    periods = [
        time.period
        for place, block in enumerate(document.blocks[:-1])
        if block.kind is not BlockKind.CELL
        and block.end - block.start <= LONGEST_TIME
        and _is_number(document, place + 1)
        and (time := heads.head(_text(document, place)).time)
        and not heads.head(_text(document, place)).words
    ]
    return max(periods, key=lambda period: (period.last, period.first), default=None)


def _is_number(document: Document, place: int) -> bool:
    """Whether a block is one number and nothing else; long ones, which most are, are not read for that."""
    block = document.blocks[place]
    return block.end - block.start <= LONGEST_TIME and bool(_NUMBER.fullmatch(_text(document, place)))


def _text(document: Document, place: int) -> str:
    block = document.blocks[place]
    return cleaned(document.text[block.start : block.end])


class Rankings:
    """The numbered lines of a document, and what heads them; asked for figures from the first to the last."""

    def __init__(self, document: Document, heads: Heads) -> None:
        self.text, self.heads = document.text, heads
        self._titles: dict[int, str] = {}  # by line

    def label(self, figure: Figure) -> str | None:
        """What the first number behind a name is of; nothing for a rank or a year; None in other lines."""
        low = max(figure.start - LONGEST_LINE, 0)
        start = self.text.rfind("\n", low, figure.start) + 1
        ranked = self._ranked(start) if start or not low else None
        if ranked is None:
            return None
        line, rank = bisect_right(self._starts, start) - 1, int(ranked[1])
        if self._rank(line - 1) != rank - 1 and self._rank(line + 1) != rank + 1:
            return None
        behind = figure.start > ranked.start(3)
        if figure.start < ranked.start(2) or (behind and _YEAR.fullmatch(figure.words)):
            return ""
        if behind:
            return None
        name = cleaned(ranked[2]).strip(_NAME_ENDS)
        title = "" if self.heads.names_what(name) else self._title(line, rank)
        counted = stems(" ".join(_BEHIND.findall(ranked[3])), self.heads.language)
        if not set(counted) <= set(stems(title, self.heads.language)):
            return None
        return as_label(f"{title}: {name}" if title else name, self.heads.language)

    def _ranked(self, start: int) -> re.Match[str] | None:
        """The rank, the short name with a capital, and the numbers of a line; None if it is no such line."""
        ranked = _LINE.match(self.text, start)
        if ranked is None or any(map(str.isalpha, _BEHIND.sub("", ranked[3], count=1))):
            return None
        return ranked if ranked[2][0].isupper() and len(ranked[2].split()) <= LONGEST_RANKED else None

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer("\n+", self.text))]

    def _rank(self, line: int) -> int | None:
        """The rank that a line begins with."""
        ranked = self._ranked(self._starts[line]) if 0 <= line < len(self._starts) else None
        return int(ranked[1]) if ranked else None

    def _title(self, line: int, rank: int) -> str:
        """The heading above the lines with the ranks before this one that says what is counted."""
        if line not in self._titles:
            goes_on = self._rank(line - 1) == rank - 1 and line - 1 in self._titles
            self._titles[line] = self._titles[line - 1] if goes_on else self._heading(line)
        return self._titles[line]

    def _heading(self, line: int) -> str:
        for above in range(line - 1, max(line - 1 - MOST_ABOVE, -1), -1):
            if self._rank(above) is not None:
                return ""  # of other things
            text = cleaned(self.text[self._starts[above] : self._starts[above + 1]])
            if text and self.heads.names_a_count(text):
                return self.heads.caption(text) if self._names_only_what(text) else ""
        return ""

    def _names_only_what(self, text: str) -> bool:
        """Whether a heading says nothing that its lines would lose: "Change since 2024", "Rate, %"."""
        head = self.heads.head(text)
        bare = head.time is None and head.unit is None and head.role is None
        planned = self.heads.speaks_of_plans(text) or self.heads.speaks_of_needs(text)
        return bare and not planned and not any(letter.isdigit() or letter in "%$£€" for letter in text)
