"""Files with a tidy table, or with SDMX-CSV, as `edureport data` writes it: the reports in them.

A row does not say on which period the report is that states it. Figures for an earlier period become
the report on that period, unless another report of the table is on it: then they are what the later
report says of it.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath
from types import MappingProxyType

from edureport.errors import ReportError
from edureport.model import report as model
from edureport.model.period import Period
from edureport.near import unknown
from edureport.problem import Problem, Problems
from edureport.reading.files import as_argument
from edureport.reading.tables import Chosen
from edureport.reading.tables.grid import At, BrokenTableError, Cell, Grid, place, text_of
from edureport.reading.tables.opening import open_grid
from edureport.reading.tables.parquet import Parquet
from edureport.reading.tables.tidy import MOST_ROWS, TidyRow, is_tidy, statements
from edureport.sdmx import HEAD, IDENTIFIED, NONE, REPORT, STATUS, TOTAL, column_of, key_of

_ACTIONS = ("I", "A", "M", "R")  # information, append, merge, replace: a row that is stated
_MADE_OF_OTHERS = {*HEAD, STATUS, REPORT}  # of other columns
_KAZAKH, _CYRILLIC = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"), re.compile("[Ѐ-ӿ]")
_JOINT = " – "  # between the labels of a part and of a part of it
_ADDRESS = re.compile("https?://")
_FIRST = (
    b"organisation,",
    b"\xef\xbb\xbforganisation,",
    b"STRUCTURE,",
)  # what those that `data` writes begin with


def is_sdmx(names: Sequence[Cell]) -> bool:
    """Whether a table with these names of columns is SDMX-CSV 2.0."""
    return tuple(names[: len(HEAD)]) == HEAD


class Translated(Grid):
    """The same cells at the same places, under the names and with the keys of a tidy table."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self.path, self.sheet = grid.path, grid.sheet

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows; ReportError at a row that deletes what another file states."""
        rows = self._grid.rows()
        names = list(next(rows, ()))
        yield ["" if name in _MADE_OF_OTHERS else column_of(str(name)) for name in names]
        read = [_reader(str(name)) for name in names]
        for number, row in enumerate(rows, start=1):
            action = str(row[2]) if len(row) > 2 else ""
            if action not in _ACTIONS and any(row):
                raise ReportError.at(place(self._grid, At(number, 2)), unknown("tidy.word", action, _ACTIONS))
            yield [one(cell) for one, cell in zip(read, row, strict=False)]


def _reader(name: str) -> Callable[[Cell], Cell]:
    if column_of(name) in IDENTIFIED:
        return lambda cell: "" if cell in (TOTAL, NONE) else key_of(str(cell))
    if name in _MADE_OF_OTHERS:
        return lambda _: ""
    return lambda cell: cell


def reports_of(path: str, found: Sequence[TidyRow], problems: Problems) -> list[model.Report]:
    """The reports in the order of the rows; contradictions between rows are noted."""
    language = _language(found)
    bodies: dict[str, list[TidyRow]] = {}
    for one in found:
        bodies.setdefault(one.organisation, []).append(one)
    return [
        _Maker(path, language, own, period, problems).report()
        for rows in bodies.values()
        for period, own in _by_report(rows).items()
    ]


def _by_report(rows: Sequence[TidyRow]) -> dict[Period, list[TidyRow]]:
    """The rows of one organisation by the period of the report that they become a part of."""
    latest: dict[str | None, Period] = {}
    speakers: dict[Period, set[str | None]] = {}
    for one in rows:
        known = latest.get(one.report)
        if known is None or known.order < one.period.order:
            latest[one.report] = one.period
        speakers.setdefault(one.period, set()).add(one.report)
    by_report: dict[Period, list[TidyRow]] = {}
    for one in rows:
        alone = len(speakers[one.period]) == 1
        by_report.setdefault(one.period if alone else latest[one.report], []).append(one)
    return by_report


def _language(found: Iterable[TidyRow]) -> str:
    """The language of the labels, by their letters."""
    cyrillic = False
    texts = dict.fromkeys(text for one in found for text in (one.label, one.organisation_label) if text)
    for text in texts:
        if _KAZAKH.search(text):
            return "kk"
        cyrillic = cyrillic or bool(_CYRILLIC.search(text))
    return "ru" if cyrillic else "en"


class _Maker:
    """Makes one report."""

    def __init__(
        self, path: str, language: str, rows: Sequence[TidyRow], period: Period, problems: Problems
    ) -> None:
        self.path, self.language, self.rows, self.period = path, language, rows, period
        self.problems = problems
        self.units: dict[tuple[str, str], model.Unit] = {}

    def report(self) -> model.Report:
        first = self.rows[0]
        by_indicator: dict[str, list[TidyRow]] = {}
        for one in self.rows:
            by_indicator.setdefault(one.indicator, []).append(one)
        sections = {
            one.section: model.Section(one.section, self.text(one.section))
            for one in self.rows
            if one.section
        }
        indicators = {key: self.indicator(rows, sections) for key, rows in by_indicator.items()}
        source = None
        if first.source or first.published:
            url = first.source if first.source and _ADDRESS.match(first.source) else None
            title = self.text(first.source) if first.source and not url else None
            source = model.Source(title, first.published, url)
        return model.Report(
            id=f"{first.organisation}-{self.period}".replace("/", "-"),
            organisation=self.text(first.organisation_label or first.organisation),
            organisation_id=first.organisation,
            area=next((one.area for one in self.rows if one.area), None),
            period=self.period,
            language=self.language,
            source=source,
            units=MappingProxyType({key: unit for (key, _), unit in self.units.items()}),
            sections=MappingProxyType(sections),
            indicators=MappingProxyType(indicators),
            targets=MappingProxyType({}),
            path=self.path,
        )

    def text(self, text: str) -> model.Text:
        return model.Text.of({self.language: text}, self.language)

    def unit(self, one: TidyRow) -> model.Unit:
        kind = one.measure
        known = self.units.get((one.unit, kind))
        if known is None:
            named = kind != "percent" or one.unit.casefold() in model.PERCENT_WORDS
            forms = {self.language: {"other": one.unit if named else "%"}}
            known = self.units[one.unit, kind] = model.Unit(one.unit, forms, self.language, kind == "count")
        return known

    def indicator(self, rows: Sequence[TidyRow], sections: dict[str, model.Section]) -> model.Indicator:
        first = rows[0]
        figures: list[model.Observation] = []
        blanks: list[model.Blank] = []
        seen: dict[tuple[model.Category | None, Period], TidyRow] = {}
        for one in rows:
            before = seen.setdefault((one.category, one.period), one)
            if before is not one:
                self.problems.note(Problem.at(one.row, "table.twice", first=before.row))
            for what in ("unit", "kind"):
                mine, other = getattr(one, what), getattr(first, what)
                if mine != other:
                    values = {"indicator": one.indicator, "word": str(mine), "other": str(other)}
                    self.problems.note(Problem.at(one.row, f"tidy.two_{what}s", **values, first=first.row))
            if one.quantity is not None:
                figure = model.Observation(one.period, one.quantity, one.place, one.category, one.as_written)
                figures.append(figure._replace(flags=one.flags) if one.flags else figure)
            elif one.category or one.flags:
                blanks.append(model.Blank(one.place, one.category, len(figures), one.as_written, one.flags))
        whole = next((one for one in rows if one.category is None), None)
        section = next((one.section for one in rows if one.section), None)
        return model.Indicator(
            key=first.indicator,
            label=self.text((whole and whole.label) or first.indicator),
            section=sections[section] if section else None,
            unit=self.unit(next((one for one in rows if one.quantity), first)),
            kind=first.kind,
            better=next((one.better for one in rows if one.better), None),
            breakdowns=self.breakdowns(rows),
            observations=model.Figures(figures),
            note=None,
            period=self.period,
            place=(whole or first).place,
            blanks=tuple(blanks),
        )

    def breakdowns(self, rows: Sequence[TidyRow]) -> dict[str, model.Breakdown]:
        """How the rows split the indicator; the labels of parts of a part begin with those of the part."""
        labels = {one.category: one.label or one.category.member for one in rows if one.category}
        members: dict[str, dict[str, model.Text]] = {}
        complete: dict[str, bool] = {}
        of: dict[str, model.Category | None] = {}
        unnamed: list[model.Category] = []
        for one in rows:
            if one.category is None:
                continue
            dimension = one.category.dimension
            if dimension not in of:
                of[dimension] = _above(dimension, labels)
            above, label = of[dimension], labels[one.category]
            if above is not None:
                if above not in labels:  # its own row has been left out
                    labels[above] = label.rpartition(_JOINT)[0] or above.member
                    unnamed.append(above)
                label = label.removeprefix(f"{labels[above]}{_JOINT}")
            members.setdefault(dimension, {})[one.category.member] = self.text(label)
            complete[dimension] = one.complete
        for part in unnamed:  # grows by those above them
            members.setdefault(part.dimension, {})[part.member] = self.text(labels[part])
            complete.setdefault(part.dimension, False)
            if part.dimension not in of:
                of[part.dimension] = above = _above(part.dimension, labels)
                if above is not None and above not in labels:
                    labels[above] = above.member
                    unnamed.append(above)
        beside = Counter(of.values())
        return {
            key: model.Breakdown(key, None, complete[key], found, of[key], beside[of[key]] > 1)
            for key, found in members.items()
        }


def _above(dimension: str, known: Iterable[model.Category]) -> model.Category | None:
    """The part that a dimension splits: that of `ownership/private/level` is private; None for the whole."""
    if "/" not in dimension:
        return None
    for one in known:
        rest = dimension.removeprefix(f"{one.dimension}/{one.member}/")
        if rest != dimension and "/" not in rest:
            return one
    above, member, _ = dimension.rsplit("/", 2) if dimension.count("/") > 1 else ("", "", "")
    return model.Category(above, member) if above else None


def tidy_reports(
    path: str, data: bytes, chosen: Chosen | None = None, *, large: Callable[[str], Parquet] | None = None
) -> list[model.Report]:
    """The reports in a table that `edureport data` wrote, or that has its columns.

    Of a Parquet file `data` is the beginning, and of what is as `large` as that and has a way of its own to
    be asked; of those nothing but what is `chosen` is made, as if they had no other indicators.

    Raises ReportError with every mistake in it, or if it is another table, which needs a description.
    """
    try:
        grid = large(path) if large else _opened(path, data)
    except BrokenTableError as error:
        raise ReportError.at(path, error.message) from None
    if isinstance(grid, Parquet):
        return _of_large(path, grid, chosen)
    if is_sdmx([text_of(cell) for cell in next(iter(grid.rows()), ())]):
        grid = Translated(grid)
    rows = grid.rows()
    names = [text_of(cell) for cell in next(rows, ())]
    if not is_tidy(names):
        raise ReportError.at(path, "table.undescribed", file=as_argument(path))
    problems = Problems()
    return _made(path, statements(grid, enumerate(rows, start=1), names, problems), problems)


def _of_large(path: str, grid: Parquet, chosen: Chosen | None) -> list[model.Report]:
    problems = Problems()
    try:
        if is_sdmx(grid.names):
            rows = (translated := Translated(grid)).rows()
            names = [text_of(cell) for cell in next(rows, ())]
            return _made(path, statements(translated, enumerate(rows, start=1), names, problems), problems)
        if not is_tidy(grid.names):
            raise ReportError.at(path, "table.undescribed", file=as_argument(path))
        if chosen is None and grid.count() > MOST_ROWS:  # before a million of them are made
            raise ReportError.at(path, "tidy.too_many", limit=MOST_ROWS)
        if chosen is not None:
            keys = chosen.exact or chosen.fitting(grid.distinct("indicator"))
            grid.choose(_read(grid.names), "indicator", keys)
        found = statements(grid, grid.numbered(), grid.names, problems)
        if chosen is not None and not problems and chosen.unfitting({row.indicator for row in found}):
            there = grid.distinct("indicator")
            chosen.known.update(there)
            if there and not found:
                return []
            if not there:  # no rows, or none that says what it is about
                grid.choose_all()
                found = statements(grid, grid.numbered(), grid.names, problems)
    except BrokenTableError as error:
        raise ReportError.at(path, error.message) from None
    return _made(path, found, problems)


def _read(names: Sequence[str]) -> list[str]:
    """The columns of a table that are read, or told to be unknown; not those that repeat what others say.

    Where a figure begins says what it measures, if nothing else does.
    """
    repeated = {"period_start", "period_end", *(("value_low",) if "measure" in names else ())}
    return [name for name in names if name not in repeated]


def _made(path: str, found: Sequence[TidyRow], problems: Problems) -> list[model.Report]:
    made = reports_of(path, found, problems)
    if problems:
        raise ReportError.all_of(problems)
    if not made:
        raise ReportError.at(path, "tidy.nothing")
    return made


def _opened(path: str, data: bytes) -> Grid:
    suffix = PurePath(path).suffix.lower()
    if suffix == ".tsv":
        from edureport.reading.tables.delimited import TabSeparated

        found = TabSeparated(path, data)
        return found if is_tidy(next(iter(found.rows()), ())) else open_grid(path, data)
    if suffix in (".csv", "") and data.startswith(_FIRST):
        from edureport.reading.tables.delimited import Delimited

        return Delimited(path, data, ",", None)
    try:
        return open_grid(path, data)
    except ReportError as error:
        (problem, *_) = error.problems
        if problem.message.key != "table.which_sheet":
            raise
        sheets = problem.message.values["known"]
        raise ReportError.at(path, "table.undescribed_sheets", file=as_argument(path), known=sheets) from None
