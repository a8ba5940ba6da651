"""Numbers of four digits that are years, and those that count."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "down on Aug-2019", ["2019: date 2019"]),
        ("en", "down on Aug - 2019 came", ["2019: figure 2019 came"]),
        ("en", "since 2016.", ["2016: date 2016"]),
        ("en", "(2024)", ["2024: date 2024"]),
        ("en", "in 2025 Riverside opened", ["2025: date 2025"]),
        ("en", "in 2025 pupils", ["2025: figure 2025 pupil"]),
        ("ru", "2023, 2024 и 2025 годах", ["2023: date 2023", "2024: date 2024", "2025: date 2025"]),
        ("en", "the first half of 2012 saw", ["first: ordinal 1", "2012: date 2012"]),
        ("en", "half of 2000 pupils", ["half of: percent 50 %", "2000: figure 2000 pupil"]),
        ("en", "in 2016 local schools", ["2016: figure 2016 school"]),
        ("en", "In 2016 teacher numbers rose to 52,300", ["2016: date 2016", "52,300: figure 52300 to up"]),
        ("en", "the FY 19 budget", ["19: date 19"]),
        ("en", "in FY 300 schools", ["300: figure 300 school"]),
        ("en", "Q1 2012", ["1: identifier 1", "2012: date 2012"]),
        ("en", "the 2014 report", ["2014: date 2014"]),
        ("en", "its 2014 annual report", ["2014: date 2014"]),
        ("en", "its 2014 annual reports", ["2014: figure 2014 report"]),
        ("en", "Oakford's 1990 population", ["1990: date 1990"]),
        ("en", "Oakford's 1990 pupils", ["1990: figure 1990 pupil"]),
        ("en", "by December, 2022.", ["2022: date 2022"]),
        ("en", "In December, 2022 pupils came", ["2022: figure 2022 pupil"]),
        ("en", "in fiscal year 2010, officers", ["2010: date 2010"]),
        ("en", "in fiscal year 300 cars", ["300: figure 300 car"]),
        ("en", "the 1950 women", ["1950: figure 1950 woman"]),
        ("ru", "2021 – 95 детей", ["2021: date 2021", "95: figure 95 ребёнок"]),
        (
            "en",
            "They had $3.1m (2022: $2.6m)",
            ["3.1m: figure 3100000 dollar", "2022: date 2022", "2.6m: figure 2600000 dollar"],
        ),
        (
            "ru",
            "12 млн (2022: 11 млн)",
            ["12 млн: figure 12000000", "2022: date 2022", "11 млн: figure 11000000"],
        ),
        ("kk", "Бұл 2022 жылғыдан 14 көп.", ["2022 жылғыдан: date 2022", "14: figure 14"]),
        ("kk", "Бұл 2022 жылқыдан көп.", ["2022: figure more than 2022 жылқы"]),
        (
            "en",
            "$3m (2022: $2m; 2021: $1m)",
            [
                "3m: figure 3000000 dollar",
                "2022: date 2022",
                "2m: figure 2000000 dollar",
                "2021: date 2021",
                "1m: figure 1000000 dollar",
            ],
        ),
        ("en", "Seats; 2021: 1200.", ["2021: figure 2021", "1200: figure 1200"]),
        (
            "en",
            "H1 2023 and 1H 2023",
            ["1: identifier 1", "2023: date 2023", "1: identifier 1", "2023: date 2023"],
        ),
        ("en", "The 2012 figures were better", ["2012: date 2012"]),
        ("en", "the 2012 figurines", ["2012: figure 2012 figurine"]),
        ("en", "the proposed 2018 budget", ["2018: date 2018"]),
        ("en", "over 2018 budget lines", ["2018: figure more than 2018 line"]),
        ("en", "(412; 2013 data)", ["412: figure 412", "2013: date 2013"]),
        ("en", "(published 2006)", ["2006: date 2006"]),
        ("en", "(boys 2006)", ["2006: figure 2006"]),
        ("en", "in 1989's census", ["1989: date 1989"]),
        ("en", "in 2013 declines by 3%", ["2013: date 2013", "3%: change 3 % by down"]),
        ("en", "the Spring 2024 schedule", ["2024: date 2024"]),
        ("en", "In summer 2024 pupils came", ["2024: figure 2024 pupil"]),
        ("en", "the 2025 General Appropriations Act", ["2025: date 2025"]),
        (
            "en",
            "The FBI has released 2010 crime data on 1,204 crimes",
            ["2010: date 2010", "1,204: figure 1204 crime"],
        ),
        (
            "en",
            "They opened 2010 shops and 1,204 schools",
            ["2010: figure 2010 shop", "1,204: figure 1204 school"],
        ),
        (
            "en",
            "Of 5,100 pupils, 2010 came and over 2015 left",
            ["5,100: figure 5100 pupil", "2010: figure 2010 came", "2015: figure more than 2015 left"],
        ),
        (
            "en",
            "Boys 2010 and 1450 girls; 12,300 in all",
            ["2010: figure 2010", "1450: figure 1450 girl", "12,300: figure 12300 girl total"],
        ),
        ("en", "the year 2002.03", ["2002.03: date 2002.03"]),
        ("en", "It cost 2002.03", ["2002.03: figure 2002.03"]),
        (
            "en",
            "in quarter two (Q2) 2025, sales of 1,200",
            ["two: identifier 2", "2: identifier 2", "2025: date 2025", "1,200: figure 1200"],
        ),
    ],
)
def test_year_numbers(language, text, expected):
    assert figures(language, text) == expected
