"""Entries of a file in the plain form that most of them have, read line by line.

An entry of nothing but lines like `key: words`, `key: {key: words, key: words}`, `key:` with such lines
further to the right, and comments is to libyaml what it is here, where it takes a third of the time. What
else an entry may be is libyaml's to say. It ends before the next line that begins where it does: a text or
a bracket that is still open there has no end in it.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from edureport.reading.nodes import Bare, Map, Scalar

DEEPEST = 8  # levels of an entry, less than any limit

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}"
_FIRST = r"[A-Za-z0-9_\xa1-\U0010ffff]"  # no sign that means something in YAML
_WORDS = rf"{_FIRST}[^\n:#]*(?::[^\n:# ][^\n:#]*)*(?<! )"
_IN_BRACES = rf"{_FIRST}[^\n:#,?\[\]{{}}]*(?<! )"
_PAIR = rf"{_KEY}: {_IN_BRACES}"
_PAIRS = rf"({_KEY}): ({_IN_BRACES})(?:, |$)"
_BLANK = r"(?:#[^\n]*)?\n"
_LINE = rf"^( *)(?:({_KEY}):(?: ({_WORDS})| \{{({_PAIR}(?:, {_PAIR})*)\}})?(?: +#[^\n]*)?\n|{_BLANK})"
_FIRST_ENTRY = rf"([a-z]{{1,30}}): *{_BLANK}(?: *{_BLANK})*( +)[^ #\n]"
_BELOW = r"^[^ \n#]"
_NAMED = "[A-Za-z0-9_'\"]"  # how libyaml's entries begin; not as the rest of the one above may


class TextPiece(NamedTuple):
    """A part of a text, and how many lines are above it."""

    text: str
    above: int


class Cut(NamedTuple):
    """A text in three: what ends with the line of a key, the entries of that key, and what is below them."""

    text: str
    key: str
    start: int
    end: int
    indent: str  # before each entry

    @property
    def head(self) -> TextPiece:
        """What ends with the line of the key, and comments."""
        return TextPiece(self.text[: self.start], 0)

    @property
    def tail(self) -> TextPiece:
        """What stands below the entries."""
        return TextPiece(self.text[self.end :], self.text.count("\n", 0, self.end))

    def entries(self) -> Iterator[TextPiece]:
        """Each entry of the key."""
        text, start, above = self.text, self.start, self.text.count("\n", 0, self.start)
        for found in re.compile(rf"\n{self.indent}(?=[^ \n#])").finditer(text, start, self.end):
            entry = text[start : found.start() + 1]
            yield TextPiece(entry, above)
            above += entry.count("\n")
            start += len(entry)
        yield TextPiece(text[start : self.end], above)


def cut_at(text: str, place: int) -> Cut | None:
    """A text cut at the entries of the key at a place; None where they do not stand below it in a block."""
    first = re.compile(_FIRST_ENTRY).match(text, place)
    if first is None:
        return None
    below = re.compile(_BELOW, re.MULTILINE).search(text, first.end())
    return Cut(text, first[1], first.start(2), below.start() if below else len(text), first[2])


def may_stand_alone(entry: str) -> bool:
    """Whether an entry begins with a name, and so not with what the entry above it has left open."""
    return re.match(f" +{_NAMED}", entry) is not None


class PlainEntries:
    """Reads plain entries; the words of keys that need no places are given."""

    def __init__(self, words: Bare) -> None:
        self.words = words
        self.lines = re.compile(_LINE, re.MULTILINE).findall
        self.pairs = re.compile(_PAIRS).findall

    def read(self, entry: str, above: int) -> Map | None:
        """The key of an entry with its value; None if it is not plain, or something is wrong with it."""
        lines = self.lines(entry)
        if len(lines) != entry.count("\n") or not entry.endswith("\n"):
            return None
        root = made = Map()
        opened: Map | None = None
        outer: list[tuple[str, Map]] = []
        level = lines[0][0]
        for line, (indent, name, words, pairs) in enumerate(lines, above + 1):
            if not name:
                continue
            if opened is not None:
                if len(indent) <= len(level) or len(outer) == DEEPEST:
                    return None  # what is empty needs its place
                outer.append((level, made))
                level, made, opened = indent, _placed(opened, line, len(indent) + 1), None
            while indent != level and outer:
                level, made = outer.pop()
            key = (outer and self.words.get(name)) or _placed(_plain(name), line, len(indent) + 1)
            value = words or self.mapping(pairs)
            if indent != level or value is None or key in made:
                return None
            made[key] = value
            if pairs:
                _placed(value, line, len(indent) + len(name) + 3)
            elif not words:
                opened = value
        return root if opened is None else None

    def mapping(self, pairs: str) -> Map | None:
        """The mapping of what stands in braces; None if keys are not those that need no places, once each."""
        found = self.pairs(pairs)
        made = Map(found)
        return made if len(made) == len(found) and made.keys() <= self.words.keys() else None


def _plain(text: str) -> Scalar:
    made = Scalar(text)
    made.plain, made.block = True, False
    return made


def _placed(node: Any, line: int, column: int) -> Any:
    """The node, with its place."""
    node.line, node.column = line, column
    return node
