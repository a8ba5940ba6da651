"""Interval: no possible number is ever left out, and none is let in without need."""

import operator
from decimal import Decimal
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from edureport.model.interval import INFINITY, Answer, Interval

DIGITS = 10**30 - 1  # the longest number that a report can state
OPERATIONS = [operator.add, operator.sub, operator.mul, operator.truediv]


def exact(digits: int, scale: int) -> Decimal:
    """A Decimal without the rounding of any context."""
    return Decimal(f"{digits}E-{scale}")


def span(low, high, ends="[]"):
    """Interval by the signs of mathematics: span(1, 2, "[)")."""
    return Interval(Decimal(low), Decimal(high), ends[0] == "(", ends[1] == ")")


def holds(interval: Interval, number: Fraction) -> bool:
    """Whether the number belongs to the interval, by fractions alone."""
    low, high = interval.low, interval.high
    if low.is_finite():
        bottom = Fraction(low)
        if number < bottom or (number == bottom and interval.low_open):
            return False
    if high.is_finite():
        top = Fraction(high)
        if number > top or (number == top and interval.high_open):
            return False
    return True


numbers = st.one_of(
    st.integers(-3, 3).map(Decimal),
    st.builds(exact, st.integers(-(10**4), 10**4), st.integers(0, 3)),
    st.builds(exact, st.integers(-DIGITS, DIGITS), st.integers(0, 30)),
)


@st.composite
def intervals(draw):
    low, high = sorted([draw(numbers), draw(numbers)])
    shape = draw(st.sampled_from(["point", "finite", "finite", "above", "below", "all"]))
    low_open, high_open = draw(st.booleans()), draw(st.booleans())
    if shape == "above":
        return Interval.above(low, strictly=low_open)
    if shape == "below":
        return Interval.below(high, strictly=high_open)
    if shape == "all":
        return Interval(-INFINITY, INFINITY, low_open=True, high_open=True)
    if shape == "point" or low == high:
        return Interval.point(low)
    return Interval(low, high, low_open, high_open)


@st.composite
def members(draw, interval):
    """A number of the interval: an end where it belongs to it, else one beside or far from it."""
    step = Fraction(draw(st.sampled_from(["0", "1/10000000000", "1/3", "1", "1000", "1e25"])))
    low, high = interval.low, interval.high
    if low.is_finite() and high.is_finite():
        share = draw(st.sampled_from([Fraction(0), Fraction(1, 10**9), Fraction(1, 3), Fraction(1)]))
        number = Fraction(low) + share * (Fraction(high) - Fraction(low))
    elif low.is_finite():
        number = Fraction(low) + step
    elif high.is_finite():
        number = Fraction(high) - step
    else:
        number = step * draw(st.sampled_from([1, -1]))
    assume(holds(interval, number))
    return number


@st.composite
def pairs(draw):
    one, other = draw(intervals()), draw(intervals())
    return one, other, draw(members(one)), draw(members(other))


@pytest.mark.parametrize("operation", OPERATIONS)
@given(pairs())
@example(
    (
        Interval.point(Decimal("1" * 30)),
        Interval.point(Decimal("7" * 30)),
        *map(Fraction, ["1" * 30, "7" * 30]),
    )
)
@example((span(0, 1), span(0, DIGITS), Fraction(0), Fraction(DIGITS)))
def test_operations_hold_every_possible_result(operation, pair):
    one, other, x, y = pair
    if operation is operator.truediv and holds(other, Fraction(0)):
        with pytest.raises(ZeroDivisionError):
            one / other
        return
    result, true = operation(one, other), operation(x, y)
    if operation is operator.truediv and one.is_point and other.is_point:
        assert result.is_point
        assert abs(Fraction(result.low) - true) <= abs(true) / 10**59
    else:
        assert holds(result, true)


@pytest.mark.parametrize("operation", OPERATIONS[:3])
@given(numbers, numbers)
@example(Decimal("1" * 30), Decimal("7" * 30))
def test_sums_differences_and_products_of_exact_numbers_are_exact(operation, x, y):
    result = operation(Interval.point(x), Interval.point(y))
    assert result.is_point
    assert Fraction(result.low) == operation(Fraction(x), Fraction(y))


@given(intervals())
@example(Interval.point(Decimal("1" * 30)))
def test_negation_loses_nothing(interval):
    negative = -interval
    assert -negative == interval
    assert (negative.low_open, negative.high_open) == (interval.high_open, interval.low_open)
    for end, other in ((interval.low, negative.high), (interval.high, negative.low)):
        assert Fraction(other) == -Fraction(end) if end.is_finite() else other == -end


@given(pairs())
def test_comparison_never_decides_wrongly(pair):
    one, other, x, y = pair
    answer = one.less_than(other)
    if x < y:
        assert answer is not Answer.NO
    else:
        assert answer is not Answer.YES
    if x == y:
        assert one.meets(other)
        assert other.meets(one)


def _ends():
    """Every interval with ends among −1, 0, 1 and infinity."""
    for low, high in product((-1, 0, 1), repeat=2):
        if low == high:
            yield span(low, high)
        elif low < high:
            for ends in ("[]", "[)", "(]", "()"):
                yield span(low, high, ends)
    for end in (-1, 0, 1):
        for strictly in (True, False):
            yield Interval.above(Decimal(end), strictly=strictly)
            yield Interval.below(Decimal(end), strictly=strictly)
    yield Interval(-INFINITY, INFINITY, low_open=True, high_open=True)


SMALL = tuple(_ends())
NEAR = Fraction(1, 10**6)
SAMPLE = sorted(
    {n + d * NEAR for n in (-1, 0, 1) for d in (-2, -1, 0, 1, 2)} | {Fraction(n) for n in (-(10**9), 10**9)}
)


def sample(interval):
    """Numbers of the interval beside all its ends, and far out where it is infinite."""
    return [number for number in SAMPLE if holds(interval, number)]


def test_comparison_is_right_and_no_more_careful_than_needed():
    for one, other in product(SMALL, repeat=2):
        seen = {x < y for x in sample(one) for y in sample(other)}
        expected = Answer.CANNOT_TELL if len(seen) == 2 else Answer.YES if seen == {True} else Answer.NO
        assert one.less_than(other) is expected, (one, other)


def test_meets_is_right():
    for one, other in product(SMALL, repeat=2):
        common = set(sample(one)) & set(sample(other))
        assert one.meets(other) == bool(common), (one, other)


@pytest.mark.parametrize("operation", OPERATIONS)
def test_results_are_no_wider_than_needed(operation):
    """A closed end is reached, and an open or infinite end is come near to, by some pair of numbers."""
    for one, other in product(SMALL, repeat=2):
        if operation is operator.truediv and holds(other, Fraction(0)):
            continue
        found = [operation(x, y) for x in sample(one) for y in sample(other)]
        result = operation(one, other)
        assert all(holds(result, number) for number in found), (one, other, result)
        for end, is_open, reached in (
            (result.low, result.low_open, min(found)),
            (result.high, result.high_open, max(found)),
        ):
            if not end.is_finite():
                assert abs(reached) > 10**5, (one, other, result)
            elif is_open:
                assert abs(reached - Fraction(end)) < Fraction(1, 10**4), (one, other, result)
            else:
                assert reached == Fraction(end), (one, other, result)


@pytest.mark.parametrize(
    ("operation", "one", "other", "expected"),
    [
        ("sub", "(300, inf)", "[250, 250]", "(50, inf)"),
        ("mul", "(1, 2)", "(3, 4)", "(3, 8)"),
        ("mul", "(0, 5]", "[0, 3]", "[0, 15]"),
        ("mul", "[-1, 2)", "(-3, 4]", "(-6, 8)"),
        ("truediv", "[250, 250]", "(500, inf)", "(0, 0.5)"),
        ("truediv", "[3, 3]", "(0, 3]", "[1, inf)"),
        ("truediv", "[285, 315]", "[300, 300]", "[0.95, 1.05]"),
        ("truediv", "(300, inf)", "[300, 300]", "(1, inf)"),
        ("truediv", "[57, 57]", "[60, inf)", "(0, 0.95]"),
        ("truediv", "(30, 60]", "[-60, -30)", "(-2, -0.5)"),
    ],
)
def test_worked_examples(operation, one, other, expected):
    """What can be written in a few digits comes out as it is, not a little beside it."""

    def read(text):
        low, high = text[1:-1].split(", ")
        return span(low, high, text[0] + text[-1])

    assert getattr(operator, operation)(read(one), read(other)) == read(expected)


def test_zero_has_no_sign():
    """Minus zero would be printed as −0."""
    assert not (-Interval.point(Decimal(0))).low.is_signed()
    assert not (span(300, "inf", "()") - span(300, 300)).low.is_signed()


@pytest.mark.parametrize(
    "divisor", [span(0, 0), span(0, 5), span(-5, 0), span(-1, 1, "()"), span(0, "inf", "[)")]
)
def test_a_divisor_that_can_be_zero_is_refused(divisor):
    with pytest.raises(ZeroDivisionError):
        span(1, 2) / divisor


@pytest.mark.parametrize("answer", list(Answer))
def test_an_answer_has_no_truth_value(answer):
    with pytest.raises(TypeError):
        bool(answer)


def test_membership_minds_open_ends():
    interval = span(1, 2, "(]")
    assert Decimal(1) not in interval
    assert Decimal("1.5") in interval
    assert Decimal(2) in interval
    assert Decimal(3) not in interval
    assert INFINITY not in Interval.above(Decimal(0))


def test_intervals_are_frozen():
    with pytest.raises(AttributeError):
        span(1, 2).low = Decimal(0)
