"""Figures that a table could lose, shift or change without a word, and what is said instead."""

import zipfile
from io import BytesIO

import pytest

from edureport.reading.load import load_all

LONG = "indicator: {constant: schools}\nperiod: Year\nvalue: Value\n"
SHARE = LONG.replace("schools", "share")
DAYS = "{column: Year, as: dd/mm/yyyy}"


def values(found):
    return [value for _, _, _, _, value, *_ in found]


def changed(book, change):
    """The workbook with `change` made to its first sheet."""
    data = BytesIO()
    with zipfile.ZipFile(BytesIO(book)) as old, zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part, before = change(part), part
                assert part != before
            new.writestr(name, part)
    return data.getvalue()


@pytest.mark.parametrize(
    ("rest", "table", "said"),
    [
        (LONG, "Year,Value\n2024,98,5\n", "table.csv:2:3: '5' stands to the right of the 2 columns"),
        (
            "across: {columns: [schools, 'bult*'], into: indicator}\nperiod: Year\n",
            "Year,schools,built\n2024,40,2\n",
            "described.yaml:9:5: the table has no columns that match bult*",
        ),
        (
            LONG + "split: {'City,Kind': {by: ',', into: [city, kind]}}\norganisation: city\n",
            'Year,"City,Kind",Value\n2024,"E,x,y",1\n',
            "table.csv:2:2: 'E,x,y' is not city, kind with ',' between them",
        ),
        (
            "across: {columns: '*plan', into: [period, what]}\nindicator: {constant: schools}\n",
            "City,2024 plan\nE,1\n",
            "described.yaml:10:13: does not say what divides the parts",
        ),
        (
            LONG.replace("value: Value", "value: {constant: 5}"),
            "Year,Value\n2024,1\n",
            "described.yaml:12:12",
        ),
        (SHARE + "scale: {persent: 100}\n", "Year,Value\n2024,0.5\n", "described.yaml:13:13: unknown unit"),
        (SHARE + "marks: ['1']\n", "Year,Value\n2024,231\n", "described.yaml:13:12: '1' as a footnote mark"),
        (SHARE + "separator: '\"'\n", "Year,Value\n2024,231\n", "described.yaml:13:16: '\"' is not a sep"),
        (LONG + "encoding: zlib\n", "Year,Value\n2024,1\n", "table.csv: is not in the encoding zlib"),
        (LONG, "Year,Value\n2024,5%\n", "table.csv:2:2: this cell shows a percentage, and its unit is"),
        (
            SHARE + "organisation: City\n",
            "City;Year;Value\nE;2024;1.200\nW;2024;98,5\n",
            "table.csv:3:3: the decimals stand after ',' here and after '.' elsewhere (table.csv:2:3)",
        ),
        (
            LONG.replace("Year", DAYS),
            "Year,Value\n01/12/20,5\n",
            "table.csv:2:2: '01/12/20' is not a period of the form dd/mm/yyyy",
        ),
        (
            LONG.replace("Year", "{column: Year, as: school-year}"),
            "Year,Value\n2015-1916,5\n",
            "table.csv:2:2: '2015-1916' is not a period",
        ),
        (
            LONG + "flags: {columns: [F], codes: {NA: not_applicable}}\n",
            "Year,Value,F\n2024,7,NA\n",
            "table.csv:2:2: this figure has the flag not_applicable and a value",
        ),
        (
            LONG + "unit: U\norganisation: City\n",
            "City,Year,Value,U\nE,2024,7,school\nW,2024,8,percent\n",
            "table.csv:3:3: 'schools' is in 'percent' here and in 'school' elsewhere (table.csv:2:3)",
        ),
    ],
)
def test_what_would_be_lost_or_changed_is_said(refused, rest, table, said):
    (found,) = refused(rest, table)
    assert found.startswith(said)


def test_a_line_ends_where_csv_ends_it(observed):
    table = "Year,City,Value\n2024,East\u2028ville\x0c\x85,12\r\n2025,Eastville,13\r\n"
    found = observed(LONG + "encoding: utf-8\n", b"\xef\xbb\xbf" + table.encode())
    assert [(value, cell) for *_, value, _, cell in found] == [
        ("12", "table.csv:2:3"),
        ("13", "table.csv:3:3"),
    ]


def test_a_number_flagged_as_no_value_is_none_and_a_flag_needs_no_value(observed):
    rest = LONG + "flags: {columns: [F], codes: {NA: not_applicable, b: break}}\n"
    found = observed(rest, "Year,Value,F\n2023,0,NA\n2024,,b\n2025,3,b\n")
    assert [(value, flags) for *_, value, flags, _ in found] == [
        (None, ("not_applicable",)),
        (None, ("break",)),
        ("3", ("break",)),
    ]


def test_the_longest_mark_is_taken_off_and_a_bracket_of_the_text_is_not(observed):
    rest = LONG + "organisation: City\nmarks: ['*', '**', '1)']\n"
    found = observed(rest, 'City,Year,Value\nEast**,2024,12 1)\nPupils (group 1),2024,"3*"\n')
    assert [(who, value) for who, _, _, _, value, *_ in found] == [("East", "12"), ("Pupils (group 1)", "3")]


def test_a_switch_with_a_mark_switches_and_ends_what_is_filled_in(observed, refused):
    rest = (
        LONG + "organisation: City\nfill: [City]\nmarks: ['*']\n"
        "blocks: {column: City, members: {Towns: towns, All: all}, into: where}\n"
        "dimensions: {where: {column: where, total: all}}\n"
    )
    table = "City,Year,Value\nAll,,\nEast,2023,5\n,2024,6\nTowns*,,\n{},2024,2\n"
    assert [(who, part, value) for who, _, _, part, value, *_ in observed(rest, table.format("East"))] == [
        ("East", None, "5"),
        ("East", None, "6"),
        ("East", "where/towns", "2"),
    ]
    assert "the column 'City' is empty in this row" in refused(rest, table.format(""))[0]


def test_a_name_above_ends_where_a_higher_one_begins(observed):
    rest = (
        "header: {row: 1, rows: 3}\nacross: {columns: '20*', by: ' / ', into: [period, what, who]}\n"
        "names: {4: '2025 / fact / all'}\n"
        "indicator: {constant: schools}\ndimensions: {what: {column: what, total: plan}, who: who}\n"
    )
    table = "City,2024,,2025\n,plan,,\n,a,b,\nE,1,2,3\n"
    assert [(when[:4], part, value) for _, when, _, part, value, *_ in observed(rest, table)] == [
        ("2024", "who/a", "1"),
        ("2024", "who/b", "2"),
        ("2025", "what/fact/who/all", "3"),
    ]


def test_percents_are_what_the_sheet_shows(observed, workbook):
    cells = [(0.125, "0.0%"), (1.05, "0%"), (0.5, '0.0"%"'), (0.5, "0.0\\%"), 0.5]
    rows = [[2020 + number, cell] for number, cell in enumerate(cells)]
    book = workbook({"Other": [[(0.1, "0%")] * 2] * 9, "One": [["Year", "Value"], *rows]})
    assert values(observed(SHARE + "sheet: One\n", book, "t.xlsx")) == ["12.5", "105", "0.5", "0.5", "0.5"]


def test_percents_of_another_unit_and_of_a_file_that_does_not_tell(refused, workbook, monkeypatch):
    book = workbook({"One": [["Year", "Value"], [2024, (0.5, "0%")]]})
    assert "this cell shows a percentage, and its unit is 'school'" in refused(LONG, book, "t.xlsx")[0]
    monkeypatch.setattr("edureport.reading.tables.workbook.Workbook.part", lambda *_: None)
    assert (
        "give scale: {percent: 100} if it is, or scale: {percent: 1} if not"
        in refused(SHARE, book, "t.xlsx")[0]
    )


def test_scale_and_precision_go_together_and_a_percent_sign_needs_no_scale(observed, described):
    rest = LONG + "scale: {school: 1000}\nprecision: 5\n"
    assert values(observed(rest, "Year,Value\n2024,15\n")) == ["15000"]
    (report,) = load_all([str(described(rest, "Year,Value\n2024,15\n"))])
    assert report.indicators["schools"].observations[0].quantity.precision == 5000
    rest = SHARE + "scale: {percent: 100}\n"
    assert values(observed(rest, "Year,Value\n2023,0.93\n2024,93%\n")) == ["93", "93"]


def test_a_formula_without_a_result_may_be_given_a_meaning(observed, workbook):
    book = workbook({"One": [["Year", "Value"], [2024, 7]], "Two": [["x"]]})
    book = changed(book, lambda part: part.replace(b"<v>7</v>", b"<f>[1]Data!$G$32</f>"))
    found = observed(LONG + "sheet: One\nsymbols: {'=': missing}\n", book, "t.xlsx")
    assert [(value, flags) for *_, value, flags, _ in found] == [(None, ("missing",))]


def test_one_cell_far_away_is_refused_before_room_is_set_aside_for_all(refused, workbook):
    far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    book = changed(
        workbook({"One": [["Year", "Value"], [2024, 7]]}), lambda part: part.replace(b"</sheetData>", far)
    )
    assert (
        "takes more than 256 MiB, 100 times its size or 20,000,000 cells" in refused(LONG, book, "t.xlsx")[0]
    )


def test_numbers_without_end_are_refused(refused, workbook):
    book = workbook({"One": [["Year", "Value"], [2024, 7]]})
    endless = changed(book, lambda part: part.replace(b"<v>7</v>", b"<v>INF</v>"))
    huge = changed(book, lambda part: part.replace(b"<v>7</v>", b"<v>1e300</v>"))
    assert "'inf' is not a number" in refused(LONG, endless, "t.xlsx")[0]
    assert "the number has more than 30 digits" in refused(LONG, huge, "t.xlsx")[0]


def test_a_zip_that_is_not_as_large_as_it_says_is_refused(refused, workbook):
    book = bytearray(workbook({"One": [["Year", "Value"], [2024, 7]]}))
    at = book.rindex(b"PK\x01\x02", 0, book.rindex(b"xl/worksheets/sheet1.xml"))
    book[at + 24 : at + 28] = (100).to_bytes(4, "little")  # what the directory says of its size
    assert "is not a complete spreadsheet" in refused(LONG, bytes(book), "t.xlsx")[0]


@pytest.mark.parametrize("pattern", ["**/*.csv", "/tmp/*.nothing", "a**.csv", "[", "no/such/*.csv"])
def test_a_pattern_looks_into_one_folder(described, pattern):
    from edureport.errors import ReportError

    path = described(LONG, "Year,Value\n2024,1\n")
    path.write_text(path.read_text().replace("file: table.csv", f"file: '{pattern}'"))
    with pytest.raises(ReportError):
        load_all([str(path)])


def test_a_file_whose_name_is_a_pattern_is_itself(observed):
    assert values(observed(LONG, "Year,Value\n2024,1\n", "'q[1].csv'".strip("'"))) == ["1"]


def test_a_label_cannot_steer_a_terminal(refused):
    (said,) = refused(LONG + "organisation: City\n", "City,Year,Value\nEast\x1b[2Jville,2024,1\n")
    assert said.startswith("table.csv:2:3: there is an invisible character (U+001B)")


def test_decimals_after_a_comma_and_a_point_that_has_one_reading(observed):
    table = "Year;Value\n2023;98,5\n2024;1812348.3\n2025;0.125\n"
    assert values(observed(SHARE, table)) == ["98.5", "1812348.3", "0.125"]
