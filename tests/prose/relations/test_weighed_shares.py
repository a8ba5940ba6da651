"""Shares whose whole no word names for certain: what speaks for a number, and what against it."""

import pytest
from said import relations

TOLD = [
    ("en", "In Ulla 725 calves were sold; the best 23% ({}) stayed at home.", "167", "767"),
    ("en", "Ulla has 9,460 flats. Heated with wood are {}, or 30.4%.", "2,876", "9,876"),
    ("en", "The land covers 84,310 hectares. Forests take 31,270 hectares, or {}% of the land.", "37", "38"),
    ("ru", "В Улле продано 725 телят; лучшие 23 % ({}) остались.", "167", "767"),
    ("ru", "В Улле 9 460 домов. С печами {}, или 30,4 %.", "2 876", "9 876"),
    ("kk", "Уллада 725 бұзау сатылды; ең жақсысы, 23% ({}), қалды.", "167", "767"),
    ("kk", "Уллада 9 460 үй бар. Пешпен жылытылатыны {}, яғни 30,4%.", "2 876", "9 876"),
]
SILENT = [
    # a whole that is a part with a percentage of its own
    ("en", "In Ulla 110 (44.2%) of the roofs were mended, in Brod 50 (52%)."),
    ("ru", "В магазинах Уллы – 147 (60 %) терминалов, в Броде – 42 (12 %)."),
    ("kk", "Уллада 110 (44,2%) шатыр жөнделді, Бродта – 50 (52%)."),
    # interest, and percentages of changes
    ("en", "The bank bought 26 million of bills and 10 million at 11.9%."),
    ("en", "Orders were 26.3 million. Boat orders rose to 17.2 million after falling 15.4%."),
    # it is right of another number
    ("en", "Ulla has 1,200 flats and Brod 800. Renewed were 480, or 60%."),
    ("ru", "В Улле 1 200 квартир, в Броде 800. Обновлено 480, или 60 %."),
    ("kk", "Уллада 1 200 пәтер, Бродта 800 пәтер бар. Жаңартылғаны – 480 немесе 60%."),
    # what it is of stands behind the bracket
    ("ru", "В Броде 12,07 ГВт мощности. На Уллу приходится 44 % (5,44 ГВт) новой мощности."),
    # a change, and no part of a count
    ("en", "Ulla raised its rate 14 times so far this year, to 14.5 pct at present from 11.8."),
    # an index, and a list of such
    (
        "en",
        "Housing of 3,062 sq m was built. Individual builders gave 2,298 sq m, or 76.0% against last year.",
    ),
    ("kk", "Ірі қара 3 479 бас (2023 жылға 80,6%), қой – 3 442 (88,7%), құс – 3 155 (94,9%)."),
    # another time
    ("ru", "Из 2 277 млн крон освоено 1 886 млн крон (в прошлом году – 42,9 %)."),
    # the percentages of a list are changes, or of a plan
    (
        "en",
        "Ulla sold 15,280 tonnes: 5,452 to Ayr (up 9.5%), 5,517 to Bute (59.7%) and 4,311 to Brod (51.0%).",
    ),
    (
        "ru",
        (
            "Введено 7 453 кв. м жилья, в том числе в Улле 2 889 кв. м (65,3 % плана), "
            "в Броде 2 904 кв. м (56,4 %), в Эйре 1 660 кв. м (97,2 %)."
        ),
    ),
    (
        "kk",
        "17 617 тонна: Улла 2 698 тонна (54,3 %-ға өсті), Брод 7 108 тонна (45,3 %), Эйр 7 811 (6,4 %).",
    ),
]


def verdicts(language, text):
    return [line.partition(":")[0].split()[-1] for line in relations(language, text) if "share" in line]


@pytest.mark.parametrize(("language", "text", "right", "wrong"), TOLD)
def test_one_digit_would_make_a_share_right_of_its_likeliest_whole(language, text, right, wrong):
    assert not {"doubtful", "does_not_follow"} & {*verdicts(language, text.format(right))}
    assert verdicts(language, text.format(wrong)) == ["doubtful"]


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_a_share_of_something_else_asks_nobody(language, text):
    assert not {"doubtful", "does_not_follow"} & {*verdicts(language, text)}
