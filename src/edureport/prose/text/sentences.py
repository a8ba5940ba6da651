"""Sentences of a text: where they end, for points end abbreviations and initials as well."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from edureport.prose.text.tokens import Token

LONG = 5  # letters of a word that is surely no abbreviation
_ENDS = frozenset(".!?…")
_CLOSING = frozenset("»”\")’'")
_BULLETS = frozenset("-–•*·▪#")


class Sentence(NamedTuple):
    """A sentence: `text[start:end]` of the text."""

    start: int
    end: int


def between(tokens: Sequence[Token], indices: Sequence[int]) -> list[Sentence]:
    """The sentences of tokens that begin at these indices; the last index is the end of them all."""
    pairs = pairwise(indices)
    return [Sentence(tokens[first].start, tokens[last - 1].end) for first, last in pairs if last > first]


class Abbreviations(Protocol):
    """What a language writes with a point that ends no sentence.

    The point of `amounts` ends it all the same before a capital letter: "20 млн. Школы". "2025 ж. Алматы"
    may be one sentence or two, and one too few does less harm.
    """

    @property
    def abbreviations(self) -> frozenset[str]: ...
    @property
    def amounts(self) -> frozenset[str]: ...


def starts(tokens: Sequence[Token], known: Abbreviations) -> list[int]:
    """The tokens that sentences begin with; the first among them."""
    if not tokens:
        return []
    return [0, *(index for index in range(1, len(tokens)) if _begins(tokens, index, known))]


def _begins(tokens: Sequence[Token], index: int, known: Abbreviations) -> bool:
    """Whether a sentence begins with the token at `index`."""
    token, before = tokens[index], tokens[index - 1]
    if token.gap == "¶":
        return True
    if not token.gap:
        return _is_glued(tokens, index, known)
    if token.gap == "\n" and (token.text in _BULLETS or before.text in ".!?…:;"):
        return True
    back = index - 1
    while back and tokens[back].text in _CLOSING and index - back < 3:
        back -= 1
    if tokens[back].text not in _ENDS:
        return False
    if not (token.capital or token.is_digits or token.text in '«“"–-('):
        return False
    return tokens[back].text != "." or not _abbreviated(tokens, back, token, known)


def _is_glued(tokens: Sequence[Token], index: int, known: Abbreviations) -> bool:
    """Whether a space is missing behind a sentence: «собрано зерна.Убраны поля», but not «респ.Коми»."""
    if index < 3 or tokens[index - 1].text != "." or tokens[index - 1].gap:
        return False
    token, word, sign = tokens[index], tokens[index - 2], tokens[index - 3]
    whole = not word.capital and word.text not in known.abbreviations
    long = len(word.text) >= LONG or sign.text == "/"  # «14 ц/га.»
    named = token.capital and len(token.text) > 1 and not token.text.isascii()
    return named and whole and long and word.is_word and not word.text.isascii()


def _abbreviated(tokens: Sequence[Token], point: int, following: Token, known: Abbreviations) -> bool:
    """Whether the point belongs to an abbreviation or an initial rather than to the sentence."""
    if not point or tokens[point].gap:
        return False
    word = tokens[point - 1]
    if not word.is_word:
        return word.is_digits and _is_list_numeral(tokens, point - 1)
    if len(word.text) == 1 and word.capital:
        return True
    if word.text not in known.abbreviations:
        return False
    return not (following.capital and word.text in known.amounts)


def _is_list_numeral(tokens: Sequence[Token], index: int) -> bool:
    return len(tokens[index].text) < 3 and (not index or tokens[index].gap in {"\n", "¶"})
