"""Changes: what something rose or fell by, from or to."""

import pytest
from said import figures

from edureport import prose
from edureport.prose.figures.figure import FigureKind, Mode, Way


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "The rate rose by 2 percentage points to 40%.",
            ["2 percentage points: change 2 % by up points", "40%: percent 40 % to up"],
        ),
        (
            "kk",
            "Айналым 245 теңгеден 441 теңгеге дейін 1,8 есе өсті.",
            [
                "245: figure 245 теңге from",
                "441: figure 441 теңге to",
                "1,8 есе: change 1.8 times up",
            ],
        ),
        (
            "kk",
            "Қоқыс 2022 жылғы деңгейден 3 120 тоннаға немесе 6,1%-ға төмендеді.",
            [
                "2022 жылғы: date 2022",
                "3 120: change 3120 тонна by down",
                "6,1%-ға: change 6.1 % by down",
            ],
        ),
        ("ru", "Снижение к прошлому году 1,35 тонны.", ["1,35: change 1.35 тонна by down"]),
        ("en", "An increase of $5 million.", ["5 million: change 5000000 dollar by up"]),
        ("en", "Halls saw visits decline 15.9%.", ["15.9%: change 15.9 % by down"]),
        (
            "en",
            "It had 265 rooms as opposed to 293, a decrease of 9%.",
            ["265: figure 265 room", "293: figure 293 room", "9%: change 9 % by down"],
        ),
        (
            "ru",
            "Рост по сравнению с прошлым годом составил 1 063 места.",
            ["1 063: change 1063 место by up"],
        ),
        ("ru", "Прирост к 2014 году – 249 км.", ["2014: date 2014", "249: change 249 километр by up"]),
        (
            "kk",
            "Қоры 514 данадан 531 данаға дейін, яғни 17 данаға өсті.",
            ["514: figure 514 дана from up", "531: figure 531 дана to up", "17: change 17 дана by up"],
        ),
        ("ru", "Индекс сократился на 1,6 % (до 677).", ["1,6 %: change 1.6 % by down", "677: figure 677 to"]),
        ("ru", "Выросло число залов (до 300).", ["300: figure at most 300 зал"]),
        (
            "en",
            "There were 591 votes, 160 (37%) more than in 2024.",
            [
                "591: figure 591 vote",
                "160: change 160 vote by up",
                "37%: change 37 % by up",
                "2024: date 2024",
            ],
        ),
        (
            "en",
            "Of 591 halls 160 (27%) had more than 30 rooms.",
            [
                "591: figure 591 hall",
                "160: figure 160 hall",
                "27%: percent 27 %",
                "30: figure more than 30 room",
            ],
        ),
        ("en", "Output rose from 20 to 30 tonnes.", ["20: figure 20 from up", "30: figure 30 tonne to up"]),
        ("en", "17 more posts than in 2024 were filled.", ["17: change 17 by up", "2024: date 2024"]),
        ("en", "12 clinics fewer than in 2024", ["12: change 12 clinic by down", "2024: date 2024"]),
        (
            "en",
            "It came to 3,000 fewer incidents than in 2024.",
            ["3,000: change 3000 by down", "2024: date 2024"],
        ),
        (  # one word nearer they are a pair
            "en",
            "Output has risen this year in the city from 20 small and rather old wooden houses to 30.",
            ["20: figure 20 small", "30: figure 30 small"],
        ),
        ("ru", "Орёл – на 8 %, до 57 тонн.", ["8 %: percent 8 %", "57: figure 57 тонна to"]),
        ("ru", "Скидка на 8 %, в группах до 57 тонн.", ["8 %: percent 8 %", "57: figure at most 57 тонна"]),
        ("ru", "1. Рост цен до 40 тонн.", ["1: ordinal 1", "40: figure 40 тонна to up"]),
        (
            "en",
            "The number of pupils doubled to 400.",
            ["doubled: change 2 times up", "400: figure 400 pupil to up"],
        ),
        ("en", "3 times as many pupils", ["3 times: change 3 times"]),
        ("kk", "Көрсеткіш 10 % артты.", ["10 %: change 10 % by up"]),
        ("kk", "Көрсеткіш 10 % көтерілді.", ["10 %: percent 10 %"]),  # by that or to that
        ("kk", "Қорға 12 млн теңге қосылды.", ["12 млн: change 12000000 теңге by up"]),
        ("kk", "Ауылда 12 мектеп іске қосылды.", ["12: figure 12 мектеп"]),
        ("en", "Prices rose 3 times.", ["3 times: change 3 times up"]),
        ("en", "We met 3 times in May.", ["3: figure 3 time"]),
        ("en", "Up to 25 schools opened.", ["25: figure at most 25 school"]),
        ("en", "Output was 5% higher.", ["5%: change 5 % by up"]),
        ("en", "−5 tonnes", ["−5: change -5 tonne by down"]),
        ("ru", "Число школ выросло в 3 раза.", ["3 раза: change 3 times up"]),
        ("ru", "Врачи выезжали 17 раз.", ["17: figure 17 раз"]),
        ("ru", "Рост цен составил 9 %.", ["9 %: change 9 % by up"]),
        ("ru", "Прирост – 40 тонн", ["40: change 40 тонна by up"]),
        ("ru", "Добыча упала на 9 тонн.", ["9: change 9 тонна by down"]),
        (
            "ru",
            "Показатель снизился с 6,2 тыс. до 5,4 тыс. тонн.",
            ["6,2 тыс.: figure 6200 from down", "5,4 тыс.: figure 5400 тонна to down"],
        ),
        ("ru", "Число школ дошло до 45.", ["45: figure 45 школа to"]),
        ("ru", "Численность увеличилась до 300 человек.", ["300: figure 300 человек to up"]),
        ("ru", "Фонд прибавил 5 мест.", ["5: change 5 место by up"]),
        (
            "kk",
            "Қой саны 9 мыңнан 12 мыңға артты.",
            ["9 мыңнан: figure 9000 қой from up", "12 мыңға: figure 12000 қой to up"],
        ),
        ("kk", "Шығын 9-дан 5-ке азайды.", ["9-дан: figure 9 from down", "5-ке: figure 5 to down"]),
        ("kk", "Шығын 9 пайызға төмендеді.", ["9 пайызға: change 9 % by down"]),
        ("kk", "Қой саны 900-ге артты.", ["900-ге: change 900 қой by_or_to up"]),
        ("kk", "Қой саны 900-ге жетті.", ["900-ге: figure 900 қой to up"]),
        (
            "kk",
            "Қой саны 900-ге артып, 1200-ге жетті.",
            ["900-ге: change 900 қой by up", "1200-ге: figure 1200 қой to up"],
        ),
        ("kk", "Былтырғыдан 56-ға көп мектеп ашылды.", ["56-ға: change 56 мектеп by up"]),
        ("kk", "12 млн теңге қосылды.", ["12 млн: change 12000000 теңге by up"]),
        ("kk", "30 мектеп интернетке қосылды.", ["30: figure 30 мектеп"]),
        ("kk", "Өсім – 40 тонна", ["40: change 40 тонна by up"]),
        ("kk", "Өнім 3 есе өсті.", ["3 есе: change 3 times up"]),
        ("kk", "5 зауыт іске қосылды.", ["5: figure 5 зауыт"]),
        ("en", "Temperatures rose from −5 to −3.", ["−5: figure -5 from up", "−3: figure -3 to up"]),
        ("en", "The rate is +0.5.", ["+0.5: change 0.5 by up"]),
        ("kk", "Өнім былтырғыдан 3 есе көп болды.", ["3 есе: change 3 times up"]),
        ("kk", "Өнім былтырғыдан 3 есе аз болды.", ["3 есе: change 3 times down"]),
        (
            "ru",
            "Снизился за год по всем без исключения районам края показатель с 6,2 тыс. до 5,4 тыс. тонн.",
            ["6,2 тыс.: figure 6200 from down", "5,4 тыс.: figure 5400 тонна to down"],
        ),
        (
            "kk",
            "Қой саны 261 мыңнан астамға азайды.",
            ["261 мыңнан: change more than 261000 қой by_or_to down"],
        ),
        (
            "kk",
            "Шығын 4,0 мыңға немесе 5,0 %-ға көбейді.",
            ["4,0 мыңға: change 4000 by up", "5,0 %-ға: change 5.0 % by up"],
        ),
        ("kk", "Шығын 5 мың тоннаға біршама азайды.", ["5 мың: change 5000 тонна by_or_to down"]),
        (  # a semicolon parts what fell from what something was
            "kk",
            "Қарыз 9-дан асты; 5-ке азайды.",
            ["9-дан: figure more than 9", "5-ке: change 5 by_or_to down"],
        ),
        ("kk", "Қой саны 900-ге өсіп жетті.", ["900-ге: figure 900 қой to up"]),
        ("kk", "Шығын 9-дан, 5-ке дейін азайды.", ["9-дан: figure 9 from down", "5-ке: figure 5 to down"]),
        (
            "ru",
            "3. Снижение доли пустых мест во всех без исключения городских и сельских школах края, до 28 %.",
            ["3: ordinal 3", "28 %: percent 28 % to down"],
        ),
        (
            "ru",
            "Выросло за год во всех без исключения районах края число новых школ на 336, до почти 640.",
            ["336: figure 336 школа", "640: figure nearly 640 to up"],
        ),
        (  # what is in brackets says from where and to where
            "kk",
            "Өндіріс жыл ішінде 1,8 %-ға артты (13,20-дан 13,44-ке дейін).",
            [
                "1,8 %-ға: change 1.8 % by up",
                "13,20-дан: figure 13.20 from up",
                "13,44-ке: figure 13.44 to up",
            ],
        ),
        (  # a word between the verb and its bracket
            "kk",
            "Шығын былтыр артқан екен (9-дан 13-ке дейін).",
            ["9-дан: figure 9 from up", "13-ке: figure 13 to up"],
        ),
        (  # the verb is before the bracket, not in it
            "kk",
            "Шығын артты (азайған ауданда 9-дан 13-ке дейін).",
            ["9-дан 13-ке: figure 9..13 to up"],
        ),
        (  # a comma parts what begins somewhere from what fell
            "kk",
            "Сабақ уақыты 9-дан, үйірме саны 5-ке дейін азайды.",
            ["9-дан: figure 9", "5-ке: figure 5 үйірме to down"],
        ),
        (
            "kk",
            "Ауылда 9 дүкен, мектепке сұраныс артты.",
            ["9: figure 9 дүкен"],
        ),  # the demand rose, not the shops
        ("kk", "Қорға 12 млн теңге тағы қосылды.", ["12 млн: change 12000000 теңге by up"]),
        (  # behind a semicolon stands another percentage than that of the change
            "kk",
            "Шығын 9 мың теңгеге (есеп бойынша; үлесі 5 %) азайды.",
            ["9 мың: figure 9000 теңге", "5 %: percent 5 %"],
        ),
        ("ru", "На 5 тонн в этом году в нашем новом городе добыча выросла.", ["5: change 5 тонна by up"]),
        (
            "ru",
            "На 5 тонн, или на 3 %, в этом году в нашем новом городе добыча выросла.",
            ["5: change 5 тонна by up", "3 %: change 3 % by up"],
        ),
        ("en", "two points up the road", ["two: figure 2 point"]),
        ("ru", "Индекс изменился на 4,1 пункта.", ["4,1: change 4.1 пункт by"]),
        ("ru", "Закон разделён на 4 пункта.", ["4: figure 4 пункт"]),
        (
            "en",
            "Sales rose 5% to 3 million over the year as a whole, and in those months staff in towns by 7%.",
            ["5%: change 5 % by up", "3 million: figure 3000000 to up", "7%: change 7 % by up"],
        ),
        (
            "en",
            "Prices rose in towns where 40% of all people live, and here the seats are held by 7%.",
            ["40%: percent 40 %", "7%: percent 7 %"],
        ),
        (
            "kk",
            "Салым 2,4 млрд теңгеге дейін 3,4 %-ға, қарыз 1,1 млрд теңгеге дейін 0,8 %-ға өсті.",
            [
                "2,4 млрд: figure 2400000000 теңге to",
                "3,4 %-ға: percent 3.4 %",
                "1,1 млрд: figure 1100000000 теңге to",
                "0,8 %-ға: change 0.8 % by up",
            ],
        ),
        (
            "kk",
            "500 адамға дейін 30 %-ға жеңілдік беріледі.",
            ["500: figure at most 500 адам", "30 %-ға: target 30 %"],
        ),
        (
            "kk",
            "500 адамға дейін 30 бала өсті.",
            ["500: figure at most 500 адам", "30: change 30 бала by up"],
        ),
        (
            "ru",
            "Поток вырос до 59 тысяч, а в селе – до 17 тысяч.",
            ["59 тысяч: figure 59000 to up", "17 тысяч: figure 17000 to up"],
        ),
        (
            "ru",
            "Число выросло на 59 тысяч, а в селе – до 17 тысяч доходит.",
            ["59 тысяч: change 59000 by up", "17 тысяч: figure 17000 доходит to up"],
        ),
        (
            "ru",
            "Осмотрено до 59 тысяч, а в селе – до 17 тысяч.",
            ["59 тысяч: figure at most 59000", "17 тысяч: figure at most 17000"],
        ),
        ("ru", "25 %-ное снижение", ["25 %: change 25 % by down"]),
        ("ru", "25 %-ная кислота", ["25 %: attribute 25 %"]),
        (
            "ru",
            "Выпуск вырос на 5 % к прошлому году – до 42 тонн.",
            ["5 %: change 5 % by up", "42: figure 42 тонна to up"],
        ),
        (
            "ru",
            "Овец стало больше на 6 % (5,7 тыс.), коз в сёлах – на 3 % до 7,3 тыс.",
            [
                "6 %: change 6 % by up",
                "5,7 тыс: figure 5700",
                "3 %: change 3 % by up",
                "7,3 тыс: figure 7300 to up",
            ],
        ),
        ("ru", "Скидка на 3 % до 5 тыс. рублей.", ["3 %: percent 3 %", "5 тыс.: figure at most 5000 рубль"]),
        ("ru", "Осмотр по плану на 5 дней – до 42 школ.", ["5: date 5", "42: target at most 42 школа"]),
        ("kk", "Бұл былтырғыдан 23,2%-на аз.", ["23,2%-на: change 23.2 % by down"]),
        ("kk", "300 не одан көп мектеп", ["300: figure more than 300 не"]),
        (
            "kk",
            "Жүк 4%-ке (10 мың тоннаға дейін), астық 1%-ке (8 мың тоннаға дейін) ұлғайды.",
            [
                "4%-ке: percent 4 %",
                "10 мың: figure 10000 тонна to",
                "1%-ке: percent 1 %",
                "8 мың: figure 8000 тонна to up",
            ],
        ),
        (
            "kk",
            "Шығын 4%-ке (10 мың теңгеге дейін) шектелді.",
            ["4%-ке: percent 4 %", "10 мың: figure at most 10000 теңге"],
        ),
        (
            "ru",
            "Сбор прирастал: на 22 % — до 21 тонны.",
            ["22 %: change 22 % by up", "21: figure 21 тонна to up"],
        ),
    ],
)
def test_changes(language, text, expected):
    assert figures(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Prices rose 5% in towns, 3% in villages and 2% in the capital."),
        ("en", "Milk rose 5%, bread 3% and meat 2%."),
        ("en", "Milk rose 5% in May, in June 3% and 2%."),
        ("ru", "Выросли цены на молоко – на 5%, хлеб – 3%, мясо – 2%."),
        ("ru", "Производство увеличилось на 12% в городе, 5% в селе и 3% в районе."),
        ("kk", "Қияр 12%, сарымсақ 5%, пияз 3% өсті."),
        ("kk", "Қалада өнім 12 пайызға, ауылда 5 пайызға, ауданда 3 пайызға артты."),
    ],
)
def test_percentages_of_a_list_change_as_the_one_beside_the_verb(language, text):
    figures = [one for one in prose.read(text, language).figures if one.percent]
    assert [(one.kind, one.mode, one.direction) for one in figures] == [
        (FigureKind.CHANGE, Mode.BY, Way.UP)
    ] * 3


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Ставка повышена на 2%, 13% опрошенных ждут ещё одного повышения."),
        ("en", "Fees rose 5%, and 3% of the pupils left."),
        ("en", "Fees rose 5%, the share of loans was 3%."),
        ("en", "Fees rose 5%, turnout 60%."),
        ("kk", "Балалардың үлесі 12% құрады, ақы 5% өсті."),
    ],
)
def test_a_percentage_of_something_else_is_no_change(language, text):
    assert [one.kind for one in prose.read(text, language).figures].count(FigureKind.CHANGE) == 1


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Entries rose from 1,200 to 1,500, by 25%."),
        ("en", "Entries rose from 1,200 to 1,500 (by 25%)."),
        ("kk", "Қабылдау 1200-ден 1500-ге дейін, 25 %-ға өсті."),
    ],
)
def test_a_percentage_behind_the_ends_is_the_change(language, text):
    read = prose.read(text, language)
    assert [one.mode for one in read.figures] == [Mode.FROM, Mode.TO, Mode.BY]
    assert [one.holds for one in read.relations] == [True]


def test_a_dash_before_a_share_makes_no_falls_of_those_before_it():
    figures = prose.read("Студенттер – 2,6 %, зейнеткерлер – 1,4 %, басқалары -0,5 %.", "kk").figures
    assert [one.kind for one in figures[:2]] == [FigureKind.PERCENT] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Рост отмечен в селе – 12,2 % (с 3 097 до 3 474), в городе – 8,5 % (с 4 283 до 4 647)."),
        ("kk", "Өсу байқалады: ауылда 12,2% (3 097-ден 3 474-ке), қалада 8,5% (4 283-тен 4 647-ге)."),
    ],
)
def test_a_percentage_before_its_ends_in_a_bracket_is_a_change(language, text):
    read = prose.read(text, language)
    assert [one.mode for one in read.figures][3:] == [Mode.BY, Mode.FROM, Mode.TO]
    assert [one.holds for one in read.relations] == [True, True]


def test_the_case_of_a_unit_that_is_cut_short_tells_of_the_change():
    figures = prose.read("Өнім 7 %-ға немесе 860 кг-ға артты.", "kk").figures
    assert [(one.kind, one.mode) for one in figures] == [(FigureKind.CHANGE, Mode.BY)] * 2
    figures = prose.read("Жолдың ұзындығы 120 км-ден 150 км-ге өсті.", "kk").figures
    assert [one.mode for one in figures] == [Mode.FROM, Mode.TO]
