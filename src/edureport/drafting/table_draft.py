"""A first description of a table file: the sheet is surveyed, and what is seen is written down."""

import os
from collections.abc import Sequence
from itertools import islice
from pathlib import PurePath
from typing import NamedTuple

from edureport import prose
from edureport.drafting.described import DescriptionWriter
from edureport.drafting.survey import MOST_ROWS, Survey, survey
from edureport.drafting.yaml_writer import Say
from edureport.errors import ReportError
from edureport.message import message
from edureport.problem import Problem
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits
from edureport.reading.tables.grid import At, Cell, Grid, place
from edureport.reading.tables.opening import open_grid

MOST_TEXTS = 50  # of a column, by which the language is recognised


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
