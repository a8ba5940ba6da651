"""What windows of a flow leave possible between two days: everything that can be true of all of them at once.

Let S(t) be what had been counted by the end of day t. A window says that S(last) − S(first − 1) lies in its
interval, and what cannot shrink that S never falls. The most and the least that S can grow between two days
are shortest paths in the graph of these differences.
"""

from datetime import timedelta
from itertools import pairwise

from stated import SPARK, Span

DAY = timedelta(days=1)


class ContraryError(Exception):
    """The windows cannot all be true."""


def gathered(windows, start, end, counted):
    """What was added after `start` up to `end`, by the stated intervals and by whole ones; None for no idea.

    A window is a first day, a last day and a Stated.
    """
    spans = [(first - DAY, last, figure.span) for first, last, figure in windows]
    real = _between(spans, start, end, counted)
    if not counted:
        return real and (real, real)
    return real, _between([(before, last, span.whole()) for before, last, span in spans], start, end, counted)


def _between(spans, start, end, shrinks_never):
    days = sorted({start, end, *(day for before, last, _ in spans for day in (before, last))})
    most = []  # (from, to, how much S can be greater at most)
    for before, last, span in spans:
        if span.high is not None:
            most.append((before, last, span.high - (SPARK if span.high_open else 0)))
        if span.low is not None:
            most.append((last, before, -span.low - (SPARK if span.low_open else 0)))
    if shrinks_never:
        most += [(later, earlier, 0) for earlier, later in pairwise(days)]
    high, low = _shortest(days, most, start, end), _shortest(days, most, end, start)
    if high is None and low is None:
        return None
    return Span(None if low is None else -low, high)


def _shortest(days, edges, start, end):
    """Bellman and Ford; None if there is no way."""
    found = {start: 0}
    for _ in range(len(days)):
        changed = False
        for one, other, length in edges:
            if one in found and (other not in found or found[one] + length < found[other]):
                found[other] = found[one] + length
                changed = True
        if not changed:
            return found.get(end)
    raise ContraryError
