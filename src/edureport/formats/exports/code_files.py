"""The codes of a column as a CSV file: a code a row, and its label in each language."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from edureport.dataset import Dataset, Labels
from edureport.formats import Style
from edureport.formats.delimited import write
from edureport.table import Column

CODE = "code"  # the column beside those of the languages
NEEDED = ("organisation", "indicator", "unit", "kind", "period")  # columns without an empty cell
LISTED = ("organisation", "section", "indicator", "dimension", "member", "unit")


def data_file(dataset: Dataset) -> str:
    """The name of the file with the rows."""
    return f"{dataset.table.name}.csv"


def rows(dataset: Dataset, style: Style) -> str:
    """The rows as CSV, the same as that of `-f csv`."""
    out = io.StringIO(newline="")
    write(dataset.table, out, Style("csv", style.language))
    return out.getvalue()


def listed(dataset: Dataset) -> Iterator[Column]:
    """The columns whose codes have a file of their own."""
    return (column for column in dataset.table.columns if column.key in LISTED)


def code_file(column: str) -> str:
    """The name of the file with the codes of a column."""
    return f"codes-{column}.csv"


def code_files(dataset: Dataset) -> dict[str, str]:
    """The files of all code lists."""
    return {
        code_file(column.key): _text(dataset.codes[column.key], dataset.languages)
        for column in listed(dataset)
    }


def _text(codes: Mapping[str, Labels], languages: Sequence[str]) -> str:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow((CODE, *languages))
    writer.writerows(
        [code, *(labels.get(language, "") for language in languages)] for code, labels in codes.items()
    )
    return out.getvalue()
