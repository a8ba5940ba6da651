"""The elements of WordprocessingML that python-docx has no API for."""

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun


def element(tag: str, **attributes: str) -> Any:
    """An element with attributes of its namespace: `element("w:shd", val="clear")`."""
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def field(paragraph: WordParagraph, code: str, shown: str) -> None:
    """A field, with what it shows until Word computes it anew."""
    for part in ("begin", "code", "separate", "shown", "end"):
        run = paragraph.add_run()
        if part == "code":
            text = OxmlElement("w:instrText")
            text.set(qn("xml:space"), "preserve")
            text.text = code
            run._r.append(text)  # noqa: SLF001  # as below: what python-docx has no method for
        elif part == "shown":
            run.text = shown
        else:
            run._r.append(element("w:fldChar", fldCharType=part))  # noqa: SLF001


def speak(run: WordRun, tag: str) -> None:
    """Say which language a run is in, for the speller and a screen reader."""
    run._r.get_or_add_rPr().append(element("w:lang", val=tag))  # noqa: SLF001  # the last but rare children
