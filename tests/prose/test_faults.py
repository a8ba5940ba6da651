"""What was once read wrong: units by beginnings of words, numbers over the ends of cells and paragraphs."""

import pytest

from edureport.audit.messages import excerpt
from edureport.prose import read
from edureport.prose.figures.figure import FigureKind


def stated(text, language):
    return [figure for figure in read(text, language).figures if figure.states]


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("en", "5 halls", "hall"),
        ("en", "8 menus", "menus"),
        ("en", "8 men", "man"),
        ("en", "5 ha", "hectare"),
        ("ru", "5 газет", "газет"),
        ("ru", "5 га", "гектар"),
        ("ru", "5 учащихся", "учащийся"),
        ("kk", "5 қойма", "қойма"),
        ("kk", "5 қойды", "қой"),
        ("kk", "7 кітапхана", "кітапхана"),
        ("kk", "7 мектептердегі", "мектеп"),
        ("kk", "300 ден астам мектеп", "мектеп"),
        ("kk", "300-ден астам мектеп", "мектеп"),
    ],
)
def test_a_unit_is_a_whole_word(language, text, unit):
    (figure,) = stated(text, language)
    assert figure.unit == unit


@pytest.mark.parametrize("gap", ["\t", "   ", "\n", " | ", "\n\n"])
def test_only_one_space_parts_thousands(gap):
    assert [figure.stated for figure in stated(f"12{gap}345 school places", "en")] == [12, 345]


@pytest.mark.parametrize("gap", ["\n\n", "\t", " | ", "\u2029"])
@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("kk", "Қалада 300-ден", "астам мектеп бар"),
        ("kk", "Мектептер саны 300-ге", "артты"),
        ("en", "There were 300", "percent of pupils"),
        ("en", "There were 300", "million pupils"),
        ("ru", "Открыто 300", "школ"),
        ("ru", "Открыто более", "300 школ"),
    ],
)
def test_nothing_is_looked_for_beyond_a_paragraph_or_a_cell(language, before, after, gap):
    (figure,) = stated(before + gap + after, language)
    assert (figure.stated, figure.bound, figure.mode, figure.percent) == (300, "exact", None, False)
    assert figure.unit == ("мектеп" if "саны" in before else None if after != "300 школ" else "школа")


def test_what_a_cell_heads_belongs_to_another_number():
    assert [figure.unit for figure in stated("Открыто 300\t12 школ", "ru")] == [None, "школа"]


@pytest.mark.parametrize(
    ("language", "title"), [("en", "Report 2025"), ("ru", "Отчёт 2025"), ("kk", "Есеп 2025")]
)
def test_the_year_of_a_title_is_a_date(language, title):
    (figure, *_) = read(f"{title}\n\n40", language).figures
    assert figure.kind is FigureKind.DATE


def test_a_title_may_say_how_many():
    (figure, *_) = read("The number of pupils 2025\n\n40", "en").figures
    assert figure.kind is FigureKind.FIGURE


def test_an_excerpt_begins_with_the_words_of_its_own_figure():
    text = "Қалада 300-ден астам мектеп, 50-ден астам балабақша бар."
    figures = stated(text, "kk")
    assert [excerpt(text, figure) for figure in figures] == [
        "300-ден астам мектеп",
        "50-ден астам балабақша бар",
    ]
    first, second = figures
    assert first.modifier_span.last <= second.span.first < second.modifier_span.first
