"""What of a figure is solid, hatched or open: only what is certain is solid."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.charts.wording import extent
from edureport.drawing import DrawnBar, Extent, Look, pieces
from edureport.model.interval import Interval
from edureport.model.quantity import Quantity

SOLID, RANGE, OPEN = Look.SOLID, Look.RANGE, Look.OPEN


@pytest.mark.parametrize(
    ("stated", "drawn"),
    [
        ("250", [(SOLID, 0, 250)]),
        ("0", []),
        ("-5", [(SOLID, 0, -5)]),
        ("more than 300", [(SOLID, 0, 300), (OPEN, 300, 301)]),
        ("at least 0", [(OPEN, 0, 1)]),
        ("180..220", [(SOLID, 0, 180), (RANGE, 180, 220)]),
        ("about 200", [(SOLID, 0, 190), (RANGE, 190, 210)]),
        ("nearly 200", [(SOLID, 0, 190), (RANGE, 190, 200)]),
        ("less than 100", [(RANGE, 0, 100)]),
        ("at most -5", [(SOLID, 0, -5), (OPEN, -5, -6)]),
        ("more than -3", [(RANGE, -3, 0), (OPEN, 0, 1)]),
        ("-2..4", [(RANGE, -2, 4)]),
        ("-4..-2", [(SOLID, 0, -2), (RANGE, -2, -4)]),
    ],
)
def test_only_what_is_certain_is_solid(stated, drawn):
    assert list(pieces(extent(Quantity.parse(stated).interval))) == drawn


NUMBERS = st.decimals(-1000, 1000, places=1)


@given(NUMBERS, NUMBERS)
def test_solid_pieces_are_in_every_number_that_the_figure_can_be(one, other):
    low, high = sorted((one, other))
    for piece in pieces(extent(Interval(low, high))):
        near, far = sorted((piece.start, piece.end))
        if piece.look is SOLID:
            assert all(min(0, value) <= near and far <= max(0, value) for value in (low, high))
        else:
            assert low <= near
            assert far <= high


def test_a_bar_that_starts_behind_another_is_moved_as_a_whole():
    bar = DrawnBar("Private", Extent(Decimal(50), None), "", start=Decimal(250))
    assert list(bar.pieces) == [(SOLID, 250, 300), (OPEN, 300, 301)]
