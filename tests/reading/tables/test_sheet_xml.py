"""What the XML of a workbook says of its cells, in the forms in which programs write it."""

import time
from contextlib import suppress

import pytest
import xlsxwriter

from edureport.reading.load import load_all
from edureport.reading.tables.sheet_xml import (
    CellFacts,
    NotXmlError,
    cell_facts,
    cell_number,
    extent,
    percent_styles,
    raised_texts,
)

HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
TAIL = "</sheetData></worksheet>"


def cells(*numbers):
    return frozenset(cell_number(row, column) for row, column in numbers)


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="2"><c r="B2" s="1"><v>1</v></c><c r="C2"><f>A1</f></c></row>',
        "<row\n r='2' ><c s='1'\tr='B2' ><v>1</v></c><c r='C2'><f t='shared' si='0'/><v></v></c></row>",
        '<row r="2"><c/><c s="1"><v>1</v></c><c><f>A1</f><v/></c></row>',
        '<row/><row><c/><c s="1"/><c><f>IF(A1&lt;2,1)</f><!-- <v>1</v> --></c></row>',
        '<row r="2"><c r="B2" s="1"><v>1</v></c><c r="C2"><f>A1</f><v> </v></c></row>',
        '<row r="2"><c r="B2" s="1"/><c r="C2"><f>A1</f></c><c t="str"><f>A1</f><v/></c></row>',
        '<row r="2"><c r="B2" s="1"/><c r="C2"><f>A1</f></c><c><f>A1</f><v>5</v></c><c><v>5</v></c></row>',
    ],
)
def test_a_percentage_and_a_formula_without_a_result_are_seen_however_they_are_written(rows):
    expected = CellFacts(cells((1, 1)), cells((1, 2)))
    assert cell_facts(f"{HEAD}{rows}{TAIL}".encode(), frozenset({"1"})) == expected
    for name in ("worksheet", "sheetData", "row", "c", "f", "v"):
        rows = rows.replace(f"<{name}", f"<x:{name}").replace(f"</{name}", f"</x:{name}")
    start = '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    assert cell_facts(f"{start}{rows}</x:worksheet>".encode(), frozenset({"1"})) == expected


def test_how_far_cells_reach():
    part = f'{HEAD}<row r="3"><c r="AB3"/><c/></row><row r="10"><c r="A10"/></row>{TAIL}'
    assert extent(part.encode()) == (10, 29)


def test_styles_of_percentages_are_those_of_cells():
    part = """<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/><numFmt numFmtId="165"
      formatCode='0"%"'/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf/>
      <xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="164"><alignment/></xf></cellXfs></styleSheet>"""
    assert percent_styles(part.encode()) == {"1", "3"}


@pytest.mark.parametrize(
    "part", [b"", b"<worksheet>", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", b"\xff\xfe"]
)
def test_what_is_no_xml_is_refused(part):
    with pytest.raises(NotXmlError):
        extent(part)


def test_raised_signs_are_no_part_of_a_number():
    part = """<sst><si><r><t>254</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>
      <si><r><t>31</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>2)</t></r></si><si><t>2541</t></si>
      <si><r><t>12</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>3</t></r></si></sst>"""
    assert raised_texts(part.encode()) == {"2541": "254¹", "312)": "31 2)"}


def test_a_number_with_a_raised_mark_is_not_read_with_it(observed, refused, tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "made.xlsx")) as book:
        sheet, raised = book.add_worksheet(), book.add_format({"font_script": 1})
        sheet.write_row(0, 0, ["Year", "Value"])
        sheet.write(1, 0, 2024)
        sheet.write_rich_string(1, 1, "254", raised, "1")
    data = (tmp_path / "made.xlsx").read_bytes()
    rest = "indicator: {constant: schools}\nperiod: Year\nvalue: Value\n"
    assert "'254¹' is not a number" in refused(rest, data, "t.xlsx")[0]
    assert observed(rest + "marks: [¹]\n", data, "t.xlsx")[0][4] == "254"


def test_a_sheet_that_is_not_shown_is_not_asked_about(described, tmp_path):
    with xlsxwriter.Workbook(str(tmp_path / "made.xlsx")) as book:
        for name in ("Codes", "Data"):
            book.add_worksheet(name).write_column(0, 0, ["Year", 2024])
            book.get_worksheet_by_name(name).write_column(0, 1, ["Value", 12])
        book.get_worksheet_by_name("Data").activate()
        book.get_worksheet_by_name("Codes").hide()
    rest = "indicator: {constant: schools}\nperiod: Year\nvalue: Value\n"
    path = described(rest, (tmp_path / "made.xlsx").read_bytes(), "t.xlsx")
    (report,) = load_all([str(path)])
    assert report.indicators["schools"].place.sheet == "Data"


@pytest.mark.parametrize(
    "piece",
    ["<row><c/>", "<c><f>", '<c r="A1"><f>1</f>', "<!-- ", "<f", "&lt;", '<c r="AAA', "<t>", "]]>"],
)
def test_twice_the_bytes_take_no_more_than_some_twice_the_time(piece):
    def time_of(count):
        part = (HEAD + piece * count).encode()
        start = time.process_time()
        for read in (extent, raised_texts):
            with suppress(NotXmlError):
                read(part + b"superscript")
        return time.process_time() - start

    once, twice = (min(time_of(count) for _ in range(3)) for count in (10_000, 20_000))
    assert twice < 4 * once + 0.02
