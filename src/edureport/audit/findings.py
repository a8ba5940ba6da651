"""AuditFinding: a figure of a text, its verdict and what else is known of it; Audit: those of a text."""

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from edureport.analysis.change import difference_of
from edureport.audit.candidates import Candidate, Doubt
from edureport.languages.values import Difference, decimals_of, outward, rounded
from edureport.message import Message, message
from edureport.model.interval import NEAREST, Interval
from edureport.model.period import Period
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relation import Certainty, Consistency, Relation

COMPUTED_DECIMALS = 2  # that are shown
HOLDS = "holds"  # no verdict, but asked for like one: relations that were checked and hold
WORST_FIRST = (Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL)


class Verdict(StrEnum):
    """What the data say about a figure; the best one first."""

    CONFIRMED = "confirmed"
    CONTRADICTED = "contradicted"
    POSSIBLE = "possible"  # the intervals meet, but are not the same
    AMBIGUOUS = "ambiguous"
    NOT_IN_DATA = "not_in_data"


class Judged(NamedTuple):
    """A verdict, and a note that explains it where it needs one."""

    verdict: Verdict
    note: Message | None = None


def stated_quantity(figure: Figure, *, counted: bool) -> Quantity | None:
    """The quantity that a figure states; None where it states none that could be compared."""
    if figure.quantity is None:
        return None
    return replace(figure.quantity, counted=counted and figure.quantity.stated >= 0, precision=None)


def judge(figure: Figure, data: Quantity, *, computed: bool = False) -> Judged:
    """A figure against what the data say of the same thing.

    A value `computed` from the data has more digits than a text prints: rounded or truncated it is the same.
    So it is with data that are printed with fewer digits than the text.
    """
    text = stated_quantity(figure, counted=data.counted)
    if text is None:
        return Judged(Verdict.POSSIBLE, message("audit.note.indefinite"))
    # What is computed may be shown with so many decimals as the text has, its bounds rounded outwards.
    known = [data, outward(data, decimals_of(text), percent=figure.percent)] if computed else [data]
    if any((text.stated, text.bound, text.upper) == (one.stated, one.bound, one.upper) for one in known):
        return Judged(Verdict.CONFIRMED)
    if text.possible.meets(data.possible):
        inside = data.is_exact or _within(data.possible, text.possible)
        return Judged(Verdict.POSSIBLE, message("audit.note.fits" if inside else "audit.note.narrower"))
    printed = _printed(figure, text.stated)
    if text.is_exact and follows(lambda printing: printed.meets(printing.possible(data))):
        if computed and data.is_exact:
            return Judged(Verdict.CONFIRMED)
        return Judged(Verdict.POSSIBLE, message("audit.note.rounded"))
    return Judged(Verdict.CONTRADICTED, _difference(text, data, computed=computed))


def _printed(figure: Figure, stated: Decimal) -> Interval:
    """The numbers that are printed so when rounded or truncated: «12,3 мың», 76 %."""
    half = figure.half_step
    if figure.percent and not half:
        half = Decimal("0.5")
    below = NEAREST.subtract(stated, half)
    above = NEAREST.add(stated, NEAREST.add(half, half))
    return Interval(below, above, high_open=below < above)


def _within(inner: Interval, outer: Interval) -> bool:
    """Whether all numbers of one interval belong to the other."""
    low = inner.low > outer.low or (inner.low == outer.low and (inner.low_open or not outer.low_open))
    high = inner.high < outer.high or (inner.high == outer.high and (inner.high_open or not outer.high_open))
    return low and high


def _difference(text: Quantity, data: Quantity, *, computed: bool) -> Message:
    """How far the text is from the data; of bounds only the stated numbers have a difference."""
    off = NEAREST.subtract(text.stated, data.stated)
    if not off:
        return message("audit.note.bound", text=text, data=data)
    if text.is_exact and data.is_exact:
        if computed and -int(off.as_tuple().exponent) > COMPUTED_DECIMALS:
            off = rounded(off, COMPUTED_DECIMALS)
        return message("audit.note.differs", difference=Difference(off, Bound.EXACT))
    return message("audit.note.apart", text=text, data=data)


class AuditFinding(NamedTuple):
    """A figure of the text, and what the data say about it."""

    figure: Figure
    judged: Judged | None = None  # None if it states nothing, or if there are no data to compare with
    candidate: Candidate | None = None  # what it is about
    stated: Quantity | None = None  # what the data say about that
    period: Period | None = None  # for which period
    rivals: tuple[Candidate, ...] = ()  # others that may be meant
    relations: tuple[Relation, ...] = ()  # those with other figures of the text that give its value
    computed: bool = False  # `stated` was computed from the data
    doubts: frozenset[Doubt] = frozenset()  # it may be about something else: no value contradicts the data

    @property
    def data(self) -> Quantity | None:
        """What the data say; a computed value with no more decimals than a text prints."""
        data = self.stated
        if data is None or not self.computed or -int(data.stated.as_tuple().exponent) <= COMPUTED_DECIMALS:
            return data
        short = outward(data, COMPUTED_DECIMALS)
        return Quantity(short.stated, data.bound, short.upper)

    @property
    def difference(self) -> Interval | None:
        """The number of the text less that of the data; None where one of them has none."""
        said = stated_quantity(self.figure, counted=False)
        return None if said is None or self.data is None else difference_of(self.data, said)

    @property
    def inconsistency(self) -> Relation | None:
        """The relation that it is inconsistent with, or else one where that is doubtful; None if all fit."""
        wrong = [one for one in self.relations if one.verdict in WORST_FIRST]
        wrong.sort(key=lambda one: (WORST_FIRST.index(one.verdict), one.certainty is not Certainty.CERTAIN))
        return wrong[0] if wrong else None

    @property
    def certainty(self) -> Certainty | None:
        """How sure it is that the data or the rest of the text contradict it; None if nothing does."""
        if self.judged is not None and self.judged.verdict is Verdict.CONTRADICTED:
            return Certainty.CERTAIN
        relation = self.inconsistency
        if relation is None:
            return None
        return relation.certainty if relation.verdict is Consistency.DOES_NOT_FOLLOW else Certainty.LIKELY

    @property
    def inconsistent(self) -> bool:
        """Whether it surely cannot be right together with the rest of the text."""
        surely = (one for one in self.relations if one.certainty is Certainty.CERTAIN)
        return any(one.verdict is Consistency.DOES_NOT_FOLLOW for one in surely)

    @property
    def holding(self) -> Relation | None:
        """A relation with other figures that was checked and holds; None if there is none."""
        return next((one for one in self.relations if one.verdict is Consistency.FOLLOWS), None)

    @property
    def contradicted(self) -> bool:
        """Whether the data or the rest of the text contradict it."""
        return self.certainty is Certainty.CERTAIN

    @property
    def is_told(self) -> bool:
        """Whether people see it unasked: not what states nothing, and not what is confirmed."""
        confirmed = self.judged is not None and self.judged.verdict is Verdict.CONFIRMED
        return self.figure.states and not (confirmed and self.certainty is None)

    @property
    def rank(self) -> int:
        """Its place among others: contradictions come first, then what is to be checked."""
        return 0 if self.contradicted else 1 if self.certainty else 2

    def has_one_of(self, wanted: Collection[str]) -> bool:
        """Whether it has one of these verdicts; what contradicts only the text counts as contradicted."""
        verdict = self.judged.verdict if self.judged else None
        if verdict in (None, Verdict.NOT_IN_DATA) and self.contradicted and Verdict.CONTRADICTED in wanted:
            return True
        return verdict in wanted or (HOLDS in wanted and self.holding is not None)


class Audit(NamedTuple):
    """The findings on a text, in its order."""

    findings: tuple[AuditFinding, ...]

    @property
    def figures(self) -> list[Figure]:
        """The figures of the text; relations name them by their index in this list."""
        return [finding.figure for finding in self.findings]

    def chosen(self, wanted: Collection[str]) -> list[AuditFinding]:
        """The findings with one of these verdicts, or that hold; all of them if nothing is wanted."""
        return [one for one in self.findings if not wanted or one.has_one_of(wanted)]

    @property
    def certainties(self) -> set[Certainty]:
        """How sure it is of some of its figures that they are contradicted."""
        return {finding.certainty for finding in self.findings if finding.certainty}

    @property
    def relations(self) -> list[Relation]:
        """The relations that were checked."""
        return [relation for finding in self.findings for relation in finding.relations]
