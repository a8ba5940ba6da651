"""The row of one figure, as summary and show write it, and what a figure is called in notes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.analysis.breakdown import HUNDRED, rest, share
from edureport.commands.columns import Columns, column, derived, period, stated
from edureport.languages.values import Amount, Counted, Rest, Thousands
from edureport.languages.visible import visible
from edureport.message import Foreign, Message, message
from edureport.model.interval import NEAREST, ZERO, Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Category, Indicator, Observation, Report, Text
from edureport.problem import Place
from edureport.table import Kind, Label, Named

# How sources write thousands; not мыңжылдық or тысячелетие, which are millennia.
_THOUSAND = re.compile(r"\b(мың(нан|ға|ды|ның|да|дай|ы)?|тыс\.|тысяч[аиу]?|thousand)(?!\w)", re.IGNORECASE)


class Subject(NamedTuple):
    """What all figures of an indicator in a report have in common, in the reader's language."""

    report: Report
    indicator: Indicator
    language: str
    organisation: str
    section: Named | None
    unit: Mapping[str, str]

    @classmethod
    def of(cls, report: Report, indicator: Indicator, language: str) -> "Subject":
        """An indicator of a report as a subject."""
        organisation = report.organisation.in_language(language)
        section, unit = section_of(indicator, language), indicator.unit.in_language(language)
        return cls(report, indicator, language, organisation, section, unit)


class FigureRow(NamedTuple):
    """A figure of a subject, with a value or blank; or None where there is none.

    `share` is that of a part in its whole, `shown` the quantity as people write it, or what the other
    parts leave for a blank.
    """

    subject: Subject
    entry: Observation | Blank | None
    category: Category | None
    quantity: Quantity | None
    share: Interval | None
    shown: Amount | None

    @classmethod
    def of(
        cls, subject: Subject, entry: Observation | Blank | None, whole: Observation | None
    ) -> "FigureRow":
        """The row of a figure, or of one without a value; `whole` is what a part is a share of."""
        if entry is None:
            return cls(subject, None, None, None, None, None)
        if isinstance(entry, Blank):
            left = _left_for(subject.indicator, entry, whole)
            return cls(subject, entry, entry.category, None, None, left)
        share = share_of(entry, whole, subject.indicator)
        return cls(subject, entry, entry.category, entry.quantity, share, _as_people_write(entry))

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
        """What the figure is about."""
        return label_of(self.subject.indicator, self.category, self.subject.language)

    @property
    def unit(self) -> Counted:
        """The unit, in the form that goes with the quantity."""
        return Counted(self.subject.indicator.unit.key, self.subject.unit, self.shown)

    @property
    def as_written(self) -> str | None:
        """The words of the source, which are in the language of the report."""
        words = self.entry.as_written if self.entry else None
        own = self.subject.report.language
        return words if words is None or own == self.subject.language else Foreign(words, own)


COLUMNS: Columns[FigureRow] = (
    column("organisation", Kind.KEY, lambda row: row.subject.report.body),
    column("organisation_label", Kind.TEXT, lambda row: row.subject.organisation, people=2),
    column("area", Kind.KEY, lambda row: row.subject.report.area),
    column("section", Kind.NAMED, lambda row: row.subject.section),
    column("indicator", Kind.KEY, lambda row: row.subject.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("label", Kind.LABEL, lambda row: row.label, people=1),
    column("unit", Kind.UNIT, lambda row: row.unit, people=4),
    column("kind", Kind.CODE, lambda row: row.subject.indicator.kind.value),
    period("period", lambda row: row.period),
    stated("value", lambda row: row.quantity, people=3, shown=lambda row: row.shown),
    column("flags", Kind.CODES, lambda row: (row.entry and row.entry.flags) or None, people=5),
    derived("share", Kind.PERCENT, lambda row: row.share, people=6),
    column("as_written", Kind.TEXT, lambda row: row.as_written),
    column("report", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
)


def entries_of(indicator: Indicator) -> Iterator[tuple[Observation | Blank | None, Observation | None]]:
    """What an indicator says of the period of its report, each with its whole: itself, then its parts."""
    total = indicator.observation
    entries = indicator.entries if indicator.blanks else iter(indicator.observations)
    parts = [entry for entry in entries if entry.category is not None or isinstance(entry, Blank)]
    if total is None and parts and parts[0].category is None:
        yield parts.pop(0), None
    else:
        yield total, total
    wholes = {key: indicator.figure(breakdown.of) for key, breakdown in indicator.breakdowns.items()}
    for entry in parts:
        yield entry, wholes[entry.category.dimension] if entry.category else None


def _left_for(indicator: Indicator, blank: Blank, whole: Observation | None) -> Rest | None:
    """What the other parts leave for the only one of a complete breakdown that has no value."""
    if blank.category is None or whole is None or indicator.is_ratio:
        return None
    breakdown = indicator.breakdowns[blank.category.dimension]
    others = [part.quantity for part in indicator.parts(breakdown.key)]
    if not breakdown.complete or len(others) != len(breakdown.members) - 1:
        return None
    left = rest(whole.quantity, others)
    amount = None if left is None else Quantity.of(left)
    return None if amount is None else Rest(amount.stated, amount.bound.value, amount.upper)


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


def label_of(indicator: Indicator, category: Category | None, language: str) -> Label:
    """What a figure is about; for people a part names its breakdown where its whole has several."""
    whole = indicator.label.in_language(language)
    if category is None:
        return Label(whole)
    breakdown = indicator.breakdowns[category.dimension]
    if breakdown.of or breakdown.beside_others:
        text, under = (name(indicator, category, language) for name in (_part_label, _named_part))
        return Label(text, whole, under)
    return Label(breakdown.members[category.member].in_language(language), whole)


def _part_label(indicator: Indicator, category: Category, language: str) -> str:
    """The label of a part; that of a part of a part starts with the larger one."""
    above = indicator.breakdowns[category.dimension].of
    own = indicator.label_of(category).in_language(language)
    return _in_its_language(f"{_part_label(indicator, above, language)} – {own}", own) if above else own


def _named_part(indicator: Indicator, category: Category, language: str) -> str:
    """The same with the breakdown before each part, where the indicator has several."""
    breakdown = indicator.breakdowns[category.dimension]
    own = indicator.label_of(category).in_language(language)
    if breakdown.beside_others:
        name = breakdown.label.in_language(language) if breakdown.label else breakdown.key.rpartition("/")[2]
        own = _in_its_language(f"{name}: {own}", own)
    if breakdown.of:
        return _in_its_language(f"{_named_part(indicator, breakdown.of, language)} – {own}", own)
    return own


def _in_its_language(text: str, part: str) -> str:
    """A text that ends in a part, in the language of that part."""
    return Foreign(text, part.language) if isinstance(part, Foreign) else text


def _as_people_write(figure: Observation | None) -> Amount | None:
    """The quantity of a figure, in thousands where the words of its source are."""
    if figure is None:
        return None
    quantity, words = figure.quantity, figure.as_written
    if words is None or not _THOUSAND.search(words):
        return quantity
    if any(NEAREST.remainder(number, Decimal(1000)) for number in (quantity.stated, quantity.upper or ZERO)):
        return quantity
    return Thousands(quantity.stated, quantity.bound.value, quantity.upper)


def share_of(figure: Observation, whole: Observation | None, indicator: Indicator) -> Interval | None:
    """The share of a part in its whole, or 100 % of "all"; None where it cannot be known."""
    if figure.all_of is not None:
        return Interval.point(HUNDRED)
    if figure.category is None or whole is None or indicator.kind == "ratio":
        return None
    return share(figure.quantity, whole.quantity)


def section_of(indicator: Indicator, language: str) -> Named | None:
    """The section of an indicator, with its name in a language."""
    section = indicator.section
    return Named(section.key, section.label.in_language(language)) if section else None


def about(
    said: Message, indicator: str, category: Category | None = None, target: str | None = None
) -> Message:
    """A note with the keys of the row that it is about, so that a program can tell which one is meant."""
    keys = {
        "indicator": indicator,
        "dimension": category and category.dimension,
        "member": category and category.member,
        "target": target,
    }
    return Message(said.key, {**said.values, **{name: key for name, key in keys.items() if key}})


def full_label(indicator: Indicator, category: Category | None) -> Text | Message:
    """What a figure is about, for a note: a part is named after its whole."""
    if category is None:
        return indicator.label
    return message("part", whole=indicator.label, part=indicator.label_of(category))
