"""Items of a list get the words that head it, and none that may be of something else."""

import pytest

LISTS = [
    ("ru", "В сёлах привито 75 человек, в Орле – 20, в Туле – 45.",
     ["Привито человек в сёлах", "Привито человек в Орле", "Привито человек в Туле"]),
    ("ru", "Средняя зарплата по районам: Орёл – 26 рублей, Тула – 17 рублей.",
     ["Средняя зарплата по районам: Орёл", "Средняя зарплата по районам: Тула"]),
    ("ru", "Итоги рассмотрения просьб:\n\n- отказано 15 (37 %)\n\n- исполнено 12 (29 %)",
     ["Итоги рассмотрения просьб: отказано", "Итоги рассмотрения просьб: отказано",
      "Итоги рассмотрения просьб: исполнено", "Итоги рассмотрения просьб: исполнено"]),
    ("ru", "Собрано 5 тонн льна, или 43 % плана.",
     ["Собрано тонн льна", "Собрано тонн льна: доля плана"]),
    ("en", "Regions with the largest amount of cargo in 2024: Hill (40 tonnes, +5%); Dale (30 tonnes, +2%).",
     ["Regions with the largest amount of cargo: Hill", "Regions with the largest amount of cargo: Dale"]),
    ("kk", "Арман облысында 44 оқушы оқиды, Гүл облысында – 34.",
     ["Арман облысында оқитын оқушы", "Гүл облысында оқитын оқушы"]),
    ("kk", "Қалада 12 мектеп бар, ауылда – 15.", ["Қаладағы мектеп", "Ауылдағы мектеп"]),
    ("kk", "Облыстар бойынша оқушылар саны: Арман облысы – 34, Гүл облысы – 26.",
     ["Облыстар бойынша оқушылар саны: Арман облысы", "Облыстар бойынша оқушылар саны: Гүл облысы"]),
    ("kk", "Өңірлерде тіркелген өрт саны:\n\nАрман облысында – 44;\n\nГүлде – 34;\n\nТүлкі облысында – 3.",
     ["Тіркелген өрт саны: Арман облысында", "Тіркелген өрт саны: Гүлде",
      "Тіркелген өрт саны: Түлкі облысында"]),
    ("kk", "Өңірлер арасында ең жоғары жалақы Арман облысында – 44 теңге, Гүл облысында – 34 теңге.",
     ["Жалақы Арман облысында", "Жалақы Гүл облысында"]),
    ("kk", "Қазақтардың ең көп саны Арман қаласында тіркелді – 44.", ["Қазақтардың саны Арман қаласында"]),
    ("kk", "Қалада ең жоғары жалақы – 44 теңге.", ["Қалада ең жоғары жалақы"]),
]  # fmt: skip

OTHERS = [
    (
        "ru",
        "Средняя зарплата по районам: Орёл – 26 рублей, Тула – 17 рублей, население – 5 тыс. человек.",
        ["Средняя зарплата по районам: Орёл", "Средняя зарплата по районам: Тула", "Население"],
    ),
    (
        "en",
        "The number of clubs by region: North – 40, South – 30, cost – 12 million dollars.",
        ["Number of clubs by region: North", "Number of clubs by region: South", "Cost"],
    ),
    (
        "kk",
        "Орелде 12 клуб ашылды, Тулада кітапхана – 15, Самарада – 7.",
        ["Орелде ашылған клуб", "Тулада кітапхана", "Самарада"],
    ),
    ("ru", "В районе: школы – 12, клубы – 15.", ["Школы", "Клубы"]),
    ("ru", "Открыто 5 школ, в клубах – 120 мест.", ["Открыто школ", "Места в клубах"]),
    ("ru", "Доходы бюджета:\n\n- налоги – 15 рублей\n\n- сборы – 5 рублей", ["Налоги", "Сборы"]),
]

# The label of the last figure is open: nothing says surely what it counts.
OPEN = [
    ("ru", "В Орле произошло 40 пожаров, в Туле краж 70."),
    ("ru", "На ремонт клубов выделено 5 млн рублей, в Туле – 7 млн рублей."),
]


@pytest.mark.parametrize(("language", "text"), OPEN, ids=[text for _, text in OPEN])
def test_an_item_of_something_else_is_left_open(drafted, language, text):
    assert [entry.unnamed for entry in drafted(text, language).draft.entries] == [False, True]


@pytest.mark.parametrize(
    ("language", "text", "labels"), LISTS + OTHERS, ids=[one[1] for one in LISTS + OTHERS]
)
def test_an_item_is_named_with_what_heads_its_list(drafted, language, text, labels):
    entries = drafted(text, language).draft.entries
    assert [entry.label for entry in entries] == labels
    assert not any(entry.unnamed for entry in entries)


def test_a_share_of_another_sentence_takes_no_label(drafted):
    first, second = drafted("Собрано 5 тонн льна. Или 43 % плана.", "ru").draft.entries
    assert not first.unnamed
    assert second.unnamed
