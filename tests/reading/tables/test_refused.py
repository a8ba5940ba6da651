"""What is wrong with a description or a table: said at its place, all at once, with what to do."""

import errno
import os
import re
import struct
import zipfile
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import duckdb
import pytest

from edureport.reading.tables.grid import BrokenTableError
from edureport.reading.tables.sheet_xml import TooLargeError
from edureport.reading.tables.spreadsheet import Book
from edureport.reading.tables.workbook import Workbook, is_whole

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
PROTECTED = (Path(__file__).parent / "protected.xlsx").read_bytes()
LONG = "indicator: {constant: schools}\nperiod: Year\nvalue: Value\n"
TABLE = "Year,Value\n2024,12\n"
AT = "described.yaml:9:5: "


def utf16(text):
    return text.encode("utf-16-le")


@pytest.mark.parametrize(
    ("rest", "table", "said"),
    [
        (
            LONG.replace("Value", "Values"),
            TABLE,
            AT + "the table has no column 'Values'; did you mean 'Value'?",
        ),
        (LONG.replace("Value", "X"), TABLE, AT + "the table has no column 'X'; it has Year, Value"),
        (
            LONG,
            "Year,Value,Value\n2024,1,2\n",
            AT + "the table has several columns 'Value'; give one of them another name with 'names'",
        ),
        (
            LONG + "header: {has: [Region]}\n",
            TABLE,
            "table.csv:1:1: no row has all of Region; correct 'header' in the description",
        ),
        (
            LONG + "header: 9\n",
            TABLE,
            "table.csv:1:1: there is no row 9; correct 'header' in the description",
        ),
        (LONG, "", "table.csv: holds no data; check that this is the right file and sheet"),
        (LONG, "\n", "table.csv:1:1: holds no data; check that this is the right file and sheet"),
        (
            LONG,
            "Year,Value\n2024,\n",
            "table.csv:2:2: this cell is empty; say with 'symbols' what an empty cell means, as '': missing",
        ),
        (
            LONG,
            TABLE + "2024,12\n",
            "table.csv:3:2: the same figure was given before (table.csv:2:2); if the rows differ",
        ),
        (
            LONG,
            "Year,Value\n,12\n",
            "table.csv:2:2: the column 'Year' is empty in this row; say with 'empty' what",
        ),
        (LONG, "Year,Value\nlast,12\n", "table.csv:2:2: 'last' is not a valid period; write it like "),
        (
            LONG.replace("schools", "shools"),
            TABLE,
            "table.csv:2:2: unknown indicator 'shools', did you mean 'schools'?",
        ),
        (
            LONG + "unit: {constant: pupil}\n",
            TABLE,
            "table.csv:2:2: unknown unit 'pupil'; the units here are school, percent, tenge; add",
        ),
        (
            LONG + "symbols: {x: suppresed}\n",
            TABLE,
            "described.yaml:13:18: 'suppresed' is no meaning of a symbol; did you mean 'suppressed'",
        ),
        (
            LONG + "symbols: {x: no data}\n",
            TABLE,
            "described.yaml:13:18: 'no data' is no meaning of a symbol; write a quantity such as 0, or one",
        ),
        (LONG + "shet: Data\n", TABLE, "described.yaml:13:5: unknown key 'shet', did you mean 'sheet'?"),
        ("period: Year\nvalue: Value\n", TABLE, "described.yaml:9:5: the key 'indicator' is missing"),
        (LONG + "encoding: ascii\n", "Year,Värde\n2024,12\n", "table.csv: is not in the encoding ascii"),
        (
            LONG + "across: {columns: 'Q*', into: what}\n",
            TABLE,
            AT + "the table has no columns that match Q*; correct 'across'",
        ),
    ],
)
def test_a_mistake_is_said_at_its_place(refused, rest, table, said):
    (found,) = refused(rest, table)
    assert found.startswith(said)


def test_all_mistakes_are_said_at_once(refused):
    assert [line.partition(": ")[0] for line in refused(LONG, "Year,Value\n2023,a\n2024,b\n2025,c\n")] == [
        "table.csv:2:2",
        "table.csv:3:2",
        "table.csv:4:2",
    ]


def test_what_is_wrong_with_a_row_is_said_once(refused):
    rest = "across: {columns: [schools, built], into: indicator}\nperiod: Year\n"
    assert len(refused(rest, "Year,schools,built\nlast,1,2\n")) == 1
    rest += "dimensions: {part: Part}\n"
    assert len(refused(rest, "Year,Part,schools,built\n2024,,1,2\n")) == 1


def test_columns_of_one_name_are_said_once(refused):
    rest = "across: {columns: 'sch*', into: indicator}\nperiod: Year\n"
    table = "Year,schools,schools\n2023,1,2\n2024,1,2\n"
    assert refused(rest, table)[0].startswith(AT + "the table has several columns 'schools'")


def test_a_definition_has_no_value_of_its_own(refused, head):
    head = head.replace("unit: school, kind: stock", "unit: school, kind: stock, value: 3")
    (said,) = refused(LONG, TABLE, head=head)
    assert "'schools' has values here and in the tables" in said


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("table.xlsx", b"", "holds no data; check that this is the right file and sheet"),
        ("table.parquet", b"", "holds no data; check that this is the right file and sheet"),
        (
            "table.xlsx",
            OLE + utf16("WordDocument"),
            "is a file of the kind DOC, whatever its name says; open it",
        ),
        ("table.xls", b"<html><table><tr><td>1", "is a file of the kind HTML, whatever its name says"),
        ("table.xls", b"Year\tValue\n2024\t12\n", "is text and no spreadsheet, whatever its name says"),
        ("table.ods", b"Year\tValue\n2024\t12\n", "is text and no spreadsheet, whatever its name says"),
        ("table.parquet", b"Year\tValue\n2024\t12\n", "is text and no spreadsheet"),
        ("table.csv", OLE + utf16("Workbook"), "is a file of the kind XLS, whatever its name says"),
        ("table.xlsx", PROTECTED, "is protected with a password; open it in Excel and save it without one"),
        ("table.xls", PROTECTED, "is protected with a password"),
        ("table.xlsx", b"PK\x03\x04 and no more", "is not a complete spreadsheet"),
        ("table.xls", b"\xd0\xcf\x11\xe0" + bytes(600), "is not a complete spreadsheet"),
        ("table.doc", b"\xd0\xcf\x11\xe0", "is not a table file that can be read; these can: .csv"),
        ("table.pdf", b"%PDF-1.7", "is not a table file that can be read"),
    ],
)
def test_a_file_of_another_kind_is_said_to_be_one(refused, name, data, said):
    (found,) = refused(LONG, data, name)
    assert found.startswith(f"{name}: {said}")


def test_a_sheet_is_named_where_there_are_several(refused, workbook):
    book = workbook({"One": [["Year", "Value"], [2024, 1]], "Two": [["x"]], "Three": []})
    assert refused(LONG, book, "t.xlsx") == [
        "t.xlsx: has several sheets; name one, with --sheet or with 'sheet' in the description: One, Two"
    ]
    assert refused(LONG + "sheet: Tow\n", book, "t.xlsx") == [
        "t.xlsx: has no sheet 'Tow'; did you mean 'Two'?"
    ]


def test_an_empty_workbook_and_half_of_one(refused, workbook):
    book = workbook({"One": []})
    assert refused(LONG, book, "t.xlsx") == [
        "t.xlsx: holds no data; check that this is the right file and sheet"
    ]
    assert "is not a complete spreadsheet" in refused(LONG, book[: len(book) // 2], "t.xlsx")[0]


def test_what_a_library_says_before_it_gives_up_is_not_shown(workbook, capfd):
    """As Rust does of a panic, to the standard error of the process."""
    book = Book("t.xlsx", workbook({"One": [["Year"], [2024]]}))

    def give_up():
        os.write(2, b"thread '<unnamed>' panicked at cfb.rs")
        raise ValueError("no sheet")

    with pytest.raises(BrokenTableError):
        book.asked(give_up)
    os.write(2, b"after")
    assert capfd.readouterr().err == "after"


def test_a_formula_without_a_value_is_no_empty_cell(refused, workbook):
    book = workbook({"One": [["Year", "Value"], [2024, 1]]})
    with zipfile.ZipFile(BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"<v>1</v></c></row></sheetData>", b"<f>A2</f></c></row></sheetData>"
    )
    assert parts["xl/worksheets/sheet1.xml"] != sheet
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    (said,) = refused(LONG, data.getvalue(), "t.xlsx")
    assert said.startswith("t.xlsx:One!B2: the result of the formula in this cell is not in the file")


def test_files_by_a_pattern(described, tmp_path):
    from edureport.reading.load import load_all

    path = described(LONG, TABLE, "q1.csv")
    (tmp_path / "q2.csv").write_text("Year,Value\n2025,13\n")
    path.write_text(path.read_text().replace("file: q1.csv", "file: 'q*.csv'"))
    assert [str(report.period)[:4] for report in load_all([str(path)])] == ["2024", "2025"]


@pytest.mark.parametrize("cell", ["<c><v>1</v></c>", "<c/>", "<x:c/>", "<c r = 'CV1'/>", '<c\nr="CV1"/>'])
def test_cells_that_reach_too_far_are_refused_however_they_are_written(refused, workbook, cell):
    book = workbook({"One": [["Year", "Value"], [2024, 1]]})
    with zipfile.ZipFile(BytesIO(book)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    far = f'<row r="1">{cell * 400}</row><row r="600000"><c r="A600000"><v>1</v></c></row></sheetData>'
    sheet = parts["xl/worksheets/sheet1.xml"]
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(b"</sheetData>", far.encode())
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    (said,) = refused(LONG, data.getvalue(), "t.xlsx")
    assert "20,000,000 cells" in said


def test_a_folder_that_cannot_be_read_to_its_end_has_no_fewer_files(described, tmp_path, monkeypatch):
    from edureport.errors import ReportError
    from edureport.reading.load import load_all

    path = described(LONG, TABLE, "q1.csv")
    path.write_text(path.read_text().replace("file: q1.csv", "file: 'q*.csv'"))

    scandir = os.scandir

    class Broken:
        def __init__(self, folder):
            self.entries = scandir(folder)

        def __enter__(self):
            return self

        def __exit__(self, *_):
            self.entries.close()

        def __iter__(self):
            yield from self.entries
            raise OSError(errno.EIO, "")

    monkeypatch.setattr("os.scandir", Broken)
    with pytest.raises(ReportError, match=f"^{tmp_path}: .*EIO"):
        load_all([str(path)])


def test_a_sheet_that_unpacks_without_end_is_refused_before_it_is(refused, monkeypatch):
    for module in ("workbook", "spreadsheet"):
        monkeypatch.setattr(f"edureport.reading.tables.{module}.MOST_UNPACKED", 4 * 2**20)
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        for number in range(9):
            book.writestr(f"xl/worksheets/sheet{number}.xml", bytes(2**20))
    assert "takes more than 4 MiB" in refused(LONG, data.getvalue(), "t.xlsx")[0]


def old_office(next_sector, length=0):
    """A file of one sector of numbers of sectors and a directory of one entry."""
    header = bytearray(512)
    header[:8], header[28:34] = OLE[:8], b"\xfe\xff\x09\0\x06\0"
    header[44:48], header[48:52] = (1).to_bytes(4, "little"), (1).to_bytes(4, "little")
    header[60:64], header[68:72] = b"\xfe\xff\xff\xff", b"\xfe\xff\xff\xff"
    header[76:] = (0).to_bytes(4, "little") + b"\xff" * 432
    table = [0xFFFFFFFD, next_sector, *([0xFFFFFFFF] * 126)]
    entry = bytes(120) + length.to_bytes(8, "little")
    return bytes(header) + b"".join(one.to_bytes(4, "little") for one in table) + entry.ljust(512, b"\0")


@pytest.mark.parametrize(
    ("data", "whole"),
    [
        (old_office(0xFFFFFFFE), True),
        (old_office(1), False),
        (old_office(0xFFFFFFFE, 2**31), False),
        (PROTECTED, True),
        (OLE, False),
    ],
)
def test_an_old_file_that_has_no_end_is_not_followed(data, whole):
    """calamine would ask for more memory than there is, which ends the program."""
    assert is_whole(data) is whole


def test_texts_that_are_said_to_be_there_get_no_room(refused, workbook):
    with zipfile.ZipFile(BytesIO(workbook({"One": [["Year", "Value"], [2024, 1]]}))) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    strings = parts["xl/sharedStrings.xml"]
    parts["xl/sharedStrings.xml"] = re.sub(rb'uniqueCount="\d+"', b'uniqueCount="4000000000"', strings)
    assert parts["xl/sharedStrings.xml"] != strings
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as new:
        for name, part in parts.items():
            new.writestr(name, part)
    assert "is not a complete spreadsheet" in refused(LONG, data.getvalue(), "t.xlsx")[0]


def test_a_sheet_of_nearly_nothing_gets_no_room(refused, workbook):
    rows = [["Year", "Value"], *([2024] for _ in range(150))]
    rows[-1] = [""] * 16_000 + [1]
    assert "20,000,000 cells" in refused(LONG, workbook({"One": rows}), "t.xlsx")[0]


def test_a_text_that_a_parquet_file_repeats_is_not(refused, tmp_path):
    path = tmp_path / "made.parquet"
    duckdb.sql("SELECT 2024 AS Year, repeat('x', 20000) AS Value FROM range(9)").write_parquet(str(path))
    assert "more than 10,000 characters in one cell" in refused(LONG, path.read_bytes(), "t.parquet")[0]


def test_a_sheet_that_is_packed_as_no_program_packs_one_is_not_unpacked(refused):
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("content.xml", b" " * 12 * 2**20)
    assert "100 times its size" in refused(LONG, data.getvalue(), "t.ods")[0]


def test_an_old_encoding_is_named(observed, refused):
    table = "Year;Город;Value\n2024;Үлгі;12\n".replace("Үлгі", "Пример").encode("windows-1251")
    rest = LONG + "organisation: Город\n"
    assert refused(rest, table)[0].endswith("in the description, e.g. encoding: windows-1251")
    assert observed(rest + "encoding: windows-1251\n", table)[0][0] == "Пример"


@pytest.mark.parametrize("year", ["2024", "{}"])
def test_more_figures_than_there_is_room_for_end_the_reading(refused, monkeypatch, year):
    monkeypatch.setattr("edureport.reading.tables.observations.MOST_CELLS", 10)
    table = "Year,Value\n" + "".join(f"{year.format(1900 + number)},1\n" for number in range(200))
    said = refused(LONG, table)
    assert said[-1].startswith("table.csv:12:1: more than 10 figures; divide the table")
    assert len(said) <= 11


def old_sheets(*sheets):
    """An old workbook with cells at these rows and columns of each sheet; 0 stands in all of them."""
    cells = [
        [struct.pack("<HHHHHd", 0x0203, 14, row, column, 0, 0.0) for row, column in one] for one in sheets
    ]
    parts = (b"".join((b"\x09\x08\4\0\0\6\x10\0", *one, b"\x0a\0\0\0")) for one in cells)
    stream = b"".join(parts).ljust(4096, b"\0")
    head, sectors = bytearray(old_office(0xFFFFFFFE)), -(-len(stream) // 512)
    chain = [*range(3, 2 + sectors), 0xFFFFFFFE]
    head[520 : 520 + 4 * sectors] = struct.pack(f"<{sectors}I", *chain)
    name = utf16("WorkBook")
    head[1152:1280] = struct.pack("<64sHH48xII4x", name, len(name) + 2, 2, 2, len(stream))
    return bytes(head) + stream.ljust(sectors * 512, b"\0")


@pytest.mark.parametrize(
    ("sheets", "fits"),
    [
        ([[(0, 0), (65_535, 255)]], False),
        ([[(0, 0)], [(65_535, 255), (0, 0), (3, 3)]], False),
        ([[(0, 0), (9, 9)]], True),
        ([[(0, 0)], [(65_535, 255)]], True),  # each by itself is small
        ([[(row, row % 4) for row in range(300)], [(0, 255)]], True),
    ],
)
def test_an_old_sheet_of_hardly_any_cells_is_refused_before_room_is_made_for_those_between(sheets, fits):
    with nullcontext() if fits else pytest.raises(TooLargeError):
        Workbook(old_sheets(*sheets))
