"""Bounds: what the words before and after a number say of it."""

from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.page import Number, Page

FREE = frozenset({"–", ":", "("})
REACH = 3  # words between a number and the qualifier that its unit carries


class Limit(NamedTuple):
    """A bound, the tokens of the words that say it, and where the number then ends."""

    bound: str
    first: int
    last: int
    end: int


def limit_of(page: Page, number: Number) -> Limit | None:
    """The bound that is said of a number; None if it stands bare."""
    found = _after(page, number) if page.lexicon.qualifiers_follow else None
    return found or _any(page, number) or _before(page, number) or _inverted(page, number)


def _before(page: Page, number: Number) -> Limit | None:
    """«более 300», "at least 7"; also with a preposition on either side: «почти на 8», «на почти 8»."""
    first = number.first
    if page.word(first - 1) == "от" and page.word(first - 2) in FREE:
        return Limit(Bound.AT_LEAST.value, first - 1, first, number.last)  # «цена – от 70 тысяч тенге»
    for place in (first - 1, first - 2):
        size, name = page.bound(place, "before.", ends=True)
        if size and place >= page.bounds(first)[0]:
            return Limit(name, place - size + 1, place + 1, number.last)
        if not any(page.at(first - 1, tag) for tag in ("by", "in", "to.word", "article", "currency")):
            break
    return None


def _inverted(page: Page, number: Number) -> Limit | None:
    """Russian «человек двадцать»: the noun before the number makes it about twenty."""
    first, last = number.first, number.last
    if not page.till(first - 1, "inverted") or number.plain or number.percent or number.special:
        return None
    counted = page.tokens[first - 2].is_digits or page.word(first - 2) in page.lexicon.cardinals
    following = page.word(last)[:1].isalpha() and not page.at(last, "conj") and not page.at(last, "done")
    if (first > 1 and counted) or following:
        return None
    return Limit(Bound.ABOUT.value, first, first, last)


def _after(page: Page, number: Number) -> Limit | None:
    """«300-ден астам»; the case may stand on the unit: «300 мектептен астам»."""
    last, form = number.last, number.form
    if not form and page.lexicon.suffixes.get(page.word(last)) in {"abl", "dat"}:
        loose = _cased(page, page.lexicon.suffixes[page.word(last)], last + 1)
        if loose:
            return Limit(*loose, last + 1)
    if form.endswith(("abl", "dat")):
        found = _cased(page, form[-3:], last)
        return Limit(*found, last) if found else None
    if form not in {"", "part"}:
        return None
    for place in range(last, last + REACH):
        word = page.word(place)
        if not word[:1].isalpha() or page.at(place, "conj") or page.tokens[place].is_digits:
            break
        case = case_of(page, place)
        if case in {"abl", "dat"} and (found := _cased(page, case, place + 1)):
            if found[0] == Bound.AT_MOST and page.at(place, "time.noun"):
                return None
            return Limit(*found, last)
    if size := page.at(last, "bare.nearly"):
        return Limit(Bound.NEARLY.value, last, last + size, last)
    return None


def case_of(page: Page, place: int) -> str:
    """The case of a Kazakh noun by its ending: abl, dat or nothing."""
    word = page.word(place)
    if len(word) < 4 or word in page.lexicon.nouns:  # «теңге» is no dative
        return ""
    if word.endswith(("дан", "ден", "тан", "тен", "нан", "нен")):
        return "abl"
    return "dat" if word.endswith(("ға", "ге", "қа", "ке", "на", "не")) else ""


def _cased(page: Page, case: str, place: int) -> tuple[str, int, int] | None:
    size, name = page.bound(place, f"{case}.")
    return (name, place, place + size) if size else None


def _any(page: Page, number: Number) -> Limit | None:
    """Words that need no case: «20 шақты», «300 с лишним», "300 or more", 300+."""
    for place in (number.last, number.last + 1):
        size, name = page.bound(place, "any.")
        following = page.word(place + size)
        if size and not (following[:1].isdigit() or following in page.lexicon.cardinals):
            return Limit(name, place, place + size, number.last)
        if not page.word(place)[:1].isalpha() or page.at(place, "conj"):
            break
    if number.form == "like":
        return Limit(Bound.ABOUT.value, number.last, number.last, number.last)
    like = page.word(number.last)
    if like.endswith(("дай", "дей", "тай", "тей")) and like[:-3] in page.lexicon.nouns:
        return Limit(Bound.ABOUT.value, number.last, number.last, number.last)
    return None
