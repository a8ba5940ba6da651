"""Matching: what in the data a figure of a text is about, by its words and never by its value."""

from collections.abc import Collection, Container, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from edureport.audit.candidate_names import MATCHES
from edureport.audit.candidates import Candidate
from edureport.audit.cells import as_matched, named_by, words_of_cell
from edureport.audit.doubts import Doubt
from edureport.audit.scoring import Scored, Scorer
from edureport.model.quantity import Quantity
from edureport.prose.context_window import Word
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.page import Page
from edureport.prose.tables.layout import HeadedCell

SURE = 0.45  # the least score of a match that can contradict
MOST = 0.55  # of its name that must stand near the figure for that
CLEAR, HALF = 0.75, 0.5  # how much of a figure's own words must belong to what it contradicts;
ALONE = 2  # half of them are enough if its score is so many times that of any other
RIVAL = 0.87  # a score so near the best one leaves open which of them is meant
MOST_RIVALS = 50  # that a finding names
TAKEN = 0.72  # a figure whose score is so far below that of another is not about the same

Claim = tuple[Hashable, ...]


class Match(NamedTuple):
    """The candidate that a figure is about, None if there is none; `rivals` may be meant as well.

    With any of the `doubts` another value than that of the data does not contradict them.
    """

    candidate: Candidate | None = None
    score: float = 0.0
    rivals: tuple[Candidate, ...] = ()
    doubts: frozenset[Doubt] = frozenset()


class Claims:
    """What the figures of a text claim to state: one thing at one time has one figure.

    Others that fit it far worse are about nothing, and two that differ leave open which it is. Figures in
    `cells`, whose heads are their whole names, fit in another way.
    """

    def __init__(
        self,
        claims: Sequence[Claim],
        matches: Sequence[Match],
        figures: Sequence[Figure],
        cells: Container[int],
    ) -> None:
        self._best: dict[Claim, float] = {}
        for index, (claim, match) in enumerate(zip(claims, matches, strict=True)):
            if index not in cells:
                everywhere = claim[:-1]
                self._best[everywhere] = max(self._best.get(everywhere, 0), match.score)
        values: dict[Claim, set[Quantity | None]] = {}
        for claim, match, figure in zip(claims, matches, figures, strict=True):
            if self._holds(claim, match):
                values.setdefault(claim[:-1], set()).add(figure.quantity)
        self._repeated = {claim for claim, stated in values.items() if len(stated) > 1}

    def settle(self, claim: Claim, match: Match, *, in_cell: bool) -> Match:
        """The match as far as the others leave it."""
        if not in_cell and not self._holds(claim, match):
            return Match()
        repeated = claim[:-1] in self._repeated
        return match._replace(doubts=match.doubts | {Doubt.REPEATED}) if repeated else match

    def _holds(self, claim: Claim, match: Match) -> bool:
        return match.score >= TAKEN * self._best.get(claim[:-1], 0)


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
    claims = [
        _claim(figure, match, time) for figure, match, time in zip(figures, matches, times, strict=True)
    ]
    settled = Claims(claims, matches, figures, cells)
    return [
        settled.settle(claim, match, in_cell=index in cells)
        for index, (claim, match) in enumerate(zip(claims, matches, strict=True))
    ]


def _as_before(before: Match, scorer: Scorer, words: Sequence[Word]) -> Match | None:
    """The match of the figure before; other words at this one leave open whether it is the same thing."""
    if before.candidate is None or not scorer.has_others(before.candidate, words):
        return before if before.candidate else None
    return before._replace(doubts=before.doubts | {Doubt.WEAK_MATCH})


def _in_table(scorer: Scorer, figure: Figure, cell: HeadedCell) -> Match:
    """What a figure of a table is about: what its heads name, and nothing else, if there is such a thing."""
    scored = scorer.score(as_matched(figure, cell), words_of_cell(cell, scorer.language))
    named = named_by(scored, cell, scorer.language)
    if not named:
        match = _best(scored)
        return match._replace(doubts=match.doubts | {Doubt.WEAK_MATCH}) if match.candidate else match
    best, *others = named
    rivals = tuple(one.candidate for one in others[:MOST_RIVALS])
    return Match(best.candidate, best.score, rivals, frozenset({Doubt.RIVALS} if rivals else ()))


def _told_apart(match: Match, page: Page, figures: Sequence[Figure], before: Sequence[Match]) -> Match:
    """The match without rivals that the sentence before the figure leaves no room for.

    A part is one of the whole that the sentence has named, and what is named in full is no part of a
    longer name. `before` are the matches of the figures before this one.
    """
    index, meant = len(before), (match.candidate, *match.rivals)
    wholes = (
        one.candidate.indicator.key
        for one, figure in zip(reversed(before), reversed(figures[:index]), strict=True)
        if figure.sentence == figures[index].sentence and one.candidate and one.candidate.category is None
    )
    whole = next(wholes, None)
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
    if (
        best.score < SURE
        or best.cover < MOST
        or not best.named
        or best.explained < (CLEAR if close else HALF)
    ):
        yield Doubt.WEAK_MATCH
    if not best.same_unit and any(one.candidate.unit != best.candidate.unit for one in close):
        yield Doubt.OTHER_UNIT


def _continues(figures: Sequence[Figure], index: int, times: Sequence[Hashable]) -> bool:
    """Whether a figure may say of the one before how it was at another time, or how it changed."""
    before, figure = figures[index - 1], figures[index]
    if not (figure.states and before.states) or figure.sentence - before.sentence > 1:
        return False
    units = {one.unit for one in (before, figure) if one.unit and not one.percent}
    if len(units) > 1:
        return False
    moves = figure.mode is not None and before.sentence == figure.sentence
    return moves or (times[index] is not None and times[index] != times[index - 1])


def _claim(figure: Figure, match: Match, time: Hashable) -> Claim:
    """What a figure claims to state, and in which sentence; changes and their ends claim other things."""
    kind = figure.kind if figure.kind is FigureKind.CHANGE else None
    derived = figure.percent and match.candidate is not None and not match.candidate.indicator.unit.is_percent
    return id(match.candidate), time, kind, figure.mode is Mode.FROM, derived, figure.sentence
