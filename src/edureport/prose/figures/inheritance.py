"""What a figure takes from those before it in its sentence: their unit, and that they are planned."""

from collections.abc import Iterable
from dataclasses import replace

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Mode
from edureport.prose.figures.plans import planned
from edureport.prose.figures.units import PERCENT, counting, named_before, names_other
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

LIST = 8  # tokens to the word that ends a list


def inherited(page: Page, figures: Iterable[Figure]) -> list[Figure]:
    """The figures with the units of those before them; parts of a plan planned, sizes in a list counted."""
    before = _Sentence(page, 0)
    result: list[Figure] = []
    for read in figures:
        figure = read
        if figure.sentence != before.number:
            before = _Sentence(page, figure.sentence)
        if figure.states and not figure.percent and figure.mode is not Mode.TIMES:
            figure = before.counting(figure)
        figure = before.belonging(figure)
        if result and _is_about_too(page, result[-1], figure):
            figure = figure._replace(quantity=figure.quantity and replace(figure.quantity, bound=Bound.ABOUT))
        if figure.states and not figure.all and not before.opened(figure.span.first):
            before.whole = figure
        result.append(figure)
    return result


def _is_about_too(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether "about" is said of a list: «в среднем 24402, 24481 и 24873 рубля соответственно»."""
    between = range(before.span.last, figure.span.first)
    listed = all(page.word(index) == "," or page.at(index, Mark.JOIN) for index in between)
    ahead = range(figure.span.last, figure.span.last + LIST)
    bounds = before.bound is Bound.ABOUT and figure.bound is Bound.EXACT and figure.modifier is None
    return bounds and listed and figure.sentence == before.sentence and page.any_at(ahead, Mark.RESPECTIVELY)


class _Sentence:
    """What the figures of a sentence before one leave to it."""

    def __init__(self, page: Page, number: int) -> None:
        self.page, self.number = page, number
        self.whole: Figure | None = None
        self.counted: str | None = None
        self.held: str | None = None  # by the counted: "11 schools for 16,000 pupils, 30 for 69,000"

    def counting(self, figure: Figure) -> Figure:
        """The figure with the unit that it shares with those before it, if it has none of its own."""
        page, first, whole = self.page, figure.span.first, self.whole
        if whole and whole.unit != PERCENT and figure.role in PARTS:
            figure = figure._replace(unit=whole.unit, unit_span=None)
        linked = page.till(first - 1, Mark.BY_CAPACITY) > 0
        if not figure.unit:
            figure = counting(figure, named_before(page, first))
        before = self.held if linked else self.counted
        if not figure.unit and not names_other(page, first, before):
            figure = figure._replace(unit=before)
        if linked:
            self.held = figure.unit
        else:
            self.counted = figure.unit
        return figure

    def belonging(self, figure: Figure) -> Figure:
        """The figure as one of the parts of what is planned or counted before it."""
        whole, first = self.whole, figure.span.first
        if whole is None:
            return figure
        sized = figure.kind is FigureKind.ATTRIBUTE and self.page.word(figure.span.last) != "-"
        if sized and figure.unit and figure.unit == whole.unit:
            figure = figure._replace(kind=FigureKind.FIGURE)
        if whole.kind is FigureKind.TARGET and figure.kind is FigureKind.FIGURE and not figure.all:
            between = range(whole.span.last, first)
            opened = self.opened(first) or any(self.page.word(index) == ":" for index in between)
            if opened and planned(self.page, Number(*figure.span, figure.stated)) is not False:
                figure = figure._replace(kind=FigureKind.TARGET)
        return figure

    def opened(self, first: int) -> bool:
        """Whether words between the whole and a figure lead to the parts of it."""
        between = range(self.whole.span.last if self.whole else first, first)
        return self.page.any_at(between, Mark.OPENER_STRONG)
