"""Impersonal: labels of clauses without a subject: «на ремонт выделено 5 млн» is «выделено на ремонт»."""

from collections.abc import Sequence

from edureport.drafting.names import joined, lowered
from edureport.drafting.neighbours import CHANGES, LOOSE
from edureport.drafting.subjects import Subjects
from edureport.prose.grammar.marks import ClauseMark, Mark

_COMPARES = (*CHANGES, Mark.THAN_UP, Mark.THAN_DOWN)  # that say that there is more or less than before
LONGEST = 12  # words of such a label


def impersonal_label(around: Subjects) -> str:
    """The verb with the words around it but the number; nothing if somebody may be who did it.

    Before the verb only words with prepositions may stand, for the noun of another clause could be its
    subject. A measure behind a preposition says of how much: «убрано льна с 5 га».
    """
    clauses = around.clauses
    before = clauses.trimmed(clauses.before(around.figure), (ClauseMark.LEAD,), ())
    beside = bool(before) and before[-1] == around.first - 1
    governed = beside and clauses.at(before[-1], ClauseMark.PREPOSITION) > 0
    spread = governed and around.word(before[-1]) in around.naming.spread
    if governed and not (spread and around.figure.unit in around.language.measures):
        return ""
    if not around.after and not around.figure.percent:
        return ""  # 15 of what?
    before = before[:-1] if governed else before
    before = [index for index in before if not clauses.at(index, ClauseMark.AUXILIARY)]
    verbs = [place for place, index in enumerate(before) if _is_verb(around, index)]
    if len(verbs) != 1 or len(before) + len(around.rest) > LONGEST:
        return ""
    verb = verbs[0]
    placed, behind = before[:verb], before[verb + 1 :]
    if governed and placed and not behind and around.is_name(placed):
        return around.text(before)  # «рожь убрана с 5 га»
    planned = clauses.any_at([before[verb]], Mark.PLAN)  # «предполагалось обучить 40 человек»
    impersonal = (
        around.naming.is_impersonal(around.word(before[verb]))
        and not planned
        and not _has_subject(around, behind)
    )
    opens = not placed or clauses.at(placed[0], ClauseMark.PREPOSITION) > 0
    opens = opens or around.is_object(placed, before[verb])
    if not impersonal or not opens or clauses.any_at(before, ClauseMark.AGAIN, *_COMPARES):
        return ""
    rest = clauses.trimmed(around.rest, (), LOOSE)
    rest = rest if rest and clauses.at(rest[0], ClauseMark.PREPOSITION) else ()
    said = [before[verb], *behind]
    unit = [] if behind or placed or rest else [index for index in around.after if around.is_unit(index)]
    return joined(around.text(said), around.text(unit), lowered(around.text(placed)), around.text(rest))


def _has_subject(around: Subjects, behind: Sequence[int]) -> bool:
    """Whether a noun behind the verb may be its subject."""
    nouns = (index for index in behind if around.word(index).endswith(around.naming.subject))
    return not all(_governed(around, index) for index in nouns)


def _governed(around: Subjects, index: int) -> bool:
    """Whether a preposition stands right before a word, or before what describes it."""
    near = (index - 1, index - 2) if around.describes(index - 1) else (index - 1,)
    return around.clauses.any_at(near, ClauseMark.PREPOSITION)


def _is_verb(around: Subjects, index: int) -> bool:
    """Whether a word is a verb: no noun of an action, «ремонт», and no «в установленном порядке»."""
    word = around.word(index)
    return around.is_verb(index) and not around.naming.is_event(word) and not around.naming.is_oblique(word)
