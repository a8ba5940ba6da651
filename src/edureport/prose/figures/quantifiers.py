"""Quantifiers and numerals that are no numbers in digits or words: «барлық мектептерде», «ІІ орын»."""

from decimal import Decimal

from edureport.prose.figures.units import lemma
from edureport.prose.page import Page

PLURALS = ("лар", "лер", "дар", "дер", "тар", "тер")
RANKED = ("rank", "grade", "period", "year", "month")
ARTICLES = frozenset({"the", "our", "its", "their", "these"})
DETERMINERS = ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими", "эти", "этих", "наши", "наших")


def quantifiers(page: Page) -> list[tuple[int, int]]:
    """The words for all that stand before a noun in the plural: a claim about each of them."""
    found = []
    for place, tags in enumerate(page.begins):
        if ("all" in tags and "total" not in tags | page.ends[place]) or _kazakh_all(page, place):
            noun = noun_of(page, place + tags.get("all", 1))
            if noun is not None:
                found.append((place, place + tags.get("all", 1)))
    return found


def _kazakh_all(page: Page, place: int) -> bool:
    return page.lexicon.qualifiers_follow and page.word(place) in {"барлық", "барша", "күллі"}


def noun_of(page: Page, place: int) -> int | None:
    """The noun in the plural that a word for all is about; None if there is none right behind it."""
    language = page.lexicon.language
    for other in range(place, min(place + 3, len(page.tokens))):
        word = page.word(other)
        if not word[:1].isalpha() or (page.at(other, "conj") and word not in ARTICLES):
            return None
        if language == "kk":
            if any(word[size : size + 3] in PLURALS for size in range(3, max(4, len(word) - 2))):
                return other
            continue
        if language == "ru":
            if word.endswith(DETERMINERS):
                continue
            plural = word.endswith(
                ("ы", "и", "а", "я", "ов", "ей", "ев", "ах", "ях", "ам", "ям", "ами", "ями")
            )
            return other if plural or lemma(page, word) != word or len(word) > 3 else None
        if word in ARTICLES or not word.endswith("s"):
            if page.word(place - 1) == "every":
                return other
            continue
        return other
    return None


def roman(page: Page) -> list[tuple[int, Decimal]]:
    """Roman numerals, where a rank or a period tells them from letters."""
    found = []
    for place, token in enumerate(page.tokens):
        if not token.roman or (page.glued(place) and page.word(place - 1) not in {"-", "–", "("}):
            continue
        following = page.at(place + 1, "rank") or any(page.at(place + 1, tag) for tag in RANKED)
        long = token.end - token.start > 1 and (place + 1 == len(page.tokens) or not page.glued(place + 1))
        if page.lexicon.language == "en":
            following = bool(page.till(place - 1, "rank"))
            following = following or (long and token.text != "xi")
        if following or (long and page.lexicon.language != "en"):
            found.append((place, Decimal(token.roman)))
    return found
