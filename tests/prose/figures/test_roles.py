"""Roles: a total, a part, what remains, and what each has."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "14 institutions in all", ["14: figure 14 institution total"]),
        ("en", "The remaining 14 are closed.", ["14: figure 14 rest"]),
        (
            "en",
            "Each of the 18 buildings has 36 flats.",
            ["18: figure 18 building", "36: figure 36 flat each"],
        ),
        ("en", "300 places each", ["300: figure 300 place each"]),
        ("ru", "40 семей получили по 20 тонн.", ["40: figure 40 семья", "20: figure 20 тонна each"]),
        ("ru", "по 20 закрыты", ["20: figure 20"]),
        ("ru", "Всего 14 школ", ["14: figure 14 школа total"]),
        ("ru", "остальные 14 закрыты", ["14: figure 14 rest"]),
        ("ru", "всего, 14 школ", ["14: figure 14 школа"]),
        ("kk", "екі мектептің әрқайсысы 300 орыннан", ["екі: figure 2 мектеп", "300: figure 300 орын each"]),
        ("kk", "екі мектеп 300 орыннан ашылды", ["екі: figure 2 мектеп", "300: figure 300 орын each"]),
        ("kk", "124 мектептің 121-і жаңа", ["124: figure 124 мектеп", "121-і: figure 121 мектеп part"]),
        ("kk", "қалған 14 мектеп", ["14: figure 14 мектеп rest"]),
        ("kk", "барлығы 14 мектеп", ["14: figure 14 мектеп total"]),
    ],
)
def test_roles(language, text, expected):
    assert figures(language, text) == expected
