"""Periods as tables write them."""

import pytest

from edureport.errors import EdureportError
from edureport.model.period import Period
from edureport.reading.tables.periods import read_period


@pytest.mark.parametrize(
    ("text", "form", "period"),
    [
        ("2024/25 / III четверть", "school-quarter", "2024/25-Q3"),
        ("2024-2025 1 тоқсан", "school-quarter", "2024/25-Q1"),
        ("2025 Week 10", "week", "2025-W10"),
        ("2025-W10", "week", "2025-W10"),
        ("2024/25", "fiscal-april", "FY2024-04"),
        ("202425", "fiscal-july", "FY2024-07"),
        ("2024-2025", "fiscal-october", "FY2024-10"),
        ("2025-S1", "", "2025-H1"),
    ],
)
def test_a_form_is_read(text, form, period):
    assert read_period(text, form) == Period.parse(period)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2024", "fiscal-april"),
        ("2024/26", "fiscal-april"),
        ("2025 W54", "week"),
        ("2024/25 5 четверть", "school-quarter"),
    ],
)
def test_what_is_none_is_told(text, form):
    with pytest.raises(EdureportError):
        read_period(text, form)


def test_a_table_is_sorted_by_the_end_of_its_periods(run, tmp_path):
    for period in ("2025-9M", "2025-H1", "2025-Q2"):
        (tmp_path / f"{period}.yaml").write_text(
            f"edureport: 1\nreport: {{id: r, organisation: City, period: {period}, language: en}}\n"
            "units: {s: schools}\nindicators: {x: {label: X, unit: s, kind: stock, value: 5}}\n"
        )
    lines = run("data", tmp_path, "--sort", "period", "--columns", "period", "-f", "csv").lines[1:]
    expected = [Period.parse(text) for text in ("2025-Q2", "2025-H1", "2025-9M")]
    assert [Period.parse(line) for line in lines] == expected
