"""Draft: what a report file could say of a text, as plain values; what is None is to be completed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from edureport.message import Message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind

PERCENT = "percent"  # the key of the unit %


class Passage(NamedTuple):
    """The sentence that a figure stands in, and where that is found, by the keys of `where`."""

    text: str
    where: Mapping[str, int]


class DraftUnit(NamedTuple):
    """What is counted; `lemma` says that the name is the form that a dictionary has."""

    name: str | None
    lemma: bool


class DraftMember(NamedTuple):
    """A member of a breakdown."""

    key: str
    label: str
    value: str
    as_written: str
    passage: Passage
    parts: Sequence["DraftBreakdown"] = ()


class DraftBreakdown(NamedTuple):
    """The breakdown of an indicator or of a part of it."""

    members: Sequence[DraftMember]
    complete: bool


@dataclass(slots=True)
class DraftIndicator:
    """An indicator. `value` is in the notation of report files; without one only a plan is known.

    `notes` are remarks for the person who completes the draft.
    """

    key: str
    label: str
    unit: str
    kind: IndicatorKind | None
    passage: Passage
    section: str | None = None
    value: str | None = None
    as_written: str | None = None
    totals: bool = False
    parts: list[DraftBreakdown] = field(default_factory=list)
    earlier: dict[Period, str] = field(default_factory=dict)
    notes: list[Message] = field(default_factory=list)

    @property
    def states(self) -> bool:
        """Whether a figure of the period has been found."""
        return self.as_written is not None


class DraftTarget(NamedTuple):
    """A target for the indicator of this key."""

    key: str
    label: str
    indicator: str
    value: str
    due: date | None
    as_written: str
    passage: Passage


class LeftOut(NamedTuple):
    """A figure that the draft leaves out, and why."""

    words: str
    why: Message
    passage: Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """A report file in the making; `items` are the indicators and what was left out, as the text goes."""

    path: str
    identifier: str
    organisation: str | None
    title: str | None
    period: Period
    language: str
    units: Mapping[str, DraftUnit]
    sections: Mapping[str, str]
    items: Sequence[DraftIndicator | LeftOut]
    targets: Sequence[DraftTarget]
    figures: int  # that state something in the text

    @property
    def entries(self) -> Iterator[DraftIndicator]:
        """The indicators."""
        return (item for item in self.items if isinstance(item, DraftIndicator))

    def counts(self) -> dict[str, int]:
        """What became of the figures; together they are all of the text."""
        entries = list(self.entries)
        notes = [note.key for entry in entries for note in entry.notes]
        return {
            "indicators": sum(entry.states for entry in entries),
            "parts": sum(_members(parts) for entry in entries for parts in entry.parts),
            "targets": len(self.targets),
            "earlier": notes.count("draft.earlier"),
            "again": notes.count("draft.again"),
            "left": sum(isinstance(item, LeftOut) for item in self.items),
        }


def _members(parts: DraftBreakdown) -> int:
    """How many parts there are, with those of the parts."""
    return sum(1 + sum(map(_members, part.parts)) for part in parts.members)
