"""Roles: whether a word or a suffix says that a number is a total, a part of one, or what remains."""

from itertools import takewhile

from edureport.prose.figures.figure import SumRole
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NEAR = 4  # words
FAR = 8  # words from "each" to its second number


def role_of(page: Page, number: Number) -> SumRole | None:
    """Total, part, rest or nothing."""
    if _in_all(page, number.last):
        return SumRole.TOTAL
    for index in page.before(number.first, NEAR):
        if rest := page.till(index, Mark.REST):
            return None if _is_divided(page, index - rest, index) else SumRole.REST
        if page.till(index, Mark.TOTAL):
            return SumRole.TOTAL
        if page.word(index) in {",", ";", ":", "."}:
            break
    return SumRole.PART if number.form.possessed and not number.percent else None


def _is_divided(page: Page, before: int, last: int) -> bool:
    """Whether a number is only some of the rest: «из остальных возвращено 257», «қалғанынан 257-сі»."""
    taken = page.till(before, Mark.OUT_OF) > 0
    return taken or page.language.has_case(page.word(last), Ending.GENITIVE, Ending.ABLATIVE)


def _in_all(page: Page, last: int) -> bool:
    """Whether a word behind makes a number a total: "14 institutions in all"."""
    near = range(last, last + NEAR)
    for index in near if page.any_at(near, Mark.TOTAL_AFTER) else ():
        if behind := page.at(index, Mark.TOTAL_AFTER):
            return not page.word(index + behind)[:1].isdigit()  # "20 clubs in all 12 districts"
        if not page.is_word(index) or page.at(index, Mark.CONJ):
            break
    return False


def is_each(page: Page, number: Number, limit: Limit | None) -> bool:
    """Whether a number holds for each of several: «по 46 500», «әрқайсысы 300 орыннан», "300 each"."""
    before, last = number.first - 1, number.last
    if page.language.head_final:
        return limit is None and _distributed(page, number)
    if page.at(before, Mark.EACH_BEFORE):
        return (
            page.is_word(last)
            and not page.at(last, Mark.DONE)
            and not page.language.is_verbal(page.word(last))
        )
    behind = takewhile(lambda at: not page.counts(at), range(last, last + 3))  # no "12 (36 per cent)"
    return page.any_at([*behind], Mark.EACH_AFTER) or _of_each(page, number)


def _distributed(page: Page, number: Number) -> bool:
    """«әрқайсысы 300 орыннан»: a word for each before it, or its noun in the ablative and nothing more."""
    noun = number.last
    if not page.is_word(noun) or number.form:
        return False
    if any(page.till(index, Mark.EACH) for index in (number.first - 1, number.first - 2)):
        return True
    ends = not page.word(noun + 1)[:1].isalnum() or page.at(noun + 1, Mark.DONE) > 0
    ablative = page.language.case(page.word(noun)) is Ending.ABLATIVE
    return ablative and ends and not number.percent


def _of_each(page: Page, number: Number) -> bool:
    """Whether "each of the 18 buildings has 36 flats" says it, of 36 and not of 18."""
    counted, back = False, page.before(number.first, FAR)
    for index in back if page.any_at(back, Mark.EACH_OF) else ():
        if page.at(index, Mark.EACH_OF):
            return counted
        if not page.word(index)[:1].isalnum():
            return False
        counted = counted or page.counts(index)
    return False
