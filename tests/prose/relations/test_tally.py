"""Tally: how many lines have to follow a law, and what those that break it make of the others."""

import pytest

from edureport.prose.relations.grid_lines import GridLine
from edureport.prose.relations.laws import FirstLook, Law, added
from edureport.prose.relations.relation import Certainty, Consistency, RelationKind
from edureport.prose.relations.tally import Break, tally_of

SUM = added(0, (1, 2))
SUM_OF_THREE = added(0, (1, 2, 3))
CHANGE = Law(RelationKind.DIFFERENCE, 0, (1, 2))
SHARE = Law(RelationKind.SHARE, 0, (1, 2))
MULTIPLE = Law(RelationKind.MULTIPLE, 0, (1, 2))


def line(cells, *, total=False):
    """A column as it is printed: a dash is nothing, "" a gap, "n/a" words, "5%" and "+5" what they say."""
    numbers = {
        at: float(cell.strip("%")) for at, cell in enumerate(cells) if cell.strip("%+-.")[:1].isdigit()
    }
    last = {at: 10.0 ** -len(cells[at].strip("%").partition(".")[2]) for at in numbers}
    step = min(last.values())
    percent = frozenset(at for at in numbers if "%" in cells[at])
    changes = frozenset(at for at in numbers if "+" in cells[at])
    nil, empty = (frozenset(at for at, cell in enumerate(cells) if cell == gap) for gap in ("-", ""))
    largest = max(map(abs, numbers.values()))
    places = dict.fromkeys([at for at, cell in enumerate(cells) if cell], 0)
    rounding = step if step < 1 else 0.0
    return GridLine(places, numbers, last, step, rounding, largest, "", total, nil, empty, percent, changes)


def tally(law, *rows, total=False, laws=()):
    """Rows give the result first, then what it is of."""
    columns = zip(*(row.split() if isinstance(row, str) else row for row in rows), strict=True)
    lines = {at: line(column, total=total and at == 0) for at, column in enumerate(columns)}
    return tally_of(lines, FirstLook(lines), [law, *laws])


def verdicts(found):
    return [(one.place, one.verdict is Consistency.FOLLOWS) for one in found.outcomes]


RIGHT = ["3250 1120 2130", "2390 1140 1250", "2610 1350 1260", "4444 1322 3122"]
WRONG = "8250 1120 2130"


@pytest.mark.parametrize(
    ("right", "wrong", "holds"),
    [
        (1, 0, False),
        (2, 0, True),
        (2, 1, True),  # twice as many, where one digit would make it right
        (3, 2, False),
        (4, 2, True),
    ],
)
def test_a_law_holds_by_the_lines_that_follow_it(right, wrong, holds):
    assert bool(tally(SUM, *RIGHT[:right], *[WRONG] * wrong)) is holds


WORSE = "9999 1120 2130"


@pytest.mark.parametrize(("right", "holds"), [(2, False), (3, True)])
def test_a_line_that_is_off_by_more_than_a_digit_needs_three_that_follow(right, holds):
    assert bool(tally(SUM, *RIGHT[:right], WORSE)) is holds


@pytest.mark.parametrize(
    ("right", "wrong", "sure"), [(2, 0, False), (3, 0, True), (3, 1, False), (4, 1, True)]
)
def test_three_times_as_many_make_it_certain(right, wrong, sure):
    found = tally(SUM, *RIGHT[:right], *[WRONG] * wrong)
    assert (found.certainty is Certainty.CERTAIN) is sure


@pytest.mark.parametrize(("result", "holds"), [(99, True), (98, False)])
def test_six_digits_came_out_right_by_no_chance_where_a_line_breaks_the_law(result, holds):
    right = [f"{result} {part} {result - part}" for part in (33, 45, 51)]
    assert bool(tally(SUM, *right, "99 50 19")) is holds
    assert tally(SUM, *right)


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        (["5623 1120 4503", "5723 1120 4503"], True),  # 3.75 digits twice, less the two of chance
        (["5622 1120 4502", "5722 1120 4502"], False),
        (["3250 1120 2130", "39500 15140 24160"], True),
        (["325 112 213", "39500 15140 24160"], False),
        (["32501 11203 21298", "39566 15140 24160"], False),  # more than one digit
        (["32501 11203 21298", "39500 15140 24160", "4200 1700 2600"], False),  # two that break it
    ],
)
def test_two_lines_of_many_digits_show_a_sum_that_one_misses_by_a_digit(rows, holds):
    assert bool(tally(SUM, *rows)) is holds


@pytest.mark.parametrize(("result", "holds"), [(1778, True), (1777, False)])
def test_of_three_lines_fewer_digits_show_a_sum(result, holds):
    rows = [f"{stated} 300 500 {result - 800}" for stated in (result, result + 100)]
    assert bool(tally(SUM_OF_THREE, *rows)) is holds


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        (["25.7 4812 1237", "22.9 3907 894", "45.5 4821 752"], True),
        (["25.7 4812 1237", "22.9 3907 894", "45.9 4821 752"], False),
        (["25.7 4812 1237", "23 3907 894", "45.5 4821 752"], True),
        (["7.05 610 43", "82.20 500 161"], True),  # one of four digits, among three columns
        (["7.05 610 43 17", "82.20 500 161 23"], False),
        (["26 4812 1237", "23 3907 894", "45 4821 752"], False),
        (["25.7 4812 1237", "45.5 4821 752"], False),
    ],
)
def test_two_shares_of_three_digits_show_what_one_misses_by_a_digit(rows, holds):
    assert bool(tally(SHARE, *rows)) is holds


ONE = "1500 300 500 700"


@pytest.mark.parametrize(
    ("rows", "holds"),
    [
        ([ONE], True),  # one line that follows is enough
        (["1100 201 299 500"], True),  # or one digit would make it right
        (["1100 201 298 500"], False),  # of a thousand at the least
        (["1999 201 299 500"], False),
        (["5 1 2 2"], False),  # small numbers show nothing
        ([ONE, "1511 300 500 701"], True),
        ([ONE, "1511 300 500 701", "1511 301 500 700"], False),  # two that break it are too many for one
        ([ONE, "1999 300 500 700"], False),
    ],
)
def test_a_total_of_three_holds_by_one_line(rows, holds):
    assert bool(tally(SUM_OF_THREE, *rows, total=True)) is holds


def test_a_total_of_two_holds_by_a_line_that_follows_only():
    assert tally(SUM, "1500 700 800", total=True)
    assert not tally(SUM, "1611 700 811", total=True)
    assert tally(SUM, "562 261 301", "662 261 301", total=True)  # 2.75 digits twice are enough
    assert not tally(SUM, "561 261 300", "661 261 300", total=True)
    assert not tally(SUM_OF_THREE, "1511 300 500 701")  # nor any that no word calls one


def test_a_law_that_its_first_lines_break_is_given_up():
    rows = [f"{3000 + 2 * at} {1000 + at} {2000 + at}" for at in range(12)]
    assert tally(SUM, *[WORSE] * 2, *rows)
    assert tally(SUM, *rows[:3], *[WORSE] * 3, *rows[3:])
    assert not tally(SUM, *rows[:2], *[WORSE] * 3, *rows[2:])


@pytest.mark.parametrize(("silent", "holds"), [(11, True), (12, False)])
def test_a_law_that_twelve_lines_do_not_show_is_given_up(silent, holds):
    assert bool(tally(SUM, *["0 0 0"] * silent, *RIGHT)) is holds


def test_a_sum_has_two_numbers_and_gaps_that_hold_nothing():
    rows = [[*row.split(), "1"] for row in ("3251 1120 2130", "2391 1140 1250")]
    gaps = [["500", "200", "300", gap] for gap in ("-", "", "n/a")]
    alone = [["200", "200", gap, gap] for gap in ("-", "")]
    assert verdicts(tally(SUM_OF_THREE, *rows, *gaps, *alone)) == [(0, True), (1, True), (2, True), (3, True)]


def test_a_ratio_has_two_numbers():
    rows = ["50% 400 200", "25% 400 100", "60% 500 300"]
    assert verdicts(tally(SHARE, *rows, "0% 300 -", "100% - 30")) == [(0, True), (1, True), (2, True)]


@pytest.mark.parametrize(("gap", "broken"), [("-", 1), ("", 0)])
def test_only_beside_a_dash_a_sum_that_is_off_holds_the_law_up(gap, broken):
    rows = [[*row.split(), "0"] for row in RIGHT]
    found = tally(SUM_OF_THREE, *rows, ["500", "200", "200", gap])
    assert (found.broken, found.worse, len(found.outcomes)) == (broken, broken, len(RIGHT))


@pytest.mark.parametrize(
    ("result", "worse"),
    [
        ("8815", 0),  # one digit of four would make it right
        ("8826", 1),
        ("480", 1),  # of three
    ],
)
def test_beside_a_dash_a_sum_of_four_digits_that_misses_by_one_is_told(result, worse):
    rows = [[*row.split(), "0"] for row in RIGHT]
    parts = ["100", "280"] if len(result) == 3 else ["1712", "2103"]
    found = tally(SUM_OF_THREE, *rows, [result, *parts, "-"])
    assert (found.broken, found.worse, len(found.outcomes)) == (1, worse, len(RIGHT) + 1 - worse)


@pytest.mark.parametrize(
    ("law", "rows"), [(CHANGE, ["10 200 220", "25 400 500"]), (SHARE, ["10 200 20", "25 400 100"])]
)
def test_whole_percentages_show_a_ratio(law, rows):
    assert tally(law, *rows).shown == len(rows)


def test_whole_multiples_show_none():
    assert tally(MULTIPLE, "1.5 20 30", "2.5 20 50", "2 20 40").shown == 2
    assert not tally(MULTIPLE, "3 20 60", "5 20 100", "2 20 40")


@pytest.mark.parametrize(("share", "follows"), [("18", False), ("19", True), ("21", True), ("22", False)])
def test_a_share_may_be_cut_or_rounded(share, follows):
    found = tally(SHARE, "20 200 40", "25 400 100", "50 300 150", "60 500 300", f"{share} 100 20")
    assert verdicts(found)[-1] == (4, follows)


@pytest.mark.parametrize(("result", "broken"), [("1502", 0), ("1503", 1)])
def test_whole_numbers_may_be_rounded(result, broken):
    """Half of one for each of four numbers."""
    rows = [[*row.split(), "0"] for row in RIGHT]
    assert tally(SUM_OF_THREE, *rows, f"{result} 300 500 700").broken == broken


def test_of_two_laws_the_better_is_broken_less_or_shown_more_or_by_a_later_line():
    three, four, broken = (tally(SUM, *rows) for rows in (RIGHT[:3], RIGHT, [*RIGHT, WRONG]))
    assert four.better(three)
    assert three.better(broken)
    assert not three.better(four)
    assert not three.better(three)
    three.law = added(3, (1, 2))
    assert three.better(tally(SUM, *RIGHT[:3]))


CHANGES = ["10.0 200 220", "25.0 400 500", "-20.0 500 400"]


@pytest.mark.parametrize(("row", "breaks"), [("0.9 7.7 8.6", False), ("5.9 7.7 8.6", True)])
def test_a_change_in_points_breaks_no_law_of_changes_in_percent(row, breaks):
    assert tally(CHANGE, *CHANGES, row).broken == breaks


@pytest.mark.parametrize(
    ("row", "broken"),
    [
        ("1159 1190 30", 1),  # a twentieth is the most that a sum is off
        ("1158 1190 30", 0),  # further off, between its parts, it may be their average
        ("1158 1190 0", 1),
        ("513 1001 0", 0),
        ("1192 1190 30", 1),
        ("28 1190 30", 1),
        ("513 1190 -30", 1),
    ],
)
def test_a_number_between_the_parts_may_be_their_average(row, broken):
    right = RIGHT[:3]
    assert tally(SUM, *right, row).broken == broken
    assert tally(SUM, *right[:2], row if not broken else "1159 1190 30").broken == 0  # too few show a sum


def test_averages_cross_no_sections_of_a_table():
    sections = [["3250", "1120", "2130"] * 2, ["2390", "1140", "1250"] * 2, ["2610", "1350", "1260"] * 2]
    assert tally(SUM, *sections, ["513", "1001", "22"] * 2, laws=[added(3, (4, 5))]).broken == 2


def test_percentages_that_add_up_to_no_hundred_break_nothing():
    rows = ["3250 1120 2130", "2390 1140 1250", "2610 1350 1260"]
    assert tally(SUM, *rows, "50% 11% 12%").broken == 0
    assert tally(SUM, *rows, "100% 11% 12%").broken == 1
    assert tally(SUM, *rows, "50% 38% 62%").broken == 1
    assert tally(SUM, *rows, "80% 11% +12%").broken == 1
    assert tally(SUM, *rows, "+80% 11% +12%").broken == 0


@pytest.mark.parametrize(("deviation", "broken"), [("215", 0), ("815", 1)])
def test_a_sum_may_be_right_with_the_sign_that_a_column_does_not_print(deviation, broken):
    assert (
        tally(SUM, *RIGHT, f"82311 82526 {deviation}").broken == broken
    )  # a plan, what is done, and by how much


def test_a_sign_is_missed_only_where_a_line_has_none():
    rows = [row.split() for row in (*RIGHT, "1190 1250 60", "82311 82526 215")]
    total, given, other = map(line, zip(*rows, strict=True))
    signed = other._replace(numbers={**other.numbers, 4: -60.0})
    lines = {0: total, 1: given, 2: signed}
    assert tally_of(lines, FirstLook(lines), [SUM]).broken == 1


@pytest.mark.parametrize(
    ("stated", "values", "slip"),
    [
        (537, (123, 314), True),
        (637, (123, 314), True),
        (648, (123, 314), False),
        (57, (12, 35), False),  # of two digits hardly any are further off
        (0.437, (0.123, 0.214), True),
        (871, (104, 857), True),  # 194 is meant, and as the sum 961
        (966_414_771, (414_178_716.1, 552_136_054.7, 0), False),  # the error of floats is no digit
    ],
)
def test_one_digit_is_a_slip_in_numbers_of_three(stated, values, slip):
    assert Break(SUM, sum(values), stated, values, 1.0).is_slip is slip
