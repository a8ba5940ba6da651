"""CSV and TSV: quoting, the columns of the contract, exact digits, and what Excel is given."""

import csv
import io
import os
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import IN_LANGUAGE, SOURCE, filled
from seen import tsv_rows

from edureport import languages
from edureport.commands import TABLES
from edureport.commands.columns import columns_of
from edureport.languages.values import Counted
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.table import Column, Kind, Label, Named

# What scripts rely on. A name with ? is a stated figure, with ! a derived one, with / a period.
COLUMNS_OF = """
summary: organisation organisation_label area section indicator dimension member label unit kind period/ \
value? flags share! as_written report line
compare: organisation organisation_label section indicator dimension member label unit kind before_period/ \
before? after_period/ after? change! percent! direction reason before_flags after_flags
targets: organisation organisation_label target indicator dimension member label unit better \
target_kind period/ baseline_date baseline? due goal? as_of observed actual? progress! elapsed expected! \
pace! remaining! required_per_month! projected! status best_status reason method days_left
rank: organisation organisation_label area indicator dimension member label unit period/ value? rank_first \
rank_last
data: organisation organisation_label area section indicator dimension member label unit kind period/ \
value? flags precision better complete published as_written source report line measure
check: check severity certainty organisation indicator dimension member target period label text figures \
arithmetic report line column explained
audit: char_start char_end words figure_kind value? unit organisation indicator dimension member target \
period data? difference! verdict certainty reason relation arithmetic candidates sentence report line column
"""
PARTS = {
    "?": ("", "_bound", "_low", "_high"),
    "!": ("", "_low", "_high", "_open"),
    "/": ("", "_start", "_end"),
}
CONTRACT = {
    name: [word.rstrip("?!/") + part for word in words.split() for part in PARTS.get(word[-1], ("",))]
    for name, words in (line.split(":") for line in COLUMNS_OF.strip().splitlines())
}
CONTRACT["show"] = CONTRACT["summary"]
CHANGES = "before_period/ before? change! percent! direction reason"
CONTRACT["trend"] = [
    *CONTRACT["summary"],
    *(word.rstrip("?!/") + part for word in CHANGES.split() for part in PARTS.get(word[-1], ("",))),
]
COLUMNS = (Column("as_written", Kind.TEXT), Column("indicator", Kind.TEXT))
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))


@pytest.mark.parametrize("name", TABLES)
def test_a_command_keeps_the_columns_of_its_contract(name):
    columns = [
        column
        for column in columns_of(import_module(f"edureport.commands.{name}").COLUMNS)
        if column.machines
    ]
    assert [column.key for column in columns] == CONTRACT[name]


@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize("name", TABLES)
def test_the_header_is_the_contract_in_every_language(run, name, language):
    header = run(*filled(name), "-f", "csv", "-l", language).lines[0]
    assert header.split(",") == CONTRACT[name]


@pytest.mark.parametrize("name", TABLES)
def test_only_labels_depend_on_the_language(run, name):
    read = [
        list(csv.DictReader(io.StringIO(run(*filled(name), "-f", "csv", "-l", language).text)))
        for language in languages.available()
    ]
    for rows in read:
        for row in rows:
            for key in IN_LANGUAGE:
                row.pop(key, None)
    assert all(rows == read[0] for rows in read)


READ = {"csv": lambda text: list(csv.reader(io.StringIO(text, newline=""))), "tsv": tsv_rows}


@pytest.mark.parametrize("name", READ)
def test_what_is_written_is_read_back(labelled, written, hostile, name):
    text = written(labelled(hostile), name)
    header, *rows = READ[name](text)
    assert header == ["label", "section", "as_written", "value", "value_bound", "unit", "share"]
    assert rows == [[hostile, "network", hostile, "300", "exact", "school", ""]] * 2


@given(TEXT, TEXT)
def test_any_text_is_read_back(table, written, first, second):
    columns = (Column("as_written", Kind.TEXT), Column("indicator", Kind.TEXT))
    for name, read in READ.items():
        assert read(written(table([(first, second)], columns), name))[1] == [first, second]


def test_tsv_quotes_nothing(table, written):
    rows = [('"a"\tb\n', "c\\d\r"), (None, "")]
    assert written(table(rows, COLUMNS), "tsv") == 'as_written\tindicator\n"a"\\tb\\n\tc\\\\d\\r\n\t\n'


@pytest.mark.parametrize(
    ("text", "written_as"),
    [
        ("plain", '"plain"'),
        ('with "quotes"', '"with ""quotes"""'),
        ("with, comma", '"with, comma"'),
        ("two\nlines", '"two\nlines"'),
        ("", '""'),
        (None, ""),
    ],
)
def test_words_are_quoted_as_rfc_4180_has_it_and_nothing_is_empty(table, written, text, written_as):
    assert written(table([(text, "b")], COLUMNS), "csv") == f'as_written,indicator\n{written_as},"b"\n'


def test_it_is_utf8_without_a_mark_and_ends_lines_with_a_line_feed(run):
    data = run("summary", SOURCE, "-f", "csv").data
    assert data.startswith(b"organisation,")
    assert b"\r" not in data
    assert data.endswith(b"\n")
    assert "300-ден астам".encode() in data


def test_a_row_of_every_kind(every_kind, written):
    lines = written(every_kind, "csv").splitlines()
    assert lines[1] == (
        '"300-ден астам","State schools",'
        "more_than,behind,from_zero,network,school,300,300.5,-20,16.1,0.67,"
        "83.4,-10.3,19,2025-12-31,2025-01-01/2025-09-30,1234,"
        '"Plan: no due date is given.",provisional estimated'
    )
    assert lines[2] == ',"Empty"' + "," * 18


@pytest.mark.parametrize("bound", [bound for bound in Bound if bound is not Bound.EXACT])
@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.RATE, Kind.PACE, Kind.PERCENT, Kind.GROWTH])
def test_a_derived_figure_that_is_not_exact_is_left_out(table, written, bound, kind):
    upper = Decimal(60) if bound is Bound.RANGE else None
    figure = Quantity(Decimal(50), bound, upper)
    assert written(table([(figure, "x")], (Column("a", kind), COLUMNS[0])), "csv") == 'a,as_written\n,"x"\n'


@pytest.mark.parametrize(
    "number", ["0.0000001", "12345678901234567890", "1.000", "0", "-0.5", "123456789012345678901234567890"]
)
def test_figures_keep_their_digits(table, written, number):
    rows = [(Quantity(Decimal(number)), Decimal(number))]
    columns = (Column("value", Kind.QUANTITY), Column("value_low", Kind.END))
    assert written(table(rows, columns), "csv") == f"value,value_low\n{number},{number}\n"


# Excel


def test_excel_gets_what_it_opens_without_questions(run):
    data = run(*filled("compare"), "--excel").data
    assert data.startswith(b"\xef\xbb\xbforganisation;organisation_label;")
    lines = data.decode("utf-8-sig").split("\r\n")
    assert lines[-1] == ""
    assert not any("\n" in line for line in lines)
    assert ";187;" in lines[1]
    assert ";10,2;" in lines[1]


def test_excel_without_a_format_is_csv_and_with_tsv_keeps_its_tabs(run):
    excel = run("summary", SOURCE, "--excel")
    assert excel.data == run("summary", SOURCE, "--excel", "-f", "csv").data
    assert "\t" in run("summary", SOURCE, "--excel", "-f", "tsv").lines[0]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_made_harmless_for_excel(table, written, start):
    rows = [(f"{start}SUM(A1)", "safe")]
    data = written(table(rows, COLUMNS), "csv", excel=True)
    assert (
        next(csv.reader(io.StringIO(data.split("\r\n", 1)[1], newline=""), delimiter=";"))[0]
        == f"'{start}SUM(A1)"
    )
    assert f"'{start}" not in written(table(rows, COLUMNS), "csv")  # other readers get it as it is


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind in (Kind.KEY, Kind.CODE, Kind.TEXT)])
def test_what_excel_would_change_is_guarded_in_every_column_of_text(table, written, kind):
    data = written(table([("1-4", "x")], (Column("a", kind), COLUMNS[0])), "csv", excel=True)
    assert data == '\ufeffa;as_written\r\n"=""1-4""";"x"\r\n'


def test_labels_and_names_are_guarded_too_and_dates_and_periods_are_not(table, written):
    columns = (
        Column("label", Kind.LABEL),
        Column("section", Kind.NAMED),
        Column("unit", Kind.UNIT),
        Column("due", Kind.DATE),
        Column("period", Kind.PERIOD),
    )
    unit = Counted("1", {"other": "x"}, None)
    row = (Label("1-4"), Named("007", "x"), unit, date(2025, 12, 31), Period.parse("2025-9M"))
    line = written(table([row], columns), "csv", excel=True).splitlines()[1]
    assert line == '"=""1-4""";"=""007""";"=""1""";2025-12-31;2025-01-01/2025-09-30'


@pytest.mark.parametrize(
    ("number", "field"),
    [
        ("123456789012345", "123456789012345"),
        ("-0.123456789012345", "-0,123456789012345"),
        ("0.000000000000000001", "0,000000000000000001"),
        ("1234567890123456", '"=""1234567890123456"""'),
        ("-12345678901234.56", '"=""-12345678901234,56"""'),
    ],
)
def test_a_number_of_more_digits_than_excel_has_keeps_them_as_text(table, written, number, field):
    columns = (Column("value", Kind.QUANTITY), Column("low", Kind.END))
    line = written(
        table([(Quantity(Decimal(number)), Decimal(number))], columns), "csv", excel=True
    ).splitlines()[1]
    assert line == f"{field};{field}"


def test_negative_numbers_stay_numbers_for_excel(table, written):
    rows = [(Quantity(Decimal("-1.5")), "x")]
    data = written(table(rows, (Column("value", Kind.QUANTITY), COLUMNS[0])), "csv", excel=True)
    assert data == '\ufeffvalue;as_written\r\n-1,5;"x"\r\n'


# Other programs


@pytest.fixture(scope="module")
def summary_csv(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("csv") / "summary.csv"
    run("summary", SOURCE, "-o", path)
    return path


@pytest.mark.parametrize(
    "command",
    [
        ["csvstat", "--count"],
        ["csvclean", "--length-mismatch"],
        ["mlr", "--icsv", "--ojson", "count"],
    ],
    ids=lambda command: command[0],
)
def test_other_programs_read_it_without_a_word(summary_csv, command):
    place = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    found = shutil.which(command[0], path=place)
    if found is None:
        pytest.skip(f"{command[0]} is not there")
    done = subprocess.run(
        [found, *command[1:], summary_csv], check=False, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (0, "")
    if command[0] != "csvclean":
        assert "19" in done.stdout


def test_duckdb_reads_it(summary_csv):
    duckdb = pytest.importorskip("duckdb")
    found = duckdb.sql(f"select count(*), sum(value) from '{summary_csv}'")
    assert found.types[1] in ("HUGEINT", "DOUBLE")
    assert found.fetchall() == [(19, 133_040)]


def test_pandas_reads_it(summary_csv):
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_csv(summary_csv)
    assert frame.shape == (19, len(CONTRACT["summary"]))
    assert frame["value"].sum() == 133_040
