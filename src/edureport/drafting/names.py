"""Names: keys in plain Latin letters, and texts in a form that a report file can hold."""

import re
import unicodedata
from collections.abc import Sequence

from edureport.prose.text.folding import GONE
from edureport.reading.nodes import CONTROL
from edureport.reading.values import LATIN, LOOK_ALIKES, MIXED

LONGEST_KEY = 40
LONGEST_TEXT = 200  # characters of a label; longer ones are no labels

# The letters of Kazakh and Russian as they are commonly written without marks.
_LATIN = str.maketrans(
    {
        "а": "a", "ә": "a", "б": "b", "в": "v", "г": "g", "ғ": "g", "д": "d", "е": "e", "ё": "e",
        "ж": "zh", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
        "ң": "n", "о": "o", "ө": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "u",
        "ү": "u", "ф": "f", "х": "kh", "һ": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch",
        "ъ": "", "ы": "y", "і": "i", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    }
)  # fmt: skip
_TO_CYRILLIC = str.maketrans("aceopxyihABCEHIKMOPTXYəƏ", "асеорхуіһАВСЕНІКМОРТХУәӘ")  # of LOOK_ALIKES
_REFUSED = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")  # the last are in no file in UTF-8


def cleaned(text: str) -> str:
    """The text in one line, composed, without what a report file refuses."""
    return unicodedata.normalize("NFC", " ".join(_REFUSED.sub(" ", text.replace(GONE, "")).split()))


def named(text: str, language: str) -> str:
    """A text as a name: in Kazakh and Russian words Latin look-alikes become Cyrillic letters."""
    return in_one_script(cleaned(text)[:LONGEST_TEXT].rstrip(), language)


def in_one_script(text: str, language: str) -> str:
    """A text whose Kazakh and Russian words have Cyrillic letters instead of Latin ones that look alike."""
    latin = language != "en" and not LATIN.isdisjoint(text)
    return MIXED.sub(_with_cyrillic, text) if latin else text


def _with_cyrillic(word: re.Match[str]) -> str:
    latin = LATIN.intersection(word[0])
    return word[0].translate(_TO_CYRILLIC) if latin <= LOOK_ALIKES else word[0]


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
    """Names that are unique: the second one of the same gets a number, written as the pattern says."""

    def __init__(self, pattern: str = "{}_{}") -> None:
        self._pattern = pattern
        self._taken: set[str] = set()
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
    latin = unicodedata.normalize("NFC", word).lower().translate(_LATIN)
    return re.sub("[^a-z0-9]", "", unicodedata.normalize("NFKD", latin).lower())
