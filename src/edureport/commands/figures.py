"""The row of one figure, which the commands of tables share, and what notes say of figures."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from edureport.commands.columns import Columns, Group, column, derived, period, stated
from edureport.languages.values import Amount, Counted
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Category, Indicator, Observation, Report, Text
from edureport.problem import Place
from edureport.record import made
from edureport.showing import as_people_write, label_of, left_for, section_of, share_of, words_of
from edureport.table import Column, Kind, Label, Named, Row


class Subject(NamedTuple):
    """What all figures of an indicator in a report have in common, in the reader's language."""

    report: Report
    indicator: Indicator
    language: str
    organisation: str
    section: Named | None
    unit: Mapping[str, str]

    @classmethod
    def of(
        cls, report: Report, indicator: Indicator, language: str, before: "Subject | None" = None
    ) -> "Subject":
        """An indicator of a report as a subject; what it shares with one `before` is not made anew."""
        if before is None or before.report is not report:
            organisation = report.organisation.in_language(language)
            section, unit = section_of(indicator, language), indicator.unit.in_language(language)
            return cls(report, indicator, language, organisation, section, unit)
        like = before.indicator
        section = before.section if indicator.section is like.section else section_of(indicator, language)
        unit = before.unit if indicator.unit is like.unit else indicator.unit.in_language(language)
        return made(cls, (report, indicator, language, before.organisation, section, unit))


class FigureRow(NamedTuple):
    """A figure of a subject, with a value or blank; or None where there is none.

    `share` is that of a part in its whole, `shown` the quantity as people write it, or what the other
    parts leave for a blank.
    """

    subject: Subject
    entry: Observation | Blank | None = None
    category: Category | None = None
    quantity: Quantity | None = None
    share: Interval | None = None
    shown: Amount | None = None

    @classmethod
    def of(
        cls, subject: Subject, entry: Observation | Blank | None, whole: Observation | None
    ) -> "FigureRow":
        """The row of a figure, or of one without a value; `whole` is what a part is a share of."""
        if entry is None:
            return cls(subject)
        if isinstance(entry, Blank):
            return cls(subject, entry, entry.category, shown=left_for(subject.indicator, entry, whole))
        share = share_of(entry, whole, subject.indicator)
        quantity, shown = entry.quantity, as_people_write(entry)
        return made(cls, (subject, entry, entry.category, quantity, share, shown))

    @property
    def period(self) -> Period:
        """The period of the figure; where there is none, that of the report."""
        return self.entry.period if isinstance(self.entry, Observation) else self.subject.indicator.period

    @property
    def place(self) -> Place:
        """The place of the figure in its file, or else that of the indicator."""
        return (self.entry or self.subject.indicator).place

    @property
    def label(self) -> Label:
        return label_of(self.subject.indicator, self.category, self.subject.language)

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the quantity."""
        return made(Counted, (self.subject.indicator.unit.key, self.subject.unit, self.shown))

    @property
    def as_written(self) -> str | None:
        """The words of the source, which are in the language of the report."""
        return words_of(self.entry, self.subject.report.language, self.subject.language)


def _about(row: FigureRow) -> Row:
    """Whose figure it is, and of what."""
    subject, category = row.subject, row.category
    report, indicator = subject.report, subject.indicator
    dimension, member = category or (None, None)
    return (
        report.body,
        subject.organisation,
        report.area,
        subject.section,
        indicator.key,
        dimension,
        member,
        row.label,
        row.unit,
        indicator.kind.value,
    )


def _found(row: FigureRow) -> Row:
    """Where it stands, and in which words."""
    place = row.place
    return row.as_written, visible(place.path), place.line


COLUMNS: Columns[FigureRow] = (
    Group(
        (
            Column("organisation", Kind.KEY),
            Column("organisation_label", Kind.TEXT, people=2),
            Column("area", Kind.KEY),
            Column("section", Kind.NAMED),
            Column("indicator", Kind.KEY),
            Column("dimension", Kind.KEY),
            Column("member", Kind.KEY),
            Column("label", Kind.LABEL, people=1),
            Column("unit", Kind.UNIT, people=4),
            Column("kind", Kind.CODE),
        ),
        _about,
    ),
    period("period", lambda row: row.period),
    stated("value", lambda row: row.quantity, people=3, shown=lambda row: row.shown),
    column("flags", Kind.CODES, lambda row: (row.entry and row.entry.flags) or None, people=5),
    derived("share", Kind.PERCENT, lambda row: row.share, people=6),
    Group((Column("as_written", Kind.TEXT), Column("report", Kind.TEXT), Column("line", Kind.COUNT)), _found),
)


def whose(reports: Iterable[Report]) -> frozenset[str]:
    """The columns that people need not see: whose a row is, if all are of one organisation."""
    return frozenset({"organisation_label"} if len({one.body for one in reports}) < 2 else ())


def title_of_several(reports: Sequence[Report]) -> Message:
    """How many reports there are, and whose."""
    bodies = {one.body for one in reports}
    several = message("count.organisations", count=len(bodies))
    return message(
        "title.reports",
        whose=several if len(bodies) > 1 else reports[0].organisation,
        reports=message("count.reports", count=len(reports)),
    )


def tally(key: str, name: str, found: Sequence[StrEnum]) -> tuple[Message, ...]:
    """How many there are of each value that is there, as messages with the words of `name` for it."""
    kinds = type(found[0]) if found else ()
    return tuple(
        message(key, **{name: message(f"{name}.{kind.value}"), "number": found.count(kind)})
        for kind in kinds
        if kind in found
    )


def about(
    said: Message,
    indicator: str,
    category: Category | None = None,
    target: str | None = None,
    report: Report | None = None,
) -> Message:
    """A note with the keys of its row, for programs; `report` is one of the organisation, if of several."""
    keys = {
        "organisation": report and report.body,
        "indicator": indicator,
        "dimension": category and category.dimension,
        "member": category and category.member,
        "target": target,
    }
    return Message(said.key, {**said.values, **{name: key for name, key in keys.items() if key}})


def named(label: Text | Message, report: Report | None) -> Text | Message:
    """What something is called in a note; with the organisation before it, where rows are of several."""
    return label if report is None else message("part", whole=report.organisation, part=label)
