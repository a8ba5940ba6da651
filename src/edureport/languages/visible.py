"""What is safe to show: no text of a file or a command line can steer a terminal."""

import re
from unicodedata import category

# Control, unpaired, unassigned, private, separating; and the marks that reorder a line.
_HIDDEN = ("Cc", "Cs", "Cn", "Co", "Zl", "Zp")
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def visible(text: str) -> str:
    """The text without anything that a terminal could take for a command, or that reorders it."""
    if text.isprintable():
        return text
    return "".join(f"\\x{ord(c):02x}" if category(c) in _HIDDEN or c in _BIDI else c for c in text)


def visible_lines(text: str) -> str:
    """The same of a text of many lines: line ends and tabs stay, and CR LF is a line end."""
    return re.sub(r"[^\n\t]+", lambda match: visible(match[0]), text.replace("\r\n", "\n"))
