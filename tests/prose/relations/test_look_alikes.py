"""What only looks like a relation: right texts in which nothing is to be told."""

import pytest
from said import relations

from edureport.prose import read
from edureport.prose.relations.relation import Certainty, Consistency

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
        # "Including" may tell of a larger amount what is in it, and of another thing than the one before.
        ("en", "The clinic has 300 beds and, including day places, 360."),
        ("en", "Imports were 300 million and trade including services 760 million."),
        ("ru", "Доходы составили 300 млн тенге, включая трансферты – 760 млн тенге."),
        ("ru", "Открыто 300 мест, а за три года, в том числе в сёлах, – 760."),
        ("ru", "За неделю заболели 300 человек, всего с начала года, включая детей, – 7 600."),
        # "Consists of" one number says what something is, "of the votes of" not of what.
        ("en", "The council had 40 members and now comprises 52 members."),
        ("en", "She owns 2 million shares, or 8% of the votes of the 5 million shares on sale."),
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
        # A share and what it was before are not the shares of two.
        ("en", "Its share in the turnover was 50% in 2023 compared with 52% in 2022."),
        ("en", "The share of the partner was cut to 49% from 60%."),
        # What stands in lines of its own is no list of the line above, nor part of a total in another.
        (
            "en",
            "Loss 53 crowns against 43 crowns\nNote: it excludes losses of 13 crowns in May and 17 in June.",
        ),
        ("ru", "Прибыль 513 тенге\nВыручка 640 тенге\nВыплата 2 тенге, всего 3 тенге"),
        ("en", "They raised their share to 31%, and no one opposed the 74% share of the others."),
        # What is joined to the whole is no part of it, nor is what has a total of its own.
        ("en", "They note purchases, of 8,000 tonnes in May and 13,000 in June, are below the limits."),
        ("en", "The firm has 673 million shares. Total capital including reserves is 678 million shares."),
        # "Their number" is all of them.
        ("kk", "Бұрын 390 бала оқыса, қазір олардың саны 450-ге жетті."),
        ("kk", "Үш жыл бұрын 390 үй болса, бүгінде олардың саны 512 болды."),
        # A change told a second time in percent is no share.
        ("kk", "490 ұрлық тіркелді (былтыр 480; +10 немесе 2,1 %)."),
        ("kk", "490 ұрлық тіркелді (былтыр 480; 10-ға көп немесе 2,1 %)."),
        ("ru", "Зарегистрировано 490 краж (в прошлом году 480; +10, или 2,1 %)."),
        ("ru", "Раскрыто 490 краж, годовой план выполнен (годом ранее – 480, +12,4 %)."),
        ("ru", "Выпуск возрастёт (на 3 – 3,5 %), а за два года наблюдается рост 13,08 – 14,73 %."),
        ("en", "Output rose from 300 tonnes to 345 tonnes, by 40 schools."),
        # A share of what stands behind it, and of what that was taken from.
        ("ru", "Город получит 430 млн тенге, что составляет 11,5 % от суммы в 3 740 млн тенге."),
        ("en", "Spending was 122 crowns, or 12.4% of revenue from fees of 900 crowns."),
        ("en", "Spending was 122 crowns or 12.4% of the budget against 135 crowns in May."),
        # A percentage beside each count may tell how each changed, or its share in a whole of its own.
        ("ru", "В городе 7 351 голова скота (101,0 %), в том числе коров – 3 096 голов (98,9 %)."),
        ("ru", "Ремонта ждут 567 км дорог, или 62,6 %, в том числе в Реченске 211 км, или 52 %."),
        ("ru", "Поголовье составило 7 351 голову, в том числе коров – 3 096 голов (105,1 %)."),
        (
            "kk",
            "Нысан саны 644 бірлікті немесе 68%-ды құрайды, оның ішінде қалада – 391 бірлік (82%).",
        ),
        ("kk", "Мал 471,9 мың бас (2014 жылмен салыстырғанда 101,0%), соның ішінде шошқа 64,2 мың (92,1%)."),
        ("kk", "Саны 644 бірлікті немесе үйлердің 68%-ын құрайды, оның ішінде қалада – 391 бірлік (82%)."),
        # What the share is now and was before are no shares of one thing.
        ("ru", "Удельный вес своих доходов составил 53,5 % (годом ранее – 51,4 %)."),
        ("ru", "Доля рынков составляла 7,5 % (в 2012 году – 7,9 %), на 92,5 % торговали магазины."),
        # A list that goes on with other things, one of which is more than the whole.
        (
            "ru",
            "Скота 471,9 тыс. голов, в том числе коров – 176,8 тыс., овец – 724 тыс., коней – 132,7 тыс.",
        ),
        ("kk", "Филиалда 12 торап бар, оның ішінде 10 – аудандық, 2 – қалалық, 30 – бөлімше, 61 – пункт."),
        ("kk", "Жәрдемақы 1009 отбасыға (оның ішінде 2533 балаға) тағайындалды."),
        (
            "ru",
            "Выделено 49 млн руб., из них 42 млн руб. казны: 37 млн руб. дорогам, 5 млн руб. мостам.",
        ),
        (
            "ru",
            "Собрано 44 615 руб. 43 коп., из которых на зал – 11 134 руб. 34 коп., на сад – 33 481 руб.",
        ),
        # What something has is no part of it, nor is what a sentence behind several counts tells of.
        ("kk", "Мұнда бір мұнара бар, оның биіктігі 17 метр."),
        ("kk", "Аймақта 18 түр бар, 285-і мұнда өседі. Бұлардың ішінде 535-і сирек."),
        # What follows the semicolon of a list may be of something else.
        ("ru", "В районе 140 школ, в том числе 112 сельских; построено 30 больниц; закрыто 28 школ."),
        ("ru", "Доходы – 5 214 млн руб., в том числе налоги – 3 012 млн руб.; расходы – 4 800 млн руб."),
        # A percentage before a bracket with two times is no change.
        ("ru", "План выполнен на 85 % (с 20 до 30 июня), скидка на 20 % (с 10 до 12 часов)."),
        # From so much to so much is no share.
        ("kk", "Алым 1 200 теңгеден 1 500 теңгеге (25 %) өсті."),
        # A share of a total of another name, a percentage of what was before, a season behind "namely".
        ("ru", "Живёт 1262 инвалида, в том числе 28 детей (3,9 % от общей численности несовершеннолетних)."),
        ("ru", "Произведено 16 тонн, что меньше уровня предыдущего года на 10 тонн (61,5 %)."),
        ("ru", "За лето заболел 1 человек, но потом, а именно в осенний период, заболело 10 человек."),
        ("ru", "В городе 44 267 человек. В сёлах 22 787 врачей, или 57,5 % от общего числа врачей."),
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
        # A dash is no "and" that closes a list.
        ("ru", "Собрано 45 120 тонн: пшеницы – 30 020 тонн, ячменя – 12 345 тонн."),
        ("kk", "45 120 тонна астық жиналды: бидай – 30 020 тонна, арпа – 12 345 тонна."),
        # Women are no part of clubs.
        ("en", "There are 40 schools and 3 clubs, of them 50 women."),
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
        # What follows, or goes on behind, a list, is no part of it.
        ("en", "Waiting time was North End: 13 hrs 15 hrs\nSouth End: 4 hrs 26 hrs."),
        ("en", "Sales rose to 50 tonnes from about 36 tonnes in all 2023 and 20 tonnes in all 2022."),
        ("en", "Some 120 shares of the loan go to members, comprising banks, and the remaining 30 to funds."),
        ("en", "There are now 14 tonnes of these goods in store, and in May there were 25 tonnes."),
        ("en", "They plan 36 cuts – including 22 in fees and gifts – off a base of 144 cuts."),
        ("en", "In store were 1,300 tonnes, of which 440 tonnes were used to raise sales to 6,900 tonnes."),
        ("en", "They noted the purchases, of 80 tonnes in the first week and 130 tonnes in the second."),
        ("en", "Sellers want their share raised to 30.7%, but buyers oppose any cut in their 74% share."),
        ("en", "Prices in May 148.00 147.50 146.25, in June 146.00 145.25 144.75, in all 75."),
        # A number that is more than the one before is no part of it, but where words say so, or by a slip.
        ("ru", "Семена облучали в 5 дозах: 20, 40, 100, 150 и 200 единиц."),
        ("ru", "Закон ввёл две новые главы: 6 «Вещи» и 17 «Права»."),
        ("ru", "Доход – 34 634 руб. (в области А – 92 452 руб., в области Б – 19 633 руб.)."),
        ("ru", "В воде период – 800 мин, в растворе – 30 мин, в смеси – всего лишь 4 мин."),
        ("ru", "Из черновых рукописей предстоит извлечь 3 перевода, 1818 строк и 20 писем."),
        ("ru", "Кредиты выросли на 14,3% (7,2 млн), что выше прироста 2021 г. (11,7%, или 5,5 млн)."),
        ("ru", "6 % (1 из 20) верят всему."),
        ("en", "The town has 45 schools: 31 state and 140 private pupils live there."),
        ("kk", "Төлемге 1,2 трлн теңге жұмсалды, олардың 64 мыңы – әйелдер, ал 140 мыңы – ер адамдар."),
    ],
)
def test_what_only_looks_like_a_relation(language, text):
    assert accused(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # What stands in the bracket is another kind, place, plan or time, not what was before.
        ("en", "48,200 visitors (target: 45,000; year on year +12.4%)."),
        ("en", "3,400 doctors (surgeons: 410, +2.5%)."),
        ("en", "Exports 3,600 tonnes (imports: 2,900 tonnes, +6%)."),
        ("en", "Marriages 1,205 (divorces: 412, −3.1%)."),
        ("en", "812,000 tonnes of coal (June: 70,000 tonnes, −4%)."),
        ("en", "812,000 tonnes of coal (a month earlier: 70,000 tonnes, −4%)."),
        ("en", "48,200 visits (last year's target: 45,000; +12.4%)."),
        ("ru", "5 410 тонн (план – 5 200 тонн, к прошлому году +8,2 %)."),
        ("ru", "12 400 безработных (в областном центре – 7 800, −3,5 %)."),
        ("ru", "840 тонн (с гектара – 21 тонна, +5 %)."),
        ("ru", "Зарегистрировано 490 краж (годом ранее – 480 грабежей, +12 %)."),
        ("kk", "84,3 млрд теңге (облыстікі – 212,6 млрд, +9,1 %)."),
        ("kk", "5 410 тонна жиналды (жоспар – 5 200 тонна, +8,2 %)."),
        ("kk", "490 ұрлық тіркелді (былтыр қалада – 480, +12 %)."),
        # What was before is there, but the change is that of another thing, or from another time.
        ("en", "48,200 visits (a year before: 45,000; women +12.4%)."),
        ("en", "48,200 visits (last year: 45,000; on 2019 +12.4%)."),
        ("ru", "Зарегистрировано 490 краж (в 2023 году – 480, в городе +12 %)."),
        ("kk", "490 ұрлық тіркелді (былтыр – 480, қалада +12 %)."),
        # More of them are no part; of two that something is compared with none is the change of the other.
        ("kk", "1 847 үйдің құрылысы басталды, тағы 3 417-сін сатып алу көзделген."),
        ("en", "The town added 86 beds against 113 beds and 118 beds added in 2017 and 2018, respectively."),
        ("en", "There are 826 beds. The town added 86 beds against 113 beds added in 2017."),
        ("ru", "Рейсами летали 141 721 человек (+20% к прошлому году), зарубежными – 24 584 (+47,5%)."),
        # What is of earlier years is a kind; and a whole may be what the bracket is of, not its part.
        ("ru", "Учтено 490 краж (прошлых лет – 480; +20 %)."),
        ("ru", "490 краж, раскрыто 120 (в прошлом году 480; +2 %)."),
        # What is to come.
        ("en", "The museum has 48,200 guests (in 2030: 60,000, +24.5%)."),
        ("ru", "Музей ждёт 48 200 гостей (в 2030 году – 60 000, +24,5 %)."),
        ("ru", "В 2024 году музей принял 48 200 гостей (в 2030 году – 40 000, +24,5 %)."),
        ("kk", "Мұражайға 48 200 адам келді (2030 жылы – 60 000, +24,5 %)."),
        # A noun of its own makes a change that of another thing.
        ("en", "Imports fell from 300 to 285 tonnes, exports fell by 12%."),
        ("en", "Imports fell from 300 to 285 tonnes as exports fell by 12%."),
        ("en", "Imports fell from 300 to 285 tonnes, with a 12% fall in exports."),
        ("en", "Imports rose from 300 to 345 tonnes, by 8% in towns."),
        ("en", "Imports rose from 300 to 345 tonnes, an export increase of 8%."),
        ("en", "Imports rose from 300 to 345 tonnes, in June by 8%."),
        ("en", "Exports fell by 12%, imports from 300 to 285 tonnes."),
        ("en", "Applications rose from 300 to 345, and offers by 8%."),
        ("en", "Pupil numbers rose from 1,240 to 1,302, teacher numbers rose 7%."),
        ("en", "Visits fell from 1,240 to 1,180 in June, and takings were down 9%."),
        ("ru", "Площадь теплиц увеличилась с 40 до 52 га, урожай вырос на 18 %."),
        ("ru", "Потребление воды снизилось с 120 до 108 литров, зарплаты уменьшились на 3 %."),
        ("ru", "Импорт снизился с 300 до 285 тонн, экспорт – на 12 %."),
        ("ru", "Импорт снизился с 300 до 285 тонн при росте экспорта на 12 %."),
        ("ru", "Импорт вырос с 300 до 345 тонн, рост экспорта составил 8 %."),
        ("ru", "Импорт вырос с 300 до 345 тонн, в том числе в городе на 8 %."),
        ("ru", "На 12 % снизился экспорт, с 300 до 285 тонн – импорт."),
        ("ru", "Экспорт снизился на 12 %, с 300 до 285 тонн снизился импорт."),
        ("kk", "Импорт 300 тоннадан 285 тоннаға азайды, экспорт 12 %-ға азайды."),
        ("kk", "Импорт 300 тоннадан 285 тоннаға азайды, 12 %-ға экспорт азайды."),
        ("kk", "Экспорт 12 %-ға азайып, 300 тоннадан 285 тоннаға импорт азайды."),
        ("kk", "Жылыжай көлемі 40 гектардан 52 гектарға ұлғайды, өнім 18 %-ға өсті."),
        ("kk", "Туу 1 402-ден 1 345-ке дейін төмендеді, өлім 3 %-ға азайды."),
        ("kk", "Импорт 300 тоннадан 345 тоннаға өсті, оның ішінде қалада 8 %-ға."),
        ("kk", "Туу 20 %-ға азайды, туу коэффициенті 12,0-ден 9,9 промиллеге дейін төмендеді."),
        ("en", "A rise of 8% in exports, from 300 to 330 tonnes for imports."),
        ("ru", "Число школ выросло с 300 до 345 и на 8 % учеников."),
        # Per head and at other prices it is another change.
        ("en", "The budget rose from 300 to 345 million, an increase of 8% per pupil."),
        ("ru", "Бюджет вырос с 300 до 345 млн тенге, или на 8 % в сопоставимых ценах."),
        ("ru", "Бюджет вырос с 300 до 345 млн тенге, или на 8 % на душу населения."),
        ("ru", "Бюджет 490 млн тенге (годом ранее – 480 млн, в сопоставимых ценах +12 %)."),
        # Nor does such a one follow, where its numbers happen to fit.
        ("kk", "Жұмыссыздар саны 3,1 %-ға азайды, деңгейі 4,9 %-дан 4,7 %-ға төмендеді."),
    ],
)
def test_no_change_is_told_of_something_else(language, text):
    read_so = read(text, language).relations
    assert [one for one in read_so if one.verdict in BROKEN or one.certainty is Certainty.CERTAIN] == []


def test_a_multiple_of_something_else_does_not_follow_by_chance():
    text = "Заработная плата выросла в 1,2 раза – с 250 до 300 тыс. тенге, пенсия – в 1,1 раза."
    assert relations("ru", text) == ["change_from_to certain follows: 300 тыс. <- 250 + 1,2 раза"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There were 5,246 thefts (a year before: 5,986, −22.4%)."),
        ("en", "There were 490 thefts (480 a year before, +20.1%)."),
        ("en", "There were 490 thefts (previous year 480; +20.1%)."),
        ("ru", "Зарегистрировано 5 246 краж (АППГ – 5 986, −22,4 %)."),
        ("ru", "Зарегистрировано 490 краж (годом ранее – 480 краж, +20,1 %)."),
        ("ru", "Зарегистрировано 490 краж (за аналогичный период прошлого года – 480; +20,1 %)."),
        ("ru", "Зарегистрировано 490 краж (в 2023 году – 480; +20,1 %)."),
        ("kk", "490 ұрлық тіркелді (былтыр 480; +20,1 %)."),
        ("kk", "490 ұрлық тіркелді (өткен жылдың сәйкес кезеңінде – 480, +20,1 %)."),
        ("kk", "490 ұрлық тіркелді (2023 жылы – 480, +20,1 %)."),
        ("en", "Imports rose from 300 to 345 tonnes, a sharp increase of 25%."),
        ("en", "Imports rose from 300 to 345 tonnes, for a 25 percent increase."),
        ("en", "Imports rose from 300 to 345 tonnes in 2023, by 25%."),
        ("en", "Imports rose by 25%, from 300 to 345 tonnes."),
        ("en", "Imports rose from 300 to 345 tonnes, an increase of 25% in imports."),
        ("en", "Imports rose by 25%, from 300 to 345 tonnes for the year."),
        ("en", "There was a 25% increase in the number of calls from 300 to 345."),
        ("ru", "Импорт вырос с 300 до 345 тонн, рост составил 25 %."),
        ("ru", "В 3 районах зарегистрировано 490 краж (в прошлом году 480, +20,1 %)."),
        ("ru", "Импорт увеличился на 25 %, с 300 до 345 тонн."),
        ("ru", "Количество жалоб снизилось с 58 до 37, то есть на 24 случая."),
        ("ru", "Импорт вырос с 300 до 345 тонн, увеличившись на 25 %."),
        ("ru", "Импорт вырос с 300 тонн в 2022 году до 345 тонн в 2023 году, что на 25 % больше."),
        ("kk", "Импорт 300 тоннадан 345 тоннаға дейін өсті, өсім 25 % болды."),
        ("kk", "Импорт 300 тоннадан 345 тоннаға дейін, яғни 25 %-ға өсті."),
        ("kk", "Импорт 25 %-ға артып, 300 тоннадан 345 тоннаға жетті."),
    ],
)
def test_a_change_of_what_its_ends_count_is_told(language, text):
    assert [(one.certainty, one.verdict) for one in read(text, language).relations] == [
        (Certainty.CERTAIN, Consistency.DOES_NOT_FOLLOW)
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # A percentage behind an amount of change may be a share of it, or of something else.
        ("en", "The library lent 84,300 books, an increase of 2,400 (60 per cent of them e-books)."),
        ("en", "The college has 8,400 students, up 400 (65% of them fee-paying)."),
        ("en", "The college has 8,400 students against 8,000 in 2022, up 400 (65% of them fee-paying)."),
        ("en", "The museum had 1,150 visitors a day, a rise of 150 (12% at weekends)."),
        ("en", "Staff numbered 840, up 40 (of whom 15%)."),
        ("en", "Staff numbered 840, up 40 (in the city, 15%)."),
        ("ru", "Собрано 840 тонн картофеля, рост на 40 тонн (план – 15 %)."),
        ("kk", "Студенттер саны 8 400 болды, 400-ге көбейді (қалада – 15 %)."),
        ("en", "Sales were 460 tonnes, up 60, or 34 per cent of the planned growth."),
        ("ru", "Собрано 840 тонн картофеля, рост на 40 тонн (15 % – за счёт новых полей)."),
        ("ru", "Собрано 840 тонн картофеля, рост на 40 тонн, или 15 % за счёт новых полей."),
        ("ru", "Доходы – 460,2 млн рублей, рост на 60,2 млн, или 34 % от запланированного прироста."),
        ("kk", "Студенттер саны 8 400 болды, 400-ге көбейді (65 %-ы ақылы бөлімде)."),
        ("kk", "Табыс 90 млн теңге болды, өсім 4 млн теңге (12 %-ы жөндеуге жұмсалды)."),
        ("kk", "Кіріс 460 млн теңге болды, 60 млн теңгеге өсті, бұл жоспарланған өсімнің 34 %-ы."),
        # Behind two times that are compared, a change may be against a third, of another place or thing.
        ("en", "We answered 2,019 calls in May against 1,962 in April, up 12.5% on May last year."),
        ("en", "Fires rose to 127 in May, up from 85 in April, marking a 33% increase on last year."),
        ("en", "We answered 2,019 calls in May against 1,962 in April, up 300 (17.5%) on May last year."),
        ("en", "There were 412 complaints in July against 389 in June, a rise of 14% over the half-year."),
        ("en", "412 visitors a day in June compared with 380 a day in May, up 30% on last summer."),
        ("en", "Calls rose by 12.5% on last May to 2,019, against 1,962 in April."),
        ("en", "There were 413 calls in the south against 389 in the north, up 12%."),
        ("en", "There were 413 calls against 389 in towns, where they rose by 12%."),
        ("ru", "Выдано 2 019 паспортов против 1 962 в 2023-м, в городе рост составил 8 %."),
        ("ru", "Выдано 2 019 паспортов против 1 962 в апреле, рост – 12,5 % к маю прошлого года."),
        ("ru", "Выдано 2 019 паспортов при плане 1 962, рост – 12,5 %."),
        ("kk", "Мамырда 2 019, сәуірде 1 962 өтініш түсті, былтырғы мамырға қарағанда 12,5 %-ға көп."),
        # One digit would make them fit, but another change is told beside them, or of another thing.
        ("en", "Profits rose by 4% as sales grew by 6% to 650,100 from 614,200."),
        (
            "en",
            "The index stood at 135 in May, a fall of one point compared to April, against 142 in May 2022.",
        ),
        ("en", "Gas use was 673,100, off 0.3% from 671,000, and oil use fell 5.9% to 132,400 from 140,700."),
        ("ru", "Вывоз сократился на 10,9 %, до 3,37 млн тонн, ввоз – на 9,7 %, до 4,77 млн тонн."),
        ("en", "Imports compared with 15.3 million tonnes in May and fell 18% from 17.4 million in 2022."),
        ("en", "Sales were up 17.5% to 94.0 million from 80.0 million and orders were up 15.5%."),
        ("ru", "В городе 490 школ (380; −2 %)."),
        ("ru", "Родилось 14 353 ребёнка (на 153 меньше, чем в 2022 году), умерло 14 171."),
        ("kk", "Қымыз өндірісі 1126 тонна (4,3 %-ға азайған), шұбат өндірісі 1425 тонна (+27,6 %) болды."),
        ("en", "There are 18,253 people. The number of people in villages rose by 539 people, or 1.3%."),
        ("kk", "Қалада халық саны 18 253 адам. Ауылдағы мұғалімдер саны 539 адамға немесе 1,3%-ға өсті."),
        ("ru", "Население города – 18 253 человека. Число безработных выросло на 539 человек, или на 1,3 %."),
        # What stands in brackets behind "last year" may be something else.
        ("ru", "Выпущено 1 240 машин, это на 85 меньше, чем в прошлом году (план – 1 300)."),
        ("en", "The hall had 1,240 guests, 85 fewer than last year (capacity: 1,400)."),
        ("en", "The hall had 1,240 guests, 85 fewer than last year (this year's aim: 1,400)."),
        ("en", "The hall had 1,240 guests, 85 fewer than last year (1,500 seats)."),
        ("en", "The hall had 1,240 guests, 85 fewer than in 2022 (2019: 1,400)."),
        ("en", "The school has 1,240 pupils, 85 fewer than last year (of whom 830 are boarders)."),
        ("ru", "В школе 1 240 учеников, на 85 меньше, чем в прошлом году (из них дети – 830)."),
        ("ru", "В школе 1 240 учеников, на 85 меньше, чем в прошлом году (всего – 1 400)."),
        ("en", "The club has 120 juniors, 15 more than last year (seniors: 84)."),
        ("ru", "В оркестре 120 человек, на 15 больше, чем в прошлом году (в хоре – 84)."),
        ("en", "They opened 36 schools, 5 fewer than last year, against a target of 40."),
        ("en", "The council received 412 applications. This is 12% more than in 2023 (capacity: 350)."),
        ("ru", "Выпущено 412 машин. Это на 12 % больше, чем в 2023 году (проектная мощность – 350)."),
        ("kk", "Зауыт 412 көлік шығарды. Бұл 2023 жылмен салыстырғанда 12 %-ға көп (жобалық қуаты – 350)."),
        (
            "kk",
            "Зауыт 412 көлік шығарды. Бұл былтырғымен салыстырғанда 12 %-ға көп (оның 350-і – жүк көлігі).",
        ),
        # Of two changes, each with its own comparison, the first does not lead from the level of the second.
        (
            "en",
            "Pay was 312,400 in May, 4.2% more than in April and 11.8% more than a year before (279,400).",
        ),
        ("ru", "Оклад – 312 400, на 4,2 % больше, чем в мае, и на 11,8 % больше, чем годом ранее (279 400)."),
        ("kk", "Жалақы 312 400 болды, сәуірден 4,2 %-ға, былтырғыға қарағанда 11,8 %-ға көп (279 400)."),
        ("en", "The price was £312,000, £12,000 more than in 2022 and £9,000 less than usual (£321,000)."),
        (
            "en",
            "It cost £312,000, £12,000 more than in 2022 (£300,000) and £9,000 less than usual (£321,000).",
        ),
        # Only a bracket that holds nothing else tells what something is compared with.
        (
            "ru",
            "По сравнению с 2024 годом (план – 111,5 тыс.) прирост снизился на 7,6 % и составил 103,3 тыс.",
        ),
        ("ru", "По сравнению с 2024 годом (в том числе 140 тыс. в сёлах) он снизился на 7,6 % – до 103 тыс."),
        ("ru", "По сравнению с районом (111,5 тыс.) прирост снизился на 7,6 % и составил 103,3 тыс."),
        ("kk", "Өсім ауданмен (111,5 мың) салыстырғанда 7,6 пайызға кеміп, 103,3 мың болды."),
        ("en", "Compared with the north (111,500 births) the number fell by 7.6% to 103,300 births."),
        ("en", "Compared with 2024 (111,500 births) deaths fell by 7.6% and weddings rose by 3% to 103,300."),
        ("en", "Fees fell by 7.6% compared with 2024 (111,500 pupils) to 103 dollars."),
        ("kk", "Өсім былтырғымен (оның 140 мыңы ауылда) салыстырғанда 7,6 пайызға кеміп, 103,3 мың болды."),
        # What a level is compared with is not always what the change led from.
        ("en", "The number of cranes was up 14 to 164, against 422 a year ago."),
        (
            "en",
            "Cranes at work were 71, an increase of three during the week, compared to a total of 111 then.",
        ),
        ("en", "Prices rose 31.6% in the year to May, compared with 30.3% to April and 38.8% a year before."),
        ("en", "Milk output was 1,210.7 mln litres, up 0.6% from the revised May figure of 1,203.3 litres."),
        ("en", "Imports were 36.9 billion, a rise of 15% from May and of 4.7% compared with last June."),
        ("en", "Exports were 379.4 million. Imports fell 9.2% from the month before to 277.2 million."),
        (
            "en",
            "Sales were 81.2, down from May's 83.4, but 165% higher than the 30.6 of 2022.",
        ),
        ("en", "The index closed 8.1 points down at 1,981.5, compared with an opening 1,987.4."),
        ("en", "We have 300 million for repairs. Rents are to go up 17% from the 915 million of last year."),
        ("en", "Output was one million tonnes, up 35.8% from the 755,000 tonnes of last year."),
        ("ru", "Число кранов выросло на 14, до 164, против 422 годом ранее."),
    ],
)
def test_a_change_that_is_of_something_else_than_the_numbers_beside_it(language, text):
    assert accused(language, text) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The library lent 84,300 books, an increase of 2,400 (6 per cent)."),
        ("en", "The library lent 84,300 books, an increase of 2,400, or 6 per cent."),
        ("ru", "Собрано 840 тонн картофеля, рост на 40 тонн (15 %)."),
        ("ru", "Собрано 840 тонн картофеля, рост на 40 тонн (или на 15 %)."),
        ("ru", "Доходы – 460,2 млн рублей, рост на 60,2 млн, или 34 %."),
        ("ru", "Доходы – 460,2 млн рублей, рост на 60,2 млн, или на 34 % к прошлому году."),
        ("kk", "Студенттер саны 8 400 болды, 400-ге көбейді (65 %)."),
        ("kk", "Студенттер саны 8 400 болды, 400-ге немесе 65 %-ға көбейді."),
        ("en", "We answered 2,019 calls in May against 1,962 in April, up 12.5%."),
        ("en", "Fires climbed to 127, up from 85 last year, marking a 33% increase."),
        ("en", "Fires climbed to 127, up from 85 last year, which is a 33% increase."),
        ("en", "There were 412 complaints in July against 389 in June, a rise of 14%."),
        ("en", "Calls rose by 12.5% to 2,019 from 1,962 in April."),
        ("ru", "Выдано 2 019 паспортов против 1 962 в 2023-м, рост составил 8 %."),
        ("ru", "Выдано 2 019 паспортов против 1 962 в апреле, что на 12,5 % больше."),
        ("ru", "Против 1 500 в апреле создано 1 623 рабочих места, или на 133 больше."),
        ("en", "There were 413 calls in May, compared with 389 in the same month of 2022, up 12%."),
        ("ru", "Поступило 413 жалоб против 389 за аналогичный период прошлого года, рост – 12 %."),
        ("ru", "Выпущено 1 240 машин, это на 85 меньше, чем в прошлом году (1 300)."),
        ("ru", "Выпущено 1 240 машин, это на 85 меньше, чем в прошлом году (в 2022 году – 1 300)."),
        ("ru", "Выпущено 1 240 машин, это на 85 меньше, чем в прошлом году (годом ранее – 1 300)."),
        ("en", "The hall had 1,240 guests, 85 fewer than last year (1,400 guests)."),
        ("en", "The hall had 1,240 guests, 85 fewer than last year (a year ago: 1,400)."),
        ("en", "They opened 36 schools, 5 fewer than planned (40)."),
        ("en", "The council received 412 applications. This is 12% more than in 2023 (350)."),
        ("ru", "Выпущено 412 машин. Это на 12 % больше, чем годом ранее (в 2023 году – 350)."),
        ("kk", "Зауыт 412 көлік шығарды. Бұл 2023 жылмен салыстырғанда 12 %-ға көп (350)."),
        ("kk", "Зауыт 412 көлік шығарды. Бұл 2023 жылмен салыстырғанда 12 %-ға көп (былтыр – 350)."),
        (
            "en",
            "Pay was 312,400 in May, 4.2% more than in April and 14.8% more than a year before (279,400).",
        ),
        ("ru", "Оклад – 312 400, на 4,2 % больше, чем в мае, и на 14,8 % больше, чем годом ранее (279 400)."),
        ("en", "The price was £312,000, £12,000 more than in 2022 (£321,000)."),
    ],
)
def test_a_change_that_contradicts_the_numbers_beside_it(language, text):
    assert accused(language, text)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Thefts fell by 46, or 24.6 %; 112 (79 %) were solved."),
        ("ru", "Число клубов выросло на 40 (4 %), закрыто 65 (6 %)."),
        ("en", "Enrolment grew by 120 (8 %); 640 (39 %) of the pupils are girls."),
        (
            "en",
            "Compared with last year (300 pupils), boys rose by 60 and girls fell by 10 %, to 345 in all.",
        ),
    ],
)
def test_a_level_with_a_share_of_its_own_is_not_what_changed(language, text):
    assert relations(language, text) == []


def test_only_the_change_that_is_compared_is_held_to_the_level_before():
    text = "Принято 144 ученика. Это на 46 меньше, чем в 2022 году (190), и на 7 больше, чем в 2021 году."
    assert not any("does_not_follow" in one or "doubtful" in one for one in relations("ru", text))


def test_the_last_number_of_a_list_may_have_a_verb_of_its_own():
    text = "В районе 45 клубов, в том числе 30 сельских и 15 городских, 2 закрыты на ремонт."
    assert not any("does_not_follow" in one or "doubtful" in one for one in relations("ru", text))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # Each number holds those before it.
        ("en", "We took 1,240 calls by March, 2,680 by June and 4,120 by September; in all 5,040 calls."),
        ("ru", "За три месяца собрано 124 т, за полугодие – 268 т, за девять месяцев – 412 т, всего 504 т."),
        ("kk", "Бірінші тоқсанда 124 т, жарты жылда 268 т, тоғыз айда 412 т, барлығы 504 т жиналды."),
        # Parts of what the sentence before tells.
        ("kk", "4 520 хат түсті. 2 310-ы бірден, 1 200-і кейін, қалған 1 010-ы бір айдан соң қаралды."),
        (
            "kk",
            "Барлығы 4 520 өтініш түсті. Оның 2 310-ы орындалды, 1 200-і жабылды, қалған 1 010-ы қаралуда.",
        ),
        # The share of each year, or of something else.
        ("ru", "За пять лет сборы выросли на 2,5 млн тенге, или на 4,6 % в год, до 12,3 млн тенге."),
        ("ru", "Расходы составили 7,6 млн тенге, на 1,7 млн, или на 18,2 % бюджета, больше, чем раньше."),
        ("kk", "Бес жылда кіріс 2,5 млн теңгеге немесе жылына 4,6 %-ға өсіп, 12,3 млн теңгеге жетті."),
        (
            "ru",
            "Сборы – 2 640 млн тенге, на 240 млн, или на 6,0 % в сопоставимых ценах, больше, чем ранее.",
        ),
        # A share of the part, or of a clause of its own.
        ("ru", "План – 400 домов, построено 346, из них 76,5 % заселены."),
        ("ru", "Рассмотрено 1 456 из 1 936 дел, 65,2 % – в срок."),
        ("ru", "Из 520 абитуриентов зачислены 364, первый курс окончили 80 %."),
        ("kk", "520 талапкердің 364-і қабылданды, бірінші курсты 80 %-ы бітірді."),
        ("kk", "Жоспар бойынша 400 үй, 346 үй салынды, оның 76,5 %-ына тұрғындар кірді."),
        # Of only some of the whole.
        (
            "en",
            "The area is 84,310 hectares. Forests cover 31,270 hectares, or 47.1% of the area that is dry.",
        ),
        ("en", "The population is 45,200. In villages live 22,600 people, or 51.0% of all who are of age."),
        # Another average.
        ("en", "The average rent is 640. In the centre it is 960, 60% above the average of the suburbs."),
        (
            "en",
            "The mean yield is 24.1 quintals. Ours was 31.3 quintals, 39.9% above the mean of the country.",
        ),
        (
            "ru",
            "Средняя плата – 184 000 тенге. У горняков – 441 600 тенге, в 2,9 раза выше средней по сёлам.",
        ),
        (
            "kk",
            "Орташа түсім 24,1 центнер. Біздікі 31,3 центнер, бұл облыс бойынша орташадан 39,9 %-ға жоғары.",
        ),
        # A total of something else than what was told before.
        ("en", "We held 236 seminars and 118 training courses. In total, 364 specialists were trained."),
        ("en", "There were 210 births and 180 deaths. Altogether 490 records were entered."),
        ("ru", "Проведено 36 семинаров и 18 тренингов. Всего обучено 64 специалиста."),
        ("ru", "Отремонтировано 120 мостов и 240 труб. Всего обследовано 460 объектов."),
        ("kk", "36 семинар, 18 тренинг өткізілді. Барлығы 64 маман оқытылды."),
        ("kk", "120 көпір, 240 құбыр жөнделді. Барлығы 460 нысан тексерілді."),
    ],
)
def test_true_sentences_of_which_nobody_is_asked(language, text):
    assert not accused(language, text)
