"""Windows of a flow: what figures over several periods say of any other span of days.

Windows that touch add up, windows with one first day subtract, and where days are missing what cannot
shrink still has bounds. All of that is one system of differences: with F(d) for what was counted before
the day d, a window from i to j says that F(j) − F(i) lies in its interval. The tightest bounds of any
other difference are shortest paths (Cormen et al., Introduction to Algorithms, "Difference constraints
and shortest paths").
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Context, Decimal
from itertools import pairwise
from typing import NamedTuple

from edureport.model.interval import INFINITY, ZERO, Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Observation

_EXACT = Context(prec=200)  # sums of figures of up to 30 digits are never rounded

# A bound, and how many open ends it comes from, as a negative number: of two equal bounds an open one is
# the tighter.
Weight = tuple[Decimal, int]
Edge = tuple[int, int, Weight]  # from a day to another, as ordinals: F(to) ≤ F(from) + weight

_NOTHING: Weight = (ZERO, 0)


class Clash(NamedTuple):
    """A window, and what longer ones say of its days instead."""

    figure: Observation
    others: Interval


class Windows:
    """The windows of one flow that agree with each other; `clashes` are those that do not.

    Where two ways to a figure give different results, the longer window counts.
    """

    def __init__(
        self,
        figures: Sequence[Observation],
        *,
        grows: bool,
        interval: Callable[[Quantity], Interval] = lambda quantity: quantity.interval,
    ) -> None:
        """`grows` says that it counts things, so that no day takes any away."""
        self.grows = grows
        self.clashes: list[Clash] = []
        self._stated = {figure.period: interval(figure.quantity) for figure in figures}
        self._edges = [edge for period, known in self._stated.items() for edge in _edges(period, known)]
        if self._distances(self._edges, None) is None:
            self._keep_the_longest(figures)

    def over(self, period: Period) -> Interval:
        """Everything that the flow over these days can be; it may be all numbers there are."""
        if any(clash.figure.period == period for clash in self.clashes):
            return self._stated[period]  # nobody else can say better what was stated for just these days
        return self._between(self._edges, period)

    def join(self, period: Period) -> bool:
        """Whether windows that touch lead from the beginning of the period to its end."""
        first, last = _days(period)
        reached, ahead = {first}, [first]
        while ahead:
            day = ahead.pop()
            for known in self._stated:
                begin, end = _days(known)
                beside = {begin, end} - reached if day in (begin, end) else set()
                reached |= beside
                ahead += beside
        return last in reached

    def _keep_the_longest(self, figures: Sequence[Observation]) -> None:
        """Take the windows from the longest on, without those that contradict the ones taken before."""
        self._edges = []
        for figure in sorted(figures, key=lambda one: (-one.period.days, one.period.first)):
            others = self._between(self._edges, figure.period)
            known = self._stated[figure.period]
            if others.meets(known):
                self._edges += _edges(figure.period, known)
            else:
                self.clashes.append(Clash(figure, others))

    def _between(self, edges: list[Edge], period: Period) -> Interval:
        first, last = _days(period)
        up = (self._distances(edges, first, last) or {}).get(last)
        down = (self._distances(edges, last, first) or {}).get(first)
        low, low_open = (_negated(down[0]), down[1] < 0) if down else (-INFINITY, True)
        high, high_open = (up[0], up[1] < 0) if up else (INFINITY, True)
        return Interval(low, high, low_open, high_open)

    def _distances(self, edges: list[Edge], start: int | None, *more: int) -> dict[int, Weight] | None:
        """Shortest paths from a day, or any, to each (Bellman and Ford); None if windows contradict."""
        days = sorted({day for edge in edges for day in edge[:2]} | {day for day in (start, *more) if day})
        # Of what grows nothing is taken away from one day to the next.
        growth = [(after, before, _NOTHING) for before, after in pairwise(days)] if self.grows else []
        every = [*edges, *growth]
        distances = dict.fromkeys(days, _NOTHING) if start is None else {start: _NOTHING}
        for _ in range(len(days) + 1):
            settled = True
            for begin, end, weight in every:
                so_far = distances.get(begin)
                if so_far is not None:
                    reached = _EXACT.add(so_far[0], weight[0]), so_far[1] + weight[1]
                    if end not in distances or reached < distances[end]:
                        distances[end] = reached
                        settled = False
            if settled:
                return distances
            every.reverse()  # as Yen does: what leads backwards is found in one round as well
        return None


def _edges(period: Period, known: Interval) -> Iterator[Edge]:
    """What a window says, as far as it says anything."""
    first, last = _days(period)
    if known.high != INFINITY:
        yield first, last, (known.high, -known.high_open)
    if known.low != -INFINITY:
        yield last, first, (_negated(known.low), -known.low_open)


def _days(period: Period) -> tuple[int, int]:
    """The first day, and the one after the last, which the calendar may not have."""
    return period.first.toordinal(), period.last.toordinal() + 1


def _negated(value: Decimal) -> Decimal:
    return value.copy_negate() if value else ZERO  # the operator would round to 28 digits
