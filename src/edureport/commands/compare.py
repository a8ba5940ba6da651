"""edureport compare: what changed between two periods."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, NamedTuple

import typer

from edureport.analysis.change import Change
from edureport.analysis.sides import Side, change_of, discrete_side, pairs, sides
from edureport.commands import options
from edureport.commands.changes import explanation, restated, understood
from edureport.commands.columns import Columns, column, columns_of, derived, each_row, period, placed, stated
from edureport.commands.figures import about, named
from edureport.commands.selection import as_period, selected
from edureport.errors import UsageError
from edureport.languages.values import Counted, Difference
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.report import Category, Indicator, Observation, Report, Text
from edureport.showing import difference, label_of, section_of
from edureport.table import Kind, Table


class ChangeRow(NamedTuple):
    """The change of an indicator, or of a part of it, in the reader's language."""

    report: Report
    indicator: Indicator
    category: Category | None
    change: Change
    language: str

    @property
    def shown(self) -> Difference | None:
        """The change as people see it."""
        return difference(self.change, points=self.indicator.unit.is_percent)

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the later figure."""
        unit, figure = self.indicator.unit, self.change.after or self.change.before
        return Counted(unit.key, unit.in_language(self.language), figure and figure.quantity)


class Comparison(NamedTuple):
    """The reports of one organisation, and the two sides of them that are compared."""

    reports: Sequence[Report]
    before: Side
    after: Side

    @property
    def organisation(self) -> Text:
        return self.reports[-1].organisation

    def discrete(self) -> "Comparison":
        """The same of what the last period of each flow alone added."""
        library = Library.of(self.reports)
        return self._replace(
            before=discrete_side(self.before, library), after=discrete_side(self.after, library)
        )


Windows = tuple[Period | None, Period | None]  # before and after; None where the rows are on several

COLUMNS: Columns[ChangeRow] = (
    column("organisation", Kind.KEY, lambda row: row.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.report.organisation.in_language(row.language), 2),
    column("section", Kind.NAMED, lambda row: section_of(row.indicator, row.language)),
    column("indicator", Kind.KEY, lambda row: row.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("label", Kind.LABEL, lambda row: label_of(row.indicator, row.category, row.language), people=1),
    column("unit", Kind.UNIT, lambda row: row.unit, people=7),
    column("kind", Kind.CODE, lambda row: row.indicator.kind.value),
    period("before_period", lambda row: row.change.before and row.change.before.period),
    stated("before", lambda row: row.change.before and row.change.before.quantity, people=3),
    period("after_period", lambda row: row.change.after and row.change.after.period),
    stated("after", lambda row: row.change.after and row.change.after.quantity, people=5),
    derived("change", Kind.CHANGE, lambda row: row.change.difference, people=8, shown=lambda row: row.shown),
    derived("percent", Kind.GROWTH, lambda row: row.change.percent, people=9),
    column("direction", Kind.CODE, lambda row: row.change.direction.value),
    column("reason", Kind.MESSAGE, lambda row: row.change.remark),
    column("before_flags", Kind.CODES, lambda row: _flags(row.change.before), people=4),
    column("after_flags", Kind.CODES, lambda row: _flags(row.change.after), people=6),
)
# The same if the rows are not all on the same two periods.
_WITH_PERIODS = placed(
    COLUMNS,
    "label organisation_label before_period before before_flags after_period after after_flags"
    " unit change percent",
)


@options.with_view
def compare(
    reports: options.Reports = None,
    section: options.Sections = None,
    indicator: options.Indicators = None,
    after: options.AsOfPeriod = None,
    before: options.WithPeriod = None,
    allow_unequal: Annotated[bool, typer.Option("--allow-unequal", help="help.allow_unequal")] = False,
    discrete: Annotated[bool, typer.Option("--discrete", help="help.discrete")] = False,
    explain: options.Explain = False,
    *,
    view: options.View,
) -> None:
    """Run the command."""
    loaded = options.read(reports, view.language, cache=view.cache)
    keys = {one.key for one in selected(loaded, section, indicator)}
    in_order = len(reports or ()) == len(loaded)  # named one by one, not by a folder
    asked = as_period("--with", before), as_period("--period", after)
    libraries = Library.by_organisation(loaded)
    several = len(libraries) > 1
    compared, missing = comparisons(
        [library.reports if several or not in_order else loaded for library in libraries], *asked
    )
    if discrete:
        compared = [one.discrete() for one in compared]
    table = compare_table(compared, keys, view.language, allow_unequal=allow_unequal, explain=explain)
    view.write(table._replace(notes=(*table.notes, *missing)), loaded)


def comparisons(
    groups: Sequence[Sequence[Report]], before: Period | None, after: Period | None
) -> tuple[list[Comparison], list[Message]]:
    """What is compared of each organisation, and notes on those with nothing; UsageError if that are all."""
    compared: list[Comparison] = []
    missing: list[Message] = []
    for reports in groups:
        try:
            compared.append(Comparison(reports, *sides(reports, before, after)))
        except UsageError as error:
            if len(groups) == 1:
                raise
            said = {"label": reports[-1].organisation, "remark": error.problems[0].message}
            missing.append(message("compare.remark", **said))
    if not compared:
        raise UsageError(message("compare.none_of_several", count=len(groups)))
    return compared, missing


def compare_table(
    compared: Sequence[Comparison],
    keys: Iterable[str],
    language: str,
    *,
    allow_unequal: bool = False,
    explain: bool = False,
) -> Table:
    """The change of each chosen indicator and each of its parts, in the order of the reports."""
    chosen = set(keys)
    several = len(compared) > 1
    rows: list[ChangeRow] = []
    groups: list[tuple[int, Text, Windows]] = []
    notes: list[Message] = []
    windows: list[Windows] = []
    for one in compared:
        own = list(_rows(one, chosen, language, allow_unequal=allow_unequal))
        windows.append(_windows_of(one, own))
        if several and own:
            groups.append((len(rows), one.organisation, windows[-1]))
        for row in own:
            report = row.report if several else None
            label = named(row.indicator.name_of(row.category), report)
            said = [*restated(label, one.before, one.after, (row.indicator.key, row.category))]
            if row.change.remark is not None:
                said.append(message("compare.remark", label=label, remark=row.change.remark))
            if explain:
                said += explanation(label, row.change)
            notes += (about(remark, row.indicator.key, row.category, report=report) for remark in said)
        notes += understood(one.before, one.after)
        rows += own
    same = set(windows)
    each = any(None in span for span in same)  # then each row says its own
    hidden = () if several else ("organisation_label",)
    return Table(
        name="compare",
        title=_title(compared, windows[0] if len(same) == 1 and not each else None),
        language=language,
        columns=columns_of(_WITH_PERIODS if each else COLUMNS, hidden),
        rows=list(each_row(COLUMNS, rows)),
        groups=tuple((row, _heading(whose, None if len(same) == 1 else span)) for row, whose, span in groups),
        in_headings=frozenset({"organisation_label"}),
        notes=tuple(notes),
    )


def _title(compared: Sequence[Comparison], windows: Windows | None) -> Message:
    """Whose changes they are, and between which periods if all are between the same two."""
    several = message("count.organisations", count=len(compared))
    organisation = several if len(compared) > 1 else compared[0].organisation
    if windows is None:
        return message("title.compare_each", organisation=organisation)
    return message("title.compare", organisation=organisation, before=windows[0], after=windows[1])


def _heading(organisation: Text, windows: Windows | None) -> Message:
    """Whose changes follow, and between which periods unless that is said elsewhere."""
    if windows is None or None in windows:
        return message("group.section", section=organisation)
    return message("title.compare", organisation=organisation, before=windows[0], after=windows[1])


def _rows(one: Comparison, chosen: set[str], language: str, *, allow_unequal: bool) -> Iterator[ChangeRow]:
    """The changes of the chosen indicators and their parts that anything is known of, or is to be."""
    before, after = one.before, one.after
    for indicator, category in pairs(before, after):
        if indicator.key not in chosen:
            continue
        change = change_of(before, after, indicator.key, category, allow_unequal=allow_unequal)
        shown = change.before is not None or change.after is not None or category is None
        if shown or any(blank.category == category for blank in indicator.blanks):
            yield ChangeRow(one.reports[-1], indicator, category, change, language)


def _windows_of(one: Comparison, rows: Sequence[ChangeRow]) -> Windows:
    """The two periods that all rows are on; None for a side on which they are on several."""
    old = _windows(one.before, rows, (row.change.before for row in rows))
    new = _windows(one.after, rows, (row.change.after for row in rows))
    if len(old) == len(new) == 1:
        return old.pop(), new.pop()
    return None, None


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
