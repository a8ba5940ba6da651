"""Tokens of a text: runs of digits, words and single signs, with their places in the original."""

import re
from typing import NamedTuple

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
        read.append(Token(word, begin, finish, gap, is_digits, is_word, capital, roman))
        last = end
    return read


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
