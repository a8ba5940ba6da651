"""Numbers that only count, date or name the rows of a table which has lost its lines."""

from said import figures

ACCOUNT = """Выручка
2110
316 275

Расходы
2120
95 157

Прибыль
2200
57 084
2200 = 2110 + 2120

Налог
2410
-10 241"""


def test_codes_of_an_account_are_names():
    codes = {line for line in figures("ru", ACCOUNT.replace("\n", "\u2029")) if "identifier" in line}
    assert codes == {f"{code}: identifier {code}" for code in (2110, 2120, 2200, 2410)}


def test_amounts_of_four_digits_are_no_codes():
    for said in (
        ACCOUNT.replace("2120\n", "2123\n").replace("2200\n", "7 200\n"),
        ACCOUNT.replace(" 275", "275").replace(" 157", "157").replace(" 084", "084").replace(" 241", "241"),
    ):
        lines = figures("ru", said.replace("\n", "\u2029"))
        assert "2110: figure 2110" in lines


def test_numbers_of_notes_and_their_marks_are_names():
    said = "It rose in most sectors.68 The rest fell.\n\n68 Board of Trade, yearly tables."
    assert figures("en", said) == ["68: identifier 68"] * 2
    said = "asked by the board 16 on pay and the office 17 on staff\n\n16 Yearly tables.\n17 Report."
    lines = figures("en", said)
    assert lines == [f"{mark}: identifier {mark}" for mark in (16, 17, 16, 17)]


def test_marks_that_stand_apart_count_on():
    lines = figures("en", "cages 31 , pens 32 , and raceways 33 , as well")
    assert lines == [f"{mark}: identifier {mark}" for mark in (31, 32, 33)]
    wide = figures("en", "in the last year. 38  Table three. The index 39 , there")
    assert {"38: identifier 38", "39: identifier 39"} <= set(wide)
    assert "34: figure 34" in figures("en", "Boys 34 , girls 36 , others 2 .")


def test_numbers_of_columns_beside_others_are_ordinals():
    lines = figures("en", "1 2 3 4 5 2 3 4 5 Revenue 27,080")
    assert lines == [*(f"{at}: ordinal {at}" for at in (1, 2, 3, 4, 5, 2, 3, 4, 5)), "27,080: figure 27080"]


def test_lines_that_repeat_a_number_are_no_notes():
    said = "Of 385 complaints:\n385 were heard\n112 were refused"
    assert "112: figure 112" in figures("en", said)
    assert sum("385: figure" in line for line in figures("en", said)) == 2


def test_numbers_of_paragraphs_with_two_steps_are_ordinals():
    said = "12.9\tRural schools grew.\n12.10\tUrban schools fell."
    assert figures("en", said) == ["12.9: ordinal 12.9", "12.10: ordinal 12.10"]


def test_rows_that_begin_with_any_number_are_ordinals():
    rows = [("Fees", 50), ("Fines", 70), ("Rents", 90), ("Sales", 20), ("Grants", 30)]
    said = "\u2029".join(f"{at}\u2029{name}\u2029${fee}" for at, (name, fee) in enumerate(rows, 13))
    ordinals = [line for line in figures("en", said) if "ordinal" in line]
    assert ordinals == [f"{at}: ordinal {at}" for at in range(13, 18)]


def test_items_in_brackets_are_ordinals():
    lines = figures("en", "as follows: (1) 300 units; (2) 500 units")
    assert lines == ["1: ordinal 1", "300: figure 300 unit", "2: ordinal 2", "500: figure 500 unit"]
    assert "2: ordinal 2" in figures("en", "if (1) the loan is late, or (2) the bank fails")
    assert "1: ordinal 1" not in figures("en", "one pupil (1), two halls (2)")


def test_years_and_grades_that_head_columns_are_none():
    years = "Поголовье | 2030 | 2031 | 2031 в % к 2030"
    assert figures("ru", years.replace("| ", "\u2029"))[:3] == [
        "2030: date 2030",
        "2031: date 2031",
        "2031: date 2031",
    ]
    grades = "Классы | Всего | 1-4 | 5-8 | 9 | 10 | 11"
    assert all("ordinal" in line for line in figures("ru", grades.replace("| ", "\u2029")))
