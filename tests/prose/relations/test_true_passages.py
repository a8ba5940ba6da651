"""Passages in which all numbers are right, though a rule may read a contradiction into them."""

import pytest
from said import table

from edureport.prose import read
from edureport.prose.relations.relation import Certainty, Consistency

BROKEN = {Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL}


def broken(reading):
    return [one for one in reading.relations if one.verdict in BROKEN]


def certain(reading):
    return [one for one in broken(reading) if one.certainty is Certainty.CERTAIN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Output rose from 472 to 526 million dollars, or by 2.8% at constant prices."),
        ("en", "Turnover increased from 3,706 to 6,185 tonnes, by 8.1% on a like-for-like basis."),
        ("en", "Sales went up from 3,670 to 8,382 million, by 4.0% after adjusting for inflation."),
        ("ru", "Оборот вырос с 3 706 до 6 185 млн рублей, или на 8,1 % с учётом инфляции."),
        ("ru", "Оборот вырос с 3 706 до 6 185 млн рублей, или на 8,1 % с исключением сезонного фактора."),
        ("kk", "Айналым 3 670 млн теңгеден 8 382 млн теңгеге дейін, нақты мәнде 4,0 %-ға өсті."),
    ],
)
def test_a_change_may_be_measured_otherwise(language, text):
    assert certain(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Sales rose from 300 to 345 tonnes, by 2.5% in the final stretch."),
        ("ru", "Оборот вырос с 4 103 до 6 824 млн рублей, или на 1,5 % за последний квартал."),
        ("ru", "Оборот вырос с 4 932 до 6 299 млн рублей, или на 5,5 % в среднем за год."),
        ("en", "Chassis increased by 50 per cent, from 4,702 in 2017 to 7,194 in 2018."),
    ],
)
def test_a_change_may_be_of_less_than_its_ends_or_told_in_round_tens(language, text):
    assert certain(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The grant increases by R40 million from R6,012 billion to R6,052 billion."),
        ("en", "Of 347 billion, 121 billion went to roads. The levy rises by R25 million to R5,125 billion."),
    ],
)
def test_a_comma_may_part_decimals(language, text):
    assert broken(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Loans came to 764 million euros, including 534 million to firms and 458 million to farmers."),
        ("en", "The reserve covers 648 ha, of which 453 ha are forest, 388 ha are protected and 259 ha let."),
        ("ru", "Расходы – 764 млн рублей, из них на зарплату – 534 млн рублей, в городе – 458 млн рублей."),
        ("ru", "Площадь заказника – 680 га, из них 475 га – леса, 408 га – под охраной, 272 га – в аренде."),
        ("kk", "Шығыс – 867 млн теңге, оның ішінде жалақыға – 606 млн теңге, қалада – 520 млн теңге."),
        ("kk", "Қаумал ауданы – 619 га, оның 433 гектары – орман, 371 гектары қатаң қорғауда."),
    ],
)
def test_money_and_measures_may_be_of_two_parts_at_once(language, text):
    assert broken(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The main sources of the 749 applications: 224 by post, 149 by phone and 74 in person."),
        ("ru", "Основные источники 828 обращений: 248 по почте, 165 по телефону и 82 на приёме."),
        ("en", "Last year 14 areas were merged, of which 48 districts are made."),
        ("en", "It was restricted to six states only (Ayr, Bute and Cowal), out of which 3,439 were in Ayr."),
        ("ru", "Средний размер штрафа составил 10 620 рублей (в Заречье – 10 000, в Горном – 9 790)."),
        ("en", "In Hull the average fine was 10,620 pounds (in Leeds 10,000, in York 9,790)."),
        ("ru", "В опросе участвовали 427 человек (128 мужчин и 292 женщины), остальные не указали пол."),
        ("kk", "Сауалнамаға 728 адам (218 ер, 503 әйел) қатысты, қалғаны жынысын көрсетпеді."),
    ],
)
def test_parts_may_be_the_main_ones_or_of_something_else(language, text):
    assert broken(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In six of the twelve regions it improved: Ayr (8.1 per cent), Bute (2.6 per cent)."),
        ("ru", "Рост отмечен в 23 из 88 районов: Северный (58,2 %), Южный (71,4 %), Горный (65,8 %)."),
        ("ru", "Рост отмечен в 24 из 55 районов – Северном (8,3 %), Южном (6,1 %) и Горном (6,0 %)."),
        ("ru", "Доля осложнений снизилась с 23,3 % (10 из 43) до 4,3 % (2 из 46) случаев."),
        ("en", "Nearly one-third (401) of the 1269 finds were coins."),
        ("ru", "На город пришлись две трети всех дел (1106 из 1748)."),
    ],
)
def test_a_share_may_be_of_something_else_or_loosely_told(language, text):
    assert broken(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "84 families got 255 euros each, 22,671 euros in total with the winter bonus."),
        ("ru", "33 семьи получили по 855 тыс. рублей, всего 36 366 тыс. рублей с учётом надбавок."),
        ("kk", "80 отбасына 666 мың теңгеден, үстемеақымен барлығы 58 812 мың теңге берілді."),
        ("en", "Men: a total of 374 jobs were found. Women: a total of 327 jobs were found."),
        ("ru", "По городу: всего построено 488 домов. По селу: всего построено 753 домов."),
        (
            "en",
            "Seven guests were seated at a table; (ii) a group of 11 guests were seated at another table.",
        ),
    ],
)
def test_totals_may_hold_more_and_be_of_something_else(language, text):
    assert certain(read(text, language)) == []


@pytest.mark.parametrize(
    "rows",
    [
        (
            "Asset | Opening | Additions | Disposals | Closing",
            "Ayr | 7,546 | 358 | 216 | 7,688",
            "Bute | 2,616 | 346 | 148 | 2,814",
            "Cowal | 7,738 | 217 | 199 | 7,756",
            "Dornoch (in part to other funds) | 4,901 | 671 | 363 | 4,988",
            "Elgin | 2,191 | 669 | 372 | 2,488",
            "Forres | 6,415 | 612 | 51 | 6,976",
        ),
        (
            "Year | Men | Women | Total",
            "2015 | 314 | 405 | 719",
            "2016 | 700 | 393 | 1,093",
            "2017 | 731 | 735 | 1,466",
            "2018 | 574 | 323 | 897",
            "2019 | 331 | 355 | 686",
            "2020, with others | 459 | 714 | 1,186",
        ),
        (
            "Item | Plan | Done | % of the plan",
            "Ayr | 6,132 | 5,007 | 81.7",
            "Bute | 3,294 | 2,937 | 89.2",
            "Cowal | 4,171 | 4,507 | 108.1",
            "Dornoch | 4,799 | 5,143 | 107.2",
            "Elgin, of the later plan | 5,525 | 6,025 | 99.6",
            "Forres | 4,202 | 4,463 | 106.2",
        ),
    ],
)
def test_a_line_of_a_table_may_be_measured_otherwise(rows):
    reading = table(*rows)
    assert broken(reading)
    assert certain(reading) == []


def test_shares_in_fives_show_no_law():
    reading = table(
        "Size | Residue, g | Residue, % | All residue, %",
        "2.5 | 150 | 15 | 15",
        "1.25 | 150 | 15 | 30",
        "0.63 | 200 | 20 | 50",
        "0.3 | 200 | 20 | 70",
        "0.14 | 250 | 25 | 95",
        "dust | 50 | 5 | 100",
    )
    assert broken(reading) == []


def test_a_minus_may_stand_in_brackets():
    text = "Spending grew by (+)120 million, costs by (-)1551 million."
    assert [figure.stated for figure in read(text, "en").figures] == [120_000_000, -1_551_000_000]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Bath County the share was 47.6 percent and in Surry County the share was 61.1 percent."),
        ("ru", "В городе признаны виновными 90 % обвиняемых, в сёлах – 14 %, в остальных районах – 51 %."),
        ("en", "Unemployment of the young:\ntotal: 19.8%\nmale: 20.4%\nfemale: 19.8%\n"),
        ("en", "Dependency ratio:\nboth: 49.2%\nyoung: 21.2%\nold: 28%\nsupport: 3.6%\n"),
        ("en", "Uses of output:\nhouseholds: 51.5%\nstate: 24.2%\nassets: 23.3%\nstocks: -0.7%\n"),
        ("en", "Some 22,000 people sign at home; of these people 70 per cent (15,000) use British signs."),
        ("en", "Taxes were 13.0 billion. Tax on firms rose by 0.2 billion, or 17.9% to 1.5 billion."),
        ("en", "Sex ratio:\nat birth: 1.05\nyoung: 1.05\nadult: 1.02\nold: 0.86\ntotal: 1.03\n"),
        ("en", "Of the old flats 1,906 were torn down for a scheme comprising a total of 4,398 new flats."),
    ],
)
def test_rates_and_means_add_up_to_nothing(language, text):
    assert broken(read(text, language)) == []
