"""YAML to plain nodes with their places in the file, straight from libyaml's events.

A node is an ordinary str, dict or list with a line and a column. Nothing is guessed from the look
of a scalar (`no`, `010` and `12:30` stay text), nothing is constructed from a tag, and depth,
size and the work that aliases can make are bounded.

The places of most values are of use only where something is wrong, and take memory in a large
file. So it is read without them at first, and once more with them if one is asked for: see `read_bare`.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

import yaml

from edureport.errors import EdureportError, ReportError
from edureport.message import message
from edureport.problem import Place, Problem, Problems
from edureport.reading.limits import Limits

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ModuleNotFoundError:  # PyYAML was built without libyaml; its own parser takes ten times as long
    raise EdureportError(message("errors.libyaml")) from None

MOST_CONTROLS = 100  # whose places are reported

# Control characters, line separators and the marks that reorder what a terminal shows.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Spaces that do not indent: a key behind them would have them in its name.
_NO_INDENT = re.compile(
    r"^ *([\u00a0\u2000-\u200a\u202f\u205f\u3000])[^\S\n]*(?:- |[^\s:#]+:(?:\s|$))", re.MULTILINE
)
_KEY_ALONE = r" *[^\s:#'\"-][^\s:#]*(?=:)"  # the beginning of a line up to its colon
_BRACKETS = frozenset("[]{}")
_BLOCKS = ("|", ">")
_AS_IS = (None, "", "'")  # the styles of texts in which nothing is escaped
_NEEDED = re.compile(rb"\n(?!targets:[ \r\n])[^ \r\n#]")  # a key that others can refer to
_PIECE = 2**16  # characters that are looked at together
_ESCAPED = f"{CONTROL.pattern}|[\t\r]"


class Scalar(str):
    """A text of the file; `plain` where it stands without quotes, `block` after `|` or `>`."""

    __slots__ = ("block", "column", "line", "plain")
    line: int
    column: int
    plain: bool
    block: bool


class Map(dict[str, "Node"]):
    """Keys and values; each key has its place, if it was not read without."""

    __slots__ = ("column", "line")
    line: int
    column: int

    def entries(self) -> "Iterator[tuple[str, Node]]":
        """Each key with its value, of which the mapping lets go."""
        for key in list(self):
            yield key, self.pop(key)


class Arriving(Map):
    """A mapping whose entries are made of the file when they are asked for, so that none has to be kept.

    Then only the rest of the file is read: an error of its syntax comes from there, too.
    """

    __slots__ = ("source",)
    source: "Iterator[tuple[str, Node]]"

    def entries(self) -> "Iterator[tuple[str, Node]]":
        return self.source


class Seq(list["Node"]):
    """A list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = str | Map | Seq  # a str that is no Scalar was read without its place
Bare = Mapping[str, str]
_LIMITS = Limits()
_PLACED: Bare = {}
_BARE: set[type] = {str}
T = TypeVar("T")


class UnplacedError(Exception):
    """The place of something is needed that was read without it."""


def place_of(node: Node, path: str) -> Place:
    """The place of a node in the file `path`; UnplacedError if it was read without."""
    if isinstance(node, (Scalar, Map, Seq)):  # a union would be made anew for every node
        return Place(path, node.line, node.column)
    raise UnplacedError


def is_bare(node: Node) -> bool:
    """Whether a node is a text without its place, or nothing but known keys with such texts."""
    if isinstance(node, Map):
        return set(map(type, node)) | set(map(type, node.values())) == _BARE
    return type(node) is str


def read_bare(read: Callable[[Bare], T], words: Bare) -> T:
    """What `read` makes of a file, told which words are keys that need no places: at first all `words`.

    If it raises UnplacedError, none: it is to read the file anew then, with every place.
    """
    try:
        return read(words)
    except UnplacedError:
        return read(_PLACED)


def parse(
    data: bytes, path: str, limits: Limits = _LIMITS, late: str | None = None, bare: Bare = _PLACED
) -> tuple[Node, Problems]:
    """The one document in `data`, and what is wrong with it that leaves the rest readable.

    The mapping of the key `late` may be an Arriving, which has to be read to its end. If there are `bare`
    keys, texts that are values have no places, nor have their keys if they are among those; but for what is
    empty, in double quotes, in a block, tagged, long, or in a list.

    Raises ReportError where the rest cannot be read, and in a bare reading UnplacedError for any mistake.
    """
    data = _checked(data, path)
    place = _place_of_late(late, data) if late else None
    if bare and not _has_aliases(data):
        composer: _Composer = _BareComposer(data, path, limits, place, bare)
    else:
        composer = _Composer(data, path, limits, place)
    with composer.understood():
        return composer.document(), composer.problems


def finish(root: Node) -> None:
    """Read what is left of the file: ReportError if that cannot be read."""
    for node in list(root.values()) if isinstance(root, Map) else ():
        if isinstance(node, Arriving):
            for _ in node.entries():
                pass


def keep(root: Map) -> None:
    """Read what is left of the file, as `finish` does, and keep it all."""
    for key, node in list(root.items()):
        if isinstance(node, Arriving):
            kept = Map(node.entries())
            kept.line, kept.column = node.line, node.column
            root[key] = kept


def _place_of_late(key: str, data: bytes) -> int | None:
    """The characters before a key below others, if nothing below it is needed to read its value."""
    if _has_aliases(data):  # one may mean what is no longer there
        return None
    found = re.search(rb"\n" + key.encode() + rb":[ \r\n]", data)
    if found is None or _NEEDED.search(data, found.end() - 1) or _has_bare_returns(data):
        return None
    return len(data[: found.start() + 1].decode())


def _has_bare_returns(data: bytes) -> bool:
    """Whether lines may end where no line feed is."""
    return b"\r" in data and data.count(b"\r") > data.count(b"\r\n")


def _has_aliases(data: bytes) -> bool:
    """Whether there may be aliases in a text."""
    return b"&" in data and b"*" in data


def _meant(text: str, number: int, column: int) -> tuple[str, int, int] | None:
    """What is wrong, in which line and column, where libyaml blames the colon behind the key of a line.

    The line above lacks its colon, or this one is too far to the right; None if the colon is to blame.
    """
    *above, line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[: number + 1]
    key = re.match(_KEY_ALONE, line)
    if key is None or key.end() < column:
        return None
    for at in range(number - 1, -1, -1):
        before = above[at].partition(" #")[0].rstrip()
        if before and not before.lstrip().startswith("#"):
            indent = _indent(before)
            if ": " in before:
                return ("yaml.indentation", number + 1, _indent(line) + 1) if _indent(line) > indent else None
            if before[indent] in "-\"'" or not _BRACKETS.isdisjoint(before):
                return None  # an item, a text or a list needs no colon
            return "yaml.no_colon", at + 1, indent + 1
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _checked(data: bytes, path: str) -> bytes:
    """The bytes of a text in UTF-8, without a mark at their beginning and signs that are not allowed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:4].count(0) > 1:
        raise ReportError(Problem(message("yaml.utf16"), Place(path)))
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        problem = message("yaml.encoding", byte=f"0x{data[error.start]:02x}")
        raise ReportError(Problem(problem, Place(path, line, column))) from None
    if not text.strip():
        raise ReportError(Problem(message("yaml.empty"), Place(path)))
    if _is_printable(text):
        return data
    if "\t" in text or CONTROL.search(text):
        raise ReportError.all_of(_controls(text, path))
    if not text.isascii() and (spaces := _NO_INDENT.search(text)):
        (_, place), *_ = _placed(text, iter([spaces]), path)
        raise ReportError(Problem(message("yaml.no_indent", code=f"U+{ord(spaces[1]):04X}"), place))
    return data


def _is_printable(text: str) -> bool:
    """Whether there are but letters, signs, plain spaces and line feeds in a text, as in most."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return all(piece.replace("\n", "").isprintable() for piece in pieces)


def _controls(text: str, path: str) -> Problems:
    """The tabs and control characters of a text: the first of each with their places."""
    problems = Problems()
    for pattern in (re.compile("\t"), CONTROL):
        matches = islice(pattern.finditer(text), MOST_CONTROLS)
        for sign, place in _placed(text, matches, path):
            tab = message("yaml.tab")
            said = tab if sign == "\t" else message("yaml.control", code=f"U+{ord(sign):04X}")
            problems.note(Problem(said, place))
    letters = (letter for letter in set(text) if letter == "\t" or CONTROL.match(letter))
    problems.omitted = sum(map(text.count, letters)) - len(problems)
    return problems


def _placed(text: str, matches: Iterator[re.Match[str]], path: str) -> Iterator[tuple[str, Place]]:
    """What was matched, and where; lines are counted from one match to the next."""
    line, counted = 1, 0
    for match in matches:
        start = match.start()
        line += text.count("\n", counted, start)
        counted = start
        yield match[0], Place(path, line, start - text.rfind("\n", 0, start))


class _Composer:
    """Makes nodes of the events of one text."""

    def __init__(self, data: bytes, path: str, limits: Limits, late: int | None) -> None:
        self.data, self.path, self.late = data, path, late
        self.limits = limits
        self.most_nodes, self.deepest, self.longest = limits.nodes, limits.depth, limits.text
        self.problems = Problems()
        self.next_event = CParser(data).get_event
        self.anchors: dict[str, Node] = {}
        self.seen: dict[str, None] = {}  # keys at the top: whoever reads the mapping takes them out
        self.copies = 0
        self.nodes = 0
        self.line = 0

    def document(self) -> Node:
        self.next_event()  # the start of the stream
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise ReportError(Problem(message("yaml.empty"), Place(self.path)))
        event = self.next_event()
        if self.late is None or not _is_plain_map(event) or _is_in_braces(event):
            self.late = None  # within brackets, a line may begin with anything
            node = self.node(event, 0)
            self.end()
            return node
        root = self.opened(Map(), event)
        self.rest = self.pairs(1, self.seen)
        self.fill(root)
        return root

    def fill(self, root: Map) -> None:
        """Read on in the mapping that the document is, up to the late entry or to the end."""
        for key, value in self.rest:
            root[key] = value
            self.seen[key] = None
            if isinstance(value, Arriving):
                value.source = self.arriving(root)
                return
        self.end()

    def arriving(self, root: Map) -> Iterator[tuple[str, Node]]:
        """The late entries, then what stands below them is read."""
        known: dict[str, Any] = {}
        with self.understood():
            for key, value in self.pairs(2, known):
                known[key] = None
                yield key, value
            self.fill(root)

    def end(self) -> None:
        self.next_event()  # the end of the document
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.report(event, "yaml.documents")

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Errors of libyaml as a ReportError."""
        try:
            yield
        except yaml.MarkedYAMLError as error:
            self.problems.note(self.syntax_problem(error))
            raise ReportError.all_of(self.problems) from None
        except yaml.YAMLError:
            raise ReportError(Problem(message("yaml.syntax"), Place(self.path))) from None

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        key = _syntax(error)
        mark = error.problem_mark or error.context_mark
        # These are reported where they begin, not where the file ends.
        if key in ("yaml.no_colon", "yaml.quote", "yaml.block_scalar"):
            mark = error.context_mark or mark
        place = Place(self.path, mark.line + 1, mark.column + 1) if mark else Place(self.path)
        if (
            mark
            and key in ("yaml.colon", "yaml.indentation")
            and (meant := _meant(self.data.decode(), mark.line, mark.column))
        ):
            key, place = meant[0], Place(self.path, *meant[1:])
        return Problem(message(key), place)

    def report(self, event: Any, key: str, /, **values: object) -> None:
        mark = event.start_mark
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.problems.note(Problem(message(key, **values), place))

    def fail(self, event: Any, key: str, /, **values: object) -> ReportError:
        self.report(event, key, **values)
        return ReportError.all_of(self.problems)

    def node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        self.nodes += 1
        if self.nodes > self.most_nodes:
            raise self.fail(event, "yaml.nodes", limit=self.most_nodes, raised=self.limits.raised)
        if kind is yaml.AliasEvent:
            return self.alias(event, depth)
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report(event, "yaml.tag", tag=tag)
        node: Node
        if kind is yaml.ScalarEvent:  # nine nodes of ten
            style, value = event.style, event.value
            node = Scalar(value) if not style and len(value) <= self.longest else self.scalar(event)
            node.plain, node.block = not style, style in _BLOCKS
        elif depth == self.deepest:
            raise self.fail(event, "yaml.depth", limit=self.deepest)
        elif kind is yaml.MappingStartEvent:
            node = self.map(depth)
        else:
            node = self.seq(depth)
        mark = event.start_mark
        if (line := mark.line + 1) != self.line:
            self.line = line  # one number for all that stands on a line
        node.line, node.column = self.line, mark.column + 1
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def scalar(self, event: Any) -> Scalar:
        """A scalar that is not plain, or too long."""
        value = event.value
        if len(value) > self.longest:
            sizes = {"length": len(value), "limit": self.longest}
            self.report(event, "yaml.long_text", **sizes, raised=self.limits.raised)
            value = value[: self.longest]
        if event.style == '"' and (control := re.search(_ESCAPED, value)):  # such as \u001b
            self.report(event, "yaml.control", code=f"U+{ord(control[0]):04X}")
        return Scalar(value)

    def map(self, depth: int) -> Map:
        result = Map()
        for key, value in self.pairs(depth + 1, result):
            result[key] = value
        return result

    def pairs(self, depth: int, known: dict[str, Any]) -> Iterator[tuple[Scalar, Node]]:
        """The keys and values of a mapping, for keys that are not `known` yet."""
        event: Any
        next_event, node = self.next_event, self.node
        late = self.late if depth == 1 else None
        firsts: dict[str, Scalar] | None = None  # the first occurrence of each key, once one is repeated
        while (event := next_event()).__class__ is not yaml.MappingEndEvent:
            key, start = node(event, depth), next_event()
            is_late = late is not None and event.start_mark.index == late and key not in known
            value = self.late_map(start, depth) if is_late else node(start, depth)
            if not isinstance(key, Scalar):
                self.report(event, "yaml.key")
            elif key in known:
                firsts = firsts or {one: one for one in known if isinstance(one, Scalar)}
                self.report(event, "yaml.duplicate", key=key, line=firsts[key].line)
            else:
                yield key, value
                if firsts:
                    firsts[key] = key

    def late_map(self, start: Any, depth: int) -> Node:
        return self.opened(Arriving(), start) if _is_plain_map(start) else self.node(start, depth)

    def opened(self, made: Map, start: Any) -> Map:
        """A mapping at its place, whose entries are still to be made."""
        self.nodes += 1
        made.line, made.column = start.start_mark.line + 1, start.start_mark.column + 1
        return made

    def seq(self, depth: int) -> Seq:
        result = Seq()
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            result.append(self.node(event, depth + 1))
        return result

    def alias(self, event: Any, depth: int) -> Node:
        original = self.anchors.get(event.anchor)
        if original is None:  # an anchor that comes later, or encloses this alias
            raise self.fail(event, "yaml.alias", name=event.anchor)
        return self.copy(original, event, depth)

    def copy(self, node: Node, event: Any, depth: int) -> Node:
        self.copies += 1
        if self.copies > self.limits.copies:
            raise self.fail(event, "yaml.aliases", limit=self.limits.copies, raised=self.limits.raised)
        if isinstance(node, str):
            return node
        if depth == self.deepest:  # an alias within an alias
            raise self.fail(event, "yaml.depth", limit=self.deepest)
        twin: Node
        if isinstance(node, Map):
            twin = Map((key, self.copy(value, event, depth + 1)) for key, value in node.items())
        else:
            twin = Seq(self.copy(value, event, depth + 1) for value in node)
        twin.line, twin.column = node.line, node.column
        return twin


class _BareComposer(_Composer):
    """Makes nodes without places, as far as nothing is wrong with them."""

    def __init__(self, data: bytes, path: str, limits: Limits, late: int | None, words: Bare) -> None:
        super().__init__(data, path, limits, late)
        self.words = words

    def report(self, event: Any, key: str, /, **values: object) -> None:
        raise UnplacedError

    def map(self, depth: int) -> Map:
        """A mapping, in which most values are texts as they are, of keys that are known."""
        result = Map()
        key: Any
        value: Any
        next_event, node, word, longest = self.next_event, self.node, self.words.get, self.longest
        event: Any
        while (event := next_event()).__class__ is yaml.ScalarEvent:
            start = next_event()
            known = None
            if (
                start.__class__ is yaml.ScalarEvent
                and start.style in _AS_IS
                and start.tag is event.tag is None
                and 0 < len(start.value) <= longest
            ):
                value = start.value
                self.nodes += 1
                known = word(event.value)
            else:
                value = node(start, depth + 1)
            if known is None:
                key = node(event, depth + 1)
            else:
                key = known
                self.nodes += 1
            if key in result:
                raise UnplacedError
            result[key] = value
        if event.__class__ is not yaml.MappingEndEvent or self.nodes > self.most_nodes:
            raise UnplacedError  # a key that is no text, or too many
        return result


def _is_plain_map(event: Any) -> bool:
    """Whether a mapping begins without a tag and without an anchor."""
    return event.__class__ is yaml.MappingStartEvent and event.tag is None and event.anchor is None


def _is_in_braces(event: Any) -> bool:
    return bool(event.flow_style)


_SYNTAX = (  # words of libyaml, and what they mean to somebody who writes a report
    ("did not find expected comment or line break", "yaml.block_scalar"),
    ("chomping or indentation", "yaml.block_scalar"),
    ("an indentation indicator equal to 0", "yaml.block_scalar"),
    ("mapping values are not allowed", "yaml.colon"),
    ("could not find expected ':'", "yaml.no_colon"),
    ("unexpected end of stream", "yaml.quote"),
    ("while parsing a flow mapping", "yaml.bracket"),
    ("while parsing a flow sequence", "yaml.bracket"),
    ("while scanning an anchor", "yaml.sign"),
    ("while scanning an alias", "yaml.sign"),
    ("found character that cannot start any token", "yaml.sign"),
    ("while scanning a directive", "yaml.sign"),
    ("while parsing a tag", "yaml.sign"),
    ("while scanning a tag", "yaml.sign"),
    ("unknown escape character", "yaml.escape"),
    ("did not find expected hexdecimal number", "yaml.escape"),
    ("escape code", "yaml.escape"),
    ("while parsing a block", "yaml.indentation"),
)


def _syntax(error: yaml.MarkedYAMLError) -> str:
    """The key of the message for what libyaml found."""
    said = f"{error.context or ''} {error.problem or ''}"
    return next((key for words, key in _SYNTAX if words in said), "yaml.syntax")
