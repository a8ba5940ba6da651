"""Library: several reports of one organisation, and the series that they make."""

from datetime import date

import pytest
from reported import read_report

from edureport.errors import UsageError
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Category

ORGANISATION = "organisation: Made-up Education Department"


def report(period, indicators="{}", *, organisation=ORGANISATION, path=None, targets="{}", published=None):
    source = f", source: {{published: {published}}}" if published else ""
    text = f"""\
edureport: 1
report: {{id: made-up, {organisation}, period: {period}, language: en{source}}}
units: {{school: schools, centre: centres}}
indicators: {indicators}
targets: {targets}
"""
    return read_report(text.encode(), path or f"{period}.yaml")


def schools(value, earlier="{}", label="Schools", unit="school"):
    return f"{{schools: {{label: {label}, unit: {unit}, kind: stock, value: {value}, earlier: {earlier}}}}}"


def figures(library, key="schools", category=None):
    return {str(figure.period): str(figure.quantity) for figure in library.series(key, category)}


def test_reports_are_sorted_by_their_last_day():
    given = [report(period) for period in ("2025", "2023", "2025-Q4", "2024-9M", "2025-H1")]
    library = Library.of(given)
    assert [one.path for one in library.reports] == [
        "2023.yaml",
        "2024-9M.yaml",
        "2025-H1.yaml",
        "2025-Q4.yaml",
        "2025.yaml",  # the longer of two that end together
    ]
    assert library.latest is given[0]


def test_one_report_is_a_library():
    library = Library.of([report("2025", schools(300))])
    assert figures(library) == {"2025-01-01/2025-12-31": "300"}


def test_organisations_are_not_mixed():
    given = [
        report("2024"),
        report("2025", organisation="organisation: Another Made-up Department", path="b.yaml"),
    ]
    with pytest.raises(UsageError) as caught:
        Library.of(given)
    assert str(caught.value) == (
        "the reports are from different organisations: Made-up Education Department (2024.yaml) and "
        "Another Made-up Department (b.yaml); give reports from one organisation"
    )


def test_an_organisation_is_the_same_if_it_is_so_in_one_language():
    both = report("2025", organisation="organisation: {en: Made-up Education Department, kk: Басқарма}")
    assert Library.of([report("2024"), both]).latest is both


def test_a_series_joins_reports_the_earliest_first():
    library = Library.of(
        [report("2025", schools("more than 300")), report("2023", schools(280)), report("2024", schools(290))]
    )
    assert list(figures(library).values()) == ["280", "290", "more than 300"]


def test_a_series_takes_earlier_figures_of_a_report():
    library = Library.of([report("2025", schools(300, "{2024: 290, 2020: 250}"))])
    assert list(figures(library).values()) == ["250", "290", "300"]


@pytest.mark.parametrize(
    ("own", "quoted", "counts"),
    [
        ("290", "288", "288"),  # the later published
        ("290", "290", "290"),
        ("290", "more than 280", "290"),  # vaguer, and no other number
        ("more than 280", "290", "more than 280"),
        ("290.4", "290.37", "290.4"),  # the same as far as it is printed
        ("290.4", "290.32", "290.32"),
    ],
)
def test_of_different_figures_for_a_period_the_later_published_counts(own, quoted, counts):
    library = Library.of([report("2024", schools(own)), report("2025", schools(300, f"{{2024: {quoted}}}"))])
    assert figures(library)["2024-01-01/2024-12-31"] == counts


def test_a_report_that_was_published_late_counts_for_its_period():
    own = report("2024", schools(290), published="2026-03-01")
    quoting = report("2025", schools(300, "{2024: 288}"), published="2026-02-01")
    assert figures(Library.of([own, quoting]))["2024-01-01/2024-12-31"] == "290"


def test_of_two_that_quote_a_period_the_later_goes_first():
    library = Library.of(
        [report("2024", schools(290, "{2022: 270}")), report("2025", schools(300, "{2022: 272}"))]
    )
    assert figures(library)["2022-01-01/2022-12-31"] == "272"


def test_a_report_that_lacks_the_indicator_adds_nothing():
    library = Library.of([report("2024"), report("2025", schools(300))])
    assert len(library.series("schools")) == 1
    assert library.series("nothing") == ()


def test_a_part_has_a_series_of_its_own():
    def split(value):
        members = f"{{state: {{label: State, value: {value}}}}}"
        breakdown = f"{{ownership: {{members: {members}}}}}"
        return f"{{schools: {{label: Schools, unit: school, kind: stock, breakdown: {breakdown}}}}}"

    library = Library.of([report("2025", split(250)), report("2024", split(240))])
    state = Category("ownership", "state")
    assert list(figures(library, "schools", state).values()) == ["240", "250"]
    assert figures(library, "schools") == {}


def test_indicators_are_as_the_latest_report_defines_them():
    library = Library.of(
        [report("2025", schools(300, label="New")), report("2024", schools(290, label="Old", unit="centre"))]
    )
    (indicator,) = library.indicators()
    assert indicator.label.in_language("en") == "New"
    assert indicator.unit.key == "school"


def test_indicators_of_older_reports_are_kept():
    older = "{centres: {label: Centres, unit: centre, kind: flow, value: 5}}"
    library = Library.of([report("2025", schools(300)), report("2024", older)])
    assert {indicator.key for indicator in library.indicators()} == {"centres", "schools"}


def test_targets_are_as_the_latest_report_states_them():
    def target(due):
        return f"{{plan: {{label: Plan, indicator: schools, value: 320, due: {due}}}}}"

    library = Library.of(
        [
            report("2025", schools(300), targets=target("2027-12-31")),
            report("2024", schools(290), targets=target("2026-12-31")),
        ]
    )
    (plan,) = library.targets()
    assert plan.due == date(2027, 12, 31)


def test_a_series_says_where_each_figure_stands():
    library = Library.of([report("2025", schools(300, "{2024: 290}"), path="made-up.yaml")])
    assert {figure.period: figure.place.line for figure in library.series("schools")} == {
        Period.parse("2025"): 4,
        Period.parse("2024"): 4,
    }
    assert {figure.place.path for figure in library.series("schools")} == {"made-up.yaml"}


def test_the_id_of_an_organisation_goes_before_its_name():
    one = report("2025", organisation="organisation: {id: north, en: Education Department}")
    same = report("2024", organisation="organisation: {id: north, ru: Отдел образования}")
    other = report("2023", organisation="organisation: {id: south, en: Education Department}")
    unnamed = report("2022", organisation="organisation: Education Department")
    assert [len(library.reports) for library in Library.by_organisation([one, same, other])] == [2, 1]
    assert len(Library.by_organisation([other, unnamed])) == 1
    assert [found.body for found in (one, same, other, unnamed)] == [
        "north",
        "north",
        "south",
        "education-department",
    ]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("{ru: «Отдел образования» (№ 2), kk: 2-бөлім}", "2-бөлім"),
        ("{ru: «Отдел  образования» № 2}", "отдел-образования-2"),
        ("«…»", "-"),
    ],
)
def test_an_organisation_without_an_id_is_named_by_its_words(name, body):
    assert report("2025", organisation=f"organisation: {name}").body == body


def test_reports_are_grouped_by_their_organisations():
    one, other = report("2025"), report("2024", organisation="organisation: Other", path="other.yaml")
    again = report("2023", organisation="organisation: {en: Made-up Education Department, ru: Другое}")
    groups = Library.by_organisation([one, other, again])
    assert [[found.path for found in group.reports] for group in groups] == [
        ["2023.yaml", "2025.yaml"],
        ["other.yaml"],
    ]
    assert Library.by_organisation([]) == []
