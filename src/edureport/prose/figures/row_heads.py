"""Row heads: numbers that only count, date or code rows of a table which has lost its lines, or paragraphs.

"Rank Country Value Year 1 Tanzania 113.97 2017 2 Angola 63.05 2016 …"; and the years of a heading.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

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
_COUNTING = frozenset({Mark.CONJ, Mark.CURRENCY, Mark.EXISTS, Mark.REACH, Mark.NUMBER_OF, Mark.RISE,
                       Mark.FALL})  # fmt: skip
_NOTE_BEHIND = frozenset([".", ",", ";"])
_BEFORE_MARK = frozenset(".)]”»%")
_OPENING = frozenset("(–-:$£€+")
_BEFORE_ITEM = frozenset([".", ":", ";", CELL, END])

NumberedItem = tuple[Number, list[int]]  # a number and its steps: 1.2 has two


def row_heads(page: Page, known: Sequence[Number]) -> dict[int, FigureKind]:
    """Ordinals and dates of rows and headings, each by its first token."""
    heads = {number.first: FigureKind.DATE for number in _in_a_row(page, known, years=True)}
    heads |= {number.first: FigureKind.ORDINAL for number in _in_a_row(page, known, years=False)}
    heads |= {number.first: FigureKind.ORDINAL for number in _in_order(_items(page, known), ITEMS)}
    heads |= {number.first: FigureKind.ORDINAL for number in _in_order(_within_a_line(page, known), 2)}
    heads |= {number.first: FigureKind.ORDINAL for number in _in_order(_in_brackets(page, known), 2)}
    heads |= {number.first: FigureKind.ORDINAL for number in _of_rows(_items(page, known))}
    heads |= {number.first: FigureKind.ORDINAL for number in _of_paragraphs(page, known)}
    notes = (*_of_notes(page, known), *_marks_apart(page, known))
    named = (*_codes(page, known), *notes, *_of_places(page, known))
    heads |= {number.first: FigureKind.IDENTIFIER for number in named}
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


def _items(page: Page, known: Sequence[Number]) -> Iterator[NumberedItem]:
    """The numbers of items in cells that have lost their rows: "| 1 | Halls | 45 | 1.1 | Rooms | 31 |".

    Each stands alone in a cell before words, and goes on from the one before: 1, 1.1, 1.2, 2.
    """
    for number in filter(_is_plain, known):
        ahead = range(number.last, len(page.tokens))
        behind = next((at for at in ahead if not _parts(page, at)), number.last)
        begins = number.first == 0 or _parts(page, number.first - 1)
        if begins and behind > number.last and page.is_word(behind):
            steps = page.between(number.first, number.last).split(".")
            yield number, [int(step) for step in steps if step.isdecimal()]


def _within_a_line(page: Page, known: Sequence[Number]) -> Iterator[NumberedItem]:
    """The numbers of items that follow each other in a line: "as follows: 1. China, 15; 2. Japan, 14".

    A point and a space are behind each, a sign before it, and it goes on from the one before: 1, 2, 3.
    """
    for number in filter(_is_plain, known):
        point = number.last
        pointed = page.word(point) == "." and page.glued(point) and not page.glued(point + 1)
        led = number.first == 0 or page.word(number.first - 1) in _BEFORE_ITEM
        whole = int(number.value or 0)
        if pointed and led and number.value == whole and page.word(point + 1) not in {"", CELL, END}:
            yield number, [whole]


def _in_brackets(page: Page, known: Sequence[Number]) -> Iterator[NumberedItem]:
    """The numbers of items in brackets behind a sign: "as follows: (1) 300 units; (2) 1 million units"."""
    for number in filter(_is_plain, known):
        before, last = number.first - 2, number.last
        alone = page.word(before + 1) == "(" and page.word(last) == ")"
        led = before < 0 or not page.is_word(before) or page.at(before, Mark.JOIN)
        small = page.is_word(last + 1) and not page.tokens[last + 1].capital
        led = led or (small and not page.at(last + 1, Mark.JOIN))  # "if (1) the loan is"
        whole = int(number.value or 0)
        if alone and led and number.value == whole and page.word(last + 1)[:1].isalnum():
            yield number, [whole]


def _of_rows(items: Iterable[NumberedItem]) -> Iterator[Number]:
    """Those of rows that begin with any number, "| 13 | Fees | $50 | 14 | Fines | $70 |"."""
    row: list[NumberedItem] = []
    for number, steps in items:
        if len(steps) == 1 and row and steps[0] == row[-1][1][0] + 1:
            row.append((number, steps))
            continue
        yield from (one for one, _ in row if len(row) >= FROM_ONE)
        row = [(number, steps)] if len(steps) == 1 else []
    yield from (one for one, _ in row if len(row) >= FROM_ONE)


def _in_order(items: Iterable[NumberedItem], least: int) -> Iterator[Number]:
    """Those of at least so many that begin with one and go on from each other; others between do no harm."""
    row: list[Number] = []
    last: list[int] = []
    for number, steps in items:
        if steps == [1]:
            yield from row if len(row) >= least else ()
            row, last = [number], steps
        elif row and steps in ([*last, 1], *([*last[:at], last[at] + 1] for at in range(len(last)))):
            row.append(number)
            last = steps
    yield from row if len(row) >= least else ()


def _of_paragraphs(page: Page, known: Sequence[Number]) -> list[Number]:
    """The numbers of paragraphs, each one more than that before: "4 The cost has risen", "5 The board".

    Of those with two steps, 12.9 and 12.10, two are enough.
    """
    rows: list[list[Number]] = [[]]
    last: list[str] = []
    for number in filter(_is_plain, known):
        behind = _behind_mark(page, number.last)
        named = page.is_word(behind) and page.tokens[behind].capital
        steps = page.between(number.first, number.last).split(".")
        if not (_begins_line(page, number) and named) or number.year or not all(map(str.isdecimal, steps)):
            continue
        if rows[-1] and not (steps[:-1] == last[:-1] and int(steps[-1]) == int(last[-1]) + 1):
            rows.append([])
        rows[-1].append(number)
        last = steps
    return [number for row in rows if len(row) >= _least(page, row) for number in row]


def _least(page: Page, row: Sequence[Number]) -> int:
    """How many such numbers show a numbering: two if one has steps or a word that opens a sentence."""
    sure = any(
        _has_steps(page, number) or page.at(_behind_mark(page, number.last), Mark.SENTENCE_OPENER)
        for number in row
    )
    return 2 if sure else ITEMS


def _of_notes(page: Page, known: Sequence[Number]) -> list[Number]:
    """The numbers of notes below a text and their marks in it: "in some sectors 68 , … 68 Board of Trade".

    A mark stands right behind a word or a sign, or counts nothing that follows it; one that stands apart
    needs a second one.
    """
    runs: list[list[Number]] = [[]]
    for number in filter(_is_plain, known):
        behind = _behind_mark(page, number.last)
        if not (_begins_line(page, number) and page.is_word(behind)) or number.has_decimals or number.year:
            continue
        if runs[-1] and number.value != (runs[-1][-1].value or 0) + 1:
            runs.append([])
        runs[-1].append(number)
    found: list[Number] = []
    for run in runs:
        if not any(page.tokens[_behind_mark(page, number.last)].capital for number in run):
            continue  # "of which: 30 passed, 12 failed", each in a line
        values = {number.value for number in run}
        before = [one for one in known if one.first < run[0].first and one.value in values and _is_plain(one)]
        stuck = any(_is_behind_word(page, one.first) for one in before)
        apart = [one for one in before if not page.glued(one.first) and _counts_none(page, one)]
        if stuck or len(apart) > 1:
            found += [*run, *apart]
    return found


def _marks_apart(page: Page, known: Sequence[Number]) -> list[Number]:
    """Marks of notes with a space before the sign behind them, counting on: "cages 31 , pens 32 and".

    Or at the beginning of a sentence: "in the last years. 33 The rest".
    """
    rows: list[list[Number]] = [[]]
    for number in filter(_is_plain, known):
        last, before = number.last, number.first - 1
        spaced = page.word(last) in _NOTE_BEHIND and page.tokens[last].gap == " "
        begins = page.word(before) == "." and page.glued(before) and not page.glued(number.first)
        wide = last < len(page.tokens) and page.tokens[last].gap == "  " and page.tokens[last].capital
        begins = begins and (wide or page.word(last) in {END, ""} or page.at(last, Mark.SENTENCE_OPENER) > 0)
        named = page.is_word(before) or page.word(before) in {")", "%"} or page.is_year(before)
        if number.year or number.has_decimals or not (begins or (spaced and named)):
            continue
        if page.has(before, *_COUNTING):
            continue
        if rows[-1] and number.value != (rows[-1][-1].value or 0) + 1:
            rows.append([])
        rows[-1].append(number)
    return [number for row in rows if len(row) > 1 for number in row]


def _is_behind_word(page: Page, first: int) -> bool:
    """Whether a number stands right behind a word or a sign that ends one."""
    return page.glued(first) and (page.is_word(first - 1) or page.word(first - 1) in _BEFORE_MARK)


def _counts_none(page: Page, number: Number) -> bool:
    """Whether a number stands behind a word or a sign, and nothing that it could count behind it."""
    before, last = number.first - 1, number.last
    if _begins_line(page, number) or page.word(before) in _OPENING or page.is_percent(last):
        return False
    if not page.begins[before].keys().isdisjoint(_COUNTING):
        return False
    wide = last >= len(page.tokens) or page.tokens[last].gap == "  "
    return wide or not page.names(last)


def _of_places(page: Page, known: Sequence[Number]) -> list[Number]:
    """The numbers of places of one kind that are named by several: "region 1 and region 3"."""
    places: dict[str, list[Number]] = {}
    for number in filter(_is_plain, known):
        before = number.first - 1
        each = page.has(before - 1, Mark.PER, Mark.EACH, Mark.EVERY, Mark.ARTICLE)
        if page.at(before, Mark.NUMBERED_PLACE) and not each and not number.has_decimals:
            places.setdefault(page.word(before), []).append(number)
    several = (row for row in places.values() if len({number.value for number in row}) > 1)
    return [number for row in several for number in row]


def _has_steps(page: Page, number: Number) -> bool:
    return "." in page.between(number.first, number.last)


def _begins_line(page: Page, number: Number) -> bool:
    return number.first == 0 or page.tokens[number.first].gap in {PARAGRAPH_GAP, "\n"}


def _behind_mark(page: Page, index: int) -> int:
    """Past a tab or a dash that parts the number of a note or a paragraph from its words."""
    return index + (page.word(index) in {CELL, "–"})


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
    years = all(known[at].year and _is_plain(known[at]) and _follows(page, known, at) for at in places)
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


def _in_a_row(page: Page, known: Sequence[Number], *, years: bool) -> list[Number]:
    """The years of a heading, "2019 2020* 2021", or its numbers that count on by one, "2 3 4 5 6 7 8".

    They stand in rising order, years also in falling one, with nothing but marks between them.
    """
    rows: list[list[Number]] = []
    least, step = (HEADING, STEP) if years else (NUMBERED, 1)
    for number in known:
        plain = number.year is years and number.value is not None and (number.upper is None or not years)
        plain = plain and (years or (number.plain and not (number.percent or number.has_decimals)))
        if plain and rows and rows[-1] and _goes_on(page, rows[-1][-1], number, step):
            rows[-1].append(number)
        else:
            rows.append([number] if plain else [])
    found: list[Number] = []
    for row in filter(None, rows):
        beside = not years and len(found) > 0 and len(row) > 1 and _adjoins(page, found[-1], row[0])
        if beside or len(row) >= (FROM_ONE if row[0].value == 1 else least):
            found += row  # "1 2 3 4 5 2 3 4 5": the columns of two tables
    return found


def _adjoins(page: Page, before: Number, number: Number) -> bool:
    """Whether nothing but marks stands between two numbers."""
    return all(page.word(at) in {"*", CELL, END} for at in range(before.last, number.first))


def _goes_on(page: Page, before: Number, number: Number, step: int) -> bool:
    more = (number.value or 0) - (before.upper or before.value or 0)
    later = 0 < more <= step or (number.year and -step <= more <= 0)
    return later and _adjoins(page, before, number)
