"""Digits: groups, decimals, dates with points, and what cannot be read."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "27,546 trees", ["27,546: figure 27546 tree"]),
        ("en", "£1,025-6-6 was left", ["1,025-6-6: figure 1025.3250 pound"]),
        ("en", "£98-25-3 was left", ["98-25-3: identifier"]),
        ("ru", "27 546 деревьев", ["27 546: figure 27546 деревь"]),
        ("ru", "3,5 тонны", ["3,5: figure 3.5 тонна"]),
        ("ru", "1 245/5 887", ["1 245: figure 1245", "5 887: figure 5887"]),
        ("kk", "939/3 585", ["939: figure 939", "3 585: figure 3585"]),
        (
            "ru",
            "Доход | 7431 462 | 6 362324 | 1 936 462 |",
            ["7431 462: figure 7431462", "6 362324: figure 6362324", "1 936 462: figure 1936462"],
        ),
        (
            "kk",
            "Түсім | 7431 462 | 12 936 |",
            ["7431 462: figure 7431462", "12 936: figure 12936"],
        ),
        ("en", "Hall | 1250 640 | 870", ["1250: figure 1250", "640: figure 640", "870: figure 870"]),
        (
            "ru",
            "Зал | 1234 567890 | 870 мест, 1 250 книг",
            [
                "1234: figure 1234",
                "567890: figure 567890",
                "870: figure 870 место",
                "1 250: figure 1250 книга",
            ],
        ),
        (
            "ru",
            "Доход | 2019 462 | в 7431 462 залах",
            ["2019: figure 2019", "462: figure 462", "7431: figure 7431", "462: figure 462 зал"],
        ),
        ("ru", "8,699,000 и 8,699", ["8,699,000: figure 8699000", "8,699: figure 8699"]),
        ("ru", "8,699,000 и 8,699 млн", ["8,699,000: figure 8699000", "8,699 млн: figure 8699000"]),
        ("ru", "8 699 000 и 8,699", ["8 699 000: figure 8699000", "8,699: figure 8.699"]),
        ("kk", "600,000 ₸ және 50,500 ₸", ["600,000: figure 600000 теңге", "50,500: figure 50500 теңге"]),
        ("kk", "600,000 ₸ және 50,5 га", ["600,000: figure 600.000 теңге", "50,5: figure 50.5 гектар"]),
        (
            "en",
            "China – 15-7-9, Japan – 3-5-3, Peru – 1-0-2",
            [f"{one}: figure {one}" for one in (15, 7, 9, 3, 5, 3, 1, 0, 2)],
        ),
        (
            "ru",
            "тел.: 2-15-48, факс: 2-15-49, дом: 2-11-03",
            [f"2-{one}: identifier" for one in ("15-48", "15-49", "11-03")],
        ),
        (
            "en",
            "rose from 3 to 5% for men and 8 to 9% for women",
            ["3: percent 3 % from up", "5%: percent 5 % to up", "8: percent 8 %", "9%: percent 9 %"],
        ),
        (
            "ru",
            "доход 24,4 млн. руб. – 34,1 млн. руб.",
            ["24,4 млн. руб. – 34,1 млн.: figure 24400000..34100000 рубль"],
        ),
        (
            "ru",
            "доход 24,4 млн. руб. – 94,1 млн. руб.",
            ["24,4 млн.: figure 24400000 рубль", "94,1 млн.: figure 94100000 рубль"],
        ),
        ("en", "Petrol 123 129 6", ["123: figure 123", "129: figure 129", "6: figure 6"]),
        ("en", "Petrol 123 129 litres", ["123 129: figure 123129 litre"]),
        ("ru", "Бензин 123 129 6", ["123 129: figure 123129", "6: figure 6"]),
        ("ru", "дробь 245/887", ["245/887: figure"]),
        ("en", "12 177 155 169 146", ["12 177 155 169 146: figure 12177155169146"]),
        ("en", "12 177 155 169 146 100", [f"{row}: figure {row}" for row in (12, 177, 155, 169, 146, 100)]),
        (
            "en",
            "Beds 98 97 98 100 and 2,613",
            [f"{row}: figure {row}" for row in (98, 97, 98, 100)] + ["2,613: figure 2613"],
        ),
        ("en", "18 455 sat and 2,613 left", ["18 455: figure 18455 sat", "2,613: figure 2613 left"]),
        ("en", "3.5 tonnes", ["3.5: figure 3.5 tonne"]),
        ("ru", "5 048, 738 млн тенге", ["5 048, 738 млн: figure 5048738000 тенге"]),
        ("en", "1.234,5 tonnes", ["1.234,5: figure 1234.5 tonne"]),
        ("ru", "1.234.567.890 тенге", ["1.234.567.890: figure 1234567890 тенге"]),
        ("ru", "1,234.5 тонны", ["1,234.5: figure 1234.5 тонна"]),
        ("en", "12,3 tonnes", ["12,3: figure tonne"]),
        ("en", " Tin 12,3 Iron 4,56 ", ["12,3: figure 12.3", "4,56: figure 4.56"]),
        ("en", " Tin 12,345 Iron 4,56 ", ["12,345: figure 12345", "4,56: figure"]),
        ("en", "16/03 – 19/03/2024", ["16/03: date", "19/03/2024: date"]),
        ("en", "16/18 – 12/13/2024", ["16/18: figure", "12/13/2024: date"]),
        ("ru", "845,7,1 тонны", ["845,7,1: figure тонна"]),
        ("ru", "пункты 4.2.7 и 1.5.1.2", ["4.2.7: identifier", "1.5.1.2: identifier"]),
        ("ru", "10.2.1976", ["10.2.1976: date"]),
        ("kk", "2018.03.07", ["2018.03.07: date"]),
        ("ru", "14.03.2024", ["14.03.2024: date"]),
        ("ru", "14:30", ["14:30: date"]),
        ("ru", "2024/25", ["2024/25: date 2024"]),
        ("ru", "тел. 53-12-40", ["53-12-40: identifier"]),
        ("en", "2025-09-30", ["2025-09-30: date"]),
        ("en", "0.5 ha", ["0.5: figure 0.5 hectare"]),
        ("ru", "007", ["007: identifier 7"]),
        ("en", "13,77,243.70 tonnes", ["13,77,243.70: figure 1377243.70 tonne"]),
        ("en", "a town of 13 ,496", ["13 ,496: figure 13496"]),
        ("en", "in phase 2 , 400 schools", ["2: ordinal 2", "400: figure 400 school"]),
        ("en", "31, 540, 654 children", ["31, 540, 654: figure 31540654 child"]),
        (
            "en",
            "marks of 31, 540, 654 and 700",
            ["31: figure 31", "540: figure 540", "654: figure 654", "700: figure 700"],
        ),
        ("en", "436.814 students", ["436.814: figure 436814 student"]),
        ("en", "3.125 tonnes of fish", ["3.125: figure 3.125 tonne"]),
        ("en", "a 1:1 ratio of 3.5:1", ["1:1: identifier", "3.5:1: identifier"]),
        ("en", "open 24/7", ["24/7: identifier"]),
        ("en", "the fair on 29/05", ["29/05: date"]),
        ("en", "29/5 of them", ["29/5: figure"]),
        ("en", "24/8 of them", ["24/8: figure"]),
        (
            "en",
            "a rate of 114.1/100,000 births and 3/1000",
            ["114.1: figure 114.1", "100,000: attribute 100000", "3: figure 3", "1000: attribute 1000"],
        ),
        ("en", "12/25 of them and 3/10,500", ["12/25: figure", "3/10,500: figure"]),
        ("ru", "20 912\n002,6 тыс.", ["20 912\n002,6 тыс: figure 20912002600"]),
        ("ru", "код 104\n000\n182", ["104: figure 104", "000: identifier 0", "182: figure 182"]),
        ("ru", "20 912\n102,6", ["20 912: figure 20912", "102,6: figure 102.6"]),
        (
            "ru",
            "отозвано 0 (00,0 %), 06,7 процента",
            ["0: figure 0", "00,0 %: percent 0 %", "06,7 процента: percent 6.7 %"],
        ),
        ("ru", "форма 06,7 и 05.17", ["06,7: figure", "05.17: date"]),
        (
            "en",
            "1'250 pupils, $12’345’678.50",
            ["1'250: figure 1250 pupil", "12’345’678.50: figure 12345678.50 dollar"],
        ),
        ("ru", "1’250,5 тонны", ["1’250,5: figure 1250.5 тонна"]),
        ("kk", "12'345 оқушы", ["12'345: figure 12345 оқушы"]),
        ("en", "5'10 and '40' 250", ["5: figure 5", "10: figure 10", "40: figure 40", "250: figure 250"]),
        ("en", "1'250'00 men", ["1: figure 1", "250: figure 250", "00: identifier 0"]),
        ("en", "at 43°15'225 N", ["43: figure 43", "15: figure 15", "225: figure 225 n"]),
    ],
)
def test_digits(language, text, expected):
    assert figures(language, text) == expected
