"""Text tables and markups: labels stay labels, whatever the markup would make of them."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from edureport.formats import FORMATS

NAMES = [name for name, found in FORMATS.items() if found.module == "tabulated"]
# What parts the cells of a row, where the text of a cell has not escaped it.
PARTS = {
    "markdown": r"(?<!\\)(?:\\\\)*\|",
    "latex": r"(?<!\\)&",
    "asciidoc": r"(?<!\\)\|",
    "mediawiki": r"\|\||!!|\{\||\|\}|^\||^!",
    "jira": r"(?<!\\)\|",
}
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cf"]), min_size=1).map(
    lambda text: " ".join(text.split()) or "x"
)


def cells(markdown):
    """The texts of the cells that a Markdown reader finds."""
    tokens = MarkdownIt("commonmark").enable("table").enable("strikethrough").parse(markdown)
    found = []
    for before, token in pairwise(tokens):
        if before.type in ("th_open", "td_open"):
            assert {child.type for child in token.children} <= {
                "text",
                "text_special",
                "strong_open",
                "strong_close",
            }
            found.append("".join(child.content for child in token.children))
    return found


def paragraphs(markdown):
    """What a Markdown reader finds outside the table: (kind of block, its text)."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    found, inside = [], False
    for before, token in pairwise(tokens):
        inside = (inside or before.type == "table_open") and before.type != "table_close"
        if token.type == "inline" and not inside:
            children = token.children
            assert {child.type for child in children} <= {"text", "text_special"}
            found.append((before.type, "".join(child.content for child in children)))
        elif token.type in ("fence", "hr"):
            found.append((token.type, token.content))
    return found


def test_markdown_shows_hostile_text_as_it_is(labelled, written, hostile):
    found = cells(written(labelled(hostile), "markdown"))
    assert found[6] == hostile  # the heading of the group
    assert found[12:15] == [hostile] * 3
    assert found[18] == f"– {hostile}"


@given(WORDS)
def test_markdown_shows_any_text_as_it_is(labelled, written, text):
    found = cells(written(labelled(text), "markdown"))
    assert found[14] == text


@pytest.mark.parametrize(
    "start", ["# a", "1. a", "2) a", "- a", "+ a", "* a", "> a", "~~~ a", "--- a", "=== a", "| a"]
)
def test_a_title_or_note_is_a_paragraph_of_markdown_whatever_it_starts_with(labelled, written, start):
    text = written(labelled(start, groups=()), "markdown")
    assert paragraphs(text) == [("paragraph_open", start)] * 2


@pytest.mark.parametrize("name", PARTS)
def test_hostile_text_opens_no_cells(labelled, written, hostile, name):
    _same_cells(labelled, written, hostile, name)


@pytest.mark.parametrize("name", PARTS)
@given(text=WORDS)
def test_no_text_opens_cells(labelled, written, name, text):
    _same_cells(labelled, written, text, name)


def _same_cells(labelled, written, text, name):
    """As many cells in each line as with a harmless text."""

    def counts(table):
        return [len(re.findall(PARTS[name], line)) for line in written(table, name).splitlines()]

    assert counts(labelled(text, title=labelled("x").title, notes=())) == counts(labelled("x", notes=()))


def test_latex_leaves_no_character_that_means_something(labelled, written, hostile):
    text = written(labelled(hostile), "latex")
    outside = [
        line for line in text.splitlines() if line and not line.startswith((r"\begin", r"\end", r"\hline"))
    ]
    names = r"\\(textbackslash|textasciitilde)\{\}|\\ensuremath\{[<>]\}"
    signs = r"\\[&%$#_{}]|\\\^\{\}|\\\\"
    for line in outside:
        rest = re.sub(f"{names}|{signs}", "", line)
        assert not re.search(r"[\\%$#_^{}~]", rest)
        assert rest.count("&") == (5 if line.endswith(r"\\") else 0)


def test_latex_says_the_same_of_less_and_greater_everywhere(labelled, written):
    lines = written(labelled("a < b > c"), "latex").splitlines()
    assert lines[0] == lines[-1]
    assert lines[0] in next(line for line in lines if "school" in line or "<" in line)


def test_rst_escapes_what_it_takes_for_markup(labelled, written, hostile):
    text = written(labelled(hostile), "rst")
    title = text.splitlines()[0]
    assert re.sub(r"\\(.)", r"\1", title) == hostile
    assert not re.search(r"[*`|_]", re.sub(r"\\.", "", title))


def test_plain_text_shows_text_as_it_is(labelled, written, hostile):
    assert written(labelled(hostile), "plain").count(hostile) >= 6


@pytest.mark.parametrize("name", NAMES)
def test_there_is_a_title_a_table_and_notes(run, name):
    text = run("summary", "data/report_2025q3.yaml", "-f", name).text
    assert text.startswith("Education Department of the City of Shymkent: January–September 2025\n\n")
    assert (
        text.rstrip("\n").splitlines()[-1].startswith("Does not follow: “General schools” is more than 300")
    )
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    for words in ("School network", "more than 300", "less than 83.3", "no data"):
        assert words in text


@pytest.mark.parametrize("name", NAMES)
def test_a_part_can_be_told_from_its_whole(labelled, written, name):
    whole, part = (line for line in written(labelled("Schools"), name).splitlines() if "300" in line)
    if name == "plain":
        assert whole.startswith("Schools")
        assert part.startswith("  Schools")
    else:
        assert "– Schools" not in whole
        assert "– Schools" in part


@pytest.mark.parametrize("name", NAMES)
def test_a_label_of_two_lines_does_not_break_the_table(run, report, name):
    given = '{{schools: {{label: "two{0}lines", unit: school, kind: stock, value: 3}}}}\n'
    broken = run("summary", report("indicators: " + given.format(r"\n")), "-f", name)
    whole = run("summary", report("indicators: " + given.format(" ")), "-f", name)
    assert broken.text == whole.text


@pytest.mark.parametrize("name", NAMES)
def test_figures_keep_their_digits(written, every_kind, name):
    text = written(every_kind, name)
    for figure in ("300.5", "16.1", "0.67", "83.4", "1,234", "+19", "31 Dec 2025"):
        assert figure in text


@pytest.mark.parametrize("name", NAMES)
def test_a_table_without_rows_is_a_table(table, written, name):
    assert written(table([]), name).startswith("Title\n\n")


@pytest.mark.parametrize("name", NAMES)
def test_a_table_of_nothing_but_bars_is_no_trouble(run, name):
    assert run("targets", "data/report_2025q3.yaml", "--columns", "bar", "-f", name).code == 0
