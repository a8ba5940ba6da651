"""edureport summary: what a report says, section by section, beside the year before where that is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from edureport import output
from edureport.commands import options
from edureport.commands.columns import Columns, columns_of, each_row, placed
from edureport.commands.figures import COLUMNS, FigureRow, Subject, about, title_of_several, whose
from edureport.commands.selection import By, as_period, grouped, selected
from edureport.languages.values import Percent
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Indicator, Report, Section
from edureport.showing import by_section, entries_of, share_of
from edureport.table import Later, Table, once

if TYPE_CHECKING:
    from edureport.commands.changes import Beside

MOST_PERIODS = 12  # that are named
# Where people see the columns if the rows are of several reports, and no headings say of which.
_OF_SEVERAL = placed(COLUMNS, "label organisation_label period value unit flags share")


@options.with_view
def summary(
    reports: options.Reports = None,
    section: options.Sections = None,
    indicator: options.Indicators = None,
    period: options.AsOfPeriod = None,
    earlier: options.WithPeriod = None,
    by: By = None,
    explain: options.Explain = False,
    *,
    view: options.View,
) -> None:
    """Run the command."""
    loaded = options.read(reports, view.language, cache=view.cache)
    shown = grouped(loaded, by, view.language)
    table = summary_table(
        shown,
        selected(shown, section, indicator),
        view.language,
        period=as_period("--period", period),
        earlier=as_period("--with", earlier),
        plans=output.is_for_people(view.choice),
        explain=explain,
    )
    view.write(table, loaded)


def summary_table(
    reports: Sequence[Report],
    chosen: Sequence[Indicator],
    language: str,
    *,
    period: Period | None = None,
    earlier: Period | None = None,
    plans: bool = False,
    explain: bool = False,
) -> Table:
    """The chosen indicators of each organisation with their parts, one row a figure.

    Of several periods the latest is shown, or the one asked for, beside an earlier one: the same a year
    before, or the one asked for. An indicator without a figure then has a row without a value. `plans`
    adds for people what is planned.
    """
    keep = {id(indicator) for indicator in chosen}
    libraries = Library.by_organisation(reports)
    several = bool(period or earlier) or any(library.knows_several_periods for library in libraries)
    if several or (plans and any(report.targets for report in reports)):
        from edureport.commands.changes import beside, columns

        found = [beside(library, period, earlier, plans=plans) for library in libraries]
        shown = [_Shown.beside(one, keep, language) for one in found]
        wide: Columns[Any] = columns(several=several)
    else:
        shown = [_Shown.plain(library.latest, keep, language) for library in libraries]
        wide = COLUMNS if len(shown) == 1 else _OF_SEVERAL
    same = len({one.span for one in shown}) == 1
    sections = [section for one in shown for section in one.sections]
    hidden = whose(one.report for one in shown) | ({"period"} if same else set())
    hidden |= set() if any(one.before for one in shown) else {"before"}
    return Table(
        name="summary",
        title=_title(shown, same=same),
        language=language,
        columns=columns_of(wide, hidden),
        rows=Later(lambda: each_row(wide, (thing for one in sections for thing in once(one.things)))),
        groups=Later(lambda: _groups(shown, same=same)),
        in_headings=frozenset({"organisation_label", "period"}),
        notes=Later(lambda: _notes(reports, shown, keep, explain=explain)),
    )


def _groups(shown: Sequence["_Shown"], *, same: bool) -> Iterator[tuple[int, Message]]:
    """The heading of each section, and the number of the row that it stands before."""
    number = 0
    for one in shown:
        for section in one.sections:
            heading = section.heading if len(shown) == 1 else one.heading(section.heading, same=same)
            if heading is not None:
                yield number, heading
            number += len(section.things)


class _Section(NamedTuple):
    """The rows, of either kind, of one section; without a heading where there are no others."""

    heading: Message | None
    things: Sequence[Any]


class _Shown(NamedTuple):
    """What is shown of one organisation: a period, the one before, and the rows of each section."""

    report: Report
    period: Period
    before: Period | None
    sections: Sequence[_Section]
    indicators: Sequence[Indicator]
    found: "Beside | None" = None

    @classmethod
    def plain(cls, report: Report, keep: set[int], language: str) -> "_Shown":
        """A report on the one period that is known."""
        indicators = [one for one in report.indicators.values() if id(one) in keep]
        sections = [
            _Section(heading, Later(partial(_figures, report, members, language)))
            for heading, members in _sections(report.sections, indicators)
        ]
        return cls(report, report.period, None, sections, indicators)

    @classmethod
    def beside(cls, found: "Beside", keep: set[int], language: str) -> "_Shown":
        """A period of an organisation, and what stands beside it."""
        indicators = list(found.indicators(keep))
        known = {key: one for report in found.library.reports for key, one in report.sections.items()}
        sections = [
            _Section(heading, [row for one in members for row in found.rows(one, language)])
            for heading, members in _sections({**found.report.sections, **known}, indicators)
        ]
        shown = any(row.change and row.change.before for one in sections for row in one.things)
        before = found.before.period if found.before and shown else None
        return cls(found.report, found.after.period, before, sections, indicators, found)

    @property
    def span(self) -> tuple[Period, Period | None]:
        """Which periods are shown."""
        return self.period, self.before

    def heading(self, section: Message | None, *, same: bool) -> Message:
        """Whose rows they are, of which section, and on what period where that is not said of all."""
        if not same:
            values = {"report": self.report.organisation, "period": self.period}
            if section is None:
                return message("group.report", **values)
            return message("group.report_section", **values, section=section)
        if section is None:
            return message("group.section", section=self.report.organisation)
        return message("group.body_section", report=self.report.organisation, section=section)


def _title(shown: Sequence[_Shown], *, same: bool) -> Message:
    """Whose report it is, and on what period, if that is one."""
    if not same:
        return title_of_several([one.report for one in shown])
    several = message("count.organisations", count=len(shown))
    period, before = shown[0].span
    values = {"organisation": several if len(shown) > 1 else shown[0].report.organisation, "period": period}
    if before is None:
        return message("title.summary", **values)
    return message("title.summary_before", **values, before=before)


def _notes(
    reports: Sequence[Report], shown: Sequence[_Shown], keep: set[int], *, explain: bool
) -> Iterator[Message]:
    """How much each report has, and what is inconsistent in it; remarks are for `check`."""
    from edureport.checks import doubts

    on_show = {id(one.report) for one in shown if one.report.period == one.period}
    found = [
        one
        for one in doubts(reports)
        if one.report and id(one.report) in on_show and id(one.report[one.indicator]) in keep
    ]
    chosen = {indicator.key for one in shown for indicator in one.indicators}
    planned = {
        target.key for one in shown for target in one.report.targets.values() if id(target.indicator) in keep
    }
    yield message(
        "summary.counts",
        indicators=message("count.indicators", count=len(chosen)),
        targets=message("count.targets", count=len(planned)),
        findings=message("count.findings", count=len(found)),
    )
    for one in found:
        yield about(one.message, one.indicator, one.category, one.target)
    others = {period for one in shown if one.found for period in one.found.other_periods()}
    if others:
        known = sorted(others, key=lambda period: period.order)
        yield message("note.periods", periods=tuple(known[-MOST_PERIODS:]))
    for each in shown:
        if each.found is not None:
            yield from each.found.notes(chosen, several=len(shown) > 1, explain=explain)
        if not each.report.path:  # a sum, which says what it lacks
            yield from each.report.replaced
        if explain:
            yield from (text for indicator in each.indicators for text in _explanations(indicator))


def _figures(report: Report, indicators: Iterable[Indicator], language: str) -> Iterator[FigureRow]:
    """The rows of indicators: the figure of each for the period of the report, and its parts."""
    subject = None
    for indicator in indicators:
        subject = Subject.of(report, indicator, language, subject)
        for entry, whole in entries_of(indicator):
            yield FigureRow.of(subject, entry, whole)


def _sections(
    sections: Mapping[str, Section], indicators: Sequence[Indicator]
) -> Iterator[tuple[Message | None, list[Indicator]]]:
    """The indicators by section under its heading; where there are no sections at all there is none."""
    for section, own in by_section(sections, indicators):
        heading = message("group.section", section=section.label) if section else None
        yield heading or (message("group.rest") if sections else None), own


def _explanations(indicator: Indicator) -> Iterator[Message]:
    """How each share came about."""
    for observation in indicator.observations:
        whole = indicator.whole_of(observation.category) if observation.category else None
        if observation.category is None or whole is None:
            continue
        percent = share_of(observation, whole, indicator)
        values = {
            "label": indicator.name_of(observation.category),
            "part": observation.quantity,
            "whole": whole.quantity,
        }
        said = message("explain.no_share", **values)
        if percent is not None:
            said = message("explain.share", **values, share=Percent(Quantity.of(percent)))
        yield about(said, indicator.key, observation.category)
