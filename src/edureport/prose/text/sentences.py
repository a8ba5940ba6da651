"""Sentences of a text: where they end, for points end abbreviations and initials as well."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from edureport.prose.text.tokens import Token, tokens

_ENDS = frozenset(".!?…")
_CLOSING = frozenset("»”\")’'")
_BULLETS = frozenset("-–•*·▪#")
_ABBREVIATIONS = frozenset(
    [
        "млн",
        "млрд",
        "трлн",
        "тыс",
        "ж",
        "г",
        "гг",
        "жж",
        "тел",
        "қ",
        "руб",
        "коп",
        "см",
        "др",
        "пр",
        "т",
        "п",
        "ул",
        "пер",
        "д",
        "кв",
        "обл",
        "р",
        "стр",
        "рис",
        "табл",
        "оп",
        "қаң",
        "ақп",
        "бұд",
        "сағ",
        "мин",
        "тг",
        "dr",
        "mr",
        "mrs",
        "ms",
        "no",
        "nos",
        "vol",
        "fig",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "approx",
    ]
)


class Sentence(NamedTuple):
    """A sentence: `text[start:end]` of the text."""

    start: int
    end: int


def sentences(text: str, language: str = "ru") -> list[Sentence]:
    """The sentences in order, without the space between them."""
    found = tokens(text, language)
    return between(found, [*starts(found), len(found)])


def between(found: Sequence[Token], places: Sequence[int]) -> list[Sentence]:
    """The sentences of tokens that begin at these places; the last place is the end of them all."""
    pairs = pairwise(places)
    return [Sentence(found[first].start, found[last - 1].end) for first, last in pairs if last > first]


def starts(found: Sequence[Token]) -> list[int]:
    """The tokens that sentences begin with; the first among them."""
    if not found:
        return []
    return [0, *(place for place in range(1, len(found)) if _begins(found, place))]


def _begins(found: Sequence[Token], place: int) -> bool:
    """Whether a sentence begins with the token at `place`."""
    token, before = found[place], found[place - 1]
    if token.gap == "¶":
        return True
    if not token.gap:
        return False
    if token.gap == "\n" and (token.text in _BULLETS or before.text in ".!?…:;"):
        return True
    back = place - 1
    while back and found[back].text in _CLOSING and place - back < 3:
        back -= 1
    if found[back].text not in _ENDS:
        return False
    if not (token.capital or token.is_digits or token.text in '«“"–-('):
        return False
    return found[back].text != "." or not _abbreviated(found, back, token)


def _abbreviated(found: Sequence[Token], point: int, following: Token) -> bool:
    """Whether the point belongs to an abbreviation or an initial rather than to the sentence."""
    if not point or found[point].gap:
        return False
    word = found[point - 1]
    if not word.is_word:
        return word.is_digits and _is_list_numeral(found, point - 1)
    if len(word.text) == 1 and word.capital:
        return True
    if word.text not in _ABBREVIATIONS:
        return False
    # "20 млн. Школы" ends there; "2025 ж. Алматы" may not, and one sentence too few does less harm.
    return not (following.capital and word.text in {"млн", "млрд", "трлн", "тыс", "тг", "руб"})


def _is_list_numeral(found: Sequence[Token], place: int) -> bool:
    return len(found[place].text) < 3 and (not place or found[place].gap in {"\n", "¶"})
