"""Library: several reports of one organisation, and the series that they make."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from edureport.errors import UsageError
from edureport.message import message
from edureport.model.period import Period
from edureport.model.report import Category, Indicator, Observation, Report, Target


class Library(NamedTuple):
    """Reports of one organisation, the earliest first. Make it with `Library.of`."""

    reports: tuple[Report, ...]

    @classmethod
    def of(cls, reports: Sequence[Report]) -> "Library":
        """The library of these reports, in any order.

        Raises UsageError if they are of different organisations.
        """
        first = reports[0]
        for other in reports[1:]:
            if not _same_organisation(first, other):
                raise UsageError(
                    message(
                        "library.organisations",
                        first=first.organisation,
                        first_path=first.path,
                        other=other.organisation,
                        other_path=other.path,
                    )
                )
        return cls(tuple(sorted(reports, key=lambda report: (report.period.last, report.period.days))))

    @classmethod
    def by_organisation(cls, reports: Sequence[Report]) -> "list[Library]":
        """A library for each organisation that the reports are of, in the order of the reports."""
        groups: list[list[Report]] = []
        for report in reports:
            for group in groups:
                if _same_organisation(group[0], report):
                    group.append(report)
                    break
            else:
                groups.append([report])
        return [cls.of(group) for group in groups]

    @property
    def latest(self) -> Report:
        """The report whose period ends last."""
        return self.reports[-1]

    def indicators(self) -> Iterator[Indicator]:
        """Every indicator once, as the latest report that has it defines it."""
        seen: dict[str, Indicator] = {}
        for report in self.reports:
            seen |= report.indicators
        return iter(seen.values())

    def targets(self) -> Iterator[Target]:
        """Every target once, as the latest report that has it states it."""
        seen: dict[str, Target] = {}
        for report in self.reports:
            seen |= report.targets
        return iter(seen.values())

    def series(
        self, indicator: str, category: Category | None = None, like: Indicator | None = None
    ) -> tuple[Observation, ...]:
        """What is known of an indicator (or a part of it), one figure a period, the earliest first.

        Of figures whose periods end on one day that over the longest time comes last. Where two
        reports give a figure for one period, the report on that period goes before one that quotes
        it later, and otherwise the later report before the earlier. With `like`, only figures in
        the unit and of the kind of that indicator.
        """
        return self.every_series(indicator, like).get(category, ())

    def every_series(
        self, indicator: str, like: Indicator | None = None
    ) -> Mapping[Category | None, tuple[Observation, ...]]:
        """The same for the indicator and each of its parts that anything is known of."""
        known: dict[Category | None, dict[Period, Observation]] = {}
        own: dict[Category | None, dict[Period, Observation]] = {}
        for report in self.reports:
            if indicator not in report or (like and not _alike(report[indicator], like)):
                continue
            for observation in report[indicator].observations:
                known.setdefault(observation.category, {})[observation.period] = observation
                if observation.period == report.period:
                    own.setdefault(observation.category, {})[observation.period] = observation
        return {
            category: tuple(
                sorted(
                    (figures | own.get(category, {})).values(),
                    key=lambda figure: (figure.period.last, figure.period.days),
                )
            )
            for category, figures in known.items()
        }


def _same_organisation(one: Report, other: Report) -> bool:
    """Whether two reports give the same id, or where not both have one the same name in some language."""
    if one.organisation_id and other.organisation_id:
        return one.organisation_id == other.organisation_id
    names = one.organisation.texts
    return any(names.get(language) == name for language, name in other.organisation.texts.items())


def _alike(one: Indicator, other: Indicator) -> bool:
    """Whether figures of one can be set beside figures of the other."""
    return one.unit.same_as(other.unit) and one.kind is other.kind
