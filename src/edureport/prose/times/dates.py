"""Dates and months as a text names them: in digits, or with the name of the month."""

from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage
from edureport.prose.times.years import EARLIEST, LATEST


def date_in_digits(words: TimePage, index: int) -> Expression | None:
    """2025-09-01, 01.09.2025, 1.9.2025."""
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
    else:
        return None
    if not EARLIEST <= int(year) <= LATEST or not 1 <= int(middle) <= 12 or not 1 <= int(day) <= 31:
        return None
    end = index + 5
    end += words.at(end, TimeMark.YEAR)
    return Expression(index, end, Sense.DATE, int(year), int(middle) * 100 + int(day), Grain.DAY)


def day_of_month(words: TimePage, index: int) -> Expression | None:
    """«1 қыркүйек», «1-ші қыркүйек», "1st September", "September 1"."""
    day = words.number(index, 2)
    if day is not None:
        noun = index + 1
        noun += words.at(noun, TimeMark.DAY_SUFFIX)
        noun += words.at(noun, TimeMark.DAY_OF)
        month = words.month(noun)
        # «5 қазаннан» after another number is a day as well, but "5 May" is one in English too.
        if month and 1 <= day <= 31:
            return Expression(index, _past_month(words, noun), Sense.DAY, month, day, Grain.DAY)
        return None
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
