"""A table on paper, in Word and PDF: what its cells say, how wide its columns are, how large its letters."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from edureport.formats.cells import for_people
from edureport.languages.catalogue import Catalogue
from edureport.languages.visible import visible
from edureport.message import Foreign
from edureport.table import Column, Kind, Label, Table

SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)  # points; the largest in which the longest words have room is taken
PADDING, ABOVE = 1.5, 0.3  # millimetres in a cell: to either side, above and below
INDENT = 4  # millimetres of a part under its whole
POINT = 25.4 / 72  # millimetres
_LINE = 0.5 * 36  # sizes of letters, of a line after which a text goes on in the next: 36 letters
_LONGEST = 0.5 * 18  # the same of a word that a column must have room for; longer ones are broken
# Sizes in turn, and whether texts that should not be broken are not: rather that than very small letters.
_TRIED = ((12.0, True), (11.0, True), *((size, False) for size in SIZES))
_LABELS = 38.0  # millimetres that labels, in the first column, have at least if they need them
_SHORT = 12  # letters of a date or an amount that is not broken
_BOLD = 1.1  # times as wide
_SPARE = 1.0  # millimetres for what faces differ in
# Widths of letters of a serif face in their size, on the average of their kind.
_NARROW = re.compile(r"[ijlftI.,:;!|'()\[\] \u00a0/-]")
_WIDE = re.compile(r"[mwМWMшщжмюыфШЩЖЮЫФ@%№—A-ZА-ЯҚҒҢӘӨҰҮҺІ]")
_BLANK = 0.31  # of a size: the space at the end of a line, which needs no room
_SAMPLE = 24  # rows of a table by which it is known how high it grows
_STEPS, _FINEST, _NOTHING = 10, 1.5, 0.001  # in which columns are narrowed; millimetres
_BREAKS = re.compile(r"[ –-]")  # where a line may end


class PaperColumn(NamedTuple):
    """What stands in a column.

    The short texts of an `unbroken` one stay in one line if they can; an `indented` one holds parts.
    """

    head: str
    texts: Sequence[str]
    unbroken: bool
    indented: bool


def measured(columns: Sequence[PaperColumn], width: float, wider: float = 1.0) -> tuple[float, list[float]]:
    """The letters in points, `wider` than usual, and the columns in millimetres, `width` in all."""
    for size, whole in _TRIED:
        em = size * POINT * wider
        least = [_least(one, em, whole=whole) for one in columns]
        least[0] = max(least[0], min(_wanted(columns[0], em), _LABELS))
        if sum(least) <= width:
            break
    else:
        return size, [width * one / sum(least) for one in least]
    wanted = [max(_wanted(one, em), low) for one, low in zip(columns, least, strict=True)]
    left = width - sum(wanted)
    if left >= 0:  # all have what they want: what is left is for the first, the labels
        return size, [wanted[0] + left, *wanted[1:]]
    return size, _narrowed(columns, wanted, least, -left, em)


def _narrowed(
    columns: Sequence[PaperColumn], wanted: Sequence[float], least: Sequence[float], over: float, em: float
) -> list[float]:
    """The widths less what is `over` in all: step by step of the column by which the table grows least."""
    rows = range(0, len(columns[0].texts), -(-len(columns[0].texts) // _SAMPLE) or 1)
    texts = [[_words(one.head, _BOLD)] + [_words(one.texts[row], 1.0) for row in rows] for one in columns]
    around = [2 * PADDING + _SPARE + INDENT * one.indented for one in columns]

    def lines(number: int, width: float) -> list[int]:
        room = (width - around[number]) / em
        return [_lines(words, room) for words in texts[number]]

    widths = list(wanted)
    taken = [lines(number, width) for number, width in enumerate(widths)]
    step = max(over / _STEPS, _FINEST)
    while over > _NOTHING:
        step = min(step, over)
        tried: list[tuple[int, float, int, list[int]]] = []
        for number, width in enumerate(widths):
            if width - least[number] > _NOTHING:
                folded = lines(number, max(width - step, least[number]))
                others = (*taken[:number], folded, *taken[number + 1 :])
                height = sum(map(max, *others)) if len(others) > 1 else sum(folded)
                tried.append((height, least[number] - width, number, folded))
        if not tried:
            break
        _, _, number, folded = min(tried)
        less = min(step, widths[number] - least[number])
        widths[number] -= less
        over -= less
        taken[number] = folded
    return widths


def _least(column: PaperColumn, em: float, *, whole: bool) -> float:
    """Room for the longest word of a column."""
    words = [min(_size(word), _LONGEST) for text in column.texts for word in _BREAKS.split(text)]
    if column.unbroken and whole:
        words += [_size(text) for text in column.texts if len(text) <= _SHORT]
    words += [min(_size(word) * _BOLD, _LONGEST * _BOLD) for word in _BREAKS.split(column.head)]
    return max(words) * em + 2 * PADDING + _SPARE + INDENT * column.indented


def _wanted(column: PaperColumn, em: float) -> float:
    """Room for the longest text of a column, up to a line, and for its heading in two lines."""
    sizes = [min(_size(text), _LINE) for text in column.texts]
    return max(_halved(column.head) * _BOLD, *sizes, 0) * em + 2 * PADDING + _SPARE + INDENT * column.indented


def _halved(text: str) -> float:
    """How wide a text is in two lines."""
    ends = [found.end() for found in _BREAKS.finditer(text)]
    return min((max(_size(text[:end].strip()), _size(text[end:])) for end in ends), default=_size(text))


def _words(text: str, wider: float) -> list[float]:
    """How wide the words of a text are, each with what stands between it and the next."""
    ends = [0, *(found.end() for found in _BREAKS.finditer(text)), len(text)]
    return [_size(text[start:end]) * wider for start, end in pairwise(ends)]


def _lines(words: Sequence[float], room: float) -> int:
    """How many lines words take; one that is too long is broken."""
    count, left = 1, room
    for word in words:
        if word > left + _BLANK and left < room:
            count, left = count + 1, room
        if word > room + _BLANK:
            count += int(word / room)
            left = room - word % room
        else:
            left -= word
    return count


@lru_cache(maxsize=1 << 14)
def _size(text: str) -> float:
    """How wide a text is, in the size of its letters."""
    narrow, wide = len(_NARROW.findall(text)), len(_WIDE.findall(text))
    return 0.31 * narrow + 0.75 * wide + 0.5 * (len(text) - narrow - wide)


NOTHING = "–"  # in an empty cell: nothing has been forgotten there
WHOLE = 8  # rows of a table that is not broken over two pages


class PaperCell(NamedTuple):
    """What a cell says, and the language of a text in another one."""

    text: str
    language: str | None = None
    part: bool = False  # stands under its whole
    right: bool = False  # a number


def paper_rows(shown: Table, words: Catalogue) -> Sequence[Sequence[PaperCell]]:
    """The rows of a table as people see it, without headings and groups."""
    read = [for_people(column, words) for column in shown.columns]
    return [
        [
            _cell(column, value, say(value), nested=shown.nested)
            for column, value, say in zip(shown.columns, row, read, strict=True)
        ]
        for row in shown.rows
    ]


def _cell(column: Column, value: Any, text: str, *, nested: bool) -> PaperCell:
    own, part = value, False
    if isinstance(value, Label):
        part = column.kind is Kind.LABEL and nested and value.whole is not None
        own = value.part if part else value.text
        text = value.part if part else text
    elif forms := getattr(value, "forms", None):
        own = next(iter(forms.values()))
    language = own.language if isinstance(own, Foreign) else None
    return PaperCell(visible(text) or NOTHING, language, part, column.kind.is_number)


def paper_columns(
    shown: Table, heads: Sequence[str], rows: Sequence[Sequence[PaperCell]]
) -> list[PaperColumn]:
    """The columns of these rows; amounts and dates should stay in one line."""
    return [
        PaperColumn(
            heads[number],
            [row[number].text for row in rows],
            column.kind.is_number or column.kind is Kind.DATE,
            any(row[number].part for row in rows),
        )
        for number, column in enumerate(shown.columns)
    ]
