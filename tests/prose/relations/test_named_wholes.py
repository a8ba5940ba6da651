"""Shares whose whole stands further off, and what words beside them call it."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (  # by its noun
            "en",
            "The land covers 84,310 hectares. Forests take 31,270 hectares and this forms 37.1% of the land.",
            ["share_named likely follows: 84,310 <- 31,270 + 37.1%"],
        ),
        (
            "en",
            "The land covers 84,310 hectares. Forests take 32,270 hectares and this forms 37.1% of the land.",
            ["share_named likely doubtful: 84,310 <- 32,270 + 37.1%"],
        ),
        (
            "ru",
            "Общая площадь лесов – 84 310 га. Под елью – 31 270 га (37,7 % от общей площади лесов).",
            ["share_named likely doubtful: 84 310 <- 31 270 + 37,7 %"],
        ),
        (
            "kk",
            "Орманның жалпы ауданы – 84 310 га. Шырша – 31 270 га, бұл жалпы ауданның 37,7 %-ы.",
            ["share_named likely doubtful: 84 310 <- 31 270 + 37,7 %-ы"],
        ),
        (  # as people
            "en",
            "The town has 48,250 residents. Women number 25,910, which is 58.7% of the population.",
            ["share_named likely doubtful: 48,250 <- 25,910 + 58.7%"],
        ),
        (
            "ru",
            "В районе 48 250 человек. Женщин – 25 910, что составляет 58,7 % от численности населения.",
            ["share_named likely doubtful: 48 250 <- 25 910 + 58,7 %"],
        ),
        (
            "kk",
            "Ауданда 48 250 адам тұрады. Әйелдер – 25 910, бұл халықтың жалпы санының 58,7 %-ы.",
            ["share_named likely doubtful: 48 250 <- 25 910 + 58,7 %-ы"],
        ),
        (  # as the plan
            "ru",
            "План на год – 12 480 тыс. тенге. Освоено 7 930 тыс. тенге, исполнение составило 68,5 %.",
            ["share_named likely doubtful: 12 480 тыс. <- 7 930 тыс. + 68,5 %"],
        ),
        (
            "kk",
            "Жылдық жоспар – 22 680 мың теңге. Түскені – 18 460 мың теңге, яғни жоспардың 84,4 %-ы.",
            ["share_named likely doubtful: 22 680 мың <- 18 460 мың + 84,4 %-ы"],
        ),
        (  # by its own number behind
            "en",
            "Revenue was $18.46 million. This is 84.4% of the target for the year, which was $22.68 million.",
            ["share_named likely doubtful: 22.68 million <- 18.46 million + 84.4%"],
        ),
        (
            "en",
            "Fees came to $31,480 thousand, marking 67.7 per cent of the budgeted $50,210 thousand.",
            ["share_named likely doubtful: 50,210 thousand <- 31,480 thousand + 67.7 per cent"],
        ),
        (
            "en",
            "Grants were $1,811 thousand, a meagre 4.89% of the $41,259 thousand of the budget estimates.",
            ["share_named likely doubtful: 41,259 thousand <- 1,811 thousand + 4.89%"],
        ),
        (
            "en",
            "Fees were $3,770 thousand, about 46.5% of the five-month target, which was $9,081 thousand.",
            ["share_named likely doubtful: 9,081 thousand <- 3,770 thousand + 46.5%"],
        ),
        (
            "ru",
            "Доходы составили 18 460 тыс. рублей. Это 84,4 % от годового плана (22 680 тыс. рублей).",
            ["share_named likely doubtful: 22 680 тыс. <- 18 460 тыс. + 84,4 %"],
        ),
        (  # no word names it, and no other number can be it
            "en",
            "In all 3,214 bids were received. The board approved 2,057 of them (62.0%).",
            ["share_named likely doubtful: 3,214 <- 2,057 + 62.0%"],
        ),
        (
            "kk",
            "Жолдардың ұзындығы – 1 264 км, ал 873 км немесе 61,1 % жөндеуді қажет етеді.",
            ["share_named likely doubtful: 1 264 <- 873 + 61,1 %"],
        ),
    ],
)
def test_the_whole_is_what_words_name(language, text, expected):
    assert relations(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        # The name is another one, or goes on behind a number.
        ("en", "The land covers 84,310 hectares. Forests take 31,270 hectares, or 37.7% of the coast."),
        ("ru", "Площадь лесов – 84 310 га. Под елью – 31 270 га, что составляет 37,7 % территории края."),
        ("en", "The state owes 84,310 crowns. It raised 31,270 crowns, or 37.7% of the state's 1987 needs."),
        ("ru", "В районе 48 250 человек. Занято 25 910 человек (58,7 % экономически активного населения)."),
        # What "from" leads to is no whole, nor what another clause begins with.
        ("en", "Spending was 122 crowns, or 12.4% of revenue from fees of 900 crowns."),
        ("ru", "За одного – 49 тысяч человек (52,3 % голосов), а за другого – 44,7 тысячи человек."),
        # Rates, changes, and shares of something that is not told.
        ("en", "The need is 1,750 crowns. It bought 393 crowns at 9.13 pct, 649 crowns at 9.81 pct."),
        ("ru", "На культуру – 18,3 млрд рублей (103,2 % к 2015 году), на спорт – 10,8 млрд рублей (54,7 %)."),
        ("kk", "Астық – 4,5 млн тонна. Өсім байқалады: мұнай – 11,9% (2 млн тонна)."),
        # There is a whole of which it is right.
        ("ru", "В районе 4201 дом, с городом 5150 домов, но в 1586 из них (37,8 %) есть вода."),
    ],
)
def test_nobody_is_asked_where_the_whole_is_a_guess(language, text):
    assert not [one for one in relations(language, text) if "follows" not in one]
