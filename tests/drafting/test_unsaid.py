"""What a label says, or is left open, so that it never says something else than its sentence."""

import pytest

OPEN = [
    ("ru", "На парк не выделено 5 млн тенге. В 2023 году на парк выделено 8 млн тенге."),
    ("ru", "Не покрашено 7 скамеек. Покрашено 7 скамеек."),
    ("en", "The council failed to repair 30 libraries."),
    ("en", "Nobody saw the 30 libraries that opened."),
    ("en", "Enrolment rose to 120 pupils."),
    ("ru", "Число граждан, обратившихся за книгой, не составило и 40."),
    ("kk", "20 мұғалім қажет емес. 30 мұғалім керек."),
    ("kk", "Ауылда 12 кітапхана жоқ."),
    ("en", "Were 30 libraries repaired?"),
    ("ru", "Разве покрашено 7 скамеек?"),
]
NAMED = [
    ("ru", "Покрашено не менее 7 скамеек.", "Покрашено скамеек"),
    ("en", "In the city 12 libraries were not repaired.", "Libraries not repaired in the city"),
    ("en", "No fewer than 8 libraries have no lift.", "Libraries with no lift"),
    ("en", "Is that enough? In the city 12 libraries were closed.", "Libraries closed in the city"),
    ("en", "Not a single one of the 30 libraries was closed.", "Libraries"),
    ("kk", "9 клубта интернет жоқ.", "Интернет жоқ клуб"),
]


@pytest.mark.parametrize(("language", "text"), OPEN, ids=[text for _, text in OPEN])
def test_a_label_without_the_denial_is_left_open(drafted, language, text):
    draft = drafted(text, language).draft
    first, *others = draft.entries
    assert first.unnamed
    assert len(others) == text.count(". ")


@pytest.mark.parametrize(("language", "text", "label"), NAMED, ids=[text for _, text, _ in NAMED])
def test_a_label_that_denies_the_same_is_a_name(drafted, language, text, label):
    [entry] = drafted(text, language).draft.entries
    assert (entry.label, entry.unnamed) == (label, False)


# Each with a look-alike: the labels of its figures, None if one is left open.
ENGLISH = [
    # Some of a whole: what is said of them is not said of the whole.
    ("12 of the 30 libraries were closed.", ["Libraries closed", "Libraries"]),
    ("Some of the 30 libraries were closed.", ["Libraries"]),
    ("Only a few of its 30 libraries have a lift.", ["Libraries"]),
    ("None of the 30 libraries has a lift.", ["Libraries with a lift", "Libraries"]),
    ("40% of the 30 libraries have a lift.", ["Libraries with a lift", "Libraries"]),
    ("All but 3 of the 30 libraries have a lift.", [None, "Libraries"]),
    ("The inspectors found that 12 of the 30 libraries were unsafe.", ["Libraries unsafe", "Libraries"]),
    ("The council closed 12 of the 30 libraries.", [None, "Libraries"]),
    ("12 of the 30 clubs that were inspected had faults.", [None, None]),
    ("Each of the 30 libraries has a lift.", ["Libraries with a lift"]),
    ("A total of 30 libraries were closed.", ["Libraries closed"]),
    # The verb before a number.
    ("The hall can seat 120 visitors.", [None]),
    ("The hall has 120 seats.", ["Seats"]),
    ("The library lent 900 books.", ["Books lent"]),
    ("The fund paid out, helping 40 farmers.", [None]),
    ("The fund has 40 members, including 12 farmers.", ["Members", "Farmers"]),
    ("Inspectors carried out 40 checks.", ["Checks carried out"]),
    ("The law requires 25 inspections.", [None]),
    ("Last year 40 pupils won prizes.", ["Pupils won prizes"]),
    ("By closing 3 offices, the council saved money.", [None]),
    ("340 laptops cost $900.", [None, None]),
    ("The cost of 340 laptops fell.", ["Cost of laptops"]),
    # What is to be done, as it will be called when it is done.
    ("The council plans to repair 12 schools.", ["Schools repaired"]),
    ("The council will build 12 schools.", ["Schools built"]),
    ("The council plans to have 12 schools.", ["Schools"]),
    ("The share should be below 12%.", ["Share"]),
    # Only thought of.
    ("If 25 libraries were closed, 300 people would lose their jobs.", [None, None]),
    ("25 libraries were closed, and 3 museums opened.", ["Libraries closed", "Museums opened"]),
    ("A class may have 30 pupils.", [None]),
    ("The class of May has 30 pupils.", ["Pupils"]),
    ("12 posts were to be cut.", [None]),
    ("12 posts are to be cut.", ["Posts to be cut"]),
    ("Plans to close 3 schools were dropped.", [None]),
    ("The closure of 3 schools saved $400.", [None, None]),
    ("We saw the closure of 3 schools.", ["Closure of schools"]),
    # So many to each of some others.
    ("Each farmer received $350 on average.", [None]),
    ("For every 1,000 inhabitants there are 3 doctors.", [None]),
    ("The clinic has 12 patients per nurse.", ["Patients per nurse"]),
    ("The yield was 4 tonnes per hectare.", [None]),
    ("The 3 largest towns have 2,400 workers.", ["Workers"]),
    ("The 3 new towns have 2,400 workers.", ["New towns", "Workers"]),
    # The verb behind an aside.
    ("340 farmers (310 a year ago) received grants.", [None, None]),
    ("45 complaints were received (40 a year ago).", ["Complaints received"]),
    ("40 farmers from 12 villages received grants.", [None]),
    ("40 farmers have 12 tractors.", ["Farmers", "Tractors"]),
    ("There were 40 visits to the library 12 people were served.", ["Visits", "People served"]),
    # The share of what.
    ("Revenue was 102% of the plan.", ["Revenue, share of the plan"]),
    (
        "The council owns 450 houses (12% of the houses of the town).",
        ["Houses", "Houses, share of the houses of the town"],
    ),
    ("12% of houses (450) are empty.", [None, None]),
    ("A third of the budget, $4 million, goes to schools.", [None, None]),
    ("12% of houses were sold.", ["Houses sold"]),
    # What is no name of the number beside it.
    ("The plan has net reductions of 6 posts.", [None]),
    ("The reduction fund has 6 members.", ["Members"]),
    ("The rate is 78 with girls leading.", [None]),
    ("78 pupils with special needs passed.", ["Pupils with special needs passed"]),
    ("The ratio of girls to boys is 210 to 190.", [None, None]),
    ("The 2012 figures were better.", []),
    ("There were 2012 pupils.", ["Pupils"]),
    ("The museum will spend its $900 reserve.", [None]),
    ("Guests 300 • Hill won a prize.", ["Guests"]),
    # Words that a name needs.
    ("All 48 villages have piped water.", ["Villages that have piped water"]),
    ("All 48 villages have opened a clinic.", ["Villages that have opened a clinic"]),
    ("48 villages have been connected.", ["Villages connected"]),
    (
        "In the 14 schools that were inspected, 200 faults were found.",
        ["Schools that were inspected", "Faults found"],
    ),
    ("120 patients waited to be seen.", ["Patients waited to be seen"]),
    ("Clear-up rate: 41%", ["Clear-up rate"]),
    ("Crime cleared up: 41%", ["Crime cleared up"]),
    ("Results at a glance: 34 schools inspected", ["Schools inspected"]),
    ("Library stock: 34,000 books", ["Library stock"]),
    ("North 12 South 14 East 9", ["North", "South", "East"]),
    ("Pupils: Total 90 Girls 40 Boys 50", [None]),
    ("90 Pupils 12 Teachers 3 Cooks", ["Pupils", "Teachers", "Cooks"]),
    ("In Dale 40 Teachers and 300 Pupils live.", ["Teachers in Dale", "Pupils live"]),
    ("Schools: 34\nof which primary: 20\nof which secondary: 14", ["Schools", None, None]),
]


@pytest.mark.parametrize(("text", "labels"), ENGLISH, ids=[text for text, _ in ENGLISH])
def test_a_label_leaves_nothing_out_that_changes_what_it_says(drafted, text, labels):
    draft = drafted(text, "en").draft
    assert [None if item.unnamed else item.label for item in draft.entries] == labels


# Each with look-alikes: no value stands under the name of another one.
ANOTHERS = [
    # The words behind the colon belong to a number that begins a line, or follows such numbers.
    ("en", "30: Chairs rented 12: Guests (7 girls, 5 boys) 9: Cakes", [None, None, "Girls", "Boys", None]),
    ("en", "Guests (7 girls, 5 boys) 9: Cakes baked", ["Girls", "Boys", None]),
    ("ru", "12: Новые школы 40: Ремонт залов", [None, None]),
    ("kk", "12: Жаңа мектептер 40: Жөнделген залдар", [None, None]),
    ("en", "The score was 40: a record.", ["Score"]),
    ("en", "The general fund was allocated $40 million for tea.", [None]),
    ("ru", "Число школ составило 34, лицеев – 4 (2 тыс. учащихся).", ["Число школ", "Лицеи", None]),
    ("kk", "Алда 40 жаңа жоба іске асырылып, 90 орын ашылмақ.", [None, "Ашылатын орын"]),
    ("kk", "Абай облысы 40 адаммен екінші орында.", [None]),
    ("kk", "Партияға 30 адам, яғни сайлаушылардың 54 пайызы дауыс берді.", [None, None]),
    ("kk", "«Қарсы» бағанасын 40 тұрғын таңдаған.", ["«Қарсы» бағанасын таңдаған тұрғын"]),
    ("kk", "Қызметте 40 теңгені, ауыл саласында 30 теңгені құрады.", [None, None]),
    ("en", "Clubs in the city: 3: two in the north.", ["Clubs in the city", "Clubs in the north"]),
    ("ru", "Число школ – 12: все новые.", ["Число школ"]),
    ("kk", "Қалада мектеп саны – 12: бәрі жаңа.", ["Қалада мектеп саны"]),
    # What is joined to a number is no noun that it counts.
    ("en", "Guests: 40. 50 and counting: Cakes.", ["Guests", None]),
    ("en", "Members: 50 and growing.", ["Members"]),
    ("en", "The library has 40 old and new books.", ["Old and new books"]),
    # A bracket in a sentence of its own goes on with nothing said before.
    ("en", "Enrolment was 40. Money comes from fees and permits ($4 million).", ["Enrolment", None]),
    ("ru", "Число школ – 40. Это парки развлечений и отдыха (15).", ["Число школ", None]),
    # The greater part of something is not the whole of it.
    ("en", "The bulk of the grant will be spent on roads -- more than $5 million.", [None]),
    ("en", "Bulk waste: 40 tonnes.", ["Bulk waste"]),
    ("ru", "Основная часть средств – 40 млн тенге.", [None]),
    ("ru", "Основная школа: 40 учеников.", ["Основная школа"]),
    # What stands behind a preposition is no verb at which a name ends.
    ("ru", "Сумма выплат по закрытым счетам – 40 млн рублей.", ["Сумма выплат по закрытым счетам"]),
    ("ru", "Число клубов в построенных домах составило 40.", ["Число клубов в построенных домах"]),
    ("ru", "Число школ в районе выросло до 40.", ["Число школ в районе"]),
    # What stands in the case of a doer or a means names nothing.
    ("ru", "Главным партнёром области стал Пример — 16% товаров.", [None]),
    ("ru", "Главным партнёром области – 16%.", [None]),
    ("ru", "Режим экономии: 16 школ.", ["Режим экономии"]),
    ("en", "The area lost 200 hectares of cocoa out of its 310 hectares.", [None]),
    # A share that says again how much something is, is no share of what it is compared with alone.
    (
        "en",
        "The club received a total of £5 million or 6% of the funding to clubs.",
        ["Club", "Club, share of the funding to clubs"],
    ),
    ("en", "Cash of $12 million, or 17% of the value of the fund, has arrived.", [None, None]),
    ("en", "6% of the pupils were absent.", ["Pupils absent"]),
    # What was named before in the same sentence is not that of the sentence before.
    (
        "ru",
        "Пенсия достигла 40 тенге. Цены снижаются — в 2015 году этот показатель был 35.",
        ["Пенсия", None],
    ),
    ("en", "Enrolment was 40. Funding fell: in 2020 it was above 35.", ["Enrolment", None]),
    ("kk", "Мектеп саны – 40. Баға өсті – 2020 жылы бұл көрсеткіш 35 болды.", ["Мектеп саны", None]),
    (
        "ru",
        "Клубов стало меньше: 4 против 5 в 2016 году. В этом году выросло число драк: на 7 %, до 9 случаев.",
        ["Клубов", None],
    ),
    ("ru", "Число школ составило 40. В 2020 году этот показатель превышал 35.", ["Число школ"]),
    # no label: a number of a list, the head of a form, a clause that goes on, words of a sentence
    ("en", "Headline 1: $450 million.", [None]),
    ("en", "Project Title: $45,000", [None]),
    ("en", "Last year 33 boats carrying crews of many nations came.", [None]),
    ("kk", "Деңгейінде қалыптасқан 9 млн теңге.", [None]),
    ("kk", "Деген үлгі – 45.", [None]),
    ("kk", "Баға 450 теңге деңгейінде қалыптасқан.", [None]),
    ("kk", "Импорт басым – 60 %.", [None]),
    # a sum behind a bracket, or before a colon, is not of the name before it
    ("ru", "2023 год – 9 млн рублей (фонд – 3 млн рублей), 2024 год – 8 млн рублей.", [None, "Фонд", None]),
    ("kk", "2023 жылы – 9 млн теңге (жол – 3 млн теңге); 2024 жылы – 8 млн теңге.", [None, "Жол", None]),
    ("en", "2023 – $9 million (roads – $3 million), 2024 – $8 million.", [None, "Roads", None]),
    ("ru", "Фонд – 3 млн рублей, в 2024 году – 8 млн рублей: школы – 2 млн рублей.", ["Фонд", None, "Школы"]),
    ("en", "Enrolment was 40. In 2020 it was above 35.", ["Enrolment"]),
    ("kk", "Мектеп саны – 40. 2020 жылы бұл көрсеткіш 35 болды.", ["Мектеп саны"]),
    # A sentence that is glued to the one before it.
    ("ru", "Собрано 14 ц/га.Залы открыты днём: 12.", [None, "Залы"]),
    ("ru", "Собрано 40 тонн зерна.Построено 12 школ.", ["Собрано тонн зерна", "Построено школ"]),
    ("ru", "В г.Примере 12 школ.", ["Школы в г.Примере"]),
    ("ru", "В респ.Пример 40 школ.", ["Школы в респ.Пример"]),
    (
        "kk",
        "Ауданда 40 мектеп салынды.Жаңа клубтар саны 12.",
        ["Ауданда салынған мектеп", "Жаңа клубтар саны"],
    ),
    ("kk", "Қалада қ.Мысал көшесінде 12 үй бар.", ["Үй"]),
]


@pytest.mark.parametrize(("language", "text", "labels"), ANOTHERS, ids=[text for _, text, _ in ANOTHERS])
def test_no_value_stands_under_the_name_of_another(drafted, language, text, labels):
    draft = drafted(text, language).draft
    assert [None if item.unnamed else item.label for item in draft.entries] == labels


def test_a_name_before_an_age_does_not_go_on_behind_it(drafted):
    text = "Ауылда 90 адам емделді, оның ішінде балалар 40 2-4 жастағылар 30, дәрігерлер 20."
    [whole] = drafted(text, "kk").draft.entries
    [parts] = whole.parts
    assert [None if part.unnamed else part.label for part in parts.members] == ["Балалар", None, "Дәрігерлер"]
