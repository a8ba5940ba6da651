"""What a table looks like to a reader: paragraphs, rows of cells, paragraphs; expected, found, compared."""

import re
import tempfile
from difflib import SequenceMatcher
from html.parser import HTMLParser
from itertools import zip_longest
from typing import NamedTuple

import duckdb

from edureport.formats.cells import for_people, heading
from edureport.table import Kind

BLANK = " \t\n\r\f"  # what HTML takes for one space; a no-break space is a letter
_APART = {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "dt", "dd", "blockquote", "td", "th", "br"}
_SKIPPED = {"script", "style", "head", "title"}


class Page(NamedTuple):
    """A table and what stands around it, as texts; and where its links lead."""

    before: list[str]
    rows: list[list[str]]
    after: list[str]
    links: list[str]


def one_space(text):
    """The text with single spaces, as every reader of markup leaves it."""
    return " ".join(word for word in text.translate(dict.fromkeys(map(ord, BLANK), " ")).split(" ") if word)


def tsv_rows(text):
    """The rows of TSV as Miller reads them: no quotes, signs for tabs, line ends and backslashes."""
    signs = {r"\t": "\t", r"\n": "\n", r"\r": "\r", r"\\": "\\"}
    return [
        [re.sub(r"\\[tnr\\]", lambda sign: signs[sign[0]], cell) for cell in line.split("\t")]
        for line in text.removesuffix("\n").split("\n")
    ]


def parquet_rows(data):
    """The rows of a Parquet file as DuckDB reads them, the names of the columns first."""
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(data)
        file.flush()
        found = duckdb.connect().execute(f"SELECT * FROM '{file.name}'")
        return [tuple(column[0] for column in found.description), *found.fetchall()]


def expected(table, words, name):
    """The page that people are to see of a table in the format of this name."""
    shown = table.for_people()
    if name != "html":  # which draws the bars, and says nothing in them
        shown = shown.select([column.key for column in shown.columns if column.kind is not Kind.BAR])
    mark = ("" if name == "html" else "– ") if table.nested else None
    cells = [_cell(column, words, mark) for column in shown.columns]
    rows = [[heading(table.name, column, words) for column in shown.columns]]
    groups = dict(shown.groups)
    for number, row in enumerate(shown.rows):
        if number in groups:
            rows.append([words.say(groups[number])] + [""] * (len(row) - 1))
        rows.append([text(value) for text, value in zip(cells, row, strict=True)])
    before, after = (
        [words.say(said) for said in many] for many in ((table.title, *table.intro), shown.notes)
    )
    return Page(
        [one_space(text) for text in before],
        [[one_space(text) for text in row] for row in rows],
        [one_space(text) for text in after],
        [],
    )


def _cell(column, words, mark):
    """What a person is to see of the cells of a column; parts stand after the mark where there is one."""
    text = for_people(column, words)
    if column.kind is Kind.BAR:
        return lambda _: ""
    if column.kind is Kind.LABEL:
        return lambda value: text(value) if mark is None or not value.whole else mark + value.part
    return text


def differences(wanted, found):
    """What differs, as (what was wanted, what was found); rows are compared with their like."""
    several = [*_unlike(wanted.before, found.before), *_unlike(wanted.after, found.after)]
    if len(wanted.rows) == len(found.rows):
        pairs = zip(wanted.rows, found.rows, strict=True)
    else:
        pairs = _aligned(wanted.rows, found.rows)
    for one, other in pairs:
        several += _unlike(one, other)
    return several


def _unlike(wanted, found):
    return [(one, other) for one, other in zip_longest(wanted, found) if one != other]


def _aligned(wanted, found):
    """Rows and their like, where some are missing."""
    matcher = SequenceMatcher(None, [*map(tuple, wanted)], [*map(tuple, found)], autojunk=False)
    for tag, start, end, start_found, end_found in matcher.get_opcodes():
        if tag != "equal":
            yield from zip_longest(wanted[start:end], found[start_found:end_found], fillvalue=[])


class _Reader(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.page, self.skipped, self.inside, self.text = Page([], [], [], []), 0, False, ""

    def handle_starttag(self, tag, attributes):
        self.skipped += tag in _SKIPPED
        if tag in _APART and not (self.inside and tag in ("p", "br")):
            self.flush()
        if tag == "tr":
            self.page.rows.append([])
        elif tag in ("td", "th"):
            self.inside, self.span = True, int(dict(attributes).get("colspan") or 1)
        elif tag == "br":
            self.text += "⏎"
        elif tag == "a":
            self.page.links.append(dict(attributes).get("href") or "")

    def handle_endtag(self, tag):
        self.skipped -= tag in _SKIPPED
        if tag in ("td", "th"):
            cell = one_space(self.text)
            self.page.rows[-1].extend([cell, *[""] * (self.span - 1)])
            self.inside, self.text = False, ""
        elif tag in _APART and not self.inside:
            self.flush()

    def handle_data(self, data):
        if not self.skipped:
            self.text += data

    def flush(self):
        if text := one_space(self.text):
            (self.page.after if self.page.rows else self.page.before).append(text)
        self.text = ""


def html_page(text):
    """The page that a reader of HTML sees."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.page
