"""edureport summary: what a report says, section by section."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from edureport.analysis.breakdown import HUNDRED, share
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import listed, selected
from edureport.languages.values import Amount, Counted, Percent, Thousands
from edureport.message import Message, message
from edureport.model.interval import INFINITY, NEAREST, ZERO
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Category, Indicator, Observation, Report, Text
from edureport.table import Column, Kind, Label, Later, Named, Row, Table

# How sources write thousands; not мыңжылдық or тысячелетие, which are millennia.
_THOUSAND = re.compile(r"\b(мың(нан|ға|ды|ның|да|дай|ы)?|тыс\.|тысяч[аиу]?|thousand)(?!\w)", re.IGNORECASE)

COLUMNS = (
    Column("section", Kind.NAMED),
    Column("indicator", Kind.KEY),
    Column("dimension", Kind.KEY),
    Column("member", Kind.KEY),
    Column("label", Kind.LABEL, people=1),
    Column("unit", Kind.UNIT, people=3),
    Column("kind", Kind.CODE),
    Column("period", Kind.PERIOD),
    Column("value", Kind.QUANTITY, people=2),
    Column("bound", Kind.CODE),
    Column("low", Kind.END),
    Column("high", Kind.END),
    Column("share", Kind.PERCENT, people=4),
    Column("as_written", Kind.TEXT),
)


@with_view
def summary(
    reports: Reports = None,
    section: Sections = None,
    indicator: Indicators = None,
    explain: Explain = False,
    *,
    view: View,
) -> None:
    """Run the command."""
    found = read(reports, view.language)
    chosen = selected(found, listed(section), listed(indicator))
    view.write(summary_table(found, chosen, view.language, explain=explain), found)


def summary_table(
    reports: Sequence[Report], chosen: Sequence[Indicator], language: str, *, explain: bool = False
) -> Table:
    """The chosen indicators of the reports with their parts, one row a figure.

    An indicator without a figure for the period of its report has a row without a value.
    """
    keep = {id(indicator) for indicator in chosen}
    rows: list[Row] = []
    groups: list[tuple[int, Message]] = []
    for report in reports:
        for heading, members in _sections(report, keep):
            several = message(
                "group.report", report=report.organisation, period=report.period, section=heading
            )
            groups.append((len(rows), several if len(reports) > 1 else heading))
            for one in members:
                rows += indicator_rows(one, language)
    explained = [text for one in chosen for text in _explanations(one)] if explain else []
    return Table(
        name="summary",
        title=title(reports),
        language=language,
        columns=COLUMNS,
        rows=rows,
        groups=tuple(groups),
        notes=Later(lambda: (*_notes(reports, keep), *explained)),
    )


def _notes(reports: Sequence[Report], keep: set[int]) -> Iterator[Message]:
    """How much each report has, and what does not follow in it; remarks are for `check`."""
    from edureport.checks import findings
    from edureport.checks.finding import Severity

    found = [one for one in findings(reports) if one.severity is not Severity.REMARK and not one.explained]
    for report in reports:
        doubts = [
            finding
            for finding in found
            if finding.place.path == report.path and id(report[finding.indicator]) in keep
        ]
        counts = message(
            "summary.counts",
            indicators=message(
                "count.indicators", count=sum(id(one) in keep for one in report.indicators.values())
            ),
            targets=message(
                "count.targets", count=sum(id(one.indicator) in keep for one in report.targets.values())
            ),
            findings=message("count.findings", count=len(doubts)),
        )
        whose = message("summary.counts_of", report=report.organisation, period=report.period, counts=counts)
        yield whose if len(reports) > 1 else counts
        yield from (finding.message for finding in doubts)


def title(reports: Sequence[Report]) -> Message:
    """Whose report it is, and on what period."""
    if len(reports) == 1:
        return message("title.summary", organisation=reports[0].organisation, period=reports[0].period)
    return message("title.reports", count=len(reports))


def indicator_rows(indicator: Indicator, language: str) -> Iterator[Row]:
    """The rows of an indicator: its figure for the period of the report, and its parts."""
    total = indicator.observation
    yield figure_row(indicator, total, total, language)
    for observation in indicator.observations:
        if observation.category is not None:
            yield figure_row(indicator, observation, indicator.whole_of(observation.category), language)


def figure_row(
    indicator: Indicator, figure: Observation | None, whole: Observation | None, language: str
) -> Row:
    """One figure under the columns of the summary; `whole` is what a part is a share of."""
    section = indicator.section
    category = figure.category if figure else None
    quantity = figure.quantity if figure else None
    label = indicator.label.in_language(language)
    low = high = None
    if quantity is not None:
        low, high = _ends(quantity)
    return (
        Named(section.key, section.label.in_language(language)) if section else None,
        indicator.key,
        category.dimension if category else None,
        category.member if category else None,
        Label(_part_label(indicator, category, language), label) if category else Label(label),
        Counted(indicator.unit.key, indicator.unit.in_language(language), as_people_write(figure)),
        indicator.kind.value,
        figure.period if figure else indicator.period,
        as_people_write(figure),
        quantity.bound.value if quantity else None,
        low,
        high,
        _share(figure, whole, indicator) if figure else None,
        figure.as_written if figure else None,
    )


def _part_label(indicator: Indicator, category: Category, language: str) -> str:
    """The label of a part; that of a part of a part starts with the larger one."""
    above = indicator.breakdowns[category.dimension].of
    own = indicator.label_of(category).in_language(language)
    return f"{_part_label(indicator, above, language)} – {own}" if above else own


def as_people_write(figure: Observation | None) -> Amount | None:
    """The quantity of a figure, in thousands where the words of its source are."""
    if figure is None:
        return None
    quantity, words = figure.quantity, figure.as_written
    if words is None or not _THOUSAND.search(words):
        return quantity
    if any(NEAREST.remainder(number, Decimal(1000)) for number in (quantity.stated, quantity.upper or ZERO)):
        return quantity
    return Thousands(quantity.stated, quantity.bound.value, quantity.upper)


def _ends(quantity: Quantity) -> tuple[object, object]:
    """The ends of the interval; None where it is open to infinity."""
    if quantity.bound is Bound.EXACT:
        return quantity.stated, quantity.stated
    interval = quantity.interval
    low = None if interval.low == -INFINITY else interval.low
    return low, None if interval.high == INFINITY else interval.high


def _share(figure: Observation, whole: Observation | None, indicator: Indicator) -> Quantity | None:
    if figure.all_of is not None:
        return Quantity(HUNDRED)
    if figure.category is None or whole is None or indicator.kind == "ratio":
        return None
    found = share(figure.quantity, whole.quantity)
    return None if found is None else Quantity.of(found)


def _sections(report: Report, keep: set[int]) -> Iterator[tuple[Message, list[Indicator]]]:
    """The chosen indicators by section, in the order of the sections; those of none at the end."""
    members: dict[str | None, list[Indicator]] = {key: [] for key in report.sections}
    members[None] = []
    for indicator in report.indicators.values():
        if id(indicator) in keep:
            members[indicator.section.key if indicator.section else None].append(indicator)
    for key, found in members.items():
        if found:
            heading = message("group.section", section=report.sections[key].label) if key else None
            yield heading or message("group.rest"), found


def _explanations(indicator: Indicator) -> Iterator[Message]:
    """How each share came about."""
    for observation in indicator.observations:
        whole = indicator.whole_of(observation.category) if observation.category else None
        if observation.category is None or whole is None:
            continue
        found = _share(observation, whole, indicator)
        values = {
            "label": full_label(indicator, observation.category),
            "part": observation.quantity,
            "whole": whole.quantity,
        }
        if found is None:
            yield message("explain.no_share", **values)
        else:
            yield message("explain.share", **values, share=Percent(found))


def full_label(indicator: Indicator, category: Category | None) -> Text | Message:
    """What a figure is about, for a note: a part is named after its whole."""
    if category is None:
        return indicator.label
    return message("part", whole=indicator.label, part=indicator.label_of(category))
