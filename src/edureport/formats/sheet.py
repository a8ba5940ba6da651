"""A table as a sheet for people: what its cells say stands in number formats, so that numbers stay numbers.

"more than 300" is the number 300 in the format `"more than "#,##0`; "from 300 to 350" is a text.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NamedTuple

from edureport.formats.cells import for_people, headings
from edureport.formats.excel_csv import EXACT_DIGITS
from edureport.formats.signs import codes_in
from edureport.languages.catalogue import MINUS, Catalogue
from edureport.languages.values import Planned, Rest, Thousands
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
