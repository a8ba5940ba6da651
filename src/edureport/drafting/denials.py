"""Denials: what a text says is not so, «не отремонтировано 7 школ», a label has to deny as well."""

from itertools import pairwise

from edureport.drafting.clauses import Clauses
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.text.tokens import tokens


def hides_denial(label: str, figure: Figure, clauses: Clauses) -> bool:
    """Whether the own words of a figure deny something, and the label does not say surely that and what.

    It does where the denial stands before the same word: "Schools not repaired". In Kazakh it stands behind
    that, «интернет жоқ клуб», or in the verb, «бөлінбеген»; at the end of a label it is no part of a name.
    """
    page, language = clauses.page, clauses.page.language
    own = (*clauses.before(figure), *clauses.after(figure))
    denying = [
        index
        for index in own
        if index in clauses.words and (Mark.DENIES in page.begins[index] or language.denies(page.word(index)))
    ]
    if not denying:
        return False  # most figures
    words = [token.text for token in tokens(label, latin=language.latin)]
    pairs = set(pairwise(words))
    for index in denying:
        if language.denies(page.word(index)) and not any(map(language.denies, words)):
            return True
        if not page.at(index, Mark.DENIES) or page.modifier_at(index, Slot.BEFORE):
            continue
        first = index - 1 if language.head_final else index
        if words[-1] == page.word(index) or (page.word(first), page.word(first + 1)) not in pairs:
            return True
    return False


def denies(text: str, language: Language) -> bool:
    """Whether a text denies something."""
    words = [token.text for token in tokens(text, latin=language.latin)]
    begins, _ = language.phrases.mark(words)
    return any(Mark.DENIES in marks for marks in begins) or any(map(language.denies, words))
