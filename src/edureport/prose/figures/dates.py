"""Numbers that are dates, lengths of time or times of day, and the dates that have no number."""

import re

from edureport.prose.figures.attributes import is_age, is_mean_age, is_spent
from edureport.prose.figures.year_numbers import LATEST, counted, is_year
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

HOURS = 24
REACH = 8  # tokens from a number to the word of a time of day
_OCLOCK = re.compile("[0-9]{1,2}[.](?:[03]0|[0-5][0-9] ?[^ 0-9]+ ?[0-9]{1,2}[.][0-5][0-9])")
DAYS = 31
BETWEEN = 6  # tokens
SHORT = 2  # digits of a year without its century
OLDEST = 1700  # year of a day: "July 1, 1899."
LONGEST = 1000  # days of a period
_FULL_HOUR = re.compile("(?:[01][0-9]|2[0-3])[0-5][0-9]")  # of "1100 hours"
_PART_OF_YEAR = re.compile(
    "(?:[1-4] ?(?:кв[.]?|К) ?|[12] ?(?:П|п/г) ?|(?:3|6|9|12) ?М)20[0-9]{2}(?![0-9])|[1-4] ?[Qq]trs?(?![a-z])"
)


def is_clock_time(page: Page, number: Number) -> bool:
    """Whether a number is a time of day by the word before it, or by its point."""
    before, last = number.first - 1, number.last
    if (number.upper or number.value or 0) > HOURS or number.signed:
        return False
    if page.at(before, Mark.CLOCK_BEFORE) and not page.counts(before - 1):
        if number.form.ending is None:
            return not page.names(last) or page.at(last, Mark.HOUR) > 0
        return not _goes_on_as_amount(page, last)
    point = page.language.articles and page.word(before) == "at" and not page.till(before, Mark.EXISTS)
    led = point or page.has(before, Mark.IN, Mark.FROM, Mark.TO)
    if not (led or page.modifier_till(before, Slot.BEFORE)):
        return False  # «в 13.00», «около 21.00», "at 9.30"
    if not _OCLOCK.fullmatch(page.between(number.first, last)) or _measures(page, number.first):
        return False
    near = page.near(number.first, Mark.CLOCK, 0, REACH) is not None
    daytime = point and page.near(number.first, Mark.DAYTIME, REACH, REACH) is not None
    return page.language.decimal_comma or near or daytime


def _goes_on_as_amount(page: Page, index: int) -> bool:
    """Whether what follows says of a number with an ending that it counts: «12-ден астам», «20-ға жетті»."""
    slots = (Slot.AFTER, Slot.AFTER_ABLATIVE, Slot.AFTER_DATIVE)
    bounded = any(page.modifier_at(index, slot) for slot in slots) and not page.at(index, Mark.DATE_END)
    return bounded or page.has(index, Mark.REACH, Mark.RISE, Mark.FALL)


def _measures(page: Page, index: int) -> bool:
    """Whether the sentence of a number tells of a rise or a fall, or has a unit behind a point."""
    sentence = range(*page.bounds(index))
    decimals = (at for at in sentence if page.tokens[at].is_digits and page.word(at - 1) == ".")
    moved = page.any_at(sentence, Mark.RISE, Mark.FALL, Mark.REACH)
    return moved or any(_is_unit(page, at + 1) for at in decimals)


def _is_unit(page: Page, index: int) -> bool:
    word, language = page.word(index), page.language
    measured = language.lemma(word) in language.measures | language.tonnes.keys()
    measured = measured or page.has(index, Mark.MEASURE, Mark.CURRENCY, Mark.GLUED, Mark.PERCENT, Mark.POINTS)
    return measured or language.known(word) is not None


def date_of(page: Page, number: Number) -> int:
    """The token before which a date ends that the number begins; 0 if it is none."""
    last = number.last
    if number.shape in {Shape.DATE, Shape.CLOCK} or _is_behind_month(page, number):
        return _extended(page, last)
    if number.shape is Shape.SLASH and page.at(last, Mark.MONTH):
        return _extended(page, last)  # "the night of 11/12 February"
    if _PART_OF_YEAR.match(page.text, page.tokens[number.first].start):
        return last  # «1 кв. 2025», «9М2024»
    if (page.at(last, Mark.CLOCK) and number.plain) or _is_full_hour(page, number):
        return _extended(page, last)
    if number.percent or number.value is None:
        dated = page.at(last, Mark.YEAR) or _month_before(page, number.first)  # "January 1,2016"
        return _extended(page, last) if number.problem and dated else 0
    if is_clock_time(page, number) or _is_day_with_ending(page, number):
        return _extended(page, last)
    if number.form.possessed and not number.year:
        return 0  # «7-еуі тамызда», «60-ы жыл соңына дейін»
    if is_year(page, number) or _is_day(page, number) or _is_decade(page, number):
        return _extended(page, last)
    return 0 if is_age(page, number) else _period(page, number)


def _is_full_hour(page: Page, number: Number) -> bool:
    """Whether four digits are the hour that a sentence tells of: "the busiest hour was 1100 hours"."""
    if not page.at(number.last, Mark.HOUR) or not number.plain or not page.language.articles:
        return False
    if not _FULL_HOUR.fullmatch(page.between(number.first, number.last)):
        return False
    back = range(page.bounds(number.first)[0], number.first)
    return page.at(number.first - 1, Mark.AUX) > 0 and any(page.word(at) == "hour" for at in back)


def _is_decade(page: Page, number: Number) -> bool:
    """The "60's" and the "'90's"."""
    last = number.last
    tens = number.plain and len(page.word(number.first)) == SHORT and page.word(number.first)[1] == "0"
    owned = page.word(last) in {"'", "’"} and page.word(last + 1) == "s"
    return tens and owned and page.glued(last) and page.glued(last + 1)


def _is_behind_month(page: Page, number: Number) -> bool:
    """The year of "30-Jun-10" and "Apr-09", of "May 1, 2016" and of «22 августа, 2012»."""
    before = number.first - 1
    if not number.plain:
        return False
    glued = page.glued(before) and page.glued(number.first)
    if page.word(before) == "-" and (glued or page.at(number.last, Mark.MONTH)):  # "Apr - 23 May - 23"
        return page.till(before - 1, Mark.MONTH) > 0 and len(page.word(number.first)) == SHORT
    month = before
    while 0 < month > before - BETWEEN and _is_of_day(page, month):
        month -= 1
    days = (month - 1, month - 2, *range(month + 1, before + 1))
    year = number.year or (OLDEST <= (number.value or 0) < LATEST and not page.is_word(number.last))
    dated = year and month < before and page.till(month, Mark.MONTH) > 0
    if page.is_digits(month - 2) and page.word(month - 1) not in page.language.suffixes:
        days = days[:1] + days[2:]  # "the 12 in May, 2016", but "2 nd May, 2016"
    return dated and any(page.is_digits(at) for at in days)


def _is_of_day(page: Page, index: int) -> bool:
    """Whether a token may stand between a month and its year: "Dec. 31, 2019", "July 5th, 2012"."""
    ordinal = page.glued(index) and page.word(index) in page.language.suffixes
    return page.tokens[index].is_digits or page.word(index) in {",", ".", "-", "–"} or ordinal


def _is_day_with_ending(page: Page, number: Number) -> bool:
    """Kazakh «ақпанның 9-ында», «28-і күні»."""
    before = number.first - 1
    if not page.language.head_final or not number.form.possessed or (number.value or 0) > DAYS:
        return False
    days = page.till(before, Mark.PERIOD) > 0 and not page.counts(before - 1)
    dated = (days or page.till(before, Mark.MONTH) > 0) and page.has_case(before, Ending.GENITIVE)
    return dated or page.at(number.last, Mark.DAY_NOUN) > 0


def _is_day(page: Page, number: Number) -> bool:
    """«29 шілде», "September 1"; and the years of "September 2024/25"."""
    before, last = number.first - 1, number.last
    if not number.plain or (number.upper or number.value or 0) > DAYS or number.hyphen:
        return bool(number.year and page.till(before, Mark.MONTH))
    if page.at(last, Mark.MONTH):
        return not page.language.capital_months or page.tokens[last].capital
    if page.till(before, Mark.MONTH) and page.word(last) == "," and page.is_year(last + 1):
        return True  # «желтоқсан 13, 2024», in any order of the language
    if page.language.month_first and page.word(before) == "," and page.till(before - 1, Mark.MONTH):
        between = page.any_at(page.before(before, BETWEEN), Mark.BETWEEN)
        return between and counted(page, last) is None  # "between October, 26-31."
    month = _month_before(page, number.first)
    decimals = page.word(number.first + 1) == "." and last > number.first + 2  # "March 6.8" of a table
    if not (page.language.month_first and month and page.tokens[before - month + 1].capital) or decimals:
        return False
    if month > 1 or page.at(before - 1, Mark.BEFORE_DAY):
        return True  # "Sept. 18", "on March 5 schools were shut", "based on August 1 conditions"
    if page.at(before - 1, Mark.INSIDE):
        return not page.names(last)
    return counted(page, last) is None  # "the March 5 flood", but "since May 12 schools opened"


def _month_before(page: Page, first: int) -> int:
    """How many tokens a month right before a token has, with the point of "Sept."; 0 if none is there."""
    point = page.word(first - 1) == "." and page.glued(first - 1)
    return page.till(first - 1 - point, Mark.MONTH) and 1 + point


def _period(page: Page, number: Number) -> int:
    """Where a length of time ends: «9 ай ішінде», "three years"; 0 if the number is none."""
    last, top = number.last, number.upper or number.value or 0
    if page.has(last, Mark.YEAR_BEFORE, Mark.NOT_PERIOD) or is_mean_age(page, number):
        return 0  # «300 против 250 годом ранее»
    if number.has_decimals and not page.at(number.first - 1, Mark.FOR_TIME):
        return 0  # "a stay of 6.4 days", «48,6 года»
    if top > LATEST or number.shape is Shape.BARE:
        return 0
    noun = last + (page.at(last, Mark.SKIP) or page.at(last, Mark.OF_PERIOD))
    if page.has(noun, Mark.YEAR, Mark.PERIOD) and is_spent(page, number, noun + 1):
        return 0
    if page.at(noun, Mark.YEAR) and not page.at(noun, Mark.HALF) and not number.hyphen:
        return _extended(page, noun)
    end = next((at for at in (last, noun) if page.at(at, Mark.PERIOD)), None)
    return 0 if end is None or top > LONGEST else _extended(page, end)


def _extended(page: Page, last: int) -> int:
    """Past the words that belong to a date: «2025 жылдың соңына дейін»; elsewhere no more than the number."""
    if not page.language.head_final:
        return last
    end, size = last, 1
    while size:
        size = max(page.at(end, tag) for tag in (Mark.YEAR, Mark.MONTH, Mark.PERIOD, Mark.TIME_NOUN))
        if not size and page.word(end) in {"-", "–"} and end > last and page.at(end + 1, Mark.MONTH):
            size = 1
        if not size and page.at(end, Mark.DATE_END) and end > last:
            return end + 1
        end += size
    return end


def dates_in_words(page: Page) -> list[tuple[int, int]]:
    """Dates without a number, as tokens: «жыл соңына дейін»."""
    dated = sorted(page.where.get(Mark.DATEWORD, ()))
    return [(index, index + page.begins[index][Mark.DATEWORD]) for index in dated]
