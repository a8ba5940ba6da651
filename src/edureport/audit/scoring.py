"""Scoring: how well the words around a figure fit what the data have.

A candidate scores by how much of its name stands near the figure (`cover`), and by how much of what
stands right at the figure belongs to it (`explained`): "120 rural schools" are no "schools". Rare
words of the data count more than those that many names share. Sets of words have no order, and so their
weights are added by `fsum`, which gives the same for any: else rounding would pick one of equal candidates.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import fsum, log
from typing import NamedTuple

from edureport.audit.candidates import Candidate, Doubt, Stems
from edureport.model.report import IndicatorKind
from edureport.near import shared
from edureport.prose.content import Word
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.stems import stems, synonyms

MATCHES = 0.3  # the least score of a match, and how much of a name must stand near for one
COMMON = 0.3  # the weight of a word that all names share
NEARLY = 0.999  # of a sum of which rounding may have taken a little
_SHARED, _PART = 5, 0.8  # letters at the beginning that look-alikes share, and their part of the longer one
SYNONYM = 0.8  # what a synonym is worth
EXPLAINED = 0.3  # what is left of the score where nothing at the figure belongs to the candidate
BEFORE, STRANGE, VERB = 0.5, 0.7, 0.3  # how much words that do not belong count against a candidate
NAMED_UNIT, OTHER_UNIT = 0.75, 0.5  # of a figure in another unit, that the name may mention
SHARE = 0.95  # a percentage may be the share of a part
MOST_ALIKE = 52  # candidates that no text tells apart: the one that is meant, and its rivals


class Lookalikes(NamedTuple):
    """Candidates that no text tells apart, with the words of their `names` and unit, and all `words`."""

    candidates: Sequence[Candidate]
    names: Stems
    words: Stems

    @property
    def candidate(self) -> Candidate:
        """Any of them."""
        return self.candidates[0]


class CandidateNames:
    """The names of all candidates; their rare words weigh more than those that many share."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._groups = [
            Lookalikes(alike, alike[0].unit.union(*alike[0].descriptions), alike[0].words)
            for alike in _alike(candidates)
        ]
        having = Counter[str]()
        for group in self._groups:
            having.update(dict.fromkeys(group.names, len(group.candidates)))
        self.stems: Stems = frozenset(having)
        self._weight = {stem: COMMON + log((len(candidates) + 1) / count) for stem, count in having.items()}
        names = (name for candidate in candidates for name in candidate.descriptions)
        self._whole = {name: self.weight(name) for name in names}
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for index, group in enumerate(self._groups):
            for stem in self._needed(group.candidate):
                self._by_stem[stem].append(index)

    def near(self, stems: Iterable[str]) -> Iterator[Lookalikes]:
        """The candidates of which enough may be named by these words for a match, in their order."""
        return (self._groups[at] for at in sorted({at for one in stems for at in self._by_stem.get(one, ())}))

    def weight(self, stems: Iterable[str]) -> float:
        """How much words of the names weigh together."""
        return fsum(self._weight[stem] for stem in stems)

    def cover(self, candidate: Candidate, near: Mapping[str, float]) -> float:
        """How much of a name of a candidate stands near a figure, of that of which most does."""
        weight, names = self._weight, ((name, self._whole[name]) for name in candidate.descriptions)
        parts = (
            fsum(weight[stem] * near.get(stem, 0) for stem in name) / whole for name, whole in names if whole
        )
        return max(parts, default=0.0)

    def has_within(self, stems: Collection[str]) -> bool:
        """Whether these words make a whole name."""
        return bool(stems) and any(name.issubset(stems) for name in self._whole)

    def _needed(self, candidate: Candidate) -> set[str]:
        """The rarest words of the names, without which the others do not cover enough for a match."""
        needed: set[str] = set()
        for name in candidate.descriptions:
            left = self._whole[name]
            for stem in sorted(name, key=lambda stem: (-self._weight[stem], stem)):
                if left < NEARLY * MATCHES * self._whole[name]:
                    break
                needed.add(stem)
                left -= self._weight[stem]
        return needed


def _alike(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups of the same words, comparable with the same figures."""
    groups: dict[Hashable, list[Candidate]] = defaultdict(list)
    for one in candidates:
        kinds = (one.indicator.kind, one.indicator.unit.is_percent, one.has_share, one.target is None)
        groups[one.descriptions, one.topic, one.unit, kinds].append(one)
    return list(groups.values())


class Vocabulary:
    """The stems that the data know; what looks like one of them is taken for it."""

    def __init__(self, known: set[str]) -> None:
        self._stems = known
        self._by_start: dict[str, list[str]] = defaultdict(list)
        for stem in sorted(known):
            self._by_start[stem[:_SHARED]].append(stem)
        self.nearest = cache(self._find_nearest)

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def _find_nearest(self, stem: str) -> str:
        """The known stem that shares most with this one; this one itself if none is near."""
        if stem in self._stems:
            return stem
        alike = self._by_start.get(stem[:_SHARED], ())
        near = [one for one in alike if shared(stem, one) >= _PART * max(len(stem), len(one))]
        return max(near, key=lambda one: shared(stem, one), default=stem)


class Scored(NamedTuple):
    """How well the words around a figure fit a candidate."""

    candidate: Candidate
    score: float  # from 0 to 1
    cover: float  # how much of a name of the candidate stands near the figure
    explained: float  # the part of the figure's own words that belongs to the candidate
    named: Stems  # those of them that stand in its names
    weight: float  # how rare these are together
    doubts: frozenset[Doubt]  # reasons why the figure may be about something else
    same_unit: bool  # whether both are counted in the same unit


class _Context(NamedTuple):
    """The known words around a figure: how near each is, its `own`, and nouns `alone`, no other figure's."""

    near: Mapping[str, float]
    own: Sequence[tuple[str, Word]]
    alone: Stems
    unit: Stems


class Scorer:
    """Compares words around figures with names of candidates; `setting`: what a whole report is about."""

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
        unit_factor = self._unit(group, context.unit)
        score = cover * (EXPLAINED + (1 - EXPLAINED) * explained) * unit_factor
        if figure.percent and not candidate.indicator.unit.is_percent:
            score *= SHARE
        own = [stem for stem, word in context.own if not word.place]  # «қалада» may only say where
        synonyms = chain.from_iterable(self._synonyms.get(stem, ()) for stem in own)
        named = group.names.intersection((*own, *synonyms))
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
