"""Dates and lengths of time."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "September 1", ["1: date 1"]),
        ("en", "In September 12 schools opened", ["12: figure 12 school"]),
        ("en", "three years", ["three: date 3"]),
        ("kk", "2025 жылдың соңына дейін", ["2025 жылдың соңына дейін: date 2025"]),
        ("kk", "29 шілде", ["29 шілде: date 29"]),
        ("kk", "9 ай ішінде", ["9 ай ішінде: date 9"]),
        ("kk", "300 мыңдық жоспар", ["300 мыңдық: target 300000 жоспар"]),
        ("en", "July 5th, 2012", ["5th: date 5", "2012: date 2012"]),
        ("ru", "22 августа, 2012", ["22: date 22", "2012: date 2012"]),
        ("ru", "300 против 250 годом ранее", ["300: figure 300", "250: figure 250"]),
        ("ru", "за два первых месяца", ["два первых: date 2"]),
        ("ru", "два первых класса", ["два: figure 2 класс", "первых: ordinal 1"]),
        ("kk", "2019-да 22 мың болды", ["2019-да: date 2019", "22 мың: figure 22000"]),
        ("kk", "300-де 22 болды", ["300-де: figure 300", "22: figure 22"]),
        ("ru", "I полугодия-2010", ["I: ordinal 1", "2010: date 2010"]),
        ("ru", "жители-2010", ["2010: figure 2010 житель"]),
        (
            "ru",
            "Классы 5 6 7 8 9 10 11",
            [
                "5: ordinal 5",
                "6: ordinal 6",
                "7: ordinal 7",
                "8: ordinal 8",
                "9: ordinal 9",
                "10: ordinal 10",
                "11: ordinal 11",
            ],
        ),
        (
            "ru",
            "Кружков 5 6 7 8 9",
            ["5: figure 5", "6: figure 6", "7: figure 7", "8: figure 8", "9: figure 9"],
        ),
        (
            "ru",
            "Доля 5,1 5,2 5,3 5,4 5,5 5,6 5,7 5,8",
            [
                "5,1: figure 5.1",
                "5,2: figure 5.2",
                "5,3: figure 5.3",
                "5,4: figure 5.4",
                "5,5: figure 5.5",
                "5,6: figure 5.6",
                "5,7: figure 5.7",
                "5,8: figure 5.8",
            ],
        ),
        (
            "ru",
            "Садов 5 6 7 8 9 10 12",
            [
                "5: figure 5",
                "6: figure 6",
                "7: figure 7",
                "8: figure 8",
                "9: figure 9",
                "10: figure 10",
                "12: figure 12",
            ],
        ),
        ("en", "From Apr-09 to Apr-10", ["09: date 9", "10: date 10"]),
        ("en", "From February 1-13, 2018", ["1-13: date 1..13", "2018: date 2018"]),
        ("en", "between October, 26-31.", ["26-31: date 26..31"]),
        ("en", "In December, 7 schools opened", ["7: figure 7 school"]),
        ("en", "As of Dec. 31, 2019, of the", ["31: date 31", "2019: date 2019"]),
        ("en", "The count for May 1 through 18 showed", ["1: date 1", "18: date 18"]),
        ("en", "From May 1 through 18 new schools", ["1: date 1", "18: figure 18 school"]),
        ("en", "In Mar 6.8 and May 20.0", ["6.8: figure 6.8", "20.0: figure 20.0"]),
        ("en", "It opened at 1330 GMT", ["1330: date 1330"]),
        (
            "en",
            "16 on July 11 and 13 on July 25",
            ["16: figure 16", "11: date 11", "13: figure 13", "25: date 25"],
        ),
        ("en", "this year (21/22)", ["21/22: date 21"]),
        ("en", "The March 5 flood", ["5: date 5"]),
        ("en", "It was closed in the March 11-20 period", ["11-20: date 11..20"]),
        ("en", "Since May 12 schools opened", ["12: figure 12 school"]),
        ("en", "In September 12 opened", ["12: figure 12"]),
        ("en", "Since January 1,2006 it has grown", ["1,2006: date"]),
    ],
)
def test_dates(language, text, expected):
    assert figures(language, text) == expected
