"""Places: a short label with the place that its sentence is about: «Раненые» is «Раненые в Туле»."""

from edureport.drafting.clause_before import REACH
from edureport.drafting.clauses import Clauses
from edureport.drafting.names import lowered
from edureport.drafting.stated_figure import StatedFigure
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 3  # words of a name
FEW = 2  # words of a label that leave open where


def in_place(stated: StatedFigure, clauses: Clauses) -> StatedFigure:
    """The figure with the place of its clause in its label, if that is short and names none."""
    label, language = stated.wording.label, clauses.page.language
    placed = language.head_final and any(
        language.has_case(word, Ending.LOCATIVE) for word in label.lower().split()
    )
    if placed or stated.wording.open or not label or not 0 < len(content(label, language.code)) <= FEW:
        return stated
    place = _place(stated.figure, clauses)
    stems = content(place, language.code)
    if not stems or any(stem in content(label, language.code) for stem in stems):
        return stated
    if language.head_final:
        last = label.rsplit(" ", 1)[-1].lower()
        alone = language.naming.done(last) == last  # «тіркелген»: a verb needs no ending behind a place
        label = f"{place if alone else language.naming.of_place(place)} {lowered(label)}"
    else:
        label = f"{label} {lowered(place)}"
    return stated._replace(wording=stated.wording._replace(label=label))


def _place(figure: Figure, clauses: Clauses) -> str:
    """The nearest name of a place before a number that opens its clause; nothing if there is none."""
    first, low = clauses.extent(figure)[0], clauses.page.bounds(figure.span.first)[0]
    named = _ending_at if clauses.page.language.head_final else _beginning_at
    for index in range(first - 1, max(low, first - REACH) - 1, -1):
        if clauses.at(index, ClauseMark.BREAK) or clauses.page.word(index) in {";", ":"}:
            return ""
        if words := named(index, low, clauses):
            return clauses.text(words)
    return ""


def _beginning_at(index: int, low: int, clauses: Clauses) -> range:
    """«В Туле», «в Омской области» at the beginning of a clause."""
    page = clauses.page
    if not page.at(index, Mark.IN) or (index > low and not clauses.begins_clause(index)):
        return range(0)
    last = index + 1
    while last <= index + LONGEST and page.is_word(last) and page.tokens[last].capital:
        last += 1
    if last == index + 1 or clauses.is_dated(last - 1):
        return range(0)
    if page.language.naming.goes_on_to_noun(page.word(last - 1)) and page.is_word(last):
        last += 1  # «в Омской области»
    return range(index, last)


def _ending_at(index: int, low: int, clauses: Clauses) -> range:
    """«Дала ауданында»: a name before a word for a kind of place, in the case of a place."""
    page = clauses.page
    first = index
    while first > low and index - first < LONGEST and _is_name(first - 1, clauses):
        first -= 1
    place = page.word(index).endswith(page.language.naming.place_nouns) and first < index
    return range(first, index + 1) if place else range(0)


def _is_name(index: int, clauses: Clauses) -> bool:
    """Whether a token may be a name in no case: «Шығыс», but not «Қытайдың»."""
    page = clauses.page
    name = page.is_word(index) and page.tokens[index].capital and not clauses.is_dated(index)
    return name and page.language.basic(page.word(index)) is None
