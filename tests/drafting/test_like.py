"""A draft like the last report: its names for the figures that are known, a mark for the others."""

import pytest
from reported import read_report

from edureport.drafting.layout import write
from edureport.drafting.like import Counterpart, like
from edureport.languages import catalogue
from edureport.model.report import Category

LAST = """\
edureport: 1
report:
  id: last
  organisation: {en: Education Department of Sampleton, ru: Управление образования Примерска}
  period: 2025
  language: en
units: {school: {en: {one: school, other: schools}, ru: школы}, money: {en: dollars, whole: false}}
sections: {network: {en: Network, ru: Сеть}}
indicators:
  all_schools:
    label: {en: Schools, ru: Школы}
    section: network
    unit: school
    kind: stock
    value: 38
    breakdown:
      owner:
        label: {en: Owner, ru: Собственник}
        members:
          public: {label: {en: State schools, ru: Государственные}, value: 30}
          own: {label: {en: Private schools, ru: Частные}, value: 8}
  clubs: {label: {en: Clubs, ru: Кружки}, unit: school, kind: stock, value: 12}
"""
TEXT = "There are 40 schools, of which 28 are state and 12 are private. There are 9 roofs."


@pytest.fixture
def last():
    return read_report(LAST.encode(), "last.yaml")


def likened(drafted, last, known, text=TEXT):
    old = drafted(text, "en", "2026").draft
    places = {text.index(words): one for words, one in known.items()}
    draft = like(old, last, places)
    written = write(draft, catalogue.load("en").say, lambda _: "to be completed")
    return written, read_report(written.text.encode(), "draft.yaml")


def test_what_is_known_has_the_names_of_the_last_report(drafted, last):
    known = {
        "40": Counterpart("all_schools"),
        "28": Counterpart("all_schools", Category("owner", "public")),
        "12": Counterpart("all_schools", Category("owner", "own")),
    }
    _, report = likened(drafted, last, known)
    schools = report["all_schools"]
    assert schools.label.texts == last["all_schools"].label.texts
    assert (schools.unit.key, schools.kind.value) == ("school", "stock")
    assert schools.unit.forms == last.units["school"].forms
    assert schools.section.label.texts == {"en": "Network", "ru": "Сеть"}
    assert schools.breakdowns["owner"].label.texts == {"en": "Owner", "ru": "Собственник"}
    values = {o.category and o.category.member: str(o.quantity) for o in schools.observations}
    assert values == {None: "40", "public": "28", "own": "12"}
    assert report.organisation.texts == last.organisation.texts


def test_what_is_new_is_marked_and_what_is_missing_is_listed(drafted, last):
    written, report = likened(drafted, last, {"40": Counterpart("all_schools")})
    assert written.text.count("not in the last report; it is new") == 1
    assert "# clubs: Clubs, 12" in written.text
    assert set(report) == {"all_schools", "roofs"}


def test_a_part_that_stands_alone_is_told(drafted, last):
    written, _ = likened(drafted, last, {"9 roofs": Counterpart("all_schools", Category("owner", "own"))})
    words = " ".join(written.text.replace("#", "").split())
    assert "the last report has this as a part, all_schools/owner/own" in words


def test_two_figures_for_one_indicator_get_it_neither(drafted, last):
    text = "There are 40 schools. There are 9 roofs."
    known = {"40": Counterpart("clubs"), "9": Counterpart("clubs")}
    _, report = likened(drafted, last, known, text)
    assert "clubs" not in report


def test_the_key_of_the_last_report_goes_to_nothing_else(drafted, last):
    written, report = likened(drafted, last, {}, "There are 40 clubs. All clubs are open.")
    assert "clubs_2" in report
    assert "all of clubs_2" in written.text or "all of" not in written.text


def test_all_of_what_is_known_are_counted_in_its_unit(drafted):
    """The last report may call the unit by another key, and not in the language of the text."""
    russian = read_report(LAST.replace("en: {one: school, other: schools}, ", "").encode(), "last.yaml")
    text = "There are 40 schools, of which 28 are state and 12 are private. All schools have a gym."
    written, report = likened(drafted, russian, {"40": Counterpart("all_schools")}, text)
    assert "value: all of all_schools" in written.text
    assert {one.unit.key for one in report.indicators.values()} == {"school"} == set(report.units)
