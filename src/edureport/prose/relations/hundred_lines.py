"""Lines with a share each that make a hundred: "Domestic: 58.3 % / Europe: 24.6 % / Elsewhere: 17.1 %".

No word says that they leave none out; but lines that would make a hundred with another digit in one of them
are to be looked at.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import HUNDRED, is_index
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.slips import is_slip

LINE = frozenset({"¶", "\n"})
FEW, MANY = 3, 12  # lines
DIGITS = 3  # of a hundred: more where the shares have decimals
WORDS = 8  # before the share of a line
ALONE = 2  # tokens behind it


def hundred_lines(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """The lists of lines that make a hundred, or would but for one digit."""
    starts = [0, *(at for at, token in enumerate(page.tokens) if at and token.gap in LINE), len(page.tokens)]
    stating = [index for index, figure in enumerate(figures) if figure.states]
    lines: list[int | None] = []
    place = 0
    for first, last in pairwise(starts):
        own = []
        while place < len(stating) and figures[stating[place]].span.first < last:
            own.append(stating[place])
            place += 1
        share = own[0] if len(own) == 1 and _is_line(page, figures[own[0]], range(first, last)) else None
        lines.append(share)
    for shares, group in groupby(lines, key=lambda one: one is not None):
        parts = [index for index in group if index is not None]
        if shares and FEW <= len(parts) <= MANY:
            yield from _read(figures, parts)


def _is_line(page: Page, figure: Figure, line: range) -> bool:
    """Whether a line is a label with a share behind it."""
    plain = figure.percent and figure.kind is FigureKind.PERCENT and figure.bound is Bound.EXACT
    words = range(line.start, figure.first)
    behind = [at for at in range(figure.span.last, line.stop) if page.is_word(at)]
    label = 0 < len(words) <= WORDS and page.is_word(line.start) and len(behind) <= ALONE
    return plain and label and not figure.points and not is_index(page, figure) and not _moves(page, line)


def _moves(page: Page, line: range) -> bool:
    return page.any_at(line, Mark.RISE, Mark.FALL, Mark.PLAN, Mark.EARLIER)


def _read(figures: Sequence[Figure], parts: Sequence[int]) -> Iterator[Relation]:
    stated = [figures[index].stated or Decimal(0) for index in parts]
    added = sum(stated, Decimal(0))
    rounded = any(one != one.to_integral_value() for one in stated)
    holds = added == HUNDRED.low
    if holds or (rounded and is_slip(added, HUNDRED.low, stated, DIGITS, added=True)):
        verdict = Consistency.FOLLOWS if holds else Consistency.DOUBTFUL
        kind, known = RelationKind.HUNDRED, Certainty.LIKELY
        yield Relation(kind, Rule.SHARES_LINES, known, None, tuple(parts), verdict, Quantity(added))
