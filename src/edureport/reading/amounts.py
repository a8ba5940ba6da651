"""Amounts in the words of the three languages where a report file has its own notation for them.

Also what a number was rounded to whose source writes it in thousands, millions or billions.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from edureport.model.quantity import Quantity, group_of_three
from edureport.model.report import LANGUAGES

_LONG = r"(?<!\d)(?<!\d\.)\d{5,}"
LONGEST = 100  # characters of words that are read
_LETTERS = r"[^\W\d_]|%"
_COMMA = r"\d,\d"
# In a plan «до 20» may be 20 that are to be reached, or 20 that are not to be exceeded.
_UP_TO = (
    r"(?i)(?:до|под|в пределах|up to|within)\s+(?P<before>\d.*)"
    r"|(?P<after>\d.*?)[-\u2011]?(?:ға|ге|қа|ке|на|не)?\s+(?:дейін|шегінде)"
)
_MAGNITUDE_WORDS = {  # how they begin in Kazakh, Russian and English
    Decimal(10) ** 3: ("мың", "тыс", "thousand"),
    Decimal(10) ** 6: ("млн", "миллион", "million", "mln"),
    Decimal(10) ** 9: ("млрд", "миллиард", "billion", "bln"),
}
_MAGNITUDES = {word: size for size, words in _MAGNITUDE_WORDS.items() for word in words}
_WRITTEN = re.compile(
    r"(?<![\d.,])(\d++(?:[ \u00a0\u202f]\d{3}){0,9})(?:[.,](\d+))?[ \u00a0\u202f]?"
    rf"({'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})",
    re.IGNORECASE,
)


class WordedAmount(NamedTuple):
    """What words state, and whether they have a percent sign."""

    quantity: Quantity
    percent: bool


def amount_in_words(text: str, language: str, *, counted: bool) -> WordedAmount | None:
    """What «300-ден астам», "about 300 thousand" or «98,5 %» states; None where that is not certain.

    All of the text is the amount, with no unit, and all languages that read it agree. A comma marks
    decimals before a word such as million or a percent sign, and nowhere else.
    """
    if len(text) > LONGEST or not re.search(_LETTERS, text):
        return None
    from edureport.prose.phrase import figure_of  # most files have no such words

    found = []
    for code in (language, *(code for code in LANGUAGES if code != language)):
        figure = figure_of(text, code)
        if figure is None or figure.quantity is None or figure.mode or figure.points:
            continue
        if figure.unit and not figure.percent:
            continue
        start, end = figure.passage
        scaled = figure.percent or bool(re.search(r"[^\W\d_]", figure.words))
        whole = f"{text[:start]}{text[end:]}".strip(" \u00a0\u202f%.")  # the point of «тыс.»
        if whole or ((re.search(_COMMA, text) or group_of_three(text)) and not scaled):
            continue
        found.append((figure.quantity, figure.percent))
    if not found or any(
        percent != found[0][1] or not quantity.same_as(found[0][0]) for quantity, percent in found
    ):
        return None
    quantity, percent = found[0]
    return WordedAmount(
        Quantity(quantity.stated, quantity.bound, quantity.upper, counted, quantity.precision), percent
    )


def up_to(text: str) -> str | None:
    """The number of «до 20», «20-ға дейін», "up to 20", "within 20"; None of any other text."""
    match = re.fullmatch(_UP_TO, text.strip()[:LONGEST])
    return match and (match["before"] or match["after"])


def notation(quantity: Quantity) -> str:
    """The quantity in the notation of report files, long numbers in groups: `more than 10 000`."""
    return re.sub(_LONG, lambda number: f"{int(number[0]):,}".replace(",", " "), str(quantity))


def rounded_to(quantity: Quantity, words: str) -> Decimal | None:
    """The unit to which words print the quantity, 1,000 for «120 мың»; None if it is another, or in full."""
    written = _WRITTEN.findall(words)
    if not written:
        return None
    total, step = Decimal(0), None
    for whole, decimals, word in written:
        size = _MAGNITUDES[word.lower()]
        total += size * Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or 0}")
        unit = size.scaleb(-len(decimals))
        step = unit if step is None else min(step, unit)
    return step if total == quantity.stated else None
