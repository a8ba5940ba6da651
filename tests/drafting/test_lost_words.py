"""A label has what the words before a Russian number say of it, or the entry stands in comments."""

import pytest

NAMED = [
    ("Прошли проверки, по итогам которых выявлено 40 нарушений.", "Выявлено нарушений"),
    ("План по доходам – 60 домов.", "План по доходам"),
    ("В больнице развёрнуто 40 коек.", "Развернуто коек в больнице"),
    ("Путёвками обеспечены 40 детей-сирот.", "Обеспечено детей-сирот путёвками"),
    ("В сёлах погибло 7 человек.", "Погибло человек в сёлах"),
    ("Работает 1 школа.", "Школы"),
    ("Предусмотрено 14 млн рублей на дороги.", "Предусмотрено рублей на дороги"),
    ("Аграрии собрали 5 тыс. тонн ржи.", "Собрало тонн ржи"),
    ("Молока надоено 40 тонн.", "Надоено молока"),
    ("Питанием охвачены 40 школьников.", "Охвачено школьников питанием"),
    ("Жильём обеспечены 8 сирот.", "Обеспечено сирот жильём"),
    ("Населением собрано 40 тонн ягод.", "Собрано тонн ягод населением"),
    ("В 2025 году школу окончили 84 выпускника.", "Выпускники: окончило школу"),
    ("В очередь на детский сад записаны 40 детей.", "Записано детей в очередь на детский сад"),
    ("В музее хранится 40 картин.", "Число картин, которые хранятся в музее"),
    ("В секции учится 40 детей.", "Число детей, которые учатся в секции"),
    ("Под опекой находятся 44 ребёнка.", "Число детей, которые находятся под опекой"),
    ("В районе работают 34 школы.", "Школы в районе"),
    ("По словам акима, построено 5 школ.", "Построено школ"),
    ("Планируется построить 5 школ.", "Школы"),
    ("Рассмотрено 98 % жалоб в срок.", "Доля жалоб, которые рассмотрены в срок"),
    ("Обратилось 12 % жителей.", "Доля жителей, которые обратились"),
    ("Уровень газификации вырос до 40 %.", "Уровень газификации"),
    ("Органами опеки выявлено 12 случаев побоев.", "Выявлено случаев побоев органами опеки"),
]
OPEN = [
    "Стаж более года имеют 64 педагога.",
    "Прививки от гриппа сделали 40 человек.",
    "Ремонта требуют 9 котельных.",
    "Доплата позволила принять 12 врачей.",
    "Штрафы получили 12 водителей.",
    "Засеяли 10 % площадей.",
    "Отделение обслуживает 14 сёл.",
    "Надои составили 40 тонн на ферму.",
    "Для школ требуется 12 учителей.",
    "На линию выходят 38 автобусов.",
    "Открыты выставки, которые посетили 40 человек.",
    "Предусмотренные 14 млн рублей освоены.",
    "Целевой показатель – 60 %.",
    "План на год – 60 домов.",
    "Нагрузка тогда достигала 31 вызова.",
]
ALONE = [
    "В приюте 12 кошек, 5 ставок вакантны.",
    "Зал может вместить 400 человек.",
    "Хозяйства располагают 118 тракторами.",
    "Норма – 40 мест.",
    "Собрано 40 т.",
]


@pytest.mark.parametrize(("text", "label"), NAMED, ids=[text for text, _ in NAMED])
def test_a_label_has_all_that_is_said(drafted, text, label):
    (entry,) = drafted(text, "ru").draft.entries
    assert entry.label == label
    assert not entry.unnamed


@pytest.mark.parametrize("text", OPEN)
def test_a_label_that_would_lack_words_is_open(drafted, text):
    (entry,) = drafted(text, "ru").draft.entries
    assert entry.unnamed


@pytest.mark.parametrize("text", ALONE)
def test_what_is_no_name_is_no_label(drafted, text):
    assert [*drafted(text, "ru").draft.entries][-1].unnamed


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Собрано 45 тонн ржи при средней урожайности 14 ц.", "Собрано тонн ржи"),
        ("Построено 5 домов общей площадью 400 м.", "Построено домов"),
        ("Проведено 12 встреч с участием 400 человек.", "Проведено встреч"),
        ("Открыто 5 классов в школах района и 12 залов.", "Открыто классов в школах района"),
        ("Создано 14 мест для инвалидов, открыто 2 зала.", "Создано мест для инвалидов"),
    ],
)
def test_what_the_next_number_measures_belongs_to_that(drafted, text, label):
    assert next(iter(drafted(text, "ru").draft.entries)).label == label


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ремонт шёл в 9 школах, 4 садах и 2 больницах.", 0),
        ("Отремонтированы 9 школ, 4 сада и 2 больницы.", 3),
        ("В школах работают 9 врачей, 4 медсестры и 2 логопеда.", 3),
    ],
)
def test_a_list_behind_a_preposition_has_no_names(drafted, text, names):
    draft = drafted(text, "ru").draft
    assert sum(not entry.unnamed for entry in draft.entries) == names


@pytest.mark.parametrize(
    ("text", "plans"),
    [
        ("Овса намолочено 40 тонн, или 87 % к прогнозу.", 0),
        ("Овёс убран с 40 га, что составляет 96 % запланированной площади.", 0),
        ("Овса намолочено 87 %, к осени прогнозируется 40 тонн.", 1),
        ("По поручению акима открыто 12 школ.", 0),
        ("Поручено открыть 12 школ.", 1),
    ],
)
def test_a_share_of_a_plan_makes_no_plan_of_what_it_restates(drafted, text, plans):
    assert len(drafted(text, "ru").draft.targets) == plans


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Убрано 99 % площадей (40 га).", [True, False]),
        ("Жильём обеспечены 12 семей и 8 сирот.", [True, False]),
        ("В районе открыто 5 школ и 3 клуба.", [True, True]),
        ("Получали самую высокую зарплату – 40 тыс. рублей.", [False]),
        ("Больше всего школ – 40.", [False]),
    ],
)
def test_words_of_another_number_are_no_label(drafted, text, named):
    assert [not entry.unnamed for entry in drafted(text, "ru").draft.entries] == named


@pytest.mark.parametrize(
    ("text", "entries"), [("Больше всего прирост в Орле (+40 кг).", 0), ("Больше всего школ в Орле (40).", 1)]
)
def test_a_number_with_a_plus_is_a_change(drafted, text, entries):
    assert len([*drafted(text, "ru").draft.entries]) == entries


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("ru", "Площадь зала – 40 кв. м.", None),
        ("ru", "Площадь зала – 40 квадратных метров.", None),
        ("ru", "Длина зала – 40 метров.", "метр"),
        ("ru", "Построено 40 квартир.", "квартира"),
        ("kk", "Залдың аумағы 40 шаршы метр.", None),
        ("kk", "Залдың аумағы 40 шаршы шақырым.", None),
        ("kk", "Залдың аумағы 40 кв. м.", None),
        ("kk", "Залдың аумағы 40 м².", None),
        ("kk", "Қоймада 40 мың текше метр ағаш бар.", None),
        ("kk", "Залдың ұзындығы 40 метр.", "метр"),
        ("en", "The hall has 40 square kilometres.", None),
        ("en", "The hall has 40 cubic metres.", None),
        ("en", "The hall has 40 m2.", None),
        ("en", "The mill made 40 kilowatt hours.", None),
        ("en", "The road has 40 kilometres.", "kilometre"),
        ("en", "The town has 40 squares.", "squares"),
    ],
)
def test_a_square_metre_is_no_metre(drafted, language, text, unit):
    draft = drafted(text, language).draft
    assert draft.units[next(iter(draft.entries)).unit].name == unit
