"""Reading: a sentence of our own for each construct; whatever is written is read back."""

import unicodedata
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from edureport.languages.amounts import writer
from edureport.languages.catalogue import load
from edureport.model.quantity import Bound, Quantity
from edureport.prose import language_of, quantity_of, read, says_all
from edureport.prose.figures.figure import FigureKind

LANGUAGES = ["kk", "ru", "en"]
BOUNDS = [bound for bound in Bound if bound is not Bound.RANGE]


def number(language):
    return lambda value: format_decimal(value, locale=language, decimal_quantization=False)


def only(text, language):
    (figure,) = read(text, language).figures
    return figure


@pytest.mark.parametrize(
    ("language", "text", "words", "value"),
    [
        ("kk", "27 546 ағаш", "27 546", "27546"),
        ("kk", "27\u00a0546 ағаш", "27\u00a0546", "27546"),
        ("kk", "27\u202f546 ағаш", "27\u202f546", "27546"),
        ("kk", "27\u2009546 ағаш", "27\u2009546", "27546"),
        ("kk", "3,5 мың сиыр", "3,5 мың", "3500"),
        ("kk", "41 мың 207 сиыр", "41 мың 207", "41207"),
        ("kk", "9млн теңге", "9млн", "9000000"),
        ("kk", "он сегіз көпір", "он сегіз", "18"),
        ("kk", "үш жүз елу төрт көпір", "үш жүз елу төрт", "354"),
        ("kk", "екі мың бес жүз көпір", "екі мың бес жүз", "2500"),
        ("kk", "көпірдің алтауы", "алтауы", "6"),
        ("kk", "көпірдің 8-i жаңа", "8-i", "8"),
        ("kk", "көпірдің екі жүз тоқсаны жаңа", "екі жүз тоқсаны", "290"),
        ("ru", "2,375 тысячи коров", "2,375 тысячи", "2375"),
        ("ru", "3 млн 40 тысяч литров", "3 млн 40 тысяч", "3040000"),
        ("ru", "триста сорок две коровы", "триста сорок две", "342"),
        ("ru", "полтора миллиона литров", "полтора миллиона", "1500000"),
        ("ru", "три с половиной тысячи коров", "три с половиной тысячи", "3500"),
        ("ru", "о двухстах пятидесяти коровах", "двухстах пятидесяти", "250"),
        ("en", "233,006 cows", "233,006", "233006"),
        ("en", "two hundred and five cows", "two hundred and five", "205"),
        ("en", "thirty-one cows", "thirty-one", "31"),
        ("en", "1.5 billion litres", "1.5 billion", "1500000000"),
    ],
)
def test_values(language, text, words, value):
    figure = only(text, language)
    assert (figure.words, figure.stated, figure.kind) == (words, Decimal(value), FigureKind.FIGURE)


@pytest.mark.parametrize(
    "quarter", ["үшінші тоқсан", "ІІІ тоқсан", "3-ші тоқсан", "3-тоқсан", "өткен тоқсан"]
)
@pytest.mark.parametrize("ending", ["", "ға", "нан", "ның", "ды", "дағы", "ында", "ындағы", "ымен", "дық"])
def test_a_quarter_is_not_ninety(quarter, ending):
    figures = read(f"{quarter}{ending} жүзден астам көпір салынды", "kk").figures
    stating = [(figure.words, figure.bound) for figure in figures if figure.states]
    assert stating == [("жүзден", Bound.MORE_THAN.value)]


@pytest.mark.parametrize(
    ("language", "text", "bound"),
    [
        ("kk", "60-тан аса көпір", "more_than"),
        ("kk", "60 көпірден астам", "more_than"),
        ("kk", "60-тан кем көпір", "less_than"),
        ("kk", "60-тан кем емес көпір", "at_least"),
        ("kk", "ең көбі 60 көпір", "at_most"),
        ("kk", "60-қа дейін көпір", "at_most"),
        ("kk", "60 шақты көпір", "about"),
        ("kk", "60-қа таяу көпір", "nearly"),
        ("ru", "свыше 60 мостов", "more_than"),
        ("ru", "60 с лишним мостов", "more_than"),
        ("ru", "не менее 60 мостов", "at_least"),
        ("ru", "не более 60 мостов", "at_most"),
        ("ru", "порядка 60 мостов", "about"),
        ("ru", "без малого 60 мостов", "nearly"),
        ("en", "in excess of 60 bridges", "more_than"),
        ("en", "60 or more bridges", "at_least"),
        ("en", "no more than 60 bridges", "at_most"),
        ("en", "roughly 60 bridges", "about"),
        ("en", "almost 60 bridges", "nearly"),
    ],
)
def test_bounds(language, text, bound):
    figure = only(text, language)
    assert (figure.stated, figure.bound) == (Decimal(60), bound)


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("kk", "31-көпір", FigureKind.ORDINAL),
        ("kk", "31-мектеп", FigureKind.IDENTIFIER),
        ("kk", "31 мектеп", FigureKind.FIGURE),
        ("kk", "№ 31 қоймада", FigureKind.IDENTIFIER),
        ("kk", "14-баптың", FigureKind.IDENTIFIER),
        ("kk", "7 сыныпқа", FigureKind.ORDINAL),
        ("kk", "7 сынып ашылды", FigureKind.FIGURE),
        ("kk", "3 наурызда", FigureKind.DATE),
        ("kk", "5 ай ішінде", FigureKind.DATE),
        ("kk", "16 жасқа дейінгі", FigureKind.ATTRIBUTE),
        ("kk", "80 орындық балабақша", FigureKind.ATTRIBUTE),
        ("ru", "больница на 80 коек", FigureKind.ATTRIBUTE),
        ("ru", "тел. 87010000000", FigureKind.IDENTIFIER),
        ("ru", "в 7 классе", FigureKind.ORDINAL),
        ("ru", "7-я больница", FigureKind.ORDINAL),
        ("ru", "14:30", FigureKind.DATE),
        ("ru", "14.03.2024", FigureKind.DATE),
        ("en", "an 80-bed hospital", FigureKind.ATTRIBUTE),
        ("en", "the 7th bridge", FigureKind.ORDINAL),
        ("en", "since 2016.", FigureKind.DATE),
        ("en", "COVID-19", FigureKind.IDENTIFIER),
    ],
)
def test_what_is_no_figure_is_left_alone(language, text, kind):
    assert only(text, language).kind is kind


@pytest.mark.parametrize(
    ("language", "text", "mode", "direction", "value"),
    [
        ("ru", "Надои выросли на 300 тонн.", "by", "up", 300),
        ("ru", "Число ферм сократилось в 2 раза.", "times", "down", 2),
        ("ru", "Число ферм дошло до 45, рост на глазах.", "to", "up", 45),
        ("kk", "Шығын 9 пайызға төмендеді.", "by", "down", 9),
        ("kk", "Өнім 3 есе өсті.", "times", "up", 3),
        ("kk", "Қой саны 900-ге жетті.", "to", "up", 900),
        ("kk", "Қой саны 900-ге артты.", "by_or_to", "up", 900),
        ("en", "Output rose by 300 tonnes.", "by", "up", 300),
        ("en", "Output fell to 300 tonnes.", "to", "down", 300),
    ],
)
def test_changes(language, text, mode, direction, value):
    figure = only(text, language)
    assert (figure.mode, figure.direction, figure.stated) == (mode, direction, value)


@pytest.mark.parametrize("text", ["845,7,1 млн тонна", "1704- ауылда"])
def test_malformed_numbers_are_not_guessed(text):
    figure = only(text, "kk")
    assert figure.stated is None
    assert figure.kind is FigureKind.FIGURE


def test_up_to_a_date_is_no_bound():
    figures = read("2027 жылдың соңына дейін 14 көпір салу жоспарланып отыр.", "kk").figures
    assert [(f.kind, f.bound) for f in figures] == [(FigureKind.DATE, "exact"), (FigureKind.TARGET, "exact")]


@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(BOUNDS),
    st.decimals(min_value=0, max_value=10**9, places=2)
    .map(lambda d: d.normalize())
    .map(lambda d: Decimal(f"{d:f}")),
)
def test_what_is_written_is_read_back(language, bound, value):
    amount = Quantity(value, bound)
    assert (
        quantity_of(writer(language, load(language).word).write(amount, number(language)), language) == amount
    )


@given(st.sampled_from(LANGUAGES), st.integers(0, 10**7), st.integers(1, 10**7))
def test_ranges_are_read_back(language, low, more):
    amount = Quantity(Decimal(low), Bound.RANGE, Decimal(low + more))
    if 1900 <= low <= 2100 and low + more <= 2100:
        return  # years
    assert (
        quantity_of(writer(language, load(language).word).write(amount, number(language)), language) == amount
    )


TEXTS = (
    "5 12 300 2024 1 060 -ден астам, мың млн. тыс. , . ; – - ( ) % пайыз школ мектеп из них жыл № более не "
    "not less than of which үш жүз сто hundred and барлығы 7,5 1,200 І II ё й"
)
PIECES = st.sampled_from([*TEXTS.split(), "\u00a0", "\n", "\n\n", "\u0306"])


@given(st.sampled_from(LANGUAGES), st.lists(st.tuples(PIECES, st.sampled_from(["", " "])), max_size=30))
def test_offsets_always_slice_to_the_words(language, pieces):
    text = "".join(a + b for a, b in pieces)
    last = 0
    for figure in read(text, language).figures:
        assert text[figure.start : figure.end] == figure.words
        assert figure.start < figure.end
        assert figure.start >= last
        last = figure.end


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "Район построил двадцать шесть домов ещё на 4,5 млн тенге, из них 12 – в мае, не менее трёх.",
        ),
        ("kk", "Айына 26 мың адам келді, 14 қайың отырғызылды, 3-і қурады."),
    ],
)
def test_composed_and_decomposed_texts_give_the_same_figures(language, text):
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text

    def seen(version):
        return [
            (f.kind, f.stated, f.bound, f.unit, unicodedata.normalize("NFC", f.words))
            for f in read(version, language).figures
        ]

    assert seen(decomposed) == seen(unicodedata.normalize("NFC", text))


def test_latin_lookalikes():
    plain = read("Число ферм выросло с 12 до 15 тысяч", "ru").figures
    mixed = read("Числo фeрм вырoслo c 12 дo 15 тысяч".replace("ы", "ы"), "ru").figures
    assert [(f.stated, f.mode) for f in plain] == [(f.stated, f.mode) for f in mixed]


def test_phrases():
    assert quantity_of("60-тан астам көпір", "kk", counted=True) == Quantity(
        Decimal(60), Bound.MORE_THAN, None, True
    )
    assert quantity_of("барлық көпірлерде", "kk") is None
    assert says_all("барлық көпірлерде", "kk")
    assert not says_all("60 көпірде", "kk")
    assert quantity_of("5 көпір мен 7 жол", "kk") is None
    assert quantity_of("жүздеген көпір", "kk") is None
    assert quantity_of("9 сынып", "kk") == Quantity(Decimal(9))


def test_sentences():
    text = "Бюджет 3 млрд. тенге. 15 мостов в г. Энске открыл А. Иванов. 2-й готов"
    assert [text[a:b] for a, b in read(text, "ru").sentences] == [
        "Бюджет 3 млрд. тенге.",
        "15 мостов в г. Энске открыл А. Иванов.",
        "2-й готов",
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("60-тан астам көпір салынды", "kk"),
        ("Построено более 60 мостов", "ru"),
        ("More than 60 bridges", "en"),
        ("More than 60 bridges were built with الجسر", "en"),
        ("ەلىمىزدە كوپىر سانى 60-تان استى دەپ حابارلادى", None),
        ("Byltyr jyl sońynda 60 kópir jáne 5 jol boldy", None),
    ],
)
def test_language(text, language):
    assert language_of(text) == language


@pytest.mark.parametrize("gap", ["\n\n", "\u2029", " \n \n "])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "30 ¶ percent"), ("en", "1 ¶ pp"), ("en", "half ¶ a million"), ("en", "3 to ¶ 5"),
        ("en", "3 ¶ times"), ("en", "it was - ¶ 5 degrees"), ("ru", "30 ¶ процентов"), ("ru", "в 3 ¶ раза"),
        ("ru", "от 5 ¶ до 6 лет"), ("ru", "с 5 ¶ по 6 мая"), ("kk", "30 ¶ пайыз"), ("kk", "5 ¶ мың"),
    ],
)  # fmt: skip
def test_no_figure_goes_on_in_the_next_paragraph(language, text, gap):
    first = text.index("¶")
    for figure in read(text.replace(" ¶ ", gap), language).figures:
        assert figure.end < first or figure.start >= first
