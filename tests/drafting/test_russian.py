"""Russian labels that name nothing: clauses, words in another case, words cut in the middle."""

import pytest

# Each with a look-alike: the labels of its figures, None if one is left open.
SENTENCES = [
    # a clause with a short adjective or a verb of the past
    ("Такая нагрузка сравнима с 4,5 % бюджета города.", [None]),
    ("Структура заявок примечательна: 20 заявок.", [None]),
    ("Средняя пенсия невелика: 240 тенге.", [None]),
    ("Средняя пенсия: 240 тенге.", ["Средняя пенсия"]),
    ("Студенты в Караганде на площадь вышли – 400 человек.", [None]),
    # a beginning that points to what was named before, or is in another case
    ("Ей удалось собрать средства на сумму 4 млн рублей.", [None]),
    ("Принявшего решение снизить ставку – 7 %.", [None]),
    ("Пока построено 12 домов.", [None]),
    ("Построено 12 домов.", ["Построено домов"]),
    # the genitive of many is put into the nominative, if it is sure
    ("Школ – 9, лицеев – 3, гимназий – 2.", ["Школ", "Лицеи", "Гимназии"]),
    ("Детских музыкальных школ – 6.", ["Детские музыкальные школы"]),
    ("Пострадавших от паводка – 45.", ["Пострадавшие от паводка"]),
    ("Средний возраст – 45.", ["Средний возраст"]),
    ("Новый музей – 45 залов.", ["Новый музей"]),
    ("Саратов – 12, Черных – 9.", ["Саратов", "Черных"]),
    ("Заместителей деканов – 44 %.", [None]),  # of them, or of all
    # a word with a hyphen between spaces is one
    ("Количество выпускников детско - юношеских школ - 250 чел.",
     ["Количество выпускников детско - юношеских школ"]),
    # the money that a programme is to have is planned, what it had is not
    ("Объем финансирования программы составляет 9 млн рублей.", [None]),
    ("Источники финансирования Программы:\n\n- бюджет – 5 млн рублей;\n- средства фонда – 7 млн рублей.",
     [None, None]),
    ("Объем финансирования программы составил 9 млн рублей.", ["Объем финансирования программы"]),
    ("Доходы:\n\n- местный бюджет – 5 млн рублей;\n- фонд – 7 млн рублей.",
     ["Местный бюджет", "Фонд"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "labels"), SENTENCES, ids=[text for text, _ in SENTENCES])
def test_a_label_is_a_name_in_the_nominative(drafted, text, labels):
    entries = drafted(text, "ru").draft.entries
    assert [None if entry.unnamed else entry.label for entry in entries] == labels
