"""Numbers of which a part stands elsewhere: a multiplier behind a bracket, a dash for the verb."""

import pytest

from edureport.prose import read


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("kk", "Көрермендер саны 44,9 (48,4) мың адам болды.", ["44900.0", "48400.0"]),
        ("kk", "26 клуб газбен, 4 – пешпен, 2- сұйық отынмен жылытылады.", ["26", "4", "2"]),
        ("ru", "Собрано 5 048, 738 млн тенге.", ["5048738000.000"]),
    ],
)
def test_a_part_of_a_number_may_stand_elsewhere(language, text, stated):
    figures = [figure for figure in read(text, language).figures if figure.states]
    assert [figure.stated for figure in figures] == [pytest.approx(float(one)) for one in stated]


def test_years_in_a_column_of_a_page_that_has_run_into_one_line_are_dates():
    text = "Rank Town Value Year 1 Oakford 31.5 2019 2 Elmley 30.2 2020 3 Ashby 29.8 2018 4 Firwood 28.1 2019"
    stating = [figure.words for figure in read(text, "en").figures if figure.states]
    assert stating == ["31.5", "30.2", "29.8", "28.1"]
