"""A marked text as the author's own Word file with comments at the figures: all else stays as it was."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from docx.document import Document as WordDocument

from edureport.errors import UsageError
from edureport.formats import Style
from edureport.formats.documents.word.pages import opened, save
from edureport.formats.signs import VERDICTS, counted, verdict
from edureport.formats.word_letters import Letters, letters_of, separate
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, TextMark
from edureport.message import message

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
    lines = [*_summary(marked, style), *reversed(away)]
    number = _comment(document, "\n".join(lines))
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


def _summary(marked: MarkedText, style: Style) -> Iterator[str]:
    """What was compared, and how many figures have which verdict."""
    words = style.words
    yield words.say(marked.title)
    yield words.say(message("count.figures", count=len(marked.marks)))
    yield from (said for _, said in counted(marked, words))
    yield from (words.say(note) for note in marked.notes)
