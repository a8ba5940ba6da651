"""Organisation: whose a text is, by the name in its first sentences."""

from collections.abc import Mapping, Sequence

from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page

OPENING = 3  # sentences
LONGEST_NAME = 12  # words

ClauseTags = Sequence[Mapping[ClauseMark, int]]


def organisation_of(page: Page) -> str | None:
    """The organisation that the first sentences name in full, in the nominative; None if they name none."""
    opening = page.first[min(OPENING, len(page.first) - 1)]
    begins, _ = page.language.clause_phrases.mark([token.text for token in page.tokens[:opening]])
    language = page.language
    find = _ends_in if language.head_final else _begins_with if language.names_in_genitive else _holds
    for index in range(opening):
        if ClauseMark.NAME in begins[index] and (span := find(page, begins, index)):
            first, last = span
            named_so = [page.text[page.tokens[p].start : page.tokens[p].end] for p in range(first, last)]
            nominative = language.nominatives.get(page.word(index))
            if nominative:
                named_so[index - first] = nominative
            return " ".join(named_so)
    return None


def _ends_in(page: Page, begins: ClauseTags, index: int) -> tuple[int, int] | None:
    """Kazakh: «Шымкент қаласы Білім басқармасы»."""
    low, _ = page.bounds(index)
    first = index
    for token in reversed(page.tokens[max(low, index - LONGEST_NAME) : index]):
        if not token.is_word or not (token.capital or ClauseMark.NAME_JOINT in begins[first - 1]):
            break
        first -= 1
    while first < index and not page.tokens[first].capital:
        first += 1
    return (first, index + 1) if first < index else None


def _begins_with(page: Page, _: ClauseTags, index: int) -> tuple[int, int] | None:
    """Russian: «Управление образования города Шымкента», which a word in no genitive ends."""
    high, last = page.bounds(index)[1], index + 1
    if not page.tokens[index].capital:
        return None
    while last < min(high, index + LONGEST_NAME):
        token = page.tokens[last]
        joined = page.at(last, Mark.JOIN) or page.at(last - 1, Mark.JOIN)  # «парков и рек»
        governed = page.has_case(last, Ending.GENITIVE) and not page.at(last, Mark.CONJ)
        named_so = joined or token.capital or governed
        if not token.is_word or not named_so or token.gap == "\n":
            break
        last += 1
    while last > index + 1 and page.at(last - 1, Mark.JOIN):
        last -= 1
    return (index, last) if last > index + 1 else None


def _holds(page: Page, begins: ClauseTags, index: int) -> tuple[int, int] | None:
    """English: "Education Department of the City of Sampleton", a run of capitals."""
    low, high = page.bounds(index)
    if not page.tokens[index].capital:
        return None
    first, last, no_names = index, index + 1, page.language.no_names
    while first > low and page.tokens[first - 1].capital and page.word(first - 1) not in no_names:
        first -= 1
    while last < min(high, index + LONGEST_NAME) and not page.at(last, Mark.MONTH):
        if not page.tokens[last].capital and ClauseMark.NAME_JOINT not in begins[last]:
            break
        last += 1
    while last > index + 1 and not page.tokens[last - 1].capital:
        last -= 1
    return (first, last) if last - first > 1 else None
