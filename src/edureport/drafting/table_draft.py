"""A first description of a table file: the sheet is surveyed, and what is seen is written down."""

import os
from collections.abc import Callable
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from edureport.drafting.described import DescriptionWriter
from edureport.drafting.survey import MOST_ROWS, survey
from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.problem import Problem
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.tables.grid import At, place
from edureport.reading.tables.opening import open_grid


class DescriptionDraft(NamedTuple):
    """A description in YAML, how many columns it names and how much a person must decide."""

    text: str
    columns: int
    open: int


def draft_description(
    path: str, sheet: str | None, written: str | None, say: Callable[[Message], str], language: str
) -> DescriptionDraft:
    """A first description of a table; `written` is the file that it goes into, `say` words its comments.

    Raises ReportError if the file cannot be read, or no table is seen in it.
    """
    grid = open_grid(path, read_bytes(path, path, limits(os.environ)), sheet)
    seen = survey(list(islice(grid.rows(), MOST_ROWS)))
    if seen is None:
        raise ReportError(Problem(message("draft.no_table"), place(grid, At(0, 0))))
    named = PurePath(path).name if written is None else _from(written, path)
    writer = DescriptionWriter(seen, named, grid.sheet, say, grid.other_lines())
    text = "\n".join(writer.lines(language)) + "\n"
    return DescriptionDraft(text, len(seen.columns), writer.open)


def _from(written: str, path: str) -> str:
    """The path of the table as seen from the folder of the description."""
    return os.path.relpath(path, os.path.dirname(written) or ".").replace(os.sep, "/")  # noqa: PTH120
