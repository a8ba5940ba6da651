"""Marked texts: every letter of the text is there, every figure has its sign, with and without colour."""

import io
import os
import re
import sys
from html.parser import HTMLParser
from unittest import mock

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len
from seen import html_page, one_space

from edureport import languages, output
from edureport.errors import UsageError
from edureport.formats import FORMATS, Style, writer
from edureport.formats.signs import VERDICTS
from edureport.languages import catalogue
from edureport.languages.visible import visible_lines
from edureport.marked import MarkedText, TextBlock, TextMark
from edureport.message import message

ANSI = re.compile(r"\x1b\[[0-9;]*m")
CODES = tuple(VERDICTS)
SIGNS = "".join(sign.letter for sign in VERDICTS.values())
PLAIN_SIGNS = "".join(sign.plain for sign in VERDICTS.values())
BEHIND = re.compile(rf"(?: [{re.escape(SIGNS)}])?\][⁰¹²³⁴⁵⁶⁷⁸⁹]*")
TITLE = "Sample text"
# Made up: a figure stands between braces, with the code of its verdict.
SAMPLES = {
    "en": "{at least 12:confirmed} sample schools,\nof them {7:contradicted} new – {1,5:}.",
    "kk": "Үлгі қаласында {300-ден астам:confirmed} мектеп,\n{50:possible}-і жеке; {бес:unread} орталық.",
    "ru": "В Примерове {15:ambiguous}{16:not_in_data} школ,\n\nиз них {двадцать\nтри:confirmed}",
}
# No sign of ours, and nothing that is hidden.
LETTERS = st.text("аәқ1é\u0301\u0306学ｗ🏫<&>\"'*_`|\\#-–—.() \u00a0\t\n", max_size=60)


def said(text):
    """A message that says just this."""
    return message("group.section", section=text)


def marked_text(text, marks, **more):
    return MarkedText("sample", said(TITLE), "en", text, marks, **more)


def sample(template, note=None):
    """A marked text of a template with figures in braces."""
    text, marks = "", []
    for part in re.split(r"(\{[^}]*\})", template):
        figure, _, code = part.strip("{}").rpartition(":") if part.startswith("{") else (part, "", None)
        if code is not None:
            marks.append(TextMark(len(text), len(text) + len(figure), code, note))
        text += figure
    return marked_text(text, marks)


@st.composite
def marked_texts(draw, letters=LETTERS):
    """A text cut at random into stretches, some of them marked, some with a note."""
    text, marks = "", []
    for part in draw(st.lists(letters, max_size=8)):
        if part and draw(st.booleans()):
            note = draw(st.sampled_from([None, said("a note"), said("another one, which is longer " * 3)]))
            marks.append(TextMark(len(text), len(text) + len(part), draw(st.sampled_from(CODES)), note))
        text += part
    return marked_text(text, marks)


def shown(marked, name="table", language="en", encoding=None, **style):
    out = io.TextIOWrapper(io.BytesIO(), encoding, newline="") if encoding else io.StringIO()
    writer(name, marked=True).write(marked, out, Style(name, language, **style))
    out.seek(0)
    return out.read()


def body(page, marked):
    """The text with its signs in what a pipe gets: between the title and the first line below it."""
    assert page.startswith(TITLE + "\n\n")
    below = "¹ " if any(mark.note for mark in marked.marks) else f"{figures(marked)}\n"
    end = re.search(rf"\n\n(?={below})", page).start()
    return page[len(TITLE) + 2 : end]


def figures(marked):
    return catalogue.load("en").say(message("count.figures", count=len(marked.marks)))


def without_signs(text, marked):
    """What is left if each mark's bracket and what stands behind it are taken away, one after another."""
    left, place = "", 0
    for mark in marked.marks:
        start = place + mark.start - len(left)
        assert text[start] == "["
        stop = start + 1 + mark.end - mark.start
        left += text[place:start] + text[start + 1 : stop]
        place = BEHIND.match(text, stop).end()
    return left + text[place:]


# The text is all there


@given(marked_texts())
@example(marked_text("", []))
@example(marked_text("300", [TextMark(0, 3, "confirmed")]))
@example(marked_text("3050", [TextMark(0, 2, "confirmed"), TextMark(2, 4, "contradicted", said("a note"))]))
@example(marked_text("[1] [2 ✓]", [TextMark(5, 6, "possible")]))
def test_a_pipe_gets_the_text_and_signs(marked):
    if marked.text:
        left = without_signs(body(shown(marked), marked), marked)
        assert left in (marked.text, marked.text.removesuffix("\n"))


@given(marked_texts())
def test_plain_is_what_a_pipe_gets(marked):
    assert shown(marked, "plain") == shown(marked, "table")


@given(marked_texts(st.text("Ѯ学ｗꙮ \n\u0301", max_size=70)), st.integers(40, 160), st.booleans())
@example(marked_text("学" * 200, [TextMark(50, 150, "confirmed")]), 40, True)
@example(marked_text(" " * 90 + "Ѯ", [TextMark(90, 91, "unread")]), 40, False)
def test_a_terminal_shows_every_letter_and_is_not_overrun(marked, width, color):
    page = ANSI.sub("", shown(marked, width=width, color=color))
    assert max(map(cell_len, page.splitlines())) <= width
    noted = "".join(marked.text[mark.start : mark.end] for mark in marked.marks if mark.note)
    for letter in "Ѯ学ｗꙮ\u0301":
        assert page.count(letter) == marked.text.count(letter) + noted.count(letter)


@given(marked_texts(), st.sampled_from([None, 40, 80, 160]))
def test_colour_is_added_and_changes_nothing(marked, width):
    assert ANSI.sub("", shown(marked, width=width, color=True)) == shown(marked, width=width)


@pytest.mark.parametrize("width", [None, 40, 60, 80, 100, 160])
@pytest.mark.parametrize("language", languages.available())
def test_a_sample_reads_well(language, width):
    marked = sample(SAMPLES.get(language, SAMPLES["en"]), said("a note"))
    page = shown(marked, language=language, width=width)
    words = " ".join(page.split())
    for mark in marked.marks:
        figure = " ".join(marked.text[mark.start : mark.end].split())
        sign = f" {VERDICTS[mark.code].letter}" if mark.code else ""
        assert f"[{figure}{sign}]" in words
    spoken = catalogue.load(language)
    for code, number in marked.counts().items():
        assert f"{spoken.word('verdict.' + (code or 'not_judged'))}: {number}" in page


def test_neither_a_sign_nor_a_dash_begins_a_line():
    marked = sample("{300:confirmed} – " * 60)
    for width in range(40, 101):
        lines = shown(marked, width=width).splitlines()
        assert not [line for line in lines[2:-2] if line.startswith(("–", "✓", " "))]


# Where footnotes stand


def test_on_a_terminal_a_footnote_stands_below_its_paragraph():
    marked = sample("{1:contradicted} a\nb\n{2:possible} c", said("a note"))
    assert shown(marked, width=60).splitlines()[:9] == [
        TITLE,
        "",
        "[1 ✗]¹ a",
        "  ¹ [1 ✗] a note",
        "",
        "b",
        "[2 ◐]² c",
        "  ² [2 ◐] a note",
        "",
    ]


def test_a_paragraph_is_what_the_blocks_say():
    marked = sample("{1:contradicted} a\nb\tc\nd", said("a note"))
    marked = marked._replace(
        blocks=(
            TextBlock(0, 5, "paragraph"),
            TextBlock(6, 7, "cell", 1, 1, 1),
            TextBlock(8, 9, "cell", 1, 1, 2),
        )
    )
    assert shown(marked, width=60).splitlines()[2:7] == ["[1 ✗]¹ a", "b  c", "  ¹ [1 ✗] a note", "", "d"]


def test_in_a_pipe_footnotes_follow_the_text():
    marked = sample("{1:contradicted} a\n{2:possible} b\n", said("a note"))
    assert shown(marked) == (
        f"{TITLE}\n\n[1 ✗]¹ a\n[2 ◐]² b\n\n¹ [1 ✗] a note\n² [2 ◐] a note\n\n"
        "2 figures\n✗ contradicted: 1\n◐ possible: 1\n"
    )


def test_the_numbers_of_footnotes_go_beyond_nine():
    page = shown(sample("{7:unread} " * 12, said("a note")))
    assert "[7 □]¹⁰ [7 □]¹¹ [7 □]¹²" in page
    assert "\n¹² [7 □] a note\n" in page


def test_notes_stand_below_all():
    page = shown(sample("{7:unread}")._replace(notes=(said("The last word."),)), width=60)
    assert page.endswith("\n□ cannot be read: 1\n\nThe last word.\n")


def test_a_text_without_figures_says_so():
    assert shown(marked_text("", [])) == f"{TITLE}\n\nno figures\n"


# Hostile texts and poor screens


@pytest.mark.parametrize("name", ["table", "plain", "markdown", "html"])
@pytest.mark.parametrize("width", [None, 60])
def test_nothing_hidden_reaches_the_reader(name, width):
    text = "a\x1b[31m {b\x07\x9b2J\u202e3\x00:confirmed} c\r\nd\re\u2028f\ud800"
    page = shown(sample(text, said("\x1b]0;x\x07")), name, width=width)
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800]", page) == []
    assert r"\x1b" in page.replace("\\\\", "\\")


@pytest.mark.parametrize("name", ["table", "plain"])
def test_hostile_text_is_shown_as_it_is(name, hostile):
    marked = marked_text(f"x {hostile} y", [TextMark(2, 2 + len(hostile), "confirmed", said(hostile))])
    page = shown(marked, name)
    assert f"x [{hostile} ✓]¹ y" in page
    assert page.count(hostile) >= 2


@pytest.mark.parametrize("encoding", ["ascii", "cp1251", "latin-1", "koi8-r"])
def test_a_poor_screen_gets_signs_that_it_can_show(encoding):
    marked = sample("".join(f"{{7:{code}}} " for code in CODES), said("a note"))
    page = shown(marked, encoding=encoding, width=60)
    assert "[7 =]^1 [7 !]^2 [7 ~]^3 [7 ?]^4 [7 -]^5 [7 #]^6 [7]^7" in page
    assert "= confirmed: 1\n! contradicted: 1\n" in page


def test_plain_signs_differ():
    assert len(set(PLAIN_SIGNS)) == len(PLAIN_SIGNS) == len(SIGNS) == len(VERDICTS) - 1


def test_a_letter_without_width_is_not_lost_before_a_word_as_long_as_the_line():
    assert "\u0301" in shown(sample("\u0301 " + "a" * 40), width=40)


def test_a_long_line_takes_time_in_proportion(monkeypatch):
    asked = []
    monkeypatch.setattr("edureport.formats.lines.cell_len", lambda text: asked.append(text) or len(text))
    shown(sample("{300:confirmed} schools " * 2_000 + " " * 20_000), width=60)
    assert len(asked) < 10_000


# HTML


class Page(HTMLParser):
    """The elements of a page as [tag, attributes, text], and the text of its article without signs."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.article = [], [], ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])
        if tag != "meta":
            self.open.append(self.elements[-1])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data
        tags = [tag for tag, *_ in self.open]
        if "article" in tags and not {"b", "sup"} & set(tags) and tags[-1] not in ("article", "ul", "table"):
            self.article += data

    def all(self, tag):
        return [(attributes, text) for name, attributes, text in self.elements if name == tag]


@given(marked_texts())
def test_a_page_holds_the_text(marked):
    assert Page(shown(marked, "html")).article == marked.text


def test_hostile_text_is_text_on_a_page(hostile):
    marked = marked_text(hostile, [TextMark(0, len(hostile), "contradicted", said(hostile))])
    page = Page(shown(marked, "html"))
    assert page.article == hostile
    assert page.all("mark")[-2][0]["title"] == f"contradicted: {hostile}"
    assert not page.all("script") + page.all("img")


def test_footnotes_lead_to_and_fro():
    page = Page(shown(sample("{1:contradicted} {2:possible} {3:}", said("a note")), "html"))
    ids = [attributes["id"] for _, attributes, _ in page.elements if "id" in attributes]
    links = [attributes["href"] for attributes, _ in page.all("a")]
    assert sorted(f"#{name}" for name in ids) == sorted(links)
    assert len(set(ids)) == len(ids) == 6
    assert [text for attributes, text in page.all("li") if "id" in attributes] == [
        "1✗ a note ↩",
        "2◐ a note ↩",
        "3 a note ↩",
    ]


@pytest.mark.parametrize("language", languages.available())
def test_a_page_says_each_verdict_in_words(language):
    page = Page(shown(sample("".join(f"{{7:{code}}} " for code in CODES)), "html", language))
    spoken = catalogue.load(language)
    words = [spoken.word(f"verdict.{code}") for code in CODES if code]
    labels = [attributes.get("aria-label") for attributes, _ in page.all("b")]
    assert [label for label in labels if label] == words
    assert page.elements[0][1] == {"lang": language}


def test_a_page_stands_alone():
    page = shown(sample(SAMPLES["kk"], said("a note")), "html")
    assert not re.search(r"https?:|//|<script|<link|@import|url\(|src=", page)


def test_blocks_become_elements():
    text = "Head\nbody {7:confirmed}\n- one\n- two\nend"
    marked = sample(text)
    kinds = ("heading", "paragraph", "item", "item", "paragraph")
    blocks, at = [], 0
    for line, kind in zip(marked.text.split("\n"), kinds, strict=True):
        blocks.append(TextBlock(at, at + len(line), kind))
        at += len(line) + 1
    page = Page(shown(marked._replace(blocks=blocks), "html"))
    assert [text for _, text in page.all("h2")] == ["Head"]
    assert [text for _, text in page.all("p")] == ["1 figure", "body 7✓", "end"]
    assert [text for _, text in page.all("li")][-2:] == ["- one", "- two"]
    assert page.all("table") == []


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Words:\n1. one\n2. two", ["1. one", "2. two"]),
        ("Words:\n\n  а) one\n\n  10) two", ["а) one", "10) two"]),
        ("> - one\n> * two", ["- one", "* two"]),
        ("one\n\ntwo", ["one", "two"]),  # of a Word file, which numbers by itself
    ],
)
def test_items_keep_what_numbers_them(text, items):
    blocks = [TextBlock(text.index(words), text.index(words) + 3, "item") for words in ("one", "two")]
    page = Page(shown(marked_text(text, [])._replace(blocks=blocks), "html"))
    assert [words for _, words in page.all("li")] == items


def test_a_figure_in_the_number_of_an_item_stays_marked():
    marked = sample("{7:confirmed}. one")._replace(blocks=(TextBlock(3, 6, "item"),))
    page = Page(shown(marked, "html"))
    assert [text for _, text in page.all("p")][1:] == ["7✓. "]
    assert [text for _, text in page.all("li")][-1] == "one"


def test_cells_stand_in_their_tables_rows_and_columns():
    places = {"a": (1, 1, 2), "b": (1, 2, 1), "c": (1, 2, 2), "d": (1, 4, 4), "e": (2, 1, 1)}
    marked = sample("\n\n".join(places))  # as of a Word file; each in a line of its own
    blocks = [TextBlock(3 * at, 3 * at + 1, "cell", *place) for at, place in enumerate(places.values())]
    page = shown(marked._replace(blocks=blocks), "html")
    rows = re.findall(r"<tr>(.*)</tr>", page)
    assert rows == [
        '<td></td><td>a</td><td colspan="2"></td>',
        '<td>b</td><td>c</td><td colspan="2"></td>',
        '<td colspan="4"></td>',
        '<td colspan="3"></td><td>d</td>',
        "<td>e</td>",
    ]
    names = [attributes["aria-label"] for attributes, _ in Page(page).all("div")]
    assert names == ["Table 1", "Table 2"]
    assert page.count("<table>") == page.count("</table>") == 2


def test_a_figure_between_blocks_is_not_lost():
    marked = sample("# a\n> {7:confirmed}\nb {8:possible}")._replace(
        blocks=(TextBlock(2, 3, "heading"), TextBlock(8, 9, "item"))
    )
    page = Page(shown(marked, "html"))
    assert [text.strip() for _, text in page.all("p")] == ["2 figures", "> 7✓", "8◐"]


def test_a_figure_over_the_end_of_a_block_is_marked_in_both():
    marked = sample("a {1\n2:confirmed} b", said("a note"))._replace(
        blocks=(TextBlock(0, 3, "paragraph"), TextBlock(4, 7, "paragraph"))
    )
    page = Page(shown(marked, "html"))
    assert [text for _, text in page.all("p")][1:] == ["a 1", "2✓1 b"]


# Markdown


def test_markdown_marks_and_footnotes():
    marked = sample("# A_b\n{1:contradicted} of *{2:}*\n", said("a | note"))
    assert shown(marked, "markdown") == (
        f"**{TITLE}**\n\n\\# A\\_b\n\n**1 ✗**[^1] of \\***2**[^2]\\*\n\n2 figures\n\n"
        "- ✗ contradicted: 1\n- not judged: 1\n\n[^1]: a \\| note\n\n[^2]: a \\| note\n"
    )


FIGURES = st.sampled_from(["300", "5 %", "~7", "−5", "$3", "(½)", "«12»", "1\u00a0234", "5_000", "*3*"])
AROUND = st.one_of(
    LETTERS,
    st.sampled_from(
        [" ", "schools", "-ден", "(a)", "[b]", ": ", "\n", "\n1. ", "\n2025. ", "\n- ", "\n# ", "x_"]
    ),
)


@given(st.lists(st.tuples(AROUND, FIGURES, st.sampled_from(CODES), st.booleans()), max_size=4), AROUND)
def test_markdown_shows_any_text_as_it_is_and_every_figure_strong(parts, rest):
    text, marks, wanted = "", [], ""
    for before, figure, code, has_note in parts:
        text += before
        marks.append(TextMark(len(text), len(text) + len(figure), code, said("a note") if has_note else None))
        text += figure
        sign = f" {VERDICTS[code].letter}" if code else ""
        number = sum(mark.note is not None for mark in marks)
        wanted += before + figure + sign + (f"[^{number}]" if has_note else "")
    text, wanted = text + rest, wanted + rest
    html = (
        MarkdownIt("commonmark")
        .enable(["table", "strikethrough"])
        .render(shown(marked_text(text, marks), "markdown"))
    )
    lines = [one_space(line.strip()) for line in visible_lines(wanted).split("\n")]
    found = html_page(html).before
    assert found[: found.index(figures(marked_text(text, marks)))] == [
        TITLE,
        *(line for line in lines if line),
    ]
    assert html.count("<strong>") == len(marks) + 1


# The way out


def written(marked, choice_, env=None):
    data = io.BytesIO()
    with (
        mock.patch.dict(os.environ, env or {}, clear=True),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(data, "utf-8")),
    ):
        output.write(marked, choice_, os.environ)
        sys.stdout.detach()
    return data.getvalue().decode()


@pytest.mark.parametrize("name", [name for name, found in FORMATS.items() if not found.marked])
def test_other_formats_are_refused_before_anything_is_written(name, tmp_path):
    path = tmp_path / "text"
    with pytest.raises(UsageError) as refusal:
        output.write(sample("{7:confirmed}"), output.Choice(name, str(path), "en"), {})
    known = "table, plain, markdown, html, docx"
    assert str(refusal.value) == f"{name} cannot show a marked text; with --annotate choose from {known}"
    assert not path.exists()


@pytest.mark.parametrize("suffix", [".html", ".md", ".txt"])
def test_the_suffix_of_the_file_picks_the_format(tmp_path, suffix):
    marked, path = sample(SAMPLES["ru"], said("a note")), tmp_path / f"text{suffix}"
    written(marked, output.Choice(None, str(path), "ru"))
    name = next(name for name, found in FORMATS.items() if suffix in found.suffixes)
    assert path.read_text(encoding="utf-8") == shown(marked, name, "ru")


@pytest.mark.parametrize(
    ("env", "color", "colored"),
    [
        ({}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": "1"}, False, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
    ],
)
def test_colours_follow_the_same_rules_as_in_tables(env, color, colored):
    page = written(sample("{7:confirmed}"), output.Choice(None, None, "en", color=color), env)
    assert ("\x1b[" in page) == colored
    assert "[7 ✓]" in page
