"""Dates and lengths of time."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "September 1", ["1: date 1"]),
        ("en", "In September 12 schools opened", ["12: figure 12 school"]),
        ("en", "three years", ["three: date 3"]),
        ("kk", "2025 жылдың соңына дейін", ["2025 жылдың соңына дейін: date 2025"]),
        ("kk", "29 шілде", ["29 шілде: date 29"]),
        ("kk", "9 ай ішінде", ["9 ай ішінде: date 9"]),
        ("kk", "300 мыңдық жоспар", ["300 мыңдық: target 300000 жоспар"]),
        ("en", "July 5th, 2012", ["5th: date 5", "2012: date 2012"]),
        ("ru", "22 августа, 2012", ["22: date 22", "2012: date 2012"]),
        ("en", "in three of the last four quarters", ["three: date 3", "four: date 4"]),
        ("ru", "300 против 250 годом ранее", ["300: figure 300", "250: figure 250"]),
    ],
)
def test_dates(language, text, expected):
    assert figures(language, text) == expected
