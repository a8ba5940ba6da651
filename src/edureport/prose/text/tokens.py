"""Tokens of a text, with their places in the original: digits, words, single signs; and its sentences."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Protocol

from edureport.prose.text.folding import GONE, fold, one_script

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TOKEN = re.compile(rf"[0-9]+|[^\W\d_{_RAISED}½¼¾]+|[{_RAISED}]+|->|[^\w\s]|[\w]")
_ROMAN = re.compile(r"[IVXІХ]{1,6}\Z")  # also with the Cyrillic letters that look like them
_ROMAN_VALUES = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10}

PARAGRAPH = "\u2029"  # Unicode's paragraph separator
END = "¶"  # a token of no characters at the end of each paragraph but the last
CELL = "|"  # what a tab within a line stands for, too

SEPARATED = {"¶": END, "\t": CELL}


class Token(NamedTuple):
    """A piece of text; the `gap` before it is nothing, a space, two for a wider one, a line break, or ¶."""

    text: str
    start: int
    end: int
    gap: str
    is_digits: bool = False
    is_word: bool = False
    capital: bool = False
    roman: int = 0  # if it is no Roman numeral


def tokens(text: str, *, latin: bool) -> list[Token]:
    """The tokens in order; words are folded into small letters of the one script or the other."""
    folded, starts, ends = fold(text)
    read: list[Token] = []
    last = 0
    for match in _TOKEN.finditer(folded):
        first, end = match.span()
        gap = _gap(text[starts[last] : starts[first]]) if first > last else ""
        word = match[0]
        begin, finish = starts[first], ends[end - 1]
        if word[0] in _RAISED and not gap and read and read[-1].text != "10":
            last = end
            continue  # the mark of a note, or a square
        if read and gap in SEPARATED:
            read.append(Token(SEPARATED[gap], read[-1].end, read[-1].end, ""))
        is_digits, is_word, capital, roman = "0" <= word[0] <= "9", word[0].isalpha(), False, 0
        if is_word:
            original = text[begin:finish]
            capital = original[0].isupper()
            if capital and _ROMAN.match(original):
                roman = _roman(original)
            joined = not gap and bool(read) and read[-1].text in "-0123456789"
            word = one_script(word, latin=latin, joined=joined)
        if is_word and gap == " " and len(read) > 1 and _is_spaced_hyphen(read[-2], read[-1]):
            read[-1] = read[-1]._replace(text="–")
        read.append(Token(word, begin, finish, gap, is_digits, is_word, capital, roman))
        last = end
    return read


def _is_spaced_hyphen(before: Token, hyphen: Token) -> bool:
    """Whether a hyphen stands for a dash: with a space before it, but not in «детско - юношеских»."""
    compound = before.is_word and before.text.endswith("о")
    return hyphen.text == "-" and hyphen.gap == " " and not compound


def folded_words(text: str, *, latin: bool) -> list[str]:
    """The texts of the tokens alone; Latin suffixes of numbers in a Cyrillic text stay as they are."""
    return [one_script(word, latin=latin, joined=False) for word in _TOKEN.findall(fold(text).text)]


def _roman(numeral: str) -> int:
    """The value of a Roman numeral below forty."""
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < following else value for value, following in pairs)


def _gap(space: str) -> str:
    """The kind of space: line breaks wrap sentences, an empty line ends them, a tab parts cells."""
    if space == " ":
        return space  # nearly always
    space = space.replace(GONE, "")
    if not space:
        return ""
    if PARAGRAPH in space:
        return "¶"
    if "\n" not in space and "\r" not in space:
        return "\t" if "\t" in space else " " if len(space) == 1 else "  "
    breaks = space.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    return "¶" if breaks > 1 else "\n"


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
