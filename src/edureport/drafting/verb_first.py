"""Russian clauses with their verb before the number: «на ремонт выделено 5 млн», «в сёлах живёт 5 тыс. лиц».

A clause has to be plain: one verb, with no subject of its own before it, so that what is said is said of what
is counted.
"""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.clause_words import CHANGES, LOOSE
from edureport.drafting.names import joined, lowered
from edureport.drafting.subjects import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.prose.numbers.number import asks_for

LONGEST = 12  # words of a label without a subject
LONGEST_TOLD = 16  # words of one that tells what those do that are counted
_LEVELS = frozenset({FigureKind.FIGURE, FigureKind.TARGET})
_COMPARES = (*CHANGES, Mark.THAN_UP, Mark.THAN_DOWN)  # that say that there is more or less than before
_UNCLEAR = (ClauseMark.AGAIN, ClauseMark.SOME, Mark.MODAL, Mark.NEED, Mark.AGAINST, Mark.THAN, *CHANGES)


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
    """What is said of what is counted, with the number left out; nothing if the clause is not plain.

    «Погибло на дорогах детей», «число детей, которые живут в сёлах».
    """
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
    named = (around.naming.is_event, around.naming.is_oblique)
    return [
        index
        for index in words
        if (around.is_verb(index) or around.clauses.at(index, ClauseMark.WILL))
        and not any(is_named(around.word(index)) for is_named in named)
    ]


def _opens(around: Subjects, clause: VerbClause) -> bool:
    """Whether no subject stands before the verb: words with a preposition, or what surely is its object."""
    placed = clause.placed
    if not placed or around.clauses.at(placed[0], ClauseMark.PREPOSITION):
        return True
    return around.is_object(placed, clause.verb)


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
