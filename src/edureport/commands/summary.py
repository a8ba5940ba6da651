"""edureport summary: what a report says, section by section."""

from collections.abc import Iterator, Sequence

from edureport.commands.columns import columns_of, placed, rows_of
from edureport.commands.figures import (
    COLUMNS,
    FigureRow,
    Subject,
    about,
    full_label,
    title_of_several,
    whose,
)
from edureport.commands.options import Explain, Indicators, Reports, Sections, View, read, with_view
from edureport.commands.selection import listed, selected
from edureport.languages.values import Percent
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Report
from edureport.showing import entries_of, share_of
from edureport.table import Later, Row, Table

# Where people see the columns if the rows are of several reports, and no headings say of which.
_OF_SEVERAL = placed(COLUMNS, label=1, organisation_label=2, period=3, value=4, unit=5, flags=6, share=7)


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
    loaded = read(reports, view.language)
    chosen = selected(loaded, listed(section), listed(indicator))
    view.write(summary_table(loaded, chosen, view.language, explain=explain), loaded)


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
            above = heading if len(reports) == 1 else _heading(report, heading)
            if above is not None:
                groups.append((len(rows), above))
            figures = (row for one in members for row in indicator_rows(report, one, language))
            rows += rows_of(COLUMNS, figures)
    explained = [text for one in chosen for text in _explanations(one)] if explain else []
    return Table(
        name="summary",
        title=title(reports),
        language=language,
        columns=columns_of(COLUMNS if len(reports) == 1 else _OF_SEVERAL, whose(reports)),
        rows=rows,
        groups=tuple(groups),
        in_headings=frozenset({"organisation_label", "period"}),
        notes=Later(lambda: (*_notes(reports, keep), *explained)),
    )


def _notes(reports: Sequence[Report], keep: set[int]) -> Iterator[Message]:
    """How much each report has, and what is inconsistent in it; remarks are for `check`."""
    from edureport.checks import findings
    from edureport.checks.finding import Severity

    open_findings = [
        one for one in findings(reports) if one.severity is not Severity.REMARK and not one.explained
    ]
    doubts = [one for one in open_findings if one.report and id(one.report[one.indicator]) in keep]
    chosen = [one for report in reports for one in report.indicators.values() if id(one) in keep]
    planned = [one for report in reports for one in report.targets.values() if id(one.indicator) in keep]
    yield message(
        "summary.counts",
        indicators=message("count.indicators", count=len({one.key for one in chosen})),
        targets=message("count.targets", count=len({one.key for one in planned})),
        findings=message("count.findings", count=len(doubts)),
    )
    for one in doubts:
        yield about(one.message, one.indicator, one.category, one.target)


def title(reports: Sequence[Report]) -> Message:
    """Whose report it is, and on what period."""
    if len(reports) == 1:
        return message("title.summary", organisation=reports[0].organisation, period=reports[0].period)
    return title_of_several(reports)


def _heading(report: Report, section: Message | None) -> Message:
    """Whose rows they are and on what period, and of which section."""
    values = {"report": report.organisation, "period": report.period}
    return (
        message("group.report_section", **values, section=section)
        if section
        else message("group.report", **values)
    )


def indicator_rows(report: Report, indicator: Indicator, language: str) -> Iterator[FigureRow]:
    """The rows of an indicator: its figure for the period of the report, and its parts."""
    subject = Subject.of(report, indicator, language)
    for entry, whole in entries_of(indicator):
        yield FigureRow.of(subject, entry, whole)


def _sections(report: Report, keep: set[int]) -> Iterator[tuple[Message | None, list[Indicator]]]:
    """The chosen indicators by section, in the order of the sections; those of none at the end.

    Where there are no sections at all there is no heading.
    """
    members: dict[str | None, list[Indicator]] = {key: [] for key in report.sections}
    members[None] = []
    for indicator in report.indicators.values():
        if id(indicator) in keep:
            members[indicator.section.key if indicator.section else None].append(indicator)
    for key, indicators in members.items():
        if indicators:
            heading = message("group.section", section=report.sections[key].label) if key else None
            yield heading or (message("group.rest") if report.sections else None), indicators


def _explanations(indicator: Indicator) -> Iterator[Message]:
    """How each share came about."""
    for observation in indicator.observations:
        whole = indicator.whole_of(observation.category) if observation.category else None
        if observation.category is None or whole is None:
            continue
        percent = share_of(observation, whole, indicator)
        values = {
            "label": full_label(indicator, observation.category),
            "part": observation.quantity,
            "whole": whole.quantity,
        }
        said = message("explain.no_share", **values)
        if percent is not None:
            said = message("explain.share", **values, share=Percent(Quantity.of(percent)))
        yield about(said, indicator.key, observation.category)
