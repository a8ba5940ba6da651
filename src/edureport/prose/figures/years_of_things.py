"""Years by what they are the year of, "the 2014 report", and by how a text writes its counts."""

from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

NOUN = 4  # words to the noun that a number counts


def is_year_of_something(page: Page, number: Number) -> bool:
    """Whether four digits are the year of what is named behind them, or else a year by their text's style."""
    return _names_a_year(page, number) or _is_of_year(page, number) or _is_year_by_style(page, number)


def plural_follows(page: Page, index: int, *stops: Mark) -> bool | None:
    """Whether a noun in the plural follows, behind what describes it; None if no noun is found so near."""
    for at in range(index, index + NOUN):
        if not page.is_word(at) or page.has(at, Mark.NOT_NOUN, Mark.DONE, Mark.RISE, Mark.FALL, *stops):
            return False
        word, language = page.word(at), page.language
        if word.endswith("s") or language.lemma(word) in language.people | language.persons:
            return True
    return None


def _is_of_year(page: Page, number: Number) -> bool:
    """Of what year something in the singular is: "(412; 2013 data)", "the proposed 2018 budget"."""
    before, last = number.first - 1, number.last
    if page.word(last) in {"'", "’"} and page.word(last + 1) == "s":
        return True  # "1989's population"
    bounded = page.modifier_till(before, Slot.BEFORE) or page.till(before, Mark.CURRENCY)
    if page.word(last) == ")" and page.word(before - 1) == "(":
        return page.language.is_participle(page.word(before))  # "(published 2006)"
    size = page.at(last, Mark.OF_YEAR)
    return size > 0 and not bounded and not plural_follows(page, last + size)


def _is_year_by_style(page: Page, number: Number) -> bool:
    """Whether four digits are a year because counts of that size have commas in this text: 2,016.

    Not where they are in a row of numbers, have a bound, or count what is named around them.
    """
    before, last, language = number.first - 1, number.last, page.language
    closed = page.word(before) == ")"  # "quarter two (Q2) 2025"
    named = before - (page.word(before) == ",")
    if not page.thousands or not (closed or page.is_word(named)) or page.modifier_till(before, Slot.BEFORE):
        return False
    if page.has(named, Mark.CONJ, Mark.JOIN, Mark.CURRENCY, Mark.EXISTS, Mark.NUMBER_OF) or page.counts(last):
        return False
    if not page.is_word(last) or page.word(before) == ",":
        return not page.is_word(last) and page.word(last) not in {"%", "$", END, ""}
    behind = page.has(last, Mark.CONJ, Mark.NOT_NOUN, Mark.DONE, Mark.CURRENCY)
    measured = language.known(page.word(last)) in language.measures
    return not behind and not measured and plural_follows(page, last, Mark.CONJ) is False


def _names_a_year(page: Page, number: Number) -> bool:
    """English "the 2014 report", "its 2019 Annual report", "Oakford's 1990 population": of that year.

    One thing has a year; but "the 2000 new pupils" and "the 1950 women" are counted.
    """
    language, before = page.language, number.first - 1
    if not language.articles or not page.is_word(number.last):
        return False
    owned = page.word(before) == "s" and page.glued(before) and page.word(before - 1) in {"'", "’"}
    if not owned and not page.at(before, Mark.DETERMINER):
        return False
    for index in (number.last, number.last + 1):
        if not page.is_word(index) or page.has(index, Mark.NOT_NOUN, Mark.DONE, Mark.OF_YEAR):
            break
        word = page.word(index)
        if not page.tokens[index].capital and (
            language.is_plural(word) or language.lemma(word) in language.people | language.persons
        ):
            return False
    return True
