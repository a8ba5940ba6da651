"""Numbers that are years: by their words, by the brackets and prepositions around them, by their place.

Where four digits need no word for year, as in English, those of our time are one unless what stands beside
them says that they count; elsewhere they count unless it says that they are one.
"""

import re

from edureport.prose.figures.counts import counts
from edureport.prose.figures.units import may_count
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.affixes import YEARS
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

LATEST = 2100
YEAR = 4  # digits
BRACKET = 12  # tokens
SHORT = 2  # digits of a year without its century
TITLE = 8  # words
_SHORT_YEARS = re.compile("([0-9]{2})/([0-9]{2})")  # 21/22
SHARE = 5  # tokens of a share in brackets
PART = 5  # characters of a part of a year
_PART_BEFORE = re.compile(r"\b(?:[QH][1-4]|[1-4][QH]|[FC]Y) ?['’]?\Z")
_DASHES = frozenset("-–")


def is_year(page: Page, number: Number) -> bool:
    """Whether a number is a year, a school year or several years."""
    if number.has_decimals and page.till(number.first - 1, Mark.YEAR):
        return 1900 <= (number.value or 0) <= LATEST  # "by the year 2002.03"
    if number.year and (number.upper is not None or page.at(number.last, Mark.YEAR)):
        return True
    if page.till(number.first - 1, Mark.FISCAL) and number.plain:
        return number.year or len(page.word(number.first)) == SHORT  # "FY 19", not "in FY 300 schools"
    start = page.tokens[number.first].start
    if number.plain and _PART_BEFORE.search(page.text, max(0, start - PART), start):
        return len(page.word(number.first)) == SHORT and not may_count(page, number.last)  # "Q1'24"
    if number.shape is Shape.SLASH and number.value is not None:
        return 1900 <= number.value <= LATEST or _is_short_year(page, number)
    if page.language.head_final and number.form.ending is Ending.LOCATIVE and number.value in YEARS:
        return number.plain and not number.form.possessed  # «2019-да 22 мың болды»
    return number.year and _stands_as_year(page, number)


def is_year_by_form(page: Page, number: Number) -> bool:
    """Whether four digits are a year where that needs no word, as nothing says that they count."""
    return number.year and page.language.bare_years and not counts(page, number)


def _is_short_year(page: Page, number: Number) -> bool:
    """«21/22 оқу жылы», "in 21/22 there were"; but "in 19/20 schools" and «11/12 плана» are fractions."""
    before, last = number.first - 1, number.last
    years = _SHORT_YEARS.fullmatch(page.between(number.first, last))
    if years is None or int(years[2]) != (int(years[1]) + 1) % 100:
        return False
    alone = not page.is_word(last) or page.has(last, Mark.NOT_NOUN, Mark.CONJ, Mark.DONE)
    named = before - (page.word(before) == "(")  # "this year (21/22)"
    during = page.till(before, Mark.DURING) or page.till(before, Mark.IN) or page.till(named, Mark.YEAR)
    return during > 0 and alone and page.word(last) != "%"


def _stands_as_year(page: Page, number: Number) -> bool:
    """Whether four digits without a word for year are one all the same: "Aug-2019", «(2024)», «с 2019;»."""
    first, last = number.first, number.last
    before, after = page.word(first - 1), page.word(last)
    hyphen = before in _DASHES and page.glued(first)  # «I полугодия-2010»
    if page.till(first - 2, Mark.MONTH) and before in _DASHES:
        return page.glued(first - 1) and page.glued(first)  # "Aug-2019"
    if page.till(first - 1, Mark.MONTH) or page.till(first - 1 - hyphen, Mark.PERIOD):
        return True
    if (before == "_" and after in {"", END}) or (after == END and _ends_title(page, first)):
        return True  # "____ ________ 2025"
    if _heads_value(page, last) or _opens_bracket(page, number):
        return True
    enclosed = before in {"(", ","} and after == ")"
    enclosed = enclosed or (before == "," and after in {END, "["} and page.is_word(first - 2))
    if enclosed:  # "Thousand people, 2024" in a cell
        return True
    if page.bounds(first) == (first, last):  # alone at the head of a column
        return not _stands_among_counts(page, first)
    share = after == "(" and page.any_at(range(last + 1, last + SHARE), Mark.PERCENT)
    share = share or (after == "(" and "%" in map(page.word, range(last + 1, last + SHARE)))
    if page.language.bare_years or not page.till(first - 1, Mark.PREP_YEAR) or share:
        return False  # «выросло до 1997 (82 %)»
    moved = page.has(last, Mark.RISE, Mark.FALL) and not page.language.describes(page.word(last))
    return _ends_phrase(page, last) or (
        page.at(first - 1, Mark.INSIDE) > 0 and moved
    )  # «в 2011 вырос на 3 %»


def _stands_among_counts(page: Page, first: int) -> bool:
    """Whether numbers of four digits that are no years stand alone in cells before: "2143 | 2258 | 2017"."""
    at = first - 2
    while page.word(at + 1) in {CELL, END} and page.word(at).isdecimal() and len(page.word(at)) == YEAR:
        if int(page.word(at)) not in YEARS:
            return True
        at -= 2
    return False


def _ends_phrase(page: Page, last: int) -> bool:
    """Whether nothing that is counted follows on four digits behind a preposition: «в 2017 эта доля»."""
    if page.word(last) in _DASHES:
        return not page.glued(last)
    if not page.word(last)[:1].isalnum() or page.at(last, Mark.CONJ):
        return page.word(last) != "%"
    if page.modifier_at(last, Slot.BEFORE) is not None:  # «в 2023 около 35»
        return True
    return page.at(last, Mark.NOT_NOUN) > 0 and not page.has(last, Mark.RISE, Mark.FALL)


def _heads_value(page: Page, last: int) -> bool:
    """Whether a dash leads from a year to what there was in it: «2021 – 95 детей»."""
    spaced = page.word(last) == "–" and not page.glued(last) and not page.glued(last + 1)
    value = last + 1 + (page.at(last + 1, Mark.CURRENCY) > 0 or page.word(last + 1) == "t")
    return spaced and value < len(page.tokens) and page.tokens[value].is_digits


def _opens_bracket(page: Page, number: Number) -> bool:
    """Whether it leads to the number of its part of a bracket: "(2022: $2m; 2021: $1m)", "(2021 £435k)"."""
    opening = number.first - 1
    if page.word(opening) == ";":
        opening = next((at for at in page.before(opening, BRACKET) if page.word(at) in {"(", ")"}), -1)
    sign = number.last + (page.word(number.last) == ":")
    value = sign + page.at(sign, Mark.CURRENCY)
    return page.word(opening) == "(" and value > number.last and page.counts(value)


def _ends_title(page: Page, first: int) -> bool:
    """Whether the words before a number at the end of a line make a title: "Report 2025"."""
    words = range(page.bounds(first)[0], first)
    named = page.is_word(first - 1) and len(words) <= TITLE
    return named and not page.any_at(words, Mark.NUMBER_OF)
