"""Text in the notation of Jira and Confluence.

https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
"""

from edureport.formats.markup import ENTITY, Markup, backslash, reference, replacing, sparing_addresses, then

_ESCAPED = "-#*_+?^~|{}[]()!"  # the signs that a backslash makes letters; others go by number
_escaped = replacing(
    rf"[|{{}}\[\]*_^~!\\]|{ENTITY}"
    r"|(?<!\w)-|-(?!\w)|\+(?!\d)|\?(?=\?)|(?<=\?)\?"  # deleted, dashes, inserted, cited
    r"|(?<=[:;])[()]|:(?=[PD](?![a-zA-Z]))"  # faces
    r"|\((?=(?:[yni/x!+?*-]|on|off|\*[rgby]|flag|flagoff)\))|^#",  # icons; items of a list
    lambda sign: backslash(sign) if sign in _ESCAPED else reference(sign),
)
_begun = replacing(r"^(h[1-6]|bq)\.(?=\s|$)", reference)  # headings, quotations
_spared = sparing_addresses(_escaped, lambda address, kind: address if kind == "page" else _escaped(address))
text = then(_spared, _begun)  # as a paragraph or in a cell
MARKUP = Markup(text, text, strong="*{}*")
