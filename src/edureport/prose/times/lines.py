"""Lines: which sentences begin a paragraph, and which stand alone above others as a heading."""

from edureport.prose.page import Page

TITLE = 30  # words; what is longer is no heading
ENDS = frozenset(".!?…;:,")


def begins_paragraph(page: Page, sentence: int) -> bool:
    """Whether a sentence begins a paragraph; items of a list go on with the one before."""
    first = page.first[sentence]
    token = page.tokens[first]
    if token.gap not in {"\n", "¶"}:
        return False
    return not (first and page.word(first - 1) in {":", ";", ","})


def is_heading(page: Page, sentence: int) -> bool:
    """Whether a sentence is a line of its own, without a point at its end, above others."""
    first, last = page.extents[sentence]
    following = page.first[sentence + 1]
    if following >= len(page.tokens) or page.tokens[following].gap not in {"\n", "¶"}:
        return False
    begins = not first or page.tokens[first].gap in {"\n", "¶"}
    return begins and last - first <= TITLE and page.word(last - 1) not in ENDS
