"""What the words of a sheet without a description say: a total, a period, a year, flags, and its legend."""

import re
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from itertools import chain

from edureport.drafting.yaml_writer import quoted
from edureport.errors import ReportError
from edureport.model.report import Flag
from edureport.prose.grammar import codes, load
from edureport.prose.grammar.sheet_words import SheetWords
from edureport.reading.amounts import amount_in_words
from edureport.reading.tables.grid import Cell, text_of
from edureport.reading.tables.periods import read_period
from edureport.reading.values import TO_CYRILLIC, TO_LATIN

_YEAR = re.compile(r"(?:19|20)\d\d")
_FLAGGED = re.compile(r"([^a-z]{1,20}) ([a-z]{1,3})")
CROSS = "x".translate(TO_CYRILLIC)
_SYMBOL = rf"\*+|\d\)|[^\w\s«»\"“”]{{1,3}}|\d[.,]\d|[a-z{CROSS}]"
_NOTE = re.compile(
    rf"[«\"“](?P<quoted>{_SYMBOL})[»\"”]\s*\S|(?P<plain>{_SYMBOL})\s*[)–—:-]\s*\S", re.IGNORECASE
)


@cache
def sheet_words() -> SheetWords:
    """The words in sheets of all languages: a sheet may have several, whatever the one it is described in."""
    own = [load(code).sheets for code in codes()]
    return SheetWords(*(tuple(chain.from_iterable(words)) for words in zip(*own, strict=True)))


@cache
def _day() -> re.Pattern[str]:
    words = sheet_words()
    endings, months = "|".join(words.day_endings), "|".join(words.months)
    return re.compile(rf"\b(?:[1-9]|[12]\d|3[01])(?:{endings})?[ -](?:{months})", re.IGNORECASE)


def period_form(text: str) -> str | None:
    """In which form a text is a period: "" as report files write it, or school-year; None if it is none."""
    for form in ("", "school-year", "quarter"):
        with suppress(ReportError):
            read_period(text, form)
            return form
    return None


def year_in(lines: Sequence[str]) -> str | None:
    """The only year that lines name; none beside a day: the state on 1 January is not that of the year."""
    if any(_day().search(line) for line in lines):
        return None
    years = {year for line in lines for year in _YEAR.findall(line)}
    return years.pop() if len(years) == 1 else None


def is_total(text: str) -> bool:
    """Whether a text calls a total by its name."""
    return text.casefold().strip(" :*") in sheet_words().totals


def flagged(text: str) -> tuple[str, str]:
    """A value and the letters of flags behind it."""
    match = _FLAGGED.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def is_year(cell: Cell) -> bool:
    """Whether a cell has four digits that may be a year."""
    return _YEAR.fullmatch(text_of(cell)) is not None


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
