"""Modifiers: the words that give a number a bound."""

import pytest
from said import figures

from edureport import prose


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "300-ден астам мектеп", ["300-ден: figure more than 300 мектеп"]),
        ("en", "It gave up to S$500", ["500: figure at most 500 dollar"]),
        ("en", "The share has gone up to 22%", ["22%: percent 22 %"]),
        ("kk", "300 ден астам мектеп", ["300 ден: figure more than 300 мектеп"]),
        ("kk", "300 мектептен астам", ["300: figure more than 300 мектеп"]),
        ("kk", "300-ге жуық мектеп", ["300-ге: figure nearly 300 мектеп"]),
        ("kk", "2 млннан астам адам", ["2 млннан: figure more than 2000000 адам"]),
        ("kk", "7,8%- ға өсті", ["7,8%- ға: change 7.8 % by up"]),
        ("kk", "50% асқан", ["50%: percent more than 50 %"]),
        ("ru", "доля приблизилась к 300", ["300: figure nearly 300"]),
        ("en", "approaching 300 pupils", ["300: figure nearly 300 pupil"]),
        ("kk", "300 мектепке дейін", ["300: figure at most 300 мектеп"]),
        ("kk", "6 кг-дан астам есірткі", ["6: figure more than 6 кг"]),
        ("kk", "6 кг-дан есірткі", ["6: figure 6 кг"]),
        ("ru", "Индекс преодолел отметку 300", ["300: figure more than 300"]),
        ("en", "not to exceed 180 pupils", ["180: figure at most 180 pupil"]),
        ("kk", "кемі 150 есеп", ["150: figure at least 150 есеп"]),
        ("kk", "минимум 30, максимум 40 балл", ["30: figure at least 30", "40: figure at most 40 балл"]),
        ("en", "It was estimated at 300", ["300: figure about 300"]),
        ("en", "as many as 300 schools", ["300: figure at most 300 school"]),
        ("en", "The grant goes up to $300", ["300: figure 300 dollar"]),
        ("en", "They get up to $300", ["300: figure at most 300 dollar"]),
        ("en", "42 Rh+ donors", ["42: figure 42 rh"]),
        ("ru", "Показатель превышал 300", ["300: figure more than 300"]),
        ("kk", "300-дей мектеп", ["300-дей: figure about 300 мектеп"]),
        ("kk", "300 шақты мектеп", ["300: figure about 300 мектеп"]),
        ("kk", "кемінде 300 мектеп", ["300: figure at least 300 мектеп"]),
        ("kk", "жыл соңына дейін 300 мектеп", ["жыл соңына дейін: date", "300: figure 300 мектеп"]),
        ("ru", "более 300 школ", ["300: figure more than 300 школа"]),
        ("ru", "почти на 8 тонн", ["8: figure nearly 8 тонна"]),
        ("ru", "цена – от 70 тысяч тенге", ["70 тысяч: figure at least 70000 тенге"]),
        ("ru", "человек двадцать", ["двадцать: figure about 20 человек"]),
        ("ru", "300 с лишним школ", ["300: figure more than 300 школа"]),
        ("en", "at least 300 schools", ["300: figure at least 300 school"]),
        ("en", "300 or more schools", ["300: figure at least 300 school"]),
        ("en", "300+ schools", ["300: figure at least 300 school"]),
        ("en", "up to 300 schools", ["300: figure at most 300 school"]),
        ("ru", "В среднем по области надой составил 28 кг.", ["28: figure 28 кг"]),
        (
            "ru",
            "Цены в среднем за год выросли на 22 %, на хлеб – на 5 %.",
            ["22 %: change 22 % by up", "5 %: change 5 % by up"],
        ),
        ("ru", "В среднем звене школы 5 классов.", ["5: figure 5 класс"]),
        ("ru", "В среднем, как и раньше, открыто 5 школ.", ["5: figure 5 школа"]),
        (
            "ru",
            "В среднем 12 учеников в классе и 5 школ в селе.",
            ["12: figure 12 ученик", "5: figure 5 школа"],
        ),
        ("ru", "В среднем за урок более 12 учеников.", ["12: figure more than 12 ученик"]),
        ("ru", "примерно по 15 %", ["15 %: percent about 15 %"]),
        ("ru", "более чем для 20 школ", ["20: figure more than 20 школа"]),
        ("ru", "почти у половины семей", ["половины: percent nearly 50 %"]),
        ("ru", "Детей стало больше у 3 семей.", ["3: figure 3 семья"]),
        ("kk", "орта есеппен бір отбасына 20 мың теңге", ["20 мың: figure 20000 теңге"]),
        ("kk", "орта есеппен, 3 мектеп және 20 бала", ["3: figure 3 мектеп", "20: figure 20 бала"]),
        ("kk", "40 шаршы метр шамасында", ["40: figure about 40 метр"]),
        ("kk", "40 шаршы метр, 5 шақты үй", ["40: figure 40 метр", "5: figure about 5 үй"]),
        ("en", "Spread over three instalments", ["three: figure 3 instalment"]),
        ("en", "Loans surpass 3 million", ["3 million: figure more than 3000000"]),
        ("en", "Fees do not exceed 60%", ["60%: percent at most 60 %"]),
        ("en", "There are, on average, 12 pupils", ["12: figure 12 pupil"]),
        (
            "en",
            "69.6 is lower than 70.7 per cent for 2014",
            ["69.6: figure 69.6", "70.7 per cent: percent 70.7 %", "2014: date 2014"],
        ),
        ("en", "The share is lower than 70 per cent", ["70 per cent: percent less than 70 %"]),
        ("en", "more than 300 last year", ["300: figure more than 300"]),
        ("kk", "үш ауылда мыңға жуық адам", ["үш: figure 3 ауыл", "мыңға: figure nearly 1000 адам"]),
        ("kk", "үш ауылға жуық", ["үш: figure nearly 3 ауыл"]),
        (
            "en",
            "It was 10 per cent more than 11.4 tonnes",
            ["10 per cent: change 10 % by up", "11.4: figure 11.4 tonne"],
        ),
        ("en", "Of all 9%, more than 300 schools", ["9%: percent 9 %", "300: figure more than 300 school"]),
        (
            "ru",
            "Охвачено 40 % более чем в 300 школах.",
            ["40 %: percent 40 %", "300: figure more than 300 школа"],
        ),
        ("en", "held over four phases", ["four: figure 4 phase"]),
        ("en", "held over 40 meetings", ["40: figure more than 40 meeting"]),
        (
            "en",
            "About 65.9 percent, 25.2 percent, and 8.8 percent, respectively",
            [
                "65.9 percent: percent about 65.9 %",
                "25.2 percent: percent about 25.2 %",
                "8.8 percent: percent about 8.8 %",
            ],
        ),
        (
            "ru",
            "около 245 и 248 кг соответственно",
            ["245: figure about 245", "248: figure about 248 кг"],
        ),
        (
            "en",
            "About 300, 40 and 50 pupils came",
            ["300: figure about 300", "40: figure 40", "50: figure 50 pupil"],
        ),
        ("en", "About 300, exactly 40 respectively", ["300: figure about 300", "40: figure 40 respectively"]),
        ("en", "Over 300 and 40 respectively", ["300: figure more than 300", "40: figure 40 respectively"]),
    ],
)
def test_modifiers(language, text, expected):
    assert figures(language, text) == expected


@pytest.mark.parametrize(
    ("expected", "ends"),
    {
        "at least 30": (
            "кем түспейтін мектеп, кем түспеуі тиіс, кем түскен жоқ, кем болмады, кем болмаған, кем болмас, "
            "кем болуы мүмкін емес, кем емес, кем еместігі анық, кем құрамайды, төмен түспеді, аз емес, "
            "төмендемейді, азайған жоқ"
        ),
        "less than 30": "кем түсті, кем түспек, кем болған, кем бала шықпаған, кем жабылмаған мектеп бар",
        "at most 30": (
            "аспайтын топ, аспады, аспаған, асқан жоқ, асып кеткен жоқ, асып кетпейді, аса алмайды, артпады, "
            "асуы мүмкін емес, артық болмайды, артық емес, көп болған жоқ, жоғары көтерілмеген"
        ),
        "more than 30": "асты, асып түсті, артық болмақ, көп алма бар, артық жөнделмеген жол бар, астам",
        "30": "аспаптар әкелінді, төмендеді",
    }.items(),
)
def test_a_bound_that_kazakh_denies_is_the_contrary(expected, ends):
    for end in ends.split(", "):
        (figure,) = prose.read(f"Бала саны 30-дан {end}.", "kk").figures
        assert (end, str(figure.quantity)) == (end, expected)


@pytest.mark.parametrize(
    ("language", "denied", "verb", "expected"),
    [
        ("ru", "не ", "опускалось ниже", "at least 30"),
        ("ru", "не ", "снизится ниже", "at least 30"),
        ("ru", "не ", "превысило", "at most 30"),
        ("ru", "не ", "поднялось выше", "at most 30"),
        ("en", "did not ", "fall below", "at least 30"),
        ("en", "never ", "went below", "at least 30"),
        ("en", "doesn't ", "exceed", "at most 30"),
        ("en", "has not ", "exceeded", "at most 30"),
    ],
)
def test_a_verb_of_a_bound_that_is_denied_says_the_contrary(language, denied, verb, expected):
    (figure,) = prose.read(f"N {denied}{verb} 30.", language).figures
    assert str(figure.quantity) == expected
    (figure,) = prose.read(f"N {verb} 30.", language).figures
    assert str(figure.quantity) == {"at least 30": "less than 30", "at most 30": "more than 30"}[expected]
