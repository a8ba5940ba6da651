"""Whatever is read: no exception, and figures that lie in the text, in order and apart."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.model.quantity import Quantity
from edureport.prose import grammar, read

LANGUAGES = ["kk", "ru", "en"]


def words_of(language):
    """Every word that the lexicon of a language knows, each phrase in one piece."""
    known = grammar.load(language)
    tables = (known.cardinals, known.multipliers, known.ordinals, known.suffixes, known.folds, known.nouns)
    phrases = [phrase.strip().replace("*", "") for text in known.marks.values() for phrase in text.split(",")]
    return sorted({word for table in tables for word in table} | set(phrases))


SIGNS = [*".,;:!?…-–—−()«»“”\"'%№$€₸+/0123456789", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u202f", "\u00ad"]
DIGITS = [
    "5",
    "12",
    "100",
    "2024",
    "27 546",
    "1,5",
    "1.200",
    "1968-і",
    "0",
    "007",
    "9" * 40,
    "٣",
    "²",
    "½",
    "Ⅳ",
]
MARKS = [
    "\u0301",
    "\u0306",
    "\u0308",
    "\u200b",
    "\ufeff",
    "İ",
    "ß",
    "ё",
    "ё",
    "ə",
    "І",
    "XIV",
    "🙂",
    "\ud800",
]


@st.composite
def texts(draw):
    language = draw(st.sampled_from(LANGUAGES))
    other = draw(st.sampled_from(LANGUAGES))
    words = [st.sampled_from(words_of(name)) for name in (language, language, other)]
    piece = st.one_of(*words, st.sampled_from(DIGITS), st.sampled_from(SIGNS), st.sampled_from(MARKS))
    glue = st.sampled_from(["", " ", " ", " "])
    pieces = draw(st.lists(st.tuples(piece, glue), max_size=40))
    text = "".join(a + b for a, b in pieces)
    return language, draw(st.sampled_from([text, text.upper(), unicodedata.normalize("NFD", text)]))


@given(texts())
def test_any_text(case):
    language, text = case
    reading = read(text, language)
    figures = reading.figures
    last = 0
    for figure in figures:
        assert text[figure.start : figure.end] == figure.words
        assert last <= figure.start < figure.end <= len(text)
        assert figure.stated is None or figure.stated.is_finite()
        last = figure.end
    for group in reading.relations:
        places = (*group.parts, *([] if group.whole is None else [group.whole]))
        assert len(group.parts) == len(group.counts)
        assert all(figures[place].states and figures[place].stated is not None for place in places)
        assert group.computed is None or isinstance(group.computed, Quantity)
    assert all(0 <= first < end <= len(text) for first, end in reading.sentences)


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
def test_any_characters(text, language):
    assert isinstance(read(text, language).relations, list)


@pytest.mark.parametrize("language", LANGUAGES)
def test_groups_of_no_figures(language):
    assert read("", language).relations == []


LONG = "9" * 40  # more digits than decimals are reckoned with


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "text",
    [
        f"{LONG}-5 km",
        f"5- {LONG}",
        f"35 – {LONG} %",
        f"{LONG}5 – {LONG}0 %",
        f"{LONG} of 5 (3 %)",
        f"{LONG}: 5, 3, {LONG}",
        f"12 ha, {LONG} t, 5 t/ha",
    ],
)
def test_numbers_of_many_digits(language, text):
    """What cannot be reckoned with is of no quantity and in no relation; the numbers beside it are read."""
    reading = read(text, language)
    long = [figure for figure in reading.figures if LONG in figure.words]
    assert len(long) == text.count(LONG)
    assert all(figure.unread for figure in long)
    assert all(figure.quantity for figure in reading.figures if figure not in long) or text.startswith("5-")
    assert not reading.relations


CUT = [
    ("en", "Anna Example, 34, of Oakford, sold 12 of 40 (30%) books – a fall of 9% to 182 from 200 in 1986."),
    (
        "en",
        "She owns 2 million shares, or 8% of the votes of the 5 million, comprising 1 million and a half.",
    ),
    ("ru", "Всего 45 школ – из них сельских 20, городских 25 – за 9 мес. (+12,2% к 2023 г.), или на 1/2."),
    ("kk", "Ауылда 3 мектеп, оның 2-і жаңа (былтырғыға қарағанда 12,5 %-ға артық) – 9 айда 1'250 оқушы."),
]


@pytest.mark.parametrize(("language", "text"), CUT)
def test_a_text_may_end_anywhere(language, text):
    for end in range(len(text)):
        assert isinstance(read(text[:end], language).relations, list)
