"""First description of a sheet: what is seen is written down, and read once the rest is decided."""

import re

import pytest
import xlsxwriter

from edureport.reading.load import load_all

LONG = "Region,Year,Value\nEast,2023,12\nEast,2024,14\nWest,2023,9\nTotal,2023,21\n"
WIDE = "Made up\nschools;2022/23;2023/24\nEast 1);10;11\nWest;…;5\n1) made up\n… – no data\n"
PLAN = "Sampleton,,\nIndicator,2024,,2025,\n,plan,fact,plan,fact\nSchools,4,5,6,3\nPupils,40,50,60,x\n"


@pytest.fixture
def drafted(run, tmp_path):
    """`drafted(data, name)`: the lines of a description, and the file it stands in."""

    def draft(data, name="table.csv", *more):
        table, path = tmp_path / name, tmp_path / "described.yaml"
        table.write_bytes(data if isinstance(data, bytes) else data.encode())
        done = run("draft", table, "-o", path, "--force", *more)
        assert done.code == 0, done.errors
        return path.read_text(encoding="utf-8").splitlines(), path

    return draft


def decided(path, **values):
    """The description with each `?` replaced, in order, by a value."""
    text = path.read_text(encoding="utf-8")
    for value in values.values():
        text = text.replace('"?"', value, 1)
    assert '"?"' not in text
    path.write_text(text, encoding="utf-8")
    return load_all([str(path)])


def figures(reports):
    return {
        (report.organisation.in_language("en"), str(report.period)[:4], indicator.key): str(figure.quantity)
        for report in reports
        for indicator in report.indicators.values()
        for figure in indicator.observations
        if figure.category is None
    }


def test_a_long_table(drafted):
    lines, path = drafted(LONG)
    assert '    value: "Value"' in lines
    assert '    period: "Year"' in lines
    assert '    organisation: "Region"' in lines
    assert figures(decided(path, unit="schools", indicator="schools")) == {
        ("East", "2023", "schools"): "12",
        ("East", "2024", "schools"): "14",
        ("West", "2023", "schools"): "9",
        ("Total", "2023", "schools"): "21",
    }


def test_years_across_with_notes_marks_and_symbols(drafted):
    lines, _ = drafted(WIDE)
    assert '    across: {columns: ["2022/23", "2023/24"], into: [period]}' in lines
    assert '    until: ["1)*"]' in lines
    assert '    marks: ["1)"]' in lines
    assert '      "…": missing' in lines, "the legend says so"


def test_an_amount_in_words_is_no_open_symbol(drafted):
    lines, path = drafted("District,Schools,Pupils\nEast,12,more than 3800\nWest,9,n/a\nNorth,8,2900\n")
    assert '      "more than 3800": "more than 3800"' in lines
    assert '      "n/a": "?"' in lines
    text = path.read_text(encoding="utf-8")
    reports = decided(path, **dict.fromkeys(map(str, range(text.count('"?"') - 1)), "2025"), last="missing")
    assert figures(reports)["East", "2025", "Pupils"] == "more than 3800"


def test_plan_and_fact_under_merged_headers(drafted):
    lines, path = drafted(PLAN)
    assert "    header: {row: 2, rows: 2}" in lines
    assert any('by: " / ", into: [period, what]' in line for line in lines)
    reports = decided(path, organisation="Sampleton", unit="things", total="fact", x="missing")
    assert figures(reports)["Sampleton", "2024", "Schools"] == "5"


def test_the_same_table_as_tabs_and_as_a_sheet_is_not_a_row_off(drafted, tmp_path):
    rows = [line.split(",") for line in LONG.splitlines()]
    tabs, _ = drafted("\n".join("\t".join(row) for row in rows) + "\n", "table.tsv")
    book = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(str(book), {"strings_to_numbers": True}) as made:
        sheet = made.add_worksheet("Data")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    sheets, _ = drafted(book.read_bytes(), "table.xlsx")
    plain, _ = drafted(LONG)
    same = [
        re.sub(r"table\.\w+", "table", "\n".join(line for line in lines if "sheet" not in line))
        for lines in (tabs, sheets, plain)
    ]
    assert same[0] == same[1] == same[2]


def test_what_a_person_must_decide_is_refused_until_it_is(drafted, run):
    _, path = drafted(LONG)
    done = run("summary", path)
    assert done.code == 2
    assert done.errors.count("'?' still stands here; write what is meant") == 2


def test_a_table_without_a_description_says_how_to_make_one(run, tmp_path):
    (tmp_path / "q3.csv").write_text(LONG)
    done = run("summary", tmp_path / "q3.csv")
    assert done.code == 2
    assert "-o description.yaml" in done.errors


@pytest.mark.parametrize("data", ["\n\n", "only,words\nand,more\n"])
def test_where_no_table_is_seen_it_says_so(run, tmp_path, data):
    (tmp_path / "q3.csv").write_text(data)
    done = run("draft", tmp_path / "q3.csv")
    assert done.code == 2
    assert "no table with numbers under a header was found here" in done.errors


def book_of(path, **sheets):
    with xlsxwriter.Workbook(str(path)) as made:
        for name, rows in sheets.items():
            sheet = made.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
    return path.read_bytes()


def test_a_unit_in_the_corner_is_no_row_of_the_header(drafted, tmp_path):
    rows = [["Made up"], ["", "", "", "units"], ["", 2022, 2023, 2024], ["East", 1, 2, 3], ["West", 4, 5, 6]]
    lines, _ = drafted(book_of(tmp_path / "made.xlsx", Data=rows), "t.xlsx")
    assert "    header: {row: 3}" in lines
    assert '    across: {columns: ["2022", "2023", "2024"], into: [period]}' in lines


def test_quarters_under_years_are_periods(drafted, tmp_path):
    rows = [
        ["", 2023, "", 2024, ""],
        ["", "III тоқсан", "year2)", "I quarter", "4 квартал"],
        ["East", 1.5, 2.5, 3.5, 4.5],
    ]
    lines, path = drafted(book_of(tmp_path / "made.xlsx", Data=rows), "t.xlsx")
    assert "    period: {column: period, as: quarter}" in lines
    reports = decided(path, unit="things", indicator="things")
    assert [str(report.period) for report in reports] == [
        "2023-07-01/2023-09-30",
        "2023-01-01/2023-12-31",
        "2024-01-01/2024-03-31",
        "2024-10-01/2024-12-31",
    ]


def test_symbols_are_explained_on_another_sheet(drafted, tmp_path):
    legend = [
        ["", "Шартты белгілер:"],
        ["", "«-»  құбылыс жоқ", "«-» явление отсутствует"],
        ["", "«х» – деректер құпия"],
    ]
    rows = [["City", 2023, 2024], ["East", "-", 3], ["West", 4, "х"]]
    lines, _ = drafted(book_of(tmp_path / "made.xlsx", Legend=legend, Data=rows), "t.xlsx", "--sheet", "Data")
    assert '      "-": 0' in lines
    assert '      "х": suppressed' in lines


def test_no_text_of_a_sheet_steers_a_terminal(tmp_path, run):
    (tmp_path / "odd.csv").write_text("City,20\u202e24\nEast\u202eville,12\n", encoding="utf-8")
    assert "\u202e" not in run("draft", str(tmp_path / "odd.csv")).text
