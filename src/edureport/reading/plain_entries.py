"""Entries of a file in the plain form that most of them have, read line by line.

An entry of nothing but lines like `key: words`, `key: {key: words, key: words}`, `key:` with such lines
further to the right, and comments is to libyaml what it is here, where it takes a third of the time. What
else an entry may be is libyaml's to say. It ends before the next line that begins where it does: a text or
a bracket that is still open there has no end in it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from edureport.reading.nodes import Bare, Map, PlainMap, Scalar

DEEPEST = 8  # levels of an entry, less than any limit
MOST_SHAPES = 8  # of entries that are read at once
ENOUGH = 50_000  # characters for which it is worth to compile the patterns

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}+"
_FIRST = r"[^\x00-/:-@\[-^`{-\xa0]"  # no sign that means something in YAML
_WORDS = rf"{_FIRST}[^\n:#]*(?::[^\n:# ][^\n:#]*)*(?<! )"
_IN_BRACES = rf"{_FIRST}[^\n:#,?\[\]{{}}]*+(?<! )"
_PAIR = rf"{_KEY}: {_IN_BRACES}"
_PAIRS = rf"({_KEY}): ({_IN_BRACES})(?:, |$)"
_BLANK = r"(?:#[^\n]*)?\n"
_LINE = rf"^( *)(?:({_KEY}):(?: ({_WORDS})| \{{({_PAIR}(?:, {_PAIR})*)\}})?(?: +#[^\n]*)?\n|{_BLANK})"
_FIRST_ENTRY = rf"([a-z]{{1,30}}): *{_BLANK}(?: *{_BLANK})*( +)[^ #\n]"
_FLAT = {str, PlainMap}
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


class Shape(NamedTuple):
    """What is alike in many entries: their keys, and which of them have words in braces."""

    match: Callable[[str], re.Match[str] | None]
    fields: tuple[tuple[str, tuple[str, ...] | None], ...]
    indents: tuple[int, int]  # of the entry, and of its keys

    @classmethod
    def of(cls, entry: Map) -> "Shape | None":
        """That of an entry; None for one with more levels, or with keys that need places."""
        ((name, fields),) = entry.items()
        if not isinstance(fields, Map) or not {*map(type, fields)} | {*map(type, fields.values())} <= _FLAT:
            return None
        indents = (name.column - 1, fields.column - 1)  # type: ignore[attr-defined]
        keys = tuple((key, tuple(value) if isinstance(value, Map) else None) for key, value in fields.items())
        lines = [f" {{{indents[0]}}}({_KEY}):\n"]
        for key, inner in keys:
            words = f"({_WORDS})" if inner is None else ", ".join(f"{one}: ({_IN_BRACES})" for one in inner)
            opening, closing = ("", "") if inner is None else (r"\{", r"\}")
            lines.append(f" {{{indents[1]}}}{key}: {opening}{words}{closing}\n")
        return cls(re.compile("".join(lines)).fullmatch, keys, indents)

    def made(self, found: Iterable[str], above: int) -> Map:
        """The entry with these words."""
        words = iter(found)
        outer, inner = self.indents
        entry, fields = Map(), Map()
        entry[_name(next(words), above + 1, outer + 1)] = fields
        fields.line, fields.column = above + 2, inner + 1
        for line, (key, keys) in enumerate(self.fields, above + 2):
            if keys is None:
                fields[key] = next(words)
            else:
                fields[key] = _placed(PlainMap(zip(keys, words, strict=False)), line, inner + len(key) + 3)
        return entry


class PlainEntries:
    """Reads plain entries; the words of keys that need no places are given."""

    characters = 0  # that this process might have read so

    @classmethod
    def are_worth_it(cls, text: str) -> bool:
        """Whether the patterns are worth their compilation, with all that has been read before."""
        cls.characters += len(text)
        return cls.characters > ENOUGH

    def __init__(self, words: Bare) -> None:
        self.words = words
        self.shapes: list[Shape] = []  # those that were met last come first
        self.lines = re.compile(_LINE, re.MULTILINE).findall
        self.pairs = re.compile(_PAIRS).findall

    def read(self, entry: str, above: int) -> Map | None:
        """The key of an entry with its value; None if it is not plain, or something is wrong with it."""
        for number, shape in enumerate(self.shapes):
            if found := shape.match(entry):
                if number:
                    self.shapes.insert(0, self.shapes.pop(number))
                return shape.made(found.groups(), above)
        made = self.of_lines(entry, above)
        if made and len(self.shapes) < MOST_SHAPES and (new := Shape.of(made)) and new.match(entry):
            self.shapes.insert(0, new)
        return made

    def of_lines(self, entry: str, above: int) -> Map | None:
        """The same, line by line."""
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
            key = (outer and self.words.get(name)) or _name(name, line, len(indent) + 1)
            value: Any = words or (self.mapping(pairs) if pairs else Map())
            if indent != level or value is None or key in made:
                return None
            made[key] = value
            if pairs:
                _placed(value, line, len(indent) + len(name) + 3)
            elif not words:
                opened = value
        return root if opened is None else None

    def mapping(self, pairs: str) -> PlainMap | None:
        """The mapping of what stands in braces; None if keys are not those that need no places, once each."""
        found = self.pairs(pairs)
        made = PlainMap(found)
        return made if len(made) == len(found) and made.keys() <= self.words.keys() else None


def _name(text: str, line: int, column: int) -> Scalar:
    """A key with its place."""
    made = Scalar(text)
    made.line, made.column, made.plain, made.block = line, column, True, False
    return made


def _placed(node: Any, line: int, column: int) -> Any:
    """The node, with its place."""
    node.line, node.column = line, column
    return node
