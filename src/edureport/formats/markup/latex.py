"""Text in LaTeX, for pdfTeX with the encodings T1 and T2A, and for XeTeX and LuaTeX."""

import re
import unicodedata

from edureport.formats.markup import Markup

# Letters with accents that Unicode has no one letter for, as those that show the stress of a word.
_ACCENTS = dict(
    zip(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030a\u030b\u030c\u0323\u0327",
        ("`", "'", "^", "~", "=", "u", ".", '"', "r", "H", "v", "d", "c"),
        strict=True,
    )
)
_MATHS = {
    "−": "-", "±": r"\pm", "×": r"\times", "÷": r"\div", "≈": r"\approx", "≠": r"\neq", "≤": r"\leq",
    "≥": r"\geq", "∞": r"\infty", "←": r"\leftarrow", "↑": r"\uparrow", "→": r"\rightarrow",
    "↓": r"\downarrow",
}  # fmt: skip
_SIGNS = {
    **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    **{sign: f"${command}$" for sign, command in _MATHS.items()},
    "\\": r"\textbackslash{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    "`": r"\textasciigrave{}",
    '"': r"\symbol{34}",  # itself a command where Babel knows Russian
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    "[": "{[}",  # after the end of a row an option
    "\u00a0": "~",
    "\u00ad": r"\-",
    "\u2009": r"\,",
    "\u200b": r"\hspace{0pt}",
    "\u2011": r"\mbox{-}",
    "\u202f": r"\,",
}
_RARE = re.compile("[\u1e00-\u1eff]")  # letters with accents that pdfTeX knows only as that
_FOUND = re.compile(
    rf"(?P<letter>\w)(?P<accents>[{''.join(_ACCENTS)}]+)"
    r"|(?P<joined>[-',](?=[-',]))"  # two of them become one sign
    rf"|(?P<sign>[{re.escape(''.join(_SIGNS))}])"
)


def text(said: str) -> str:
    """A text as a paragraph or in a cell."""
    apart = _RARE.sub(lambda match: unicodedata.normalize("NFD", match[0]), said)
    written = _FOUND.sub(_written, apart)
    return f"{{}}{written}" if written.startswith("*") else written  # a star after the end of a row


def _written(match: re.Match[str]) -> str:
    if match["sign"]:
        return _SIGNS[match[0]]
    if match["joined"]:
        return f"{match[0]}{{}}"
    letter = match["letter"]
    for accent in match["accents"]:
        letter = f"\\{_ACCENTS[accent]}{{{letter}}}"
    return letter


MARKUP = Markup(text, text, strong="\\textbf{{{}}}")
