"""Itemised lists: a whole in a line that ends with a colon or "of which", and a part in each line below."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.division import Division
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Rule

LINE = frozenset({"¶", "\n"})
MANY = 30  # lines of a list
NEAR = 6  # tokens from a figure to the end of its line


class TextLine(NamedTuple):
    """A line: its first token and the one after its last, and the figures that it counts by."""

    first: int
    last: int
    figures: tuple[int, ...]


class ItemisedLines(NamedTuple):
    """A whole and the lines below it that may be its parts; `ended` says that no other line follows.

    `following` is the figure of the line behind, if it has one.
    """

    whole: int
    parts: tuple[int, ...]
    ended: bool
    following: tuple[int, ...] = ()


def itemised(page: Page, figures: Sequence[Figure]) -> Iterator[ItemisedLines]:
    """The lists of a text that stand in lines of their own."""
    lines = _lines(page, figures)
    for place, line in enumerate(lines):
        if line.figures and _opens(page, line):
            whole = line.figures[-1]
            parts, ended = _items(page, figures, whole, lines[place + 1 : place + 1 + MANY])
            if len(parts) > 1:
                behind = next(
                    (one.figures for one in lines[place + 1 :] if one.first > _place(figures, parts)), ()
                )
                yield ItemisedLines(whole, tuple(parts), ended, behind if len(behind) == 1 else ())


def _place(figures: Sequence[Figure], parts: Sequence[int]) -> int:
    """The token of the last part."""
    return figures[parts[-1]].span.first


def totalled(page: Page, figures: Sequence[Figure]) -> Iterator[ItemisedLines]:
    """The lists of lines that end in one for their total: "Print 52 / Media 25 / Total 77"."""
    lines = _lines(page, figures)
    for place, line in enumerate(lines):
        words = _words(page, line)
        if len(line.figures) != 1 or not any(page.at(at, Mark.TOTAL) for at in words[:2]):
            continue
        whole, parts = line.figures[0], list[int]()
        for before in reversed(lines[max(0, place - MANY) : place]):
            start = _words(page, before)[:2]
            if len(before.figures) != 1 or any(page.at(at, Mark.TOTAL) for at in start):
                break
            if not _alike(page, figures[whole], figures[before.figures[0]]):
                break
            parts.insert(0, before.figures[0])
        if len(parts) > 1:
            yield ItemisedLines(whole, tuple(parts), ended=True)


def division_of(items: ItemisedLines, size: int) -> Division:
    """The first parts of a list as those of its whole."""
    return Division(
        items.whole,
        items.parts[:size],
        (1,) * size,
        complete=False,
        rule=Rule.PARTS_LINES,
        sure=False,
    )


def _lines(page: Page, figures: Sequence[Figure]) -> list[TextLine]:
    starts = [0, *(at for at, token in enumerate(page.tokens) if at and token.gap in LINE), len(page.tokens)]
    counted = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    lines, place = [], 0
    for first, last in pairwise(starts):
        inside = []
        while place < len(counted) and figures[counted[place]].span.first < last:
            inside.append(counted[place])
            place += 1
        lines.append(TextLine(first, last, tuple(inside)))
    return lines


def _counts(page: Page, figure: Figure) -> bool:
    plain = figure.states and figure.stated is not None and not figure.percent
    return plain and figure.kind is not FigureKind.CHANGE and not in_bracket(page, figure)


def _words(page: Page, line: TextLine) -> range:
    """The tokens of a line without the sign of its end."""
    last = line.last
    while last > line.first and not page.word(last - 1)[:1].isalnum() and page.word(last - 1) not in ":;,.)":
        last -= 1
    return range(line.first, last)


def _opens(page: Page, line: TextLine) -> bool:
    """Whether a list of parts is to follow: the line ends with a colon, or with "of which"."""
    words = _words(page, line)
    if not words:
        return False
    last = words[-1]
    colon = page.word(last) == ":"
    return colon or page.till(last, Mark.OPENER_STRONG) > 0


def _items(
    page: Page, figures: Sequence[Figure], whole: int, lines: Sequence[TextLine]
) -> tuple[list[int], bool]:
    """The parts in the lines behind a whole, and whether the last of them surely is the last."""
    parts: list[int] = []
    for line in lines:
        words = _words(page, line)
        if not words:
            continue
        own = _own(page, figures, line)
        other = len(own) != 1 or not _alike(page, figures[whole], figures[own[0]])
        if other or any(page.begins[at].keys() & {Mark.NUMBER_OF, Mark.TOTAL} for at in words[:2]):
            return parts, True
        part = own[0]
        alone = len(own) == len(line.figures)
        if alone and words[-1] - figures[part].span.last > NEAR and not _closed(page, words, figures[part]):
            return parts, True  # a sentence of its own
        parts.append(part)
        if page.word(words[-1]) == ".":
            return parts, True
        if page.word(words[-1]) == ":":
            return parts, False
    return parts, True


def _own(page: Page, figures: Sequence[Figure], line: TextLine) -> tuple[int, ...]:
    """The figures of a line without those of a list within it: "Letters – 617, of which by post – 150"."""
    first = figures[line.figures[0]].span.last if line.figures else line.last
    opening = next((at for at in range(first, line.last) if page.at(at, Mark.OPENER_STRONG)), line.last)
    return tuple(index for index in line.figures if figures[index].span.first < opening)


def _closed(page: Page, words: range, figure: Figure) -> bool:
    """Whether what stands behind a figure in its line is nothing but a bracket."""
    return any(page.word(at) == "(" for at in range(figure.span.last, min(figure.span.last + 3, words[-1])))


def _alike(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a part can be counted in what its whole is: no money among people."""
    measured = page.language.measures
    both = whole.unit in measured, part.unit in measured
    return whole.unit == part.unit or part.unit is None or whole.unit is None or not any(both)
