"""Legends: what the lines of a sheet say of the symbols among its figures."""

import re
from collections.abc import Sequence

from edureport.drafting.sheet_words import sheet_words
from edureport.drafting.yaml_text import quoted
from edureport.model.report import Flag
from edureport.reading.amounts import amount_in_words
from edureport.reading.values import TO_CYRILLIC, TO_LATIN

CROSS = "x".translate(TO_CYRILLIC)
_SYMBOL = rf"\*+|\d\)|[^\w\s«»\"“”]{{1,3}}|\d[.,]\d|[a-z{CROSS}]"
_NOTE = re.compile(
    rf"[«\"“](?P<quoted>{_SYMBOL})[»\"”]\s*\S|(?P<plain>{_SYMBOL})\s*[)–—:-]\s*\S", re.IGNORECASE
)


class SymbolLegend:
    """The symbols that some lines explain, of a sheet in a language."""

    def __init__(self, lines: Sequence[str], language: str) -> None:
        self.language = language
        self.lines: dict[str, str] = {}
        for line in lines:
            if match := _NOTE.match(line.strip()):
                self.lines.setdefault(_folded(match["quoted"] or match["plain"]), line)

    def meaning(self, symbol: str) -> str | None:
        """What a symbol means, in the words of a description; None if no line says it plainly.

        An amount in words says it itself: "more than 3,800" in a cell.
        """
        amount = amount_in_words(symbol, self.language, counted=False)
        if amount is not None and not amount.percent:
            return quoted(symbol)
        line = self.lines.get(_folded(symbol), "").casefold()
        told = sheet_words()
        meanings = {
            Flag.SUPPRESSED.value: told.suppressed,
            Flag.NOT_APPLICABLE.value: told.not_applicable,
            "0": told.nothing,
            Flag.MISSING.value: told.missing,
        }
        return next((sign for sign, words in meanings.items() if any(word in line for word in words)), None)


def _folded(symbol: str) -> str:
    """A symbol with Latin letters for those that look alike: legends and cells have now these, now those."""
    return symbol.casefold().translate(TO_LATIN).replace("…", "...")
