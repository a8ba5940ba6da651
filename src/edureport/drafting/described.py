"""A first description of a sheet, as a YAML file that a person completes."""

from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from pathlib import PurePath

from edureport.drafting.legend import SymbolLegend
from edureport.drafting.sheet_words import is_total, period_form, sheet_words, year_in
from edureport.drafting.survey import Survey
from edureport.drafting.surveyed_column import SurveyedColumn
from edureport.drafting.yaml_text import quoted
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.problem import column_letters
from edureport.reading.described_file import OPEN
from edureport.reading.report_keys import VERSION
from edureport.reading.tables.header import JOINT

FEW = 12  # different texts of a column that splits what is counted, and names no bodies
MOST_SYMBOLS = 20  # that are listed; more are no symbols
MOST_LINES = 6  # of titles and notes that are quoted


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

    def __init__(
        self,
        survey: Survey,
        path: str,
        sheet: str | None,
        say: Callable[[Message], str],
        elsewhere: Sequence[str] = (),
    ) -> None:
        """`elsewhere` are lines of other sheets, which may explain symbols."""
        self.survey = survey
        self.elsewhere = elsewhere
        self.path = path
        self.sheet = sheet
        self.say = say
        self.open = 0
        self.unnamed: set[int] = set()  # columns that the description gives a name
        self.units: list[str] = []  # that a column names

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
        if self.sheet is not None:
            yield f"sheet: {quoted(self.sheet)}"
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
            names = ", ".join(quoted(_literal(column.name)) for column in values)
            by = f', by: "{JOINT}"' if len(into) > 1 else ""
            if into == ("indicator",):
                self.open += 1
                yield from self.comment("draft.table_across")
            yield f"across: {{columns: [{names}]{by}, into: [{', '.join(into)}]}}"
        yield from self.period(when, into)
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

    def period(self, when: SurveyedColumn | None, into: tuple[str, ...]) -> Iterator[str]:
        """Where the period of a value stands."""
        forms = {column.form for column in self.survey.values}
        if when is not None:
            yield f"period: {quoted(when.name)}"
        elif "period" in into:
            form = forms.pop() if len(forms) == 1 else None
            yield f"period: {{column: period, as: {form}}}" if form else "period: period"
        else:
            year = year_in((*self.survey.titles, *(column.name for column in self.survey.columns)))
            yield f"period: {{constant: {quoted(year) if year else self.undecided(Undecided.PERIOD)}}}"

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

    def symbols(self, language: str) -> Iterator[str]:
        """What stands in place of values, and behind them; what a legend explains is filled in."""
        survey = self.survey
        legend = SymbolLegend((*survey.titles, *survey.notes, *self.elsewhere), language)
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


def _pattern(line: str) -> str:
    """A pattern that fits a line by its beginning."""
    beginning = line.split(maxsplit=1)[0][:20]
    return _literal(beginning) + "*"


def _literal(text: str) -> str:
    """A pattern that fits a text and no other."""
    return "".join(f"[{sign}]" if sign in "*?[" else sign for sign in text)


def _key(path: str) -> str:
    stem = "".join(
        letter if letter.isascii() and (letter.isalnum() or letter in "-_.") else "-"
        for letter in PurePath(path).stem
    )
    return stem.strip("-_.") or "table"
