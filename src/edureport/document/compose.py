"""The document on a library of reports: its chapters in their order, and what stands around them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from edureport.document.material import Material, SectionEntries
from edureport.document.narrative import Narrative
from edureport.document.phrasing import Phrasing, capital, phrase
from edureport.document.tables import TableMaker, stands_in
from edureport.document.template import Template
from edureport.drawing import Drawing
from edureport.languages import catalogue
from edureport.languages.declension import genitive
from edureport.message import Message
from edureport.problem import Place
from edureport.publication import (
    Approval,
    Block,
    Caption,
    CaptionKind,
    Chapter,
    Items,
    Paragraph,
    Phrase,
    Picture,
    Publication,
    TableBlock,
)

_YEAR = "20___"  # where it is to be filled in

if TYPE_CHECKING:
    from edureport.checks import Finding


class Wishes(NamedTuple):
    """What a document has that not every document has: an approval block, pictures, findings."""

    approval: bool = False
    charts: bool = True
    findings: "Sequence[Finding] | None" = None


def compose(material: Material, template: Template, wishes: Wishes = Wishes()) -> Publication:  # noqa: B008
    """The document in the language of a template."""
    return _Composition(material, template).publication(wishes)


class _Composition:
    """A document in the making: captions are numbered in the order of its chapters."""

    def __init__(self, material: Material, template: Template) -> None:
        self.material = material
        self.report = material.report
        self.template = template
        self.words = catalogue.load(template.language)
        self.phrasing = Phrasing(template, self.words)
        self.captions = Captions(self.phrasing)
        self.narrative = Narrative(material, self.phrasing)
        self.tables = TableMaker(material, template.language)

    def publication(self, wishes: Wishes) -> Publication:
        organisation = self.phrasing.name(self.report.organisation)
        time = self.phrasing.time("for_period", self.report.period)
        title = capital(self.phrasing.say("title", for_period=time, organisation=organisation))
        return Publication(
            language=self.template.language,
            organisation=phrase(organisation),
            title=phrase(title),
            day=self.report.published or self.material.day,
            blocks=tuple(self._chapters(wishes)),
            approval=self._approval(organisation) if wishes.approval else None,
        )

    def _approval(self, organisation: str) -> Approval:
        """The lines to be signed; where the name of the organisation cannot be declined, it stands apart."""
        name, day = self.report.organisation, self.report.published
        of = genitive(organisation, self.template.language) if name.speaks(self.template.language) else None
        lines = self.template.lines("approval.lines")
        if of is None and any("{genitive}" in line for line in lines):
            lines = self.template.lines("approval.lines_apart")
        # A report is signed when it is published; on a year nobody knows of, that is to be filled in.
        values = {"organisation": organisation, "genitive": of, "year": str(day.year) if day else _YEAR}
        said = (phrase(line.format_map(values)) for line in lines)
        return Approval(self.template.text("approval.heading"), tuple(said))

    def _chapters(self, wishes: Wishes) -> Iterator[Block]:
        for group in self.material.groups:
            yield self._section(group, charts=wishes.charts)
        if self.material.targets:
            yield self._targets(charts=wishes.charts)
        if wishes.findings is not None:
            yield self._findings(wishes.findings)
        yield self._annex()

    def _heading(self, name: str) -> Phrase:
        return phrase(self.template.text(f"heading.{name}"))

    def _section(self, group: SectionEntries, *, charts: bool) -> Chapter:
        if group.section is not None:
            heading = self.phrasing.name(group.section.label)
        else:
            heading = self.template.text("heading.rest" if self.report.sections else "heading.all")
        blocks: list[Block] = [Paragraph(phrase(said)) for said in self.narrative.paragraphs(group)]
        caption = self.captions.table(self.phrasing.say("caption.section", section=heading))
        blocks.append(TableBlock(caption, self.tables.section(group), self._periods()))
        if charts:
            from edureport.charts.bars import comparable_bars_of  # only where pictures are wanted

            indicators = [entries[0].indicator for entries in group.indicators]
            drawing = comparable_bars_of(self.report, indicators, self.words)
            if drawing is not None:
                blocks.append(self._picture(self._caption("bars", group, heading), drawing))
            blocks += self._trends(group, heading)
        return Chapter(phrase(heading), tuple(blocks))

    def _trends(self, group: SectionEntries, heading: str) -> Iterator[Picture]:
        """Pictures of the figures of a section over time, where enough periods are known."""
        library = self.material.library
        indicators = [entries[0].indicator for entries in group.indicators]
        from edureport.charts.trend import long_trends_of  # only where pictures are wanted

        for drawing in long_trends_of(library, indicators, self.words):
            yield self._picture(self._caption("trend", group, heading), drawing)

    def _caption(self, kind: str, group: SectionEntries, heading: str) -> str:
        """The caption of a picture of a section; indicators of none are those of the report."""
        if group.section is None:
            return self.template.text(f"caption.{kind}_all")
        return self.phrasing.say(f"caption.{kind}", section=heading)

    def _picture(self, caption: str, drawing: Drawing) -> Picture:
        return Picture(self.captions.picture(caption), drawing, drawing.description)

    def _periods(self) -> Mapping[str, str]:
        """Columns of figures are called by their period."""
        periods = {"value": self.report.period}
        if self.material.before is not None:
            periods["before"] = self.material.before.period
        return {key: capital(self.phrasing.words.period(period)) for key, period in periods.items()}

    def _targets(self, *, charts: bool) -> Chapter:
        day = self.phrasing.day("caption.targets", self.material.day)
        said = (self.narrative.target(one) for one in self.material.targets)
        blocks: list[Block] = [Paragraph(phrase(one)) for one in said]
        blocks.append(TableBlock(self.captions.table(day), self.tables.targets()))
        if charts:
            blocks += self._progress()
        return Chapter(self._heading("targets"), tuple(blocks))

    def _progress(self) -> Iterator[Picture]:
        """Pictures of the targets that are on their way."""
        moving = [one for one in self.material.targets if one.progress is not None]
        if not moving:
            return
        from edureport.charts.progress import MOST_TRACKS, tracks_of  # only where there is something to draw

        for first in range(0, len(moving), MOST_TRACKS):
            some = moving[first : first + MOST_TRACKS]
            drawing = tracks_of(self.report, some, self.material.day, self.words)
            yield self._picture(self.phrasing.day("caption.progress", self.material.day), drawing)

    def _findings(self, findings: "Sequence[Finding]") -> Chapter:
        heading = self._heading("findings")
        if not findings:
            return Chapter(heading, (Paragraph(phrase(self.template.text("findings.none"))),))
        said = tuple(phrase(self.phrasing.words.say(_with_places(one.message))) for one in findings)
        return Chapter(heading, (Paragraph(phrase(self.template.text("findings.some"))), Items(said)))

    def _annex(self) -> Chapter:
        source = self.report.source
        said = [self.template.text("annex.about")]
        if source is not None:
            parts = tuple(part for part in source if part is not None)
            said.append(self.phrasing.say("annex.source", source=self.phrasing.words.value(parts)))
        if len(self.tables.files) == 1:
            said.append(self.phrasing.say("annex.file", file=next(iter(self.tables.files))))
        caption = self.captions.table(self.template.text("caption.annex"))
        blocks = (Paragraph(phrase(" ".join(said))), TableBlock(caption, self.tables.annex()))
        return Chapter(self._heading("annex"), blocks, annex=True)


def _with_places(said: Message) -> Message:
    """A message whose places are said in words, as those of the annex are."""
    values = {
        name: stands_in(value, file=True) if isinstance(value, Place) else value
        for name, value in said.values.items()
    }
    return Message(said.key, values)


_NUMBER = "\x00"  # stands where the number will


class Captions:
    """Gives each caption the next number of its kind."""

    def __init__(self, phrasing: Phrasing) -> None:
        self._wording = phrasing
        self._last = dict.fromkeys(CaptionKind, 0)

    def table(self, text: str) -> Caption:
        """The caption of the next table."""
        return self._next(CaptionKind.TABLE, text)

    def picture(self, text: str) -> Caption:
        """The caption of the next picture."""
        return self._next(CaptionKind.PICTURE, text)

    def _next(self, kind: CaptionKind, text: str) -> Caption:
        self._last[kind] += 1
        before, _, after = self._wording.say(f"caption.{kind.value}", number=_NUMBER).partition(_NUMBER)
        return Caption(kind, self._last[kind], before, after, phrase(text))
