"""Ordinals: numbers of the items of a list, school grades, places in an order."""

from edureport.prose.figures.units import may_count
from edureport.prose.grammar.forms import BARE
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

GRADES = 12
TENTH = 10
LISTED = 99
RANKS, PLACES = 40, 1000
FEW = 4  # «4 класса» counts, «5 класса» cannot
_AROUND = frozenset([CELL, END, ""])
_PRINTED = frozenset('«“"*_')  # before "3. Findings" in bold or in quotes


def is_ordinal(page: Page, number: Number) -> bool:
    """Whether a number in digits numbers an item of a list, or is a grade or a rank."""
    return _numbers_a_list(page, number) or _is_grade(page, number) or _is_rank(page, number)


def _numbers_a_list(page: Page, number: Number) -> bool:
    """«1) …; 2) …» and lines that begin with "1."."""
    last = number.last
    if not number.plain or number.percent or number.value is None or number.value > LISTED:
        return False
    if page.word(last) == ")" and page.glued(last):
        return not page.enclosed(number.first)
    first = number.first
    while page.word(first - 1) in _PRINTED and page.glued(first):
        first -= 1
    alone = page.word(last) == "." and page.word(last + 1) in _AROUND
    if alone and page.word(first - 1) in _AROUND:
        return True  # "| 1. | Schools"
    opens = page.bounds(first)[0] == first and page.word(first - 1) == "."  # "in 2014/15. 2. This report"
    celled = page.word(first - 1) == CELL and page.word(last) == "."  # "| 2. Total Students |"
    if first and not opens and not celled and page.tokens[first].gap not in {"\n", "¶"}:
        return False
    if alone:
        return True  # the number of a heading in the next line
    if (
        last < len(page.tokens)
        and page.tokens[last].gap == "  "
        and page.tokens[last].capital
        and number.value < TENTH
    ):
        return True  # "1   Preliminary figures."
    if "." in page.between(number.first, last) and number.value < TENTH:
        named = last + (page.word(last) == ".")  # "1.1 Cattle", «1.1. Увеличение»
        return named < len(page.tokens) and page.tokens[named].capital
    if page.word(last) != "." or not page.glued(last) or last + 1 >= len(page.tokens):
        return False
    return bool(page.tokens[last + 1].gap or page.tokens[last + 1].capital)


def _is_grade(page: Page, number: Number) -> bool:
    """School grades: «11 сыныпты», «в 9 классе», "grades 1 to 11"; but «9 сынып ашылды» are classes."""
    before, noun, top = number.first - 1, number.last, number.upper or number.value
    named = page.tokens[number.first].capital  # "classes One to Six"
    headed = page.till(before, Mark.GRADE_BEFORE)
    last = GRADES + (headed > 0 and page.tokens[before].capital)  # "Year 13"
    if not (number.plain or named) or top is None or top > last or number.percent:
        return False
    if headed:
        return True
    if page.till(before, Mark.GRADES_BEFORE):  # but "a standard 12 rooms"
        return page.tokens[before].capital or not may_count(page, noun)
    if not page.at(noun, Mark.GRADE) or number.upper is not None:
        return page.at(noun, Mark.GRADE) > 0
    if page.at(noun, Mark.GRADE_FEW):
        return top > FEW
    return not page.at(noun, Mark.GRADE_COUNT) or page.at(noun + 1, Mark.GRADE_PEOPLE) > 0


def _is_rank(page: Page, number: Number) -> bool:
    """Places, stages and the like: «3 орын алды», «2 этап», "phase 2"."""
    before, last, value = number.first - 1, number.last, number.value
    spoken = not page.tokens[number.first].is_digits and number.form == BARE
    if spoken and page.till(before, Mark.RANK_BEFORE):
        return not page.at(before - 1, Mark.POINTING)  # "category two calls"
    if not number.plain or number.percent or value is None or number.has_decimals:
        return False
    held = page.at(last, Mark.RANK_HELD) > 0
    placed = held or page.at(last, Mark.RANK_SINGULAR) > 0  # «63 место», but «63 места»
    named = page.till(before, Mark.RANK_BEFORE) > 0 and page.tokens[before].capital  # "Proposition 98"
    if abs(value) > (PLACES if placed else LISTED if named else RANKS):
        return False
    if page.till(before, Mark.RANK_BEFORE):
        few = value <= FEW and not page.at(before - 1, Mark.POINTING)  # "category 2 calls"
        return named or few or not may_count(page, last)
    if page.till(before, Mark.RANK_OF) and page.at(last, Mark.RANK):
        return True  # «инвалиды 2 группы»
    if page.at(last, Mark.RANK_SINGULAR) and (value % 10 != 1 or value == 11):
        return True
    if held and not page.is_word(last + 1):
        return True  # «облыс 1 орында.»
    return page.at(last, Mark.RANK_TAKEN) > 0
