"""Each check has a report that fires and a near miss that does not."""

import pytest
from reported import read_report

from edureport.checks import CHECKS, EXPLANATIONS, NAMES, Severity, findings
from edureport.model.merging import merged

HEAD = """\
edureport: 1
report: {{id: made-up, organisation: Made-up Education Department, period: {period}, language: en}}
units: {{school: schools, room: rooms, percent: "%"}}
"""
COUNT = "unit: school, kind: stock"
FLOW = "unit: school, kind: flow"
PERCENT = "unit: percent, kind: ratio"


def read(**reports):
    """Reports by their periods, `p2025_H1="…"`; each is what stands after its head."""
    made = []
    for name, rest in reports.items():
        period = name[1:].replace("_", "-")
        made.append(read_report((HEAD.format(period=period) + rest).encode(), f"{period}.yaml"))
    return made


def one(rest):
    return read(p2025_9M=rest)


def schools(fields):
    return f"indicators:\n  schools: {{label: Schools, {fields}}}\n"


def parts(whole, *values, complete="true"):
    members = ", ".join(f"m{n}: {{label: Part {n}, value: {value}}}" for n, value in enumerate(values))
    breakdown = f"breakdown: {{owner: {{complete: {complete}, members: {{{members}}}}}}}"
    return one(schools(f"{COUNT}, value: {whole}, {breakdown}"))


def nested(*values):
    levels = ", ".join(f"m{n}: {{label: Level {n}, value: {value}}}" for n, value in enumerate(values))
    return one(
        schools(
            f"{COUNT}, value: 300, breakdown: {{owner: {{members: {{private: {{label: Private, value: 50, "
            f"breakdown: {{level: {{complete: true, members: {{{levels}}}}}}}}}}}}}}}"
        )
    )


def two_ways(second):
    return one(
        schools(
            f"{COUNT}, value: more than 300, breakdown: {{"
            "a: {complete: true, members: {x: {label: X, value: 310}}}, "
            f"b: {{complete: true, members: {{y: {{label: Y, value: {second}}}}}}}}}"
        )
    )


def all_of(private):
    owners = "breakdown: {{owner: {{members: {{private: {{label: Private, value: {}}}}}}}}}"
    return one(
        schools(f"{COUNT}, value: 300, {owners.format(50)}")
        + f"  online: {{label: Online, {COUNT}, value: all of schools, {owners.format(private)}}}\n"
    )


def percent(value, part, whole):
    of = "{part: new, whole: schools}"
    return one(
        schools(f"{COUNT}, value: {whole}")
        + f"  new: {{label: New, {COUNT}, value: {part}}}\n"
        + f"  share: {{label: Share, {PERCENT}, value: {value}, of: {of}}}\n"
    )


def plan(value, part, whole):
    of = "{part: schools, target: plan}"
    return one(
        schools(f"{COUNT}, value: {part}")
        + f"  share: {{label: Share, {PERCENT}, value: {value}, of: {of}}}\n"
        + f"targets:\n  plan: {{label: Plan, indicator: schools, value: {whole}}}\n"
    )


def share_of(value, whole):
    return one(
        schools(f"{COUNT}, value: {whole}")
        + f"  share: {{label: Share, {PERCENT}, value: {value}, of: {{whole: schools}}}}\n"
    )


def words(value, said):
    return one(schools(f"{COUNT}, value: {value}, as_written: '{said}'"))


def target(fields, better=""):
    return one(
        schools(f"{COUNT}, value: 300{better}")
        + f"targets:\n  plan: {{label: Plan, indicator: schools, {fields}}}\n"
    )


def two(before, after):
    return read(p2025_H1=schools(before), p2025_9M=schools(after))


def labels(private):
    head = HEAD.format(period="2025-9M").replace("school: schools", "school: {en: schools, ru: школы}")
    rest = (
        "indicators:\n  schools: {label: {en: Schools, ru: Школы}, unit: school, kind: stock, breakdown: "
        f"{{owner: {{members: {{private: {{label: {private}}}}}}}}}}}\n"
    )
    return [read_report((head + rest).encode(), "2025-9M.yaml")]


def twice(before, after, more=""):
    """A target as the report on the half-year states it, and then as that on nine months does."""
    head = schools(f"{COUNT}, value: 300{more}") + "targets:\n  plan: {label: Plan, indicator: schools, "
    return read(p2025_H1=head + before + "}\n", p2025_9M=head + after + "}\n")


FIRES = {
    "parts-total": [
        parts("more than 300", 250, 50),
        parts(300, 250, "more than 50"),
        parts("120.5", 60.4, 60.4),
        parts("120.5", 60.1, 60.1),
        parts("more than 120.5", 60.1, 60.1),  # precision widens no bound
        parts(300, 301, complete="false"),
        nested(20, 29),
        two_ways(311),
    ],
    "all-of": [all_of(49), all_of("more than 50")],
    "percent-counts": [
        percent(75, 21_097, 27_546),
        percent(76.6, 21_531, 27_546),
        percent(49, 251, "less than 500"),
        plan(75, 21_097, 27_546),
        percent("more than 76.6", 21_097, 27_546.5),
        percent(76.57, "21_097.5", 27_546),
        percent(29, 50, "more than 180"),
        share_of(37.3, 50),
        share_of(1, 30),
    ],
    "as-written": [
        words(300, "more than 300 schools"),
        words(300, "30 schools"),
        words(120_380, "120.5 thousand schools"),
        words(300, "over three hundred schools"),
        words("at least 300", "more than 300"),
        target("value: 320, as_written: 310 schools"),
    ],
    "falls": [
        two(f"{FLOW}, value: 100", f"{FLOW}, value: 99"),
        two(f"{FLOW}, value: more than 100", f"{FLOW}, value: at most 100"),
        one(schools(f"{FLOW}, value: 99, earlier: {{2025-H1: 100}}")),
        read(
            p2025_Q1=schools(f"{FLOW}, value: 100"),
            p2025_H1=schools(f"{FLOW}, value: more than 50"),
            p2025_9M=schools(f"{FLOW}, value: 99"),
        ),
    ],
    "windows": [
        one(schools(f"{FLOW}, value: 16, earlier: {{2025-Q1: 4, 2025-Q2: 6, 2025-Q3: 5}}")),
        one(schools(f"{FLOW}, value: 15, earlier: {{2025-H1: 10, 2025-Q3: more than 5}}")),
        one(schools(f"{FLOW}, value: 15, earlier: {{2024: 20, 2024-9M: 12, 2024-Q4: 7}}")),
        one(schools(f"{FLOW}, value: 16.3, earlier: {{2025-H1: 10.0, 2025-Q3: 6.0}}")),
        read(
            p2025_H1=schools(f"{FLOW}, value: 10"),
            p2025_9M=schools(f"{FLOW}, value: 15"),
            p2025_Q3=schools(f"{FLOW}, value: 6"),
        ),
    ],
    "revised": [
        two(f"{COUNT}, value: 100", f"{COUNT}, earlier: {{2025-H1: 101}}"),
        two(f"{COUNT}, value: 100.4", f"{COUNT}, earlier: {{2025-H1: 100.2}}"),
        two(f"{COUNT}, earlier: {{2024: 100}}", f"{COUNT}, earlier: {{2024: more than 100}}"),
    ],
    "definition": [
        two(f"{COUNT}, value: 100", "unit: room, kind: stock, value: 100"),
        two(f"{COUNT}, value: 100", f"{FLOW}, value: 100"),
    ],
    "far-bound": [
        two(f"{COUNT}, value: 331", f"{COUNT}, earlier: {{2025-H1: more than 300}}"),
        two(f"{COUNT}, value: 269", f"{COUNT}, earlier: {{2025-H1: less than 300}}"),
        parts("more than 300", 300, 31),
    ],
    "target-baseline": [
        target("value: 320, due: 2025-12-31, baseline: {value: 321, date: 2024-12-31}", ", better: higher"),
        target("value: 320, due: 2025-12-31, baseline: {value: 319, date: 2024-12-31}", ", better: lower"),
        target("value: at least 320, due: 2025-12-31, baseline: {value: 321, date: 2024-12-31}"),
        target("value: at most 320, due: 2025-12-31, baseline: {value: 319, date: 2024-12-31}"),
    ],
    "target-direction": [
        target("value: at most 320", ", better: higher"),
        target("value: more than 320", ", better: lower"),
    ],
    "target-milestones": [
        target("value: 320, due: 2025-12-31, milestones: {2025-03-31: 310, 2025-06-30: 309}"),
        target("value: 320, due: 2025-12-31, milestones: {2025-03-31: 310, 2025-06-30: 321}"),
        target("value: 280, due: 2025-12-31, milestones: {2025-03-31: 290, 2025-06-30: 295}"),
        target("value: 280, milestones: {2025-03-31: 290, 2025-06-30: 270}"),
    ],
    "target-due": [target("value: 320, due: 2024-12-31")],
    "target-revised": [
        twice("value: 320", "value: 319"),
        twice("value: 280", "value: 281", ", better: lower"),
        twice("value: at most 280", "value: at most 281"),
        twice("value: more than 320", "value: at least 320"),
        twice("value: 320, due: 2025-12-31", "value: 320, due: 2026-01-31"),
        twice("value: 320, due: 2025-12-31", "value: 330"),
    ],
    "mixed-units": [
        one(
            schools(f"{COUNT}, value: 300")
            + "  rooms: {label: Rooms, unit: room, kind: stock, value: 30}\n"
            + f"  share: {{label: Share, {PERCENT}, value: 10, of: {{part: rooms, whole: schools}}}}\n"
        )
    ],
    "same-label": [one(schools(COUNT) + f"  more: {{label: SCHOOLS, {COUNT}}}\n")],
    "labels": [labels("{en: Private}"), labels("Private")],
    EXPLANATIONS: [
        one(schools(f"{COUNT}, value: 300, skip: [{{check: parts-total, because: Two owners}}]")),
        one(schools(f"{COUNT}, value: 300, skip: {{check: part-total, because: Two owners}}")),
        target("value: 320, skip: [{check: target-due, because: Of last year}]"),
    ],
}
PASSES = {
    "parts-total": [
        parts("120.5", 60.3, 60.3),
        parts("120.5", 60.2, 60.2),
        parts("33.4", 11.1, 11.1, 11.1),
        parts("100, precision: 5", 35, 30, 38),
        two_ways("309.9"),
        parts("at least 300", 250, 50),
        parts(300, 250, "at least 50"),
        parts(300, 300, complete="false"),
        nested(20, 30),
        nested("about 20", 29),
        two_ways("about 311"),
    ],
    "all-of": [all_of(50), all_of("50.0"), all_of("about 49")],
    "percent-counts": [
        percent(78, 21_531, 27_546),
        percent(78.2, 21_531, 27_546),
        percent(12, 5, 40),
        percent(13, 5, 40),
        percent("more than 75", "more than 15", 20),
        percent(50, 251, "at least 500"),
        percent(50, 0, 0),
        plan(77, 21_097, 27_546),
        plan(76, 21_097, 27_546),  # cut off
        percent(76.6, "21_097.5", "27_546.5"),
        percent("8.7, precision: 0.5", 9, 100),
        share_of(1, "30, precision: 10"),
        share_of(37.3, 51),
        share_of(37.5, 40),
        share_of(37.3, "about 50"),
        share_of(0, 30),
        share_of(100, 30),
    ],
    "as-written": [
        words("more than 300", "more than 300 schools"),
        words("more than 300", "over three hundred schools"),
        words(300, "every school that there is"),
        words(300, "all schools of grade 9"),
        words(2000, "2 thousand schools"),
        words(120_480, "120.5 thousand schools"),
        target("value: 320, as_written: 320 schools"),
    ],
    "falls": [
        two(f"{FLOW}, value: 100.0", f"{FLOW}, value: 99.9"),
        two(f"{FLOW}, value: 100", f"{FLOW}, value: 99, flags: [break]"),
        two(f"{FLOW}, value: 5.5", f"{FLOW}, value: -1.5"),
        two(f"{FLOW}, value: 100", f"{FLOW}, value: 100"),
        two(f"{FLOW}, value: about 100", f"{FLOW}, value: 95"),
        two(f"{FLOW}, value: more than 100", f"{FLOW}, value: at least 90"),
        two(f"{COUNT}, value: 100", f"{COUNT}, value: 99"),
        read(p2024=schools(f"{FLOW}, value: 100"), p2025_9M=schools(f"{FLOW}, value: 99")),
        read(p2025_Q1=schools(f"{FLOW}, value: 100"), p2025_Q3=schools(f"{FLOW}, value: 99")),
    ],
    "windows": [
        one(schools(f"{FLOW}, value: 15, earlier: {{2025-Q1: 4, 2025-Q2: 6, 2025-Q3: 5}}")),
        one(schools(f"{FLOW}, value: 16, earlier: {{2025-H1: 10, 2025-Q3: more than 5}}")),
        one(schools(f"{FLOW}, value: 16.1, earlier: {{2025-H1: 10.0, 2025-Q3: 6.0}}")),  # as rounded
        one(schools(f"{FLOW}, value: 16, earlier: {{2025-H1: {{value: 10, flags: break}}, 2025-Q3: 5}}")),
        one(schools(f"{FLOW}, value: 5, earlier: {{2025-H1: 6, 2024-H1: 4}}")),  # what `falls` finds
        one(schools(f"{COUNT}, value: 16, earlier: {{2025-H1: 10, 2025-Q3: 5}}")),
    ],
    "revised": [
        two(f"{COUNT}, value: 100.4", f"{COUNT}, earlier: {{2025-H1: 100.35}}"),
        two(f"{COUNT}, value: 100", f"{COUNT}, earlier: {{2025-H1: {{value: 101, flags: [revised]}}}}"),
        two(f"{COUNT}, value: 100", f"{COUNT}, earlier: {{2025-H1: {{value: 105, precision: 10}}}}"),
        two(f"{COUNT}, value: 100", f"{COUNT}, earlier: {{2025-H1: about 101}}"),
        two(f"{COUNT}, value: 100", f"{COUNT}, value: 101"),
        two(f"{COUNT}, value: 100", "unit: room, kind: stock, earlier: {2025-H1: 101}"),
    ],
    "definition": [two(f"{COUNT}, value: 100", f"{COUNT}, better: higher, value: 90")],
    "far-bound": [
        two(f"{COUNT}, value: 330", f"{COUNT}, earlier: {{2025-H1: more than 300}}"),
        two(f"{COUNT}, value: 270", f"{COUNT}, earlier: {{2025-H1: less than 300}}"),
        two(f"{COUNT}, value: about 400", f"{COUNT}, earlier: {{2025-H1: more than 300}}"),
        parts("more than 300", 300, 30),
        parts("more than 300", 300, 31, complete="false"),
    ],
    "target-baseline": [
        target("value: 320, due: 2025-12-31, baseline: {value: 320, date: 2024-12-31}", ", better: higher"),
        target("value: 320, due: 2025-12-31, baseline: {value: 319, date: 2024-12-31}", ", better: higher"),
        target(
            "value: 320, due: 2025-12-31, baseline: {value: about 330, date: 2024-12-31}", ", better: higher"
        ),
        target("value: 320, due: 2025-12-31, baseline: {value: 319, date: 2024-12-31}"),
    ],
    "target-direction": [
        target("value: at least 320", ", better: higher"),
        target("value: at most 320", ", better: lower"),
        target("value: at most 320"),
    ],
    "target-milestones": [
        target("value: 320, due: 2025-12-31, milestones: {2025-03-31: 310, 2025-06-30: 310}"),
        target("value: 320, due: 2025-12-31, milestones: {2025-03-31: 310, 2025-06-30: about 309}"),
        target("value: 280, due: 2025-12-31, milestones: {2025-03-31: 290, 2025-06-30: 285}"),
        target("value: about 300, milestones: {2025-03-31: 300, 2025-06-30: 310}"),
    ],
    "target-due": [target("value: 320, due: 2025-01-01"), target("value: 320")],
    "target-revised": [
        twice("value: 320", "value: 320"),
        twice("value: 320", "value: 321"),
        twice("value: 280", "value: 279", ", better: lower"),
        twice("value: 320, due: 2025-12-31", "value: 320, due: 2025-11-30"),
        twice("value: 320", "value: 320, due: 2025-11-30"),
        read(
            p2025_H1=schools(COUNT) + "targets:\n  plan: {label: Plan, indicator: schools, value: 320}\n",
            p2025_9M=schools(COUNT),
        ),
    ],
    "mixed-units": [percent(10, 30, 300)],
    "same-label": [
        one(schools(COUNT) + f"  more: {{label: More schools, {COUNT}}}\n"),
        one(schools(COUNT) + "  more: {label: Schools, unit: room, kind: stock}\n"),
    ],
    "labels": [labels("{en: Private, ru: Частные}"), one(schools(COUNT))],
    EXPLANATIONS: [
        parts(300, 250, 50),
        target("value: 320, due: 2024-12-31, skip: {check: target-due, because: Of last year}"),
    ],
}


def cases(table):
    return [
        pytest.param(name, given, id=f"{name}-{n}")
        for name, reports in table.items()
        for n, given in enumerate(reports)
    ]


def test_every_check_has_reports_that_fire_and_near_misses():
    assert list(FIRES) == list(PASSES) == list(NAMES)
    assert set(CHECKS) | {EXPLANATIONS} == set(NAMES)


@pytest.mark.parametrize(("name", "reports"), cases(FIRES))
def test_it_fires_once_and_says_where(name, reports):
    (finding,) = [one for one in findings(reports) if one.check == name]
    assert finding.place.path == reports[-1].path
    assert finding.place.line > 3
    assert finding.indicator in reports[-1]
    assert finding.explained is None


@pytest.mark.parametrize(("name", "reports"), cases(PASSES))
def test_it_lets_a_near_miss_pass(name, reports):
    assert [one for one in findings(reports) if one.check == name] == []


@pytest.mark.parametrize(("name", "reports"), cases(FIRES))
def test_only_the_checks_that_are_asked_for_run(name, reports):
    assert {one.check for one in findings(reports, [name])} <= {name}
    assert [one for one in findings(reports, set(NAMES) - {name}) if one.check == name] == []


def test_words_that_can_be_reconciled_are_a_remark():
    (finding,) = findings(words("at least 300", "more than 300"))
    assert finding.severity is Severity.REMARK


def test_windows_contradict_within_a_file_and_are_doubted_from_one_to_the_other():
    (inside,) = findings(FIRES["windows"][0], ["windows"])
    (between,) = findings(FIRES["windows"][-1], ["windows"])
    periods = [str(one.period) for one in (inside, between)]
    assert periods == ["2025-01-01/2025-03-31", "2025-07-01/2025-09-30"]
    assert (inside.severity, between.severity) == (Severity.CONTRADICTION, Severity.DOUBT)


def test_a_fall_of_what_does_not_count_is_a_doubt():
    (finding,) = findings(two(f"{FLOW}, value: 100.0", f"{FLOW}, value: 99.5"), ["falls"])
    assert finding.severity is Severity.DOUBT


def test_reports_of_different_organisations_are_not_compared():
    first, second = two(f"{FLOW}, value: 100", f"{FLOW}, value: 99")
    other = read_report(
        (HEAD.format(period="2025-9M").replace("Made-up", "Other") + schools(f"{FLOW}, value: 99")).encode(),
        "other.yaml",
    )
    assert findings([first, other]) == []
    assert [one.place.path for one in findings([first, other, second])] == ["2025-9M.yaml"]


def test_an_explanation_fits_its_check_at_its_place_only():
    broken = "breakdown: {owner: {complete: true, members: {a: {label: A, value: 299}}}}"
    skip = "skip: {check: parts-total, because: {en: Two owners, ru: Два владельца}}"
    (given,) = one(
        schools(f"{COUNT}, value: 300, {broken}, {skip}")
        + f"  x: {{label: X, {COUNT}, value: 300, {broken}}}\n"
    )
    first, second = [found for found in findings([given]) if found.check == "parts-total"]
    assert first.explained.in_language("ru") == "Два владельца"
    assert second.explained is None


def test_an_explanation_is_not_called_unused_by_checks_that_did_not_run():
    (given,) = FIRES[EXPLANATIONS][0]
    assert findings([given], ["falls", EXPLANATIONS]) == []
    assert findings([given], ["parts-total"]) == []
    assert [found.message.key for found in findings([given])] == ["finding.skip_unused"]


def test_an_unknown_check_in_an_explanation_brings_near_ones():
    (finding,) = findings(FIRES[EXPLANATIONS][1])
    assert finding.message.key == "finding.skip_unknown_near"
    assert finding.message.values["near"] == ("parts-total",)


def test_a_thousand_parts_are_added():
    (finding,) = findings(parts(1001, *[1] * 1000), ["parts-total"])
    assert str(finding.message.values["total"]) == "1000"


def test_a_finding_of_two_reports_on_one_period_stands_in_its_own_file_and_is_explained_in_either():
    parts_of = "breakdown: {owner: {complete: true, members: {a: {label: A, value: 299}}}}"
    head = HEAD.format(period="2025-9M")
    why = ", skip: {check: parts-total, because: Two owners}"
    first = read_report((head + schools(f"{COUNT}, value: 300, {parts_of}")).encode(), "first.yaml")
    more = schools(f"{COUNT}") + f"  more: {{label: More, {COUNT}, value: 2}}\n"
    second = read_report((head + more).encode(), "second.yaml")
    (finding,) = findings(merged([first, second]), ["parts-total"])
    assert finding.place.path == "first.yaml"
    told = read_report((head + schools(f"{COUNT}{why}")).encode(), "told.yaml")
    (finding,) = findings(merged([first, told]), ["parts-total"])
    assert finding.explained is not None
