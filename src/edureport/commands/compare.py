"""edureport compare: what changed between two periods."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.change import Change
from edureport.analysis.sides import Figure, Side, change_of, discrete_side, pairs, sides
from edureport.commands.columns import Columns, column, columns_of, derived, period, placed, rows_of, stated
from edureport.commands.figures import about, full_label
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import as_period, listed, selected
from edureport.languages.values import Counted, Difference, Percent
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Observation, Report, Text
from edureport.showing import difference, label_of, section_of
from edureport.table import Kind, Label, Named, Table


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
    def shown(self) -> Difference | None:
        """The change as people see it."""
        return difference(self.change, points=self.indicator.unit.is_percent)

    @property
    def section(self) -> Named | None:
        """The section of the indicator."""
        return section_of(self.indicator, self.language)

    @property
    def label(self) -> Label:
        """What the change is of."""
        return label_of(self.indicator, self.category, self.language)

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the later figure."""
        unit = self.indicator.unit
        return Counted(unit.key, unit.in_language(self.language), self.after or self.before)


# Where people see the columns if the rows are not all on the same two periods.
_WITH_PERIODS = {
    "label": 1,
    "before_period": 2,
    "before": 3,
    "before_flags": 4,
    "after_period": 5,
    "after": 6,
    "after_flags": 7,
    "unit": 8,
    "change": 9,
    "percent": 10,
}
COLUMNS: Columns[ChangeRow] = (
    column("organisation", Kind.KEY, lambda row: row.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.report.organisation.in_language(row.language)),
    column("section", Kind.NAMED, lambda row: row.section),
    column("indicator", Kind.KEY, lambda row: row.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("label", Kind.LABEL, lambda row: row.label, people=1),
    column("unit", Kind.UNIT, lambda row: row.unit, people=6),
    column("kind", Kind.CODE, lambda row: row.indicator.kind.value),
    period("before_period", lambda row: row.change.before and row.change.before.period),
    stated("before", lambda row: row.before, people=2),
    period("after_period", lambda row: row.change.after and row.change.after.period),
    stated("after", lambda row: row.after, people=4),
    derived("change", Kind.CHANGE, lambda row: row.change.difference, people=7, shown=lambda row: row.shown),
    derived("percent", Kind.GROWTH, lambda row: row.change.percent, people=8),
    column("direction", Kind.CODE, lambda row: row.change.direction.value),
    column("reason", Kind.MESSAGE, lambda row: row.change.remark),
    column("before_flags", Kind.CODES, lambda row: _flags(row.change.before), people=3),
    column("after_flags", Kind.CODES, lambda row: _flags(row.change.after), people=5),
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
    loaded = read(reports, view.language)
    keys = {one.key for one in selected(loaded, listed(section), listed(indicator))}
    in_order = len(reports or ()) == len(loaded)  # named one by one, not by a folder
    old, new = sides(
        loaded if in_order else Library.of(loaded).reports,
        as_period("--before", before),
        as_period("--after", after),
    )
    if discrete:
        library = Library.of(loaded)
        old, new = discrete_side(old, library), discrete_side(new, library)
    table = compare_table(
        loaded[-1], old, new, keys, view.language, allow_unequal=allow_unequal, explain=explain
    )
    view.write(table, loaded)


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
    for indicator, category in pairs(before, after):
        if indicator.key not in chosen:
            continue
        change = change_of(before, after, indicator.key, category, allow_unequal=allow_unequal)
        shown = change.before is not None or change.after is not None or category is None
        if not shown and all(blank.category != category for blank in indicator.blanks):
            continue
        rows.append(ChangeRow(report, indicator, category, change, language))
        label = full_label(indicator, category)
        remarks = [*_restated(label, before, after, (indicator.key, category))]
        if change.remark is not None:
            remarks.append(message("compare.remark", label=label, remark=change.remark))
        if explain:
            remarks += _explanation(label, change)
        notes += (about(remark, indicator.key, category) for remark in remarks)
    old = _windows(before, rows, (row.change.before for row in rows))
    new = _windows(after, rows, (row.change.after for row in rows))
    one = len(old) == len(new) == 1  # else each row says its own
    values = {
        "organisation": report.organisation,
        "before": next(iter(old), None),
        "after": next(iter(new), None),
    }
    columns = COLUMNS if one else placed(COLUMNS, **_WITH_PERIODS)
    return Table(
        name="compare",
        title=message("title.compare" if one else "title.compare_each", **values),
        language=language,
        columns=columns_of(columns),
        rows=rows_of(columns, rows),
        notes=tuple(notes),
    )


def _windows(side: Side, rows: Sequence[ChangeRow], figures: Iterable[Observation | None]) -> set[Period]:
    """The periods of the figures on one side of all rows; one that cannot be separated has none."""
    if not rows:
        return {side.period}
    return {
        figure.period if figure else side.period
        for row, figure in zip(rows, figures, strict=True)
        if figure or (row.indicator.key, row.category) not in side.inseparable
    }


def _flags(figure: Observation | None) -> tuple[str, ...] | None:
    return figure.flags or None if figure else None


def _restated(label: Text | Message, before: Side, after: Side, key: Figure) -> Iterator[Message]:
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


def _explanation(label: Text | Message, change: Change) -> Iterator[Message]:
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
