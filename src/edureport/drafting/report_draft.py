"""A report file of the figures in a table: of one organisation, with earlier periods where it has them."""

from collections.abc import Iterator
from pathlib import PurePath

from edureport.drafting.indicator_draft import IndicatorWriter, plain_key
from edureport.drafting.names import UniqueNames
from edureport.drafting.values import notation
from edureport.drafting.yaml_writer import plain
from edureport.message import message
from edureport.model.report import Observation, Unit
from edureport.problem import Place
from edureport.reading.report_keys import VERSION


class ReportWriter(IndicatorWriter):
    """Writes one report; `open` counts what a person must decide, `figures` the figures that it has."""

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        report = self.report
        yield from self.comment(message("draft.report_made", file=self.table), 0)
        yield from self.comment(message("draft.go_on"), 0)
        yield from ("", f"edureport: {VERSION}", "", "report:")
        yield f"  id: {plain(report.id)}"
        yield from self.text("organisation", report.organisation, 2, "draft.todo_organisation")
        if report.organisation_id:
            yield f"    id: {plain(report.organisation_id)}"
        if report.area:
            yield f"  area: {report.area}"
        yield f"  period: {notation(report.period)}"
        yield f"  language: {self.language}"
        yield from self.source()
        yield from ("", "units:")
        used = {indicator.unit.key for indicator in report.indicators.values()}
        for key, unit in report.units.items():
            if key in used:
                yield from self.unit(key, unit)
        sections = {one.section.key for one in report.indicators.values() if one.section}
        if sections:
            yield from ("", "sections:")
            for key in report.sections:
                if key in sections:
                    yield from self.text(key, report.sections[key].label, 2)
        yield from ("", "indicators:")
        keys = UniqueNames()
        for indicator in report.indicators.values():
            yield from self.indicator(keys.name(plain_key(indicator.key)), indicator)

    @property
    def table(self) -> str:
        """The table file that the figures stand in, with its sheet."""
        place = next(iter(self.report.indicators.values())).place
        return str(Place(PurePath(place.path).name, sheet=place.sheet))

    def source(self) -> Iterator[str]:
        source = self.report.source
        if source is None:
            yield from self.todo(message("draft.todo_source"), 2)
            return
        yield "  source:"
        if source.title is not None:
            yield from self.text("title", source.title, 4)
        if source.published is not None:
            yield f"    published: {source.published.isoformat()}"
        if source.url is not None:
            yield f"    url: {plain(source.url)}"

    def unit(self, key: str, unit: Unit) -> Iterator[str]:
        if any(self.writing.blank in form.values() for form in unit.forms.values()):
            yield from self.todo(message("draft.todo_unit"), 2)
        yield f"  {plain(key)}:"
        for language, forms in unit.forms.items():
            words = ", ".join(f"{form}: {plain(word)}" for form, word in forms.items())
            yield f"    {language}: {plain(forms['other']) if len(forms) == 1 else f'{{{words}}}'}"
        if not unit.whole or self.falls_below_zero(key):
            yield "    whole: false"

    def falls_below_zero(self, unit: str) -> bool:
        """Whether a figure in this unit is negative, which counts of whole things are not."""
        indicators = (one for report in (self.report, *self.earlier) for one in report.indicators.values())
        entries = (entry for one in indicators if one.unit.key == unit for entry in one.entries)
        return any(isinstance(entry, Observation) and entry.quantity.stated < 0 for entry in entries)
