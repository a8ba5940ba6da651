"""What changed since an earlier figure: the columns of it, and what is said of it in notes."""

from collections.abc import Callable, Iterator
from typing import TypeVar

from edureport.analysis.change import Change
from edureport.analysis.sides import Figure, Side
from edureport.commands.columns import Columns, column, derived, period, stated
from edureport.languages.values import Amount, Percent
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.quantity import Quantity
from edureport.model.report import Observation, Text
from edureport.showing import difference
from edureport.table import Kind

Thing = TypeVar("Thing")
NOT_SAID = ("change.only_after", "change.only_before", "change.neither")  # where the cells show it


def change_columns(
    change: Callable[[Thing], Change | None], points: Callable[[Thing], bool]
) -> Columns[Thing]:
    """The figure before and what has changed since; `points`: whether the figures are percentages."""

    def before(thing: Thing) -> Observation | None:
        known = change(thing)
        return known.before if known else None

    def interval(name: str) -> Callable[[Thing], Interval | None]:
        return lambda thing: getattr(change(thing), name, None)

    def shown(thing: Thing) -> Amount | None:
        known = change(thing)
        return difference(known, points=points(thing)) if known else None

    return (
        period("before_period", lambda thing: (figure := before(thing)) and figure.period),
        stated("before", lambda thing: (figure := before(thing)) and figure.quantity),
        derived("change", Kind.CHANGE, interval("difference"), shown=shown),
        derived("percent", Kind.GROWTH, interval("percent")),
        column("direction", Kind.CODE, lambda thing: (known := change(thing)) and known.direction.value),
        column("reason", Kind.MESSAGE, lambda thing: (known := change(thing)) and known.remark),
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
