"""Parts that no sentence holds together: over several, in lines above their total, or counted off."""

import pytest
from said import relations


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "kk",
            "Барлығы 6 316 ауыл бар. 3 991 ауылда су бар, 403 ауылға жеткен. 1 922 ауылда су жоқ.",
            ["parts_further likely follows: 6 316 <- 3 991 + 403 + 1 922"],
        ),
        (
            "kk",
            "Барлығы 6 316 ауыл бар. Олардың 3 991 ауылында су бар. Тағы 2 525 ауылда су жоқ.",
            ["parts_further likely doubtful: 6 316 <- 3 991 + 2 525"],
        ),
        # What has one thing may have the other, and another year has other pupils.
        ("kk", "Барлығы 6 316 ауыл бар. 3 991 ауылда су бар, 603 ауылға жеткен. 1 922 ауылда газ бар.", []),
        ("en", "A total of 5,214 farms were seen. 3,102 farms keep cows. 2,212 farms keep sheep.", []),
        ("en", "They saw 5,214 farms. Of these, 3,102 farms keep cows. 2,212 farms keep sheep.", []),
        ("ru", "Всего 5 214 семей. Из них 3 102 семьи получили письма. В 2023 году ещё 2 212 семей.", []),
        ("en", "It earned 480,317 crowns. It spent 325,294 crowns. In 2022 it had 255,023 crowns.", []),
        ("kk", "Барлығы 6 316 ауыл бар. 3 991 ауылда су бар. 85 ауылда су жоқ.", []),
        (
            "ru",
            "Проверено 6 316 домов. Из них 3 991 дом исправен. Ещё 2 525 домов ждут ремонта.",
            ["parts_further likely doubtful: 6 316 <- 3 991 + 2 525"],
        ),
        ("ru", "Проверено 6 316 домов.\n\nИз них 3 991 дом исправен.\n\nЕщё 2 525 домов ждут ремонта.", []),
        ("ru", "Проверено 103 дома. Из них 37 домов исправны. Ещё 56 домов ждут ремонта.", []),
        (
            "en",
            "They checked 6,316 houses. Of these, 3,991 houses are sound. Another 2,525 houses leak.",
            ["parts_further likely doubtful: 6,316 <- 3,991 + 2,525"],
        ),
        (
            "en",
            "The office checked 6,316 houses. Sound are 3,991 houses. Another 2,525 houses need repair.",
            [],
        ),
        (
            "ru",
            "Обратилось 270915 чел. Искали работу 65894 чел. или 24,3 %.\n\nЗа советом пришли 265021 чел.",
            [
                "parts_digits likely doubtful: 270915 <- 65894 + 265021",
                "share_lone likely follows: 270915 <- 65894 + 24,3 %",
            ],
        ),
        (
            "kk",
            "Орталыққа 270915 адам келді. Жұмыс іздегені 65894 адам.\n\nКеңес алғаны 205021 адам.",
            ["parts_digits likely follows: 270915 <- 65894 + 205021"],
        ),
        ("en", "Helped 270,915 people. Work found 65,894 people. Advice was given to 204,000 people.", []),
        (
            "ru",
            (
                "Поступило 649 обращений, в том числе:\n\n- письменные – 617, из них по почте – 150;\n\n"
                "- личные – 26, в том числе у главы – 4;\n\n- устные – 16."
            ),
            [],
        ),
        (
            "ru",
            (
                "Поступило 649 обращений, в том числе:\n\n- письменные – 617, из них по почте – 150;\n\n"
                "- личные – 16, в том числе у главы – 4;\n\n- устные – 16."
            ),
            ["parts_lines likely follows: 649 <- 617 + 16 + 16"],
        ),
        (
            "en",
            "Print 4,951\n\nMedia 2,525\n\nTotal items 7,676",
            ["parts_lines likely doubtful: 7,676 <- 4,951 + 2,525"],
        ),
        (
            "en",
            "Members 812\n\nPrint 4,900\n\nMedia 2,500\n\nTotal items 7,400",
            ["parts_lines likely follows: 7,400 <- 4,900 + 2,500"],
        ),
        ("en", "Print 4,900\n\nMedia 2,500\n\nTotal visits 53,625", []),
        # A line above a total may count again what others count, and few digits agree by chance.
        (
            "ru",
            "Книги – 312\n\nЖурналы – 231\n\nНа казахском языке – 100\n\nВсего – 543",
            ["parts_lines likely follows: 543 <- 312 + 231"],
        ),
        (
            "kk",
            "Кітап – 3 121\n\nОның жаңасы – 1 000\n\nЖурнал – 2 312\n\nБарлығы – 5 433",
            [],
        ),
        ("en", "Halls 131\n\nReaders 243\n\nTotal area 474", []),
        (
            "en",
            "Print 131 items\n\nMedia 243 items\n\nTotal 474 items",
            ["parts_lines likely doubtful: 474 <- 131 + 243"],
        ),
        (
            "ru",
            "Книги – 4 951\n\nЖурналы – 2 525\n\nВсего – 7 676",
            ["parts_lines likely doubtful: 7 676 <- 4 951 + 2 525"],
        ),
        (
            "kk",
            "Кітап – 4 951\n\nЖурнал – 2 525\n\nБарлығы – 7 676",
            ["parts_lines likely doubtful: 7 676 <- 4 951 + 2 525"],
        ),
        (
            "en",
            "They counted 8,985 birds, 8,178 of which were ducks, 439 swans and 268 geese.",
            ["parts_opener likely doubtful: 8,985 <- 8,178 + 439 + 268"],
        ),
        ("en", "They counted 8,985 birds, 6,178 of which were ducks, 439 swans and 268 geese.", []),
        (
            "en",
            (
                "Employment rose 17,400 to 11,775,800. Full-time employment rose 11,500 to 7,141,000 and "
                "part-time employment rose 5,900 to 3,634,800."
            ),
            ["parts_beside likely doubtful: 11,775,800 <- 7,141,000 + 3,634,800"],
        ),
        (  # what the parts leave over is little
            "en",
            (
                "Employment rose 17,400 to 11,775,800. Full-time employment rose 11,500 to 8,141,000 and "
                "part-time employment rose 5,900 to 3,624,800."
            ),
            [],
        ),
    ],
)
def test_parts_that_no_sentence_holds_together(language, text, expected):
    assert [one for one in relations(language, text) if "partial" not in one] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "There are 93 halls. Of them 52 are public. The other {} are private."),
        ("ru", "В городе 93 зала. Из них 52 государственные. Остальные {} частные."),
        ("kk", "Қалада 93 зал бар. Оның 52-сі мемлекеттік. Қалған {}-і жекеменшік."),
    ],
)
def test_what_remains_in_a_sentence_of_its_own_closes_the_parts(language, text):
    assert any("parts_further likely follows" in one for one in relations(language, text.format(41)))
    assert any("parts_further likely doubtful" in one for one in relations(language, text.format(51)))
