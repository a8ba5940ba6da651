"""Context: the times that a text names, and which of them each of its figures may be about."""

from collections.abc import Container, Sequence
from typing import NamedTuple

from edureport.model.period import Period
from edureport.model.report import Report
from edureport.prose.reading import Reading
from edureport.prose.times.times import Role, Time


class When(NamedTuple):
    """The times that a figure may be of, the likeliest first, the one it is compared with, the text's own."""

    times: Sequence[Time | None]
    compared: Time | None
    own: Period
    before: bool  # whether the figure is what another one is compared with


class Context:
    """What a text says of the times of its figures, and of its own period among those of the reports."""

    def __init__(self, reading: Reading, reports: Sequence[Report]) -> None:
        page = reading.page
        self._figures = reading.figures
        self._own, self._certain = _own_period(reading, [report.period for report in reports])
        named, self.times = reading.times(self._own)
        self.tokens = {place for one in named for place in range(one.first, one.last)}
        self._told = {(page.sentence[one.first], one.time.period) for one in named if one.time}
        self._elsewhen: set[int] = set()  # sentences that name a time which is not the text's own
        self._compared: dict[int, Time] = {}  # with what each sentence compares
        for one in named:
            if one.time and one.time.role is Role.COMPARED:
                self._compared.setdefault(page.sentence[one.first], one.time)
            elif one.time and one.time.role is not Role.DUE and not _meets(one.time.period, self._own):
                self._elsewhen.add(page.sentence[one.first])

    def when(self, place: int, against: Container[int]) -> When:
        """The times that a figure may be of; a time that another sentence has set may have ended."""
        figure, time = self._figures[place], self.times[place]
        times = [time] if time is None or self._is_told(place) else [time, None]
        before = figure.mode == "from" or (place in against and time is None)
        return When(times, self._compared.get(figure.sentence), self._own, before)

    def is_open(self, place: int) -> bool:
        """Whether a figure may be of another time than it seems to be."""
        elsewhen = self._figures[place].sentence in self._elsewhen
        return not self._is_told(place) and (elsewhen or not self._certain)

    def _is_told(self, place: int) -> bool:
        """Whether the sentence of a figure tells its time itself."""
        time = self.times[place]
        return time is not None and (self._figures[place].sentence, time.period) in self._told


def _own_period(reading: Reading, reported: Sequence[Period]) -> tuple[Period, bool]:
    """The period of the report that the text is about, else of the latest; its own if none is near it.

    With it whether the text leaves no doubt: it names this period, or none.
    """
    named = reading.period
    periods = sorted(reported, key=lambda period: (period.last, period.days))
    if named is None or named in periods:
        return named or periods[-1], True
    near = [period for period in periods if _meets(period, named)]
    return (near[-1] if near else named), False


def _meets(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
