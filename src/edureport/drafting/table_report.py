"""A report file of the figures in a table: what the sheet leaves open is marked in it."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

import yaml

from edureport.drafting.described import DescriptionWriter, Undecided, language_of, surveyed
from edureport.drafting.names import LONGEST_TEXT, Blank, Say, identifier_of, quoted
from edureport.drafting.report_draft import ReportWriter, Writing
from edureport.drafting.survey import Survey, SurveyedColumn, is_total
from edureport.errors import ReportError, UsageError
from edureport.message import message
from edureport.model.period import Period
from edureport.model.report import Flag, Report
from edureport.problem import Place, Problem
from edureport.reading.described_file import DescribedReader
from edureport.reading.limits import limits
from edureport.reading.load import load_all
from edureport.reading.parsing import parse
from edureport.reading.tables import TABLE_SUFFIXES
from edureport.reading.tables.described import NOTHING
from edureport.reading.tables.grid import Grid, text_of

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
    blank: Blank
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
