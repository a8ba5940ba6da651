"""What changed since an earlier figure: the row and the columns of it, and what notes say of it."""

from collections.abc import Iterator
from typing import NamedTuple

from edureport.analysis.change import Change
from edureport.analysis.sides import Figure, Side
from edureport.commands.columns import Columns, Group, column, derived, period, stated
from edureport.commands.figures import COLUMNS, FigureRow
from edureport.languages.values import Amount, Percent
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.quantity import Quantity
from edureport.model.report import Observation, Target, Text
from edureport.showing import difference
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
        """The figure before."""
        return self.change and self.change.before

    @property
    def shown(self) -> Amount | None:
        """The change as people see it."""
        points = self.figure.subject.indicator.unit.is_percent
        return self.change and difference(self.change, points=points)


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
