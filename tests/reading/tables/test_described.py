"""Tables in the shapes that offices publish, read by a few lines of description."""

import duckdb
import pytest

import edureport
from edureport.errors import ReportError
from edureport.model.report import Flag
from edureport.reading.load import load_all

LONG = """\
organisation: City
indicator: {constant: schools}
period: Year
value: Value
"""
CITY = "City of Examples"


def test_a_long_table_is_a_row_an_observation(observed):
    table = "City,Year,Value\nEastville,2023,12\nEastville,2024,14\nWestville,2024,more than 9\n".replace(
        "more than 9", ">9"
    )
    assert observed(LONG, table) == [
        ("Eastville", "2023-01-01/2023-12-31", "schools", None, "12", (), "table.csv:2:3"),
        ("Eastville", "2024-01-01/2024-12-31", "schools", None, "14", (), "table.csv:3:3"),
        ("Westville", "2024-01-01/2024-12-31", "schools", None, "more than 9", (), "table.csv:4:3"),
    ]


def test_years_across_become_periods(observed):
    rest = "across: {columns: '20??', into: period}\norganisation: City\nindicator: {constant: schools}\n"
    found = observed(rest, "City,2023,2024,Note\nEastville,1,2,x\nWestville,3,4,y\n")
    assert [(who, when[:4], value, cell) for who, when, _, _, value, _, cell in found] == [
        ("Eastville", "2023", "1", "table.csv:2:2"),
        ("Eastville", "2024", "2", "table.csv:2:3"),
        ("Westville", "2023", "3", "table.csv:3:2"),
        ("Westville", "2024", "4", "table.csv:3:3"),
    ]


def test_indicators_across(observed):
    rest = "across: {columns: [schools, built], into: indicator}\nperiod: Year\n"
    found = observed(rest, "Year,schools,built\n2024,40,2\n")
    assert [(who, what, value) for who, _, what, _, value, *_ in found] == [
        (CITY, "schools", "40"),
        (CITY, "built", "2"),
    ]


def test_totals_are_the_whole_and_dimensions_split_each_other(observed):
    rest = (
        LONG + "dimensions: {owner: {column: Owner, total: [All, '']}, level: {column: Level, total: All}}\n"
    )
    rows = ("All,All,100", "state,All,80", "state,primary,50", "All,primary,60", ",All2,1")
    table = "City,Year,Owner,Level,Value\n" + "".join(f"E,2024,{row}\n" for row in rows)
    assert [(part, value) for _, _, _, part, value, *_ in observed(rest, table)] == [
        (None, "100"),
        ("owner/state", "80"),
        ("level/primary", "60"),
        ("level/All2", "1"),
        ("owner/state/level/primary", "50"),
    ]


def test_symbols_are_values_intervals_and_flags(observed):
    rest = LONG + "symbols: {'-': 0, '0,0': 0..0.05, х: suppressed, '': [missing, not_applicable]}\n"
    table = "City;Year;Value\n" + "".join(
        f"E{n};2024;{cell}\n" for n, cell in enumerate(("-", "0,0", "х", "", "5"))
    )
    assert [(value, flags) for *_, value, flags, _ in observed(rest, table)] == [
        ("0", ()),
        ("0..0.05", ()),
        (None, ("suppressed",)),
        (None, ("missing", "not_applicable")),
        ("5", ()),
    ]


def test_flags_behind_values_and_in_columns(observed):
    behind = LONG + "symbols: {':': missing}\nflags: {codes: {b: break, u: low_reliability}}\n"
    table = "City,Year,Value\nA,2024,20.0 b\nB,2024,: bu\nC,2024,7\n"
    assert [(value, flags) for *_, value, flags, _ in observed(behind, table)] == [
        ("20.0", ("break",)),
        (None, ("break", "low_reliability", "missing")),
        ("7", ()),
    ]
    beside = LONG + "flags: {codes: {p: provisional}, columns: Status}\n"
    assert observed(beside, "City,Year,Value,Status\nA,2024,20,p\n")[0][4:6] == ("20", ("provisional",))


def test_marks_of_footnotes_are_taken_off(observed):
    rest = LONG + "marks: ['1)', '*']\n"
    (found,) = observed(rest, "City*,Year,Value\nEastville*,2024,254 1)\n".replace("City*", "City"))
    assert (found[0], found[4]) == ("Eastville", "254")


def test_banner_rows_switch_a_dimension(observed):
    rest = """\
header: {has: [2023/24]}
names: {1: region}
blocks: {column: region, members: {All: total, Towns: urban}, into: place}
across: {columns: "????/??", into: period}
until: ["Note*"]
organisation: region
indicator: {constant: schools}
period: {column: period, as: school-year}
dimensions: {place: {column: place, total: total}}
"""
    table = "A table,\n,2023/24,2024/25\nAll,,\nEast,10,11\nTowns,,\nEast,4,5\nNote: made up,,\nEast,99,99\n"
    assert [(when, part, value) for _, when, _, part, value, *_ in observed(rest, table)] == [
        ("2023-09-01/2024-08-31", None, "10"),
        ("2023-09-01/2024-08-31", "place/urban", "4"),
        ("2024-09-01/2025-08-31", None, "11"),
        ("2024-09-01/2025-08-31", "place/urban", "5"),
    ]


def test_a_header_of_two_rows_with_merged_cells(observed, workbook):
    rest = """\
sheet: Data
header: {row: 2, rows: 2}
across: {columns: "Schools / *", by: " / ", into: [what, period]}
organisation: City
indicator: {constant: schools}
dimensions: {what: {column: what, total: Schools}}
"""
    rows = [["Made up"], ["City", "", ""], ["", 2023, 2024], ["East", 3, 4]]
    book = workbook({"Cover": [["x"]], "Data": rows}, merged=[("B2:C2", "Schools")])
    assert [
        (when, part, value, cell) for _, when, _, part, value, _, cell in observed(rest, book, "t.xlsx")
    ] == [
        ("2023-01-01/2023-12-31", None, "3", "t.xlsx:Data!B4"),
        ("2024-01-01/2024-12-31", None, "4", "t.xlsx:Data!C4"),
    ]


def test_a_parquet_file(described, tmp_path):
    path = described(LONG, b"", "table.parquet")
    table = "SELECT * FROM (VALUES ('East', 2024, 12.5), ('West', 2024, NULL)) AS t(City, Year, Value)"
    duckdb.connect().execute(f"COPY ({table}) TO '{tmp_path}/table.parquet'")
    path.write_text(path.read_text() + "    symbols: {'': missing}\n")
    found = [figure for report in load_all([str(path)]) for figure in report["schools"].entries]
    assert [str(getattr(figure, "quantity", figure.flags)) for figure in found] == [
        "12.5",
        str((Flag.MISSING,)),
    ]


def test_a_report_alone_is_loaded_and_several_are_refused(described):
    path = described("indicator: {constant: schools}\nperiod: Year\nvalue: Value\n", "Year,Value\n2024,3\n")
    assert str(edureport.load(path)["schools"].value) == "3"
    (path.parent / "table.csv").write_text("Year,Value\n2023,2\n2024,3\n")
    with pytest.raises(ReportError, match="describes tables with 2 reports"):
        edureport.load(path)


def test_a_messy_kazakh_sheet(observed, workbook):
    rest = """\
sheet: Деректер
header: {has: [р/с], rows: 2}
names: {B: аудан, C: schools, D: built, E: share}
across: {columns: [schools, built, share], into: indicator}
until: ["1)*", "[*]*"]
marks: ["1)", "*"]
indicator: indicator
period: {constant: 2024/25}
dimensions: {district: {column: аудан, total: Барлығы}}
symbols: {х: suppressed, "…": missing, "-": 0}
"""
    rows = [
        ["Үлгі облысының мектептері (ойдан шығарылған)"],
        ["р/с", "Аудан", "Мектептер", "", "Қамту, %"],
        ["", "", "барлығы", "оның ішінде салынғаны", ""],
        [1, "Солтүстік*", "31 245", "254 1)", (0.985, "0.0%")],
        [2, "Оңтүстік", 9, "х", "97,0"],
        [3, "Батыс", "1\u00a0020", "-", "…"],
        ["", "Барлығы", "32 274", 254, 98.1],
        ["1) жоспармен бірге"],
        ["* 2024 жылдан бастап"],
    ]
    found = observed(rest, workbook({"Мұқаба": [["Есеп"]], "Деректер": rows}), "t.xlsx")
    assert [
        (what, part, value or flags, cell.rpartition("!")[2])
        for _, _, what, part, value, flags, cell in found
    ] == [
        ("schools", None, "32274", "C7"),
        ("schools", "district/Солтүстік", "31245", "C4"),
        ("schools", "district/Оңтүстік", "9", "C5"),
        ("schools", "district/Батыс", "1020", "C6"),
        ("built", None, "254", "D7"),
        ("built", "district/Солтүстік", "254", "D4"),
        ("built", "district/Оңтүстік", ("suppressed",), "D5"),
        ("built", "district/Батыс", "0", "D6"),
        ("share", None, "98.1", "E7"),
        ("share", "district/Солтүстік", "98.5", "E4"),
        ("share", "district/Оңтүстік", "97.0", "E5"),
        ("share", "district/Батыс", ("missing",), "E6"),
    ]


def test_sheets_of_one_shape_by_a_pattern_and_their_names_as_a_column(observed, refused, workbook):
    def sheet(value):
        return [["Year", "Value"], [2024, value]]

    book = workbook({"North": sheet(1), "South": sheet(2), "Notes": [["x"]]})
    rest = LONG.replace("City", "where")
    found = observed(rest + "sheet: {names: ['*th'], into: where}\n", book, "t.xlsx")
    assert [(who, value, cell) for who, *_, value, _, cell in found] == [
        ("North", "1", "t.xlsx:North!B2"),
        ("South", "2", "t.xlsx:South!B2"),
    ]
    assert len(observed(rest + "sheet: {names: [North, '*th'], into: where}\n", book, "t.xlsx")) == 2
    assert refused(rest + "sheet: {names: [East, North], into: where}\n", book, "t.xlsx") == [
        "t.xlsx: has no sheet 'East'; it has North, South, Notes"
    ]


def test_an_indicator_is_named_by_its_label_as_well(observed):
    rest = "indicator: What\nperiod: Year\nvalue: Value\n"
    table = "What,Year,Value\nSchools built,2024,2\nschools,2024,40\n"
    assert [(what, value) for _, _, what, _, value, *_ in observed(rest, table)] == [
        ("built", "2"),
        ("schools", "40"),
    ]
