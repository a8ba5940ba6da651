"""A first description of a table file: the sheet is surveyed, and what is seen is written as YAML."""

import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from edureport import prose
from edureport.drafting.column_roles import RoleWriter, Undecided, literal
from edureport.drafting.sheet_words import SymbolLegend
from edureport.drafting.survey import MOST_ROWS, Survey, survey
from edureport.drafting.surveyed_column import SurveyedColumn
from edureport.drafting.yaml_writer import Say, quoted
from edureport.errors import ReportError
from edureport.languages.visible import visible
from edureport.message import message
from edureport.problem import Problem, column_letters
from edureport.reading.described_file import OPEN
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.report_keys import VERSION
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.reading.tables.opening import open_grid

MOST_SYMBOLS = 20  # that are listed; more are no symbols
MOST_LINES = 6  # of titles and notes that are quoted
MOST_TEXTS = 50  # of a column, by which the language is recognised


class DescriptionWriter(RoleWriter):
    """Writes the description of one sheet; `open` counts what a person must decide."""

    def lines(self, language: str) -> Iterator[str]:
        """The lines of the file."""
        survey, table = self.survey, list(self.table(language))
        yield from self.comment("draft.table_made", file=self.path)
        yield from self.comment("draft.table_go_on", sign=OPEN)
        yield from (f"# | {visible(line)}" for line in survey.titles[:MOST_LINES])
        yield f"edureport: {VERSION}"
        yield "report:"
        yield f"  id: {quoted(_key(self.path))}"
        if not any(line.startswith("organisation:") for line in table):
            yield f"  organisation: {self.undecided(Undecided.ORGANISATION)}"
        yield f"  language: {language}"
        units = self.units or [self.undecided(Undecided.UNIT)]
        names = (f"unit{number}" for number in range(1, len(units) + 1)) if len(units) > 1 else ("unit",)
        named = (f"{name}: {unit}" for name, unit in zip(names, units, strict=True))
        yield f"units: {{{', '.join(named)}}}"
        yield "tables:"
        yield f"  - file: {quoted(self.path)}"
        yield from (f"    {line}" for line in table)

    def table(self, language: str) -> Iterator[str]:
        """What the description says of the table."""
        survey = self.survey
        if self.grid.sheet is not None:
            yield f"sheet: {quoted(self.grid.sheet)}"
        rows = f", rows: {survey.header_rows}" if survey.header_rows > 1 else ""
        yield f"header: {{row: {survey.header + 1}{rows}}}"
        given = [column for column in survey.columns if column.name != column.written]
        if given:
            names = ", ".join(
                f"{column_letters(column.number + 1)}: {quoted(column.name)}" for column in given
            )
            yield f"names: {{{names}}}"
        self.unnamed = {column.number for column in given if not column.written}
        keys = sorted(survey.keys, key=lambda column: bool(column.written))
        yield from self.blocks(keys)
        yield from self.until()
        yield from self.roles(keys)
        yield from self.symbols(language)

    def blocks(self, keys: list[SurveyedColumn]) -> Iterator[str]:
        """Rows with nothing but a text, which switch what follows."""
        if self.survey.banners and keys:
            members = ", ".join(f"{quoted(banner)}: {quoted(banner)}" for banner in self.survey.banners)
            yield f"blocks: {{column: {quoted(keys[0].name)}, into: block, members: {{{members}}}}}"

    def until(self) -> Iterator[str]:
        """The lines below the table, by their beginnings."""
        if self.survey.notes:
            yield from (f"# | {visible(line)}" for line in self.survey.notes[:MOST_LINES])
            yield f"until: [{quoted(_pattern(self.survey.notes[0]))}]"
        if self.survey.marks:
            marks = sorted(self.survey.marks, key=len, reverse=True)
            yield f"marks: [{', '.join(map(quoted, marks))}]"

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
            codes = ", ".join(
                f"{quoted(code)}: {legend.meaning(code) or self.undecided(Undecided.FLAG, code)}"
                for code in survey.flags
            )
            yield f"flags: {{codes: {{{codes}}}}}"


def _pattern(line: str) -> str:
    """A pattern that fits a line by its beginning."""
    beginning = line.split(maxsplit=1)[0][:20]
    return literal(beginning) + "*"


def _key(path: str) -> str:
    stem = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-"
        for letter in PurePath(path).stem
    )
    return stem.strip("-_.") or "table"


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
    named = PurePath(path).name if written is None else _from(written, path)
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


def _from(written: str, path: str) -> str:
    """The path of the table as seen from the folder of the description."""
    return os.path.relpath(path, os.path.dirname(written) or ".").replace(os.sep, "/")  # noqa: PTH120
