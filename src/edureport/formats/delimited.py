"""CSV (RFC 4180) and TSV, for machines; and the CSV that Excel opens without questions.

In CSV words are always quoted, keys and numbers never: readers that guess the dialect from the first
lines (Python's csv.Sniffer, csvkit) then guess right. In TSV nothing is: tabs, line ends and
backslashes are written as Miller reads them (https://miller.readthedocs.io/en/latest/file-formats).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_machines, itself
from edureport.table import Column, Kind, Row, Table, once

_WORDS = (Kind.LABEL, Kind.TEXT, Kind.SENTENCE)
_TSV = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
_NOTHING = object()  # no cell
_SAFE = (Kind.DATE, Kind.PERIOD)  # dates for Excel too, and what it takes for nothing else


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the header row and the rows; numbers with a point, or a comma for Excel."""
    shown = table.for_machines()
    delimiter = "\t" if style.name == "tsv" else ";" if style.excel else ","
    end = "\r\n" if style.excel else "\n"
    if style.excel:
        out.write("\ufeff")
    out.write(delimiter.join(column.key for column in shown.columns) + end)
    out.writelines(
        delimiter.join(texts) + end
        for texts in _texts([_text(c, style) for c in shown.columns], once(shown.rows))
    )


def _texts(read: Sequence[Callable[[Any], str]], rows: Iterable[Row]) -> Iterator[list[str]]:
    """The text of each cell, row by row; one that is the very cell of the row before is not read again."""
    before: Sequence[object] = [_NOTHING] * len(read)
    texts = [""] * len(read)
    for row in rows:
        cells = zip(row, before, texts, read, strict=True)
        texts = [text if cell is above else write(cell) for cell, above, text, write in cells]
        before = row
        yield texts


def _text(column: Column, style: Style) -> Callable[[Any], str]:
    kind, plain = column.kind, for_machines(column, style)
    if kind.is_number:
        write = _excel_number if style.excel else _number
        return write if plain is itself else lambda cell: write(plain(cell))
    if style.excel and kind not in _SAFE:
        return _excel_text(plain, always_quoted=kind in _WORDS)
    if style.name == "tsv" and not style.excel:  # Excel knows quotes, and no such signs
        return lambda cell: str(plain(cell) or "").translate(_TSV)
    if kind in _WORDS:
        return _words if plain is itself else lambda cell: "" if cell is None else _quoted(str(plain(cell)))
    return (lambda cell: str(cell or "")) if plain is itself else lambda cell: str(plain(cell) or "")


def _words(cell: Any) -> str:
    return "" if cell is None else _quoted(str(cell))


def _number(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"{value:f}" if "E" in text else text


def _excel_number(value: Any) -> str:
    """A number with a decimal comma; one of more digits than Excel has, as a text."""
    from edureport.formats.excel_csv import EXACT_DIGITS, guarded  # only for Excel

    text = _number(value).replace(".", ",")
    digits = sum(map(str.isdigit, text.lstrip("-0,")))
    return _quoted(guarded(text)) if digits > EXACT_DIGITS else text


def _excel_text(plain: Callable[[Any], Any], *, always_quoted: bool) -> Callable[[Any], str]:
    from edureport.formats.excel_csv import guarded

    def write(cell: Any) -> str:
        value = plain(cell)
        if value is None:
            return ""
        text = guarded(str(value))
        return _quoted(text) if always_quoted or text != value else text

    return write


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
