"""Report: what one organisation says, and how to ask it."""

from datetime import date

import pytest
from reported import read_report

from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Better, Category, IndicatorKind, Text, Unit
from edureport.problem import Place

NINE_MONTHS, YEAR_EARLIER = Period.parse("2025-9M"), Period.parse("2024-9M")
REPORT = """\
edureport: 1
report:
  id: made-up
  organisation: {en: Made-up Education Department, kk: Ойдан шығарылған басқарма}
  area: KZ-79
  period: 2025-9M
  language: kk
  source: {title: Есеп, published: 2025-10-10, url: "https://example.org/report"}
units:
  school:
    kk: мектеп
    ru: {one: школа, few: школы, many: школ}
    en: {one: school, other: schools}
  percent: {kk: "%"}
sections:
  network: Желі
indicators:
  schools:
    label: {kk: Мектептер, en: Schools}
    section: network
    unit: school
    kind: stock
    better: higher
    value: more than 300
    as_written: 300-ден астам
    where: {sentence: 2}
    breakdown:
      ownership:
        label: {en: Ownership}
        complete: true
        members:
          state: {label: {en: State}, value: 250, as_written: 250 мектеп}
          private: {label: {en: Private}, value: 50}
          other: {label: {en: Other}}
    earlier: {2024-9M: 290, 2023: about 280}
    note: Ескерту
  coverage: {label: Қамту, unit: percent, kind: ratio, value: 98.0}
  journals: {label: Журнал, unit: school, kind: stock, value: all of schools}
  centres: {label: Орталықтар, unit: school, kind: flow, better: lower}
targets:
  centres_2025:
    label: Орталықтар
    indicator: centres
    value: 20
    due: 2025-12-31
    baseline: {value: 0, date: 2025-09-30}
    milestones: {2025-12-01: 15, 2025-11-15: 8}
    as_written: 20 орталық
    where: {page: 3}
    note: {en: Note}
  someday: {label: Ұзақ, indicator: schools, value: ">400"}
"""


@pytest.fixture(scope="module")
def report():
    return read_report(REPORT.encode(), "made-up.yaml")


def test_a_report_is_a_mapping_of_its_indicators(report):
    assert list(report) == ["schools", "coverage", "journals", "centres"]
    assert len(report) == 4
    assert "schools" in report
    assert "pupils" not in report
    assert report["schools"] is report.indicators["schools"]
    with pytest.raises(KeyError):
        report["pupils"]


def test_the_head_of_a_report(report):
    assert report.id == "made-up"
    assert report.organisation.in_language("en") == "Made-up Education Department"
    assert report.area == "KZ-79"
    assert report.period == NINE_MONTHS
    assert report.language == "kk"
    assert report.source.title.in_language("kk") == "Есеп"
    assert report.source.published == date(2025, 10, 10)
    assert report.source.url == "https://example.org/report"
    assert report.path == "made-up.yaml"


def test_an_indicator(report):
    schools = report["schools"]
    assert schools.key == "schools"
    assert schools.label.in_language("en") == "Schools"
    assert schools.section is report.sections["network"]
    assert schools.unit is report.units["school"]
    assert schools.kind is IndicatorKind.STOCK
    assert schools.better is Better.HIGHER
    assert schools.note.in_language("kk") == "Ескерту"
    assert str(schools.value) == "more than 300"
    assert schools.value.counted
    assert schools.observation.as_written == "300-ден астам"
    assert schools.observation.where == {"sentence": "2"}
    assert schools.place == Place("made-up.yaml", 18, 3)


def test_a_ratio_counts_nothing(report):
    assert not report["coverage"].value.counted
    assert str(report["coverage"].value) == "98.0"


def test_parts_are_those_of_the_report_s_own_period(report):
    state, private = report["schools"].parts("ownership")
    assert state.category == Category("ownership", "state")
    assert str(state.quantity) == "250"
    assert state.as_written == "250 мектеп"
    assert private.period == NINE_MONTHS
    assert report["schools"].parts("nothing") == ()


def test_a_breakdown_knows_members_without_figures(report):
    breakdown = report["schools"].breakdowns["ownership"]
    assert breakdown.complete
    assert list(breakdown.members) == ["state", "private", "other"]
    assert breakdown.label.in_language("en") == "Ownership"


def test_labels_of_parts(report):
    schools = report["schools"]
    assert schools.label_of(None) == schools.label
    assert schools.label_of(Category("ownership", "private")).in_language("en") == "Private"


def test_an_indicator_without_a_figure(report):
    assert report["centres"].observation is None
    assert report["centres"].value is None


def test_earlier_figures_are_not_the_report_s_own(report):
    found = {
        str(figure.period): str(figure.quantity)
        for figure in report["schools"].observations
        if not figure.category
    }
    assert found == {
        "2025-01-01/2025-09-30": "more than 300",
        "2024-01-01/2024-09-30": "290",
        "2023-01-01/2023-12-31": "about 280",
    }


def test_all_of_another_indicator_is_its_quantity(report):
    observation = report["journals"].observation
    assert observation.quantity == report["schools"].value
    assert observation.all_of == "schools"
    assert report["schools"].observation.all_of is None


def test_observations_are_all_figures_in_the_order_of_the_file(report):
    found = [(indicator.key, figure.category, figure.period) for indicator, figure in report.observations]
    assert found == [
        ("schools", None, NINE_MONTHS),
        ("schools", Category("ownership", "state"), NINE_MONTHS),
        ("schools", Category("ownership", "private"), NINE_MONTHS),
        ("schools", None, YEAR_EARLIER),
        ("schools", None, Period.parse("2023")),
        ("coverage", None, NINE_MONTHS),
        ("journals", None, NINE_MONTHS),
    ]


def test_a_target(report):
    target = report.targets["centres_2025"]
    assert target.indicator is report["centres"]
    assert target.quantity == Quantity.parse("20", counted=True)
    assert target.due == date(2025, 12, 31)
    assert target.baseline.date == date(2025, 9, 30)
    assert str(target.baseline.quantity) == "0"
    assert list(target.milestones) == [date(2025, 11, 15), date(2025, 12, 1)]  # the earliest first
    assert target.as_written == "20 орталық"
    assert target.where == {"page": "3"}
    assert target.note.in_language("kk") == "Note"
    assert target.place == Place("made-up.yaml", REPORT.splitlines().index("  centres_2025:") + 1, 3)


def test_a_target_needs_no_due_date(report):
    target = report.targets["someday"]
    assert target.due is None
    assert target.baseline is None
    assert target.milestones == {}


@pytest.mark.parametrize(
    ("texts", "own", "asked", "given"),
    [
        ({"kk": "мектеп", "en": "school"}, "kk", "en", "school"),
        ({"kk": "мектеп", "en": "school"}, "kk", "ru", "мектеп"),  # the report's own
        ({"en": "school"}, "kk", "ru", "school"),  # the only one
        (
            {"kk": "мектеп", "en": "school"},
            "kk",
            "xx",
            "мектеп",
        ),  # a language that is spoken, and in no report
    ],
)
def test_a_text_falls_back_to_a_language_that_it_has(texts, own, asked, given):
    assert Text.of(texts, own).in_language(asked) == given


def test_a_unit_falls_back_like_a_text():
    unit = Unit("school", {"ru": {"one": "школа", "many": "школ"}}, "kk")
    assert unit.in_language("en") == {"one": "школа", "many": "школ"}


@pytest.mark.parametrize(
    ("forms", "percent"),
    [
        ({"en": {"other": "%"}}, True),
        ({"kk": {"other": "пайыз"}, "ru": {"other": "%"}}, True),
        ({"en": {"other": "school"}}, False),
        ({"en": {"other": "Percent"}}, True),
        ({"en": {"other": "per  cent"}}, True),
        ({"ru": {"one": "процент", "few": "процента", "many": "процентов"}}, True),
        ({"kk": {"other": "пайыз"}}, True),
        ({"en": {"other": "percentage points"}}, False),
        ({"ru": {"other": "п. п."}}, False),
    ],
)
def test_percent_is_known_by_its_sign_and_its_words(forms, percent):
    assert Unit("unit", forms, "en").is_percent is percent


def test_a_report_cannot_be_changed(report):
    with pytest.raises(AttributeError):
        report.id = "other"
    with pytest.raises(TypeError):
        report.indicators["pupils"] = report["schools"]
    with pytest.raises(AttributeError):
        report["schools"].key = "pupils"


def test_percentages_are_one_unit_whatever_they_are_called():
    sign, word = Unit("p", {"en": {"other": "%"}}, "en"), Unit("w", {"ru": {"many": "процентов"}}, "ru")
    school = Unit("s", {"en": {"other": "schools"}}, "en")
    assert sign.same_as(word)
    assert not sign.same_as(school)
    assert school.same_as(Unit("s", {"en": {"other": "school"}}, "en"))


def test_the_percent_sign_is_in_every_language():
    text = (
        "edureport: 1\nreport: {id: e, organisation: City of Examples, period: 2025, language: en}\n"
        "units: {percent: '%', pupil: pupils}\n"
        "indicators: {share: {label: Share, unit: percent, kind: ratio, value: 5}}\n"
    )
    units = read_report(text.encode(), "e.yaml").units
    assert (units["percent"].speaks("kk"), units["pupil"].speaks("kk")) == (True, False)
