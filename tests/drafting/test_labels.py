"""Wording: labels, quoted words and kinds of figures, out of made-up sentences in three languages."""

from unittest import mock

import pytest
from needs import TEXTS
from work import calls, work

from edureport import prose
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.labels import continued, wording_of
from edureport.drafting.stated_figures import stated_figures
from edureport.drafting.values import kind_of, unit_beside
from edureport.model.period import Period
from edureport.prose import grammar
from edureport.reading.text_file import load_text

OWN = Period.parse("2025-9M")
# The language, the sentence, and of each figure: label, quoted words, kind.
SENTENCES = [
    ("en", "There are 40 schools in the district.", [
        ("Schools in the district", "40 schools in the district", "stock")]),
    ("en", "In 2025 the department trained 1,200 teachers and recruited 85 teachers.", [
        ("Teachers trained", "department trained 1,200 teachers", "flow"),
        ("Teachers recruited", "recruited 85 teachers", "flow")]),
    ("en", "In September 2025, 50 new classrooms were opened and 12 gyms were repaired.", [
        ("New classrooms opened", "50 new classrooms were opened", "flow"),
        ("Gyms repaired", "12 gyms were repaired", "flow")]),
    ("en", "The number of pupils reached 12,000.", [
        ("Number of pupils", "number of pupils reached 12,000", "stock")]),
    ("en", "More than 94.3% of teachers have a degree.", [
        ("Teachers with a degree", "More than 94.3% of teachers have a degree", "ratio")]),
    ("en", "About 3 billion tenge was spent on repairs, which is a lot.", [
        ("Tenge spent on repairs", "About 3 billion tenge was spent on repairs", "flow")]),
    ("ru", "В городе действует 223 школы.", [
        ("Школы в городе", "В городе действует 223 школы", "stock")]),
    ("ru", "Кроме того, открыто 50 новых компьютерных классов и отремонтировано 12 залов.", [
        ("Открыто новых компьютерных классов", "50 новых компьютерных классов", "flow"),
        ("Отремонтировано залов", "отремонтировано 12 залов", "flow")]),
    ("ru", "Число учителей достигло 9 812 человек.", [
        ("Число учителей", "Число учителей достигло 9 812 человек", "stock")]),
    ("ru", "За 9 месяцев 2025 года 1 200 учителей, педагогов и воспитателей прошли курсы.", [
        ("Число учителей, педагогов и воспитателей, которые прошли курсы",
         "1 200 учителей, педагогов и воспитателей прошли курсы", "flow")]),
    ("ru", "На работу пришли 430 специалистов, 85 из них – в сельские школы.", [
        ("Пришло специалистов на работу", "На работу пришли 430 специалистов", "flow"),
        ("В сельские школы", "85 из них – в сельские школы", "flow")]),
    ("ru", "Планируется открыть 5 новых школ на 4 500 мест.", [
        ("Новые школы", "5 новых школ", "flow"),
        ("Мест", "4 500 мест", "flow")]),
    ("kk", "Қаладағы мектептердің саны – 300-ден астам.", [
        ("Қаладағы мектептердің саны", "Қаладағы мектептердің саны – 300-ден астам", "stock")]),
    ("kk", "Сонымен қатар, 2025 жылдың 9 айында 50 жаңа сынып ашылып, 10 мыңнан астам оқушы оқыды.", [
        ("Ашылған жаңа сынып", "50 жаңа сынып ашылып", "flow"),
        ("Оқыған оқушы", "10 мыңнан астам оқушы оқыды", None)]),
    ("kk", "50-ден астам семинар, форум және тренингтер өткізілді.", [
        ("Өткізілген семинар, форум және тренингтер",
         "50-ден астам семинар, форум және тренингтер өткізілді", "flow")]),
    ("kk", "Өңірде 48 аурухана бар, олардың 31-і аудандарда.", [
        ("Өңірдегі аурухана", "Өңірде 48 аурухана бар", "stock"),
        ("Аудандарда", "31-і аудандарда", None)]),
]  # fmt: skip


def read(text, language):
    return clauses_of(prose.read(text, language))


def clauses_of(reading):
    clauses = Clauses(reading.page, reading.figures, reading.times(OWN).named)
    return [clauses.of(figure) for figure in reading.figures if figure.states]


@pytest.mark.parametrize(("language", "text", "expected"), SENTENCES, ids=[text for _, text, _ in SENTENCES])
def test_what_the_words_around_a_figure_say(language, text, expected):
    found = []
    for clause in read(text, language):
        wording = wording_of(clause)
        found.append((wording.label, wording.quote, kind_of(clause)))
    assert found == expected


# Words that make no name: the label is what stands around the number, and a person has to shorten it.
UNNAMED = [
    ("ru", "Выделено финансирование 5 млн рублей.", "Выделено финансирование … рублей"),
    ("ru", "Мангистауской – 5 млн рублей.", "Мангистауской … рублей"),
    ("ru", "Врачи имеют диплом: 5 млн рублей.", "Врачи имеют диплом … рублей"),
    ("ru", "В них проживает 5 тыс. человек.", "В них проживает … человек"),
    ("ru", "Семья в сёлах проживает 5 тыс. человек.", "Семья в сёлах проживает … человек"),
    ("kk", "Оның 5 га.", "Га"),
    ("ru", "Для детей получено питание на 5 млн рублей.", "Для детей получено питание на … рублей"),
    ("en", "Schools in 12 villages were repaired.", "Schools in … villages were repaired"),
    ("en", "Boys and girls won 12 and 15 prizes respectively.", "Boys and girls won"),
    ("ru", "По результатам проверки удовлетворено 736.", "По результатам проверки удовлетворено"),
    ("ru", "Жертвами аварий стали 8 человек.", "Жертвами аварий стали … человек"),
    ("ru", "Ремонт прошёл в 53 случаях.", "Ремонт прошёл в … случаях"),
    ("ru", "Новые мосты есть в 21 районе.", "Новые мосты есть в … районе"),
    ("ru", "Новые лекарства пришли в 101 район.", "Новые лекарства пришли в … район"),
    ("kk", "Ол 74 пайызды құрады.", "Ол құрады"),
    ("ru", "Оказана поддержка 75 мастерам.", "Оказана поддержка … мастерам"),
    ("ru", "Выросло в районе производство 5 тонн.", "Выросло в районе производство … тонн"),
    ("kk", "12 мектепке көмектесті.", "Мектепке көмектесті"),
    ("kk", "Бағдарлама 125 пайызға артық орындалды.", "Бағдарлама … артық орындалды"),
    ("kk", "Полиция 14 кісі өлтіруді ашты.", "Полиция … кісі өлтіруді ашты"),
    ("kk", "12 көлікті тексерді.", "Көлікті тексерді"),
    ("kk", "Мұнда 12 көпірде жол жөнделді.", "Мұнда … көпірде жол жөнделді"),
]


UNNAMED += [
    # the words say it of something else
    ("en", "The number of pupils in 45 towns rose.", "Number of pupils in … towns rose"),
    ("kk", "Жаңа орын ашуға мүмкіндік беретін 5 млн теңге.", "Жаңа орын ашуға мүмкіндік беретін … теңге"),
    ("kk", "ҰБТ-ға 5 адам.", "ҰБТ-ға … адам"),
    ("kk", "266 талапкер 130 балл жинады.", "Талапкер"),
]


UNNAMED += [
    ("en", "A 9% increase in fires (182).", "A increase in fires"),
    (
        "en",
        "673 visits to town libraries - 113 of those to the main library.",
        "Town libraries … to the main library",
    ),
    ("ru", "Встречи прошли в клубах (15).", "Встречи прошли в клубах"),
    ("ru", "Это парки развлечений и отдыха (15).", "Это парки развлечений и отдыха"),
    ("ru", "За год их количество составило 27.", "За год их количество"),
    ("kk", "4 ауылдық округте іске асырылды.", "Ауылдық округте іске асырылды"),
    ("kk", "Онда 15 орын ашылды.", "Онда … орын ашылды"),
]


UNNAMED += [
    # a size names nothing, and neither does what merely is beside something
    (
        "en",
        "Loading reached an impressive level of 305 tonnes.",
        "Loading reached an impressive level of … tonnes",
    ),
    ("en", "The report announced 40 people came.", "Report announced … people came"),
    ("en", "Of the clubs, seven met the standard.", "Met the standard"),
    ("en", "There was a decline to 40 tonnes.", "There was a decline to tonnes"),
    ("en", "In 2024, 14 ports recorded 10 million boxes.", "Ports recorded"),
    ("en", "The town earmarked N2.5 billion in the 2025 budget.", "Town earmarked … budget"),
    ("en", "The increase in the year was 41.", "Increase in the year was"),
    ("en", "In the year of the flood it was 71.", "In the year of the flood it was"),
]


UNNAMED += [
    # nor does a sentence, a size, or what hangs on a word that is not there
    ("en", "The 40 clubs still amount to little.", "Clubs still amount to little"),
    ("en", "There are a total number of 40.", "Total number of"),
    ("en", "They wait for the next 40 units remaining.", "They wait for the next … units remaining"),
    ("en", "The region noted that arrivals were 40.", "Region noted that arrivals were"),
    ("en", "Rules made 40 = the <NEW> limit.", "Rules made … the <NEW> limit"),
    ("en", "Some 53% interviewed.", "Interviewed"),
    ("ru", "Сталь поставляют Перу (13%), Чили (10%).", "Сталь поставляют Перу Чили"),
    ("ru", "Сокращение производства машин составило 227 единиц.", "Сокращение производства машин … единиц"),
    ("kk", "Біз әлемнің 30 елі қатарына кіруі қажет.", "Біз әлемнің … елі қатарына кіруі қажет"),
    ("ru", "Область перевыполнила план – 106 %.", "Область перевыполнила план"),
    ("ru", "Опрос также показал: 59 % жителей довольны.", "Опрос также показал … жителей довольны"),
    ("ru", "Есть школы. В них учатся 40 учащихся.", "В них учатся … учащихся"),
    ("ru", "Только 30 % опрошенных сообщили, что были рады.", "Опрошенных сообщили"),
    ("ru", "Половина жителей (48 %) довольны.", "Жителей"),
    ("kk", "Базарда – 40 теңге.", "Базарда … теңге"),
    ("kk", "Бюджет есебінен – 40 адам.", "Бюджет есебінен … адам"),
    (
        "kk",
        "Апат көбінесе Арман ауданында тіркеледі: 40 дерек.",
        "Апат көбінесе Арман ауданында тіркеледі … дерек",
    ),
    ("kk", "Шығын 40 теңге (5 АҚШ долл).", "АҚШ долл"),
]


@pytest.mark.parametrize(("language", "text", "around"), UNNAMED, ids=[text for _, text, _ in UNNAMED])
def test_words_that_make_no_name_are_left_to_a_person(language, text, around):
    found = [wording_of(clause) for clause in read(text, language)]
    assert (True, around) in [(wording.open, wording.label) for wording in found]


# The language, the words, and the label that the first figure gets.
NAMES = [
    (
        "en",
        "Sales have been improving and total revenue for the year was 10 million dollars.",
        "Total revenue",
    ),
    ("ru", "Цены выросли и доход бюджета составил 40 млн рублей.", "Доход бюджета"),
    ("en", "The bank took up 600 million lire.", "Lire taken up"),
    ("en", "Fire crews attended 223 fires.", "Fires attended"),
    ("en", "The total number of pigs rose to 1,616.", "Total number of pigs"),
    ("en", "Main causes were collisions (21 per cent) and floods (9 per cent).", "Collisions"),
    ("en", "Of those 864 were enrolled in state schools.", "Enrolled in state schools"),
    ("ru", "Доходы (профицит) – 573 тыс. рублей.", "Доходы"),
    ("ru", "В новых домах живёт 36 тыс. человек.", "Число людей, которые живут в новых домах"),
    ("ru", "В первый класс пойдут 145 детей.", "Число детей, которые пойдут в первый класс"),
    ("ru", "Поставлено 69,4 килограмма золота.", "Поставлено золота"),
    (
        "ru",
        "В организациях по предоставлению услуг проживало 24 тыс. человек.",
        "Проживало человек в организациях по предоставлению услуг",
    ),
    ("ru", "Перевезено 33 заболевших.", "Перевезено заболевших"),
    ("ru", "Убиты 12 человек.", "Убито человек"),
    ("ru", "ДТП – 118, 142 раненых.", "Число раненых"),
    ("ru", "Стоимость грузов достигла показателя 8 млн долларов.", "Стоимость грузов"),
    ("ru", "Зарегистрированы 82 человека.", "Зарегистрировано человек"),
    ("ru", "Отдохнули у нас более 400 детей.", "Отдохнуло детей у нас"),
    ("ru", "Построено 22 школы.", "Школы: построено"),
    ("ru", "Раненых – 117.", "Раненые"),
    ("ru", "Поступило 21 заявление.", "Заявления: поступило"),
    ("ru", "В 12 школах есть 94,3 процента педагогов с категорией.", "Доля педагогов с категорией"),
    ("kk", "Елге 17 200 адам келді.", "Елге келген адам"),
    ("kk", "Ауылда 25 орындық емес, 13 мектеп салынып жатыр.", "Салынып жатқан мектеп"),
    ("kk", "Түсімдер (салықтық) – 655 мың теңге.", "Түсімдер"),
    ("kk", "Халық саны 17 671 мың адамды құрады.", "Халық саны"),
]


NAMES += [
    # what is estimated, and what it is compared with
    ("en", "Output of plums is estimated at 23 million tonnes as against 22 million.", "Output of plums"),
    ("en", "In 2024 the total enrolment of schools crossed 264 thousand.", "Total enrolment of schools"),
    ("en", "Pupils with special needs (PSN) stood at 412.", "Pupils with special needs"),
    ("en", "Visiting students total 3,776.", "Visiting students"),
    # what is done to a number of things
    ("en", "The construction of 34 schools was finished.", "Construction of schools"),
    ("en", "There was a record output of 178 million tonnes of plums.", "Record output of plums"),
    ("en", "The country grew 21.6 thousand tonnes of plums.", "Plums"),
    ("en", "The town spent over 5 million dollars on new halls.", "Spent on new halls"),
    # where, to whom
    ("en", "The office sent parcels to 298 affected families.",
     "Affected families to whom the office sent parcels"),
    ("en", "The club is held at 11 park halls weekly.", "Park halls at which the club is held"),
    # parts of a whole
    ("en", "Fires accounted for 32% of the alarms.", "Fires, share of the alarms"),
    ("en", "20 more schools are to be opened.", "Schools to be opened"),
    # a name and a number in one line
    ("en", "Swimming lessons 53,625", "Swimming lessons"),
    ("en", "Staffing: 695 (585 in full time)", "Staffing"),
    ("en", "450 SWIMMERS", "SWIMMERS"),
    ("en", "872 (851) swimmers took a test.", "Swimmers took a test"),
    ("en", "EXPENSES: $39,626.20 Revenue: $34,078.00", "EXPENSES"),
    ("en", "The number of pupils 300.", "Number of pupils"),
    ("ru", "Количество школ составило 12.", "Количество школ"),
    ("en", "Main library 1.03 million\nBranches and other 850,000\n", "Branches and other"),
    ("en", "The number of boys in town, village, and upland schools was 3,047.",
     "Number of boys in town, village, and upland schools"),
    ("en", "A 9% increase in fires (182 against 167).", "Fires"),
    # the same in Russian
    ("ru", "Завершено строительство 34 школ.", "Завершено строительство школ"),
    ("ru", "Завершён ремонт 34 школ.", "Завершён ремонт школ"),
    ("ru", "Начата закупка 34 автобусов.", "Закупка автобусов"),
    ("ru", "Завершён ввод 34 домов.", "Завершён ввод домов"),
    ("ru", "Новые лекарства пришли в 30 регионов.", "Регионы, в которые новые лекарства пришли"),
    ("ru", "Отдел встретился со 100 школами.", "Школы, с которыми Отдел встретился"),
    ("ru", "Новые мосты есть в 12 районах.", "Районы, в которых новые мосты есть"),
    ("ru", "Рожь обмолочена с площади 19,4 тыс. га.", "Рожь обмолочена: площадь"),
    ("ru", "Получили травмы 8 человек.", "Получили травмы"),
    ("ru", "Погибло 8 человек.", "Погибло человек"),
    ("ru", "Фонд библиотеки составлял 4384 экз.", "Фонд библиотеки"),
    ("ru", "Надои молока составили 42 кг против 41 кг.", "Надои молока"),
    ("ru", "Озимые составили 32 % от всей площади.", "Озимые: доля от всей площади"),
    ("ru", "Жители города – 500.", "Жители города"),
    ("ru", "На клубы приходится 32 % от расходов.", "Доля от расходов, которая приходится на клубы"),
    ("ru", "На школы приходится 32 % расходов.", "Доля расходов, которая приходится на школы"),
    ("ru", "Сообщили, что в клубы зачислены 15 человек.", "Зачислено человек в клубы"),
    ("ru", "Больше всего ходили в клубы, музеи (6 тысяч посещений).", "Музеи: посещений"),
    ("kk", "Облыста 45 қылмыс тіркелген.", "Облыста тіркелген қылмыс"),
    ("kk", "3 ет комбинаты және 8 құс фабрикасы іске қосылды.", "Іске қосылған құс фабрикасы"),
    ("ru", "Новая разметка – 39 млн тенге, текущий ремонт дорог – 70 млн тенге.", "Текущий ремонт дорог"),
    ("kk", "Клубқа 59 тонна шекер жеткізілді.", "Клубқа жеткізілген шекер"),
    ("kk", "Қорға 15 тонна астық қабыл етілді.", "Қабыл етілген астық"),
    ("kk", "Қорға 15 ерекше экспонат қабыл етілді.", "Қабыл етілген ерекше экспонат"),
    ("kk", "Ауданда 300 тұрақты жұмыс орны ашылды.", "Ауданда ашылған тұрақты жұмыс орны"),
    ("kk", "Ауданда 40 сапасыз жиһаз дүкенге қайтарылды.", "Ауданда дүкенге қайтарылған сапасыз жиһаз"),
    ("ru", "На ремонт мостов было выделено 5 млн рублей.", "Выделено на ремонт мостов"),
    ("ru", "Выделено на строительство школ 5 млн рублей.", "Выделено на строительство школ"),
    ("ru", "Завершено новое строительство 34 школ.", "Завершено новое строительство школ"),
    ("en", "The fund spent $5 million of its own money.", "Own money spent"),
    ("ru", "Признано в установленном порядке больными 17 человек.",
     "Признано в установленном порядке больными"),
    ("ru", "На Орёл пришлось 16 %.", "Пришлось на Орёл"),
    ("ru", "Рожь убрана с 5 га.", "Рожь убрана"),
    ("ru", "Убрано льна на 5 га.", "Убрано льна"),
    ("ru", "В клубы зачислены 143 малыша.", "Малыши: зачислено в клубы"),
    ("ru", "Построено 5 мостов, 3 причала и 2 пруда.", "Причалы: построено"),
    ("ru", "Адресную помощь получили 5 пенсионеров.", "Получило пенсионеров адресную помощь"),
    ("ru", "Из них 12 километров — просёлки.", "Просёлки"),
    ("ru", "Число лиц, обратившихся к врачу, составило 15 человек.", "Число лиц, обратившихся к врачу"),
    ("ru", "Объём средств, выделенных на ремонт, составил 5 млн рублей.",
     "Объём средств, выделенных на ремонт"),
    ("kk", "12 адам – кент тұрғындары.", "Кент тұрғындары"),
    ("kk", "Облыс 12 мектепке көмектесті.", "Облыс көмектескен мектеп"),
    ("kk", "7 жәшік жұмысты аяқтады.", "Жұмысты аяқтаған жәшік"),
    ("kk", "Кентте 73 ереже бұзушылық тіркелді.", "Кентте тіркелген ереже бұзушылық"),
    ("kk", "15 көмпіс сыйлық алды.", "Сыйлық алған көмпіс"),
    ("kk", "10 нысан жаңадан салынбақ.", "Жаңадан салынатын нысан"),
    ("kk", "Кентте 4 нысанның құрылысы жүруде.", "Кентте құрылысы жүріп жатқан нысан"),
    ("kk", "71 мың гектары бюджет есебінен егілген.", "Бюджет есебінен егілген"),
    ("ru", "На выставке показали 18 коров.", "Показало коров на выставке"),
    ("ru", "В хозяйстве 18 коров.", "Коровы в хозяйстве"),
    ("ru", "Частая причина: 67 водителей были оштрафованы.", "Оштрафовано водителей"),
    ("kk", "Кентте 23 жол-көлік оқиғасы тіркелді.", "Кентте тіркелген жол-көлік оқиғасы"),
    ("kk", "— Қалада 27 науқас бар», деді ол.", "Қаладағы науқас"),
    ("kk", "«Кентте 27 өрт тіркелді, — деді ол.", "Кентте тіркелген өрт"),
    ("kk", "Кентте 88 камера жұмыс істеп тұр.", "Кентте жұмыс істеп тұрған камера"),
    ("kk", "Оның 31-і жарақат алған.", "Жарақат алған"),
    ("kk", "Оның 4 мыңнан астамы сыйлық алған.", "Сыйлық алған"),
    ("kk", "87,3 пайызы құралдармен қамтамасыз етілген.", "Құралдармен қамтамасыз етілген"),
    ("kk", "15 адам жаңа орындарға орналастырылады.", "Жаңа орындарға орналастырылатын адам"),
    ("kk", "87 құқық бұзу дерегі анықталды.", "Анықталған құқық бұзу дерегі"),
    ("kk", "15 клубқа жаңа құрал орнатылған.", "Жаңа құрал орнатылған клуб"),
    ("kk", "Қалада 20 пунктте сынақ өтті.", "Қалада сынақ өткен пункт"),
    ("kk", "Жеміс жинау Арманның 6 аймағында жүріп жатыр.", "Жеміс жинау жүріп жатқан Арманның аймағы"),
    ("kk", "9 клубта интернет жоқ.", "Интернет жоқ клуб"),
    ("kk", "Тоғызыншы ауданда 32 оқушының жұмысы марапатталды.",
     "Тоғызыншы ауданда жұмысы марапатталған оқушы"),
    ("kk", "Биыл 3 жобаны іске қосу көзделіп отыр.", "Іске қосу көзделіп отырған жоба"),
    ("kk", "Жаңа кентте 75 жұмыс орны құрылды.", "Жаңа кентте құрылған жұмыс орны"),
    ("kk", "Тұрғын кентте 34 өрт оқиғасы болды.", "Тұрғын кенттегі өрт оқиғасы"),
    ("kk", "Дауылда 8 адам мерт болды.", "Дауылда мерт болған адам"),
    ("kk", "Құс басы 85 басты құрады.", "Құс басы"),
    ("kk", "Ауру коэффициенті 1000 адамға шаққанда 13,6 адамды құрады.",
     "Ауру коэффициенті 1000 адамға шаққанда"),
    ("kk", "Жөндеу жұмыстарына 5 млн теңге қарастырылды.", "Жөндеу жұмыстарына қарастырылған"),
    ("kk", "Зауыт 18 млн теңгенің ыдыстарын өндірген.", "Зауыт өндірген ыдыстары"),
    ("kk", "Биыл 45 мың шаршы метр үй пайдалануға берілді.", "Пайдалануға берілген үй"),
    ("kk", "Биыл ауданның аумағы 5 мың шаршы шақырым болды.", "Ауданның аумағы"),
    ("kk", "Оқушылардың 85 пайызы тамақпен қамтылған.", "Тамақпен қамтылған оқушылар"),
    ("kk", "Клубқа 37 өнерші, 5 ұстаз және 4 дәрігер барған.", "Клубқа барған ұстаз"),
    ("kk", "Ұстаздар саны 2024 жылмен салыстырғанда 5%-ға өсті.", "Ұстаздар саны"),
]  # fmt: skip


NAMES += [
    # a currency before the number, whatever it is
    ("en", "Interest payments: Rs. 9.7 trillion.", "Interest payments"),
    ("en", "The revenue was US$5 million.", "Revenue"),
    ("en", "The town spent over £50 million on new halls.", "Spent on new halls"),
    # the subject of a verb that says how many it is
    ("en", "In April the rejected parcel rate was 4.1%.", "Rejected parcel rate"),
    ("en", "Planted area for the uplands is estimated at 84 million acres.", "Planted area for the uplands"),
    ("en", "The volume of calls fell from 900 cases to 800 cases.", "Volume of calls"),
    (
        "en",
        "The rate for plums rose 10 points, and the part-time rate fell 5 points to 40.",
        "Part-time rate",
    ),
    ("en", "That brought the annual arrivals figure to 52,722.", "Annual arrivals figure"),
    # what is measured, and whose it is
    ("en", "North Hill achieved a pass rate of 75%.", "Pass rate of North Hill"),
    ("en", "The final class achieved a pass rate of 75%.", "Pass rate of the final class"),
    ("en", "The storm brought a crop loss of 150 metric tons.", "Crop loss"),
    ("en", "The office achieved loading of 65 tonnes in plums.", "Loading in plums"),
    # what was done to whom
    ("en", "The agency screened more than 549 children.", "Children screened"),
    ("en", "Hill College schooled a record 52,384 students.", "Students schooled"),
    ("en", "The herd grew, with 7 million lambs born.", "Lambs born"),
    ("en", "Media (tapes and discs) 2.5 million", "Media"),
    # participles of the subject are no verb of it
    ("en", "Calls attended rose by 6% to 4.5 million.", "Calls attended"),
    ("en", "The rate for a fully equipped hall was 5%.", "Rate for a fully equipped hall"),
    (
        "en",
        "The share of calls from farms in the hills that came to the old station of the town by night is 5%.",
        "Share of calls from farms in the hills that came to the old station of the town by night",
    ),
    ("en", "Registered readers 2,210 (92% of residents)", "Registered readers"),
    ("en", "Readers 2,210 (92% of residents)", "Share of residents"),
    # who said it is no part of it, and what follows with a pronoun neither
    ("en", "The office said today cargo tonnage reached 40 tonnes.", "Cargo tonnage"),
    ("en", "They opened 40 wells before we came.", "Wells opened"),
    ("en", "In all 166 wells were dug at a total cost of $32 million.", "Wells dug"),
    ("en", "North Hill had the highest percentage of composting at 55%.", "Highest percentage of composting"),
    ("en", "Of these, 128 were Category A calls.", "Category A calls"),
    ("en", "In 2024, 14 ports were recorded.", "Ports recorded"),
    ("en", "There were 7 million acres burned.", "Acres burned"),
    ("en", "The office hired 80 cooks and had now decided to hire more.", "Cooks hired"),
    ("en", "He said that the town has spent Rs 19 billion on roads.", "Spent on roads"),
    ("en", "The growth rate was 41%.", "Growth rate"),
]


@pytest.mark.parametrize(("language", "text", "label"), NAMES, ids=[text for _, text, _ in NAMES])
def test_a_label_has_the_dictionary_form(language, text, label):
    labels = [wording_of(clause).label for clause in read(text, language)]
    assert label in labels


@pytest.mark.parametrize("subject", ["Население", "Руководство", "Большинство", "Качество"])
def test_not_every_noun_with_the_ending_of_an_action_is_one(subject):
    (clause,) = read(f"{subject} 34 школ.", "ru")
    assert wording_of(clause).label != f"{subject} школ"


def test_a_number_that_stands_alone_is_its_own_label():
    (clause,) = read("223 451", "ru")
    wording = wording_of(clause)
    assert (wording.label, wording.quote, wording.own, wording.open) == ("223 451", "223 451", False, True)


def test_what_stands_for_something_else_is_no_word_of_its_own():
    _, second = read("There are 12 schools, a year earlier there were 15 such.", "en")
    assert not wording_of(second).own


@pytest.mark.parametrize("piece", ["открыто {} школ, ", "12; {}, ", "с 5 до {} ", "2024 году {} (3 %) "])
def test_the_work_does_not_grow_faster_than_the_text(piece):
    """In one endless sentence."""

    def effort(count):
        reading = prose.read("".join(piece.format(number) for number in range(100, 100 + count)), "ru")
        reading.times(OWN)
        assert sum(figure.states for figure in reading.figures) >= count

        def action():
            return [(wording_of(clause), kind_of(clause)) for clause in clauses_of(reading)]

        return work(("drafting", "prose"), action), calls(action)

    effort(1)  # the words are loaded
    for once, twice in zip(effort(60), effort(120), strict=True):
        assert once < twice <= 2.05 * once


@pytest.mark.parametrize(
    "path", [path for path in TEXTS if "corpus" in str(path)], ids=lambda path: path.name
)
def test_a_quote_that_is_not_read_again_would_be_read_alike(path):
    document = load_text(str(path))
    reading = prose.read(document.prose, prose.language_of(document.prose))
    quick = stated_figures(document, reading, OWN).figures
    with mock.patch.object(Clause, "stands_alone", return_value=False):
        assert stated_figures(document, reading, OWN).figures == quick


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("en", "Births: 500.", "flow"),
        # a word of the one kind and one of the other: a person has to tell
        ("en", "Births are 500.", None),
        ("en", "There are 12 sales offices.", None),
        ("ru", "Работает 12 отделов доходов.", None),
        ("en", "There were 500 visits.", "flow"),
        ("en", "During the year 500 pupils work there.", None),
        ("ru", "Число умерших – 500.", "flow"),
        ("ru", "За год отмечено 500 встреч.", "flow"),
        ("kk", "Жыл ішінде 500 кездесу болды.", "flow"),
        ("en", "There are 500 schools.", "stock"),
    ],
)
def test_words_for_what_happens_say_flow(language, text, kind):
    assert [kind_of(clause) for clause in read(text, language)] == [kind]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Кентте 23 жол-көлік оқиғасы тіркелді.", None),
        ("Кентте 15 ұсақ бұзақылық тіркелді.", None),
        ("Кентте 15 кемтарлығы бар адам тұрады.", None),
        ("Кентке 15 хабарлама түскен.", "хабарлама"),
    ],
)
def test_a_word_that_describes_a_noun_is_no_unit(text, unit):
    (clause,) = read(text, "kk")
    assert unit_beside(clause) == unit


SURE = [
    ("kk", "4 адам қаза тапты, 17 адам жарақат алды.", ["Қаза тапқан адам", "Жарақат алған адам"]),
    ("kk", "8 бала үйге қайтты, 2 бала мектепке жіберілді.",
     ["Үйге қайтқан бала", "Мектепке жіберілген бала"]),
    ("kk", "Паркке 5 млн теңге бөлінбеді.", ["Паркке бөлінбеген"]),
    ("kk", "12 клуб, 3 кітапхана жабылмады.", ["Жабылмаған клуб", "Жабылмаған кітапхана"]),
    ("kk", "Шебер 40 бұйым жасады.", ["Жасаған бұйым"]),
    ("kk", "30 бала ойнады.", ["Ойнаған бала"]),
    ("en", "The survey showed a vaccination rate of 80%.", ["Vaccination rate"]),
    ("en", "The ministry reports an unemployment rate of 5%.", ["Unemployment rate"]),
    ("en", "The court believed 30 men fled.", ["Men fled"]),
    ("en", "The board considered 20 clubs unsafe.", ["Board considered … clubs unsafe"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "may"),
    [
        ("Which accounts for the budget", False),
        ("In cases", False),
        ("Visits made in", False),
        ("Peak in the year ending", False),
        ("Pupils were enrolled", False),
        ("Pupils who were enrolled", True),
        ("Schools to be built", True),
        ("Children given vitamin A", True),
        ("May visits", True),
    ],
)
def test_a_label_may_be_a_noun_phrase_and_nothing_else(words, may):
    assert grammar.load("en").naming.is_name(words.lower().split()) is may


@pytest.mark.parametrize(("language", "text", "labels"), SURE, ids=[text for _, text, _ in SURE])
def test_a_label_says_no_more_than_its_own_clause(language, text, labels):
    assert [wording_of(clause).label for clause in read(text, language)] == labels


def test_a_share_of_which_more_is_said_is_left_open():
    words = [wording_of(clause) for clause in read("Over 70% of men (20% of women) smoke.", "en")]
    assert [one.open for one in words] == [True, True]


FLAGS = ("own", "totals", "open", "against", "bracketed", "apart", "bare", "pointing", "of_them")


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "There are 12 schools (5 in towns).", ["own bare", "own open bracketed apart"]),
        ("en", "Of these, 12 are schools.", ["own of_them"]),
        ("en", "They also opened 12 schools.", ["own bare pointing"]),
        ("en", "It rose to 12 people.", ["open bare pointing"]),
        ("en", "The number of pupils rose from 25 to 28 people a day.", ["own totals against", "open"]),
        ("en", "In towns: 12 people came.", ["own open"]),  # words on both sides tell no part apart
        ("ru", "В сёлах построили 5.", ["own open"]),  # nor does a clause with its verb
        ("ru", "В сёлах – 5.", ["own open apart"]),
        ("en", "In the small old grey towns of the green hills by the blue sea 5.", ["own open"]),
        ("kk", "Қой саны сол деңгейде қалып, 19 млн болды.", ["own open bare"]),  # by the words before
        ("en", "Pupils in towns (40).", ["own bracketed bare"]),
        ("en", "Pupils (40).", ["own bracketed bare"]),
        ("en", "Pupils, more than last year (40).", ["open bracketed bare"]),
        ("en", "Two people.", ["open bare"]),
        # words before a comma, a colon or a bracket, and before a pronoun; not those of another figure
        ("kk", "19 млн болды.", ["open bare"]),
        ("kk", "Қой саны 12, былтыр 19 млн болды.", ["own totals", "open bare"]),
        ("ru", "Выросло число краж: на 7 %.", ["own open bare"]),
        ("ru", "Открыто 12 школ: на 7 %.", ["own bare", "open bare"]),
        ("ru", "Больше, чем число краж: на 7 %.", ["open bare"]),
        ("ru", "Число краж выросло: сады 7.", ["own open"]),
        ("ru", "Цена на сыр растёт; она достигла 5.", ["own open bare"]),
        ("ru", "Она достигла 5.", ["open bare pointing"]),
        ("en", "It paid for fees and permits ($4).", ["own open bracketed bare pointing"]),
    ],
)  # fmt: skip
def test_what_is_known_of_the_words_around_a_figure(language, text, told):
    found = [wording_of(clause) for clause in read(text, language)]
    assert [" ".join(flag for flag in FLAGS if getattr(one, flag)) for one in found] == told


@pytest.mark.parametrize(
    ("text", "before", "label", "left_open"),
    [
        ("По химии – 5.", "Средний балл по физике", "Средний балл по химии", False),
        ("В сёлах – 5.", "Средний балл по физике", "В сёлах", True),  # another preposition
        (
            "По кражам в сёлах – 5.",
            "Средний балл по физике",
            "По кражам в сёлах",
            True,
        ),  # more words than before
        ("Дома – 5.", "Средний балл по физике", "Дома", False),
    ],
)
def test_a_part_goes_on_with_the_label_before_it(text, before, label, left_open):
    (clause,) = read(text, "ru")
    wording = continued(wording_of(clause), before, "ru")
    assert (wording.label, wording.open) == (label, left_open)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Schools (40 in the north) opened late.", "Schools (40 in the north)"),
        ("All is well (they said that 12 schools opened), too.", "12 schools opened"),
        ("Школы (12 сельских) открыты.", "Школы (12 сельских)"),
    ],
)
def test_a_quote_ends_with_the_bracket_that_it_opens(text, quote):
    clause, *_ = read(text, prose.language_of(text))
    assert wording_of(clause).quote == quote


@pytest.mark.parametrize(
    "text", ["Число пожаров (против 40) выросло до 52.", "Fires in homes (against 40) rose to 52."]
)
def test_what_is_compared_in_a_bracket_has_no_words_of_its_own(text):
    against, _ = read(text, prose.language_of(text))
    assert (wording_of(against).against, wording_of(against).own) == (True, False)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Уровень безработицы – 2,2 % (неделю назад – 2,3 %)."),
        ("kk", "Жұмыссыздық деңгейі – 2,2 % (бір апта бұрын – 2,3 %)."),
    ],
)
def test_a_time_alone_is_no_label(drafted, language, text):
    made = drafted(text, language).draft
    assert not [item.label for item in made.entries if not item.unnamed and item.value == "2.3"]
