"""The tables of a document: of a section, of the targets, and of every figure with its source."""

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from edureport.analysis.progress import Assessment
from edureport.document.material import FigureEntry, Material, SectionEntries, figures
from edureport.languages.values import Amount, Counted
from edureport.languages.visible import visible
from edureport.message import Message, message
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Indicator, Observation
from edureport.problem import Place
from edureport.showing import as_people_write, difference, label_of, left_for, share_of, words_of
from edureport.table import Column, Kind, Row, Table


def _columns(**kinds: Kind) -> tuple[Column, ...]:
    """Columns for people, in this order."""
    return tuple(Column(key, kind, place) for place, (key, kind) in enumerate(kinds.items(), start=1))


_SECTION = _columns(
    label=Kind.LABEL, unit=Kind.UNIT, goal=Kind.NUMBER, due=Kind.DATE, before=Kind.NUMBER,
    value=Kind.QUANTITY, flags=Kind.CODES, change=Kind.CHANGE, percent=Kind.GROWTH, share=Kind.PERCENT,
)  # fmt: skip
_TARGETS = _columns(
    label=Kind.LABEL, unit=Kind.UNIT, goal=Kind.NUMBER, actual=Kind.QUANTITY, remaining=Kind.NUMBER,
    due=Kind.DATE, status=Kind.STATUS,
)  # fmt: skip
_ANNEX = _columns(
    label=Kind.LABEL, period=Kind.PERIOD, value=Kind.QUANTITY, unit=Kind.UNIT, value_bound=Kind.CODE,
    as_written=Kind.TEXT, source=Kind.SENTENCE,
)  # fmt: skip
_PERIOD = next(place for place, one in enumerate(_ANNEX) if one.key == "period")
_OF_ONE_PERIOD = tuple(one._replace(people=0) if one.key == "period" else one for one in _ANNEX)


class TableMaker:
    """Makes the tables of a document in a language."""

    def __init__(self, material: Material, language: str) -> None:
        self.material = material
        self.language = language
        report = material.report
        self.files = {_name(place) for place in self._places()}
        self.title = message("title.summary", organisation=report.organisation, period=report.period)

    def _places(self) -> Iterator[Place]:
        """The places of everything that the annex lists."""
        for entry in figures(self.material.groups):
            yield (entry.figure or entry.indicator).place
            if entry.change and entry.change.before:
                yield entry.change.before.place

    def section(self, group: SectionEntries) -> Table:
        """Each figure of a group with its plan and how it has changed."""
        rows = [self._section_row(entry) for entries in group.indicators for entry in entries]
        return self._table(_SECTION, rows)

    def targets(self) -> Table:
        """Each target with what is known of it."""
        rows = [self._target_row(one) for one in self.material.targets]
        return self._table(_TARGETS, rows)._replace(nested=False)

    def annex(self) -> Table:
        """Every figure with its bound and its source, under the names of the sections."""
        rows: list[Row] = []
        groups: list[tuple[int, Message]] = []
        for group in self.material.groups:
            if group.section is not None:
                groups.append((len(rows), message("group.section", section=group.section.label)))
            elif self.material.report.sections:
                groups.append((len(rows), message("group.rest")))
            rows += [row for entries in group.indicators for entry in entries for row in self._sources(entry)]
        table = self._table(_ANNEX, rows)._replace(groups=tuple(groups))
        periods = {row[_PERIOD] for row in rows}
        return table if len(periods) > 1 else table._replace(columns=_OF_ONE_PERIOD)

    def _table(self, columns: tuple[Column, ...], rows: Sequence[Row]) -> Table:
        return Table("document", self.title, self.language, columns, rows)

    def _unit(self, indicator: Indicator) -> Counted:
        """The unit as it heads many figures: the same in every row of a column."""
        return Counted(indicator.unit.key, indicator.unit.in_language(self.language), None)

    def _section_row(self, entry: FigureEntry) -> Row:
        indicator, figure, change, target = entry.indicator, entry.figure, entry.change, entry.target
        share = share_of(figure, entry.whole, indicator) if isinstance(figure, Observation) else None
        return (
            label_of(indicator, entry.category, self.language),
            self._unit(indicator),
            target and target.quantity,
            target and target.due,
            as_people_write(change.before) if change and change.before else None,
            _shown(entry),
            (figure.flags or None) if figure else None,
            difference(change, points=indicator.unit.is_percent) if change else None,
            Quantity.known(change.percent) if change else None,
            Quantity.known(share),
        )

    def _target_row(self, one: Assessment) -> Row:
        target = one.target
        return (
            label_of(target.indicator, target.category, self.language),
            self._unit(target.indicator),
            target.quantity,
            one.actual,
            Quantity.known(one.remaining),
            target.due,
            one.status.value,
        )

    def _sources(self, entry: FigureEntry) -> Iterator[Row]:
        """The row of a figure in the annex, then those of the same at other times, the latest first."""
        yield self._source(entry, entry.figure, _shown(entry))
        told = {entry.figure.place if entry.figure else None}
        before = entry.change.before if entry.change else None
        others = (*entry.indicator.observations, *((before,) if before else ()))
        for figure in sorted(others, key=lambda one: (one.period.last, one.period.days), reverse=True):
            if figure.category == entry.category and figure.place not in told:
                told.add(figure.place)
                yield self._source(entry, figure, as_people_write(figure))

    def _source(self, entry: FigureEntry, figure: Observation | Blank | None, shown: Amount | None) -> Row:
        indicator = entry.indicator
        quantity = figure.quantity if isinstance(figure, Observation) else None
        return (
            label_of(indicator, entry.category, self.language),
            figure.period if isinstance(figure, Observation) else indicator.period,
            shown,
            self._unit(indicator),
            quantity and quantity.bound.value,
            words_of(figure, self.material.report.language, self.language),
            self._place(indicator, figure),
        )

    def _place(self, indicator: Indicator, figure: Observation | Blank | None) -> Message:
        """Where a figure stands: in the source, where that is known, and in the file."""
        where = (figure.where if isinstance(figure, Observation) else None) or {}
        place = (figure or indicator).place
        said = [message(f"stands.where_{what}", number=number) for what, number in where.items()]
        return stands_in(place, *said, file=len(self.files) > 1)


def stands_in(place: Place, *before: Message, file: bool) -> Message:
    """A place in words, behind others: its line and, where there are several, its file."""
    said = [*before, message("stands.line", line=place.line or 1)]
    if file:
        said.append(message("stands.file", file=_name(place)))
    return message("stands.places", places=tuple(said))


def _name(place: Place) -> str:
    """The name of a file without its folders, which are nobody else's business."""
    return visible(PurePath(place.path).name)


def _shown(entry: FigureEntry) -> Amount | None:
    """A figure as people write it; of one without a value what the others leave for it."""
    if isinstance(entry.figure, Observation):
        return as_people_write(entry.figure)
    return left_for(entry.indicator, entry.figure, entry.whole) if entry.figure else None
