"""StatedFigure: a figure that states something, and what the figures before it say of one without words."""

from typing import Any, NamedTuple

from edureport.drafting.clauses import Clause
from edureport.drafting.draft import Passage
from edureport.drafting.items import Item, heads_list, is_behind_bracket, placed_label, restates, share_of
from edureport.drafting.labels import Wording, as_label, continued
from edureport.drafting.names import lowered
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import LEVELS, PARTS, Figure, FigureKind, Mode
from edureport.prose.grammar import load
from edureport.prose.grammar.naming import Naming
from edureport.prose.page import Page
from edureport.prose.times.times import Time
from edureport.reading.document import Block

_CHANGED = frozenset({Mode.FROM, Mode.TO})


class StatedFigure(NamedTuple):
    """A figure that states something, and what its sentence says about it.

    `value` is in the notation of report files, None if they cannot hold it; `period` is None if a report on
    the period in hand cannot hold the figure; `heading` is the one above it.
    """

    figure: Figure
    value: str | None
    wording: Wording
    unit: str | None  # its lemma
    kind: IndicatorKind | None
    time: Time | None
    period: Period | None
    passage: Passage
    heading: Block | None
    in_row: bool = False  # one of several numbers with no word between them
    on_top: bool = False  # "2 more": besides those there are
    alone: bool = False  # no other word stands in its sentence, which is a line
    has_subject: bool = False  # a change of which its clause tells
    level: bool = True  # how many there are, not how many come: the words or a table say so

    def worded(self, **changes: Any) -> "StatedFigure":
        """The same with other words: a label, and whether it is open or its own."""
        return self._replace(wording=self.wording._replace(**changes))


class Before:
    """The figures before one in a text: it may go on with the words of one of them."""

    def __init__(self) -> None:
        self.last: StatedFigure | None = None
        self.level: StatedFigure | None = None  # the last that is no change
        self.counted: StatedFigure | None = None  # the last such one that is no percentage
        self.main: StatedFigure | None = None  # the last that stands in no brackets
        self.sole = False  # whether that is the only such one of its sentence
        self.earlier: StatedFigure | None = None  # the last such one of a sentence before that
        self.earlier_sole = False
        self.alone = False  # whether the last level is the only one of its sentence
        self.head: StatedFigure | None = None  # the last with a name, before the items of a list
        self.first: tuple[str, StatedFigure] | None = None  # what heads a list, and its first item

    def add(self, stated: StatedFigure, item: Item | None) -> None:
        """Go on to the next figure."""
        self.last = stated
        if self.head and self.head.figure.sentence != stated.figure.sentence:
            self.head = None
        if item and item.head and (self.first is None or self.first[0] != item.head):
            self.first = item.head, stated
        level = stated.figure.mode is None and stated.figure.kind in LEVELS
        refused = item is not None and not item.placed and self.head is not None
        named = level and not stated.wording.open and not refused
        if level and not named and not stated.wording.bracketed:
            self.head = None  # what follows may be more of this one
        if named and (item is None or self.head is None) and not stated.wording.bracketed:
            self.head = stated
        if stated.figure.kind is not FigureKind.CHANGE:
            self.alone = self.level is None or self.level.figure.sentence != stated.figure.sentence
            self.level = stated
            if not stated.figure.percent:
                self.counted = stated
            if not stated.wording.bracketed:
                if self.main and self.main.figure.sentence != stated.figure.sentence:
                    self.earlier, self.earlier_sole = self.main, self.sole
                self.sole = self.main is None or self.main.figure.sentence != stated.figure.sentence
                self.main = stated

    def continued(self, stated: StatedFigure, clause: Clause) -> StatedFigure:
        """A figure without words of its own with those of one before: «223 школы (годом ранее 215)»."""
        last, language = self.last, clause.page.language.code
        bracketed = last is not None and last.wording.own and is_behind_bracket(clause, last.figure)
        if last is None or heads_list(clause) or bracketed:
            return stated
        apart = stated.figure.sentence - last.figure.sentence
        stated = self._among(stated, load(language).naming)
        alike = stated.figure.percent == last.figure.percent
        if apart == 0 and alike and stated.wording.open and not last.wording.open:
            stated = stated._replace(wording=continued(stated.wording, last.wording.label, language))
        changed = stated.figure.mode in _CHANGED or (apart == 0 and last.figure.kind is FigureKind.CHANGE)
        planned = stated.figure.kind is FigureKind.TARGET  # «школы: 42, план – 45»
        whose = self._whose(stated, last, apart)
        same = changed or planned or stated.wording.bracketed or stated.period != whose.period
        own = stated.wording.own and not self._ends_change(stated, last, apart)
        other = apart == 1 and stated.figure.mode in _CHANGED  # of what its own sentence names
        other = other or stated.has_subject
        if own or apart > 1 or not same or other or (apart and stated.alone):
            return stated
        if stated.unit not in (None, whose.unit) and not (stated.figure.percent or changed):
            return stated
        share = whose.figure.percent and whose.figure.kind in LEVELS and not stated.figure.percent
        beside = self.counted is not None and self.counted.figure.sentence == stated.figure.sentence
        if share and self.counted and beside and stated.unit is None:
            whose = self.counted  # "to 40, 9% of all, from 30": no share is 30
        alike = stated.figure.percent == whose.figure.percent
        said = alike or changed or planned or whose.unit in load(language).measures
        if not said and load(language).naming.share_alone(whose.wording.label):
            return stated  # "450 houses (12%)"
        unit = stated.unit or (whose.unit if alike else None)
        kind = stated.kind or (whose.kind if alike else None)
        stated = stated.worded(label=whose.wording.label, open=whose.wording.open)
        return stated._replace(unit=unit, kind=kind, level=stated.level or planned)

    def _ends_change(self, stated: StatedFigure, last: StatedFigure, apart: int) -> bool:
        """Whether a number with its unit alone ends the change before it: "from 40 cases to 50 cases"."""
        if stated.figure.mode is not Mode.TO or not stated.wording.bare or apart:
            return False
        changed = last.figure.kind is FigureKind.CHANGE and last.wording.own and not last.wording.open
        return changed or (last.figure.mode is Mode.FROM and stated.unit == last.unit)

    def _among(self, stated: StatedFigure, naming: Naming) -> StatedFigure:
        """A part that only says where or what it is, with its whole: "of these, 40 were new"."""
        begun = self.main is not None and self.main.figure.sentence == stated.figure.sentence
        main, sole = (self.earlier, self.earlier_sole) if begun else (self.main, self.sole)
        wording = stated.wording
        if main is None or not sole or main.wording.open or main.figure.percent or not wording.of_them:
            return stated
        behind = stated.figure.sentence - main.figure.sentence == 1
        verb, _, what = wording.around.partition(" ")
        if not behind or not wording.open or stated.figure.kind not in LEVELS:
            return stated
        if verb.lower() in naming.being and naming.may_say(what.split()):
            label = f"{main.wording.label}, {what}"
        elif wording.apart and not begun and not stated.figure.percent:
            label = f"{main.wording.label} {lowered(wording.label)}"
        else:
            return stated
        if stated.unit not in (None, main.unit) and not stated.figure.percent:
            return stated
        return stated.worded(label=label, open=False)._replace(unit=stated.unit or main.unit)

    def shared(self, stated: StatedFigure, clause: Clause) -> StatedFigure:
        """A percentage that says again what the figure before it says: «5 тонн, или 43 % плана»."""
        last = self.last
        if last is None or last.wording.open or last.figure.kind is FigureKind.CHANGE:
            return stated
        if not stated.wording.open:
            return stated
        naming = clause.page.language.naming
        if whole := share_of(clause, last.figure):
            label = naming.share(last.wording.label, whole)
        elif restates(clause, last.figure):
            label = naming.share_alone(last.wording.label)
        else:
            return stated
        return stated.worded(label=label, open=False) if label else stated

    def itemised(self, stated: StatedFigure, item: Item | None, page: Page) -> StatedFigure:
        """An item of a list with the words that head the list: «в Орле открыто 12 школ, в Туле – 15»."""
        if item is None or stated.figure.kind is FigureKind.CHANGE:
            return stated
        wording, head = stated.wording, self.head
        if item.head and (wording.open or item.needed) and self._is_of_list(stated, item.head):
            label = as_label(f"{item.head}: {item.words}", page.language.code)
            return stated.worded(label=label, open=False, own=True)
        if head is None or not item.placed or head.figure.sentence != stated.figure.sentence:
            return stated
        alike = stated.unit in (None, head.unit) and stated.figure.percent == head.figure.percent
        same = stated.period == head.period and stated.figure.kind is head.figure.kind
        if not alike or not same or stated.figure.role in PARTS:
            return stated
        label = as_label(placed_label(head.wording.label, item.words, page.language), page.language.code)
        if not label:
            return stated
        stated = stated.worded(label=label, open=False, own=True)
        return stated._replace(unit=head.unit, kind=head.kind, level=head.level)

    def _is_of_list(self, stated: StatedFigure, head: str) -> bool:
        """Whether an item measures what the first of its list does: no people among sums of money."""
        if self.first is None or self.first[0] != head:
            return True
        first = self.first[1]
        if stated.figure.percent and stated.wording.bracketed:
            return True  # «в срок 23 (65,7 %)»
        return stated.unit in (None, first.unit) and stated.figure.percent == first.figure.percent

    def _whose(self, stated: StatedFigure, last: StatedFigure, apart: int) -> StatedFigure:
        """The figure whose words another one takes: in a new sentence none that stood in brackets.

        A figure of another time behind a change is what was before it: «414 человек, на 5,9 % больше
        (в 2013 году – 391)». So is it if the change has no words: "This was 9% less than last year (391)".
        """
        if apart and self.main and self.main.figure.sentence == last.figure.sentence:
            return self.main
        if stated.figure.mode is Mode.TO and last.wording.own:
            return last  # "tonnage fell by 8% to 900"
        earlier = self.level and stated.time and stated.period != self.level.period
        if last.figure.kind is FigureKind.CHANGE and earlier and self.level is not None:
            beside = stated.figure.sentence - self.level.figure.sentence
            said = beside == 0 or (beside == 1 and self.alone and last.wording.pointing)
            return self.level if said else last
        return last
