"""edureport trend: an indicator over all periods that are known."""

from collections.abc import Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from edureport import output
from edureport.analysis.series import SeriesPoint, TimeSeries, all_series
from edureport.commands.changes import CHANGE, FIGURE, ChangedRow, remarks
from edureport.commands.columns import columns_of, each_row, placed
from edureport.commands.figures import FigureRow, Subject, about, named, whose
from edureport.commands.options import Explain, View, read, with_view
from edureport.commands.selection import By, grouped, named_first, selected
from edureport.commands.values import argument, complete_indicators
from edureport.languages.values import Counted
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Report
from edureport.showing import sparkline
from edureport.table import Column, Kind, Row, Table


class BodySeries(NamedTuple):
    """The series of one indicator, or of a part of it, of one organisation."""

    report: Report
    series: TimeSeries


COLUMNS = placed((*FIGURE, *CHANGE), "label organisation_label period value unit change percent flags")


@with_view
def trend(
    words: Annotated[
        list[str], argument("INDICATOR... [REPORT]...", "help.trend_words", complete_indicators)
    ],
    by: By = None,
    discrete: Annotated[bool, typer.Option("--discrete", help="help.discrete_series")] = False,
    across: Annotated[bool, typer.Option("--across", help="help.across")] = False,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    indicators, reports = named_first(words)
    loaded = read(list(reports), view.language, cache=view.cache, indicators=indicators)
    shown = grouped(loaded, by, view.language)
    keys = list(dict.fromkeys(one.key for one in selected(shown, (), indicators)))
    known = known_series(shown, keys, alone=discrete)
    if across and output.is_for_people(view.choice):
        view.write(across_table(known, view.language), loaded)
    else:
        view.write(trend_table(known, view.language, explain=explain), loaded)


def known_series(reports: Sequence[Report], keys: Sequence[str], *, alone: bool = False) -> list[BodySeries]:
    """The series of these indicators and their parts, of each organisation in turn."""
    return [
        BodySeries(library.latest, series)
        for library in Library.by_organisation(reports)
        for key in keys
        for series in all_series(library, key, alone=alone)
    ]


def trend_table(known: Sequence[BodySeries], language: str, *, explain: bool = False) -> Table:
    """One row for each period of each series, the earliest first; those without a figure too."""
    rows: list[ChangedRow] = []
    groups: list[tuple[int, Message]] = []
    notes: list[Message] = []
    hidden = whose(one.report for one in known)
    several = not hidden
    for one in known:
        if len(known) > 1:
            groups.append((len(rows), _heading(one, several=several)))
        rows += _rows(one, language)
        notes += _notes(one, several=several, explain=explain)
    line = _spark(known[0]) if len(known) == 1 else ""
    return Table(
        name="trend",
        title=_title(known),
        language=language,
        columns=columns_of(COLUMNS, hidden | _one_label(known)),
        rows=list(each_row(COLUMNS, rows)),
        groups=tuple(groups),
        intro=(message("group.line", line=line),) if line else (),
        notes=tuple(notes),
        in_headings=frozenset({"organisation_label", "label"}),
        nested=False,
    )


def across_table(known: Sequence[BodySeries], language: str) -> Table:
    """One row for each series, one column for each period; for people."""
    periods = sorted(
        {point.period for one in known for point in one.series.points}, key=lambda one: one.order
    )
    several = not whose(one.report for one in known)
    columns = (
        Column("label", Kind.LABEL, 0 if _one_label(known) else 1),
        Column("organisation_label", Kind.TEXT, 2 if several else 0),
        *(
            Column(f"value_{number}", Kind.NUMBER, 3 + number, heading=period)
            for number, period in enumerate(periods)
        ),
        Column("unit", Kind.UNIT, 3 + len(periods)),
        Column("sparkline", Kind.TEXT, 4 + len(periods)),
    )
    return Table(
        name="trend",
        title=_title(known),
        language=language,
        columns=columns,
        rows=[_across(one, periods, language) for one in known],
        notes=tuple(note for one in known for note in _notes(one, several=several, explain=False)),
    )


def _across(one: BodySeries, periods: Sequence[Period], language: str) -> Row:
    """The cells of a series across the periods."""
    rows = list(_rows(one, language))
    shown = {row.figure.period: row.figure.shown for row in rows}
    first = rows[0].figure
    unit = Counted(first.subject.indicator.unit.key, first.subject.unit, None)
    label, organisation = first.label, first.subject.organisation
    return (label, organisation, *(shown.get(period) for period in periods), unit, _spark(one) or None)


def _rows(one: BodySeries, language: str) -> Iterator[ChangedRow]:
    """The rows of a series; one without a figure is of its period all the same."""
    if not one.series.points:
        subject = Subject.of(one.report, one.series.indicator, language)
        yield ChangedRow(FigureRow(subject, category=one.series.category), None)
    for point in one.series.points:
        yield ChangedRow(_figure(point, one.series, language), point.change)


def _figure(point: SeriesPoint, series: TimeSeries, language: str) -> FigureRow:
    indicator = point.indicator
    if series.category is not None and series.category.dimension not in indicator.breakdowns:
        indicator = series.indicator
    subject = Subject.of(point.report, indicator._replace(period=point.period), language)
    if point.entry is None:
        return FigureRow(subject, category=series.category)
    return FigureRow.of(subject, point.entry, point.whole)


def _title(known: Sequence[BodySeries]) -> Message:
    """Of what the series are, and whose."""
    bodies = {one.report.body for one in known}
    keys = {one.series.indicator.key for one in known}
    indicator, report = known[-1].series.indicator, known[-1].report
    what = indicator.label if len(keys) == 1 else message("count.indicators", count=len(keys))
    who = report.organisation if len(bodies) == 1 else message("count.organisations", count=len(bodies))
    return message("title.trend", label=what, organisation=who)


def _heading(one: BodySeries, *, several: bool) -> Message:
    """Which series follows, and how it runs; of `several` organisations also whose it is."""
    label = one.series.indicator.name_of(one.series.category)
    line = _spark(one)
    if not several:
        if not line:
            return message("group.section", section=label)
        return message("group.series", label=label, line=line)
    who = one.report.organisation
    if not line:
        return message("group.body_section", report=who, section=label)
    return message("group.series_of", organisation=who, label=label, line=line)


def _spark(one: BodySeries) -> str:
    """How a series runs, in a line of small bars."""
    return sparkline([point.figure.quantity if point.figure else None for point in one.series.points])


def _one_label(known: Sequence[BodySeries]) -> frozenset[str]:
    """The column of labels, which people need not see if all rows are of one thing."""
    things = {(one.series.indicator.key, one.series.category) for one in known}
    return frozenset({"label"} if len(things) == 1 else ())


def _notes(one: BodySeries, *, several: bool, explain: bool) -> Iterator[Message]:
    """What limits the changes, and what was stated otherwise; of `several` organisations also of which."""
    series, whose_ = one.series, one.report if several else None
    label = named(series.indicator.name_of(series.category), whose_)
    for point in series.points:
        said: list[Message] = []
        if (figure := point.figure) is not None:
            for other in point.revised:
                values = {"period": point.period, "value": figure.quantity, "place": figure.place}
                places = {"other": other.quantity, "other_place": other.place}
                said.append(message("trend.revised", label=label, **values, **places))
        if point.change is not None:
            said += remarks(label, point.change, explain=explain)
        yield from (about(note, series.indicator.key, series.category, report=whose_) for note in said)
