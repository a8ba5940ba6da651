"""CSV (RFC 4180) and TSV, for machines; and the CSV that Excel opens without questions."""

import csv
from collections.abc import Callable
from decimal import Decimal
from typing import Any, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.table import Column, Table

# What a spreadsheet would take for a formula (OWASP, "CSV injection").
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write the header row and the rows; numbers with a point, or a comma for Excel."""
    shown = table.for_machines()
    if style.excel:
        out.write("\ufeff")
    dialect: dict[str, Any] = {"lineterminator": "\n"}
    if style.excel:
        dialect = {"lineterminator": "\r\n", "delimiter": ";"}
    if style.name == "tsv":
        dialect["delimiter"] = "\t"
    rows = csv.writer(out, **dialect)
    rows.writerow([column.key for column in shown.columns])
    cells = [_text(column, style.excel) for column in shown.columns]
    rows.writerows([read(cell) for read, cell in zip(cells, row, strict=True)] for row in shown.rows)


def _text(column: Column, excel: bool) -> Callable[[Any], str | int | None]:
    plain = for_machines(column)
    if column.kind.is_number:

        def number(cell: Any) -> str | int | None:
            value = plain(cell)
            text = f"{value:f}" if isinstance(value, Decimal) else value
            return text.replace(".", ",") if excel and isinstance(text, str) else text

        return number
    if not excel:
        return plain  # type: ignore[return-value]  # only number columns hold Decimals

    def harmless(cell: Any) -> str | int | None:
        value = plain(cell)
        return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value  # type: ignore[return-value]

    return harmless
