"""Numbers in the cells of a table: as each country writes them, with bounds, flags and marks of footnotes."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import message
from edureport.model.quantity import MAX_DIGITS, Quantity
from edureport.model.report import Flag
from edureport.reading.tables.description import Description
from edureport.reading.tables.grid import Cell, text_of

_GAP = "[ \u00a0\u202f\u2009_'’]"
_SIGNS = "-+\u2212"
_AMOUNT = re.compile(
    rf"(?P<sign>>=|<=|[<>~≥≤])? ?(?P<number>[{_SIGNS}]?\d{{1,3}}(?:{_GAP}\d{{3}})+(?:[.,]\d+)?"
    rf"|[{_SIGNS}]?\d[\d.,]*)(?P<plus>\+)?(?: ?%)?",
    re.ASCII,
)
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_GROUP = 3  # digits
_WHOLE = Decimal(1)
_HUGE = 40  # characters; no number of a report is longer
_MOST_MARKS = 9  # of one cell


class CellReading(NamedTuple):
    """What a cell says: a quantity or none, and flags."""

    quantity: Quantity | None
    flags: tuple[Flag, ...] = ()
    marks: tuple[str, ...] = ()  # of footnotes
    percent: bool = False  # whether a percent sign stands behind it
    point: str = ""  # the sign before its decimals, where it decides how others are read


def read_cell(cell: Cell, description: Description) -> CellReading | None:
    """What a cell says by its description; None for one that is no observation.

    Raises ReportError for a text that is neither a number nor a symbol of the description.
    """
    if isinstance(cell, Decimal):
        if cell and not -MAX_DIGITS < cell.adjusted() < MAX_DIGITS:
            raise ReportError(message("quantity.too_long", limit=MAX_DIGITS))
        return CellReading(Quantity(cell))
    whole = text_of(cell)
    if (known := description.symbols.get(whole)) is not None:
        return CellReading(*known) if any(known) else None
    text, marks = without_marks(whole, description.marks)
    text, flags = _without_flags(text, description)
    if (known := description.symbols.get(text)) is not None:
        return CellReading(known.quantity, (*flags, *known.flags), marks)
    quantity, point = _quantity(text, whole, description.decimal)
    return CellReading(quantity, flags, marks, text.endswith("%"), point)


def whole_number(cell: Cell, description: Description) -> Decimal | None:
    """The number in a cell that is a whole one, or a text of nothing but its digits: as most values are.

    None of any other, which `read_cell` reads.
    """
    if isinstance(cell, Decimal):
        return cell if cell.same_quantum(_WHOLE) and 0 <= cell.adjusted() < MAX_DIGITS and cell >= 0 else None
    if not (cell.isascii() and cell.isdigit() and len(cell) < MAX_DIGITS):
        return None
    return None if (cell[0] == "0" and len(cell) > 1) or cell in description.symbols else Decimal(cell)


def is_number(cell: Cell) -> bool:
    """Whether a cell holds a number, or a text that is written like one."""
    return isinstance(cell, Decimal) or bool(_AMOUNT.fullmatch(text_of(cell)))


def without_marks(text: str, marks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """A text without the marks of footnotes at its end, and these: "254 1), 2)" is 254 with two."""
    found: list[str] = []
    rest = text
    while len(found) < _MOST_MARKS and (mark := _mark_of(rest, marks)):
        found.insert(0, mark)
        text = rest[: -len(mark)].rstrip()
        rest = text.rstrip(" ,;")  # between two marks
    return text, tuple(found)


def _mark_of(text: str, marks: tuple[str, ...]) -> str | None:
    """The mark at the end of a text, with something before it that it does not belong to.

    None where it cannot be told: "25411)" is 254 with 11), or 2541 with 1).
    """
    fitting = [mark for mark in marks if mark and text.endswith(mark) and _is_mark(mark, text[: -len(mark)])]
    if len(fitting) > 1 and text[: -len(fitting[0])][-1].isdigit() and fitting[0][0].isdigit():
        return None
    return fitting[0] if fitting else None


def _is_mark(mark: str, before: str) -> bool:
    in_a_word = mark.isalnum() and mark[0] not in RAISED
    if not before or (in_a_word and before[-1].isalnum()):
        return False
    return not (mark.endswith(")") and before.count("(") > before.count(")"))  # "pupils (group 1)"


def _without_flags(text: str, description: Description) -> tuple[str, tuple[Flag, ...]]:
    """A value without the letters behind it: "20.0 bu" is 20.0, a break and unreliable."""
    if description.flags is None or description.flags.columns:
        return text, ()
    value, gap, letters = text.rpartition(" ")
    flags = flags_of(letters, description.flags.codes) if gap else ()
    return (value.rstrip(), flags) if flags else (text, ())


def flags_of(letters: str, codes: Mapping[str, Flag]) -> tuple[Flag, ...]:
    """The flags that a code stands for, or each of its letters; none if one is unknown."""
    if letters in codes:
        return (codes[letters],)
    if all(letter in codes for letter in letters):
        return tuple(dict.fromkeys(codes[letter] for letter in letters))
    return ()


def _quantity(text: str, whole: str, decimal: str | None) -> tuple[Quantity, str]:
    """The quantity in a text, and the sign before its decimals if that tells how others are read."""
    match = _AMOUNT.fullmatch(text) if len(text) < _HUGE else None
    if not match:
        unknown = message("table.symbol", text=whole[:_HUGE]) if whole else message("table.empty_cell")
        raise ReportError(unknown)
    number = _with_point(re.sub(_GAP, "", match["number"]).replace("\u2212", "-"), decimal)
    if number is None:
        raise ReportError(message("table.two_readings", text=whole))
    point = "" if decimal or "." not in number else _telling_sign(number, match["number"])
    return Quantity.parse(f"{match['sign'] or ''}{number}{match['plus'] or ''}"), point


def _with_point(number: str, decimal: str | None) -> str | None:
    """A number with a decimal point and no grouping; None if what it has may be either."""
    sign = decimal or _decimal_sign(number)
    if sign is None:
        return None
    grouping = "." if sign == "," else ","
    before, point, after = number.partition(sign)
    first, *groups = before.lstrip("-+").split(grouping)
    orderly = not groups or (0 < len(first) <= _GROUP and all(len(group) == _GROUP for group in groups))
    if not orderly or (point and not after.isdigit()):
        return None
    return before.replace(grouping, "") + (f".{after}" if after else "")


def _telling_sign(number: str, written: str) -> str:
    """A comma before decimals, or the point of 1.200, which where commas are may stand between thousands."""
    if _decimal_sign(written) == ",":
        return ","
    before, _, after = number.lstrip("-+").partition(".")
    grouped = len(after) == _GROUP and 0 < len(before) <= _GROUP and before != "0"
    return "." if grouped and "," not in written else ""


def _decimal_sign(number: str) -> str | None:
    """The sign before the decimals of a number, where its look tells; a point alone is one."""
    commas, points = number.count(","), number.count(".")
    if commas and points:
        return max(",.", key=number.rfind)
    if commas == 1:
        before, _, after = number.lstrip("-+").partition(",")
        grouped = len(after) == _GROUP and 0 < len(before) <= _GROUP and before != "0"
        return None if grouped else ","
    return "," if points > 1 else "."
