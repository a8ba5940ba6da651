"""Draft: the contents of a report file made from a text; what is None is to be completed by a person."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind, Text

Names = Mapping[str, str]  # by language

COUNTED = ("indicators", "parts", "targets", "earlier", "unnamed", "again", "left")  # in this order shown


class Remark(StrEnum):
    """What a draft remarks on an indicator: the keys of the catalogue."""

    AGAIN = "draft.again"  # another sentence states the same
    EARLIER = "draft.earlier"  # a figure of an earlier period
    TOTAL = "draft.total"  # "all schools": all of this indicator, as it seems
    NO_TOTAL = "draft.no_total"  # of which one is not known
    NEW = "draft.new"  # the last report has nothing of this
    WAS_PART = "draft.was_part"  # the last report has it as a part


# Where a person has to decide.
OPEN_REMARKS = frozenset({Remark.TOTAL, Remark.NO_TOTAL, Remark.NEW, Remark.WAS_PART})


class Passage(NamedTuple):
    """The sentence of a figure, and its place by the keys of `where` in a report file."""

    text: str
    where: Mapping[str, int]


class DraftUnit(NamedTuple):
    """What is counted; `lemma`: in its dictionary form; not `whole` if there are figures of it below zero."""

    name: str | None
    lemma: bool
    whole: bool = True
    forms: Mapping[str, Mapping[str, str]] = MappingProxyType({})  # by language and category, if known


class DraftMember(NamedTuple):
    """A member of a breakdown; `at` is where its number stands in the text."""

    key: str
    label: str
    value: str
    as_written: str
    passage: Passage
    at: int
    unnamed: bool = False  # a person has to find the label
    parts: Sequence["DraftBreakdown"] = ()
    names: Names = MappingProxyType({})  # the label in all languages, if they are known


class DraftEarlier(NamedTuple):
    """A value for an earlier period, in the notation of report files, and where it stands in the text."""

    value: str
    at: int


class DraftBreakdown(NamedTuple):
    """The breakdown of an indicator or of a part of it."""

    members: Sequence[DraftMember]
    complete: bool
    key: str = "parts"
    names: Names = MappingProxyType({})


@dataclass(slots=True)
class DraftIndicator:
    """An indicator of a draft."""

    key: str
    label: str
    unit: str
    kind: IndicatorKind | None
    passage: Passage
    section: str | None = None
    value: str | None = None  # in the notation of report files; without one only a target is known
    as_written: str | None = None
    at: int | None = None  # where the number stands in the text
    totals: bool = False
    unnamed: bool = False  # a person has to find the label
    names: Names = field(default_factory=dict)  # the label in all languages, if they are known
    parts: list[DraftBreakdown] = field(default_factory=list)
    earlier: dict[Period, DraftEarlier] = field(default_factory=dict)
    remarks: list[tuple[Remark, Message]] = field(default_factory=list)  # for who completes the draft

    def remark(self, remark: Remark, **values: object) -> None:
        """Add a remark with the values of its message."""
        self.remarks.append((remark, message(remark, **values)))

    @property
    def states(self) -> bool:
        """Whether the text states a figure for the period of the report."""
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
    at: int


class LeftOut(NamedTuple):
    """A figure that the draft leaves out, and why."""

    words: str
    why: Message
    passage: Passage


@dataclass(frozen=True, slots=True)
class Draft:
    """A report file in the making; `items` are its indicators and what is left out, in text order."""

    path: str
    identifier: str
    organisation: str | None
    title: str | None
    period: Period
    language: str
    units: Mapping[str, DraftUnit]
    sections: Mapping[str, Names]
    items: Sequence[DraftIndicator | LeftOut]
    targets: Sequence[DraftTarget]
    figures: int  # that state something in the text
    organisation_names: Names = field(default_factory=dict)
    past: Sequence[tuple[str, Text, str]] = ()  # key, label and figure of what only the last report has

    @property
    def entries(self) -> Iterator[DraftIndicator]:
        """The indicators."""
        return (item for item in self.items if isinstance(item, DraftIndicator))

    def counts(self) -> dict[str, int]:
        """How many figures of the text became what; together they are all that state something."""
        found = Counter({"left": sum(isinstance(item, LeftOut) for item in self.items)})
        planned = Counter(target.indicator for target in self.targets)
        for entry in self.entries:
            remarks = Counter(remark for remark, _ in entry.remarks)
            own = _members(entry.parts)
            own.update(indicators=entry.states, targets=planned[entry.key], earlier=remarks[Remark.EARLIER])
            found["again"] += remarks[Remark.AGAIN]
            found.update({"unnamed": own.total()} if entry.unnamed else own)
        return {what: found[what] for what in COUNTED}


def _members(breakdowns: Sequence[DraftBreakdown]) -> Counter[str]:
    """How many parts there are with a name and without one, with those of the parts."""
    found = Counter[str]()
    for part in (member for parts in breakdowns for member in parts.members):
        own = _members(part.parts) + Counter(parts=1)
        found.update({"unnamed": own.total()} if part.unnamed else own)
    return found
