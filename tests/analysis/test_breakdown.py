"""Parts and wholes: sums that must meet, shares as far as they can be known."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from edureport.analysis.breakdown import follows, share, total
from edureport.model.interval import INFINITY, Interval
from edureport.model.quantity import Bound, Quantity

MOST = 10**30 - 1


def count(text):
    return Quantity.parse(text, counted=True)


def counts(*texts):
    return [count(text) for text in texts]


def span(text):
    """Interval by the signs of mathematics: "[285, 300)"."""
    low, high = map(Decimal, text[1:-1].split(", "))
    return Interval(low, high, text[0] == "(", text[-1] == ")")


@st.composite
def quantities(draw, most=1000):
    """A count, and a number that it can be."""
    stated = Decimal(draw(st.integers(0, most) | st.just(100)))
    bound = draw(st.sampled_from(Bound))
    upper = stated + draw(st.integers(1, most)) if bound is Bound.RANGE else None
    quantity = Quantity(stated, bound, upper, counted=True)
    interval = quantity.interval
    assume(interval.low.is_finite())
    top = min(interval.high, interval.low + 10 * most)
    share = draw(st.sampled_from([Fraction(0), Fraction(1, 1000), Fraction(1, 2), Fraction(1)]))
    number = Fraction(interval.low) + (Fraction(top) - Fraction(interval.low)) * share
    assume(not (interval.low_open and number == interval.low))
    assume(not (interval.high_open and number == interval.high))
    return quantity, number


def holds(interval, number):
    """Whether the number belongs to the interval, by fractions alone."""
    low, high = interval.low, interval.high
    above = (
        not low.is_finite() or Fraction(low) < number or (Fraction(low) == number and not interval.low_open)
    )
    below = (
        not high.is_finite()
        or number < Fraction(high)
        or (number == Fraction(high) and not interval.high_open)
    )
    return above and below


# Sums


@pytest.mark.parametrize(
    ("parts", "added"),
    [
        (["250", "50"], "[300, 300]"),
        (["250", "more than 50"], "[301, inf)"),
        (["at least 250", "more than 50"], "[301, inf)"),
        (["250", "at most 50"], "[250, 300]"),
        (["about 300", "50"], "[335, 365]"),
        (["about 300", "nearly 300"], "[570, 614]"),
        ([], "[0, 0]"),
    ],
)
def test_total(parts, added):
    assert total(counts(*parts)) == span(added)


@pytest.mark.parametrize(
    ("parts", "whole", "complete", "possible"),
    [
        (["250", "50"], "more than 300", True, False),  # the source report: 300 is not more than 300
        (["250", "51"], "more than 300", True, True),
        (["250", "50"], "at least 300", True, True),
        (["250", "50"], "300", True, True),
        (["250", "49"], "300", True, False),
        (["250", "51"], "300", True, False),
        (["250", "more than 50"], "more than 300", True, True),
        (["250", "more than 50"], "300", True, False),
        (["250", "at least 50"], "300", True, True),
        (["250", "50"], "about 300", True, True),
        (["250", "34"], "about 300", True, False),  # 284 is under 285
        (["250", "35"], "about 300", True, True),
        (["250", "50"], "nearly 300", True, False),
        (["250", "49"], "nearly 300", True, True),
        (["less than 250", "50"], "300", True, False),
        (["at most 250", "50"], "300", True, True),
        (["250", "50"], "more than 300", False, True),  # there may be others
        (["250", "49"], "300", False, True),
        (["250", "50"], "300", False, True),
        (["250", "51"], "300", False, False),
        (["250", "more than 50"], "300", False, False),
        (["250", "at least 50"], "300", False, True),
        (["301"], "less than 300", False, False),
        (["300"], "less than 300", False, False),
        (["299"], "less than 300", False, True),
    ],
)
def test_what_follows(parts, whole, complete, possible):
    assert follows(counts(*parts), count(whole), complete=complete) is possible


@given(st.lists(quantities(), min_size=1, max_size=4), st.integers(0, 3), st.sampled_from([0, 1, 100]))
def test_parts_that_can_add_up_are_never_accused(drawn, wide, others):
    """Whatever the parts really are, a whole that allows for their sum follows from them."""
    assume(all(number.denominator == 1 for _, number in drawn))  # these are counts
    parts = [quantity for quantity, _ in drawn]
    added = sum(number for _, number in drawn)
    assume(added == int(added))
    whole = Decimal(int(added))
    for possible in (
        Quantity(whole, counted=True),
        Quantity(whole, Bound.AT_LEAST, counted=True),
        Quantity(whole, Bound.AT_MOST, counted=True),
        Quantity(whole, Bound.ABOUT, counted=True),
        Quantity(whole, Bound.RANGE, whole + 1 + wide, counted=True),
        Quantity(whole + 1 + wide, Bound.LESS_THAN, counted=True),
    ):
        assert follows(parts, possible, complete=True)
        assert follows(parts, possible, complete=False)
    assert follows(parts, Quantity(whole + others, counted=True), complete=False)


@given(st.lists(quantities(), min_size=1, max_size=4))
def test_a_total_holds_every_possible_sum(drawn):
    assume(all(number.denominator == 1 for _, number in drawn))  # these are counts
    added = total([quantity for quantity, _ in drawn])
    assert holds(added, sum(number for _, number in drawn))


# Shares


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [
        ("250", "500", "[50, 50]"),
        ("300", "300", "[100, 100]"),
        ("0", "300", "[0, 0]"),
        ("0", "more than 300", "[0, 0]"),
        ("250", "more than 500", "(-inf, 50)"),
        ("250", "at least 500", "(-inf, 50]"),
        ("less than 5", "100", "(-inf, 5)"),
        ("more than 250", "500", "(50, inf)"),
        ("at least 250", "500", "[50, inf)"),
        ("5", "400..500", "[1, 1.25]"),
        ("at least 200", "400..500", "[40, inf)"),
        ("about 300", "300", "[95, inf)"),  # a part is no more than the whole
        ("300", "200..400", "[75, inf)"),
        ("1", "0..10", "[10, inf)"),  # where there is one, there are not none in all
        ("5", "less than 20", "(25, inf)"),
        ("10", "at most 10", "[100, 100]"),
    ],
)
def test_shares(part, whole, percent):
    assert share(count(part), count(whole)) == span(percent)


def test_the_share_of_state_schools_in_the_source_report():
    """250 of more than 300 is less than 83.3 %."""
    found = share(count("250"), count("more than 300"))
    assert found.low == -INFINITY
    assert round(found.high, 1) == Decimal("83.3")
    assert found.high_open


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("more than 200", "more than 300"),  # two lower bounds have no ratio
        ("at least 200", "at least 300"),
        ("300", "at least 300"),  # anything up to 100
        ("at most 5", "less than 300"),  # there can be nothing at all
        ("0", "0"),
        ("5", "0"),
        ("301", "300"),  # more than the whole is a finding, not a share
        ("more than 100", "100"),
        ("more than 300", "300"),
        ("more than 350", "at most 350"),
        ("350", "less than 350"),
        ("100", "nearly 100"),
        ("less than 400", "300"),
    ],
)
def test_where_nothing_is_known_there_is_no_share(part, whole):
    assert share(count(part), count(whole)) is None


@pytest.mark.parametrize(("part", "whole"), [("-5", "10"), ("5", "-10"), ("-5", "-10")])
def test_negative_figures_have_no_shares(part, whole):
    assert share(Quantity.parse(part), Quantity.parse(whole)) is None


@given(quantities(), quantities())
@example(
    (Quantity(Decimal(300), Bound.AT_LEAST, counted=True), Fraction(300)),
    (Quantity(Decimal(300)), Fraction(300)),
)
@example((Quantity(Decimal(1)), Fraction(1)), (Quantity(Decimal(3)), Fraction(3)))
def test_a_share_holds_every_possible_percentage(part, whole):
    """Any part that is no more than any possible whole."""
    (part, p), (whole, w) = part, whole
    assume(0 <= p <= w)
    assume(w > 0)
    found = share(part, whole)
    if found is None:
        return
    true = p * 100 / w
    if part.is_exact and whole.is_exact:
        assert abs(Fraction(found.low) - true) < Fraction(1, 10**20)
        assert found.is_point
    else:
        assert holds(found, true)


@given(quantities(), quantities())
def test_a_share_says_something(part, whole):
    """Neither "anything up to 100" nor an interval without a number."""
    found = share(part[0], whole[0])
    if found is not None:
        assert found.low > 0 or found.high < 100 or found.is_point
        assert found.low < found.high or not (found.low_open or found.high_open)


@pytest.mark.parametrize(
    ("part", "whole"), [(MOST - 1, MOST), (10**29 - 1, 10**29), (10**20 - 1, 10**20)], ids=["30", "29", "20"]
)
def test_a_share_is_not_rounded_to_the_whole(part, whole):
    found = share(Quantity(Decimal(part), counted=True), Quantity(Decimal(whole), counted=True))
    assert found.high < 100
