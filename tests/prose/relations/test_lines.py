"""Parts in lines of their own, in brackets beside each other, and in sums that no word opens."""

import pytest
from said import relations

BUDGET = (
    "Income is {} crowns, of which:\ntaxes – 3,744,722 crowns;\nfees – 655 crowns;\nsales – 28,277 crowns.\n"
)
CIRCLES = """Работают 22 кружка ({} участников):
для взрослых – 11 кружков (464 участника),
для детей – 6 кружков (328 участников),
для молодёжи – 5 кружков (122 участника).
"""
GROWTH = "Туғандар саны – 159,9 мың адам. Табиғи өсім – {} мың адам. Қайтыс болғандар саны – 56,4 мың адам."
BIRTHS = """In 2024, 1,599 children were born, in 2025 1,650. In 2025 564 people died.
The natural increase was 1,086 in 2025.
"""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            BUDGET.format("3,773,654"),
            ["parts_lines likely follows: 3,773,654 <- 3,744,722 + 655 + 28,277"],
        ),
        (
            "en",
            BUDGET.format("3,774,654"),
            ["parts_lines likely doubtful: 3,774,654 <- 3,744,722 + 655 + 28,277"],
        ),
        ("en", BUDGET.format("9,512,868"), []),  # others may be left out
        (
            "ru",
            CIRCLES.format(914),
            [
                "parts_lines likely follows: 22 <- 11 + 6 + 5",
                "parts_lines likely follows: 914 <- 464 + 328 + 122",
            ],
        ),
        (
            "ru",
            CIRCLES.format(924),
            [
                "parts_lines likely follows: 22 <- 11 + 6 + 5",
                "parts_lines likely doubtful: 924 <- 464 + 328 + 122",
            ],
        ),
        (
            "ru",
            "Количество школ – 21, из них:\nосновных – 8\nсредних – 13\nКоличество садов – 25\nновых – 4\n",
            ["parts_lines likely follows: 21 <- 8 + 13"],
        ),
        (
            "en",
            "There are 40,610 students in the town. There are 21,045 female and 19,565 male students.",
            ["parts_beside likely follows: 40,610 <- 21,045 + 19,565"],
        ),
        (
            "en",
            "There are 40,610 students in the town. There are 21,045 female and 19,665 male students.",
            ["parts_beside likely doubtful: 40,610 <- 21,045 + 19,665"],
        ),
        ("en", "There are 40,610 students in the town. There are 11,045 female and 8,312 male students.", []),
        # Other times, other places, other things; and kinds that overlap, in lines of their own.
        ("ru", "В 2024 году было 12 345 учащихся. В 2025 году – 6100 мальчиков и 6345 девочек.", []),
        ("en", "Teachers number 12,345. In village schools 6,000 and in town 6,445 pupils study.", []),
        ("en", "The population of Riverside is 54,321. In Mapleford 30,000 women and 24,221 men live.", []),
        ("en", "There are 200 teachers, of which:\n120 have a degree;\n90 are women.\n", []),
        ("en", "There are 100 pupils, of which:\n60 girls;\n30 in clubs.\n", []),
        ("ru", "Всего школ 143, из них:\nс бассейном – 80\nсо спортзалом – 65\n", []),
        (
            "en",
            "We saw 492 (440) starts. Of these 294 (300) in spring; 179 (121) in May and 19 (19) after.",
            [
                "parts_opener certain follows: 492 <- 294 + 179 + 19",
                "parts_opener likely follows: 440 <- 300 + 121 + 19",
            ],
        ),
        (
            "kk",
            GROWTH.format("103,5"),
            ["natural_growth likely follows: 159,9 мың <- 56,4 мың + 103,5 мың"],
        ),
        (
            "kk",
            GROWTH.format("105,5"),
            [],
        ),
        (
            "en",
            BIRTHS,
            ["natural_growth likely follows: 1,650 <- 564 + 1,086"],
        ),
    ],
)
def test_lines(language, text, expected):
    assert relations(language, text) == expected


STARRED = "The city has 30 schools, of which:\nstate – 18;\n***\nprivate – 12.\n"
CONSISTS = "Сеть состоит из 45 учреждений: 14 школ, 20 садов и {} лицеев."
BRACKET = "Обучаются дети (в городе 40 школьников, из них 30 мальчиков и {} девочек)."


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # numbers in brackets that count different things, or are names, are no list
        ("ru", CIRCLES.format(914).replace("328 участников", "328 мест"), ["22 <- 11 + 6 + 5"]),
        ("ru", CIRCLES.format(914).replace("(", "(№ "), ["22 <- 11 + 6 + 5"]),
        ("en", STARRED, ["30 <- 18 + 12"]),  # a line of signs ends no list
        ("en", "The city has 35 schools, of which:\nstate – 18;\nprivate – 12;\nroads – 5 km.\n", []),
        ("en", "Income was 500 tenge, of which:\nfees – 300 tenge;\n200 people paid.\n", []),
        ("ru", CONSISTS.format(11), ["45 <- 14 + 20 + 11"]),  # the colon opens the list, not the words before
        ("ru", BRACKET.format(10), ["40 <- 30 + 10"]),  # a bracket that is still open parts nothing
        (
            "kk",
            "Қалада 40 мектеп бар. Оның: ауыл мен аудан мектептері – 25, қаладағысы – 15.",
            ["40 <- 25 + 15"],
        ),
        ("kk", "Қалада 40 мектеп бар. Оның ауыл мен аудан мектептері – 25, қаладағысы – 15.", []),  # "its"
    ],
)
def test_which_numbers_a_list_is_of(language, text, expected):
    assert [line.partition(": ")[2] for line in relations(language, text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the first of two, "of them" right before it, is more than all
        ("В городе 40 школ, из них 50 новых школ и 3 клуба.", ["certain does_not_follow"]),
        ("В городе 40 школ, из них 30 новых школ, а 50 клубов закрыты.", ["likely partial"]),
        ("В городе 40 школ, из них в 50 посёлках 30 новых школ и 3 клуба.", []),
        ("В городе собрано 40 тонн, из них 50 тонн зерна и 3 сорта.", []),
    ],
)
def test_a_first_part_that_is_more_than_its_whole(text, expected):
    assert [line.partition(": ")[0].partition(" ")[2] for line in relations("ru", text)] == expected


@pytest.mark.parametrize(
    ("whole", "opening", "expected"),
    [
        ("1 453", "Оның ішінде", ["parts_lines likely follows: 1 453 <- 800 + 410 + 243"]),
        ("1 953", "Оның ішінде", ["parts_lines likely doubtful: 1 953 <- 800 + 410 + 243"]),
        ("1 953", "Аудандар бойынша", []),  # no word says that they are its parts
    ],
)
def test_the_whole_of_a_list_may_stand_alone_in_the_line_above_the_words_that_open_it(
    whole, opening, expected
):
    text = f"Былтыр {whole} көшет отырғызылды.\n{opening}:\nАнар – 800,\nБарыс – 410,\nСелеу – 243.\n"
    assert relations("kk", text) == expected


STAFF = "{}Арман – 12{}\nБолат – 14{}\nДарын – 21{}\n{}"
ENGLISH = "{}Oakford – 12\nAshby – 14\nDene – 21\n{}"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # a line that begins with "total" closes the list above it or opens the one below
        ("en", ENGLISH.format("Staff by school:\n", "Total: 47\n"), ["follows: 47 <- 12 + 14 + 21"]),
        ("en", ENGLISH.format("Staff by school:\n", "Total: 46\n"), ["doubtful: 46 <- 12 + 14 + 21"]),
        ("en", ENGLISH.format("Total: 46\n", ""), ["doubtful: 46 <- 12 + 14 + 21"]),
        (
            "ru",
            STAFF.format("", " (26 %)", " (30 %)", " (44 %)", "Всего – 46 (100 %)\n"),
            ["doubtful: 46 <- 12 + 14 + 21"],
        ),
        ("kk", STAFF.format("Барлығы – 46\n", "", "", "", ""), ["doubtful: 46 <- 12 + 14 + 21"]),
        (
            "ru",
            STAFF.format("", " (261 лист)", " (302 листа)", " (441 лист)", "Всего – 47 (1014 листов)\n"),
            ["follows: 47 <- 12 + 14 + 21", "doubtful: 1014 <- 261 + 302 + 441"],
        ),
        # a line that goes on, two numbers above the list, a total of the lines above it, two lines
        ("en", "Total: 46\nArman – 12\nBolat – 14\nDaryn – 21,\n", []),
        ("ru", "Замечания, 5 из 9\nАрман – 12\nБолат – 14\nДарын – 21\nВсего – 46\n", []),
        ("en", "Rooms 40\nTotal: 46\nArman – 12\nBolat – 14\nDaryn – 21\n", []),
        ("en", "Halls 13\nReaders 24\nTotal area 47\n", []),
    ],
)
def test_totals_of_few_digits(language, text, expected):
    told = [line for line in relations(language, text) if not line.startswith("share")]
    assert [line.removeprefix("parts_lines likely ") for line in told] == expected


CASES = """Тіркелгені:
Алматыда — 17 532 (+72);
Абайда — 18 279 (+68);
Ақтауда — 12 561 (+49).
Елде саны {} болды.
"""
SOURCES = """Объём составляет {} тыс. руб., в том числе:
средства района 33 119,34 тыс. руб., в том числе по годам:
2015 г. – 11 085,20 тыс. руб.;
2016 г. – 22 034,14 тыс. руб.
прочие средства 53 488,61 тыс. руб., в том числе по годам:
2015 г. – 30 000,61 тыс. руб.;
2016 г. – 23 488,00 тыс. руб.
"""


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        # the total stands in the line behind its list
        ("kk", CASES.format("48 372"), ["follows: 48 372 <- 17 532 + 18 279 + 12 561"]),
        ("kk", CASES.format("48 672"), ["doubtful: 48 672 <- 17 532 + 18 279 + 12 561"]),
        ("kk", CASES.format("92 315"), []),
        # lists in a list
        ("ru", SOURCES.format("86 607,95"), ["follows: 86 607,95 тыс. <- 33 119,34 тыс. + 53 488,61 тыс."]),
        ("ru", SOURCES.format("86 507,95"), ["doubtful: 86 507,95 тыс. <- 33 119,34 тыс. + 53 488,61 тыс."]),
    ],
)
def test_totals_behind_their_lines_and_lists_in_lists(language, text, expected):
    first = [line.removeprefix("parts_lines likely ") for line in relations(language, text)][:1]
    assert first == expected


COOKS = "Staff: {}, of which:\n12 nurses, 24 teachers, 5 cooks, 3 drivers{}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COOKS.format(44, ""), ["follows: 44 <- 12 + 24 + 5 + 3"]),
        (COOKS.format(46, ""), ["doubtful: 46 <- 12 + 24 + 5 + 3"]),
        (COOKS.format(46, ","), []),
        (COOKS.replace("12 nurses", "in 2 halls 12 nurses").format(46, ""), []),
    ],
)
def test_a_list_in_the_line_below(text, expected):
    assert [line.removeprefix("parts_lines likely ") for line in relations("en", text)] == expected
