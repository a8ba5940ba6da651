"""A first description of a table file: the sheet is surveyed, and what is seen is written as YAML."""

import os
import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from edureport import prose
from edureport.drafting.names import Say, quoted
from edureport.drafting.survey import (
    MOST_ROWS,
    Survey,
    SurveyedColumn,
    SymbolLegend,
    is_total,
    period_form,
    sheet_words,
    survey,
    year_in,
)
from edureport.errors import ReportError
from edureport.languages.visible import visible
from edureport.message import message
from edureport.problem import Problem, column_letters
from edureport.reading.described_file import OPEN
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.report_keys import VERSION
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.reading.tables.layout import JOINT
from edureport.reading.tables.opening import open_grid

FEW = 12  # different texts of a column that splits what is counted, and names no bodies
MOST_SYMBOLS = 20  # that are listed; more are no symbols
MOST_LINES = 6  # of titles and notes that are quoted
MOST_TEXTS = 50  # of a column, by which the language is recognised
_NO_KEY = re.compile(r"[^a-zA-Z0-9._-]")


class Undecided(StrEnum):
    """What a sheet may leave open."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    INDICATOR = "indicator"
    PERIOD = "period"
    TOTAL = "total"
    SYMBOL = "symbol"
    FLAG = "flag"


class DescriptionWriter:
    """Writes the description of one sheet; `open` counts what a person must decide."""

    def __init__(self, survey: Survey, path: str, grid: Grid, say: Say) -> None:
        self.survey, self.path, self.grid, self.say = survey, path, grid, say
        self.open = 0
        self.unnamed: set[int] = set()  # columns that the description gives a name
        self.units: list[str] = []  # that a column names

    def lines(self, language: str) -> Iterator[str]:
        """The lines of the file."""
        survey, table = self.survey, list(self.table(language))
        yield from self.comment("draft.table_made", file=self.path)
        yield from self.comment("draft.table_go_on", sign=OPEN)
        yield from (f"# | {visible(line)}" for line in survey.titles[:MOST_LINES])
        yield from (f"edureport: {VERSION}", "report:", f"  id: {quoted(_key(self.path))}")
        if not any(line.startswith("organisation:") for line in table):
            yield f"  organisation: {self.undecided(Undecided.ORGANISATION)}"
        yield f"  language: {language}"
        units = self.units or [self.undecided(Undecided.UNIT)]
        names = (f"unit{number}" for number in range(1, len(units) + 1)) if len(units) > 1 else ("unit",)
        named = (f"{name}: {unit}" for name, unit in zip(names, units, strict=True))
        yield f"units: {{{', '.join(named)}}}"
        yield from ("tables:", f"  - file: {quoted(self.path)}", *(f"    {line}" for line in table))

    def table(self, language: str) -> Iterator[str]:
        """What the description says of the table."""
        survey = self.survey
        if self.grid.sheet is not None:
            yield f"sheet: {quoted(self.grid.sheet)}"
        rows = f", rows: {survey.header_rows}" if survey.header_rows > 1 else ""
        yield f"header: {{row: {survey.header + 1}{rows}}}"
        given = [column for column in survey.columns if column.name != column.written]
        if given:
            names = (f"{column_letters(column.number + 1)}: {quoted(column.name)}" for column in given)
            yield f"names: {{{', '.join(names)}}}"
        self.unnamed = {column.number for column in given if not column.written}
        keys = sorted(survey.keys, key=lambda column: bool(column.written))
        if survey.banners and keys:  # rows with nothing but a text, which switch what follows
            members = ", ".join(f"{quoted(banner)}: {quoted(banner)}" for banner in survey.banners)
            yield f"blocks: {{column: {quoted(keys[0].name)}, into: block, members: {{{members}}}}}"
        if survey.notes:  # the lines below the table, by the beginning of the first
            yield from (f"# | {visible(line)}" for line in survey.notes[:MOST_LINES])
            beginning = survey.notes[0].split(maxsplit=1)[0][:20]
            yield f"until: [{quoted(literal(beginning) + '*')}]"
        if survey.marks:
            marks = sorted(survey.marks, key=len, reverse=True)
            yield f"marks: [{', '.join(map(quoted, marks))}]"
        yield from self.roles(keys)
        yield from self.symbols(language)

    def symbols(self, language: str) -> Iterator[str]:
        """What stands in place of values, and behind them; what a legend explains is filled in."""
        survey = self.survey
        legend = SymbolLegend((*survey.titles, *survey.notes, *self.grid.other_lines()), language)
        if survey.symbols:
            yield "symbols:"
        for symbol, _ in survey.symbols.most_common(MOST_SYMBOLS):
            yield f"  {quoted(symbol)}: {legend.meaning(symbol) or self.undecided(Undecided.SYMBOL, symbol)}"
        if len(survey.symbols) > MOST_SYMBOLS:
            yield from self.comment("draft.table_symbols", count=len(survey.symbols) - MOST_SYMBOLS)
        if survey.flags:
            flags = {one: legend.meaning(one) or self.undecided(Undecided.FLAG, one) for one in survey.flags}
            codes = ", ".join(f"{quoted(code)}: {meaning}" for code, meaning in flags.items())
            yield f"flags: {{codes: {{{codes}}}}}"

    def roles(self, keys: list[SurveyedColumn]) -> Iterator[str]:
        """What the columns are."""
        values = self.survey.values
        when = next((column for column in keys if column.holds_periods), None)
        into: tuple[str, ...] = ("period",)
        if when is not None or not all(column.form is not None for column in values):
            into = _parts_of_names(values) if when is None else ("indicator",)
        others = [column for column in keys if column is not when]
        named = next((column for column in others if _is_called(column, sheet_words().indicator)), None)
        if named is not None:
            others.remove(named)
        if into == ("indicator",) and (len(values) == 1 or named is not None):
            yield f"value: {quoted(values[0].name)}"
            into = ()
        else:
            names = ", ".join(quoted(literal(column.name)) for column in values)
            by = f', by: "{JOINT}"' if len(into) > 1 else ""
            if into == ("indicator",):
                self.open += 1
                yield from self.comment("draft.table_across")
            yield f"across: {{columns: [{names}]{by}, into: [{', '.join(into)}]}}"
        if when is not None:
            yield f"period: {quoted(when.name)}"
        elif "period" in into:
            forms = {column.form for column in values}
            form = forms.pop() if len(forms) == 1 else None
            yield f"period: {{column: period, as: {form}}}" if form else "period: period"
        else:
            year = year_in((*self.survey.titles, *(column.name for column in self.survey.columns)))
            yield f"period: {{constant: {quoted(year) if year else self.undecided(Undecided.PERIOD)}}}"
        if named is not None:
            yield f"indicator: {quoted(named.name)}"
        elif "indicator" not in into:
            yield f"indicator: {{constant: {self.undecided(Undecided.INDICATOR)}}}"
        unit = next((column for column in others if _is_called(column, sheet_words().unit)), None)
        if unit is not None and len(unit.texts) <= FEW:
            others.remove(unit)
            self.units = [quoted(text) for text in unit.texts if text]
            yield f"unit: {quoted(unit.name)}"
        else:
            yield "unit: {constant: unit}"
        yield from self.parts(others, [name for name in into if name not in ("period", "indicator")])

    def parts(self, keys: list[SurveyedColumn], above: list[str]) -> Iterator[str]:
        """The columns that say whose a value is, and what it is a part of."""
        bodies = self.bodies(keys)
        if bodies is not None:
            self.open += 1
            yield from self.comment("draft.table_bodies")
            yield f"organisation: {quoted(bodies.name)}"
        dimensions = [column for column in keys if column is not bodies]
        if not dimensions and not above and not self.survey.banners:
            return
        yield "dimensions:"
        for name in above:
            total = self.undecided(Undecided.TOTAL)
            yield f"  {name}: {{column: {name}{f', total: {total}' if total else ''}}}"
        for number, column in enumerate(dimensions, start=1):
            totals = [text for text in column.texts if is_total(text) or not text]
            total = f", total: [{', '.join(map(quoted, totals))}]" if totals else ""
            label = f"label: {quoted(column.written)}, " if column.written else ""
            yield f"  part{number}: {{{label}column: {quoted(column.name)}{total}}}"
        if self.survey.banners:
            totals = [text for text in self.survey.banners if is_total(text)] or [self.survey.banners[0]]
            yield f"  block: {{column: block, total: [{', '.join(map(quoted, totals))}]}}"

    def bodies(self, keys: Sequence[SurveyedColumn]) -> SurveyedColumn | None:
        """The column that says whose a value is."""
        named = next((column for column in keys if _is_called(column, sheet_words().body)), None)
        many = (one for one in keys if len(one.texts) > FEW or one.number in self.unnamed)
        return named or next(many, None)

    def undecided(self, what: Undecided, text: str = "") -> str:
        """The sign for what a person must decide."""
        self.open += 1
        return f'"{OPEN}"'

    def comment(self, key: str, **values: object) -> Iterator[str]:
        yield f"# {self.say(message(key, **values))}"


def _parts_of_names(values: tuple[SurveyedColumn, ...]) -> tuple[str, ...]:
    """What the parts of the names of columns are, if one part of each is a period; else indicators."""
    parts = [column.name.split(JOINT) for column in values]
    if len(set(map(len, parts))) == 1 and len(parts[0]) > 1:
        for number in range(len(parts[0])):
            if all(period_form(names[number]) is not None for names in parts):
                into = ["what" if one < 1 else f"what{one + 1}" for one in range(len(parts[0]) - 1)]
                into.insert(number, "period")
                return tuple(into)
    return ("indicator",)


def _is_called(column: SurveyedColumn, words: tuple[str, ...]) -> bool:
    """Whether the name of a column has one of these words in it."""
    name = column.name.casefold()
    return any(word in name for word in words)


def literal(text: str) -> str:
    """A pattern that fits a text and no other."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _key(path: str) -> str:
    return _NO_KEY.sub("-", PurePath(path).stem).strip("-_.") or "table"


class DescriptionDraft(NamedTuple):
    """A description in YAML, how many columns it names and how much a person must decide."""

    text: str
    columns: int
    open: int


def draft_description(
    path: str, sheet: str | None, written: str | None, say: Say, language: str
) -> DescriptionDraft:
    """A first description of a table; `written` is the file that it goes into, `say` words its comments.

    `language` is that of the comments. Raises ReportError if the file cannot be read, or no table is seen
    in it.
    """
    grid, _, seen = surveyed(path, sheet)
    named = PurePath(path).name
    if written is not None:  # as seen from the folder of the description
        named = os.path.relpath(path, os.path.dirname(written) or ".").replace(os.sep, "/")  # noqa: PTH120
    writer = DescriptionWriter(seen, named, grid, say)
    text = "\n".join(writer.lines(language_of(seen) or language)) + "\n"
    return DescriptionDraft(text, len(seen.columns), writer.open)


def surveyed(path: str, sheet: str | None) -> tuple[Grid, Sequence[Sequence[Cell]], Survey]:
    """The sheet of a file, its first rows, and what can be seen of them; raises ReportError as above."""
    grid = open_grid(path, read_bytes(path, path, limits(os.environ)), sheet)
    rows = list(islice(grid.rows(), MOST_ROWS))
    seen = survey(rows)
    if seen is None:
        raise ReportError(Problem(message("draft.no_table"), place(grid, At(0, 0))))
    return grid, rows, seen


def language_of(seen: Survey) -> str | None:
    """The language of the words in a sheet; None if there are none."""
    names = [column.written for column in seen.columns]
    texts = [text for column in seen.keys for text in islice(column.texts, MOST_TEXTS)]
    words = " ".join((*seen.titles, *names, *seen.banners, *texts, *seen.notes))
    return prose.language_of(words) if any(map(str.isalpha, words)) else None
