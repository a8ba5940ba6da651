"""edureport data: everything the reports say as one tidy table, an observation a row."""

from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import partial
from io import StringIO
from itertools import takewhile

from edureport import output
from edureport.commands import options
from edureport.commands.columns import Columns, Group, columns_of, each_row, placed
from edureport.commands.figures import COLUMNS as FIGURE_COLUMNS
from edureport.commands.figures import FigureRow, Subject, title_of_several, whose
from edureport.commands.selection import selected
from edureport.formats import Style, writer
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Indicator, Report
from edureport.table import Column, Kind, Later, Row, Table

_ONE = Decimal(1)
_ANSWERS = {True: "yes", False: "no"}  # whether the parts beside a part are all there are


def _stated(row: FigureRow) -> Row:
    """What the report says of the figure, and where."""
    subject, quantity, category = row.subject, row.quantity, row.category
    report, indicator, place = subject.report, subject.indicator, row.place
    return (
        _precision(quantity),
        indicator.better,
        category and _ANSWERS[indicator.breakdowns[category.dimension].complete],
        report.published,
        row.as_written,
        _source(subject),
        visible(place.path),
        place.line,
        _measure(indicator, quantity),
    )


COLUMNS: Columns[FigureRow] = placed(
    (
        *takewhile(lambda group: group.columns[0].key != "share", FIGURE_COLUMNS),
        Group(
            (
                Column("precision", Kind.END),
                Column("better", Kind.CODE),
                Column("complete", Kind.CODE),
                Column("published", Kind.DATE),
                Column("as_written", Kind.TEXT),
                Column("source", Kind.TEXT),
                Column("report", Kind.TEXT),
                Column("line", Kind.COUNT),
                Column("measure", Kind.CODE),
            ),
            _stated,
        ),
    ),
    "label organisation_label period value unit flags",
)


@options.with_view
def data(
    reports: options.Reports = None,
    section: options.Sections = None,
    indicator: options.Indicators = None,
    *,
    view: options.View,
) -> None:
    """Run the command."""
    paths = options.located(reports, view.language)
    if view.is_plain_csv and not section and not indicator:
        csv = options.rows_as_kept(
            paths, f"data.{view.language}", partial(as_csv, language=view.language), view
        )
        if csv is not None:
            header = csv[0].index(b"\n") + 1
            options.refuse_overwriting(view.choice.file, *paths)
            output.write_bytes([csv[0][:header], *(rows[header:] for rows in csv)], view.choice.file)
            return
    found = options.with_notes(options.loaded(paths, view.language, cache=view.cache), view.language)
    view.write(data_table(found, selected(found, section, indicator), view.language), found)


def as_csv(report: Report, language: str) -> bytes:
    """One report as CSV; the rows of several reports are those of each, one below the other."""
    text = StringIO()
    table = data_table([report], list(report.indicators.values()), language)
    writer("csv").write(table, text, Style("csv", language))
    return text.getvalue().encode("utf-8", "replace")


def data_table(reports: Sequence[Report], chosen: Sequence[Indicator], language: str) -> Table:
    """Every figure of the chosen indicators as each report states it; also a row for what has no value."""
    keep = {id(indicator) for indicator in chosen}
    return Table(
        name="data",
        title=_title(reports),
        language=language,
        columns=columns_of(COLUMNS, whose(reports)),
        rows=Later(
            lambda: each_row(COLUMNS, (row for report in reports for row in _rows(report, keep, language)))
        ),
    )


def _title(reports: Sequence[Report]) -> Message:
    if len(reports) == 1:
        return message("title.summary", organisation=reports[0].organisation, period=reports[0].period)
    return title_of_several(reports)


def _rows(report: Report, keep: Collection[int], language: str) -> Iterator[FigureRow]:
    """The rows of a report, of the indicators with these ids."""
    subject = None
    for indicator in report.indicators.values():
        if id(indicator) not in keep:
            continue
        subject = Subject.of(report, indicator, language, subject)
        if indicator.observation is None and all(blank.category for blank in indicator.blanks):
            yield FigureRow(subject)
        for entry in indicator.entries if indicator.blanks else indicator.observations:
            quantity = None if isinstance(entry, Blank) else entry.quantity
            yield FigureRow(subject, entry, entry.category, quantity, shown=quantity)


def _precision(quantity: Quantity | None) -> Decimal | None:
    """What the number is rounded to, where it is not written out in whole ones."""
    if quantity is None:
        return None
    if quantity.precision is not None:
        return quantity.precision
    stated = quantity.stated
    if str(stated).isdigit():  # most are, and as_tuple takes long
        return None
    exponent = int(stated.as_tuple().exponent)
    return _ONE.scaleb(exponent) if exponent < 0 else None


def _measure(indicator: Indicator, quantity: Quantity | None) -> str:
    """What the arithmetic of the figure goes by: whole things, amounts, or percentages."""
    if indicator.unit.is_percent:
        return "percent"
    counted = quantity.counted if quantity else indicator.unit.whole and not indicator.is_ratio
    return "count" if counted else "amount"


def _source(subject: Subject) -> str | None:
    source = subject.report.source
    if source is None:
        return None
    return source.title.in_language(subject.language) if source.title else source.url
