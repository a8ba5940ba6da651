"""Text in Markdown: CommonMark (https://spec.commonmark.org/0.31.2) and GFM (https://github.github.com/gfm)."""

from edureport.formats.markup import ENTITY, Markup, backslash, replacing, sparing_addresses, then

_NAMED = {"<": "&lt;", "&": "&amp;"}
_escaped = replacing(
    rf"[\\|*_`\[<~$^]|{ENTITY}|:(?=[\w+-]+:)",  # `$`, `^` and `:` for what GitHub and Pandoc add
    lambda sign: _NAMED.get(sign) or backslash(sign),
)
# Items of lists, a heading, a quotation, the line under a heading.
started = replacing(r"^([0-9]{1,9})[.)](?=\s|$)|^[-+](?=[-+\s]|$)|^#{1,6}(?=\s|$)|^[>=]", backslash)


def _address(address: str, kind: str | None) -> str:
    """A link in CommonMark, which knows no bare addresses, and in GFM, where escapes would be parts of it."""
    return f"[{_escaped(address)}](<http://{address}>)" if kind == "www" else f"<{address}>"


text = sparing_addresses(_escaped, _address)
paragraph = then(text, started)
MARKUP = Markup(paragraph, text, strong="**{}**")
