"""Files are read without the places of their values, and once more with them where one is needed."""

import pytest
from reported import read_report

from edureport.errors import ReportError
from edureport.reading import load

HEAD = """\
edureport: 1
report: {id: a, organisation: City of Examples, period: 2025, language: en}
units: {school: school, place: place}
indicators:
"""
PART = "label: {en: State, kk: Мемлекеттік}"
PARTS = "{ownership: {label: Owner, members: {state: {" + PART + ", value: 3}, other: {label: O, value: 1}}}}"
FIGURE = "unit: school, kind: stock"
RIGHT = {
    "a value": f"  a: {{label: A, {FIGURE}, value: 1}}\n",
    "quotes and a block": (
        "  a:\n    label: 'A'\n    note: |\n      two\n      lines\n"
        '    unit: school\n    kind: stock\n    value: "1"\n'
    ),
    "names that are keys elsewhere": f"  value: {{label: A, {FIGURE}, value: 4, breakdown: {PARTS}}}\n"
    f"  en: {{label: {{en: B, kk: Б}}, {FIGURE}, value: 1}}\n",
    "an amount in words": f"  a: {{label: A, {FIGURE}, value: 120 thousand}}\n",
    "all of another": (
        f"  a: {{label: A, {FIGURE}, value: 4}}\n  b: {{label: B, {FIGURE}, value: all of a}}\n"
    ),
    "earlier figures": f"  a: {{label: A, {FIGURE}, value: 4, earlier: {{2023: 5, 2024: {{value: 6}}}}}}\n",
    "a value to be filled in": f"  a: {{label: A, {FIGURE}, value: }}\n",
}
# What is wrong in a file, and its lines and columns.
WRONG = {
    "a value": (f"  a: {{label: A, {FIGURE}, value: many}}\n", [(5, 51)]),
    "a repeated text": (
        f"  a: {{label: {{ru: Mир}}, {FIGURE}}}\n  b: {{label: {{ru: Mир}}, {FIGURE}}}\n",
        [(5, 19), (6, 19)],
    ),
    "a language beside a known one": (
        f"  a: {{label: {{en: A}}, {FIGURE}}}\n  b: {{label: {{en: A, fr: B}}, {FIGURE}}}\n",
        [(6, 22)],
    ),
    "a key twice": (f"  a: {{label: A, {FIGURE}, kind: flow}}\n", [(5, 44)]),
    "a key that is a list": (f"  a: {{label: A, {FIGURE}, [value]: 1}}\n", [(5, 44)]),
    "the rest of a number": (f"  a: {{label: A, {FIGURE}, value: 1,200}}\n", [(5, 51)]),
}


@pytest.fixture
def readings(monkeypatch):
    """A list that grows with every reading of a file."""
    parse, found = load.parse_text, []
    monkeypatch.setattr(load, "parse_text", lambda *given: found.append(given) or parse(*given))
    return found


@pytest.mark.parametrize("text", RIGHT.values(), ids=RIGHT)
def test_what_is_right_is_read_once(tmp_path, readings, text):
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + text, "utf-8")
    assert load.load(str(path)).indicators
    assert len(readings) == 1


def test_what_is_wrong_is_read_twice(tmp_path, readings):
    path = tmp_path / "a.yaml"
    path.write_text(HEAD + f"  a: {{label: A, {FIGURE}, value: many}}\n", "utf-8")
    with pytest.raises(ReportError):
        load.load(str(path))
    assert len(readings) == 2


@pytest.mark.parametrize(("text", "places"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_where_it_stands(text, places):
    for _ in range(2):  # what has been read before changes nothing
        with pytest.raises(ReportError) as caught:
            read_report((HEAD + text).encode(), "a.yaml")
        assert [one.place[1:3] for one in caught.value.problems] == places


def test_a_text_with_a_gap_is_one_each_time():
    text = f"  a: {{label: {{en: A, kk: }}, {FIGURE}}}\n  b: {{label: {{en: A, kk: }}, {FIGURE}}}\n"
    gaps = read_report((HEAD + text).encode(), "a.yaml").gaps
    assert [gap.key for gap in gaps] == ["a.label.kk", "b.label.kk"]


def test_equal_parts_of_several_indicators_are_kept_once():
    lines = [f"  {key}: {{label: {key}, {FIGURE}, value: 4, breakdown: {PARTS}}}\n" for key in "ab"]
    other = lines[0].replace("a:", "c:", 1).replace("label: Owner", "label: Keeper")
    report = read_report((HEAD + "".join(lines) + other).encode(), "a.yaml")
    a, b, c = (report[key].breakdowns for key in "abc")
    assert a is b
    assert c["ownership"].label.texts == {"en": "Keeper"}
    assert c["ownership"].members == a["ownership"].members
