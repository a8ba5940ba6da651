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
