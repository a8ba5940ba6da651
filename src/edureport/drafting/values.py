"""What a figure becomes in a report file: its value, its unit, its period, its kind, or why it cannot."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from edureport.drafting.clause_words import PARTING, REACH, STOPS
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.draft import DraftUnit
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.errors import EdureportError
from edureport.message import Message, message
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import quantity
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time
from edureport.reading.amounts import notation as written

PERIODS = 1000  # whose notations are kept
_SIGNS = STOPS | {","}
PERCENT_KEY = "percent"  # of the unit %
NEAR = 8  # words between a number and its unit
FALLBACK_KEY = "unit"
POWERS = frozenset("²³23")
DESCRIBING = 2  # words between a number and the noun that it counts


def refused(figure: Figure, value: str | None) -> Message | None:
    """Why a figure of this value cannot be that of an indicator or a target; None if it can."""
    reasons = (
        ("draft.left_head", not figure.states),
        ("draft.left_change", figure.kind is FigureKind.CHANGE),
        ("draft.left_indefinite", figure.indefinite),
        ("draft.left_unread", not figure.all and value is None),
    )
    return next((message(key) for key, holds in reasons if holds), None)


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
        with suppress(EdureportError):
            if Period.parse(text) == period:
                return text
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
    flow = clauses.any_at(clause.own, ClauseMark.FLOW_NOUN) or clauses.any_at(near, ClauseMark.FLOW_SPAN)
    flow = flow or (told is None and clauses.any_at(after, ClauseMark.FLOW_WEAK))
    return _of_signs(flow=flow, stock=told is not None or (not flow and clauses.counts(before)))


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


class Units:
    """The units of a draft by their keys, in the order in which figures ask for them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._keys: dict[str | None, str] = {}
        self._fresh = UniqueNames()
        self.by_key: dict[str, DraftUnit] = {}

    def key(self, unit: str | None, figure: Figure) -> str:
        """The key of the unit that a figure counts, given by its lemma."""
        if unit not in self._keys:
            made = self._unit(unit, figure)
            wanted = PERCENT_KEY if unit == PERCENT else key_of([made.name or ""], FALLBACK_KEY)
            self._keys[unit] = self._fresh.name(wanted)
            self.by_key[self._keys[unit]] = made
        key = self._keys[unit]
        if figure.stated is not None and figure.stated < 0:
            self.by_key[key] = self.by_key[key]._replace(whole=False)
        return key

    def _unit(self, unit: str | None, figure: Figure) -> DraftUnit:
        """The lemma, or the form in the text where the lemma is only the stem of a word."""
        language = self._page.language.code
        if unit is None or unit == PERCENT or unit in self._page.language.lemmas:
            return DraftUnit(unit, lemma=True)
        (first, last), end = figure.span, len(self._page.tokens)
        for index in (*range(last, min(last + NEAR, end)), *range(first - 1, max(first - NEAR, 0) - 1, -1)):
            token = self._page.tokens[index]
            if self._page.language.lemma(token.text) == unit:
                form = self._page.text[token.start : token.end].lower()
                return DraftUnit(named(form, language), lemma=False)
        return DraftUnit(named(unit, language) or None, lemma=False)


def unit_beside(clause: Clause) -> str | None:
    """The lemma of what is counted, if that surely stands beside the number: known, or a noun behind it."""
    figure, clauses = clause.figure, clause.clauses
    page, span = clauses.page, figure.unit_span
    if figure.percent or figure.unit == PERCENT:
        return PERCENT
    if figure.unit is None or span is None:
        return None
    first, last = figure.span
    between = range(last, span.first) if span.first >= last else range(span.last, first)
    if any(index in clauses.numbers or page.word(index) in PARTING for index in between):
        return None
    if page.word(span.last) == "-" and not page.tokens[span.last].gap:
        return None  # «жол-көлік оқиғасы»
    powers, end = page.language.naming.powers, page.tokens[span.last - 1].end
    if page.word(span.first) in powers or any(page.word(index).startswith(powers) for index in between):
        return None  # «5 квадратных метров» are no metres
    if page.text[end : end + 1] in POWERS:
        return None  # "5 m²", «5 м2»
    if figure.unit in page.language.lemmas:
        return figure.unit
    if page.language.head_final and _goes_on_as_noun(span.last, clauses):
        return None  # «ұсақ бұзақылық»
    beside = 0 <= span.first - clause.end <= DESCRIBING
    return figure.unit if beside and page.language.naming.is_counted(page.word(span.first)) else None


def _goes_on_as_noun(index: int, clauses: Clauses) -> bool:
    """Whether no verb stands behind a noun that would be last, but a noun, or what describes another noun."""
    page = clauses.page
    high = page.bounds(index - 1)[1]
    if index >= high or not page.is_word(index) or page.at(index, Mark.JOIN):
        return False
    word, more = page.word(index), index + 1 < high and page.is_word(index + 1)
    if page.language.is_participle(word) or word in page.language.naming.states:
        return more  # «мүгедектігі бар адам», but «хабарлама түскен.»
    return not clauses.is_verb(index) and not page.language.ends_clause(word)
