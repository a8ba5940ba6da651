"""XLSX: real numbers and dates, text that stays text, widths, a frozen header."""

import csv
import io
import re
import zipfile
from decimal import Decimal

import pytest

from edureport import languages
from edureport.languages import catalogue
from edureport.model.quantity import Quantity
from edureport.table import Column, Kind

SOURCE = "data/report_2025q3.yaml"
VALUE = (Column("value", Kind.QUANTITY), Column("value_low", Kind.END))


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()


def test_a_row_of_every_kind(every_kind, written, read_xlsx):
    header, full, empty = read_xlsx(written(every_kind, "xlsx"))
    assert [cell.value for cell in header][:5] == [
        "As written",
        "Indicator",
        "Value: bound",
        "Status",
        "Reason",
    ]
    assert [(cell.kind, cell.value) for cell in full] == [
        ("text", "300-ден астам"),
        ("text", "State schools"),
        ("text", "more than"),
        ("text", "behind"),
        ("text", "no percentage is computed from zero"),
        ("text", "School network"),
        ("text", "schools"),
        ("number", "300"),
        ("number", "300.5"),
        ("number", "-20"),
        ("number", "16.1"),
        ("number", "0.67"),
        ("number", "83.4"),
        ("number", "-10.3"),
        ("number", "19"),
        ("date", "46022"),  # 31 December 2025, in days since the end of 1899
        ("text", "2025-01-01/2025-09-30"),
        ("number", "1234"),
        ("text", "Plan: no due date is stated."),
        ("text", "provisional, estimated"),
    ]
    assert [(cell.kind, cell.value) for cell in empty] == [("text", "Empty")]


def test_for_machines_it_has_the_columns_and_the_values_of_csv(every_kind, written, read_xlsx):
    rows = read_xlsx(written(every_kind, "xlsx", machine=True))
    header, full, empty = csv.reader(io.StringIO(written(every_kind, "csv")))
    assert [cell.value for cell in rows[0]] == header
    assert [cell.value if cell.kind != "date" else "2025-12-31" for cell in rows[1]] == full
    assert [cell.value for cell in rows[2]] == [cell for cell in empty if cell]


def test_machine_goes_with_formats_of_machines_alone(run, tmp_path):
    done = run("summary", SOURCE, "--machine", "-f", "plain")
    assert (done.code, done.text) == (2, "")
    assert done.errors == "edureport: plain is for people; --machine goes with csv, tsv, json, jsonl, xlsx\n"
    assert run("summary", SOURCE, "--machine", "-f", "csv").data == run("summary", SOURCE, "-f", "csv").data
    assert run("summary", SOURCE, "--machine", "-o", tmp_path / "a.xlsx").code == 0


def test_text_is_neither_formula_nor_link(labelled, written, read_xlsx, hostile):
    data = written(labelled(hostile), "xlsx")
    texts = [cell.value for row in read_xlsx(data)[1:] for cell in row if cell.kind == "text"]
    assert texts.count(hostile) >= 6
    assert "<f>" not in part(data, "xl/worksheets/sheet1.xml")
    assert "hyperlink" not in part(data, "xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "text", ["two\nlines", "  spaces  ", "_x0041_", "{=1+1}", "001", "1e5", "TRUE", "x" * 10_000]
)
def test_text_is_kept_as_it_is(labelled, written, read_xlsx, text):
    cells = [cell for row in read_xlsx(written(labelled(text), "xlsx"))[1:] for cell in row]
    assert [cell.value for cell in cells if cell.kind == "text"].count(text) >= 4 or text == "_x0041_"
    assert all(cell.kind == "number" for cell in cells if cell.value == "300")


@pytest.mark.parametrize("number", ["0.0000001", "1200", "-0.5", "123456789012345", "0.1"])
def test_a_number_is_a_number(table, written, read_xlsx, number):
    cells = read_xlsx(written(table([(Quantity(Decimal(number)), Decimal(number))], VALUE), "xlsx"))[1]
    assert [cell.kind for cell in cells] == ["number", "number"]
    assert [Decimal(cell.value) for cell in cells] == [Decimal(number)] * 2


@pytest.mark.parametrize(
    "number", ["12345678901234567890", "0.12345678901234567890", "-100000000000000000001"]
)
def test_a_number_of_more_digits_than_excel_has_keeps_them_as_text(table, written, read_xlsx, number):
    cells = read_xlsx(written(table([(Quantity(Decimal(number)), Decimal(number))], VALUE), "xlsx"))[1]
    assert [(cell.kind, cell.value) for cell in cells] == [("text", number)] * 2


def test_the_header_is_frozen_bold_and_filtered(every_kind, written):
    sheet = part(written(every_kind, "xlsx"), "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert '<autoFilter ref="A1:T3"/>' in sheet
    assert re.search(r'<c r="A1" s="[1-9]', sheet)


def widths(data):
    """The widths of the columns; neighbours of one width are written as one."""
    found = []
    for column in re.findall(r"<col [^>]*>", part(data, "xl/worksheets/sheet1.xml")):
        first, last, width = (
            float(re.search(rf'{name}="([\d.]+)"', column)[1]) for name in ("min", "max", "width")
        )
        found += [width] * int(last - first + 1)
    return found


def test_columns_are_as_wide_as_what_they_hold(labelled, written):
    found = widths(written(labelled("x" * 30), "xlsx"))
    assert 30 <= found[0] <= 35
    assert found[3] < 15  # 300
    assert max(widths(written(labelled("x" * 3000), "xlsx"))) <= 65


def test_a_table_without_rows_is_a_workbook_too(table, written, read_xlsx):
    (header,) = read_xlsx(written(table([]), "xlsx"))
    assert len(header) == 7


@pytest.mark.parametrize("language", languages.available())
def test_names_of_sheets_are_such_as_excel_takes(language):
    words = catalogue.load(language)
    names = [words.word(key) for key in words.words if key.startswith("sheet.")]
    assert names
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


@pytest.mark.parametrize("language", languages.available())
def test_headings_and_codes_are_in_the_language(run, read_xlsx, language):
    words = catalogue.load(language)
    header, first, *_ = read_xlsx(run("summary", SOURCE, "-f", "xlsx", "-l", language).data)
    assert words.word("column.as_written") in [cell.value for cell in header]
    assert words.word("kind.stock") in [cell.value for cell in first]


def test_pandas_reads_it(run, tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    run("targets", SOURCE, "-o", tmp_path / "targets.xlsx")
    frame = pandas.read_excel(tmp_path / "targets.xlsx")
    assert list(frame["Target value"]) == [20, 10]
    assert str(frame["Due"].dtype).startswith("datetime64")
