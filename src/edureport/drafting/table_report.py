"""A report file of the figures in a table: what the sheet leaves open is marked in it."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import PurePath
from typing import NamedTuple

import yaml

from edureport.drafting.described import DescriptionWriter, Undecided, language_of, surveyed
from edureport.drafting.names import (
    LONGEST_KEY,
    LONGEST_TEXT,
    Say,
    ToComplete,
    UniqueNames,
    YamlWriter,
    cleaned,
    commented,
    identifier_of,
    key_of,
    plain,
    quoted,
)
from edureport.drafting.survey import Survey, SurveyedColumn, is_total
from edureport.drafting.values import named_kind, notation
from edureport.errors import ReportError, UsageError
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity, group_of_three
from edureport.model.report import Blank, Category, Flag, Indicator, Observation, Report, Text, Unit
from edureport.problem import Place, Problem
from edureport.reading.described_file import DescribedReader
from edureport.reading.limits import limits
from edureport.reading.load import load_all
from edureport.reading.parsing import parse
from edureport.reading.report_keys import VERSION
from edureport.reading.tables import TABLE_SUFFIXES
from edureport.reading.tables.description import NOTHING
from edureport.reading.tables.grid import Grid, text_of
from edureport.reading.values import KEY

Entry = Observation | Blank
Entries = Mapping[Category | None, Entry]

_THOUSANDTHS = Decimal("0.001")


class Writing(NamedTuple):
    """How comments are worded, and what the sheet says where a person has to decide."""

    say: Say
    blank: str  # stands where a text is missing
    written: Mapping[tuple[int, int], str]  # the texts of cells by row and column, from 1
    open_texts: frozenset[str]  # of cells whose meaning is not known
    titles: str | None = None  # above a sheet that nobody has described; None if its kinds are given


class ReportWriter(YamlWriter):
    """Writes one report; `open` counts what a person must decide, `figures` the figures that it has."""

    def __init__(self, report: Report, earlier: Sequence[Report], writing: Writing) -> None:
        """`earlier` are reports of the same organisation on earlier periods."""
        super().__init__(writing.say)
        self.report, self.earlier, self.writing = report, earlier, writing
        self.language = report.language
        self.figures = 0

    def lines(self) -> Iterator[str]:
        """The lines of the file."""
        report = self.report
        place = next(iter(report.indicators.values())).place
        table = str(Place(PurePath(place.path).name, sheet=place.sheet))
        yield from self.comment(message("draft.report_made", file=table), 0)
        yield from self.comment(message("draft.go_on"), 0)
        yield from ("", f"edureport: {VERSION}", "", "report:")
        yield f"  id: {plain(report.id)}"
        yield from self.text("organisation", report.organisation, 2, "draft.todo_organisation")
        if report.organisation_id:
            yield f"    id: {plain(report.organisation_id)}"
        if report.area:
            yield f"  area: {report.area}"
        yield from (f"  period: {notation(report.period)}", f"  language: {self.language}")
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
        indicators = (one for report in (self.report, *self.earlier) for one in report.indicators.values())
        entries = (entry for one in indicators if one.unit.key == key for entry in one.entries)
        # Counts of whole things are not negative.
        negative = any(isinstance(entry, Observation) and entry.quantity.stated < 0 for entry in entries)
        if not unit.whole or negative:
            yield "    whole: false"

    def indicator(self, key: str, indicator: Indicator) -> Iterator[str]:
        yield ""
        yield f"  {plain(key)}:"
        yield from self.text("label", indicator.label, 4)
        if indicator.section is not None:
            yield f"    section: {plain(indicator.section.key)}"
        yield f"    unit: {plain(indicator.unit.key)}"
        kind, titles = indicator.kind, self.writing.titles
        if titles is not None:
            label = indicator.label.in_language(self.language)
            told = named_kind(label, self.language) or named_kind(f"{label}, {titles}", self.language)
            if told is None:
                yield from self.todo(message("draft.todo_kind"), 4)
            kind = told or kind
        yield f"    kind: {kind.value}"
        if indicator.better is not None:
            yield f"    better: {indicator.better.value}"
        entries = {entry.category: entry for entry in indicator.entries}
        if None in entries:
            yield from self.entry(entries[None], 4, whole=True)
        yield from self.breakdowns(indicator, entries, None, 4)
        yield from self.earlier_ones(indicator.key)

    def entry(self, entry: Entry, indent: int, *, whole: bool = False) -> Iterator[str]:
        """The value of a figure, what its cell says, and its flags."""
        self.figures += 1
        space = " " * indent
        place = entry.place
        words = self.writing.written.get((place.line or 0, place.column or 0))
        if words is not None and words in self.writing.open_texts:
            cell = str(place).rpartition("/")[2]  # its name in its sheet or text file
            yield from self.todo(message("draft.todo_symbol", words=words, place=cell), indent)
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
        self, indicator: Indicator, entries: Entries, above: Category | None, indent: int
    ) -> Iterator[str]:
        """The ways in which the whole, or the part `above`, is divided."""
        found = [breakdown for breakdown in indicator.breakdowns.values() if breakdown.of == above]
        if not found:
            return
        space = " " * indent
        yield f"{space}breakdown:"
        keys = UniqueNames()
        for breakdown in found:
            yield f"{space}  {plain(keys.name(plain_key(breakdown.key.rpartition('/')[2])))}:"
            if breakdown.label is not None:
                yield from self.text("label", breakdown.label, indent + 4)
            if breakdown.complete:
                yield f"{space}    complete: true"
            yield f"{space}    members:"
            members = UniqueNames()
            for member, label in breakdown.members.items():
                category = Category(breakdown.key, member)
                yield f"{space}      {plain(members.name(plain_key(member)))}:"
                yield from self.text("label", label, indent + 8)
                if category in entries:
                    yield from self.entry(entries[category], indent + 8)
                yield from self.breakdowns(indicator, entries, category, indent + 8)

    def earlier_ones(self, key: str) -> Iterator[str]:
        """The figures of earlier periods: of the whole, since a report file has no other ones."""
        known = ((report.period, report[key].observation) for report in self.earlier if key in report)
        found = {period: observation for period, observation in known if observation is not None}
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
            yield from self.todo(message(missing), indent)
        yield f"{space}{plain(key)}:"
        for language, words in text.texts.items():
            yield f"{space}  {language}: {plain(cleaned(words))}"


def _precision(quantity: Quantity) -> Decimal | None:
    """What a file has to say of the precision: that of the number, or that the point of 1.200 is one."""
    if quantity.precision is not None:
        return quantity.precision
    return _THOUSANDTHS if group_of_three(str(quantity)) else None


def plain_key(text: str) -> str:
    """A text as a key; one that may be a key stays."""
    is_key = KEY.fullmatch(text) and len(text) <= LONGEST_KEY
    return text if is_key else key_of(text.replace("_", " ").split(), "part")


MOST_NAMED = 20  # organisations or periods that a message lists
_NEVER = Period.parse("2000")  # where a period is missing, which is said


class TableChoice(NamedTuple):
    """What a person says of the report that is wanted, where the sheet does not, or has several."""

    organisation: str | None
    period: Period | None
    identifier: str | None


class ReportDraft(NamedTuple):
    """A report file in YAML, how many figures it has, how many more the table has, and what is open."""

    text: str
    figures: int
    others: int
    open: int


class Words(NamedTuple):
    """How messages are worded, and what stands where a text is missing, by language."""

    say: Say
    blank: ToComplete
    language: str


def draft_report(path: str, sheet: str | None, choice: TableChoice, words: Words) -> ReportDraft:
    """A report file of the figures in a table, or in the tables of a description.

    Raises ReportError if the file cannot be read, no table is seen in it or a cell is too long, UsageError
    where it must be said of which organisation or period the report is to be.
    """
    if PurePath(path).suffix.lower() in TABLE_SUFFIXES:
        reports, writing = _guessed(path, sheet, choice, words)
    else:
        reports = load_all([path])
        writing = Writing(words.say, words.blank(reports[0].language), {}, frozenset())
    own = _of_organisation(reports, choice, path)
    report = _of_period(own, choice, path)
    earlier = [one for one in own if one.period.last < report.period.first]
    writer = ReportWriter(replace(report, id=choice.identifier or identifier_of(path)), earlier, writing)
    lines, longest = list(writer.lines()), limits(os.environ).text
    if any(len(line) > longest and _longest_text(line) > longest for line in lines):
        raise ReportError(Problem(message("table.long", limit=longest), Place(path)))
    text = "\n".join(lines) + "\n"
    figures = sum(len(list(one.entries)) for found in reports for one in found.indicators.values())
    return ReportDraft(text, writer.figures, figures - writer.figures, writer.open)


def _longest_text(line: str) -> int:
    """How many characters the longest text in a line of YAML has, as a reader of the file counts them."""
    scalars = (event for event in yaml.parse(line) if isinstance(event, yaml.ScalarEvent))
    return max((len(scalar.value) for scalar in scalars), default=0)


def _guessed(
    path: str, sheet: str | None, choice: TableChoice, words: Words
) -> tuple[Sequence[Report], Writing]:
    """The reports of a sheet that nobody has described, and what was written in it."""
    grid, rows, seen = surveyed(path, sheet)
    language = language_of(seen) or words.language
    blank = words.blank(language)
    guess = GuessedDescription(seen, PurePath(path).name, grid, words.say, choice=choice, blank=blank)
    text = "\n".join(guess.lines(language))
    if guess.needs_period:
        raise UsageError(Problem(message("draft.no_period"), Place(path)))
    bounds = limits(os.environ)
    root, problems = parse(text.encode(), path, bounds)
    reports = DescribedReader(path, problems, bounds).reports(root)
    cells = ((number, enumerate(row, start=1)) for number, row in enumerate(rows, start=1))
    written = {(number, column): text_of(cell) for number, row in cells for column, cell in row}
    titles = ", ".join(seen.titles)
    return reports, Writing(words.say, blank, written, frozenset(guess.open_texts), titles)


class GuessedDescription(DescriptionWriter):
    """A description that is read at once: what a person must decide is left open in the report instead."""

    def __init__(
        self, survey: Survey, path: str, grid: Grid, say: Say, *, choice: TableChoice, blank: str
    ) -> None:
        super().__init__(survey, path, grid, say)
        self.choice, self.blank = choice, blank
        self.open_texts: set[str] = set()  # of cells whose meaning is not known
        self.needs_period = False

    def bodies(self, keys: Sequence[SurveyedColumn]) -> SurveyedColumn | None:
        """The column with the organisation that the report is to be of; other columns name parts."""
        name = self.choice.organisation
        return next((column for column in keys if name is not None and name in column.texts), None)

    def undecided(self, what: Undecided, text: str = "") -> str:
        """What stands there until a person decides, in a form that can be read."""
        choice = self.choice
        if what is Undecided.ORGANISATION:
            return quoted(choice.organisation or self.blank)
        if what is Undecided.PERIOD:
            self.needs_period = choice.period is None
            return quoted(str(choice.period or _NEVER))
        if what is Undecided.INDICATOR:
            titles = [title for title in self.survey.titles if len(title) <= LONGEST_TEXT]
            return quoted(titles[0] if titles else identifier_of(self.path))
        if what is Undecided.SYMBOL and not text:
            return NOTHING  # a cell in which nothing is written
        if what in (Undecided.SYMBOL, Undecided.FLAG):
            self.open_texts.add(text)
        return {Undecided.UNIT: quoted(self.blank), Undecided.TOTAL: ""}.get(what, Flag.MISSING.value)


def _of_organisation(reports: Sequence[Report], choice: TableChoice, path: str) -> list[Report]:
    """The reports of the organisation that is meant; UsageError if there are several and it is not said."""
    named = {name: one.body for one in reports for name in one.organisation.texts.values()}
    names = {name: body for name, body in named.items() if not is_total(name)} or named
    if len(set(names.values())) < 2:
        return [one for one in reports if one.body in names.values()]
    meant = names.get(choice.organisation or "")
    if meant is None:
        raise UsageError(Problem(message("draft.which_organisation", known=_few(names)), Place(path)))
    return [one for one in reports if one.body == meant]


def _of_period(reports: Sequence[Report], choice: TableChoice, path: str) -> Report:
    """The report on the period that is meant; the latest if none is named."""
    if choice.period is None:
        return max(reports, key=lambda one: one.period.order)
    found = next((one for one in reports if one.period == choice.period), None)
    if found is None:
        known = _few(dict.fromkeys(one.period for one in reports))
        said = message("draft.which_period", period=choice.period, known=known)
        raise UsageError(Problem(said, Place(path)))
    return found


def _few(known: Iterable[object]) -> tuple[object, ...]:
    """The first of some names, and that there are more."""
    names = list(known)
    return (*names[:MOST_NAMED], *(["…"] if len(names) > MOST_NAMED else []))
