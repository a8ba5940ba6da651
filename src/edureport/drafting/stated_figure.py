"""StatedFigure: a figure that states something, and what it takes from figures and places before it."""

from bisect import bisect_left
from typing import Any, NamedTuple

from edureport.drafting.clause_words import REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.draft import Passage
from edureport.drafting.items import Item, heads_list, is_behind_bracket, placed_label, restates, share_of
from edureport.drafting.labels import Wording, as_label, continued
from edureport.drafting.names import lowered
from edureport.model.period import Period
from edureport.model.report import IndicatorKind
from edureport.prose.content import content
from edureport.prose.figures.figure import LEVELS, PARTS, Figure, FigureKind, Mode
from edureport.prose.grammar import load
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.grammar.naming import Naming
from edureport.prose.page import Page
from edureport.prose.times.times import Time
from edureport.reading.document import Block

_CHANGED = frozenset({Mode.FROM, Mode.TO})
LONGEST = 3  # words of a name
_PARTING = frozenset(";:,")  # «В Туле открыто 5 школ, Калуга получила 12 автобусов»
FEW = 2  # words of a label that leave open where


class StatedFigure(NamedTuple):
    """A figure that states something, and what its sentence says about it."""

    figure: Figure
    value: str | None  # in the notation of report files; None if they cannot hold it
    wording: Wording
    unit: str | None  # its lemma
    kind: IndicatorKind | None
    time: Time | None
    period: Period | None  # None if a report on the period in hand cannot hold it
    passage: Passage
    heading: Block | None  # above it
    in_row: bool = False  # one of several numbers with no word between them
    on_top: bool = False  # "2 more": besides those there are
    alone: bool = False  # no other word stands in its sentence, which is a line
    has_subject: bool = False  # a change of which its clause tells
    level: bool = True  # how many there are, not how many come: the words or a table say so

    def is_beside(self, other: "StatedFigure | None") -> bool:
        """Whether another figure stands in the same sentence."""
        return other is not None and other.figure.sentence == self.figure.sentence

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
        if not stated.is_beside(self.head):
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
        if stated.figure.kind is FigureKind.CHANGE:
            return
        self.alone = not stated.is_beside(self.level)
        self.level = stated
        if not stated.figure.percent:
            self.counted = stated
        if not stated.wording.bracketed:
            self.sole, was_sole = not stated.is_beside(self.main), self.sole
            if self.main and self.sole:
                self.earlier, self.earlier_sole = self.main, was_sole
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
        other = stated.has_subject or (apart == 1 and stated.figure.mode in _CHANGED)  # named in its sentence
        if own or apart > 1 or not same or other or (apart and stated.alone):
            return stated
        if stated.unit not in (None, whose.unit) and not (stated.figure.percent or changed):
            return stated
        share = whose.figure.percent and whose.figure.kind in LEVELS and not stated.figure.percent
        if share and self.counted and stated.is_beside(self.counted) and stated.unit is None:
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
        begun = stated.is_beside(self.main)
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
        naming, label = clause.page.language.naming, None
        if stated.wording.open and (whole := share_of(clause, last.figure)):
            label = naming.share(last.wording.label, whole)
        elif stated.wording.open and restates(clause, last.figure):
            label = naming.share_alone(last.wording.label)
        return stated.worded(label=label, open=False) if label else stated

    def itemised(self, stated: StatedFigure, item: Item | None, page: Page) -> StatedFigure:
        """An item of a list with the words that head the list: «в Орле открыто 12 школ, в Туле – 15»."""
        if item is None or stated.figure.kind is FigureKind.CHANGE:
            return stated
        wording, head = stated.wording, self.head
        if item.head and (wording.open or item.needed) and self._is_of_list(stated, item.head):
            label = as_label(f"{item.head}: {item.words}", page.language.code)
            return stated.worded(label=label, open=False, own=True)
        if head is None or not item.placed or not stated.is_beside(head):
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
        first, share = self.first[1], stated.figure.percent
        alike = stated.unit in (None, first.unit) and share == first.figure.percent
        return alike or (share and stated.wording.bracketed)  # «в срок 23 (65,7 %)»

    def _whose(self, stated: StatedFigure, last: StatedFigure, apart: int) -> StatedFigure:
        """The figure whose words another one takes: in a new sentence none that stood in brackets.

        Behind a change it is the level before that: «414 человек, на 5,9 % больше (в 2013 году – 391)».
        """
        if apart and self.main and last.is_beside(self.main):
            return self.main
        level, reached = self.level, stated.figure.mode is Mode.TO  # "tonnage fell by 8% to 900"
        if level is None or (reached and last.wording.own) or last.figure.kind is not FigureKind.CHANGE:
            return last
        beside = stated.figure.sentence - level.figure.sentence
        said = beside == 0 or (beside == 1 and self.alone and last.wording.pointing)
        return level if said and stated.time and stated.period != level.period else last


class Places:
    """The names of places in a page that open a clause, or in Kazakh have a case that says where."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._language = clauses, clauses.page.language
        if self._language.head_final:
            nouns, tokens = self._language.naming.place_nouns, clauses.page.tokens
            ending = sorted(index for index in clauses.words if tokens[index].text.endswith(nouns))
            found = (_ending_at(index, clauses) for index in ending)
        else:
            found = (_beginning_at(index, clauses) for index in sorted(clauses.tokens_at(Mark.IN)))
        self._named = [words for words in found if words]

    def placed(self, stated: StatedFigure) -> StatedFigure:
        """The figure with the place of its clause in its label, if that is short and names none."""
        label, code = stated.wording.label, self._language.code
        place = "" if stated.wording.open or not label else self._before(stated.figure)
        if not place:
            return stated
        told, stems = content(label, code), content(place, code)
        if not 0 < len(told) <= FEW or not stems or any(stem in told for stem in stems):
            return stated
        if not self._language.head_final:
            return stated.worded(label=f"{label} {lowered(place)}")
        words = label.lower().split()
        if any(self._language.has_case(word, Ending.LOCATIVE) for word in words):
            return stated
        alone = self._language.naming.done(words[-1]) == words[-1]  # a verb needs no ending behind a place
        before = place if alone else self._language.naming.of_place(place)
        return stated.worded(label=f"{before} {lowered(label)}")

    def _before(self, figure: Figure) -> str:
        """The nearest name before a number in its clause; nothing if there is none."""
        clauses, clause = self._clauses, self._clauses.of(figure)
        number = bisect_left(self._named, clause.first, key=lambda words: words.start) - 1
        place = self._named[number] if number >= 0 else range(0)
        if not place or place.start < max(clause.bounds[0], clause.first - REACH):
            return ""
        between = range(place.stop, clause.first)
        parted = any(clauses.page.word(index) in _PARTING for index in between)
        return "" if parted or clauses.any_at(between, ClauseMark.BREAK) else clauses.text(place)


def _beginning_at(index: int, clauses: Clauses) -> range:
    """«В Туле», «в Омской области» at the beginning of a clause."""
    page = clauses.page
    if not clauses.begins_clause(index):
        return range(0)
    last = index + 1
    while last <= index + LONGEST and page.is_word(last) and page.tokens[last].capital:
        last += 1
    if last == index + 1 or last - 1 in clauses.dated:
        return range(0)
    if page.language.naming.goes_on_to_noun(page.word(last - 1)) and page.is_word(last):
        last += 1  # «в Омской области»
    return range(index, last)


def _ending_at(index: int, clauses: Clauses) -> range:
    """«Дала ауданында»: a name before a word for a kind of place, in the case of a place."""
    first, low = index, clauses.page.bounds(index)[0]
    while first > low and index - first < LONGEST and _is_name(first - 1, clauses):
        first -= 1
    return range(first, index + 1) if first < index else range(0)


def _is_name(index: int, clauses: Clauses) -> bool:
    """Whether a token may be a name in no case: «Шығыс», but not «Қытайдың»."""
    page = clauses.page
    name = page.is_word(index) and page.tokens[index].capital and index not in clauses.dated
    return name and page.language.basic(page.word(index)) is None
