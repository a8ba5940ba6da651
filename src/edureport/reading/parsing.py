"""The text of a YAML file to nodes: line by line where that is certain, the rest by libyaml.

libyaml takes as long to be loaded as the program takes for most of its work, so it is loaded where it is
needed.
"""

import re
from collections.abc import Callable, Iterator

from edureport.problem import Problems
from edureport.reading.allowed import checked
from edureport.reading.limits import Limits
from edureport.reading.nodes import PLACED, Arriving, Bare, Map, Node, Scalar, UnplacedError
from edureport.reading.plain_entries import Cut, PlainEntries, TextPiece, cut_at, key_at, may_stand_alone

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
        if not may_stand_alone(piece.text):
            raise UnplacedError
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
