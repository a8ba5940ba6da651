"""Scoring: how well the words around a figure fit what the data have.

A candidate scores by how much of its name stands near the figure (`cover`), and by how much of what
stands right at the figure belongs to it (`explained`): "120 rural schools" are no "schools". Rare
words of the data count more than those that many names share.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from edureport.audit.candidate_names import MATCHES, CandidateNames, Lookalikes
from edureport.audit.candidates import Candidate, Stems
from edureport.audit.doubts import Doubt
from edureport.audit.vocabulary import Vocabulary
from edureport.model.report import IndicatorKind
from edureport.prose.context_window import Word
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.stems import stems, synonyms

SYNONYM = 0.8  # what a synonym is worth
EXPLAINED = 0.3  # what is left of the score where nothing at the figure belongs to the candidate
BEFORE, STRANGE, VERB = 0.5, 0.7, 0.3  # how much words that do not belong count against a candidate
NAMED_UNIT, OTHER_UNIT = 0.75, 0.5  # of a figure in another unit, that the name may mention
SHARE = 0.95  # a percentage may be the share of a part
MOST_ALIKE = 52  # candidates that no text tells apart: the one that is meant, and its rivals


class Scored(NamedTuple):
    """How well the words around a figure fit a candidate: a score from 0 to 1.

    `cover` is how much of a name of the candidate stands near the figure, `explained` the part of the
    figure's own words that belongs to the candidate, `named` are those of them that stand in its names,
    and `weight` says how rare these are together. `doubts` are reasons why the figure may be about
    something else; `same_unit` says that both are counted in the same unit.
    """

    candidate: Candidate
    score: float
    cover: float
    explained: float
    named: Stems
    weight: float
    doubts: frozenset[Doubt]
    same_unit: bool


class _Context(NamedTuple):
    """The words around a figure, by the stems that the data know: how near each is, and which are its own.

    `alone` are the nouns of its sentence that are no other figure's.
    """

    near: Mapping[str, float]
    own: Sequence[tuple[str, Word]]
    alone: Stems
    unit: Stems


class Scorer:
    """Compares the words around figures with the names of all candidates.

    `setting` are the words that a whole report is about.
    """

    def __init__(self, candidates: Sequence[Candidate], setting: Stems, language: str) -> None:
        self.language = language
        self._names = CandidateNames(candidates)
        known = (stem for candidate in candidates for stem in candidate.topic)
        self._known = Vocabulary({*self._names.stems, *known})
        self._setting = setting - self._names.stems
        self._synonyms = synonyms(language)

    def score(self, figure: Figure, words: Sequence[Word]) -> list[Scored]:
        """The candidates that a figure with these words around it can be about, with their scores."""
        context = self._context(figure, words)
        return [
            one._replace(candidate=candidate)
            for group in self._names.near(context.near)
            if _comparable(figure, group.candidate) and (one := self._scored(group, context, figure))
            for candidate in group.candidates[:MOST_ALIKE]
        ]

    def knows(self, stem: str) -> bool:
        """Whether a word is one of the data, or of what the whole report is about."""
        return self._known.nearest(stem) in self._known or stem in self._setting

    def names_something(self, figure: Figure, words: Sequence[Word]) -> bool:
        """Whether a figure's own words name anything in the data: more than a unit, or all of a name."""
        unit = frozenset(stems(figure.unit or "", self.language))
        names = {word.stem for word in words if word.own and not word.verb} & self._names.stems
        return not names <= unit or self._names.has_within(names)

    def has_others(self, candidate: Candidate, words: Sequence[Word]) -> bool:
        """Whether a figure's own words name something that does not belong to a candidate."""
        own = (self._known.nearest(word.stem) for word in words if word.own and not word.place)
        return not all(stem in self._setting or self._same(stem, candidate.words) for stem in own)

    def _context(self, figure: Figure, words: Sequence[Word]) -> _Context:
        near: dict[str, float] = {}
        own: list[tuple[str, Word]] = []
        alone: set[str] = set()
        for word in words:
            known = word.stem if word.stem in self._synonyms else self._known.nearest(word.stem)
            near[known] = max(near.get(known, 0), word.near)
            if word.own and known not in self._setting:
                own.append((known, word))
            if word.alone and not (word.close or word.verb or word.place or known in self._setting):
                alone.add(known)
        counted = "" if figure.percent else figure.unit or ""
        unit = frozenset(map(self._known.nearest, stems(counted, self.language)))
        near.update(dict.fromkeys(unit, 1.0))
        for stem, weight in list(near.items()):
            for other in self._synonyms.get(stem, ()):
                near[other] = max(near.get(other, 0), SYNONYM * weight)
        return _Context(near, own, frozenset(alone), unit)

    def _scored(self, group: Lookalikes, context: _Context, figure: Figure) -> Scored | None:
        candidate = group.candidate
        cover = self._names.cover(candidate, context.near)
        if cover < MATCHES:
            return None
        explained = self._explained(group, context)
        score = cover * (EXPLAINED + (1 - EXPLAINED) * explained)
        unit_factor = self._unit(group, context.unit)
        score *= unit_factor
        if figure.percent and not candidate.indicator.unit.is_percent:
            score *= SHARE
        named = group.names.intersection(
            other
            for stem, word in context.own
            for other in (stem, *self._synonyms.get(stem, ()))
            if not word.place  # «қалада» may say which schools, or only where
        )
        same_unit = bool(context.unit) and unit_factor == 1
        doubts = frozenset(self._doubts(group, context, figure))
        return Scored(candidate, score, cover, explained, named, self._names.weight(named), doubts, same_unit)

    def _doubts(self, group: Lookalikes, context: _Context, figure: Figure) -> Iterator[Doubt]:
        """Why a figure with such words may be about something else than the candidate."""
        stock = group.candidate.indicator.kind is IndicatorKind.STOCK
        if stock and any(word.verb and not self._same(stem, group.words) for stem, word in context.own):
            yield Doubt.EVENT
        if any(word.close and not self._same(stem, group.words) for stem, word in context.own):
            yield Doubt.FOREIGN_WORD
        if not all(self._same(stem, group.words) for stem in context.alone):
            yield Doubt.RESTRICTED
        share = figure.kind is FigureKind.PERCENT and not group.candidate.indicator.unit.is_percent
        if share and not any(self._same(stem, group.candidate.unit) for stem in context.near):
            yield Doubt.WHOLE_UNNAMED

    def _unit(self, group: Lookalikes, unit: Stems) -> float:
        """What is left of the score by the unit that the text names."""
        own = group.candidate.unit
        if not unit or not own or any(self._same(stem, own) for stem in unit):
            return 1.0
        return NAMED_UNIT if any(self._same(stem, group.words) for stem in unit) else OTHER_UNIT

    def _explained(self, group: Lookalikes, context: _Context) -> float:
        """How much of the figure's own words belongs to the candidate."""
        behind = any(word.behind and not word.verb and stem not in context.unit for stem, word in context.own)
        belonging = whole = 0.0
        for stem, word in context.own:
            weight = word.near if word.behind or not behind else word.near * BEFORE
            if self._same(stem, group.words):
                belonging += weight
            elif word.place:
                continue
            elif word.verb:
                weight *= VERB
            elif stem not in self._known:
                weight *= STRANGE
            whole += weight
        return belonging / whole if whole else 1.0

    def _same(self, stem: str, words: Stems) -> bool:
        """Whether a word or a synonym of it is among others."""
        return stem in words or not words.isdisjoint(self._synonyms.get(stem, ()))


def _comparable(figure: Figure, candidate: Candidate) -> bool:
    """Whether a figure can be about a candidate by what it is: a plan never is a fact."""
    if (figure.kind is FigureKind.TARGET) is not (candidate.target is not None):
        return False
    if figure.kind is FigureKind.CHANGE:
        return True
    percent = candidate.indicator.unit.is_percent
    if figure.percent and not percent:
        return candidate.has_share
    return figure.percent is percent
