"""Plans: whether a number says what is, or what is to be."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The plan for 2025 was 14 bridges.", ["2025: date 2025", "14: target 14 bridge"]),
        ("en", "14 bridges are to be opened.", ["14: target 14 bridge"]),
        ("en", "14 bridges were opened as planned.", ["14: figure 14 bridge"]),
        ("en", "We will open 14 bridges.", ["14: target 14 bridge"]),
        ("en", "99 per cent of the plan", ["99 per cent: percent 99 %"]),
        ("ru", "Планируется открыть 14 мостов.", ["14: target 14 мост"]),
        ("ru", "14 мостов открыты.", ["14: figure 14 мост"]),
        ("ru", "План выполнен на 102 %.", ["102 %: percent 102 %"]),
        ("ru", "Собрано 102 % плана.", ["102 %: percent 102 %"]),
        # A plan that another number is a share of, and its own number.
        ("ru", "Сделано 61 % плана на площади 14 га.", ["61 %: percent 61 %", "14: figure 14 гектар"]),
        ("ru", "Сделано 61 % от плана в 14 мостов.", ["61 %: percent 61 %", "14: target 14 мост"]),
        ("ru", "Необходимо 14 мостов.", ["14: target 14 мост"]),
        ("ru", "Мостов 14, план – 15.", ["14: figure 14", "15: target 15"]),
        ("en", "Bridges: 14, plan for the town – 15.", ["14: figure 14", "15: target 15"]),
        ("kk", "14 көпір ашылмақ.", ["14: target 14 көпір"]),
        ("kk", "14 көпір салынады.", ["14: target 14 көпір"]),
        ("kk", "Жоспар – 40 көпір", ["40: target 40 көпір"]),
        ("kk", "жоспар бойынша 40 көпір", ["40: target 40 көпір"]),
        ("kk", "жоспарланған 40 көпірдің бәрі", ["40: target 40 көпір"]),
        (
            "kk",
            "674 мектепте 40 кабинет ашылады деп жоспарланып отыр",
            ["674: figure 674 мектеп", "40: target 40 кабинет"],
        ),
        ("kk", "14 көпір ашылды, 5 көпір салу жоспарлануда.", ["14: figure 14 көпір", "5: target 5 көпір"]),
        ("kk", "14 көпір көмек", ["14: figure 14 көпір"]),
        (
            "ru",
            "Планируется открыть 14 мостов, в том числе 5 новых.",
            ["14: target 14 мост", "5: target 5 мост"],
        ),
        (
            "ru",
            "При плане 2 000 тонн отгружено 2 090.",
            ["2 000: target 2000 тонна", "2 090: figure 2090 тонна"],
        ),
        (
            "ru",
            "Отгружено 2 090 тонн при плане 2 000.",
            ["2 090: figure 2090 тонна", "2 000: target 2000 тонна"],
        ),
        (
            "ru",
            "По плану 40 школ, должно быть отгружено 2 090 тонн.",
            ["40: target 40 школа", "2 090: target 2090 тонна"],
        ),
        (
            "en",
            "There came 2,019 boxes against a forecast of 1,962.",
            ["2,019: figure 2019 box", "1,962: target 1962 box"],
        ),
        (
            "en",
            "There will come 2,019 boxes against a forecast of 1,962.",
            ["2,019: target 2019 box", "1,962: target 1962 box"],
        ),
        (
            "ru",
            "Урожай вырос до 345 тонн, что на 5 % выше прогноза.",
            ["345: figure 345 тонна to up", "5 %: change 5 % by up"],
        ),
        (
            "ru",
            "Прогноз – 345 тонн, что на 5 % выше урожая.",
            ["345: target 345 тонна", "5 %: change 5 % by up"],
        ),
        (
            "en",
            "It used 10% less, and 84 litres below the target.",
            ["10%: percent 10 %", "84: change 84 litre by down"],
        ),
    ],
)
def test_plans(language, text, expected):
    assert figures(language, text) == expected
