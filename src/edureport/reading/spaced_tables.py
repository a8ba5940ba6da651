"""Tables whose cells are parted by single spaces, as the thousands of their numbers may be.

«Northmoor 12 345 1 234 56» has three numbers, or four, or five. How many a table has is told by its head, or
by those rows that can have no more and those that can have no fewer; which digits belong together, by the
numbers above and below. Where that leaves two readings, nothing is cut.
"""

import re
from collections.abc import Sequence
from itertools import combinations, pairwise
from math import comb
from typing import NamedTuple

from edureport.reading.document import Line

FEW_ROWS = 3  # that show a table without a head
LEAST, MOST = 2, 50  # numbers of a row
LONGEST_NAME, LONGEST_ROW = 120, 1000  # characters
MOST_READINGS = 1000  # of a row
GROUP = 3  # digits
_WORD, _WIDE = re.compile(r"\S+"), re.compile(r"\S+(?: \S+)*")
_HEAD = re.compile(r"\S+(?: [^\w\s]\S*)*")  # with its sign: "Share %", "Area (km)"
_SIGN = r"[(+\-−–]{0,2}[$€£]?"
_GOES_ON = re.compile(r"\d{3}(?:[.,]\d+)?%?\)?(?:[*†‡]|\([a-z\d]\))?")
_CELL = re.compile(
    rf"{_SIGN}(?!0\d)\d(?:[\d.,'’]*\d)?%?\)?(?:[*†‡]|\([a-z\d]\)|[a-zF])?|{_GOES_ON.pattern}"
    r"|[-–—*]|\.{2,3}|…|[nN][./]?[aA]\.?|[$€£]|%|[†‡]|\([a-z\d]\)|[eprfEPRF]"
)
_BEHIND = re.compile(r"%|[†‡]|\([a-z\d]\)|[eprfEPRF]")  # a number
_BEGINS = re.compile(_SIGN + r" ?[1-9]\d{0,2}")  # a number that may go on in groups
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-/–]\d{2,4})?[*pFe]?")
_NAME = re.compile(r"[^\W\d]|\d[+/–-]")
_DECIMALS = re.compile(r"[.,](\d+)\D*\Z")

Cells = list[tuple[int, int]]
Form = tuple[int, int]  # of a number: its digits before the decimals, and how many it has of these


class _Row(NamedTuple):
    """A row: its words, where its name is, its pieces, and at which of them a number may or must go on."""

    words: str
    name: tuple[int, int]
    pieces: Cells
    may: tuple[int, ...]
    must: frozenset[int]

    @property
    def most(self) -> int:
        """How many numbers it has at most."""
        return len(self.pieces) - len(self.must)

    @property
    def least(self) -> int:
        """How many it has at least."""
        return self.most - len(self.may)

    def readings(self, count: int) -> list[Cells]:
        """The ways in which its pieces make so many numbers; none if they are too many."""
        parted = count - self.least
        if comb(len(self.may), parted) > MOST_READINGS:
            return []
        return [self._joined(frozenset(apart)) for apart in combinations(self.may, parted)]

    def _joined(self, apart: frozenset[int]) -> Cells:
        cells: Cells = []
        for at, (start, end) in enumerate(self.pieces):
            joins = at in self.must or (at in self.may and at not in apart)
            cells.append((cells.pop()[0] if joins else start, end))
        return cells

    def forms(self, cells: Cells) -> list[Form]:
        """The form of the number in each of its cells."""
        return [_form(self.words[start:end]) for start, end in cells]


def numbers_in_columns(run: Sequence[Line], place: int) -> list[Cells]:
    """The cells of each row of such a table that begins at a line, with its head or without; else none."""
    head = "" if _row(run[place].words) else run[place].words
    if place and (_row(run[place - 1].words) or (not head and "%" in run[place - 1].words)):
        return []  # what is left of rows that made no table, or below a head that cannot be cut
    if place > 1 and not head and _row(run[place - 2].words):
        return []  # nor behind a title among them: so that none is gone through from each of its rows
    lines, allowed = _lines(run, place + bool(head))
    rows = [line for line in lines if isinstance(line, _Row)]
    ranked = not head and all(row.words[0].isdigit() for row in rows)  # "1 Oakford 59.5 2024"
    if len(rows) < (LEAST if head else FEW_ROWS) or ranked:
        return []
    counts = set(allowed)
    if counts == {LEAST} and all(row.least < LEAST for row in rows):  # "Oakford 1 234": one number, or two
        counts &= {len(_years(head, _spans(_HEAD, head))), len(_spans(_WIDE, head)) - 1}
    elif len(counts) > 1:
        alike = all(row.least == allowed[0] for row in rows)  # if each group goes on that may
        counts &= _told(head, allowed[0] if alike else None)
    cut = [
        (heads, bodies)
        for count in counts
        if (heads := _heads(head, count)) and (bodies := _bodies(rows, count))
    ]
    if len(cut) != 1:
        return []
    [(heads, bodies)] = cut
    cells, found = [], iter(bodies)
    for line in lines:
        row = next(found, None) if isinstance(line, _Row) else line
        if row is None:
            break
        cells.append(row)
    while cells[-1] not in bodies:
        cells.pop()  # the title of what cannot be cut
    return [heads, *cells] if head else cells


def _lines(run: Sequence[Line], place: int) -> tuple[list[_Row | Cells], range]:
    """The rows from a line on, and the titles and lines between them; and how many numbers each may have."""
    lines: list[_Row | Cells] = []
    least, most = LEAST, MOST
    for number in range(place, len(run)):
        words = run[number].words
        row = _row(words)
        titles = row is None and number + 1 < len(run) and _row(run[number + 1].words) and is_title(words)
        if row is None and (titles or (is_rule(words) and lines[-1:] != [[]])):
            lines.append([(0, len(words))] if titles else [])
        elif row is None or max(least, row.least) > min(most, row.most):
            break
        else:
            lines.append(row)
            least, most = max(least, row.least), min(most, row.most)
    return lines, range(least, most + 1)


def _form(words: str) -> Form:
    behind = _DECIMALS.search(words)
    decimals = len(behind[1]) if behind and len(behind[1]) != GROUP else 0
    return sum(map(str.isdigit, words)) - decimals, decimals


def is_title(words: str) -> bool:
    """Whether a line may head others of a table: some words without an end."""
    letters, digits = (sum(map(is_one, words)) for is_one in (str.isalpha, str.isdigit))
    return len(words) <= LONGEST_NAME and words[-1].isalnum() and digits < letters


def is_rule(words: str) -> bool:
    """Whether a line only parts others: ----- -----, or +---+---+."""
    return set("-—=_+|: ").issuperset(words) and any(sign * 2 in words for sign in "-—=_")


def _row(words: str) -> _Row | None:
    """A line that ends in numbers behind a name or a year; None if it is no such line."""
    found = _spans(_WORD, words[:LONGEST_ROW])
    first = len(found)
    while first and _CELL.fullmatch(words, *found[first - 1]):
        first -= 1
    if first == 0 and _YEAR.fullmatch(words, *found[0]):
        first = 1
    elif not first or not _is_name(words[: found[first - 1][1]]):
        return None
    if all(_YEAR.fullmatch(words, *span) for span in found[first:]):
        return None  # a head
    return _with_pieces(words, (0, found[first - 1][1]), found[first:])


def _is_name(words: str) -> bool:
    ends = words[-1] in ".;!?" and not words.endswith("..")
    return not ends and len(words) <= LONGEST_NAME and _NAME.search(words) is not None


def _with_pieces(words: str, name: tuple[int, int], found: Cells) -> _Row | None:
    """The row with these words behind its name."""
    pieces: Cells = []
    may, must = [], set()
    opened = None  # by the sign of a currency
    for start, end in found:
        word = words[start:end]
        if _BEHIND.fullmatch(word) and pieces:
            pieces[-1] = pieces[-1][0], end
            continue
        if word in "$€£":
            opened = start
            continue
        at = len(pieces)
        last = pieces[-1] if pieces else (0, 0)
        inner = at - 1 in must or at - 1 in may
        begun = _BEGINS.fullmatch(words, *last) or (inner and last[1] - last[0] == GROUP)
        if begun and opened is None and words[last[1] : start] == " " and _GOES_ON.fullmatch(word):
            if word[0] == "0":
                must.add(at)
            else:
                may.append(at)
        elif word[0] == "0" and _GOES_ON.fullmatch(word):
            return None
        pieces.append((start if opened is None else opened, end))
        opened = None
    listed = len(pieces) == LEAST and words[slice(*pieces[0])] in {"-", "–", "—"}  # "clubs – 14 %"
    row = _Row(words, name, pieces, tuple(may), frozenset(must))
    return row if len(pieces) >= LEAST and not listed else None


def _told(head: str, alike: int | None) -> set[int]:
    """How many columns of numbers a head may tell of; its words less surely than rows that are `alike`."""
    words, wide = _spans(_HEAD, head), len(_spans(_WIDE, head))
    if len(years := _years(head, words)) >= LEAST:
        return {len(years)}
    if wide > LEAST:
        return {wide, wide - 1}
    told = {len(words), len(words) - 1}
    return told if alike in (None, LEAST) else told & {alike}


def _heads(head: str, count: int) -> Cells:
    """The cells of a head of so many columns, with an empty one where the names have none; else none."""
    if not head:
        return [(0, 0)]
    words = _spans(_HEAD, head)
    named = all(not head[start].isalpha() or head[start].isupper() for start, _ in words)
    for cells in (_spans(_WIDE, head), words if named else []):
        if len(cells) in (count, count + 1):
            return [(0, 0)] * (count + 1 - len(cells)) + cells
    firsts = _years(head, words)
    if len(firsts) != count:
        return []
    if firsts[-1] == len(words) - 1:  # "31 March 2025 31 March 2024"
        size = firsts[1] - firsts[0]
        firsts = [year - size + 1 for year in firsts]
        if firsts[0] < 0 or any(after - before != size for before, after in pairwise(firsts)):
            return []
    ends = [words[at - 1][1] for at in (*firsts[1:], len(words))]
    name = (0, words[firsts[0] - 1][1]) if firsts[0] else (0, 0)
    return [name, *((words[at][0], end) for at, end in zip(firsts, ends, strict=True))]


def _years(head: str, words: Cells) -> list[int]:
    """Which words of a head are years: 2024, 2024/25, 2024p, "2024 (£000)"."""
    return [at for at, span in enumerate(words) if _YEAR.fullmatch(head[slice(*span)].split(maxsplit=1)[0])]


def _spans(pattern: re.Pattern[str], words: str) -> Cells:
    return [match.span() for match in pattern.finditer(words)]


def _bodies(rows: Sequence[_Row], count: int) -> list[Cells]:
    """The cells of rows of so many numbers, up to one that can be read in two ways or in none.

    Rows of which each group goes on that may show how long the numbers of each column are; without any,
    those count in which the longest number is as short as can be.
    """
    readings = [row.readings(count) for row in rows]
    sure = {at: readings[at] for at, row in enumerate(rows) if row.least == count}
    if not sure:
        readings = [_shortest(row, ways) for row, ways in zip(rows, readings, strict=True)]
        sure = {at: ways for at, ways in enumerate(readings) if len(ways) == 1}
    columns: list[set[Form]] = [set() for _ in range(count)]
    open_rows, found = list(range(len(rows))), dict[int, Cells]()
    while True:
        for at in open_rows:
            ways = sure.get(at) or [way for way in readings[at] if _fits(rows[at].forms(way), columns)]
            if len(ways) == 1 and (at in sure or any(columns)):
                found[at] = ways[0]
        if not any(at in found for at in open_rows):
            break
        for at in open_rows:
            for column, form in zip(columns, rows[at].forms(found.get(at, [])), strict=False):
                column.update({form} if form[0] else ())
        open_rows = [at for at in open_rows if at not in found]
    end = min(open_rows, default=len(rows))
    return [[rows[at].name, *found[at]] for at in range(end)] if end >= LEAST else []


def _shortest(row: _Row, ways: list[Cells]) -> list[Cells]:
    """Those of some readings of a row in which the longest number is the shortest."""
    longest = [max(size for size, _ in row.forms(way)) for way in ways]
    return [way for way, size in zip(ways, longest, strict=True) if size == min(longest)]


def _fits(forms: Sequence[Form], columns: Sequence[set[Form]]) -> bool:
    """Whether each number is about as long as those of its column, with as many decimals as one of them."""
    for (size, decimals), column in zip(forms, columns, strict=True):
        sizes = [before for before, _ in column]
        if size and sizes and not min(sizes) - 1 <= size <= max(sizes) + 1:
            return False
        if size and column and decimals not in {behind for _, behind in column}:
            return False
    return True
