"""Quantity: every notation of the report file, what it can mean, and what is said of wrong ones."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.model.interval import INFINITY, Answer, Interval
from edureport.model.quantity import Bound, Quantity

MOST = 10**30 - 1  # the longest number that a report can state
NBSP, NARROW, THIN, MINUS = "\u00a0", "\u202f", "\u2009", "\u2212"

stated_numbers = st.one_of(
    st.integers(-20, 20).map(Decimal),
    st.integers(-MOST, MOST).map(Decimal),
    st.builds(lambda n, s: Decimal(f"{n}E-{s}"), st.integers(-(10**29), 10**29), st.integers(0, 29)),
)


@st.composite
def quantities(draw):
    """Any quantity that a report file can state."""
    counted = draw(st.booleans())
    stated = draw(stated_numbers)
    if counted and stated.is_signed():
        stated = stated.copy_abs()
    bound = draw(st.sampled_from(Bound))
    assume(not (counted and stated == 0 and bound is Bound.LESS_THAN))
    if bound is not Bound.RANGE:
        return Quantity(stated, bound, None, counted)
    upper = draw(stated_numbers)
    assume(upper > stated)
    return Quantity(stated, bound, upper, counted)


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


def span(text):
    """Interval by the signs of mathematics: "[285, 300)"."""
    low, high = map(Decimal, text[1:-1].split(", "))
    return Interval(low, high, text[0] == "(", text[-1] == ")")


def diagnosis(text, *, counted=False):
    with pytest.raises(ReportError) as caught:
        Quantity.parse(text, counted=counted)
    (problem,) = caught.value.problems
    return problem.message


# What can be written


@pytest.mark.parametrize(
    ("text", "bound", "stated", "upper"),
    [
        ("300", Bound.EXACT, "300", None),
        ("0", Bound.EXACT, "0", None),
        ("98.0", Bound.EXACT, "98.0", None),
        ("0.5", Bound.EXACT, "0.5", None),
        ("-1.5", Bound.EXACT, "-1.5", None),
        ("+1.5", Bound.EXACT, "1.5", None),
        (f"{MINUS}1.5", Bound.EXACT, "-1.5", None),
        ("more than 300", Bound.MORE_THAN, "300", None),
        (">300", Bound.MORE_THAN, "300", None),
        ("> 300", Bound.MORE_THAN, "300", None),
        ("at least 300", Bound.AT_LEAST, "300", None),
        (">=300", Bound.AT_LEAST, "300", None),
        (">= 300", Bound.AT_LEAST, "300", None),
        ("≥300", Bound.AT_LEAST, "300", None),
        ("300+", Bound.AT_LEAST, "300", None),
        ("less than 300", Bound.LESS_THAN, "300", None),
        ("<300", Bound.LESS_THAN, "300", None),
        ("at most 300", Bound.AT_MOST, "300", None),
        ("<=300", Bound.AT_MOST, "300", None),
        ("≤300", Bound.AT_MOST, "300", None),
        ("about 300", Bound.ABOUT, "300", None),
        ("~300", Bound.ABOUT, "300", None),
        ("nearly 300", Bound.NEARLY, "300", None),
        ("300..350", Bound.RANGE, "300", "350"),
        ("-3..-1.5", Bound.RANGE, "-3", "-1.5"),
        ("1 000..1 500.5", Bound.RANGE, "1000", "1500.5"),
        ("more than 120 000", Bound.MORE_THAN, "120000", None),
        ("120 000+", Bound.AT_LEAST, "120000", None),
    ],
)
def test_notations(text, bound, stated, upper):
    found = Quantity.parse(text)
    assert found == Quantity(Decimal(stated), bound, None if upper is None else Decimal(upper))
    assert str(found.stated) == stated  # as many decimals as were stated


@pytest.mark.parametrize("gap", [" ", "_", NBSP, NARROW, THIN], ids=ascii)
@given(number=st.integers(0, MOST))
@example(number=1200)
@example(number=1_000_000)
@example(number=MOST)
def test_thousands_may_be_grouped(gap, number):
    grouped = f"{number:,}".replace(",", gap)
    assert Quantity.parse(grouped).stated == number
    assert (
        Quantity.parse(f"about {grouped}.25").stated == Decimal(f"{number}.25") if number < 10**28 else True
    )


@given(quantities())
@example(Quantity(Decimal(10**16), Bound.RANGE, Decimal(2 * 10**16)))
@example(Quantity(Decimal(-MOST), Bound.RANGE, Decimal(MOST)))
def test_what_is_written_is_read_back(quantity):
    again = Quantity.parse(str(quantity), counted=quantity.counted)
    assert again == quantity
    assert str(again) == str(quantity)


@pytest.mark.parametrize("text", ["300", "more than 300", "300..350", "~300"])
def test_counted_is_kept(text):
    assert Quantity.parse(text, counted=True).counted
    assert not Quantity.parse(text).counted


# What it can mean


@pytest.mark.parametrize(
    ("text", "count", "other"),
    [
        ("250", "[250, 250]", "[250, 250]"),
        ("more than 300", "(300, inf)", "(300, inf)"),
        ("at least 300", "[300, inf)", "[300, inf)"),
        ("less than 300", "[0, 300)", "(-inf, 300)"),
        ("at most 300", "[0, 300]", "(-inf, 300]"),
        ("at most 0", "[0, 0]", "(-inf, 0]"),
        ("300..350", "[300, 350]", "[300, 350]"),
        ("about 300", "[285, 315]", "[285, 315]"),
        ("nearly 300", "[285, 300)", "[285, 300)"),
        ("about 98.6", "[93.67, 103.53]", "[93.67, 103.53]"),
        ("about 10", "[9, 11]", "[9.5, 10.5]"),  # a count is at least one to either side
        ("about 20", "[19, 21]", "[19, 21]"),
        ("about 21", "[19.95, 22.05]", "[19.95, 22.05]"),
        ("nearly 10", "[9, 10)", "[9.5, 10)"),
        ("about 1", "[0, 2]", "[0.95, 1.05]"),
        ("about 0", "[0, 1]", "[0, 0]"),
        ("nearly 1", "[0, 1)", "[0.95, 1)"),
        ("0.5", "[0.5, 0.5]", "[0.5, 0.5]"),
    ],
)
def test_intervals(text, count, other):
    assert Quantity.parse(text, counted=True).interval == span(count)
    assert Quantity.parse(text).interval == span(other)


def test_about_a_negative_number_reaches_to_both_sides():
    assert Quantity.parse("about -100").interval == span("[-105, -95]")
    assert Quantity.parse("nearly -100").interval == span("[-105, -100)")


@given(quantities())
@example(Quantity(Decimal(MOST), Bound.ABOUT))
def test_an_interval_holds_what_is_stated_or_ends_there(quantity):
    interval = quantity.interval
    stated = Fraction(quantity.stated)
    ends = [Fraction(end) for end in (interval.low, interval.high) if end.is_finite()]
    assert holds(interval, stated) or stated in ends
    if quantity.counted:
        assert interval.low >= 0
    assert interval.low < interval.high or not (interval.low_open or interval.high_open)  # never empty
    assert quantity.is_exact == (quantity.bound is Bound.EXACT)


@given(stated_numbers, st.sampled_from([Bound.ABOUT, Bound.NEARLY]))
@example(Decimal(MOST), Bound.ABOUT)
@example(Decimal(-MOST), Bound.NEARLY)
def test_about_and_nearly_are_five_percent_to_the_last_digit(stated, bound):
    interval = Quantity(stated, bound).interval
    slack = abs(Fraction(stated)) / 20
    assert Fraction(interval.low) == Fraction(stated) - slack
    assert Fraction(interval.high) == Fraction(stated) + (slack if bound is Bound.ABOUT else 0)


@pytest.mark.parametrize(
    ("interval", "text"),
    [
        ("[50, 50]", "50"),
        ("(50, inf)", "more than 50"),
        ("[50, inf)", "at least 50"),
        ("(-inf, 83.3)", "less than 83.3"),
        ("(-inf, 83.3]", "at most 83.3"),
        ("[285, 315]", "285..315"),
        ("[0, 300)", "0..300"),
    ],
)
def test_of_gives_the_tightest_notation(interval, text):
    assert str(Quantity.of(span(interval))) == text


@given(stated_numbers, stated_numbers, st.booleans(), st.booleans(), st.integers(0, 4))
def test_of_holds_all_of_the_interval(one, other, low_open, high_open, place):
    low, high = sorted([one, other])
    assume(low < high)
    for interval in (
        Interval(low, high, low_open, high_open),
        Interval.above(low, strictly=low_open),
        Interval.below(high, strictly=high_open),
        Interval.point(low),
    ):
        inside = {
            Fraction(low) + (Fraction(high) - Fraction(low)) * Fraction(place, 4),
            Fraction(low) - place,
            Fraction(high) + place,
        }
        found = Quantity.of(interval).interval
        assert all(holds(found, number) for number in inside if holds(interval, number))


# Comparison


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("250", "more than 300", Answer.YES),
        ("300", "more than 300", Answer.YES),
        ("300", "at least 300", Answer.CANNOT_TELL),
        ("301", "more than 300", Answer.CANNOT_TELL),
        ("more than 300", "300", Answer.NO),
        ("at least 300", "300", Answer.NO),
        ("more than 110 000", "more than 120 000", Answer.CANNOT_TELL),
        ("nearly 300", "300", Answer.YES),
        ("nearly 300", "285", Answer.NO),
        ("about 300", "316", Answer.YES),
        ("about 300", "315", Answer.CANNOT_TELL),
        ("300", "300", Answer.NO),
    ],
)
def test_less_than_has_three_answers(one, other, answer):
    assert Quantity.parse(one).less_than(Quantity.parse(other)) is answer


@given(quantities(), quantities())
def test_less_than_never_decides_wrongly(one, other):
    answer = one.less_than(other)
    for x in _some(one):
        for y in _some(other):
            assert answer is not (Answer.NO if x < y else Answer.YES)


def _some(quantity):
    """Numbers that the quantity can be."""
    interval = quantity.interval
    low = Fraction(interval.low) if interval.low.is_finite() else None
    high = Fraction(interval.high) if interval.high.is_finite() else None
    near, far = Fraction(1, 10**40), Fraction(10**40)
    tried = [end + step for end in (low, high) if end is not None for step in (-far, -near, 0, near, far)]
    if low is not None and high is not None:
        tried.append((low + high) / 2)
    return [number for number in tried if holds(interval, number)]


# What is said of what cannot be read


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1,200", "two_readings"),
        ("more than 1,200", "two_readings"),
        ("12,5", "comma"),
        ("010", "leading_zero"),
        ("-010", "leading_zero"),
        ("more than 010", "leading_zero"),
        ("0 100", "leading_zero"),
        ("0_100", "leading_zero"),
        ("300..0350", "leading_zero"),
        ("00", "leading_zero"),
        ("007.5", "leading_zero"),
        ("1e3", "exponent"),
        ("1E+3", "exponent"),
        ("1.5e-3", "exponent"),
        ("12:30", "colon"),
        ("1:2", "colon"),
        ("nan", "not_finite"),
        ("NaN", "not_finite"),
        (".nan", "not_finite"),
        ("inf", "not_finite"),
        ("-inf", "not_finite"),
        (".inf", "not_finite"),
        ("-.inf", "not_finite"),
        ("Infinity", "not_finite"),
        ("45%", "percent"),
        ("45 %", "percent"),
        (f"45{NBSP}%", "percent"),
        (f"45{NARROW}%", "percent"),
        ("more than 45 %", "percent"),
        ("1" * 31, "too_long"),
        ("1" * 40, "too_long"),
        ("0." + "1" * 40, "too_long"),
        ("more than " + "1" * 40, "too_long"),
        (" ".join(["111"] * 14), "too_long"),
        ("1" * 20 + "." + "1" * 20, "too_long"),
        ("1" * 10_000, "too_long"),
        ("350..300", "backwards"),
        ("300..300", "backwards"),
        ("-1..-3", "backwards"),
        ("more than 300+", "two_bounds"),
        (">300+", "two_bounds"),
        ("more than 300..350", "two_bounds"),
        ("~300..350", "two_bounds"),
        ("~", "unknown"),
        ("null", "unknown"),
        ("no", "unknown"),
        ("", "unknown"),
        ("1.000.000", "unknown"),
        ("1 00", "unknown"),
        ("1'000", "unknown"),
        ("1 0000", "unknown"),
        ("2025-09-30", "unknown"),
        ("300-350", "unknown_near"),
        ("300..350..400", "unknown"),
        ("300..", "unknown"),
        (".5", "unknown"),
        ("5.", "unknown"),
        ("--5", "unknown"),
        ("more than", "unknown"),
        ("over 300", "unknown"),
        ("more then 300", "unknown"),
        ("more than more than 300", "unknown"),
        ("300 schools", "unknown"),
        ("1" * 30 + " schools", "unknown"),
        ("three hundred", "unknown"),
        ("٣٠٠", "unknown"),
        ("300\n", "unknown"),
        ("$300", "unknown"),
        ("0x1F", "unknown"),
    ],
)
def test_wrong_notations_have_their_own_message(text, key):
    for counted in (False, True):
        assert diagnosis(text, counted=counted).key == f"quantity.{key}"


@pytest.mark.parametrize("text", ["-5", "-0.5", "more than -5", "-5..5", f"{MINUS}5", "less than 0"])
def test_a_count_is_never_negative(text):
    Quantity.parse(text)
    assert diagnosis(text, counted=True).key == "quantity.negative_count"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,200", "'1,200' can be read in two ways; write 1200 for a whole number;"),
        ("1,5 dozen.", "'1,5 dozen.' has a comma; write 1.5 dozen."),
        ("1.200,5", "'1.200,5' has commas; write 1200.5"),
        ("1,200.5", "'1,200.5' has commas; write 1200.5"),
        ("45 %", "'45 %' has a percent sign; write 45 and let the unit say percent"),
        ("010", "'010' starts with a zero; write 10"),
        ("-007.5", "'-007.5' starts with a zero; write -7.5"),
        ("00", "'00' starts with a zero; write 0"),
        ("1" * 40, "the number has more than 30 digits; check it"),
        ("1e\x1b3", "'1e\\x1b3' is not a valid quantity;"),
        ("350..300", "'350..300' is in the wrong order; write the smaller number first"),
        ("12:30", "'12:30' looks like a time or a proportion; write one number"),
    ],
)
def test_messages_say_what_to_write(text, words):
    assert catalogue.load("en").say(diagnosis(text)).startswith(words)


@pytest.mark.parametrize("text", ["1,200,000", "12,345,678", "more than 1,200,000"])
def test_several_commas_cannot_mark_decimals(text):
    assert "1.200.000" not in catalogue.load("en").say(diagnosis(text))
    assert text.replace(",", "") in catalogue.load("en").say(diagnosis(text))


@given(
    st.text(max_size=60)
    | st.text(alphabet="0123456789 .,+-<>=~%:e_\u00a0", max_size=45)
    | st.from_regex(r"(more than|at most|about) ?[0-9., _]{1,40}(\.\.[0-9]{1,20}|\+)?", fullmatch=True)
)
@example("0" * 30)
def test_any_text_is_read_or_diagnosed(text):
    try:
        found = Quantity.parse(text)
    except ReportError as error:
        (problem,) = error.problems
        assert catalogue.load("en").say(problem.message)
    else:
        assert found.stated.is_finite()
        assert Quantity.parse(str(found)) == found


def test_quantities_are_frozen():
    with pytest.raises(AttributeError):
        Quantity.parse("300").stated = Decimal(1)


def test_nothing_is_infinite_but_what_is_unbounded():
    assert Quantity.parse("more than 300").interval.high == INFINITY
    assert Quantity.parse("less than 300").interval.low == -INFINITY
