"""Reports out of the observations of tables: one for each organisation and period."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

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
    Target,
    Text,
    Unit,
    identifier_of,
)
from edureport.problem import Place
from edureport.reading.tables.collector import Collector, Parts
from edureport.reading.tables.description import Description, Dimension


def reports(head: Report, descriptions: Sequence[Description], collector: Collector) -> Iterator[Report]:
    """The reports in the order of the tables; targets stand in the latest of each organisation.

    `head` says what all of them have in common, as a report of no period.
    """
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

    def __init__(self, head: Report, dimensions: Mapping[str, Dimension], collector: Collector) -> None:
        self.head, self.collector = head, collector
        self.definitions = collector.definitions
        self.divisions = _Divisions(dimensions, list(collector.numbers), head.language)
        self.names: dict[str, str] = {}  # in ids
        self.amounts: dict[int, Quantity] = {}  # by what was read as a count, which the collector holds

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
        return replace(
            head,
            id=self.id_of(name, str(period)),
            organisation=Text.of({head.language: name}, head.language) if name else head.organisation,
            organisation_id=None if name else head.organisation_id,
            area=area if AREA.fullmatch(area) else head.area,
            period=period,
            units=MappingProxyType(self.definitions.units),
            indicators=MappingProxyType(made),
            targets=MappingProxyType(
                {
                    key: target._replace(indicator=known[target.indicator.key])
                    for key, target in targets.items()
                }
            ),
        )

    def id_of(self, *words: str) -> str:
        """The id of the file and these words, as far as there are any."""
        for word in words:
            if word not in self.names:
                self.names[word] = identifier_of(word)
        return "-".join(filter(None, (self.head.id, *(self.names[word] for word in words))))

    def indicator(self, key: str, period: Period, parts: Parts) -> Indicator:
        """An indicator of one organisation and period, the whole first and then the parts of it."""
        word, _ = self.collector.units[key]
        unit = self.definitions.units[word]
        order, breakdowns = self.divisions.of(tuple(parts))
        entries = [parts[number] for number in order]
        if word in self.collector.uncounted:
            entries = [self.uncounted(entry) for entry in entries]
        figures: list[Any] = entries
        blanks: list[Blank] = []
        if Blank in set(map(type, entries)):
            figures = [entry for entry in entries if isinstance(entry, Observation)]
            for number, entry in enumerate(entries):
                if isinstance(entry, Blank):
                    blanks.append(entry._replace(at=number - len(blanks)))
        place = entries[0].place
        return self.template(key, unit, period, place)._replace(
            unit=unit,
            breakdowns=breakdowns,
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
        label = Text.of({language: self.definitions.labels.get(key, key)}, language)
        kind = self.collector.kinds[key]
        return Indicator(key, label, None, unit, kind, None, {}, Figures(), None, period, place)

    def uncounted(self, entry: Observation | Blank) -> Observation | Blank:
        """A figure in a unit in which another is no count; it was read before that was known."""
        if isinstance(entry, Blank) or not entry.quantity.counted:
            return entry
        quantity = self.amounts.get(id(entry.quantity))
        if quantity is None:
            quantity = self.amounts[id(entry.quantity)] = replace(entry.quantity, counted=False)
        return entry._replace(quantity=quantity)


class DividedBy(NamedTuple):
    """The parts of an indicator by their numbers, the whole first, and its breakdowns."""

    order: Sequence[int]
    breakdowns: Mapping[str, Breakdown]


class _Divisions:
    """The divisions of indicators, each made once: most are divided like others."""

    def __init__(
        self, dimensions: Mapping[str, Dimension], parts: Sequence[tuple[Category, ...]], language: str
    ) -> None:
        """`parts` are those of all indicators, by their number."""
        self.dimensions, self.parts, self.language = dimensions, parts, language
        self.known: dict[tuple[int, ...], DividedBy] = {}

    def of(self, numbers: tuple[int, ...]) -> DividedBy:
        """The division into the parts with these numbers."""
        division = self.known.get(numbers)
        if division is None:
            order = sorted(numbers, key=lambda number: len(self.parts[number]))  # the outermost first
            breakdowns = self.breakdowns([self.parts[number] for number in order])
            division = self.known[numbers] = DividedBy(order, breakdowns)
        return division

    def breakdowns(self, parts: Sequence[tuple[Category, ...]]) -> Mapping[str, Breakdown]:
        """The breakdowns into these parts, from the outermost in."""
        members: dict[str, dict[str, Text]] = {}  # by dimension
        around: dict[str, Category | None] = {}
        for categories in parts:
            above: Category | None = None
            for category in categories:
                around.setdefault(category.dimension, above)
                described = self.dimension(category)
                own = described.members.get(category.member)
                text = own or Text.of({self.language: category.member}, self.language)
                members.setdefault(category.dimension, {}).setdefault(category.member, text)
                above = category
        beside = Counter(around.values())
        return {
            key: Breakdown(key, one.label, one.complete, members[key], above, beside[above] > 1)
            for key, above in around.items()
            for one in [self.dimension(Category(key, ""))]
        }

    def dimension(self, category: Category) -> Dimension:
        """What the description says of the dimension of a category."""
        return self.dimensions[category.dimension.rpartition("/")[2]]
