"""Roles: whether words make a number a total, a part, a rest or that of each; and "all" with no number."""

from decimal import Decimal
from itertools import takewhile

from edureport.prose.figures.figure import SumRole
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NEAR = 4  # words
FAR = 8  # words from "each" to its second number
RANKED = (Mark.RANK, Mark.GRADE, Mark.PERIOD, Mark.YEAR, Mark.MONTH)


def role_of(page: Page, number: Number) -> SumRole | None:
    """Total, part, rest or nothing."""
    if _in_all(page, number.last):
        return SumRole.TOTAL
    for index in page.before(number.first, NEAR):
        if rest := page.till(index, Mark.REST):  # «из остальных возвращено 257», «қалғанынан 257-сі» are some
            some = page.till(index - rest, Mark.OUT_OF) > 0
            some = some or page.has_case(index, Ending.GENITIVE, Ending.ABLATIVE)
            return None if some else SumRole.REST
        if page.till(index, Mark.TOTAL):
            return SumRole.TOTAL
        if page.word(index) in {",", ";", ":", "."}:
            break
    return SumRole.PART if number.form.possessed and not number.percent else None


def _in_all(page: Page, last: int) -> bool:
    """Whether a word behind makes a number a total: "14 institutions in all"."""
    near = range(last, last + NEAR)
    for index in near if page.any_at(near, Mark.TOTAL_AFTER) else ():
        if behind := page.at(index, Mark.TOTAL_AFTER):
            return not page.word(index + behind)[:1].isdigit()  # "20 clubs in all 12 districts"
        if not page.names(index):
            break
    return False


def is_each(page: Page, number: Number, limit: Limit | None) -> bool:
    """Whether a number holds for each of several: «по 46 500», «әрқайсысы 300 орыннан», "300 each"."""
    before, last = number.first - 1, number.last
    if page.language.head_final:
        return limit is None and _distributed(page, number)
    if page.at(before, Mark.EACH_BEFORE):
        done = page.at(last, Mark.DONE) or page.language.is_verbal(page.word(last))
        return page.is_word(last) and not done
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
    return ends and not number.percent and page.case(noun) is Ending.ABLATIVE


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


def quantifiers(page: Page) -> list[tuple[int, int]]:
    """The words for all that stand before a noun in the plural: a claim about each of them."""
    spans = []
    for index, tags in enumerate(page.begins):
        total = Mark.TOTAL in tags or Mark.TOTAL in page.ends[index]
        if (Mark.ALL in tags and not total) or Mark.ALL_OF_THEM in tags:
            spans.append((index, index + tags.get(Mark.ALL, 1)))
    return [(first, last) for first, last in spans if noun_of(page, last) is not None]


def noun_of(page: Page, index: int) -> int | None:
    """The noun in the plural that a word for all is about; None if there is none right behind it."""
    for other in range(index, min(index + 3, len(page.tokens))):
        plural = page.language.is_plural(page.word(other)) if page.is_word(other) else None
        if plural is None or (page.at(other, Mark.CONJ) and not page.at(other, Mark.DETERMINER)):
            return None
        if plural or page.till(index - 1, Mark.EVERY):
            return other
    return None


def roman(page: Page) -> list[tuple[int, Decimal]]:
    """Roman numerals, where a rank or a period tells them from letters."""
    numerals = []
    for index, token in enumerate(page.tokens):
        if not token.roman or (page.glued(index) and page.word(index - 1) not in {"-", "–", "("}):
            continue
        ranked = page.till(index - 1, Mark.RANK_BEFORE) or page.has(index + 1, *RANKED)
        long = token.end - token.start > 1 and not page.glued(index + 1)
        if ranked or (long and token.text not in page.language.roman_lookalikes):
            numerals.append((index, Decimal(token.roman)))
    return numerals
