"""Modifiers: the words before and behind a number that give it a bound."""

from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.grammar.forms import BARE, Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

FREE = frozenset({"–", ":", "("})
AVERAGED = 8  # words to "on average"
COMPARED = 15  # words
RISEN = 12  # words back from "up to" to what has risen
REACH = 3  # words between a number and the modifier that its unit carries
CASED = {Ending.ABLATIVE: Slot.AFTER_ABLATIVE, Ending.DATIVE: Slot.AFTER_DATIVE}
LINKS = (Mark.BY, Mark.IN, Mark.TO_WORD, Mark.ARTICLE, Mark.CURRENCY, Mark.GOVERNS)


class Limit(NamedTuple):
    """A bound, the tokens of the words that say it, and where the number then ends."""

    bound: Bound
    first: int
    last: int
    end: int


def limit_of(page: Page, number: Number) -> Limit | None:
    """The bound that is said of a number; None if it stands bare."""
    behind = _after(page, number) if page.language.head_final else None
    return behind or _any(page, number) or _before(page, number) or _inverted(page, number)


def is_averaged(page: Page, number: Number) -> bool:
    """Whether "on average" stands further before a number: «в среднем по области составила 28,3».

    It is said of the first number behind it, with no sign, conjunction or other number between.
    """
    for index in page.before(number.first, AVERAGED):
        if size := page.till(index, Mark.ON_AVERAGE):
            return not page.at(index + 1 - size, Mark.MIDDLE)
        if page.word(index) == "," and page.till(index - 1, Mark.ON_AVERAGE):
            continue  # "On average, pupils wait 20 minutes"
        joins = page.at(index, Mark.JOIN) and not page.at(index, Mark.INFINITIVE)
        if joins or not (page.is_word(index) or page.at(index, Mark.CURRENCY)):
            return False
        one = (cardinal := page.cardinal(index)) and cardinal.value == 1
        if page.word(index) in page.language.number_words and not one:
            return False
    return False


def _before(page: Page, number: Number) -> Limit | None:
    """«более 300», "at least 7"; also with a preposition on either side: «почти на 8», «на почти 8»."""
    first = number.first
    if page.at(first - 1, Mark.LEAST_FROM) and page.word(first - 2) in FREE:
        return Limit(Bound.AT_LEAST, first - 1, first, number.last)  # «цена – от 70 тысяч тенге»
    aside = page.modifier_till(first - 2, Slot.BEFORE) if page.word(first - 1) == "," else None
    if aside and aside[0] > 1:  # «орташа алғанда, 15 мың», "on average, 15"
        return Limit(aside[1], first - 1 - aside[0], first - 1, number.last)
    first = _before_currency(page, first)
    for index in (first - 1, first - 2):
        than = page.at(index, Mark.THAN) > 0
        parted = 2 * (than and page.word(index - 1) == ",")  # «больше, чем в два раза»
        modifier = page.modifier_till(index - parted, Slot.BEFORE)
        if modifier and index >= page.bounds(first)[0]:
            size, bound = modifier[0] + parted, modifier[1]
            if page.at(index, Mark.TO) and (wider := page.modifier_till(index - 1, Slot.BEFORE)):
                size, bound = wider[0] + 1, wider[1]  # «почти до 77 тысяч»
            times = page.at(first - 1, Mark.IN) and page.at(number.last, Mark.TIMES)
            by = index < first - 1 and (page.has(first - 1, Mark.BY, Mark.GOVERNS) or times)
            if _sets_no_bound(page, index, index - size, number):
                return None
            if bound is Bound.AT_MOST and _has_risen(page, index - size + 1, number.last):
                return None  # "the number is also up to 605, compared to 575"
            if by and page.has(index, Mark.RISE, Mark.FALL, Mark.EXCEEDS):
                return None  # «выездов стало меньше на 1527», «превысив на», «выше в 1,3 раза»
            return Limit(bound, index - size + 1, index + 1, number.last)
        if not page.has(first - 1, *LINKS):
            break
    return None


def _before_currency(page: Page, first: int) -> int:
    """The token behind what stands before the sign of a currency, and before the S of S$500."""
    size = page.till(first - 1, Mark.CURRENCY)
    sign = first - size
    lettered = size and page.glued(sign) and page.tokens[sign - 1].capital and len(page.word(sign - 1)) == 1
    return sign - bool(lettered)


def _has_risen(page: Page, up: int, last: int) -> bool:
    """Whether English "up to" is what something has risen to."""
    if page.at(up - 1, Mark.MOVED):
        return True  # "it goes up to 605"
    back = page.before(up - 1, RISEN)
    if page.word(up - 1) == "," and page.any_at(back, Mark.RISE):  # "it went up by 206, up to 1,548"
        return any(page.has(at, Mark.BY, Mark.PERCENT) or page.word(at) == "%" for at in back)
    ahead = range(last, min(page.bounds(up)[1], last + COMPARED))
    stands = page.any_at((up - 1, up - 2), Mark.AUX) and page.at(up, Mark.UPDOWN) > 0
    return stands and page.any_at(ahead, Mark.COMPARED)


def _sets_no_bound(page: Page, index: int, before: int, number: Number) -> bool:
    """English "lower than 70.7 per cent for 2014", "9 % more than 11.4 tonnes", "over four phases"."""
    last = number.last
    counts = number.plain and (not number.has_decimals or page.at(last, Mark.LENGTH))
    if page.at(index, Mark.CROSSED) and counts and index == number.first - 1:
        return True  # "crossing 3 districts", but "crossing $3 billion", "crossed 3.5 tonnes"
    ahead = range(last, last + REACH)
    earlier = page.any_at(ahead, Mark.EARLIER) or any(map(page.is_year, ahead))
    if page.till(index, Mark.COMPARING) and earlier:
        return True
    share = page.word(before) == "%" or page.till(before, Mark.PERCENT)
    compared = share and page.at(index, Mark.THAN) > 0 and page.language.articles
    return compared or (page.word(index) == "over" and page.at(last, Mark.PHASED) > 0)


def _inverted(page: Page, number: Number) -> Limit | None:
    """Russian «человек двадцать»: the noun before the number makes it about twenty."""
    first, last = number.first, number.last
    if not page.till(first - 1, Mark.INVERTED) or number.plain or number.percent or number.shape:
        return None
    counted = page.counts(first - 2) or (page.names(last) and not page.at(last, Mark.DONE))
    return None if counted else Limit(Bound.ABOUT, first, first, last)


def _after(page: Page, number: Number) -> Limit | None:
    """«300-ден астам»; the case may stand on the unit: «300 мектептен астам»."""
    last, form = number.last, number.form
    loose = BARE if form else page.suffix(last)
    if not loose.possessed and (limit := _cased(page, loose.ending, last + 1, last + 1)):
        return limit  # «300 ден астам»
    if form.ending in CASED:
        return _cased(page, form.ending, _past_bracket(page, last), last)
    if form.ending is not None:
        return None
    for index in range(last, last + REACH):
        if not page.names(index) or page.word(index) in page.language.number_words:
            break
        if page.at(index, Mark.SKIP) > 1:
            continue  # «308 мектепке дейінгі ұйым» are preschools, and no limit
        case, ended = _case_at(page, index)
        if limit := _cased(page, case, ended, last):
            return None if limit.bound is Bound.AT_MOST and page.at(index, Mark.TIME_NOUN) else limit
    bare = page.modifier_at(last, Slot.AFTER_BARE)
    return Limit(bare[1], last, last + bare[0], last) if bare else None


def _case_at(page: Page, index: int) -> tuple[Ending | None, int]:
    """The case of a word and the token behind it; that of «кг-дан» stands behind a hyphen."""
    suffix = page.suffix(index + 2)
    return (
        (suffix.ending, index + 3) if suffix and page.hyphened(index + 1) else (page.case(index), index + 1)
    )


def _past_bracket(page: Page, index: int) -> int:
    """Behind a short bracket at a token: «12 мыңға (11 909) жуықтады»."""
    if page.word(index) != "(":
        return index
    closing = (at + 1 for at in range(index, index + 2 * REACH) if page.word(at) == ")")
    return next(closing, index)


def _cased(page: Page, case: Ending | None, index: int, end: int) -> Limit | None:
    """The words of a bound at a token that ask for the case before them."""
    slot = CASED.get(case) if case else None
    modifier = page.modifier_at(index, slot) if slot else None
    return Limit(modifier[1], index, index + modifier[0], end) if modifier else None


def _any(page: Page, number: Number) -> Limit | None:
    """Words that need no case: «20 шақты», «300 с лишним», "300 or more", 300+."""
    last = number.last
    for index in range(last, last + (REACH if page.language.head_final else 2)):
        modifier = page.modifier_at(index, Slot.AFTER)
        beside = index == last or page.is_word(index)  # «42 Rh+» are no more than 42
        if modifier and beside and not page.counts(index + modifier[0]):
            return Limit(modifier[1], index, index + modifier[0], last)
        if not page.names(index):
            break
    if number.form.ending is Ending.LIKE or page.language.is_like(page.word(last)):
        return Limit(Bound.ABOUT, last, last, last)
    return None
