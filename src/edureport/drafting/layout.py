"""Layout: the draft as a YAML report file, with comments on what is to be completed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from edureport.authoring.schema import FIRST_LINE
from edureport.drafting.draft import (
    OPEN_REMARKS,
    Draft,
    DraftBreakdown,
    DraftIndicator,
    DraftMember,
    DraftTarget,
    DraftUnit,
    LeftOut,
    Names,
    Passage,
)
from edureport.drafting.names import Say, ToComplete, YamlWriter, commented, put_in_comments, scalar
from edureport.drafting.values import notation
from edureport.message import Message, message
from edureport.model.quantity import group_of_three
from edureport.model.report import IndicatorKind
from edureport.reading.report_keys import VERSION

DIMENSION = "parts"


class Written(NamedTuple):
    """The text of a report file, and how many places in it are to be completed."""

    text: str
    open: int


def write(draft: Draft, say: Say, blank: ToComplete) -> Written:
    """The draft in YAML; `say` puts comments into words, `blank` what stands where a text is missing."""
    writer = _DraftWriter(draft, say, blank)
    return Written("\n".join(writer.file()) + "\n", writer.open)


class _DraftWriter(YamlWriter):
    """Writes one draft; `open` counts the places to be completed."""

    def __init__(self, draft: Draft, say: Say, blank: ToComplete) -> None:
        super().__init__(say)
        self.draft, self.blank = draft, blank
        self.passage: Passage | None = None
        self.unnamed = {entry.key for entry in draft.entries if entry.unnamed}
        self.planned: dict[str, list[str]] = defaultdict(list)  # values of targets, by indicator
        for target in draft.targets:
            self.planned[target.indicator].append(target.value)

    def file(self) -> Iterator[str]:
        draft = self.draft
        yield FIRST_LINE
        yield from self.comment(message("draft.made", file=draft.path), 0)
        yield from self.comment(message("draft.go_on"), 0)
        if self.unnamed:
            yield from self.comment(message("draft.unnamed"), 0)
        yield from ("", f"edureport: {VERSION}", "", "report:")
        yield from self.head()
        if draft.units:
            yield from ("", "units:")
            for key, unit in draft.units.items():
                yield from self.unit(key, unit)
        if draft.sections:
            yield from ("", "sections:")
            for key, names in draft.sections.items():
                yield from self.names(key, names, 2)
        yield ""
        yield from self.indicators()
        if draft.targets:
            yield from self.targets()
        if draft.past:
            yield ""
            yield from self.comment(message("draft.past"), 0)
            for key, label, value in draft.past:
                said = message("draft.past_one", key=key, label=label, value=value)
                yield from self.comment(said, 0)

    # The parts of the file

    def head(self) -> Iterator[str]:
        draft = self.draft
        yield from self.field("id", draft.identifier, 2)
        if draft.organisation_names:
            yield from self.names("organisation", draft.organisation_names, 2)
        else:
            missing = message("draft.todo_organisation")
            yield from self.named("organisation", draft.organisation, 2, missing)
        yield from (f"  period: {notation(draft.period)}", f"  language: {draft.language}")
        if draft.title:
            yield "  source:"
            yield from self.named("title", draft.title, 4)
        else:
            yield from self.todo(message("draft.todo_source"), 2)

    def indicators(self) -> Iterator[str]:
        named = any(not entry.unnamed for entry in self.draft.entries)
        if self.unnamed and not named:
            yield from self.todo(message("draft.todo_braces"), 0)
        yield "indicators:" if named else "indicators: {}"
        for item in self.draft.items:
            yield from self.sentence(item.passage)
            if isinstance(item, LeftOut):
                yield from self.comment(message("draft.left", words=item.words, why=item.why), 2)
            else:  # one without a name stands in comments, ready for who gives it one
                lines = self.indicator(item)
                yield from put_in_comments(lines, 2) if item.unnamed else lines

    def targets(self) -> Iterator[str]:
        self.passage = None
        named = any(target.indicator not in self.unnamed for target in self.draft.targets)
        yield from ("", "targets:" if named else "# targets:")
        for target in self.draft.targets:
            yield from self.sentence(target.passage)
            lines = self.target(target)
            yield from put_in_comments(lines, 2) if target.indicator in self.unnamed else lines

    def unit(self, key: str, unit: DraftUnit) -> Iterator[str]:
        if unit.name and not unit.lemma:
            yield from self.todo(message("draft.todo_form"), 2)
        if unit.forms:
            yield f"  {scalar(key)}:"
            for language, forms in unit.forms.items():
                one = str(forms["other"]) if [*forms] == ["other"] else dict(forms)
                yield from self.field(language, one, 4)
        else:
            yield from self.named(key, unit.name, 2, message("draft.todo_unit"))
        if not unit.whole:
            yield "    whole: false"

    def target(self, target: DraftTarget) -> Iterator[str]:
        yield f"  {scalar(target.key)}:"
        yield from self.named("label", target.label, 4)
        yield f"    indicator: {scalar(target.indicator)}"
        yield f"    value: {target.value}"
        if target.due:
            yield f"    due: {target.due.isoformat()}"
        else:
            yield from self.todo(message("draft.todo_due"), 4)
        yield from self.stated(target.as_written, target.passage.where, 4)

    def named(self, key: str, name: str | None, indent: int, missing: Message | None = None) -> Iterator[str]:
        """A text in the language of the report, or that it is missing."""
        if not name and missing is not None:
            yield from self.todo(missing, indent)
        yield f"{' ' * indent}{scalar(key)}:"
        language = self.draft.language
        yield from self.field(language, name or self.blank(language), indent + 2)

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
            self.open += remark in OPEN_REMARKS

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
        unnamed = all(part.unnamed for part in parts.members)
        yield from put_in_comments(lines, indent) if unnamed else lines

    def dimension(self, parts: DraftBreakdown, indent: int) -> Iterator[str]:
        space = " " * indent
        yield f"{space}breakdown:"
        yield f"{space}  {scalar(parts.key)}:"
        if parts.names:
            yield from self.names("label", parts.names, indent + 4)
        elif parts.key == DIMENSION:
            yield from self.todo(message("draft.todo_breakdown"), indent + 4)
        some_named = len({part.unnamed for part in parts.members}) > 1
        if parts.complete:  # only with all of them
            yield f"{space}    {'# ' if some_named else ''}complete: true"
        yield f"{space}    members:"
        for part in parts.members:
            lines = self.part(part, indent + 6)
            yield from put_in_comments(lines, indent + 6) if some_named and part.unnamed else lines

    def part(self, part: DraftMember, indent: int) -> Iterator[str]:
        space = " " * indent
        yield f"{space}{scalar(part.key)}:"
        yield from self.label(part.label, indent + 2, part.names, unnamed=part.unnamed)
        yield f"{space}  value: {part.value}"
        yield from self.field("as_written", part.as_written, indent + 2)
        for parts in part.parts:
            yield from self.breakdown(parts, indent + 2)

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
