"""Names: keys, texts that a report file can hold, and numbers for those that are the same."""

import pytest

from edureport.drafting.names import LONGEST_KEY, LONGEST_TEXT, UniqueNames, cleaned, key_of, named


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Schools in the district", "schools_in_the_district"),
        ("Жаңа компьютерлік сынып", "zhana_kompyuterlik_synyp"),
        ("Щёлковский съезд, объём", "shchelkovskii_sezd_obem"),
        ("Café № 5", "cafe_no_5"),
        ("… – !", "fallback"),
        ("", "fallback"),
    ],
)
def test_a_key_is_in_plain_latin_letters(words, key):
    assert key_of(words.split(), "fallback") == key


def test_a_key_is_of_whole_words_and_short():
    assert key_of(["long"] * 20, "fallback") == "_".join(["long"] * 8)
    assert key_of(["x" * 99], "fallback") == "x" * LONGEST_KEY


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\n b\tc", "a b c"),
        ("a\x00b\x1b[31mc", "a b [31mc"),
        ("right \u202eleft\u2028below\ufeff", "right left below"),
        ("half \ud800 of a pair", "half of a pair"),
        ("и\u0306", "й"),
        ("😀", "😀"),
    ],
)
def test_a_text_is_one_line_without_what_a_report_refuses(text, clean):
    assert cleaned(text) == clean


def test_look_alikes_are_one_script_where_only_they_are_mixed_in():
    assert named("мeктеп", "kk") == "мектеп"
    assert named("STEMдік IT-класс", "kk") == "STEMдік IT-класс"
    assert named("мeктеп", "en") == "мeктеп"


def test_a_name_is_not_endless():
    assert len(named("слово " * 500, "ru")) <= LONGEST_TEXT


def test_the_same_name_gets_a_number():
    fresh = UniqueNames()
    assert [fresh.name(wanted) for wanted in ("a", "b", "a", "a_2", "a")] == ["a", "b", "a_2", "a_2_2", "a_3"]
