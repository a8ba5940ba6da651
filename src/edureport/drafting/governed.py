"""Governed: labels of numbers behind a preposition: "construction of 34 schools", "in 98 villages"."""

from collections.abc import Sequence

from edureport.drafting.clause_words import CHANGES, LEAD
from edureport.drafting.subjects import Subjects
from edureport.prose.grammar.marks import ClauseMark, Mark

NAMED = 2  # words that name something without a clause
MOST_HAVING = 6  # words of whom or what has what is measured
LONGEST = 12  # words of a clause that becomes part of a label
_LIMITS = (ClauseMark.PREPOSITION, ClauseMark.AUXILIARY, ClauseMark.BREAK, ClauseMark.AGAIN, Mark.ARTICLE,
           Mark.TOTAL, Mark.MODAL, Mark.AGAINST, *CHANGES)  # fmt: skip
_SIZES = (ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD)
_NO_NAME = (Mark.TOTAL, Mark.NUMBER_OF, Mark.SHARE, ClauseMark.SOME)


def governed_label(around: Subjects) -> str:
    """What a number counts that stands behind a preposition; nothing if that cannot be put into words."""
    before = [*around.clause.before]
    if not before or before[-1] != around.first - 1:
        return ""
    preposition = around.word(around.first - 1)
    if preposition in around.naming.of:
        return _of(around, before[:-1])
    ranged = around.figure.upper is not None  # «от 50 до 60 семей»
    if (
        not ranged
        and preposition in around.naming.relative
        and (name := _related(around, before[:-1], preposition))
    ):
        return name
    return _alongside(around) if preposition in around.naming.alongside else ""


def _alongside(around: Subjects) -> str:
    """What is there besides, if its own words name it: "with 40 houses built"."""
    opens = not around.after or around.clauses.at(around.after[0], ClauseMark.PREPOSITION)
    return "" if opens or around.clauses.content(around.after) < NAMED else around.text(around.after)


def _of(around: Subjects, before: Sequence[int]) -> str:
    """What is done or measured with what it is done to: "construction of schools", "output of milk"."""
    start = len(before) - 1  # that last one may end in -ing: "the loading of"
    if not before or _limits(around, before[start], bare=True):
        return ""
    while start and not _limits(around, before[start - 1]):
        start -= 1
    event = before[start:]
    if not around.says(event) or around.clauses.any_at(event, *_NO_NAME):
        return ""
    noun, _ = around.noun_and_verb
    if around.generic and around.figure.unit not in around.language.people:
        rest = [index for index in noun if not around.is_unit(index)]
        if not around.says(rest):
            return _measured(around, before[:start], event)
        named = bool(around.clauses.at(rest[0], ClauseMark.PREPOSITION)) and around.says(rest[1:])
        return f"{around.text(event)} {around.text(rest)}" if named else ""
    return f"{around.text([*event, before[-1] + 1])} {around.text(noun)}" if noun else ""


def _measured(around: Subjects, clause: Sequence[int], event: Sequence[int]) -> str:
    """What is measured, with what has it: "North Hill achieved a pass rate of 80%"."""
    page, clauses = around.page, around.clauses
    if clauses.any_at(event, *_SIZES) or page.word(event[-1]) in around.naming.sizes:
        return ""
    name = around.text(event)
    words = [index for index in clause if not page.at(index, Mark.ARTICLE)]
    verb = words[-1] if words else None
    owner = clauses.trimmed(words[:-1], LEAD)
    while owner and clauses.at(owner[-1], ClauseMark.AUXILIARY):
        owner = owner[:-1]
    having = verb is not None and page.word(verb) in around.naming.owning
    if not having or not 0 < len(owner) <= MOST_HAVING or not around.is_name(owner):
        return name if clauses.content(event) >= NAMED else ""
    article = owner[0] - 1
    the = article >= page.bounds(owner[0])[0] and page.at(article, Mark.DETERMINER) > 0
    owned = f"{around.text([article]).lower()} {around.text(owner)}" if the else around.text(owner)
    return f"{name} {around.text([event[-1] + 1])} {owned}"


def _limits(around: Subjects, index: int, *, bare: bool = False) -> bool:
    """Whether a noun phrase cannot go on to the left beyond this word; `bare` asks not whether it hangs."""
    hangs = not bare and around.naming.hangs(around.word(index))
    names = around.page.is_word(index) and not around.is_verb(index)
    return hangs or not names or around.clauses.any_at([index], *_LIMITS)


def _related(around: Subjects, clause: Sequence[int], preposition: str) -> str:
    """A noun with what happened there: "villages in which the office repaired roads"."""
    page, clauses = around.page, around.clauses
    if not clause or len(clause) > LONGEST or (around.generic and not around.people):
        return ""
    if around.figure.mode is not None:  # "enrolment rose to 120 pupils"
        return ""
    told = [
        place
        for place, index in enumerate(clause)
        if clauses.tells(index) or page.at(index, Mark.MODAL) or around.naming.done(page.word(index))
    ]
    pointing = clauses.any_at(clause[:1], ClauseMark.AGAIN, ClauseMark.PREPOSITION)
    if not told or not told[0] or pointing or not around.says(clause) or not clauses.begins_clause(clause[0]):
        return ""
    noun, _ = around.noun_and_verb
    end = next((place + 1 for place, index in enumerate(noun) if around.is_unit(index)), len(noun))
    if not noun:
        return ""
    words = around.text(noun[:end]), around.text(clause)
    return around.naming.related(words[0], preposition, words[1], people=around.people) or ""
