"""YAML to nodes with their places in the file, straight from libyaml's events.

Nothing is guessed from the look of a scalar (`no`, `010` and `12:30` stay text), nothing is constructed
from a tag, and depth, size and the work that aliases can make are bounded.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import yaml

from edureport.errors import EdureportError, ReportError
from edureport.message import message
from edureport.problem import Place, Problem, Problems
from edureport.reading.allowed import CONTROL, syntax_problem
from edureport.reading.limits import Limits
from edureport.reading.nodes import Arriving, Bare, Map, Node, Scalar, Seq, UnplacedError

try:
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
except ModuleNotFoundError:  # PyYAML was built without libyaml; its own parser takes ten times as long
    raise EdureportError(message("errors.libyaml")) from None

_BLOCKS = ("|", ">")
_AS_IS = (None, "", "'")  # the styles of texts in which nothing is escaped
_ESCAPED = f"{CONTROL.pattern}|[\t\r]"


class Composer:
    """Makes nodes of the events of one text."""

    def __init__(self, text: str, path: str, limits: Limits, late: int | None, above: int = 0) -> None:
        self.text, self.path, self.late = text, path, late
        self.first = above + 1  # the number of the first line
        self.limits = limits
        self.most_nodes, self.deepest, self.longest = limits.kept, limits.depth, limits.text
        self.problems = Problems()
        self.next_event = CParser(text).get_event
        self.anchors: dict[str, Node] = {}
        self.seen: dict[str, int] = {}  # the line of each key at the top: readers take them out of the map
        self.copies = 0
        self.nodes = 0
        self.line = 0

    def document(self) -> Node:
        self.next_event()  # the start of the stream
        event = self.next_event()
        if isinstance(event, yaml.StreamEndEvent):
            raise ReportError.at(self.path, "yaml.empty")
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
            self.seen[str(key)] = key.line
            if isinstance(value, Arriving):
                value.source = self.arriving(root)
                return
        self.end()

    def arriving(self, root: Map) -> Iterator[tuple[str, Node]]:
        """The late entries, then what stands below them is read."""
        known: dict[str, int] = {}
        with self.understood():
            for key, value in self.pairs(2, known):
                known[str(key)] = key.line
                yield key, value
                # those so far are let go of
                self.most_nodes = min(self.limits.nodes, self.nodes + self.limits.kept)
            self.fill(root)

    def end(self) -> None:
        self.next_event()  # the end of the document
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            self.report(event, "yaml.documents")

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Errors of libyaml as those of a report."""
        try:
            yield
        except yaml.MarkedYAMLError as error:
            self.problems.note(syntax_problem(error, self.text, self.path))
            raise ReportError.all_of(self.problems) from None
        except yaml.YAMLError:
            raise ReportError.at(self.path, "yaml.syntax") from None

    def report(self, event: Any, key: str, /, **values: object) -> None:
        mark = event.start_mark
        self.problems.note(Problem.at(Place(self.path, mark.line + 1, mark.column + 1), key, **values))

    def fail(self, event: Any, key: str, /, **values: object) -> ReportError:
        self.report(event, key, **values)
        return ReportError.all_of(self.problems)

    def node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        self.nodes += 1
        if self.nodes > self.most_nodes:
            limits, raised = self.limits, self.limits.raised
            if self.nodes > limits.nodes:
                raise self.fail(event, "yaml.nodes", limit=limits.nodes, raised=raised)
            raise self.fail(event, "yaml.kept", limit=limits.kept, raised=raised)
        if kind is yaml.AliasEvent:
            return self.alias(event, depth)
        if event.tag is not None and event.tag != "!":
            self.report(event, "yaml.tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))
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
        if (line := mark.line + self.first) != self.line:
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
        """The keys and values of a mapping, for keys that are not yet `known`, with their places."""
        event: Any
        next_event, node = self.next_event, self.node
        late = self.late if depth == 1 else None
        firsts: dict[str, int] | None = None  # the line where each key stands first, once one is repeated
        while (event := next_event()).__class__ is not yaml.MappingEndEvent:
            key, start = node(event, depth), next_event()
            is_late = late is not None and event.start_mark.index == late and key not in known
            arrives = is_late and _is_plain_map(start)
            value = self.opened(Arriving(), start) if arrives else node(start, depth)
            if not isinstance(key, Scalar):
                self.report(event, "yaml.key")
            elif key in known:
                firsts = firsts or {one: one.line if isinstance(one, Scalar) else known[one] for one in known}
                self.report(event, "yaml.duplicate", key=key, line=firsts[key])
            else:
                yield key, value
                if firsts:
                    firsts[key] = key.line

    def opened(self, made: Map, start: Any) -> Map:
        """A mapping at its place, whose entries are still to be made."""
        self.nodes += 1
        made.line, made.column = start.start_mark.line + self.first, start.start_mark.column + 1
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


class BareComposer(Composer):
    """Makes nodes without places, as far as nothing is wrong with them."""

    def __init__(self, text: str, path: str, limits: Limits, words: Bare, above: int = 0) -> None:
        super().__init__(text, path, limits, None, above)
        self.words = words

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Errors of libyaml as UnplacedError: mistakes above them are told with them."""
        try:
            yield
        except yaml.YAMLError:
            raise UnplacedError from None

    def block(self, depth: int) -> Map:
        """The mapping that the text is, a block; its keys have places. Of comments alone an empty one."""
        found = Map()
        self.next_event()  # the start of the stream
        if self.next_event().__class__ is not yaml.StreamEndEvent:
            start = self.next_event()
            if not _is_plain_map(start) or _is_in_braces(start):
                raise UnplacedError
            self.opened(found, start)
            for key, value in self.pairs(depth, found):
                found[key] = value
            self.end()
        return found

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
