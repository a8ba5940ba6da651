"""What a figure becomes in a report file: its value, its period, its kind, or the reason why it cannot."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from edureport.drafting.clause_before import REACH, STOPS
from edureport.drafting.clauses import Clause
from edureport.errors import EdureportError
from edureport.message import Message, message
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.relations.sums import quantity
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.amounts import notation as written

PERIODS = 1000  # whose notations are kept
_SIGNS = STOPS | {","}


def refused(figure: Figure, value: str | None) -> Message | None:
    """Why a figure of this value cannot be that of an indicator or a target; None if it can."""
    if not figure.states:
        return message("draft.left_head")
    if figure.kind is FigureKind.CHANGE:
        return message("draft.left_change")
    if figure.indefinite:
        return message("draft.left_indefinite")
    if not figure.all and value is None:
        return message("draft.left_unread")
    return None


def value_of(figure: Figure) -> str | None:
    """The value of a figure in the notation of report files; None if they cannot hold it."""
    if figure.quantity is None:
        return None
    stated = quantity(figure)
    if stated.stated < 0:  # a deficit: its unit counts no whole things
        stated = replace(stated, counted=False)
    text = written(stated)
    try:
        same = Quantity.parse(text, counted=stated.counted) == stated
    except EdureportError:  # too long
        return None
    return text if same else None


def period_of(time: Time | None, own: Period) -> Period | None:
    """The period of a report on `own` that a figure is for; None if it is after that.

    "In 2025" may mean what has been counted of the year so far, and the state on the morning after is
    that of the last day.
    """
    if time is None or time.role is Role.DUE:
        return own
    named = time.period
    within = named.first <= own.first and own.last <= named.last
    if within and time.grain in {Grain.YEAR, Grain.SCHOOL_YEAR}:
        return own
    if time.role is Role.SINCE and named.first == own.first:
        return own
    if named.first == named.last and named.last in {own.last, own.last + DAY}:
        return own
    return named if named.last <= own.last else None


@lru_cache(maxsize=PERIODS)
def notation(period: Period) -> str:
    """The shortest notation of a period: `2025-9M`."""
    first, last = period.first, period.last
    year, month = first.year, first.month
    months = period.months or 0
    for text in (
        f"{year:04}",
        f"{year:04}-H{month // 6 + 1}",
        f"{year:04}-Q{month // 3 + 1}",
        f"{year:04}-{months}M",
        f"{year:04}-{month:02}",
        f"{year:04}/{last.year % 100:02}",
        first.isoformat(),
    ):
        try:
            if Period.parse(text) == period:
                return text
        except EdureportError:
            continue
    return str(period)


def kind_of(clause: Clause) -> IndicatorKind | None:
    """The kind that the nearest telling word gives; None if none does, or if two say different things."""
    clauses, before, after = clause.clauses, clause.before, clause.after
    if clause.figure.percent:
        return IndicatorKind.RATIO
    near, further = _around(clause)
    kinds = clauses.kinds
    told = next((kinds[index] for index in (*after, *near, *further) if index in kinds), None)
    if told is IndicatorKind.FLOW:
        return told
    happens = clauses.any_at(clause.own, ClauseMark.FLOW_NOUN)
    spans = clauses.any_at(near, ClauseMark.FLOW_SPAN)
    weak = told is None and clauses.any_at(after, ClauseMark.FLOW_WEAK)
    flow = happens or spans or weak
    counted = not flow and clauses.counts(before)
    return _of_signs(flow=flow, stock=told is not None or counted)


def named_kind(words: str, language: str) -> IndicatorKind | None:
    """The kind that a heading tells: "Births, 2025"; None if no word does, or if two say different things."""
    page = Page.of(words, language)
    begins, _ = page.language.clause_phrases.mark([token.text for token in page.tokens])
    found = {tag for tags in begins for tag in tags}
    flow = bool(found & {ClauseMark.FLOW, ClauseMark.FLOW_NOUN, ClauseMark.FLOW_SPAN})
    shares = "%" in words or page.any_at(range(len(page.tokens)), Mark.SHARE, Mark.PERCENT)
    if shares:
        return None if flow else IndicatorKind.RATIO
    return _of_signs(flow=flow, stock=ClauseMark.STOCK in found)


def _of_signs(*, flow: bool, stock: bool) -> IndicatorKind | None:
    """The kind of which there are signs; None if there are none, or of both."""
    if flow == stock:
        return None
    return IndicatorKind.FLOW if flow else IndicatorKind.STOCK


def _around(clause: Clause) -> tuple[Sequence[int], Sequence[int]]:
    """The tokens behind and before a number up to a sign, and those further, where its verb may be."""
    page, (first, last), (low, high) = clause.page, clause.figure.span, clause.bounds
    low, high = max(low, first - REACH), min(high, last + REACH)
    signs = [index for index in range(low, high) if page.word(index) in _SIGNS]
    end = next((index for index in signs if index >= last), high)
    start = next((index for index in reversed(signs) if index < first), low - 1)
    further = range(end, high) if page.language.head_final else range(start, low - 1, -1)
    return (*range(last, end), *range(first - 1, start, -1)), further
