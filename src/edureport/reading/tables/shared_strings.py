"""Shared strings of a workbook: texts with raised signs, which calamine does not tell from others.

Format: Office Open XML, ECMA-376 part 1, 18.4.
"""

from xml.parsers import expat

from edureport.reading.tables.xml_parts import MOST_ELEMENTS, Attributes, TooLargeError, local, parser_of, run

_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def raised_texts(part: bytes) -> dict[str, str]:
    """Texts with raised signs, by what they are without: 2541 is 254¹, and 2541) is 254 1).

    `part` has the shared strings. Raises NotXmlError, and TooLargeError for too many.
    """
    if b"superscript" not in part:
        return {}
    strings = _Strings()
    strings.parser = parser_of(strings.start, strings.end, strings.characters)
    run(strings.parser, part)
    return strings.raised


class _Strings:
    """Walks through the shared strings; each is one text, or runs of text that each have a look."""

    parser: expat.XMLParserType

    def __init__(self) -> None:
        self.raised: dict[str, str] = {}
        self.plain = self.shown = self.run = ""
        self.is_raised = self.in_text = False

    def start(self, name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind == "si":
            self.plain = self.shown = ""
        elif kind == "r":
            self.is_raised = False
        elif kind == "vertAlign":
            self.is_raised = attributes.get("val") == "superscript"
        self.in_text, self.run = kind == "t", ""

    def characters(self, text: str) -> None:
        if self.in_text:
            self.run += text

    def end(self, name: str) -> None:
        kind = local(name)
        if kind == "t":
            self.plain += self.run
            self.shown += _as_raised(self.run) if self.is_raised else self.run
            self.in_text = False
        elif kind == "r":
            self.is_raised = False
        elif kind == "si" and self.shown != self.plain:
            self.raised[self.plain] = self.shown
            if len(self.raised) > MOST_ELEMENTS:
                raise TooLargeError


def _as_raised(text: str) -> str:
    """Raised digits as signs of their own; other signs with a space before them."""
    raised = text.translate(_RAISED)
    return raised if text.replace(",", "").strip().isdecimal() else f" {text}"
