"""Reading: every number of a text, with its kind, its bound and what its words say of it."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.changes import PartInChange, change_of
from edureport.prose.figures.dates import DAYS, date_of, dates_in_words, is_basis, is_size
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Mode, TokenSpan
from edureport.prose.figures.identifiers import name_of
from edureport.prose.figures.modifiers import Limit, limit_of
from edureport.prose.figures.plans import planned
from edureport.prose.figures.quantifiers import noun_of, quantifiers, roman
from edureport.prose.figures.roles import is_each, role_of
from edureport.prose.figures.row_heads import row_heads
from edureport.prose.figures.units import PERCENT, CountedUnit, named_before, names_other, unit_of
from edureport.prose.grammar.language import Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.numbers import numbers
from edureport.prose.numbers.one import counts_one
from edureport.prose.page import Page


def read_page(page: Page) -> list[Figure]:
    """Every number of a page, in order."""
    figures: list[Figure] = []
    covered = 0
    known = [number for number in numbers(page) if counts_one(page, number)]
    others = _others(page, known)
    for number in known:
        if number.first < covered:
            continue
        if number.first in others:
            other = others[number.first]
            covered = other.last
            figures.append(_stating_nothing(page, number, other))
        else:
            figures.append(_stating(page, number))
    figures += _words(page, figures)
    figures.sort(key=lambda figure: figure.start)
    return _inherited(page, figures)


class _Other(NamedTuple):
    """What a number is that states nothing, the token before which it ends, and whether it counts a unit."""

    kind: FigureKind
    last: int
    counts: bool = False


def _others(page: Page, known: Sequence[Number]) -> dict[int, _Other]:
    """The numbers that state nothing, by their first token: their kind and where they end.

    In «2023, 2024 и 2025 годах» and «3 пен 6 жас» the last one tells for all, in "in 2023, 2024 and 2025"
    the first.
    """
    heads = row_heads(page, known)
    others = {one.first: _Other(heads[one.first], one.last) for one in known if one.first in heads}
    following: Number | None = None
    for number in reversed(known):
        if number.first in others:
            pass
        elif other := _other(page, number):
            others[number.first] = other
        elif following and following.first in others and _shares(page, number, following):
            others[number.first] = others[following.first]._replace(last=number.last)
        following = number
    named = {
        number.first
        for number in known
        if _is(others, number, FigureKind.IDENTIFIER)
        and any(page.till(number.first - 1, tag) for tag in (Mark.SIGN, Mark.LAW, Mark.NAMED))
    }
    for before, number in pairwise(known):
        if _lists_names(page, before, number) and before.first in named and number.first not in others:
            others[number.first] = _Other(FigureKind.IDENTIFIER, number.last)
            named.add(number.first)
        if (
            number.first not in others
            and _is(others, before, FigureKind.DATE)
            and _lists_days(page, before, number)
        ):
            others[number.first] = _Other(FigureKind.DATE, number.last)
        is_day = _is(others, before, FigureKind.DATE) and before.year and number.year
        if is_day and number.first not in others and _shares(page, before, number) and _alone(page, number):
            others[number.first] = _Other(FigureKind.DATE, number.last)
    return others


def _other(page: Page, number: Number) -> _Other | None:
    """What a number is by the words beside it, if it states nothing."""
    if end := date_of(page, number):
        return _Other(FigureKind.DATE, max(end, number.last))
    if kind := name_of(page, number):
        return _Other(kind, number.last, counts=kind is FigureKind.ATTRIBUTE)  # "575-seat"
    if is_basis(page, number):
        return _Other(FigureKind.ATTRIBUTE, number.last)
    return _Other(FigureKind.ATTRIBUTE, number.last, counts=True) if is_size(page, number) else None


def _is(others: dict[int, _Other], number: Number, kind: FigureKind) -> bool:
    return number.first in others and others[number.first].kind is kind


def _lists_names(page: Page, before: Number, number: Number) -> bool:
    """Whether a number goes on a list of names: «школы № 5, 12, 31 и лицей № 2»."""
    if number.first - before.last != 1 or not number.plain:
        return False
    listed = page.word(before.last) == "," or page.at(before.last, Mark.JOIN) > 0
    return listed and _alone(page, number)


def _lists_days(page: Page, before: Number, number: Number) -> bool:
    """Whether a number is the second day of "October 3 and 4"."""
    day = page.language.month_first and page.till(before.first - 1, Mark.MONTH) > 0 and before.plain
    later = number.value is not None and before.value is not None and before.value < number.value <= DAYS
    return day and later and _lists_names(page, before, number)


def _alone(page: Page, number: Number) -> bool:
    """Whether no noun follows that a number could count."""
    if number.last >= len(page.tokens) or not page.tokens[number.last].is_word:
        return True
    return any(page.at(number.last, tag) for tag in (Mark.CONJ, Mark.JOIN, Mark.NOT_NOUN, Mark.DONE))


def _shares(page: Page, number: Number, following: Number) -> bool:
    """Whether a number has no noun of its own but shares that of the following, and is of its size."""
    if number.value is None or following.value is None or number.percent or following.percent:
        return False
    if number.form == Form(Ending.ABLATIVE) and following.first == number.last:
        return number.value < following.value
    worded = not page.tokens[number.first].is_digits and not page.tokens[following.first].is_digits
    if following.first - number.last != 1 or number.year is not following.year:
        return False
    if not number.plain and not worded:  # "three and four year olds"
        return False
    joined = page.word(number.last) == "," or page.at(number.last, Mark.JOIN) or page.at(number.last, Mark.TO)
    joined = joined or page.at(number.last, Mark.RANGE_JOINT)
    joined = joined or (
        page.at(number.first - 1, Mark.FROM) and page.at(number.last, Mark.BY)
    )  # «с 18 на 19»
    return bool(joined) and number.value < following.value and (number.year or following.value < 100)


def _stating_nothing(page: Page, number: Number, other: _Other) -> Figure:
    """A number that states nothing; a size has a unit, an age and the basis of a rate have none."""
    figure = _figure(page, number.first, other.last, other.kind)._replace(quantity=_quantity(number, None))
    return _counting(figure, unit_of(page, number, number.last + number.hyphen)) if other.counts else figure


def _figure(page: Page, first: int, last: int, kind: FigureKind) -> Figure:
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    sentence = page.sentence[first]
    words, span = page.between(first, last), TokenSpan(first, last)
    return Figure(start, end, words, kind, sentence=sentence, span=span, passage=(start, end))


def _counting(figure: Figure, unit: CountedUnit | None) -> Figure:
    return figure._replace(unit=unit.lemma, unit_span=unit.span) if unit else figure


def _stating(page: Page, number: Number) -> Figure:
    """A figure, a percent, a change or a plan."""
    if number.shape is Shape.INDEFINITE:
        figure = _figure(page, number.first, number.last, FigureKind.FIGURE)._replace(indefinite=True)
        return _counting(figure, unit_of(page, number, number.last))
    limit = limit_of(page, number)
    change = change_of(page, number, limit)
    if change and change.mode is Mode.TO and not change.modal and limit and _ends_change(page, limit):
        limit = None
    times = change is not None and change.mode is Mode.TIMES
    if times:  # «в 3 раза»: the word is to it what a percent sign is
        number = number._replace(last=number.last + page.at(number.last, Mark.TIMES))
    last = max(limit.end, number.last) if limit else number.last
    figure = _figure(page, number.first, last, _kind(page, number, change))
    if not times:
        behind = limit.last if limit and limit.first == last else last
        figure = _counting(figure, unit_of(page, number, behind))
    unread = number.problem or page.sentence[number.first] in page.foreign
    if unread or number.value is None or number.shape is Shape.SLASH:
        return figure
    said = TokenSpan(limit.first, limit.last) if limit and limit.first < limit.last else None
    return figure._replace(
        quantity=_quantity(number, limit, rounded=number.percent or times),
        passage=_passage(page, figure.span, said),
        modifier=page.between(*said) if said else None,
        modifier_span=said,
        percent=number.percent,
        points=number.points,
        mode=change.mode if change else None,
        direction=change.direction if change else None,
        role=role_of(page, number),
        each=is_each(page, number, limit),
    )


def _passage(page: Page, number: TokenSpan, modifier: TokenSpan | None) -> tuple[int, int]:
    """The characters of a number and its modifier."""
    first, last = number
    if modifier:
        first, last = min(first, modifier.first), max(last, modifier.last)
    return page.tokens[first].start, page.tokens[last - 1].end


def _quantity(number: Number, limit: Limit | None, *, rounded: bool = False) -> Quantity | None:
    """What a number states within its bound; what is surely `rounded` has been so to the unit at least."""
    value, upper = _plain(number.value), _plain(number.upper)
    if value is None:
        return None
    bound = limit.bound if limit else Bound.EXACT
    if number.shape is Shape.FRACTION and limit is None and value != value.to_integral_value():
        bound = Bound.ABOUT  # a third is no decimal number
    if upper is not None:
        bound, upper = (Bound.RANGE, upper) if upper > value else (Bound.EXACT, None)
    counted = value >= 0 and not number.percent
    precision = number.step or (Decimal(1) if rounded else None)
    return Quantity(value, bound, upper, counted, precision)


def _ends_change(page: Page, limit: Limit) -> bool:
    """Whether "up to" is the end of a change: «вырос до 300», «63-тен 41-ге дейін азайып»."""
    reached = page.language.head_final and limit.bound is Bound.AT_MOST
    return reached or page.at(limit.first, Mark.TO) > 0


def _plain(value: Decimal | None) -> Decimal | None:
    """Without the exponent that a multiplier leaves behind."""
    return None if value is None else Decimal(f"{value:f}")


def _kind(page: Page, number: Number, change: PartInChange | None) -> FigureKind:
    if change and change.is_amount:
        return FigureKind.CHANGE
    if planned(page, number) and not (change and change.mode is Mode.FROM):
        return FigureKind.TARGET
    return FigureKind.PERCENT if number.percent else FigureKind.FIGURE


def _words(page: Page, figures: Sequence[Figure]) -> list[Figure]:
    """What states or dates without a numeral: «барлық мектептерде», «жыл соңына дейін», «ІІ орын»."""
    taken = {index for figure in figures for index in range(*figure.span)}
    more: list[Figure] = []

    def add(spans: Sequence[tuple[int, int]], make: Callable[[int, int], Figure]) -> None:
        for first, last in spans:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                more.append(make(first, last))

    add(dates_in_words(page), lambda first, last: _figure(page, first, last, FigureKind.DATE))
    add(quantifiers(page), lambda first, last: _all(page, first, last))
    for index, value in roman(page):
        if index not in taken:
            more.append(
                _figure(page, index, index + 1, FigureKind.ORDINAL)._replace(quantity=Quantity(value))
            )
    return more


def _all(page: Page, first: int, last: int) -> Figure:
    figure, noun = _figure(page, first, last, FigureKind.FIGURE)._replace(all=True), noun_of(page, last)
    if noun is None:
        return figure
    return figure._replace(unit=page.language.lemma(page.word(noun)), unit_span=TokenSpan(noun, noun + 1))


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
            figure = _counting(figure, named_before(page, first))
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
        return any(Mark.OPENER_STRONG in self.page.begins[index] for index in between)


def _inherited(page: Page, figures: Sequence[Figure]) -> list[Figure]:
    """Parts of a plan are planned too; sizes in a list of parts are counted."""
    before = _Sentence(page, 0)
    result: list[Figure] = []
    for read in figures:
        figure = read
        if figure.sentence != before.number:
            before = _Sentence(page, figure.sentence)
        if figure.states and not figure.percent and figure.mode is not Mode.TIMES:
            figure = before.counting(figure)
        figure = before.belonging(figure)
        if figure.states and not figure.all and not before.opened(figure.span.first):
            before.whole = figure
        result.append(figure)
    return result
