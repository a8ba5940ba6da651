"""The workbook that Excel is given holds and shows what the CSV holds, cell by cell.

Workbooks are read by openpyxl. `as_shown` says what Excel makes of a number and its format (ECMA-376,
18.8.31), as far as our formats go.
"""

import csv
import io
import re
from datetime import datetime
from decimal import Decimal
from functools import cache
from itertools import cycle

import openpyxl
import pytest
from babel import Locale

from edureport import languages
from edureport.formats.cells import for_people, heading
from edureport.languages import catalogue
from edureport.table import Kind

SOURCE = "data/report_2025q3.yaml"
HOSTILE = "tests/formats/hostile.yaml"
ASTANA = ("examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml")
RUNS = {
    "summary": ("summary", SOURCE),
    "summary-hostile": ("summary", HOSTILE),
    "summary-two": ("summary", SOURCE, "docs/examples/riverside-2025-9m.yaml"),
    "show": ("show", "schools", SOURCE),
    "check": ("check", "examples/shymkent-grade-1"),
    "targets": ("targets", "examples/shymkent-grade-1", "--as-of", "2025-08-01"),
    "targets-hostile": ("targets", HOSTILE),
    "compare": ("compare", *ASTANA),
    "audit": ("audit", "docs/examples/riverside-audit.txt", "--data", "docs/examples/riverside-2025-9m.yaml"),
}
LANGUAGES = languages.available()
EVERY = [(name, language) for name in RUNS for language in LANGUAGES]
IN_TURN = list(zip(RUNS, cycle(LANGUAGES), strict=False))  # in which programs get the same but for labels


@pytest.fixture(scope="module")
def made(made_by):
    """A table of RUNS in a language and how it is to be written, made once."""
    return cache(lambda name, language: made_by(*RUNS[name], "--lang", language))


@pytest.fixture(scope="module")
def book_of(made, piped):
    """`book_of("summary", "kk")`: the workbook, read by openpyxl once."""

    @cache
    def read(name, language, **options):
        table, choice = made(name, language)
        return openpyxl.load_workbook(io.BytesIO(piped(table, choice._replace(format="xlsx", **options))))

    return read


# The sheet for people


def as_shown(cell, words):
    """What a cell shows in the language: its text, or its number by its format."""
    value, look = cell.value, cell.number_format
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, datetime):
        return words.short_date(value.date())
    sections = _sections(look)
    number = Decimal(str(value))
    section = (
        sections[1]
        if number < 0 and len(sections) > 1
        else sections[2]
        if not number and len(sections) > 2
        else sections[0]
    )
    sign = "\u2212" if number < 0 and len(sections) == 1 else ""
    before, shape, after = re.fullmatch(r"(.*?)(#,##0(?:\.0+)?,?)(.*)", section).groups()
    number = abs(number)
    if shape.endswith(","):
        number /= 1000
    if "%" in re.sub(r'"[^"]*"', "", after):
        number *= 100
    digits = len(shape.rstrip(",").partition(".")[2])
    symbols = Locale(words.code).number_symbols["latn"]
    signs = str.maketrans({",": symbols["group"], ".": symbols["decimal"]})
    return sign + _literal(before) + f"{round(number, digits):,.{digits}f}".translate(signs) + _literal(after)


def _sections(look):
    """The parts of a number format, cut at the semicolons that stand in no text."""
    return re.findall(r'((?:"[^"]*"|\\.|[^;])+)', look)


def _literal(part):
    return re.sub(r'"([^"]*)"|\\(.)', lambda found: found[1] or found[2] or "", part)


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_a_sheet_shows_people_what_every_other_format_does(made, book_of, name, language):
    table, words = made(name, language)[0].for_people(), catalogue.load(language)
    columns = [column for column in table.columns if column.kind is not Kind.BAR]
    table = table.select([column.key for column in columns])
    sheet = book_of(name, language).worksheets[0]
    assert sheet["A1"].value == words.say(table.title)
    headings, *rows = list(sheet.iter_rows(min_row=3))
    first = len(headings) - len(columns)
    assert [cell.value for cell in headings][first:] == [heading(table.name, one, words) for one in columns]
    assert len({cell.value for cell in headings}) == len(headings)
    groups, group = dict(table.groups), None
    for number, (cells, row) in enumerate(zip(rows, table.rows, strict=True)):
        if number in groups:
            group = words.say(groups[number])
        assert [cell.value for cell in cells[:first]] == [group] * first
        for column, value, cell in zip(columns, row, cells[first:], strict=True):
            text = for_people(column, words)(value)
            if column.kind is Kind.LABEL and table.nested and value.whole:
                assert cell.alignment.indent > 0
                text = value.part
            assert as_shown(cell, words) == text
            if re.fullmatch(r"[+\u2212]?[\d\u00a0]+", text) and column.kind.is_number:
                assert cell.data_type == "n"


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_the_second_sheet_says_the_notes_and_the_sources(made, book_of, name, language):
    table, words = made(name, language)[0], catalogue.load(language)
    sheet = book_of(name, language).worksheets[1]
    said = [words.say(one) for one in (*table.intro, *table.for_people().notes, *table.sources)]
    assert [row[0].value for row in sheet.iter_rows()] == [words.word("sheet.notes"), *said]
    for path in RUNS[name]:
        if path.endswith(".yaml"):
            assert any(path in text for text in said)


# The sheet for programs


@pytest.mark.parametrize(("name", "language"), IN_TURN)
def test_a_sheet_for_programs_holds_what_the_csv_holds(made, piped, book_of, name, language):
    table, choice = made(name, language)
    header, *expected = csv.reader(
        io.StringIO(piped(table, choice._replace(format="csv")).decode(), newline="")
    )
    book = book_of(name, language, machine=True)
    assert len(book.worksheets) == 1
    names, *rows = book.worksheets[0].iter_rows()
    assert [cell.value for cell in names] == header
    assert [[_plain(cell) for cell in row] for row in rows] == [
        [_number(text) for text in row] for row in expected
    ]


def _plain(cell):
    if isinstance(cell.value, datetime):
        return cell.value.date().isoformat()
    return "" if cell.value is None else _number(str(cell.value))


def _number(text):
    return str(Decimal(text).normalize() + 0) if re.fullmatch(r"-?\d+(\.\d+)?", text) else text
