"""Units: the head noun that a number counts, in a form that can be compared."""

from typing import NamedTuple

from edureport.prose.figures.figure import TokenSpan
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

REACH = 5
BACK = 6  # words from a number to the name that it follows
PERCENT = "%"
NO_NOUN = frozenset({Mark.NOT_NOUN, Mark.YEAR_BEFORE, Mark.CONJ, Mark.RISE, Mark.FALL, Mark.REACH, Mark.PLAN,
                     Mark.DONE})  # fmt: skip
NO_SUBJECT = (NO_NOUN - {Mark.YEAR_BEFORE}) | {Mark.CONTRAST}
DASHES = frozenset({"–", "-", ":"})


class CountedUnit(NamedTuple):
    """The lemma of what is counted, and its tokens; none of a percent sign, which belongs to the number."""

    lemma: str
    span: TokenSpan | None = None


def unit_of(page: Page, number: Number, after: int) -> CountedUnit | None:
    """The noun behind a number and its modifier; None if no noun stands there."""
    if number.percent:
        return CountedUnit(PERCENT)
    for sign in (number.first - 1, number.last):  # $5m, KZT 5 million, 500 ₸
        if page.at(sign, Mark.CURRENCY):
            return _unit(page, sign)
    if number.shape in {Shape.NONE, Shape.INDEFINITE}:  # "none of the schools"
        after += page.at(after, Mark.OUT_OF)
    last: int | None = None
    for index in range(after, min(after + REACH, len(page.tokens))):
        word = page.word(index)
        if _ends_phrase(page, index):
            break
        counted = page.at(index, Mark.CAPACITY) and page.language.head_final
        if not counted and (page.at(index, Mark.SKIP) or page.language.describes(word)):
            continue
        last = index
        if counted or not _goes_on(page, index):
            break
    return None if last is None else _unit(page, last)


def _unit(page: Page, index: int) -> CountedUnit:
    return CountedUnit(page.language.lemma(page.word(index)), TokenSpan(index, index + 1))


def _ends_phrase(page: Page, index: int) -> bool:
    """Whether the noun phrase of a number ends before a token."""
    token = page.tokens[index]
    if not token.is_word or page.language.is_verbal(token.text):
        return True
    compared = not page.language.head_final and (
        page.at(index, Mark.THAN_UP) or page.at(index, Mark.THAN_DOWN)
    )
    return compared > 0 or not page.begins[index].keys().isdisjoint(NO_NOUN)  # "45 fewer than in 2024"


def _goes_on(page: Page, index: int) -> bool:
    """Whether a noun only describes the next one: "road bridges", «спорт алаңы»."""
    following = index + 1
    joined = (
        page.is_word(following) and not page.at(following, Mark.CONJ) and not page.at(following, Mark.DONE)
    )
    return joined and page.language.describes_next(page.word(index), page.word(following))


def named_before(page: Page, first: int) -> CountedUnit | None:
    """The unit of a number that follows its name: «школ – 7 429», «мектеп саны – 223»."""
    index = first - 1
    dash = page.word(index) in DASHES
    index -= dash
    low, _ = page.bounds(first)
    if page.till(first - 1, Mark.INVERTED):
        return _unit(page, first - 1)
    for other in range(index, max(low, index - BACK) - 1, -1):
        if page.at(other, Mark.NUMBER_OF):
            return _of_number(page, other)
        if page.word(other) in {",", ";", ".", ":", ")"}:
            break
    if dash and index >= low and page.language.names_before_dash and page.tokens[index].is_word:
        while index > low and page.at(index - 1, Mark.CONJ):  # «мест в детсадах – 4 520»
            if index - 2 < low or not _noun(page, index - 2):
                return None  # «хотя в заголовке – 250»
            index -= 2
        return _unit(page, index)
    return None


def _of_number(page: Page, index: int) -> CountedUnit | None:
    """What the word for number at a token is the number of: «мектеп саны», «число средних школ»."""
    if page.language.head_final:
        noun = index - 1
    else:
        noun = index + 1 + page.at(index + 1, Mark.OUT_OF)
        while page.language.describes(page.word(noun)) and _noun(page, noun + 1):
            noun += 1
    return _unit(page, noun) if _noun(page, noun) else None


def _noun(page: Page, index: int) -> bool:
    """Whether a word may be a noun, as far as the words around it show."""
    if not page.is_word(index) or page.language.is_verbal(page.word(index)):
        return False
    return page.begins[index].keys().isdisjoint(NO_SUBJECT)
