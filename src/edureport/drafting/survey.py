"""Survey: what can be seen of a sheet that nobody has described: its header, columns, notes and symbols."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import count
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.problem import column_letters
from edureport.reading.tables.grid import Cell, is_empty, text_of
from edureport.reading.tables.header import joined
from edureport.reading.tables.numbers import is_number, without_marks
from edureport.reading.tables.periods import read_period

MOST_ROWS = 5000  # that are looked at
MOST_HEADER = 3  # rows
FEWEST_ROWS = 3  # by which a column is seen to count them
SYMBOL = 8  # letters at most
FOOTNOTES = ("***", "**", "*", "1)", "2)", "3)", "4)", "5)")
TOTALS = frozenset(
    (
        "total",
        "all",
        "итого",
        "всего",
        "все",
        "барлығы",
        "жиыны",
        "республика казахстан",
        "қазақстан республикасы",
    )
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAY = re.compile(
    r"\b(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ -]"
    r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан"
    r"|январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)",
    re.IGNORECASE,
)
_FLAGGED = re.compile(r"([^a-z]{1,20}) ([a-z]{1,3})")


class SurveyedColumn(NamedTuple):
    """A column: its name, the form of the period that its name is, and what stands below.

    `written` is the name in the sheet, where that is none or the same as of another column.
    """

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
    if not data:
        return None
    first, last = data[0], data[-1]
    top = _top_of_header(rows, first)
    if top == first:
        return None
    names = _names(rows[top:first])
    body = [row for row in rows[first : last + 1] if sum(not is_empty(cell) for cell in row) > 1]
    marks = tuple(mark for mark in FOOTNOTES if _is_used(mark, [names, *body, *rows[:top]]))
    names = [without_marks(name, marks)[0] for name in names]
    banners = [text_of(row[0]) for row in rows[first : last + 1] if len(row) and _only_first(row)]
    if top + 1 < first or not banners:
        before = [text_of(row[0]) for row in rows[top + 1 : first] if len(row) and _only_first(row)]
        banners = before + banners
    columns = _with_names([_column(number, name, body, marks) for number, name in enumerate(names)])
    if not any(column.holds_values for column in columns):
        return None
    symbols: Counter[str] = Counter()
    flags: set[str] = set()
    for column in columns:
        if column.holds_values:
            for text, count in column.texts.items():
                value, letters = _flagged(text)
                flags.update(letters)
                symbols[value] += 0 if letters and is_number(value) else count
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


def period_form(text: str) -> str | None:
    """In which form a text is a period: "" as report files write it, or school-year; None if it is none."""
    for form in ("", "school-year", "quarter"):
        with suppress(ReportError):
            read_period(text, form)
            return form
    return None


def year_in(lines: Sequence[str]) -> str | None:
    """The only year that lines name; none beside a day: the state on 1 January is not that of the year."""
    if any(_DAY.search(line) for line in lines):
        return None
    years = {year for line in lines for year in _YEAR.findall(line)}
    return years.pop() if len(years) == 1 else None


def is_total(text: str) -> bool:
    """Whether a text calls a total by its name."""
    return text.casefold().strip(" :*") in TOTALS


def _flagged(text: str) -> tuple[str, str]:
    """A value and the letters of flags behind it."""
    match = _FLAGGED.fullmatch(text)
    return (match[1], match[2]) if match else (text, "")


def _is_data(row: Sequence[Cell]) -> bool:
    """Whether a row has values: numbers that are no years, beside something else."""
    full = [cell for cell in row if not is_empty(cell)]
    return len(full) > 1 and any(is_number(cell) and not _is_year(cell) for cell in full)


def _is_year(cell: Cell) -> bool:
    return _YEAR.fullmatch(text_of(cell)) is not None


def _only_first(row: Sequence[Cell]) -> bool:
    return not is_empty(row[0]) and all(is_empty(cell) for cell in row[1:])


def _top_of_header(rows: Sequence[Sequence[Cell]], first: int) -> int:
    """The first row of the header above the first row of data: above it are titles or nothing."""
    top = first
    while top > 0 and (_only_first(rows[top - 1]) if rows[top - 1] else False):
        top -= 1  # banners between header and data
    bottom = top
    while top > 0 and bottom - top < MOST_HEADER:
        full = [number for number, cell in enumerate(rows[top - 1]) if not is_empty(cell)]
        if not full or full == [0] or (top < bottom and full[0] > _first_named(rows[top])):
            break  # nothing, a title, or a unit in the corner
        top -= 1
    return top if top < bottom else first


def _first_named(row: Sequence[Cell]) -> int:
    """The first column with a name, but for the one at the left."""
    return next((number for number, cell in enumerate(row) if number and not is_empty(cell)), 0)


def _names(rows: Sequence[Sequence[Cell]]) -> list[str]:
    """The names of the columns, as the reader of descriptions joins them."""
    return joined([[text_of(cell) for cell in row] for row in rows if not _only_first(row)])


def _column(number: int, name: str, body: Sequence[Sequence[Cell]], marks: tuple[str, ...]) -> SurveyedColumn:
    numbers = years = ordinals = 0
    texts: Counter[str] = Counter()
    for row in body:
        cell = row[number] if number < len(row) else ""
        ordinals += text_of(cell) == str(ordinals + 1)
        if is_number(cell) or is_number(_flagged(without_marks(text_of(cell), marks)[0])[0]):
            numbers += 1
            years += _is_year(cell)
            flagged = isinstance(cell, str) and bool(_flagged(text_of(cell))[1])
        else:
            flagged = True
        if flagged:
            texts[text_of(cell)] += 1
    counts_rows = numbers == ordinals and ordinals >= FEWEST_ROWS and not name[-1:].isdecimal()
    return SurveyedColumn(number, name, name, period_form(name), numbers, years, texts, counts_rows)


def _with_names(columns: Sequence[SurveyedColumn]) -> tuple[SurveyedColumn, ...]:
    """The columns, each with a name of its own: columns of texts without one, and those that share theirs."""
    times = Counter(column.name for column in columns)
    taken = set(times)
    found = []
    for column in columns:
        name = column.name
        if not name and column.texts.total() > column.texts[""]:
            name = "label"
        if name and times[name] != 1:
            name = next(free for free in _names_like(name, column.number) if free not in taken)
            taken.add(name)
        found.append(column._replace(name=name))
    return tuple(found)


def _names_like(name: str, number: int) -> Iterator[str]:
    """Names that tell a column from others: with the letters of the sheet, or more of them."""
    for times in count(1):
        yield f"{name} ({column_letters(number + 1) * times})"


def _is_used(mark: str, body: Sequence[Sequence[Cell]]) -> bool:
    """Whether some text or number ends in a mark of a footnote."""
    return any(
        isinstance(cell, str) and cell.rstrip().endswith(mark) and len(cell.strip()) > len(mark)
        for row in body
        for cell in row
    )


def _lines(rows: Sequence[Sequence[Cell]]) -> tuple[str, ...]:
    lines = (" ".join(dict.fromkeys(text_of(cell) for cell in row if not is_empty(cell))) for row in rows)
    return tuple(line for line in lines if line)
