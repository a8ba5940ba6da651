"""Building a draft: every figure that the text states becomes an entry, or is left out with a reason."""

import re
from bisect import bisect_right
from collections import defaultdict
from datetime import date

from edureport.drafting.draft import (
    Draft,
    DraftBreakdown,
    DraftEarlier,
    DraftIndicator,
    DraftMember,
    DraftTarget,
    LeftOut,
    Names,
    Remark,
)
from edureport.drafting.heading import identifier_of, title_of
from edureport.drafting.names import LONGEST_TEXT, UniqueNames, cleaned, key_of, named
from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.stated_figures import StatedFigures, stated_figures
from edureport.drafting.units import Units
from edureport.drafting.values import notation, refused
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.context_window import content
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.organisation import organisation_of
from edureport.prose.reading import Reading
from edureport.prose.times.times import Role
from edureport.reading.document import Block, Document

FALLBACK_KEY = "indicator"
AKIN = 4  # letters at the beginning that verbs of one meaning share: «построено», «построить»
NUMBERED = "{} ({})"  # a label that is taken already
LONGEST_WORDS = 100  # characters of a figure that is left out

_NUMBER = re.compile(r"\d+")

Meaning = tuple[frozenset[str], str]  # what a label says, and the unit


def build(
    document: Document,
    reading: Reading,
    period: Period,
    *,
    identifier: str | None = None,
    organisation: str | None = None,
) -> Draft:
    """The draft of a report on this period from a document and the reading of its text."""
    language = reading.language
    source = stated_figures(document, reading, period)
    builder = _DraftBuilder(source)
    for index in source.figures:
        builder.add(index)
    builder.link_totals()
    return Draft(
        path=document.path,
        identifier=cleaned(identifier or "")[:LONGEST_TEXT] or identifier_of(document.path),
        organisation=named(organisation or organisation_of(source.page) or "", language),
        title=title_of(document, language),
        period=period,
        language=language,
        units=builder.units.by_key,
        sections=builder.sections,
        items=builder.items,
        targets=tuple(builder.targets.values()),
        figures=len(source.figures),
    )


class _DraftBuilder:
    """The entries of a draft as far as they are made; figures are named by their index in the text."""

    def __init__(self, source: StatedFigures) -> None:
        self.source = source
        self.language = source.page.language.code
        self.parts = frozenset(part for group in source.divisions.values() for part in group.parts)
        self.indices = list(source.figures)
        self.units = Units(source.page)
        self.sections: dict[str, Names] = {}
        self.headings: dict[Block, str] = {}
        self.items: list[DraftIndicator | LeftOut] = []
        self.entries: dict[str, DraftIndicator] = {}
        self.meanings: dict[Meaning, DraftIndicator] = {}
        self.longer: dict[Meaning, list[tuple[str, DraftIndicator]]] = defaultdict(list)  # by one more stem
        self.targets: dict[str, DraftTarget] = {}
        self.planned_in: set[tuple[int, str, date | None]] = set()  # sentence, indicator, due
        self.planned: set[tuple[str, str, date | None]] = set()  # of targets: indicator, value, due
        self.claims: dict[str, DraftIndicator] = {}  # "all schools", without a number
        self.keys, self.target_keys, self.section_keys = UniqueNames(), UniqueNames(), UniqueNames()
        self.labels: dict[str, UniqueNames] = {}  # by unit
        self.read: dict[str, frozenset[str]] = {}  # the stems of labels

    def add(self, index: int) -> None:
        """Make an entry of a figure, or leave it out; parts are added with their whole."""
        stated = self.source.figures[index]
        if index in self.parts:
            return
        if why := refused(stated.figure, stated.value):
            self.leave_out(stated, why)
        elif stated.in_row:
            self.leave_out(stated, message("draft.left_row"))
        elif stated.figure.kind is FigureKind.TARGET:
            self.add_target(stated)
        elif stated.figure.mode is Mode.FROM:
            self.add_from(index, stated)
        elif stated.period is None:
            self.leave_out(stated, message("draft.left_later"))
        elif stated.wording.against and stated.time is None:
            self.leave_out(stated, message("draft.left_from"))
        elif stated.period == self.source.period:
            self.add_current(index, stated)
        else:
            self.add_earlier(stated, stated.period)

    def leave_out(self, stated: StatedFigure, why: Message) -> None:
        """Leave a figure out, with the reason."""
        self.items.append(LeftOut(stated.wording.quote[:LONGEST_WORDS], why, stated.passage))

    # Indicators

    def add_current(self, index: int, stated: StatedFigure) -> None:
        """Add a figure for the period of the report: a new indicator, or one that has an entry already."""
        known = self.known(stated)
        value = stated.value
        if known is not None and value is not None and known.value == value and not known.parts:
            known.remark(Remark.AGAIN, sentence=stated.passage.where["sentence"])
            known.parts += self.parts_of(index)
            return
        entry = known if known is not None and not known.states else self.new(stated)
        entry.passage, entry.as_written, entry.value = stated.passage, stated.wording.quote, value
        entry.at = stated.figure.start
        entry.totals = stated.wording.totals
        entry.parts += self.parts_of(index)
        if stated.figure.all:
            self.claims[entry.key] = entry
            entry.kind = IndicatorKind.STOCK

    def new(self, stated: StatedFigure) -> DraftIndicator:
        """A new indicator, under the shortest label that no other has."""
        label, unnamed = self.label(stated)
        section = self.section(stated.heading)
        unit = self.unit(stated)
        key = self.keys.name(key_of(label.split(), FALLBACK_KEY))
        entry = DraftIndicator(key, label, unit, stated.kind, stated.passage, section, unnamed=unnamed)
        self.entries[key] = entry
        self.items.append(entry)
        meaning = stems, _ = self.meaning(label, stated)
        if meaning not in self.meanings:
            self.meanings[meaning] = entry
            for stem in stems:
                self.longer[stems - {stem}, unit].append((stem, entry))
        return entry

    def known(self, stated: StatedFigure) -> DraftIndicator | None:
        """The indicator that has the label of a figure, if that is one that can be told from others."""
        return None if stated.wording.open else self.meanings.get(self.meaning(stated.wording.label, stated))

    def label(self, stated: StatedFigure) -> tuple[str, bool]:
        """The label, and whether a person has to shorten it: one that two figures share tells neither."""
        wording = stated.wording
        taken = self.meaning(wording.label, stated) in self.meanings
        fresh = self.labels.setdefault(self.unit(stated), UniqueNames(NUMBERED))
        label = wording.around if taken else wording.label
        return fresh.name(label), wording.open or taken

    def meaning(self, label: str, stated: StatedFigure) -> Meaning:
        """What makes two figures the same indicator: the stems of the label, and the unit."""
        return self.stems(label), self.unit(stated)

    def stems(self, label: str) -> frozenset[str]:
        """The stems of the words of a label that say what it names; each label is read once."""
        if label not in self.read:
            numbers = _NUMBER.findall(label)  # "Pupils, 1-4", "Pupils, 5-9"
            self.read[label] = frozenset((*content(label, self.language), *numbers))
        return self.read[label]

    def unit(self, stated: StatedFigure) -> str:
        """The key of the unit."""
        return self.units.key(stated.unit, stated.figure)

    def section(self, heading: Block | None) -> str | None:
        """The key of the section that a heading begins; the title begins none."""
        document = self.source.document
        if heading is None or heading == document.blocks[0]:
            return None
        if heading not in self.headings:
            label = named(document.text[heading.start : heading.end], self.language)
            if not label:
                return None
            key = self.section_keys.name(key_of(label.split(), "section"))
            self.sections[key] = {self.language: label}
            self.headings[heading] = key
        return self.headings[heading]

    def parts_of(self, index: int) -> list[DraftBreakdown]:
        """The breakdown of a figure, if the text gives its parts."""
        group = self.source.divisions.get(index)
        if group is None:
            return []
        members: list[DraftMember] = []
        keys, labels = UniqueNames(), UniqueNames(NUMBERED)
        for number in group.parts:
            stated = self.source.figures[number]
            wording = stated.wording
            taken = any(part.label == wording.label for part in members)
            unnamed = taken or (wording.open and not wording.apart)  # "of these 12 at the first level"
            label = labels.name(wording.around if unnamed else wording.label)
            key = keys.name(key_of(label.split(), "part"))
            value, words = stated.value or "", stated.wording.quote
            at, parts = stated.figure.start, self.parts_of(number)
            members.append(DraftMember(key, label, value, words, stated.passage, at, unnamed, parts))
        return [DraftBreakdown(members, group.complete)]

    # Other periods

    def add_from(self, index: int, stated: StatedFigure) -> None:
        """Add the first figure of «с 45 до 60», if the text says of which earlier period it is."""
        following = self.following(index)
        paired = following is not None and following.figure.mode is Mode.TO
        earlier = stated.period not in (None, self.source.period) and stated.time is not None
        if paired and earlier and stated.period is not None:
            self.add_earlier(stated, stated.period)
        else:
            self.leave_out(stated, message("draft.left_from"))

    def following(self, index: int) -> StatedFigure | None:
        """The next figure that the text states."""
        number = bisect_right(self.indices, index)
        return self.source.figures[self.indices[number]] if number < len(self.indices) else None

    def add_earlier(self, stated: StatedFigure, period: Period) -> None:
        """Add a figure for an earlier period, to an indicator that has an entry or gets one now."""
        value = stated.value
        if value is None:  # "all schools" of another year
            self.leave_out(stated, message("draft.left_unread"))
            return
        entry = self.known(stated) or self.continued(stated) or self.new(stated)
        if period in entry.earlier and entry.earlier[period].value != value:
            self.leave_out(stated, message("draft.left_twice", period=notation(period)))
            return
        entry.earlier[period] = DraftEarlier(value, stated.figure.start)
        words, sentence = stated.wording.quote, stated.passage.where["sentence"]
        entry.remark(Remark.EARLIER, period=notation(period), words=words, sentence=sentence)

    def continued(self, stated: StatedFigure) -> DraftIndicator | None:
        """The last indicator, if its label has all words of this figure: «Годом ранее школ было 215»."""
        words, unit = self.meaning(stated.wording.label, stated)
        last = self.items[-1] if self.items else None
        if not isinstance(last, DraftIndicator) or last.unit != unit or last.kind is IndicatorKind.RATIO:
            return None
        if last.unnamed or stated.wording.open:
            return None
        apart = stated.passage.where["sentence"] - last.passage.where["sentence"]
        return last if apart < 2 and words <= self.stems(last.label) else None

    # Targets

    def add_target(self, stated: StatedFigure) -> None:
        """Add a target, and the indicator that measures it."""
        due, value = self.due(stated), stated.value or ""
        entry = self.measured(stated) or self.new(stated)
        if (entry.key, value, due) in self.planned:
            entry.remark(Remark.AGAIN, sentence=stated.passage.where["sentence"])
            return
        self.planned.add((entry.key, value, due))
        self.planned_in.add((stated.passage.where["sentence"], entry.key, due))
        key = self.target_keys.name(f"{entry.key}_{due.year if due else 'plan'}")
        self.targets[key] = DraftTarget(
            key,
            entry.label,
            entry.key,
            value,
            due,
            stated.wording.quote,
            stated.passage,
            stated.figure.start,
        )

    def due(self, stated: StatedFigure) -> date | None:
        """By when something is to be, if the text says so."""
        time = stated.time
        ahead = time and (time.role is Role.DUE or time.period.last > self.source.period.last)
        return time.period.last if time and ahead else None

    def measured(self, stated: StatedFigure) -> DraftIndicator | None:
        """The indicator that tells how far a plan has come, if one surely does.

        What is to come on top of the figure of an indicator is no target of it, and how many are to be
        opened is none of how many there are.
        """
        if stated.on_top:
            return None
        known = self.known(stated)
        if known is not None and self.is_planned_beside(known, stated):
            return None  # "to open 2 schools and to build 3 schools"
        level = known is not None and known.states and known.kind in (IndicatorKind.STOCK, None)
        if level and not stated.level:
            return None
        return known or self.measuring(stated)

    def is_planned_beside(self, entry: DraftIndicator, stated: StatedFigure) -> bool:
        """Whether the same sentence plans something of this by the same day already: it is something else."""
        return (
            not stated.level
            and (stated.passage.where["sentence"], entry.key, self.due(stated)) in self.planned_in
        )

    def measuring(self, stated: StatedFigure) -> DraftIndicator | None:
        """The one indicator that says what was done to what is planned: «построено школ» for «школы».

        The words of the plan have to say the same: «построить».
        """
        if stated.wording.open:
            return None
        said = self.stems(stated.wording.around)
        words, unit = self.meaning(stated.wording.label, stated)
        done = [
            entry
            for stem, entry in self.longer.get((words, unit), ())
            if any(_akin(stem, other) for other in said)
            and not entry.unnamed
            and entry.kind is IndicatorKind.FLOW
        ]
        return done[0] if len(done) == 1 and words else None

    # Totals

    def link_totals(self) -> None:
        """Link each "all schools" to the indicator that counts all of them."""
        totals = {unit: self.total(unit) for unit in {entry.unit for entry in self.claims.values()}}
        for entry in self.claims.values():
            total = totals[entry.unit]
            if total is None:
                entry.remark(Remark.NO_TOTAL)
            else:
                entry.value = f"all of {total.key}"
                entry.remark(Remark.TOTAL, key=total.key)

    def total(self, unit: str) -> DraftIndicator | None:
        """The indicator that counts all of a unit: it has parts, or is called a number of things."""
        same = [
            entry
            for entry in self.entries.values()
            if entry.unit == unit and entry.value and entry.key not in self.claims
        ]
        divided = [entry for entry in same if entry.parts]
        called = [entry for entry in same if entry.totals]
        return next(iter((*divided, *called)), None)


def _akin(one: str, other: str) -> bool:
    """Whether two stems may be forms of one verb: more than half of the shorter one begins both."""
    needed = max(AKIN, min(len(one), len(other)) // 2 + 1)
    return len(one) >= needed and one[:needed] == other[:needed]
