"""Reading: everything that is read in one text, each stage made once and only when it is asked for."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.cells import TextCell, grids, numbering
from edureport.prose.figures.figure import Figure
from edureport.prose.figures.figures import read_page
from edureport.prose.page import Page
from edureport.prose.relations.relation import Relation
from edureport.prose.relations.relations import relations_of
from edureport.prose.text.sentences import Sentence, between
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

    @cached_property
    def page(self) -> Page:
        """The text cut into tokens and sentences, with the phrases of its language marked."""
        return Page.of(self.text, self.language)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences as offsets in the text, numbered as in the figures."""
        return between(self.page.tokens, self.page.first)

    @cached_property
    def figures(self) -> list[Figure]:
        """Every number of the text, in order, classified."""
        figures = read_page(self.page)
        numbered = numbering(grids(self.text, self._cells, figures), figures)
        return [
            figure._replace(kind=numbered[index]) if index in numbered else figure
            for index, figure in enumerate(figures)
        ]

    @cached_property
    def relations(self) -> list[Relation]:
        """Which of the figures belong together, and whether they follow from one another."""
        return relations_of(self.page, self.figures, grids(self.text, self._cells, self.figures))

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
            named = self.named_times(own)
            self._times[own] = Times(named, assigned(self.page, self.figures, named, own))
        return self._times[own]
