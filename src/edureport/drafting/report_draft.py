"""A report file of the figures in a table: of one organisation, with earlier periods where it has them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import PurePath
from typing import NamedTuple

from edureport.drafting.kinds import named_kind
from edureport.drafting.names import LONGEST_KEY, UniqueNames, cleaned, key_of
from edureport.drafting.values import notation
from edureport.drafting.yaml_text import commented, plain
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.quantity import Quantity, group_of_three
from edureport.model.report import Blank, Breakdown, Category, Indicator, Observation, Report, Text, Unit
from edureport.problem import Place
from edureport.reading.report_keys import VERSION
from edureport.reading.values import KEY

Entry = Observation | Blank

_THOUSANDTHS = Decimal("0.001")


class Writing(NamedTuple):
    """How comments are worded, and what the sheet says where a person has to decide.

    `blank` stands where a text is missing; `open_texts` are texts of cells whose meaning is not known.
    `titles` are the words above a sheet that nobody has described; None if its kinds are given.
    """

    say: Callable[[Message], str]
    blank: str
    written: Mapping[tuple[int, int], str]  # the texts of cells by row and column, from 1
    open_texts: frozenset[str]
    titles: str | None = None


class ReportWriter:
    """Writes one report; `open` counts what a person must decide, `figures` the figures that it has."""

    def __init__(self, report: Report, earlier: Sequence[Report], writing: Writing) -> None:
        """`earlier` are reports of the same organisation on earlier periods."""
        self.report, self.earlier, self.writing = report, earlier, writing
        self.language = report.language
        self.open = self.figures = 0

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        report = self.report
        yield from self.comment("draft.report_made", 0, file=self.table)
        yield from self.comment("draft.go_on", 0)
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
            yield from self.indicator(keys.name(_key(indicator.key)), indicator)

    @property
    def table(self) -> str:
        """The table file that the figures stand in, with its sheet."""
        place = next(iter(self.report.indicators.values())).place
        return str(Place(PurePath(place.path).name, sheet=place.sheet))

    def source(self) -> Iterator[str]:
        source = self.report.source
        if source is None:
            self.open += 1
            yield from self.comment("draft.todo_source", 2)
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
            self.open += 1
            yield from self.comment("draft.todo_unit", 2)
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

    def indicator(self, key: str, indicator: Indicator) -> Iterator[str]:
        yield ""
        yield f"  {plain(key)}:"
        yield from self.text("label", indicator.label, 4)
        if indicator.section is not None:
            yield f"    section: {plain(indicator.section.key)}"
        yield f"    unit: {plain(indicator.unit.key)}"
        yield from self.kind(indicator)
        if indicator.better is not None:
            yield f"    better: {indicator.better.value}"
        entries = {entry.category: entry for entry in indicator.entries}
        if None in entries:
            yield from self.entry(entries[None], 4, whole=True)
        yield from self.breakdowns(indicator, entries, None, 4)
        yield from self.earlier_ones(indicator.key)

    def kind(self, indicator: Indicator) -> Iterator[str]:
        """The kind, or that it is not clear."""
        kind, titles = indicator.kind, self.writing.titles
        if titles is not None:
            label = indicator.label.in_language(self.language)
            told = named_kind(label, self.language) or named_kind(f"{label}, {titles}", self.language)
            if told is None:
                self.open += 1
                yield from self.comment("draft.todo_kind", 4)
            kind = told or kind
        yield f"    kind: {kind.value}"

    def entry(self, entry: Entry, indent: int, *, whole: bool = False) -> Iterator[str]:
        """The value of a figure, what its cell says, and its flags."""
        self.figures += 1
        space = " " * indent
        place = entry.place
        words = self.writing.written.get((place.line or 0, place.column or 0))
        if words is not None and words in self.writing.open_texts:
            self.open += 1
            yield from self.comment("draft.todo_symbol", indent, words=words, place=_cell(place))
            yield f"{space}as_written: {plain(words)}"
            return
        if isinstance(entry, Observation):
            yield f"{space}value: {entry.quantity}"
            if (precision := _precision(entry.quantity)) is not None:
                yield f"{space}precision: {precision:f}"
        if words and not (isinstance(entry, Observation) and words == str(entry.quantity)):
            yield f"{space}as_written: {plain(words)}"
        if entry.flags:
            yield f"{space}flags: [{', '.join(entry.flags)}]"
        for note in entry.footnotes:
            said = note.in_language(self.language)
            if whole:  # an indicator has one note
                yield f"{space}note: {plain(cleaned(said))}"
            else:
                yield from commented(said, indent)
            whole = False

    def breakdowns(
        self,
        indicator: Indicator,
        entries: Mapping[Category | None, Entry],
        above: Category | None,
        indent: int,
    ) -> Iterator[str]:
        """The ways in which the whole, or the part `above`, is divided."""
        found = [breakdown for breakdown in indicator.breakdowns.values() if breakdown.of == above]
        if not found:
            return
        space = " " * indent
        yield f"{space}breakdown:"
        keys = UniqueNames()
        for breakdown in found:
            yield f"{space}  {plain(keys.name(_key(breakdown.key.rpartition('/')[2])))}:"
            if breakdown.label is not None:
                yield from self.text("label", breakdown.label, indent + 4)
            if breakdown.complete:
                yield f"{space}    complete: true"
            yield f"{space}    members:"
            yield from self.members(indicator, entries, breakdown, indent + 6)

    def members(
        self,
        indicator: Indicator,
        entries: Mapping[Category | None, Entry],
        breakdown: Breakdown,
        indent: int,
    ) -> Iterator[str]:
        keys = UniqueNames()
        for member, label in breakdown.members.items():
            category = Category(breakdown.key, member)
            yield f"{' ' * indent}{plain(keys.name(_key(member)))}:"
            yield from self.text("label", label, indent + 2)
            if category in entries:
                yield from self.entry(entries[category], indent + 2)
            yield from self.breakdowns(indicator, entries, category, indent + 2)

    def earlier_ones(self, key: str) -> Iterator[str]:
        """The figures of earlier periods: of the whole, since a report file has no other ones."""
        found: dict[Period, Observation] = {}
        for report in self.earlier:
            observation = report[key].observation if key in report else None
            if observation is not None:
                found[report.period] = observation
        if found:
            yield "    earlier:"
        for period, observation in sorted(found.items(), key=lambda one: one[0].first):
            self.figures += 1
            precision = _precision(observation.quantity)
            more = f", precision: {precision:f}" if precision is not None else ""
            more += f", flags: [{', '.join(observation.flags)}]" if observation.flags else ""
            yield f"      {notation(period)}: {{value: {observation.quantity}{more}}}"

    def text(self, key: str, text: Text, indent: int, missing: str = "") -> Iterator[str]:
        """A text in its languages, or that it is missing."""
        space = " " * indent
        if self.writing.blank in text.texts.values() and missing:
            self.open += 1
            yield from self.comment(missing, indent)
        yield f"{space}{plain(key)}:"
        for language, words in text.texts.items():
            yield f"{space}  {language}: {plain(cleaned(words))}"

    def comment(self, key: str, indent: int, **values: object) -> Iterator[str]:
        yield from commented(self.writing.say(message(key, **values)), indent)


def _precision(quantity: Quantity) -> Decimal | None:
    """What a file has to say of the precision: that of the number, or that the point of 1.200 is one."""
    if quantity.precision is not None:
        return quantity.precision
    return _THOUSANDTHS if group_of_three(str(quantity)) else None


def _key(text: str) -> str:
    """A text as a key; one that may be a key stays."""
    is_key = KEY.fullmatch(text) and len(text) <= LONGEST_KEY
    return text if is_key else key_of(text.replace("_", " ").split(), "part")


def _cell(place: Place) -> str:
    """The name of a cell in its sheet or text file."""
    return str(place).rpartition("/")[2]
