"""Two shares that leave but a few, whose number is told."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "kk",
            "Тестті 90 мың оқушы тапсырды. Олардың 72%-ы таңертең, 28%-ы кешке, ал 71 оқушы түнде келді.",
            ["shares_kinds likely follows: - <- 72%-ы + 28%-ы"],
        ),
        (
            "kk",
            "Тестті 90 мың оқушы тапсырды. Олардың 72%-ы таңертең, 38%-ы кешке, ал 71 оқушы түнде келді.",
            ["shares_but_few likely doubtful: - <- 72%-ы + 38%-ы"],
        ),
        (
            "kk",  # 9,000 are not few
            "Тестті 90 мың оқушы тапсырды. Олардың 72%-ы таңертең, 18%-ы кешке, ал 9000 оқушы түнде келді.",
            [],
        ),
        (
            "ru",
            "Тест сдали 90 тысяч учеников: 72 % утром, 18 % вечером и 71 ученик ночью.",
            ["shares_but_few likely doubtful: - <- 72 % + 18 %"],
        ),
        ("ru", "Тест сдали 90 тысяч учеников: 72 % утром, 18 % вечером. Пришли 71 гость.", []),
        (
            "en",
            "The test was taken by 90,000 pupils: 72% in the morning, 18% at noon and 71 pupils at night.",
            ["shares_but_few likely doubtful: - <- 72% + 18%"],
        ),
        ("en", "Of 900 pupils, 72% came in the morning, 18% at noon and 71 pupils at night.", []),
    ],
)
def test_shares_but_few(language, text, expected):
    assert [one for one in relations(language, text) if one.startswith("shares_")] == expected
