"""Random figures as a long CSV, as a wide sheet and under merged headers: what is read is the same."""

import csv
import io

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from edureport.reading.load import load_all

HEAD = """\
edureport: 1
report: {id: made-up, language: en}
units: {thing: things}
tables:
"""
CITIES = ("Eastville", "Westville", "Алматы", "Ұзынағаш")
INDICATORS = ("schools", "pupils")
YEARS = (2022, 2023, 2024)
OWNERS = ("", "state", "private")
KEYS = [
    (city, year, what, owner) for city in CITIES for year in YEARS for what in INDICATORS for owner in OWNERS
]
NUMBERS = st.one_of(
    st.integers(0, 10**7).map(str),
    st.decimals(0, 10**5, places=1, allow_nan=False).map(str),
    st.integers(1, 10**6).map("<{}".format),
    st.integers(1, 10**6).map(">{}".format),
    st.just("x"),
)
FIGURES = st.dictionaries(st.sampled_from(KEYS), NUMBERS, min_size=1)
DIMENSIONS = (
    "    dimensions: {owner: {column: owner, total: ''}}\n    symbols: {x: suppressed, '-': nothing}\n"
)
LONG = """\
  - file: long.csv
    organisation: city
    indicator: what
    period: year
    value: value
    unit: {constant: thing}
"""
WIDE = """\
  - file: wide.xlsx
    header: {has: [city]}
    across: {columns: "20??", into: period}
    organisation: city
    indicator: what
    period: period
    unit: {constant: thing}
"""
MERGED = """\
  - file: merged.xlsx
    header: {row: 1, rows: 2}
    across: {columns: "* / 20??", by: " / ", into: [indicator, period]}
    organisation: city
    indicator: indicator
    period: period
    unit: {constant: thing}
"""


def long_csv(figures):
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";")
    rows.writerow(["city", "year", "what", "owner", "value"])
    rows.writerows([city, year, what, owner, value] for (city, year, what, owner), value in figures.items())
    return text.getvalue().encode()


def wide_sheet(figures):
    rows = dict.fromkeys((city, what, owner) for city, _, what, owner in figures)
    cells = [["city", "what", "owner", *map(str, YEARS)]]
    for city, what, owner in rows:
        values = [figures.get((city, year, what, owner), "-") for year in YEARS]
        cells.append([city, what, owner, *values])
    return sheet(cells)


def merged_sheet(figures):
    rows = dict.fromkeys((city, owner) for city, _, _, owner in figures)
    cells = [
        ["city", "owner", *[what for what in INDICATORS for _ in YEARS]],
        ["", "", *[str(year) for _ in INDICATORS for year in YEARS]],
    ]
    for city, owner in rows:
        values = [figures.get((city, year, what, owner), "-") for what in INDICATORS for year in YEARS]
        cells.append([city, owner, *values])
    return sheet(cells, [(2 + number * len(YEARS), what) for number, what in enumerate(INDICATORS)])


def sheet(rows, merged=()):
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        page = book.add_worksheet("Data")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                if text.replace(".", "", 1).isdigit() and number:
                    page.write_number(number, column, float(text))
                else:
                    page.write_string(number, column, text)
        for column, text in merged:
            page.merge_range(0, column, 0, column + len(YEARS) - 1, text)
    return data.getvalue()


def read(folder, name, data, table):
    (folder / name).write_bytes(data)
    path = folder / "described.yaml"
    path.write_text(HEAD + table + DIMENSIONS, encoding="utf-8")
    found = {}
    for report in load_all([str(path)]):
        for indicator in report.indicators.values():
            for figure in indicator.entries:
                owner = figure.category.member if figure.category else ""
                key = report.organisation.in_language("en"), report.period.first.year, indicator.key, owner
                quantity = getattr(figure, "quantity", None)
                found[key] = (quantity.stated, quantity.bound) if quantity else figure.flags
    return found


@settings(max_examples=40, deadline=None)
@given(figures=FIGURES)
def test_the_same_figures_in_three_shapes_are_the_same_observations(tmp_path_factory, figures):
    folder = tmp_path_factory.mktemp("shapes")
    long = read(folder, "long.csv", long_csv(figures), LONG)
    assert long.keys() == figures.keys()
    for name, make, table in (("wide.xlsx", wide_sheet, WIDE), ("merged.xlsx", merged_sheet, MERGED)):
        assert read(folder, name, make(figures), table) == long
