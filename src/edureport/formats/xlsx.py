"""XLSX (ECMA-376), by XlsxWriter: a sheet to read and print, or with `--machine` one for programs."""

from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from textwrap import wrap
from typing import Any, BinaryIO

import xlsxwriter

from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.cells import for_machines, itself
from edureport.formats.excel_csv import EXACT_DIGITS
from edureport.formats.sheet import Look, Sheet, SheetCell, sheet_for_people
from edureport.message import message
from edureport.table import Kind, Table

# What a sheet holds: https://support.microsoft.com, "Excel specifications and limits".
MOST_ROWS, MOST_COLUMNS, MOST_LETTERS = 1_048_576, 16_384, 32_767
WIDEST = 50  # letters of a column; longer texts are folded
ABOVE = 2  # rows above the headings: the title and a free one
_EXCERPT = 40  # letters by which a text is found
_PAPER = 300  # letters that are still read across a page
LINE = 110  # letters of a note
_ROW, _TALLEST = 15, 409  # points of a row of one line, and of the tallest that Excel knows
_FILTER = 3  # letters that the sign of a filter takes in a heading
CREATED = datetime(1980, 1, 1)  # noqa: DTZ001  # as that of the parts of the file: the same data, the same bytes
_A4 = 9
_HEAD: Look = {"bold": True, "bottom": 1, "text_wrap": True, "valign": "bottom", "bg_color": "#EEEEEE"}
TITLE: Look = {"bold": True, "font_size": 14}


def write(table: Table, out: BinaryIO, style: Style) -> None:
    """Write a sheet, for people with a second one for its notes; UsageError if Excel cannot hold it."""
    words = style.words
    if style.machine:
        shown = table.for_machines()
        require_room(1 + len(shown.rows), len(shown.columns))
        sheet = sheet_for_machines(shown, style)
    else:
        shown = table.for_people()
        require_room(ABOVE + 1 + len(shown.rows), 1 + len(shown.columns))
        sheet = sheet_for_people(shown, words)
    require_short(sheet)
    book = new_book(out)
    book.set_properties({"title": words.say(table.title), "created": CREATED})
    writer = SheetWriter(book)
    writer.table(sheet, words.word(f"sheet.{table.name}"))
    if sheet.notes:
        writer.notes(sheet, words.word("sheet.notes"))
    book.close()


def new_book(out: BinaryIO) -> Any:
    """An empty workbook, in which no text becomes a formula or a link."""
    # In memory: temporary files would stay where the run is interrupted.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    return xlsxwriter.Workbook(out, options)


def sheet_for_machines(shown: Table, style: Style) -> Sheet:
    """The columns under their keys: numbers, dates, and keys as texts."""
    read = [itself if column.kind is Kind.DATE else for_machines(column, style) for column in shown.columns]
    rows = [[_plain(text(cell)) for text, cell in zip(read, row, strict=True)] for row in shown.rows]
    numbers = [column.kind.is_number for column in shown.columns]
    return Sheet([column.key for column in shown.columns], numbers, rows)


def _plain(value: Any) -> SheetCell:
    if isinstance(value, Decimal) and len(value.normalize().as_tuple().digits) > EXACT_DIGITS:
        value = f"{value:f}"
    if isinstance(value, date):
        return SheetCell(value.isoformat(), value, {"num_format": "yyyy-mm-dd"})
    return SheetCell("" if value is None else str(value), value)


def require_room(rows: int, columns: int) -> None:
    """Raise UsageError if there is more than a sheet of Excel holds: nothing is cut."""
    if rows > MOST_ROWS:
        raise UsageError(message("usage.sheet_rows", number=rows, most=MOST_ROWS))
    if columns > MOST_COLUMNS:
        raise UsageError(message("usage.sheet_columns", number=columns, most=MOST_COLUMNS))


def require_short(sheet: Sheet) -> None:
    """Raise UsageError if a text is longer than Excel has room for in a cell."""
    for row in (*sheet.rows, [SheetCell(note, note) for note in sheet.notes]):
        for cell in row:
            if len(cell.text) > MOST_LETTERS // 2 and _letters(cell.text) > MOST_LETTERS:
                excerpt, number = cell.text[:_EXCERPT], _letters(cell.text)
                raise UsageError(
                    message("usage.sheet_letters", text=excerpt, number=number, most=MOST_LETTERS)
                )


def _letters(text: str) -> int:
    """How many letters Excel counts: those of UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class SheetWriter:
    """Writes sheets into a workbook, each look once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.looks: dict[tuple[tuple[str, object], ...], Any] = {}

    def look(self, properties: Look) -> Any:
        """The format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.looks:
            self.looks[key] = self.book.add_format(dict(properties))
        return self.looks[key]

    def table(self, sheet: Sheet, name: str) -> Any:
        """A new sheet with the title, the headings, which stay in sight, and the rows."""
        page = self.book.add_worksheet(name)
        top = ABOVE if sheet.title else 0
        if sheet.title:
            page.write_string(0, 0, sheet.title, self.look(TITLE))
        widths = [
            width(heading, [row[number].text for row in sheet.rows])
            for number, heading in enumerate(sheet.headings)
        ]
        page.set_row(top, height(sheet.headings, [one - _FILTER for one in widths]))
        for number, heading in enumerate(sheet.headings):
            page.set_column(number, number, widths[number])
            side = {"align": "right", "indent": 1} if sheet.numbers[number] else {"align": "left"}
            page.write_string(top, number, heading, self.look({**_HEAD, **side}))
        for line, row in enumerate(sheet.rows, start=top + 1):
            if sheet.title:  # for people, whose texts are folded
                page.set_row(line, height([cell.text for cell in row], widths))
            for number, cell in enumerate(row):
                self.cell(page, line, number, cell)
        page.freeze_panes(top + 1, 0)
        page.autofilter(top, 0, top + len(sheet.rows), len(sheet.headings) - 1)
        page.repeat_rows(top)
        self.paper(page, across=ceil(sum(widths) / _PAPER))
        return page

    def cell(self, page: Any, line: int, number: int, cell: SheetCell) -> None:
        """A text, a number or a date; nothing where there is none."""
        value, look = cell.value, self.look(cell.look) if cell.look else None
        if isinstance(value, str):
            page.write_string(line, number, value, look)
        elif isinstance(value, date):
            page.write_datetime(line, number, value, look)
        elif value is not None:
            page.write_number(line, number, float(value), look)

    def notes(self, sheet: Sheet, name: str) -> None:
        """A sheet with a paragraph a row."""
        page = self.book.add_worksheet(name)
        page.set_column(0, 0, LINE)
        page.write_string(0, 0, name, self.look(TITLE))
        for line, text in enumerate(sheet.notes, start=1):
            page.set_row(line, height([text], [LINE]))
            page.write_string(line, 0, text, self.look({"text_wrap": True, "valign": "top"}))
        self.paper(page)

    def paper(self, page: Any, across: int = 1) -> None:
        """How a sheet is printed: as wide as so many pages, with the number of the page."""
        page.set_paper(_A4)
        page.set_landscape()
        page.fit_to_pages(across, 0)
        page.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.7)
        page.set_footer("&C&P / &N")


def width(heading: str, texts: Sequence[str]) -> int:
    """The width of a column in letters: its longest cell, or its heading in two lines beside a filter."""
    words = heading.split()
    halves = ((" ".join(words[:place]), " ".join(words[place:])) for place in range(len(words)))
    halved = min((max(map(len, half)) for half in halves), default=0) + _FILTER
    return min(max(halved, *map(len, texts), 0), WIDEST) + 2


def height(texts: Sequence[str], widths: Sequence[int]) -> int:
    """The height in points of a row with texts folded to these widths; LibreOffice does not find it."""
    return min(_ROW * max(map(_lines, texts, widths)), _TALLEST)


def _lines(text: str, wide: int) -> int:
    """How many lines a text takes that is folded between words, with room for wide letters."""
    return 1 if len(text) < wide else len(wrap(text, max(wide - 1, 1)))
