"""SDMX-CSV 2.0, as `edureport data -f sdmx-csv` writes it, as the tidy table that it was made of."""

from collections.abc import Callable, Iterator, Sequence

from edureport.errors import ReportError
from edureport.near import unknown
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.sdmx import HEAD, IDENTIFIED, NONE, REPORT, STATUS, TOTAL, column_of, key_of

_ACTIONS = ("I", "A", "M", "R")  # information, append, merge, replace: a row that is stated
_MADE = {*HEAD, STATUS, REPORT}  # of other columns


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
        yield ["" if name in _MADE else column_of(str(name)) for name in names]
        read = [_reader(str(name)) for name in names]
        for number, row in enumerate(rows, start=1):
            action = str(row[2]) if len(row) > 2 else ""
            if action not in _ACTIONS and any(row):
                raise ReportError.at(place(self._grid, At(number, 2)), unknown("tidy.word", action, _ACTIONS))
            yield [one(cell) for one, cell in zip(read, row, strict=False)]


def _reader(name: str) -> Callable[[Cell], Cell]:
    """What a cell under this name means."""
    if column_of(name) in IDENTIFIED:
        return lambda cell: "" if cell in (TOTAL, NONE) else key_of(str(cell))
    if name in _MADE:
        return lambda _: ""
    return lambda cell: cell
