"""A language without a module for its amounts: the words of its catalogue, then the number."""

import pytest

from edureport.languages.amounts import Plain, writer
from edureport.languages.catalogue import Catalogue
from edureport.languages.values import Counted
from edureport.model.quantity import Quantity

WORDS = {"number": "1\u00a0234,5", "bound.more_than": "ortiq", "bound.nearly": "qariyb"}
UZBEK = Catalogue("uz", WORDS)


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("300", "300"),
        ("more than 300", "ortiq 300"),
        ("nearly 50", "qariyb 50"),
        ("300..350", "300–350"),
        ("-5..3", "\u22125…3"),
    ],
)
def test_the_words_of_the_catalogue_stand_before_the_number(notation, words):
    assert UZBEK.quantity(Quantity.parse(notation)) == words


@pytest.mark.parametrize(("notation", "unit"), [("1", "maktab"), ("1..3", "maktablar")])
def test_the_unit_follows_the_last_number(notation, unit):
    forms = {"one": "maktab", "other": "maktablar"}
    assert UZBEK.unit(Counted("school", forms, Quantity.parse(notation))) == unit


@pytest.mark.parametrize("language", ["en", "kk", "ru"])
def test_these_languages_have_rules_of_their_own(language):
    assert type(writer(language, str)) is not Plain
