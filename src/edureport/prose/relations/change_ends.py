"""What a change leads from and to: the two numbers that its words, brackets and verbs point at."""

from collections.abc import Sequence

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.page import Page
from edureport.prose.relations.chains import in_chain
from edureport.prose.relations.change_brackets import (
    in_one_bracket,
    is_summed_up,
    with_bracket,
    with_compared_bracket,
    with_pair,
)
from edureport.prose.relations.change_doubts import is_doubtful
from edureport.prose.relations.comparisons import (
    against_another,
    of_sentence_before,
    with_earlier,
)
from edureport.prose.relations.directions import in_one_clause, is_contrary
from edureport.prose.relations.earlier import may_be_from_plan
from edureport.prose.relations.ends import ChangeEnds, are_of_a_size, counts_as, has_contrast, is_level
from edureport.prose.relations.from_to import is_of_something_else, is_told_apart, nearest_pair
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.twice import amount_and_percent

# Each finds the two levels of a change or None; the first that does is asked.
_RULES = (
    with_pair,
    in_one_bracket,
    with_bracket,
    against_another,
    with_compared_bracket,
    with_earlier,
    of_sentence_before,
)


def ends_of(page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int) -> ChangeEnds | None:
    """What a change leads from and to, and whether the words leave no doubt of it."""
    ends = _ends_of(page, figures, indices, index)
    if ends is None or ends.rule is Rule.CHANGE_TWICE:
        return ends
    if is_contrary(page, figures, ends, index):
        from_to = ends.rule is Rule.CHANGE_FROM_TO
        known = in_one_clause(page, figures, ends, index) if from_to else ends.sure
        ends = ends._replace(sure=known, contrary=True)
    return ends._replace(sure=ends.sure and not is_doubtful(page, figures, ends, index))


def _ends_of(page: Page, figures: Sequence[Figure], indices: Sequence[int], index: int) -> ChangeEnds | None:
    change = figures[index]
    counts = [other for other in indices if is_level(figures[other], change)]
    if not page.language.head_final and (chain := in_chain(page, figures, index)):
        return chain
    if pair := nearest_pair(page, figures, counts, index):
        if is_told_apart(page, figures, pair, index):
            return None
        sure = not has_contrast(page, figures, (*pair, index)) and counts_as(figures[pair[1]], change)
        sure = sure and not is_of_something_else(page, figures, pair, index)
        return ChangeEnds(Rule.CHANGE_FROM_TO, *pair, sure)
    if twice := amount_and_percent(page, figures, indices, index):
        return twice
    for rule in _RULES:
        if ends := rule(page, figures, counts, index):
            return ends
    return _only_two(page, figures, counts, index) if len(counts) == 2 else None


def _only_two(page: Page, figures: Sequence[Figure], counts: Sequence[int], index: int) -> ChangeEnds | None:
    """The only two levels of a sentence: what is done against the plan, or the first and the second."""
    change = figures[index]
    if figures[counts[0]].percent is not figures[counts[1]].percent:
        return None
    planned, done = sorted(counts, key=lambda one: figures[one].kind is not FigureKind.TARGET)
    plan = figures[planned].kind is FigureKind.TARGET is not figures[done].kind and not change.percent
    plan = plan and may_be_from_plan(page, figures[planned], change)
    if plan and counts_as(figures[done], change) and are_of_a_size(figures[planned], figures[done]):
        sure = not has_contrast(page, figures, (*counts, index)) and figures[done].upper is None
        sure = sure and figures[planned].upper is None
        return ChangeEnds(Rule.CHANGE_PLAN, planned, done, sure)
    told = is_summed_up(page, figures, (counts[0], counts[1]), index)
    return ChangeEnds(Rule.CHANGE_BESIDE, counts[0], counts[1], sure=False, told=told)
