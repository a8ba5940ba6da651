"""Places: a short label with the place that its sentence is about: «Раненые» is «Раненые в Туле»."""

from bisect import bisect_left

from edureport.drafting.clause_before import REACH
from edureport.drafting.clauses import Clauses
from edureport.drafting.names import lowered
from edureport.drafting.stated_figure import StatedFigure
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import ClauseMark, Mark

LONGEST = 3  # words of a name
_PARTING = frozenset(";:,")  # «В Туле открыто 5 школ, Калуга получила 12 автобусов»
FEW = 2  # words of a label that leave open where


class Places:
    """The names of places in a page that open a clause, or in Kazakh have a case that says where."""

    def __init__(self, clauses: Clauses) -> None:
        self._clauses, self._language = clauses, clauses.page.language
        if self._language.head_final:
            nouns, tokens = self._language.naming.place_nouns, clauses.page.tokens
            ending = sorted(index for index in clauses.words if tokens[index].text.endswith(nouns))
            found = (_ending_at(index, clauses) for index in ending)
        else:
            found = (_beginning_at(index, clauses) for index in sorted(clauses.tokens_at(Mark.IN)))
        self._named = [words for words in found if words]
        self._starts = [words.start for words in self._named]

    def placed(self, stated: StatedFigure) -> StatedFigure:
        """The figure with the place of its clause in its label, if that is short and names none."""
        label, code = stated.wording.label, self._language.code
        place = "" if stated.wording.open or not label else self._before(stated.figure)
        if not place:
            return stated
        told, stems = content(label, code), content(place, code)
        if not 0 < len(told) <= FEW or not stems or any(stem in told for stem in stems):
            return stated
        if not self._language.head_final:
            return stated.worded(label=f"{label} {lowered(place)}")
        words = label.lower().split()
        if any(self._language.has_case(word, Ending.LOCATIVE) for word in words):
            return stated
        alone = self._language.naming.done(words[-1]) == words[-1]  # a verb needs no ending behind a place
        before = place if alone else self._language.naming.of_place(place)
        return stated.worded(label=f"{before} {lowered(label)}")

    def _before(self, figure: Figure) -> str:
        """The nearest name before a number in its clause; nothing if there is none."""
        clauses, clause = self._clauses, self._clauses.of(figure)
        number = bisect_left(self._starts, clause.first) - 1
        low = max(clause.bounds[0], clause.first - REACH)
        if number < 0 or self._named[number].start < low:
            return ""
        between = range(self._named[number].stop, clause.first)
        parted = any(clauses.page.word(index) in _PARTING for index in between)
        return (
            "" if parted or clauses.any_at(between, ClauseMark.BREAK) else clauses.text(self._named[number])
        )


def _beginning_at(index: int, clauses: Clauses) -> range:
    """«В Туле», «в Омской области» at the beginning of a clause."""
    page = clauses.page
    if not clauses.begins_clause(index):
        return range(0)
    last = index + 1
    while last <= index + LONGEST and page.is_word(last) and page.tokens[last].capital:
        last += 1
    if last == index + 1 or last - 1 in clauses.dated:
        return range(0)
    if page.language.naming.goes_on_to_noun(page.word(last - 1)) and page.is_word(last):
        last += 1  # «в Омской области»
    return range(index, last)


def _ending_at(index: int, clauses: Clauses) -> range:
    """«Дала ауданында»: a name before a word for a kind of place, in the case of a place."""
    first, low = index, clauses.page.bounds(index)[0]
    while first > low and index - first < LONGEST and _is_name(first - 1, clauses):
        first -= 1
    return range(first, index + 1) if first < index else range(0)


def _is_name(index: int, clauses: Clauses) -> bool:
    """Whether a token may be a name in no case: «Шығыс», but not «Қытайдың»."""
    page = clauses.page
    name = page.is_word(index) and page.tokens[index].capital and index not in clauses.dated
    return name and page.language.basic(page.word(index)) is None
