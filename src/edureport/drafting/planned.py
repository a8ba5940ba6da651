"""Plans: whether a figure of a draft is to be or is so, by the word it hangs on, or only looks like one."""

from edureport.drafting.clause_before import REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.ruling import is_dative, ruling_word
from edureport.prose.figures.figure import LEVELS, FigureKind
from edureport.prose.figures.plans import AHEAD
from edureport.prose.grammar.marks import ClauseMark, Mark

NEAR = 4  # tokens from a percentage to the plan that it is a share of
_PLANS = (Mark.PLAN, Mark.NEED)
_LOOKS = (Mark.PLAN, Mark.NEED, Mark.PLAN_NOUN, Mark.PLAN_BEFORE, Mark.FUTURE, Mark.TO_BE)


def is_planned(clause: Clause) -> bool:
    """Whether the word that a level hangs on says what will be: «в школу пойдут 40 детей».

    A number behind a preposition may be that of what there is: «дети пойдут в 12 школ».
    """
    clauses = clause.clauses
    if clause.figure.kind not in LEVELS or clause.figure.all:
        return False
    if clause.page.language.head_final and _goes_with_plan(clause):
        return True
    if clauses.any_at(clause.figure.modifier_tokens, ClauseMark.WILL):
        return True  # «превысит 5 млн»
    if not clauses.any_at(range(*clause.bounds), ClauseMark.WILL):
        return False
    ruling = ruling_word(clause)
    governed = clauses.at(clause.first - 1, ClauseMark.PREPOSITION)
    return ruling is not None and not governed and clauses.at(ruling, ClauseMark.WILL) > 0


def _goes_with_plan(clause: Clause) -> bool:
    """Kazakh: whether the next number of a list in the same case is planned: «5 млн-ға, 7 млн-ға жеткізу»."""
    following = clause.following
    if following is None or following.figure.kind is not FigureKind.TARGET:
        return False
    between = range(clause.figure.span.last, following.first)
    comma = any(clause.page.word(index) == "," for index in between)
    told = any(map(clause.clauses.is_verb, between))
    return comma and not told and is_dative(clause) and is_dative(following)


def is_no_target(clause: Clause) -> bool:
    """Whether the words of plan in the sentence of a planned number only say of what plan it is met.

    «Собрано 61 % от плана с 13 га»: the plan stands in a case of its own, and the verb tells what was done.
    """
    figure, clauses, page = clause.figure, clause.clauses, clause.page
    if figure.kind is not FigureKind.TARGET:
        return False
    low, high = clause.bounds
    low, high = max(low, figure.span.first - REACH), min(high, figure.span.last + REACH)
    plans = clauses.which(range(low, high), ClauseMark.WILL, *_PLANS)
    plans = [index for index in plans if not page.word(index).startswith(page.language.naming.no_plans)]
    if not plans:
        return not page.has(figure.span.first, Mark.PLAN) and _looked_like(low, high, clauses)
    last = figure.span.last
    if all(_is_of_whole(index, clause) for index in plans):
        return True
    share = any(last <= index < last + NEAR and _is_measure(index, clauses) for index in plans)
    of_plan = plans == [last] and page.language.describes(page.word(last))  # «96 % запланированных школ»
    if figure.percent and (share or of_plan):
        return True
    beside = range(clause.first - 1, last + 2)
    if all(_is_of_share(index, clause) for index in plans) or _told_before(clause, plans):
        return True
    if any(index in beside or not _is_measure(index, clauses) for index in plans):
        return False
    ruling = ruling_word(clause)
    return ruling is not None and (page.has(ruling, Mark.DONE) or clauses.is_verb(ruling))


def _is_of_whole(index: int, clause: Clause) -> bool:
    """English: whether a word of a plan describes a whole behind a number: "$5, 16% of the $40 projected"."""
    clauses, page, last = clause.clauses, clause.page, clause.last
    numbers = [at for at in range(max(last, index - NEAR), index) if at in clauses.numbers]
    if not page.language.articles or not numbers or any(map(clauses.parts, range(numbers[0], index))):
        return False
    of = range(max(last, numbers[0] - NEAR + 1), numbers[0])
    return page.word(index).endswith("ed") and any(page.word(at) in page.language.naming.of for at in of)


def _is_of_share(index: int, clause: Clause) -> bool:
    """Whether a word of a plan behind a number belongs to a percentage: «40 га, или 87 % к прогнозу»."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    near = range(index - NEAR, index)
    share = any(page.has(at, Mark.PERCENT) or page.word(at) == "%" for at in near if at > last)
    told = not clauses.numbers.isdisjoint(near) and not any(map(clauses.is_verb, near))
    return index > last and share and told


def _told_before(clause: Clause, plans: list[int]) -> bool:
    """Whether the own words of a number say what was, and a plan follows: «достигло 40, должно 50»."""
    last = max((clause.figure.span.last - 1, *clause.own))
    behind = all(index > last for index in plans)
    said = (*clause.own, *clause.figure.modifier_tokens)
    return behind and any(map(clause.clauses.is_told, said))


def _looked_like(low: int, high: int, clauses: Clauses) -> bool:
    """Whether a word of a sentence only looks like one of a plan: «должник»."""
    page = clauses.page
    return any(
        page.word(index).startswith(page.language.naming.no_plans)
        and not page.language.intends(page.word(index))
        and not page.language.naming.is_action_in_case(page.word(index - 1))  # «мектеп салу тапсырылды»
        for index in clauses.which(range(low, high), Mark.PLAN)
    )


def _is_measure(index: int, clauses: Clauses) -> bool:
    """Whether a word of a plan stands behind a preposition of what something is measured by: «от плана»."""
    page, before = clauses.page, index - 1
    while page.language.describes(page.word(before)):
        before -= 1
    return page.word(before) in page.language.naming.measuring


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
    told = [index for index in sentence if page.has(index, *_LOOKS)]
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
