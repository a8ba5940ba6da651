"""Impersonal: labels of clauses without a subject: «на ремонт выделено 5 млн» is «выделено на ремонт»."""

from collections.abc import Sequence

from edureport.drafting.neighbours import LOOSE
from edureport.drafting.subjects import Subjects
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 12  # words of such a label


def impersonal_label(figure: Subjects) -> str:
    """The verb with the words around it but the number; nothing if somebody may be who did it.

    Before the verb only words with prepositions may stand, for the noun of another clause could be its
    subject. A measure behind a preposition says of how much: «убрано льна с 5 га».
    """
    page, clauses = figure.page, figure.clauses
    before = clauses.trimmed(clauses.before(figure.figure), (ClauseMark.LEAD,), ())
    first = clauses.extent(figure.figure)[0]
    governed = bool(before) and before[-1] == first - 1 and clauses.at(before[-1], ClauseMark.PREPOSITION) > 0
    if governed:
        if (
            figure.figure.unit not in figure.language.measures
            or page.word(before[-1]) not in figure.grammar.spread
        ):
            return ""
        before = before[:-1]
    before = [index for index in before if not clauses.at(index, ClauseMark.AUXILIARY)]
    if not figure.after and not figure.figure.percent:
        return ""  # 15 of what?
    verbs = [place for place, index in enumerate(before) if _is_verb(figure, index)]
    if len(verbs) != 1 or len(before) + len(figure.rest) > LONGEST:
        return ""
    verb = verbs[0]
    placed, behind = before[:verb], before[verb + 1 :]
    word = page.word(before[verb])
    if governed and placed and not behind and figure.is_name(placed):
        return figure.text(before)  # «рожь убрана с 5 га»
    if not figure.grammar.is_impersonal(word) or (
        placed and not clauses.at(placed[0], ClauseMark.PREPOSITION)
    ):
        return ""
    if any(clauses.at(index, ClauseMark.AGAIN) or _compares(figure, index) for index in before):
        return ""
    if any(
        figure.grammar.may_be_subject(page.word(index)) and not _governed(figure, index) for index in behind
    ):
        return ""
    rest = clauses.trimmed(figure.rest, (), LOOSE)
    rest = rest if rest and clauses.at(rest[0], ClauseMark.PREPOSITION) else ()
    said = [before[verb], *behind]
    unit = [] if behind or placed or rest else [index for index in figure.after if figure.is_unit(index)]
    return " ".join(
        filter(None, (figure.text(said), figure.text(unit), _lowered(figure, placed), figure.text(rest)))
    )


def _compares(figure: Subjects, index: int) -> bool:
    """Whether a word says that there is more or less of something than before."""
    marks = (Mark.RISE, Mark.FALL, Mark.REACH, Mark.THAN_UP, Mark.THAN_DOWN)
    return any(figure.page.at(index, mark) for mark in marks)


def _governed(figure: Subjects, index: int) -> bool:
    """Whether a preposition stands right before a word, or before what describes it."""
    near = (index - 1, index - 2) if figure.describes(index - 1) else (index - 1,)
    return any(figure.clauses.at(place, ClauseMark.PREPOSITION) for place in near)


def _is_verb(figure: Subjects, index: int) -> bool:
    """Whether a word is a verb: no noun of an action, «ремонт», and no «в установленном порядке»."""
    word = figure.page.word(index)
    return figure.is_verb(index) and not figure.grammar.is_event(word) and not figure.grammar.is_oblique(word)


def _lowered(figure: Subjects, words: Sequence[int]) -> str:
    """Words with a preposition as they stand within a label."""
    text = figure.text(words)
    return text[:1].lower() + text[1:]
