"""Levels that a sentence compares: two and a change, an index or a plan, and nothing else."""

import pytest
from said import relations

ASKED = "likely doubtful"


@pytest.mark.parametrize(
    ("language", "text", "digit"),
    [
        (
            "ru",
            "Средняя плата выросла на 8,4 % и составила 54 200 тенге (в 2023 году – {}0 000 тенге).",
            "57",
        ),
        (
            "ru",
            "В Нижней Слободе родилось 1 254 ребёнка (в 2023 году – 1 {}18 детей), снижение на 4,9 %.",
            "37",
        ),
        ("ru", "При плане 320 млн тенге исполнено {}04 млн тенге, или 95 %.", "34"),
        (
            "ru",
            "Выпуск составил 1 250,4 млрд тенге, или 10{},2 % к уровню прошлого года (1 200 млрд тенге).",
            "49",
        ),
        (
            "ru",
            "За 9 месяцев 3 450 человек, что на {}50 человек больше аналогичного периода (3 100 человек).",
            "32",
        ),
        ("ru", "На 1 мая 2024 года клубов – 1 520, на 1 мая 2025 года клубов – 1 5{}6, рост 105 %.", "92"),
        ("en", "Income of 757.3 million in 2017 increased {}8.5% to 1,200.3 million in 2018.", "54"),
        ("ru", "Жителей на начало года – 56 240, на конец года – 55 980, уменьшение на 2{}0 жителей.", "69"),
        ("kk", "Адам саны жыл басында 56 240, жыл соңында 55 980 болды, 2{}0 адамға азайды.", "69"),
        ("ru", "Было подано 3 120 заявок, стало 3 4{}6, прирост 10,8 %.", "56"),
        ("kk", "Өткен жылы 5 912 ағаш отырғызылса, биыл 6 740 ағаш отырғызылды, 8{}8 ағашқа артық.", "23"),
        ("kk", "Өтінім саны 3 120-дан 3 456-ға жетіп, 3{}6-ға артты.", "34"),
        ("kk", "Слободада орташа төлем 8,4%-ға өсіп, 54 200 теңге болды (2023 жылы – {}0 000 теңге).", "57"),
        ("kk", "Өткен жылмен салыстырғанда өтініштер саны {}15-ке өсіп, 1 640 болды (былтыр – 1 425).", "24"),
        (
            "kk",
            "Өнім көлемі 1 250,4 млрд теңге, өткен жылмен салыстырғанда 10{},2% (1 200 млрд теңге).",
            "49",
        ),
    ],
)
def test_one_digit_would_make_three_numbers_follow(language, text, digit):
    right, wrong = (text.format(one) for one in digit)
    assert not any(ASKED in one for one in relations(language, right))
    assert [ASKED in one for one in relations(language, wrong)] == [True]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # The same three numbers, but words that do not compare them, or compare something else.
        (
            "en",
            "Sales were 541 million dollars against 529 million dollars, and a 5 % rise in rents is planned.",
        ),
        ("en", "A growth of 12 boxes was against 113 boxes and 126 boxes in 2017 and 2018."),
        ("ru", "За три года число клубов выросло на 25 % и составило 345 клубов (в 2023 году – 300 клубов)."),
        ("ru", "С начала года число клубов выросло на 25 % до 345 клубов (в 2023 году – 300 клубов)."),
        ("en", "Over three years enrolment has risen by 25 % to 345 pupils (2023: 300)."),
        ("kk", "Үш жылда оқушылар саны 25 %-ға артып, 345 адам болды (2023 жылы – 300 адам)."),
        ("en", "Output was up 5 % on a comparable basis at 207 tonnes against 104 tonnes."),
        ("en", "The lowest was 450 tonnes, and output closed 16 % down at 467 tonnes."),
        ("ru", "Плата выросла на 8,4 % и составила 54 200 тенге (в 2023 году – 70 000 кружек)."),
        ("ru", "Плата выросла на 8,4 % и составила 54 200 тенге (в 2023 году – 71 300 тенге)."),  # two digits
        (
            "ru",
            "Плата выросла на 8,4 % и составила 54 200 тенге (в 2023 году – 70 000 тенге), собрано 12 тонн.",
        ),
        ("ru", "Из 6 810 мест останется 5 500 мест, что на 1 300 мест меньше, чем в 2023 году."),  # rounded
        ("ru", "При плане 320 млн тенге исполнено 304 млн тенге; рост на 98 %."),
        # compared with another place, with a plan, and on another basis
        ("en", "The average price rose by 4 % to $520,000, compared with $505,000 in the eastern suburbs."),
        ("ru", "Надои выросли на 4,5 % и составили 2 340 кг против 2 250 кг в соседней области."),
        ("ru", "Средняя плата – 54 200 тенге, рост на 6,7 % к плану (в 2023 году – 50 100 тенге)."),
        ("kk", "Орташа төлем нақты мәнде 8,4 % өсіп, 54 200 теңгені құрады (2023 жылы 50 800 теңге)."),
    ],
)
def test_three_numbers_that_may_be_of_something_else(language, text):
    assert not any("change_beside likely doubtful" in one for one in relations(language, text))
