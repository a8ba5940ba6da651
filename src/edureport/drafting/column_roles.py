"""Column roles: in a first description of a sheet, what each column is, as YAML that a person completes."""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from edureport.drafting.sheet_words import is_total, period_form, sheet_words, year_in
from edureport.drafting.survey import Survey
from edureport.drafting.surveyed_column import SurveyedColumn
from edureport.drafting.yaml_writer import Say, quoted
from edureport.message import message
from edureport.reading.described_file import OPEN
from edureport.reading.tables.grid import Grid
from edureport.reading.tables.header import JOINT

FEW = 12  # different texts of a column that splits what is counted, and names no bodies


class Undecided(StrEnum):
    """What a sheet may leave open."""

    ORGANISATION = "organisation"
    UNIT = "unit"
    INDICATOR = "indicator"
    PERIOD = "period"
    TOTAL = "total"
    SYMBOL = "symbol"
    FLAG = "flag"


class RoleWriter:
    """Writes what the columns of one sheet are; `open` counts what a person must decide."""

    def __init__(self, survey: Survey, path: str, grid: Grid, say: Say) -> None:
        self.survey, self.path, self.grid, self.say = survey, path, grid, say
        self.open = 0
        self.unnamed: set[int] = set()  # columns that the description gives a name
        self.units: list[str] = []  # that a column names

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
