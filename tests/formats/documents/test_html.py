"""A document as a page: it asks for nothing outside, holds every number and word, and no text is markup."""

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sample import numbers, publication, tables

from edureport.formats.cells import for_people
from edureport.languages import available, catalogue
from edureport.output import Choice
from edureport.table import Kind

VOID = ("meta", "br", "input", "path", "rect", "line", "stop", "circle")
HOSTILE = "tests/formats/hostile.yaml"
MOST = 60_000  # bytes


class Reader(HTMLParser):
    """The elements of a page as [tag, attributes, text]; they nest."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open = [], []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        element = [tag, dict(attrs), ""]
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        assert self.open.pop()[0] == tag

    def handle_data(self, data):
        for element in self.open:
            element[2] += data

    def of(self, *tags):
        return [element for element in self.elements if element[0] in tags]


@pytest.fixture(scope="session")
def page(piped):
    def write(made):
        return piped(made, Choice("html", None, made.language)).decode()

    return write


@pytest.mark.parametrize("language", available())
def test_every_number_of_the_tables_is_on_the_page_as_it_sorts(page, language):
    made = publication(language)
    reader = Reader(page(made))
    shown = Counter(attributes["data-v"] for _, attributes, _ in reader.of("td") if "data-v" in attributes)
    assert Counter(numbers(made)) - shown == Counter()


@pytest.mark.parametrize("language", available())
def test_every_cell_says_what_people_read(page, language):
    made, words = publication(language), catalogue.load(language)
    cells = [text for _, _, text in Reader(page(made)).of("th", "td")]
    for block in tables(made):
        shown = block.table.for_people()
        for number, column in enumerate(shown.columns):
            if column.kind in (Kind.BAR, Kind.LABEL):
                continue
            read = for_people(column, words)
            assert {read(row[number]) for row in shown.rows} <= set(cells), column.key


def test_the_page_of_the_source_report_is_small(page):
    assert max(len(page(publication(language)).encode()) for language in available()) <= MOST


def test_only_its_own_style_and_script_are_allowed(page):
    text = page(publication())
    reader = Reader(text)
    (policy,) = [one[1]["content"] for one in reader.of("meta") if "http-equiv" in one[1]]
    assert policy.startswith("default-src 'none'; ")
    for tag in ("style", "script"):
        (inside,) = [one[2] for one in reader.of(tag)]
        allowed = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{allowed}'" in policy
    assert not [one for one in reader.elements if "style" in one[1]]
    assert not [key for _, attributes, _ in reader.elements for key in attributes if key.startswith("on")]


def test_nothing_outside_is_asked_for(page):
    reader = Reader(page(publication()))
    assert not reader.of("link", "img", "iframe", "object", "base", "form")
    assert {one[1]["href"][0] for one in reader.of("a")} == {"#"}
    text = page(publication()).replace("http://www.w3.org/2000/svg", "")
    assert not re.search(r"https?:|src=|@import|url\((?!#)", text)


def test_links_lead_to_chapters_and_names_are_not_used_twice(page):
    reader = Reader(page(publication()))
    names = [one[1]["id"] for one in reader.elements if "id" in one[1]]
    assert len(names) == len(set(names))
    assert {one[1]["href"][1:] for one in reader.of("a")} <= set(names)
    for _, attributes, _ in reader.elements:
        for key in ("aria-labelledby", "aria-controls"):
            assert set(attributes.get(key, "").split()) <= set(names)


def test_long_tables_have_a_filter_and_short_ones_none(page):
    reader = Reader(page(publication("en")))
    (filter_,) = reader.of("input")
    assert filter_[1]["aria-controls"] == "t1"
    assert [one[1] for one in reader.of("p") if one[1].get("class") == "filter"] == [
        {"class": "filter", "hidden": None}
    ]


def test_other_languages_are_named(page):
    reader = Reader(page(publication("kk")))
    assert [one[2] for one in reader.of("span") if one[1].get("lang") == "en"] == [" words of English"]


@settings(max_examples=15)
@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80))
def test_no_text_is_markup(page, text):
    made = publication("en", said=text)
    plain, hostile = Reader(page(publication("en", said="x"))), Reader(page(made))
    spans = {"span"}  # a long word has one
    assert [one[0] for one in hostile.elements if one[0] not in spans] == [
        one[0] for one in plain.elements if one[0] not in spans
    ]
    assert hostile.of("h1")[0][2] == f"{text} words of English"
    assert hostile.of("figcaption")[0][2] == f"1-сурет – {text}"


def test_hostile_labels_are_text(page):
    made = publication("en", HOSTILE, said="</script><script>alert(1)</script>")
    assert len(Reader(page(made)).of("script")) == 1


def test_the_same_data_make_the_same_page(page):
    assert page(publication()) == page(publication())
