"""Material: what of the reports goes into a document, before any word of it is chosen."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from edureport.analysis.change import Change
from edureport.analysis.progress import Assessment, assess_all
from edureport.analysis.sides import Side, change_of, earlier_side, latest_side
from edureport.model.library import Library
from edureport.model.report import Blank, Category, Indicator, Observation, Report, Section, Target
from edureport.showing import by_section, entries_of


class FigureEntry(NamedTuple):
    """A figure of the report, or the place of one, with its whole and with what was before it."""

    indicator: Indicator
    category: Category | None
    figure: Observation | Blank | None
    whole: Observation | None
    change: Change | None
    target: Target | None

    @property
    def observation(self) -> Observation | None:
        """The figure, where there is one."""
        return self.figure if isinstance(self.figure, Observation) else None


class SectionEntries(NamedTuple):
    """The entries of a section, or of none, indicator by indicator."""

    section: Section | None
    indicators: tuple[tuple[FigureEntry, ...], ...]


class Material(NamedTuple):
    """The latest report of a library by sections, its targets, and the period before it, if one is known."""

    report: Report
    library: Library
    groups: tuple[SectionEntries, ...]
    targets: tuple[Assessment, ...]
    before: Side | None

    @property
    def day(self) -> date:
        """The day that it is about: the last of its period."""
        return self.report.period.last


def material(library: Library, keys: frozenset[str]) -> Material:
    """What a document on these indicators of the latest report has."""
    report = library.latest
    after = latest_side(library, None)
    before = earlier_side(library, after, None)
    day = report.period.last
    valid = [target for target in library.targets(day) if target.indicator.key in keys]
    plans = {(target.indicator.key, target.category): target for target in reversed(valid)}
    wanted = [one for one in report.indicators.values() if one.key in keys]
    groups = tuple(
        SectionEntries(section, tuple(tuple(_entries(one, before, after, plans)) for one in members))
        for section, members in by_section(report.sections, wanted)
    )
    return Material(report, library, groups, tuple(assess_all(library, valid, day)), before)


def _entries(
    indicator: Indicator,
    before: Side | None,
    after: Side,
    plans: dict[tuple[str, Category | None], Target],
) -> Iterator[FigureEntry]:
    for figure, whole in entries_of(indicator):
        category = figure.category if figure is not None else None
        change = None
        if before is not None and (indicator.key, category) in before.figures:
            change = change_of(before, after, indicator.key, category)
        plan = plans.get((indicator.key, category))
        yield FigureEntry(indicator, category, figure, whole, change, plan)


def figures(groups: Sequence[SectionEntries]) -> Iterator[FigureEntry]:
    """Every entry of the groups, in their order."""
    return (entry for group in groups for entries in group.indicators for entry in entries)
