"""Layout: the draft as a YAML report file, with comments on what is to be completed."""

from collections.abc import Iterator
from typing import NamedTuple

from edureport.authoring.schema import FIRST_LINE
from edureport.drafting.draft import Draft, DraftIndicator, DraftTarget, DraftUnit, LeftOut
from edureport.drafting.entry_layout import EntryWriter
from edureport.drafting.values import notation
from edureport.drafting.yaml_writer import Blank, Say, put_in_comments, scalar
from edureport.message import Message, message
from edureport.reading.report_keys import VERSION


class Written(NamedTuple):
    """The text of a report file, and how many places in it are to be completed."""

    text: str
    open: int


def write(draft: Draft, say: Say, blank: Blank) -> Written:
    """The draft in YAML; `say` puts comments into words, `blank` what stands where a text is missing."""
    writer = _DraftWriter(draft, say, blank)
    return Written("\n".join(writer.file()) + "\n", writer.open)


class _DraftWriter(EntryWriter):
    """Writes one draft; `open` counts the places to be completed."""

    def __init__(self, draft: Draft, say: Say, blank: Blank) -> None:
        super().__init__(draft, say)
        self.blank = blank
        self.unnamed = {entry.key for entry in draft.entries if entry.unnamed}

    def file(self) -> Iterator[str]:
        draft = self.draft
        yield FIRST_LINE
        yield from self.comment(message("draft.made", file=draft.path), 0)
        yield from self.comment(message("draft.go_on"), 0)
        if self.unnamed:
            yield from self.comment(message("draft.unnamed"), 0)
        yield ""
        yield f"edureport: {VERSION}"
        yield ""
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
            for past in draft.past:
                said = message("draft.past_one", key=past.key, label=past.label, value=past.value)
                yield from self.comment(said, 0)

    # The parts of the file

    def head(self) -> Iterator[str]:
        draft = self.draft
        yield "report:"
        yield from self.field("id", draft.identifier, 2)
        if draft.organisation_names:
            yield from self.names("organisation", draft.organisation_names, 2)
        else:
            missing = message("draft.todo_organisation")
            yield from self.named("organisation", draft.organisation, 2, missing)
        yield f"  period: {notation(draft.period)}"
        yield f"  language: {draft.language}"
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
            yield from self.entry(item) if isinstance(item, DraftIndicator) else self.left(item)

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

    def left(self, left: LeftOut) -> Iterator[str]:
        yield from self.sentence(left.passage)
        yield from self.comment(message("draft.left", words=left.words, why=left.why), 2)

    def named(self, key: str, name: str | None, indent: int, missing: Message | None = None) -> Iterator[str]:
        """A text in the language of the report, or that it is missing."""
        if not name and missing is not None:
            yield from self.todo(missing, indent)
        yield f"{' ' * indent}{scalar(key)}:"
        language = self.draft.language
        yield from self.field(language, name or self.blank(language), indent + 2)
