"""Numbers that are times of day: «сағат жетіден», «кешкі 8-ге», «в 13.00», "from 9.00 to 6.30 p.m."."""

import re

from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

HOURS = 24
REACH = 8  # tokens from a number to the word of a time of day
_OCLOCK = re.compile("[0-9]{1,2}[.](?:[03]0|[0-5][0-9] ?[^ 0-9]+ ?[0-9]{1,2}[.][0-5][0-9])")


def is_clock_time(page: Page, number: Number) -> bool:
    """Whether a number is a time of day by the word before it, or by its point."""
    before, last = number.first - 1, number.last
    if (number.upper or number.value or 0) > HOURS or number.signed:
        return False
    if page.at(before, Mark.CLOCK_BEFORE) and not page.counts(before - 1):
        if number.form.ending is None:
            return not page.is_word(last) or page.has(last, Mark.CONJ, Mark.HOUR)
        return not _goes_on_as_amount(page, last)
    if not (page.has(before, Mark.IN, Mark.FROM, Mark.TO) or page.modifier_till(before, Slot.BEFORE)):
        return False  # «в 13.00», «около 21.00»
    if not _OCLOCK.fullmatch(page.between(number.first, last)) or _measures(page, number.first):
        return False
    return page.language.decimal_comma or page.near(number.first, Mark.CLOCK, 0, REACH) is not None


def _goes_on_as_amount(page: Page, index: int) -> bool:
    """Whether what follows says of a number with an ending that it counts: «12-ден астам», «20-ға жетті»."""
    slots = (Slot.AFTER, Slot.AFTER_ABLATIVE, Slot.AFTER_DATIVE)
    bounded = any(page.modifier_at(index, slot) for slot in slots) and not page.at(index, Mark.DATE_END)
    return bounded or page.has(index, Mark.REACH, Mark.RISE, Mark.FALL)


def _measures(page: Page, index: int) -> bool:
    """Whether the sentence of a number tells of a rise or a fall, or has a unit behind a point."""
    return any(
        page.has(at, Mark.RISE, Mark.FALL, Mark.REACH)
        or (page.tokens[at].is_digits and page.word(at - 1) == "." and _is_unit(page, at + 1))
        for at in range(*page.bounds(index))
    )


def _is_unit(page: Page, index: int) -> bool:
    word, language = page.word(index), page.language
    if language.known(word) is not None or language.lemma(word) in language.measures | language.tonnes.keys():
        return True
    return page.has(index, Mark.MEASURE, Mark.CURRENCY, Mark.GLUED, Mark.PERCENT, Mark.POINTS)
