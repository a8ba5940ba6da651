"""YAML to plain nodes that know their place, straight from libyaml's events.

A node is an ordinary str, dict or list with a line and a column. Nothing is guessed from the look
of a scalar (`no`, `010` and `12:30` stay text), nothing is constructed from a tag, and depth,
size and the work that aliases can make are bounded.
"""

import codecs
import re
from itertools import islice
from typing import Any

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from edureport.errors import Place, Problem, ReportError
from edureport.message import message

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 32
MAX_COPIES = 1000  # nodes that aliases may repeat
MAX_NODES = 5_000_000  # keys, values, lists: some 600,000 figures
MAX_TEXT = 10_000  # characters of one scalar
MOST_CONTROLS = 100  # that are told
MOST_PROBLEMS = 1000  # after which the file is read no further

# Control characters, line separators and the marks that reorder what a terminal shows.
_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
_ESCAPED = re.compile(f"{_CONTROL.pattern}|[\t\r]")


class Scalar(str):
    """A text of the file; `plain` where it stands without quotes, `block` after `|` or `>`."""

    __slots__ = ("block", "column", "line", "plain")
    line: int
    column: int
    plain: bool
    block: bool


class Map(dict[Scalar, "Node"]):
    """Keys and values; the keys know their places."""

    __slots__ = ("column", "line")
    line: int
    column: int


class Seq(list["Node"]):
    """A list."""

    __slots__ = ("column", "line")
    line: int
    column: int


Node = Scalar | Map | Seq


def parse(data: bytes, path: str) -> tuple[Node, list[Problem]]:
    """The one document in `data`, and what is wrong with it that leaves the rest readable.

    Raises ReportError where the rest cannot be read.
    """
    text = _decode(data, path)
    composer = _Composer(text, path)
    try:
        return composer.document(), composer.problems
    except yaml.MarkedYAMLError as error:
        key = _syntax(error)
        mark = error.problem_mark or error.context_mark
        # These are told where they begin, not where they end in vain.
        if key in ("yaml.no_colon", "yaml.quote", "yaml.block_scalar"):
            mark = error.context_mark or mark
        place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
        found = Problem(message(key), place)
        raise ReportError.all_of([*composer.problems, found]) from None
    except yaml.YAMLError:
        raise ReportError(Problem(message("yaml.syntax"), Place(path))) from None


def _decode(data: bytes, path: str) -> str:
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
    tabs = islice(re.finditer("\t", text), MOST_CONTROLS)
    bad = [Problem(message("yaml.tab"), _place(text, tab.start(), path)) for tab in tabs]
    for control in islice(_CONTROL.finditer(text), MOST_CONTROLS):
        code = f"U+{ord(control[0]):04X}"
        bad.append(Problem(message("yaml.control", code=code), _place(text, control.start(), path)))
    if bad:
        raise ReportError.all_of(bad)
    return text


def _place(text: str, offset: int, path: str) -> Place:
    return Place(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


class _Composer:
    """Makes nodes of the events of one text."""

    def __init__(self, text: str, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.next_event = CParser(text).get_event
        self.anchors: dict[str, Node] = {}
        self.copies = 0
        self.nodes = 0

    def document(self) -> Node:
        self.next_event()  # the start of the stream
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise ReportError(Problem(message("yaml.empty"), Place(self.path)))
        node = self.node(self.next_event(), 0)
        self.next_event()  # the end of the document
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.report(event, "yaml.documents")
        return node

    def report(self, event: Any, key: str, /, **values: object) -> None:
        mark = event.start_mark
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(message(key, **values), place))
        if len(self.problems) == MOST_PROBLEMS:  # this is no report
            raise ReportError.all_of(self.problems)

    def fail(self, event: Any, key: str, /, **values: object) -> ReportError:
        self.report(event, key, **values)
        return ReportError.all_of(self.problems)

    def node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        self.nodes += 1
        if self.nodes > MAX_NODES:
            raise self.fail(event, "yaml.nodes", limit=MAX_NODES)
        if kind is yaml.AliasEvent:
            return self.alias(event)
        if event.tag is not None and event.tag != "!":
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.report(event, "yaml.tag", tag=tag)
        node: Node
        if kind is yaml.ScalarEvent:
            node = self.scalar(event)
        elif depth == MAX_DEPTH:
            raise self.fail(event, "yaml.depth", limit=MAX_DEPTH)
        elif kind is yaml.MappingStartEvent:
            node = self.map(depth)
        else:
            node = self.seq(depth)
        mark = event.start_mark
        node.line, node.column = mark.line + 1, mark.column + 1
        if event.anchor:
            self.anchors[event.anchor] = node
        return node

    def scalar(self, event: Any) -> Scalar:
        value = event.value
        if len(value) > MAX_TEXT:
            self.report(event, "yaml.long_text", limit=MAX_TEXT, length=len(value))
            value = value[:MAX_TEXT]
        node = Scalar(value)
        style = event.style
        node.plain = not style
        node.block = bool(style) and style in "|>"
        if style == '"' and (control := _ESCAPED.search(value)):  # such as \u001b
            self.report(event, "yaml.control", code=f"U+{ord(control[0]):04X}")
        return node

    def map(self, depth: int) -> Map:
        result = Map()
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            key = self.node(event, depth + 1)
            value = self.node(self.next_event(), depth + 1)
            if not isinstance(key, Scalar):
                self.report(event, "yaml.key")
            elif key in result:
                first = next(known for known in result if known == key)
                self.report(event, "yaml.duplicate", key=key, line=first.line)
            else:
                result[key] = value
        return result

    def seq(self, depth: int) -> Seq:
        result = Seq()
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            result.append(self.node(event, depth + 1))
        return result

    def alias(self, event: Any) -> Node:
        original = self.anchors.get(event.anchor)
        if original is None:  # an anchor that stands later, or around this alias
            raise self.fail(event, "yaml.alias", name=event.anchor)
        return self.copy(original, event)

    def copy(self, node: Node, event: Any) -> Node:
        self.copies += 1
        if self.copies > MAX_COPIES:
            raise self.fail(event, "yaml.aliases", limit=MAX_COPIES)
        twin: Node
        if isinstance(node, Scalar):
            return node
        if isinstance(node, Map):
            twin = Map((key, self.copy(value, event)) for key, value in node.items())
        else:
            twin = Seq(self.copy(value, event) for value in node)
        twin.line, twin.column = node.line, node.column
        return twin


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
