"""Files with a tidy table: the reports in it."""

from pathlib import PurePath

from edureport.errors import ReportError
from edureport.message import message
from edureport.model.report import Report
from edureport.problem import Place, Problem, Problems
from edureport.reading.files import as_argument
from edureport.reading.tables.grid import Grid, text_of
from edureport.reading.tables.opening import open_grid
from edureport.reading.tables.sdmx import Translated, is_sdmx
from edureport.reading.tables.tidy import is_tidy, statements
from edureport.reading.tables.tidy_reports import reports

_FIRST = (
    b"organisation,",
    b"\xef\xbb\xbforganisation,",
    b"STRUCTURE,",
)  # what those that `data` writes begin with


def tidy_reports(path: str, data: bytes) -> list[Report]:
    """The reports in a table that `edureport data` wrote, or that has its columns.

    Raises ReportError with every mistake in it, or if it is another table, which needs a description.
    """
    grid = _opened(path, data)
    if is_sdmx([text_of(cell) for cell in next(iter(grid.rows()), ())]):
        grid = Translated(grid)
    rows = grid.rows()
    names = [text_of(cell) for cell in next(rows, ())]
    if not is_tidy(names):
        raise ReportError(Problem(message("table.undescribed", file=as_argument(path)), Place(path)))
    problems = Problems()
    found = statements(grid, rows, names, problems)
    made = reports(path, found, problems)
    if problems:
        raise ReportError.all_of(problems)
    if not made:
        raise ReportError(Problem(message("tidy.nothing"), Place(path)))
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
        raise ReportError(
            Problem(message("table.undescribed_sheets", file=as_argument(path), known=sheets), Place(path))
        ) from None
