"""Quantifiers and numerals that are no numbers in digits or words: «барлық мектептерде», «ІІ орын»."""

from decimal import Decimal

from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page

RANKED = (Mark.RANK, Mark.GRADE, Mark.PERIOD, Mark.YEAR, Mark.MONTH)


def quantifiers(page: Page) -> list[tuple[int, int]]:
    """The words for all that stand before a noun in the plural: a claim about each of them."""
    found = []
    for place, tags in enumerate(page.begins):
        total = Mark.TOTAL in tags or Mark.TOTAL in page.ends[place]
        if (Mark.ALL in tags and not total) or Mark.ALL_OF_THEM in tags:
            last = place + tags.get(Mark.ALL, 1)
            if noun_of(page, last) is not None:
                found.append((place, last))
    return found


def noun_of(page: Page, place: int) -> int | None:
    """The noun in the plural that a word for all is about; None if there is none right behind it."""
    for other in range(place, min(place + 3, len(page.tokens))):
        plural = page.language.is_plural(page.word(other)) if page.is_word(other) else None
        if plural is None or (page.at(other, Mark.CONJ) and not page.at(other, Mark.DETERMINER)):
            return None
        if plural or page.till(place - 1, Mark.EVERY):
            return other
    return None


def roman(page: Page) -> list[tuple[int, Decimal]]:
    """Roman numerals, where a rank or a period tells them from letters."""
    found = []
    for place, token in enumerate(page.tokens):
        if not token.roman or (page.glued(place) and page.word(place - 1) not in {"-", "–", "("}):
            continue
        ranked = page.till(place - 1, Mark.RANK_BEFORE) or any(page.at(place + 1, tag) for tag in RANKED)
        long = token.end - token.start > 1 and not page.glued(place + 1)
        if ranked or (long and token.text not in page.language.roman_lookalikes):
            found.append((place, Decimal(token.roman)))
    return found
