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


def test_items_below_words_of_plan_are_left_to_a_person(drafted):
    entries = [*drafted("In 2026 we will:\n\n- open 3 clinics\n- train 45 nurses", "en").draft.entries]
    assert [entry.unnamed for entry in entries] == [True, True]


def test_a_list_behind_words_of_plan_is_left_to_a_person(drafted):
    entries = [*drafted("Our programme envisages: 40 clinics; 45 nurses.", "en").draft.entries]
    assert [entry.unnamed for entry in entries] == [True, True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In 2025 we:\n\n- opened 3 clinics\n- trained 45 nurses"),
        ("en", "Our plan was met:\n\n- 3 clinics opened"),
        ("en", "There are 266 children with care plans."),
        ("ru", "К предстоящей зиме заготовлено 40 тонн сена."),
        ("ru", "Посеяно 40 га овса, что составляет 65% от запланированного объёма."),
        ("ru", "Картофеля к прогнозу посажено 47%."),
        ("ru", "Алименты взысканы с 40 должников."),
        ("ru", "Первыми пойдут младшие: в школе учатся 40 детей."),
        ("ru", "Дети пойдут в 12 школ."),
        ("ru", "Виновны 7 должностных лиц."),
        ("ru", "В школах 40 планшетов."),
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
    [
        "Охват достиг 40 %, к зиме его планируется довести до 50 %.",
        "Доля достигла 40 %, к лету она должна составить 50 %.",
    ],
)
def test_what_was_is_no_plan_of_what_follows(drafted, text):
    draft = drafted(text, "ru").draft
    assert [target.value for target in draft.targets] == ["50"]
    assert [entry.value for entry in draft.entries if entry.states] == ["40"]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("План по строительству 3 школ отменён.", False),
        ("Строительство 3 школ отложено.", False),
        ("Планируется открыть 5 школ, проект моста отменён.", True),
        ("Отменено 5 рейсов.", True),
    ],
)
def test_a_dropped_plan_has_no_label(drafted, text, named):
    assert [entry.unnamed for entry in drafted(text, "ru").draft.entries] == [not named]


@pytest.mark.parametrize(
    "text",
    [
        "К зиме планируется заготовить 40 тонн сена.",
        "От плана не отступят: откроют 12 школ.",
        "Охват планировалось довести до 40 %, в дальнейшем планируется больше.",
    ],
)
def test_a_plan_stays_one(drafted, text):
    assert len(drafted(text, "ru").draft.targets) == 1
