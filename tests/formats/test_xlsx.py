"""XLSX: numbers that look like what is said of them, text that stays text, a sheet that prints well."""

import csv
import io
import re
import zipfile
from decimal import Decimal
from importlib import import_module

import pytest

from edureport import languages
from edureport.commands import TABLES
from edureport.errors import UsageError
from edureport.formats import xlsx
from edureport.formats.cells import heading
from edureport.languages import catalogue
from edureport.languages.values import Difference, Thousands
from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.table import Column, Kind, Label

SOURCE = "data/report_2025q3.yaml"
VALUE = (Column("value", Kind.QUANTITY, people=1), Column("value_low", Kind.END, people=2))
EXACT = "#,##0"
SIGNED = '"+"#,##0;"−"#,##0;#,##0'


def part(data, name):
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return book.read(name).decode()


def below(rows):
    """The rows below the title, a free one and the headings."""
    return rows[2:]


def test_a_row_of_every_kind(every_kind, written, read_xlsx):
    title, header, full, empty = read_xlsx(written(every_kind, "xlsx"))
    assert [cell.value for cell in title] == ["Title"]
    shown = [(cell.kind, cell.value, cell.look) for cell in full]
    names = dict(zip([cell.value for cell in header], shown, strict=True))
    expected = {
        "As written": ("text", "300-ден астам", ""),
        "Indicator": ("text", "State schools", ""),
        "Status": ("text", "behind", ""),
        "Section": ("text", "School network", ""),
        "Unit": ("text", "schools", ""),
        "Value": ("number", "300", '"more than "#,##0'),
        "Value: from": ("number", "300.5", "#,##0.0"),
        "Remaining": ("number", "-20", '#,##0;"−"#,##0;#,##0'),
        "Expected by now": ("number", "16.1", "#,##0.0"),
        "Pace": ("number", "0.67", "#,##0.00"),
        "Share": ("number", "0.834", "#,##0.0%"),
        "Change, %": ("number", "-0.103", '"+"#,##0.0%;"−"#,##0.0%;#,##0.0%'),
        "Change": ("number", "19", SIGNED),
        "Due": ("date", "46022", "d mmm yyyy"),  # 31 December 2025, in days since the end of 1899
        "Period": ("text", "January–September 2025", ""),
        "Line": ("number", "1234", EXACT),
    }
    assert {name: names[name] for name in expected} == expected
    assert [(cell.kind, cell.value) for cell in empty if cell.value] == [
        ("text", "Empty"),
        ("text", "no data"),
    ]


@pytest.mark.parametrize(
    ("language", "amount", "value", "look"),
    [
        ("en", Quantity.parse("more than 300"), "300", '"more than "#,##0'),
        ("ru", Quantity.parse("more than 300"), "300", '"более "#,##0'),
        ("kk", Quantity.parse("more than 300"), "300", '#,##0"-ден астам"'),
        ("en", Thousands(Decimal(120_500), "more_than"), "120500", '"more than "#,##0.0," thousand"'),
        ("kk", Thousands(Decimal(120_000), "more_than"), "120000", '#,##0,"\u00a0мыңнан астам"'),
        ("en", Quantity.parse("about 1234.50"), "1234.5", '"about "#,##0.00'),
        (
            "en",
            Quantity.parse("less than -5"),
            "-5",
            '"less than "#,##0;"less than −"#,##0;"less than "#,##0',
        ),
        ("en", Quantity.parse("0"), "0", EXACT),
    ],
)
def test_a_bound_is_said_by_the_format_of_a_real_number(
    table, written, read_xlsx, language, amount, value, look
):
    data = written(table([(amount, None)], VALUE, language=language), "xlsx", language=language)
    (cell,) = below(read_xlsx(data))[0]
    assert (cell.kind, cell.value, cell.look) == ("number", value, look)


@pytest.mark.parametrize(
    ("change", "value", "look"),
    [
        (
            Difference(Decimal(50), "more_than"),
            "50",
            '"more than +"#,##0;"more than −"#,##0;"more than "#,##0',
        ),
        (Difference(Decimal("-2.5"), "exact", points=True), "-2.5", None),
        (Difference(Decimal(0), "exact"), "0", SIGNED),
    ],
)
def test_a_change_keeps_its_sign_in_the_format(table, written, read_xlsx, change, value, look):
    data = written(table([(change,)], [Column("change", Kind.CHANGE, people=1)]), "xlsx")
    (cell,) = below(read_xlsx(data))[0]
    assert (cell.kind, cell.value) == ("number", value)
    assert look is None or cell.look == look


@pytest.mark.parametrize("text", ["300..350", "-350..-300"])
def test_a_range_is_a_text(table, written, read_xlsx, text):
    (cell,) = below(read_xlsx(written(table([(Quantity.parse(text), None)], VALUE), "xlsx")))[0]
    assert cell.kind == "text"
    assert "350" in cell.value
    assert "300" in cell.value


def test_text_is_neither_formula_nor_link(labelled, written, read_xlsx, hostile):
    data = written(labelled(hostile), "xlsx")
    texts = [cell.value for row in read_xlsx(data) for cell in row if cell.kind == "text"]
    assert texts.count(hostile) >= 8  # the title, the section, labels, names
    assert [row[0].value for row in read_xlsx(data, 2)] == ["Notes", hostile]
    for number in (1, 2):
        assert "<f>" not in part(data, f"xl/worksheets/sheet{number}.xml")
        assert "hyperlink" not in part(data, f"xl/worksheets/sheet{number}.xml")


@pytest.mark.parametrize("machine", [True, False])
@pytest.mark.parametrize(
    "text", ["  spaces  ", "_x0041_", "{=1+1}", "001", "1e5", "TRUE", "1-4", "x" * 10_000]
)
def test_text_is_kept_as_it_is(table, written, text, machine):
    openpyxl = pytest.importorskip("openpyxl")
    data = written(table([(text,)], [Column("as_written", Kind.TEXT, people=1)]), "xlsx", machine=machine)
    *_, (cell,) = openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows()
    assert (cell.data_type, cell.value) == ("s", text)


@pytest.mark.parametrize("machine", [True, False])
@pytest.mark.parametrize("number", ["0.0000001", "1200", "-0.5", "123456789012345", "0.1"])
def test_a_number_is_a_number(table, written, read_xlsx, number, machine):
    rows = read_xlsx(
        written(table([(Quantity(Decimal(number)), Decimal(number))], VALUE), "xlsx", machine=machine)
    )
    assert [cell.kind for cell in rows[-1]] == ["number", "number"]
    assert [Decimal(cell.value) for cell in rows[-1]] == [Decimal(number)] * 2


@pytest.mark.parametrize("machine", [True, False])
@pytest.mark.parametrize(
    ("number", "shown"),
    [
        ("12345678901234567890", "12,345,678,901,234,567,890"),
        ("0.12345678901234567890", "0.12345678901234567890"),
        ("-100000000000000000001", "−100,000,000,000,000,000,001"),
    ],
)
def test_a_number_of_more_digits_than_excel_has_keeps_them_as_text(
    table, written, read_xlsx, number, shown, machine
):
    data = written(table([(Quantity(Decimal(number)), Decimal(number))], VALUE), "xlsx", machine=machine)
    text = number if machine else shown
    assert [(cell.kind, cell.value) for cell in read_xlsx(data)[-1]] == [("text", text)] * 2


def test_for_machines_it_has_the_columns_and_the_values_of_csv(every_kind, written, read_xlsx):
    data = written(every_kind, "xlsx", machine=True)
    header, full, empty = csv.reader(io.StringIO(written(every_kind, "csv")))
    rows = read_xlsx(data)
    assert [cell.value for cell in rows[0]] == header
    assert [cell.value if cell.kind != "date" else "2025-12-31" for cell in rows[1]] == full
    assert [cell.value for cell in rows[2]] == [cell for cell in empty if cell]
    assert ("date", "yyyy-mm-dd") in [(cell.kind, cell.look) for cell in rows[1]]
    with pytest.raises(KeyError):
        part(data, "xl/worksheets/sheet2.xml")


def test_machine_goes_with_formats_of_machines_alone(run, tmp_path):
    done = run("summary", SOURCE, "--machine", "-f", "plain")
    assert (done.code, done.text) == (2, "")
    assert (
        done.errors == "edureport: plain is a format for people; "
        "--machine works with csv, tsv, json, jsonl, parquet, xlsx\n"
    )
    assert run("summary", SOURCE, "--machine", "-f", "csv").data == run("summary", SOURCE, "-f", "csv").data
    assert run("summary", SOURCE, "--machine", "-o", tmp_path / "a.xlsx").code == 0


# The look of the sheet


def test_the_headings_stay_in_sight_and_are_printed_on_every_page(every_kind, written):
    data = written(every_kind, "xlsx")
    sheet = part(data, "xl/worksheets/sheet1.xml")
    assert '<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>' in sheet
    last = chr(ord("A") + len(every_kind.for_people().columns) - 2)  # bars are not drawn
    assert f'<autoFilter ref="A3:{last}5"/>' in sheet
    assert "$3:$3</definedName>" in part(data, "xl/workbook.xml")


def test_it_is_printed_on_a4_on_its_side_and_as_wide_as_the_paper(labelled, written):
    data = written(labelled("Schools"), "xlsx")
    for number in (1, 2):
        sheet = part(data, f"xl/worksheets/sheet{number}.xml")
        assert '<pageSetUpPr fitToPage="1"/>' in sheet
        assert '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>' in sheet


def test_very_many_columns_are_printed_on_several_pages(table, written):
    keys = ("as_written", "organisation", "area", "section", "indicator", "dimension", "member", "report")
    columns = [Column(key, Kind.TEXT, people=place) for place, key in enumerate(keys, start=1)]
    sheet = part(written(table([("x" * 48,) * len(keys)], columns), "xlsx"), "xl/worksheets/sheet1.xml")
    assert 'fitToWidth="2" fitToHeight="0"' in sheet


def test_a_section_is_a_column_and_a_part_is_indented(table, written):
    openpyxl = pytest.importorskip("openpyxl")
    rows = [(Label("Schools"),), (Label("State", "Schools"),), (Label("Teachers"),)]
    groups = ((0, message("group.section", section="One")), (2, message("group.section", section="Two")))
    made = table(rows, [Column("label", Kind.LABEL, people=1)], groups=groups)
    book = openpyxl.load_workbook(io.BytesIO(written(made, "xlsx")))
    cells = list(book.active.iter_rows(min_row=3))
    assert [[cell.value for cell in row] for row in cells] == [
        ["Section", "Indicator"],
        ["One", "Schools"],
        ["One", "State"],
        ["Two", "Teachers"],
    ]
    assert [row[1].alignment.indent for row in cells[1:]] == [0, 2, 0]


def widths(data):
    """The widths of the columns; neighbours of one width are written as one."""
    found = []
    for column in re.findall(r"<col [^>]*>", part(data, "xl/worksheets/sheet1.xml")):
        first, last, width = (
            float(re.search(rf'{name}="([\d.]+)"', column)[1]) for name in ("min", "max", "width")
        )
        found += [width] * int(last - first + 1)
    return found


def heights(data):
    return [
        float(one) for one in re.findall(r'<row [^>]*\bht="([\d.]+)"', part(data, "xl/worksheets/sheet1.xml"))
    ]


def test_columns_are_as_wide_as_what_they_hold_and_rows_as_high(table, written):
    columns = [Column("as_written", Kind.TEXT, people=1), *VALUE[:1]]
    rows = [("x" * 30, Quantity(Decimal(300))), ("words " * 40, None)]
    data = written(table(rows, columns), "xlsx")
    found = widths(data)
    assert found[0] <= 55
    assert found[1] < 15
    assert heights(data) == [75]  # one line is what every row has
    assert 30 <= widths(written(table(rows[:1], columns), "xlsx"))[0] <= 35


def test_a_table_without_rows_is_a_workbook_too(table, written, read_xlsx):
    title, header = read_xlsx(written(table([]), "xlsx"))
    assert (len(title), len(header)) == (1, 6)


def test_the_same_data_make_the_same_bytes(every_kind, written):
    """No clock is read: the test would have to wait for two seconds to see it by the bytes alone."""
    data = written(every_kind, "xlsx")
    assert written(every_kind, "xlsx") == data
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert {one.date_time for one in book.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert (
        re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", part(data, "docProps/core.xml"))
        == ["1980-01-01T00:00:00Z"] * 2
    )


# More than Excel holds


@pytest.mark.parametrize(("machine", "room"), [(True, 1_048_575), (False, 1_048_573)])
def test_more_rows_than_a_sheet_has_are_refused_and_not_cut(table, written, machine, room):
    made = table([("x",)] * (room + 1), [Column("as_written", Kind.TEXT, people=1)])
    with pytest.raises(UsageError, match=r"would need 1,048,577 rows, but Excel has 1,048,576; .*\.csv"):
        written(made, "xlsx", machine=machine)


def test_more_columns_than_a_sheet_has_are_refused(table, written):
    columns = [Column("as_written", Kind.TEXT, people=place) for place in range(1, 16_386)]
    for machine in (True, False):
        with pytest.raises(UsageError, match="columns, but Excel has 16,384"):
            written(table([], columns), "xlsx", machine=machine)


@pytest.mark.parametrize(("text", "letters"), [("x" * 32_768, "32,768"), ("🏫" * 16_384, "32,768")])
@pytest.mark.parametrize("place", ["cell", "note"])
def test_a_text_longer_than_a_cell_is_refused(table, written, text, letters, place):
    said = message("group.section", section=text)
    columns = [Column("as_written", Kind.TEXT, people=1)]
    made = table([(text,)], columns) if place == "cell" else table([("x",)], columns, notes=(said,))
    with pytest.raises(UsageError, match=f"has {letters} letters, but a cell of Excel holds 32,767"):
        written(made, "xlsx")


def test_a_text_as_long_as_a_cell_is_written(table, written, read_xlsx):
    made = table([("x" * 32_767,)], [Column("as_written", Kind.TEXT, people=1)])
    assert len(read_xlsx(written(made, "xlsx"))[-1][0].value) == xlsx.MOST_LETTERS


def test_a_refusal_leaves_no_file(run, monkeypatch, tmp_path):
    monkeypatch.setattr(xlsx, "MOST_ROWS", 10)
    done = run("summary", SOURCE, "-o", tmp_path / "out.xlsx")
    assert done.code == 2
    assert "write the table as CSV" in done.errors
    assert list(tmp_path.iterdir()) == []


# Words


@pytest.mark.parametrize("language", languages.available())
def test_names_of_sheets_are_such_as_excel_takes(language):
    words = catalogue.load(language)
    names = [words.word(key) for key in words.words if key.startswith("sheet.")]
    assert names
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)
    assert words.word("sheet.notes") not in [words.word(f"sheet.{name}") for name in TABLES]


@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize("name", TABLES)
def test_no_two_columns_of_a_command_have_one_heading(table_of_columns, name, language):
    words = catalogue.load(language)
    headings = [heading(name, column, words) for column in table_of_columns(name)]
    assert sorted(headings) == sorted(set(headings))


@pytest.fixture(scope="module")
def table_of_columns():
    """The columns of a command, all of them."""
    from edureport.commands.columns import columns_of

    return lambda name: columns_of(import_module(f"edureport.commands.{name}").COLUMNS)


@pytest.mark.parametrize("language", languages.available())
def test_headings_and_codes_are_in_the_language(run, read_xlsx, language):
    words = catalogue.load(language)
    rows = read_xlsx(run("summary", SOURCE, "-f", "xlsx", "-l", language, "--columns", "label,kind").data)
    assert words.word("column.label") in [cell.value for cell in rows[1]]
    assert words.word("kind.stock") in [cell.value for cell in rows[2]]


def test_pandas_reads_both_looks(run, tmp_path):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("openpyxl")
    run("targets", SOURCE, "-o", tmp_path / "people.xlsx")
    frame = pandas.read_excel(tmp_path / "people.xlsx", header=2, engine="calamine")
    assert str(frame["Due"].dtype).startswith("datetime64")
    run("targets", SOURCE, "--machine", "-o", tmp_path / "programs.xlsx")
    frame = pandas.read_excel(tmp_path / "programs.xlsx", engine="openpyxl")
    assert list(frame["target"]) == ["stem_centres_2025", "digital_school_projects_2025"]
    assert str(frame["due"].dtype).startswith("datetime64")
