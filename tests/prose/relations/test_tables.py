"""Relations in tables: what most lines show, the others are held to."""

import pytest

from edureport.prose import read
from edureport.prose.cells import TextCell
from edureport.prose.relations.grid_lines import lines_of
from edureport.prose.relations.laws import FirstLook, laws_of
from edureport.prose.relations.relation import Consistency


def reading(language, *rows):
    text, cells = "", []
    for row, line in enumerate(rows, 1):
        for column, words in enumerate(line.split("|"), 1):
            if words.strip():
                start = len(text)
                text += words.strip()
                cells.append(TextCell(start, len(text), 1, row, column))
                text += "\u2029"
    return read(text, language, cells)


def told(reading, verdict):
    return [
        [reading.figures[index].words for index in (one.whole, *one.parts)]
        for one in reading.relations
        if one.verdict is verdict and one.rule in {"table", "parts_digits"}
    ]


DIFFERENCE = ["Library | 2023 | 2024 | +/-", "North | 956 | 953 | -3", "South | 832 | 836 | +4"]


def test_a_column_is_the_difference_of_two_in_line_after_line():
    found = reading("en", *DIFFERENCE, "East | 1,002 | 1,239 | +237", "West | 854 | 875 | +21")
    assert told(found, Consistency.FOLLOWS)[0] == ["953", "956", "-3"]
    assert not told(found, Consistency.DOES_NOT_FOLLOW)


def test_the_one_line_that_breaks_a_law_is_told():
    found = reading("en", *DIFFERENCE, "East | 1,002 | 1,239 | +237", "West | 854 | 875 | +91")
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["875", "854", "+91"]]


@pytest.mark.parametrize(("total", "wrong"), [("1,125", False), ("1,115", False), ("1,325", True)])
def test_counts_that_are_rounded_to_five_need_not_add_up(total, wrong):
    rows = [
        "Town | Men | Women | All",
        "North | 205 | 310 | 515",
        "South | 115 | 120 | 235",
        "East | 65 | 85 | 155",
    ]
    found = reading("en", *rows, "West | 90 | 130 | 215", f"Total | 475 | 645 | {total}")
    assert bool(told(found, Consistency.DOES_NOT_FOLLOW)) == wrong


@pytest.mark.parametrize(
    ("numbers", "step"),
    [
        ("15 20 25 30 45 60", 5),
        ("12 21 27 33 45 66", 3),
        ("10 20 30 40 50 60", 0),  # round amounts, which add up
        ("15 20 25 30 45 61", 0),
        ("15 20 25 30 45", 0),  # by chance
        ("1.5 20 25 30 45 60", 0.1),
    ],
)
def test_a_line_of_multiples_is_rounded_to_them(numbers, step):
    rows = [f"Town {row} | {number}" for row, number in enumerate(numbers.split())]
    found = reading("en", "Town | Halls", *rows)
    (line,) = lines_of(found.page.language, found._grids[0], found.figures).values()
    assert line.rounding == step


UNSIGNED = [
    "Library | 2023 | 2024 | Change %",
    "North | 7,170 | 7,472 | 4.2 %",
    "South | 7,531 | 7,794 | 3.5 %",
    "Hill | 9,851 | 9,925 | 0.8 %",
    "Lake | 1,200 | 1,900 | 58.3 %",
    "Field | 4,376 | 4,632 | 5.9 %",
]


@pytest.mark.parametrize(("change", "wrong"), [("3.3 %", False), ("3.9 %", True)])
def test_a_fall_may_lack_its_sign_where_the_column_has_none(change, wrong):
    found = reading("en", *UNSIGNED, f"East | 13,835 | 13,379 | {change}", "West | 5,453 | 6,105 | 12.0 %")
    assert bool(told(found, Consistency.DOES_NOT_FOLLOW)) == wrong


def test_falls_without_a_sign_do_not_hide_what_the_others_show():
    """5.6 of 13.2 would be 5.3; but each is rounded."""
    falls = ["East | 13,835 | 13,379 | 3.3", "Dale | 8,117 | 7,404 | 8.8", "Moor | 13.2 | 12.5 | 5.6"]
    rises = ["North | 7,170 | 7,472 | 4.2", "South | 7,531 | 7,794 | 3.5", "Lake | 1,200 | 1,900 | 58.3"]
    found = reading("en", "Club | 2023 | 2024 | Growth, %", *falls, *rises, "West | 4,376 | 4,632 | 9.9")
    assert len(told(found, Consistency.FOLLOWS)) == len(rises)
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["4,632", "4,376", "9.9"]]


def test_a_fall_is_told_without_its_sign_where_others_have_one():
    found = reading("en", *UNSIGNED, "East | 1,050 | 945 | -10.0 %", "West | 6,105 | 5,453 | 10.7 %")
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["5,453", "6,105", "10.7 %"]]


@pytest.mark.parametrize(
    "lines",
    [
        ["A | 10 | 20 | 30", "B | 15 | 25 | 47", "C | 12 | 13 | 11"],  # one line shows nothing
        ["A | 12 | 3 | 4", "B | 1 | 2 | 3", "C | 2 | 1 | 4", "D | 2 | 2 | 4"],  # small sums are chance
    ],
)
def test_chance_is_no_law(lines):
    assert not told(reading("en", "x | a | b | c", *lines), Consistency.DOES_NOT_FOLLOW)


@pytest.mark.parametrize(
    ("head", "lines", "holds", "wrong"),
    [
        ("a | b | c", ["A | 12 | 23 | 35"], 0, []),  # one line shows nothing
        ("a | b | c", ["A | 12 | 23 | 35", "B | 14 | 25 | 49"], 0, []),
        ("a | b | c", ["A | 1120 | 2130 | 3250"], 1, []),  # unless its numbers are long
        ("a | b | total", ["A | 1120 | 2130 | 3250"], 1, []),  # unless a word says that it is a total
        ("a | b | c", ["A | 1120 | 2130 | 3250", "B | 1140 | 1250 | 2390"], 2, []),
        ("a | b | c", ["A | 1120 | 2130 | 3250", "B | 1140 | 1250 | 2390", "C | 1350 | 1260 | 2810"], 2,
         [["2810", "1350", "1260"]]),
        ("a | b | c", ["A | 1120 | 2130 | 3250", "B | 1140 | 1250 | 2390", "C | 1350 | 1260 | 2444"], 2, []),
        # one that lies between those that it might be the sum of may be their average, after two or three
        ("a | b | c", ["A | 1120 | 2130 | 3250", "B | 1140 | 1250 | 2390", "C | 1400 | 1260 | 1316"], 2, []),
        ("a | b | c", ["A | 1120 | 2130 | 3250", "B | 1140 | 1250 | 2390", "C | 1350 | 1260 | 2610",
                       "D | 1400 | 1260 | 1316"], 3, []),
    ],
)  # fmt: skip
def test_how_many_lines_show_a_law(head, lines, holds, wrong):
    found = reading("en", f"x | {head}", *lines)
    assert len(told(found, Consistency.FOLLOWS)) == holds
    assert told(found, Consistency.DOES_NOT_FOLLOW) == wrong
    sure = {one.certainty for one in found.relations if one.rule in {"table", "parts_digits"}}
    assert sure <= ({"certain"} if holds >= 3 else {"likely"})


def test_each_law_is_made_once():
    found = reading("en", "x | a | b | c | d | all", *["A | 1 | 2 | 3 | 4 | 10"] * 2)
    lines = lines_of(found.page.language, found._grids[0], found.figures)
    laws = list(laws_of(lines, FirstLook(lines), sections=True))
    assert len(laws) == len(set(laws))


def test_rows_add_up_to_a_total_in_every_column():
    rows = ["Район | школы | сады | клубы | врачи", "Север | 12 | 30 | 7 | 40", "Юг | 20 | 41 | 9 | 51"]
    assert not told(reading("ru", *rows, "Итого | 32 | 71 | 16 | 91"), Consistency.DOES_NOT_FOLLOW)
    found = reading("ru", *rows, "Итого | 32 | 71 | 16 | 97")
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["97", "40", "51"]]


def test_a_percentage_is_one_of_two_columns():
    rows = ["План | Факт | %", "60 | 45 | 75", "80 | 90 | 112,5", "50 | 49 | 98", "40 | 30 | 57"]
    found = reading("ru", *rows)
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["40", "30", "57"]]


def test_a_column_of_averages_adds_up_to_nothing():
    rows = [
        "x | pupils | classes | size",
        "A | 120 | 10 | 12",
        "B | 90 | 5 | 18",
        "All in all | 210 | 15 | 14",
    ]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


def test_numbers_of_rows_and_columns_state_nothing():
    rows = [
        "№ | Школа | 2023 | 2024",
        "1 | 2 | 3 | 4",
        "1 | Север | 40 | 41",
        "2 | Юг | 50 | 52",
        "3 | А | 7 | 9",
    ]
    figures = reading("ru", *rows).figures
    assert [figure.words for figure in figures if figure.states] == ["40", "41", "50", "52", "7", "9"]


def test_sections_whose_lines_are_named_alike_count_together():
    section = ["arrived | {} | {}", "departed | {} | {}", "balance | {} | {}"]
    numbers = [[(90, 80), (70, 50), (20, 30)], [(55, 41), (60, 44), (-5, -3)], [(33, 28), (12, 11), (21, 71)]]
    rows = [line.format(*pair) for table in numbers for line, pair in zip(section, table, strict=True)]
    found = reading("en", "x | 2023 | 2024", *rows)
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["28", "11", "71"]]


def test_a_count_among_counts_is_no_year():
    figures = reading("en", "x | a | b", "North | 956 | 12", "South | 1904 | 14", "East | 2716 | 9").figures
    assert [figure.words for figure in figures if figure.states] == ["956", "12", "1904", "14", "2716", "9"]
    rows = [
        "2018 | |",
        "May | 1956 | 12",
        "June | 2716 | 14",
        "2017 | |",
        "May | 2904 | 9",
        "June | 2612 | 8",
    ]
    figures = reading("en", "x | a | b", *rows).figures
    assert not any(figure.states for figure in figures if figure.words in {"2017", "2018"})


def test_classes_of_size_are_names_of_rows():
    rows = ["Fewer than 200 | 44 | 5,586", "200 to 399 | 78 | 11,558", "400 or more | 12 | 3,859"]
    figures = reading("en", "Goats | Farms | Acres", *rows).figures
    stated = [figure.words for figure in figures if figure.states]
    assert stated == ["44", "5,586", "78", "11,558", "12", "3,859"]
    figures = reading("en", "Pupils | Halls", "over 200 | 44", "90 | 12").figures
    assert [figure.words for figure in figures if figure.states] == ["200", "44", "90", "12"]


def test_a_dash_is_a_minus_where_others_of_the_column_have_a_plus():
    rows = ["x | 2023 | 2024 | +/-", "A | 12534 | 12673 | +139", "B | 134402 | {} | – 3202"]
    rows += ["C | 352475 | 365561 | + 13086", "D | 166568 | 168153 | + 1585"]
    right, wrong = ([row.format(number) for row in rows] for number in (131200, 131300))
    assert not told(reading("ru", *right), Consistency.DOES_NOT_FOLLOW)
    assert told(reading("ru", *wrong), Consistency.DOES_NOT_FOLLOW) == [["131300", "134402", "3202"]]
    signed = reading("ru", *right).figures
    assert [int(one.stated) for one in signed if one.direction] == [139, -3202, 13086, 1585]
    listed = reading("ru", "x | 2023 | 2024", "A | – 12 | 13", "B | – 14 | 15").figures
    assert not any(one.direction for one in listed)  # no plus, and so no minus


def test_percentages_and_their_changes_in_points_add_up():
    rows = [
        "% | 2023 | 2024 | +/-",
        "A | 52,2% | 72,6% | {}",
        "B | 65,9% | 62,1% | -3,8",
        "C | 63,1% | 69,2% | +6,1",
    ]
    rows += ["D | 56,4% | 68,3% | +11,9"]
    right, wrong = ([row.format(number) for row in rows] for number in ("+20,4", "+29,4"))
    assert not told(reading("ru", *right), Consistency.DOES_NOT_FOLLOW)
    assert told(reading("ru", *wrong), Consistency.DOES_NOT_FOLLOW) == [["72,6%", "52,2%", "+29,4"]]


def test_years_in_a_second_row_of_the_head_are_years():
    figures = reading("en", "x | boys | | girls |", " | 2023 | 2024 | 2023 | 2024", "A | 1904 | 14 | 8 | 9",
                      "B | 12 | 15 | 7 | 6", "C | 19 | 11 | 5 | 4").figures  # fmt: skip
    assert not [figure.words for figure in figures if figure.states and figure.words.startswith("20")]
    assert sum(figure.words == "1904" and figure.states for figure in figures) == 1


def test_what_rounding_explains_is_not_told():
    rows = ["in thousands | a | b | all", "A | 123 | 214 | 337", "B | 320 | 411 | 731", "C | 150 | 160 | 310"]
    assert not told(reading("en", *rows, "D | 271 | 333 | 605"), Consistency.DOES_NOT_FOLLOW)
    assert told(reading("en", *rows, "D | 271 | 333 | 614"), Consistency.DOES_NOT_FOLLOW)


def test_the_execution_of_a_plan_in_percent_adds_up_to_nothing():
    rows = [
        "District | Plan | Done | More | %",
        "North | 100 | 104 | 4 | 104",
        "South | 250 | 240 | -10 | 96",
    ]
    found = reading(
        "en", *rows, "East | 80 | 80 | 0 | 100", "West | 60 | 66 | 6 | 110", "Total | 490 | 490 | 0 | 100"
    )
    assert not told(found, Consistency.DOES_NOT_FOLLOW)


def test_what_is_a_percentage_changes_in_points():
    rows = ["Item | 2023 | 2024 | Change, %", "Income | 120.4 | 131.2 | 9.0", "Costs | 110.0 | 121.1 | 10.1"]
    found = reading(
        "en", *rows, "Left | 10.4 | 10.1 | -2.9", "Staff | 410 | 405 | -1.2", "Left, % | 8.6 | 7.7 | -0.9"
    )
    assert not told(found, Consistency.DOES_NOT_FOLLOW)


def test_what_breaks_beside_a_missing_part_is_only_to_be_checked():
    rows = [
        "| 2020 | 2021 | 2022 | 2023 | 2024 | 2025",
        "Всего | 812 | 890 | 935 | 961 | 993 | 1030",
        "по возрасту | 512 | 530 | 555 | 570 | 590 | 610",
        "по потере | 301 | 310 | 320 | 325 | 330 | 340",
        "прочие | | 41 | 60 | 66 | 73 | 80",  # from 2021 on, and not yet all of them
    ]
    reasons = {
        reading("ru", *rows).figures[one.whole].words: one.certainty
        for one in reading("ru", *rows).relations
        if one.verdict is Consistency.DOES_NOT_FOLLOW and one.rule == "table"
    }
    assert reasons == {"890": "likely"}
    rows[1] = "Всего | 812 | 881 | 935 | 961 | 999 | 1030"
    found = [one for one in reading("ru", *rows).relations if one.verdict is Consistency.DOES_NOT_FOLLOW]
    assert [one.certainty for one in found] == ["certain"]


CAME_AND_WENT = ["Level | Start | In | Out | End", "A | 228 | 6 | 5 | 229", "B | 386 | 6 | 9 | 383"]


def test_what_there_was_and_came_and_went_is_what_there_is():
    found = reading("en", *CAME_AND_WENT, "C | 183 | - | 1 | 182", "D | 283 | 4 | 1 | 286")
    assert ["182", "183", "1"] in told(found, Consistency.FOLLOWS)
    found = reading("en", *CAME_AND_WENT, "C | 183 | - | 1 | 182", "D | 283 | 4 | 1 | 296")
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["296", "283", "4", "1"]]


def test_every_second_column_adds_up():
    rows = ["x | all | A | % | B | % | C | %", "1 | 247 | 87 | 35 | 119 | 48 | 41 | 17"]
    rows += ["2 | 222 | 84 | 38 | 95 | 43 | 43 | 19", "3 | 224 | 79 | 35 | 102 | 46 | 43 | 19"]
    assert ["224", "79", "102", "43"] in told(reading("en", *rows), Consistency.FOLLOWS)


def test_a_law_that_two_lines_show_accuses_only_what_one_digit_would_make_right():
    rows = ["x | 2021 | 2022 | 2023", "pupils | 898 | 932 | 964", "teachers | 115 | 124 | 137"]
    for readers, wrong in (("1201", [["1201", "964", "137"]]), ("1288", [])):
        found = reading("en", *rows, f"readers | 1013 | 1056 | {readers}")
        assert told(found, Consistency.DOES_NOT_FOLLOW) == wrong
        assert all(one.certainty == "likely" for one in found.relations if one.whole is not None)


def test_a_table_whose_parts_are_complete_in_some_columns_only_accuses_nobody():
    rows = ["x | 1975 | 1980 | 1990 | 1995 | 1996", "All | 24684 | 27417 | 32848 | 35960 | 36631"]
    rows += ["by age | 16813 | 19540 | 25659 | 29011 | 29081", "by health | 3487 | 3469 | 3514 | 4270 | 4542"]
    rows += ["by loss | 3926 | 3864 | 2792 | 2482 | 2464", "social | - | - | 82 | 197 | 544"]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


def test_small_numbers_that_come_out_right_are_chance_where_no_head_says_total():
    rows = ["A | 7 | 5 | 12", "B | 6 | 8 | 14", "C | 9 | 4 | 13", "D | 8 | 3 | 15", "E | 5 | 6 | 11"]
    assert not told(reading("en", "Room | x | y | z", *rows), Consistency.DOES_NOT_FOLLOW)
    said = told(reading("en", "Room | Boys | Girls | Total", *rows), Consistency.DOES_NOT_FOLLOW)
    assert said == [["15", "8", "3"]]


def test_lines_that_are_equal_show_a_law_once():
    row = "A | 120 | 130 | 250"
    rows = ["x | p | q | r", row, row, row, "B | 110 | 120 | 240"]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


def test_what_was_is_no_balance_where_as_much_came_as_went():
    rows = ["x | a | b | c | d", "A | 1,200 | 37 | 37 | 1,200", "B | 1,300 | 45 | 45 | 1,300"]
    rows += ["C | 1,500 | 51 | 51 | 1,500", "D | 1,700 | 62 | 50 | 1,700"]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


def test_figures_that_all_follow_by_other_laws_break_none():
    """Two years, and in most lines the gross of one is that of the other."""
    rows = ["Kind | Gross | Spent | Net | Gross | Spent | Net"]
    rows += [
        "A | 4,490 | 2,570 | 1,920 | 4,490 | 2,490 | 2,000",
        "B | 3,310 | 1,120 | 2,190 | 3,310 | 900 | 2,410",
    ]
    rows += ["C | 2,850 | 750 | 2,100 | 2,850 | 610 | 2,240", "D | 1,980 | 310 | 1,670 | 1,980 | 255 | 1,725"]
    rows += ["E | 7,510 | 950 | 6,560 | 7,490 | 840 | 6,650"]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)
    rows[-1] = "E | 7,510 | 950 | 6,560 | 7,490 | 840 | 6,350"
    assert ["7,490", "840", "6,350"] in told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


@pytest.mark.parametrize("sign", ["%", " | %"])
def test_the_growth_of_a_total_is_no_sum_of_growths(sign):
    head = "Kind | 2021 |  | Growth |  | 2022 | 2023" if " " in sign else "Kind | 2021 | Growth | 2022 | 2023"
    rows = [("A", 4490, 12, 4570, 4620), ("B", 3310, -9, 3120, 3290), ("C", 2850, 7, 2750, 2910)]
    rows.append(("Total", *(sum(row[at] for row in rows) for at in (1, 2, 3, 4))))
    rows[-1] = ("Total", rows[-1][1], 4, *rows[-1][3:])
    gap = " | " if " " in sign else ""
    lines = [f"{name} | {a} |{gap} {b}{sign} | {c} | {d}" for name, a, b, c, d in rows]
    assert not told(reading("en", head, *lines), Consistency.DOES_NOT_FOLLOW)


def test_the_shares_of_a_total_are_a_sum():
    rows = ["Kind | 2021 | Share | 2022 | 2023", "A | 4,000 | 40% | 4,570 | 4,620"]
    rows += ["B | 3,500 | 53% | 3,120 | 3,290", "C | 2,500 | 25% | 2,750 | 2,910"]
    found = reading("en", *rows, "Total | 10,000 | 100% | 10,440 | 10,820")
    assert ["100%", "40%", "53%", "25%"] in told(found, Consistency.DOES_NOT_FOLLOW)


SECTION = ["All of the city | 9,999", "Schools | 40,299", "in towns | 37,393", "in villages | 2,906"]
OTHERS = ["Clubs | {} |", "for adults | 8,892", "for children | 1,902", "Halls | 77,123"]


@pytest.mark.parametrize(
    ("clubs", "wrong"), [("10,794", []), ("10,194", [["10,194", "8,892", "1,902"]]), ("13,120", [])]
)
def test_a_section_of_a_column_is_asked_about_where_another_adds_up(clubs, wrong):
    rows = ["Place | Seats", *SECTION[1:], *(row.format(clubs) for row in OTHERS[:3])]
    assert told(reading("en", *rows), Consistency.DOUBTFUL) == wrong


def test_a_column_without_a_section_that_adds_up_is_asked_about_nothing():
    rows = ["Place | Seats", "Schools | 40,299", "in towns | 37,393", "in villages | 2,916", "Halls | 77,123"]
    assert told(reading("en", *rows), Consistency.DOUBTFUL) == []


PURSES = ["Fund | 2024 | 2025", "Coins | 41,372 | 38,914", "Notes | 23,815 | 25,447"]


@pytest.mark.parametrize(
    ("sums", "wrong"),
    [
        ("In hand | 65,187 | 64,361", []),
        ("In hand | 65,187 | 67,361", [["67,361", "38,914", "25,447"]]),
        ("In hand | 65,187 | 61,207", []),  # of more than one digit: the column may lack a row
    ],
)
def test_last_year_s_column_shows_a_sum_that_this_year_s_misses_by_one_digit(sums, wrong):
    found = reading("en", *PURSES, sums)
    assert told(found, Consistency.DOES_NOT_FOLLOW) == wrong


def test_a_row_that_is_none_of_its_parts_breaks_no_sum():
    rows = ["Fund | 2024 | 2025", "Loans | - | 400", "Coins | 41,372 | 38,914", "Notes | 23,815 | 25,447"]
    assert not told(reading("en", *rows, "In hand | 65,187 | 64,361"), Consistency.DOES_NOT_FOLLOW)


def test_a_sum_beside_a_dash_is_asked_about_for_one_digit_only():
    rows = ["Fund | 2022 | 2023 | 2024 | 2025", "Coins | 41,372 | 37,256 | 40,128 | 38,914"]
    rows += ["Notes | 23,815 | 21,903 | 22,674 | 25,447", "Loans | 1,204 | 1,310 | 1,187 | -"]
    found = reading("en", *rows, "In hand | 66,391 | 60,469 | 63,989 | 67,361")
    assert told(found, Consistency.DOES_NOT_FOLLOW) == [["67,361", "38,914", "25,447"]]
    assert all(one.certainty == "likely" for one in found.relations if not one.holds)
    for other in ("64,398", "64,366"):  # more than one digit; 5 that are too few to be told
        found = reading("en", *rows, f"In hand | 66,391 | 60,469 | 63,989 | {other}")
        assert not told(found, Consistency.DOES_NOT_FOLLOW)


NUMBERED = ["| unit | plan | fact", "1. Clubs | clubs | 12 | 11"]


@pytest.mark.parametrize(
    ("whole", "numbers", "wrong", "follows"),
    [
        ("7,964.9 | 3,982.4", ["2.1.", "2.2.", "2.3."], 0, True),
        ("7,364.9 | 3,982.4", ["2.1.", "2.2.", "2.3."], 1, True),
        ("7,399.1 | 3,982.4", ["2.1.", "2.2.", "2.3."], 0, False),  # of more than one digit
        ("7,364.9 | 3,999.1", ["2.1.", "2.2.", "2.3."], 0, False),  # no column shows it
        ("7,364.9 | 3,982.4", ["2.1)", "2.2)", "2.3)"], 1, True),
        ("7,364.9 | 3,982.4", ["2.1.", "2.2.", "2.4."], 0, False),  # one is missing
        ("7,364.9 | 3,982.4", ["2.1.1.", "2.1.2.", "2.1.3."], 0, False),
        ("7,364.9 | 3,982.4", ["a)", "b)", "c)"], 0, False),
    ],
)
def test_rows_that_are_numbered_below_another_are_its_parts(whole, numbers, wrong, follows):
    """Between them stand rows of other kinds."""
    money = ["828.3 | 414.1", "5,577.3 | 2,788.6", "1,559.3 | 779.7"]
    rows = [f"{number} Wages of some | euros | {paid}" for number, paid in zip(numbers, money, strict=True)]
    rows.insert(1, "persons | persons | 7 | 3.5")
    found = reading("en", *NUMBERED, f"2. Wages of the staff | euros | {whole}", *rows)
    assert len(told(found, Consistency.DOES_NOT_FOLLOW)) == wrong
    assert any(len(one) == 4 for one in told(found, Consistency.FOLLOWS)) is follows


def test_tenths_below_a_column_of_hundredths_are_rounded():
    rows = ["| plan | fact", "1. Wages | 1,091.57 | 909.6", "1.1. In town | 51.38 | 42.8"]
    rows += ["1.2. Elsewhere | 423.36 | 352.8", "1.3. At sea | 616.83 | 513.9"]
    found = [one for one in told(reading("en", *rows), Consistency.FOLLOWS) if len(one) == 4]
    assert found == [["1,091.57", "51.38", "423.36", "616.83"], ["909.6", "42.8", "352.8", "513.9"]]


def test_small_sums_that_miss_by_one_digit_are_chance():
    found = reading("en", "Fund | 2024 | 2025", "Coins | 41 | 38", "Notes | 23 | 25", "In hand | 64 | 67")
    assert not told(found, Consistency.DOES_NOT_FOLLOW)


@pytest.mark.parametrize(("share", "wrong"), [("15.6 %", 0), ("45.6 %", 1), ("46.1 %", 0)])
def test_two_shares_show_what_the_third_misses_by_one_digit(share, wrong):
    rows = ["Club | Members | All | Share", "Chess | 1,237 | 4,812 | 25.7 %", "Dance | 894 | 3,907 | 22.9 %"]
    found = reading("en", *rows, f"Drama | 751 | 4,821 | {share}")
    assert len(told(found, Consistency.DOES_NOT_FOLLOW)) == wrong


def test_a_year_is_no_sum_of_what_was_planned_for_half_of_it_and_what_was_done():
    rows = [
        "Item | Year | Half | Done",
        "Wages | 7,964.9 | 3,982.45 | 3,982.45",
        "Power | 9,565.8 | 4,782.9 | 4,782.9",
    ]
    rows += [
        "Rent | 1,601.4 | 800.7 | 800.7",
        "Paper | 642.2 | 321.1 | 321.1",
        "Travel | 633.75 | 168.75 | 168.75",
    ]
    assert not told(reading("en", *rows), Consistency.DOES_NOT_FOLLOW)


def test_a_column_that_adds_next_to_nothing_is_no_summand():
    """Staff beside money: with it the lines make their sum within what rounding explains."""
    money = [53_276, 42_460, 32_676, 32_500, 31_400, 30_787, 29_120, 27_198, 22_008, 12_692, 9_726, 7_875]
    staff = ["0.2", "0.0", "0.0", "0.0", "0.1", "0.4", "0.0", "0.0", "0.1", "0.1", "0.2", "0.0"]
    rows = []
    for at, (amount, people) in enumerate(zip(money, staff, strict=True)):
        funds = ["0", "0", "0"]
        funds[at % 3] = f"-{amount:,}"
        rows.append(f"B{at} | -{amount:,} | {' | '.join(funds)} | -{people}")
    total = "Total | -14,081,959 | -1,814,694 | -7,001,998 | -5,265,267 | -16.5"
    found = reading("en", "Bill | Total funds | General | Cash | Federal | Staff", *rows, total)
    assert not [one for one in told(found, Consistency.DOES_NOT_FOLLOW) if "-16.5" in one]


@pytest.mark.parametrize(
    ("head", "wrong", "asked"),
    [
        ("Growth, %", "13.7", [["446", "395", "13.7"]]),
        ("Growth, %", "34.7", []),  # two digits: the row may be of something else
        ("Wear, %", "13.7", []),
    ],
)
def test_a_head_that_names_a_change_makes_one_row_enough(head, wrong, asked):
    rows = [f"Place | 2025 | 2024 | {head}", "Halls | 638 | 572 | 11.5", f"Clubs | 446 | 395 | {wrong}"]
    found = reading("en", *rows)
    assert told(found, Consistency.DOES_NOT_FOLLOW) == asked
    assert all(one.certainty == "likely" for one in found.relations)


STAFF = ["Staff | 2025 | % of total", "Teachers | 412 | 54.9", "Cooks | 61 | 8.1", "Drivers | 87 | 11.6"]


@pytest.mark.parametrize(
    ("row", "changed", "accused"),
    [
        ("| 54.9", "| 64.9", ["751", "412", "64.9"]),
        ("| 61 ", "| 67 ", ["751", "67", "8.1"]),
        ("751", "251", ["251", "412", "54.9"]),  # of which none is right, and of 751 all
    ],
)
def test_percentages_are_shares_of_one_total(row, changed, accused):
    rows = [*STAFF, "Guards | 32 | 4.3", "All staff | 751 | 100.0"]
    assert told(reading("en", *rows), Consistency.FOLLOWS)
    wrong = told(reading("en", *(line.replace(row, changed) for line in rows)), Consistency.DOUBTFUL)
    assert accused in wrong


def test_percentages_of_several_totals_are_not_held_to_the_largest():
    found = reading("en", *STAFF, "Guards | 5 | 2.0", "Clerks | 10 | 4.0", "All staff | 751 | 100.0")
    assert not told(found, Consistency.DOUBTFUL) + told(found, Consistency.DOES_NOT_FOLLOW)
