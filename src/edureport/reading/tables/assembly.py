"""Reports out of the observations of tables: one for each organisation and period."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import (
    AREA,
    Blank,
    Breakdown,
    Category,
    Figures,
    Indicator,
    Observation,
    Report,
    Section,
    Source,
    Target,
    Text,
    Unit,
)
from edureport.problem import Place
from edureport.reading.tables.collector import Collector, Parts
from edureport.reading.tables.description import Description, Dimension


class ReportHead(NamedTuple):
    """What a description says of all reports that come of it."""

    id: str
    organisation: Text | None
    organisation_id: str | None
    area: str | None
    language: str
    source: Source | None
    sections: Mapping[str, Section]
    targets: Mapping[str, Target]
    path: str


def reports(head: ReportHead, descriptions: Sequence[Description], collector: Collector) -> Iterator[Report]:
    """The reports in the order of the tables; targets stand in the latest of each organisation."""
    groups: dict[tuple[str, str], dict[Period, dict[str, Parts]]] = {}
    for series, parts in collector.series.items():
        if parts:
            of_body = groups.setdefault((series.organisation, series.area), {})
            of_body.setdefault(series.period, {})[series.indicator] = parts
    dimensions = {one.key: one for description in descriptions for one in description.dimensions}
    assembly = _Assembly(head, dimensions, collector)
    for (organisation, area), periods in groups.items():
        latest = max(periods, key=lambda period: period.order)
        for period, indicators in periods.items():
            targets = head.targets if period == latest else {}
            yield assembly.report(organisation or area, area, period, indicators, targets)


class _Assembly:
    """Makes reports; what many of their figures have in common is made once."""

    def __init__(self, head: ReportHead, dimensions: Mapping[str, Dimension], collector: Collector) -> None:
        self.head, self.collector = head, collector
        self.definitions = collector.definitions
        self.divisions = _Divisions(dimensions, head.language)
        self.counted: dict[int, Quantity] = {}  # by the quantity that is no count yet, which collector holds
        self.footnotes: dict[str, Text] = {}

    def report(
        self,
        name: str,
        area: str,
        period: Period,
        indicators: Mapping[str, Parts],
        targets: Mapping[str, Target],
    ) -> Report:
        """The report of one organisation on one period."""
        head = self.head
        made = {key: self.indicator(key, period, parts) for key, parts in indicators.items()}
        known = {**self.definitions.indicators, **made}
        label = Text({head.language: name or head.id}, head.language)
        return Report(
            id="-".join(part for part in (head.id, _in_id(name), str(period).replace("/", "-")) if part),
            organisation=label if name else head.organisation or label,
            organisation_id=None if name else head.organisation_id,
            area=area if AREA.fullmatch(area) else head.area,
            period=period,
            language=head.language,
            source=head.source,
            units=MappingProxyType(self.definitions.units),
            sections=head.sections,
            indicators=MappingProxyType(made),
            targets=MappingProxyType(
                {
                    key: target._replace(indicator=known[target.indicator.key])
                    for key, target in targets.items()
                }
            ),
            path=head.path,
        )

    def indicator(self, key: str, period: Period, parts: Parts) -> Indicator:
        """An indicator of one organisation and period, the whole first and then the parts of it."""
        unit = self.definitions.units[next(iter(parts.values())).unit]
        counted = not unit.is_percent and unit.whole and unit.key not in self.collector.uncounted
        division = self.divisions.of(tuple(parts))
        figures: list[Observation] = []
        blanks: list[Blank] = []
        for categories, category in division.categories:
            figure = parts[categories]
            value, notes = figure.value, tuple(map(self.footnote, figure.footnotes))
            quantity = value.quantity
            if quantity is None:
                blanks.append(Blank(figure.place, category, len(figures), None, value.flags, notes))
                continue
            if counted:
                quantity = self.counted.get(id(quantity)) or self.count(quantity)
            figures.append(
                Observation(period, quantity, figure.place, category, None, None, None, value.flags, notes)
            )
        place = parts[division.categories[0][0]].place
        return self.template(key, unit, period, place)._replace(
            unit=unit,
            breakdowns=division.breakdowns,
            observations=Figures(figures),
            period=period,
            place=place,
            blanks=tuple(blanks),
        )

    def template(self, key: str, unit: Unit, period: Period, place: Place) -> Indicator:
        """An indicator without figures, as it is defined, or as the tables name it."""
        language = self.head.language
        defined = self.definitions.indicators.get(key)
        if defined is not None:
            return defined
        label = Text({language: self.definitions.labels.get(key, key)}, language)
        kind = self.collector.kinds[key]
        return Indicator(key, label, None, unit, kind, None, {}, Figures(), None, period, place)

    def count(self, quantity: Quantity) -> Quantity:
        """The same quantity as a count, made once for all figures that share it."""
        count = replace(quantity, counted=True)
        self.counted[id(quantity)] = count
        return count

    def footnote(self, text: str) -> Text:
        """A footnote, in the language of the report."""
        return self.footnotes.setdefault(text, Text({self.head.language: text}, self.head.language))


class DividedBy(NamedTuple):
    """The breakdowns of an indicator, and by each of its parts the innermost category, the whole first."""

    breakdowns: Mapping[str, Breakdown]
    categories: Sequence[tuple[tuple[Category, ...], Category | None]]


class _Divisions:
    """The divisions of indicators, each made once: most are divided like others."""

    def __init__(self, dimensions: Mapping[str, Dimension], language: str) -> None:
        self.dimensions, self.language = dimensions, language
        self.known: dict[tuple[tuple[Category, ...], ...], DividedBy] = {}

    def of(self, parts: tuple[tuple[Category, ...], ...]) -> DividedBy:
        """The division into these parts."""
        division = self.known.get(parts)
        if division is None:
            division = self.known[parts] = self.made(sorted(parts, key=len))
        return division

    def made(self, parts: Sequence[tuple[Category, ...]]) -> DividedBy:
        """The same, from the outermost parts in."""
        members: dict[str, dict[str, Text]] = {}  # by dimension
        around: dict[str, Category | None] = {}
        for categories in parts:
            above: Category | None = None
            for category in categories:
                around.setdefault(category.dimension, above)
                described = self.dimension(category)
                own = described.members.get(category.member)
                text = own or Text({self.language: category.member}, self.language)
                members.setdefault(category.dimension, {}).setdefault(category.member, text)
                above = category
        beside = Counter(around.values())
        return DividedBy(
            {
                key: Breakdown(key, one.label, one.complete, members[key], above, beside[above] > 1)
                for key, above in around.items()
                for one in [self.dimension(Category(key, ""))]
            },
            [(categories, categories[-1] if categories else None) for categories in parts],
        )

    def dimension(self, category: Category) -> Dimension:
        """What the description says of the dimension of a category."""
        return self.dimensions[category.dimension.rpartition("/")[2]]


def _in_id(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
