"""Quantifiers and numerals that are no numbers in digits or words: «барлық мектептерде», «ІІ орын»."""

from decimal import Decimal

from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page

RANKED = (Mark.RANK, Mark.GRADE, Mark.PERIOD, Mark.YEAR, Mark.MONTH)


def quantifiers(page: Page) -> list[tuple[int, int]]:
    """The words for all that stand before a noun in the plural: a claim about each of them."""
    spans = []
    for index, tags in enumerate(page.begins):
        total = Mark.TOTAL in tags or Mark.TOTAL in page.ends[index]
        if (Mark.ALL in tags and not total) or Mark.ALL_OF_THEM in tags:
            last = index + tags.get(Mark.ALL, 1)
            if noun_of(page, last) is not None:
                spans.append((index, last))
    return spans


def noun_of(page: Page, index: int) -> int | None:
    """The noun in the plural that a word for all is about; None if there is none right behind it."""
    for other in range(index, min(index + 3, len(page.tokens))):
        plural = page.language.is_plural(page.word(other)) if page.is_word(other) else None
        if plural is None or (page.at(other, Mark.CONJ) and not page.at(other, Mark.DETERMINER)):
            return None
        if plural or page.till(index - 1, Mark.EVERY):
            return other
    return None


def roman(page: Page) -> list[tuple[int, Decimal]]:
    """Roman numerals, where a rank or a period tells them from letters."""
    numerals = []
    for index, token in enumerate(page.tokens):
        if not token.roman or (page.glued(index) and page.word(index - 1) not in {"-", "–", "("}):
            continue
        ranked = page.till(index - 1, Mark.RANK_BEFORE) or page.has(index + 1, *RANKED)
        long = token.end - token.start > 1 and not page.glued(index + 1)
        if ranked or (long and token.text not in page.language.roman_lookalikes):
            numerals.append((index, Decimal(token.roman)))
    return numerals
