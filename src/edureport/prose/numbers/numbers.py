"""Numbers of a page: numerals with their suffixes and percent signs, and ranges of two of them."""

from decimal import Decimal

from edureport.prose.grammar.marks import Fraction, Mark
from edureport.prose.numbers.affixes import with_affixes
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.numerals import numeral_at
from edureport.prose.numbers.pieces import VULGAR
from edureport.prose.numbers.ranges import LARGE, power_of, range_of, sharing
from edureport.prose.page import Page

LIST = 100  # things that are counted one by one
# What a number in words may begin with, beside a number word.
_BEGINNING = frozenset({Mark.ARTICLE, Mark.EVERY, Mark.HALF_OF, Mark.HALF_SHARE, Mark.QUARTER_SHARE,
                        Mark.INDEFINITE, Mark.NONE, Mark.ONE_HALF})  # fmt: skip


def numbers(page: Page) -> list[Number]:
    """The numbers in order, ranges as one."""
    read: list[Number] = []
    marked = frozenset().union(
        *(at for tag, at in page.where.items() if tag in _BEGINNING or isinstance(tag, Fraction))
    )
    spoken, index = page.language.number_words, 0
    while index < len(page.tokens):
        token = page.tokens[index]
        word = token.is_word and (index in marked or token.text in spoken)
        asked = word or token.text in VULGAR or (token.is_digits and not _raises(page, index))
        numeral = numeral_at(page, index) if asked else None
        if numeral is None:
            if read and Mark.ARTICLE in page.begins[index] and _is_one(page, index, read[-1]):
                read.append(Number(index, index + 1, Decimal(1), shape=Shape.ARTICLE))
            index += 1
            continue
        if numeral.shape is Shape.BARE and _multiply_before_bracket(page, read, numeral):
            index = numeral.last
            continue
        number = with_affixes(page, numeral)
        if read and _spell_one(page, read[-1], number):
            number = _in_words_and_digits(page, read.pop(), number)
        merged = range_of(page, read[-1], number) if read else None
        if merged:
            read[-1] = merged
        else:
            read.append(number)
        index = number.last
    return sharing(page, read)


def _spell_one(page: Page, number: Number, bracket: Number) -> bool:
    """Whether one of two equal numbers stands in words and the other in digits, the second in brackets."""
    opening = bracket.first - 1
    if page.word(opening) != "(" or number.last != opening or page.word(bracket.last) != ")":
        return False
    worded = page.is_word(number.first) is not page.is_word(bracket.first)
    equal = number.value is not None and number.value == bracket.value
    return worded and equal and bracket.percent is number.percent and not (number.shape or bracket.shape)


def _in_words_and_digits(page: Page, number: Number, bracket: Number) -> Number:
    """The one number of "forty-five (45) schools" and «45 (сорок пять) процентов», with what follows it."""
    whole = bracket._replace(first=number.first, last=bracket.last + 1, plain=False)
    return whole if bracket.percent else with_affixes(page, whole)


def _raises(page: Page, index: int) -> bool:
    """Whether a digit makes a square or a cube of the metre before it: «1,9 млн. м 3»."""
    if (
        page.word(index) not in {"2", "3"}
        or page.word(index - 1) not in {"м", "m"}
        or page.at(index + 1, Mark.GLUED)
    ):
        return False
    before = index - 2 - (page.word(index - 2) == ".")
    return before >= 0 and (page.tokens[before].is_digits or page.word(before) in page.language.multipliers)


def _multiply_before_bracket(page: Page, read: list[Number], numeral: Number) -> bool:
    """Take «мың» in «44,9 (48,4) мың адам» to both numbers before it; whether it stands so."""
    if not read or page.word(numeral.first - 1) != ")" or read[-1].last != numeral.first - 1:
        return False
    power = power_of(page, numeral._replace(first=numeral.first - 1))
    opening = next((at for at in range(read[-1].first - 1, 0, -1) if page.word(at) == "("), 0)
    before = next(
        (place for place in (-2, -3, -4) if -place <= len(read) and read[place].last == opening), -1
    )
    for place in sorted({-1, before}):
        low, value = read[place], read[place].value or Decimal(0)
        if not low.plain:
            continue
        if value < LARGE:
            step = (low.step or Decimal(1)).scaleb(power)
            read[place] = low._replace(value=value.scaleb(power), plain=False, year=False, step=step)
    return power > 0


def _is_one(page: Page, index: int, before: Number) -> bool:
    """Whether an article counts the last of a list: "eight libraries, five clubs and a museum"."""
    if not page.at(index - 1, Mark.JOIN) or before.value is None:
        return False
    if before.year or before.percent or before.shape or before.value >= LIST:
        return False
    between = range(before.last, index - 1)
    if not 0 < len(between) < 4 or not all(_names(page, word) for word in between):
        return False
    end = index + 1
    while _names(page, end) and end - index < 4:
        end += 1
    return end > index + 1 and not page.word(end)[:1].isalnum() and page.word(end) not in {"-", "–"}


def _names(page: Page, index: int) -> bool:
    """Whether a word can belong to the name of what is counted."""
    return page.word(index)[:1].isalpha() and not page.at(index, Mark.CONJ) and not page.at(index, Mark.DONE)
