"""edureport compare: what changed between two periods."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, NamedTuple

import typer

from edureport.analysis import change as changes
from edureport.analysis.change import Change, Direction
from edureport.commands.options import (
    Explain,
    Indicators,
    Reports,
    Sections,
    View,
    as_period,
    listed,
    read,
    selected,
    with_view,
)
from edureport.errors import UsageError
from edureport.message import Message, message
from edureport.model.interval import INFINITY
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Observation, Report
from edureport.languages.values import Counted, Difference, Percent
from edureport.table import Column, Kind, Label, Row, Table

COLUMNS = (
    Column("indicator", Kind.TEXT),
    Column("dimension", Kind.TEXT),
    Column("member", Kind.TEXT),
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


class Side(NamedTuple):
    """One side of a comparison: a period, the indicators as defined then, and their figures."""

    period: Period
    indicators: Mapping[str, Indicator]
    figures: Mapping[tuple[str, Category | None], Observation]


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
    old, new = sides(found, as_period("--before", before), as_period("--after", after))
    if discrete:
        library = Library.of(found)
        old, new = _discrete(old, library), _discrete(new, library)
    table = compare_table(
        found[-1], old, new, keys, view.language, allow_unequal=allow_unequal, explain=explain
    )
    view.write(table)


def sides(reports: list[Report], before: Period | None, after: Period | None) -> tuple[Side, Side]:
    """What to compare: two reports as they were given, or two periods that the reports know.

    Without a period given: the latest, and the same a year earlier or else the last one before it
    of the same length. Raises UsageError where there is nothing to compare with.
    """
    library = Library.of(reports)
    if len(reports) == 2 and before is None and after is None:
        return _of_report(reports[0]), _of_report(reports[1])
    known = _periods(library)
    new = after or library.latest.period
    for period in (before, after):
        if period is not None and period not in known:
            raise UsageError(message("compare.no_such_period", period=period, known=tuple(known)))
    old = before or _base(new, known)
    return _of_period(library, old), _of_period(library, new)


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
    indicators = {**after.indicators, **before.indicators}
    for key in indicators:
        if key not in chosen:
            continue
        old, new = before.indicators.get(key), after.indicators.get(key)
        said: set[str] = set()  # a remark on the whole is not repeated for each part
        for category in _categories(old, new):
            indicator = new if new and _has(new, category) else old
            if indicator is None:
                continue
            change = _change(before, after, old, new, category, allow_unequal=allow_unequal)
            if change.before is None and change.after is None and category is not None:
                continue
            rows.append(_row(indicator, category, change, language))
            label = _full_label(indicator, category, language)
            if change.remark is not None and change.remark.key not in said:
                said.add(change.remark.key)
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


def _of_report(report: Report) -> Side:
    return _side(report.period, report.indicators, report)


def _side(period: Period, indicators: Mapping[str, Indicator], report: Report) -> Side:
    figures = {
        (indicator.key, figure.category): figure
        for indicator, figure in report.observations
        if figure.period == period
    }
    return Side(period, indicators, figures)


def _of_period(library: Library, period: Period) -> Side:
    """The figures of a period, wherever in the library they stand."""
    for report in reversed(library.reports):
        if report.period == period:
            return _side(period, report.indicators, report)
    indicators = {indicator.key: indicator for indicator in library.indicators()}
    figures = {
        (key, None): figure
        for key in indicators
        for figure in library.series(key)
        if figure.period == period
    }
    return Side(period, indicators, figures)


def _periods(library: Library) -> list[Period]:
    """All periods that some figure is for, the earliest first."""
    found = {report.period for report in library.reports}
    found |= {figure.period for report in library.reports for _, figure in report.observations}
    return sorted(found, key=lambda period: (period.last, period.first))


def _base(new: Period, known: list[Period]) -> Period:
    """The same period a year earlier, else the last one before it of the same length."""
    if new.year_earlier() in known:
        return new.year_earlier()
    earlier = [period for period in known if period.last < new.last]
    same = [period for period in earlier if period.as_long_as(new)]
    if same:
        return same[-1]
    if earlier:
        raise UsageError(message("compare.none_as_long", period=new, known=tuple(earlier)))
    raise UsageError(message("compare.one_period", period=new))


def _discrete(side: Side, library: Library) -> Side:
    """The side with flows as what the last period alone added."""
    figures = dict(side.figures)
    for (key, category), figure in side.figures.items():
        if side.indicators[key].kind == "flow":
            alone = changes.discrete(figure, library.series(key, category))
            if alone is None:
                del figures[key, category]
            else:
                figures[key, category] = alone
    return side._replace(figures=figures)


def _categories(old: Indicator | None, new: Indicator | None) -> Iterator[Category | None]:
    """The whole, then the parts that either side has."""
    yield None
    seen = set()
    for indicator in (new, old):
        for dimension, breakdown in indicator.breakdowns.items() if indicator else ():
            for member in breakdown.members:
                category = Category(dimension, member)
                if category not in seen:
                    seen.add(category)
                    yield category


def _has(indicator: Indicator, category: Category | None) -> bool:
    if category is None:
        return True
    breakdown = indicator.breakdowns.get(category.dimension)
    return breakdown is not None and category.member in breakdown.members


def _change(
    before: Side,
    after: Side,
    old: Indicator | None,
    new: Indicator | None,
    category: Category | None,
    *,
    allow_unequal: bool,
) -> Change:
    indicator = new or old
    assert indicator is not None
    first = before.figures.get((indicator.key, category))
    second = after.figures.get((indicator.key, category))
    why = changes.incomparable(old, new) if old and new else None
    if why is not None and first and second:
        return changes.not_comparable(first, second, why)
    return changes.compare(first, second, indicator.kind, allow_unequal=allow_unequal)


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
        return Difference(change.nominal, "nominal", points=points)
    amount = Quantity.of(change.difference)
    return Difference(amount.stated, amount.bound.value, amount.upper, points)


def _full_label(indicator: Indicator, category: Category | None, language: str) -> str:
    label = indicator.label.in_language(language)
    if category is None:
        return label
    return f"{label}: {indicator.label_of(category).in_language(language)}"


def _explanation(label: str, change: Change) -> Iterator[Message]:
    """How the change and the percent came about."""
    if change.before is None or change.after is None or change.difference is None:
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
