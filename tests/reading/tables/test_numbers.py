"""Numbers as tables write them, and what is refused because it can be read in two ways, or in none."""

import pytest

LONG = "indicator: {constant: share}\nperiod: Year\nvalue: Value\n"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("31 245", "31245"),
        ("31\u00a0245", "31245"),
        ("31\u202f245", "31245"),
        ("1 234 567,5", "1234567.5"),
        ("98,5", "98.5"),
        ("0,125", "0.125"),
        ("98.5", "98.5"),
        ("0.125", "0.125"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1'234", "1234"),
        ("8,1%", "8.1"),
        ("8,1 %", "8.1"),
        ("−4", "-4"),
        ("-4,5", "-4.5"),
        ("<5", "less than 5"),
        ("≥ 5,5", "at least 5.5"),
        ("300+", "at least 300"),
        ("  12  ", "12"),
    ],
)
def test_a_number_is_read_as_it_is_meant(observed, written, read):
    assert observed(LONG, f"Year;Value\n2024;{written}\n")[0][4] == read


@pytest.mark.parametrize("written", ["1,200", "31,245", "999,999"])
def test_a_number_that_can_be_two_is_refused_until_the_sign_is_known(observed, refused, written):
    (said,) = refused(LONG, f"Year;Value\n2024;{written}\n")
    assert said.startswith(f"table.csv:2:2: '{written}' can be read in two ways")
    comma = observed(LONG + "decimal: ','\n", f"Year;Value\n2024;{written}\n")[0][4]
    point = observed(LONG + "decimal: '.'\n", f"Year;Value\n2024;{written}\n")[0][4]
    assert (comma, point) == (written.replace(",", "."), written.replace(",", ""))


@pytest.mark.parametrize(
    "written", ["C+", "Dist-", "12 schools", "1 23 4", "12,", "1..2", "--3", "½", "1e5", "١٢"]
)
def test_what_is_no_number_is_refused(refused, written):
    (said,) = refused(LONG, f"Year;Value\n2024;{written}\n")
    assert said.startswith("table.csv:2:2: '")
    assert "symbols" in said or "two ways" in said


def test_percent_cells_of_a_sheet_are_what_they_show(observed, workbook):
    rows = [["Year", "Value"], [2022, (0.125, "0.0%")], [2023, 98.5], [2024, (0.5, "0.0")], [2025, "98,5"]]
    found = observed(LONG, workbook({"Data": rows}), "t.xlsx")
    assert [value for *_, value, _, _ in found] == ["12.5", "98.5", "0.5", "98.5"]


def test_numbers_of_a_sheet_have_the_digits_that_it_shows(observed, workbook):
    rows = [["Year", "Value"], [2023, 0.1 + 0.2], [2024, 31245.0]]
    assert [value for *_, value, _, _ in observed(LONG, workbook({"Data": rows}), "t.xlsx")] == [
        "0.3",
        "31245",
    ]


def test_a_precision_is_verified(observed, refused):
    rest = LONG.replace("share", "schools") + "precision: 5\n"
    assert observed(rest, "Year,Value\n2024,25\n")[0][4] == "25"
    assert refused(rest, "Year,Value\n2023,25\n2024,27\n") == [
        "table.csv:3:2: 27 is not rounded to 5; correct 'precision' in the description or leave it out"
    ]


def test_values_are_scaled_by_unit(observed):
    rest = LONG + "scale: {percent: 100}\n"
    assert observed(rest, "Year,Value\n2023,0.93\n2024,0.935\n")[1][4] == "93.5"
