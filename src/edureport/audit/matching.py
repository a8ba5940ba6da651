"""Matching: what in the data a figure of a text is about, by its words or heads and never by its value."""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import compress, pairwise
from typing import NamedTuple

from edureport.audit.candidates import Candidate, Doubt, Stems, numbered_otherwise, scale_of, scaled
from edureport.audit.scoring import MATCHES, NEARLY, Scored, Scorer
from edureport.model.quantity import Quantity
from edureport.prose.content import Word, WordKind, content, words_of
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar import load
from edureport.prose.page import Page
from edureport.prose.tables.heads import HeadRole
from edureport.prose.tables.tables import HeadedCell

_WORD = re.compile(r"\w+")
AROUND = 0.5  # how much the words around a name say of a figure
SURE = 0.45  # the least score of a match that can contradict
MOST = 0.55  # of its name that must stand near the figure for that
CLEAR, HALF = 0.75, 0.5  # how much of a figure's own words must belong to what it contradicts;
ALONE = 2  # half of them are enough if its score is so many times that of any other
RIVAL = 0.87  # a score so near the best one leaves open which of them is meant
MOST_RIVALS = 50  # that a finding names
TAKEN = 0.72  # a figure whose score is so far below that of another is not about the same

Claim = tuple[Hashable, ...]


def words_of_cell(cell: HeadedCell, language: str) -> list[Word]:
    """The words of the heads of a figure, as those around a figure in a sentence."""
    words: dict[str, Word] = {}
    for texts, near in ((cell.names, 1.0), ((*cell.around, cell.caption), AROUND)):
        for text in texts:
            for stem, kind in _words(text, language):
                own, verb, place = near == 1, kind is WordKind.VERB, kind is WordKind.PLACE
                words.setdefault(stem, Word(stem, near, own, own, False, False, verb, place))
    return list(words.values())


def in_full(figure: Figure, cell: HeadedCell, candidate: Candidate | None, language: str) -> Figure:
    """The figure times the power of ten of the unit in its heads, if that is its: "million tenge"."""
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
    """The candidates of which the heads are the whole name; of several those that fit best in the table."""
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
    rows = (far for far, name in enumerate(cell.above) if _stems(name, language) == whole)
    return next(rows, len(cell.above))


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
    """Why the heads leave open what a figure is about; of a caption only words with a capital count."""
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


class Match(NamedTuple):
    """The candidate that a figure is about, if any, and `rivals`; with `doubts` no value contradicts it."""

    candidate: Candidate | None = None
    score: float = 0.0
    rivals: tuple[Candidate, ...] = ()
    doubts: frozenset[Doubt] = frozenset()

    def doubted(self, doubt: Doubt) -> "Match":
        """The same with one doubt more."""
        return self._replace(doubts=self.doubts | {doubt})


def match_all(
    scorer: Scorer,
    page: Page,
    figures: Sequence[Figure],
    context_windows: Iterable[Sequence[Word]],
    times: Sequence[Hashable],
    compared: Collection[int],
    cells: Mapping[int, HeadedCell],
) -> list[Match]:
    """For each figure what it is about; figures that state nothing are about nothing.

    `compared` are the indices of figures that others are compared with: "against 187 a year ago". Without
    words of its own such a figure is about the same as the one before. `cells` are those in tables.
    """
    matches: list[Match] = []
    for index, (figure, words) in enumerate(zip(figures, context_windows, strict=True)):
        if index in cells:
            matches.append(_in_table(scorer, figure, cells[index]) if figure.states else Match())
            continue
        match = _best(scorer.score(figure, words)) if figure.states else Match()
        if match.rivals:
            match = _told_apart(match, page, figures, matches)
        continues = index > 0 and (_continues(figures, index, times) or index in compared)
        if continues and index - 1 not in cells and not scorer.names_something(figure, words):
            match = _as_before(matches[-1], scorer, words) or match
        matches.append(match)
    return _settled(matches, figures, list(map(_claim, figures, matches, times)), cells)


def _settled(
    matches: Sequence[Match], figures: Sequence[Figure], claims: Sequence[Claim], cells: Container[int]
) -> list[Match]:
    """The matches as far as they leave each other, for one thing at one time has one figure.

    Others that fit it far worse are about nothing, and two that differ leave open which it is. Figures in
    `cells`, whose heads are their whole names, fit in another way.
    """
    best: dict[Claim, float] = defaultdict(float)
    for index, (claim, match) in enumerate(zip(claims, matches, strict=True)):
        if index not in cells:
            best[claim] = max(best[claim], match.score)
    fits = [match.score >= TAKEN * best[claim] for claim, match in zip(claims, matches, strict=True)]
    values: dict[Claim, set[Quantity | None]] = defaultdict(set)
    for claim, figure in compress(zip(claims, figures, strict=True), fits):
        values[claim].add(figure.quantity)
    told = [
        match.doubted(Doubt.REPEATED) if len(values[claim]) > 1 else match
        for claim, match in zip(claims, matches, strict=True)
    ]
    return [match if fits[index] or index in cells else Match() for index, match in enumerate(told)]


def _as_before(before: Match, scorer: Scorer, words: Sequence[Word]) -> Match | None:
    """The match of the figure before; other words at this one leave open whether it is the same thing."""
    if before.candidate is None:
        return None
    return before.doubted(Doubt.WEAK_MATCH) if scorer.has_others(before.candidate, words) else before


def _in_table(scorer: Scorer, figure: Figure, cell: HeadedCell) -> Match:
    """What a figure of a table is about: what its heads name, and nothing else, if there is such a thing."""
    if cell.role is HeadRole.REMAINING:  # of a plan, and so about that
        figure = figure._replace(kind=FigureKind.TARGET)
    scored = scorer.score(figure, words_of_cell(cell, scorer.language))
    named = named_by(scored, cell, scorer.language)
    if not named:
        match = _best(scored)
        return match.doubted(Doubt.WEAK_MATCH) if match.candidate else match
    best, *others = named
    rivals = tuple(one.candidate for one in others[:MOST_RIVALS])
    return Match(best.candidate, best.score, rivals, frozenset({Doubt.RIVALS} if rivals else ()))


def _told_apart(match: Match, page: Page, figures: Sequence[Figure], before: Sequence[Match]) -> Match:
    """The match without rivals that the sentence before the figure leaves no room for.

    A part is one of the whole that the sentence has named, and what is named in full is no part of a
    longer name. `before` are the matches of the figures before this one.
    """
    index, meant = len(before), (match.candidate, *match.rivals)
    wholes = [
        one.candidate.indicator.key
        for one, figure in zip(before, figures[:index], strict=True)
        if figure.sentence == figures[index].sentence and one.candidate and one.candidate.category is None
    ]
    whole = wholes[-1] if wholes else None
    fitting = [one for one in meant if one and one.category and one.indicator.key == whole]
    if len(fitting) != 1:
        start = page.tokens[page.first[figures[index].sentence]].start
        said = page.text[start : figures[index].start].casefold()
        named = {one.name.in_language(page.language.code).casefold(): one for one in meant if one}
        longest = max((label for label in named if label in said), key=len, default=None)
        fitting = [named[longest]] if longest and len(named) == len(meant) else []
    if len(fitting) != 1:
        return match
    return match._replace(candidate=fitting[0], rivals=())


def _best(scored: Sequence[Scored]) -> Match:
    """Of the candidates that fit about equally well the one whose names hold the rarest words."""
    highest = max((one.score for one in scored), default=0.0)
    if highest < MATCHES:
        return Match()
    near = [one for one in scored if one.score >= RIVAL * highest]
    best = max(near, key=lambda one: (one.weight, one.score))
    rivals = sorted((one for one in near if not one.named < best.named), key=lambda one: -one.score)
    others = tuple(one.candidate for one in rivals[: MOST_RIVALS + 1] if one is not best)[:MOST_RIVALS]
    doubts = best.doubts.union(_doubts(best, scored))
    return Match(best.candidate, best.score, others, doubts | {Doubt.RIVALS} if others else doubts)


def _doubts(best: Scored, scored: Sequence[Scored]) -> Iterator[Doubt]:
    """Why the best candidate may be the wrong one."""
    close = [one for one in scored if one is not best and one.score * ALONE > best.score]
    weak = best.score < SURE or best.cover < MOST or not best.named
    if weak or best.explained < (CLEAR if close else HALF):
        yield Doubt.WEAK_MATCH
    if not best.same_unit and any(one.candidate.unit != best.candidate.unit for one in close):
        yield Doubt.OTHER_UNIT


def _continues(figures: Sequence[Figure], index: int, times: Sequence[Hashable]) -> bool:
    """Whether a figure may say of the one before how it was at another time, or how it changed."""
    before, figure = figures[index - 1], figures[index]
    if not (figure.states and before.states) or figure.sentence - before.sentence > 1:
        return False
    units = {one.unit for one in (before, figure) if one.unit and not one.percent}
    moves = figure.mode is not None and before.sentence == figure.sentence
    return len(units) < 2 and (moves or (times[index] is not None and times[index] != times[index - 1]))


def _claim(figure: Figure, match: Match, time: Hashable) -> Claim:
    """What a figure claims to state; changes and their ends claim other things."""
    kind = figure.kind if figure.kind is FigureKind.CHANGE else None
    derived = figure.percent and match.candidate is not None and not match.candidate.indicator.unit.is_percent
    return id(match.candidate), time, kind, figure.mode is Mode.FROM, derived
