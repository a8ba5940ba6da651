"""The rows of `audit`: a figure of a text, what was found about it, and the columns that show it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from edureport.audit.candidates import Candidate
from edureport.audit.findings import AuditFinding
from edureport.audit.messages import arithmetic_of, data_of, excerpt, holding_of, reading_of
from edureport.commands.columns import Columns, column, derived, for_people, stated
from edureport.languages.visible import visible, visible_lines
from edureport.message import Message, message
from edureport.model.report import Category
from edureport.problem import Place
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relation import Relation
from edureport.reading.document import BlockKind
from edureport.reading.text_file import Document
from edureport.table import Compact, Kind


class AuditRow(NamedTuple):
    """A figure of a text, and what was found about it; `figures` are all those of the text.

    `bodies` are the names of the organisations that the data are of, by their ids. Of `several` texts the
    place of a figure names its own. `holding` says that what holds is listed, too.
    """

    document: Document
    finding: AuditFinding
    figures: Sequence[Figure]
    bodies: Mapping[str, str]
    several: bool = False
    holding: bool = False

    @property
    def figure(self) -> Figure:
        """The figure of the text."""
        return self.finding.figure

    @property
    def candidate(self) -> Candidate | None:
        """What the figure is about."""
        return self.finding.candidate

    @property
    def category(self) -> Category | None:
        """The part that the figure is about."""
        return self.candidate.category if self.candidate else None

    @property
    def place(self) -> Place:
        """The place of the figure in its file."""
        return self.document.place(self.figure.start)

    @property
    def place_among(self) -> Message:
        """The place of the figure for people, with its text where there are several."""
        place = _place(self.document, self.figure)
        return message("audit.place.of", text=self.document.path, place=place) if self.several else place

    @property
    def relation(self) -> Relation | None:
        """The relation that is reported of the figure."""
        return self.finding.inconsistency or (self.finding.holding if self.holding else None)

    @property
    def arithmetic(self) -> Message | None:
        """What follows from other figures, and what the text says."""
        said = arithmetic_of(self.finding, self.figures)
        return said or (holding_of(self.finding, self.figures) if self.holding else None)

    @property
    def bound(self) -> str | None:
        """The bound of the figure; None where it has none."""
        if self.figure.indefinite:
            return "indefinite"
        return self.figure.bound.value if self.figure.quantity else None


COLUMNS: Columns[AuditRow] = (
    column("char_start", Kind.COUNT, lambda row: row.figure.start),
    column("char_end", Kind.COUNT, lambda row: row.figure.end),
    column("words", Kind.TEXT, lambda row: visible_lines(row.figure.words)),
    column("figure_kind", Kind.CODE, lambda row: row.figure.kind.value),
    stated("value", lambda row: row.figure.quantity, bound=lambda row: row.bound),
    column("unit", Kind.TEXT, lambda row: row.figure.unit),
    column("organisation", Kind.KEY, lambda row: row.candidate and row.candidate.organisation),
    column("indicator", Kind.KEY, lambda row: row.candidate and row.candidate.indicator.key),
    column("dimension", Kind.KEY, lambda row: row.category and row.category.dimension),
    column("member", Kind.KEY, lambda row: row.category and row.category.member),
    column("target", Kind.KEY, lambda row: (of := row.candidate) and of.target and of.target.key),
    column("period", Kind.PERIOD, lambda row: row.finding.period),
    stated("data", lambda row: row.finding.data),
    derived("difference", Kind.CHANGE, lambda row: row.finding.difference),
    column("verdict", Kind.STATUS, lambda row: (said := row.finding.judged) and said.verdict.value, people=2),
    column("certainty", Kind.CODE, lambda row: (sure := row.finding.certainty) and sure.value),
    column("reason", Kind.MESSAGE, lambda row: (said := row.finding.judged) and said.note, people=7),
    column("relation", Kind.CODE, lambda row: (group := row.relation) and group.kind.value),
    column("arithmetic", Kind.SENTENCE, lambda row: row.arithmetic, people=8),
    column("candidates", Kind.TEXT, lambda row: _candidates(row.finding)),
    column("sentence", Kind.COUNT, lambda row: row.figure.sentence + 1),
    column("report", Kind.TEXT, lambda row: visible(row.place.path)),
    column("line", Kind.COUNT, lambda row: row.place.line),
    column("column", Kind.COUNT, lambda row: row.place.column),
    for_people("place", Kind.MESSAGE, lambda row: row.place_among, 1, Compact.LEAD),
    for_people("excerpt", Kind.TEXT, lambda row: excerpt(row.document.text, row.figure), 3, Compact.LEAD),
    for_people("reading", Kind.MESSAGE, lambda row: reading_of(row.figure), 4, Compact.NAMED),
    for_people("in_data", Kind.MESSAGE, lambda row: data_of(row.finding), 5, Compact.NAMED),
    for_people(
        "organisation_label", Kind.TEXT, lambda row: (of := row.candidate) and row.bodies[of.organisation], 6
    ),
)
OF_DATA = frozenset({"verdict", "reason", "in_data"})  # columns that say something only beside data


def _candidates(finding: AuditFinding) -> str | None:
    """What the figure may be about, where that is open."""
    if not finding.rivals:
        return None
    return "; ".join(one.key for one in (finding.candidate, *finding.rivals) if one)


def _place(document: Document, figure: Figure) -> Message:
    """The place of a figure: a line and a column, or a paragraph or a cell of a Word file."""
    block = None if document.lined else document.block(figure.start)
    if block is None:
        place = document.place(figure.start)
        return message("audit.place.line", line=str(place.line), column=str(place.column))  # not grouped
    if block.kind is BlockKind.CELL:
        return message("audit.place.cell", table=block.number, row=block.row, column=block.column)
    return message("audit.place.paragraph", number=block.number)
