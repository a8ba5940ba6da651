"""Precision: how finely a number is printed, «113,8 млрд» to a tenth of a billion."""

import re
from decimal import Decimal

from edureport.prose.figures.figure import Figure

_PRINTED = re.compile(
    r"\D{0,2}(?P<whole>\d+(?:[ \u00a0\u202f\u2009]\d{3}|,\d{3}(?!\d))*)(?:[.,] ?(?P<decimals>\d+))?"
)


def step(figure: Figure) -> Decimal:
    """The unit that a figure is printed to; 0 if it is written out in full, which a percentage never is."""
    printed = 2 * half_step(figure)
    return printed or (Decimal(1) if figure.percent or figure.mode == "times" else printed)


def half_step(figure: Figure) -> Decimal:
    """Half of the last place that is printed, with the multiplier: «113,8 млрд» is exact to 50 million.

    A number without a multiplier is taken to the unit, number words as exact.
    """
    printed = _PRINTED.match(figure.words)
    stated = figure.stated
    if printed is None or not stated:
        return Decimal(0)
    whole = "".join(letter for letter in printed["whole"] if letter.isdigit())
    decimals = printed["decimals"] or ""
    multiplier = (
        stated / Decimal(f"{whole}.{decimals or 0}") if whole.strip("0") or decimals.strip("0") else stated
    )
    if multiplier <= 0 or multiplier.normalize().as_tuple().digits != (1,):  # «3 млн 400 тысяч»
        return Decimal(1).scaleb(last_digit(stated)) / 2
    if multiplier == 1 and not decimals:
        return Decimal(0)
    return multiplier.scaleb(-len(decimals)) / 2


def last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
