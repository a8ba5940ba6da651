"""The text of an HTML page as it is copied from a browser, with tabs between the cells of a row."""

from html.parser import HTMLParser

BLOCKS = frozenset(["p", "h1", "h2", "h3", "h4", "li", "figcaption", "caption", "tr", "div"])
UNREAD = frozenset(["script", "style", "head", "button", "label", "input", "svg"])
CELLS = frozenset(["td", "th"])
VOID = frozenset(["input", "meta", "link", "br", "rect", "line", "path", "circle", "img"])


class _Reader(HTMLParser):
    """Keeps the words, but not those in pictures, which say what the tables say."""

    def __init__(self):
        super().__init__()
        self.open, self.parts = [], []

    def handle_starttag(self, tag, attributes):
        if tag in BLOCKS and "tr" not in self.open:
            self.parts.append("\n" if tag == "tr" else "\n\n")
        if tag in CELLS and self.parts[-1] != "\n":
            self.parts.append("\t")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if UNREAD.isdisjoint(self.open) and (data.strip() or "p" in self.open):
            self.parts.append(data)


def page_text(html):
    """The text of a page."""
    reader = _Reader()
    reader.feed(html)
    return "".join(reader.parts)
