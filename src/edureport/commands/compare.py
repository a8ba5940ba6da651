"""edureport compare: what changed between two periods."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from edureport.analysis.change import Change, Direction
from edureport.analysis.sides import Side, change_of, discrete_side, pairs, sides
from edureport.commands.figures import full_label
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import as_period, listed, selected
from edureport.languages.values import Counted, Difference, Percent
from edureport.message import Message, message
from edureport.model.interval import INFINITY
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Report, Text
from edureport.table import Column, Kind, Label, Row, Table

COLUMNS = (
    Column("indicator", Kind.KEY),
    Column("dimension", Kind.KEY),
    Column("member", Kind.KEY),
    Column("label", Kind.LABEL, people=1),
    Column("unit", Kind.UNIT, people=4),
    Column("kind", Kind.CODE),
    Column("before_period", Kind.PERIOD),
    Column("before", Kind.QUANTITY, people=2),
    Column("before_bound", Kind.CODE),
    Column("after_period", Kind.PERIOD),
    Column("after", Kind.QUANTITY, people=3),
    Column("after_bound", Kind.CODE),
    Column("change", Kind.CHANGE, people=5),
    Column("change_low", Kind.END),
    Column("change_high", Kind.END),
    Column("percent", Kind.GROWTH, people=6),
    Column("direction", Kind.CODE),
    Column("note", Kind.MESSAGE),
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
    rows: list[Row] = []
    notes: list[Message] = []
    said: set[tuple[str, str]] = set()  # a remark on the whole is not repeated for each part
    for indicator, category in pairs(before, after):
        if indicator.key not in chosen:
            continue
        change = change_of(before, after, indicator.key, category, allow_unequal=allow_unequal)
        if change.before is None and change.after is None and category is not None:
            continue
        rows.append(_row(indicator, category, change, language))
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
        columns=COLUMNS,
        rows=rows,
        notes=tuple(notes),
    )


def _row(indicator: Indicator, category: Category | None, change: Change, language: str) -> Row:
    before, after = change.before, change.after
    whole = indicator.label.in_language(language)
    label = indicator.label_of(category).in_language(language)
    low = high = None
    if change.difference is not None:
        low = None if change.difference.low == -INFINITY else change.difference.low
        high = None if change.difference.high == INFINITY else change.difference.high
    latest = after or before
    return (
        indicator.key,
        category.dimension if category else None,
        category.member if category else None,
        Label(label, whole) if category else Label(label),
        Counted(
            indicator.unit.key, indicator.unit.in_language(language), latest.quantity if latest else None
        ),
        indicator.kind.value,
        before.period if before else None,
        before.quantity if before else None,
        before.quantity.bound.value if before else None,
        after.period if after else None,
        after.quantity if after else None,
        after.quantity.bound.value if after else None,
        difference(change, points=indicator.unit.is_percent),
        low,
        high,
        None if change.percent is None else Quantity.of(change.percent),
        change.direction.value,
        change.remark,
    )


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
