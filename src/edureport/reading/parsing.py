"""The text of a YAML file to nodes: line by line where that is certain, the rest by libyaml.

An entry of nothing but lines like `key: words`, `key: {key: words, key: words}`, `key:` with such lines
further to the right, and comments is to libyaml what it is here, where it takes a third of the time. What
else an entry may be is libyaml's to say. It ends before the next line that begins where it does: a text or
a bracket that is still open there has no end in it.

libyaml takes as long to be loaded as the program takes for most of its work, so it is loaded where it is
needed.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from edureport.problem import Problems
from edureport.reading.allowed import checked
from edureport.reading.limits import Limits
from edureport.reading.nodes import PLACED, Arriving, Bare, Map, Node, PlainMap, Scalar, UnplacedError

DEEPEST = 8  # levels of an entry, less than any limit
MOST_SHAPES = 8  # of entries that are read at once
ENOUGH = 20_000  # characters of entries after which more of the same is to be expected

_KEY = r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}+"
_FIRST = r"[^\x00-/:-@\[-^`{-\xa0]"  # no sign that means something in YAML
_WORDS = rf"{_FIRST}[^\n:#]*(?::[^\n:# ][^\n:#]*)*(?<! )"
_IN_BRACES = rf"{_FIRST}[^\n:#,?\[\]{{}}]*+(?<! )"
_PAIR = rf"{_KEY}: {_IN_BRACES}"
_PAIRS = rf"({_KEY}): ({_IN_BRACES})(?:, |$)"
_BLANK = r"(?:#[^\n]*)?\n"
# No blank line and no comment in it or behind it, which could be its own.
_BLOCK = r"([|>]-?)\n((\1 +)[^ \n][^\n]*\n(?:\5[^ \n][^\n]*\n)*)(?!(?: *\n)* *#)"
_INLINE = rf"(?: ({_WORDS})| \{{({_PAIR}(?:, {_PAIR})*)\}})?(?: +#[^\n]*)?\n"
_LINE = rf"^( *)(?:({_KEY}):(?: {_BLOCK}|{_INLINE})|{_BLANK})"
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
    place: int  # of the key
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

    def entry(self, start: int) -> str:
        """The entry that begins there: it ends before the next line that begins where it does."""
        place = start
        while (place := self.text.find(f"\n{self.indent}", place, self.end)) >= 0:
            place += 1
            first = place + len(self.indent)
            if self.text[first : first + 1] not in " \n#":
                return self.text[start:place]
        return self.text[start : self.end]


def cut_at(text: str, place: int) -> Cut | None:
    """A text cut at the entries of the key at a place; None where they do not stand below it in a block."""
    first = re.compile(_FIRST_ENTRY).match(text, place)
    if first is None:
        return None
    below = re.compile(_BELOW, re.MULTILINE).search(text, first.end())
    return Cut(text, place, first[1], first.start(2), below.start() if below else len(text), first[2])


class EntryShape(NamedTuple):
    """What is alike in many entries: their keys, and which of them have words in braces."""

    match: Callable[..., re.Match[str] | None]  # of a text, from a place to a place
    fields: tuple[tuple[str, tuple[str, ...] | None], ...]
    indents: tuple[int, int]  # of the entry, and of its keys

    @classmethod
    def of(cls, entry: Map) -> "EntryShape | None":
        """That of an entry; None for one with more levels, or with keys that need places."""
        ((name, fields),) = entry.items()
        if not isinstance(fields, Map) or not {*map(type, fields)} | {*map(type, fields.values())} <= _FLAT:
            return None
        indents = (name.column - 1, fields.column - 1)  # type: ignore[attr-defined]
        keys = tuple((key, tuple(value) if isinstance(value, Map) else None) for key, value in fields.items())
        outer = f" {{{indents[0]}}}"
        lines = [f"{outer}({_KEY}):\n"]
        for key, inner in keys:
            words = f"({_WORDS})" if inner is None else ", ".join(f"{one}: ({_IN_BRACES})" for one in inner)
            opening, closing = ("", "") if inner is None else (r"\{", r"\}")
            lines.append(f" {{{indents[1]}}}{key}: {opening}{words}{closing}\n")
        lines.append(rf"(?={outer}[^ \n#]|\Z)")
        return cls(re.compile("".join(lines)).match, keys, indents)

    def made(self, found: Iterable[str], above: int) -> Map:
        """The entry with these words."""
        words = iter(found)
        outer, inner = self.indents
        entry, fields = Map(), Map()
        entry[key_at(next(words), above + 1, outer + 1)] = fields
        fields.line, fields.column = above + 2, inner + 1
        for line, (key, keys) in enumerate(self.fields, above + 2):
            if keys is None:
                fields[key] = next(words)
            else:
                texts = fields[key] = PlainMap(zip(keys, words, strict=False))
                texts.line, texts.column = line, inner + len(key) + 3
        return entry


class PlainEntries:
    """Reads plain entries; the words of keys that need no places are given."""

    characters = 0  # that this process has read so

    def __init__(self, words: Bare, longest: int) -> None:
        self.words, self.longest = words, longest
        self.shapes: list[EntryShape] = []  # those that were met last come first
        self.lines = re.compile(_LINE, re.MULTILINE).findall
        self.pairs = re.compile(_PAIRS).findall

    def known(self, text: str, start: int, end: int, above: int) -> tuple[Map, int, int] | None:
        """The entry that begins there, where it ends and its lines, if there was one with its keys before."""
        for number, shape in enumerate(self.shapes):
            if found := shape.match(text, start, end):
                if number:
                    self.shapes.insert(0, self.shapes.pop(number))
                return shape.made(found.groups(), above), found.end(), 1 + len(shape.fields)
        return None

    def read(self, entry: str, above: int) -> Map | None:
        """The key of an entry with its value; None if it is not plain, or something is wrong with it."""
        made = self.of_lines(entry, above, entry[: len(entry) - len(entry.lstrip(" "))])
        if made and self.are_shapes_worth_it(entry) and (new := EntryShape.of(made)) and new.match(entry):
            self.shapes.insert(0, new)
        return made

    def are_shapes_worth_it(self, entry: str) -> bool:
        """Whether so much is read in this process that another pattern is soon worth its compilation."""
        PlainEntries.characters += len(entry)
        return PlainEntries.characters > ENOUGH and len(self.shapes) < MOST_SHAPES

    def of_lines(self, text: str, above: int, level: str) -> Map | None:
        """A mapping line by line, its keys behind the white space `level`; None if it is not plain."""
        if not text.endswith("\n") or (
            len(text) > self.longest and max(map(len, text.split("\n"))) > self.longest
        ):
            return None
        line = above
        root = made = Map()
        opened: Any = None
        outer: list[tuple[str, Map]] = []
        for indent, name, style, block, margin, words, pairs in self.lines(text):
            line += 1
            if not name:
                continue
            if opened is not None:
                if len(indent) <= len(level) or len(outer) == DEEPEST:
                    return None  # what is empty needs its place
                outer.append((level, made))
                level, made, opened = indent, _placed(opened, line, len(indent) + 1), None
            while indent != level and outer:
                level, made = outer.pop()
            key = (outer and self.words.get(name)) or key_at(name, line, len(indent) + 1)
            column = len(indent) + len(name) + 3
            value = words or self.mapping(pairs, line, column)
            if block:
                value = self.block(style, block[len(margin) : -1].split(f"\n{margin}"), line, column)
            if indent != level or value is None or key in made:
                return None
            made[key] = value
            opened = None if words or pairs or block else value
            line += block.count("\n")
        if opened is not None or not root or line - above != text.count("\n"):
            return None
        first: Any = next(iter(root))
        root.line, root.column = first.line, first.column
        return root

    def block(self, style: str, lines: Sequence[str], line: int, column: int) -> Scalar | None:
        """A text of several lines: in one, or as they are; with a line feed, unless it is cut off."""
        text = (" " if style[0] == ">" else "\n").join(lines) + ("" if style[1:] else "\n")
        made: Scalar = _placed(Scalar(text), line, column)
        made.plain, made.block = False, True
        return made if len(text) <= self.longest else None

    def mapping(self, pairs: str, line: int, column: int) -> Any:
        """That of what stands in braces, or an empty one; None if keys are not known ones, once each."""
        found = self.pairs(pairs)
        made = _placed(PlainMap(found) if found else Map(), line, column)
        return made if len(made) == len(found) and made.keys() <= self.words.keys() else None


def key_at(text: str, line: int, column: int) -> Scalar:
    """A key with its place."""
    made = Scalar(text)
    made.line, made.column, made.plain, made.block = line, column, True, False
    return made


def _placed(node: Any, line: int, column: int) -> Any:
    node.line, node.column = line, column
    return node


_NEEDED = r"\n(?!targets:[ \n])[^ \n#]"  # a key that others can refer to
_LIMITS = Limits()


def parse(
    data: bytes, path: str, limits: Limits = _LIMITS, late: str | None = None, bare: Bare = PLACED
) -> tuple[Node, Problems]:
    """The one document in `data`, and what is wrong with it that leaves the rest readable.

    The mapping of the key `late` may be an Arriving, which has to be read to its end. If there are `bare`
    keys, texts that are values have no places, nor have their keys if they are among those; but for what is
    empty, in double quotes, in a block, tagged, long, or in a list.

    Raises ReportError where the rest cannot be read, and in a bare reading UnplacedError for any mistake.
    """
    return parse_text(checked(data, path), path, limits, late, bare)


def parse_text(text: str, path: str, limits: Limits, late: str | None, bare: Bare) -> tuple[Node, Problems]:
    """The same of a text that has been checked."""
    aliases = "&" in text and "*" in text  # of what is no longer there, if it was late
    late_at = _place_of_late(late, text) if late and not aliases else None
    if bare and late_at is not None and (cut := cut_at(text, late_at)):
        return _Pieces(cut, path, limits, bare).document(), Problems()
    from edureport.reading.composer import BareComposer, Composer

    if bare and not aliases:
        composer: Composer = BareComposer(text, path, limits, bare)
    else:
        composer = Composer(text, path, limits, late_at)
    with composer.understood():
        return composer.document(), composer.problems


def _place_of_late(key: str, text: str) -> int | None:
    """The characters before a key below others, if nothing below it is needed to read its value."""
    found = re.search(rf"\n{key}:[ \n]", text)
    if found is None or "\r" in text or re.compile(_NEEDED).search(text, found.end() - 1):
        return None
    return found.start() + 1


class _Pieces:
    """Makes nodes of a text that is cut, without places, as far as nothing is wrong with them."""

    def __init__(self, cut: Cut, path: str, limits: Limits, words: Bare) -> None:
        self.cut, self.path, self.limits, self.words = cut, path, limits, words
        self.nodes, self.most_nodes = 0, limits.nodes
        self.plain = PlainEntries(words, limits.text)

    def document(self) -> Map:
        """What stands above the entries, and these, which are still to be read, as the last of it."""
        root, key = self.top()
        entries = root[key] = Arriving()
        entries.line, entries.column = self.cut.head.text.count("\n") + 1, len(self.cut.indent) + 1
        entries.source = self.entries(root, [*root])
        return root

    def top(self) -> tuple[Map, str]:
        """What stands above the entries, and their key."""
        above = self.cut.text[: self.cut.place]
        if root := self.counted(TextPiece(above, 0), self.lines):
            if self.cut.key in root:
                raise UnplacedError
            return root, key_at(self.cut.key, above.count("\n") + 1, 1)
        root = self.composed(self.cut.head, 1)
        *_, (key, value) = root.items()
        if key != self.cut.key or not isinstance(value, Scalar) or value or not value.plain:
            raise UnplacedError  # its line is a part of something else
        return root, key

    def entries(self, root: Map, seen: list[str]) -> Iterator[tuple[str, Node]]:
        """Each entry, then what stands below them is read into the root."""
        known: set[str] = set()
        text, start, end = self.cut.text, self.cut.start, self.cut.end
        above = text.count("\n", 0, start)
        while start < end:
            if like := self.plain.known(text, start, end, above):
                found, next_start, lines = like
                self.count(2 * text.count(":", start, next_start))
            else:
                entry = self.cut.entry(start)
                found = self.entry(TextPiece(entry, above))
                next_start, lines = start + len(entry), entry.count("\n")
            start, above = next_start, above + lines
            for key, value in found.items():
                if key in known:
                    raise UnplacedError
                known.add(str(key))
                yield key, value
        tail = self.cut.tail
        if tail.text:
            below = self.counted(tail, self.lines) or self.composed(tail, 1)
            if not below.keys().isdisjoint(seen):
                raise UnplacedError
            root.update(below)

    def entry(self, piece: TextPiece) -> Map:
        found = self.counted(piece, self.plain.read)
        if found is not None:
            return found
        if re.match(f" +{_NAMED}", piece.text) is None:
            raise UnplacedError  # it may begin with what the entry above it has left open
        return self.composed(piece, 2)

    def lines(self, text: str, above: int) -> Map | None:
        """A mapping at the top, if its lines are plain."""
        return self.plain.of_lines(text, above, "")

    def counted(self, piece: TextPiece, read: Callable[[str, int], Map | None]) -> Map | None:
        """What is read of a piece, its nodes counted: with the colons in its words more, never less."""
        most = 2 * piece.text.count(":")
        if most > self.limits.kept:
            raise UnplacedError
        found = read(*piece)
        if found is not None:
            self.count(most)
        return found

    def composed(self, piece: TextPiece, depth: int) -> Map:
        """The mapping that a piece is, as libyaml reads it."""
        from edureport.reading.composer import BareComposer

        composer = BareComposer(piece.text, self.path, self.limits, self.words, piece.above)
        with composer.understood():
            found = composer.block(depth)
        self.count(composer.nodes)
        return found

    def count(self, nodes: int) -> None:
        self.nodes += nodes
        if self.nodes > self.most_nodes:
            raise UnplacedError
