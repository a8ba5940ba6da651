"""A document as a workbook, read back by calamine and openpyxl: numbers, looks, sums, charts, paper."""

import io
import re
import zipfile
from datetime import date
from decimal import Decimal

import openpyxl
import pytest
import python_calamine as calamine
from sample import HOSTILE, caption, numbers, publication, tables

from edureport.languages import available
from edureport.languages.values import Counted
from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.output import Choice
from edureport.publication import Phrase, TableBlock
from edureport.table import Column, Kind, Label, Table


@pytest.fixture(scope="session")
def book(piped):
    def write(made):
        return piped(made, Choice("xlsx", None, made.language))

    return write


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def with_table(rows, language="en"):
    """A publication with one table: labels, numbers, units."""
    columns = (
        Column("label", Kind.LABEL, 1),
        Column("value", Kind.QUANTITY, 2),
        Column("unit", Kind.UNIT, 3),
    )
    cells = [
        (label, None if value is None else Quantity.parse(value), Counted(unit, {"other": unit}, None))
        for label, value, unit in rows
    ]
    table = Table("summary", message("group.section", section="T"), language, columns, cells)
    made = publication(language)
    return made._replace(blocks=(TableBlock(caption(1, "Tables / of [all]"), table),))


WHOLE, STATE, PRIVATE = Label("Schools"), Label("State", "Schools"), Label("Private", "Schools")


@pytest.mark.parametrize("language", available())
def test_every_number_is_a_number(book, language):
    made = publication(language)
    read = calamine.CalamineWorkbook.from_filelike(io.BytesIO(book(made)))
    found = [
        cell
        for name in read.sheet_names[1:]
        for row in read.get_sheet_by_name(name).to_python()
        for cell in row
        if isinstance(cell, (int, float))
    ]
    # Percentages are hundredths, rounded outwards to the decimal that is shown.
    known = [*found, *(100 * one for one in found)]
    shown = [float(one) for one in numbers(made)]
    assert [one for one in shown if not any(abs(one - other) < 0.1 for other in known)] == []
    assert {one for one in shown if one.is_integer()} <= set(known)


def test_the_first_sheet_lists_the_tables_as_links(book):
    made = opened(book(publication("kk")))
    assert made.sheetnames == ["Мазмұны", "1-кесте", "2-кесте", "3-кесте"]
    links = {
        cell.value: cell.hyperlink.location for (cell,) in made.worksheets[0]["A1:A20"] if cell.hyperlink
    }
    assert links == {f"{n}-кесте – Мәтін": f"'{n}-кесте'!A1" for n in (1, 2, 3)}


def test_bounds_are_the_looks_of_numbers(book):
    sheet = opened(
        book(with_table([(WHOLE, "more than 300", "school"), (Label("B"), "250", "school")]))
    ).worksheets[1]
    cell = sheet["B4"]
    assert (cell.value, cell.number_format) == (300, '"more than "#,##0')


def test_a_whole_is_the_sum_of_its_exact_parts(book):
    rows = [(WHOLE, "300", "school"), (STATE, "250", "school"), (PRIVATE, "50", "school")]
    data = book(with_table(rows))
    assert opened(data).worksheets[1]["B4"].value == "=SUM(B5:B6)"
    (sheet,) = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).sheet_names[1:]
    read = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name(sheet).to_python()
    assert read[3][1] == 300


@pytest.mark.parametrize(
    ("whole", "part"), [("more than 300", "250"), ("301", "250"), ("300", "about 250"), ("300", None)]
)
def test_a_whole_that_is_no_certain_sum_stays_a_number(book, whole, part):
    rows = [(WHOLE, whole, "school"), (STATE, part, "school"), (PRIVATE, "50", "school")]
    assert opened(book(with_table(rows))).worksheets[1]["B4"].value == Decimal(whole.split()[-1])


def test_a_chart_stands_below_figures_of_one_unit_and_shows_which_are_not_exact(book):
    rows = [(Label("A"), "more than 300", "school"), (Label("B"), "250", "school"), (Label("C"), "7", "room")]
    data = book(with_table(rows))
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        charts = [name for name in parts.namelist() if name.startswith("xl/charts/chart")]
        chart = parts.read(charts[0]).decode()
        drawing = parts.read("xl/drawings/drawing1.xml").decode()
    assert len(charts) == 1
    assert re.findall(r"<c:f>([^<]+)</c:f>", chart)[1:] == ["'1-кесте'!$A$4:$A$5", "'1-кесте'!$B$4:$B$5"]
    points = re.findall(r"<c:dPt>.*?</c:dPt>", chart, re.DOTALL)
    assert ["wdUpDiag" in point for point in points] == [True, False]
    assert 'descr="A: more than 300 school; B: 250 school"' in drawing


def test_a_sheet_is_printed_as_wide_as_a_page_with_its_headings(book):
    for sheet in opened(book(publication("ru"))).worksheets[1:]:
        setup = sheet.page_setup
        assert (setup.paperSize, setup.orientation, setup.fitToHeight) == (9, "landscape", 0)
        assert setup.fitToWidth in (None, 1)  # one unless told
        assert sheet.print_title_rows == "$3:$3"
        assert sheet.freeze_panes == "A4"


def test_dates_are_dates(book):
    sheet = opened(book(publication("en"))).worksheets[2]
    dates = [cell.value.date() for row in sheet.iter_rows() for cell in row if cell.is_date and cell.value]
    assert set(dates) == {date(2025, 12, 31)}


def test_no_text_is_a_formula_or_a_link(book):
    said = '=HYPERLINK("http://example.org")'
    made = publication("en", HOSTILE, said=said)
    for sheet in opened(book(made)).worksheets[1:]:
        for row in sheet.iter_rows():
            assert not [
                cell for cell in row if cell.data_type == "f" and not str(cell.value).startswith("=SUM(")
            ]
            assert not [cell for cell in row if cell.hyperlink]


def test_names_of_sheets_are_allowed_and_no_two_alike(book):
    made = publication("en")
    block = tables(made)[0]
    captions = [
        block.caption._replace(before=before, after="")
        for before in ("[a]:*?/\\", "A     ", "a" * 40, "a" * 40)
    ]
    made = made._replace(blocks=tuple(block._replace(caption=one) for one in captions))
    names = opened(book(made)).sheetnames
    assert len({name.casefold() for name in names}) == 5
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_the_same_data_make_the_same_file(book):
    assert book(publication()) == book(publication())


def test_a_document_without_tables_has_its_contents(book):
    made = publication()._replace(blocks=(), title=Phrase.of("Nothing"))
    assert opened(book(made)).sheetnames == ["Мазмұны"]
