"""Entries of a draft as far as they are made: indicators, sections, targets and parts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from edureport.drafting.draft import DraftBreakdown, DraftIndicator, DraftMember, DraftTarget, Names, Remark
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.unsaid import denies
from edureport.drafting.values import Units, refused
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.content import content
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.page import Page
from edureport.prose.relations.relation import Relation, RelationKind
from edureport.prose.times.times import Role
from edureport.reading.document import Block, Document

FALLBACK_KEY = "indicator"
AKIN = 4  # letters at the beginning that verbs of one meaning share: «построено», «построить»
NUMBERED = "{} ({})"  # a label that is taken already

_NUMBER = re.compile(r"\d+")
_NOT = "-"  # beside the stems of a label that denies something: it says what is not

Meaning = tuple[frozenset[str], str]  # what a label says, and the unit
DEEPEST = 3  # breakdowns within breakdowns


class Indicators:
    """The indicators that a draft has so far; `units` are theirs."""

    def __init__(self, page: Page) -> None:
        self.words, self.language = page.language, page.language.code
        self.units = Units(page)
        self.by_key: dict[str, DraftIndicator] = {}
        self.meanings: dict[Meaning, DraftIndicator] = {}
        self.longer: dict[Meaning, list[tuple[str, DraftIndicator]]] = defaultdict(list)  # by one more stem
        self.keys = UniqueNames()
        self.labels: dict[str, UniqueNames] = {}  # by unit
        self.read: dict[str, frozenset[str]] = {}  # the stems of labels

    def new(self, stated: StatedFigure, section: str | None) -> DraftIndicator:
        """A new indicator, under the shortest label that no other has."""
        (label, unnamed), unit = self.label(stated), self.units.key(stated.unit, stated.figure)
        key = self.keys.name(key_of(label.split(), FALLBACK_KEY))
        entry = DraftIndicator(key, label, unit, stated.kind, stated.passage, section, unnamed=unnamed)
        self.by_key[key] = entry
        meaning = stems, _ = self.meaning(label, stated)
        if meaning not in self.meanings:
            self.meanings[meaning] = entry
            for stem in stems:
                self.longer[stems - {stem}, unit].append((stem, entry))
        return entry

    def known(self, stated: StatedFigure) -> DraftIndicator | None:
        """The indicator that has the label of a figure, if that is one that can be told from others."""
        return None if stated.wording.open else self.meanings.get(self.meaning(stated.wording.label, stated))

    def measuring(self, stated: StatedFigure) -> DraftIndicator | None:
        """The one indicator of what was done of what is planned: «построено школ» for «построить школы»."""
        if stated.wording.open:
            return None
        said = self.stems(stated.wording.around)
        words, unit = self.meaning(stated.wording.label, stated)
        longer = self.longer.get((words, unit), ())
        akin = [entry for stem, entry in longer if any(_akin(stem, other) for other in said)]
        done = [entry for entry in akin if not entry.unnamed and entry.kind is IndicatorKind.FLOW]
        return done[0] if len(done) == 1 and words else None

    def label(self, stated: StatedFigure) -> tuple[str, bool]:
        """The label, and whether a person has to shorten it: one that two figures share tells neither."""
        wording = stated.wording
        taken = self.meaning(wording.label, stated) in self.meanings
        fresh = self.labels.setdefault(
            self.units.key(stated.unit, stated.figure), UniqueNames(pattern=NUMBERED)
        )
        label = wording.around if taken else wording.label
        name = fresh.name(label)
        if name != label:  # it says the same, and has a number of its own
            self.read[name] = self.stems(label) | {*_NUMBER.findall(name)}
        return name, wording.open or taken

    def meaning(self, label: str, stated: StatedFigure) -> Meaning:
        """What makes two figures the same indicator: the stems of the label, and the unit."""
        return self.stems(label), self.units.key(stated.unit, stated.figure)

    def stems(self, label: str) -> frozenset[str]:
        """The stems of the words of a label that say what it names; each label is read once."""
        if label not in self.read:
            numbers = _NUMBER.findall(label)  # "Pupils, 1-4", "Pupils, 5-9"
            denied = [_NOT] if denies(label, self.words) else []
            self.read[label] = frozenset((*content(label, self.language), *numbers, *denied))
        return self.read[label]


def _akin(one: str, other: str) -> bool:
    """Whether two stems may be forms of one verb: more than half of the shorter one begins both."""
    needed = max(AKIN, min(len(one), len(other)) // 2 + 1)
    return len(one) >= needed and one[:needed] == other[:needed]


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
        said = stated.passage.where["sentence"], entry.key, self.due(stated)
        return not stated.level and said in self.planned_in


def link_totals(entries: Iterable[DraftIndicator], claims: Mapping[str, DraftIndicator]) -> None:
    """Link each "all schools" to the indicator that counts all of them."""
    counted = [entry for entry in entries if entry.value and not entry.unnamed and entry.key not in claims]
    # By unit the first that has parts, else that is called a number of things.
    totals = {entry.unit: entry for entry in reversed(counted) if entry.totals}
    totals |= {entry.unit: entry for entry in reversed(counted) if entry.parts}
    for entry in claims.values():
        total = totals.get(entry.unit)
        if total is None:
            entry.remark(Remark.NO_TOTAL)
        else:
            entry.value = f"all of {total.key}"
            entry.remark(Remark.TOTAL, key=total.key)


def breakdowns_of(
    index: int, divisions: Mapping[int, Relation], figures: Mapping[int, StatedFigure]
) -> list[DraftBreakdown]:
    """The breakdown of a figure, if the text gives its parts."""
    group = divisions.get(index)
    if group is None:
        return []
    members: list[DraftMember] = []
    keys, labels = UniqueNames(), UniqueNames(pattern=NUMBERED)
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
