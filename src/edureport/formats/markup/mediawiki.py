"""Text in the markup of MediaWiki: https://www.mediawiki.org/wiki/Help:Formatting and Help:Tables."""

from edureport.formats.markup import ENTITY, Markup, reference, replacing

_escaped = replacing(rf"[|<\[{{}}]|{ENTITY}|!!+|''+|^'|'$|__+|~~~+", reference)
_begun = replacing(r"^[*#:;=]|^----", reference)  # a list, a heading, a line


def text(said: str) -> str:
    """A text as a paragraph or in a cell."""
    return _begun(_escaped(said))


MARKUP = Markup(text, text, strong="'''{}'''")
