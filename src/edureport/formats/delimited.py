"""CSV (RFC 4180) and TSV, for machines; and the CSV that Excel opens without questions.

Words are always quoted, keys and numbers never: readers that guess the dialect from the first lines
(Python's csv.Sniffer, csvkit) then guess right.
"""

from collections.abc import Callable
from decimal import Decimal
from typing import Any, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.table import Column, Kind, Table

# What a spreadsheet would take for a formula (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WORDS = (Kind.LABEL, Kind.TEXT)


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the header row and the rows; numbers with a point, or a comma for Excel."""
    shown = table.for_machines()
    delimiter = "\t" if style.name == "tsv" else ";" if style.excel else ","
    end = "\r\n" if style.excel else "\n"
    if style.excel:
        out.write("\ufeff")
    out.write(delimiter.join(column.key for column in shown.columns) + end)
    read = [_text(column, style) for column in shown.columns]
    out.writelines(
        delimiter.join([text(cell) for text, cell in zip(read, row, strict=True)]) + end for row in shown.rows
    )


def _text(column: Column, style: Style) -> Callable[[Any], str]:
    plain = for_machines(column)
    if column.kind.is_number:
        return lambda cell: _number(plain(cell), "," if style.excel else ".")
    if column.kind in _WORDS:
        harmful = FORMULA if style.excel else ()
        return lambda cell: _quoted(plain(cell), harmful)
    return lambda cell: str(plain(cell) or "")


def _number(value: Any, point: str) -> str:
    text = f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)
    return text if point == "." else text.replace(".", point)


def _quoted(value: Any, harmful: tuple[str, ...]) -> str:
    if value is None:
        return ""
    text = str(value).replace('"', '""')
    return f'"\'{text}"' if harmful and text.startswith(harmful) else f'"{text}"'
