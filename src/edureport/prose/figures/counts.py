"""Counts: four digits of our time that count something, in a language where they are else a year.

A reader sees it by what stands right before and behind them, by the noun that follows, by the label or the
numbers before them.
"""

from edureport.model.quantity import Bound
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NOUN = 4  # words to the noun that a number counts
NEAR = 4  # tokens to a share before a comparison
LABEL = 8  # tokens of the label of a number
_SIZES = frozenset({Mark.GLUED, Mark.PERCENT, Mark.ATTRIBUTE_UNIT})
_NO_NOUN = frozenset({Mark.NOT_NOUN, Mark.CONJ, Mark.DONE, Mark.RISE, Mark.FALL})
_LABELLING = frozenset({":", "–", "-"})


def counts(page: Page, number: Number) -> bool:
    """Whether four digits count: "$2016", "2010 kg", "over 2015", "2016 rural schools", "rose to 2016"."""
    first, last = number.first, number.last
    if page.word(last) == "%" or page.has(last, *_SIZES) or _measures(page, last):
        return True
    if page.word(last) in {"'", "’"}:
        return False  # "1989's population"
    paid = page.till(first - 1, Mark.CURRENCY) or (page.at(last, Mark.CURRENCY) and not page.counts(last + 1))
    if paid or _is_bounded(page, number):
        return True
    noun = counted(page, last)
    if noun is not None:
        return _may_be_counted(page, first, noun)
    return _is_said(page, number)


def _measures(page: Page, index: int) -> bool:
    return page.language.known(page.word(index)) in page.language.measures


def _is_bounded(page: Page, number: Number) -> bool:
    """Whether words give it a bound; but "24 percent above 2006" and "a 5 % rise over 2005" are of years."""
    first = number.first
    if page.modifier_at(number.last, Slot.AFTER) and not page.till(first - 1, Mark.PREP_YEAR):
        return True  # but "in 2016 and over 65 now"
    limit = page.modifier_till(first - 1, Slot.BEFORE)
    back = page.before(first - (limit[0] if limit else 0), NEAR)
    led = page.at(first - 1, Mark.TO_WORD) and page.any_at(back, Mark.FROM)
    if limit is not None and led and counted(page, number.last) is None:
        return False  # "from that year up to 2015, the number fell"
    if limit is None or limit[1] not in {Bound.MORE_THAN, Bound.LESS_THAN}:
        return limit is not None
    return not any(
        page.word(at) == "%" or page.at(at, Mark.PERCENT) or (page.word(at) == "." and page.counts(at + 1))
        for at in back
    )


def counted(page: Page, index: int) -> int | None:
    """The noun in the plural that follows, unless it has a year itself: "figures", "activities report"."""
    for at in range(index, index + NOUN):
        if not page.is_word(at) or not page.begins[at].keys().isdisjoint(_NO_NOUN):
            return None
        if size := page.at(at, Mark.OF_YEAR):
            behind = at + size
            return behind if _is_plural(page, behind) and not page.at(behind, Mark.OF_YEAR) else None
        if _is_plural(page, at) and (not page.tokens[at].capital or _is_known(page, at)):
            verb = page.has(at + 1, Mark.ARTICLE, Mark.DETERMINER)  # "2012 marks the tenth year"
            return None if verb or page.at(at + 1, Mark.OF_YEAR) else at
    return None


def _may_be_counted(page: Page, first: int, noun: int) -> bool:
    """Whether a number counts the noun that follows it, and is not the year of it, by what stands before.

    "A 2010 pupils' survey", "the 2010 forecasts" and "since 2010 schools" are of one, not "the 2010 pupils".
    """
    before = first - 1
    if page.at(before, Mark.ARTICLE):
        return False
    owned = page.word(before) == "s" and page.word(before - 1) in {"'", "’"}
    if owned or page.at(before, Mark.DETERMINER):
        return _is_known(page, noun)
    if page.groups and page.till(before, Mark.PREP_YEAR):
        return False  # those who write 52,300 with a comma do so with counts alone
    if page.at(before, Mark.INSIDE):
        return not page.has(noun + 1, Mark.RISE, Mark.FALL)  # "in 2016 crimes fell"
    return not page.till(before, Mark.DURING)


def _is_said(page: Page, number: Number) -> bool:
    """Whether a verb or a label says that it counts, where no noun is behind it."""
    first, last = number.first, number.last
    before = first - 1
    moved = page.has(before - 1, Mark.RISE, Mark.FALL, Mark.REACH, Mark.MOVED)
    if moved and page.has(before, Mark.TO_WORD, Mark.BY):
        return True  # "rose to 2016"
    ends = not page.is_word(last) or page.at(last, Mark.CONJ)  # "was 2016", not "had 2016 earnings"
    if page.has(before, Mark.EXISTS, Mark.REACH, Mark.NUMBERS_VERB) and ends:
        return True
    if page.till(before, Mark.ANOTHER):
        return True
    if any(page.till(before, tag) for tag in (Mark.PREP_YEAR, Mark.DURING, Mark.DETERMINER, Mark.ARTICLE)):
        return False
    if page.at(before, Mark.JOIN) and not page.groups and page.language.is_participle(page.word(last)):
        return True  # "and 2010 reported"
    if page.has(last, Mark.THEY_ARE, Mark.OUT_OF) and not page.is_word(before):
        return True  # ", 2010 were girls", but "2009 and 2010 were"
    if page.at(last, Mark.DONE) and (first == page.bounds(first)[0] or page.word(before) == ","):
        return True  # "Of these, 2010 passed"
    label = before - (page.word(before) in _LABELLING)
    if page.any_at(page.before(first, LABEL), Mark.NUMBER_OF, Mark.TOTAL) and page.is_word(label):
        return not page.is_word(last)
    plural = page.is_word(label) and _is_plural(page, label)
    if plural and (_is_known(page, label) or (page.word(before) == ":" and not page.groups)):
        return True  # "Boys 2010"
    return _is_behind_number(page, before)


def _is_behind_number(page: Page, before: int) -> bool:
    """Whether it stands right behind another number, as in a row of a table, which is no day or year."""
    if not page.tokens[before].is_digits or page.glued(before + 1) or before < 0:
        return False
    if page.glued(before) and page.word(before - 1) not in {",", "."}:
        return False  # "Q1 2012", "Covid-19 2021"
    dated = any(page.till(at, Mark.MONTH) for at in range(before - 3, before))
    return not dated and len(page.word(before)) != len("2016")


def _is_plural(page: Page, index: int) -> bool:
    word, language = page.word(index), page.language
    return language.lemma(word) != word and (word.endswith("s") or _is_of_people(page, index))


def _is_of_people(page: Page, index: int) -> bool:
    return page.language.lemma(page.word(index)) in page.language.people | page.language.persons


def _is_known(page: Page, index: int) -> bool:
    return page.language.known(page.word(index)) is not None or _is_of_people(page, index)
