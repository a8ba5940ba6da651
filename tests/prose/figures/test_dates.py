"""Dates, periods, ages and sizes."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "since 2016.", ["2016: date 2016"]),
        ("en", "(2024)", ["2024: date 2024"]),
        ("en", "in 2025 Riverside opened", ["2025: date 2025"]),
        ("en", "in 2025 pupils", ["2025: figure 2025 pupil"]),
        ("en", "September 1", ["1: date 1"]),
        ("en", "In September 12 schools opened", ["12: figure 12 school"]),
        ("en", "three years", ["three: date 3"]),
        ("en", "aged 7 to 15", ["7 to 15: attribute 7..15"]),
        ("en", "a school for 600 pupils", ["600: attribute 600 pupil"]),
        ("en", "schools for 600 pupils", ["600: figure 600 pupil"]),
        ("en", "per 1,000 people", ["1,000: attribute 1000"]),
        ("ru", "2023, 2024 и 2025 годах", ["2023: date 2023", "2024: date 2024", "2025: date 2025"]),
        ("ru", "дети 3–6 лет", ["3–6: attribute 3..6"]),
        ("ru", "школа на 600 мест", ["600: attribute 600 место"]),
        ("ru", "117 школ на 600 мест", ["117: figure 117 школа", "600: figure 600 место"]),
        ("ru", "на 100 тысяч населения", ["100 тысяч: attribute 100000"]),
        ("ru", "72 часа", ["72: attribute 72 час"]),
        ("kk", "2025 жылдың соңына дейін", ["2025 жылдың соңына дейін: date 2025"]),
        ("kk", "29 шілде", ["29 шілде: date 29"]),
        ("kk", "9 ай ішінде", ["9 ай ішінде: date 9"]),
        ("kk", "16 жасқа дейінгі", ["16: attribute 16"]),
        ("kk", "80 орындық балабақша", ["80: attribute 80 орын"]),
        ("kk", "бес күндік курс", ["бес: attribute 5 курс"]),
        ("kk", "1000 адамға шаққанда", ["1000: attribute 1000"]),
        ("kk", "3 пен 6 жас", ["3: attribute 3", "6: attribute 6"]),
        ("kk", "300 мыңдық жоспар", ["300 мыңдық: target 300000 жоспар"]),
    ],
)
def test_dates(language, text, expected):
    assert figures(language, text) == expected
