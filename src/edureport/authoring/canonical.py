"""The canonical form of a report file: the order of keys and the spaces; not a comment is lost.

Entries under keys of one's own choice keep their order, for tables show them in it, and so do languages.
What stands in brackets or quotes goes on to do so. Lines are moved and indented as they are: a library
that reads YAML into values with comments ties each comment to what stands before it, and would leave it
behind when its key moves.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

from edureport.authoring.schema import schema
from edureport.authoring.source_text import SourceNode, SourceText
from edureport.model.quantity import Quantity
from edureport.model.report import LANGUAGES
from edureport.reading.amounts import notation
from edureport.reading.limits import MOST, Limits
from edureport.reading.nodes import Map
from edureport.reading.parsing import parse
from edureport.reading.report_file import ReportReader
from edureport.reading.report_keys import PLURALS

WIDTH = 110  # of what may become one line in brackets
STEP = 2
LONGEST = 1000  # characters of a key without a question mark; YAML allows some more

Shape = dict[str, Any]  # a part of the schema
_UNORDERED = (*LANGUAGES, *PLURALS)  # keys that stay where they are beside each other


class After(NamedTuple):
    """What stands after the last piece of something: the comment on its line, and the lines below."""

    comment: str
    lines: list[str]


def formatted(text: str) -> str:
    """The same report in canonical form; the text is known to be sound YAML."""
    plain = re.sub("\r\n?", "\n", text.removeprefix("\ufeff"))
    return _Canonical(SourceText(plain), amounts(plain)).file()


def amounts(text: str) -> dict[tuple[int, int], str]:
    """The notation of amounts that a report file has in words, by line and column.

    «120 мың» stays: it says as well that the number is rounded to thousands.
    """
    root, problems = parse(text.encode(), "", Limits(MOST))  # it has been read within the limits
    reader = ReportReader("", problems)
    if not isinstance(root, Map) or "tables" not in root:
        reader.report(root)
    found = {place: (quantity, notation(quantity)) for place, quantity in reader.worded.items()}
    return {
        place: words
        for place, (quantity, words) in found.items()
        if Quantity.parse(words).step == quantity.step
    }


class _Canonical:
    """Writes one file anew."""

    def __init__(self, source: SourceText, amounts: Mapping[tuple[int, int], str]) -> None:
        self.source, self.amounts, self.schema = source, amounts, schema()

    def file(self) -> str:
        source, root = self.source, self.source.root
        behind, *after = source.gap(root.end, len(source.text))
        if self.on_lines(root):
            head = self.before(root.entries[0][0].start)
            body = self.lines_of(root, 0, self.schema, After(behind, after))
        else:
            head, body = self.before(root.start), [_behind(self.inline(root, self.schema), behind), *after]
        return "\n".join(_without_double([*head, *body])) + "\n"

    def before(self, start: int) -> list[str]:
        """What stands above everything: comments, and an empty line if one divides them from the rest."""
        head = self.source.gap(0, start)
        head = [line.strip() for line in (head if head[0] else head[1:])]
        return head if any(head) else []

    # Collections, line by line

    def lines_of(
        self, piece: SourceNode, indent: int, shape: Shape, after: After, lead: Sequence[str] = ()
    ) -> list[str]:
        """The lines of a collection, those before its closing bracket last; `lead` stands above all."""
        if not piece.flow:
            return self.block(piece, indent, shape, after, lead)
        own, *rest = self.source.gap(piece.children[-1].end, piece.end)
        inner = [*rest, after.comment] if own else rest
        lines = self.block(piece, indent, shape, After(own or after.comment, []), lead)
        return [*lines, *(_at(indent, line) for line in (*inner, *after.lines) if line)]

    def block(
        self, piece: SourceNode, indent: int, shape: Shape, after: After, above: Sequence[str]
    ) -> list[str]:
        """The lines of a mapping or list whose pieces stand on lines of their own."""
        lead = [_at(indent, line) for line in above]
        if piece.items:
            return [*lead, *self.listed(piece, indent, shape, after)]
        known = shape.get("properties", {})
        root = piece is self.source.root
        chunks: list[tuple[int, list[str]]] = []
        spaced = root and self.spaced(piece)
        for (key, value), following in _with_next(piece.entries):
            behind = after
            if following is not None:
                comment, *lines = self.source.gap(value.end, following[0].start)
                behind = After(comment, lines)
            inside = _inside(behind.lines, key.column) if _stands_on_lines(value) and not piece.flow else 0
            own = After(behind.comment, behind.lines[:inside])
            lines = self.entry(key, value, indent, self.shape_of(shape, key), own)
            rest = [_at(indent, line) for line in behind.lines[inside:]]
            if root:
                lead = _without_blank(lead)
            elif known:
                lead = [line for line in lead if line]
            chunks.append((self.rank(key, known), [*lead, *lines]))
            lead = rest
        if not root:  # after the last one; what ends the file stays there
            chunks[-1][1].extend(lead)
        if known and not self.source.linked:
            chunks.sort(key=lambda chunk: chunk[0])
        apart = [""] if spaced else []
        found = _without_blank([line for _, lines in chunks for line in (*apart, *lines)])
        return [*found, *lead] if root else found

    def spaced(self, piece: SourceNode) -> bool:
        """Whether the parts of the file are divided by empty lines."""
        pairs = pairwise(piece.entries)
        return any("" in self.source.gap(one[1].end, other[0].start)[1:] for one, other in pairs)

    def rank(self, key: SourceNode, known: Shape) -> int:
        """The place of a key among those of its mapping; languages have one place, and so have others."""
        names = list(known)
        if key.value in _UNORDERED:
            return names.index(LANGUAGES[0]) if LANGUAGES[0] in names else 0
        return names.index(key.value) if key.value in names else len(names)

    def entry(self, key: SourceNode, value: SourceNode, indent: int, shape: Shape, after: After) -> list[str]:
        name, space = self.name(key), " " * indent
        start = f"{space}{name}:" if len(name) < LONGEST else f"{space}? {name}\n{space}:"
        stands = value.entries[0][0].start if value.entries and not value.flow else value.start
        after_key, *between = self.source.gap(key.end, stands)
        between = [line for line in between if line]
        if self.on_lines(value):
            start += f" &{value.anchor}" if value.anchor else ""
            inner = _fitting(shape, self.schema, value)
            return [_behind(start, after_key), *self.lines_of(value, indent + STEP, inner, after, between)]
        above = [_at(indent, line) for line in (after_key, *between) if line]
        words = self.inline(value, _fitting(shape, self.schema, value), key.column, indent)
        first, *more = f"{start} {words}".rstrip(" ").split("\n")
        if more:
            more[-1] = _behind(more[-1], after.comment)
            return [*above, first, *more]
        return [*above, _behind(first, after.comment)]

    def listed(self, piece: SourceNode, indent: int, shape: Shape, after: After) -> list[str]:
        """The lines of a list whose items stand on lines of their own."""
        found: list[str] = []
        inner = _fitting(shape.get("items", {}), self.schema, None)
        for item, following in _with_next(piece.items):
            behind = after
            if following is not None:
                start = following.entries[0][0].start if following.entries else following.start
                comment, *lines = self.source.gap(item.end, start)
                behind = After(comment, lines)
            inside = _inside(behind.lines, piece.column) if _stands_on_lines(item) and not piece.flow else 0
            if self.on_lines(item):
                own = After(behind.comment, behind.lines[:inside])
                lines = self.lines_of(item, indent + STEP, inner, own)
                first = next(number for number, line in enumerate(lines) if not line.lstrip().startswith("#"))
                lines[first] = f"{' ' * indent}- {lines[first].lstrip()}"
            else:
                words = self.inline(item, inner, indent, indent)
                lines = _behind(f"{' ' * indent}- {words}", behind.comment).split("\n")
            found += [*lines, *(_at(indent, line) for line in behind.lines[inside:])]
        return found

    def shape_of(self, shape: Shape, key: SourceNode) -> Shape:
        found = shape.get("properties", {}).get(key.value, shape.get("additionalProperties"))
        return found if isinstance(found, dict) else {}

    # Values

    def on_lines(self, piece: SourceNode) -> bool:
        """Whether the pieces of a collection are to stand on lines of their own."""
        if not piece.children:
            return False
        if not piece.flow:
            return True
        text = self.source.words(piece)
        if "\n" not in text:
            return False
        inner = [leaf for leaf in piece.leaves if "\n" in self.source.words(leaf)]
        spans = [piece.start, *(end for leaf in piece.leaves for end in (leaf.start, leaf.end)), piece.end]
        comments = any(
            any(self.source.gap(start, end)) for start, end in zip(spans[::2], spans[1::2], strict=True)
        )
        return bool(inner) or comments or len(self.inline(piece, {})) > WIDTH

    def inline(self, piece: SourceNode, shape: Shape, column: int = 0, indent: int = 0) -> str:
        """A value behind its key; of a text in several lines the rest is indented."""
        if piece.value is not None or piece.alias:
            return self.scalar(piece, column, indent)
        anchor = f"&{piece.anchor} " if piece.anchor else ""
        if piece.entries:
            known = shape.get("properties", {})
            entries = piece.entries
            if known and not self.source.linked:
                entries = sorted(entries, key=lambda entry: self.rank(entry[0], known))
            inside = ", ".join(self.pair(key, value, self.shape_of(shape, key)) for key, value in entries)
            return f"{anchor}{{{inside}}}"
        inner = _fitting(shape.get("items", {}), self.schema, None)
        items = ", ".join(self.inline(item, inner) for item in piece.items)
        empty = self.source.text[piece.end - 1]
        return f"{anchor}[{items}]" if piece.items or empty == "]" else f"{anchor}{{}}"

    def pair(self, key: SourceNode, value: SourceNode, shape: Shape) -> str:
        words = self.inline(value, _fitting(shape, self.schema, value))
        name = self.name(key)
        return f"{name}: {words}" if len(name) < LONGEST else f"? {name} : {words}"

    def name(self, key: SourceNode) -> str:
        """A key in one line, which it need not be within brackets or behind a question mark."""
        words = self.source.words(key)
        if key.alias:
            return f"{words} "  # a colon may be a part of its name
        joined = " ".join(line.strip() for line in words.split("\n"))
        if words and ("\n" not in words or joined == key.value):
            return joined
        return json.dumps(key.value or "", ensure_ascii=False)

    def scalar(self, piece: SourceNode, column: int, indent: int) -> str:
        """A text as it is; its further lines are indented."""
        words = self.amounts.get(self.source.place(piece)) or self.source.words(piece)
        if "\n" not in words:
            return words
        head, *lines = words.split("\n")
        if not piece.block:
            return "\n".join([head, *(_at(indent + STEP, line) for line in lines)])
        first = min(_indent(line) for line in lines if line.strip())
        old = column if re.search(r"\d", head.split("#")[0]) else first - STEP
        return "\n".join([head, *(" " * (_indent(line) - old + indent) + line.lstrip(" ") for line in lines)])


def _with_next(pieces: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    yield from zip(pieces, [*pieces[1:], None], strict=True)


def _fitting(shape: Shape, whole: Shape, piece: SourceNode | None) -> Shape:
    """The shape that a name means, and of several the one for such a piece."""
    if "$ref" in shape:
        return _fitting(whole["$defs"][shape["$ref"].rpartition("/")[2]], whole, piece)
    wanted = "array" if piece is not None and piece.items else "object"
    for one in shape.get("anyOf", ()):
        found = _fitting(one, whole, piece)
        if found.get("type") == wanted:
            return found
    return shape


def _stands_on_lines(piece: SourceNode) -> bool:
    return bool(piece.children) and not piece.flow


def _inside(lines: Sequence[str], column: int) -> int:
    """How many of the lines after an entry are still in it, as they stand to the right of its key."""
    inside = 0
    for number, line in enumerate(lines, start=1):
        if line and _indent(line) <= column:
            break
        inside = number if line else inside
    return inside


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _at(indent: int, line: str) -> str:
    return " " * indent + line.strip() if line.strip() else ""


def _behind(line: str, comment: str) -> str:
    return f"{line}  {comment}" if comment else line


def _without_blank(lines: list[str]) -> list[str]:
    """The lines without empty ones at the beginning."""
    start = next((number for number, line in enumerate(lines) if line), len(lines))
    return lines[start:]


def _without_double(lines: list[str]) -> list[str]:
    """The lines with one empty line at most between others, and none at the beginning or the end."""
    found = _without_blank(lines)
    while found and not found[-1]:
        found.pop()
    return [line for number, line in enumerate(found) if line or found[number - 1]]
