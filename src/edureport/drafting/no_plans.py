"""NoPlans: what looks like a plan by a word that means something else: "8 fires due to faults"."""

from edureport.drafting.clauses import Clause, Clauses
from edureport.prose.figures.figure import FigureKind
from edureport.prose.figures.plans import AHEAD
from edureport.prose.grammar.marks import ClauseMark, Mark

_PLANS = (Mark.PLAN, Mark.NEED, Mark.PLAN_NOUN, Mark.PLAN_BEFORE, Mark.FUTURE, Mark.TO_BE)


def is_no_plan(clause: Clause) -> bool:
    """Whether every word that made a plan of a figure belongs to a phrase that tells none."""
    clauses, page = clause.clauses, clause.page
    if clause.figure.kind is not FigureKind.TARGET:
        return False
    (low, high), (first, last) = clause.bounds, clause.figure.span
    sentence = range(max(low, first - AHEAD), min(high, last + AHEAD))
    if not clauses.any_at(sentence, ClauseMark.NO_PLAN, ClauseMark.CAUSE, ClauseMark.WAITS):
        return False
    void = {at for index in sentence for at in _void(index, clauses)}
    waits = next((index for index in sentence if clauses.at(index, ClauseMark.WAITS)), high)
    told = [index for index in sentence if page.has(index, *_PLANS)]
    voided = [index for index in told if index in void or (index > waits and page.at(index, Mark.TO_BE))]
    return bool(voided) and voided == told


def _void(index: int, clauses: Clauses) -> range:
    """The tokens of a phrase that tells no plan: "need for teachers", but not "need for 40 teachers"."""
    size = clauses.at(index, ClauseMark.NO_PLAN)
    if size and index + size not in clauses.starts:
        return range(index, index + size)
    cause = clauses.at(index, ClauseMark.CAUSE)  # "due to floods", but "due to open"
    names = cause and clauses.page.language.naming.is_cause(clauses.page.word(index + cause))
    return range(index, index + cause) if names else range(0)
