"""Other numbers: dates, names, ages and sizes, which state nothing that could be compared.

What a number is is decided here, in the order in which a reader does: by the row that it heads, by what
stands right beside it, by its form, and then by its neighbours in a list.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.figures.attributes import is_basis, is_size
from edureport.prose.figures.dates import DAYS, date_of
from edureport.prose.figures.figure import FigureKind
from edureport.prose.figures.identifiers import name_of
from edureport.prose.figures.row_heads import row_heads
from edureport.prose.figures.year_numbers import counted, is_old_year, is_year_by_form
from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

ALIKE = 10  # years between ages of one list
_DAY = re.compile("[0-9]{1,2}[.][0-9]{2}")
_NAMING = (Mark.SIGN, Mark.REGISTER, Mark.LAW, Mark.NAMED, Mark.NAMED_SEVERAL)


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
        elif other := _alone_is(page, number):
            others[number.first] = other
        elif following and _is_day_before(page, number, following):
            others[number.first] = OtherNumber(FigureKind.DATE, number.last)
        elif following and following.first in others and _shares(page, number, following):
            others[number.first] = others[following.first]._replace(last=number.last)
        following = number
    for before, number in pairwise(known):
        other = others.get(before.first) if number.first not in others else None
        if other and _goes_on(page, before, number, other.kind):
            others[number.first] = OtherNumber(other.kind, number.last)
    return others


def _alone_is(page: Page, number: Number) -> OtherNumber | None:
    """What a number is that states nothing, by what stands right beside it and by its form."""
    if end := date_of(page, number):
        return OtherNumber(FigureKind.DATE, max(end, number.last))
    if kind := name_of(page, number):
        return OtherNumber(kind, number.last, counts=kind is FigureKind.ATTRIBUTE)  # "575-seat"
    if is_basis(page, number):
        return OtherNumber(FigureKind.ATTRIBUTE, number.last)
    if is_size(page, number):
        return OtherNumber(FigureKind.ATTRIBUTE, number.last, counts=True)
    year = is_year_by_form(page, number) or is_old_year(page, number)
    return OtherNumber(FigureKind.DATE, number.last) if year else None


def _goes_on(page: Page, before: Number, number: Number, kind: FigureKind) -> bool:
    """Whether a number is what the one before it is, as the next of a list of such numbers."""
    joint = before.last
    named = kind is FigureKind.IDENTIFIER or before.shape is Shape.DATE  # "№ 03/2011-61"
    if named and page.word(joint) in {"-", "/"} and number.first == joint + 1:
        return page.glued(joint) and page.glued(joint + 1) and not number.percent  # «№ 12-34/567»
    if kind is FigureKind.DATE:
        return _dates_too(page, before, number)
    if not _lists(page, before, number):
        return False
    if kind is FigureKind.ATTRIBUTE:
        ranges = before.upper is not None and number.upper is not None  # "aged 40-49 and 50-59"
        more = 0 < (number.value or 0) - (before.value or 0) < ALIKE  # "aged 11, 12 and 15"
        aged = page.till(before.first - 1, Mark.AGED) and not page.at(number.last, Mark.AGED)
        return ranges or (more and bool(aged))
    name = before.first - 1
    while page.tokens[name - 1].is_digits and (page.word(name) in {",", "."} or page.at(name, Mark.JOIN)):
        name -= 2  # «№ 5, 12, 31», "Tables 5.1, 5.2 and 5.3"
    named = any(page.till(name, tag) for tag in _NAMING)
    spaced = page.word(before.last) == "–" and not page.glued(before.last)  # "No. 5 – 1,108"
    return kind is FigureKind.IDENTIFIER and named and not spaced


def _lists(page: Page, before: Number, number: Number) -> bool:
    """Whether a number goes on a list of numbers alone: «школы № 5, 12, 31 и лицей № 2»."""
    comma = page.word(before.last) == ","
    joint = before.last + (comma and page.at(before.last + 1, Mark.JOIN) > 0)  # "1, 7, and 8"
    if number.first - joint != 1:
        return False
    if number.has_decimals and before.has_decimals and not number.percent:
        return (comma or page.has(joint, Mark.JOIN)) and _is_next_part(page, before, number)
    if not number.plain:
        return False
    return (comma or page.has(joint, Mark.JOIN)) and _alone(page, number)


def _is_next_part(page: Page, before: Number, number: Number) -> bool:
    """Whether a number is the next of the numbers of one chapter: "Tables 5.1 and 5.2 show"."""
    chapter, _, part = page.between(before.first, before.last).partition(".")
    return part.isdecimal() and page.between(number.first, number.last) == f"{chapter}.{int(part) + 1}"


def _dates_too(page: Page, before: Number, number: Number) -> bool:
    """Whether a number behind a date is the second day of "October 3 and 4", or one more year."""
    if page.at(number.last, Mark.BEFORE_DAY):
        return False  # "16 on July 11 and 13 on July 25"
    day = page.language.month_first and page.till(before.first - 1, Mark.MONTH) > 0 and before.plain
    later = number.value is not None and before.value is not None and before.value < number.value <= DAYS
    through = page.at(before.last, Mark.RANGE_JOINT) and number.first - before.last == 1
    spanned = through and counted(page, number.last) is None  # "May 1 through 18 showed"
    return day and later and (bool(spanned) or _lists(page, before, number))


def _alone(page: Page, number: Number) -> bool:
    """Whether no noun follows that a number could count: «статьи 14 и 16 Закона», "Tables 2 and 3 show"."""
    following = number.last
    if not page.names(following) or page.has(following, Mark.JOIN, Mark.NOT_NOUN, Mark.DONE, Mark.LAW):
        return True
    return counted(page, following) is None if page.language.latin else page.tokens[following].capital


def _is_day_before(page: Page, number: Number, date: Number) -> bool:
    """Whether a number is the day and month from which another date counts: «с 26.01 по 26.02.2023»."""
    joint = number.last
    spanned = date.first == joint + 1 and date.shape is Shape.DATE
    joined = page.word(joint) in {"-", "–"} or page.has(joint, Mark.BY, Mark.TO, Mark.JOIN, Mark.RANGE_JOINT)
    return spanned and joined and _DAY.fullmatch(page.between(number.first, joint)) is not None


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
