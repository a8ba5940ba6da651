"""Other numbers: dates, names, ages and sizes, which state nothing that could be compared."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.attributes import is_basis, is_size
from edureport.prose.figures.dates import DAYS, date_of
from edureport.prose.figures.figure import FigureKind
from edureport.prose.figures.identifiers import name_of
from edureport.prose.figures.row_heads import row_heads
from edureport.prose.figures.years_of_things import plural_follows
from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page


class OtherNumber(NamedTuple):
    """What a number is that states nothing, the token before which it ends, and whether it counts a unit."""

    kind: FigureKind
    last: int
    counts: bool = False


def other_numbers(page: Page, known: Sequence[Number]) -> dict[int, OtherNumber]:
    """The numbers that state nothing, by their first token.

    In «2023, 2024 и 2025 годах» and «3 пен 6 жас» the last one tells for all, in "in 2023, 2024 and 2025"
    the first.
    """
    heads = row_heads(page, known)
    others = {one.first: OtherNumber(heads[one.first], one.last) for one in known if one.first in heads}
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
        if _kind(others, number) is FigureKind.IDENTIFIER
        and any(
            page.till(number.first - 1, tag) for tag in (Mark.SIGN, Mark.LAW, Mark.NAMED, Mark.NAMED_SEVERAL)
        )
    }
    for before, number in pairwise(known):
        if number.first in others:
            continue
        spaced_dash = page.word(before.last) == "–" and not page.glued(before.last)  # "No. 5 – 1,108"
        if before.first in named and not spaced_dash and _lists(page, before, number):
            others[number.first] = OtherNumber(FigureKind.IDENTIFIER, number.last)
            named.add(number.first)
        elif _kind(others, before) is FigureKind.DATE and _dates_too(page, before, number):
            others[number.first] = OtherNumber(FigureKind.DATE, number.last)
    return others


def _kind(others: Mapping[int, OtherNumber], number: Number) -> FigureKind | None:
    return others[number.first].kind if number.first in others else None


def _other(page: Page, number: Number) -> OtherNumber | None:
    """What a number is by the words beside it, if it states nothing."""
    if end := date_of(page, number):
        return OtherNumber(FigureKind.DATE, max(end, number.last))
    if kind := name_of(page, number):
        return OtherNumber(kind, number.last, counts=kind is FigureKind.ATTRIBUTE)  # "575-seat"
    if is_basis(page, number):
        return OtherNumber(FigureKind.ATTRIBUTE, number.last)
    return OtherNumber(FigureKind.ATTRIBUTE, number.last, counts=True) if is_size(page, number) else None


def _lists(page: Page, before: Number, number: Number) -> bool:
    """Whether a number goes on a list of numbers alone: «школы № 5, 12, 31 и лицей № 2»."""
    if number.first - before.last != 1 or not number.plain:
        return False
    return (page.word(before.last) == "," or page.has(before.last, Mark.JOIN)) and _alone(page, number)


def _dates_too(page: Page, before: Number, number: Number) -> bool:
    """Whether a number behind a date is the second day of "October 3 and 4", or one more year."""
    if before.year and number.year and _shares(page, before, number) and _alone(page, number):
        return True
    day = page.language.month_first and page.till(before.first - 1, Mark.MONTH) > 0 and before.plain
    later = number.value is not None and before.value is not None and before.value < number.value <= DAYS
    through = page.at(before.last, Mark.RANGE_JOINT) and number.first - before.last == 1
    spanned = through and plural_follows(page, number.last) is False  # "May 1 through 18 showed"
    return day and later and (bool(spanned) or _lists(page, before, number))


def _alone(page: Page, number: Number) -> bool:
    """Whether no noun follows that a number could count."""
    following = number.last
    return not page.is_word(following) or page.has(following, Mark.CONJ, Mark.JOIN, Mark.NOT_NOUN, Mark.DONE)


def _shares(page: Page, number: Number, following: Number) -> bool:
    """Whether a number has no noun of its own but shares that of the following, and is of its size."""
    first, last = number.first, number.last
    if number.value is None or following.value is None or number.percent or following.percent:
        return False
    if number.form == Form(Ending.ABLATIVE) and following.first == last:
        return number.value < following.value
    worded = not page.tokens[first].is_digits and not page.tokens[following.first].is_digits
    last += page.word(last) == "-"  # "16- to 24-year-olds"
    if following.first - last != 1 or number.year is not following.year or not (number.plain or worded):
        return False  # "three and four year olds"
    led = page.at(first - 1, Mark.FROM) and page.at(last, Mark.BY)  # «с 18 на 19»
    joined = page.word(last) == "," or led or page.has(last, Mark.JOIN, Mark.TO, Mark.RANGE_JOINT)
    return bool(joined) and number.value < following.value and (number.year or following.value < 100)
