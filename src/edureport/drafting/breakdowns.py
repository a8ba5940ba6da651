"""Breakdowns: the parts of a figure that a text gives, as those of an entry, each with a key and a label."""

from edureport.drafting.draft import DraftBreakdown, DraftMember
from edureport.drafting.indicators import NUMBERED
from edureport.drafting.names import UniqueNames, key_of
from edureport.drafting.stated_figures import StatedFigures


def breakdowns_of(index: int, source: StatedFigures) -> list[DraftBreakdown]:
    """The breakdown of a figure, if the text gives its parts."""
    group = source.divisions.get(index)
    if group is None:
        return []
    members: list[DraftMember] = []
    keys, labels = UniqueNames(), UniqueNames(NUMBERED)
    for number in group.parts:
        stated = source.figures[number]
        wording = stated.wording
        taken = any(part.label == wording.label for part in members)
        unnamed = taken or (wording.open and not wording.apart)  # "of these 12 at the first level"
        label = labels.name(wording.around if unnamed else wording.label)
        key = keys.name(key_of(label.split(), "part"))
        value, words = stated.value or "", stated.wording.quote
        at, parts = stated.figure.start, breakdowns_of(number, source)
        members.append(DraftMember(key, label, value, words, stated.passage, at, unnamed, parts))
    return [DraftBreakdown(members, group.complete)]
