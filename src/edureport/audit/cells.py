"""Cells: what in the data a figure of a table is about, by what heads its row and its column.

A head is closed: its words are the whole name, with nothing before or behind them that could say otherwise.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from edureport.audit.candidate_names import NEARLY
from edureport.audit.candidates import Candidate, Stems, scale_of, scaled
from edureport.audit.doubts import Doubt, numbered_otherwise
from edureport.audit.scoring import Scored
from edureport.prose.content import WordKind, content, words_of
from edureport.prose.context_window import Word
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar import load
from edureport.prose.tables.head import HeadRole
from edureport.prose.tables.layout import HeadedCell

_WORD = re.compile(r"\w+")
AROUND = 0.5  # how much the words around a name say of a figure


def words_of_cell(cell: HeadedCell, language: str) -> list[Word]:
    """The words of the heads of a figure, as those around a figure in a sentence."""
    words: dict[str, Word] = {}
    for texts, near in ((cell.names, 1.0), ((*cell.around, cell.caption), AROUND)):
        for text in texts:
            for stem, kind in _words(text, language):
                own, verb, place = near == 1, kind is WordKind.VERB, kind is WordKind.PLACE
                words.setdefault(stem, Word(stem, near, own, own, False, False, verb, place))
    return list(words.values())


def as_matched(figure: Figure, cell: HeadedCell) -> Figure:
    """The figure as it is matched: what remains of a plan is about that plan."""
    remains = cell.role is HeadRole.REMAINING
    return figure._replace(kind=FigureKind.TARGET) if remains else figure


def in_full(figure: Figure, cell: HeadedCell, candidate: Candidate | None, language: str) -> Figure:
    """The figure with the power of ten of the unit in its heads: 58 in "million tenge" is 58,000,000.

    Of what is not counted in that unit, such as the schools in a table headed "million tenge", as it is.
    """
    amount = figure.quantity
    if amount is None or figure.percent or candidate is None or not _counts(cell, candidate, language):
        return figure
    return figure._replace(quantity=scaled(amount, scale_of(cell.unit or "", language)), unit=_counted(cell))


def _counts(cell: HeadedCell, candidate: Candidate, language: str) -> bool:
    """Whether a cell holds nothing but a number of the candidate's unit, to a power of ten."""
    scaled_unit = scale_of(cell.unit or "", language) > 0 and cell.fills
    return scaled_unit and not candidate.unit.isdisjoint(content(_counted(cell), language))


def _counted(cell: HeadedCell) -> str:
    """The unit of a cell behind its first word: the tenge of "million tenge"."""
    return (cell.unit or "").partition(" ")[2]


def named_by(scored: Sequence[Scored], cell: HeadedCell, language: str) -> list[Scored]:
    """The candidates of which the heads are the whole name; where several are, those that stand nearest.

    A part is one of the whole that the nearest row above names; what else its table says decides as well.
    """
    named = [one for one in scored if min(one.cover, one.explained) >= NEARLY]
    if not named:
        return []
    for measure in (
        lambda one: -one.weight,
        lambda one: _rows_to_whole(one.candidate, cell, language),
        lambda one: -len(one.candidate.words & _union((*cell.around, cell.caption), language)),
        lambda one: not one.same_unit,
        lambda one: not _is_due(one.candidate, cell),
        lambda one: not _is_label(one.candidate, cell, language),
    ):
        named = _least(named, measure)
    return named


def _least(scored: Sequence[Scored], measure: Callable[[Scored], float]) -> list[Scored]:
    """Those with the lowest measure."""
    if len(scored) == 1:
        return list(scored)
    measured = [(measure(one), one) for one in scored]
    lowest = min(value for value, _ in measured)
    return [one for value, one in measured if value <= lowest + 1 - NEARLY]


def _rows_to_whole(candidate: Candidate, cell: HeadedCell, language: str) -> int:
    """How many rows above the whole of a part is named; 0 for what is no part."""
    if candidate.category is None:
        return 0
    whole = _stems(candidate.indicator.label.in_language(language), language)
    return next(
        (far for far, name in enumerate(cell.above) if _stems(name, language) == whole), len(cell.above)
    )


def _is_due(candidate: Candidate, cell: HeadedCell) -> bool:
    """Whether a target is due on the day that the row of a figure says."""
    due = cell.due and cell.due.period.last
    return candidate.target is not None and candidate.target.due == due


def _is_label(candidate: Candidate, cell: HeadedCell, language: str) -> bool:
    said = candidate.name.in_language(language).casefold()
    return any(said == name.casefold() for name in cell.names)


def doubts_of_cell(
    cell: HeadedCell, candidate: Candidate | None, known: Callable[[str], bool], language: str
) -> Iterator[Doubt]:
    """Why the heads of a figure leave open what it is about: words that the data do not know.

    They may name another place. Of a caption, which tells more than that, only words with a capital count.
    """
    if not cell.fills:
        yield Doubt.WEAK_MATCH  # "about 4 of 41"
    if candidate and numbered_otherwise(candidate, " ".join(cell.names), language):
        yield Doubt.OTHER_NUMBER
    if _has_multiplier(cell, language) and not (candidate and _counts(cell, candidate, language)):
        yield Doubt.OTHER_UNIT  # "Catch (thousand tonnes, live weight)"
    texts = (*cell.names, *cell.around, _capitals(cell.caption))
    names = (stem for text in texts for stem, _ in _words(text, language))
    if not all(map(known, names)):
        yield Doubt.OTHER_NAME


def _has_multiplier(cell: HeadedCell, language: str) -> bool:
    """Whether any head or the caption has a word such as "million"."""
    said = " ".join((*cell.names, *cell.around, cell.caption, cell.printed, cell.unit or ""))
    return not load(language).multipliers.keys().isdisjoint(_WORD.findall(said.lower()))


def _capitals(text: str) -> str:
    """The words of a text that begin with a capital, but for those that a dash or a point opens."""
    words = text.split()
    inside = (word for before, word in pairwise(words) if before[-1].isalpha())
    return " ".join(word for word in inside if word[:1].isupper())


@lru_cache(maxsize=10_000)  # the heads of a table stand beside many of its figures
def _words(text: str, language: str) -> Sequence[tuple[str, WordKind]]:
    """The stems of the words of a head; where all are neutral, «Жалпы саны», it is at least itself."""
    return words_of(text, language) or [(stem, WordKind.NOUN) for stem in content(text, language)]


def _stems(text: str, language: str) -> Stems:
    return frozenset(stem for stem, _ in _words(text, language))


def _union(texts: Iterable[str], language: str) -> Stems:
    return frozenset[str]().union(*(_stems(text, language) for text in texts))
