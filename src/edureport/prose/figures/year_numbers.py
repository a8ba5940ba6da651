"""Numbers that are years: by their words, by the brackets and prepositions around them, by their place."""

import re

from edureport.model.quantity import Bound
from edureport.prose.figures.years_of_things import is_year_of_something, plural_follows
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Modifier, Slot
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

LATEST = 2100
BRACKET = 12  # tokens
SHORT = 2  # digits of a year without its century
TITLE = 8  # words
_SHORT_YEARS = re.compile("([0-9]{2})/([0-9]{2})")  # 21/22
_DASHES = frozenset("-–")


def is_year(page: Page, number: Number) -> bool:
    """Whether a number is a year, a school year or several years."""
    if number.has_decimals and page.till(number.first - 1, Mark.YEAR):
        return 1900 <= (number.value or 0) <= LATEST  # "by the year 2002.03"
    if number.year and (number.upper is not None or page.at(number.last, Mark.YEAR)):
        return True
    if (
        page.till(number.first - 1, Mark.FISCAL) and number.plain
    ):  # "the FY 19 budget", not "in FY 300 schools"
        return number.year or len(page.word(number.first)) == SHORT
    if number.shape is Shape.SLASH and number.value is not None:
        return 1900 <= number.value <= LATEST or _is_short_year(page, number)
    if page.language.head_final and number.form.ending is Ending.LOCATIVE and number.value in YEARS:
        return number.plain and not number.form.possessed  # «2019-да 22 мың болды»
    return number.year and _stands_as_year(page, number)


def _is_short_year(page: Page, number: Number) -> bool:
    """«21/22 оқу жылы», "in 21/22 there were"; but "in 19/20 schools" and «11/12 плана» are fractions."""
    before, last = number.first - 1, number.last
    years = _SHORT_YEARS.fullmatch(page.between(number.first, last))
    if years is None or int(years[2]) != (int(years[1]) + 1) % 100:
        return False
    alone = not page.is_word(last) or page.has(last, Mark.NOT_NOUN, Mark.CONJ, Mark.DONE)
    during = page.till(before, Mark.DURING) or page.till(before, Mark.IN)
    return during > 0 and alone and page.word(last) != "%"


def _stands_as_year(page: Page, number: Number) -> bool:
    """Whether four digits without a word for year are one all the same: "since 2019;", «(2024)»."""
    first, last = number.first, number.last
    before, after = page.word(first - 1), page.word(last)
    quarter = page.till(first - 1, Mark.QUARTER_BEFORE) or page.till(first - 2, Mark.QUARTER_BEFORE)
    if quarter and page.glued(first - 1):
        return page.language.bare_years  # "Q1 2012", "1H 2023"
    if page.till(first - 2, Mark.MONTH) and _ends_date(page, number):
        return True
    hyphen = page.word(first - 1) in _DASHES and page.glued(first)  # «I полугодия-2010»
    if page.till(first - 1, Mark.MONTH) or page.till(first - 1 - hyphen, Mark.PERIOD):
        return True
    if _is_of_time(page, number) or (before == "_" and after in {"", END}):  # "____ ________ 2025"
        return True
    titled = (after == END and _ends_title(page, first)) or _names_yearly(page, number)
    if titled or _heads_value(page, last) or is_year_of_something(page, number):
        return True
    said = page.till(first - 1, Mark.PREP_YEAR) > 0 or _is_differed_from(page, first)
    if after == "%" or (after in _DASHES and (page.glued(last) or not said)):
        return False
    if _opens_bracket(page, number):
        return True
    enclosed = before in {"(", ","} and after == ")"
    enclosed = enclosed or (before == "," and after == END and page.is_word(first - 2))
    if enclosed or page.bounds(first) == (first, last):  # "Thousand people, 2024" in a cell
        return True  # alone at the head of a column
    if first == page.bounds(first)[0] and page.at(last, Mark.PREDICATE):
        return True
    about = page.till(first - 1, Modifier(Slot.BEFORE, Bound.ABOUT))
    return said and not about and _ends_phrase(page, number)


def _is_differed_from(page: Page, first: int) -> bool:
    """Whether a share or a number with decimals says how far from a year: "24 percent above 2006"."""
    amount = first - (page.till(first - 1, Mark.THAN_UP) or page.till(first - 1, Mark.THAN_DOWN)) - 1
    shared = page.word(amount) == "%" or page.till(amount, Mark.PERCENT) > 0
    decimals = page.counts(amount - 1) and page.word(amount - 2) == "." and page.glued(amount - 1)
    return amount < first - 1 and page.language.bare_years and (shared or decimals)


def _names_yearly(page: Page, number: Number) -> bool:
    """The year of "Elections 2024: dates" and "Fisheries Statistics – 2018"; "Census 2018 households"."""
    head = number.first - 1 - (page.word(number.first - 1) == "–")
    named = page.till(head, Mark.YEARLY) and page.tokens[head].capital
    return bool(named) and plural_follows(page, number.last) is not True


def _ends_date(page: Page, number: Number) -> bool:
    """Whether a sign joins four digits to the month before it: "Aug-2019", "by December, 2022, the"."""
    first = number.first
    if page.word(first - 1) in _DASHES:
        return page.glued(first - 1) and page.glued(first)
    comma = page.word(first - 1) == "," and page.language.bare_years
    return comma and plural_follows(page, number.last) is not True


def _ends_phrase(page: Page, number: Number) -> bool:
    """Whether nothing that is counted follows on four digits behind a preposition."""
    last, language = number.last, page.language
    if not page.word(last)[:1].isalnum() or page.at(last, Mark.CONJ):
        return True
    if page.modifier_at(last, Slot.BEFORE) is not None:  # "in 2023 about 35"
        return True
    if not language.bare_years:  # «в 2017 эта доля»
        return page.at(last, Mark.NOT_NOUN) > 0 and not page.has(last, Mark.RISE, Mark.FALL)
    name = page.tokens[last].capital  # "in 2025 Riverside …"
    if name or page.has(last, Mark.DONE, Mark.NOT_NOUN, Mark.PREP_YEAR, Mark.OF_YEAR, Mark.RISE, Mark.FALL):
        return True  # "from 1991 until 1999"
    if page.word(number.first - 1) == "for" and page.till(number.first - 2, Mark.OF_YEAR):
        return plural_follows(page, last) is not True  # "figures for 2006 put Oakford third"
    if page.groups and language.is_participle(page.word(last)):
        return True
    if not page.till(number.first - 1, Mark.DURING):
        return False
    plural = plural_follows(page, last)  # "in 2016 schools" is a year to those who write 52,300 with a comma
    return page.groups if plural else plural is False


def _is_of_time(page: Page, number: Number) -> bool:
    """The year of "the second quarter of 2012 saw"; but "half of 2000 pupils" are pupils."""
    part = number.first - 2
    if page.word(number.first - 1) != "of":
        return False
    if page.till(part, Mark.TIME_OF):
        return True
    return page.till(part, Mark.PART_OF) > 0 and not plural_follows(page, number.last, Mark.CONJ)


def _heads_value(page: Page, last: int) -> bool:
    """Whether a dash leads from a year to what there was in it: «2021 – 95 детей»."""
    spaced = page.word(last) == "–" and not page.glued(last) and not page.glued(last + 1)
    value = last + 1 + (page.at(last + 1, Mark.CURRENCY) > 0 or page.word(last + 1) == "t")
    return spaced and value < len(page.tokens) and page.tokens[value].is_digits


def _opens_bracket(page: Page, number: Number) -> bool:
    """Whether a colon leads from a year to the number of its part of a bracket: "(2022: $2m; 2021: $1m)"."""
    opening = number.first - 1
    if page.word(opening) == ";":
        opening = next((at for at in page.before(opening, BRACKET) if page.word(at) in {"(", ")"}), -1)
    value = number.last + 1 + page.at(number.last + 1, Mark.CURRENCY)
    return page.word(opening) == "(" and page.word(number.last) == ":" and page.counts(value)


def _ends_title(page: Page, first: int) -> bool:
    """Whether the words before a number at the end of a line make a title: "Report 2025"."""
    words = range(page.bounds(first)[0], first)
    named = page.is_word(first - 1) and len(words) <= TITLE
    return named and not page.any_at(words, Mark.NUMBER_OF)
