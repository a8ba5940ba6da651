"""Ages, the bases of rates, durations and capacities, and what only looks like them."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "aged 7 to 15", ["7 to 15: attribute 7..15"]),
        ("en", "a school for 600 pupils", ["600: attribute 600 pupil"]),
        ("en", "schools for 600 pupils", ["600: figure 600 pupil"]),
        ("en", "per 1,000 people", ["1,000: attribute 1000"]),
        ("en", "$0.81 per $100 of value", ["0.81: figure 0.81 dollar each", "100: attribute 100"]),
        ("en", "they paid $100", ["100: figure 100 dollar"]),
        ("ru", "дети 3–6 лет", ["3–6: attribute 3..6"]),
        ("ru", "школа на 600 мест", ["600: attribute 600 место"]),
        ("ru", "117 школ на 600 мест", ["117: figure 117 школа", "600: figure 600 место"]),
        ("ru", "на 100 тысяч населения", ["100 тысяч: attribute 100000"]),
        ("ru", "72 часа", ["72: attribute 72 час"]),
        ("kk", "16 жасқа дейінгі", ["16: attribute 16"]),
        ("kk", "80 орындық балабақша", ["80: attribute 80 орын"]),
        ("kk", "бес күндік курс", ["бес: attribute 5 курс"]),
        ("kk", "1000 адамға шаққанда", ["1000: attribute 1000"]),
        ("kk", "3 пен 6 жас", ["3: attribute 3", "6: attribute 6"]),
        ("kk", "53 жас маман", ["53: figure 53 жас"]),
        ("ru", "человек на 10000", ["10000: attribute 10000"]),
        ("kk", "100 мың халыққа 45,3", ["100 мың: attribute 100000", "45,3: figure 45.3"]),
        ("kk", "2683 орынды құрайтын мектеп", ["2683: figure 2683 орын"]),
        ("ru", "на 127 человек больше", ["127: change 127 человек by up"]),
    ],
)
def test_attributes(language, text, expected):
    assert figures(language, text) == expected
