"""Tables: what the heads of rows and columns say of the figures in their cells."""

import pytest

from edureport import prose
from edureport.model.period import Period
from edureport.prose.cells import TextCell
from edureport.prose.tables.heads import HeadRole
from edureport.reading.document import Blocks, Document
from edureport.reading.limits import Limits
from edureport.reading.markdown import add_blocks
from edureport.reading.plain_text import add_blocks as add_plain


def read(text, language="en", add=add_blocks):
    blocks = Blocks("table.md", Limits())
    add(text, blocks)
    document = Document("table.md", text, tuple(blocks.all), lined=True)
    return prose.read(document.prose, language, [TextCell(*one) for one in document.cells])


def said(reading, words):
    """The figure with these words, and what its table says of it."""
    index = next(place for place, one in enumerate(reading.figures) if one.words == words)
    return reading.figures[index], reading.tables(None).cell(index)


TABLE = """\
Table 3. Halls of the City of Examples

| No. | Indicator | Unit | Plan | Due | 2024 | 2025 | Change | Change, % | Share |
|---|---|---|---|---|---|---|---|---|---|
| 1 | Halls | halls | 25 | 31.12.2026 | 40 | 44 | +4 | +10.0 | |
| 2 | – Village halls | halls | | | 15 | 11 | -4 | -26.7 | 25.0% |
"""


@pytest.mark.parametrize(
    ("words", "kind", "role", "period"),
    [
        ("25", "target", HeadRole.PLAN, "2026-12-31"),
        ("40", "figure", None, "2024"),
        ("44", "figure", None, "2025"),
        ("+4", "change", HeadRole.CHANGE, "2025"),
        ("+10.0", "change", HeadRole.CHANGE, "2025"),
        ("-26.7", "change", HeadRole.CHANGE, "2025"),
        ("25.0%", "percent", HeadRole.SHARE, "2025"),
        ("1", "ordinal", None, None),
    ],
)
def test_a_column_says_what_its_figures_are_and_of_when(words, kind, role, period):
    reading = read(TABLE)
    figure, cell = said(reading, words)
    assert (figure.kind, cell.role) == (kind, role)
    if period:
        index = reading.figures.index(figure)
        assert reading.times(None).of_figures[index].period == Period.parse(period)


@pytest.mark.parametrize(
    ("language", "head", "period"),
    [
        ("en", "6M25", "2025-H1"),
        ("en", "1H25", "2025-H1"),
        ("en", "H1 2024", "2024-H1"),
        ("en", "Q1 24", "2024-Q1"),
        ("en", "9M2025, halls", "2025-9M"),
        ("ru", "1П2025", "2025-H1"),
        ("ru", "Залы, 9М 2025", "2025-9M"),
        ("ru", "1 кв. 24", "2024-Q1"),
        ("ru", "9 мес. 24 г.", "2024-9M"),
        ("kk", "9 ай 24 ж.", "2024-9M"),
        ("en", "Mar-24", "2024-03"),
        # what only looks like it
        ("en", "13M25", None),
        ("en", "3H25", None),
        ("en", "M25", None),
        ("en", "5M50", None),
        ("en", "6M25-6M24", None),
        ("en", "Change 6M24 to 6M25", None),
        ("en", "Hall 24", None),
        ("en", "April 24", "2025-04-24/2025-04-24"),
    ],
)
def test_a_head_names_a_time_by_letters_and_the_last_digits_of_a_year(language, head, period):
    text = f"| | {head} |\n|---|---|\n| North | 15 |\n"
    reading = read(text, language)
    index = next(at for at, one in enumerate(reading.figures) if one.words == "15")
    time = reading.tables(Period.parse("2025")).cell(index).time
    assert (time and time.period) == (period and Period.parse(period))


def test_a_change_is_measured_from_the_column_before_and_may_be_in_percent():
    reading = read(TABLE)
    figure, cell = said(reading, "+10.0")
    assert (figure.percent, cell.since.period) == (True, Period.parse("2024"))
    assert not said(reading, "+4")[0].percent


def test_a_row_says_what_its_figures_are_about_and_a_dash_that_they_are_a_part():
    _, cell = said(read(TABLE), "11")
    assert (cell.names, cell.around, cell.unit) == (("Village halls",), ("Halls",), "halls")
    assert cell.caption.endswith("Halls of the City of Examples")


@pytest.mark.parametrize(
    ("language", "head", "role"),
    [
        ("ru", "Факт", HeadRole.FACT),
        ("ru", "Осталось", HeadRole.REMAINING),
        ("ru", "Доля", HeadRole.SHARE),
        ("ru", "Где указано", HeadRole.QUOTE),
        ("kk", "Жоспар", HeadRole.PLAN),
        ("kk", "Қалғаны", HeadRole.REMAINING),
        ("kk", "Мәтіндегі жазылуы", HeadRole.QUOTE),
        ("en", "Actual", HeadRole.FACT),
        ("en", "Halls, plan", HeadRole.PLAN),
        ("en", "Halls, plain", None),
        ("en", "Share of girls", None),
        ("ru", "Доля сельских школ", None),
    ],
)
def test_a_head_has_a_role_if_it_says_no_more(language, head, role):
    reading = read(f"| A | {head} |\n|---|---|\n| Halls | 15 |\n| Rooms | 12 |\n", language)
    assert said(reading, "15")[1].role == role


def test_what_a_source_says_is_no_figure_of_the_text():
    reading = read("| A | 2025 | As written |\n|---|---|---|\n| Halls | 15 | 17 halls |\n")
    assert not said(reading, "17")[0].states


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("| | Grain, tonnes | Milk |\n|---|---|---|\n| North | 15 | 4 |\n", "tonnes"),
        ("(million tenge)\n\n| | 2024 | 2025 |\n|---|---|---|\n| Grants | 15 | 4 |\n", "million tenge"),
        ("| | 2024 | 2025 |\n|---|---|---|\n| Grain, tonnes | | |\n| North | 15 | 4 |\n", "tonnes"),
        ("| | 2024 | |\n|---|---|---|\n| | tonnes | % |\n| North | 15 | 4 |\n", "tonnes"),
    ],
)
def test_a_unit_stands_in_a_head_a_title_or_the_caption(text, unit):
    assert said(read(text), "15")[1].unit == unit


def test_the_corner_names_the_rows_and_no_unit():
    text = "| Территория, село-центр | 2024 | 2025 |\n|---|---|---|\n| Примерово | 3090 | 15 |\n"
    assert said(read(text, "ru"), "15")[1].unit is None
    text = "| Область, тыс. тонн | 2024 | 2025 |\n|---|---|---|\n| Примерная | 3090 | 15 |\n"
    assert said(read(text, "ru"), "15")[1].unit == "тыс. тонн"


def test_tabs_part_cells_that_may_be_empty_and_a_line_alone_heads_others():
    text = "Kind\tUnit\t2024\t2025\nCity\nHalls\thalls\t\t15\nRooms\trooms\t12\n"
    reading = read(text, add=add_plain)
    _, cell = said(reading, "15")
    assert (cell.names, cell.around, cell.time.period) == (("Halls",), ("City",), Period.parse("2025"))
    assert said(reading, "12")[1].time.period == Period.parse("2024")


def test_a_table_whose_first_column_has_figures_names_no_rows():
    text = (
        "| Halls | | Rooms | |\n|---|---|---|---|\n| 2024 | 2025 | 2024 | 2025 |\n| 215 | 218 | 41 | 42 |\n"
    )
    _, cell = said(read(text), "42")
    assert (cell.names, cell.time.period) == (("Rooms",), Period.parse("2025"))
    assert said(read(text), "215")[1].names == ("Halls",)


@pytest.mark.parametrize(
    ("language", "head", "role"),
    [
        ("en", "Change on 2024", HeadRole.CHANGE),
        ("en", "Growth hormone patients", None),
        ("en", "Drop-out pupils", None),
        ("en", "Target group", None),
        ("en", "Target", HeadRole.PLAN),
        ("en", "Target value", HeadRole.PLAN),
        ("ru", "Рост к 2024 году", HeadRole.CHANGE),
        ("ru", "Рост учащихся", None),
        ("ru", "Темп роста к 2024 году", HeadRole.INDEX),
        ("en", "YoY (%)", HeadRole.CHANGE),
        ("en", "Var. %", HeadRole.CHANGE),
        ("en", "Annual growth fund", None),
        ("ru", "Откл.", HeadRole.CHANGE),
        ("ru", "% к прошлому году", HeadRole.INDEX),
        ("ru", "к предыдущему месяцу, %", HeadRole.INDEX),
        ("ru", "ИФО, %", HeadRole.INDEX),
        ("ru", "К прошлому году школ", None),
        ("kk", "Өткен жылға пайызбен", HeadRole.INDEX),
        ("kk", "Өткен жылға пайызға шаққанда", HeadRole.INDEX),
        ("kk", "Өткен жылдың сәйкес кезеңіне, %", HeadRole.INDEX),
        ("kk", "Өткен жылғы", None),
        ("kk", "Өткен жылғы деңгей", None),
        ("ru", "План на год", HeadRole.PLAN),
        ("kk", "Өзгеріс", HeadRole.CHANGE),
        ("kk", "Жоспар бойынша", HeadRole.PLAN),
        ("kk", "Өсу қарқыны", HeadRole.INDEX),
    ],
)
def test_a_word_for_a_role_that_goes_on_with_something_else_gives_none(language, head, role):
    text = f"| x | 2023 | {head} |\n|---|---|---|\n| Halls | 7 | 15 |\n"
    assert said(read(text, language), "15")[1].role is role


def test_a_head_that_only_begins_with_unit_holds_no_units():
    text = "| Item | Unit cost | 2025 |\n|---|---|---|\n| Desks | 40 | 51 |\n"
    assert said(read(text), "51")[1].unit is None


def test_no_caption_is_a_long_paragraph_or_the_last_cell_of_the_table_above():
    above = "| Hall | 2025 |\n|---|---|\n| Riverside | 2024 |\n\n"
    below = "| Hall | Seats |\n|---|---|\n| Hillside | 120 |\n"
    long = "In 2024 the city repaired its halls. " + "Many had waited for that. " * 12
    for before, caption in ((above, ""), (f"{long}\n\n", ""), ("Seats of 2024\n\n", "Seats of 2024")):
        assert said(read(before + below), "120")[1].caption == caption


def test_a_head_that_plans_without_a_day_gives_no_time():
    text = "| Hall | Plan |\n|---|---|\n| Hillside | 120 |\n"
    reading = read(text)
    assert said(reading, "120")[0].kind == "target"
    assert reading.times(None).of_figures[-1] is None


@pytest.mark.parametrize(
    ("first", "states"), [("25 to 49", False), ("50+", False), ("Up to 24", False), ("25", True)]
)
def test_sizes_and_ages_that_name_rows_state_nothing(first, states):
    text = f"| Group | Pupils | Share |\n|---|---|---|\n| {first} | 15 | 31 |\n| 60–70 | 12 | 24 |\n"
    reading = read(text if not states else text.replace("60–70", "17"))
    figure = next(one for one in reading.figures if one.words in first)
    assert figure.states is states


def test_ranges_in_every_column_name_no_rows():
    text = "| From | To | Rooms |\n|---|---|---|\n| 10–20 | 20–30 | 5 |\n| 15–25 | 25–35 | 7 |\n"
    assert all(figure.states for figure in read(text).figures)


def test_brackets_are_a_minus_where_others_of_their_column_have_none():
    text = (
        "| | A, $ | (B) |\n|---|---|---|\n| Fees | 450 | (12) |\n| Costs | (684) | (24) |\n| Rent | (1) | |\n"
    )
    reading = read(text)
    stated = {figure.words: figure.stated for figure in reading.figures}
    assert [stated[words] for words in ("450", "684", "12", "24", "1")] == [450, -684, 12, 24, -1]
    parts = read("| Pupils | 120 | 130 |\n|---|---|---|\n| Girls | (58) | (45%) |\n| Boys | (62) | (55%) |\n")
    assert all((figure.stated or 0) > 0 for figure in parts.figures)
    shares = read("| $ | 2025 | % |\n|---|---|---|\n| Fees | (1,450) | 9.4% |\n| Costs | 684 | (3.1%) |\n")
    assert [str(figure.stated) for figure in shares.figures if figure.states] == [
        "-1450",
        "9.4",
        "684",
        "-3.1",
    ]
    errors = "| | Mean |\n|---|---|\n| Fees | 450 |\n| | (12) |\n"
    assert {figure.stated for figure in read(errors).figures} == {450, 12}


@pytest.mark.parametrize(("fall", "minus"), [("20.6", True), ("21.6", False)])
def test_brackets_are_a_minus_where_two_are_falls(fall, minus):
    text = (
        "| In halls | 2024 | 2025 | Change |\n|---|---|---|---|\n| Fees | 336.1 | 323.2 | (3.8) |\n"
        f"| Gifts | 37.4 | 29.7 | ({fall}) |\n| Costs | 21.3 | 22.1 | 3.8 |\n| Rest | (8.3) | 28.8 | 447 |\n"
    )
    below = [figure.words for figure in read(text).figures if figure.states and figure.stated < 0]
    assert below == (["3.8", fall, "8.3"] if minus else [])


def test_what_looks_like_years_beside_a_year_counts_below_a_head_of_what_is_counted():
    text = "| Year | {} |\n|---|---|\n| 2019 | 1950 |\n| 2020 | 2010 |\n"
    assert [figure.states for figure in read(text.format("Graduates")).figures] == [False, True] * 2
    assert not any(figure.states for figure in read(text.format("Completed")).figures)


def test_the_numbers_of_pages_state_nothing():
    reading = read("| Item | 2025 | Page No. |\n|---|---|---|\n| Halls | 15 | 17-19 |\n| Rooms | 12 | 20 |\n")
    assert [figure.words for figure in reading.figures if figure.states] == ["15", "12"]


def test_what_grows_from_one_beside_names_are_figures():
    for column in (("1.1", "1.4", "1.9", "2.5"), ("1", "2", "3", "4")):
        rows = "".join(f"| T{year} | {words} |\n" for year, words in enumerate(column, 2021))
        figures = read(f"| Town | Clubs |\n|---|---|\n{rows}").figures
        assert [figure.words for figure in figures if figure.states] == list(column)


@pytest.mark.parametrize(
    ("language", "head"), [("en", "Note"), ("ru", "Прим."), ("ru", "Код строки"), ("kk", "Ескертпе")]
)
def test_numbers_of_notes_and_codes_state_nothing(language, head):
    text = f"| x | {head} | 2025 |\n|---|---|---|\n| Halls | 7 | 15 |\n| Rooms | 12 (4 closed) | 20 |\n"
    stating = [figure.words for figure in read(text, language).figures if figure.states]
    assert stating == ["15", "12", "4", "20"]


def test_a_year_before_a_currency_heads_its_column():
    text = "|  | 2025 £'000 | 2024 £'000 |\n|---|---|---|\n| Halls | 7 | 15 |\n| Notes issued | 12 | 10 |\n"
    assert [figure.words for figure in read(text, "en").figures if figure.states] == ["7", "15", "12", "10"]


@pytest.mark.parametrize(
    ("language", "head", "name", "unit"),
    [
        ("kk", "Орындалу пайызы", "Орындалу пайызы", "%"),
        ("kk", "Пайызға шаққандағы үлесі", "Пайызға шаққандағы үлесі", "%"),
        ("ru", "Исполнено, процентов", "Исполнено, процентов", "%"),
        ("en", "Beds per 10,000 people", "Beds per 10,000 people", None),
        ("en", "Pay, thousand tenge", "Pay", "thousand tenge"),
        ("en", "Area, schools pupils teachers", "Area, schools pupils teachers", None),
        ("ru", "2024 год, тыс. тенге", "Halls", "тыс. тенге"),
        ("kk", "2024 жыл, мың теңге", "Halls", "мың теңге"),
    ],
)
def test_a_head_has_a_unit(language, head, name, unit):
    reading = read(f"| A | {head} |\n|---|---|\n| Halls | 15 |\n| Rooms | 12 |\n", language)
    cell = said(reading, "15")[1]
    assert (cell.names[-1], cell.unit) == (name, unit)


@pytest.mark.parametrize(
    ("language", "plan", "fact"), [("ru", "План 2025", "Факт 2025"), ("en", "Plan 2025", "Actual 2025")]
)
def test_what_there_is_has_no_words_of_the_plan_beside_it(language, plan, fact):
    reading = read(
        f"| A | {plan} | {fact} |\n|---|---|---|\n| Halls | 15 | 17 |\n| Rooms | 12 | 9 |\n", language
    )
    cell = said(reading, "17")[1]
    assert (cell.names, cell.role) == (("Halls",), HeadRole.FACT)


MERGED = """\
Notes | Statement of the Fund of Examples | Code | For six months
2025 | 2024
11 | Interest | 2110 | 29 010 905 | 32 707 024
| Fees | 2220 | (3496 554) | (4 180 101)
| Left | 2200 | 25514 351 | 28 526 923
| Gifts | 2340 | 45728 378 | 8 896 375
| Grants | 2300 | 15079 998 | 4635 838
"""


def test_the_second_row_of_heads_stands_below_the_last_of_the_first():
    """As it does where merged cells have lost their width; a converter has cut thousands, too."""
    reading = read(MERGED, add=add_plain)
    for words, year in (("25514 351", 2025), ("28 526 923", 2024)):
        figure, cell = said(reading, words)
        assert figure.states
        assert str(cell.time.period) == str(Period.parse(str(year)))
    assert said(reading, "3496 554")[0].stated == -3496554  # in brackets, though its row begins with a gap
    assert not said(reading, "2220")[0].states


@pytest.mark.parametrize(
    ("language", "row", "unit"),
    [("ru", "Проценты к получению", None), ("ru", "Процент охвата", "%"), ("kk", "Қамту пайызы", "%")],
)
def test_interest_is_no_percentage(language, row, unit):
    text = f"| Показатель | 2024 | 2025 |\n|---|---|---|\n| {row} | 87 | 92 |\n| Залы | 40 | 41 |\n"
    assert said(read(text, language), "92")[1].unit == unit


@pytest.mark.parametrize(
    "head",
    [
        "FY 2024/25 Budgeted Posts",
        "2025 Adopted Budget",
        "Budgeted 2025",
        "FY25 Total Grant Budget",
        "FY25 REQUESTED",
    ],
)
def test_a_budget_is_a_plan(head):
    text = f"| Branch | {head} | 2024 Actual |\n|---|---|---|\n| Halls | 87 | 92 |\n| Clubs | 40 | 41 |\n"
    planned, actual = (said(read(text), words) for words in ("87", "92"))
    assert (planned[1].role, actual[1].role) == (HeadRole.PLAN, HeadRole.FACT)
    assert planned[0].kind == "target"


@pytest.mark.parametrize(("language", "head"), [("ru", "Годовой план"), ("kk", "Жылдық жоспар")])
def test_a_head_that_ends_in_plan_is_one(language, head):
    text = f"| 2025 | {head} | Факт |\n|---|---|---|\n| Залы | 87 | 92 |\n| Клубы | 40 | 41 |\n"
    assert said(read(text, language), "87")[1].role is HeadRole.PLAN
