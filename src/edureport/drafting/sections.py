"""Sections of a draft: those that the headings of the text begin."""

from edureport.drafting.draft import Names
from edureport.drafting.names import UniqueNames, key_of, named
from edureport.reading.document import Block, Document


class Sections:
    """The sections in which a figure was found; `names` by their key."""

    def __init__(self, document: Document, language: str) -> None:
        self.document, self.language = document, language
        self.names: dict[str, Names] = {}
        self.keys = UniqueNames()
        self.headings: dict[Block, str] = {}

    def key(self, heading: Block | None) -> str | None:
        """The key of the section that a heading begins; the title begins none."""
        document = self.document
        if heading is None or heading == document.blocks[0]:
            return None
        if heading not in self.headings:
            label = named(document.text[heading.start : heading.end], self.language)
            if not label:
                return None
            key = self.keys.name(key_of(label.split(), "section"))
            self.names[key] = {self.language: label}
            self.headings[heading] = key
        return self.headings[heading]
