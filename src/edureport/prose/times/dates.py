"""Dates and months as a text names them: in digits, or with the name of the month."""

from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage
from edureport.prose.times.years import EARLIEST, LATEST

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
    end = index + 5
    end += words.at(end, TimeMark.YEAR)
    return Expression(index, end, Sense.DATE, int(year), int(middle) * 100 + int(day), Grain.DAY)


def _is_short_year(text: str) -> bool:
    return len(text) == 2 and text.isdigit() and int(text) <= LATEST_SHORT


def _is_told_as_date(words: TimePage, index: int) -> bool:
    """Whether a word before or behind 10.11.12 tells that it is no number of goods or of a paragraph."""
    page, end = words.page, index + 5
    if page.word(end) == "." and page.glued(end) and end + 1 < len(page.tokens) and page.glued(end + 1):
        return False  # 10.11.12.3
    led = any(words.till(index - 1, tag) for tag in _BEFORE_DATE) or page.till(index - 1, Mark.BEFORE_DAY) > 0
    followed = any(words.at(end, tag) for tag in _BEHIND_DATE)
    return followed or (led and page.is_word(index - 1)) or len(page.tokens) == 5


def day_of_month(words: TimePage, index: int) -> Expression | None:
    """«1 қыркүйек», «1-ші қыркүйек», "1st September", "September 1"."""
    day = words.number(index, 2)
    if day is not None:
        noun = index + 1
        noun += words.at(noun, TimeMark.DAY_SUFFIX) or _is_hyphen(words.page, noun)
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
    if day is None or not 1 <= day <= 31 or _is_percent(words.page, after + 1):
        return None
    end = after + 1
    if words.page.glued(end):
        end += words.at(end, TimeMark.DAY_SUFFIX)
    following = words.page.word(end)
    if following[:1].isalpha() and not words.page.at(end, Mark.CONJ):
        return None  # "In September 12 schools opened"
    return Expression(index, end, Sense.DAY, month, day, Grain.DAY)


def _with_short_year(words: TimePage, day: Expression) -> Expression:
    """The day, with the two digits behind it that are its year: «1 октября 25 г.», "30-Jun-25"."""
    page, hyphen = words.page, _is_hyphen(words.page, day.last)
    end = day.last + hyphen + 1
    abbreviated = words.at(end, TimeMark.YEAR) if page.word(end) in page.language.abbreviations else 0
    if not _is_short_year(page.word(end - 1)) or not (hyphen or abbreviated):
        return day
    date = day.low * 100 + day.high
    return day._replace(
        last=end + abbreviated, sense=Sense.DATE, low=CENTURY + int(page.word(end - 1)), high=date
    )


def _is_hyphen(page: Page, index: int) -> bool:
    return page.word(index) == "-" and page.glued(index) and page.glued(index + 1)


def _is_percent(page: Page, index: int) -> bool:
    return page.word(index) == "%" or page.at(index, Mark.PERCENT) > 0


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
    last = 0
    joined = words.at(end, TimeMark.TO)
    if joined:
        last = words.month(end + joined)
    if last and last > month:
        return Expression(index, _past_month(words, end + joined), Sense.MONTHS, month, last, Grain.MONTHS)
    return Expression(index, end, Sense.MONTHS, month, month, Grain.MONTH)
