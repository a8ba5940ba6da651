"""What the languages share in writing numbers: ranges of two, and whether decimals are shown."""

from decimal import Decimal

_SIGNS = ("+", "-", "\u2212")
_PERCENT = " \u00a0\u202f%"


def joined(low: str, high: str, *, signed: str) -> str:
    """Both ends of a range as one text: "300–350", "15–20 %".

    A dash between numbers with signs would be taken for a minus, so `signed` is put there instead:
    "−5…+3". The percent sign is written once, after the second number.
    """
    if high.endswith("%"):
        low = low.rstrip(_PERCENT)
    return f"{low}{signed if low.startswith(_SIGNS) or high.startswith(_SIGNS) else '–'}{high}"


def shows_decimals(number: Decimal) -> bool:
    """Whether a number has decimals, even if they are noughts: 5.0."""
    exponent = number.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0
