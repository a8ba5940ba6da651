"""edureport compare: what changed between two periods."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.change import Change, Direction
from edureport.analysis.sides import Side, change_of, discrete_side, pairs, sides
from edureport.commands.columns import Columns, column, columns_of, rows_of
from edureport.commands.figures import full_label, label_of
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import as_period, listed, selected
from edureport.languages.values import Counted, Difference, Percent
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Report, Text
from edureport.table import Kind, Label, Table


class ChangeRow(NamedTuple):
    """The change of an indicator, or of a part of it, in the reader's language."""

    report: Report
    indicator: Indicator
    category: Category | None
    change: Change
    language: str

    @property
    def before(self) -> Quantity | None:
        """What the figure was."""
        return self.change.before.quantity if self.change.before else None

    @property
    def after(self) -> Quantity | None:
        """What the figure is."""
        return self.change.after.quantity if self.change.after else None

    @property
    def label(self) -> Label:
        """What the change is of."""
        return label_of(self.indicator, self.category, self.language)

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the later figure."""
        unit = self.indicator.unit
        return Counted(unit.key, unit.in_language(self.language), self.after or self.before)


COLUMNS: Columns[ChangeRow] = (
    column("indicator", Kind.KEY, lambda row: row.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("label", Kind.LABEL, lambda row: row.label, people=1),
    column("unit", Kind.UNIT, lambda row: row.unit, people=4),
    column("kind", Kind.CODE, lambda row: row.indicator.kind.value),
    column("before_period", Kind.PERIOD, lambda row: row.change.before and row.change.before.period),
    column("before", Kind.QUANTITY, lambda row: row.before, people=2),
    column("before_bound", Kind.CODE, lambda row: row.before and row.before.bound.value),
    column("after_period", Kind.PERIOD, lambda row: row.change.after and row.change.after.period),
    column("after", Kind.QUANTITY, lambda row: row.after, people=3),
    column("after_bound", Kind.CODE, lambda row: row.after and row.after.bound.value),
    column(
        "change",
        Kind.CHANGE,
        lambda row: difference(row.change, points=row.indicator.unit.is_percent),
        people=5,
    ),
    column("change_low", Kind.END, lambda row: row.change.difference and end(row.change.difference.low)),
    column("change_high", Kind.END, lambda row: row.change.difference and end(row.change.difference.high)),
    column(
        "percent", Kind.GROWTH, lambda row: row.change.percent and Quantity.of(row.change.percent), people=6
    ),
    column("direction", Kind.CODE, lambda row: row.change.direction.value),
    column("note", Kind.MESSAGE, lambda row: row.change.remark),
)


@with_view
def compare(
    reports: Reports = None,
    section: Sections = None,
    indicator: Indicators = None,
    before: Annotated[str | None, typer.Option(metavar="PERIOD", help="help.before")] = None,
    after: Annotated[str | None, typer.Option(metavar="PERIOD", help="help.after")] = None,
    allow_unequal: Annotated[bool, typer.Option("--allow-unequal", help="help.allow_unequal")] = False,
    discrete: Annotated[bool, typer.Option("--discrete", help="help.discrete")] = False,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    found = read(reports, view.language)
    keys = {one.key for one in selected(found, listed(section), listed(indicator))}
    in_order = len(reports or ()) == len(found)  # named one by one, not by a folder
    old, new = sides(
        found if in_order else Library.of(found).reports,
        as_period("--before", before),
        as_period("--after", after),
    )
    if discrete:
        library = Library.of(found)
        old, new = discrete_side(old, library), discrete_side(new, library)
    table = compare_table(
        found[-1], old, new, keys, view.language, allow_unequal=allow_unequal, explain=explain
    )
    view.write(table, found)


def compare_table(
    report: Report,
    before: Side,
    after: Side,
    keys: Iterable[str],
    language: str,
    *,
    allow_unequal: bool = False,
    explain: bool = False,
) -> Table:
    """The change of each chosen indicator and each of its parts, in the order of the reports."""
    chosen = set(keys)
    rows: list[ChangeRow] = []
    notes: list[Message] = []
    said: set[tuple[str, str]] = set()  # a remark on the whole is not repeated for each part
    for indicator, category in pairs(before, after):
        if indicator.key not in chosen:
            continue
        change = change_of(before, after, indicator.key, category, allow_unequal=allow_unequal)
        if change.before is None and change.after is None and category is not None:
            continue
        rows.append(ChangeRow(report, indicator, category, change, language))
        label = full_label(indicator, category)
        if change.remark is not None and (indicator.key, change.remark.key) not in said:
            said.add((indicator.key, change.remark.key))
            notes.append(message("compare.remark", label=label, remark=change.remark))
        if explain:
            notes += _explanation(label, change)
    return Table(
        name="compare",
        title=message(
            "title.compare",
            organisation=report.organisation,
            before=before.period,
            after=after.period,
        ),
        language=language,
        columns=columns_of(COLUMNS),
        rows=rows_of(COLUMNS, rows),
        notes=tuple(notes),
    )


def end(number: Decimal) -> Decimal | None:
    """An end of an interval; None for infinity."""
    return number if number.is_finite() else None


def difference(change: Change, *, points: bool) -> Difference | None:
    """The change as it is shown: an amount, or the bare difference where even its sign is unsure."""
    if change.difference is None or change.nominal is None:
        return None
    if change.direction is Direction.UNKNOWN:
        return Difference(change.nominal, "nominal", points=points, nominal=change.nominal)
    amount = Quantity.of(change.difference)
    return Difference(amount.stated, amount.bound.value, amount.upper, points, change.nominal)


def _explanation(label: Text | Message, change: Change) -> Iterator[Message]:
    """How the change and the percent came about."""
    if change.before is None or change.after is None or change.difference is None:
        return
    values = {
        "label": label,
        "before": change.before.quantity,
        "after": change.after.quantity,
        "change": difference(change, points=False),
    }
    key = "explain.change_unknown" if change.direction is Direction.UNKNOWN else "explain.change"
    yield message(key, **values)
    if change.percent is not None:
        yield message("explain.percent", **values, percent=Percent(Quantity.of(change.percent), signed=True))
