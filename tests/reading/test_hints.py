"""Every hint of a message about a report file is accepted when somebody follows it."""

import re
from pathlib import Path

import pytest
from reported import read_report

from edureport import languages
from edureport.errors import ReportError
from edureport.languages import catalogue

BROKEN = Path(__file__).parents[1] / "broken"
NAMES = sorted(path.stem for path in BROKEN.glob("*.yaml"))
DELETED = ""
# What each message says to do, done by hand: what to put in place of what. Suggestions and choices that a
# message spells out (near, known, plain, …) are followed by `spelt_out`.
DONE = {
    "date-no-such": [("2025-11-31", "2025-11-30")],
    "date-unknown": [("31.12.2025", "2025-12-31")],
    "file-all-of-circle": [("value: all of schools", "value: 300")],
    "file-all-of-nothing": [("  journals:\n", "  journals:\n    value: 7\n")],
    "file-all-of-unit": [("unit: centre\n", "unit: school\n")],
    "file-area": [("area: Shymkent", "area: KZ-79")],
    "file-bad-key": [("all schools:", "all_schools:")],
    "file-better": [("    better: more\n", DELETED)],
    "file-cut-text": [("Schools of list 3,4", '"Schools of list 3,4"')],
    "file-dimension-none": [
        (
            "    kind: stock\n",
            "    kind: stock\n" + "    breakdown: {ownership: {members: {state: {label: State}}}}\n",
        )
    ],
    "file-due-before-baseline": [("2026-09-30", "2025-09-30")],
    "file-flag": [("    flags: [about]\n", DELETED)],
    "file-from-after-due": [("2026-01-01", "2025-01-01")],
    "file-from-and-baseline": [("    from: 2025-07-01\n", DELETED)],
    "file-from-of-flow": [("    from: 2025-07-01\n", DELETED)],
    "file-indicator-none": [
        ("indicators: {}\n", "indicators:\n  schools: {label: Schools, unit: school, kind: stock}\n")
    ],
    "file-look-alike": [("Шкoлы", "Школы")],
    "file-member-none": [("members: {}", "members: {state: {label: State}}")],
    "file-merge-key": [("<<: {better: higher}", "better: higher")],
    "file-milestone-outside": [("2026-01-31", "2025-11-30")],
    "file-missing-key": [("    label: Schools\n", "    label: Schools\n    kind: stock\n")],
    "file-no-language": [("label: {}", "label: {en: Schools}")],
    "file-not-a-mapping": [("where: sentence 2", "where: {sentence: 2}")],
    "file-not-a-report": [("report:\n", "edureport: 1\nreport:\n")],
    "file-not-a-text": [("value: [300]", "value: 300")],
    "file-not-earlier": [("    earlier: {2026: 310}\n", DELETED)],
    "file-not-yes-or-no": [("complete: partly", "complete: true"), ("complete: partly", "complete: false")],
    "file-nothing": [("note: ''\n", "note: Filled in\n"), ("    note: ''\n", DELETED)],
    "file-nothing-needed": [("label:\n", "label: Schools\n")],
    "file-of-percent": [("    of: {whole: schools}\n", DELETED)],
    "file-of-whole": [("of: {part: schools}", "of: {part: schools, whole: schools}")],
    "file-one-member": [(", level: primary", DELETED)],
    "file-precision": [("thousand", word) for word in ("5", "1000", "0.1")],
    "file-same-period": [("2024: 290, 2024-12M: 291", "2024: 290")],
    "file-section-none": [("units:", "sections: {network: Network}\nunits:")],
    "file-target-none": [
        ("indicators:", "targets:\n  plan: {label: P, indicator: schools, value: 9}\nindicators:")
    ],
    "file-unit-none": [("indicators:", "units: {school: schools}\nindicators:")],
    "file-unknown-key": [("    colour: red\n", DELETED)],
    "file-version": [("edureport: 2", "edureport: 1")],
    "period-backwards": [("2025-09-30/2025-01-01", "2025-01-01/2025-09-30")],
    "period-no-such": [("2025-13", "2025-12")],
    "quantity-backwards": [("350..300", "300..350")],
    "quantity-colon": [("12:30", "12")],
    "quantity-exponent": [("1e3", "1000")],
    "quantity-negative-count": [("school: schools", "school: {en: schools, whole: false}")],
    "quantity-not-finite": [("    value: nan\n", DELETED)],
    "quantity-nothing": [("    value: ~\n", DELETED), ("value: ~", "value: about 300")],
    "quantity-too-long": [("1234567890123456789012345678901234567890", "123456789012345678901234567890")],
    "quantity-two-bounds": [("more than 300+", "300+"), ("more than 300+", "more than 300")],
    "yaml-alias": [("*label", "Schools")],
    "yaml-block-scalar": [("value: >300", "value: more than 300"), ("value: >300", 'value: ">300"')],
    "yaml-colon": [("Schools: all of them", '"Schools: all of them"')],
    "yaml-control": [(r"\u001b[31m", DELETED)],
    "yaml-depth": [("[" * 40 + "]" * 40, "Shallow")],
    "yaml-duplicate": [("    value: 301\n", DELETED)],
    "yaml-escape": [(r'"C:\schools"', r'"C:\\schools"'), (r'"C:\schools"', r"'C:\schools'")],
    "yaml-indentation": [("   note: Nothing", "    note: Nothing")],
    "yaml-no-colon": [("    value\n", "    value: 300\n")],
    "yaml-no-indent": [("\u00a0", " ")],
    "yaml-quote": [('"Schools', '"Schools"')],
    "yaml-sign": [("`Schools`", '"`Schools`"')],
    "yaml-tab": [("\t", "    ")],
    "yaml-tag": [("!!int ", DELETED)],
}
# These name no one place to put right: whole files, sizes, and what several mistakes have in common.
NOT_HERE = {
    "file-unknown-key-near",
    "several",
    "yaml-aliases",
    "yaml-bracket",
    "yaml-empty",
    "yaml-encoding",
    "yaml-key",
}
NOT_HERE |= {
    "period-unknown",
    "quantity-unknown",
    "yaml-documents",
    "yaml-long-text",
    "yaml-syntax",
    "yaml-utf16",
}


def faults(data):
    """The problems of a file."""
    try:
        read_report(data, "report.yaml")
    except ReportError as error:
        return error.problems
    return ()


def spelt_out(problem, text):
    """The ways to follow what a message spells out, at its place."""
    said, place, values = problem.message, problem.place, problem.message.values
    lines = text.splitlines(keepends=True)
    word = str(values.get("text", values.get("word")))

    def put(new):
        line = lines[place.line - 1]
        changed = line[: place.column - 1] + line[place.column - 1 :].replace(word, new, 1)
        return "".join([*lines[: place.line - 1], changed, *lines[place.line :]])

    near, known = values.get("near", ()), values.get("known")
    yield from map(put, [near] if isinstance(near, str) else near)
    if isinstance(known, tuple) and said.key != "file.unknown_key":
        yield from map(put, known)
    if "plain" in values:
        yield put(values["plain"])
    if "point" in values:
        yield put(f"{values['point']}\n    precision: 0.001")
    if "number" in values:
        yield from (put(values["number"]), put(f"at most {values['number']}"))


@pytest.mark.parametrize("name", [name for name in NAMES if name not in NOT_HERE])
def test_a_hint_that_is_followed_is_accepted(name):
    data = (BROKEN / f"{name}.yaml").read_bytes()
    text = data.decode()
    problem = faults(data)[0]
    ways = [*spelt_out(problem, text), *(text.replace(old, new) for old, new in DONE.get(name, ()))]
    assert ways
    for way in ways:
        assert way != text
        assert [left for left in faults(way.encode()) if left.place == problem.place] == []


@pytest.mark.parametrize("language", languages.available())
def test_the_examples_of_a_message_are_accepted(language):
    words = catalogue.load(language).word("quantity.unknown")
    examples = re.split(r", | или | немесе | or ", re.split(r"write |образцы: |жазыңыз: ", words)[1])
    assert len(examples) == 6
    for example in examples:
        report = f"""edureport: 1
report: {{id: a, organisation: City of Examples, period: 2025, language: {language}}}
units: {{school: s}}
indicators: {{schools: {{label: S, unit: school, kind: stock, value: {example}}}}}
"""
        assert faults(report.encode()) == (), example
    periods = re.findall(r"\d{4}\S*", catalogue.load(language).word("period.unknown"))
    assert len(periods) > 5
    for period in periods:
        report = re.sub("period: 2025,", f"period: {period.strip(',;')},", report)
        assert faults(report.encode()) == (), period
