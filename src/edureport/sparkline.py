"""Sparkline: a series as a line of small bars, as high as the figures say."""

from collections.abc import Sequence
from decimal import Decimal

from edureport.languages.values import Amount

BARS = "▁▂▃▄▅▆▇█"
OPEN, RANGE = "░", "▒"  # a figure that is known from one side, or between two numbers
GAP = " "
FEWEST = 2  # figures that make a line


def sparkline(amounts: Sequence[Amount | None]) -> str:
    """One sign for each figure, shaded if it is no one number; empty if there is nothing to compare."""
    exact = [amount.stated for amount in amounts if amount is not None and amount.bound == "exact"]
    if len(exact) < FEWEST:
        return ""
    low, high = min(exact), max(exact)
    return "".join(_sign(amount, low, high) for amount in amounts)


def _sign(amount: Amount | None, low: Decimal, high: Decimal) -> str:
    if amount is None:
        return GAP
    if amount.bound != "exact":
        return RANGE if amount.bound in ("about", "nearly", "range") else OPEN
    if low == high:
        return BARS[len(BARS) // 2 - 1]
    return BARS[min(int((amount.stated - low) / (high - low) * len(BARS)), len(BARS) - 1)]
