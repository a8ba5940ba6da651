"""A marked text as the author's own Word file with comments at the figures: all else stays as it was."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import chain
from typing import Any, BinaryIO, NamedTuple

from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.documents.word.pages import opened, save
from edureport.formats.signs import VERDICTS, counted, verdict
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, TextMark
from edureport.message import message

Element = Any  # of lxml, in the classes of python-docx, which has no types for them

_SKIPPED = frozenset(
    [*map(qn, ("w:del", "w:moveFrom", "w:rt", "w:pPr", "w:rPr")),
     "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"]
)  # fmt: skip
_SIGNS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_RUN, _TEXT, _PARAGRAPH = qn("w:r"), qn("w:t"), qn("w:p")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_NO = frozenset(["0", "false", "off"])
MOST_KEPT = 0.8  # of the letters of a paragraph that a reader has kept at least
_FURTHER = 40  # letters in a row that a reader may have left out


class Letter(NamedTuple):
    """A letter: `text.text[place]`, in a run."""

    sign: str
    run: Element
    text: Element
    place: int


class Letters(tuple[Letter, ...]):
    """Letters of one paragraph."""

    __slots__ = ()

    def spelling(self, words: str) -> "Letters | None":
        """One letter for each of the words, which may leave some out, as marks of notes; None if none fit."""
        if len(words) < MOST_KEPT * len(self) - _FURTHER:
            return None
        result, at = [], 0
        for sign in words:
            end = min(len(self), at + _FURTHER)
            at = next((place for place in range(at, end) if _same(self[place].sign, sign)), len(self))
            if at == len(self):
                return None
            result.append(self[at])
            at += 1
        return Letters(result)


def letters_of(body: Element) -> Iterator[Letters]:
    """The letters of each paragraph that has some, in the order in which paragraphs begin."""
    for paragraph in body.iter(_PARAGRAPH):
        if any(one.tag in _SKIPPED for one in paragraph.iterancestors()):
            continue
        if letters := Letters(_inside(paragraph, None)):
            yield letters


def _inside(element: Element, run: Element | None) -> Iterator[Letter]:
    for child in element:
        if child.tag in _SKIPPED or child.tag == _PARAGRAPH:
            continue
        if child.tag == _RUN:
            hidden = child.find(f"{qn('w:rPr')}/{qn('w:vanish')}")
            if hidden is None or hidden.get(qn("w:val")) in _NO:
                yield from _inside(child, child)
        elif run is not None and child.tag == _TEXT:
            yield from (Letter(sign, run, child, place) for place, sign in enumerate(child.text or ""))
        elif run is not None and child.tag in _SIGNS:
            yield Letter(_SIGNS[child.tag], run, child, 0)
        else:
            yield from _inside(child, run)


def _same(one: str, other: str) -> bool:
    return one == other or (one.isspace() and other.isspace())


def separate(first: Letter, last: Letter) -> tuple[Element, Element]:
    """The runs from one letter to another of a paragraph, cut if need be; what is before stays there."""
    end = last.run
    if last.text.tag == _TEXT:
        _cut(last.run, last.text, last.place + 1)
    start = first.run
    if first.text.tag == _TEXT and (first.place or first.text.getprevious() is not None):
        cut = _cut(first.run, first.text, first.place)
        start = first.run if cut is None else cut
    return start, start if end is first.run else end


def _cut(run: Element, text: Element, place: int) -> Element | None:
    """The new run behind a place in a text of a run; None if nothing stands there."""
    number = list(run).index(text)
    if place >= len(text.text or "") and number == len(run) - 1:
        return None
    new = deepcopy(run)
    for child in list(run)[number + 1 :]:
        run.remove(child)
    for child in list(new)[:number]:
        if child.tag != qn("w:rPr"):
            new.remove(child)
    rest = next(child for child in new if child.tag != qn("w:rPr"))
    text.text, rest.text = text.text[:place], text.text[place:]
    for one in (text, rest):
        one.set(_SPACE, "preserve")
    run.addnext(new)
    return new


AUTHOR, INITIALS = "edureport", "er"
_DATE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}date"


def write(marked: MarkedText, out: BinaryIO, style: Style) -> None:
    """Write the file that was read, with a comment at each figure of which there is something to say.

    The first comment counts the verdicts; it holds, too, what cannot stand in its place, as in a footnote.
    Raises UsageError without a Word file, or for one that python-docx does not open.
    """
    if style.base is None:
        raise UsageError(message("usage.comments"))
    document = opened(style.base)
    noted = [mark for mark in marked.marks if mark.note is not None]
    places = list(_places(marked, document))
    if not places:
        raise UsageError.at(style.base.path, "template.no_word_file")
    apart = [mark for mark in reversed(noted) if not _commented(document, mark, places, style)]
    start = next(chain.from_iterable(letters for _, letters in places)).run
    away = [f"{visible_lines(marked.text[one.start : one.end])} – {_said(one, style)}" for one in apart]
    words, counts = style.words, message("count.figures", count=len(marked.marks))
    verdicts = (said for _, said in counted(marked, words))
    lines = [*map(words.say, (marked.title, counts)), *verdicts, *map(words.say, marked.notes)]
    number = _comment(document, "\n".join((*lines, *reversed(away))))
    start.insert_comment_range_start_above(number)
    start.insert_comment_range_end_and_reference_below(number)
    save(document, out)


def _places(marked: MarkedText, document: WordDocument) -> Iterator[tuple[int, Letters]]:
    """The paragraphs of the text by where they start, with the letters of the file that they are made of."""
    paragraphs = letters_of(document.element.body)
    for block in marked.blocks:
        start = block.start
        while start < block.end:
            end = marked.text.find("\n\n", start, block.end)
            end = block.end if end < 0 else end
            words = marked.text[start:end]
            found = next((same for letters in paragraphs if (same := letters.spelling(words))), None)
            if found is None:  # in a note, or read in another way
                return
            yield start, found
            start = end + len(marked.text[end : block.end]) - len(marked.text[end : block.end].lstrip("\n"))


def _commented(
    document: WordDocument, mark: TextMark, places: Sequence[tuple[int, Letters]], style: Style
) -> bool:
    """Whether a comment could be put at a figure; the last figure of a paragraph comes first."""
    for start, letters in places:
        if start <= mark.start and mark.end <= start + len(letters):
            first, last = separate(letters[mark.start - start], letters[mark.end - 1 - start])
            number = _comment(document, _said(mark, style))
            first.insert_comment_range_start_above(number)
            last.insert_comment_range_end_and_reference_below(number)
            return True
    return False


def _comment(document: WordDocument, text: str) -> int:
    """The number of a new comment, without its day: the same input has the same output."""
    comment = document.comments.add_comment(text, AUTHOR, INITIALS)
    comment._comment_elm.attrib.pop(_DATE, None)  # noqa: SLF001  # python-docx dates each
    return comment.comment_id


def _said(mark: TextMark, style: Style) -> str:
    """The verdict on a figure and what is to be said of it."""
    note = style.words.say(mark.note) if mark.note else ""
    sign = f"{VERDICTS[mark.code].letter} {verdict(mark.code, style.words)}: " if mark.code else ""
    return visible_lines(sign + note)
