"""What windows of a flow add up to between two days: exactly, or as a lower and an upper bound."""

from datetime import timedelta
from fractions import Fraction
from typing import NamedTuple

from stated import Span, exactly

DAY = timedelta(days=1)


class Gathered(NamedTuple):
    """What was added after one day up to another.

    `spans` are all intervals that the windows give it, the one that holds in all of them first; `whole` are
    the same, each window closed at the whole numbers in it.
    """

    spans: list
    whole: list


def gathered(windows, start, end, counted):
    """What the windows (first day, last day, Stated) give from the day after `start` to `end`, or None."""
    edges = [(first - DAY, last, figure.span) for first, last, figure in windows]
    real = _between(edges, start, end, counted)
    if not real:
        return None
    closed = [(first, last, span.whole()) for first, last, span in edges] if counted else edges
    return Gathered(_tightest_first(real), _tightest_first(_between(closed, start, end, counted)))


def _between(edges, start, end, counted):
    ways = _ways(edges, start, end)
    if ways or not counted:
        return ways
    low, high = _inside(edges, start, end), _around(edges, start, end)
    return [] if low == 0 and high is None and not _any_inside(edges, start, end) else [Span(low, high)]


def _ways(edges, start, end):
    """An interval for each way of adding windows that touch and subtracting those that go too far."""
    if start == end:
        return [exactly(0)]
    found = []
    for number, (before, after, span) in enumerate(edges):
        rest = edges[:number] + edges[number + 1 :]
        if before == start:
            found += [span + further for further in _ways(rest, after, end)]
        elif after == start:
            found += [-span + further for further in _ways(rest, before, end)]
    return found


def _any_inside(edges, start, end):
    return any(before >= start and after <= end for before, after, _ in edges)


def _inside(edges, start, end):
    """The most that windows inside, no two of which overlap, have at least."""
    best = Fraction(0)
    for before, after, span in edges:
        if before >= start and after <= end:
            best = max(best, span.low + _inside(edges, after, end))
    return best


def _around(edges, start, end):
    """The least that windows around all of it have at most; None if there is none."""
    found = [span.high for before, after, span in edges if before <= start and after >= end]
    return min((high for high in found if high is not None), default=None)


def _tightest_first(spans):
    met = spans[0]
    for span in spans[1:]:
        met = met.meet(span)
    return [met, *(span for span in dict.fromkeys(spans) if span != met)]
