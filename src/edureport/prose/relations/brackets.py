"""Second numbers in brackets: «11 кружков (464 участника)», "11,600 (7,000)" for this year and the last."""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.page import Page
from edureport.prose.relations.division import Division

NEAR = 8  # tokens from a number to its bracket, and to the end of that
SIGNS = frozenset("(),;:.")


def in_brackets_of(page: Page, figures: Sequence[Figure], division: Division) -> Division | None:
    """The division of the numbers in brackets, where each member of another has one behind it."""
    members = [_behind(page, figures, index) for index in (division.whole, *division.parts)]
    if len(division.parts) < 2 or None in members:
        return None
    whole, *parts = (index for index in members if index is not None)
    if len({figures[index].unit for index in (whole, *parts)} - {None}) > 1:
        return None
    return division._replace(
        whole=whole, parts=tuple(parts), counts=(1,) * len(parts), sure=False, closed=False, direct=False
    )


def _behind(page: Page, figures: Sequence[Figure], index: int) -> int | None:
    """The only number of the bracket right behind a figure and its noun."""
    at = index + 1
    while at < len(figures) and figures[at].kind is FigureKind.DATE:
        at += 1  # "(2023: 7,000)"
    if at >= len(figures):
        return None
    figure, other = figures[index], figures[at]
    last = figure.span.last
    between = [page.word(at) for at in range(last, min(other.span.first, last + NEAR + 1))]
    opened = "(" in between and not SIGNS & set(between[: between.index("(")])
    if not opened or ")" in between or other.percent or not other.states or other.stated is None:
        return None
    behind = range(other.span.last, other.span.last + NEAR)
    sign = next((page.word(at) for at in behind if page.word(at) in SIGNS), None)
    return at if sign == ")" else None
