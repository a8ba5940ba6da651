"""Reading: every number of a text, with its kind, its bound and what its words say of it."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.bounds import Limit, limit_of
from edureport.prose.figures.changes import Change, change_of
from edureport.prose.figures.dates import date_of, dates_in_words, size_of
from edureport.prose.figures.figure import INDEFINITE, Figure, Kind
from edureport.prose.figures.identifiers import name_of
from edureport.prose.figures.plans import planned
from edureport.prose.figures.quantifiers import noun_of, quantifiers, roman
from edureport.prose.figures.roles import is_each, role_of
from edureport.prose.figures.units import lemma, named_before, unit_of
from edureport.prose.numbers.numbers import numbers
from edureport.prose.numbers.one import counts_one
from edureport.prose.page import Number, Page


def read_page(page: Page) -> list[Figure]:
    """Every number of a page, in order."""
    found: list[Figure] = []
    covered = 0
    known = [number for number in numbers(page) if counts_one(page, number)]
    others = _others(page, known)
    for number in known:
        if number.first < covered:
            continue
        if number.first in others:
            kind, covered = others[number.first]
            found.append(_other(page, number, kind, covered))
        else:
            found.append(_stating(page, number))
    found += _words(page, found)
    found.sort(key=lambda figure: figure.start)
    return _inherited(page, found)


def _others(page: Page, known: Sequence[Number]) -> dict[int, tuple[Kind, int]]:
    """The numbers that state nothing, by their first token: their kind and where they end.

    In «2023, 2024 и 2025 годах» and «3 пен 6 жас» the last one tells for all, in "in 2023, 2024 and 2025"
    the first.
    """
    found: dict[int, tuple[Kind, int]] = {}
    following: Number | None = None
    for number in reversed(known):
        if end := date_of(page, number):
            found[number.first] = Kind.DATE, max(end, number.last)
        elif kind := name_of(page, number) or size_of(page, number):
            found[number.first] = kind, number.last
        elif following and following.first in found and _shares(page, number, following):
            found[number.first] = found[following.first][0], number.last
        following = number
    for before, number in pairwise(known):
        told = found.get(before.first, (None, 0))[0] is Kind.DATE and before.year and number.year
        if told and number.first not in found and _shares(page, before, number) and _alone(page, number):
            found[number.first] = Kind.DATE, number.last
    return found


def _alone(page: Page, number: Number) -> bool:
    """Whether no noun follows that a number could count."""
    if number.last >= len(page.tokens) or not page.tokens[number.last].is_word:
        return True
    return any(page.at(number.last, tag) for tag in ("conj", "join", "not.noun", "done"))


def _shares(page: Page, number: Number, following: Number) -> bool:
    """Whether a number has no noun of its own but shares that of the following, and is of its size."""
    if number.value is None or following.value is None or number.percent or following.percent:
        return False
    if number.form == "abl" and following.first == number.last:
        return number.value < following.value
    if following.first - number.last != 1 or not number.plain or number.year is not following.year:
        return False
    joined = page.word(number.last) == "," or page.at(number.last, "join") or page.at(number.last, "to")
    joined = joined or page.word(number.last) == "по"
    return bool(joined) and number.value < following.value and (number.year or following.value < 100)


def _other(page: Page, number: Number, kind: Kind, last: int) -> Figure:
    """A number that states nothing."""
    first, unit = number.first, None
    if kind is Kind.ATTRIBUTE:
        unit = unit_of(page, number, number.last + number.hyphen)
    return _figure(page, first, last, kind)._replace(stated=number.value, upper=number.upper, unit=unit)


def _figure(page: Page, first: int, last: int, kind: Kind) -> Figure:
    last = page.within(first, last)
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    words = page.text[start:end]
    return Figure(
        start, end, words, kind, None, Bound.EXACT.value, sentence=page.sentence[first], span=(first, last)
    )


def _stating(page: Page, number: Number) -> Figure:
    """A figure, a percent, a change or a plan."""
    if number.special == "indefinite":
        figure = _figure(page, number.first, number.last, Kind.FIGURE)
        unit = unit_of(page, number, number.last)
        return figure._replace(bound=INDEFINITE, unit=unit)
    limit = limit_of(page, number)
    change = change_of(page, number, limit)
    if change and change.mode == "to" and not change.modal and limit and _ends_change(page, limit):
        limit = None
    if change and change.mode == "times":  # «в 3 раза»: the word is to it what a percent sign is
        number = number._replace(last=number.last + page.at(number.last, "times"))
    last = max(limit.end, number.last) if limit else number.last
    kind = _kind(page, number, change)
    figure = _figure(page, number.first, last, kind)
    behind = (
        max(last, limit.last)
        if limit and limit.first >= number.last and limit.first - number.last < 2
        else last
    )
    if limit and limit.first > number.last:
        behind = last
    unit = None if change and change.mode == "times" else unit_of(page, number, behind)
    unread = number.problem or page.sentence[number.first] in page.foreign
    if unread or number.value is None or number.special == "slash":
        return figure._replace(unit=unit)
    bound = limit.bound if limit else Bound.EXACT.value
    if number.special == "fraction" and limit is None and number.value != number.value.quantize(Decimal(1)):
        bound = Bound.ABOUT.value  # a third is no decimal number
    if number.upper is not None:
        bound = Bound.RANGE.value
    return figure._replace(
        stated=_plain(number.value),
        upper=_plain(number.upper),
        bound=bound,
        qualifier=_qualifier(page, limit),
        unit=unit,
        percent=number.percent,
        points=number.points,
        mode=change.mode if change else None,
        direction=change.direction if change else None,
        role=role_of(page, number),
        each=is_each(page, number, limit),
    )


def _ends_change(page: Page, limit: Limit) -> bool:
    """Whether "up to" is the end of a change: «вырос до 300», «63-тен 41-ге дейін азайып»."""
    reached = page.lexicon.qualifiers_follow and limit.bound == Bound.AT_MOST.value
    return reached or page.at(limit.first, "to") > 0


def _plain(value: Decimal | None) -> Decimal | None:
    """Without the exponent that a multiplier leaves behind."""
    return None if value is None else Decimal(f"{value:f}")


def _qualifier(page: Page, limit: Limit | None) -> str | None:
    if limit is None or limit.first == limit.last:
        return None
    return page.text[page.tokens[limit.first].start : page.tokens[limit.last - 1].end]


def _kind(page: Page, number: Number, change: Change | None) -> Kind:
    if change and change.is_amount:
        return Kind.CHANGE
    if planned(page, number) and not (change and change.mode == "from"):
        return Kind.TARGET
    return Kind.PERCENT if number.percent else Kind.FIGURE


def _words(page: Page, found: Sequence[Figure]) -> list[Figure]:
    """What states or dates without a numeral: «барлық мектептерде», «жыл соңына дейін», «ІІ орын»."""
    taken = {place for figure in found for place in range(*figure.span)}
    more: list[Figure] = []

    def add(spans: Sequence[tuple[int, int]], make: Callable[[int, int], Figure]) -> None:
        for first, last in spans:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                more.append(make(first, last))

    add(dates_in_words(page), lambda first, last: _figure(page, first, last, Kind.DATE))
    add(quantifiers(page), lambda first, last: _all(page, first, last))
    for place, value in roman(page):
        if place not in taken:
            more.append(_figure(page, place, place + 1, Kind.ORDINAL)._replace(stated=value))
    return more


def _all(page: Page, first: int, last: int) -> Figure:
    noun = noun_of(page, last)
    unit = lemma(page, page.word(noun)) if noun is not None else None
    return _figure(page, first, last, Kind.FIGURE)._replace(all=True, unit=unit)


def _inherited(page: Page, found: list[Figure]) -> list[Figure]:
    """Parts of a plan are planned too; sizes in a list of parts are counted."""
    whole: Figure | None = None
    counted: str | None = None
    held: str | None = None  # what the counted ones hold: "11 schools for 16,000 pupils, 30 for 69,000"
    result: list[Figure] = []
    for figure in found:
        if whole and figure.sentence != whole.sentence:
            whole = counted = held = None
        first = figure.span[0]
        if figure.states and not figure.percent and figure.mode != "times":
            unit = (
                whole.unit if whole and whole.unit != "%" and figure.role in {"part", "rest"} else figure.unit
            )
            linked = page.till(first - 1, "by.capacity") > 0
            unit = unit or named_before(page, first) or (held if linked else counted)
            figure = figure._replace(unit=unit)  # noqa: PLW2901
            held, counted = (unit, counted) if linked else (held, unit)
        if (
            figure.kind is Kind.ATTRIBUTE
            and whole
            and figure.unit == whole.unit
            and figure.stated is not None
        ):
            figure = figure._replace(kind=Kind.FIGURE)  # noqa: PLW2901
        if figure.kind is Kind.FIGURE and whole and whole.kind is Kind.TARGET and not figure.all:
            opened = any(
                "opener.strong" in page.begins[place] or page.word(place) == ":"
                for place in range(whole.span[1], first)
            )
            number = Number(figure.span[0], figure.span[1], figure.stated)
            if opened and planned(page, number) is not False:
                figure = figure._replace(kind=Kind.TARGET)  # noqa: PLW2901
        if figure.states and not figure.all and (whole is None or not _opened(page, whole, first)):
            whole = figure
        result.append(figure)
    return result


def _opened(page: Page, whole: Figure, first: int) -> bool:
    return any("opener.strong" in page.begins[place] for place in range(whole.span[1], first))
