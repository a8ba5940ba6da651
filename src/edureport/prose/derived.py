"""Figures that follow from others: shares in percent, differences, and products of a number for each."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import groupby

from edureport.prose.bounds import case_of
from edureport.prose.figure import Figure, Kind
from edureport.prose.page import Page
from edureport.prose.parts import all_split
from edureport.prose.precision import half_step, last_digit
from edureport.prose.sums import Verdict

Derived = tuple[str, int | None, tuple[int, ...], Verdict]
HUNDRED = Decimal(100)
NEAR = 6  # tokens between a part and the percent in brackets behind it


def derived(page: Page, figures: Sequence[Figure]) -> list[Derived]:
    """What can be recomputed within a sentence, and whether it agrees."""
    return [*_shares(page, figures), *_differences(figures), *_products(figures), *_hundreds(page, figures)]


def _exact(figure: Figure) -> bool:
    return figure.stated is not None and figure.bound == "exact"


def _shares(page: Page, figures: Sequence[Figure]) -> Iterator[Derived]:
    """«3700 қатысушының 1968-і (53,2 %)»: a percent in brackets behind a part of a whole."""
    for place in range(2, len(figures)):
        share, part, whole = figures[place], figures[place - 1], figures[place - 2]
        if share.kind is not Kind.PERCENT or not all(_exact(figure) for figure in (share, part, whole)):
            continue
        if (
            share.sentence != whole.sentence
            or part.percent
            or whole.percent
            or not (part.states and whole.states)
        ):
            continue
        bracket = page.word(share.span[0] - 1) == "(" and share.span[0] - part.span[1] < NEAR
        of_it = part.role == "part" or part.unit == whole.unit
        if bracket and of_it and case_of(page, whole.span[1]) in {"", "abl"}:
            yield "share", place - 2, (place - 1, place), _share(part, whole, share)


def _share(part: Figure, whole: Figure, share: Figure) -> Verdict:
    """By rounding or by cutting off, at the precision that is printed."""
    if part.stated is None or not whole.stated or share.stated is None or part.stated > whole.stated:
        return Verdict.PARTIAL
    true = part.stated * HUNDRED / whole.stated
    step = Decimal(1).scaleb(min(last_digit(share.stated), 0))
    ways = {true.quantize(step, ROUND_HALF_UP), true.quantize(step, ROUND_DOWN)}
    return Verdict.FOLLOWS if share.stated in ways else Verdict.DOES_NOT_FOLLOW


def _differences(figures: Sequence[Figure]) -> Iterator[Derived]:
    """From a to b, by d: the three in one sentence."""
    for place in range(len(figures) - 1):
        before, after = figures[place], figures[place + 1]
        if before.mode != "from" or after.mode != "to" or before.sentence != after.sentence:
            continue
        for other in (place - 1, place + 2):
            if not 0 <= other < len(figures):
                continue
            change = figures[other]
            if change.sentence == before.sentence and change.mode == "by" and not change.points:
                verdict = _difference(before, after, change)
                if verdict is not None:
                    yield "difference", place + 1, (place, other), verdict


def _difference(before: Figure, after: Figure, change: Figure) -> Verdict | None:
    """Whether b - a can be d, each as exact as it is printed."""
    if before.stated is None or after.stated is None or change.stated is None:
        return None
    if not (_exact(before) and _exact(after) and _exact(change)) or before.percent is not after.percent:
        return None
    slack = half_step(before) + half_step(after)
    true = abs(after.stated - before.stated)
    if change.percent and not before.percent:
        if not before.stated:
            return None
        true, slack = true * HUNDRED / before.stated, slack * HUNDRED / before.stated * 2
    elif change.unit != after.unit and change.unit is not None and after.unit is not None:
        return None
    off = abs(true - abs(change.stated))
    return Verdict.FOLLOWS if off <= slack + 2 * half_step(change) else Verdict.DOES_NOT_FOLLOW


def _products(figures: Sequence[Figure]) -> Iterator[Derived]:
    """«56 430 детям по 46 500 тенге, всего 2,624 млрд тенге»."""
    for place in range(len(figures) - 2):
        count, rate, whole = figures[place : place + 3]
        if (
            not rate.each
            or whole.role != "total"
            or whole.sentence != count.sentence
            or count.unit == rate.unit
        ):
            continue
        if rate.unit != whole.unit or not all(
            _exact(figure) and figure.states for figure in (count, rate, whole)
        ):
            continue
        if count.stated is None or rate.stated is None or whole.stated is None:
            continue
        slack = 2 * half_step(whole) + count.stated * half_step(rate) + rate.stated * half_step(count)
        agrees = abs(count.stated * rate.stated - whole.stated) <= slack
        yield "product", place + 2, (place, place + 1), Verdict.FOLLOWS if agrees else Verdict.DOES_NOT_FOLLOW


def _hundreds(page: Page, figures: Sequence[Figure]) -> Iterator[Derived]:
    """Shares of kinds that leave no other: «31,6 % қалада, 68,4 % ауылда»; each may be cut off."""
    for _, group in groupby(range(len(figures)), key=lambda place: figures[place].sentence):
        parts = [place for place in group if figures[place].kind is Kind.PERCENT and _exact(figures[place])]
        if len(parts) > 1 and all_split(page, figures, parts):
            stated = [figures[place].stated or Decimal(0) for place in parts]
            slack = sum(Decimal(1).scaleb(min(last_digit(value), 0)) for value in stated)
            agrees = abs(sum(stated) - HUNDRED) <= slack
            verdict = Verdict.FOLLOWS if agrees else Verdict.DOES_NOT_FOLLOW
            yield "hundred", None, tuple(parts), verdict
