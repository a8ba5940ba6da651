"""edureport show: everything that is known about one indicator."""

from collections import Counter
from collections.abc import Iterator, Sequence

from edureport.commands.columns import Columns, columns_of, each_row, placed
from edureport.commands.figures import COLUMNS as FIGURE_COLUMNS
from edureport.commands.figures import FigureRow, Subject, about, whose
from edureport.commands.options import IndicatorKey, Reports, View, read, with_view
from edureport.commands.selection import having, refuse_file
from edureport.message import Message, message
from edureport.model.report import Blank, Category, Indicator, Observation, Report, Source, Text
from edureport.table import Table

COLUMNS: Columns[FigureRow] = placed(
    FIGURE_COLUMNS, "label organisation_label period value flags share as_written"
)


@with_view
def show(indicator: IndicatorKey, reports: Reports = None, *, view: View) -> None:
    """Run the command."""
    refuse_file(indicator)
    loaded = read(reports, view.language, cache=view.cache)
    view.write(show_table(indicator, loaded, view.language), loaded)


def show_table(key: str, reports: Sequence[Report], language: str) -> Table:
    """Every figure of an indicator, one row each; UsageError with near keys if no report has it."""
    stating = having(key, reports)
    latest = stating[-1]
    rows: list[FigureRow] = []
    groups: list[tuple[int, Message]] = []
    several = whose(stating) == frozenset()
    for number, report in enumerate(stating):
        if several and (number == 0 or report.body != stating[number - 1].body):
            groups.append((len(rows), message("group.section", section=report.organisation)))
        rows += _rows(report[key], report, language)
    return Table(
        name="show",
        title=_title(latest[key], stating),
        language=language,
        columns=columns_of(COLUMNS, whose(stating)),
        rows=list(each_row(COLUMNS, rows)),
        groups=tuple(groups),
        in_headings=frozenset({"organisation_label"}),
        intro=tuple(_definition(latest[key])),
        notes=tuple(_notes(key, stating)),
    )


def _title(indicator: Indicator, reports: Sequence[Report]) -> Message:
    """What it is, and whose; of several organisations each row says its own."""
    if len({report.body for report in reports}) > 1:
        return message("title.show_several", label=indicator.label, count=len(reports))
    return message("title.show", label=indicator.label, organisation=reports[-1].organisation)


def _rows(indicator: Indicator, report: Report, language: str) -> Iterator[FigureRow]:
    entries: list[Observation | Blank | None] = list(indicator.entries)
    subject = Subject.of(report, indicator, language)
    for entry in entries or [None]:
        whole = indicator.whole_of(entry.category) if entry and entry.category else indicator.observation
        yield FigureRow.of(subject, entry, whole)


def _definition(indicator: Indicator) -> Iterator[Message]:
    yield message("show.key", key=indicator.key)
    if indicator.section is not None:
        yield message("show.section", section=indicator.section.label)
    yield message("show.unit", unit=indicator.unit)
    yield message("show.kind", kind=message(f"kind.long.{indicator.kind.value}"))
    if indicator.better is not None:
        yield message(f"show.better_{indicator.better.value}")


def _notes(key: str, reports: Sequence[Report]) -> Iterator[Message]:
    sources: list[Source] = []  # that were named; many reports may come of one
    yield from _footnotes(key, reports, several=len({report.body for report in reports}) > 1)
    for report in reports:
        indicator = report[key]
        for figure in indicator.observations:
            yield from (
                about(note, key, figure.category) for note in _figure_notes(report, indicator, figure)
            )
        if indicator.note is not None:
            yield message("show.note", note=indicator.note)
        for target in report.targets.values():
            if target.indicator.key == key:
                due = message("show.due", due=target.due) if target.due else message("show.no_due")
                said = message("show.target", label=target.label, value=target.quantity, due=due)
                yield about(said, key, target=target.key)
        if report.source is not None and report.source not in sources:
            sources.append(report.source)
            yield message("show.source", source=tuple(part for part in report.source if part is not None))


def _footnotes(key: str, reports: Sequence[Report], *, several: bool) -> Iterator[Message]:
    """The footnotes of tables, each once for what it is about; one of all figures names none of them."""
    entries = [(report, entry) for report in reports for entry in report[key].entries]
    every: dict[tuple[str, Category | None], int] = Counter()
    marked: dict[str, dict[tuple[str, Category | None], list[tuple[Report, Text]]]] = {}
    for report, entry in entries:
        every[report.body, entry.category] += 1
        for note in entry.footnotes:
            of_note = marked.setdefault(note.texts[note.own], {})
            of_note.setdefault((report.body, entry.category), []).append((report, note))
    for groups in marked.values():
        if sum(map(len, groups.values())) == len(entries):
            yield message("show.note", note=next(iter(groups.values()))[0][1])
            continue
        for (_, category), found in groups.items():
            report, note = found[0]
            label = report.organisation if several and category is None else report[key].label_of(category)
            values: dict[str, object] = {"label": label, "note": note}
            if len(found) < every[report.body, category]:
                values["periods"] = tuple(one.period for one, _ in found)
            said = "show.footnote_periods" if "periods" in values else "show.footnote"
            yield about(message(said, **values), key, category)


def _figure_notes(report: Report, indicator: Indicator, figure: Observation) -> Iterator[Message]:
    """What a figure can mean, and where its source says it."""
    label = indicator.label_of(figure.category)
    if not figure.quantity.is_exact:
        values = {"label": label, "quantity": figure.quantity}
        yield message("show.interval", **values, interval=figure.quantity.interval)
    if figure.all_of is not None:
        yield message("show.all_of", label=label, whole=report[figure.all_of].label)
    if figure.as_written is not None:
        yield message("show.words", label=label, words=figure.as_written, place=figure.place)
    for what, number in (figure.where or {}).items():
        yield message(f"show.where_{what}", label=label, number=number)
