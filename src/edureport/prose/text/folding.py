"""Text folded for matching: composed, in small letters, in one script, every offset kept; or in Latin."""

import re
import unicodedata
from string import ascii_lowercase
from typing import NamedTuple

_SIGNS = {
    **dict.fromkeys("\u00a0\u202f\u2009\u2007\u2008\u200a\u3000\t", " "),
    **dict.fromkeys("\u2010\u2011", "-"),
    **dict.fromkeys("\u2012\u2014\u2015", "–"),
    "ё": "е",
    "Ё": "е",
    "ə": "ә",
    "Ə": "ә",
    "ї": "і",
    **dict.fromkeys("ӊӉ", "ң"),
    **dict.fromkeys("ӄӃ", "қ"),
    "％": "%",
    "‚": ",",  # a low quotation mark, for a comma: 401‚435
}
_LATIN, _CYRILLIC = "aceopxyikmthbnəj", "асеорхуікмтһвнәј"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
_LOOKALIKES, _SMALL_LATIN = frozenset(_LATIN), frozenset(ascii_lowercase)
GONE = "\ue000"  # stands where a mark of the text has been taken out
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_IGNORED = frozenset("\u00ad\u200b\u200c\u200d\ufeff\u2060\ufe0e\ufe0f")
# Letters and signs that each make one of their own, whatever stands beside them: nearly all of a text.
_PLAIN = "\\x00-\\xac\\xae-\\u012f\\u0131-\\u02ff\\u0400-\\u0482\\u048a-\\u052f\\u2010-\\u2026\\u2116"
_RUN = re.compile(f"(?P<plain>[{_PLAIN}]+)|.", re.DOTALL)
_SIGN_CODES = str.maketrans(_SIGNS)


class Folded(NamedTuple):
    """The folded text; its character i stands for `original[starts[i]:ends[i]]`."""

    text: str
    starts: list[int]
    ends: list[int]


def fold(text: str) -> Folded:
    """The text in NFC and small letters, ё as е, spaces and dashes as one kind each.

    Each character comes from one character of the original and the marks that follow it; a ligature gives
    several, and what stands for a mark that was taken out none.
    """
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for run in _RUN.finditer(text):
        index, letter = run.start(), run[0]
        if run["plain"]:
            letters += letter.translate(_SIGN_CODES).lower()
            starts += range(index, run.end())
            ends += range(index + 1, run.end() + 1)
            continue
        if letter == GONE:
            continue
        if letter in _LIGATURES:
            for one in _LIGATURES[letter]:
                letters.append(one)
                starts.append(index)
                ends.append(index + 1)
            continue
        if letters and (letter in _IGNORED or unicodedata.combining(letter)):
            composed = unicodedata.normalize("NFC", letters[-1] + letter)
            if len(composed) == 1:
                letters[-1] = _SIGNS.get(composed, composed)
            ends[-1] = index + 1
            continue
        folded = _SIGNS.get(letter) or letter.lower()
        letters.append(folded if len(folded) == 1 else letter)
        starts.append(index)
        ends.append(index + 1)
    return Folded("".join(letters), starts, ends)


def one_script(word: str, *, latin: bool, joined: bool) -> str:
    """A word that mixes scripts, in its language's; `joined` to a number, «5-i», a wholly Latin one, too."""
    if word.isascii():
        slip = not latin and (joined or len(word) == 1) and _LOOKALIKES.issuperset(word)
        return word.translate(_TO_CYRILLIC) if slip else word
    if _SMALL_LATIN.isdisjoint(word):
        return word
    return word.translate(_TO_LATIN if latin else _TO_CYRILLIC)


_SPELLED = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
        "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
        "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
        "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
        "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip


def in_latin(text: str) -> str:
    """A text in small letters with Latin ones for those of Kazakh and Russian; others stay."""
    return text.translate(_SPELLED)
