"""A marked text in Markdown: **300 ✓** and, with a footnote as GitHub and Pandoc know it, **50 ✗**[^1]."""

from typing import TextIO

from edureport.formats import Style
from edureport.formats.signs import VERDICTS, verdict
from edureport.formats.tabulated import ESCAPES, started
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText
from edureport.message import Message, message

_ESCAPES = str.maketrans(ESCAPES["markdown"])


def write(marked: MarkedText, out: TextIO, style: Style) -> None:
    """Write the title, each line of the text as a paragraph, the footnotes, the counts and the notes."""
    words = style.words

    def said(note: Message) -> str:
        return started(words.say(note).translate(_ESCAPES), "markdown")

    text, footnotes = _text(marked)
    parts = [f"**{words.say(marked.title).translate(_ESCAPES)}**", *text]
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


def _text(marked: MarkedText) -> tuple[list[str], list[Message]]:
    """The lines of the text that say something, and what is to be said of their figures."""
    written, footnotes = "", []
    for text, mark, _, _ in marked.pieces(0, len(marked.text)):
        shown = visible_lines(text).translate(_ESCAPES)
        if mark is None:
            written += shown
            continue
        written += "**" + shown.replace("\n", " ") + _sign(mark.code) + "**"
        if mark.note is not None:
            footnotes.append(mark.note)
            written += f"[^{len(footnotes)}]"
    return [started(line.strip(), "markdown") for line in written.split("\n") if line.strip()], footnotes


def _sign(code: str) -> str:
    return f" {VERDICTS[code].letter}" if code else ""
