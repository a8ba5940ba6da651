"""How wide the columns of a table on paper are, and how large its letters, by what stands in them."""

import re
from collections.abc import Sequence

SIZES = (12.0, 11.0, 10.0, 9.0, 8.0)  # points; the largest in which the longest words have room is taken
PADDING, ABOVE = 1.5, 0.3  # millimetres in a cell: to either side, above and below
INDENT = 4  # millimetres of a part under its whole
POINT = 25.4 / 72  # millimetres
_LINE = 0.5 * 36  # sizes of letters, of a line after which a text goes on in the next: 36 letters
_LONGEST = 0.5 * 18  # the same of a word that a column must have room for; longer ones are broken
# Sizes in turn, and whether texts that should not be broken are not: rather that than very small letters.
_TRIED = ((12.0, True), (11.0, True), *((size, False) for size in SIZES))
_SHORT = 12  # letters of a date or an amount that is not broken
_BOLD = 1.1  # times as wide
_SPARE = 1.0  # millimetres for what faces differ in
# Widths of letters of a serif face in their size, on the average of their kind.
_NARROW = re.compile(r"[ijlftI.,:;!|'()\[\] \u00a0/-]")
_WIDE = re.compile(r"[mwМWMшщжмюыфШЩЖЮЫФ@%№—A-ZА-ЯҚҒҢӘӨҰҮҺІ]")
_BREAKS = re.compile(r"[ –-]")  # where a line may end


def measured(
    heads: Sequence[str],
    columns: Sequence[Sequence[str]],
    unbroken: Sequence[bool],
    indented: Sequence[bool],
    width: float,
    wider: float = 1.0,
) -> tuple[float, list[float]]:
    """The size of the letters in points and the width of each column in millimetres, `width` in all.

    The short texts of `unbroken` columns stay in one line if they can; `indented` ones hold parts. The
    letters are `wider` times as wide as those of the usual face.
    """
    for size, whole in _TRIED:
        em = size * POINT * wider
        least = [
            _least(head, texts, whole and short, em) + INDENT * inwards
            for head, texts, short, inwards in zip(heads, columns, unbroken, indented, strict=True)
        ]
        if sum(least) <= width:
            break
    else:
        return size, [width * one / sum(least) for one in least]
    wanted = [
        _wanted(head, texts, em) + INDENT * inwards
        for head, texts, inwards in zip(heads, columns, indented, strict=True)
    ]
    more = [max(one - other, 0) for one, other in zip(wanted, least, strict=True)]
    left = width - sum(least)
    if sum(more) <= left:  # all have what they want: what is left is for the first, the labels
        more[0] += left - sum(more)
        return size, [one + other for one, other in zip(least, more, strict=True)]
    return size, [one + left * other / sum(more) for one, other in zip(least, more, strict=True)]


def _least(head: str, texts: Sequence[str], unbroken: bool, em: float) -> float:
    """Room for the longest word of a column."""
    words = [min(_size(word), _LONGEST) for text in texts for word in _BREAKS.split(text)]
    words += [_size(text) for text in texts if unbroken and len(text) <= _SHORT]
    words += [min(_size(word) * _BOLD, _LONGEST * _BOLD) for word in _BREAKS.split(head)]
    return max(words) * em + 2 * PADDING + _SPARE


def _wanted(head: str, texts: Sequence[str], em: float) -> float:
    """Room for the longest text of a column, up to a line, and for its heading in two lines."""
    sizes = [min(_size(text), _LINE) for text in texts]
    return max(_size(head) * _BOLD / 2, *sizes, 0) * em + 2 * PADDING + _SPARE


def _size(text: str) -> float:
    """How wide a text is, in the size of its letters."""
    narrow, wide = len(_NARROW.findall(text)), len(_WIDE.findall(text))
    return 0.31 * narrow + 0.75 * wide + 0.5 * (len(text) - narrow - wide)
