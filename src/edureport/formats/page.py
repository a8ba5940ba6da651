"""What HTML pages share: the head, colours for light, dark and paper, and texts with their languages."""

import re
from html import escape

from edureport.languages.catalogue import Catalogue
from edureport.message import Foreign, Message

_HEAD = """\
<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{policy}<title>{title}</title>
<style>{css}</style>
</head>
<body>
"""
# Every colour of letters has a contrast of 4.5 or more on every colour that may lie behind it (WCAG 2.2).
PAGE_CSS = """\
:root { color-scheme: light; --text: #1a1a1a; --page: #fff; --line: #bbb; --link: #1a4f8b;
  --good: #11662a; --warn: #7a5200; --bad: #a31515; --none: #595959; --bar: #2f6fab;
  --on-good: #e3f4e7; --on-warn: #fdf0d0; --on-bad: #fde4e1; --on-none: #eee }
@media screen and (prefers-color-scheme: dark) {
  :root { color-scheme: dark; --text: #e8e8e8; --page: #16181b; --line: #555; --link: #8ab8f0;
    --good: #84d69a; --warn: #e8c167; --bad: #ff9f95; --none: #b0b0b0; --bar: #6ea8df;
    --on-good: #15301c; --on-warn: #3a2f10; --on-bad: #43201d; --on-none: #2b2e32 } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; padding: 0 1rem;
  color: var(--text); background: var(--page) }
h1 { font-size: 1.4rem; line-height: 1.3 }
h1, h2, p, li { overflow-wrap: anywhere }
table { border-collapse: collapse }
th, td { text-align: left; vertical-align: top }
.scroll { overflow-x: auto; margin: 1rem 0 }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.long { overflow-wrap: anywhere }
@page { margin: 12mm }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10pt }
  h1 { font-size: 14pt }
  .scroll { overflow: visible }
  tr, li { break-inside: avoid }
}
"""
_LONG = re.compile(r"[^\s\x01-\x03]{21,}")  # a word that would push what stands beside it off the page
# Nothing that a catalogue says holds control characters but these.
_FOREIGN = re.compile(r"\x01(\w+)\x02([^\x01-\x03]*)\x03")


def head(language: str, title: str, css: str, policy: str = "") -> str:
    """A page up to where its body begins, with this style sheet; `policy` says what it may load."""
    return _HEAD.format(language=escape(language), title=escape(title), css=css, policy=policy)


def page_words(words: Catalogue) -> Catalogue:
    """The catalogue for pages: it marks names in another language, for `markup`."""
    return words.marking(lambda name, language: f"\x01{language}\x02{name}\x03")


def markup(text: str) -> str:
    """A text as HTML."""
    text = _LONG.sub(r'<span class="long">\g<0></span>', escape(text))
    return _FOREIGN.sub(r'<span lang="\1">\2</span>', text)


def said(note: Message, words: Catalogue) -> str:
    """A message as HTML, in the words of `page_words`."""
    return markup(words.say(note))


def speech(text: object) -> str:
    """The attribute that names the language of a text, where it is not that of the page."""
    return f' lang="{escape(text.language)}"' if isinstance(text, Foreign) else ""


def spoken(text: str) -> str:
    """A text as HTML, in an element of its own if it is not in the language of the page."""
    language = speech(text)
    return f"<span{language}>{markup(text)}</span>" if language else markup(text)
