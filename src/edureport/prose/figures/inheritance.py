"""What a figure takes from others of its sentence: their unit, that they are planned, or are changes."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Mode
from edureport.prose.figures.plans import planned
from edureport.prose.figures.units import PERCENT, counting, named_before, names_other
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

HUNDREDTHS = -2  # power of ten of the last digit
LIST = 8  # tokens to the word that ends a list
LISTED = 14  # and between the percentages of one
SIGNS = frozenset(",;")
# What makes something else of a percentage.
ANOTHER = (Mark.OUT_OF, Mark.SHARE, Mark.EQUAL, Mark.AMOUNTING, Mark.EXISTS, Mark.OPENER_STRONG, Mark.RISE,
           Mark.FALL, Mark.COMPARED, Mark.THAN, Mark.TO, Mark.FROM, Mark.REACH, Mark.PLAN,
           Mark.RATE)  # fmt: skip


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
    return _listed_changes(page, result)


def _listed_changes(page: Page, figures: list[Figure]) -> list[Figure]:
    """The figures, in which the percentages of a list are changes if the one beside the verb is.

    "Prices rose 5 % in towns, 3 % in villages and 2 % in the capital"; where the verb stands last it is
    beside the last one: «қияр 11 %, сарымсақ 7 % қымбаттады».
    """
    last_first = page.language.head_final
    places = [place for place, figure in enumerate(figures) if figure.states]
    run: list[int] = []
    for place in reversed(places) if last_first else places:
        if not run or not _is_listed(page, figures[run[0]], figures[run[-1]], figures[place]):
            _spread(page, figures, run)
            run = []
        run.append(place)
    _spread(page, figures, run)
    return figures


def _spread(page: Page, figures: list[Figure], run: Sequence[int]) -> None:
    """Make changes of the figures of a run behind the first; one alone with its own subject may be a level.

    "Prices rose 9 %, turnout 60 %" tells of two things.
    """
    if len(run) == 2 and not page.language.head_final and not _has_no_subject(page, figures[run[1]]):
        return
    for place in run[1:]:
        first = figures[run[0]]
        figures[place] = figures[place]._replace(kind=first.kind, mode=first.mode, direction=first.direction)


def _has_no_subject(page: Page, figure: Figure) -> bool:
    """Whether only a preposition and what it governs parts a number from a sign: ", in towns 5 %"."""
    low, _ = page.bounds(figure.span.first)
    back = range(figure.span.first - 1, low, -1)
    sign = next((at for at in back if _joins(page, at)), low)
    return sign + 1 == figure.span.first or page.has(sign + 1, Mark.IN, Mark.DURING)


def _is_listed(page: Page, change: Figure, near: Figure, figure: Figure) -> bool:
    """Whether a percentage goes on the list that a change has begun, and `near` is the last of."""
    if figure.sentence != near.sentence or figure.kind is not FigureKind.PERCENT or figure.points:
        return False
    told = change.kind is FigureKind.CHANGE and change.mode is Mode.BY and change.percent
    if not told or (change.stated or 0) < 0:
        return False  # a dash before a share looks like a minus
    first, second = sorted((figure, near), key=lambda one: one.span.first)
    between = range(first.span.last, second.span.first)
    behind = figure.span.last
    if not 0 < len(between) <= LISTED or figure.mode or page.any_at((behind, behind + 1), *ANOTHER):
        return False
    if not page.language.head_final and page.is_word(behind) and not page.begins[behind]:
        return False  # «13 % опрошенных»
    joined = any(_joins(page, at) for at in between)
    return joined and not page.any_at(between, *ANOTHER)


def _joins(page: Page, token: int) -> bool:
    return page.word(token) in SIGNS or (page.is_word(token) and page.at(token, Mark.JOIN) > 0)


def _is_about_too(page: Page, before: Figure, figure: Figure) -> bool:
    """Whether "about" is said of a list: «в среднем 24402, 24481 и 24873 рубля соответственно»."""
    between = range(before.span.last, figure.span.first)
    listed = all(page.word(index) == "," or page.at(index, Mark.JOIN) for index in between)
    ahead = range(figure.span.last, figure.span.last + LIST)
    bounds = before.bound is Bound.ABOUT and figure.bound is Bound.EXACT and figure.modifier is None
    return bounds and listed and figure.sentence == before.sentence and page.any_at(ahead, Mark.RESPECTIVELY)


def _has_hundredths(figure: Figure) -> bool:
    """Whether a number is so exact that it counts no things: «уборка офисов – 5206,21» is money."""
    return figure.stated is not None and int(figure.stated.as_tuple().exponent) <= HUNDREDTHS


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
        named = None if figure.unit else named_before(page, first)
        if named and (named.lemma in page.language.measures or not _has_hundredths(figure)):
            figure = counting(figure, named)
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
            opened = self.opened(first) or ":" in map(self.page.word, range(whole.span.last, first))
            if opened and planned(self.page, Number(*figure.span, figure.stated)) is not False:
                figure = figure._replace(kind=FigureKind.TARGET)
        return figure

    def opened(self, first: int) -> bool:
        """Whether words between the whole and a figure lead to the parts of it."""
        between = range(self.whole.span.last if self.whole else first, first)
        return self.page.any_at(between, Mark.OPENER_STRONG)
