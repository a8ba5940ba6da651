"""Stems: the forms of a word meet, and words that only look alike do not."""

import importlib

import pytest

from edureport.prose.content import content
from edureport.prose.grammar.snowball import stemmer
from edureport.prose.grammar.stems import stems


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("kk", "мектеп мектептер мектептің мектебі мектептерінде мектептеріндегі"),
        ("kk", "орталық орталығы орталықтарын орталықтардан"),
        ("kk", "қорғаған қорғады"),
        ("kk", "жаңартылған жаңартылды жаңартылып"),
        ("kk", "алаң алаңы алаңдары алаңдарды"),
        ("ru", "школа школы школ школам"),
        ("ru", "государственный государственных государственная"),
        ("en", "school schools"),
        ("en", "train trained training"),
    ],
)
def test_forms_of_a_word_have_one_stem(language, forms):
    assert len(set(stems(forms, language))) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "оқу оқушы мұғалім мектеп бөлме сынып"),
        ("ru", "школа школьник учитель учёба класс"),
        ("en", "school scholar teacher pupil class"),
    ],
)
def test_other_words_have_others(language, words):
    assert len(set(stems(words, language))) == len(words.split())


@pytest.mark.parametrize(
    ("language", "label", "told"),
    [
        ("en", "Number of schools", ["school"]),
        ("en", "Share of pupils with hot meals", ["pupil", "hot", "meal"]),
        ("ru", "Количество школ", ["школ"]),
        ("kk", "Мектептердің саны", ["мектеп"]),
        ("en", "Total", ["total"]),  # all that it has
    ],
)
def test_a_label_tells_what_is_counted(language, label, told):
    assert content(label, language) == told


def test_the_package_of_stemmers_is_left_to_others():
    assert stemmer("English")("schools") == "school"
    assert "english" in importlib.import_module("snowballstemmer").algorithms()
