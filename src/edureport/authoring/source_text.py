"""Report files as text, known to be sound YAML: as pieces that know which of its characters they are."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, NamedTuple

import yaml
from yaml.cyaml import CParser  # type: ignore[attr-defined]

from edureport.errors import ReportError
from edureport.model.report import Report
from edureport.problem import Place, Problem
from edureport.reading.files import as_argument, name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.load import refuse_other_kinds
from edureport.reading.nodes import Map, Node
from edureport.reading.parsing import parse
from edureport.reading.report_file import report_of
from edureport.reading.tables import TABLE_SUFFIXES

_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


class ReportText(NamedTuple):
    """A report file as it is typed, and its nodes; what it says may be wrong or missing."""

    name: str
    text: str
    root: Node

    def report(self) -> Report:
        """What the file says; raises ReportError with every mistake in it, or if it describes tables."""
        if isinstance(self.root, Map) and "tables" in self.root:
            raise ReportError.at(self.name, "new.tables")
        _, problems = parse(self.text.encode(), self.name, limits(os.environ))
        return report_of(self.root, problems, self.name)


def report_text(path: str) -> ReportText:
    """The text of the report file `path`, `-` for standard input; ReportError if unread, or no report."""
    name, bounds = name_of(path), limits(os.environ)
    data = read_bytes(path, name, bounds)
    if PurePath(name).suffix.lower() in TABLE_SUFFIXES:
        raise ReportError.at(name, "table.undescribed", file=as_argument(name))
    try:
        root, problems = parse(data, name, bounds)
    except ReportError:
        refuse_other_kinds(data, name)
        raise
    if not isinstance(root, Map) or "edureport" not in root:
        refuse_other_kinds(data, name)
        problems.note(Problem.at(Place(name, 1, 1), "file.not_a_report"))
    if problems:
        raise ReportError.all_of(problems)
    return ReportText(name, data.decode("utf-8-sig"), root)


@dataclass(slots=True)
class SourceNode:
    """A value of the file: `text[start:end]`, or what its entries or items span.

    `anchor` is that of a collection; a scalar and an alias have it among their characters.
    """

    start: int
    end: int
    column: int = 0
    line: int = 0  # from 1, as in messages
    value: str | None = None  # of a scalar
    block: bool = False  # a scalar after | or >
    alias: bool = False
    flow: bool = False  # a collection in brackets
    anchor: str | None = None
    entries: list[tuple["SourceNode", "SourceNode"]] = field(default_factory=list)
    items: list["SourceNode"] = field(default_factory=list)

    @property
    def children(self) -> list["SourceNode"]:
        """What is in a collection, in order: keys and their values, or items."""
        return [piece for entry in self.entries for piece in entry] or self.items

    @property
    def leaves(self) -> "Iterator[SourceNode]":
        """The scalars and aliases in it, or itself if it is one."""
        if self.value is not None or self.alias:
            yield self
        for child in self.children:
            yield from child.leaves

    def get(self, key: str) -> "SourceNode | None":
        return next((value for name, value in self.entries if name.value == key), None)


class SourceText:
    """The text of a file and the piece that is all of it; the text is known to be sound YAML."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._next = CParser(text).get_event
        self.linked = False  # whether a value is repeated by an alias
        self._next()
        self._next()
        self.root = self._piece(self._next())

    def _piece(self, event: Any) -> SourceNode:
        start = event.start_mark.index
        place = event.start_mark
        piece = SourceNode(start, event.end_mark.index, place.column, place.line + 1)
        if isinstance(event, yaml.AliasEvent):
            piece.alias = self.linked = True
        elif isinstance(event, yaml.ScalarEvent):
            piece.value, piece.block = event.value, event.style in ("|", ">")
            piece.end = start + len(self.text[start : piece.end].rstrip())  # a block takes blank lines too
        else:
            piece.flow, piece.anchor = bool(event.flow_style), event.anchor
            self._fill(piece, mapping=isinstance(event, yaml.MappingStartEvent))
        return piece

    def _fill(self, piece: SourceNode, *, mapping: bool) -> None:
        while not isinstance(event := self._next(), (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            if mapping:
                key = self._piece(event)
                piece.entries.append((key, self._piece(self._next())))
            else:
                piece.items.append(self._piece(event))
        last = piece.children[-1].end if piece.children else piece.end
        whole: Any = event.end_mark
        piece.end = whole.index if piece.flow or not piece.children else last
        if mapping and piece.entries and not piece.flow:
            piece.column = piece.entries[0][0].column  # and not that of an anchor

    def words(self, piece: SourceNode) -> str:
        return self.text[piece.start : piece.end]

    def place(self, piece: SourceNode) -> tuple[int, int]:
        """The line and the column where a piece begins."""
        return piece.line, piece.column + 1

    def gap(self, start: int, end: int) -> list[str]:
        """The lines between two pieces, each with its indentation and nothing but its comment.

        The first is what follows on the line of the first piece. Brackets and dashes are left out.
        """
        first, *rest = self.text[start:end].split("\n")
        if end < len(self.text) and rest:
            rest.pop()  # the beginning of the line of the second piece
        lines = ((_comment(line), line) for line in rest)
        return [_comment(f" {first}").strip(), *(found for found, line in lines if found or not line.strip())]


def _comment(line: str) -> str:
    """The comment of a line that holds no value, where it stands; empty if there is none."""
    found = _COMMENT.search(line)
    return " " * found.start() + found[0].rstrip() if found else ""
