"""Descriptions and tables of an invented city, written where a test can read them."""

import io

import pytest
import xlsxwriter

from edureport.errors import ReportError
from edureport.reading.load import load_all

HEAD = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, language: en}
units: {school: schools, percent: "%", tenge: {en: million tenge, whole: false}}
indicators:
  schools: {label: Schools, unit: school, kind: stock}
  built: {label: Schools built, unit: school, kind: flow}
  share: {label: Share, unit: percent, kind: ratio}
tables:
"""


@pytest.fixture
def head():
    """What stands before the tables."""
    return HEAD


@pytest.fixture
def described(tmp_path):
    """`described(rest, table, name)`: the path of a description of a table with these bytes or this text."""

    def write(rest, table="", name="table.csv", head=HEAD):
        data = table if isinstance(table, bytes) else table.encode()
        (tmp_path / name).write_bytes(data)
        lines = "".join(f"    {line}\n" for line in rest.splitlines())
        path = tmp_path / "described.yaml"
        path.write_text(f"{head}  - file: {name}\n{lines}", encoding="utf-8")
        return path

    return write


@pytest.fixture
def observed(described):
    """The same read: whose, when, of what, which part, the quantity as written, the flags, the cell."""

    def read(rest, table="", name="table.csv", head=HEAD):
        return [
            (
                report.organisation.in_language("en"),
                str(report.period),
                indicator.key,
                figure.category and "/".join(figure.category),
                str(figure.quantity) if hasattr(figure, "quantity") else None,
                tuple(map(str, figure.flags)),
                str(figure.place).rpartition("/")[2],
            )
            for report in load_all([str(described(rest, table, name, head))])
            for indicator in report.indicators.values()
            for figure in indicator.entries
        ]

    return read


@pytest.fixture
def refused(described):
    """`refused(rest, table, name)`: what is said of a description and its table, a line each."""

    def read(rest, table="", name="table.csv", head=HEAD):
        path = described(rest, table, name, head)
        with pytest.raises(ReportError) as error:
            load_all([str(path)])
        return str(error.value).replace(f"{path.parent}/", "").splitlines()

    return read


@pytest.fixture
def workbook():
    """`workbook({"Sheet": [[…], …]})`: the bytes of an .xlsx file; a cell may be a value and a format."""

    def make(sheets, merged=()):
        data = io.BytesIO()
        with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for number, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        value, look = cell if isinstance(cell, tuple) else (cell, None)
                        style = book.add_format({"num_format": look}) if look else None
                        sheet.write(number, column, value, style)
                for area, text in merged:
                    sheet.merge_range(area, text)
        return data.getvalue()

    return make
