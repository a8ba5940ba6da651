"""Roles: whether a word or a suffix says that a number is a total, a part of one, or what remains."""

from edureport.prose.figures.bounds import Limit, case_of
from edureport.prose.figures.units import is_verbal
from edureport.prose.page import Number, Page

NEAR = 3


def role_of(page: Page, number: Number) -> str | None:
    """Total, part, rest or nothing."""
    first = number.first
    low, _ = page.bounds(first)
    if not page.lexicon.decimal_comma and _in_all(page, number.last):
        return "total"
    for place in range(first - 1, max(low, first - 1 - NEAR) - 1, -1):
        word = page.word(place)
        if page.till(place, "rest"):
            return "rest"
        if page.till(place, "total"):
            return "total"
        if word in {",", ";", ":", "."}:
            break
    if number.form.startswith("part") and not number.percent:
        return "part"
    return None


def _of_each(page: Page, number: Number) -> bool:
    """English "each of the 18 buildings has 36 flats": of the first number after "each" it is not said."""
    low, _ = page.bounds(number.first)
    counted = False
    for place in range(number.first - 1, max(low, number.first - 8) - 1, -1):
        if page.word(place) == "each":
            return counted
        if not page.word(place)[:1].isalnum():
            return False
        counted = counted or page.tokens[place].is_digits or page.word(place) in page.lexicon.cardinals
    return False


def _in_all(page: Page, last: int) -> bool:
    """English: "14 institutions in all"."""
    for place in range(last, last + 1 + NEAR):
        if page.word(place) == "in" and page.at(place, "total"):
            return True
        if not page.word(place)[:1].isalpha() or page.at(place, "conj"):
            return False
    return False


def is_each(page: Page, number: Number, limit: Limit | None) -> bool:
    """Whether a number holds for each of several: «по 46 500», «әрқайсысы 300 орыннан», "300 each"."""
    before = number.first - 1
    language = page.lexicon.language
    if language == "ru":
        counted = page.word(number.last)[:1].isalpha() and not page.at(number.last, "done")
        return page.word(before) == "по" and counted and not is_verbal(page, number.last)
    if language == "en":
        return _of_each(page, number) or any(
            page.at(place, "each") for place in range(number.last, number.last + 3)
        )
    if limit is not None:
        return False
    noun = number.last
    if not page.word(noun)[:1].isalpha() or number.form:
        return False
    if any(page.till(place, "each") for place in (before, before - 1)):
        return True
    ends = not page.word(noun + 1)[:1].isalnum() or page.at(noun + 1, "done") > 0
    return case_of(page, noun) == "abl" and ends and not number.percent
