"""Shares in percent beside the counts they are shares of: «3700 қатысушының 1968-і (53,2 %)»."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.analysis.breakdown import total
from edureport.model.interval import Interval
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Mode, SumRole
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import HUNDRED, comparable, derive
from edureport.prose.relations.parts import all_split
from edureport.prose.relations.relation import Consistency, Relation, RelationKind, Rule, certainty
from edureport.prose.relations.sums import quantity

NEAR = 8  # tokens between a count and its share


class CountedShare(NamedTuple):
    """The part and the whole of a share, and whether the words leave no doubt of it."""

    rule: Rule
    part: int
    whole: int
    sure: bool


def shares(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> Iterator[Relation]:
    """The shares of one sentence, whose figures are at `indices`, with the part and the whole of each."""
    for at, index in enumerate(indices):
        share = figures[index]
        if (
            share.kind is not FigureKind.PERCENT
            or share.points
            or not comparable(share)
            or share.upper is not None
        ):
            continue
        counted = _counted(page, figures, indices, at)
        if counted is None:
            continue
        rule, part, whole, sure = counted
        given = figures[part], figures[whole]
        computed = derive(_percentage, given, share)
        if computed is None or quantity(given[1]).interval.low < quantity(given[0]).interval.low:
            continue
        verdict, value = computed
        if sure or verdict is Consistency.FOLLOWS:
            known = certainty(sure=sure)
            yield Relation(RelationKind.SHARE, rule, known, whole, (part, index), verdict, value)


def _percentage(part: Interval, whole: Interval) -> Interval:
    return part / whole * HUNDRED


def _counted(page: Page, figures: Sequence[Figure], indices: Sequence[int], at: int) -> CountedShare | None:
    """The part and the whole of a share, and whether the words leave no doubt of it."""
    share = figures[indices[at]]
    counts = [index for index in indices if _is_count(figures[index])]
    before = [index for index in counts if figures[index].span[0] < share.span[0]]
    owned = page.language.has_case(page.word(share.span.first - 1), Ending.GENITIVE)
    if before and page.language.head_final and owned and _close(figures[before[-1]], share):
        # «21 097 өтініш, бұл 27 546 орындық жоспардың 76 пайызы»
        if len(before) < 2:
            return None
        return CountedShare(Rule.SHARE_OWNED, before[-2], before[-1], _equal(page, figures[before[-1]]))
    if before and _equal(page, share) and _close(figures[before[-1]], share):
        return _with_whole(page, figures, counts, before[-1])
    after = next((index for index in counts if figures[index].span[0] > share.span[0]), None)
    if after is not None and _equal(page, figures[after]) and _close(share, figures[after]):
        return _with_whole(page, figures, counts, after)
    return _in_words(page, figures, share, before, [index for index in counts if index not in before])


def _in_words(
    page: Page, figures: Sequence[Figure], share: Figure, before: Sequence[int], after: Sequence[int]
) -> CountedShare | None:
    """«6 400 саженцев, четверть из них – 1 600», "a third of the 5,700 saplings, 1,900,"."""
    if page.tokens[share.span[0]].is_digits or not after:
        return None
    order = [*before[-1:], *after[:1]] if before else list(after[:2])
    if len(order) < 2 or page.word(figures[order[1]].span[0] - 1) not in {",", "–"}:
        return None
    return CountedShare(Rule.SHARE_WORDS, order[1], order[0], sure=False)


def _is_count(figure: Figure) -> bool:
    return (
        comparable(figure)
        and not figure.percent
        and figure.kind is not FigureKind.CHANGE
        and not figure.each
        and figure.mode not in {Mode.FROM, Mode.TIMES}
    )


def _close(first: Figure, second: Figure) -> bool:
    return second.span[0] - first.span[1] < NEAR


def _equal(page: Page, figure: Figure) -> bool:
    """Whether the words before a figure set it equal to the one before: "or", «что составляет», a bracket."""
    index = figure.span[0] - 1
    if figure.modifier_span and figure.modifier_span.last == figure.span.first:
        index = figure.modifier_span.first - 1
    if page.word(index) in {"–", ":"}:
        index -= 1
    return page.word(index) == "(" or page.till(index, Mark.EQUAL) > 0


def _with_whole(
    page: Page, figures: Sequence[Figure], counts: Sequence[int], part: int
) -> CountedShare | None:
    """The whole of a part: «57 из 60», "of the 5.5 billion ... 4.07 billion", «3700 қатысушының 1968-і»."""
    index = counts.index(part)
    if index + 1 < len(counts):
        following = figures[counts[index + 1]]
        if (
            page.till(following.span[0] - 1, Mark.OUT_OF)
            and following.span[0] - figures[part].span[1] < NEAR // 2
        ):
            return CountedShare(Rule.SHARE_EQUAL, part, counts[index + 1], sure=True)
    if (
        page.till(figures[part].span[0] - 1, Mark.OUT_OF)
        and index
        and _next_to(figures, counts[index - 1], part)
    ):
        return CountedShare(Rule.SHARE_EQUAL, counts[index - 1], part, sure=True)  # «в 57 из 60 сёл (95 %)»
    if not index:
        return None
    whole = counts[index - 1]
    figure, given = figures[whole], figures[part]
    if given.role in PARTS or _taken_from(page, figure):
        sure = given.unit in {figure.unit, None} or given.role is SumRole.PART
        return CountedShare(Rule.SHARE_EQUAL, part, whole, sure)
    bracketed = given.unit == figure.unit and not page.language.case(page.word(figure.span[1]))
    return CountedShare(Rule.SHARE_EQUAL, part, whole, sure=False) if bracketed else None


def _next_to(figures: Sequence[Figure], first: int, second: int) -> bool:
    return figures[second].span[0] - figures[first].span[1] < NEAR // 2


def _taken_from(page: Page, figure: Figure) -> bool:
    """Whether something is taken from what the figure counts: «из 340», "of the 418", «340-тың»."""
    low, _ = page.bounds(figure.span[0])
    for index in range(figure.span[0] - 1, max(low, figure.span[0] - 4) - 1, -1):
        if page.till(index, Mark.OUT_OF):
            return True
        if not page.is_word(index):
            break
    if not page.language.head_final:
        return False
    for index in range(figure.span[1], figure.span[1] + 4):
        word = page.word(index)
        if not word[:1].isalpha():
            return False
        if page.language.has_case(word, Ending.GENITIVE):
            return True
    return False


def hundreds(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> Iterator[Relation]:
    """Shares of kinds that leave no other: «31,6 % қалада, 68,4 % ауылда»; each may be cut off."""
    parts = [
        index
        for index in indices
        if figures[index].percent
        and figures[index].kind is FigureKind.PERCENT
        and comparable(figures[index])
        and figures[index].bound is Bound.EXACT
    ]
    others = len(parts) > 2 and any(
        page.till(figures[parts[-1]].span[0] - at, Mark.OTHERS) for at in (1, 2, 3)
    )
    if len(parts) < 2 or not (others or all_split(page, figures, parts)):
        return
    shares = [quantity(figures[index]) for index in parts]
    whole = follows(lambda printing: HUNDRED.low in total(shares, printing))
    verdict = Consistency.FOLLOWS if whole else Consistency.DOES_NOT_FOLLOW
    added = sum((figures[index].stated or Decimal(0) for index in parts), Decimal(0))
    known = certainty(sure=all_split(page, figures, parts))
    yield Relation(
        RelationKind.HUNDRED, Rule.SHARES_KINDS, known, None, tuple(parts), verdict, Quantity(added)
    )
