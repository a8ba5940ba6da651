"""Merging: reports of one organisation on one period are one report, figure by figure.

Equal figures are one. Of different ones the later published counts; where the days of publication do
not tell, nobody knows which, and that is an error. No order of names or arguments decides.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Generic, NamedTuple, TypeVar

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import Breakdown, Category, Figures, Indicator, Observation, Report, Target, Text
from edureport.problem import Place, Problem

T = TypeVar("T")


def by_body(reports: Sequence[Report]) -> list[list[Report]]:
    """The reports of each organisation, in the order of the first, to whose group others of it belong."""
    if len(reports) == 1:  # of most periods there is but one
        return [list(reports)]
    groups: list[list[Report]] = []
    known: dict[tuple[str, str], list[int]] = {}  # from what an organisation is called to groups
    for report in reports:
        candidates = sorted({number for name in names_of(report) for number in known.get(name, ())})
        same = next((one for one in candidates if groups[one][0].same_organisation(report)), None)
        if same is None:
            for name in names_of(report):
                known.setdefault(name, []).append(len(groups))
            groups.append([report])
        else:
            groups[same].append(report)
    return groups


def names_of(report: Report) -> Iterable[tuple[str, str]]:
    """What the organisation of a report is called: its id, and its name in each language."""
    if report.organisation_id:
        yield "id", report.organisation_id
    yield from report.organisation.texts.items()


class Version(NamedTuple, Generic[T]):
    """One statement of something, with its place and the day when its report was published."""

    thing: T
    published: date | None
    place: Place


def merged(reports: Sequence[Report]) -> list[Report]:
    """The reports, those of one organisation on one period as one, in the place of the first of them.

    Raises ReportError with both places of each figure that they give differently with no telling
    which was published later.
    """
    by_period: dict[Period, list[Report]] = {}
    for report in reports:
        by_period.setdefault(report.period, []).append(report)
    groups = [group for same_period in by_period.values() for group in by_body(same_period)]
    if len(by_period) > 1:
        order = {id(report): number for number, report in enumerate(reports)}
        groups.sort(key=lambda group: order[id(group[0])])
    problems: list[Problem] = []
    reports_of_periods = [group[0] if len(group) == 1 else _one(group, problems) for group in groups]
    if problems:
        raise ReportError(*problems)
    return reports_of_periods


def _one(group: Sequence[Report], problems: list[Problem]) -> Report:
    """The reports as one, with the names of the one that was published last."""
    by_day = sorted(group, key=lambda one: (one.published or date.min, one.id, one.path))
    base, *_ = order = by_day[::-1]
    replaced: list[Message] = []
    indicators = {
        key: _indicator([report for report in order if key in report], key, problems, replaced)
        for key in _keys(report.indicators for report in order)
    }
    targets = {
        key: _target([report for report in order if key in report.targets], key, problems, replaced)
        for key in _keys(report.targets for report in order)
    }
    return replace(
        base,
        units={key: unit for report in by_day for key, unit in report.units.items()},
        sections={key: section for report in by_day for key, section in report.sections.items()},
        indicators=indicators,
        targets={
            key: target._replace(indicator=indicators[target.indicator.key])
            for key, target in targets.items()
        },
        replaced=tuple(replaced),
        gaps=tuple(gap for report in order for gap in report.gaps),
        other_paths=tuple(report.path for report in order[1:]),
    )


def _indicator(
    reports: Sequence[Report], key: str, problems: list[Problem], replaced: list[Message]
) -> Indicator:
    """An indicator with the figures of all reports; what is defined otherwise is as published last."""
    base = reports[0][key]
    same = [report[key] for report in reports]
    if not all(base.is_like(one) for one in same):
        versions = [Version(report[key], report.published, report[key].place) for report in reports]
        if _latest(versions, Indicator.is_like) is None:
            problems.append(_undated(base.label, versions))
        return base
    stated: dict[tuple[Category | None, Period], list[Version[Observation]]] = {}
    for report in reports:
        for figure in report[key].observations:
            version = Version(figure, report.published, figure.place)
            stated.setdefault((figure.category, figure.period), []).append(version)
    breakdowns = _breakdowns(same)
    merged_one = base._replace(
        breakdowns=breakdowns,
        skip=tuple({skip.check: skip for one in reversed(same) for skip in one.skip}.values()),
    )
    figures = [_figure(merged_one, same, problems, replaced) for same in stated.values()]
    with_value = {figure.category for figure in figures if figure.period == base.period}
    return merged_one._replace(
        observations=Figures(figures),
        blanks=tuple(blank for blank in base.blanks if blank.category not in with_value),
    )


def _figure(
    indicator: Indicator,
    versions: Sequence[Version[Observation]],
    problems: list[Problem],
    replaced: list[Message],
) -> Observation:
    first = versions[0].thing
    label = indicator.name_of(first.category)
    chosen = _latest(versions, lambda one, other: one.quantity.same_as(other.quantity))
    if chosen is None:
        other = next(one.thing for one in versions if not one.thing.quantity.same_as(first.quantity))
        values = {"period": first.period, "value": first.quantity, "other": other.quantity}
        problems.append(Problem.at(first.place, "merge.figure", label=label, place=other.place, **values))
        return first
    for old in versions:
        figure = chosen.thing
        if not old.thing.quantity.same_as(figure.quantity):
            values = {"period": figure.period, "value": figure.quantity, "other": old.thing.quantity}
            places = {"place": figure.place, "other_place": old.place}
            replaced.append(message("note.replaced_figure", label=label, **values, **places))
    return chosen.thing


def _target(reports: Sequence[Report], key: str, problems: list[Problem], replaced: list[Message]) -> Target:
    plans = [report.targets[key] for report in reports]
    versions = [
        Version(plan, report.published, plan.place) for plan, report in zip(plans, reports, strict=True)
    ]
    chosen = _latest(versions, lambda one, other: _plan(one) == _plan(other))
    if chosen is None:
        problems.append(_undated(plans[0].label, versions))
        return plans[0]
    plan = chosen.thing
    others = [old.place for old in versions if _plan(old.thing) != _plan(plan)]
    replaced.extend(
        message("note.replaced_plan", label=plan.label, place=chosen.place, other_place=place)
        for place in others
    )
    return plan


def _plan(target: Target) -> tuple[object, ...]:
    """What makes a target another one."""
    baseline = target.baseline and (target.baseline.quantity, target.baseline.date)
    return target.indicator.key, target.quantity, target.due, baseline, dict(target.milestones)


def _latest(versions: Sequence[Version[T]], equal: Callable[[T, T], bool]) -> Version[T] | None:
    """The first version if all are equal, else the one published last; None if nobody knows which."""
    first = versions[0]
    if all(equal(first.thing, other.thing) for other in versions[1:]):
        return first
    days = [version.published for version in versions if version.published is not None]
    if len(days) < len(versions):
        return None
    chosen, *more = [version for version in versions if version.published == max(days)]
    return chosen if all(equal(chosen.thing, other.thing) for other in more) else None


def _undated(label: Text, versions: Sequence[Version[T]]) -> Problem:
    return Problem.at(versions[0].place, "merge.statement", label=label, place=versions[1].place)


def _breakdowns(indicators: Sequence[Indicator]) -> dict[str, Breakdown]:
    """The breakdowns of all, each with every member; one that lacks members of another is not complete."""
    breakdowns: dict[str, Breakdown] = {}
    for indicator in indicators:
        for key, breakdown in indicator.breakdowns.items():
            known = breakdowns.setdefault(key, breakdown)
            if breakdown.members.keys() - known.members.keys():
                members = {**breakdown.members, **known.members}
                breakdowns[key] = known._replace(members=members, complete=False)
    return breakdowns


def _keys(mappings: Iterable[Iterable[str]]) -> Iterator[str]:
    return iter(dict.fromkeys(key for mapping in mappings for key in mapping))
