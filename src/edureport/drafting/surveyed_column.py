"""Columns of a sheet that nobody has described: what stands in each, and a name of its own for each."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count
from typing import NamedTuple

from edureport.drafting.sheet_words import flagged, is_year, period_form
from edureport.problem import column_letters
from edureport.reading.tables.grid import Cell, text_of
from edureport.reading.tables.numbers import is_number, without_marks

FEWEST_ROWS = 3  # by which a column is seen to count them
SYMBOL = 8  # letters at most


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


def surveyed_column(
    number: int, name: str, body: Sequence[Sequence[Cell]], marks: tuple[str, ...]
) -> SurveyedColumn:
    """What stands in a column of the rows of data, without the marks of footnotes."""
    numbers = years = ordinals = 0
    texts: Counter[str] = Counter()
    for row in body:
        cell = row[number] if number < len(row) else ""
        ordinals += text_of(cell) == str(ordinals + 1)
        if is_number(cell) or is_number(flagged(without_marks(text_of(cell), marks)[0])[0]):
            numbers += 1
            years += is_year(cell)
            more = isinstance(cell, str) and bool(flagged(text_of(cell))[1])
        else:
            more = True
        if more:
            texts[text_of(cell)] += 1
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
        if name and times[name] != 1:
            name = next(free for free in _names_like(name, column.number) if free not in taken)
            taken.add(name)
        found.append(column._replace(name=name))
    return tuple(found)


def _names_like(name: str, number: int) -> Iterator[str]:
    """Names that tell a column from others: with the letters of the sheet, or more of them."""
    for times in count(1):
        yield f"{name} ({column_letters(number + 1) * times})"
