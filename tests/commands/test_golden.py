"""What commands and formats write, against the files in tests/golden.

`pytest --update-golden` writes them anew; look at the difference before you commit it.
"""

import io
from functools import cache
from pathlib import Path

import pytest
from seen import parquet_rows

from edureport import languages
from edureport.commands import TABLES
from edureport.formats import FORMATS, Style, terminal

from .kinds import kinds_table

GOLDEN = Path(__file__).parents[1] / "golden"
SOURCE = "data/report_2025q3.yaml"
RIVERSIDE = "docs/examples/riverside-2025-9m.yaml"
GIVEN = {
    "summary": ("summary", SOURCE),
    "check": ("check", SOURCE),
    "check-enrolment": ("check", "examples/shymkent-grade-1"),
    "targets": ("targets", SOURCE),
    "targets-enrolment": ("targets", "examples/shymkent-grade-1/2025-07-29.yaml"),
    "compare-astana": ("compare", "examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml"),
    "compare-sdg4": ("compare", "examples/shymkent-sdg4.yaml", "--before", "2019", "--after", "2020"),
    "show-schools": ("show", "schools", SOURCE),
    "trend-astana": ("trend", "schools", "pupils", "examples/astana"),
    "rank-districts": ("rank", "schools", "docs/examples/districts"),
    "audit": ("audit", "docs/examples/nine-months.kk.txt", "--data", SOURCE),
    "audit-riverside": ("audit", "docs/examples/riverside-audit.txt", "--data", RIVERSIDE),
    "audit-alone": ("audit", "docs/examples/riverside-audit.txt", "--data", "none"),
}
# A command without a case of its own is run on the source report.
CASES = GIVEN | {
    name: (name, SOURCE) for name in TABLES if not any(given[0] == name for given in GIVEN.values())
}
LANGUAGES = languages.available()
WIDTHS = (60, 80, 160)
# What a kind of cell is in a format is held by one table of all kinds; what a command says, by what can
# be read at once: plain text in each language, a screen, and the two formats for programs.
PIPED = (
    *(("kinds", name, "en") for name in FORMATS),
    *(("kinds", "plain", language) for language in LANGUAGES if language != "en"),
    *((case, "plain", language) for case in CASES for language in LANGUAGES),
    *((case, name, "en") for case in CASES for name in ("csv", "json")),
)
SHOWN = (
    *(("kinds", width, language) for width in WIDTHS for language in LANGUAGES),
    *((case, 80, "en") for case in CASES),
    *((case, width, "ru") for case in CASES for width in (60,)),
)
COLOURED = ("kinds", "check", "targets-enrolment", "audit")
USED = {
    *(f"{case}.{name}.{language}.txt" for case, name, language in PIPED),
    *(f"{case}.table-{width}.{language}.txt" for case, width, language in SHOWN),
    *(f"{case}.table-color.en.txt" for case in COLOURED),
}


@pytest.fixture(scope="module")
def made(made_by):
    """The table of a case in a language and how it is to be written, made once."""

    def make(case, language):
        if case == "kinds":
            _, plain = made_by("summary", SOURCE, "--lang", language)
            return kinds_table(language), plain
        return made_by(*CASES[case], "--lang", language)

    return cache(make)


@pytest.fixture(scope="module")
def agree(request):
    """`agree(name, data)`: the golden file of this name holds the data, or does from now on."""
    update = request.config.getoption("--update-golden")

    def check(name, text):
        path = GOLDEN / name
        if update:
            GOLDEN.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"{name} is missing: run pytest --update-golden and look at what it writes"
        assert text == path.read_bytes().decode()

    return check


@pytest.mark.parametrize(("case", "name", "language"), PIPED)
def test_a_pipe_gets_what_the_golden_file_holds(made, piped, agree, read_xlsx, case, name, language):
    table, choice = made(case, language)
    data = piped(table, choice._replace(format=name))
    if name == "xlsx":
        text = _cells(read_xlsx(data))
    elif name == "parquet":
        text = "".join(f"{' | '.join(map(str, row))}\n" for row in parquet_rows(data))
    else:
        text = data.decode()
    agree(f"{case}.{name}.{language}.txt", text)


@pytest.mark.parametrize(("case", "width", "language"), SHOWN)
def test_a_terminal_shows_what_the_golden_file_holds(made, agree, case, width, language):
    agree(f"{case}.table-{width}.{language}.txt", _shown(*made(case, language), width=width))


@pytest.mark.parametrize("case", COLOURED)
def test_a_terminal_shows_the_colours_of_the_golden_file(made, agree, monkeypatch, case):
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    agree(f"{case}.table-color.en.txt", _shown(*made(case, "en"), width=80, color=True))


def test_every_golden_file_belongs_to_a_case(request):
    stray = {path.name: path for path in GOLDEN.iterdir() if path.name not in USED}
    if request.config.getoption("--update-golden"):
        for path in stray.values():
            path.unlink()
    else:
        assert not sorted(stray)


def test_no_golden_file_knows_where_it_was_made():
    root = str(GOLDEN.parents[1])
    assert [path.name for path in GOLDEN.iterdir() if root in path.read_text(encoding="utf-8")] == []


def _shown(table, choice, **screen):
    text = io.StringIO()
    terminal.write(table, text, Style("table", choice.language, **screen))
    return text.getvalue()


def _cells(rows):
    return "".join(
        f"{cell.name} {cell.kind}: {cell.value} {cell.look}".rstrip() + "\n" for row in rows for cell in row
    )
