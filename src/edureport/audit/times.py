"""FigureTimes: of which time each figure of a text may be, and whether that is certain."""

from collections.abc import Container, Sequence
from datetime import date
from typing import NamedTuple

from edureport.audit.candidates import Candidate
from edureport.model.period import DAY, Period
from edureport.model.report import Report
from edureport.prose import read
from edureport.prose.figures.figure import FigureKind, Mode
from edureport.prose.reading import Reading
from edureport.prose.times.times import Role, Time


class FigureTime(NamedTuple):
    """The times that a figure may be of, the likeliest first; None stands for the period of the report.

    `compared_with` is the time that its sentence compares with, and `is_earlier` says that the figure is
    of that time itself: "against 187 a year ago".
    """

    times: Sequence[Time | None]
    compared_with: Time | None
    report_period: Period
    is_earlier: bool


class FigureTimes:
    """The times of the figures of a text, and which of the reports' periods the text is about."""

    def __init__(self, reading: Reading, reports: Sequence[Report]) -> None:
        page = reading.page
        self._figures = reading.figures
        self._language = reading.language
        self._of_labels: dict[str, frozenset[Period]] = {}
        self._period, self._certain = _report_period(reading, [report.period for report in reports])
        named, self.times = reading.times(self._period)
        tables = reading.tables(self._period)
        cells = {index: tables.cell(index) for index in range(len(self._figures))}
        self.cells = {index: cell for index, cell in cells.items() if cell is not None and not cell.head}
        self.tokens = {token for one in named for token in range(one.first, one.last)}
        self._named = {(page.sentence[one.first], one.time.period) for one in named if one.time}
        self._other_times: set[int] = set()  # sentences that name a time which is not the report's
        self._ahead: set[int] = set()  # sentences that say by when something is to be, after the report
        self._compared_with: dict[int, Time] = {}  # by sentence
        for one in named:
            if one.time and one.time.role is Role.COMPARED:
                self._compared_with.setdefault(page.sentence[one.first], one.time)
            elif one.time and one.time.role is Role.DUE:
                if one.time.period.last > self._period.last + DAY:
                    self._ahead.add(page.sentence[one.first])
            elif one.time and not _overlap(one.time.period, self._period):
                self._other_times.add(page.sentence[one.first])

    @property
    def day(self) -> date:
        """The last day of the period that the text is about."""
        return self._period.last

    def of(self, index: int, compared: Container[int], candidate: Candidate | None) -> FigureTime:
        """The times that the figure of this index may be of, which may be about a candidate.

        A time that an earlier sentence has set may have ended, and one may be part of the name of what is
        counted: "enrolment, 2025/26 school year". `compared` are the indices of the figures that others
        are compared with.
        """
        figure, time = self._figures[index], self.times[index]
        named = time is not None and candidate is not None and time.period in self._periods_of(candidate)
        if index in self.cells:
            times = [None, time] if named else [time]
            return FigureTime(times, self.cells[index].since, self._period, is_earlier=False)
        times = [time] if time is None or self._is_named(index) else [time, None]
        times = [None, *times] if named else times
        is_earlier = figure.mode is Mode.FROM or (index in compared and time is None)
        return FigureTime(times, self._compared_with.get(figure.sentence), self._period, is_earlier)

    def _periods_of(self, candidate: Candidate) -> frozenset[Period]:
        """The periods that the name of a candidate mentions."""
        label = candidate.indicator.label.in_language(self._language)
        if not any(map(str.isdecimal, label)):
            return frozenset()
        if label not in self._of_labels:
            named = read(label, self._language).times(self._period).named
            self._of_labels[label] = frozenset(one.time.period for one in named if one.time)
        return self._of_labels[label]

    def is_uncertain(self, index: int) -> bool:
        """Whether a figure may be of another time than it seems to be.

        "By 2030 there are 50 schools" is a plan, though none of its words says so.
        """
        figure = self._figures[index]
        ahead = figure.sentence in self._ahead and figure.kind is not FigureKind.TARGET
        other_time = figure.sentence in self._other_times or ahead
        return not self._is_named(index) and (other_time or not self._certain)

    def _is_named(self, index: int) -> bool:
        """Whether the sentence of a figure names its time itself."""
        time = self.times[index]
        if index in self.cells:
            return time is not None
        return time is not None and (self._figures[index].sentence, time.period) in self._named


def _report_period(reading: Reading, reported: Sequence[Period]) -> tuple[Period, bool]:
    """The period that the text is about, and whether that is certain: it names one of the reports', or none.

    If it names another one, this is the latest period of the reports that overlaps it, else its own.
    """
    named = reading.period
    periods = sorted(reported, key=lambda period: period.order)
    if named is None or named in periods:
        return named or periods[-1], True
    near = [period for period in periods if _overlap(period, named)]
    return (near[-1] if near else named), False


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
