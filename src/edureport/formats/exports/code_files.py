"""The rows and the codes of a Dataset as CSV files; of codes one a row, and its label in each language."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from edureport.dataset import Dataset
from edureport.formats import Style
from edureport.formats.delimited import write
from edureport.table import Column

CODE = "code"  # the column beside those of the languages
NEEDED = ("organisation", "indicator", "unit", "kind", "period")  # columns without an empty cell
PERIOD = r"\d{4}-\d{2}-\d{2}/\d{4}-\d{2}-\d{2}"  # the pattern of one
LISTED = ("organisation", "section", "indicator", "dimension", "member", "unit")


def data_file(dataset: Dataset) -> str:
    """The name of the file with the rows."""
    return f"{dataset.table.name}.csv"


def listed(dataset: Dataset) -> Iterator[Column]:
    """The columns whose codes have a file of their own."""
    return (column for column in dataset.table.columns if column.key in LISTED)


def code_file(column: str) -> str:
    """The name of the file with the codes of a column."""
    return f"codes-{column}.csv"


def files_with(dataset: Dataset, style: Style, name: str, described: Mapping[str, Any]) -> dict[str, str]:
    """The rows, the same as `-f csv` writes, all code lists, and what describes them under a name."""
    out = io.StringIO(newline="")
    write(dataset.table, out, Style("csv", style.language))
    files = {data_file(dataset): out.getvalue()}
    for column in listed(dataset):
        codes = dataset.codes[column.key].items()
        labels = ([code, *(of.get(language, "") for language in dataset.languages)] for code, of in codes)
        files[code_file(column.key)] = csv_text(((CODE, *dataset.languages), *labels))
    return {**files, name: json.dumps(described, ensure_ascii=False, indent=2) + "\n"}


def csv_text(rows: Iterable[Iterable[str]]) -> str:
    """Rows as CSV."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()
