"""Numerals: digits, number words, fractions and their mixtures, as tokens; not what they count."""

from decimal import Decimal
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.grammar.forms import BARE, Ending, Form
from edureport.prose.grammar.marks import Fraction, Mark, Slot
from edureport.prose.numbers.compounds import VULGAR, compound_at, slashed
from edureport.prose.numbers.digits import digits_at
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

HUNDREDTH = Decimal("0.01")
OF_ANY = range(2, 11)  # «оннан үші»: a fraction by its form, whatever it is counted by
OF_FEW = frozenset({3, 4, 5, 10, 20, 100, 1000})  # "three in ten": what shares are spoken in
OF_ONE = OF_FEW | frozenset(range(3, 21))  # "one in six"
DIGITS, HALVES = 4, 2
ALONE = frozenset([":", ".", ",", ";", "(", ")", CELL, END, ""])  # around a word that is an answer
TIMES = frozenset({Mark.PERIOD, Mark.YEAR, Mark.HOUR, Mark.MONTH})
OF_ROUND = frozenset({10, 100})  # «семь из десяти»: of five there may really be five


class Ratio(NamedTuple):
    """So many of so many, in how many tokens."""

    size: int
    above: int
    below: int

    @property
    def percentage(self) -> Decimal:
        """To two decimals."""
        return (Decimal(self.above) * 100 / self.below).quantize(HUNDREDTH).normalize()

    @property
    def step(self) -> Decimal:
        """One more of so many, in percent."""
        return Decimal(100) / self.below


def fraction_at(page: Page, index: int) -> Ratio | None:
    """The fraction in words that begins at a token."""
    half_year = page.word(index - 1) in page.language.ordinals  # "the first half of the year"
    for tag, size in page.begins[index].items():
        ordered = page.at(index + size, Mark.ORDERED) and isinstance(tag, Fraction) and tag.below > HALVES
        if isinstance(tag, Fraction) and not half_year and not ordered:
            return Ratio(size, *tag)
    share = 2 if page.at(index, Mark.HALF_SHARE) else 4 * (page.at(index, Mark.QUARTER_SHARE) > 0)
    half = share == 2 and page.word(index + 1) == "("  # "half (50%)"
    alone = share and (half or page.modifier_till(index - 1, Slot.BEFORE))
    if alone and not page.at(index + 1, Mark.ARTICLE) and not _timed(page, index + 1):
        return Ratio(1, 1, share)  # "more than half, 52.6 per cent", «около четверти школ»
    if part := _article_part(page, index):
        return Ratio(2, 1, part)
    above = page.cardinal(index)
    if above and (below := page.language.fractions.get(page.word(index + 1))) and above.value < below:
        return Ratio(2, above.value, below)  # "three fifths"
    size = page.begins[index].get(Mark.EVERY, 0)
    if size and index + size < len(page.tokens):
        ordinal = page.language.ordinals.get(page.tokens[index + size].text, 0)
        timed = _timed(page, index + size + 1)
        return Ratio(size + 1, 1, ordinal) if ordinal > 1 and not timed else None
    return _spoken(page, index)


def _article_part(page: Page, index: int) -> int:
    """What "by a fifth" and "almost a tenth" are one of; 0 if they are no fraction."""
    if not page.at(index, Mark.ARTICLE):
        return 0
    told = page.at(index - 1, Mark.BY) or page.modifier_till(index - 1, Slot.BEFORE)
    below = page.language.ordinals.get(page.word(index + 1), 0)
    compared = page.at(index + 3, Mark.THAN)  # "about a fourth bigger than"
    named = page.names(index + 2) and not compared
    return below if told and below > 2 and not named else 0


def ratio_at(page: Page, index: int) -> Ratio | None:
    """The same in digits: "3 in 10", "12 in every 100"; «3 из 10 школ» are counts."""
    any_ = page.at(index + 1, Mark.OF_ANY_RATIO)
    size = any_ or page.at(index + 1, Mark.IN_RATIO) or _out_of(page, index + 1)
    last = index + 1 + size
    if not size or not page.is_digits(last) or len(page.word(last)) > DIGITS:
        return None
    above, below = int(page.word(index)[: DIGITS + 1]), int(page.word(last))
    behind = page.is_digits(index - 1) or (page.word(index - 1) in ".," and page.glued(index))
    known = OF_ONE if above == 1 else OF_FEW
    if behind or not 0 < above < below or not (any_ or below in known) or _timed(page, last + 1):
        return None
    return Ratio(size + 2, above, below)


def _out_of(page: Page, index: int) -> int:
    """The length of "out of" before ten or a hundred people, which tells a share: "9 out of 10 women"."""
    size = page.at(index, Mark.OF_RATIO)
    people = size and page.language.articles and page.is_of_people(index + size + 1)
    return size if people and page.word(index + size) in {"10", "100"} else 0


def _spoken(page: Page, index: int) -> Ratio | None:
    """Two number words: «оннан үші» by their cases, "three in ten" by what joins them."""
    first = page.cardinal(index)
    if first is None or (page.tokens[index].gap == " " and page.cardinal(index - 1)):
        return None
    if first.form == Form(Ending.ABLATIVE):
        part = page.cardinal(index + 1)
        whole = part and part.form.possessed and part.value < first.value in OF_ANY
        return Ratio(2, part.value, first.value) if part and whole else None
    noun = first.value == 1 and page.at(index + 2, Mark.IN_RATIO) and not page.is_word(index + 4)
    for tag, known in ((Mark.IN_RATIO, OF_FEW), (Mark.OF_RATIO, OF_ROUND)):
        if size := page.at(index + 1 + bool(noun), tag):
            other = index + 1 + bool(noun) + size  # "in one household in four, someone"
            word = page.cardinal(other)
            below = word.value if word else int(page.word(other)) if page.word(other) in {"10", "100"} else 0
            one = tag is Mark.IN_RATIO and first.value == 1
            if first.value < below in (OF_ONE if one else known) and not _timed(page, other + 1):
                return Ratio(size + 2 + bool(noun), first.value, below)
    return None


def _timed(page: Page, index: int) -> bool:
    """Whether a word for a time follows: «каждый третий день» and "one in ten years" are no shares."""
    return index < len(page.begins) and not page.begins[index].keys().isdisjoint(TIMES)


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
    form = page.suffix(last + 1) if page.hyphened(last) else BARE
    limit = page.modifier_till(index - 1, Slot.BEFORE)
    bounded = limit and limit[1] is not Bound.AT_MOST and page.is_word(last) and not page.language.articles
    measured = page.measures(last)
    size = page.at(last, Mark.OUT_OF)
    behind = range(last + size, last + size + 2)
    led = limit or page.at(index - 1, Mark.NOT_NOUN) or page.language.is_verbal(page.word(index - 1))
    named = page.is_word(index - 1) and not led  # "Grades 3/4 of the school", "phase 1/3 of"
    other = page.any_at(behind, Mark.MONTH, Mark.PERCENT, Mark.POINTS) or page.counts(behind[0])
    of = size and not (named or other)
    if not (form.possessed or of or (bounded and not measured)):
        return None
    ratio = Ratio(3, int(page.word(index)), int(page.word(index + 2)))
    return Number(index, last + 2 * form.possessed, ratio.percentage, shape=Shape.FRACTION, step=ratio.step)


def _vulgar(page: Page, index: int) -> Number:
    """A sign for a half alone: «½ млн», and ½ of something."""
    value = VULGAR[page.word(index)]
    multiplier = page.multiplier(index + 1)
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
    multiplier = page.multiplier(many)
    share = page.is_percent(last) or page.at(last, Mark.POINTS)
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
    multiplier = page.multiplier(many)
    if multiplier is None:
        return Number(index, last, fraction.percentage, shape=Shape.FRACTION)
    return Number(index, many + 1, (fraction.percentage / 100).scaleb(multiplier.power), multiplier.form)


def _fold(page: Page, index: int) -> int:
    """What «вдвое», "doubled" and "threefold" multiply by; "twice" does so only in comparisons."""
    almost = page.modifier_till(index - 1, Slot.BEFORE) and not page.names(index + 1)
    if page.at(index, Mark.FOLD_COMPARED) and not (almost or page.at(index + 1, Mark.FOLD_LINK)):
        return 0  # "would almost double over the year"
    return page.language.folds.get(page.word(index), 0)


def _none(page: Page, index: int) -> int:
    """The length of «ни одного», "none"; as the label of a number, "none 12", it is no number itself.

    Nor is it as an answer or the words of a cell, which say nothing of what there is none of.
    """
    size = page.begins[index].get(Mark.NONE, 0)
    following = page.word(index + size)
    if page.word(index - 1) in ALONE and following in ALONE:
        return 0
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
