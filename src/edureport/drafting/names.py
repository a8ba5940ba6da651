"""Names: keys in plain Latin letters, and texts in a form that a report file can hold."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from edureport.prose.grammar import load
from edureport.prose.text.folding import GONE, in_latin
from edureport.reading.allowed import CONTROL
from edureport.reading.values import LATIN, LOOK_ALIKES, MIXED, TO_CYRILLIC, TWO_ALPHABETS

LONGEST_KEY = 40
LONGEST_TEXT = 200  # characters of a label; longer ones are no labels

_NO_KEY = re.compile("[^a-z0-9]")
_REFUSED = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")  # the last are in no file in UTF-8


def cleaned(text: str) -> str:
    """The text in one line, composed, without what a report file refuses."""
    if not text.isprintable():  # few are not
        text = " ".join(_REFUSED.sub(" ", text.replace(GONE, "")).split())
    elif "  " in text:
        text = " ".join(text.split())
    return unicodedata.normalize("NFC", text.strip(" "))


def named(text: str, language: str) -> str:
    """A text as a name: in a language with Cyrillic letters Latin look-alikes become such letters."""
    return in_one_script(cleaned(text)[:LONGEST_TEXT].rstrip(), language)


def in_one_script(text: str, language: str) -> str:
    """A text whose words have Cyrillic letters instead of Latin ones that look alike, if its language has."""
    mixed = not load(language).latin and TWO_ALPHABETS.search(text)
    return re.sub(MIXED, _with_cyrillic, text) if mixed else text


def _with_cyrillic(word: re.Match[str]) -> str:
    return word[0].translate(TO_CYRILLIC) if LATIN.intersection(word[0]) <= LOOK_ALIKES else word[0]


def joined(*texts: str | None) -> str:
    """The texts that are not empty, with a space between them."""
    return " ".join(filter(None, texts))


def lowered(text: str) -> str:
    """A text as it goes on within another one: with a small letter."""
    return text[:1].lower() + text[1:]


def key_of(words: Sequence[str], fallback: str) -> str:
    """A key made of as many of the words as fit; `fallback` if none has letters or digits."""
    key = ""
    for word in words:
        part = _plain(word)[:LONGEST_KEY]
        if not part:
            continue
        if key and len(key) + 1 + len(part) > LONGEST_KEY:
            break
        key = f"{key}_{part}" if key else part
    return key or fallback


class UniqueNames:
    """Names that are unique, also among those `taken`: the second one gets a number, as the pattern says."""

    def __init__(self, taken: Iterable[str] = (), pattern: str = "{}_{}") -> None:
        self._pattern = pattern
        self._taken = set(taken)
        self._last: dict[str, int] = {}

    def name(self, wanted: str) -> str:
        """The wanted name, or with a number if it is taken."""
        free = wanted
        while free in self._taken:
            number = self._last[wanted] = self._last.get(wanted, 1) + 1
            free = self._pattern.format(wanted, number)
        self._taken.add(free)
        return free


def _plain(word: str) -> str:
    """A word in the letters a–z and digits."""
    latin = in_latin(unicodedata.normalize("NFC", word).lower())
    return _NO_KEY.sub("", unicodedata.normalize("NFKD", latin).lower())
