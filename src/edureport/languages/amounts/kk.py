"""Kazakh: «300-ден астам», «50-ге жуық», with the case suffix that the number as read aloud calls for."""

import re
from decimal import Decimal
from enum import StrEnum

from edureport.languages.amounts import Plain


class CaseEnding(StrEnum):
    """The cases that words of a bound demand of the number before them, by their Kazakh names."""

    ABLATIVE = "шығыс"
    DATIVE = "барыс"


_ZERO = "нөл"
_ONES = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_TENS = ("он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан")
_HUNDRED = "жүз"
_THOUSANDS = tuple(  # the powers of a thousand
    """
    мың миллион миллиард триллион квадриллион квинтиллион секстиллион септиллион октиллион нониллион
    """.split()
)
_PERCENT = "пайыз"

# A suffix takes the vowel of the word's last syllable, back or front, and a first consonant that suits
# the last sound: voiceless after voiceless (and after the д of миллиард), in the ablative nasal after nasal.
_DECLENSION = {
    ("дан", "ға"): ("алты", "тоғыз", "жиырма", "отыз", _PERCENT),
    ("ден", "ге"): (_ZERO, "бір", "екі", "жеті", "сегіз", "елу", _HUNDRED),
    ("нан", "ға"): ("он", "тоқсан", *(word for word in _THOUSANDS if word != "миллиард")),
    ("нен", "ге"): ("сексен",),
    ("тан", "қа"): ("қырық", "алпыс", "миллиард"),
    ("тен", "ке"): ("үш", "төрт", "бес", "жетпіс"),
}
_SUFFIXES = {
    word: {CaseEnding.ABLATIVE: ablative, CaseEnding.DATIVE: dative}
    for (ablative, dative), words in _DECLENSION.items()
    for word in words
}

# The case of a number before the words of its bound; the words of the other bounds stand before it.
_BEFORE = {
    "more_than": CaseEnding.ABLATIVE,
    "less_than": CaseEnding.ABLATIVE,
    "at_most": CaseEnding.DATIVE,
    "nearly": CaseEnding.DATIVE,
}


class KazakhAmounts(Plain):
    """«300-ден астам», «300–350», «−5…+3»; a noun stays singular after any number."""

    def bounded(self, bound: str, number: str) -> str:
        case = _BEFORE.get(bound)
        if case is None:
            return super().bounded(bound, number)
        return f"{suffixed(number, case)} {self._word(f'bound.{bound}')}"


AMOUNTS = KazakhAmounts


def suffixed_in_each(written: str) -> dict[str, str]:
    """A number in digits in each of the cases: `dative` and `ablative`."""
    return {case.name.lower(): suffixed(written, case) for case in CaseEnding}


def suffixed(written: str, case: CaseEnding) -> str:
    """A number in digits, in a case: «10 000-нан», «83,3-ке», «50 %-дан».

    The suffix suits what is written, not the value behind it, which may have more decimals; it joins
    digits and signs by a hyphen, words without one (rules of Kazakh spelling): «10 мыңнан».
    """
    last = written.rpartition("\u00a0")[2]
    if last in _THOUSANDS:
        return written + _SUFFIXES[last][case]
    if written.endswith("%"):
        word = _PERCENT
    else:
        last = re.split("[–…]", written)[-1]  # of a range the second number is read last
        word = spoken_end(Decimal(re.sub(r"[^\d,]", "", last).replace(",", ".")))
    return f"{written}-{_SUFFIXES[word][case]}"


def spoken_end(value: Decimal) -> str:
    """The word that a number ends in when it is read aloud: «жүз» of 300, «мың» of 120,000.

    The decimals are read out as a number of tenths, hundredths and so on, which comes last: 64.25 is
    «алпыс төрт бүтін жүзден жиырма бес», so it ends in «бес», 12.50 in «елу» and 98.0 in «нөл».
    """
    whole, _, decimals = f"{value:f}".partition(".")
    digits = decimals or whole
    counted = digits.rstrip("0")
    zeros = len(digits) - len(counted)
    if counted in ("", "-"):
        return _ZERO
    if zeros > 2:
        return _THOUSANDS[zeros // 3 - 1]
    if zeros == 2:
        return _HUNDRED
    return (_TENS if zeros else _ONES)[int(counted[-1]) - 1]
