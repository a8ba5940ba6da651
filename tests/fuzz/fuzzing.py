"""The fuzzer: what it feeds to the program, and what the program may answer.

KINDS in kinds.py names the kinds of input. The tests and `run.py` draw from them. What a command needs
besides a report is in tests/needs.py.
"""

import csv
import io
import json
import os
import re
import signal
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from functools import cache, partial
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from unittest import mock
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

import yaml
from hypothesis import strategies as st
from needs import ROOT, TEXTS, ways
from reported import read_report

from edureport import cli, languages
from edureport.commands import COMMANDS, TABLES
from edureport.errors import DONE, ReportError
from edureport.formats import EXPORTS, FORMATS
from edureport.languages import catalogue
from edureport.languages.visible import visible_lines
from edureport.prose import LANGUAGES, grammar
from edureport.reading.text_file import load_text

BASES = tuple(
    path
    for folder in ("data", "examples", "docs/examples")
    for path in sorted((ROOT / folder).rglob("*.yaml"))
    if path.name != "mistakes.yaml"
)
SECONDS = 10  # that one input may take
MARKED = tuple(name for name, form in FORMATS.items() if form.marked)  # formats of marked texts

# What steers a terminal, begins a line where none is meant, or reorders one.
STEERING = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


HERE = "<here>"  # stands in arguments for the folder with the files of an input


class Input(NamedTuple):
    """The arguments of one run, its standard input, files that they name, and what is looked at besides.

    `expects` is called with the arguments, the folder of the files, the exit code and what was printed.
    """

    arguments: tuple[str, ...]
    data: bytes = b""
    files: tuple[tuple[str, bytes], ...] = ()
    expects: Callable[["Input", Path, int, bytes], None] | None = None

    def __repr__(self):
        files = "".join(f", {name}" for name, _ in self.files)
        return f"Input({' '.join(map(ascii, self.arguments))}, {len(self.data)} bytes{files})"


class WrongError(Exception):
    """The program answered as it never may."""


# What it is fed

# Values that mean something to YAML, to Python, to a format, or to a terminal.
NASTY = (
    "", "~", "null", "no", "0", "-0", "-1", "007", "1e999999", ".nan", "-.inf", "9" * 31, "9" * 5000, "0x1F",
    "1_000", "12:30", "1,5", "1 000", "300+", ">300", "300..200", "300..350", "about 0", "less than 0",
    "more than 300", "nearly -1", "all of schools", "all of", "%", "count", "2025-02-30", "0001-01-01",
    "9999-12-31", "2025-9M", "2025-13", "2025/26", "9999-12-31/P9999Y", "2025-01-01/P1D", "0000", "9999",
    "kk", "ratio", "flow", "stock", "higher", "lower", "true", "[]", "{}", "[[[[x]]]]", "{a: {b: c}}",
    "&a [*a]", "*a", "&x y", "!!python/object/apply:os.system [x]", "!x y", "<<", "? [a]", "- - - x", "---",
    "...", "%YAML 9.9", "# x", "'", '"', "'x'", '"\\x1b[31m"', '"\\ud800"', '"\\u202e"', "|", ">", "|9", "\t",
    "\x00", "\x1b[31m", "\x9b", "\u202e", "\u2028", "\ufeff", "\ufffe", "[red]x[/red]", ":smile:", "<b>&",
    "</script>", "a|b", "=1+1", "@SUM(A1)", "{0} {x} %s", "\\", "$x_1^2$", "e\u0301", "\U0001f3eb",
    "\u0430a\u0441", "x" * 10_001, "schools", "of", "part", "whole", "target", "a/b/c", "null: null",
)  # fmt: skip

SCRAPS = st.sampled_from(NASTY) | st.text(max_size=20)
_YAML_SIGNS = st.text(alphabet="ab:-[]{}&*!|>'\"%@`#,?\n ~0", max_size=60)


@st.composite
def broken_texts(draw):
    """A report of ours with one to three places of its text changed."""
    text = draw(st.sampled_from(BASES)).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 3))):
        lines = text.split("\n")
        number = draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(("value", "insert", "delete", "repeat", "indent", "swap", "cut", "sign"))):
            case "value":
                key, colon, _ = lines[number].partition(":")
                lines[number] = f"{key}{colon} {draw(SCRAPS)}"
            case "insert":
                lines.insert(number, draw(SCRAPS))
            case "delete":
                del lines[number : number + draw(st.integers(1, 5))]
            case "repeat":
                lines[number:number] = lines[number : number + draw(st.integers(1, 5))]
            case "indent":
                lines[number] = " " * draw(st.integers(0, 8)) + lines[number].lstrip()
            case "swap":
                other = draw(st.integers(0, len(lines) - 1))
                lines[number], lines[other] = lines[other], lines[number]
            case "cut":
                lines[number:] = [lines[number][: draw(st.integers(0, 20))]]
            case "sign":
                place = draw(st.integers(0, len(lines[number])))
                lines[number] = lines[number][:place] + draw(SCRAPS) + lines[number][place:]
        text = "\n".join(lines)
    return text.encode("utf-8", "surrogatepass")


@st.composite
def broken_trees(draw):
    """A report of ours with one to three of its keys or values replaced, removed or moved; still YAML."""
    tree = tree_of(draw(st.sampled_from(BASES)))
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(list(places(tree))))
        if key not in (holder if isinstance(holder, dict) else range(len(holder))):
            continue  # an earlier change has taken it away
        match draw(st.sampled_from(("value", "value", "node", "rename", "remove", "wrap", "move"))):
            case "value":
                holder[key] = draw(SCRAPS)
            case "node":
                holder[key] = draw(_NODES)
            case "rename" if isinstance(holder, dict):
                holder[draw(SCRAPS)] = holder.pop(key)
            case "remove":
                del holder[key]
            case "wrap":
                holder[key] = draw(st.sampled_from(([holder[key]], {"label": holder[key]})))
            case "move":
                other, place = draw(st.sampled_from(list(places(tree))))
                other[place] = _copied(holder[key])
    return written(tree)


@st.composite
def odd_reports(draw):
    """A report of ours with many of its figures, dates and texts exchanged for odd ones that are allowed."""
    tree = tree_of(draw(st.sampled_from(BASES)))
    make_odd(draw, tree)
    return written(tree)


def make_odd(draw, tree):
    """Exchange many of the values of a report for odd ones that are allowed."""
    for holder, key in list(places(tree)):
        kind = _ODD.get(key) if isinstance(holder[key], str) else None
        if kind is not None and draw(st.booleans()):
            holder[key] = draw(kind)


def written(tree):
    """The bytes of a report as a tree."""
    return yaml.dump(tree, allow_unicode=True, sort_keys=False, Dumper=_Plain).encode(
        "utf-8", "surrogatepass"
    )


_NUMBERS = st.integers(0, 10**12).map(str) | st.sampled_from(
    ("0", "1", "0.0001", "99.99", "100", "9" * 30, "0." + "1" * 29, "1 000 000", "33.3")
)
FIGURES = st.builds(
    "{} {}".format,
    st.sampled_from(("more than", "at least", "at most", "about", "nearly", "", "")),
    _NUMBERS,
).map(str.strip) | st.integers(0, 500).map(lambda low: f"{low}..{low + 50}")
_DATES = st.dates().map(str)
_MARKUP = st.sampled_from(
    ("[red]x[/red]", ":smile:", "<b>&amp;</b>", "</script><!--", "a|b", "=1+1", "@SUM(A1)", "{0} {x} %s",
     "\\", "$x_1^2$", "e\u0301", "\U0001f3eb", "300-ден астам", "более 300", "x" * 300, '"', "'", "-", "+1")
)  # fmt: skip
_LETTERS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
_TEXTS = _MARKUP | st.text(_LETTERS, min_size=1, max_size=30).filter(str.strip)

# Words and signs of sentences that state figures, in three languages, and of what only looks like one.
_WORDS = """
1 0 12 300 1,5 0,0001 1/2 - – % , . ; ( ) : « » -ден -х -м -тен 2025 2024–2025 № +7 ∞ ² ½ ٣ é й
школ школы мектеп оқушы pupils schools класс орын этап phase года жылы мың млн тыс. million hundred двести
три он бес half all все барлық по each раза есе times до от на to with by from планируется plan өсті rose
каждый әрқайсысы остальные қалғаны about nearly более около почти из них соның ішінде of which не менее
"""
_PIECES = (
    *_WORDS.split(),
    "9" * 30,
    "-" + "9" * 40,
    "1" * 1200,
    "2 500",
    "из них",
    "соның ішінде",
    "of which",
)
sentences = st.lists(st.sampled_from(_PIECES), min_size=1, max_size=12).map(" ".join)

_ODD = {
    "value": FIGURES,
    "date": _DATES,
    "due": _DATES,
    "better": st.sampled_from(("higher", "lower")),
    "complete": st.sampled_from(("true", "false")),
    **dict.fromkeys(("label", "en", "kk", "ru", "note", "because", "title", "url"), _TEXTS),
    "as_written": _TEXTS | sentences,
}


class _Plain(yaml.SafeDumper):
    """Writes what looks like a number as it stands: most of our texts are read as texts again."""


_Plain.yaml_implicit_resolvers = {}
_NODES = st.recursive(
    SCRAPS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCRAPS, inner, max_size=3),
    max_leaves=6,
)


def tree_of(path):
    """A report file as mappings, lists and texts."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # it makes texts only


def places(tree):
    """Every place of a tree, as what holds it and its key there."""
    for key in list(tree) if isinstance(tree, dict) else range(len(tree)):
        yield tree, key
        if isinstance(tree[key], dict | list):
            yield from places(tree[key])


def _copied(tree):
    if isinstance(tree, dict):
        return {key: _copied(value) for key, value in tree.items()}
    return [_copied(item) for item in tree] if isinstance(tree, list) else tree


any_bytes = (
    st.binary(max_size=300)
    | _YAML_SIGNS.map(str.encode)
    | st.binary(max_size=50).map(lambda tail: b"edureport: 1\nreport: " + tail)
    | st.builds(lambda path, start, length: path.read_bytes()[start:][:length], st.sampled_from(BASES),
                st.integers(0, 3000), st.integers(0, 3000))
)  # fmt: skip

_VALUES = st.sampled_from(
    ("csv", "json", "xlsx", "table", "label,value", "-value", "2024", "2025-9M", "2025-12-31", "schools", "*",
     "-", "missed", "no-data", "linear", "cagr", "doubt", "kk", "ru", "", *(str(path) for path in BASES),
     str(ROOT / "examples" / "astana"), "no_such_file.yaml", "/dev/null", ".", "a\0b", "\udcff", "\x1b[31m")
) | st.text(max_size=12)  # fmt: skip


@cache
def options(command):
    """The options of a command, as its help lists them; -o is not tried, it would write somewhere."""
    _, shown, _ = answered(Input((command, "--help", "--lang", "en")))
    found = re.findall(r"^  (?:(-\w), )?(--[\w-]+)", shown.decode(), re.MULTILINE)
    return tuple(name for names in found for name in names if name not in ("", "-o", "--output"))


@st.composite
def argument_lists(draw):
    """A command with options and reports, some of them wrong; a valid report on standard input."""
    command = draw(st.sampled_from((*COMMANDS, *COMMANDS, "", "help", "--help", "--version")))
    known = options(command) if command in COMMANDS else ("--lang", "-l", "-h")
    words = st.sampled_from(known) | _VALUES | st.builds("{}={}".format, st.sampled_from(known), _VALUES)
    rest = draw(st.lists(words, max_size=6))
    rest = [word for word in rest if not word.startswith(("-o", "--o", "--install", "--show"))]
    return Input((command, *rest), draw(st.sampled_from(BASES)).read_bytes())


@st.composite
def on_reports(draw, data):
    """Any command in any format and language on a report from standard input."""
    command = draw(st.sampled_from(TABLES))
    form = draw(st.sampled_from(tuple(FORMATS)))
    spoken = draw(st.sampled_from(languages.available()))
    given = draw(data)
    key = draw(st.sampled_from(indicators_of(given) or ["schools"]))
    arguments = draw(st.sampled_from(ways(command, "-", key=key)))
    more = draw(st.sampled_from(((), (), ("--excel", "-f", "csv"))))
    return Input((*arguments, "-f", form, "-l", spoken, *more), given)


def indicators_of(data):
    """The keys of what is most likely an indicator."""
    _, _, rest = data.partition(b"\nindicators:")
    return [key.decode() for key in re.findall(rb"^  (\w+):$", rest, re.MULTILINE)]


# Texts: the words of the lexicons, numbers in every notation, marks of tables and of Markdown, and what
# no text should hold.


@cache
def _lexicon():
    """Every word that the readers of texts know; a star stands for the rest of one."""
    languages = [grammar.load(code) for code in LANGUAGES]
    tables = [table for one in languages for table in (one.phrases, one.time_phrases)]
    entries = [
        entry
        for table in tables
        for known in (table._exact, table._stems)
        for found in known.values()
        for entry in found
    ]
    return tuple(sorted({" ".join(entry.words).replace("*", "") for entry in entries}))


_DIGITS = st.integers(0, 10**13).map(str) | st.sampled_from(
    (
        "1 250", "1\u00a0250", "1\u202f250", "1,250.5", "1.250,5", "12,5 %", "½", "2²", "3/4", "№ 5",
        "5-6", "5–6", "01.09.2025", "2025-09-30", "2024/25", "9 ай", "IV", "٣", "𝟛", "1e5",
        "+7 (701) 000-00-00", "10:30", "-5"
    )
)  # fmt: skip
_MARKS = st.sampled_from(
    (
        ". ", "! ", ", ", "; ", ": ", "\n", "\n\n", "\n- ", "\n# ", "\n| ", " | ", " |\n|---|---|\n| ",
        "\n> ", "\n```\n", "\n    ", "\n1. ", "[^1]", "\n[^1]: ", "**", "(", ")", "«", "»", '"', " – ",
        "-", "…", "\n---\n", "<!--", "-->", "</b>", "\\|", "=", "%", "\t", "\r\n", "\r", "\v", "\f",
        "\x1b[31m", "\x07", "\x85", "\u2028", "\u2029", "\u202e", "\u200b", "\u00ad", "\u0301", "\u0306",
        "\ufeff", "\x7f", "\U0001f3eb", "ﬁ", "İ", "ß", "aа", "кk", "[red]"
    )
)  # fmt: skip


@st.composite
def prose_texts(draw):
    """Made-up sentences, or a text of ours with pieces put in, doubled and taken away."""
    words = st.sampled_from(_lexicon()) | st.sampled_from(_PIECES) | _DIGITS | _MARKS | st.text(max_size=5)
    joints = st.sampled_from((" ", " ", " ", "", "\n", "\u00a0"))
    made = "".join(word + draw(joints) for word in draw(st.lists(words, max_size=60)))
    if draw(st.booleans()):
        return made
    text = draw(st.sampled_from(TEXTS)).read_text(encoding="utf-8")
    for _ in range(draw(st.integers(1, 4))):
        first, size = draw(st.integers(0, len(text))), draw(st.integers(0, 60))
        kept = draw(st.sampled_from(("", text[first : first + size] * 2, draw(words), made)))
        text = text[:first] + kept + text[first + size :]
    return text


def _encoded(text, encoding):
    return text.encode(encoding, "replace" if encoding != "utf-8" else "surrogatepass")


_ENCODINGS = st.sampled_from(("utf-8",) * 6 + ("utf-16", "utf-8-sig", "cp1251", "kz1048", "utf-16-be"))


_XML = (
    "<w:p>", "</w:p>", "<w:tbl>", "<w:tc/>", "<w:vMerge/>", "<w:tab/>", "<!DOCTYPE x>", "&#5;", "&lt;",
    "<w:sym/>", "", "<w:br/>", '<w:gridSpan w:val="9"/>',
)  # fmt: skip


@st.composite
def word_files(draw):
    """A Word file with such a text, some of its XML or of its bytes changed."""
    lines = [line for line in draw(prose_texts()).split("\n")[:40] if line.isprintable()]
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    table = f"<w:tbl><w:tr><w:tc>{paragraphs}</w:tc></w:tr></w:tbl>" if draw(st.booleans()) else ""
    xml = f'<w:document xmlns:w="{_WORD}"><w:body>{paragraphs}{table}</w:body></w:document>'
    for _ in range(draw(st.integers(0, 3))):
        first = draw(st.integers(0, len(xml)))
        scrap = draw(st.sampled_from(_XML))
        xml = xml[:first] + scrap + xml[first + draw(st.integers(0, 5)) :]
    made = io.BytesIO()
    with zipfile.ZipFile(
        made, "w", draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    ) as archive:
        archive.writestr("word/document.xml", xml.encode("utf-8", "replace"))
    data = bytearray(made.getvalue())
    for _ in range(draw(st.sampled_from((0, 0, 1, 3)))):
        data[draw(st.integers(0, len(data) - 1))] = draw(st.integers(0, 255))
    return bytes(data)


_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@st.composite
def on_texts(draw):
    """A text from standard input, beside data or alone, as a table or with its figures marked."""
    data = draw(st.builds(_encoded, prose_texts(), _ENCODINGS) | word_files())
    beside = draw(st.sampled_from(("none", *map(str, BASES))))
    marked = draw(st.booleans())
    form = draw(st.sampled_from(MARKED if marked else ("json", "json", *FORMATS)))
    spoken = draw(st.sampled_from(languages.available()))
    read = draw(st.sampled_from(((), ("--text-lang", "kk"), ("--text-lang", "ru"), ("--text-lang", "en"))))
    more = ("--annotate",) if marked else ()
    return Input(("audit", "-", "--data", beside, "-f", form, "-l", spoken, *read, *more), data)


_PERIODS = st.sampled_from(("2025", "2025-9M", "2025-Q3", "2025/26", "2025-12-31/P1D"))


@st.composite
def on_drafts(draw):
    """A text from standard input that is to become a report, with or without the names of its head."""
    data = draw(st.builds(_encoded, prose_texts(), _ENCODINGS) | word_files())
    given = [("--period", draw(_PERIODS))]
    given += [(name, draw(_TEXTS)) for name in ("--id", "--organisation") if draw(st.booleans())]
    given += [("--text-lang", draw(st.sampled_from(LANGUAGES)))] if draw(st.booleans()) else []
    named = (f"{option}={value}" for option, value in given)
    return Input(("draft", "-", "-l", draw(st.sampled_from(languages.available())), *named), data)


_CELLS = (
    "12", "1 234", "98,5", "1.200", "1,200", "8,1 %", "<5", "x", "…", "-", "", " ", "20.0 b", "254 1)",
    "2024", "2015/16", "01/02/2024", "Total", "Eastville", "plan", "2024 / plan", "=1+1", "9" * 40,
    "\u2028", '"', "\n",
    "schools", "A,B",
)  # fmt: skip
_NAMES = st.sampled_from(("City", "2023", "2024", "Year", "Value", "schools", "2024 / plan", "A,B", "", "F"))
_DESCRIBED = """\
edureport: 1
report: {id: made-up, organisation: City of Examples, language: en}
units: {school: schools, percent: "%"}
indicators: {schools: {label: Schools, unit: school, kind: stock}}
tables:
  - file: table.csv
"""
_PARTS = st.fixed_dictionaries(
    {
        "file": st.sampled_from(("table.csv", "table.tsv", "table.xlsx", "*.csv", "table.ods", "no.csv")),
        "indicator": st.sampled_from(({"constant": "schools"}, "indicator", "City", {"first": []})),
        "period": st.sampled_from(
            ("Year", "period", {"constant": "2024"}, {"column": "Year", "as": "school-year"},
             {"column": "Year", "as": "dd/mm/yyyy"}, {"column": "period", "as": "quarter"}),
        ),
    },
    optional={
        "value": st.sampled_from(("Value", "schools", {"first": ["Value", "2024"]}, {"constant": "1"})),
        "across": st.sampled_from(
            ({"columns": "20??", "into": "period"}, {"columns": "*", "into": "indicator"},
             {"columns": "* / *", "by": " / ", "into": ["period", "what"]}, {"into": ["period", "what"]}),
        ),
        "organisation": st.sampled_from(("City", {"column": "City", "empty": "E"}, {"constant": "E"})),
        "unit": st.sampled_from(({"constant": "school"}, {"constant": "percent"}, "City")),
        "dimensions": st.sampled_from(({"what": {"column": "what", "total": "plan"}}, {"where": "City"})),
        "header": st.sampled_from((1, {"row": 1, "rows": 2}, {"has": ["City"]}, {"has": []}, 10**6)),
        "names": st.sampled_from(({"A": "City"}, {1: "Year", 2: "Value"}, {"ZZZ": "x"}, {"0": "x"})),
        "symbols": st.sampled_from(
            ({"": "missing", "x": "suppressed", "…": "missing", "-": "0"}, {"": "nothing", "=": "missing"},
             {"x": ["break", "missing"], "-": "0..0.5"}),
        ),
        "flags": st.sampled_from(({"codes": {"b": "break"}}, {"codes": {"b": "missing"}, "columns": ["F"]})),
        "marks": st.sampled_from((["1)", "*"], ["1"], [""])),
        "only": st.sampled_from(({"City": ["East*", "Westville"]}, {"Year": "2024", "X": []}, {"City": "["})),
        "fill": st.sampled_from((["City"], "Year")),
        "until": st.sampled_from((["x*"], "[", "*")),
        "split": st.sampled_from(({"A,B": {"by": ",", "into": ["City", "Year"]}},
                                  {"A,B": {"by": "", "into": "x"}})),
        "blocks": st.just({"column": "City", "members": {"Total": "t", "Eastville": "e"}, "into": "what"}),
        "precision": st.sampled_from(("5", "0.1")),
        "scale": st.sampled_from(({"school": 1000}, {"percent": 100}, {"x": 1})),
        "decimal": st.sampled_from((",", ".")),
        "separator": st.sampled_from((";", "tab", '"', "\n")),
        "encoding": st.sampled_from(("utf-8", "windows-1251", "utf-16", "idna", "zlib", "no")),
        "kind": st.sampled_from(("flow", "ratio")),
    },
)  # fmt: skip


_SOUND = st.sampled_from(
    (
        (
            {"organisation": "City", "indicator": {"constant": "schools"},
             "period": "Year", "value": "Value"},
            ["City", "Year", "Value"], ["Eastville", "2023", "12"], ["Eastville", "2024", "14"],
        ),
        (
            {"across": {"columns": "20??", "into": "period"}, "indicator": {"constant": "schools"},
             "period": "period", "organisation": "City", "symbols": {"x": "suppressed", "": "missing"}},
            ["City", "2023", "2024"], ["Eastville", "1 234", "x"], ["Westville*", "", "<5"],
        ),
        (
            {"across": {"columns": "* / *", "by": " / ", "into": ["period", "what"]}, "period": "period",
             "indicator": "City", "unit": {"constant": "percent"}, "header": {"row": 1, "rows": 2},
             "dimensions": {"what": {"column": "what", "total": "fact"}}},
            ["City", "2024", "", "2025", ""], ["", "plan", "fact", "plan", "fact"],
            ["schools", "98,5", "97,1 %", "8,1", "12"],
        ),
    )
)  # fmt: skip


def _workbook(rows):
    import xlsxwriter

    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet, percent = book.add_worksheet("One"), book.add_format({"num_format": "0.0%"})
        raised = book.add_format({"font_script": 1})
        book.set_properties({"created": datetime(2025, 1, 1)})  # noqa: DTZ001  # the same bytes in every run
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell.isdecimal() and len(cell) == 2:
                    sheet.write_rich_string(number, column, cell[0], raised, cell[1])
                elif cell.isdecimal() and len(cell) < 9:
                    sheet.write_number(number, column, int(cell) / 8, percent if number % 2 else None)
                else:
                    sheet.write(number, column, cell)
    return made.getvalue()


@st.composite
def on_tables(draw):
    """A table and a description of it in a folder of their own; or the table, to be drafted."""
    described, *rows = (list(one) if isinstance(one, list) else dict(one) for one in draw(_SOUND))
    names, *rows = rows
    changes = draw(_PARTS)
    for key in draw(st.lists(st.sampled_from(sorted(changes)), max_size=2)):
        described[key] = changes[key]
    described.setdefault("file", draw(st.sampled_from(("table.csv", "table.xlsx"))))
    cells = st.sampled_from(_CELLS) | SCRAPS
    for _ in range(draw(st.integers(0, 3))):
        row = draw(st.sampled_from((names, *rows)))
        row[draw(st.integers(0, len(row) - 1))] = draw(cells)
    rows += draw(st.lists(st.lists(cells, max_size=6), max_size=1))
    suffix = described["file"].rpartition(".")[2]
    if suffix in ("xlsx", "ods"):
        data = (_workbook if suffix == "xlsx" else _open_document)([names, *rows])
        data = draw(spoilt_zips(data, _SHEET_XML)) if draw(st.booleans()) else draw(spoilt_bytes(data))
    else:
        sign = draw(st.sampled_from((",", ";", "\t")))
        text = io.StringIO()
        csv.writer(text, delimiter=sign).writerows([names, *rows])
        data = text.getvalue().encode(draw(_ENCODINGS), "replace")
    tree = yaml.safe_load(_DESCRIBED)
    tree["tables"] = [described]
    table = described["file"].replace("*", "q").replace("no.", "table.")
    files = (
        (table, data),
        ("described.yaml", yaml.safe_dump(tree, allow_unicode=True).encode("utf-8", "surrogatepass")),
    )
    if draw(st.integers(0, 2)) == 0:
        more = draw(st.sampled_from(((), ("--report",), ("--report", "--period", "2024"))))
        spoken = draw(st.sampled_from(languages.available()))
        return Input(("draft", f"{HERE}/{table}", "-l", spoken, *more), files=files)
    given = f"{HERE}/described.yaml"
    if draw(st.integers(0, 5)) == 0:
        whose = draw(st.sampled_from(((), ("--organisation", "Eastville"))))
        return Input(("draft", given, "--report", *whose), files=files)
    command = draw(st.sampled_from(("summary", "check", "compare", "targets", "data")))
    form = draw(st.sampled_from(("json", *FORMATS)))
    return Input((command, given, "-f", form), files=files)


@st.composite
def spoilt_bytes(draw, data):
    """A file with a few of its bytes changed, or none."""
    changed = bytearray(data)
    for _ in range(draw(st.sampled_from((0, 0, 0, 1, 3)))):
        changed[draw(st.integers(0, len(changed) - 1))] = draw(st.integers(0, 255))
    return bytes(changed)


@st.composite
def spoilt_zips(draw, data, scraps):
    """A zip with scraps of XML put into its parts, in place of a few letters of theirs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(parts)))
        tags = [match.end() for match in re.finditer(rb">", parts[name])] or [0]
        first = draw(st.sampled_from(tags) | st.integers(0, len(parts[name])))
        rest = parts[name][first + draw(st.sampled_from((0, 0, 1, 5))) :]
        parts[name] = parts[name][:first] + draw(st.sampled_from(scraps)).encode() + rest
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), part)
    return made.getvalue()


_SHEET_XML = (
    '<c r="ZZZ9999999"><v>1</v></c>', '<c r="XFD1048576"><v>1</v></c>', '<row r="1048576"/>', "<row>",
    "</row>",
    '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>', "<c><f>1+1</f></c>",
    '<c t="s"><v>99999</v></c>',
    '<c t="s"><v>-1</v></c>', '<c t="inlineStr"><is><t>x</t></is></c>', "<!DOCTYPE x>", "&#5;", "&lt;", "",
    '<c t="d"><v>9999-99-99</v></c>', '<c t="b"><v>7</v></c>', '<c s="999999"><v>1e999</v></c>', "<v>nan</v>",
    '<si><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>', '<sheet name="" r:id="rId9"/>',
    '<xf numFmtId="10"/>', '<numFmt numFmtId="999" formatCode="0%;[$-419]\\"/>', "</worksheet>", "<sst>",
    '<table:table-row table:number-rows-repeated="1048576"><table:table-cell/></table:table-row>',
    '<table:table-cell table:number-columns-repeated="99999999" office:value="1"/>', "<table:table>",
    '<table:table-cell office:value-type="float" office:value="x"/>', "</table:table-row>", "<text:p>",
    '<table:table-cell table:number-columns-repeated="-1"/>', "<table:covered-table-cell/>",
)  # fmt: skip
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    '<office:spreadsheet><table:table table:name="One">{}</table:table></office:spreadsheet></office:body>'
    "</office:document-content>"
)


def _open_cell(cell):
    if cell.isascii() and cell.isdecimal() and len(cell) < 9:
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    words = f"<text:p>{escape(cell)}</text:p>"
    return f'<table:table-cell office:value-type="string">{words}</table:table-cell>'


def _open_document(rows):
    """A sheet of LibreOffice; cells of digits are numbers."""
    cells = ["".join(map(_open_cell, row)) for row in rows]
    xml = _ODS.format("".join(f"<table:table-row>{row}</table:table-row>" for row in cells))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, text in (
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", xml),
            ("META-INF/manifest.xml", "<manifest/>"),
        ):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            archive.writestr(entry, text.encode("utf-8", "replace"))
    return made.getvalue()


# What it may answer


def answered(given, more=None):
    """The exit code, the bytes and the messages of a run in this process, with `more` in its environment."""
    data, errors = io.BytesIO(), io.StringIO()
    environment = {"TERM": "xterm-256color", "LANG": "C.UTF-8"} | (more or {})
    with (
        mock.patch.dict(os.environ, environment, clear=True),
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.data))),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(data, "utf-8", write_through=True)),
        mock.patch.object(sys, "stderr", errors),
    ):
        code = cli.run(list(given.arguments))
        sys.stdout.detach()
    return code, data.getvalue(), errors.getvalue()


@contextmanager
def placed(given):
    """The input with its files in a folder that is there for as long, and the folder."""
    with tempfile.TemporaryDirectory(prefix="edureport-fuzz-") as name:
        for file, data in given.files:
            (Path(name) / file).write_bytes(data)
        yield given._replace(arguments=tuple(one.replace(HERE, name) for one in given.arguments)), Path(name)


def attempt(given):
    """Run the program on an input; raises WrongError, or whatever the program lets through."""
    with placed(given) as (here, folder), _alarm(SECONDS):
        environment = {"HOME": str(folder), "XDG_CACHE_HOME": str(folder / "cache")}
        code, data, errors = answered(here, environment)
        judge(here, code, data, errors)
        if given.expects:
            given.expects(here, folder, code, data)
    return code


def judge(given, code, data, errors):
    """Raise WrongError for an answer that no input may get."""
    if code not in (0, 1, 2):
        raise WrongError(f"exit code {code}")
    if code == 2 and not re.fullmatch(r"(edureport: .+\n)+", errors):
        raise WrongError(f"no message, but {errors[:200]!r}")
    if "Traceback" in errors or _memory() in errors:
        raise WrongError(errors)
    if hidden := _steering(errors):
        raise WrongError(f"messages with {hidden!r}")
    if code != 2:
        check(given.arguments, data)
    if code != 2 and given.arguments[:2] == ("audit", "-") and _format(given.arguments) == "json":
        check_offsets(json.loads(data)["rows"], given.data)
    if code == DONE and given.arguments[0] == "draft" and not _asks_for_help(given.arguments):
        check_draft(data)


def check_draft(data):
    """A draft is a report that loads, whatever the text was, or the description of a table."""
    if "tables" in yaml.load(data, yaml.BaseLoader):
        return
    try:
        read_report(data, "draft.yaml")
    except ReportError as error:
        raise WrongError(f"a draft that does not load: {error}") from None


def check_offsets(rows, data):
    """Figures stand in order, none over another, and are the words at their offsets."""
    with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(data))):
        text = load_text("-").text
    last = 0
    for row in rows:
        start, end = row["char_start"], row["char_end"]
        if not last <= start < end <= len(text):
            raise WrongError(f"a figure at {start}–{end} of {len(text)} after {last}")
        if row["words"] != visible_lines(text[start:end]) and row["words"] != _without_marks(text[start:end]):
            raise WrongError(f"{row['words']!a} for {text[start:end]!a}")
        last = end


def _without_marks(text):
    """A number without the tags and signs of emphasis that stand inside it: 5</b>000, +**1**."""
    return re.sub(r"</?\w+>|[*_~`]", "", text)


@cache
def _memory():
    return catalogue.load("en").word("errors.memory")


@contextmanager
def _alarm(seconds):
    """Raise WrongError if what is done within takes more processor time, or ten times as long by the clock.

    Other programs may keep the processor busy; what only waits is never done.
    """

    def ring(_number, _frame):
        raise WrongError(f"takes more than {seconds} s")

    limits = {
        signal.SIGPROF: (signal.ITIMER_PROF, seconds),
        signal.SIGALRM: (signal.ITIMER_REAL, 10 * seconds),
    }
    before = {number: signal.signal(number, ring) for number in limits}
    for timer, most in limits.values():
        signal.setitimer(timer, most)
    try:
        yield
    finally:
        for timer, _ in limits.values():
            signal.setitimer(timer, 0)
        for number, handler in before.items():
            signal.signal(number, handler)


def check(arguments, data):  # noqa: C901  # one case for each format
    """Read what a format wrote with a reader of that format."""
    if _asks_for_help(arguments) or arguments[0] not in COMMANDS:
        return
    form = _format(arguments)
    if not data or form in EXPORTS:  # it went into files
        return
    if form in _BINARY:
        _BINARY[form](data)
        return
    text = data.decode()
    if hidden := _steering(text.removeprefix("\ufeff").replace("\t", "").replace("\r\n", "\n")):
        raise WrongError(f"{form} with {hidden!r}")
    match form:
        case "json":
            json.loads(text, parse_constant=_refuse)
        case "jsonl":
            for line in text.splitlines():
                json.loads(line, parse_constant=_refuse)
        case "csv" | "tsv":
            sign = "\t" if form == "tsv" else ";" if "--excel" in arguments else ","
            quoting = csv.QUOTE_NONE if form == "tsv" and "--excel" not in arguments else csv.QUOTE_MINIMAL
            lines = io.StringIO(text.removeprefix("\ufeff"), newline="")
            rows = list(csv.reader(lines, delimiter=sign, quoting=quoting, strict=True))
            if len({len(row) for row in rows}) > 1:
                raise WrongError("rows of different lengths")
        case "html":
            page = Page(of_document=arguments[0] == "document")
            page.feed(text)
            page.close()
            if page.open or page.strange:
                raise WrongError(f"HTML with {page.open} open and {page.strange}")
        case "svg":
            ET.fromstring(text)


def _check_package(data):
    """Every part of an Office file is XML, or a picture."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith((".xml", ".rels")):
                ET.fromstring(package.read(name))


def _check_ends(start, end, data):
    """A file of a kind begins and ends so."""
    if not data.startswith(start) or end not in data[-20:]:
        raise WrongError(f"{data[:20]!r}…{data[-20:]!r}")


_BINARY = {
    "xlsx": _check_package,
    "docx": _check_package,
    "pdf": partial(_check_ends, b"%PDF-", b"%%EOF"),
    "png": partial(_check_ends, b"\x89PNG", b"IEND"),
    "parquet": partial(_check_ends, b"PAR1", b"PAR1"),
}


def _asks_for_help(arguments):
    return "--help" in arguments or "-h" in arguments


def _format(arguments):
    """The format that the arguments ask for: the last one that they name."""
    found = "csv" if "--excel" in arguments else _UNASKED.get(arguments[0], "table")
    for before, word in zip(("", *arguments), arguments, strict=False):
        if before in ("-f", "--format"):
            found = word
        elif word.startswith("--format="):
            found = word.removeprefix("--format=")
        elif word.startswith("-f") and word != "-f":
            found = word.removeprefix("-f")
    return found


_UNASKED = {"document": "markdown", "chart": "plain", "schema": "json"}


def _refuse(constant):
    raise WrongError(f"JSON with {constant}")


def _steering(text):
    return "".join(sorted(set(STEERING.findall(text))))


class Page(HTMLParser):
    """Knows which tags are open, and which are none of ours."""

    OURS = frozenset(
        ("html", "head", "meta", "title", "style", "body", "main", "h1", "p", "div", "table", "thead",
         "tbody", "tr", "th", "td", "ul", "li", "span", "i", "b", "h2", "ol", "article", "section", "mark",
         "sup", "a")
    )  # fmt: skip

    DOCUMENTS = OURS | frozenset(
        ("a", "defs", "desc", "figcaption", "figure", "g", "input", "label", "line", "lineargradient", "nav",
         "output", "path", "rect", "script", "stop", "svg", "text", "pattern", "circle", "polyline", "tspan",
         "br", "strong", "h3", "h4", "h5", "h6", "small", "use", "polygon", "caption")
    )  # fmt: skip
    VOID = frozenset(("meta", "input", "br"))

    def __init__(self, *, of_document=False):
        super().__init__()
        self.ours = self.DOCUMENTS if of_document else self.OURS
        self.open = []
        self.strange = Counter()

    def handle_starttag(self, tag, attrs):
        away = any(name.startswith("on") or (name == "href" and value[:1] != "#") for name, value in attrs)
        if tag not in self.ours or away:
            self.strange[tag] += 1
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in self.VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.strange[f"/{tag}"] += 1

    def handle_comment(self, data):
        self.strange["comment"] += 1
