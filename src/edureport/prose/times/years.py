"""Years as a text names them: one, several, from one to another, and school years."""

from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import TimeMark
from edureport.prose.page import Page
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage

EARLIEST, LATEST = 1900, 2100
LIST = 12  # years; a longer list is no statement about time


def _year_at(words: TimePage, index: int) -> int | None:
    """Four digits that could be a year and are no part of a longer number."""
    if not 0 <= index < len(words.page.tokens):
        return None
    token = words.page.tokens[index]
    if not token.is_digits or len(token.text) != 4 or not EARLIEST <= int(token.text) <= LATEST:
        return None
    if words.page.word(index + 1) in {".", ",", ":", "/"} and words.page.glued(index + 1):
        tail = index + 2
        if tail < len(words.page.tokens) and words.page.glued(tail) and words.page.tokens[tail].is_digits:
            return None
    return int(token.text)


def school_year(words: TimePage, index: int) -> Expression | None:
    """«2024-2025 оқу жылы», «2024/25 учебный год», "the 2024/25 school year"; 2024/25 or 2024-25 alone."""
    year = words.number(index, 4)
    if year is None or not EARLIEST <= year <= LATEST or words.page.word(index + 1) not in {"-", "–", "/"}:
        return None
    second = words.page.word(index + 2)
    if second not in {str(year + 1), str(year + 1)[2:]}:
        return None
    noun = words.at(index + 3, TimeMark.SCHOOLYEAR)
    page, end = words.page, index + 3
    tight = len(second) == 2 and page.glued(index + 1) and page.glued(index + 2)
    more = page.glued(end) and page.word(end) in {"-", "–", "/"}  # a date, or a number of something
    if not noun and page.word(index + 1) != "/" and (not tight or more):
        return None
    return Expression(index, index + 3 + noun, Sense.SCHOOL, year, year, Grain.SCHOOL_YEAR)


def named_years(words: TimePage, index: int) -> Expression | None:
    """A year, years from one to another, or a list of them that one word for year ends."""
    year = _year_at(words, index)
    if year is None:
        return None
    years, end, listed = [year], index + 1, False
    while len(years) < LIST and not words.at(end, TimeMark.YEAR):
        comma = words.page.word(end) == "," or words.at(end, TimeMark.AND) > 0
        joined = comma or (words.page.word(end) in {"-", "–"} and len(years) == 1)
        following = _year_at(words, end + 1) if joined else None
        if following is None or following <= years[-1] or (comma and len(years) > 1 and not listed):
            break
        listed = listed or comma
        years.append(following)
        end += 2
    hyphen = words.page.word(end) == "-" and words.page.glued(end)
    noun = words.at(end + hyphen, TimeMark.YEAR)
    worded = bool(noun)
    counts = words.page.is_word(end) and not words.page.at(end, Mark.CONJ)
    if not worded and listed and (counts or not words.till(index - 1, TimeMark.IN)):  # "in 2024, 2025 pupils"
        years, end, listed, hyphen = [year], index + 1, False, False
    if worded:
        end += hyphen + noun
        end += (
            words.page.word(end) == "."
            and words.page.word(end - 1) in {"г", "гг", "ж", "жж"}
            and (words.page.glued(end) and not _ends(words.page, end))
        )
    grain = Grain.YEAR if len(years) == 1 else Grain.YEARS
    return Expression(index, end, Sense.YEARS, years[0], years[-1], grain, listed=listed, worded=worded)


def _ends(page: Page, index: int) -> bool:
    """Whether a new sentence begins behind a token."""
    return index + 1 < len(page.tokens) and page.sentence[index + 1] != page.sentence[index]
