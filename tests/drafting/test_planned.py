"""A plan is a target and no level; a word of plan that only says what is measured by it makes no target."""

import pytest

PLANS = [
    ("ru", "В первый класс пойдут 40 детей.", 1),
    ("ru", "Учёбу начнут 40 детей, из них 12 – в сёлах.", 2),
    ("ru", "Посевная площадь превысит 40 га.", 1),
    ("kk", "Әкімдіктер 40 мектеп салуды жоспарлады.", 1),
    ("kk", "Өнімді 2 млн теңгеге, мал басын 7 мыңға жеткізу жоспарланып отыр.", 2),
    ("kk", "Колледжде 40 студент білім алмақ.", 1),
]


@pytest.mark.parametrize(("language", "text", "count"), PLANS, ids=[text for _, text, _ in PLANS])
def test_what_will_be_is_a_target(drafted, language, text, count):
    draft = drafted(text, language).draft
    assert len(draft.targets) == count
    assert not any(entry.states for entry in draft.entries)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "К предстоящей зиме заготовлено 40 тонн сена."),
        ("ru", "Посеяно 40 га овса, что составляет 65% от запланированного объёма."),
        ("ru", "Картофеля к прогнозу посажено 47%."),
        ("ru", "Алименты взысканы с 40 должников."),
        ("ru", "Первыми пойдут младшие: в школе учатся 40 детей."),
        ("ru", "Дети пойдут в 12 школ."),
        ("kk", "Өнім 2 млн теңгеге жетті, мал басы 7 мыңға көбейді."),
        ("kk", "Ерекше білім беру қажеттілігі бар 40 бала оқиды."),
    ],
)
def test_what_is_so_is_none(drafted, language, text):
    draft = drafted(text, language).draft
    assert not draft.targets
    assert all(entry.states for entry in draft.entries)


@pytest.mark.parametrize(
    "text",
    ["К зиме планируется заготовить 40 тонн сена.", "От плана не отступят: откроют 12 школ."],
)
def test_a_plan_stays_one(drafted, text):
    assert len(drafted(text, "ru").draft.targets) == 1
