"""FigureTimes: of which time each figure of a text may be; and what the data have for that time."""

from collections.abc import Container, Mapping, Sequence
from datetime import date
from functools import cache, cached_property
from typing import NamedTuple

from edureport.analysis.breakdown import HUNDRED, share
from edureport.analysis.change import compare
from edureport.analysis.progress import Assessment, assess_all
from edureport.audit.candidates import Candidate
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.period import DAY, Period
from edureport.model.quantity import Quantity
from edureport.model.report import IndicatorKind, Observation, Report, Target
from edureport.prose import read
from edureport.prose.figures.figure import Figure, FigureKind, Mode, Way
from edureport.prose.reading import Reading
from edureport.prose.times.expression import Grain
from edureport.prose.times.times import Role, Time

MONTH = 31  # days; within one, a day stands for its end
ONE = Interval.point(HUNDRED / HUNDRED)


def observed(
    series: Sequence[Observation], kind: IndicatorKind, time: Time | None, report_period: Period
) -> list[Observation]:
    """The figures for that time, the latest first; without one, that for the period of the report.

    "In 2025" may mean what has been counted of that year so far, and what is counted at the end of a
    period may be dated on the morning after. What has been reached since some day is what there is now.
    """
    if time is None or (time.role is Role.SINCE and kind is not IndicatorKind.FLOW):
        return [figure for figure in series if figure.period == report_period]
    exact = [figure for figure in series if figure.period == time.period]
    return exact or [figure for figure in reversed(series) if _is_meant(figure.period, kind, time)]


def earlier(
    series: Sequence[Observation], kind: IndicatorKind, after: Observation, compared_with: Time | None
) -> Observation | None:
    """What a figure is compared with: at the time that the text names, else a year earlier."""
    before = [figure for figure in series if figure.period.last < after.period.last]
    if compared_with is not None:
        return next(iter(observed(before, kind, compared_with, compared_with.period)), None)
    year = after.period.year_earlier()
    return next((figure for figure in before if figure.period == year), None)


def planned(target: Target, time: Time | None) -> Quantity | None:
    """What the target says for that day: its value when it is due, or a milestone; None for other days."""
    if time is None:
        return target.quantity
    if target.due is None:
        return None
    days = {time.period.last, time.period.last - DAY}
    for day, quantity in ((target.due, target.quantity), *target.milestones.items()):
        if day in days:
            return quantity
    whole = time.period.first <= target.due <= time.period.last and time.period.days > MONTH
    return target.quantity if whole else None


def _is_meant(period: Period, kind: IndicatorKind, time: Time) -> bool:
    """Whether a figure for this period can be what the text says of its time."""
    named = time.period
    if time.role is Role.SINCE:
        return period.first == named.first
    within = named.first <= period.first and period.last <= named.last
    if within and time.grain in {Grain.YEAR, Grain.SCHOOL_YEAR}:
        return True
    if time.role is not Role.AS_OF and kind is IndicatorKind.FLOW:
        return False
    if named.first == named.last and period.days <= MONTH and period.first <= named.last <= period.last:
        return True
    days = {named.last, named.last - DAY} if named.first == named.last else {named.last}
    return period.last in days


def share_of(candidate: Candidate, figure: Observation) -> Quantity | None:
    """The share of a part in its whole, in percent; None where the data do not show it."""
    category, indicator = candidate.category, candidate.indicator
    if figure.all_of is not None:
        return Quantity(HUNDRED)
    if category is None:
        return None
    whole = indicator.whole_of(category)
    if whole is None or whole.period != figure.period:
        return None
    return Quantity.known(share(figure.quantity, whole.quantity))


def change_to(text: Figure, candidate: Candidate, before: Observation, after: Observation) -> Quantity | None:
    """The change between two figures of the data, in the measure and the direction of the text.

    A fall by 5 is a change by −5, so that a text which says so about a rise does not fit. None where the
    data do not show the change, or the text does not say in which direction it went.
    """
    change = compare(before, after, candidate.indicator.kind)
    if text.mode is Mode.TIMES:
        ratio = change.percent and change.percent / Interval.point(HUNDRED) + ONE
        return None if ratio is None else Quantity.known(ONE / ratio if text.direction is Way.DOWN else ratio)
    relative = text.percent and not text.points and not candidate.indicator.unit.is_percent
    size = change.percent if relative else change.difference
    if size is None or text.direction is None:
        return None
    amount = Quantity.known(-size if text.direction is Way.DOWN else size)
    return amount if amount is None or relative else candidate.unscaled(amount)


class TargetsOf:
    """The targets of reports as of a day, each assessed when it is asked for."""

    def __init__(self, reports: Sequence[Report], day: date) -> None:
        self._reports, self._day = reports, day

    @cached_property
    def _libraries(self) -> Mapping[str, Library]:
        return {library.latest.body: library for library in Library.by_organisation(self._reports)}

    def assessment(self, candidate: Candidate) -> Assessment | None:
        """The target that a candidate is, as of the day of the text; None if it is none."""
        if candidate.target is None:
            return None
        return assess_all(self._libraries[candidate.organisation], [candidate.target], self._day)[0]

    def of_indicator(self, candidate: Candidate) -> list[Assessment]:
        """The targets for what a candidate counts."""
        library = self._libraries[candidate.organisation]
        mine = candidate.indicator.key, candidate.category
        targets = [one for one in library.targets(self._day) if (one.indicator.key, one.category) == mine]
        return list(assess_all(library, targets, self._day))


class FigureTime(NamedTuple):
    """The times that a figure may be of."""

    times: Sequence[Time | None]  # the likeliest first; None stands for the period of the report
    compared_with: Time | None  # the time that its sentence compares with
    report_period: Period
    is_earlier: bool  # whether it is of that time itself: "against 187 a year ago"


class FigureTimes:
    """The times of the figures of a text, and which of the reports' periods the text is about."""

    def __init__(self, reading: Reading, reports: Sequence[Report]) -> None:
        page = reading.page
        self._figures, self._language = reading.figures, reading.language
        self._periods_in = cache(self._read_periods)
        self._period, self._certain = _report_period(reading, [report.period for report in reports])
        named, self.times = reading.times(self._period)
        tables = reading.tables(self._period)
        cells = {index: tables.cell(index) for index in range(len(self._figures))}
        self.cells = {index: cell for index, cell in cells.items() if cell is not None and not cell.head}
        self.tokens = {token for one in named for token in range(one.first, one.last)}
        timed = [(page.sentence[one.first], one.time) for one in named if one.time]
        self._named = {(sentence, time.period) for sentence, time in timed}
        compared = [one for one in reversed(timed) if one[1].role is Role.COMPARED]
        self._compared_with = dict(compared)  # the first of each sentence
        # Sentences that say by when something is to be, after the report, or name a time which is not its.
        due = [(sentence, time.period) for sentence, time in timed if time.role is Role.DUE]
        self._ahead = {sentence for sentence, period in due if period.last > self._period.last + DAY}
        others = [(sentence, time) for sentence, time in timed if time.role not in (Role.COMPARED, Role.DUE)]
        self._other_times = {sentence for sentence, time in others if not _overlap(time.period, self._period)}

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
        label = candidate.indicator.label.in_language(self._language) if candidate else ""
        named = time is not None and time.period in self._periods_in(label)
        if index in self.cells:
            times = [None, time] if named else [time]
            return FigureTime(times, self.cells[index].since, self._period, is_earlier=False)
        times = [time] if time is None or self._is_named(index) else [time, None]
        times = [None, *times] if named else times
        is_earlier = figure.mode is Mode.FROM or (index in compared and time is None)
        return FigureTime(times, self._compared_with.get(figure.sentence), self._period, is_earlier)

    def _read_periods(self, label: str) -> frozenset[Period]:
        """The periods that the name of a candidate mentions."""
        dated = any(map(str.isdecimal, label))
        named = read(label, self._language).times(self._period).named if dated else ()
        return frozenset(one.time.period for one in named if one.time)

    def is_uncertain(self, index: int) -> bool:
        """Whether a figure may be of another time: "by 2030 there are 50 schools" is a plan."""
        figure = self._figures[index]
        ahead = figure.sentence in self._ahead and figure.kind is not FigureKind.TARGET
        other_time = figure.sentence in self._other_times or ahead
        return not self._is_named(index) and (other_time or not self._certain)

    def _is_named(self, index: int) -> bool:
        """Whether the sentence of a figure names its time itself."""
        time, sentence = self.times[index], self._figures[index].sentence
        return time is not None and (index in self.cells or (sentence, time.period) in self._named)


def _report_period(reading: Reading, reported: Sequence[Period]) -> tuple[Period, bool]:
    """The period that the text is about, else the latest that overlaps it; and whether that is certain."""
    named = reading.period
    periods = sorted(reported, key=lambda period: period.order)
    if named is None or named in periods:
        return named or periods[-1], True
    near = [period for period in periods if _overlap(period, named)]
    return (near[-1] if near else named), False


def _overlap(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
