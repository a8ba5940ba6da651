"""Units: what the figures of a text count, each under a key of its own."""

from collections.abc import Iterator

from edureport.drafting.draft import PERCENT, DraftUnit
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page

SIGN = "%"
NEAR = 8  # words between a number and its unit
FALLBACK_KEY = "unit"


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
        key = self._fresh.name(PERCENT if unit == SIGN else key_of([draft_unit.name or ""], FALLBACK_KEY))
        self._keys[unit] = key
        self.by_key[key] = draft_unit._replace(whole=not _below_zero(figure))
        return key

    def _unit(self, unit: str | None, figure: Figure) -> DraftUnit:
        """The lemma, or the form in the text where the lemma is only the stem of a word."""
        language = self._page.language.code
        if unit is None or unit == SIGN or unit in self._page.language.lemmas:
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
