"""Years, dates, months and the parts of a year as a text names them: in digits, by a name or a number."""

from typing import NamedTuple

from edureport.prose.grammar.forms import HUNDRED_RANK, Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage

EARLIEST, LATEST = 1900, 2100
LIST = 12  # years; a longer list is no statement about time


def _year_at(words: TimePage, index: int) -> int | None:
    """Four digits that could be a year and are no part of a longer number."""
    page, year = words.page, words.number(index, 4)
    if year is None or not EARLIEST <= year <= LATEST or len(page.word(index)) != 4:
        return None
    sign = page.word(index + 1) in {".", ",", ":", "/"} and page.glued(index + 1)
    return None if sign and page.glued(index + 2) and page.is_digits(index + 2) else year


def school_year(words: TimePage, index: int) -> Expression | None:
    """«2024-2025 оқу жылы», «2024/25 учебный год», "the 2024/25 school year"; 2024/25 or 2024-25 alone."""
    page, end, year = words.page, index + 3, words.number(index, 4)
    sign, second = page.word(index + 1), page.word(index + 2)
    if year is None or not EARLIEST <= year <= LATEST or sign not in {"-", "–", "/"}:
        return None
    if second not in {str(year + 1), str(year + 1)[2:]}:
        return None
    noun = words.at(end, TimeMark.SCHOOLYEAR)
    tight = len(second) == 2 and page.glued(index + 1) and page.glued(index + 2)
    more = page.glued(end) and page.word(end) in {"-", "–", "/"}  # a date, or a number of something
    if not noun and sign != "/" and (not tight or more):
        return None
    return Expression(index, end + noun, Sense.SCHOOL, year, year, Grain.SCHOOL_YEAR)


def named_years(words: TimePage, index: int) -> Expression | None:
    """A year, years from one to another, or a list of them that one word for year ends."""
    page, year = words.page, _year_at(words, index)
    if year is None:
        return None
    years, end, listed = [year], index + 1, False
    while len(years) < LIST and not words.at(end, TimeMark.YEAR):
        comma = page.word(end) == "," or words.at(end, TimeMark.AND) > 0
        joined = comma or (page.word(end) in {"-", "–"} and len(years) == 1)
        following = _year_at(words, end + 1) if joined else None
        if following is None or following <= years[-1] or (comma and len(years) > 1 and not listed):
            break
        listed = listed or comma
        years.append(following)
        end += 2
    hyphen = page.word(end) == "-" and page.glued(end)
    noun = words.at(end + hyphen, TimeMark.YEAR)
    worded = bool(noun)
    counts = page.names(end)
    if not worded and listed and (counts or not words.till(index - 1, TimeMark.IN)):  # "in 2024, 2025 pupils"
        years, end, listed, hyphen = [year], index + 1, False, False
    if worded:
        end += hyphen + noun
        point = page.word(end) == "." and page.glued(end) and len(set(page.sentence[end : end + 2])) == 1
        end += point and page.word(end - 1) in {"г", "гг", "ж", "жж"}  # but not that of the sentence
    grain = Grain.YEAR if len(years) == 1 else Grain.YEARS
    return Expression(index, end, Sense.YEARS, years[0], years[-1], grain, listed=listed, worded=worded)


CENTURY = 2000  # of a year of two digits
LATEST_SHORT = 39  # such a year; those above may be of the century before
_BEFORE_DATE = (TimeMark.BEFORE_AS_OF, TimeMark.BEFORE_DUE, TimeMark.BEFORE_SINCE, TimeMark.SPAN_FROM,
                TimeMark.IN, TimeMark.TO, TimeMark.DATED)  # fmt: skip
_BEHIND_DATE = (TimeMark.YEAR, TimeMark.AFTER_AS_OF, TimeMark.AFTER_DUE, TimeMark.AFTER_SINCE)


def date_in_digits(words: TimePage, index: int) -> Expression | None:
    """2025-09-01, 01.09.2025, 1.9.2025; 01.09.25 beside a word for a time, or alone."""
    tokens = words.page.tokens[index : index + 5]
    if len(tokens) < 5 or tokens[1].gap or any(token.gap for token in tokens[2:]):
        return None
    first, sign, middle, again, last = (token.text for token in tokens)
    if sign != again or not (tokens[2].is_digits and tokens[4].is_digits) or len(middle) > 2:
        return None
    if sign == "-" and len(first) == 4 and len(last) == 2:
        year, day = first, last
    elif sign == "." and len(first) <= 2 and len(last) == 4:
        year, day = last, first
    elif sign == "." and len(middle) == 2 and _is_short_year(last) and _is_told_as_date(words, index):
        year, day = f"{CENTURY + int(last)}", first
    else:
        return None
    if not EARLIEST <= int(year) <= LATEST or not 1 <= int(middle) <= 12 or not 1 <= int(day) <= 31:
        return None
    end = index + 5 + words.at(index + 5, TimeMark.YEAR)
    return Expression(index, end, Sense.DATE, int(year), int(middle) * 100 + int(day), Grain.DAY)


def _is_short_year(text: str) -> bool:
    return len(text) == 2 and text.isdigit() and int(text) <= LATEST_SHORT


def _is_told_as_date(words: TimePage, index: int) -> bool:
    """Whether a word before or behind 10.11.12 tells that it is no number of goods or of a paragraph."""
    page, end = words.page, index + 5
    if page.word(end) == "." and page.glued(end) and page.glued(end + 1):
        return False  # 10.11.12.3
    led = any(words.till(index - 1, tag) for tag in _BEFORE_DATE) or page.till(index - 1, Mark.BEFORE_DAY) > 0
    followed = any(words.at(end, tag) for tag in _BEHIND_DATE)
    return followed or (led and page.is_word(index - 1)) or len(page.tokens) == 5


def day_of_month(words: TimePage, index: int) -> Expression | None:
    """«1 қыркүйек», «1-ші қыркүйек», "1st September", "September 1"."""
    day = words.number(index, 2)
    if day is not None:
        noun = index + 1
        noun += words.at(noun, TimeMark.DAY_SUFFIX) or words.page.hyphened(noun)
        noun += words.at(noun, TimeMark.DAY_OF)
        month = words.month(noun)
        # «5 қазаннан» after another number is a day as well, but "5 May" is one in English too.
        if not month or not 1 <= day <= 31:
            return None
        end = _past_month(words, noun)
        return _with_short_year(words, Expression(index, end, Sense.DAY, month, day, Grain.DAY))
    month = words.month(index) if words.page.language.month_first else 0
    if not month:
        return None
    after = index + 1 + (words.page.word(index + 1) == "." and words.page.glued(index + 1))
    day = words.number(after, 2)
    percent = words.page.is_percent(after + 1)
    if day is None or not 1 <= day <= 31 or percent:
        return None
    end = after + 1 + (words.at(after + 1, TimeMark.DAY_SUFFIX) if words.page.glued(after + 1) else 0)
    if words.page.names(end):
        return None  # "In September 12 schools opened"
    return Expression(index, end, Sense.DAY, month, day, Grain.DAY)


def _with_short_year(words: TimePage, day: Expression) -> Expression:
    """The day, with the two digits behind it that are its year: «1 октября 25 г.», "30-Jun-25"."""
    page, hyphen = words.page, words.page.hyphened(day.last)
    end = day.last + hyphen + 1
    abbreviated = words.at(end, TimeMark.YEAR) if page.word(end) in page.language.abbreviations else 0
    if not _is_short_year(page.word(end - 1)) or not (hyphen or abbreviated):
        return day
    year, date = CENTURY + int(page.word(end - 1)), day.low * 100 + day.high
    return day._replace(last=end + abbreviated, sense=Sense.DATE, low=year, high=date)


def _past_month(words: TimePage, index: int) -> int:
    """Past the name of a month, its point and the word for month: «қыркүйек айының»."""
    end = index + 1
    if words.page.word(end) == "." and words.page.glued(end) and len(words.page.word(index)) < 5:
        end += 1
    if words.at(end, TimeMark.MONTH_NOUN) and words.page.tokens[end].gap == " ":
        end += 1
    return end


def named_months(words: TimePage, index: int) -> Expression | None:
    """A month or the months from one to another: «қаңтар–қыркүйек айларында», "January to May"."""
    month = words.month(index)
    if not month:
        return None
    end = _past_month(words, index)
    joined = words.at(end, TimeMark.TO)
    last = words.month(end + joined) if joined else 0
    if last > month:
        return Expression(index, _past_month(words, end + joined), Sense.MONTHS, month, last, Grain.MONTHS)
    return Expression(index, end, Sense.MONTHS, month, month, Grain.MONTH)


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
    joined = page.word(end) in {"-", "–"} or words.at(end, TimeMark.AND) > 0
    if joined and _ordinal(words, end + 1) > number:
        last = _ordinal(words, end + 1)
        end += 2 + _suffix(words, end + 2)
    for part in _PARTS_OF_YEAR:
        noun = words.at(end, part.noun)
        if noun and last <= part.most and not page.at(end + noun, Mark.ARTICLE):  # "half a million"
            return _months_of(part, index, end + noun, number, last)
    return None


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
    roman = index < len(words.page.tokens) and words.page.tokens[index].roman
    return roman or words.number(index, 1) or words.page.language.ordinals.get(words.page.word(index), 0)


def _suffix(words: TimePage, index: int) -> int:
    """The length of the ending of an ordinal in digits: «3-ші», «1-го», «2-» before its noun."""
    page = words.page
    if page.word(index) == "-" and page.glued(index):
        return 1 + (page.glued(index + 1) and page.suffix(index + 1) == ORDINAL)
    return int(page.glued(index) and page.suffix(index) == ORDINAL)


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
    if not noun or count > 12 or lasting or (count == 1 and not prefix):
        return None
    months = Expression(index, end + noun, Sense.MONTHS, 1, count, Grain.MONTHS)
    return months._replace(counted=True, prefix=prefix > 0)


def _count(words: TimePage, index: int) -> int:
    """A whole number under a hundred, in digits or in one word."""
    cardinal = words.page.cardinal(index)
    spoken = cardinal.value if cardinal and cardinal.rank < HUNDRED_RANK else 0
    return words.number(index, 2) or spoken
