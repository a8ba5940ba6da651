"""Told: labels of Russian clauses with a verb before the number: «в сёлах проживает 5 тыс. человек».

The clause has to be whole and plain: one verb, prepositional groups around it, the noun behind the number in
the genitive; a subject of its own would stand before the verb without a preposition.
"""

from collections.abc import Sequence

from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import CHANGES, LOOSE
from edureport.drafting.subjects import Subjects
from edureport.prose.figures.figure import FigureKind
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 16  # words of such a label
FEW = range(1, 5)  # behind which a noun is in no genitive plural
_LEVELS = frozenset({FigureKind.FIGURE, FigureKind.TARGET})
_UNCLEAR = (ClauseMark.AGAIN, ClauseMark.SOME, Mark.MODAL, Mark.NEED, Mark.AGAINST, Mark.THAN, *CHANGES)


def told_label(around: Subjects) -> str:
    """What is said of what is counted, with the number left out; nothing if the clause is not plain."""
    figure, clauses = around.figure, around.clauses
    if around.language.articles or figure.kind not in _LEVELS or figure.percent or figure.mode or figure.all:
        return ""
    if (
        around.governed
        or clauses.is_joined(figure)
        or clauses.is_bracketed(figure)
        or clauses.is_cut_short(figure)
    ):
        return ""
    before = clauses.trimmed(clauses.before(figure), (ClauseMark.LEAD,), ())
    if not before or before[-1] != around.first - 1 or not clauses.begins_clause(before[0]):
        return ""
    noun = clauses.trimmed(_noun(around), (), LOOSE)
    words = [*before, *noun]
    if not noun or len(words) > LONGEST or clauses.any_at(words, *_UNCLEAR):
        return ""
    verbs = [place for place, index in enumerate(before) if _is_verb(around, index)]
    if len(verbs) != 1 or any(_is_verb(around, index) for index in noun):
        return ""
    verb = verbs[0]
    placed, behind = before[:verb], before[verb + 1 :]
    placed = [index for index in placed if not clauses.at(index, ClauseMark.AUXILIARY)]
    if behind and not clauses.at(behind[0], ClauseMark.PREPOSITION):
        return ""
    if placed and not (
        clauses.at(placed[0], ClauseMark.PREPOSITION) or around.is_object(placed, before[verb])
    ):
        return ""
    return _put(around, before[verb], around.text(behind), around.text(noun), lowered(around.text(placed)))


def _noun(around: Subjects) -> Sequence[int]:
    """What is counted or measured, in the genitive; nothing if it may stand in another case."""
    after = around.clauses.trimmed(around.clauses.after(around.figure), (), LOOSE)
    if not after or around.clauses.at(after[0], ClauseMark.PREPOSITION):
        return ()
    if around.measures:
        rest = [index for index in after if not around.is_unit(index)]
        return () if not rest or around.clauses.at(rest[0], ClauseMark.PREPOSITION) else rest
    stated = around.figure.stated
    last = int(stated % 10) if stated is not None and stated == int(stated) else 1
    teens = stated is not None and stated % 100 in range(11, 15)
    people = around.figure.unit in around.language.people
    many = (
        people
        or teens
        or last not in FEW
        or all(around.naming.is_of_many(around.word(index)) for index in after)
    )
    return after if many else ()  # «33 заболевших», but not «две школы»


def _put(around: Subjects, verb: int, behind: str, noun: str, placed: str) -> str:
    """«Погибло на дорогах детей», «число детей, которые живут в сёлах»."""
    word = around.word(verb)
    if (done := around.naming.done(word)) and not around.clauses.at(verb, ClauseMark.WILL):
        return joined(done, behind, noun, placed)
    present = around.naming.plural_of(word)
    return around.naming.who_do(noun, joined(present, behind, placed)) if present else ""


def _is_verb(around: Subjects, index: int) -> bool:
    """Whether a word is a verb: no noun of an action, «ремонт», and no «в установленном порядке»."""
    word = around.word(index)
    named = around.naming.is_event(word) or around.naming.is_oblique(word)
    told = around.is_verb(index) or around.clauses.at(index, ClauseMark.WILL)
    return bool(told) and not named and not around.clauses.at(index, ClauseMark.AUXILIARY)
