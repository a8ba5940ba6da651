"""Survey: what can be seen of a sheet that nobody has described: its header, columns, words and symbols."""

import re
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from itertools import chain, count
from typing import NamedTuple

from edureport.drafting.names import quoted
from edureport.errors import ReportError
from edureport.model.report import Flag
from edureport.problem import column_letters
from edureport.prose.grammar import codes, load
from edureport.prose.grammar.language import SheetWords
from edureport.reading.amounts import amount_in_words
from edureport.reading.tables.grid import Cell, is_empty, text_of
from edureport.reading.tables.layout import joined
from edureport.reading.tables.numbers import is_number, without_marks
from edureport.reading.tables.periods import read_period
from edureport.reading.values import TO_CYRILLIC, TO_LATIN

_YEAR = re.compile(r"(?:19|20)\d\d")
_FLAGGED = re.compile(r"([^a-z]{1,20}) ([a-z]{1,3})")
CROSS = "x".translate(TO_CYRILLIC)
_SYMBOL = rf"\*+|\d\)|[^\w\s«»\"“”]{{1,3}}|\d[.,]\d|[a-z{CROSS}]"
_NOTE = re.compile(
    rf"[«\"“](?P<quoted>{_SYMBOL})[»\"”]\s*\S|(?P<plain>{_SYMBOL})\s*[)–—:-]\s*\S", re.IGNORECASE
)
FEWEST_ROWS = 3  # by which a column is seen to count them
SYMBOL = 8  # letters at most
MOST_ROWS = 5000  # that are looked at
MOST_HEADER = 3  # rows
FOOTNOTES = ("***", "**", "*", "1)", "2)", "3)", "4)", "5)")


@cache
def sheet_words() -> SheetWords:
    """The words in sheets of all languages: a sheet may have several, whatever the one it is described in."""
    own = [load(code).sheets for code in codes()]
    return SheetWords(*(tuple(chain.from_iterable(words)) for words in zip(*own, strict=True)))


@cache
def _day() -> re.Pattern[str]:
    endings, months = map("|".join, (sheet_words().day_endings, sheet_words().months))
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
        notes = [(match, line) for line in reversed(lines) if (match := _NOTE.match(line.strip()))]
        self.lines = {_folded(match["quoted"] or match["plain"]): line for match, line in notes}

    def meaning(self, symbol: str) -> str | None:
        """What a symbol, or an amount in words, means in a description; None if no line says it plainly."""
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


class SurveyedColumn(NamedTuple):
    """A column, by its name, or as `written` where it has none of its own, and what stands below."""

    number: int
    name: str
    written: str
    form: str | None  # None: no period; "" as in report files; else one of FORMS
    numbers: int
    years: int  # of the numbers
    texts: Counter[str]
    counts_rows: bool  # 1, 2, 3 and so on

    @property
    def holds_periods(self) -> bool:
        """Whether what stands below are periods."""
        if self.numbers:
            return self.numbers == self.years and not self.texts.total()
        texts = [text for text in self.texts if text]
        return bool(texts) and all(period_form(text) is not None for text in texts)

    @property
    def holds_values(self) -> bool:
        """Whether what stands below are numbers, for the most part, or would be if there were any."""
        if self.holds_periods or self.counts_rows:
            return False
        long = sum(count for text, count in self.texts.items() if len(text) > SYMBOL)
        return self.numbers >= long if self.numbers else self.form is not None and not long


def surveyed_column(
    number: int, name: str, body: Sequence[Sequence[Cell]], marks: tuple[str, ...]
) -> SurveyedColumn:
    """What stands in a column of the rows of data, without the marks of footnotes."""
    numbers = years = ordinals = 0
    texts: Counter[str] = Counter()
    for row in body:
        cell = row[number] if number < len(row) else ""
        text = text_of(cell)
        ordinals += text == str(ordinals + 1)
        counted = is_number(cell) or is_number(flagged(without_marks(text, marks)[0])[0])
        numbers += counted
        years += counted and is_year(cell)
        if not counted or (isinstance(cell, str) and flagged(text)[1]):
            texts[text] += 1
    counts_rows = numbers == ordinals and ordinals >= FEWEST_ROWS and not name[-1:].isdecimal()
    return SurveyedColumn(number, name, name, period_form(name), numbers, years, texts, counts_rows)


def with_names(columns: Sequence[SurveyedColumn]) -> tuple[SurveyedColumn, ...]:
    """The columns, each with a name of its own: columns of texts without one, and those that share theirs."""
    times = Counter(column.name for column in columns)
    taken = set(times)
    found = []
    for column in columns:
        name = column.name
        if not name and column.texts.total() > column.texts[""]:
            name = "label"
        if name and times[name] != 1:  # with the letters of the sheet behind it, or more of them
            letters = column_letters(column.number + 1)
            name = next(free for more in count(1) if (free := f"{name} ({letters * more})") not in taken)
            taken.add(name)
        found.append(column._replace(name=name))
    return tuple(found)


class Survey(NamedTuple):
    """What was seen: rows by number from 0, columns, symbols with their number, lines above and below."""

    header: int
    header_rows: int
    columns: tuple[SurveyedColumn, ...]
    banners: tuple[str, ...]  # rows with nothing but a text, between rows of data
    symbols: Counter[str]
    flags: tuple[str, ...]  # letters behind values
    marks: tuple[str, ...]
    titles: tuple[str, ...]
    notes: tuple[str, ...]

    @property
    def values(self) -> tuple[SurveyedColumn, ...]:
        """The columns of values."""
        return tuple(column for column in self.columns if column.holds_values)

    @property
    def keys(self) -> tuple[SurveyedColumn, ...]:
        """The columns that say what the values are of."""
        columns = (column for column in self.columns if column.name and not column.counts_rows)
        return tuple(column for column in columns if not column.holds_values)


def survey(rows: Sequence[Sequence[Cell]]) -> Survey | None:
    """What can be seen of these rows; None if there is no table in them."""
    rows = rows[:MOST_ROWS]
    data = [number for number, row in enumerate(rows) if _is_data(row)]
    first, last = (data[0], data[-1]) if data else (0, 0)
    top = _top_of_header(rows, first)
    if top == first:
        return None
    # As the reader of descriptions joins them.
    names = joined([[text_of(cell) for cell in row] for row in rows[top:first] if not _only_first(row)])
    body = [row for row in rows[first : last + 1] if len(_filled(row)) > 1]
    marks = tuple(mark for mark in FOOTNOTES if _is_used(mark, [names, *body, *rows[:top]]))
    names = [without_marks(name, marks)[0] for name in names]
    banners = [text_of(row[0]) for row in rows[top + 1 : last + 1] if _only_first(row)]
    columns = with_names([surveyed_column(number, name, body, marks) for number, name in enumerate(names)])
    if not any(column.holds_values for column in columns):
        return None
    symbols: Counter[str] = Counter()
    flags: set[str] = set()
    held = sum((column.texts for column in columns if column.holds_values), Counter[str]())
    for text, number in held.items():
        value, letters = flagged(text)
        flags.update(letters)
        symbols[value] += 0 if letters and is_number(value) else number
    return Survey(
        header=top,
        header_rows=first - top - sum(_only_first(row) for row in rows[top + 1 : first]),
        columns=columns,
        banners=tuple(dict.fromkeys(banners)),
        symbols=+symbols,
        flags=tuple(sorted(flags)),
        marks=marks,
        titles=_lines(rows[:top]),
        notes=_lines(rows[last + 1 :]),
    )


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether a row has values: numbers that are no years, beside something else."""
    full = [row[number] for number in _filled(row)]
    return len(full) > 1 and any(is_number(cell) and not is_year(cell) for cell in full)


def _filled(row: Sequence[Cell]) -> list[int]:
    """The columns in which a row says something."""
    return [number for number, cell in enumerate(row) if not is_empty(cell)]


def _only_first(row: Sequence[Cell]) -> bool:
    return _filled(row) == [0]


def _top_of_header(rows: Sequence[Sequence[Cell]], first: int) -> int:
    """The first row of the header above the first row of data: above it are titles or nothing."""
    top = first
    while top > 0 and _only_first(rows[top - 1]):
        top -= 1  # banners between header and data
    bottom = top
    while top > 0 and bottom - top < MOST_HEADER:
        full = _filled(rows[top - 1])
        below = next((number for number in _filled(rows[top]) if number), 0)  # the first named one
        if not full or full == [0] or (top < bottom and full[0] > below):
            break  # nothing, a title, or a unit in the corner
        top -= 1
    return top if top < bottom else first


def _is_used(mark: str, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether some text or number ends in a mark of a footnote."""
    texts = (cell for row in body for cell in row if isinstance(cell, str))
    return any(text.rstrip().endswith(mark) and len(text.strip()) > len(mark) for text in texts)


def _lines(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    lines = (" ".join(dict.fromkeys(text_of(cell) for cell in row if not is_empty(cell))) for row in rows)
    return tuple(line for line in lines if line)
