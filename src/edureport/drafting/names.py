"""Names: keys in plain Latin letters, and texts as a report file can hold them, in YAML and its comments."""

import re
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import PurePath

import yaml

from edureport.drafting.draft import Names
from edureport.message import Message
from edureport.prose.grammar import load
from edureport.prose.text.folding import GONE, in_latin
from edureport.reading.allowed import CONTROL
from edureport.reading.values import KEY, LATIN, LOOK_ALIKES, MIXED, TO_CYRILLIC, TWO_ALPHABETS

LONGEST_KEY = 40
LONGEST_TEXT = 200  # characters of a label; longer ones are no labels

_NO_KEY = re.compile("[^a-z0-9]")
_REFUSED = re.compile(f"{CONTROL.pattern}|[\ud800-\udfff]")  # the last are in no file in UTF-8
WIDTH = 100
SLACK = 16  # characters that PyYAML writes beyond the width, to the end of a word
MOST_KEPT = 1000  # keys; those of units and sections come again and again
# Several words, parts of a key behind a letter, a name of a file or a word that is none of YAML's, which it
# takes for nothing else: most labels, quotes and keys, and PyYAML needs not be asked about them.
_CYRILLIC = r"\u0400-\u04ff"
_LETTER = f"a-zA-Z{_CYRILLIC}"
_MORE = f"[{_LETTER}0-9,.%()«»…–-]"
_KEY = f"[{_LETTER}][{_LETTER}0-9]*(?:_[{_LETTER}0-9]+)+"
_FILE = f"[{_LETTER}0-9]+(?:[-.][{_LETTER}]{{2,}})+"
_WORD = f"(?!(?i:y|n|yes|no|on|off|true|false|null)$)[{_LETTER}]+"
PLAIN = re.compile(f"[{_LETTER}0-9]{_MORE}*(?: {_MORE}+)+|{_KEY}|{_FILE}|{_WORD}")
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml, where it is installed
Say = Callable[[Message], str]
ToComplete = Callable[[str], str]  # of a language, whose catalogue is read for that alone


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


def identifier_of(path: str) -> str:
    """A name for the report: that of its file, or what Latin letters make of it."""
    stem = PurePath(path).stem
    return stem if KEY.fullmatch(stem) else key_of(stem.replace("-", " ").replace("_", " ").split(), "report")


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


def quoted(text: str) -> str:
    """A text as a scalar of YAML on one line."""
    seen = text.isprintable()  # else escaped: no text of a sheet can steer a terminal
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=seen, width=10**6)).strip()


def plain(text: str) -> str:
    """The same, quoted only where it would be taken for something else."""
    seen = text.isprintable()
    return str(yaml.safe_dump(text, allow_unicode=seen, width=10**6)).split("\n", 1)[0]


def commented(text: str, indent: int) -> Iterator[str]:
    """A text as the lines of a comment."""
    start, text = f"{' ' * indent}# ", cleaned(text)
    if text and len(start) + len(text) <= WIDTH:
        return iter((start + text,))
    return (start + line for line in textwrap.wrap(text, WIDTH - len(start), break_on_hyphens=False))


def put_in_comments(lines: Iterable[str], indent: int) -> Iterator[str]:
    """Lines of YAML as comments that are those lines again when the marks, all at `indent`, are removed."""
    mark = f"{' ' * indent}# "
    return (mark + line[indent:] if line else "" for line in lines)


class YamlWriter:
    """Writes YAML, line by line; `say` puts comments into words, `open` counts what is to be completed."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.open = 0

    def names(self, key: str, names: Names, indent: int) -> Iterator[str]:
        """A text in the languages in which it is known."""
        yield f"{' ' * indent}{scalar(key)}:"
        for language, name in names.items():
            yield from self.field(language, name, indent + 2)

    def field(self, key: str, text: str | dict[str, str], indent: int) -> Iterator[str]:
        """A key with a text, folded where it is long; PyYAML knows what has to be quoted."""
        width = WIDTH - SLACK - indent
        last = text.rfind(" ") if isinstance(text, str) else width  # only behind a space a line goes on
        if isinstance(text, str) and len(key) + 2 + last <= width and PLAIN.fullmatch(text):
            yield f"{' ' * indent}{scalar(str(key))}: {text}"
            return
        plain = str(text) if isinstance(text, str) else {str(form): str(word) for form, word in text.items()}
        dumped = yaml.dump(
            {str(key): plain}, Dumper=_DUMPER, allow_unicode=True, width=width, sort_keys=False
        )
        yield from (f"{' ' * indent}{line}".rstrip(" ") for line in dumped.splitlines())

    def todo(self, what: Message, indent: int) -> Iterator[str]:
        self.open += 1
        yield from self.comment(what, indent)

    def comment(self, what: Message, indent: int) -> Iterator[str]:
        yield from commented(self.say(what), indent)


@lru_cache(MOST_KEPT)
def scalar(text: str) -> str:
    """A key in one line, quoted if it would be taken for something else."""
    if PLAIN.fullmatch(text):
        return text
    return str(yaml.dump(text, Dumper=_DUMPER, allow_unicode=True, width=10 * WIDTH)).split("\n", 1)[0]
