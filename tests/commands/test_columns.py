"""The columns of commands: what one line of a figure fills."""

from datetime import date
from decimal import Decimal

import pytest

from edureport.commands.columns import column, columns_of, derived, each_row, period, placed, stated
from edureport.languages.values import Thousands
from edureport.model.interval import INFINITY, Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.table import Kind


def cells(group, thing):
    """The cells of a thing by the keys of the columns."""
    keys = [one.key for one in columns_of((group,))]
    (row,) = each_row((group,), [thing])
    return dict(zip(keys, row, strict=True))


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("300", "exact", 300, 300),
        ("more than 300", "more_than", 300, None),
        ("at most 20", "at_most", 0, 20),
        ("100..120", "range", 100, 120),
        ("about 100", "about", 95, 105),
    ],
)
def test_a_stated_figure_is_a_number_a_bound_and_two_ends(text, bound, low, high):
    quantity = Quantity.parse(text, counted=True)
    found = cells(stated("value", lambda thing: thing), quantity)
    assert found == {"value": quantity, "value_bound": bound, "value_low": low, "value_high": high}


def test_people_may_see_a_stated_figure_in_another_form():
    quantity, shown = Quantity(Decimal(120000)), Thousands(Decimal(120000), "exact")
    found = cells(stated("value", lambda thing: thing, shown=lambda _: shown), quantity)
    assert (found["value"], found["value_low"]) == (shown, 120000)


@pytest.mark.parametrize(
    ("interval", "low", "high", "open_"),
    [
        (Interval.point(Decimal(1) / 3), "0.3", "0.3", None),
        (Interval(Decimal("16.66"), Decimal("16.72")), "16.6", "16.8", None),
        (Interval(Decimal("16.66"), INFINITY, True, True), "16.6", None, "low"),
        (Interval(-INFINITY, Decimal("83.34"), True, True), None, "83.4", "high"),
        (Interval(Decimal("0.04"), Decimal("99.98"), True, True), "0.04", "99.98", "both"),
    ],
)
def test_a_derived_figure_is_a_number_two_ends_rounded_outwards_and_those_that_are_open(
    interval, low, high, open_
):
    found = cells(derived("share", Kind.PERCENT, lambda thing: thing), interval)
    ends = [None if end is None else Decimal(end) for end in (low, high)]
    assert [found["share_low"], found["share_high"], found["share_open"]] == [*ends, open_]
    assert found["share"] == Quantity.of(interval)


def test_of_all_numbers_there_is_nothing_to_tell():
    found = cells(
        derived("change", Kind.NUMBER, lambda thing: thing), Interval(-INFINITY, INFINITY, True, True)
    )
    assert set(found.values()) == {None}


def test_a_period_is_the_whole_and_its_two_days():
    span = Period.parse("2025-9M")
    found = cells(period("period", lambda thing: thing), span)
    assert list(found.values()) == [span, date(2025, 1, 1), date(2025, 9, 30)]


@pytest.mark.parametrize("group", [stated("a", lambda _: None), period("a", lambda _: None)])
def test_where_there_is_nothing_all_cells_are_empty(group):
    assert set(cells(group, "thing").values()) == {None}


def test_columns_can_be_placed_anew_and_hidden():
    columns = (column("a", Kind.KEY, str, people=1), column("b", Kind.KEY, str))
    assert [one.people for one in columns_of(columns, hidden={"a"})] == [0, 0]
    assert [one.people for one in columns_of(placed(columns, "b"))] == [0, 1]
    assert [one.people for one in columns_of(placed(columns, "b a"))] == [2, 1]
