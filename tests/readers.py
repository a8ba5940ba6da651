"""Readers of what the formats for people write; each makes a Page of a text, as its reader sees it."""

import html
import io
import re
import unicodedata

import mwparserfromhell
from docutils.core import publish_parts
from markdown_it import MarkdownIt
from seen import Page, html_page, one_space


def markdown(text):
    """CommonMark with the tables and the strokes of GitHub, by markdown-it-py."""
    return html_page(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text))


def rst(text):
    """reStructuredText, by docutils; whatever it has to say of the text is an error."""
    said = io.StringIO()
    options = {"warning_stream": said, "report_level": 1, "doctitle_xform": False}
    parts = publish_parts(text, writer="html5", settings_overrides=options)
    assert said.getvalue() == ""
    return html_page(parts["html_body"])


def mediawiki(text):
    """The markup of MediaWiki, by mwparserfromhell."""
    before, table, after = re.fullmatch(r"(.*?)^(\{\|.*^\|\})(.*)", text, re.DOTALL | re.MULTILINE).groups()
    rows = []
    for row in mwparserfromhell.parse(table).filter_tags(matches=lambda tag: tag.tag == "tr"):
        cells = row.contents.filter_tags(matches=lambda tag: tag.tag in ("td", "th"))
        rows.append([_wiki_text(cell.contents) for cell in cells])
    texts = [
        [_wiki_text(mwparserfromhell.parse(line)) for line in part.split("\n") if line]
        for part in (before, after)
    ]
    return Page(texts[0], [row for row in rows if row], texts[1], [])


def _wiki_text(code):
    kinds = {type(node).__name__ for node in code.filter()} - {"Text", "HTMLEntity", "ExternalLink"}
    assert kinds <= {"Tag"}
    assert {str(tag.tag) for tag in code.filter_tags()} <= {"b"}
    for link in code.filter_external_links():
        assert not link.brackets
    return one_space(code.strip_code(normalize=True))


# LaTeX: what TeX itself would make of these commands, and of no others

_SYMBOLS = {
    "textbackslash": "\\",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textasciigrave": "`",
    "textless": "<",
    "textgreater": ">",
    ",": "\u202f",
    "-": "\u00ad",
}
_MATHS = {
    "-": "−",
    r"\pm": "±",
    r"\times": "×",
    r"\div": "÷",
    r"\approx": "≈",
    r"\neq": "≠",
    r"\leq": "≤",
    r"\geq": "≥",
    r"\infty": "∞",
    r"\leftarrow": "←",
    r"\uparrow": "↑",
    r"\rightarrow": "→",
    r"\downarrow": "↓",
}
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
}
_ARGUMENTS = {
    "symbol": lambda said: chr(int(said)),
    "hspace": lambda said: {"0pt": "\u200b"}[said],
    "mbox": lambda said: {"-": "\u2011"}[said],
    "textbf": str,
    **{name: lambda said, accent=accent: said + accent for name, accent in _ACCENTS.items()},
}
_TOKEN = re.compile(
    r"\\(?P<command>[A-Za-z]+|.)|(?P<brace>[{}])|\$(?P<maths>[^$]*)\$|(?P<space>~)|[^\\{}$~]+"
)


def latex(text):
    """A table of LaTeX and its paragraphs, in the commands that every TeX knows."""
    before, table, after = re.fullmatch(
        r"(.*?)\\begin\{tabular\}\{[lr]+\}\n(.*)\\end\{tabular\}\n(.*)", text, re.DOTALL
    ).groups()
    rows = []
    for line in table.split("\n"):
        if line and line != r"\hline":
            row = line.strip(" ")
            assert row.endswith(r"\\")
            assert not row.startswith(("[", "*"))  # else of the end of the row before
            rows.append([_tex(cell) for cell in re.split(r"(?<!\\)&", row.removesuffix(r"\\"))])
    texts = [[_tex(line) for line in part.split("\n") if line] for part in (before, after)]
    return Page(texts[0], rows, texts[1], [])


def _tex(text):
    assert not re.search(r"--|''|,,|(?<!\\)[\"`#%&^_]|[<>]", re.sub(r"\\[`\"^]\{", "", text)), text
    tokens = list(_TOKEN.finditer(text))
    assert "".join(token[0] for token in tokens) == text
    said, rest = _group(tokens, 0)
    assert rest == len(tokens)
    return one_space(unicodedata.normalize("NFC", said))


def _group(tokens, at):
    """What the tokens say up to the end of a group, and where that is."""
    said = ""
    while at < len(tokens):
        token, command = tokens[at], tokens[at]["command"]
        at += 1
        if token["brace"] == "}":
            return said, at
        if token["brace"]:
            inner, at = _group(tokens, at)
            said += inner
        elif token["maths"]:
            said += _MATHS[token["maths"]]
        elif token["space"]:
            said += "\u00a0"
        elif not command:
            said += token[0]
        elif command in _ARGUMENTS and at < len(tokens) and tokens[at][0] == "{":
            inner, at = _group(tokens, at + 1)
            said += _ARGUMENTS[command](inner)
        else:
            said += command if command in "&%$#_{}" else _SYMBOLS[command]
    return said, at


# Jira: its notation, in the order in which Jira reads it

_ADDRESS = r"(?:https?|ftp)://[-_.!~*';/?:@#&=%+$,\w]+"
_FACES = r"[:;]-?[()]|:[PD](?![a-zA-Z])|\((?:[yni/x!+?*-]|on|off|\*[rgby]|flag|flagoff)\)"
_PHRASE = r"(?<![\w\\])([*_^~+-]|\?\?)(?=\S)(?:.*\S)?\1(?!\w)"


def jira(text):
    """A table in the notation of Jira and its paragraphs; no program that reads it is free."""
    parts = [], [], []
    for line in text.split("\n"):
        if line.startswith("|"):
            cells = re.split(r"(?<!\\)\|\|?", line)
            assert [cells[0], cells[-1]] == ["", ""]
            parts[1].append([_jira_text(cell.strip(" ")) for cell in cells[1:-1]])
        elif line:
            parts[2 if parts[1] else 0].append(_jira_text(line))
    return Page(*parts, [])


def _jira_text(text):
    bold = re.fullmatch(r"\*(.*)\*", text)
    text = bold[1] if bold else text
    assert not re.match(r"[*#-]+\s|(?:h[1-6]|bq)\.\s|-{4}", text), text
    addresses = re.findall(_ADDRESS, text)
    mark = next(chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    rest = re.sub(_ADDRESS, mark, text)
    rest = re.sub(r"(?<!\\)\\([-#*_+?^~|%{}\[\]()!@])", lambda found: f"&#{ord(found[1])};", rest)
    assert not re.search(rf"{_PHRASE}|{_FACES}|[\\{{\[]|!\S+!|--", re.sub(r"&#\d+;", "\ue001", rest)), text
    return one_space(re.sub(mark, lambda _: addresses.pop(0), html.unescape(rest)))


READERS = {
    "markdown": markdown,
    "html": html_page,
    "rst": rst,
    "mediawiki": mediawiki,
    "latex": latex,
    "jira": jira,
}
