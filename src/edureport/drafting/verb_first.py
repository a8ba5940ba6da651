"""Labels that a preposition or a verb before a number makes: «в 98 сёлах», «на ремонт выделено 5 млн»."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.clause_words import CHANGES, LEAD, LOOSE
from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.numbers.number import asks_for

NAMED = 2  # words that name something without a clause
MOST_HAVING = 6  # words of whom or what has what is measured
LONGEST_CLAUSE = 12  # words of a clause that becomes part of a label
_LIMITS = (ClauseMark.PREPOSITION, ClauseMark.AUXILIARY, ClauseMark.BREAK, ClauseMark.AGAIN, Mark.ARTICLE,
           Mark.TOTAL, Mark.MODAL, Mark.AGAINST, *CHANGES)  # fmt: skip
_SIZES = (ClauseMark.CHANGE_HEAD, ClauseMark.FALL_HEAD)
_NO_NAME = (Mark.TOTAL, Mark.NUMBER_OF, Mark.SHARE, ClauseMark.SOME)
LONGEST = 12  # words of a label without a subject
LONGEST_TOLD = 16  # words of one that tells what those do that are counted
_LEVELS = frozenset({FigureKind.FIGURE, FigureKind.TARGET})
_COMPARES = (*CHANGES, Mark.THAN_UP, Mark.THAN_DOWN)  # that say that there is more or less than before
_UNCLEAR = (ClauseMark.AGAIN, ClauseMark.SOME, Mark.MODAL, Mark.NEED, Mark.AGAINST, Mark.THAN, *CHANGES)


def governed_label(around: Subjects) -> str:
    """What a number counts that stands behind a preposition; nothing if that cannot be put into words."""
    before = [*around.clause.before]
    if not before or before[-1] != around.first - 1:
        return ""
    preposition = around.word(around.first - 1)
    if preposition in around.naming.of:
        return _of(around, before[:-1])
    related = preposition in around.naming.relative and around.figure.upper is None  # «от 50 до 60 семей»
    if related and (name := _related(around, before[:-1], preposition)):
        return name
    named = preposition in around.naming.alongside and around.clauses.content(around.after) >= NAMED
    opens = named and around.clauses.at(around.after[0], ClauseMark.PREPOSITION)
    return around.text(around.after) if named and not opens else ""  # "with 40 houses built"


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
    if not clause or len(clause) > LONGEST_CLAUSE or (around.generic and not around.people):
        return ""
    if around.figure.mode is not None:  # "enrolment rose to 120 pupils"
        return ""
    told = (
        clauses.tells(at) or page.at(at, Mark.MODAL) or around.naming.done(page.word(at)) for at in clause
    )
    verb = next((place for place, tells in enumerate(told) if tells), 0)
    pointing = clauses.any_at(clause[:1], ClauseMark.AGAIN, ClauseMark.PREPOSITION)
    if not verb or pointing or not around.says(clause) or not clauses.begins_clause(clause[0]):
        return ""
    noun, _ = around.noun_and_verb
    if not noun:
        return ""
    end = next((place + 1 for place, index in enumerate(noun) if around.is_unit(index)), len(noun))
    what, told_of = around.text(noun[:end]), around.text(clause)
    return around.naming.related(what, preposition, told_of, people=around.people) or ""


class VerbClause(NamedTuple):
    """The one verb of some words, what stands before it, and what stands between it and the number."""

    placed: Sequence[int]
    verb: int
    behind: Sequence[int]

    @property
    def words(self) -> list[int]:
        """All of them, in their order."""
        return [*self.placed, self.verb, *self.behind]


def impersonal_label(around: Subjects) -> str:
    """The verb with the words around it but the number; nothing if somebody may be who did it.

    Before the verb only words with prepositions may stand, for the noun of another clause could be its
    subject. A measure behind a preposition says of how much: «убрано льна с 5 га».
    """
    clauses = around.clauses
    before = around.clause.led
    beside = bool(before) and before[-1] == around.first - 1
    governed = beside and clauses.at(before[-1], ClauseMark.PREPOSITION) > 0
    spread = governed and around.word(before[-1]) in around.naming.spread
    if governed and not (spread and around.figure.unit in around.language.measures):
        return ""
    if not around.after and not around.figure.percent:
        return ""  # 15 of what?
    clause = _clause(around, before[:-1] if governed else before)
    if clause is None or len(clause.words) + len(around.rest) > LONGEST:
        return ""
    if governed and clause.placed and not clause.behind and around.is_name(clause.placed):
        return around.text(clause.words)  # «рожь убрана с 5 га»
    planned = clauses.any_at([clause.verb], Mark.PLAN)  # «предполагалось обучить 40 человек»
    impersonal = around.naming.is_impersonal(around.word(clause.verb)) and not planned
    if not impersonal or not _opens(around, clause) or _may_have_subject(around, clause.behind):
        return ""
    if clauses.any_at(clause.words, ClauseMark.AGAIN, *_COMPARES):
        return ""
    rest = clauses.trimmed(around.rest, tail=LOOSE)
    rest = rest if rest and clauses.at(rest[0], ClauseMark.PREPOSITION) else ()
    alone = not (clause.behind or clause.placed or rest)
    unit = [index for index in around.after if around.is_unit(index)] if alone else []
    said = around.text([clause.verb, *clause.behind])
    return joined(said, around.text(unit), lowered(around.text(clause.placed)), around.text(rest))


def told_label(around: Subjects) -> str:
    """What is said of what is counted, without the number: «погибло детей»; nothing if that is not plain."""
    figure, clauses = around.figure, around.clauses
    if around.language.articles or figure.kind not in _LEVELS or figure.percent or figure.mode or figure.all:
        return ""
    shared = around.clause.is_joined or around.clause.is_bracketed or around.clause.is_cut_short
    before = around.clause.led
    if around.governed or shared or not before or before[-1] != around.first - 1:
        return ""
    noun, clause = clauses.trimmed(_noun(around), tail=LOOSE), _clause(around, before)
    if clause is None or not noun or not clauses.begins_clause(before[0]) or not _opens(around, clause):
        return ""
    words = [*before, *noun]
    if len(words) > LONGEST_TOLD or clauses.any_at(words, *_UNCLEAR) or _verbs(around, noun):
        return ""
    if clause.behind and not clauses.at(clause.behind[0], ClauseMark.PREPOSITION):
        return ""
    word, counted = around.word(clause.verb), around.text(noun)
    placed, behind = lowered(around.text(clause.placed)), around.text(clause.behind)
    if (done := around.naming.done(word)) and not clauses.at(clause.verb, ClauseMark.WILL):
        return joined(done, behind, counted, placed)
    present = around.naming.plural_of(word)
    return around.naming.who_do(counted, joined(present, behind, placed)) if present else ""


def _clause(around: Subjects, words: Sequence[int]) -> VerbClause | None:
    """Words with one verb but for auxiliaries, parted at it; None if they have none, or several."""
    words = [index for index in words if not around.clauses.at(index, ClauseMark.AUXILIARY)]
    verbs = _verbs(around, words)
    if len(verbs) != 1:
        return None
    place = words.index(verbs[0])
    return VerbClause(words[:place], verbs[0], words[place + 1 :])


def _verbs(around: Subjects, words: Sequence[int]) -> list[int]:
    """The verbs among words: no noun of an action, «ремонт», and no «в установленном порядке»."""
    verbs = (at for at in words if around.is_verb(at) or around.clauses.at(at, ClauseMark.WILL))
    named = (around.naming.is_event, around.naming.is_oblique)
    return [at for at in verbs if not any(is_named(around.word(at)) for is_named in named)]


def _opens(around: Subjects, clause: VerbClause) -> bool:
    """Whether no subject stands before the verb: words with a preposition, or what surely is its object."""
    placed = clause.placed
    opens = not placed or around.clauses.at(placed[0], ClauseMark.PREPOSITION) > 0
    return opens or around.is_object(placed, clause.verb)


def _may_have_subject(around: Subjects, behind: Sequence[int]) -> bool:
    """Whether a noun behind an impersonal verb, and no preposition before it, may be its subject."""
    for index in behind:
        near = (index - 1, index - 2) if around.describes(index - 1) else (index - 1,)
        noun = around.word(index).endswith(around.naming.subject)
        if noun and not around.clauses.any_at(near, ClauseMark.PREPOSITION):
            return True
    return False


def _noun(around: Subjects) -> Sequence[int]:
    """What is counted or measured, in the genitive; nothing if it may stand in another case."""
    after = around.clause.whole
    if not after or around.clauses.at(after[0], ClauseMark.PREPOSITION):
        return ()
    if around.measures:
        rest = [index for index in after if not around.is_unit(index)]
        return () if not rest or around.clauses.at(rest[0], ClauseMark.PREPOSITION) else rest
    stated = around.figure.stated
    many = stated is not None and stated == int(stated) and asks_for(stated) == "many"
    many = many or around.figure.unit in around.language.people
    many = many or all(around.naming.is_of_many(around.word(index)) for index in after)
    return after if many else ()  # «33 заболевших», but not «две школы»
