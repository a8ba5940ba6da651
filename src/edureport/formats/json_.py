"""JSON (RFC 8259), one object a table, and JSON Lines, one object a row."""

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TextIO

from edureport.formats import Style
from edureport.formats.cells import for_machines
from edureport.languages.values import Amount, Pace, Percent, Rounded, outward, outward_pace
from edureport.languages.visible import visible
from edureport.message import Message
from edureport.table import Table, once

if TYPE_CHECKING:
    from edureport.languages.catalogue import Catalogue

_encode = json.JSONEncoder(ensure_ascii=False).encode  # dumps makes an encoder of each value
VERSION = 1  # 1: schema, language, title, rows, notes


def write(table: Table, out: TextIO, style: Style) -> None:
    """Write `{"schema", "language", "title", "rows", "notes"}`, or a row a line; numbers keep all digits."""
    rows = _rows(table.for_machines(), style)
    if style.name == "jsonl":
        out.writelines(row + "\n" for row in rows)
        return
    out.write('{"schema": ' + _json(f"edureport.{table.name}/{VERSION}"))
    out.write(', "language": ' + _json(style.language))
    out.write(', "title": ' + _json(style.words.say(table.title)))
    out.write(', "rows": [')
    separator = "\n"
    for row in rows:
        out.write(separator + row)
        separator = ",\n"
    out.write('\n], "notes": [' if separator != "\n" else '], "notes": [')
    out.write(", ".join(_json(_note(note, style.words)) for note in table.notes))
    out.write("]}\n")


def _rows(table: Table, style: Style) -> Iterator[str]:
    names = [_json(column.key) + ": " for column in table.columns]
    cells = [for_machines(column, style) for column in table.columns]
    for row in once(table.rows):
        values = [read(cell) for read, cell in zip(cells, row, strict=True)]
        pairs = [name + _json(value) for name, value in zip(names, values, strict=True)]
        yield "{" + ", ".join(pairs) + "}"


def _json(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_json, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_json(key)}: {_json(item)}" for key, item in value.items()) + "}"
    return _encode(value)


def _note(note: Message, words: "Catalogue") -> dict[str, Any]:
    """What a note says, and what it says it of; `key` and `text` are the same in every note."""
    values = {name: _value(value, words) for name, value in note.values.items()}
    return {"key": "", "text": ""} | values | {"key": note.key, "text": words.say(note)}


def _value(value: Any, words: "Catalogue") -> Any:
    """A value of a message for machines, names in the language of the catalogue."""
    if value is None or isinstance(value, (bool, int, Decimal, str)):
        return value
    if isinstance(value, Message):
        return _note(value, words)
    if type(value) is tuple:
        return [_value(item, words) for item in value]
    if isinstance(value, (Percent, Rounded)):
        return _amount(outward(value.amount, value.digits, percent=isinstance(value, Percent)))
    if isinstance(value, Pace):
        return _amount(outward_pace(value.amount))
    if hasattr(value, "bound"):
        return _amount(value)
    if hasattr(value, "low_open"):
        ends = {"low": value.low, "high": value.high}
        finite = {name: end if end.is_finite() else None for name, end in ends.items()}
        return finite | {"low_open": value.low_open, "high_open": value.high_open}
    if hasattr(value, "texts"):
        return value.in_language(words.code)
    if hasattr(value, "key"):
        return value.key
    return visible(str(value))


def _amount(amount: Amount) -> dict[str, Any]:
    values = {"value": amount.stated, "bound": str(amount.bound)}
    return values if amount.upper is None else values | {"upper": amount.upper}
