"""Units: what the figures of a text count by the words beside them, each under a key of its own."""

from collections.abc import Iterator

from edureport.drafting.clause_figures import PARTING
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.draft import DraftUnit
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.units import PERCENT
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page

PERCENT_KEY = "percent"  # of the unit %
NEAR = 8  # words between a number and its unit
FALLBACK_KEY = "unit"
POWERS = frozenset("²³23")
DESCRIBING = 2  # words between a number and the noun that it counts


class Units:
    """The units of a draft by their keys, in the order in which figures ask for them."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._keys: dict[str | None, str] = {}
        self._fresh = UniqueNames()
        self.by_key: dict[str, DraftUnit] = {}

    def key(self, unit: str | None, figure: Figure) -> str:
        """The key of the unit that a figure counts, given by its lemma."""
        if unit in self._keys:
            key = self._keys[unit]
            if _below_zero(figure):
                self.by_key[key] = self.by_key[key]._replace(whole=False)
            return key
        draft_unit = self._unit(unit, figure)
        key = self._fresh.name(
            PERCENT_KEY if unit == PERCENT else key_of([draft_unit.name or ""], FALLBACK_KEY)
        )
        self._keys[unit] = key
        self.by_key[key] = draft_unit._replace(whole=not _below_zero(figure))
        return key

    def _unit(self, unit: str | None, figure: Figure) -> DraftUnit:
        """The lemma, or the form in the text where the lemma is only the stem of a word."""
        language = self._page.language.code
        if unit is None or unit == PERCENT or unit in self._page.language.lemmas:
            return DraftUnit(unit, lemma=True)
        for index in self._near(figure):
            token = self._page.tokens[index]
            if self._page.language.lemma(token.text) == unit:
                form = self._page.text[token.start : token.end].lower()
                return DraftUnit(named(form, language), lemma=False)
        return DraftUnit(named(unit, language) or None, lemma=False)

    def _near(self, figure: Figure) -> Iterator[int]:
        first, last = figure.span
        yield from range(last, min(last + NEAR, len(self._page.tokens)))
        yield from range(first - 1, max(first - NEAR, 0) - 1, -1)


def _below_zero(figure: Figure) -> bool:
    return figure.stated is not None and figure.stated < 0


def unit_beside(clause: Clause) -> str | None:
    """The lemma of what is counted, if that stands beside the number; None if it may be another's.

    Of words that are not known only those count that follow the number and look like a noun.
    """
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
    if page.word(span.first) in page.language.naming.powers or any(
        page.word(index).startswith(page.language.naming.powers) for index in between
    ):
        return None  # «5 квадратных метров» are no metres
    end = page.tokens[span.last - 1].end
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
