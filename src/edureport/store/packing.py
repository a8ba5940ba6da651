"""Reports as JSON and back: every field by its type, what several fields share once.

A report that is packed and unpacked is equal to the one before, and what was one object in it is one again.
"""

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Union, get_args, get_origin, get_type_hints

from edureport.message import Message
from edureport.model.period import Period
from edureport.model.report import Figures, Indicator, Observation, Report, Section, Unit
from edureport.problem import Place

_PLAIN = (str, int, bool, type(None))
_AS_IS = (*_PLAIN, str | None, int | None, bool | None)
_SHARED = (Indicator, Unit, Section, Period)  # that several fields of a report have in common


class Codec(NamedTuple):
    """How values of a type are packed and unpacked; both take what the report shares."""

    pack: "Callable[[Any, Sharing], Any]"
    unpack: "Callable[[Any, list[Any]], Any]"


class Sharing:
    """What a report shares, packed, each once; before all the name of its file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.packed: list[Any] = [path]
        self.kinds: list[int] = []
        self._numbers: dict[int, int] = {}
        self._alive: list[object] = []  # an id stands for an object as long as it is there

    def number(self, value: object, pack: "Callable[[Any, Sharing], Any]") -> int:
        """The number of an object; what it shares itself has lower ones."""
        known = self._numbers.get(id(value))
        if known is None:
            packed = pack(value, self)
            known = self._numbers[id(value)] = len(self.packed)
            self.packed.append(packed)
            self.kinds.append(_SHARED.index(type(value)))
            self._alive.append(value)
        return known


def packed(report: Report) -> bytes:
    """A report as JSON; TypeError for one that was joined out of several."""
    sharing = Sharing(report.path)
    root = _codec(Report).pack(report, sharing)
    text = json.dumps([sharing.kinds, sharing.packed, root], ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "surrogatepass")


def unpacked(text: bytes) -> Report:
    """The report in such a text; one of several errors if it is none."""
    kinds, values, root = json.loads(text.decode("utf-8", "surrogatepass"))
    shared: list[Any] = values[:1]
    for kind, value in zip(kinds, values[1:], strict=True):
        shared.append(_own_codec(_SHARED[kind]).unpack(value, shared))
    report = _codec(Report).unpack(root, shared)
    if not isinstance(report, Report):
        raise TypeError(type(report))
    return report


@cache
def _codec(kind: Any) -> Codec:
    """The codec of a type; shared ones are numbers."""
    if kind in _SHARED:
        own = _own_codec(kind)
        return Codec(
            lambda value, sharing: sharing.number(value, own.pack), lambda value, shared: shared[value]
        )
    return _own_codec(kind)


@cache
def _own_codec(kind: Any) -> Codec:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        return _optional(_codec(next(one for one in arguments if one is not type(None))))
    if origin is tuple:
        return _list(_codec(arguments[0]), tuple)
    if origin is Mapping:
        return _mapping(*map(_codec, arguments))
    if kind in _SIMPLE:
        return _SIMPLE[kind]
    if kind is Figures:
        return _list(_codec(Observation), Figures)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Codec(lambda value, _: value.value, lambda value, _: kind(value))
    return _record(kind)


def _optional(inner: Codec) -> Codec:
    pack, unpack = inner
    return Codec(
        lambda value, sharing: None if value is None else pack(value, sharing),
        lambda value, shared: None if value is None else unpack(value, shared),
    )


def _list(inner: Codec, make: Callable[[Any], Any]) -> Codec:
    pack, unpack = inner
    return Codec(
        lambda value, sharing: [pack(one, sharing) for one in value],
        lambda value, shared: make([unpack(one, shared) for one in value]) if value else make(()),
    )


def _mapping(key: Codec, inner: Codec) -> Codec:
    pack, unpack = inner
    return Codec(
        lambda value, sharing: [[key.pack(name, sharing), pack(one, sharing)] for name, one in value.items()],
        lambda value, shared: {key.unpack(name, shared): unpack(one, shared) for name, one in value},
    )


def _record(kind: Any) -> Codec:
    """The codec of a named tuple or a dataclass: its fields in their order."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else list(kind._fields)
    codecs = [_codec(hints[name]) for name in names]
    packs = [(name, codec.pack) for name, codec in zip(names, codecs, strict=True)]
    told = [(place, codec.unpack) for place, codec in enumerate(codecs) if hints[names[place]] not in _AS_IS]

    def pack(value: Any, sharing: Sharing) -> list[Any]:
        return [each(getattr(value, name), sharing) for name, each in packs]

    def unpack(value: list[Any], shared: list[Any]) -> Any:
        for place, each in told:
            if value[place] is not None:
                value[place] = each(value[place], shared)
        return kind(*value)

    return Codec(pack, unpack)


def _pack_place(place: Place, sharing: Sharing) -> list[Any]:
    """A place, without the name of the file if that is the report's."""
    if place.path == sharing.path and place.sheet is None:
        return [place.line, place.column]
    return [place.line, place.column, place.path, place.sheet]


def _unpack_place(value: list[Any], shared: list[Any]) -> Place:
    if len(value) == 2:
        return Place(shared[0], value[0], value[1])
    line, column, path, sheet = value
    return Place(path, line, column, sheet)


def _refuse(value: Any, _: Any) -> Any:
    """A message holds anything; a report with one was joined out of several, and is not to be packed."""
    raise TypeError(type(value))


_SIMPLE: dict[Any, Codec] = {
    **dict.fromkeys(_PLAIN, Codec(lambda value, _: value, lambda value, _: value)),
    Place: Codec(_pack_place, _unpack_place),
    Message: Codec(_refuse, _refuse),
    Decimal: Codec(lambda value, _: str(value), lambda value, _: Decimal(value)),
    date: Codec(lambda value, _: value.isoformat(), lambda value, _: date.fromisoformat(value)),
}
