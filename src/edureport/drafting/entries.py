"""Entries of a draft beside its indicators: sections, targets and parts; which one "all schools" means."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from edureport.drafting.draft import DraftBreakdown, DraftIndicator, DraftMember, DraftTarget, Names, Remark
from edureport.drafting.indicators import NUMBERED
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.values import refused
from edureport.model.period import Period
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.relations.relation import Relation, RelationKind
from edureport.prose.times.times import Role
from edureport.reading.document import Block, Document

DEEPEST = 3  # breakdowns within breakdowns


class Sections:
    """The sections in which a figure was found; `names` by their key."""

    def __init__(self, document: Document, language: str) -> None:
        self.document, self.language = document, language
        self.names: dict[str, Names] = {}
        self.keys = UniqueNames()
        self.headings: dict[Block, str] = {}

    def key(self, heading: Block | None) -> str | None:
        """The key of the section that a heading begins; the title begins none."""
        document = self.document
        if heading is None or heading == document.blocks[0]:
            return None
        if heading not in self.headings:
            label = named(document.text[heading.start : heading.end], self.language)
            if not label:
                return None
            key = self.keys.name(key_of(label.split(), "section"))
            self.names[key] = {self.language: label}
            self.headings[heading] = key
        return self.headings[heading]


class Targets:
    """The targets that a draft of a report on `period` has so far, by their key."""

    def __init__(self, period: Period) -> None:
        self.period = period
        self.by_key: dict[str, DraftTarget] = {}
        self.keys = UniqueNames()
        self.planned: set[tuple[str, str, date | None]] = set()  # indicator, value, due
        self.planned_in: set[tuple[int, str, date | None]] = set()  # sentence, indicator, due

    def add(self, entry: DraftIndicator, stated: StatedFigure) -> None:
        """Add a target of an indicator; one that is there already becomes a remark on that."""
        due, value = self.due(stated), stated.value or ""
        if (entry.key, value, due) in self.planned:
            entry.remark(Remark.AGAIN, sentence=stated.passage.where["sentence"])
            return
        self.planned.add((entry.key, value, due))
        self.planned_in.add((stated.passage.where["sentence"], entry.key, due))
        key = self.keys.name(f"{entry.key}_{due.year if due else 'plan'}")
        self.by_key[key] = DraftTarget(
            key, entry.label, entry.key, value, due, stated.wording.quote, stated.passage, stated.figure.start
        )

    def due(self, stated: StatedFigure) -> date | None:
        """By when something is to be, if the text says so."""
        time = stated.time
        ahead = time and (time.role is Role.DUE or time.period.last > self.period.last)
        return time.period.last if time and ahead else None

    def is_planned_beside(self, entry: DraftIndicator, stated: StatedFigure) -> bool:
        """Whether the same sentence plans something of this by the same day already: it is something else."""
        return (
            not stated.level
            and (stated.passage.where["sentence"], entry.key, self.due(stated)) in self.planned_in
        )


def link_totals(entries: Iterable[DraftIndicator], claims: Mapping[str, DraftIndicator]) -> None:
    """Link each "all schools" to the indicator that counts all of them."""
    counted = [entry for entry in entries if entry.value and not entry.unnamed and entry.key not in claims]
    units = {entry.unit for entry in claims.values()}
    totals = {unit: _total([one for one in counted if one.unit == unit]) for unit in units}
    for entry in claims.values():
        total = totals[entry.unit]
        if total is None:
            entry.remark(Remark.NO_TOTAL)
        else:
            entry.value = f"all of {total.key}"
            entry.remark(Remark.TOTAL, key=total.key)


def _total(same: Sequence[DraftIndicator]) -> DraftIndicator | None:
    """Which of these counts all of their unit: it has parts, or is called a number of things."""
    divided = [entry for entry in same if entry.parts]
    called = [entry for entry in same if entry.totals]
    return next(iter((*divided, *called)), None)


def breakdowns_of(
    index: int, divisions: Mapping[int, Relation], figures: Mapping[int, StatedFigure]
) -> list[DraftBreakdown]:
    """The breakdown of a figure, if the text gives its parts."""
    group = divisions.get(index)
    if group is None:
        return []
    members: list[DraftMember] = []
    keys, labels = UniqueNames(), UniqueNames(NUMBERED)
    for number in group.parts:
        stated = figures[number]
        wording = stated.wording
        taken = any(part.label == wording.label for part in members)
        unnamed = taken or (wording.open and not wording.apart)  # "of these 12 at the first level"
        label = labels.name(wording.around if unnamed else wording.label)
        key = keys.name(key_of(label.split(), "part"))
        value, words = stated.value or "", stated.wording.quote
        at, parts = stated.figure.start, breakdowns_of(number, divisions, figures)
        members.append(DraftMember(key, label, value, words, stated.passage, at, unnamed, parts))
    return [DraftBreakdown(members, group.complete)]


def divisions_of(
    relations: Sequence[Relation], stated: Mapping[int, StatedFigure], period: Period
) -> dict[int, Relation]:
    """The wholes with parts that a report file can hold: each figure is part of one whole at most."""
    divisions: dict[int, Relation] = {}
    above: dict[int, int] = {}
    for group in relations:
        whole = group.whole
        if group.kind is not RelationKind.PARTS or whole is None or set(group.counts) != {1}:
            continue
        chain = [whole]
        while chain[-1] in above:
            chain.append(above[chain[-1]])
        free = whole not in divisions and not any(part in above or part in chain for part in group.parts)
        # A part that was divided before would come to lie deeper.
        flat = len(chain) <= DEEPEST and divisions.keys().isdisjoint(group.parts)
        if free and flat and all(_counts(stated.get(p), period) for p in (whole, *group.parts)):
            divisions[whole] = group
            above.update(dict.fromkeys(group.parts, whole))
    return divisions


def _counts(statement: StatedFigure | None, period: Period) -> bool:
    """Whether a figure counts something for the period of the report."""
    if statement is None or statement.period != period:
        return False
    figure = statement.figure
    plain = figure.kind is FigureKind.FIGURE and not figure.percent and figure.mode is not Mode.FROM
    return plain and statement.value is not None and refused(figure, statement.value) is None
