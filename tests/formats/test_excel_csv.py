"""CSV for Excel: whatever a text is, Excel shows that text, and neither a number, a date nor a formula.

`taken` says what Excel makes of a field that is typed or opened, in English, Russian and Kazakh settings:
https://support.microsoft.com, "Enter data manually in worksheet cells" and "Stop automatically changing
numbers to dates". It knows nothing of how the program guards.
"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from edureport.formats.excel_csv import LONGEST, guarded

MONTHS = {
    "en": "january february march april may june july august september october november december",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря "
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
}
TRUTH = {"en": "TRUE FALSE", "ru": "ИСТИНА ЛОЖЬ", "kk": "АҚИҚАТ ЖАЛҒАН"}
ERRORS = "#N/A #VALUE! #REF! #DIV/0! #NUM! #NAME? #NULL! #Н/Д #ЗНАЧ! #ССЫЛКА! #ДЕЛ/0! #ЧИСЛО! #ИМЯ? #ПУСТО!"
SPACES = " \u00a0\u202f"
MONEY = r"(?:[$€£¥₽₸]|р\.)?"
SIGN = r"[-+]?"
LANGUAGES = tuple(MONTHS)


def _number(language):
    point, group = (r"\.", ",") if language == "en" else (",", f"[{SPACES}]")
    whole = rf"(?:\d+|\d{{1,3}}(?:{group}\d{{3}})+)"
    plain = rf"(?:{whole}(?:{point}\d*)?|{point}\d+)(?:E[-+]?\d+)?"
    signed = rf"{SIGN}[ ]?{MONEY}[ ]?{SIGN}{plain}[ ]?%?[ ]?{MONEY}"
    return rf"{signed}|\({MONEY}{plain}{MONEY}\)|%{plain}|{plain}-"


def _month(language):
    words = f"{MONTHS['en']} {MONTHS[language]}".split()
    return (
        "(?:"
        + "|".join(sorted({word[:size] for word in words for size in range(3, len(word) + 1)}))
        + r")\.?"
    )


def _date(language):
    part = r"[-/]" if language == "en" else r"[-/.]"
    numbers = rf"\d{{1,4}}{part}\d{{1,4}}(?:{part}\d{{1,4}})?"
    gap, month = r"[-/ ,.]{0,2}", _month(language)
    year = r"\d{2,4}(?: ?[гж]\.)?"
    words = (
        rf"\d{{1,2}}{gap}{month}(?:{gap}{year})?|{month}{gap}\d{{1,4}}(?:{gap}{year})?|\d{{4}}{gap}{month}"
    )
    return f"{numbers}|{words}"


TIME = r"\d{1,4}:\d{0,2}(?::\d{0,2}(?:[.,]\d+)?)?(?: ?[ap]m?)?|\d{1,2} [ap]m?"
FRACTION = rf"{SIGN}(?:\d+ )?\d+/\d+"
TAKEN = {
    language: re.compile(
        rf"(?:{_number(language)}|{FRACTION}|{TIME}|(?:{_date(language)})(?: (?:{TIME}))?)", re.IGNORECASE
    )
    for language in LANGUAGES
}


def taken(text, language):
    """What Excel takes a text for; None where it stays the text that it is."""
    words = text.strip(SPACES)
    if words.upper() in f"{TRUTH['en']} {TRUTH[language]}".split():
        return "truth value"
    if words.upper() in ERRORS.split():
        return "error"
    if TAKEN[language].fullmatch(words):
        return "number or date"
    return "formula" if words.startswith(("=", "+", "-", "@")) else None


def shown(field, language):
    """What Excel shows of a field; an error where that is not a text of the field."""
    formula = re.fullmatch(r'="((?:[^"]|"")*)"', field)
    if formula:
        assert len(formula[1]) <= LONGEST
        return formula[1].replace('""', '"')
    assert taken(field, language) is None
    return field


def numbers(language):
    point, group = (".", ",") if language == "en" else (",", "\u00a0")
    digits = st.text("0123456789", min_size=1, max_size=20)
    grouped = st.integers(1000, 10**12).map(lambda number: f"{number:,}".replace(",", group))
    whole = st.one_of(digits, grouped)
    decimals = st.one_of(st.just(""), digits.map(lambda text: point + text))
    exponent = st.sampled_from(["", "E5", "e-3", "E+10"])
    return st.tuples(
        st.sampled_from(["", "-", "+", "$", "₸", "-$", " "]),
        whole,
        decimals,
        exponent,
        st.sampled_from(["", "%", " %", " ₸", "₽", " р.", "-", " "]),
    ).map("".join)


def dates(language):
    day, year = st.integers(1, 31).map(str), st.integers(0, 2100).map(str)
    numeric = st.one_of(st.integers(1, 12).map(str), st.integers(1, 12).map("{:02}".format))
    named = st.tuples(st.sampled_from(MONTHS[language].split()), st.integers(3, 12)).map(
        lambda one: one[0][: one[1]]
    )
    part = st.sampled_from(["-", "/", ".", " "])
    after = st.sampled_from(["", " г.", " 10:30", " ж."])
    return st.one_of(
        st.tuples(day, part, numeric).map("".join),
        st.tuples(day, part, numeric, part, year).map("".join),
        st.tuples(year, part, numeric, part, day).map("".join),
        st.tuples(day, part, named, part, year, after).map("".join),
        st.tuples(named, part, year).map("".join),
        st.tuples(day, part, named).map("".join),
    )


TIMES = st.tuples(
    st.integers(0, 30).map(str),
    st.just(":"),
    st.integers(0, 59).map("{:02}".format),
    st.sampled_from(["", ":07", " PM", " a"]),
).map("".join)
FRACTIONS = st.tuples(st.sampled_from(["", "0 ", "12 "]), st.integers(0, 99), st.integers(1, 99)).map(
    lambda one: f"{one[0]}{one[1]}/{one[2]}"
)
SIGNS = st.text("0159 \u00a0-+/.,:E%()=@'\"#янвмаrpmqaAP$₸№\t", max_size=12)
ANY = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_excel_shows_every_text_as_it_is(language):
    @given(st.one_of(numbers(language), dates(language), TIMES, FRACTIONS, SIGNS, ANY))
    @example("1-4")
    @example("007")
    @example("1E5")
    @example("4.1.1")
    @example("3/4")
    @example("2025-09")
    @example("1,520")
    @example("12345678901234567890")
    @example("1" * 300)
    @example("=1+1")
    @example(" =1+1")
    @example("-")
    @example("TRUE")
    @example("ложь")
    @example("#DIV/0!")
    @example("5 мая 2025 г.")
    @example('="1-4"')
    @example("5 a")
    def check(text):
        assert shown(guarded(text), language) in (text, f"'{text}")

    check()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_sign_and_sum_is_known(language):
    point = "." if language == "en" else ","
    months = [f"5 {word} 2025" for word in MONTHS[language].split()]
    short = [f"{word[:3]}-25" for word in MONTHS[language].split()]
    sums = [f"{sign}5" for sign in "$€£¥₽₸-+"] + [f"5 {sign}" for sign in "$€£¥₽₸%"]
    others = [
        f"5{point}25",
        f"{point}5",
        "(5)",
        "5-",
        "1/2",
        "5:30",
        "5 p",
        *TRUTH[language].split(),
        *ERRORS.split(),
    ]
    for text in (*months, *short, *sums, *others):
        assert taken(text, language), text
        assert guarded(text) == f'="{text}"'


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_made_up_numbers_and_dates_are_such_that_excel_takes_them(language):
    """Else the test above would hold nothing."""
    for text in ("1-4", "007", "1E5", "3/4", "2025-09", "12:30", "5 Mar", "50%", "+7", "TRUE", "#N/A", "=1"):
        assert taken(text, language)
    assert taken("1,520" if language == "en" else "1\u00a0520", language) == "number or date"
    assert taken(f"5 {MONTHS[language].split()[4]} 2025", language) == "number or date"
    for text in ("Schools", "300-ден астам", "1-сынып", "№ 5", ""):
        assert taken(text, language) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Schools",
        "Мектептер",
        "300-ден астам",
        "1-сынып",
        "9 классов",
        "Школа № 5",
        "May",
        "map_2025",
        "schools",
        "more_than",
        "A4",
        "Grades 1-4",
        "2025-01-01/P9M",
        "§ 5",
        "1_000",
    ],
)
def test_what_excel_leaves_alone_is_left_alone(text):
    assert guarded(text) == text


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("1-4", '="1-4"'),
        (" 007 ", '=" 007 "'),
        ("+7 701 000-00-00", '="+7 701 000-00-00"'),
        ("=1+1", "'=1+1"),
        ("\t1+a", "'\t1+a"),
        ("＝1+a", "'＝1+a"),
        ("1" * 255, f'="{"1" * 255}"'),
        ("1" * 256, "'" + "1" * 256),
        ("5\n", "'5\n"),
    ],
)
def test_how_a_text_is_guarded(text, field):
    assert guarded(text) == field
