"""A document in Markdown: headings, paragraphs, lists, the tables of GFM under their captions."""

from collections.abc import Iterator
from typing import TextIO

from edureport.formats import Style
from edureport.formats.markup.markdown import MARKUP, paragraph, text
from edureport.formats.tabulated import drawn
from edureport.publication import Block, Chapter, Items, Paragraph, Phrase, Picture, Publication

_LOWEST = 6  # heading that Markdown has


def write(publication: Publication, out: TextIO, style: Style) -> None:
    """Write the approval block, whose it is and its title, and the blocks; a blank line between each."""
    parts: list[str] = []
    if approval := publication.approval:
        parts = [f"**{text(approval.heading)}**", *map(_paragraph, approval.lines)]
    parts += [f"**{text(str(publication.organisation))}**", f"# {text(str(publication.title))}"]
    parts += _blocks(publication.blocks, style, level=2)
    out.write("\n\n".join(parts) + "\n")


def _blocks(blocks: tuple[Block, ...], style: Style, level: int) -> Iterator[str]:
    """The blocks, each as lines without an end."""
    for block in blocks:
        match block:
            case Chapter():
                yield f"{'#' * min(level, _LOWEST)} {text(str(block.heading))}"
                yield from _blocks(block.blocks, style, level + 1)
            case Paragraph():
                yield _paragraph(block.text)
            case Items():
                yield "\n".join(f"- {_paragraph(item)}" for item in block.items)
            case Picture():
                pass  # a text has none, and what it would show stands in the table beside it
            case _:
                yield paragraph(str(block.caption))
                yield "\n".join(drawn(block.table.without_bars(), style, MARKUP, block.headings))


def _paragraph(said: Phrase) -> str:
    return paragraph(str(said))
