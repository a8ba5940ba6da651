"""Quantifiers and Roman numerals."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "all schools", ["all: figure school all"]),
        ("en", "all the schools", ["all: figure school all"]),
        ("en", "every school", ["every: figure school all"]),
        ("en", "in all 40 schools", ["40: figure 40 school total"]),
        ("en", "all good", []),
        ("en", "Phase II", ["II: ordinal 2"]),
        ("en", "Xi and XIV", ["XIV: ordinal 14"]),
        ("ru", "все школы", ["все: figure школа all"]),
        ("ru", "всех наших школах", ["всех: figure школа all"]),
        ("ru", "все и", []),
        ("ru", "II место", ["II: ordinal 2"]),
        ("kk", "барлық мектептерде", ["барлық: figure мектеп all"]),
        ("kk", "барлық мектеп", []),
        ("kk", "ІІ орын", ["ІІ: ordinal 2"]),
        ("kk", "XX ғасыр", ["XX: ordinal 20"]),
    ],
)
def test_quantifiers(language, text, expected):
    assert figures(language, text) == expected
