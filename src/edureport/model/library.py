"""Library: several reports of one organisation, and the series that they make."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import NamedTuple

from edureport.errors import UsageError
from edureport.message import message
from edureport.model.merging import by_body, merged
from edureport.model.period import Period
from edureport.model.printing import agree
from edureport.model.report import Category, Indicator, Observation, Report, Target


class Library(NamedTuple):
    """Reports of one organisation, the earliest first. Make it with `Library.of`."""

    reports: tuple[Report, ...]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> "Library":
        """The library of these reports, in any order; those on one period as one.

        Raises UsageError if they are of different organisations, ReportError if two on one period
        differ and nobody knows which was published later.
        """
        first = reports[0]
        for other in reports[1:]:
            if not first.same_organisation(other):
                values = {"first": first.organisation, "first_path": first.path}
                values |= {"other": other.organisation, "other_path": other.path}
                raise UsageError(message("library.organisations", **values))
        return cls(tuple(sorted(merged(reports), key=lambda report: report.period.order)))

    @classmethod
    def by_organisation(cls, reports: Sequence[Report]) -> "list[Library]":
        """A library for each organisation that the reports are of, in the order of the reports."""
        return [cls.of(group) for group in by_body(reports)]

    @property
    def latest(self) -> Report:
        """The report whose period ends last."""
        return self.reports[-1]

    @property
    def knows_several_periods(self) -> bool:
        """Whether there are figures for more than one period."""
        own = self.latest.period
        return len(self.reports) > 1 or any(
            figure.period is not own and figure.period != own
            for indicator in self.latest.indicators.values()
            for figure in indicator.observations
        )

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator once, as the latest report that has it defines it."""
        seen: dict[str, Indicator] = {}
        for report in self.reports:
            seen |= report.indicators
        return iter(seen.values())

    def targets(self, day: date | None = None) -> Iterator[Target]:
        """Every target once, as it is valid on a day, or without one in the end.

        It is valid from the end of the period of the report that states it, until a later report
        states it again; what is not repeated is not withdrawn.
        """
        for stated in self.statements(day).values():
            yield stated[-1]

    def statements(self, day: date | None = None) -> Mapping[str, tuple[Target, ...]]:
        """Every target as often as reports for periods up to this day state it, the earliest first."""
        statements: dict[str, tuple[Target, ...]] = {}
        for report in self.reports:
            if day is None or report.period.last <= day:
                for key, target in report.targets.items():
                    statements[key] = (*statements.get(key, ()), target)
        return statements

    def series(
        self, indicator: str, category: Category | None = None, like: Indicator | None = None
    ) -> tuple[Observation, ...]:
        """What is known of an indicator (or a part of it), one figure a period, the earliest first.

        Of figures whose periods end on one day that over the longest time comes last. Where a later
        report quotes a figure, that of the report on its period counts; where the two certainly differ
        the one that was published later. With `like`, only figures in the unit and of the kind of
        that indicator.
        """
        return self.every_series(indicator, like).get(category, ())

    def every_series(
        self, indicator: str, like: Indicator | None = None
    ) -> Mapping[Category | None, tuple[Observation, ...]]:
        """The same for the indicator and each of its parts that anything is known of."""
        stated = self.every_statement(indicator, like)
        return {category: tuple(one.figure for one in counted(same)) for category, same in stated.items()}

    def every_statement(
        self, indicator: str, like: Indicator | None = None
    ) -> "dict[Category | None, list[Statement]]":
        """Every time that reports state the indicator or a part of it, the earliest report first."""
        found: dict[Category | None, list[Statement]] = {}
        for report in self.reports:
            if indicator in report and (like is None or report[indicator].is_like(like)):
                for figure in report[indicator].observations:
                    found.setdefault(figure.category, []).append(Statement(report, report[indicator], figure))
        return found

    def at(self, indicator: Indicator, period: Period) -> Mapping[Category | None, Observation]:
        """The figure for a period of the indicator and of each of its parts, where there is one."""
        return {
            category: figure
            for category, series in self.every_series(indicator.key, like=indicator).items()
            for figure in series
            if figure.period == period
        }


class Statement(NamedTuple):
    """A figure, with its indicator as the report defines it that states the figure."""

    report: Report
    indicator: Indicator
    figure: Observation

    @property
    def own(self) -> bool:
        """Whether the report is on the period of the figure, and does not quote it later."""
        return self.report.period == self.figure.period


def by_period(statements: Iterable[Statement]) -> dict[Period, list[Statement]]:
    """The statements on each period, in their order."""
    periods: dict[Period, list[Statement]] = {}
    for statement in statements:
        periods.setdefault(statement.figure.period, []).append(statement)
    return periods


def counted(statements: Iterable[Statement]) -> list[Statement]:
    """The one statement on each period that counts, the earliest period first."""
    chosen = [reduce(counting, same) for same in by_period(statements).values()]
    return sorted(chosen, key=lambda one: one.figure.period.order)


def counting(before: Statement, now: Statement) -> Statement:
    """Which of two statements on one period counts; `before` is of the report on the earlier period."""
    one, other = before.figure.quantity, now.figure.quantity
    if agree(one, other):
        return now if now.own or not before.own else before
    days = before.report.published, now.report.published
    if days[0] is not None and days[1] is not None and days[0] > days[1]:
        return before
    return now
