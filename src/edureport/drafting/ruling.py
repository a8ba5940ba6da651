"""Ruling words: the verb, or the noun of a change or a plan, that a number hangs on; and what it makes of it.

Where the noun comes first that is the nearest such word before the number, else the one behind it; in a
language with its verbs at the end it is the nearest one behind it. «Подешевел хлеб (на 5 %), сыр (на 7 %)»
has one ruling word for both numbers, so has «баға 5 %-ға, жалақы 7 %-ға өсті».
"""

from collections.abc import Sequence

from edureport.drafting.clause_words import DASHES, NEAR, REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.prose.figures.figure import LEVELS, FigureKind
from edureport.prose.figures.plans import AHEAD
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark, Slot

NEAR_PLAN = 4  # tokens from a percentage to the plan that it is a share of
_PLANS = (Mark.PLAN, Mark.NEED)
_LOOKS = (Mark.PLAN, Mark.NEED, Mark.PLAN_NOUN, Mark.PLAN_BEFORE, Mark.FUTURE, Mark.TO_BE)
MOVES = (ClauseMark.GROWS, Mark.RISE, Mark.FALL)
_STOPS = frozenset(";:!?…")
_THAN = frozenset({Mark.THAN_UP, Mark.THAN_DOWN})
_THAN_WORDS = 3  # tokens between a number and the word that compares it: «0,3 % – ға төмен»
_BEFORE_BY = frozenset("(–—-")


def is_planned(clause: Clause) -> bool:
    """Whether the word that a level hangs on says what will be: «в школу пойдут 40 детей»."""
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
    # «Дети пойдут в 12 школ», which there are
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
    """Whether the words of plan only say of what plan a number is met: «собрано 61 % от плана с 13 га»."""
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
    share = any(last <= index < last + NEAR_PLAN and _is_measure(index, clauses) for index in plans)
    of_plan = plans == [last] and page.language.describes(page.word(last))  # «96 % запланированных школ»
    if figure.percent and (share or of_plan):
        return True
    beside = range(clause.first - 1, last + 2)
    whole = all(_is_of_whole(index, clause) for index in plans)
    if whole or all(_is_of_share(index, clause) for index in plans) or _told_before(clause, plans):
        return True
    if any(index in beside or not _is_measure(index, clauses) for index in plans):
        return False
    ruling = ruling_word(clause)
    return ruling is not None and (page.has(ruling, Mark.DONE) or clauses.is_verb(ruling))


def _is_of_whole(index: int, clause: Clause) -> bool:
    """English: whether a word of a plan describes a whole behind a number: "$5, 16% of the $40 projected"."""
    clauses, page, last = clause.clauses, clause.page, clause.last
    numbers = [at for at in range(max(last, index - NEAR_PLAN), index) if at in clauses.numbers]
    if not page.language.articles or not numbers or any(map(clauses.parts, range(numbers[0], index))):
        return False
    of = range(max(last, numbers[0] - NEAR_PLAN + 1), numbers[0])
    return page.word(index).endswith("ed") and any(page.word(at) in page.language.naming.of for at in of)


def _is_of_share(index: int, clause: Clause) -> bool:
    """Whether a word of a plan behind a number belongs to a percentage: «40 га, или 87 % к прогнозу»."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    near = range(index - NEAR_PLAN, index)
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


def ruling_word(clause: Clause) -> int | None:
    """The token of the word that a number hangs on; None if its sentence has none."""
    clauses, first, last, (low, high) = clause.clauses, clause.first, clause.last, clause.bounds
    behind = range(last, min(high, last + REACH))
    if clause.page.language.head_final:
        return _nearest(behind, clauses)
    before = _nearest(range(first - 1, max(low, first - REACH) - 1, -1), clauses)
    return _nearest(behind, clauses) if before is None else before


def _nearest(indices: range, clauses: Clauses) -> int | None:
    """The first ruling word outside brackets, before a sign that ends what it can rule."""
    page, aside = clauses.page, False
    opening, closing = ("(", ")") if indices.step > 0 else (")", "(")
    seen = page.language.naming.observing
    for index in indices:
        word = page.word(index)
        if word in _STOPS:
            return None
        aside = word == opening or (aside and word != closing)
        phrase = index in clauses.ruling
        if aside or not (phrase or clauses.is_verb(index)):
            continue
        helps = clauses.at(index, ClauseMark.AUXILIARY) and page.word(index + 1).startswith(seen)
        action = not phrase and page.language.naming.is_action_in_case(word)  # «мектеп салуды жоспарлады»
        if not (helps or action or word.startswith(seen)):
            return index
    return None


def is_by(clause: Clause) -> bool:
    """Russian: whether «на» before a number says by how much: «упало (на 5 %)», «растут цены – на 5 %».

    It does behind a sign, or if no sign parts it from its ruling word. A number of things stands behind a
    dash: «открыто больше школ (на 250 мест)» tells how large they are.
    """
    figure, clauses, page, first = clause.figure, clause.clauses, clause.page, clause.first
    while page.language.describes(page.word(first - 1)):
        first -= 1  # «на целых 5 %»
    if page.language.head_final or not page.at(first - 1, Mark.BY):
        return False
    if _is_more(clause):
        return True
    ruling = ruling_word(clause)
    if ruling is None or ruling >= first or not clauses.any_at([ruling], *MOVES):
        return False
    sign = page.word(first - 2)
    if not figure.percent:
        return sign in _BEFORE_BY and sign != "("
    return sign in _BEFORE_BY or not any(map(clauses.parts, range(ruling, first - 1)))


def _is_more(clause: Clause) -> bool:
    """Whether «больше» follows a number behind «на», or one more number: «на 5 т или на 7 % больше»."""
    figure, clauses, page, last = clause.figure, clause.clauses, clause.page, clause.figure.span.last
    high = min(clause.bounds[1], last + NEAR)
    for index in range(last, high):
        if clauses.any_at([index], Mark.RISE, Mark.FALL) or page.modifier_at(index, Slot.BEFORE):
            return True  # «больше чем» is like a bound
        joined = page.has(index, Mark.OR, Mark.BY, Mark.PERCENT, Mark.EQUAL) or index in clauses.numbers
        if not (index in figure.unit_tokens or joined or page.word(index) == "%"):
            return False
    return False


def is_amount_of_change(clause: Clause) -> bool:
    """Whether a noun of change is what a number measures: «прирост достиг 40 человек», «с ростом в 5 %»."""
    figure, clauses, page, language = clause.figure, clause.clauses, clause.page, clause.page.language
    if language.head_final:
        return False
    low, index = clause.bounds[0], clause.first - 1
    if not clauses.any_at(range(low, index + 1), ClauseMark.CHANGE_AMOUNT):
        return False
    linked = clauses.any_at(figure.modifier_tokens, ClauseMark.COPULA)
    while index >= low and (
        clauses.links(index) or page.has(index, Mark.REACH, Mark.IN) or page.word(index) in DASHES
    ):
        # «Прирост в 5 школах» is no change of schools.
        linked = not (page.at(index, Mark.IN) and language.naming.is_oblique(page.word(figure.span.last)))
        index -= 1
    for place in range(index, max(low, index - NEAR) - 1, -1) if linked else ():
        if clauses.at(place, ClauseMark.CHANGE_AMOUNT):
            return True
        if not page.is_word(place) or place in clauses.numbers or clauses.is_verb(place):
            return False
    return False


def waits_for_change(clause: Clause) -> bool:
    """Kazakh: whether a percentage in the case of a difference waits for a word of change: «5 %-ға … өсті».

    So does one in brackets that ends in such words, «Абай (9 %), Жетісу (8 %) облыстарында өсім байқалды»,
    and a number before the percentage that it is joined to: «5 және 7 %-ға өсті».
    """
    figure, clauses, page, last = clause.figure, clause.clauses, clause.page, clause.figure.span.last
    following = clause.following
    beside = following is not None and following.figure.percent and following.first == last + 1
    if following and beside and not figure.percent and page.at(last, Mark.JOIN):
        return waits_for_change(following)  # «24,8 және 14,2 %-ға өсті»
    if not page.language.head_final or not figure.percent or clauses.at(last, ClauseMark.AFTER):
        return False
    if _is_than(clause):
        return True
    ruling = ruling_word(clause)
    if ruling is None or not clauses.any_at([ruling], *MOVES):
        return False
    if clause.is_bracketed:
        noun = clauses.at(ruling, ClauseMark.GROWS)
        observed = noun and page.word(ruling + noun).startswith(page.language.naming.observing)
        before = range(max(page.bounds(ruling)[0], ruling - REACH), ruling)
        return bool(observed) and names_only(before, clauses)
    return is_dative(clause)


def _is_than(clause: Clause) -> bool:
    """Kazakh: whether a percentage compares with what stands before it: «орташадан 0,3 %-ға төмен»."""
    clauses, page, last = clause.clauses, clause.page, clause.figure.span.last
    before = clause.first - 1
    if before in clauses.numbers or not page.language.has_case(page.word(before), Ending.ABLATIVE):
        return False
    behind = (index for index in range(last, last + _THAN_WORDS) if page.is_word(index))
    first = next((index for index in behind if not _is_dative_suffix(index, clauses)), None)
    return first is not None and clauses.any_at([first], *_THAN)


def is_dative(clause: Clause) -> bool:
    """Kazakh: whether the unit, or the number without one, stands in the case of a difference."""
    figure, clauses, page, last = clause.figure, clause.clauses, clause.page, clause.figure.span.last
    if figure.percent and _is_dative_suffix(last + (page.word(last) in DASHES), clauses):
        return True  # «5 % -ға»
    word = figure.unit_span.first if figure.unit_span else last - 1
    return figure.modifier_span is None and page.language.has_case(page.word(word), Ending.DATIVE)


def _is_dative_suffix(index: int, clauses: Clauses) -> bool:
    """Kazakh: whether a token is the ending of that case, written apart."""
    page = clauses.page
    apart = page.word(index) in page.language.suffixes and page.word(index - 1) in {"%", *DASHES}
    return apart and page.language.suffixes[page.word(index)].ending is Ending.DATIVE


def names_only(indices: Sequence[int], clauses: Clauses) -> bool:
    """Whether some words name things, and none says how much of them there is: a share, a level."""
    if clauses.any_at(indices, ClauseMark.MEASURED, Mark.SHARE, Mark.NUMBER_OF, Mark.TOTAL):
        return False
    verbs = (index for index in indices if clauses.is_verb(index))
    return all(clauses.at(index, ClauseMark.COPULA) or _observes(index, clauses) for index in verbs)


def _observes(index: int, clauses: Clauses) -> bool:
    """Whether a verb says that a change was seen: «тіркелді», «отмечен»."""
    page = clauses.page
    near = (index - 1, index) if page.language.head_final else (index,)  # «байқалып отыр»
    seen = any(page.word(at).startswith(page.language.naming.observing) for at in near)
    return seen or clauses.at(index, ClauseMark.GROWS) > 0
