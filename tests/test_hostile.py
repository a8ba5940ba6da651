"""Hostile text in every place that a text comes from, in every command, format and language.

What one format makes of a text is tested in tests/formats; here it comes all the way from a file, an
option or the environment to the bytes that are written.
"""

import csv
import io
import json
import os
import re
from functools import cache
from itertools import cycle, product

import fuzzing
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from needs import needs, on
from seen import parquet_rows, tsv_rows

import edureport
from edureport import languages
from edureport.commands import COMMANDS, TABLES
from edureport.errors import DONE, FAILED, FOUND
from edureport.formats import FORMATS
from edureport.languages.visible import visible_lines
from edureport.reading.text_file import load_text

LANGUAGES = languages.available()
TEXTS = (
    "[red]a[/red] [link=https://example.com]b[/link] [/]",
    ":school: :smile:",
    "</td></table></h1></title></style><script>alert(1)</script><!--",
    '" onload="alert(1)" x=\'y\'',
    "a|b||c \\| d |",
    "*a* _b_ `c` [d](javascript:e) ![f](g) <https://example.com> ---",
    r"50% of $x_1^2$ & #1 {a} ~ \input{x} \\",
    "=HYPERLINK(1)",
    "+1-1",
    "@SUM(A1)",
    ',a; "b" \'c\' ""',
    "{number} {0} %s %(x)s {{}}",
    "[[a]] {{b}} '''c''' ==d== {| |} !! <ref> __TOC__ ~~~~",
    "{color:red}a{color} [b|c] !d! h1. bq.",
    ".. raw:: html | |x| `a`_ ``b`` :math:`c`",
    "pass:[<b>] image::x[] {empty} <<a>> +++b+++",
    "@@html:<b>@@ #+x \\alpha $a$ *b* /c/",
    "e\u0301 и\u0306 學校 🏫 👩\u200d🏫 a\u00a0b soft\u00adhyphen",
    "300-ден астам; более 300; more than 300",
    "x" * 300,
)
_SIGNS = st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"])
WORDS = st.text(_SIGNS, min_size=1, max_size=40).filter(lambda text: text.strip())
CODES = st.text(st.characters(exclude_categories=()), min_size=1, max_size=20)


def report(texts):
    """A report that says these texts wherever a report can say one."""
    quoted = ["'" + text.replace("'", "''") + "'" for text in texts]
    first, *_ = quoted
    indicators = "".join(
        f"""  i{number}:
    label: {text}
    section: s{number}
    unit: u{number}
    kind: stock
    better: higher
    value: more than 300
    as_written: {text}
    where: {{sentence: {text}, page: {text}, table: {text}}}
    note: {text}
    earlier: {{2024-9M: 250}}
    skip: {{check: {first if number else "parts-total"}, because: {text}}}
    breakdown:
      d: {{label: {text}, complete: true, members: {{a: {{label: {text}, value: 250, as_written: {text}}},
        b: {{label: {text}, value: 50}}}}}}
"""
        for number, text in enumerate(quoted)
    )
    targets = "".join(
        f"  t{number}: {{label: {text}, indicator: i{number}, value: 400, due: 2025-12-31, note: {text},"
        f" as_written: {text}, skip: {{check: target-due, because: {text}}}}}\n"
        for number, text in enumerate(quoted)
    )
    units = "".join(f"  u{n}: {{en: {{one: {text}, other: {text}}}}}\n" for n, text in enumerate(quoted))
    sections = "".join(f"  s{n}: {text}\n" for n, text in enumerate(quoted))
    return (
        f"edureport: 1\nreport:\n  id: {first}\n  organisation: {first}\n  period: 2025-9M\n  language: en\n"
        f"  source: {{title: {first}, url: {first}}}\n"
        f"units:\n{units}"
        f"sections:\n{sections}"
        f"indicators:\n{indicators}targets:\n{targets}"
    )


# What steers a terminal; a report with it is refused, a text may hold it.
STEERING = (
    "\x1b[31m", "\x1b]0;t\x07", "\x9b31m", "\u202e", "\u2066", "\u200f", "\x08\x08", "\x7f", "\v", "\f",
    "\x1c", "\x85", "\u2028", "\u2029",
)  # fmt: skip


def prose(texts):
    """A text that says these texts around, between and within its figures."""
    one_line = [" ".join(text.split()) for text in texts]
    sentences = [
        f"In 2025 there were more than 300 {text} and {text} 250 pupils; {text}17{text} schools, 1{text}000."
        for text in (*one_line, *STEERING)
    ]
    pieces = [
        f'more than{text}300{text}pupils in "1{text}thousand\n2{text}hundred" schools' for text in STEERING
    ]
    return "\n\n".join((*sentences, *pieces, *(f"{text}\n\n- {text} 12{text}" for text in STEERING)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder whose report and text have names as hostile as what they say."""
    folder = tmp_path_factory.mktemp("made-up")
    (folder / NAME).write_text(report(TEXTS), encoding="utf-8")
    (folder / PROSE).write_text(prose(TEXTS), encoding="utf-8", newline="")
    return folder


NAME = "a\x1b[31m\x9b\u202e\udcff\n=1|<b>.yaml"
PROSE = NAME.replace(".yaml", ".txt")


@pytest.fixture(scope="module")
def runs(folder):
    """How each command is run on hostile text: of what is read, everything is hostile."""
    hostile = {name: on(name, folder / NAME, key="i0") for name in COMMANDS}
    return hostile | {"audit": ("audit", folder / PROSE, "--data", folder / NAME)}


@pytest.fixture(scope="module")
def made(runs, made_by):
    """The table of a command in a language with every column it has, made once."""

    @cache
    def make(name, language):
        table, choice = made_by(*runs[name], "--lang", language)
        return table.select([column.key for column in table.columns]), choice

    return make


@pytest.fixture(scope="module")
def marked(runs, made_by):
    """A text marked beside the data or alone, in a language; made once."""

    @cache
    def make(data, language):
        name, text, *beside = runs["audit"]
        beside = ["--data", "none"] if data == "none" else beside
        return made_by(name, text, *beside, "--annotate", "-f", "plain", "--lang", language)

    return make


# Every command in every format; the languages take turns, so that every format meets each of them.
EACH_ONCE = [
    (name, form, LANGUAGES[(first + second) % len(LANGUAGES)])
    for first, name in enumerate(TABLES)
    for second, form in enumerate(FORMATS)
]


@pytest.mark.parametrize(("name", "form", "language"), EACH_ONCE)
def test_what_is_written_steers_nothing_and_can_be_read_back(made, piped, read_xlsx, name, form, language):
    table, choice = made(name, language)
    data = piped(table, choice._replace(format=form, machine=form == "xlsx"))
    found = labels(form, data, read_xlsx, [column.key for column in table.columns])
    if found is not None:
        place = [column.key for column in table.columns].index(needs(name).shows)
        assert found == [getattr(row[place], "text", row[place]) for row in table.rows]
    if form not in ("xlsx", "parquet"):
        assert (
            fuzzing.STEERING.findall(data.decode().replace("\t", "") if form == "tsv" else data.decode())
            == []
        )


@pytest.mark.parametrize("form", fuzzing.MARKED)
@pytest.mark.parametrize(("data", "language"), list(product(("report", "none"), LANGUAGES)))
def test_what_is_marked_steers_nothing(marked, piped, form, data, language):
    text, choice = marked(data, language)
    shown = piped(text, choice._replace(format=form)).decode()
    assert fuzzing.STEERING.findall(shown) == []
    fuzzing.check(("audit", "-", "--annotate", "-f", form), shown.encode())
    assert len(text.marks) > 5 * len(TEXTS)
    if form in ("table", "plain"):
        assert shown.count("[300") >= len(TEXTS)  # the figures are marked where they stand


def test_words_are_those_at_their_offsets(run, runs, folder):
    """Only what would steer a terminal stands in them in another form."""
    rows = json.loads(run(*runs["audit"], "-f", "json").data)["rows"]
    text = load_text(str(folder / PROSE)).text
    assert len(rows) > 5 * len(TEXTS)
    assert [row["words"] for row in rows] == [
        visible_lines(text[row["char_start"] : row["char_end"]]) for row in rows
    ]
    assert [row["char_start"] for row in rows] == sorted(row["char_start"] for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_draft_of_it_is_a_report_that_loads(drafted, language):
    """Labels with marks of some format wait in comments; the others are read."""
    path = drafted(language)
    report, written = edureport.load(path), path.read_text("utf-8").count("as_written: ")
    assert written > 2 * len(TEXTS)
    assert 0 < len(report) < written
    assert report.id == TEXTS[0]


@pytest.mark.parametrize(("name", "language"), list(zip(TABLES, cycle(LANGUAGES), strict=False)))
def test_every_command_reads_a_draft_of_it(run, drafted, name, language):
    told(run(*on(name, drafted(language), key="i0")))


@pytest.fixture(scope="module")
def drafted(run, folder, tmp_path_factory):
    """The path of a draft of the hostile text with comments in a language, made once."""

    @cache
    def make(language):
        path = tmp_path_factory.mktemp("draft") / "draft.yaml"
        given = ("--period", "2025-9M", "--id", TEXTS[0], "--organisation", TEXTS[1], "-l", language)
        done = told(run("draft", folder / PROSE, *given))
        assert done.code == DONE
        path.write_bytes(done.data)
        return path

    return make


def labels(form, data, read_xlsx, keys):
    """The texts that a reader of the format finds; None where there is no such reader, or no text."""
    if form == "html":
        page = fuzzing.Page()
        page.feed(data.decode())
        page.close()
        assert (page.open, page.strange) == ([], {})
    telling = next((key for key in ("label", "words") if key in keys), None)
    if telling is None:
        return None
    place = keys.index(telling)
    match form:
        case "tsv":
            return [row[place] for row in tsv_rows(data.decode())[1:]]
        case "csv":
            rows = list(csv.reader(io.StringIO(data.decode(), newline=""), strict=True))
            return [row[place] for row in rows[1:]]
        case "json":
            return [row[telling] for row in json.loads(data)["rows"]]
        case "jsonl":
            return [json.loads(line)[telling] for line in data.decode().splitlines()]
        case "parquet":
            return [row[place] for row in parquet_rows(data)[1:]]
        case "xlsx":
            return [
                cell.value
                for row in read_xlsx(data)[1:]
                for cell in row
                if re.match(f"{_letter(place)}[0-9]", cell.name)
            ]
    return None


def _letter(number):
    return chr(ord("A") + number) if number < 26 else "A" + chr(ord("A") + number - 26)


def test_no_cell_of_csv_for_excel_is_a_formula(made, piped):
    table, choice = made("summary", "en")
    rows = list(
        csv.reader(
            io.StringIO(piped(table, choice._replace(format="csv", excel=True)).decode()), delimiter=";"
        )
    )
    texts = [cell for row in rows for cell in row if not re.fullmatch(r"-?[\d,]*", cell)]
    assert any("=HYPERLINK(1)" in text for text in texts)
    guarded = re.compile(r'="(?:[^"]|"")*"')  # gives the text between the quotes
    others = [text for text in texts if not guarded.fullmatch(text)]
    assert [text for text in others if text.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=WORDS)
def test_any_text_comes_through(run, text):
    """Machines read it as it is, but for the spaces around it and Unicode's composed form."""
    stdin = report([text]).encode()
    found = json.loads(run("summary", "-", "-f", "json", stdin=stdin).data)["rows"]
    rows = list(
        csv.DictReader(
            io.StringIO(run("summary", "-", "-f", "csv", stdin=stdin).text, newline=""), strict=True
        )
    )
    assert {row["label"] for row in found} == {row["label"] for row in rows}
    assert len(found) == len(rows) == 3
    for name in ("table", "markdown"):
        assert fuzzing.STEERING.findall(run("show", "i0", "-", "-f", name, stdin=stdin).text) == []


# Options, names and the environment

OPTIONS = ("-f", "-l", "--columns", "--sort", "--section", "--indicator", "--only", "--skip", "--severity",
           "--before", "--after", "--as-of", "--method", "--fail-on")  # fmt: skip
VARIABLES = ("EDUREPORT_LANG", "EDUREPORT_DATA", "EDUREPORT_LIMITS")


def told(done):
    """What a run without a traceback said, and that it steers nothing."""
    assert done.code in (DONE, FOUND, FAILED)
    assert done.code != FAILED or re.fullmatch(r"(edureport: .+\n)+", done.errors)
    assert fuzzing.STEERING.findall(done.errors) == []
    assert fuzzing.STEERING.findall(done.text) == []
    return done


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=CODES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_never_steers_a_terminal(run, language, text):
    source, env = "data/report_2025q3.yaml", {"EDUREPORT_LANG": language}
    for name, option in zip((*COMMANDS, *COMMANDS, *COMMANDS), OPTIONS, strict=False):
        told(run(*on(name, source, key="i0"), option, text, env=env))
    told(run(text, env=env))
    told(run("summary", f"--{text}", env=env))
    told(run("show", text, source, env=env))
    told(run("summary", f"no_such_file{text}", env=env))
    told(run("summary", source, "-o", f"no_such_folder/{text}.csv", env=env))


@pytest.mark.parametrize("variable", VARIABLES)
@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "\u202e", "\x07", "a\rb"], ids=ascii)
def test_a_variable_never_steers_a_terminal(run, variable, text):
    done = told(run("summary", env={variable: text}))
    assert (done.code, done.data) == (FAILED, b"")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_hostile_file_name_is_shown_harmlessly_with_its_mistakes(run, tmp_path, name, language):
    path = tmp_path / os.fsdecode(b"\xff\x1b[31m\xc2\x9b\n.yaml")
    path.write_text("edureport: 1\nreport: {}\nx: \x01\n", encoding="utf-8")
    assert told(run(*on(name, tmp_path), "-l", language)).code == FAILED


@pytest.mark.parametrize("place", range(report(["hostile"]).count("'hostile'")))
@pytest.mark.parametrize("sign", ["\\e[31m", "\\u202e"])
def test_no_place_of_a_report_takes_what_steers_a_terminal(run, place, sign):
    pieces = report(["hostile"]).split("'hostile'")
    text = "'hostile'".join(pieces[: place + 1]) + f'"hostile{sign}"' + "'hostile'".join(pieces[place + 1 :])
    done = told(run("check", "-", stdin=text.encode()))
    assert (done.code, done.data) == (FAILED, b"")
    assert "U+" in done.errors
