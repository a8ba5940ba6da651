"""Reading: every number of a text, with its kind, its bound and what its words say of it."""

from collections.abc import Sequence
from decimal import Decimal

from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.changes import change_of
from edureport.prose.figures.dates import dates_in_words
from edureport.prose.figures.figure import Figure, FigureKind, Mode, PartInChange, TokenSpan
from edureport.prose.figures.inheritance import inherited
from edureport.prose.figures.modifiers import Limit, is_averaged, limit_of
from edureport.prose.figures.other_numbers import OtherNumber, other_numbers
from edureport.prose.figures.plans import planned
from edureport.prose.figures.roles import is_each, noun_of, quantifiers, role_of, roman
from edureport.prose.figures.told_twice import told_twice
from edureport.prose.figures.units import counting, unit_of
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.numbers import counts_one, numbers
from edureport.prose.page import Page


def read_page(page: Page) -> list[Figure]:
    """Every number of a page, in order."""
    figures: list[Figure] = []
    covered = 0
    known = [number for number in numbers(page) if counts_one(page, number)]
    others = other_numbers(page, known)
    for number in known:
        if number.first < covered:
            continue
        if other := others.get(number.first):
            covered = other.last
            figures.append(_stating_nothing(page, number, other))
        else:
            figures.append(_stating(page, number))
    figures += _words(page, figures)
    figures.sort(key=lambda figure: figure.start)
    return told_twice(page, inherited(page, figures))


def _stating_nothing(page: Page, number: Number, other: OtherNumber) -> Figure:
    """A number that states nothing; a size has a unit, an age and the basis of a rate have none."""
    figure = _figure(page, number.first, other.last, other.kind)._replace(quantity=_quantity(number, None))
    return counting(figure, unit_of(page, number, number.last + number.hyphen)) if other.counts else figure


def _figure(page: Page, first: int, last: int, kind: FigureKind) -> Figure:
    start, end, span = page.tokens[first].start, page.tokens[last - 1].end, TokenSpan(first, last)
    sentence, passage = page.sentence[first], (start, end)
    return Figure(start, end, page.between(*span), kind, sentence=sentence, span=span, passage=passage)


def _stating(page: Page, number: Number) -> Figure:
    """A figure, a percent, a change or a plan."""
    if number.shape is Shape.INDEFINITE:
        figure = _figure(page, number.first, number.last, FigureKind.FIGURE)._replace(indefinite=True)
        return counting(figure, unit_of(page, number, number.last))
    limit = limit_of(page, number)
    change = change_of(page, number, limit)
    if change and change.mode is Mode.TO and not change.modal and limit:
        # "up to" is the end of a change in «вырос до 300», «63-тен 41-ге дейін азайып»
        ends = page.language.head_final and limit.bound is Bound.AT_MOST
        limit = None if ends or page.at(limit.first, Mark.TO) else limit
    times = change is not None and change.mode is Mode.TIMES
    if times:  # «в 3 раза»: the word is to it what a percent sign is
        number = number._replace(last=number.last + page.at(number.last, Mark.TIMES))
    last = max(limit.end, number.last) if limit else number.last
    figure = _figure(page, number.first, last, _kind(page, number, change))
    if not times:
        behind = limit.last if limit and limit.first == last else last
        figure = counting(figure, unit_of(page, number, behind))
    unread = number.problem or page.sentence[number.first] in page.foreign
    if unread or number.value is None or number.shape is Shape.SLASH:
        return figure
    if change:
        figure = figure._replace(mode=change.mode, direction=change.direction)
    if limit and limit.first < limit.last:
        said = TokenSpan(limit.first, limit.last)
        first, last = min(number.first, said.first), max(last, said.last)
        passage = page.tokens[first].start, page.tokens[last - 1].end
        figure = figure._replace(passage=passage, modifier=page.between(*said), modifier_span=said)
    averaged = is_averaged(page, number)
    return figure._replace(
        quantity=_quantity(number, limit, rounded=number.percent or times, averaged=averaged),
        percent=number.percent,
        points=number.points,
        role=role_of(page, number),
        each=is_each(page, number, limit),
    )


def _quantity(
    number: Number, limit: Limit | None, *, rounded: bool = False, averaged: bool = False
) -> Quantity | None:
    """What a number states within its bound.

    What is surely `rounded` has been so to the unit at least; so has an average, which counts nothing.
    """
    value, upper = _plain(number.value), _plain(number.upper)
    if value is None:
        return None
    bound = limit.bound if limit else Bound.EXACT
    if number.shape is Shape.FRACTION and limit is None and number.has_decimals:
        bound = Bound.ABOUT  # a third is no decimal number
    if upper is not None:
        bound, upper = (Bound.RANGE, upper) if upper > value else (Bound.EXACT, None)
    counted = value >= 0 and not (number.percent or averaged)
    precision = number.step or (Decimal(1) if rounded or averaged else None)
    return Quantity(value, bound, upper, counted, precision)


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
    for one in (
        *(_figure(page, first, last, FigureKind.DATE) for first, last in dates_in_words(page)),
        *(_all(page, first, last) for first, last in quantifiers(page)),
        *(_roman(page, index, value) for index, value in roman(page)),
    ):
        if taken.isdisjoint(range(*one.span)):
            taken.update(range(*one.span))
            more.append(one)
    return more


def _roman(page: Page, index: int, value: Decimal) -> Figure:
    return _figure(page, index, index + 1, FigureKind.ORDINAL)._replace(quantity=Quantity(value))


def _all(page: Page, first: int, last: int) -> Figure:
    figure, noun = _figure(page, first, last, FigureKind.FIGURE)._replace(all=True), noun_of(page, last)
    if noun is None:
        return figure
    return figure._replace(unit=page.language.lemma(page.word(noun)), unit_span=TokenSpan(noun, noun + 1))
