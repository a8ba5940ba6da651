"""Legends: what the lines of a sheet say of the symbols among its figures."""

import re
from collections.abc import Sequence

from edureport.drafting.yaml_text import quoted
from edureport.model.report import Flag
from edureport.reading.amounts import amount_in_words

_SYMBOL = r"\*+|\d\)|[^\w\s«»\"“”]{1,3}|\d[.,]\d|[xхa-z]"
_NOTE = re.compile(
    rf"[«\"“](?P<quoted>{_SYMBOL})[»\"”]\s*\S|(?P<plain>{_SYMBOL})\s*[)–—:-]\s*\S", re.IGNORECASE
)
_MEANINGS = (  # how legends explain symbols, and what that is here
    (("конфиденц", "құпия", "suppress", "confidential"), Flag.SUPPRESSED.value),
    (("не применим", "not applicable", "қолданылмайды"), Flag.NOT_APPLICABLE.value),
    (("явление отсутств", "құбылыс жоқ", "nil"), "0"),
    (
        ("нет данных", "отсутств", "мәлімет жоқ", "дерек жоқ", "not available", "no data", "missing"),
        Flag.MISSING.value,
    ),
)
# Cyrillic letters that look like Latin ones, and an ellipsis: legends and cells have now these, now those.
_SAME = str.maketrans({"а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "…": "..."})


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
        return next((meaning for words, meaning in _MEANINGS if any(word in line for word in words)), None)


def _folded(symbol: str) -> str:
    return symbol.casefold().translate(_SAME)
