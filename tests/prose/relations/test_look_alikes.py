"""What only looks like a relation: right texts in which nothing is to be told."""

import pytest

from edureport.prose import read
from edureport.prose.relations.relation import Consistency

BROKEN = {Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL}


def accused(language, text):
    """The words of the figures that a text is accused of."""
    reading = read(text, language)
    return [
        [reading.figures[index].words for index in (*one.parts, *(() if one.whole is None else (one.whole,)))]
        for one in reading.relations
        if one.verdict in BROKEN
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # A percentage that compares with another time is no share.
        ("ru", "В городе 1 200 коров, в том числе дойных 460 (86 % к 2015 году)."),
        ("ru", "Сдано 22,5 га, в том числе под дома 15,2 га (96,2 % к уровню 2015 года)."),
        ("ru", "Отгружено на 39 млрд рублей, в том числе заводом на 37 млрд рублей (117 % к прошлому году)."),
        ("ru", "Доля горожан составила 11 %, что к уровню прошлого года составляет 93 %, сельчан нет."),
        ("en", "The city has 900 cows, including 400 in the east (93% of the previous year)."),
        ("kk", "Қалада 900 сиыр бар, оның ішінде 400-і сауылады (өткен жылғы деңгейінің 93 %-ы)."),
        # Two things that one document tells of are not the same thing.
        ("en", "Some 47% like the bridge, while 7% do not, the report found."),
        ("en", "The song was heard by 100,000 people, says the report, and an estimated 20,000 live here."),
        ("en", "It got 52% of the votes and 68% of the text messages."),
        ("ru", "Источником показателей 2, 3 и 4 являются отчёты школ."),
        # What is taken out of a group is a part of it.
        ("ru", "Из числа выпускников трудоустроено 3 человека, на практику направлено 4 человека."),
        ("ru", "Из категории безработных направлено 3 человека, из числа молодёжи 5 человек."),
        # "Their number" is all of them.
        ("kk", "Бұрын 390 бала оқыса, қазір олардың саны 450-ге жетті."),
        ("kk", "Үш жыл бұрын 390 үй болса, бүгінде олардың саны 512 болды."),
        # A change told a second time in percent is no share.
        ("kk", "490 ұрлық тіркелді (былтыр 480; +10 немесе 2,1 %)."),
        ("kk", "490 ұрлық тіркелді (былтыр 480; 10-ға көп немесе 2,1 %)."),
        ("ru", "Зарегистрировано 490 краж (в прошлом году 480; +10, или 2,1 %)."),
        # What was done with a whole is no part of it.
        ("kk", "450 млн теңге бөлінді, оның ішінде облыстан 300 млн, игерілгені 420 млн."),
        ("kk", "450 млн теңге бөлінді, оның ішінде облыстан 300 млн, ауданнан 150 млн, игерілгені 420 млн."),
        # Where each percentage is right, so is each number: the kinds overlap.
        (
            "en",
            "3,500 vouchers were given: 2,100 (60%) to women, 700 (20%) to boys, 1,050 (30%) to villages.",
        ),
        # Ends in the bracket of one change are not those of the next.
        ("kk", "Театр 12 есе (40-тан 480-ге дейін), цирк – 3 есе (20-дан 60-қа дейін), мұражай 5 есе өсті."),
        (
            "ru",
            "Театров стало больше в 12 раз (с 40 до 480), цирков – в 3 раза (с 20 до 60), кино – в 5 раз.",
        ),
        # "Namely" goes into what was said, and is no list of all before it.
        (
            "kk",
            "Биыл 250 468 адам келді. Былтыр 77 645 адам келген. Атап айтқанда, шығыстан 180 мың келді.",
        ),
        # A rest that has no number leaves something over.
        ("en", "The school has 986 pupils (412 boys, 550 girls, the rest not recorded)."),
        ("ru", "986 человек: 412 мужчин и 550 женщин, остальные пол не указали."),
        ("kk", "Мектепте 986 оқушы (412 ұл, 550 қыз, қалғанының деректері нақтылануда)."),
        ("en", "There are 12,345 homes: 6,120 flats, 5,225 houses and the rest bungalows."),
        ("kk", "12 345 пәтердің 6 120-сы бір бөлмелі, 5 225-і екі бөлмелі, қалғаны үш бөлмелі."),
        ("ru", "Собрано 9 870 тонн: пшеница – 5 640, ячмень – 3 230, прочее – лён."),
        # The other parts stand behind.
        ("en", "Jobs total 11,775, of which full-time 8,141 and part-time 2,634; 1,000 are casual."),
        # Kinds of people that may overlap.
        ("kk", "400 оқушының 250-і спортпен, 120-сы музыкамен, 60-ы биммен айналысады."),
        # Ages, and what each has.
        ("ru", "Премию получили 3 бригады (10, 12 и 9 человек)."),
        ("en", "Prizes went to 3 teams (10, 12 and 9 people)."),
        ("ru", "Прошли три боя с участием сыновей тренера (10, 9 и 8 лет)."),
        ("en", "Three prizes went to the sons of the trainer (10, 9 and 8 years old)."),
        ("ru", "По 1 аварии произошло на улицах: Садовая 8, Лесная 2, Речная 24."),
        # A list may go on to tell of something else.
        ("ru", f"Обвинение состояло из 11 пунктов, включая кражи, {'поджоги, ' * 12} и гибель 80 жителей."),
        # Money is no difference of percentages, and a plan of another size none of this.
        ("en", "We announced another 419 million crowns; this is a 5.5% increase, against a rate of 1.6%."),
        (
            "en",
            "It is to buy the firm for 4.5 billion crowns next year, and cut up to 450 of 500 jobs by 50.",
        ),
    ],
)
def test_what_only_looks_like_a_relation(language, text):
    assert accused(language, text) == []
