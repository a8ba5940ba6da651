"""Questions: near misses that the form of a list or its words explain; each beside what looks like it."""

import pytest
from said import relations


def asked(language, text):
    """What a text is asked about, and what is said to be wrong."""
    return [line for line in relations(language, text) if "doubtful" in line or "not_follow" in line]


REGIONS = (
    "За год построено {} квартир.\nПо районам:\n– Северный – 2 532;\nгорода:\n– Южный – 12 405;\n"
    "– Лесной – 9 627."
)
GRANTS = "There were {} grants, up 1%. These included:\n5,127 large grants, up 13%\n94,247 for the young{}"
LEFT = "Открыто {} мест, из них: в городе – 66 184, в сёлах – 8 479; переведено на другие {} детей."
TEA = (
    "They seized {} kg of tea worth 358 crowns. They took {} kg of black and {} kg of green tea and 52 boxes."
)
GROUPS = (
    "Ауданда {} тәжірибелі маман бар. Олардың 214-і ауылда, 472-сі қалада, 386-сы жолда. "
    "Тәжірибелі 184 маман үйде тұрады."
)
FELL = "The gallery had {} visitors in May, but this fell to {} in June, a drop of {}."
CRIMES = "Зарегистрировано {} (годом ранее – 480 151; +10 279 или 2,1 %) заявлений."


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        # A list below a line without a figure, of the only long one above it.
        ("ru", REGIONS.format("24 564"), False),
        ("ru", REGIONS.format("24 864"), True),
        ("ru", REGIONS.format("31 870"), False),  # not all districts
        ("ru", REGIONS.format("24 864 квартиры на 12 400"), False),  # which of the two?
        ("ru", REGIONS.format("2 864"), False),
        # Lines that begin with their number, and tell more behind it.
        ("en", GRANTS.format("99,374", ", up 1%"), False),
        ("en", GRANTS.format("99,574", ", up 1%"), True),
        ("en", GRANTS.format("120,115", ", up 1%"), False),
        # What stands behind a list tells something else.
        ("ru", LEFT.format("74 663", "2 845"), False),
        ("ru", LEFT.format("74 863", "2 845"), True),
        ("ru", LEFT.format("81 904", "2 845"), False),
        # The same unit in the sentence behind.
        ("en", TEA.format("93,011", "83,930", "9,081"), False),
        ("en", TEA.format("93,811", "83,930", "9,081"), True),
        ("en", TEA.format("93,811", "43,930", "9,081"), False),
        ("en", TEA.format("930", "830", "200"), False),
        # A list of parts over two sentences.
        ("kk", GROUPS.format("1 256"), False),
        ("kk", GROUPS.format("1 356"), True),
        ("kk", GROUPS.format("2 480"), False),
        # A noun behind a comma sums up what fell.
        ("en", FELL.format("6.3 million", "5.2 million", "17%"), False),
        ("en", FELL.format("6.3 million", "5.2 million", "37%"), True),
        ("en", "The gallery had 63 guides and 52 rooms, a drop of 9% in a year.", False),
        (
            "en",
            "In May 6.3 million came, then 5.2 million; tickets cost 5 crowns, a drop of 9%.",
            False,
        ),
        # A change in numbers and in percent, in the bracket of what it is of.
        ("ru", CRIMES.format("490 430"), False),
        ("ru", CRIMES.format("470 430"), True),
        ("ru", "Сдано 490 (в городе – 480; +10 км за год или 3 %) домов.", False),
        # A part that is more than its whole, but for one digit.
        ("en", "It paid 77 million dollars for 96 buildings, including 77 schools and 19 clubs.", False),
        ("en", "It paid 77 million dollars for 26 buildings, including 77 schools and 19 clubs.", True),
        ("en", "It paid 77 million dollars for 5 parks, including 77 benches and 19 lamps.", False),
        ("en", "It has 30 buildings, including 20 with a gym and 15 with a pool.", False),
        ("en", "It gave 74 million dollars, of which 50 million was a loan and 20 million a grant.", True),
        ("en", "It gave 75 million dollars, of which 50 million was a loan and 20 million a grant.", True),
        ("en", "It gave 85 million dollars, of which 50 million was a loan and 20 million a grant.", False),
        ("kk", "Ауданда 29 кітапхана бар, оның ішінде ауылдық – 17, аудандық – 2.", True),
        ("ru", "Проверены 3 школы, включая 25 классов и 18 кружков.", False),
    ],
)
def test_near_misses_are_asked_about(language, text, wrong):
    assert bool(asked(language, text)) is wrong, relations(language, text)


PAY = "На рабочего приходится 186 537 тенге. Банкиры получают {} (в 2,5 раза больше), горняки {} (в 2,1 раза)"


@pytest.mark.parametrize(
    ("bankers", "miners", "wrong"), [("458 тыс.", "387 тыс.", False), ("758 тыс.", "387 тыс.", True)]
)
def test_multiples_of_one_number_are_asked_about(bankers, miners, wrong):
    more = ", врачи 315 тыс. (в 1,7 раза), связисты 274 тыс. (в 1,5 раза)."
    assert bool(asked("ru", PAY.format(bankers, miners) + more)) is wrong


STARTS = "There were {} starts, of which 314 in town and {} in villages{}."
RATE = "The rate is $0.408936, of which:\n$0.203928 for debt;\n${} for upkeep."
SPENT = (
    "Income is {} crowns, of which:\ntaxes – 3,744,722 crowns;\nfees – 655,217 crowns;\nspending – {} crowns."
)
GROUPS_OF = (
    "В городе – {} человек, в том числе:\nпервая группа – 1 208;\nвторая группа – 4 306.\n"
    "Численность детей – 702."
)
TREES = "There are {} trees in the park. {} 2,104 trees in spring and {} trees in autumn."
FLIGHTS = "Passengers: {}, up 2% on 2023\nDomestic: {}, up 2%\n{}: 15,087, up 1%"
WORK = "Employment grew to 41,776 people. {} 31,410 people, {} {} people."
FREIGHT = "Жүк көлемі – {} тонна. Ішкі тасымал – 31 410 тонна, халықаралық тасымал – {} тонна."
SAVINGS = "Вклады – {} тенге\n{} – 31 410 тенге\n{} – 10 466 тенге"


@pytest.mark.parametrize(
    ("language", "text", "wrong"),
    [
        # A list of nothing but its parts, of three digits: one is wrong, or it is told in part.
        ("en", STARTS.format(835, 521, ""), False),
        ("en", STARTS.format(835, 421, ""), True),
        ("en", STARTS.format(835, 561, ""), True),
        ("en", STARTS.format(835, 261, ""), False),
        ("en", STARTS.format(835, 421, ", the rest at sea"), False),
        ("en", STARTS.format(850, 426, ""), False),
        ("en", "There are 250 teachers, of whom 123 are women and 137 have a degree.", False),  # both
        ("kk", "835 сабақ өтті, оның ішінде қалада – 314, ауылда – 421.", True),
        ("kk", "835 сабақ өтті, оның ішінде қалада – 314, ауылда – 421, қалғаны теңізде.", False),
        # The nought before the point of a decimal is a digit, too.
        ("en", RATE.format("0.205008"), False),
        ("en", RATE.format("7.205008"), True),
        ("en", RATE.format("0.101007"), False),
        # A line that tells more than the whole is none of its parts; one that seemed something else may be.
        ("en", SPENT.format("4,399,939", "7,878,960"), False),
        ("en", SPENT.format("4,399,939", "4,878,960"), False),
        ("en", SPENT.format("6,399,939", "7,878,960"), True),
        ("en", SPENT.format("5,512,307", "7,878,960"), False),  # fines, perhaps
        ("ru", GROUPS_OF.format("6 216"), False),
        ("ru", GROUPS_OF.format("8 216"), True),
        ("ru", GROUPS_OF.format("9 845"), False),
        # Numbers of one unit in the next sentence; but not of another year, place or thing, nor some of them.
        ("en", TREES.format("4,061", "They planted", "1,957"), False),
        ("en", TREES.format("4,061", "They planted", "1,857"), True),
        ("en", TREES.format("4,061", "In 2024 they planted", "1,857"), False),
        ("en", TREES.format("4,061", "In Mapleford they planted", "1,857"), False),
        ("en", TREES.format("4,061", "They planted", "357"), False),
        ("en", TREES.format("4,061", "They planted", "1,930"), False),  # a few more, perhaps
        (
            "en",
            "There are 4,061 benches in the park. They planted 2,104 trees in spring and 1,857 trees.",
            False,
        ),
        ("en", "There are 406 pupils in the town. Here 215 girls and 91 boys sing.", False),
        ("en", "The fee was 10.4 million crowns. It left out 4,570,000 crowns and 6,330,000 crowns.", False),
        # Kinds that mostly leave no other, a line for each or in one sentence.
        ("en", FLIGHTS.format("137,876", "122,789", "International"), False),
        ("en", FLIGHTS.format("137,876", "152,789", "International"), True),
        ("en", FLIGHTS.format("137,876", "2,789", "International"), False),
        ("en", WORK.format("Full-time jobs number", "part-time jobs", "10,466"), True),
        ("en", WORK.format("Full-time jobs number", "part-time jobs", "10,366"), False),
        ("en", WORK.format("Full-time jobs number", "of them", "10,466"), False),
        ("en", WORK.format("In Mapleford full-time jobs number", "part-time jobs", "10,466"), False),
        ("kk", FREIGHT.format("41 876", "10 466"), False),
        ("kk", FREIGHT.format("41 776", "10 466"), True),
        ("kk", FREIGHT.format("41 776", "4 250"), False),
        ("ru", SAVINGS.format("41 876", "физических лиц", "юридических лиц"), False),
        ("ru", SAVINGS.format("41 776", "физических лиц", "юридических лиц"), True),
        ("ru", SAVINGS.format("53 120", "физических лиц", "юридических лиц"), False),
    ],
)
def test_lists_in_which_one_digit_is_wrong(language, text, wrong):
    assert bool(asked(language, text)) is wrong
