"""What is printed of a derived number against what the true values give: the number, both ends, openness."""

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from columns import NOTHING
from stated import ENDLESS, LIMIT


class Rule(NamedTuple):
    """How a column is rounded; `never` are numbers that nothing else may be rounded to."""

    decimals: int | None = None  # None: not rounded
    never: tuple = ()
    steps: tuple = ()  # thresholds that a number is cut and not rounded at
    trivial: tuple = ()  # ends that go without saying, and may be left out
    smooth: bool = False  # whether true values come that near an end by themselves, as compound rates do
    sparks: bool = True  # whether a number a spark beside a whole one is what a strict bound makes of it


def problem(row, column, expected, rule):
    """What is wrong with a column of a row, or None; `expected` is a Draws or NOTHING."""
    if _right(row, column, expected, rule):
        return None
    number, low, high = (_shown(row[name]) for name in (column, f"{column}_low", f"{column}_high"))
    printed = f"{column} is {number}, {low} to {high} (open: {row[f'{column}_open']})"
    if expected == NOTHING:
        return f"{printed}; nothing may be printed"
    least, most = _shown(min(expected.numbers)), _shown(max(expected.numbers))
    return f"{printed}; the true values give {least} to {most}"


def _right(row, column, expected, rule):
    number, low, high = row[column], row[f"{column}_low"], row[f"{column}_high"]
    empty = number is low is high is None
    if expected == NOTHING or (empty and expected.optional):
        return empty
    least, most = min(expected.numbers), max(expected.numbers)
    opened = row[f"{column}_open"] or ""
    if least == most and not (rule.sparks and _beside(least)):
        return opened == "" and all(_rounded_once(least, one, rule) for one in (number, low, high))
    if number is not None:
        return False
    if least == most:  # a strict bound that is met exactly: "less than 100 %", "more than 0"
        edge = Fraction(round(least))
        end, name = (high, "high") if least < edge else (low, "low")
        other = low if least < edge else high
        return end == edge and opened in (name, "both") and (other is None or abs(other) <= ENDLESS)
    return _end(low, least, opened in ("low", "both"), rule, floor) and _end(
        high, most, opened in ("high", "both"), rule, ceil
    )


def _beside(number):
    """Whether a single number stands a spark beside a whole one."""
    return 0 < abs(number - round(number)) < LIMIT


def _rounded_once(exact, printed, rule):
    """Whether an exact number is printed as it has to be: half up, but never to what it is not."""
    if printed is None:
        return False
    if rule.decimals is None:
        return printed == exact
    usual = _half_up(exact, rule.decimals)
    step = next((step for step in rule.steps if exact < step <= usual), None)
    if step is not None:
        places = next(k for k in range(rule.decimals + 1, 40) if _cut(step, k) != _cut(exact, k))
        return printed in (_cut(exact, places), _cut(exact, places + 1))
    if usual in rule.never and usual != exact:
        places = next(k for k in range(rule.decimals + 1, 40) if _half_up(exact, k) not in rule.never)
        return any(printed == _half_up(exact, k) for k in range(places, places + 4))
    if usual == 0 != exact:  # not forbidden here, but more digits are no fault
        return printed == 0 or any(printed == _half_up(exact, k) for k in range(rule.decimals + 1, 60))
    return printed == usual


def _end(printed, exact, opened, rule, outwards):
    """Whether an end is printed as it has to be: reached, rounded outwards, with the right bracket."""
    if abs(exact) > ENDLESS:
        return printed is None
    if printed is None:
        return any(abs(exact - end) < LIMIT for end in rule.trivial)
    gap = abs(exact - printed)
    if gap == 0 and opened:
        return rule.smooth  # a rate is only as exact as its root
    if 0 < gap < LIMIT:
        met = opened or (exact > printed) is (outwards is ceil)  # by a strict bound on the way
        if met or not rule.smooth:
            return met
    if rule.decimals is None:
        return gap == 0
    usual = _to(exact, rule.decimals, outwards)
    if printed == usual:
        return True
    special = (*rule.never, *rule.steps, 0)
    return usual in special and any(printed == _to(exact, k, outwards) for k in range(rule.decimals + 1, 60))


def _to(number, places, way):
    return Fraction(way(number * 10**places), 10**places)


def _half_up(number, places):
    scaled = abs(number) * 10**places + Fraction(1, 2)
    return Fraction(floor(scaled), 10**places) * (1 if number >= 0 else -1)


def _cut(number, places):
    return Fraction(floor(abs(number) * 10**places), 10**places) * (1 if number >= 0 else -1)


def _shown(number):
    if number is None:
        return "–"
    if abs(number) > ENDLESS:
        return "∞" if number > 0 else "−∞"
    return f"{float(number):.6g}"
