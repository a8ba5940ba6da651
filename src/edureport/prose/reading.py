"""Reading: everything that is read in one text, each stage made once and only when it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.cells import TextCell, TextGrid, grids, minuses, numbering
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.figures import read_page
from edureport.prose.page import Page
from edureport.prose.relations.relation import Relation
from edureport.prose.relations.relations import relations_of
from edureport.prose.tables.heads import Heads
from edureport.prose.tables.tables import TextTables, adjusted, time_of
from edureport.prose.text.tokens import Sentence, between
from edureport.prose.times.assignment import assigned, period_of_most, period_of_title
from edureport.prose.times.times import NamedTime, Time, TimeReading, named_times


class Times(NamedTuple):
    """The times that a text names, in order, and for each of its figures the time that it is about."""

    named: list[NamedTime]
    of_figures: list[Time | None]


class Reading:
    """What a text says; whoever asks twice gets the same lists, so that nothing is read twice."""

    def __init__(self, text: str, language: str, cells: Sequence[TextCell] = ()) -> None:
        self.text = text
        self.language = language
        self._cells = cells
        self._named_times: dict[Period | None, list[NamedTime]] = {}
        self._times: dict[Period | None, Times] = {}
        self._tables: dict[Period | None, TextTables] = {}

    @cached_property
    def page(self) -> Page:
        """The text cut into tokens and sentences, with the phrases of its language marked."""
        return Page.of(self.text, self.language)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences as offsets in the text, numbered as in the figures."""
        return between(self.page.tokens, self.page.first)

    @cached_property
    def _numbers(self) -> list[Figure]:
        """Every number of the text as its words say it is."""
        return read_page(self.page)

    @cached_property
    def _grids(self) -> list[TextGrid]:
        """The tables of the text."""
        return grids(self.text, self._cells, self._numbers)

    @cached_property
    def figures(self) -> list[Figure]:
        """Every number of the text, in order, as its words and, in a table, its heads say it is."""
        is_counted = self.page.language.is_counted
        numbered, tables = numbering(self._grids, self._numbers, is_counted), self.tables(None)
        negative = minuses(self._grids, self._numbers)
        figures: list[Figure] = []
        for index, read in enumerate(self._numbers):
            numbers = index in numbered
            figure = read._replace(kind=numbered[index]) if numbers else negative.get(index, read)
            cell = tables.cell(index)
            figures.append(figure if cell is None else adjusted(figure, cell))
        return figures

    @cached_property
    def relations(self) -> list[Relation]:
        """Which of the figures belong together, and whether they follow from one another."""
        return relations_of(self.page, self.figures, self._grids)

    @cached_property
    def divisions(self) -> list[Relation]:
        """Which of the figures are parts of which others; for whom asks for no other relations."""
        return relations_of(self.page, self.figures, self._grids, only_parts=True)

    def tables(self, own: Period | None) -> TextTables:
        """The tables of the text; by `own`, the period of the report, times without a year are known."""
        if own not in self._tables:
            heads = Heads(self.language, own, self.tables(None).heads if own else None)
            self._tables[own] = TextTables(self.text, self._grids, self._numbers, heads)
        return self._tables[own]

    @cached_property
    def period(self) -> Period | None:
        """The period that the text as a whole is about; None if it does not tell."""
        titled = period_of_title(self.page, self.named_times(None))
        return titled or period_of_most(self.page, self.figures, *self.times(None))

    @cached_property
    def _time_expressions(self) -> TimeReading:
        return TimeReading.of(self.page)

    def named_times(self, own: Period | None) -> list[NamedTime]:
        """The times that the text names; by `own`, the period of the report, also those without a year."""
        if own not in self._named_times:
            self._named_times[own] = named_times(self._time_expressions, self.figures, own)
        return self._named_times[own]

    def times(self, own: Period | None) -> Times:
        """The times of the text and of its figures, for a report on the period `own`."""
        if own not in self._times:
            named, tables = self.named_times(own), self.tables(own)
            times = assigned(self.page, self.figures, named, own)
            for index in range(len(times)):
                if (cell := tables.cell(index)) is not None and not cell.head:
                    times[index] = time_of(cell)
            self._times[own] = Times(named, times)
        return self._times[own]
