"""Quarters, halves and months that a text names by their number: «ІІ тоқсан», "the first nine months"."""

from typing import NamedTuple

from edureport.prose.grammar.forms import HUNDRED_RANK, Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage

ORDINAL = Form(Ending.ORDINAL)


class _PartOfYear(NamedTuple):
    """A part of a year that is named by its number: its marks, how many there are, their months."""

    noun: TimeMark
    before: TimeMark
    most: int
    months: int
    grain: Grain


_PARTS_OF_YEAR = (
    _PartOfYear(TimeMark.QUARTER, TimeMark.QUARTER_BEFORE, 4, 3, Grain.QUARTER),
    _PartOfYear(TimeMark.HALF, TimeMark.HALF_BEFORE, 2, 6, Grain.HALF),
)


def numbered_part(words: TimePage, index: int) -> Expression | None:
    """A quarter or a half by its number: «ІІ тоқсан», «в третьем квартале», "the first half", Q1."""
    page = words.page
    for part in _PARTS_OF_YEAR:
        before = words.at(index, part.before)
        digit = index + before
        if before and page.tokens[index].capital and page.glued(digit):
            number = words.number(digit, 1)
            if number and number <= part.most:
                last, end = _second(words, digit + 1, number, part)
                return _months_of(part, index, end, number, last)
    number = _ordinal(words, index)
    if not number:
        return None
    end = index + 1 + _suffix(words, index + 1)
    last = number
    if _joins(words, end) and _ordinal(words, end + 1) > number:
        last = _ordinal(words, end + 1)
        end += 2 + _suffix(words, end + 2)
    for part in _PARTS_OF_YEAR:
        noun = words.at(end, part.noun)
        if noun and last <= part.most and not page.at(end + noun, Mark.ARTICLE):  # "half a million"
            return _months_of(part, index, end + noun, number, last)
    return None


def _joins(words: TimePage, index: int) -> bool:
    return words.page.word(index) in {"-", "–"} or words.at(index, TimeMark.AND) > 0


def _second(words: TimePage, end: int, number: int, part: _PartOfYear) -> tuple[int, int]:
    """The second of "Q1–Q3", and where that ends; else the first again."""
    if words.page.word(end) in {"-", "–"} and words.at(end + 1, part.before):
        last = words.number(end + 2, 1)
        if last and number < last <= part.most:
            return last, end + 3
    return number, end


def _months_of(part: _PartOfYear, first: int, end: int, number: int, last: int) -> Expression:
    grain = part.grain if last == number else Grain.MONTHS
    return Expression(first, end, Sense.MONTHS, (number - 1) * part.months + 1, last * part.months, grain)


def _ordinal(words: TimePage, index: int) -> int:
    """The number of a quarter, in any writing; 0 if a token is none."""
    page = words.page
    if index >= len(page.tokens):  # behind a dash at the end of a text
        return 0
    token = page.tokens[index]
    return token.roman or words.number(index, 1) or page.language.ordinals.get(token.text, 0)


def _suffix(words: TimePage, index: int) -> int:
    """The length of the ending of an ordinal in digits: «3-ші», «1-го», «2-» before its noun."""
    page = words.page
    if page.word(index) == "-" and page.glued(index):
        return 1 + (page.glued(index + 1) and page.language.suffixes.get(page.word(index + 1)) == ORDINAL)
    return int(page.glued(index) and page.language.suffixes.get(page.word(index)) == ORDINAL)


def counted_months(words: TimePage, index: int) -> Expression | None:
    """So many months, with or without "first"; «соңғы 5 жыл», "the last five years"."""
    prefix = words.at(index, TimeMark.FIRST)
    lasting = 0 if prefix else words.at(index, TimeMark.LASTING)
    number = index + prefix + lasting
    count = _count(words, number)
    if not count:
        return None
    end = number + 1 + (words.page.word(number + 1) == "-" and words.page.language.ordinal_hyphen)
    if lasting and words.at(end, TimeMark.YEARS) and count > 1:
        return Expression(index, end + 1, Sense.LAST_YEARS, count, count, Grain.YEARS)
    noun = words.at(end, TimeMark.MONTHS)
    if not noun or count > 12 or lasting:
        return None
    if count == 1 and not prefix:
        return None
    return Expression(
        index, end + noun, Sense.MONTHS, 1, count, Grain.MONTHS, counted=True, prefix=prefix > 0
    )


def _count(words: TimePage, index: int) -> int:
    """A whole number under a hundred, in digits or in one word."""
    number = words.number(index, 2)
    if number is not None:
        return number
    cardinal = words.page.language.cardinals.get(words.page.word(index))
    return cardinal.value if cardinal and cardinal.rank < HUNDRED_RANK else 0
