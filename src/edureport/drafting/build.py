"""Building: from the statements of a text to a draft; every one of them is in it, or a reason why not."""

from bisect import bisect_right

from edureport.drafting.draft import Draft, DraftBreakdown, DraftIndicator, DraftMember, DraftTarget, LeftOut
from edureport.drafting.heading import identifier_of, organisation_of, title_of
from edureport.drafting.names import LONGEST_TEXT, Fresh, cleaned, key_of, named
from edureport.drafting.stated_figures import StatedFigure, StatedFigures, stated_figures
from edureport.drafting.units import Units
from edureport.drafting.values import notation, refused, value_of
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.context_window import content
from edureport.prose.figures.figure import Kind as Said
from edureport.prose.reading import Reading
from edureport.prose.times.times import Role
from edureport.reading.document import Block, Document

SPARE = "indicator"
NUMBERED = "{} ({})"  # a label that another has too
LONGEST_WORDS = 100  # characters of a figure that is left out

Meaning = tuple[frozenset[str], str]  # what a label says, and the unit


def build(
    document: Document,
    reading: Reading,
    period: Period,
    *,
    identifier: str | None = None,
    organisation: str | None = None,
) -> Draft:
    """The draft of a report on this period, from the text of a document that is read."""
    language = reading.language
    source = stated_figures(document, reading, period)
    builder = _DraftBuilder(source)
    for place in source.statements:
        builder.take(place)
    builder.settle()
    return Draft(
        path=document.path,
        identifier=cleaned(identifier or "")[:LONGEST_TEXT] or identifier_of(document.path),
        organisation=named(organisation or "", language) or organisation_of(source.page),
        title=title_of(document, language),
        period=period,
        language=language,
        units=builder.units.found,
        sections=builder.sections,
        items=builder.items,
        targets=tuple(builder.targets.values()),
        figures=len(source.statements),
    )


class _DraftBuilder:
    """What has been made of the statements so far."""

    def __init__(self, source: StatedFigures) -> None:
        self.source = source
        self.language = source.page.lexicon.language
        self.parts = frozenset(part for group in source.divided.values() for part in group.parts)
        self.places = list(source.statements)
        self.units = Units(source.page)
        self.sections: dict[str, str] = {}
        self.headings: dict[Block, str] = {}
        self.items: list[DraftIndicator | LeftOut] = []
        self.entries: dict[str, DraftIndicator] = {}
        self.meanings: dict[Meaning, DraftIndicator] = {}
        self.targets: dict[str, DraftTarget] = {}
        self.all: dict[str, DraftIndicator] = {}  # those that claim to be all of something
        self.keys, self.target_keys, self.section_keys = Fresh(), Fresh(), Fresh()
        self.labels: dict[str, Fresh] = {}  # by unit

    def take(self, place: int) -> None:
        """Make something of a statement; parts are taken with their whole."""
        stated = self.source.statements[place]
        if place in self.parts:
            return
        if why := refused(stated.figure):
            self.leave(stated, why)
        elif stated.figure.kind is Said.TARGET:
            self.plan(stated)
        elif stated.figure.mode == "from":
            self.take_from(place, stated)
        elif stated.period is None:
            self.leave(stated, message("draft.left_later"))
        elif stated.period == self.source.period:
            self.enter(place, stated)
        else:
            self.enter_earlier(stated, stated.period)

    def leave(self, stated: StatedFigure, why: Message) -> None:
        """Leave a figure out, and say why."""
        self.items.append(LeftOut(stated.wording.quote[:LONGEST_WORDS], why, stated.passage))

    # Indicators

    def enter(self, place: int, stated: StatedFigure) -> None:
        """A figure for the period of the report: an indicator of its own, or one that stands above."""
        known = self.meanings.get(self.meaning(stated.wording.labels[0], stated))
        value = value_of(stated.figure)
        if known is not None and value is not None and known.value == value and not known.parts:
            known.notes.append(message("draft.again", sentence=stated.passage.where["sentence"]))
            known.parts += self.parts_of(place)
            return
        entry = known if known is not None and not known.states else self.new(stated)
        entry.passage, entry.as_written, entry.value = stated.passage, stated.wording.quote, value
        entry.totals = stated.wording.totals
        entry.parts += self.parts_of(place)
        if stated.figure.all:
            self.all[entry.key] = entry
            entry.kind = IndicatorKind.STOCK

    def new(self, stated: StatedFigure) -> DraftIndicator:
        """Another indicator, under the shortest label that no other has."""
        label = self.label(stated)
        section = self.section(stated.heading)
        unit = self.unit(stated)
        key = self.keys.name(key_of(label.split(), SPARE))
        entry = DraftIndicator(key, label, unit, stated.kind, stated.passage, section)
        self.entries[key] = entry
        self.items.append(entry)
        self.meanings.setdefault(self.meaning(label, stated), entry)
        return entry

    def label(self, stated: StatedFigure) -> str:
        """The shortest label that says what no other does, else one with a number."""
        labels = stated.wording.labels
        free = (label for label in labels if self.meaning(label, stated) not in self.meanings)
        fresh = self.labels.setdefault(self.unit(stated), Fresh(NUMBERED))
        return fresh.name(next(free, labels[0]))

    def meaning(self, label: str, stated: StatedFigure) -> Meaning:
        return frozenset(content(label, self.language)), self.unit(stated)

    def unit(self, stated: StatedFigure) -> str:
        unit = stated.unit or self.units.within(stated.wording.labels[0])
        return self.units.key(unit, stated.figure)

    def section(self, heading: Block | None) -> str | None:
        """The key of the section under a heading; the title makes none."""
        document = self.source.document
        if heading is None or heading == document.blocks[0]:
            return None
        if heading not in self.headings:
            label = named(document.text[heading.start : heading.end], self.language)
            if not label:
                return None
            key = self.section_keys.name(key_of(label.split(), "section"))
            self.sections[key] = label
            self.headings[heading] = key
        return self.headings[heading]

    def parts_of(self, place: int) -> list[DraftBreakdown]:
        """The breakdown of a figure, if the text divides it."""
        group = self.source.divided.get(place)
        if group is None:
            return []
        members: list[DraftMember] = []
        keys, labels = Fresh(), Fresh(NUMBERED)
        for number in group.parts:
            stated = self.source.statements[number]
            given = {part.label for part in members}
            longest = stated.wording.labels[-1]
            label = labels.name(next((one for one in stated.wording.labels if one not in given), longest))
            key = keys.name(key_of(label.split(), "part"))
            value, words = value_of(stated.figure) or "", stated.wording.quote
            members.append(DraftMember(key, label, value, words, stated.passage, self.parts_of(number)))
        return [DraftBreakdown(members, group.complete)]

    # Other periods

    def take_from(self, place: int, stated: StatedFigure) -> None:
        """«С 45 до 60»: the first is the figure of an earlier time, if the text says of which."""
        following = self.following(place)
        paired = following is not None and following.figure.mode == "to"
        earlier = stated.period not in (None, self.source.period) and stated.time is not None
        if paired and earlier and stated.period is not None:
            self.enter_earlier(stated, stated.period)
        else:
            self.leave(stated, message("draft.left_from"))

    def following(self, place: int) -> StatedFigure | None:
        """The next statement of the text."""
        number = bisect_right(self.places, place)
        return self.source.statements[self.places[number]] if number < len(self.places) else None

    def enter_earlier(self, stated: StatedFigure, period: Period) -> None:
        """A figure for an earlier period, of an indicator that stands above or comes yet."""
        value = value_of(stated.figure)
        if value is None:  # "all schools" of another year
            self.leave(stated, message("draft.left_unread"))
            return
        entry = self.meanings.get(self.meaning(stated.wording.labels[0], stated)) or self.near(stated)
        entry = entry or self.new(stated)
        if entry.earlier.get(period, value) != value:
            self.leave(stated, message("draft.left_twice", period=notation(period)))
            return
        entry.earlier[period] = value
        words, sentence = stated.wording.quote, stated.passage.where["sentence"]
        entry.notes.append(message("draft.earlier", period=notation(period), words=words, sentence=sentence))

    def near(self, stated: StatedFigure) -> DraftIndicator | None:
        """The indicator just before that has all the words of this one: «Годом ранее школ было 215»."""
        words, unit = self.meaning(stated.wording.labels[0], stated)
        last = self.items[-1] if self.items else None
        if not isinstance(last, DraftIndicator) or last.unit != unit or last.kind is IndicatorKind.RATIO:
            return None
        apart = stated.passage.where["sentence"] - last.passage.where["sentence"]
        return last if apart < 2 and words <= frozenset(content(last.label, self.language)) else None

    # Plans

    def plan(self, stated: StatedFigure) -> None:
        """A target, and the indicator that will measure it."""
        label = stated.wording.labels[0]
        entry = self.meanings.get(self.meaning(label, stated)) or self.new(stated)
        time, value = stated.time, value_of(stated.figure) or ""
        due = (
            time.period.last
            if time and (time.role is Role.DUE or time.period.last > self.source.period.last)
            else None
        )
        for target in self.targets.values():
            if (target.indicator, target.value, target.due) == (entry.key, value, due):
                entry.notes.append(message("draft.again", sentence=stated.passage.where["sentence"]))
                return
        key = self.target_keys.name(f"{entry.key}_{due.year if due else 'plan'}")
        self.targets[key] = DraftTarget(
            key, entry.label, entry.key, value, due, stated.wording.quote, stated.passage
        )

    # Totals

    def settle(self) -> None:
        """Say of what those are all that claim to be all."""
        for entry in self.all.values():
            total = self.total(entry)
            if total is None:
                entry.notes.append(message("draft.no_total"))
            else:
                entry.value = f"all of {total.key}"
                entry.notes.append(message("draft.total", key=total.key))

    def total(self, claim: DraftIndicator) -> DraftIndicator | None:
        """The indicator that counts all there are: it is divided, or called a number of things."""
        same = [
            entry
            for entry in self.entries.values()
            if entry.unit == claim.unit and entry.value and entry.key not in self.all
        ]
        divided = [entry for entry in same if entry.parts]
        called = [entry for entry in same if entry.totals]
        return next(iter((*divided, *called)), None)
