"""What changed since an earlier figure: its rows, columns and notes, and what summary shows beside it."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from edureport.analysis.change import Change
from edureport.analysis.sides import Figure, Side, change_of, earlier_side, latest_side, pairs, periods
from edureport.commands.columns import (
    Columns,
    Group,
    column,
    derived,
    for_people,
    period,
    placed,
    spare,
    stated,
)
from edureport.commands.figures import COLUMNS, FigureRow, Subject, about, named
from edureport.languages.values import Amount, Percent, Planned
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Observation, Report, Target, Text
from edureport.showing import difference, entries_of
from edureport.table import Kind

NOT_SAID = ("change.only_after", "change.only_before", "change.neither")  # where the cells show it


class Plan(NamedTuple):
    """A target of an indicator, and how far it is, in percent."""

    target: Target
    progress: Interval | None


class ChangedRow(NamedTuple):
    """A figure, what has changed since the one before, and what is planned of it."""

    figure: FigureRow
    change: Change | None
    plan: Plan | None = None

    @property
    def before(self) -> Observation | None:
        return self.change and self.change.before

    @property
    def shown(self) -> Amount | None:
        """The change as people see it."""
        return self.change and difference(self.change, points=self.figure.subject.indicator.unit.is_percent)


def _of_figure(group: Group[FigureRow]) -> Group[ChangedRow]:
    """The same columns of the figure that has changed."""
    cells = group.cells
    return Group(group.columns, lambda row: cells(row.figure))


FIGURE: Columns[ChangedRow] = tuple(map(_of_figure, COLUMNS))
CHANGE: Columns[ChangedRow] = (
    period("before_period", lambda row: row.before and row.before.period),
    stated("before", lambda row: row.before and row.before.quantity),
    derived(
        "change", Kind.CHANGE, lambda row: row.change and row.change.difference, shown=lambda row: row.shown
    ),
    derived("percent", Kind.GROWTH, lambda row: row.change and row.change.percent),
    column("direction", Kind.CODE, lambda row: row.change and row.change.direction.value),
    column("reason", Kind.MESSAGE, lambda row: row.change and row.change.remark),
)


def remarks(label: Text | Message, change: Change, *, explain: bool) -> Iterator[Message]:
    """What limits a change, where its cells do not show it, and how it came about."""
    if change.remark is not None and change.remark.key not in NOT_SAID:
        yield message("compare.remark", label=label, remark=change.remark)
    if explain:
        yield from explanation(label, change)


def restated(label: Text | Message, before: Side, after: Side, key: Figure) -> Iterator[Message]:
    """Which figures of the reports a later report gives otherwise."""
    for side in (before, after):
        if key in side.restatements:
            counts, other = side.restatements[key]
            remark = message(
                "note.restated",
                value=counts.quantity,
                place=counts.place,
                other=other.quantity,
                other_place=other.place,
            )
            yield message("compare.remark", label=label, remark=remark)


def understood(*sides: Side | None) -> Iterator[Message]:
    """Which period was taken for one that was asked for."""
    for side in sides:
        if side is not None and side.asked is not None:
            yield message("note.understood", asked=side.asked, period=side.period)


def explanation(label: Text | Message, change: Change) -> Iterator[Message]:
    """How the change and the percent came about."""
    if change.before is None or change.after is None:
        return
    if change.difference is None:
        if change.remark is not None and change.remark.key == "change.cannot_tell":
            yield message(
                "explain.change_unknown",
                label=label,
                before=change.before.quantity,
                after=change.after.quantity,
            )
        return
    values = {
        "label": label,
        "before": change.before.quantity,
        "after": change.after.quantity,
        "change": difference(change, points=False),
    }
    yield message("explain.change", **values)
    if change.percent is not None:
        yield message("explain.percent", **values, percent=Percent(Quantity.of(change.percent), signed=True))


class Beside(NamedTuple):
    """The period that is shown of an organisation, and what stands beside it."""

    library: Library
    after: Side
    before: Side | None
    plans: Mapping[Figure, Plan]

    @property
    def report(self) -> Report:
        """The report on the period, else the latest."""
        return self.after.report or self.library.latest

    def indicators(self, keep: set[int]) -> Iterator[Indicator]:
        """The indicators of either side that are to be kept, with the figures of the period alone."""
        earlier = self.before.indicators if self.before else {}
        for key, indicator in {**self.after.indicators, **earlier}.items():
            defined = self.after.indicators.get(key, indicator)
            if id(defined) in keep:
                yield self.after.as_of_then(defined)

    def rows(self, indicator: Indicator, language: str) -> Iterator[ChangedRow]:
        """The rows of an indicator as of the period: its figures, and what was before and is no more."""
        subject = Subject.of(self.report, indicator, language)
        seen = set()
        for entry, whole in entries_of(indicator):
            figure = FigureRow.of(subject, entry, whole)
            seen.add(figure.category)
            yield self.row(figure)
        for key, category in self.before.figures if self.before else ():
            if key == indicator.key and category not in seen and indicator.has(category):
                yield self.row(FigureRow(subject, category=category))

    def row(self, figure: FigureRow) -> ChangedRow:
        """A figure with its change and its plan."""
        key = figure.subject.indicator.key
        plan = self.plans.get((key, figure.category))
        if plan is not None and figure.quantity is None and figure.shown is None:
            goal = plan.target.quantity
            figure = figure._replace(shown=Planned(goal.stated, goal.bound.value, goal.upper))
        change = change_of(self.before, self.after, key, figure.category) if self.before else None
        return ChangedRow(figure, change, plan)

    def other_periods(self) -> set[Period]:
        """The periods that are known and not shown."""
        shown = {self.after.period, self.before.period if self.before else None}
        return set(periods(self.library)) - shown

    def notes(self, keys: set[str], *, several: bool, explain: bool) -> Iterator[Message]:
        """What limits the changes, of `several` organisations with whose; and which periods were meant."""
        yield from understood(self.after, self.before)
        if self.before is None:
            return
        for indicator, category in pairs(self.before, self.after):
            if indicator.key in keys:
                report = self.report if several else None
                label = named(indicator.name_of(category), report)
                change = change_of(self.before, self.after, indicator.key, category)
                said = (
                    *restated(label, self.before, self.after, (indicator.key, category)),
                    *remarks(label, change, explain=explain),
                )
                yield from (about(one, indicator.key, category, report=report) for one in said)


_PLAN: Columns[ChangedRow] = (
    for_people(
        "goal", Kind.NUMBER, lambda row: row.plan and row.figure.quantity and row.plan.target.quantity, 9
    ),
    for_people("due", Kind.DATE, lambda row: row.plan and row.plan.target.due, 10),
    for_people("progress", Kind.PERCENT, lambda row: row.plan and Quantity.known(row.plan.progress), 11),
)


def beside(library: Library, period: Period | None, earlier: Period | None, *, plans: bool) -> Beside:
    """What is shown of an organisation: the latest beside a year before; UsageError for an unknown period."""
    after = latest_side(library, period)
    before = earlier_side(library, after, earlier)
    return Beside(library, after, before, _plans(library, after.period) if plans else {})


def columns(*, several: bool) -> Columns[ChangedRow]:
    """The columns of summary, and of the changes for machines if there are several periods."""
    order = "label organisation_label period before value unit change percent goal due progress flags share"
    found = placed((*FIGURE, *(CHANGE if several else ()), *_PLAN), order)
    return spare(found, goal=3, due=3, progress=3, percent=2, before=1, change=1)


def _plans(library: Library, period: Period) -> dict[Figure, Plan]:
    """The target that is next due of each figure, as of the end of a period."""
    targets = list(library.targets(period.last))
    if not targets:
        return {}
    from edureport.analysis.progress import assess_all

    chosen: dict[Figure, Target] = {}
    for target in sorted(targets, key=lambda one: (one.due is None, one.due)):
        figure = target.indicator.key, target.category
        if figure not in chosen or ((due := chosen[figure].due) is not None and due < period.last):
            chosen[figure] = target
    return {
        (one.target.indicator.key, one.target.category): Plan(one.target, one.percent)
        for one in assess_all(library, chosen.values(), period.last)
    }
