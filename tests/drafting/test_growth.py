"""Growth is no level: a figure that says by how much something changed is left out of a draft."""

import pytest

from edureport.drafting.draft import LeftOut

GROWTH = [
    ("en", "There are 847 more pupils than a year ago.", ["847"]),
    ("en", "Loans rose everywhere (9%), most of all in the north.", ["9%"]),
    ("en", "Deaths numbered 531, an increase of 16 or 3.2 percent.", ["16", "3.2 percent"]),
    ("en", "Cargo saw a 2.3% year-on-year decline.", ["2.3%"]),
    ("en", "Prices rose by 9%, in Oakford – 5%.", ["9%", "5%"]),
    ("en", "Theft saw the biggest reduction, at 10 per cent.", ["10 per cent"]),
    ("en", "Prices were up 8.5% and 7%.", ["8.5%", "7%"]),
    ("en", "The total rose by an impressive 64%.", ["64%"]),
    ("en", "Staff fell by 12 posts or 2% from the year before.", ["12", "2%"]),
    ("en", "Goats decreased by 5%, pigs by 6%.", ["5%", "6%"]),
    ("en", "Visitors from Hill, jumping 65% year on year.", ["65%"]),
    ("en", "Thefts fell 12%, burglaries 7% and car crimes 5%.", ["12%", "7%", "5%"]),
    ("en", "Sales jumped 12%, output plunged 5%.", ["12%", "5%"]),
    ("en", "Output was 90 tonnes, or 9% reduction from 2024.", ["9%"]),
    ("en", "It was a $40 million increase from 2024.", ["$40 million"]),
    ("en", "The budget is $5 million larger than last year's.", ["$5 million"]),
    ("en", "Prices increased at an annual rate of 4.2%.", ["4.2%"]),
    ("en", "Deaths increased at an average of 3.2 percent annually.", ["3.2 percent"]),
    ("en", "The consumer price index was 105.3%.", ["105.3%"]),
    (
        "ru",
        "Есть 40 свиней (47,5% к 2012 году), 12 овец (80% к уровню прошлого года).",
        ["47,5%", "80%"],
    ),
    ("kk", "Сүт – 40 тонна (былтырғы жылмен 105,0%).", ["105,0%"]),
    ("ru", "Годовая инфляция составила 5,6%.", ["5,6%"]),
    ("kk", "Нақты жалақы индексі 106,9% болды.", ["106,9%"]),
    ("kk", "Халықтың өсімі 4,0 мың адамға немесе 5,0% көбейіп, 83 адамды құрады.", ["4,0 мың", "5,0%"]),
    ("kk", "Өткен жылмен салыстырғанда 0,6% аз туылды.", ["0,6%"]),
    ("ru", "Яблоки подорожали на 9%, в посёлках (7%), в сёлах (5%).", ["9%", "7%", "5%"]),
    ("ru", "Рост цен отмечен на яблоки – 7%.", ["7%"]),
    ("ru", "Прирост зафиксирован в Туле – 5%.", ["5%"]),
    ("kk", "Алма – 5%, сәбіз – 6%, айран – 7% қымбаттағаны тіркелді.", ["5%", "6%", "7%"]),
    ("kk", "Жалақының ең жоғары өсімі: ауылда – 34%.", ["34%"]),
    ("kk", "Өнім көлемі 3%-ға, ет өндірісі 4%-ға ұлғайды.", ["3%", "4%"]),
    ("ru", "Снижается заболеваемость корью – на 7%.", ["7%"]),
    ("ru", "Упали продажи хлеба (на 7%), сыра (на 5%) и чая (на 3%).", ["7%", "5%", "3%"]),
    ("ru", "Болеть стали реже: травм меньше на 7% и 5%.", ["7%", "5%"]),
    ("ru", "Число школ уменьшилось на 12, больниц – на 7.", ["12", "7"]),
    ("ru", "В субботу прирост достиг 40 человек.", ["40"]),
    ("ru", "Отмечен прирост в 40 человек.", ["40"]),
    ("ru", "Зафиксировано снижение цен по группам: хлеб – на 7%, сыр – на 5%.", ["7%", "5%"]),
    ("ru", "Это на 705 тонн или на 57% больше чем за прошлый год.", ["705", "57%"]),
    ("kk", "Көлемі 1,9%-ке жоғарылады.", ["1,9%"]),
    ("kk", "Ажырасулар саны 5,6%-ға кемігенін жеткізді.", ["5,6%"]),
    ("kk", "Өсу келесі салаларда байқалып отыр: нан өндірісі – 11%, айран – 25%.", ["11%", "25%"]),
    ("kk", "Ұрлық саны 5 % -ға, тонау 4% - ға төмендеді.", ["5 %", "4%"]),
    ("kk", "Өндірістің 7%-ке, оның ішінде нан пісірудің – 5%-ке өсуі қамтамасыз етілді.", ["7%", "5%"]),
    ("kk", "Бұл көрсеткіш орташадан 0,3% төмен.", ["0,3%"]),
    ("kk", "Орман (7%) және Дала (5%) аудандарында өсім байқалды.", ["7%", "5%"]),
]


@pytest.mark.parametrize(("language", "text", "changes"), GROWTH, ids=[text for _, text, _ in GROWTH])
def test_a_change_is_left_out(drafted, language, text, changes):
    left = [item for item in drafted(text, language).draft.items if isinstance(item, LeftOut)]
    assert {item.why.key for item in left} == {"draft.left_change"}
    assert len(left) == len(changes)
    assert all(words in item.words for words, item in zip(changes, left, strict=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There are more than 847 pupils."),
        ("en", "Pay was up 8% and 60% of it went to Oakford."),
        ("en", "The town has a 2.3% share in the growth fund."),
        ("en", "Prices rose by 9%, turnout – 60%."),
        ("en", "Prices rose 9% and the turnout 60%."),
        ("en", "Thefts fell 12% and 7% of burglaries were solved."),
        ("en", "Occupancy, after a decline, stood at 60%."),
        ("en", "Inflation stood at 5% year on year."),
        ("kk", "Оқушылар саны 12 мыңға жетіп, көбейді."),
        ("ru", "Доходы выросли, доля налогов – 32%."),
        ("kk", "Баға өсімі байқалса да, отандық тауарлардың үлесі – 32%."),
        ("kk", "Қалада 12 мектеп бар, олардың саны артты."),
        ("ru", "Открыто больше школ (на 250 мест)."),
        ("ru", "Снижение цен зафиксировано, школы оснащены (на 95%)."),
        ("ru", "Прирост учеников отмечен в 12 школах."),
        ("ru", "После роста цен запас составил 12 тонн."),
        ("ru", "Хлеба произведено (рост цен) на 5 млн тенге."),
        ("ru", "Доля девочек – 52%, их стало больше."),
        ("ru", "Потрачено на 250 школ, больше чем на гимназии."),
        ("kk", "Үлесі 40%-ға дейін өсті."),
        ("kk", "Ауылдың 5%-ға жуығы газдандырылды, баға өсті."),
        ("kk", "Қыздардың үлесі (52%) мен баға өсімі байқалды."),
        ("kk", "Жоспар 95%-ға орындалды, баға өсті."),
    ],
)
def test_a_level_stays(drafted, language, text):
    (entry,) = drafted(text, language).draft.entries
    assert entry.value is not None


def test_a_deficit_is_below_zero(drafted):
    found = drafted("Бюджет тапшылығы (профициті) – - 573 мың теңге.", "kk")
    (entry,) = found.draft.entries
    assert (entry.label, entry.value) == ("Бюджет тапшылығы", "-573 000")
    ((_, observation),) = found.report.observations
    assert observation.quantity.stated == -573000


def test_what_a_document_approves_is_planned(drafted):
    found = drafted(
        "2026 жылға мынадай көлемде бекітілсін:\n1) кірістер – 15 мың теңге;\n2) шығындар – 16 мың теңге.",
        "kk",
    )
    assert [(target.label, target.value) for target in found.draft.targets] == [
        ("Кірістер", "15 000"),
        ("Шығындар", "16 000"),
    ]


@pytest.mark.parametrize(
    ("language", "text", "level"),
    [
        ("ru", "Железо подорожало на 7 %, посещаемость составила 60 %.", "Посещаемость"),
        ("ru", "Доходы выросли на 7 %, посещаемость – 60 %.", "Посещаемость"),
        ("en", "Growth was 4%, attendance – 60%.", "Attendance"),
        ("kk", "Бағалар 7 %-ға өсті, қатысу – 60 %.", "Қатысу"),
        ("kk", "Өсім 7 %, қатысу 60 % болды.", "Қатысу"),
    ],
)
def test_a_level_behind_a_change_is_an_indicator(drafted, language, text, level):
    assert [entry.label for entry in drafted(text, language).draft.entries] == [level]


@pytest.mark.parametrize(
    "text",
    [
        "Железо подорожало на 7 %, песок – на 5 %.",
        "Доходы выросли в Орле на 7 %, в Туле – 5 %.",
    ],
)
def test_a_list_of_changes_goes_on(drafted, text):
    assert not list(drafted(text, "ru").draft.entries)
