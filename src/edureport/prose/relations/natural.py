"""The natural increase of a population: those born less those who died, wherever the three are told."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.brackets import in_brackets_of
from edureport.prose.relations.division import Division
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, Rule
from edureport.prose.relations.sums import is_one_digit_off, nearly_adds_up, verdict_of

MARKS = (Mark.BORN, Mark.DIED, Mark.NATURAL_GROWTH)
RATES = (Mark.RATE, Mark.PER, Mark.RATE_OF)
APART = 8  # sentences from the first to the last of the three
FEW = 3  # digits of a number that is one digit off
WITHIN = Decimal("0.15")  # of those born that the others miss or exceed


def natural_growth(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Born, died and grown by, each time that a text tells all three."""
    seen: dict[Mark, int] = {}
    for index, figure in enumerate(figures):
        mark = _mark_of(page, figures, index)
        if mark is None:
            continue
        seen = {known: one for known, one in seen.items() if figure.sentence - figures[one].sentence <= APART}
        seen.setdefault(mark, index)
        if len(seen) == len(MARKS):
            born, died, grown = (seen[one] for one in MARKS)
            division = Division(
                born, (died, grown), (1, 1), complete=True, rule=Rule.NATURAL_GROWTH, sure=False
            )
            for one in (division, in_brackets_of(page, figures, division)):
                if one is not None:
                    yield from _judged(figures, one)
            seen = {}


def _judged(figures: Sequence[Figure], division: Division) -> Iterator[Relation]:
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    if verdict_of(whole, parts, division.counts, complete=True) is Consistency.FOLLOWS:
        yield relation_of(figures, division, Consistency.FOLLOWS, Certainty.LIKELY)
    elif is_one_digit_off(whole, parts, division.counts, FEW) or nearly_adds_up(
        whole, parts, division.counts, WITHIN
    ):
        yield relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY)


def _mark_of(page: Page, figures: Sequence[Figure], index: int) -> Mark | None:
    """Which of the three a figure is, by the words between it and its neighbours."""
    figure = figures[index]
    plain = figure.states and figure.stated is not None and not figure.percent and not figure.each
    if not plain or in_bracket(page, figure):
        return None
    low, high = page.bounds(figure.span.first)
    before = figures[index - 1].span.last if index else 0
    after = figures[index + 1].span.first if index + 1 < len(figures) else high
    words = [*range(max(low, before), figure.span.first), *range(figure.span.last, min(after, high))]
    if any(page.at(at, rate) for at in words for rate in RATES):
        return None
    found = [mark for mark in MARKS if any(page.at(at, mark) for at in words)]
    grown = found == [Mark.NATURAL_GROWTH]  # which is read as a change
    return found[0] if len(found) == 1 and (grown or figure.kind is not FigureKind.CHANGE) else None
