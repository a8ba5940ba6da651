"""Reads back what the formats write with the programs that people open them with, and tells what they find.

On Debian the programs are in: asciidoctor cmark-gfm libreoffice-calc miller pandoc poppler-utils
texlive-lang-cyrillic texlive-latex-base texlive-xetex fonts-dejavu-core. What is not there is left out,
and said so.

    python tests/programs/read_back.py [--show] [--docs]

`--show` prints every cell that differs, `--docs` puts the table into docs/formats.md.
"""

import argparse
import csv
import io
import json
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path
from typing import NamedTuple
from unittest import mock
from urllib.parse import unquote

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))
import seen  # noqa: E402

from edureport import cli, languages, output  # noqa: E402
from edureport.languages import catalogue  # noqa: E402

HOSTILE = "tests/formats/hostile.yaml"
REPORTS = {"source": "data/report_2025q3.yaml", "hostile": HOSTILE}
COMMANDS = {
    "source": (("summary",), ("targets",)),
    "hostile": (("summary",), ("targets",), ("compare", "--before", "2024-9M", "--after", "2025-9M")),
}
# What the labels of the hostile report point at; {} is the word for schools.
ADDRESSES = """\
https://example.org/my_{}_2025
https://example.org/a_b_c*d*?x=1&y=2#z
https://example.org/a_(b)
https://example.org/x_y_z
http://www.example.org/a_b_c
mailto:my_office_1@example.org
ftp://example.org/a_b
"""
WORDS = {"en": "schools", "kk": "мектептер", "ru": "школы"}
LINKING = (("cmark-gfm", "markdown"), ("pandoc", "markdown"), ("asciidoctor", "asciidoc"))

PAPER = r"\usepackage[paperwidth=200cm,paperheight=200cm,margin=1cm]{geometry}"
TEX = {
    "pdflatex": r"\usepackage[T1,T2A]{fontenc}\usepackage[utf8]{inputenc}\usepackage[english,russian]{babel}",
    "xelatex": r"\usepackage{fontspec}\setmainfont{DejaVu Serif}",
}
# Why a program may see something else.
REMARKS = {
    ("asciidoctor", "asciidoc"): "makes no link of `www.example.org`",
    (
        "pandoc",
        "rst",
    ): "measures emoji, Hindi and Thai otherwise than docutils; `\\*` in an address is two signs",
    (
        "pandoc",
        "latex",
    ): "knows neither `\\symbol` nor `\\textasciigrave`; has other no-break spaces and hyphens",
    ("pandoc", "jira"): "does not know `\\|`, which Jira does",
    (
        "pdflatex",
        "latex",
    ): "its fonts lack Chinese, Korean, Arabic, Hebrew, Thai, Hindi, emoji, þ, ₸, ₽, ‹, ✓",
    ("xelatex", "latex"): "DejaVu Serif lacks Chinese, Korean, Arabic, Hebrew, Thai, Hindi, emoji, ✓",
}


class Tried(NamedTuple):
    """What a program found of the cells of the reports, and of the addresses."""

    program: str
    version: str
    format: str
    cells: dict[str, int]
    wrong: dict[str, int]
    links: str


def main() -> None:
    """Try all programs that are there."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print every cell that differs")
    parser.add_argument("--only", help="a program to try alone")
    parser.add_argument("--docs", action="store_true", help="put the table into docs/formats.md")
    chosen = parser.parse_args()
    tables = {
        (name, language): _tables(name, language) for name in REPORTS for language in languages.available()
    }
    found = []
    for (program, form), (read, version) in READERS.items():
        if chosen.only not in (None, program):
            continue
        if shutil.which(program) is None:
            print(f"{program} is not there: {form} is not tried", file=sys.stderr)
            continue
        said = subprocess.run([program, *version], capture_output=True, text=True, check=False).stdout
        number = re.search(r"\d+(\.\d+)+(-[\d.]+)?", said)
        found.append(_try(program, number[0] if number else "", form, read, tables, show=chosen.show))
        print(_line(found[-1]), flush=True)
    if chosen.docs:
        _into_docs(found)


def _tables(name, language):
    """The tables of a report in a language, and how each is to be written."""
    made = []
    for command, *options in COMMANDS[name]:
        with mock.patch("edureport.output.write", lambda table, choice, _: made.append((table, choice))):
            cli.run([command, REPORTS[name], *options, "--lang", language])
    return made


def _piped(table, choice):
    data = io.BytesIO()
    with mock.patch("sys.stdout", io.TextIOWrapper(data, "utf-8")):
        output.write(table, choice, {})
        return data.getvalue()


def _try(program, version, form, read, tables, *, show):
    cells, wrong, missed = dict.fromkeys(REPORTS, 0), dict.fromkeys(REPORTS, 0), 0
    for (name, language), made in tables.items():
        links = []
        for table, choice in made:
            data = _piped(table, choice._replace(format=form))
            if form in ("csv", "tsv"):
                header, *rows = csv.reader(
                    io.StringIO(_piped(table, choice._replace(format="csv")).decode(), newline="")
                )
                wanted = seen.Page([], [header, *rows], [], [])
            else:
                wanted = seen.expected(table, catalogue.load(language), form)
            page = read(data, wanted)
            unlike = seen.differences(wanted, page)
            if show:
                print(
                    *(f"{program} {form} {language}: {one!r} is {other!r}" for one, other in unlike), sep="\n"
                )
            cells[name] += sum(map(len, (wanted.before, wanted.after, *wanted.rows)))
            wrong[name] += len(unlike)
            links += page.links
        if name == "hostile" and (program, form) in LINKING:
            addresses = {address.format(WORDS[language]) for address in ADDRESSES.split()}
            missed += len(addresses - {unquote(link) for link in links})
    every = len(ADDRESSES.split()) * len(WORDS)
    return Tried(
        program,
        version,
        form,
        cells,
        wrong,
        f"{every - missed} of {every}" if (program, form) in LINKING else "",
    )


# Readers: each makes a page of bytes; the page that is wanted says only where to look in a PDF


def _by_html(*command):
    def read(data, _):
        return seen.html_page(_run(command, data).decode())

    return read


def _run(command, data):
    return subprocess.run(command, input=data, capture_output=True, check=False, timeout=300).stdout


def _miller(sign):
    def read(data, wanted):
        if not wanted.rows[1:]:
            return wanted
        rows = json.loads(_run(("mlr", f"--i{sign}", "--ojson", "-S", "cat"), data))
        return seen.Page([], [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)], [], [])

    return read


def _libreoffice(data, _):
    """What LibreOffice shows of a CSV all of whose columns are text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "in.csv"
        path.write_bytes(data)
        columns = "/".join(f"{number}/2" for number in range(1, 1 + data.split(b"\n")[0].count(b",") + 1))
        _run(
            (
                "soffice",
                "--headless",
                f"--infilter=CSV:44,34,76,1,{columns}",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true",
                "--outdir",
                f"{folder}/out",
                str(path),
            ),
            b"",
        )
        text = (Path(folder) / "out" / "in.csv").read_bytes().decode()
        return seen.Page([], list(csv.reader(io.StringIO(text, newline=""))), [], [])


def _tex(program):
    def read(data, wanted):
        head = rf"\documentclass{{article}}{TEX[program]}{PAPER}\begin{{document}}"
        document = f"{head}\n{data.decode()}\n\\end{{document}}"
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "t.tex").write_text(document, encoding="utf-8")
            _run((program, "-interaction=nonstopmode", f"-output-directory={folder}", f"{folder}/t.tex"), b"")
            text = _run(("pdftotext", "-layout", f"{folder}/t.pdf", "-"), b"").decode()
        lines = [_ink(line) for line in text.splitlines()]
        rows = [_in_print(row, lines) for row in wanted.rows]
        whole = "".join(lines)
        return seen.Page(
            [said if _ink(said) in whole else "" for said in wanted.before],
            rows,
            [said if _ink(said) in whole else "" for said in wanted.after],
            [],
        )

    return read


def _in_print(row, lines):
    """The cells of a row that stand in one line of a page, in their order; for others nothing."""
    best = [""] * len(row)
    for line in lines:
        found, at = [], 0
        for cell in row:
            place = line.find(_ink(cell), at)
            found.append(cell if place >= 0 else "")
            at = place + len(_ink(cell)) if place >= 0 else at
        if sum(map(bool, found)) > sum(map(bool, best)):
            best = found
    return best


# Letters for which fonts have one shape, and quotes and hyphens as TeX sets them.
_ALIKE = str.maketrans("іІ’”‐", "iI'\"-", "\u00ad\u200b")


def _ink(text):
    """What of a text can be told in print."""
    return "".join(
        unicodedata.normalize("NFKC", unicodedata.normalize("NFKD", text).translate(_ALIKE)).split()
    )


READERS = {
    ("cmark-gfm", "markdown"): (
        _by_html(
            "cmark-gfm", "-e", "table", "-e", "autolink", "-e", "strikethrough", "-e", "footnotes", "--unsafe"
        ),
        ("--version",),
    ),
    **{
        ("pandoc", form): (_by_html("pandoc", "-f", name, "-t", "html", "--wrap=none"), ("--version",))
        for form, name in {
            "markdown": "gfm",
            "rst": "rst",
            "mediawiki": "mediawiki",
            "latex": "latex",
            "jira": "jira",
            "html": "html",
        }.items()
    },
    ("asciidoctor", "asciidoc"): (_by_html("asciidoctor", "-e", "-o", "-", "-"), ("--version",)),
    ("pdflatex", "latex"): (_tex("pdflatex"), ("--version",)),
    ("xelatex", "latex"): (_tex("xelatex"), ("--version",)),
    ("mlr", "csv"): (_miller("csv"), ("--version",)),
    ("mlr", "tsv"): (_miller("tsv"), ("--version",)),
    ("soffice", "csv"): (_libreoffice, ("--version",)),
}


def _line(tried):
    """A row of the table of the manual."""
    right = " | ".join(
        f"{tried.cells[name] - tried.wrong[name]:,} of {tried.cells[name]:,}" for name in REPORTS
    )
    remark = (
        REMARKS.get((tried.program, tried.format), "")
        if any(tried.wrong.values()) or tried.program == "asciidoctor"
        else ""
    )
    return f"| {tried.program} {tried.version} | `{tried.format}` | {right} | {tried.links} | {remark} |"


def _into_docs(found):
    page = ROOT / "docs" / "formats.md"
    text = page.read_text(encoding="utf-8")
    start, end = "<!-- made by tests/programs/read_back.py -->\n", "<!-- end -->\n"
    table = "| program | format | source report | hostile labels | addresses | why not all |\n"
    table += "|---|---|---|---|---|---|\n"
    table += "".join(_line(tried) + "\n" for tried in found)
    before, rest = text.split(start)
    page.write_text(before + start + table + end + rest.split(end)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
