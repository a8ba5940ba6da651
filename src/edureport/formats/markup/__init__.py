"""One module per markup: how text is written in it, so that nothing of the text becomes markup."""

import re
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

Escape = Callable[[str], str]

# The letters of an address (RFC 3986), of any script: no entity, brackets in pairs, and the last one is
# no sign that ends a sentence.
_LETTER = r"(?!&#?\w+;)[^\s()<>|\\\"`^{}\[\]«»“”]"
_BRACKETS = rf"\((?:{_LETTER})*\)"
_REST = rf"(?:{_LETTER}|{_BRACKETS})*(?:(?![?!.,:;*_~'’]){_LETTER}|{_BRACKETS})"
_ADDRESS = re.compile(
    rf"(?<![a-zA-Z0-9])(?:(?P<page>(?:https?|ftp)://{_REST})|(?P<www>www\.{_REST}))"
    r"|(?<![A-Za-z0-9_.+-])(?P<mail>[A-Za-z0-9][A-Za-z0-9_.+-]*@(?:[A-Za-z0-9]+(?:-+[A-Za-z0-9]+)*\.)+[A-Za-z]{2,})"
)
ENTITY = r"&(?=#?\w+;)"  # where HTML and most markups read the name or the number of a letter


class Markup(NamedTuple):
    """How a text is written as a paragraph and in a cell, how words stand out there, and an empty cell."""

    paragraph: Escape = str
    cell: Escape = str
    strong: str = "{}"
    nothing: str = ""


def markup(name: str) -> Markup:
    """The markup of this name; text for the eye has none."""
    if name == "plain":
        return Markup()
    module: Markup = import_module(f"edureport.formats.markup.{name}").MARKUP
    return module


def reference(signs: str) -> str:
    """The signs as HTML writes them by number, which several markups read too."""
    return "".join(f"&#{ord(sign)};" for sign in signs)


def backslash(sign: str) -> str:
    """The sign with a backslash before it."""
    return f"\\{sign}"


def replacing(pattern: str, by: Escape) -> Escape:
    """What replaces all that the pattern finds in a text, but for what its group holds at the beginning."""
    search = re.compile(pattern)

    def put(match: re.Match[str]) -> str:
        kept = (search.groups and match[1]) or ""
        return kept + by(match[0][len(kept) :])

    return lambda text: search.sub(put, text)


def then(first: Escape, second: Escape) -> Escape:
    """What escapes a text in two ways, one after the other."""
    return lambda text: second(first(text))


def sparing_addresses(escape: Escape, write: Callable[[str, str | None], str]) -> Escape:
    """What escapes a text but for its addresses; `write` is given each and its kind: page, www or mail."""

    def escaped(text: str) -> str:
        written, end = "", 0
        for match in _ADDRESS.finditer(text):
            written += escape(text[end : match.start()]) + write(match[0], match.lastgroup)
            end = match.end()
        return written + escape(text[end:])

    return escaped
