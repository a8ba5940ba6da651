"""What summary shows of one organisation: the figures of a period, what was before, what is planned."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from edureport.analysis.sides import Side, change_of, earlier_side, latest_side, pairs, periods
from edureport.commands.changes import CHANGE, FIGURE, ChangedRow, Plan, remarks, restated, understood
from edureport.commands.columns import Columns, for_people, placed, spare
from edureport.commands.figures import FigureRow, Subject, about, named
from edureport.languages.values import Planned
from edureport.message import Message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Report, Target
from edureport.showing import entries_of
from edureport.table import Kind

Figure = tuple[str, Category | None]


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
        """What limits the changes, and which periods were taken for those that were asked for.

        Of `several` organisations a note says which one it is about.
        """
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
    """What is shown of an organisation: without a period the latest beside the same a year before.

    Raises UsageError for a period that was asked for and that nothing is known of.
    """
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
