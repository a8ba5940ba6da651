"""AuditFinding: a figure of a text, and what is known about it; Audit: the findings on a whole text."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from edureport.analysis.change import difference_of
from edureport.audit.candidates import Candidate
from edureport.audit.doubts import Doubt
from edureport.audit.verdicts import COMPUTED_DECIMALS, HOLDS, Judged, Verdict, stated_quantity
from edureport.languages.values import outward
from edureport.model.interval import Interval
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relation import Certainty, Consistency, Relation

WORST_FIRST = (Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL)


class AuditFinding(NamedTuple):
    """A figure of the text, and what the data say about it.

    `judged` is None for figures that state nothing, and where there are no data to compare with.
    `candidate` is what it is about, `stated` what the data say about that, for `period`; `rivals` are
    others that may be meant. `relations` are those with other figures of the text that give its value.
    `computed` says that `stated` was computed from the data. With any of the `doubts` it may be about
    something else, so that another value does not contradict the data.
    """

    figure: Figure
    judged: Judged | None = None
    candidate: Candidate | None = None
    stated: Quantity | None = None
    period: Period | None = None
    rivals: tuple[Candidate, ...] = ()
    relations: tuple[Relation, ...] = ()
    computed: bool = False
    doubts: frozenset[Doubt] = frozenset()

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
        for worst in WORST_FIRST:
            for relation in self.relations:
                if relation.verdict is worst and relation.certainty is Certainty.CERTAIN:
                    return relation
            for relation in self.relations:
                if relation.verdict is worst:
                    return relation
        return None

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
        return any(
            one.verdict is Consistency.DOES_NOT_FOLLOW and one.certainty is Certainty.CERTAIN
            for one in self.relations
        )

    @property
    def holding(self) -> Relation | None:
        """A relation with other figures that was checked and holds; None if there is none."""
        return next((one for one in self.relations if one.verdict is Consistency.FOLLOWS), None)

    @property
    def contradicted(self) -> bool:
        """Whether the data or the rest of the text contradict it."""
        return self.inconsistent or (self.judged is not None and self.judged.verdict is Verdict.CONTRADICTED)

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

    @property
    def stating(self) -> list[AuditFinding]:
        """The findings on figures that state something: not on dates, names and sizes."""
        return [finding for finding in self.findings if finding.figure.states]

    def chosen(self, wanted: Collection[str]) -> list[AuditFinding]:
        """The findings with one of these verdicts, or that hold; all of them if nothing is wanted."""
        return [one for one in self.findings if not wanted or one.has_one_of(wanted)]

    @property
    def counts(self) -> Counter[Verdict]:
        """How many figures have which verdict."""
        return Counter(finding.judged.verdict for finding in self.stating if finding.judged)

    @property
    def inconsistent(self) -> int:
        """How many figures are inconsistent with other figures of the text."""
        return sum(finding.inconsistent for finding in self.findings)

    @property
    def certainties(self) -> set[Certainty]:
        """How sure it is of some of its figures that they are contradicted."""
        return {finding.certainty for finding in self.findings if finding.certainty}

    @property
    def to_check(self) -> int:
        """How many figures may be inconsistent with others, as far as their words tell."""
        return sum(not one.contradicted and one.certainty is not None for one in self.findings)

    @property
    def relations(self) -> list[Relation]:
        """The relations that were checked."""
        return [relation for finding in self.findings for relation in finding.relations]
