"""A first description of a sheet, as a YAML file that a person completes."""

from collections.abc import Iterator
from pathlib import PurePath

from edureport.drafting.column_roles import RoleWriter, Undecided, literal
from edureport.drafting.legend import SymbolLegend
from edureport.drafting.surveyed_column import SurveyedColumn
from edureport.drafting.yaml_text import quoted
from edureport.languages.visible import visible
from edureport.problem import column_letters
from edureport.reading.described_file import OPEN
from edureport.reading.report_keys import VERSION

MOST_SYMBOLS = 20  # that are listed; more are no symbols
MOST_LINES = 6  # of titles and notes that are quoted


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
