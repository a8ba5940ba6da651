"""What the tables of a file say, each figure once; and the reports of it, by organisation and period."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.model import report as model
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.near import unknown
from edureport.problem import Place, Problem, Problems
from edureport.reading.tables.description import Description, Dimension

MOST_CELLS = 1_000_000  # with figures


class Definitions(NamedTuple):
    """What the file says of units and indicators; labels and units of indicators may come from a codebook."""

    units: Mapping[str, model.Unit]
    unit_words: Mapping[str, str]  # from what units are called to their keys
    indicators: Mapping[str, model.Indicator]
    by_label: Mapping[str, str]  # the keys of indicators by what they are called
    labels: dict[str, str]
    units_of: dict[str, str]
    language: str

    def unit(self, indicator: str, written: str) -> str:
        """The key of an indicator's unit: of the codebook, as written or defined; ReportError if unknown."""
        if self.indicators and indicator not in self.indicators and indicator not in self.labels:
            raise ReportError(unknown("table.indicator", indicator, self.indicators))
        if word := self.units_of.get(indicator) or written:
            key = self.unit_words.get(word)
            if key is None:
                raise ReportError(unknown("table.unit", word, self.units))
            return key
        if indicator not in self.indicators:
            raise ReportError(message("table.no_unit", indicator=indicator))
        return self.indicators[indicator].unit.key


class Series(NamedTuple):
    """Whose figures, of what and when: all but the part that one of them is of."""

    organisation: str
    area: str
    period: Period
    indicator: str


class CellValue(NamedTuple):
    """What a cell says: a quantity or none, and flags; `whole` is false of what can be no count.

    `percent` and `point` are of the text: whether a percent sign ends it, and the sign before its decimals,
    where that decides how others are read.
    """

    quantity: Quantity | None
    flags: tuple[model.Flag, ...]
    marks: tuple[str, ...] = ()  # of footnotes
    whole: bool = True
    percent: bool = False
    point: str = ""


Parts = dict[int, model.Observation | model.Blank]  # by the number of the part


class Collector:
    """Collects what the rows of all tables of a file say, each figure as it will stand in its report.

    A part is named by its categories from the outermost in, no categories are the whole; it is kept by
    number, since it is asked for with each figure.
    """

    def __init__(self, definitions: Definitions, problems: Problems) -> None:
        self.definitions, self.problems = definitions, problems
        self.series: dict[Series, Parts] = {}
        self.numbers: dict[tuple[model.Category, ...], int] = {}  # of parts
        self.count = 0
        self.uncounted: set[str] = set()  # units in which some value is no count: not whole, or negative
        self.kinds: dict[str, model.IndicatorKind] = {}  # of indicators that only the tables name
        self.units: dict[str, tuple[str, Place]] = {}  # by indicator, and where it was seen first
        self._footnotes: dict[str, model.Text] = {}

    def parts(self, series: Series, unit: str, place: Place) -> Parts:
        """Where the figures of a series are kept, of which there is one in this unit at this place."""
        first, where = self.units.setdefault(series.indicator, (unit, place))
        if first != unit:
            values = {"indicator": series.indicator, "unit": unit, "other": first, "first": where}
            self.problems.note(Problem.at(place, "table.two_units", **values))
        return self.series.setdefault(series, {})

    def number(self, categories: tuple[model.Category, ...]) -> int:
        return self.numbers.setdefault(categories, len(self.numbers))

    def refuse(self, problem: Message, place: Place) -> None:
        """Note what is wrong with a figure, which counts all the same."""
        self.problems.note(Problem(problem, place))
        self.count += 1

    def add_footnotes(self, parts: Parts, number: int, footnotes: Iterable[str]) -> None:
        """Give a figure its footnotes, in the language of the file."""
        language = self.definitions.language
        texts = [
            self._footnotes.setdefault(one, model.Text.of({language: one}, language)) for one in footnotes
        ]
        parts[number] = parts[number]._replace(footnotes=tuple(texts))


def reports(
    head: model.Report, descriptions: Sequence[Description], collector: Collector
) -> Iterator[model.Report]:
    """The reports in the order of the tables; `head` is what all share, targets are in each body's last."""
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

    def __init__(self, head: model.Report, dimensions: Mapping[str, Dimension], collector: Collector) -> None:
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
        targets: Mapping[str, model.Target],
    ) -> model.Report:
        head = self.head
        made = {key: self.indicator(key, period, parts) for key, parts in indicators.items()}
        known = {**self.definitions.indicators, **made}
        return replace(
            head,
            id=self.id_of(name, str(period)),
            organisation=model.Text.of({head.language: name}, head.language) if name else head.organisation,
            organisation_id=None if name else head.organisation_id,
            area=area if model.AREA.fullmatch(area) else head.area,
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
                self.names[word] = model.identifier_of(word)
        return "-".join(filter(None, (self.head.id, *(self.names[word] for word in words))))

    def indicator(self, key: str, period: Period, parts: Parts) -> model.Indicator:
        """An indicator of one organisation and period, the whole first and then the parts of it."""
        word, _ = self.collector.units[key]
        unit = self.definitions.units[word]
        order, breakdowns = self.divisions.of(tuple(parts))
        entries = [parts[number] for number in order]
        if word in self.collector.uncounted:
            entries = [self.uncounted(entry) for entry in entries]
        figures: list[Any] = entries
        blanks: list[model.Blank] = []
        if model.Blank in set(map(type, entries)):
            figures = [entry for entry in entries if isinstance(entry, model.Observation)]
            for number, entry in enumerate(entries):
                if isinstance(entry, model.Blank):
                    blanks.append(entry._replace(at=number - len(blanks)))
        place = entries[0].place
        return self.template(key, unit, period, place)._replace(
            unit=unit,
            breakdowns=breakdowns,
            observations=model.Figures(figures),
            period=period,
            place=place,
            blanks=tuple(blanks),
        )

    def template(self, key: str, unit: model.Unit, period: Period, place: Place) -> model.Indicator:
        """An indicator without figures, as it is defined, or as the tables name it."""
        language = self.head.language
        defined = self.definitions.indicators.get(key)
        if defined is not None:
            return defined
        label = model.Text.of({language: self.definitions.labels.get(key, key)}, language)
        kind = self.collector.kinds[key]
        return model.Indicator(key, label, None, unit, kind, None, {}, model.Figures(), None, period, place)

    def uncounted(self, entry: model.Observation | model.Blank) -> model.Observation | model.Blank:
        """A figure in a unit in which another is no count; it was read before that was known."""
        if isinstance(entry, model.Blank) or not entry.quantity.counted:
            return entry
        quantity = self.amounts.get(id(entry.quantity))
        if quantity is None:
            quantity = self.amounts[id(entry.quantity)] = replace(entry.quantity, counted=False)
        return entry._replace(quantity=quantity)


# The parts of an indicator by their numbers, the whole first, and its breakdowns.
Divided = tuple[Sequence[int], Mapping[str, model.Breakdown]]


class _Divisions:
    """The divisions of indicators, each made once: most are divided like others."""

    def __init__(
        self, dimensions: Mapping[str, Dimension], parts: Sequence[tuple[model.Category, ...]], language: str
    ) -> None:
        """`parts` are those of all indicators, by their number."""
        self.dimensions, self.parts, self.language = dimensions, parts, language
        self.known: dict[tuple[int, ...], Divided] = {}

    def of(self, numbers: tuple[int, ...]) -> Divided:
        """The division into the parts with these numbers."""
        division = self.known.get(numbers)
        if division is None:
            order = sorted(numbers, key=lambda number: len(self.parts[number]))  # the outermost first
            breakdowns = self.breakdowns([self.parts[number] for number in order])
            division = self.known[numbers] = order, breakdowns
        return division

    def breakdowns(self, parts: Sequence[tuple[model.Category, ...]]) -> Mapping[str, model.Breakdown]:
        """The breakdowns into these parts, from the outermost in."""
        members: dict[str, dict[str, model.Text]] = {}  # by dimension
        around: dict[str, model.Category | None] = {}
        for categories in parts:
            above: model.Category | None = None
            for category in categories:
                around.setdefault(category.dimension, above)
                own = self.dimension(category).members.get(category.member)
                text = own or model.Text.of({self.language: category.member}, self.language)
                members.setdefault(category.dimension, {}).setdefault(category.member, text)
                above = category
        beside = Counter(around.values())
        return {
            key: model.Breakdown(key, one.label, one.complete, members[key], above, beside[above] > 1)
            for key, above in around.items()
            for one in [self.dimension(model.Category(key, ""))]
        }

    def dimension(self, category: model.Category) -> Dimension:
        """What the description says of the dimension of a category."""
        return self.dimensions[category.dimension.rpartition("/")[2]]
