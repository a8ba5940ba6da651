"""HTML: a complete page whose every text is text, and a table that can be read aloud."""

import re
from decimal import Decimal
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport import languages
from edureport.languages.values import Counted
from edureport.message import message
from edureport.model.report import Text, Unit
from edureport.table import Bar, Column, Kind, Label, Named

SOURCE = "data/report_2025q3.yaml"
VOID = ("meta", "br")
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "main", "div", "h1", "p", "ul", "li", "span"),
    *("i", "b"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}


def said(text):
    """A message that says just this."""
    return message("group.section", section=text)


class Page(HTMLParser):
    """The elements of a page as (tag, attributes, text), and whether they nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.doctype = [], [], ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_decl(self, decl):
        self.doctype = decl

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def texts(self, *tags):
        return [text for tag, _, text in self.elements if tag in tags]


def test_hostile_text_is_text(labelled, written, hostile):
    page = Page(written(labelled(hostile), "html"))
    assert {tag for tag, *_ in page.elements} <= TAGS
    assert page.texts("title", "h1", "li") == [hostile] * 3
    assert page.texts("th")[-3:] == [hostile] * 3  # the group, the whole, the part
    assert page.texts("td")[:2] == [hostile] * 2


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"])))
def test_any_text_is_read_back(labelled, written, text):
    page = Page(written(labelled(text), "html"))
    assert page.texts("td")[1] == text
    assert {tag for tag, *_ in page.elements} <= TAGS


def test_the_page_stands_alone(every_kind, written):
    page = written(every_kind, "html")
    assert Page(page).doctype == "DOCTYPE html"
    assert '<meta charset="utf-8">' in page
    assert not re.search(r"https?:|//|<script|<link|@import|url\(|src=|href=", page)


@pytest.mark.parametrize("language", languages.available())
def test_the_page_says_its_language(run, language):
    page = Page(run("summary", SOURCE, "-f", "html", "-l", language).text)
    assert page.elements[0][:2] == ["html", {"lang": language}]


def test_every_row_has_a_cell_under_each_heading(every_kind, written):
    page = Page(written(every_kind, "html"))
    rows, width = [], len(every_kind.for_people().columns)
    for tag, attributes, _ in page.elements:
        if tag == "tr":
            rows.append(0)
        elif tag in ("th", "td"):
            rows[-1] += int(attributes.get("colspan", 1))
    assert rows == [width] * len(rows)


def test_headings_say_what_they_head(labelled, written):
    page = Page(written(labelled("Schools"), "html"))
    scopes = [attributes.get("scope") for tag, attributes, _ in page.elements if tag == "th"]
    assert scopes == ["col"] * 6 + ["rowgroup", "row", "row"]


def test_each_section_is_a_body_of_its_own(table, written):
    rows = [(Label(name),) for name in "abcd"]
    groups = ((1, message("group.section", section="First")), (3, message("group.section", section="Second")))
    page = written(table(rows, [Column("label", Kind.LABEL, people=1)], groups=groups), "html")
    bodies = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    assert [re.findall(r'scope="(\w+)"[^>]*>(\w+)<', body) for body in bodies] == [
        [("row", "a")],
        [("rowgroup", "First"), ("row", "b"), ("row", "c")],
        [("rowgroup", "Second"), ("row", "d")],
    ]


def test_a_wide_table_is_scrolled_by_keyboard(labelled, written):
    page = Page(written(labelled("Schools"), "html"))
    (region,) = [attributes for tag, attributes, _ in page.elements if attributes.get("role") == "region"]
    assert region["tabindex"] == "0"
    named = [
        text for _, attributes, text in page.elements if attributes.get("id") == region["aria-labelledby"]
    ]
    assert named == ["Schools"]


@pytest.mark.parametrize("nested", [True, False])
def test_a_text_in_another_language_says_which(table, written, nested):
    columns = (
        Column("label", Kind.LABEL, people=1),
        Column("section", Kind.NAMED, people=2),
        Column("unit", Kind.UNIT, people=3),
        Column("as_written", Kind.TEXT, people=4),
        Column("text", Kind.SENTENCE, people=5),
    )
    own, other = Text.of({"en": "Own"}, "en"), Text.of({"kk": "Басқа & тағы"}, "kk")
    unit = Unit("school", {"ru": {"one": "школа"}}, "ru").in_language("en")
    rows = [
        (
            Label(text.in_language("en"), text.in_language("en")),
            Named("a", text.in_language("en")),
            Counted("school", unit, None),
            text.in_language("en"),
            message("part", whole=text, part=own),
        )
        for text in (own, other)
    ]
    made = table(
        rows, columns, nested=nested, title=said(other), groups=((0, said(other)),), notes=(said(other),)
    )
    page = Page(written(made, "html"))
    spoken = [
        (tag, attributes["lang"], text) for tag, attributes, text in page.elements if "lang" in attributes
    ]
    label = [("th", "kk", "Басқа & тағы")] if nested else [("span", "kk", "Басқа & тағы")] * 2
    assert spoken[1:] == [
        ("span", "kk", "Басқа & тағы"),  # the heading of the page
        ("span", "kk", "Басқа & тағы"),  # that of the group
        ("td", "ru", "школа"),
        *label,
        ("td", "kk", "Басқа & тағы"),
        ("td", "ru", "школа"),
        ("td", "kk", "Басқа & тағы"),
        ("span", "kk", "Басқа & тағы"),  # in a sentence
        ("span", "kk", "Басқа & тағы"),  # in a note
    ]
    assert page.texts("title") == ["Басқа & тағы"]


def test_the_words_of_the_source_say_that_they_are_in_its_language(run):
    page = Page(run("show", "schools", SOURCE, "-f", "html", "-l", "en").text)
    spoken = [
        (attributes["lang"], text)
        for tag, attributes, text in page.elements
        if tag == "td" and "lang" in attributes
    ]
    assert spoken[0] == ("kk", "300-ден астам")


@pytest.mark.parametrize("length", [20, 21, 500])
def test_a_long_word_may_be_broken(labelled, written, length):
    page = Page(written(labelled("a" * (length - 4) + " & " + "c" * length), "html"))
    broken = page.texts("span")
    assert ("c" * length in broken) == (length > 20)


def test_paper_lies_on_its_side_for_a_wide_table(run):
    narrow, wide = (run(name, SOURCE, "-f", "html").text for name in ("summary", "targets"))
    assert ("size: landscape" in narrow, "size: landscape" in wide) == (False, True)


def test_letters_on_paper_are_smaller_the_more_a_row_has(table, written):
    sizes = []
    for number in (1, 6, 12, 24):
        columns = [Column("as_written", Kind.TEXT, people=place) for place in range(1, number + 1)]
        page = written(table([("word " * 8,) * number], columns), "html")
        sizes.append(float(re.search(r"table \{ font-size: ([\d.]+)pt", page)[1]))
    assert sizes == [10.0, 7.8, 5.5, 5.5]


def test_rows_of_more_than_paper_holds_are_paragraphs_there(table, written):
    columns = [Column("as_written", Kind.TEXT, people=place) for place in range(1, 25)]
    row = ("word " * 8,) * 24
    page, narrow = written(table([row], columns), "html"), written(table([row[:3]], columns[:3]), "html")
    names = re.findall(r':nth-child\((\d+)\)::before { content: "(.*)" }', page)
    assert names == [(str(place), "As written: ") for place in range(1, 25)]
    assert "::before" not in narrow


def test_a_heading_in_the_style_of_a_page_ends_neither_a_text_nor_the_style():
    from edureport.formats.html import _name

    rule = _name(3, '"</style>\\ %')
    assert (
        rule
        == '  tr:not(.group) > :nth-child(3)::before { content: "\\22 \\3c \\2f style\\3e \\5c  \\25 : " }\n'
    )


def test_a_part_stands_under_its_whole_unless_sorted_away(labelled, written):
    parts = [a for _, a, _ in Page(written(labelled("Schools"), "html")).elements if a.get("class") == "part"]
    assert len(parts) == 1
    flat = Page(written(labelled("Schools").sort(["label"]), "html"))
    assert "Schools: Schools" in flat.texts("th")


@pytest.mark.parametrize(
    ("bar", "shown"),
    [
        (Bar(Decimal("0.5"), Decimal("0.75")), ("50.0%", "75.0%")),
        (Bar(Decimal("1.5"), None), ("100.0%", None)),
        (Bar(Decimal(-1), Decimal(0)), ("0.0%", "0.0%")),
        (Bar(None, Decimal(1)), ("0.0%", "100.0%")),
    ],
)
def test_a_bar_ends_where_it_should(table, written, bar, shown):
    page = Page(written(table([(bar,)], [Column("bar", Kind.BAR, people=1)]), "html"))
    styles = [a["style"].split(":")[1] for tag, a, _ in page.elements if tag in ("i", "b")]
    assert styles == [one for one in shown if one]


def test_a_status_is_said_in_words_and_not_by_colour_alone(run):
    page = Page(run("targets", SOURCE, "-f", "html").text)
    assert page.texts("td").count("no data") == 4  # status and actual value of both targets
