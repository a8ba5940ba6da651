"""edureport rank: organisations side by side, in the order of one figure."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.analysis.organisations import Ranked, Stated, periods_of, ranking, stated_by
from edureport.commands.columns import Columns, column, columns_of, each_row, for_people, period, stated
from edureport.commands.figures import FigureRow, Subject, about
from edureport.commands.options import AsOfPeriod, IndicatorKey, Reports, View, read, with_view
from edureport.commands.selection import By, as_period, grouped, having, refuse_file
from edureport.errors import UsageError
from edureport.message import Message, message
from edureport.model.library import Library
from edureport.model.period import Period
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Category, IndicatorKind, Report, categories_of
from edureport.table import Kind, Table

MOST_PERIODS = 12  # that are named


class RankRow(NamedTuple):
    """An organisation with its figure, in the reader's language."""

    ranked: Ranked
    figure: FigureRow

    @property
    def ranks(self) -> Quantity | None:
        """The ranks that it can have, as people read them."""
        ranks = self.ranked.ranks
        if ranks is None:
            return None
        first, last = Decimal(ranks.first), Decimal(ranks.last)
        return Quantity(first) if first == last else Quantity(first, Bound.RANGE, last)


COLUMNS: Columns[RankRow] = (
    column("organisation", Kind.KEY, lambda row: row.figure.subject.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.figure.subject.organisation, people=2),
    column("area", Kind.KEY, lambda row: row.figure.subject.report.area),
    column("indicator", Kind.KEY, lambda row: row.figure.subject.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.figure.category and row.figure.category.dimension),
    column("member", Kind.KEY, lambda row: row.figure.category and row.figure.category.member),
    column("label", Kind.LABEL, lambda row: row.figure.label),
    column("unit", Kind.UNIT, lambda row: row.figure.unit, people=5),
    period("period", lambda row: row.figure.period),
    stated("value", lambda row: row.figure.quantity, people=4, shown=lambda row: row.figure.shown),
    column("rank_first", Kind.COUNT, lambda row: row.ranked.ranks and row.ranked.ranks.first),
    column("rank_last", Kind.COUNT, lambda row: row.ranked.ranks and row.ranked.ranks.last),
    for_people("rank", Kind.NUMBER, lambda row: row.ranks, 1),
)


@with_view
def rank(
    indicator: IndicatorKey, reports: Reports = None, when: AsOfPeriod = None, by: By = None, *, view: View
) -> None:
    """Run the command."""
    refuse_file(indicator)
    loaded = read(reports, view.language, cache=view.cache, indicators=(indicator,))
    shown = grouped(loaded, by, view.language)
    view.write(rank_table(indicator, shown, view.language, as_period("--period", when)), loaded)


def rank_table(key: str, reports: Sequence[Report], language: str, asked: Period | None = None) -> Table:
    """The organisations in the order of an indicator, then in that of each of its parts.

    Without a period it is that for which most of them have a figure, of those the latest. People see the
    indicator alone. Raises UsageError if no report has it, or nothing is known of the period.
    """
    bodies = stated_by(Library.by_organisation(having(key, reports)), key)
    known = periods_of(bodies)
    chosen = _period(bodies, known, asked)
    rows: list[RankRow] = []
    notes: list[Message] = []
    for category in categories_of(*(one.indicator for one in bodies)):
        ranked = ranking(bodies, chosen, category)
        if category is not None and not any(one.ranks for one in ranked):
            continue
        rows += (_row(one, category, chosen, language) for one in ranked if category is None or one.entry)
        notes += _notes(ranked, category)
    details = frozenset(number for number, row in enumerate(rows) if row.figure.category is not None)
    if asked is not None and asked != chosen:
        notes.append(message("note.understood", asked=asked, period=chosen))
    if others := tuple(one for one in known if one != chosen):
        notes.append(message("rank.periods", periods=others[-MOST_PERIODS:]))
    return Table(
        name="rank",
        title=message("title.rank", label=bodies[-1].indicator.label, period=chosen),
        language=language,
        columns=columns_of(COLUMNS),
        rows=list(each_row(COLUMNS, rows)),
        notes=tuple(notes),
        details=details,
        nested=False,
    )


def _period(bodies: Sequence[Stated], known: dict[Period, int], asked: Period | None) -> Period:
    """The period that is meant, exactly or as the only one within it; else the one that most have."""
    if not known:
        raise UsageError(message("rank.nothing", indicator=bodies[-1].indicator.key))
    if asked is None:
        most = max(known.values())
        return [period for period, count in known.items() if count == most][-1]
    if asked in known or any(one.entry for one in ranking(bodies, asked)):
        return asked
    within = [one for one in known if asked.first <= one.first and one.last <= asked.last]
    if len(within) != 1 or bodies[-1].indicator.kind is IndicatorKind.FLOW:
        raise UsageError(message("compare.no_such_period", period=asked, known=tuple(known)))
    return within[0]


def _row(ranked: Ranked, category: Category | None, chosen: Period, language: str) -> RankRow:
    indicator = ranked.indicator._replace(period=chosen)
    subject = Subject.of(ranked.library.latest, indicator, language)
    if ranked.entry is None or not indicator.has(category):
        known = category if category and category.dimension in indicator.breakdowns else None
        return RankRow(ranked, FigureRow(subject, category=known))
    return RankRow(ranked, FigureRow.of(subject, ranked.entry, ranked.whole))


def _notes(ranked: Sequence[Ranked], category: Category | None) -> Iterator[Message]:
    """Which organisations have no rank because their figures cannot be set beside the others."""
    common = next((one.indicator for one in ranked if not one.apart), None)
    for one in ranked:
        if one.apart and common is not None and category is None:
            values = {"label": one.library.latest.organisation, "unit": one.indicator.unit}
            yield about(message("rank.apart", **values, other=common.unit), one.indicator.key)
