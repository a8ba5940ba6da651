"""Files with a tidy table: the reports in it."""

from collections.abc import Callable, Sequence
from pathlib import PurePath

from edureport.errors import ReportError
from edureport.model.report import Report
from edureport.problem import Problems
from edureport.reading.files import as_argument
from edureport.reading.tables.chosen import Chosen
from edureport.reading.tables.grid import BrokenTableError, Grid, text_of
from edureport.reading.tables.opening import open_grid
from edureport.reading.tables.parquet import Parquet
from edureport.reading.tables.sdmx import Translated, is_sdmx
from edureport.reading.tables.tidy import MOST_ROWS, TidyRow, is_tidy, statements
from edureport.reading.tables.tidy_reports import reports

_FIRST = (
    b"organisation,",
    b"\xef\xbb\xbforganisation,",
    b"STRUCTURE,",
)  # what those that `data` writes begin with


def tidy_reports(
    path: str, data: bytes, chosen: Chosen | None = None, *, large: Callable[[str], Parquet] | None = None
) -> list[Report]:
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


def _of_large(path: str, grid: Parquet, chosen: Chosen | None) -> list[Report]:
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


def _made(path: str, found: Sequence[TidyRow], problems: Problems) -> list[Report]:
    made = reports(path, found, problems)
    if problems:
        raise ReportError.all_of(problems)
    if not made:
        raise ReportError.at(path, "tidy.nothing")
    return made


def _opened(path: str, data: bytes) -> Grid:
    suffix = PurePath(path).suffix.lower()
    if suffix == ".tsv":
        from edureport.reading.tables.tab_separated import TabSeparated

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
