"""A marked text in Markdown: **300 ✓** and, with a footnote as GitHub and Pandoc know it, **50 ✗**[^1]."""

import unicodedata
from typing import TextIO

from edureport.formats import Style
from edureport.formats.markup import reference
from edureport.formats.markup.markdown import paragraph, started, text
from edureport.formats.signs import VERDICTS, verdict
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText
from edureport.message import Message, message


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the title, each line of the text as a paragraph, the footnotes, the counts and the notes."""
    words = style.words

    def said(note: Message) -> str:
        return paragraph(words.say(note))

    written, footnotes = _text(marked)
    parts = [f"**{text(words.say(marked.title))}**"]
    parts += [started(line.strip()) for line in written.split("\n") if line.strip()]
    parts.append(said(message("count.figures", count=len(marked.marks))))
    counts = marked.counts()
    legend = []
    for code in VERDICTS:
        if counts[code]:
            count = message("marked.count", verdict=verdict(code, words), number=counts[code])
            legend.append(f"-{_sign(code)} {said(count)}")
    parts += ["\n".join(legend)] if legend else []
    parts += [said(note) for note in marked.notes]
    parts += [f"[^{number}]: {said(note)}" for number, note in enumerate(footnotes, start=1)]
    out.write("\n\n".join(parts) + "\n")


def _text(marked: MarkedText) -> tuple[str, list[Message]]:
    """The text with its marks and the numbers of its footnotes, and what is to be said of its figures."""
    written, footnotes, after_mark = "", [], False
    for piece, mark, _, _ in marked.pieces(0, len(marked.text)):
        shown = text(visible_lines(piece))
        if mark is None:
            if after_mark and (
                _clings(shown[0]) or shown[0] == "("
            ):  # a bracket would make a link of a footnote
                shown = reference(shown[0]) + shown[1:]
            written += shown
        else:
            if written.endswith("**"):
                written += "<!-- -->"
            elif written and _clings(written[-1]) and not _clings(shown[0]):
                written = written[:-1] + reference(written[-1])
            written += "**" + shown.replace("\n", " ") + _sign(mark.code) + "**"
            if mark.note is not None:
                footnotes.append(mark.note)
                written += f"[^{len(footnotes)}]"
        after_mark = mark is not None
    return written, footnotes


def _clings(letter: str) -> bool:
    """Whether stars between this letter and a sign are no markup; they are where its number stands for it."""
    return not letter.isspace() and unicodedata.category(letter)[0] not in "PS"


def _sign(code: str) -> str:
    return f" {VERDICTS[code].letter}" if code else ""
