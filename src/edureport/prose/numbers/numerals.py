"""Numerals: digits, number words and their mixtures, as tokens; what they count is not asked here."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.forms import BARE, Ending, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.compounds import compound_at
from edureport.prose.numbers.digits import digits_at
from edureport.prose.numbers.fractions import Ratio, fraction_at, ratio_at
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.pieces import VULGAR, slashed
from edureport.prose.page import Page


def numeral_at(page: Page, index: int) -> Number | None:
    """The numeral that begins at a token, the longest."""
    token = page.tokens[index]
    if not (token.is_digits or token.is_word) or _is_quarter(page, index):
        return _vulgar(page, index) if token.text in VULGAR else None
    if token.is_digits:
        if number := _part(page, index):
            return number
        digits = digits_at(page, index)
        if digits.value is None or digits.shape:
            return Number(index, digits.last, digits.value, shape=digits.shape)
    elif fraction := fraction_at(page, index):
        return _fraction(page, index, fraction)
    elif fold := _fold(page, index):
        return Number(index, index + 1, Decimal(fold), shape=Shape.FOLD)
    elif size := _none(page, index):
        return Number(index, index + size, Decimal(0), shape=Shape.NONE)
    elif token.text in page.language.ordinals:
        return Number(index, index + 1, Decimal(page.language.ordinals[token.text]), shape=Shape.ORDINAL)
    elif (size := page.at(index, Mark.INDEFINITE)) and not (index and page.tokens[index - 1].is_digits):
        size += page.word(index + size) in page.language.multipliers  # «сотни тысяч», «ондаған миллион»
        return Number(index, index + size, None, shape=Shape.INDEFINITE)
    return compound_at(page, index)


def _share(page: Page, index: int, last: int) -> Number | None:
    """The share that digits with a slash are: «1/3-ін», "3/4 of the halls", «более 2/3 залов»."""
    suffixed = page.word(last) == "-" and page.glued(last) and page.glued(last + 1)
    form = page.language.suffixes.get(page.word(last + 1), BARE) if suffixed else BARE
    limit = page.modifier_till(index - 1, Slot.BEFORE)
    bounded = limit and limit[1] is not Bound.AT_MOST and page.is_word(last) and not page.language.articles
    measured = page.language.known(page.word(last)) in page.language.measures
    size = page.at(last, Mark.OUT_OF)
    behind = range(last + size, last + size + 2)
    named = page.is_word(index - 1) and not (  # "Grades 3/4 of the school", "phase 1/3 of"
        limit or page.at(index - 1, Mark.NOT_NOUN) or page.language.is_verbal(page.word(index - 1))
    )
    of = (
        size
        and not named
        and not (page.any_at(behind, Mark.MONTH, Mark.PERCENT, Mark.POINTS) or page.counts(behind[0]))
    )
    if not (form.possessed or of or (bounded and not measured)):
        return None
    ratio = Ratio(3, int(page.word(index)), int(page.word(index + 2)))
    return Number(index, last + 2 * form.possessed, ratio.percentage, shape=Shape.FRACTION, step=ratio.step)


def _vulgar(page: Page, index: int) -> Number:
    """A sign for a half alone: «½ млн», and ½ of something."""
    value = VULGAR[page.word(index)]
    multiplier = page.language.multipliers.get(page.word(index + 1))
    if multiplier is None:
        return Number(index, index + 1, value * 100, shape=Shape.FRACTION)
    return Number(index, index + 2, value.scaleb(multiplier.power), multiplier.form)


def _part(page: Page, index: int) -> Number | None:
    """A share in digits, "3 in 10", or a part of a million or a percent: "3/4 of a million", "5/16 pct"."""
    if ratio := ratio_at(page, index):
        return Number(index, index + ratio.size, ratio.percentage, shape=Shape.FRACTION, step=ratio.step)
    if page.word(index + 1) != "/":
        return None
    last = index + 3
    many = last + page.at(last, Mark.OF_ONE)
    multiplier = page.language.multipliers.get(page.word(many))
    share = page.word(last) == "%" or page.at(last, Mark.PERCENT) or page.at(last, Mark.POINTS)
    part = slashed(page, index)
    if part and not (multiplier or share):
        return _share(page, index, last)
    if part and multiplier:
        return Number(index, many + 1, part.scaleb(multiplier.power), multiplier.form)
    return Number(index, last, part, step=Decimal("0.01")) if part else None


def _fraction(page: Page, index: int, fraction: Ratio) -> Number:
    """A share, or a part of a million: «четверть миллиона», "a quarter of a million"."""
    last = index + fraction.size
    many = last + (page.at(last, Mark.ARTICLE) > 0)
    multiplier = page.language.multipliers.get(page.word(many))
    if multiplier is None:
        return Number(index, last, fraction.percentage, shape=Shape.FRACTION)
    return Number(index, many + 1, (fraction.percentage / 100).scaleb(multiplier.power), multiplier.form)


def _fold(page: Page, index: int) -> int:
    """What «вдвое», "doubled" and "threefold" multiply by; "twice" does so only in comparisons."""
    almost = page.modifier_till(index - 1, Slot.BEFORE) and not _names(page, index + 1)
    if page.at(index, Mark.FOLD_COMPARED) and not (almost or page.at(index + 1, Mark.FOLD_LINK)):
        return 0  # "would almost double over the year"
    return page.language.folds.get(page.word(index), 0)


def _names(page: Page, index: int) -> bool:
    return page.is_word(index) and not page.at(index, Mark.CONJ)


def _none(page: Page, index: int) -> int:
    """The length of «ни одного», "none"; as the label of a number, "none 12", it is no number itself."""
    size = page.begins[index].get(Mark.NONE, 0)
    following = page.word(index + size)
    return 0 if following[:1].isdigit() or following in page.language.cardinals else size


def _is_quarter(page: Page, index: int) -> bool:
    """Whether the word for ninety is a quarter here: «ІІІ тоқсан», «3-ші тоқсан», «өткен тоқсан»."""
    if not page.at(index, Mark.QUARTER):
        return False
    if page.at(index + 1, Mark.QUARTER_AFTER) or page.at(index - 1, Mark.QUARTER_BEFORE):
        return True
    before, roman = page.word(index - 1), index > 0 and page.tokens[index - 1].roman
    if roman or before in page.language.ordinals:
        return True
    hangs = before == "-" and index > 1 and page.tokens[index - 2].is_digits
    return hangs or page.language.suffixes.get(before) == Form(Ending.ORDINAL)
