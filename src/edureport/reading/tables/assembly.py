"""Reports out of the observations of tables: one for each organisation and period."""

import re
from collections.abc import Iterator, Mapping, Sequence
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
)
from edureport.reading.tables.description import Description, Dimension
from edureport.reading.tables.observations import CellValue, Collector, Definitions, Key

Entries = list[tuple[Key, CellValue]]


class Head(NamedTuple):
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


def reports(head: Head, descriptions: Sequence[Description], collector: Collector) -> Iterator[Report]:
    """The reports in the order of the tables; targets stand in the latest of each organisation."""
    groups: dict[tuple[str, str], dict[Period, dict[str, Entries]]] = {}
    for key, stated in collector.values.items():
        of_body = groups.setdefault((key.organisation, key.area), {})
        of_body.setdefault(key.period, {}).setdefault(key.indicator, []).append((key, stated))
    dimensions = {one.key: one for description in descriptions for one in description.dimensions}
    for (organisation, area), periods in groups.items():
        latest = max(periods, key=lambda period: period.last)
        for period, indicators in periods.items():
            made = {
                key: _indicator(key, entries, dimensions, collector) for key, entries in indicators.items()
            }
            targets = head.targets if period == latest else {}
            yield _report(head, organisation or area, area, period, made, targets, collector.definitions)


def _report(
    head: Head,
    name: str,
    area: str,
    period: Period,
    indicators: Mapping[str, Indicator],
    targets: Mapping[str, Target],
    definitions: Definitions,
) -> Report:
    known = {**definitions.indicators, **indicators}
    label = Text({head.language: name or head.id}, head.language)
    return Report(
        id="-".join(part for part in (head.id, _in_id(name), str(period).replace("/", "-")) if part),
        organisation=label if name else head.organisation or label,
        organisation_id=None if name else head.organisation_id,
        area=area if AREA.fullmatch(area) else head.area,
        period=period,
        language=head.language,
        source=head.source,
        units=MappingProxyType(definitions.units),
        sections=head.sections,
        indicators=MappingProxyType(indicators),
        targets=MappingProxyType(
            {key: target._replace(indicator=known[target.indicator.key]) for key, target in targets.items()}
        ),
        path=head.path,
    )


def _indicator(
    key: str,
    entries: Entries,
    dimensions: Mapping[str, Dimension],
    collector: Collector,
) -> Indicator:
    """An indicator of one organisation and period, with its observations."""
    definitions = collector.definitions
    language = definitions.language
    unit = definitions.units[entries[0][1].unit]
    counted = not unit.is_percent and unit.whole and unit.key not in collector.uncounted
    parts = _Parts(dimensions, language)
    figures: list[Observation] = []
    blanks: list[Blank] = []
    for one, stated in sorted(entries, key=lambda entry: len(entry[0].categories)):
        category = parts.category(one.categories)
        quantity = stated.quantity
        if quantity is None:
            blanks.append(Blank(stated.place, category, len(figures), None, stated.flags))
            continue
        if counted:
            quantity = Quantity(quantity.stated, quantity.bound, quantity.upper, True, quantity.precision)
        figures.append(Observation(one.period, quantity, stated.place, category, flags=stated.flags))
    first, place = entries[0][0], entries[0][1].place
    template = definitions.indicators.get(key)
    if template is None:
        label = Text({language: definitions.labels.get(key, key)}, language)
        template = Indicator(
            key, label, None, unit, collector.kinds[key], None, {}, Figures(), None, first.period, place
        )
    return template._replace(
        unit=unit,
        breakdowns=parts.breakdowns(),
        observations=Figures(figures),
        period=first.period,
        place=place,
        blanks=tuple(blanks),
    )


class _Parts:
    """The breakdowns of an indicator, as its observations name them."""

    def __init__(self, dimensions: Mapping[str, Dimension], language: str) -> None:
        self.dimensions, self.language = dimensions, language
        self.noted: dict[str, tuple[Dimension, dict[str, Text], Category | None]] = {}
        self.beside: dict[Category | None, set[str]] = {}

    def category(self, categories: tuple[Category, ...]) -> Category | None:
        """The innermost part, noted with those around it; None is the whole."""
        above: Category | None = None
        for category in categories:
            dimension, member = category
            if dimension not in self.noted:
                described = self.dimensions[dimension.rpartition("/")[2]]
                self.noted[dimension] = described, {}, above
                self.beside.setdefault(above, set()).add(dimension)
            described, members, _ = self.noted[dimension]
            if member not in members:
                own = Text({self.language: member}, self.language)
                members[member] = described.members.get(member, own)
            above = category
        return above

    def breakdowns(self) -> dict[str, Breakdown]:
        """What was noted."""
        return {
            key: Breakdown(
                key, described.label, described.complete, members, above, len(self.beside[above]) > 1
            )
            for key, (described, members, above) in self.noted.items()
        }


def _in_id(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
