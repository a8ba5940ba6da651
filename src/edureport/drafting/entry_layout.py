"""Entry layout: an indicator of a draft in YAML, with its value, its parts and earlier values."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from edureport.drafting.draft import Draft, DraftBreakdown, DraftIndicator, DraftMember, Names, Passage
from edureport.drafting.values import notation
from edureport.drafting.yaml_writer import Say, YamlWriter, commented, put_in_comments, scalar
from edureport.message import message
from edureport.model.quantity import group_of_three
from edureport.model.report import IndicatorKind

DIMENSION = "parts"


class EntryWriter(YamlWriter):
    """Writes the indicators of one draft."""

    def __init__(self, draft: Draft, say: Say) -> None:
        super().__init__(say)
        self.draft = draft
        self.passage: Passage | None = None
        self.planned: dict[str, list[str]] = defaultdict(list)  # values of targets, by indicator
        for target in draft.targets:
            self.planned[target.indicator].append(target.value)

    def entry(self, entry: DraftIndicator) -> Iterator[str]:
        """An indicator; one without a name stands in comments, ready for who gives it one."""
        yield from self.sentence(entry.passage)
        lines = self.indicator(entry)
        yield from put_in_comments(lines, 2) if entry.unnamed else lines

    def indicator(self, entry: DraftIndicator) -> Iterator[str]:
        yield f"  {scalar(entry.key)}:"
        yield from self.label(entry.label, 4, entry.names, unnamed=entry.unnamed)
        if entry.section:
            yield f"    section: {scalar(entry.section)}"
        yield f"    unit: {scalar(entry.unit)}"
        if entry.kind is None:
            yield from self.todo(message("draft.todo_kind"), 4)
        yield f"    kind: {(entry.kind or IndicatorKind.STOCK).value}"
        if entry.value is not None:
            yield f"    value: {entry.value}"
        if entry.as_written is not None:
            yield from self.stated(entry.as_written, entry.passage.where, 4)
        for parts in entry.parts:
            yield from self.breakdown(parts, 4)
        if any(map(group_of_three, self.values(entry))):
            yield "    precision: 0.001"
        if entry.earlier:
            yield "    earlier:"
            for period, earlier in sorted(entry.earlier.items(), key=lambda item: str(item[0])):
                yield f"      {notation(period)}: {earlier.value}"
        for remark, words in entry.remarks:
            yield from self.comment(words, 4)
            self.open += remark.to_be_completed

    def values(self, entry: DraftIndicator) -> Iterator[str]:
        """All numbers that the precision of an indicator is for."""
        yield from filter(None, [entry.value, *(earlier.value for earlier in entry.earlier.values())])
        yield from self.planned.get(entry.key, ())
        parts = [*entry.parts]
        while parts:
            for part in parts.pop().members:
                yield part.value
                parts += part.parts

    def breakdown(self, parts: DraftBreakdown, indent: int) -> Iterator[str]:
        lines = self.dimension(parts, indent)
        yield from (
            lines if any(not part.unnamed for part in parts.members) else put_in_comments(lines, indent)
        )

    def dimension(self, parts: DraftBreakdown, indent: int) -> Iterator[str]:
        space = " " * indent
        yield f"{space}breakdown:"
        yield f"{space}  {scalar(parts.key)}:"
        if parts.names:
            yield from self.names("label", parts.names, indent + 4)
        elif parts.key == DIMENSION:
            yield from self.todo(message("draft.todo_breakdown"), indent + 4)
        named = [part for part in parts.members if not part.unnamed]
        all_or_none = len(named) in (0, len(parts.members))
        if parts.complete:  # only with all of them
            yield f"{space}    {'' if all_or_none else '# '}complete: true"
        yield f"{space}    members:"
        for part in parts.members:
            lines = self.part(part, indent + 6)
            yield from put_in_comments(lines, indent + 6) if named and part.unnamed else lines

    def part(self, part: DraftMember, indent: int) -> Iterator[str]:
        space = " " * indent
        yield f"{space}{scalar(part.key)}:"
        yield from self.label(part.label, indent + 2, part.names, unnamed=part.unnamed)
        yield f"{space}  value: {part.value}"
        yield from self.field("as_written", part.as_written, indent + 2)
        for parts in part.parts:
            yield from self.breakdown(parts, indent + 2)

    # Their pieces

    def label(self, label: str, indent: int, names: Names, *, unnamed: bool) -> Iterator[str]:
        if unnamed:
            yield from self.todo(message("draft.todo_label"), indent)
        yield from self.names("label", names or {self.draft.language: label}, indent)

    def stated(self, words: str, where: Mapping[str, int], indent: int) -> Iterator[str]:
        """What was written, and where."""
        if words:
            yield from self.field("as_written", words, indent)
        inside = ", ".join(f"{what}: {number}" for what, number in where.items())
        yield f"{' ' * indent}where: {{{inside}}}"

    def sentence(self, passage: Passage) -> Iterator[str]:
        """The sentence as a comment, once for those that stand one after the other."""
        if passage != self.passage:
            if self.passage is not None:
                yield ""
            self.passage = passage
            yield from commented(passage.text, 2)
