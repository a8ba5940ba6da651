"""Differences and multiples: what rose or fell, from where to where."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "Output rose from 20 to 30 tonnes, or by 50%.",
            ["change_from_to certain follows: 30 <- 20 + 50%"],
        ),
        (
            "en",
            "Output rose from 20 to 30 tonnes, or by 40%.",
            ["change_from_to certain does_not_follow: 30 <- 20 + 40%"],
        ),
        (
            "en",
            "Output went up from 2,043 tonnes in 2010 to 3,157 in 2011, registering a rise of 4.3 per cent.",
            ["change_from_to certain does_not_follow: 3,157 <- 2,043 + 4.3 per cent"],
        ),
        (
            "ru",
            "Выпуск вырос с 2043 тонн в 2010 году до 3157 тонн в 2011 году, показав рост на 4,3 %.",
            ["change_from_to certain does_not_follow: 3157 <- 2043 + 4,3 %"],
        ),
        (
            "ru",
            "Число детей уменьшилось на 21 человека, или на 99,0 %, и составило 2044 человека.",
            ["change_twice certain does_not_follow: 2044 <- 21 + 99,0 %"],
        ),
        (
            "ru",
            "На 16,1 %, по сравнению с АППГ (с 360 до 382), увеличилось число краж.",
            ["change_from_to certain does_not_follow: 382 <- 360 + 16,1 %"],
        ),
        (
            "ru",
            "Краж стало больше (с 159 до 184, +25,7 %), из них в сёлах (с 82 до 92, +12,2 %).",
            [
                "change_from_to certain does_not_follow: 184 <- 159 + +25,7 %",
                "change_from_to certain follows: 92 <- 82 + +12,2 %",
            ],
        ),
        (
            "ru",
            "Рост краж в сёлах на 71,4 % (с 21 до 36), в городе на 63,8 % (с 13 до 20).",
            [
                "change_from_to certain follows: 36 <- 21 + 71,4 %",
                "change_from_to certain does_not_follow: 20 <- 13 + 63,8 %",
            ],
        ),
        (
            "ru",
            "Заболеваемость выросла с 7,6 до 38,8 на 100 тыс. населения, или в 6 раз.",
            ["change_from_to certain does_not_follow: 38,8 <- 7,6 + 6 раз"],
        ),
        (
            "en",
            "Output rose by 10 tonnes to 30 tonnes from 20 tonnes.",
            ["change_against certain follows: 30 <- 20 + 10"],
        ),
        (
            "en",
            "The share rose from 20% to 30%, by 10 percentage points.",
            ["change_from_to certain follows: 30% <- 20% + 10 percentage points"],
        ),
        (
            "kk",
            "Өсім 2024 жылмен (111,5 мың адам) салыстырғанда 7,6 пайызға кеміп, 103,3 мың адамды құрады.",
            ["change_bracket likely does_not_follow: 103,3 мың <- 111,5 мың + 7,6 пайызға"],
        ),
        (
            "ru",
            "Прирост по сравнению с 2024 годом (111,5 тыс. человек) снизился на 7,4 % и составил 103,3 тыс.",
            ["change_bracket likely follows: 103,3 тыс <- 111,5 тыс. + 7,4 %"],
        ),
        (
            "en",
            "Compared with 2024 (111,500 births) the number fell by 7.6% to 103,300 births.",
            ["change_bracket likely does_not_follow: 103,300 <- 111,500 + 7.6%"],
        ),
        ("en", "413 against 389, a growth of 6.2%", ["change_against certain follows: 413 <- 389 + 6.2%"]),
        (
            "en",
            "413 against 389, a growth of 7.2%",
            ["change_against certain does_not_follow: 413 <- 389 + 7.2%"],
        ),
        (
            "ru",
            "Поступление дел увеличилось с 6589 до 7442 тыс., или на 12,9%.",
            ["change_from_to certain follows: 7442 тыс <- 6589 + 12,9%"],
        ),
        (
            "ru",
            "Поступление дел увеличилось с 6589 до 7442 тыс., или на 22,9%.",
            ["change_from_to certain does_not_follow: 7442 тыс <- 6589 + 22,9%"],
        ),
        (
            "en",
            "There was a 2.4% increase in the number of calls from 12,805 in 2018 to 12,858 in 2019.",
            ["change_from_to certain does_not_follow: 12,858 <- 12,805 + 2.4%"],
        ),
        (
            "en",
            "The number of cows rose by 4.6% – 27,300 head – from 4,634,100 to 4,661,400 head.",
            ["change_from_to certain does_not_follow: 4,661,400 <- 4,634,100 + 4.6%"],
        ),
        (
            "en",  # what fell is not what rose
            "Calls fell by 4.6%, while the number of cows rose from 4,634,100 to 4,661,400.",
            [],
        ),
        (
            "ru",
            "Резкий рост поступления дел с 3042 до 3913 тыс., или на 28,6 %, и жалоб.",
            ["change_from_to certain follows: 3913 тыс <- 3042 + 28,6 %"],
        ),
        ("en", "Output rose from 18,400 to 23,300 tonnes, up 5,000 tonnes.", []),
        (
            "en",
            "Output rose from 18,400 to 23,300 tonnes, up 6,000 tonnes.",
            ["change_from_to certain does_not_follow: 23,300 <- 18,400 + 6,000"],
        ),
        (
            "en",
            "There were 65,700 births. This is 1.6% more than in the same months of 2020 (64,653 births).",
            ["change_against likely follows: 65,700 <- 64,653 + 1.6%"],
        ),
        (
            "en",
            "There were 65,700 births. This is 1.6% more than in the months of 2020 (94,700 births).",
            ["change_against likely does_not_follow: 65,700 <- 94,700 + 1.6%"],
        ),
        (
            "en",  # the 9 % is from another year
            "576,040 calls came. This was a 2% rise on the previous year (566,433), 9% on 2013.",
            ["change_against likely follows: 576,040 <- 566,433 + 2%"],
        ),
        (
            "kk",
            "Биыл 65,7 мың адам туды. Бұл 2020 жылғы көрсеткішке (94,7 мың адам) қарағанда 1,6% көп.",
            ["change_against likely does_not_follow: 65,7 мың <- 94,7 мың + 1,6%"],
        ),
        (
            "ru",
            "Родилось 65,7 тыс. детей. Это на 1,6 % больше, чем за те же месяцы 2020 года (64,7 тыс. детей).",
            ["change_against likely follows: 65,7 тыс. <- 64,7 тыс. + 1,6 %"],
        ),
        ("ru", "По количеству на 100 тысяч душ краж стало меньше: 462 против 500.", []),
        (
            "ru",
            "В огне погибло 5 246 зверей (годом ранее – 5 986, -12,4%).",
            ["change_bracket certain follows: 5 246 <- 5 986 + -12,4%"],
        ),
        (
            "ru",
            "В огне погибло 5 246 зверей (годом ранее – 5 986, -22,4%).",
            ["change_bracket certain does_not_follow: 5 246 <- 5 986 + -22,4%"],
        ),
        (
            "en",
            "The town enrolled 40,610 students, a 1.2 percent increase from the 40,109 students of 2019.",
            ["change_against certain follows: 40,610 <- 40,109 + 1.2 percent"],
        ),
        (
            "en",
            "The town enrolled 40,610 students, a 3.2 percent increase from the 40,109 students of 2019.",
            ["change_against certain does_not_follow: 40,610 <- 40,109 + 3.2 percent"],
        ),
        (
            "en",
            "About 220,800 came from the north, up 11.4 percent, and from the south 100,100 came.",
            [],
        ),
        (
            "ru",
            "Угнано 14 950 машин, что на 11,2 процента меньше, чем в прошлом году, украдено 22 700 сумок.",
            [],
        ),
        ("ru", "План – 40 школ, открыто 36, на 4 меньше.", ["change_plan certain follows: 36 <- 40 + 4"]),
        (
            "ru",
            "План – 40 школ, открыто 36, на 5 меньше.",
            ["change_plan certain does_not_follow: 36 <- 40 + 5"],
        ),
        (
            "en",
            "The number of visitors rose three times, from 300 to 1,200.",
            ["change_from_to certain follows: 1,200 <- 300 + three times"],
        ),
        (
            "en",
            "The number rose from 20 to 60, threefold.",
            ["change_from_to certain follows: 60 <- 20 + threefold"],
        ),
        (
            "en",
            "The number rose from 20 to 60, twofold.",
            ["change_from_to certain follows: 60 <- 20 + twofold"],
        ),
        ("ru", "Число выросло с 20 до 60, в 3 раза.", ["change_from_to certain follows: 60 <- 20 + 3 раза"]),
        ("ru", "Число выросло с 20 до 80, в 3 раза.", ["change_from_to certain follows: 80 <- 20 + 3 раза"]),
        (
            "kk",
            "Қой саны 20-дан 30-ға, 10-ға артты.",
            ["change_beside likely follows: 30-ға <- 20-дан + 10-ға"],
        ),
        (
            "ru",
            "Добыча упала с 30 до 20 тонн, на 10 тонн.",
            ["change_from_to certain follows: 20 <- 30 + 10"],
        ),
        ("en", "20 and 30 tonnes, a rise of 10", ["change_beside likely follows: 30 <- 20 + 10"]),
        ("en", "20 and 30 tonnes, a rise of 11", []),
        # One verb that contradicts the numbers; where something else may have moved, nothing is said.
        (
            "en",
            "The number of pupils fell from 200 to 230, by 30.",
            ["change_from_to certain does_not_follow: 230 <- 200 + 30"],
        ),
        (
            "en",
            "The number of pupils fell by 30, from 200 to 230.",
            ["change_from_to certain does_not_follow: 230 <- 200 + 30"],
        ),
        (
            "ru",
            "Число школ снизилось с 200 до 230, на 25.",
            ["change_from_to certain does_not_follow: 230 <- 200 + 25"],
        ),
        ("ru", "Число школ снизилось с 200 до 230, а садов – на 30.", []),
        ("ru", "Город поднялся с 15 до 8 места, на 7 позиций.", []),
        ("en", "Deaths fell from 230 to 200 and births rose by 30.", []),
        ("en", "Prices rose from 100 to 108, real wages fell 8%.", []),
        ("en", "There were 230 nurses compared with 200 in 2023, a fall of 15%.", []),
        ("kk", "Мектеп саны 230 мектептен 200 мектепке 30 мектепке артты.", []),
        ("kk", "Мектептер саны 230-дан 200-ге, 30-ға артты.", []),
        # What something else moved by, or was more than.
        ("en", "The number of nurses rose from 200 to 230, 15 more than planned.", []),
        ("en", "Costs rose from 50 to 54 tonnes, 2% below budget.", []),
        ("en", "Prices rose from 100 to 108, real wages fell 3%.", []),
        ("en", "There were 230 nurses compared with 200 in 2023, 5% above target.", []),
        ("ru", "При плане 240 принято 230 человек, на 10 % больше, чем в 2023 году.", []),
        ("ru", "Расходы выросли с 50 до 54 тонн, или на 2 % ниже плана.", []),
        ("kk", "Дәрігерлер саны 200-ден 230-ға өсті, бұл жоспардан 15-ке көп.", []),
        ("en", "Against a target of 100, 110 were built, 5 more than in 2023.", []),
        ("kk", "100 үй салу жоспарланып, 110 үй салынды, бұл өткен жылдан 5 үйге көп.", []),
        ("kk", "Оқушылар 10-ға артты, мұғалімдер 2-ге (4 %-ға) азайды, барлығы 206 оқушы.", []),
    ],
)
def test_differences(language, text, expected):
    assert relations(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "Зарплата составила 5500 тенге, что на 20 % больше по сравнению с прошлым годом (4400 тенге).",
            "change_against certain does_not_follow: 5500 <- 4400 + 20 %",
        ),
        (
            "kk",
            "Туылғандар саны 398 (былтыр – 400) адам болып, салыстырғанда 0,5 %-ға азайды.",
            "change_bracket certain follows: 398 <- 400 + 0,5 %-ға",
        ),
        (
            "en",
            "There were 6,600 cattle, an increase of 600 (+12%) on last year.",
            "change_twice certain does_not_follow: 6,600 <- 600 + +12%",
        ),
    ],
)
def test_what_stands_in_brackets(language, text, expected):
    assert expected in relations(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A 5% rise in letters and calls from 300 to 345 was noted."),
        ("en", "Calls rose from 300 in 2019 to 345 in 2023, up 5% on 2022."),
        ("en", "Calls rose from 300 to 345, by 5% a year."),
        ("en", "Calls rose from 300 to 345, by 20 in towns, by 25 in villages."),
        ("ru", "В 2023 году число дел выросло на 5 % за год, с 300 в 2019 году до 345 в 2023 году."),
        ("ru", "Рост на 5 % в 2023 году: с 300 дел в 2019 году до 345."),
        ("ru", "С 300 в 2019 году до 345 в 2023 году выросло число дел, на 5 % – число жалоб."),
        ("ru", "Число дел выросло с 300 до 345 в 2023 году, на 5 % – в городе."),
        ("ru", "Число дел выросло с 300 до 345, то есть на 5 % в год."),
        ("kk", "Істер саны 2023 жылы 5 %-ға өсіп, 2019 жылғы 300-ден 345-ке жетті."),
        ("kk", "Істер саны 300-ден 345-ке өсті, яғни жылына 5 %-ға."),
    ],
)
def test_a_change_of_each_year_of_other_years_or_of_others_is_not_that_of_the_ends(language, text):
    assert relations(language, text) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "A 9% increase in calls (48,890 against 17,330 in 2022) was the largest.",
            ["change_against likely doubtful: 48,890 <- 17,330 + 9%"],
        ),
        (
            "en",
            "Serious faults fell by 10%, with 568 cases reported this year compared to 187 last year.",
            ["change_against likely doubtful: 568 <- 187 + 10%"],
        ),
        (
            "en",
            "Journeys rose by 5.0% in 2023 to 1,532,000 (2022: 1,269,000) in the town.",
            ["change_bracket likely doubtful: 1,532,000 <- 1,269,000 + 5.0%"],
        ),
        (
            "ru",
            "В районе училось 10 589 человек (10 804; -4,99%).",
            ["change_bracket likely doubtful: 10 589 <- 10 804 + -4,99%"],
        ),
        (
            "en",
            "There were 39,083 sheep – an increase of 1,098 – or 2.3% – on December.",
            ["change_twice certain does_not_follow: 39,083 <- 1,098 + 2.3%"],
        ),
        (
            "kk",
            "Халық саны 18 253 адам. 2017 жылмен салыстырғанда халық саны 539 адамға немесе 1,3% өсті.",
            ["change_twice likely doubtful: 18 253 <- 539 + 1,3%"],
        ),
    ],
)
def test_one_digit_off(language, text, expected):
    assert relations(language, text) == expected


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Sales went up from 8,400 in 2010 to 9,200 in 2011, showing a rise of 9.5 per cent.", "9.5", "7.5"),
        ("They lent 8,400 books as against 8,000 in May, registering an increase of 5.0 %.", "5.0", "8.0"),
        ("They had 8,412 books - a 5.2% increase on the 7,996 of the year before.", "5.2", "8.2"),
        ("There is $287.9 million in revenues, a $13.2 million (4.8 percent) increase.", "4.8", "6.8"),
        ("There is $287.9 million in revenues, a 4.8 percent ($13.2 million) increase.", "4.8", "6.8"),
        ("There is $287.9 million in revenues, a $13.2 million or 4.8 percent increase.", "4.8", "6.8"),
    ],
)
def test_what_leads_on_to_a_change_names_no_other_thing(text, right, wrong):
    assert [one.split()[2] for one in relations("en", text)] == ["follows:"]
    assert "follows:" not in [one.split()[2] for one in relations("en", text.replace(right, wrong))] != []


def test_an_amount_is_no_rise_to_what_is_less_than_it():
    text = "Costs increased by $122.8 million, or 35.1%, in 2025, owing to $70.4 million more for posters."
    assert relations("en", text) == []


@pytest.mark.parametrize(
    ("language", "text", "digit"),
    [
        ("kk", "Бельгиядан {},2 есе (1 208/3 866), Перуден 2 есе (700/1 400) көп келді.", "34"),
        ("kk", "Перуден 3,2 есе (1 208/3 866), Чилиден 2,4 есе (1 120/2 {}88) көп келді.", "61"),
        ("kk", "Түнеу саны {},7 есе (418-ден 1 129-ға дейін) өсті.", "25"),
        ("ru", "Число ночёвок выросло в {},7 раза (418/1 129).", "25"),
        ("en", "Stays rose {}.7 times (418 / 1,129).", "25"),
        ("en", "Hit rate: 0.52→0.65 (+{}5%).", "27"),
        ("en", "Loans 1,840 -> 2,024 (+{}0%), staff 24 -> 30 (+6).", "14"),
        ("ru", "Полнота 0,520 → 0,645 (+{}2,5 %).", "14"),  # points of a share
        ("kk", "Орындар: 1 840 → 2 024 (+{}0%).", "14"),
    ],
)
def test_two_levels_that_a_sign_joins_beside_a_bracket(language, text, digit):
    right, wrong = (relations(language, text.format(one)) for one in digit)
    assert any("follows" in one for one in right)
    assert not any("not_follow" in one or "doubtful" in one for one in right)
    assert any("not_follow" in one or "doubtful" in one for one in wrong)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Output per head rose 14.2% (3,120 → 1,650 clerks)."),  # of a noun that is not named
        ("en", "Fares rose 14.2% as routes were closed (3,120 → 1,650)."),
        ("ru", "Выработка выросла на 14,2 % при меньшем числе бригад (3 120 → 1 650)."),
        ("ru", "Выработка выросла на 14,2 % (3 120 → 1 650)."),  # it fell
        ("kk", "Бригадалар қысқарғанымен, өнім 14,2 %-ға өсті (3 120 → 1 650 бригада)."),
        ("kk", "Бір орынға шаққанда 2,4 есе көп (1 120/3 916)."),
        ("kk", "Кезек 2,4 есе көп (1 120/6 516)."),  # two digits off
        ("ru", "Мужчин в 1,4 раза больше среди врачей (1 120/4 916)."),
        ("en", "Women apply 1.40 times more often per place (1,120/4,916)."),
    ],
)
def test_two_levels_in_a_bracket_behind_a_change_may_be_of_something_else(language, text):
    assert not any("not_follow" in one or "doubtful" in one for one in relations(language, text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of pupils rose 20.0% (3,120 → 3,{}44 pupils)."),
        ("ru", "Число учеников выросло на 20,0 % (3 120 → 3 {}44)."),
        ("kk", "Оқушылар саны 20,0 %-ға өсті (3 120 → 3 {}44)."),
    ],
)
def test_two_levels_right_behind_their_change_are_asked_about_but_for_a_digit(language, text):
    assert relations(language, text.format(7))[-1].startswith("change_bracket likely follows")
    assert relations(language, text.format(1))[-1].startswith("change_bracket likely doubtful")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Fines fell from 1,790 in the north in 2012 to {},745 in 2015, or by 2.5 percent."),
        ("ru", "Число дел снизилось с 2 387 в сёлах до {} 946, или на 18,5 %."),
    ],
)
def test_a_digit_that_turns_the_way_of_two_levels_is_asked_about(language, text):
    right, wrong = (relations(language, text.format(digit)) for digit in (1, 7))
    assert not any("doubtful" in one for one in right)
    assert ["change_from_to likely doubtful" in one for one in wrong] == [True]


COMPARED = [
    (
        "en",
        "Savings soared by nearly {}%, from $76.4 million in May to a June close of $107.6 million.",
        "41",
        "61",
    ),
    (
        "en",
        "A reduction of ${} million from the $110.4 million of last year makes an estimated $108.3 million.",
        "2.1",
        "6.1",
    ),
    ("ru", "Рост почти на {} % от 76,4 млн рублей в мае дал в июне около 107,6 млн рублей.", "41", "61"),
    ("ru", "Рост на {} рублей против прежних 13 024 рублей дал 14 243 рубля.", "1 219", "4 219"),
    (
        "kk",
        "Биыл {} ереже бұзылды, ол былтырғы жылмен салыстырғанда 2% көп (2023 ж. – 2107).",
        "2149",
        "5149",
    ),
    (
        "kk",
        "Түсім 13 024 теңгемен салыстырғанда {} теңгеге артып, биыл 14 243 теңге болды.",
        "1 219",
        "4 219",
    ),
]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), COMPARED)
def test_one_digit_of_two_levels_that_words_compare_in_any_order(language, text, right, wrong):
    assert not any("doubtful" in line or "not" in line for line in relations(language, text.format(right)))
    told = relations(language, text.format(wrong))
    assert [line.split(":")[0] for line in told] == ["change_beside likely doubtful"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Жоспар 374 млн теңге, 663 млн теңге игерілді, бұл өткен жылдың сәйкес кезеңінен 15,7 %-ға көп.",
        ),
        ("en", "Net profit of $512 million, compared with a loss of $260 million, came as costs fell 22.6%."),
        ("en", "Roofs worth 512 crowns were mended, up 22.6% on a year ago, and doors worth 660 crowns."),
        ("ru", "Прибыль составила 787 млн рублей против убытка 319 млн рублей, расходы снизились на 17,8 %."),
        ("kk", "629 га бақ отырғызылды (былтыр – 115 га), суармалы жердің өнімі 2,5 есе жоғары."),
    ],
)
def test_nobody_is_asked_where_a_change_is_of_something_else_than_is_compared(language, text):
    assert not any("doubtful" in line or "not" in line for line in relations(language, text))
