"""Shares in percent that leave no others, and so add up to a hundred."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.analysis.breakdown import total
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Split
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.derivation import HUNDRED, comparable, is_index
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule, certainty
from edureport.prose.relations.slips import is_slip
from edureport.prose.relations.sums import quantity

FAR_BELOW, FAR_ABOVE = 90, 110
MANY = 4  # kinds that a sentence shares a whole out to
FEW = 3  # shares of a list that no word closes
OPENED = (Mark.SHARE, Mark.OUT_OF, Mark.TOTAL, Mark.ALL, Mark.OF_THEM)
BESIDE = 4  # tokens from a kind to its share: «городского населения – 40 %»
NEARLY = 95  # per cent that shares which leave no other must add up to, or they are not all


def hundreds(page: Page, figures: Sequence[Figure], indices: Sequence[int]) -> Iterator[Relation]:
    """Shares of kinds that leave no other: «31,6 % қалада, 68,4 % ауылда»; each may be cut off."""
    parts = [
        index
        for index in indices
        if figures[index].percent
        and figures[index].kind is FigureKind.PERCENT
        and figures[index].mode is None
        and comparable(figures[index])
        and figures[index].bound is Bound.EXACT
        and not is_index(page, figures[index])
    ]
    # «составила 53,5 % (годом ранее – 51,4 %)»
    parts = [index for index in parts if not in_bracket(page, figures[index])] or parts
    others = (
        any(page.till(figures[parts[-1]].span[0] - at, Mark.OTHERS) for at in (1, 2, 3)) if parts else False
    )
    split = all_split(page, figures, parts) if len(parts) > 1 else False
    of_them = 1 < len(parts) < MANY and _of_whole(page, figures, parts[:1])
    if len(parts) < 2:
        return
    if not (others or split or of_them):
        if FEW <= len(parts) == len(indices):
            yield from _exact_list(page, figures, parts)
        return
    if any(page.till(figures[index].first - 1, Mark.AGAINST) for index in parts[1:]):
        return  # "its share was 50 % in 2024, compared with 52 %", "cut to 49 % from 60 %"
    shares = [quantity(figures[index]) for index in parts]
    whole = follows(lambda printing: HUNDRED.low in total(shares, printing))
    alone = all(figures[index].percent for index in indices)
    over_all = alone and HUNDRED.low < sum(figures[index].stated or 0 for index in parts) <= FAR_ABOVE
    if not whole and not (others or split or over_all):
        return  # these need not be all
    verdict = Consistency.FOLLOWS if whole else Consistency.DOES_NOT_FOLLOW
    added = sum((figures[index].stated or Decimal(0) for index in parts), Decimal(0))
    over = added > HUNDRED.low and max(figures[index].stated or 0 for index in parts) < HUNDRED.low
    if not whole and not over and not split and added < NEARLY:
        return  # another sentence has named the largest of them
    of_whole = _of_whole(page, figures, parts) or (split and _of_kinds(page, figures, parts))
    if not whole and split and not (FAR_BELOW < added < FAR_ABOVE and _of_nothing_else(page, figures, parts)):
        return  # rates: 96.7 % of girls, and 89.9 % of boys
    known = certainty(sure=split if whole else of_whole and over and not split)
    yield Relation(
        RelationKind.HUNDRED, Rule.SHARES_KINDS, known, None, tuple(parts), verdict, Quantity(added)
    )


def _exact_list(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> Iterator[Relation]:
    """Three shares or more of what words before them name, with decimals that add up hardly by chance.

    "Of the land, 91.2 % is fields, 7.5 % woods and 1.3 % water". A list may leave some out: that one digit
    would make it a hundred says something only where it is more than that, or the shares have two decimals.
    """
    before = range(page.bounds(figures[parts[0]].span.first)[0], figures[parts[0]].span.first)
    owned = any(page.language.has_case(page.word(at), Ending.GENITIVE) for at in before)
    stated = [figures[index].stated or Decimal(0) for index in parts]
    places = [-last_digit(one) for one in stated]
    if max(places) < 1 or not (owned or page.any_at(before, *OPENED)):
        return
    shares, added = [quantity(figures[index]) for index in parts], sum(stated, Decimal(0))
    whole = follows(lambda printing: HUNDRED.low in total(shares, printing))
    little = HUNDRED.low < added < FAR_ABOVE or min(places) > 1
    if whole or (little and is_slip(HUNDRED.low, added, stated, 1, added=True)):
        verdict = Consistency.FOLLOWS if whole else Consistency.DOUBTFUL
        known, rule = Certainty.LIKELY, Rule.SHARES_KINDS
        yield Relation(RelationKind.HUNDRED, rule, known, None, tuple(parts), verdict, Quantity(added))


def _of_whole(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether a word says that these are shares of one thing: «доля зарплаты …, прочих затрат – …»."""
    low, _ = page.bounds(figures[parts[0]].span.first)
    return page.any_at(range(low, figures[parts[-1]].span.first), Mark.SHARE)


def _of_nothing_else(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether each share stands beside its kind: not «городских семей с детьми – 40 %, сельских – 55 %»."""
    return _of_kinds(page, figures, parts) or all(
        any(
            isinstance(tag, Split)
            for at in range(max(0, figures[index].span.first - BESIDE), figures[index].span.first)
            for tag in page.begins[at]
        )
        for index in parts
    )


def _of_kinds(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether each share stands right before its kind: «31,6 % городских, 68,4 % сельских»."""
    behind = (
        page.begins[figures[index].span.last]
        for index in parts
        if figures[index].span.last < len(page.begins)
    )
    kinds = [any(isinstance(tag, Split) for tag in tags) for tags in behind]
    return len(kinds) == len(parts) and all(kinds)
