"""Ages, the bases of rates, durations and capacities, and what only looks like them."""

import pytest
from said import figures


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "aged 7 to 15", ["7 to 15: attribute 7..15"]),
        ("en", "a school for 600 pupils", ["600: attribute 600 pupil"]),
        ("en", "schools for 600 pupils", ["600: figure 600 pupil"]),
        ("en", "per 1,000 people", ["1,000: attribute 1000"]),
        ("en", "$0.81 per $100 of value", ["0.81: figure 0.81 dollar each", "100: attribute 100"]),
        ("en", "they paid $100", ["100: figure 100 dollar"]),
        ("ru", "дети 3–6 лет", ["3–6: attribute 3..6"]),
        ("ru", "школа на 600 мест", ["600: attribute 600 место"]),
        ("ru", "117 школ на 600 мест", ["117: figure 117 школа", "600: figure 600 место"]),
        ("ru", "Приход превысил уход на 600 человек", ["600: figure 600 человек"]),
        ("ru", "на 100 тысяч населения", ["100 тысяч: attribute 100000"]),
        ("ru", "72 часа", ["72: attribute 72 час"]),
        ("kk", "16 жасқа дейінгі", ["16: attribute 16"]),
        ("kk", "80 орындық балабақша", ["80: attribute 80 орын"]),
        ("kk", "бес күндік курс", ["бес: attribute 5 курс"]),
        ("kk", "1000 адамға шаққанда", ["1000: attribute 1000"]),
        ("kk", "3 пен 6 жас", ["3: attribute 3", "6: attribute 6"]),
        ("kk", "53 жас маман", ["53: figure 53 жас"]),
        ("ru", "человек на 10000", ["10000: attribute 10000"]),
        ("kk", "100 мың халыққа 45,3", ["100 мың: attribute 100000", "45,3: figure 45.3"]),
        ("kk", "2683 орынды құрайтын мектеп", ["2683: figure 2683 орын"]),
        ("ru", "на 127 человек больше", ["127: change 127 человек by up"]),
        ("en", "35 teachers under 35 years", ["35: figure 35 teacher", "35: date 35"]),
        ("en", "35 teachers over 35 years", ["35: figure 35 teacher", "35: date 35"]),
        (
            "ru",
            "120 учителей моложе 30, 48 старше 65.",
            ["120: figure 120 учитель", "30: attribute 30", "48: figure 48 учитель", "65: attribute 65"],
        ),
        ("en", "over 65 schools", ["65: figure more than 65 school"]),
        ("en", "under 30 pupils", ["30: figure less than 30 pupil"]),
        ("en", "Cases fell under 30.", ["30: change less than 30 by down"]),
        (
            "en",
            "Of 40 classes, 12 are over 30.",
            ["40: figure 40 class", "12: figure 12 class", "30: figure more than 30 class"],
        ),
        (
            "en",
            "There were 350 pupils in 2024 and over 65 in 2025.",
            ["350: figure 350 pupil", "2024: date 2024", "65: figure more than 65 pupil", "2025: date 2025"],
        ),
        ("ru", "1 кг мяса стоит 480 сомов.", ["1: attribute 1", "480: figure 480 сом"]),
        ("ru", "Цена 1 литра молока – 40 сомов.", ["1: attribute 1", "40: figure 40 сом"]),
        ("ru", "Изъят 1 кг травы.", ["1: figure 1 кг"]),
        ("ru", "2 кг мяса стоят 960 сомов.", ["2: figure 2 кг", "960: figure 960 сом"]),
        ("kk", "1 кг ет 3000 теңге тұрады.", ["1: attribute 1", "3000: figure 3000 теңге"]),
        ("kk", "Сомасы, мың теңге", ["мың: attribute 1000 теңге"]),
        ("kk", "Оған мың теңге берілді.", ["мың: figure 1000 теңге"]),
        ("kk", "Онда, мың теңге берілді.", ["мың: figure 1000 теңге"]),
        ("kk", "10 мың орындық 35 жатақхана", ["10 мың: figure 10000 орын", "35: figure 35 жатақхана"]),
        ("kk", "1200 орындық 2 мектеп", ["1200: attribute 1200 орын", "2: figure 2 мектеп"]),
        ("kk", "5000 орындық стадион", ["5000: attribute 5000 орын"]),
        ("kk", "4 баласы бар отбасы", ["4: attribute 4 бала"]),
        ("kk", "Оның 4 баласы бар.", ["4: figure 4 бала"]),
        ("kk", "Айыппұл – 10 айлық есептік көрсеткіш.", ["10: figure 10 көрсеткіш"]),
        ("kk", "10 айлық жоспар", ["10 айлық: date 10"]),
    ],
)
def test_attributes(language, text, expected):
    assert figures(language, text) == expected
