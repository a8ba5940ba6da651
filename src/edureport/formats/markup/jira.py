"""Text in the notation of Jira and Confluence.

https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
"""

from edureport.formats.markup import ENTITY, Markup, backslash, reference, replacing, sparing_addresses

_ESCAPED = "-#*_+?^~|{}[]()!"  # the signs that a backslash makes letters; others go by number
_escaped = replacing(
    rf"[|{{}}\[\]*_^~!\\]|{ENTITY}"
    r"|(?<!\w)-|-(?!\w)|\+(?!\d)|\?(?=\?)|(?<=\?)\?"  # deleted, dashes, inserted, cited
    r"|(?<=[:;])[()]|:(?=[PD](?![a-zA-Z]))"  # faces
    r"|\((?=(?:[yni/x!+?*-]|on|off|\*[rgby]|flag|flagoff)\))|^#",  # icons; items of a list
    lambda sign: backslash(sign) if sign in _ESCAPED else reference(sign),
)
_begun = replacing(r"^(h[1-6]|bq)\.(?=\s|$)", reference)  # headings, quotations


def _address(address: str, kind: str | None) -> str:
    return address if kind == "page" else _escaped(address)


_text = sparing_addresses(_escaped, _address)


def text(said: str) -> str:
    """A text as a paragraph or in a cell."""
    return _begun(_text(said))


MARKUP = Markup(text, text, strong="*{}*")
