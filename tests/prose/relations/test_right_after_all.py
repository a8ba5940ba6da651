"""Numbers that are right after all: accounts told the other way round, scales, other wholes, rows."""

import pytest
from said import table

from edureport.prose import read
from edureport.prose.relations.relation import Certainty, Consistency

BROKEN = {Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL}


def broken(reading):
    return [one for one in reading.relations if one.verdict in BROKEN]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "There was a natural increase of 20,000 people, comprised of 55,500 births and 35,500 deaths.",
        ),
        ("ru", "Естественный прирост составил 20 000 человек: родилось 55 500, умерло 35 500."),
        (
            "en",
            "Freight in millions of tonnes grew by 9 per cent from 212,603 million tonnes to 231,711 tonnes.",
        ),
        ("ru", "Оборот вырос на 9 % с 212 603 тыс. тонн до 231 711 тонн."),
        ("kk", "Айналым 212 603 мың тоннадан 231 711 тоннаға дейін 9 %-ға өсті."),
        ("en", "Spending is 1.21 billion crowns. Revenue is 1.12 billion, a 16% or 154.0 million, increase."),
        ("kk", "Газға қала халқының қолжетімділігі 77,1 %, ауыл халқының 31,3 % құрайды."),
    ],
)
def test_right_numbers_are_not_asked_about(language, text):
    assert broken(read(text, language)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The farms had a share of 43.7% in the number of cattle, 15.7% of pigs and 47.3% of sheep."),
        ("ru", "На дворы приходилась доля 43,7 % в числе коров, 15,7 % свиней, 47,3 % овец."),
    ],
)
def test_shares_of_several_things_are_no_certain_contradiction(language, text):
    assert all(one.certainty is Certainty.LIKELY for one in broken(read(text, language)))


def test_a_total_that_a_long_sentence_tells_again_may_be_of_another_place():
    text = (
        "Всего ущерб составил 1 883,5 млн тенге. "
        "В лесах хозяйств на 10 282 га 216 пожаров, из них 5 388 га леса, 135 га верха: всего ущерб составил "
        "50,8 млн тенге."
    )
    assert [one for one in broken(read(text, "ru")) if one.certainty is Certainty.CERTAIN] == []


def test_a_percentage_is_of_the_total_and_not_of_its_largest_part():
    lines = [
        "South | 156,590 | 1,015 | 2,255 | 0.6 | 159,860",
        "West | 206,465 | 2,730 | 2,570 | 1.3 | 211,765",
        "Middle | 255,970 | 13,130 | 3,320 | 4.8 | 272,420",
        "East | 72,635 | 795 | 8,880 | 1.0 | 82,310",
        "North | 32,600 | 110 | 5,565 | 0.3 | 38,275",
    ]
    assert broken(table("Region | English | Other | French | Other, per cent | Total", *lines)) == []


def test_rows_are_numbered_from_any_number_on():
    names = ["Pay", "Rent", "Heat", "Total", "Gifts", "Other"]
    rows = [f"{number} | {name} | {number * 31}" for number, name in enumerate(names, 21)]
    reading = table("Row | Name | Sum", *rows)
    stated = [figure.words for figure in reading.figures if figure.states]
    assert stated == [str(number * 31) for number in range(21, 27)]
