"""XLSX (ECMA-376), by XlsxWriter: real numbers and dates, fitting widths, a frozen header."""

from decimal import Decimal
from typing import Any, BinaryIO

import xlsxwriter

from edureport.formats import Style
from edureport.formats.cells import for_machines, for_people, heading
from edureport.table import Column, Kind, Table

EXACT_DIGITS = 15  # of a number in a sheet; longer ones are written as text
WIDEST = 60  # characters of a column
_WORDS = (
    Kind.CODE,
    Kind.CODES,
    Kind.STATUS,
    Kind.NAMED,
    Kind.UNIT,
    Kind.MESSAGE,
)  # shown in words, not as keys

_DERIVED = (Kind.NUMBER, Kind.RATE, Kind.PACE, Kind.PERCENT, Kind.GROWTH)


def write(table: Table, out: BinaryIO, style: Style) -> None:
    """Write one sheet with the columns of machines, under the headings of people or those of machines."""
    words, shown = style.words, table.for_machines()
    book = xlsxwriter.Workbook(
        # In memory: temporary files would stay where the run is interrupted.
        out,
        {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False},
    )
    book.set_properties({"title": words.say(table.title)})
    sheet = book.add_worksheet(words.word(f"sheet.{table.name}"))
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    headings = [
        column.key if style.machine else heading(table.name, column, words) for column in shown.columns
    ]
    read = [_reader(column, style) for column in shown.columns]
    rows = [[text(cell) for text, cell in zip(read, row, strict=True)] for row in shown.rows]
    for number, text in enumerate(headings):
        widest = max([len(_text(row[number])) for row in rows] + [len(text)])
        sheet.set_column(number, number, min(widest, WIDEST) + 2)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(rows), len(shown.columns) - 1)
    for number, text in enumerate(headings):
        sheet.write_string(0, number, text, bold)
    for line, row in enumerate(rows, start=1):
        for number, value in enumerate(row):
            if isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > EXACT_DIGITS:
                sheet.write_string(line, number, f"{value:f}")
            elif isinstance(value, (Decimal, int)):
                sheet.write_number(line, number, float(value))
            elif isinstance(value, str):
                sheet.write_string(line, number, value)
            elif value is not None:
                sheet.write_datetime(line, number, value, day)
    book.close()


def _reader(column: Column, style: Style) -> Any:
    if column.kind is Kind.DATE:
        return lambda cell: cell
    plain = for_machines(column, style)
    if style.machine:
        return plain
    if column.kind in _WORDS:
        return lambda cell: None if cell is None else for_people(column, style.words)(cell)
    if column.kind in _DERIVED:  # in words where it is no one number: "less than 83.3%"
        words = for_people(column, style.words)
        return lambda cell: words(cell) if cell is not None and plain(cell) is None else plain(cell)
    return plain


def _text(value: Any) -> str:
    return "" if value is None else str(value)
