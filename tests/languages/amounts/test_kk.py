"""Kazakh quantities in words; the suffixes are checked against numbers that are spelled out in full."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.languages.amounts.kk import AMOUNTS, CaseEnding, spoken_end, suffixed
from edureport.languages.catalogue import load
from edureport.model.quantity import Bound, Quantity

amounts = AMOUNTS(load("kk").word)
unit_category, write = amounts.unit_category, amounts.write

MINUS = "\u2212"


def grouped(value):
    return f"{value:,f}".replace(",", "\u00a0").replace(".", ",")


def signed(value):
    return ("+" if value > 0 else MINUS if value < 0 else "") + grouped(abs(value))


def percent(value):
    return f"{grouped(value)}\u00a0%"


# Another way to the suffix: the number in words, then the sounds of the last one.


ONES = ["", "бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
TENS = ["", "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
POWERS = {10**9: "миллиард", 10**6: "миллион", 10**3: "мың", 1: ""}


def spelled(number):
    """A number below 10^12 in words."""
    words = []
    for power, name in POWERS.items():
        group = number // power % 1000
        hundreds, tens, ones = group // 100, group // 10 % 10, group % 10
        words += [ONES[hundreds], "жүз"] if hundreds else []
        words += [TENS[tens], ONES[ones], name] if group else []
    return " ".join(word for word in words if word) or "нөл"


def declined(word, case):
    """The suffix by vowel harmony and the assimilation of consonants."""
    back = re.findall("[аоұыәеөүі]", word)[-1] in "аоұы"  # у and и go with either
    voiceless = word[-1] in "кқпстфхцчшщбвгд"  # б, в, г, д are devoiced at the end of a loan
    if case is CaseEnding.DATIVE:
        return ("қа" if back else "ке") if voiceless else ("ға" if back else "ге")
    consonant = "т" if voiceless else "н" if word[-1] in "мнң" else "д"
    return consonant + ("ан" if back else "ен")


def agrees(number):
    last = spelled(number).split()[-1]
    digits = grouped(Decimal(number))
    assert spoken_end(Decimal(number)) == last
    assert suffixed(digits, CaseEnding.ABLATIVE) == f"{digits}-{declined(last, CaseEnding.ABLATIVE)}"
    assert suffixed(digits, CaseEnding.DATIVE) == f"{digits}-{declined(last, CaseEnding.DATIVE)}"


def test_the_other_way_spells_numbers_as_kazakh_does():
    assert spelled(43) == "қырық үш"
    assert spelled(2300) == "екі мың үш жүз"
    assert spelled(948_362) == "тоғыз жүз қырық сегіз мың үш жүз алпыс екі"
    assert spelled(2_010_000_000) == "екі миллиард он миллион"


def test_suffixes_agree_with_the_words_of_every_number_up_to_ten_thousand():
    for number in range(10_001):
        agrees(number)


@given(st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(0, 10**4), st.integers(0, 5)))
def test_suffixes_agree_with_the_words_of_round_numbers(number):
    agrees(number)


@given(st.integers(0, 10**9))
def test_suffixes_agree_with_the_words_of_large_numbers(number):
    agrees(number)


@given(st.integers(0, 10**6), st.text("0123456789", min_size=1, max_size=6))
def test_suffixes_of_decimals_agree_with_the_number_after_the_comma(whole, decimals):
    last = f"{spelled(whole)} бүтін {spelled(int(decimals))}".split()[-1]
    assert spoken_end(Decimal(f"{whole}.{decimals}")) == last
    assert suffixed(f"{whole},{decimals}", CaseEnding.ABLATIVE).endswith(
        f"-{declined(last, CaseEnding.ABLATIVE)}"
    )
    assert suffixed(f"{whole},{decimals}", CaseEnding.DATIVE).endswith(
        f"-{declined(last, CaseEnding.DATIVE)}"
    )


@pytest.mark.parametrize(
    ("number", "ablative", "dative"),
    [
        ("0", "ден", "ге"),
        ("1", "ден", "ге"),
        ("2", "ден", "ге"),
        ("3", "тен", "ке"),
        ("4", "тен", "ке"),
        ("5", "тен", "ке"),
        ("6", "дан", "ға"),
        ("7", "ден", "ге"),
        ("8", "ден", "ге"),
        ("9", "дан", "ға"),
        ("10", "нан", "ға"),
        ("20", "дан", "ға"),
        ("30", "дан", "ға"),
        ("40", "тан", "қа"),
        ("50", "ден", "ге"),
        ("60", "тан", "қа"),
        ("70", "тен", "ке"),
        ("80", "нен", "ге"),
        ("90", "нан", "ға"),
        ("100", "ден", "ге"),
        ("10\u00a0000", "нан", "ға"),
        ("120 000", "нан", "ға"),
        ("1\u202f000\u202f000", "нан", "ға"),
        ("3\u00a0000\u00a0000\u00a0000", "тан", "қа"),
        ("2\u00a0000\u00a0000\u00a0000\u00a0000", "нан", "ға"),
        ("0,5", "тен", "ке"),
        ("83,3", "тен", "ке"),
        ("64,25", "тен", "ке"),
        ("12,50", "ден", "ге"),
        ("1,10", "нан", "ға"),
        ("98,0", "ден", "ге"),
        ("0,05", "тен", "ке"),
        ("50\u00a0%", "дан", "ға"),
        ("83,3%", "дан", "ға"),
        ("+50", "ден", "ге"),
        (f"{MINUS}6", "дан", "ға"),
    ],
)
def test_the_suffix_suits_what_is_read_aloud(number, ablative, dative):
    assert suffixed(number, CaseEnding.ABLATIVE) == f"{number}-{ablative}"
    assert suffixed(number, CaseEnding.DATIVE) == f"{number}-{dative}"


@pytest.mark.parametrize(
    ("written", "dative"), [("20–40", "қа"), ("5,5–6,5", "ке"), ("−5…−3", "ке"), ("10–15\u00a0%", "ға")]
)
def test_a_range_has_the_suffix_of_its_second_number(written, dative):
    assert suffixed(written, CaseEnding.DATIVE) == f"{written}-{dative}"


def test_the_spoken_end_is_the_same_in_every_notation_of_the_number():
    assert spoken_end(Decimal("1E+3")) == "мың"
    assert spoken_end(Decimal("-0")) == "нөл"
    assert spoken_end(Decimal(-40)) == "қырық"
    assert spoken_end(Decimal(10**29)) == "октиллион"


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("301", "301"),
        ("more than 300", "300-ден астам"),
        ("more than 10000", "10\u00a0000-нан астам"),
        ("more than 120000", "120\u00a0000-нан астам"),
        ("at least 7", "кемінде 7"),
        ("less than 15", "15-тен кем"),
        ("at most 20", "20-ға дейін"),
        ("about 300", "шамамен 300"),
        ("nearly 50", "50-ге жуық"),
        ("nearly 64.25", "64,25-ке жуық"),
        ("300..350", "300–350"),
    ],
)
def test_a_quantity_in_words(notation, words):
    assert write(Quantity.parse(notation), grouped) == words


def test_signs_and_percent_are_those_of_the_number():
    assert write(Quantity.parse("more than 50"), signed) == "+50-ден астам"
    assert write(Quantity.parse("nearly 83.3"), percent) == "83,3\u00a0%-ға жуық"


def test_the_suffix_suits_the_number_as_rounded():
    def rounded(value):
        return f"{value:.0f}"

    assert write(Quantity.parse("more than 9.7"), rounded) == "10-нан астам"


def test_a_dash_never_stands_beside_a_sign():
    assert write(Quantity.parse("-5..3"), signed) == f"{MINUS}5…+3"
    assert write(Quantity.parse("0..3"), signed) == "0…+3"


def test_a_range_of_percentages_has_one_percent_sign():
    assert write(Quantity.parse("15..20"), percent) == "15–20\u00a0%"


def test_every_bound_has_words_of_its_own():
    quantities = [Quantity(Decimal(9), bound) for bound in Bound if bound is not Bound.RANGE]
    quantities.append(Quantity(Decimal(9), Bound.RANGE, Decimal(12)))
    assert len({write(quantity, grouped) for quantity in quantities}) == len(Bound)


@pytest.mark.parametrize(
    ("notation", "category"),
    [("1", "one"), ("more than 1", "one"), ("2", "other"), ("nearly 50", "other"), ("300..350", "other")],
)
def test_the_unit_goes_with_the_number(notation, category):
    assert unit_category(Quantity.parse(notation)) == category
