"""Row heads: numbers that only count, date or code rows of a table which has lost its lines, or paragraphs.

"Rank Country Value Year 1 Tanzania 113.97 2017 2 Angola 63.05 2016 …"; and the years of a heading.
"""

import re
from collections.abc import Iterator, Sequence

from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

HEADING = 3  # years that are a heading
NUMBERED = 7  # other numbers that are one
FROM_ONE = 5  # such numbers that begin with one
STEP = 5  # years from one of them to the next
ITEMS = 3  # that show a numbering
ROWS = 4  # that show a table
WIDEST = 8  # numbers of a row
HEAD = 20  # tokens of the heads of its columns
MOSTLY = 0.7
PARAGRAPH_GAP = "¶"
_ADDING = frozenset("=+")
_BEFORE_ITEM = frozenset([".", ":", ";", CELL, END])


def row_heads(page: Page, known: Sequence[Number]) -> dict[int, FigureKind]:
    """Ordinals and dates of rows and headings, each by its first token."""
    heads = {number.first: FigureKind.DATE for number in _in_a_row(page, known, years=True)}
    heads |= {number.first: FigureKind.ORDINAL for number in _in_a_row(page, known, years=False)}
    heads |= {number.first: FigureKind.ORDINAL for number in _items(page, known)}
    heads |= {number.first: FigureKind.ORDINAL for number in _within_a_line(page, known)}
    heads |= {number.first: FigureKind.ORDINAL for number in _of_paragraphs(page, known)}
    heads |= {number.first: FigureKind.IDENTIFIER for number in _codes(page, known)}
    place = 0
    while place < len(known):
        rows = _rows(page, known, place)
        if rows is None:
            place += 1
            continue
        kind = FigureKind.DATE if known[place].year else FigureKind.ORDINAL
        heads |= {known[row].first: kind for row in rows}
        if kind is FigureKind.ORDINAL and _is_headed_by_year(page, known[place].first):
            columns = [_years_of(page, known, rows, column) for column in range(1, rows.step)]
            if not all(columns):  # what is told of the years is in another column
                heads |= {one.first: FigureKind.DATE for years in columns for one in years}
        place = rows[-1] + 1
    return heads


def _items(page: Page, known: Sequence[Number]) -> Iterator[Number]:
    """The numbers of items in cells that have lost their rows: "| 1 | Halls | 45 | 1.1 | Rooms | 31 |".

    Each stands alone in a cell before words, and goes on from the one before: 1, 1.1, 1.2, 2.
    """
    row: list[Number] = []
    last: list[int] = []
    for number in known:
        behind = next(
            (at for at in range(number.last, len(page.tokens)) if not _parts(page, at)), number.last
        )
        alone = _parts(page, number.first - 1) and behind > number.last and page.is_word(behind)
        if not alone or not _is_plain(number):
            continue
        steps = [int(step) for step in page.between(number.first, number.last).split(".") if step.isdecimal()]
        if steps == [1]:
            yield from row if len(row) >= ITEMS else ()
            row, last = [number], steps
        elif row and steps in ([*last, 1], *([*last[:at], last[at] + 1] for at in range(len(last)))):
            row.append(number)
            last = steps
    yield from row if len(row) >= ITEMS else ()


def _within_a_line(page: Page, known: Sequence[Number]) -> Iterator[Number]:
    """The numbers of items that follow each other in a line: "as follows: 1. China, 15; 2. Japan, 14".

    A point and a space are behind each, a sign before it, and it goes on from the one before: 1, 2, 3.
    """
    row: list[Number] = []
    for number in known:
        point = number.last
        pointed = page.word(point) == "." and page.glued(point) and not page.glued(point + 1)
        led = number.first == 0 or page.word(number.first - 1) in _BEFORE_ITEM
        if not (pointed and led and _is_plain(number) and page.word(point + 1) not in {"", CELL, END}):
            continue
        if number.value == 1:
            yield from row if len(row) > 1 else ()
            row = [number]
        elif row and number.value == (row[-1].value or 0) + 1:
            row.append(number)
    yield from row if len(row) > 1 else ()


def _of_paragraphs(page: Page, known: Sequence[Number]) -> Iterator[Number]:
    """The numbers of paragraphs, each one more than that before: "4 The cost has risen", "5 The board"."""
    row: list[Number] = []
    for number in known:
        begins = number.first == 0 or page.tokens[number.first].gap == PARAGRAPH_GAP
        named = page.is_word(number.last) and page.tokens[number.last].capital
        if not (begins and named and _is_plain(number) and not number.year):
            continue
        if row and number.value != (row[-1].value or 0) + 1:
            yield from row if len(row) >= ITEMS else ()
            row = []
        row.append(number)
    yield from row if len(row) >= ITEMS else ()


def _codes(page: Page, known: Sequence[Number]) -> Iterator[Number]:
    """The codes of the lines of an account: "Revenue | 2110 | 316 275", and again in "2200 = 2110 + 2120".

    What stands alone behind the names of lines has four digits there, the last of them zero, and not the
    space that parts the thousands of the amounts, of which fewer are round.
    """
    if not page.spaced_cells:
        return
    cells = [one for one in known if _parts(page, one.first - 1) and _parts(page, one.last)]
    behind = [one for one in cells if page.is_word(one.first - 2) and not page.glued(one.first - 2)]
    found = [one for one in behind if re.fullmatch("[1-9][0-9]{2}0", page.between(one.first, one.last))]
    heads, codes = {one.first for one in found}, {page.word(one.first) for one in found}
    rounded = sum((one.value or 1) % 10 == 0 for one in cells) - len(found)
    if len(codes) < ROWS or MOSTLY * len(behind) > len(found) or rounded > len(found):
        return
    for number in known:
        added = page.word(number.first - 1) in _ADDING or page.word(number.last) in _ADDING
        if number.first in heads or (added and page.word(number.first) in codes):
            yield number


def _parts(page: Page, index: int) -> bool:
    return page.word(index) in {CELL, END}


def _is_headed_by_year(page: Page, first: int) -> bool:
    """Whether a word for year is among those before the first row: "Rank Town Value Year"."""
    for index in range(first - 1, max(first - HEAD, 0) - 1, -1):
        if page.at(index, Mark.YEAR):
            return True
        if page.counts(index) or page.word(index) == ".":
            break
    return False


def _years_of(page: Page, known: Sequence[Number], rows: range, column: int) -> list[Number]:
    """The years of a column; empty if there is anything else in it."""
    places = [row + column for row in rows if row + column < len(known)]
    years = all(_is_year(known[at]) and _follows(page, known, at) for at in places)
    return [known[at] for at in places] if years else []


def _rows(page: Page, known: Sequence[Number], place: int) -> range | None:
    """The places of the numbers that count rows on from one number, each so many numbers after another."""
    first = known[place]
    if not _is_plain(first) or not (first.year or first.value == 1):
        return None
    for step in range(2, WIDEST + 1):
        end = place + step
        while end < len(known) and _counts_on(page, known, end, step):
            end += step
        if (end - place) // step >= ROWS:
            return range(place, end, step)
    return None


def _counts_on(page: Page, known: Sequence[Number], place: int, step: int) -> bool:
    """Whether a number is one more than that of the row before, and begins a row right behind a number."""
    number, before = known[place], known[place - step]
    one_more = _is_plain(number) and number.value == (before.value or 0) + 1
    return one_more and number.year is before.year and _follows(page, known, place)


def _follows(page: Page, known: Sequence[Number], place: int) -> bool:
    """Whether nothing but the end of a line stands between a number and the one before it."""
    between = range(known[place - 1].last, known[place].first)
    return all(page.word(at) == END for at in between)


def _is_plain(number: Number) -> bool:
    return number.plain and not number.percent and number.upper is None and number.value is not None


def _is_year(number: Number) -> bool:
    return number.year and _is_plain(number)


def _in_a_row(page: Page, known: Sequence[Number], *, years: bool) -> Iterator[Number]:
    """The years of a heading, "2019 2020* 2021", or its numbers that count on by one, "2 3 4 5 6 7 8".

    They stand in rising order, years also in falling one, with nothing but marks between them.
    """
    row: list[Number] = []
    least, step = (HEADING, STEP) if years else (NUMBERED, 1)
    for number in known:
        plain = number.year is years and number.upper is None and number.value is not None
        plain = plain and (years or (_is_plain(number) and not number.has_decimals))
        if row and plain and _goes_on(page, row[-1], number, step):
            row.append(number)
        else:
            yield from row if len(row) >= _least(row, least) else ()
            row = [number] if plain else []
    yield from row if len(row) >= _least(row, least) else ()


def _least(row: Sequence[Number], least: int) -> int:
    """How many numbers show a heading: fewer if they count on from one."""
    return FROM_ONE if row and row[0].value == 1 else least


def _goes_on(page: Page, before: Number, number: Number, step: int) -> bool:
    later = number.value is not None and before.value is not None and 0 < number.value - before.value <= step
    if number.year and number.value is not None and before.value is not None:
        later = 0 < abs(number.value - before.value) <= step
    return later and all(page.word(at) in {"*", CELL, END} for at in range(before.last, number.first))
