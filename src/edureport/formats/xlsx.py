"""XLSX (ECMA-376), by XlsxWriter: a sheet to read and print, or with `--machine` one for programs.

For people what cells say stands in number formats, so that numbers stay numbers: "more than 300" is the
number 300 in the format `"more than "#,##0`; "from 300 to 350" is a text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import ceil
from textwrap import wrap
from types import MappingProxyType
from typing import Any, BinaryIO, NamedTuple

import xlsxwriter

from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.cells import for_machines, for_people, headings, itself
from edureport.formats.excel_csv import EXACT_DIGITS
from edureport.formats.signs import codes_in
from edureport.languages.catalogue import MINUS, Catalogue
from edureport.languages.values import Planned, Rest, Thousands
from edureport.message import message
from edureport.table import Column, Kind, Table

Look = Mapping[str, object]  # properties of a format of XlsxWriter

_TOP: dict[str, object] = {"valign": "top"}
_FOLDED = _TOP | {"text_wrap": True}
_COLORS = {"green": "#11662A", "yellow": "#7A5200", "red": "#A31515"}
_COLOR = {code: shade for color, shade in _COLORS.items() for code in codes_in(color)}
_DAY = {"{day:02}": "dd", "{day}": "d", "{number:02}": "mm", "{month}": "mmm", "{year}": "yyyy"}
LONGEST_FORMAT = 255  # letters of a number format


class SheetCell(NamedTuple):
    """What a cell says, what it holds, and how that looks."""

    text: str
    value: str | int | Decimal | date | None
    look: Look = MappingProxyType({})


class Sheet(NamedTuple):
    """A sheet: headings, which columns hold numbers, rows, the title above them, and notes."""

    headings: Sequence[str]
    numbers: Sequence[bool]
    rows: Sequence[Sequence[SheetCell]]
    title: str = ""
    notes: Sequence[str] = ()


def sheet_for_people(
    shown: Table, words: Catalogue, given: Mapping[str, str] = MappingProxyType({})
) -> Sheet:
    """The columns under headings in words, or those `given`, below the title; sections are a column too."""
    columns = [column for column in shown.columns if column.kind is not Kind.BAR]
    shown = shown.select([column.key for column in columns])
    read = [_reader(column, words, nested=shown.nested) for column in columns]
    rows = [[cell(value) for cell, value in zip(read, row, strict=True)] for row in shown.rows]
    heads = headings(shown, words, given)
    numbers = [column.kind.is_number for column in columns]
    if shown.groups and "section" not in {column.key for column in columns}:
        heads, numbers = [words.word("column.section"), *heads], [False, *numbers]
        sections = _sections(shown, words)
        rows = [[section, *row] for section, row in zip(sections, rows, strict=True)]
    said = (*shown.intro, *shown.notes, *shown.sources)
    return Sheet(heads, numbers, rows, words.say(shown.title), [words.say(one) for one in said])


def _sections(shown: Table, words: Catalogue) -> list[SheetCell]:
    """The section of each row."""
    headings = dict(shown.groups)
    cells, cell = [], SheetCell("", None)
    for number in range(len(shown.rows)):
        if number in headings:
            text = words.say(headings[number])
            cell = SheetCell(text, text, _FOLDED)
        cells.append(cell)
    return cells


def _reader(column: Column, words: Catalogue, *, nested: bool) -> Callable[[Any], SheetCell]:
    kind, read = column.kind, for_people(column, words)
    if kind is Kind.DATE:
        day = re.sub(r"\{[^{}]*\}", lambda match: _DAY[match[0]], words.word("short_day"))
        look = _TOP | {"num_format": day, "align": "left"}
        return lambda cell: SheetCell(read(cell), cell, look)
    if kind.is_number:
        numbers = _Numbers(words, signed=kind in (Kind.CHANGE, Kind.GROWTH))
        return lambda cell: (
            _text(read(cell), _TOP | {"align": "right", "indent": 1, "text_wrap": True})
            if isinstance(cell, Rest | Planned)  # no figure, and not to be added to others
            else numbers.cell(read(cell), thousands=isinstance(cell, Thousands))
        )
    if kind is Kind.LABEL and nested:
        return lambda cell: (
            _text(cell.part, _FOLDED | {"align": "left", "indent": 2})
            if cell and cell.whole
            else _text(read(cell), _FOLDED)
        )
    if kind is Kind.STATUS:
        return lambda cell: _text(read(cell), _TOP | {"font_color": _COLOR.get(cell, "#000000")})
    return lambda cell: _text(read(cell), _FOLDED)


def _text(text: str, look: Look) -> SheetCell:
    return SheetCell(text, text or None, look)


class _Numbers:
    """Turns amounts in words into numbers with formats that say the words."""

    def __init__(self, words: Catalogue, *, signed: bool) -> None:
        self.plus = "+" if signed else ""
        self.group, self.point = words.group, words.point
        digits = rf"\d(?:{re.escape(self.group)}?\d)*(?:{re.escape(self.point)}\d+)?"
        self.number = re.compile(rf"[+{MINUS}]?({digits})")

    def cell(self, text: str, *, thousands: bool) -> SheetCell:
        """A number that looks like the text; the text where that says none or more than one."""
        right = _TOP | {"align": "right", "indent": 1}  # a unit may follow
        matches = list(self.number.finditer(text))
        if len(matches) != 1:
            return _text(text, right | {"text_wrap": True})
        before, after = text[: matches[0].start()], text[matches[0].end() :]
        digits = matches[0][1].replace(self.group, "").replace(self.point, ".")
        value = Decimal(digits).copy_sign(-1 if matches[0][0].startswith(MINUS) else 1)
        shape = "#,##0" + ("." + "0" * len(digits.partition(".")[2]) if "." in digits else "")
        if thousands:
            value, shape = value.scaleb(3), shape + ","
        if "%" in after:  # a percentage of Excel, with which it computes
            space, _, after = after.partition("%")
            value, shape = value.scaleb(-2), f"{shape}{_quoted(space)}%"
        # Where there is a sign: the format of positive numbers, of negative ones and of zero.
        signs = (self.plus, MINUS, "") if self.plus or value < 0 else ("",)
        look = ";".join(f"{_quoted(before + sign)}{shape}{_quoted(after)}" for sign in signs)
        if len(value.normalize().as_tuple().digits) > EXACT_DIGITS or len(look) > LONGEST_FORMAT:
            return _text(text, right)
        return SheetCell(text, value, right | {"num_format": look})


def _quoted(text: str) -> str:
    """A text in a number format."""
    return '"' + text.replace('"', '"\\""') + '"' if text else ""


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
