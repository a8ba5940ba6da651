"""Indicators of a draft as far as they are made: which one has the label and the unit of a figure."""

import re
from collections import defaultdict

from edureport.drafting.draft import DraftIndicator
from edureport.drafting.names import UniqueNames, key_of
from edureport.drafting.stated_figure import StatedFigure
from edureport.drafting.units import Units
from edureport.drafting.unsaid import denies
from edureport.model.report import IndicatorKind
from edureport.prose.content import content
from edureport.prose.page import Page

FALLBACK_KEY = "indicator"
AKIN = 4  # letters at the beginning that verbs of one meaning share: «построено», «построить»
NUMBERED = "{} ({})"  # a label that is taken already

_NUMBER = re.compile(r"\d+")
_NOT = "-"  # beside the stems of a label that denies something: it says what is not

Meaning = tuple[frozenset[str], str]  # what a label says, and the unit


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
        label, unnamed = self.label(stated)
        unit = self.unit(stated)
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

    def label(self, stated: StatedFigure) -> tuple[str, bool]:
        """The label, and whether a person has to shorten it: one that two figures share tells neither."""
        wording = stated.wording
        taken = self.meaning(wording.label, stated) in self.meanings
        fresh = self.labels.setdefault(self.unit(stated), UniqueNames(NUMBERED))
        label = wording.around if taken else wording.label
        name = fresh.name(label)
        if name != label:  # it says the same, and has a number of its own
            self.read[name] = self.stems(label) | {*_NUMBER.findall(name)}
        return name, wording.open or taken

    def meaning(self, label: str, stated: StatedFigure) -> Meaning:
        """What makes two figures the same indicator: the stems of the label, and the unit."""
        return self.stems(label), self.unit(stated)

    def stems(self, label: str) -> frozenset[str]:
        """The stems of the words of a label that say what it names; each label is read once."""
        if label not in self.read:
            numbers = _NUMBER.findall(label)  # "Pupils, 1-4", "Pupils, 5-9"
            denied = [_NOT] if denies(label, self.words) else []
            self.read[label] = frozenset((*content(label, self.language), *numbers, *denied))
        return self.read[label]

    def unit(self, stated: StatedFigure) -> str:
        """The key of the unit."""
        return self.units.key(stated.unit, stated.figure)


def _akin(one: str, other: str) -> bool:
    """Whether two stems may be forms of one verb: more than half of the shorter one begins both."""
    needed = max(AKIN, min(len(one), len(other)) // 2 + 1)
    return len(one) >= needed and one[:needed] == other[:needed]
