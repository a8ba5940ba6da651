"""Figures: what the figures of one sentence leave to each other."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Планируется открыть 14 школ: 5 новых и 9 старых.",
            ["14: target 14 школа", "5: target 5 школа", "9: target 9 школа"],
        ),
        ("kk", "Ауданда 14 мектеп бар, 5-еуі жаңа.", ["14: figure 14 мектеп", "5-еуі: figure 5 мектеп part"]),
        ("en", "There were 14 schools and 5 more.", ["14: figure 14 school", "5: figure 5 school"]),
        ("ru", "Открыто 14 школ. Закрыто 5.", ["14: figure 14 школа", "5: figure 5"]),
        ("en", "in 2023, 2024 and 2025", ["2023: date 2023", "2024: date 2024", "2025: date 2025"]),
        ("en", "Kazakh mektep bar 300 men the", ["300: figure 300 man"]),
        (
            "ru",
            "школы на 600 мест, в том числе 300 мест",
            ["600: attribute 600 место", "300: figure 300 место"],
        ),
    ],
)
def test_figures(language, text, expected):
    assert figures(language, text) == expected
