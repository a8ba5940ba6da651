"""Marks within a text, as Markdown and HTML have them, taken out so that what remains is what is said.

Every character stays at its place: a mark gives way to as many U+E000, which readers of sentences pass
over. What is struck out is taken out with its words, and so is the mark of a note.
"""

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from edureport.reading.document import Block, BlockKind

GONE = "\ue000"  # of private use; whoever reads sentences passes over it

# Each pattern takes linear time: none has a repetition that another one may share its characters with.
_TAG = re.compile(
    r"</?(?:b|i|u|em|strong|span|p|div|font|small|big|mark|a|sub|ins|li|ul|ol|td|tr|h[1-6])\b[^<>]{0,500}>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|hr)\b[^<>]{0,100}>", re.IGNORECASE)
_STRUCK = re.compile(r"<(del|s|strike)\b[^<>]{0,100}>[^<>]{0,2000}</\1>|~~[^~\n]{1,2000}~~", re.IGNORECASE)
_RAISED = re.compile(r"<sup\b[^<>]{0,100}>([^<>]{0,40})</sup>", re.IGNORECASE)
_MARK = re.compile(r"<(?:\*{1,3}|\d{1,2})>")  # of a note, as laws have them: 2024 <*>
_COMMENT = re.compile(r"<!--.{0,2000}?-->", re.DOTALL)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,10});", re.IGNORECASE)
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\]")
_LINK = re.compile(r"!?\[([^\[\]\n]{1,500})\](?:\([^()\s]{0,1000}\)|\[[^\[\]\n]{0,100}\])")
_EMPHASIS = re.compile(r"(?<!\d)\*{1,3}|\*{1,3}(?!\d)|(?<!\w)_{1,3}(?=\w)|(?<=\w)_{1,3}(?!\w)|`{1,2}")
# Code, by signs that no figure of a report has beside it; a plain `250` is a figure in another type, and a
# backtick beside a letter is an apostrophe.
_CODE = re.compile(r"(?<![`\w])`(?=[^`\n]{0,300}[{}\[\]=_<>$\\#@^])[^`\n]{1,300}`(?![`\w])")
_FORMULA = re.compile(r"\$\$[^$]{1,2000}\$\$|\$(?=[^$\n]{0,300}[\\^{}])[^$\s][^$\n]{0,300}(?<!\s)\$(?!\d)")
_ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|<>~$-])")
# Of an item or a price, in what was Markdown: 1\. Schools, \$500
_ESCAPED = re.compile(r"(?<=\d)\\(?=[.)])|\\(?=\$\d)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])[-\u00ad\u2010]\n[ \t]*(?=[^\W\d_])")
# An address of the web, up to what may end its sentence: the digits in it are nobody's figures.
_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"«»|]{0,2000}[\w/=#&]", re.IGNORECASE)
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
LEAST_NUMBERS = 2  # numbers that show how many decimals those of a column have
LONGEST_MARK = 2  # digits of a mark
_MARKED_NUMBER = re.compile(r"[-+−–]?\d[\d \xa0]*(?:[.,](\d+))?(?=\)(?:[ ,;]*\d{1,2}\))*\Z)")
_UNMARKED_NUMBER = re.compile(r"[-+−–]?\d[\d \xa0]*(?:[.,](\d+))?\Z")
_NO_RAISED_DIGIT = re.compile(r"[^⁰¹²³⁴-⁹]")
_MARKED_YEAR = re.compile(r"(?:19|20)\d\d(\d{1,2})(?=\))")


def raised(words: str) -> str:
    """Digits as raised ones, so that the 1 of a note is no part of a number."""
    return words.translate(_SUPERSCRIPT)


def without_addresses(text: str) -> str:
    """A text without addresses of the web; each character at its place."""
    return _ADDRESS.sub(_gone, text) if "://" in text or "www." in text else text


def pasted(text: str) -> str:
    """A text without tags, entities, addresses and hyphens of line ends; each character at its place."""
    text = without_addresses(text)
    if "<" in text:
        text = _MARK.sub(_gone, text)
        text = _COMMENT.sub(_gone, text)
        text = _STRUCK.sub(_gone, text)
        text = _RAISED.sub(lambda found: _around(found, raised(found[1])), text)
        text = _BREAK.sub(lambda found: "\n" + GONE * (len(found[0]) - 1), text)
        text = _TAG.sub(_gone, text)
    if "&" in text:
        text = _ENTITY.sub(_entity, text)
    if "\\" in text:
        text = _ESCAPED.sub(GONE, text)
    return _HYPHEN.sub(_joined, text)


def unmarked(text: str) -> str:
    """A Markdown text without the marks of links, notes and emphasis, too, and without code and formulas."""
    if "`" in text:
        text = _CODE.sub(_gone, text)
    if "$" in text:
        text = _FORMULA.sub(_gone, text)
    text = pasted(_ESCAPE.sub(GONE, text))
    if "~~" in text:
        text = _STRUCK.sub(_gone, text)
    text = _NOTE.sub(_gone, text)
    text = _LINK.sub(lambda found: _around(found, found[1]), text)
    return _EMPHASIS.sub(_gone, text)


def _gone(match: re.Match[str]) -> str:
    return GONE * len(match[0])


def _joined(match: re.Match[str]) -> str:
    """Nothing in place of a hyphen at a line end, if a small letter follows it."""
    return _gone(match) if match.string[match.end()].islower() else match[0]


def _entity(match: re.Match[str]) -> str:
    sign = html.unescape(match[0])
    return sign + GONE * (len(match[0]) - 1) if len(sign) == 1 else match[0]


def _around(match: re.Match[str], words: str) -> str:
    """The words in the first group, without the marks around them."""
    return GONE * (match.start(1) - match.start()) + words + GONE * (match.end() - match.end(1))


def with_raised_marks(text: str, blocks: Iterable[Block]) -> str:
    """The text with the marks of its tables as raised digits alone; each character at its place."""
    tables: dict[int, list[Block]] = {}
    for block in blocks:
        if block.kind is BlockKind.CELL:
            tables.setdefault(block.number, []).append(block)
    pieces, last = [], 0
    for cells in tables.values():
        for start, end in sorted(_places_of_marks(text, cells)):
            pieces += [text[last:start], _NO_RAISED_DIGIT.sub(GONE, raised(text[start:end]))]
            last = end
    return "".join((*pieces, text[last:]))


def _places_of_marks(text: str, cells: Iterable[Block]) -> Iterator[tuple[int, int]]:
    """Where the marks of a table stand."""
    marked: list[tuple[Block, re.Match[str]]] = []
    decimals: dict[int | None, Counter[int]] = {}
    for cell in cells:
        words = text[cell.start : cell.end]
        if found := _MARKED_NUMBER.match(words):
            marked.append((cell, found))
        elif plain := _UNMARKED_NUMBER.match(words):
            decimals.setdefault(cell.column, Counter())[len(plain[1] or "")] += 1
    of_rows: dict[int | None, set[str]] = {}
    whole: list[tuple[Block, re.Match[str]]] = []
    for cell, found in marked:
        usual, times = decimals.get(cell.column, Counter({0: 0})).most_common(1)[0]
        length = len(found[1] or "") - usual
        if usual and times >= LEAST_NUMBERS and 0 < length <= LONGEST_MARK:
            yield cell.start + found.end() - length, cell.end
            of_rows.setdefault(cell.row, set()).add(found[0][-length:])
        elif not found[1]:
            whole.append((cell, found))
    for cell, found in whole:
        year, of_row = _MARKED_YEAR.match(found.string), of_rows.get(cell.row, set())
        if cell.column == 1 and year:
            yield cell.start + year.start(1), cell.end
        elif len(of_row) == 1 and found[0][1:].endswith(mark := min(of_row)):
            yield cell.start + found.end() - len(mark), cell.end
