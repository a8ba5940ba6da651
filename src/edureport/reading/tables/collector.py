"""Collector: what the tables of a file say, each figure once; in which units, and with which definitions."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Category, Flag, Indicator, IndicatorKind, Observation, Text, Unit
from edureport.near import unknown
from edureport.problem import Place, Problem, Problems

MOST_CELLS = 1_000_000  # with figures


class Definitions(NamedTuple):
    """What the file says of units and indicators; labels and units of indicators may come from a codebook."""

    units: Mapping[str, Unit]
    unit_words: Mapping[str, str]  # from what units are called to their keys
    indicators: Mapping[str, Indicator]
    by_label: Mapping[str, str]  # the keys of indicators by what they are called
    labels: dict[str, str]
    units_of: dict[str, str]
    language: str

    def unit(self, indicator: str, written: str) -> str:
        """The key of the unit of an indicator: of the codebook, else as `written`, else of its definition.

        Raises ReportError for an indicator or a unit that the file does not know.
        """
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
    """What a cell says: a quantity or none, and flags; `whole` is false of what can be no count."""

    quantity: Quantity | None
    flags: tuple[Flag, ...]
    marks: tuple[str, ...] = ()  # of footnotes
    whole: bool = True


Parts = dict[int, Observation | Blank]  # by the number of the part


class Collector:
    """Collects what the rows of all tables of a file say, each figure as it will stand in its report.

    A part is named by its categories from the outermost in, no categories are the whole; it is kept by
    number, since it is asked for with each figure.
    """

    def __init__(self, definitions: Definitions, problems: Problems) -> None:
        self.definitions = definitions
        self.problems = problems
        self.series: dict[Series, Parts] = {}
        self.numbers: dict[tuple[Category, ...], int] = {}  # of parts
        self.count = 0
        self.uncounted: set[str] = set()  # units in which some value is no count: not whole, or negative
        self.kinds: dict[str, IndicatorKind] = {}  # of indicators that only the tables name
        self.units: dict[str, tuple[str, Place]] = {}  # by indicator, and where it was seen first
        self._footnotes: dict[str, Text] = {}

    def parts(self, series: Series, unit: str, place: Place) -> Parts:
        """Where the figures of a series are kept, of which there is one in this unit at this place."""
        first, where = self.units.setdefault(series.indicator, (unit, place))
        if first != unit:
            values = {"indicator": series.indicator, "unit": unit, "other": first, "first": where}
            self.problems.note(Problem.at(place, "table.two_units", **values))
        return self.series.setdefault(series, {})

    def number(self, categories: tuple[Category, ...]) -> int:
        """The number of a part."""
        return self.numbers.setdefault(categories, len(self.numbers))

    def refuse(self, problem: Message, place: Place) -> None:
        """Note what is wrong with a figure, which counts all the same."""
        self.problems.note(Problem(problem, place))
        self.count += 1

    def add_footnotes(self, parts: Parts, number: int, footnotes: Iterable[str]) -> None:
        """Give a figure its footnotes, in the language of the file."""
        language = self.definitions.language
        texts = [self._footnotes.setdefault(one, Text.of({language: one}, language)) for one in footnotes]
        parts[number] = parts[number]._replace(footnotes=tuple(texts))
