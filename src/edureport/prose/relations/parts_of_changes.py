"""Parts of a change: «сократилось на 551, в том числе из-за убыли – на 390, из-за оттока – на 161».

What is told behind the words that open the list may be a part of the level as well; so a sum is only seen
where it comes out right, and asked about where one digit would make it so.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.page import Page
from edureport.prose.relations.adding import first_sum
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.listing import listing, related
from edureport.prose.relations.openings import opens_list
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import is_one_digit_off

DIGITS = 3  # of a number that is one digit off hardly by chance
WAYS = frozenset({Mode.BY, Mode.BY_OR_TO})
MANY = 12  # figures of a sentence


def parts_of_changes(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The changes whose parts words list behind them in their sentence."""
    told = [index for index, figure in enumerate(figures) if _counts(figure)]

    def near(division: Division) -> bool:
        return is_one_digit_off(figures, division, DIGITS)

    for _, members in groupby(told, key=lambda index: figures[index].sentence):
        sentence = list(members)
        for place, (whole, first) in enumerate(pairwise(sentence[:MANY])):
            between = range(figures[whole].span.last, figures[first].first)
            opening = next((at for at in between if opens_list(page, at)), None)
            if figures[whole].mode in WAYS and opening is not None:
                parts = listing(page, figures, opening, [whole], sentence[place + 1 :]).parts
                if len(parts) > 1 and all(related(page, figures, [whole], part) for part in parts):
                    yield from first_sum(figures, [unsure(Rule.PARTS_OPENER, whole, parts)], near)


def _counts(figure: Figure) -> bool:
    change = figure.kind is FigureKind.CHANGE and figure.mode in WAYS
    return comparable(figure) and not figure.percent and (change or figure.mode is None)
