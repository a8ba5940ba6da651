"""Text in the markup of MediaWiki: https://www.mediawiki.org/wiki/Help:Formatting and Help:Tables."""

from edureport.formats.markup import ENTITY, Markup, reference, replacing, then

_escaped = replacing(rf"[|<\[{{}}]|{ENTITY}|!!+|''+|^'|'$|__+|~~~+", reference)
_begun = replacing(r"^[*#:;=]|^----", reference)  # a list, a heading, a line
text = then(_escaped, _begun)  # as a paragraph or in a cell
MARKUP = Markup(text, text, strong="'''{}'''")
