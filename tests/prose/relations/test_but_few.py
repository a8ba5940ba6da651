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
        (  # who came twice is in both
            "kk",
            "Тестті 90 мың оқушы тапсырды. Олардың 72%-ы таңертең, 38%-ы кешке, ал 71 оқушы түнде келді.",
            [],
        ),
        (
            "ru",
            "Тест сдали 90 тысяч учеников: 72 % утром, 28 % вечером и 71 ученик ночью.",
            ["shares_but_few likely follows: - <- 72 % + 28 %"],
        ),
        ("ru", "Тест сдали 90 тысяч учеников: 72 % утром, 28 % вечером. Пришли 71 гость.", []),
        ("ru", "Из 80 000 учеников 64 % – девочки, 46 % – приезжие и 15 человек – близнецы.", []),
        (
            "en",
            "The test was taken by 90,000 pupils: 72% in the morning, 28% at noon and 71 pupils at night.",
            ["shares_but_few likely follows: - <- 72% + 28%"],
        ),
        ("en", "Of 900 pupils, 72% came in the morning, 28% at noon and 71 pupils at night.", []),
        ("en", "Of 80,000 pupils, 95% can read, 65% can swim and 15 pupils speak five languages.", []),
    ],
)
def test_shares_but_few(language, text, expected):
    assert [one for one in relations(language, text) if one.startswith("shares_")] == expected
