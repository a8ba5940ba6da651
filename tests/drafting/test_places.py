"""A label that is short has the place of its clause; one that names its own stays as it is."""

import pytest

PLACED = [
    ("kk", "Дала ауданында 48 дәрігер және 82 медбике бар.", ["Дала ауданындағы дәрігер"]),
    ("ru", "В Туле ранены 5 детей, погибло 12 человек.", ["Ранено детей в Туле", "Погибло человек"]),
    ("ru", "В Туле открыто 5 школ, Калуга получила 12 автобусов.", ["Получило автобусов"]),
]


@pytest.mark.parametrize(("language", "text", "labels"), PLACED, ids=[text for _, text, _ in PLACED])
def test_the_place_of_a_clause_is_in_a_short_label(drafted, language, text, labels):
    found = {entry.label for entry in drafted(text, language).draft.entries}
    assert found.issuperset(labels)


@pytest.mark.parametrize(
    ("language", "text", "label"),
    [
        ("ru", "В Туле школы; погибло 12 человек.", "Погибло человек"),
        ("ru", "Сообщили в Туле: погибло 12 человек.", "Погибло человек"),
        ("ru", "Врачи приехали в Тулу, погибло 12 человек.", "Погибло человек"),
        ("kk", "Дала ауданында 90 дәрігер, Орманда 40 медбике бар.", "Орманда … медбике бар"),
        ("kk", "Дала ауданының әкімі келді, 48 дәрігер бар.", "Дәрігер"),
        ("kk", "Дала ауданында жаңбыр жауды, ал 48 дәрігер бар.", "Дәрігер"),
    ],
)
def test_a_place_of_something_else_is_not(drafted, language, text, label):
    assert label in {entry.label for entry in drafted(text, language).draft.entries}
