"""Shares beside the counts that they are shares of."""

import pytest
from said import relations

from edureport.prose import read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ru",
            "3700 участников, из них 1968 (53,2 %) из сёл.",
            [
                "parts_opener certain partial: 3700 <- 1968",
                "share_equal certain follows: 3700 <- 1968 + 53,2 %",
            ],
        ),
        (
            "ru",
            "3700 участников, из них 1968 (63,2 %) из сёл.",
            [
                "parts_opener certain partial: 3700 <- 1968",
                "share_equal certain does_not_follow: 3700 <- 1968 + 63,2 %",
            ],
        ),
        (  # may be one in whole percent
            "ru",
            "В районе 69 бригад, из них 6 врачебных (9,0 %).",
            ["parts_opener certain partial: 69 <- 6", "share_equal likely doubtful: 69 <- 6 + 9,0 %"],
        ),
        (
            "ru",
            "В районе 69 бригад, из них 6 врачебных (19,0 %).",
            [
                "parts_opener certain partial: 69 <- 6",
                "share_equal certain does_not_follow: 69 <- 6 + 19,0 %",
            ],
        ),
        ("ru", "в 57 из 60 сёл (95 %)", ["share_equal certain follows: 60 <- 57 + 95 %"]),
        (
            "ru",
            "В городе живёт 44 267 человек. В сёлах – 22 787 человек, то есть 57,5 % всех жителей края.",
            [],
        ),
        (
            "ru",
            "В районе живёт 44 267 человек. В сёлах – 22 787 человек, то есть 57,5 % всего населения района.",
            ["share_named likely doubtful: 44 267 <- 22 787 + 57,5 %"],
        ),
        (
            "ru",
            "В районе 120 учителей, из них 30 (35 % от общего числа учителей) с категорией.",
            [
                "parts_opener certain partial: 120 <- 30",
                "share_equal certain does_not_follow: 120 <- 30 + 35 %",
            ],
        ),
        (
            "kk",
            "113 түлектен 89 (68,8 %) түлек қатысты.",
            ["share_equal certain does_not_follow: 113 <- 89 + 68,8 %"],
        ),
        (
            "kk",
            "Биыл 4533 өтініш (2013 жылы 10 айда – 4362, 2012 – 3343) түсті, оның ішінде 3762-і (73%) хат.",
            [
                "parts_opener certain partial: 4533 <- 3762-і",
                "share_equal certain does_not_follow: 4533 <- 3762-і + 73%",
            ],
        ),
        (
            "en",
            "a third of the 5,700 saplings, 1,900,",
            ["share_words likely follows: 5,700 <- 1,900 + a third of"],
        ),
        (
            "ru",
            "6 400 саженцев, четверть из них – 1 600",
            [
                "parts_opener certain partial: 6 400 <- 1 600",
                "share_words likely follows: 6 400 <- 1 600 + четверть",
            ],
        ),
        ("ru", "31,6 % городских, 68,4 % сельских", ["shares_kinds certain follows: - <- 31,6 % + 68,4 %"]),
        (
            "ru",
            "31,6 % городских, 64,4 % сельских",
            ["shares_kinds likely does_not_follow: - <- 31,6 % + 64,4 %"],
        ),
        ("ru", "31 % школ, 50 % садов и 19 % прочих", []),
        (
            "kk",
            "3700 қатысушының 1968-і (53,2 %) ауылдан",
            [
                "parts_suffix certain partial: 3700 <- 1968-і",
                "share_equal certain follows: 3700 <- 1968-і + 53,2 %",
            ],
        ),
        (
            "kk",
            "21 097 өтініш, бұл 27 546 орындық жоспардың 76 пайызы",
            ["share_owned certain follows: 27 546 <- 21 097 + 76 пайызы"],
        ),
        (
            "en",
            "of the 418 pupils, 209, or 50%, swim",
            ["parts_taken_out certain partial: 418 <- 209", "share_equal certain follows: 418 <- 209 + 50%"],
        ),
        ("en", "209, or 50%, of 418 pupils swim", ["share_equal likely follows: 418 <- 209 + 50%"]),
        ("en", "12 of the 15 schools have a gym; 9 of them (75%) have a pool.", []),
        # The whole is named behind its share.
        (
            "en",
            "The town will get 430 million crowns, or 11.5% of the cost of 3,740 million crowns.",
            ["share_equal certain follows: 3,740 million <- 430 million + 11.5%"],
        ),
        (
            "en",
            "The town paid 130 million crowns, or 11.5% of the college's 3,740 million crowns.",
            ["share_equal certain does_not_follow: 3,740 million <- 130 million + 11.5%"],
        ),
        (
            "en",
            "It has 1,800 crowns for roads, about 30% of the 6,000 crowns in the budget.",
            ["share_equal likely follows: 6,000 <- 1,800 + 30%"],
        ),
        (
            "en",
            "About 46% of the 120,000 pupils, 58,200, walk.",
            ["share_equal likely doubtful: 120,000 <- 58,200 + 46%"],
        ),
        ("en", "Then 46% of the 120,000 pupils, 97,300, walk.", []),
        ("en", "There were 1,225 cooks, or 12.4% of the staff of 13 schools.", []),
        (
            "ru",
            "Город получит 430 млн тенге, или 11,5 % от общей суммы 3 740 млн тенге.",
            ["share_equal certain follows: 3 740 млн <- 430 млн + 11,5 %"],
        ),
        ("ru", "Город получит 430 млн тенге, или 11,5 % от суммы на два года, с 3 140 млн тенге.", []),
        ("en", "There were 1,225 cooks, or 12.4% of all cooks, against 9,800 cooks in May.", []),
        ("en", "The party won 27.7% of the vote with 30 of 101 seats.", []),
        # A list that no word closes, of shares with decimals.
        (
            "en",
            "Of the land, 91.2% is fields, 7.5% woods and 1.3% water.",
            ["shares_kinds likely follows: - <- 91.2% + 7.5% + 1.3%"],
        ),
        (
            "en",
            "Of the land, 91.2% is fields, 7.5% woods and 1.9% water.",
            ["shares_kinds likely doubtful: - <- 91.2% + 7.5% + 1.9%"],
        ),
        (
            "kk",
            "Жердің 91,2 %-ы егістік, 7,5 %-ы орман, 1,9 %-ы су.",
            ["shares_kinds likely doubtful: - <- 91,2 %-ы + 7,5 %-ы + 1,9 %-ы"],
        ),
        (
            "ru",
            "Из земель 91,24 % – поля, 7,43 % – леса, 1,13 % – вода.",
            ["shares_kinds likely doubtful: - <- 91,24 % + 7,43 % + 1,13 %"],
        ),
        ("en", "Of the land, 91.2% is fields, 6.5% woods and 1.3% water.", []),  # there may be roads
        ("en", "Of the land, 91% is fields, 9% woods and 1% water.", []),
        ("en", "They lent at 91.2%, 7.5% and 1.9%.", []),
        # Rates of each kind.
        ("ru", "Доля отличников среди девочек – 12 %, среди мальчиков – 6 %.", []),
        ("ru", "Газифицировано 98 % городских и 40 % сельских домов.", []),
        ("ru", "Доля городских семей с детьми – 40 %, сельских – 55 %.", []),
        (
            "ru",
            "Доля городского населения – 40 %, сельского – 55 %.",
            ["shares_kinds likely does_not_follow: - <- 40 % + 55 %"],
        ),
    ],
)
def test_shares(language, text, expected):
    assert relations(language, text) == expected


OF_ALL = (
    "5,960 doctors train. Most do here (2,729, or 45.8%). In the south {} (30.2%), in the west {} (6.2%)."
)


@pytest.mark.parametrize(
    ("south", "west", "doubtful"),
    [("1,799", "372", []), ("1,299", "372", ["1,299"]), ("1,299", "412", [])],
)
def test_shares_of_a_whole_that_stands_before_them(south, west, doubtful):
    told = relations("en", OF_ALL.format(south, west))
    assert [
        line.split(" <- ")[1].split(" + ")[0] for line in told if "common likely doubtful" in line
    ] == doubtful


@pytest.mark.parametrize(
    ("whole", "doubtful"),
    [("5,960", 0), ("3,960", 1), ("3,970", 0), ("36,491", 0), ("5,960 teachers and 412", 0)],
)
def test_a_whole_whose_shares_all_agree_but_for_one_digit_of_it(whole, doubtful):
    told = relations("en", OF_ALL.format("1,799", "372").replace("5,960", whole))
    assert sum("common likely doubtful" in line for line in told) == doubtful


def test_an_age_between_a_part_and_its_share():
    text = (
        "705 мың адамның:\n421,5 мыңы жұмыста ({}%);\n181,9 мыңы зейнеткер (25,8%);\n"
        "101,6 мыңы 18 жасқа дейінгі бала (14,4%)."
    )
    assert not any("doubtful" in line for line in relations("kk", text.format("59,8")))
    assert any("doubtful" in line for line in relations("kk", text.format("57,8")))


@pytest.mark.parametrize(("count", "asked"), [("5 767", []), ("5 167", ["69,2%"]), ("5 164", ["69,2%"])])
def test_shares_with_their_counts_in_brackets_are_of_one_number_before_them(count, asked):
    text = (
        f"Ауданда 8 339 клуб бар. Олардың 69,2% белсенді ({count} клуб), 19,6% жабық (1 637), "
        "11,2% жаңа (935)."
    )
    doubtful = [one for one in relations("kk", text) if "share_common likely doubtful" in one]
    assert [one.split(" + ")[1] for one in doubtful] == asked


@pytest.mark.parametrize(("part", "asked"), [("3 104", True), ("3 144", False)])
def test_a_part_that_is_more_than_its_whole_is_asked_about_where_one_digit_made_it_so(part, asked):
    found = relations("ru", f"Из 1 840 выпускников {part}, или 60 %, поступили в вузы.")
    assert any("share_equal likely doubtful" in one for one in found) is asked


def test_a_share_in_a_bracket_within_the_bracket_of_its_part_is_of_the_number_before():
    found = relations("ru", "В клубе 24 педагога (высшее образование – у 6 педагогов (40 %)).")
    assert found == ["share_equal certain does_not_follow: 24 <- 6 + 40 %"]


@pytest.mark.parametrize(
    ("language", "text", "asked"),
    [
        ("en", "They won 45 medals. Of these 18 – {} – were gold.", "70%"),
        ("ru", "Завоёвано 45 медалей. Из них 18 – {}, золотые.", "70 %"),
        ("en", "About {} of the 2,150 exhibits – 1,677 – have been drawn.", "48%"),
        ("en", "Homes were built for $16.8m – just {} of the whole estate's latest value of $747m.", "5%"),
        ("en", "Actual costs of $18.9m represent {} of the $20.5m approved.", "62.2%"),
        ("kk", "Биыл 1 291 адамға жоспар жасалды, олардың 653-і (болмаса {}) жұмыс тапты.", "57 %"),
    ],
)
def test_a_share_behind_a_dash_or_a_word_for_making_up(language, text, asked):
    right = {"70%": "40%", "70 %": "40 %", "48%": "78%", "5%": "2%", "62.2%": "92.2%", "57 %": "51 %"}[asked]
    for share, told in ((right, False), (asked, True)):
        found = [line for line in relations(language, text.format(share)) if line.startswith("share")]
        assert [" follows" not in line for line in found] == [told]


def test_a_share_whose_clause_goes_on_is_none_of_the_part_before_a_comma():
    assert len(relations("ru", "Ходят 824 ребёнка, в том числе 151 девочка, 13 % составляют пение.")) == 1


FUNDS = """The plan spends 466.2 million dollars. Pay takes 275.4 million dollars, followed by roads
({} percent, $111.8 million), books (14.0 percent, $65.1 million) and trees (3.0 percent, $13.8 million)."""


def test_a_share_and_its_count_that_fill_a_bracket():
    """The count before the bracket is of something else."""
    right, wrong = (read(FUNDS.format(share), "en") for share in ("24.0", "29.0"))
    shares = [
        [right.figures[at].words for at in one.members] for one in right.relations if one.kind == "share"
    ]
    assert ["466.2 million", "111.8 million", "24.0 percent"] in shares
    assert all(one.holds for one in right.relations if one.kind == "share")
    asked = [one for one in wrong.relations if one.verdict == "doubtful"]
    assert [[wrong.figures[at].words for at in one.members] for one in asked] == [
        ["466.2 million", "111.8 million", "29.0 percent"]
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In the exam hall sat {} pupils; 142 pupils (51%) won grants."),
        ("ru", "Экзамен сдали {} учеников, 142 ученика (51 %) получили грант."),
        (
            "kk",
            "Мектеп бітірген 348 түлектің {}-і емтихан тапсырып, 142 түлек грант иегері болды (51 пайызы).",
        ),
    ],
)
def test_a_count_before_a_part_is_its_whole_if_one_digit_makes_it_so(language, text):
    assert "share_equal likely doubtful" in [
        one.split(":")[0] for one in relations(language, text.format("180"))
    ]
    assert "share_equal likely follows" in [
        one.split(":")[0] for one in relations(language, text.format("280"))
    ]


def test_a_percentage_before_the_noun_of_a_change_is_no_share():
    text = "The budget has 287.9 million in revenues, a 13.2 million (4.8 percent) increase on last year."
    assert not any("doubtful" in line for line in relations("en", text))
