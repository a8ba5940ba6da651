"""JSON and JSON Lines: one shape, exact digits, text as it is."""

import json
import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import filled

from edureport import languages
from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.model.report import Text
from edureport.table import Column, Kind

NUMBERS = (Column("value", Kind.QUANTITY), Column("value_low", Kind.END))
TEXT = (Column("as_written", Kind.TEXT),)


def parsed(text):
    return json.loads(text, parse_float=Decimal, parse_int=Decimal, parse_constant=pytest.fail)


@pytest.mark.parametrize("count", [0, 1, 2])
def test_the_shape_is_the_same_for_any_number_of_rows(table, written, count):
    rows = [(Quantity(Decimal(number)), None) for number in range(count)]
    found = parsed(written(table(rows, NUMBERS), "json"))
    assert found == {
        "schema": "edureport.summary/1",
        "language": "en",
        "title": "Title",
        "rows": [{"value": number, "value_low": None} for number in range(count)],
        "notes": [],
    }
    assert list(found) == ["schema", "language", "title", "rows", "notes"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_line_is_a_row(table, written, count):
    rows = [(Quantity(Decimal(number)), None) for number in range(count)]
    lines = written(table(rows, NUMBERS), "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == [{"value": n, "value_low": None} for n in range(count)]


@pytest.mark.parametrize(
    "number",
    ["0.0000001", "12345678901234567890", "1.000", "-0.10", "0", "123456789012345678901234567890.0000000001"],
)
def test_digits_are_those_of_the_report(table, written, number):
    text = written(table([(Quantity(Decimal(number)), Decimal(number))], NUMBERS), "json")
    assert f'"value": {number}, "value_low": {number}}}' in text
    assert str(parsed(text)["rows"][0]["value"]) == str(Decimal(number))


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**30), max_value=10**30))
def test_any_number_is_read_back(table, written, number):
    row = parsed(written(table([(Quantity(number), number)], NUMBERS), "json"))["rows"][0]
    assert row == {"value": number, "value_low": number}


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_hostile_text_is_read_back(labelled, written, hostile, name):
    text = written(labelled(hostile), name)
    found = parsed(text.splitlines()[0] if name == "jsonl" else text)
    row = found if name == "jsonl" else found["rows"][0]
    assert (row["label"], row["as_written"]) == (hostile, hostile)
    if name == "json":
        assert found["title"] == hostile
        assert found["notes"] == [{"key": "group.section", "text": hostile, "section": hostile}]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_back_from_one_line(table, written, text):
    line = written(table([(text,)], TEXT), "jsonl")
    assert line.count("\n") == 1
    assert json.loads(line) == {"as_written": text}


def test_text_is_not_turned_into_escapes(run):
    assert "300-ден астам" in run("summary", "data/report_2025q3.yaml", "-f", "json").text


def test_a_row_of_every_kind(every_kind, written):
    full, empty = parsed(written(every_kind, "json"))["rows"]
    assert full == {
        "as_written": "300-ден астам",
        "label": "State schools",
        "value_bound": "more_than",
        "status": "behind",
        "reason": "from_zero",
        "section": "network",
        "unit": "school",
        "value": 300,
        "value_low": Decimal("300.5"),
        "remaining": -20,
        "expected": Decimal("16.1"),
        "pace": Decimal("0.67"),
        "share": Decimal("83.4"),
        "percent": Decimal("-10.3"),
        "change": 19,
        "due": "2025-12-31",
        "period": "2025-01-01/2025-09-30",
        "line": 1234,
        "text": "Plan: no due date is given.",
        "flags": "provisional estimated",
    }
    assert empty == dict.fromkeys(full) | {"label": "Empty"}


def test_notes_are_keys_and_values(table, written):
    remark = message("change.small_base", base=Quantity.parse("more than 7"))
    notes = (message("compare.remark", label="Schools", remark=remark),)
    found = parsed(written(table([], NUMBERS, notes=notes), "json"))
    base = {"value": 7, "bound": "more_than"}
    small = "the percentage is from a small base (more than 7)"
    assert found["notes"] == [
        {
            "key": "compare.remark",
            "text": f"Schools: {small}.",
            "label": "Schools",
            "remark": {"key": "change.small_base", "text": small, "base": base},
        }
    ]


def test_names_in_notes_are_in_the_language_chosen(table, written):
    name = Text.of({"kk": "Жоспар", "en": "Plan"}, "kk")
    notes = (message("targets.reason", label=name, reason=message("reason.no_due"), target="t"),)
    (note,) = parsed(written(table([], NUMBERS, notes=notes), "json"))["notes"]
    assert (note["label"], note["text"], note["target"]) == ("Plan", "Plan: no due date is given.", "t")


def test_only_the_texts_of_notes_depend_on_the_language(run):
    said = [
        without_texts(json.loads(run(*filled("targets"), "-f", "json", "-l", language).text)["notes"])
        for language in languages.available()
    ]
    assert [note["target"] for note in said[0] if note["key"] == "targets.reason"]
    assert all(notes == said[0] for notes in said)


def without_texts(value):
    """A value of a note without what is said in a language."""
    if isinstance(value, list):
        return [without_texts(item) for item in value]
    if isinstance(value, dict):
        return {name: without_texts(item) for name, item in value.items() if name not in ("text", "label")}
    return value


@pytest.mark.parametrize(
    "arguments",
    [
        ("summary", "data/report_2025q3.yaml", "--explain"),
        ("targets", "data/report_2025q3.yaml", "--explain"),
        ("compare", "examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml", "--explain"),
        ("show", "schools", "data/report_2025q3.yaml"),
    ],
)
def test_what_a_command_writes_is_json(run, arguments):
    done = run(*arguments, "-f", "json")
    found = parsed(done.text)
    assert found["schema"] == f"edureport.{arguments[0]}/1"
    assert found["rows"]
    assert not re.search(r"object at 0x|Decimal\(|\w\(\w+=", str(json.loads(done.text)))  # Python's own names
    about = [note for note in found["notes"] if "label" in note]
    assert about
    assert {note["indicator"] for note in about} <= {row["indicator"] for row in found["rows"]}
    for note in about:
        if "member" in note:
            assert any(note["member"] == row["member"] for row in found["rows"])
