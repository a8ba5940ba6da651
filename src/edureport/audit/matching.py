"""Matching: what in the data a figure of a text is about, by its words and never by its value.

A candidate scores by how much of its name stands near the figure (`cover`), and by how much of what
stands right at the figure belongs to it (`explained`): "120 rural schools" are no "schools". Rare
words of the data count more than those that many names share.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from edureport.audit.candidates import Candidate, Stems
from edureport.model.report import Kind as Measures
from edureport.prose.figure import Figure, Kind
from edureport.prose.stems import stems
from edureport.prose.surroundings import Word
from edureport.prose.synonyms import synonyms

MATCHES, SURE = 0.3, 0.45  # the least score of a match, and of one that can contradict
CLEAR, HALF = 0.75, 0.5  # how much of a figure's own words must belong to what it contradicts;
ALONE = 2  # half of them are enough if its score is so many times that of any other
SYNONYM = 0.8  # what a synonym is worth
NEARLY = 0.999  # of a sum of which rounding may have taken a little
MOST_RIVALS = 50  # that a finding names
RIVAL = 0.87  # a score so near the best one leaves open which of them is meant
TAKEN = 0.72  # a figure whose score is so far below that of another is not about the same
EXPLAINED = 0.3  # what is left of the score where nothing at the figure belongs to the candidate
BEFORE, STRANGE, VERB = 0.5, 0.7, 0.3  # how much words that do not belong count against a candidate
NAMED_UNIT, OTHER_UNIT = 0.75, 0.5  # of a figure in another unit, that the name may mention
SHARE = 0.95  # a percentage may be the share of a part


class Scored(NamedTuple):
    """How well the words around a figure fit a candidate, from 0 to 1.

    `explained` is how much of the figure's own words belongs to the candidate, `told` which of them
    its names tell.
    """

    score: float
    explained: float
    told: Stems
    candidate: Candidate


class Match(NamedTuple):
    """The candidate that a figure is about, None if there is none; `rivals` may be meant as well.

    A `sure` match leaves no doubt, so that another value contradicts.
    """

    candidate: Candidate | None = None
    score: float = 0.0
    sure: bool = False
    rivals: tuple[Candidate, ...] = ()


class _Around(NamedTuple):
    """The words around a figure, by the stems that the data know."""

    near: Mapping[str, float]
    own: Sequence[tuple[str, Word]]
    unit: Stems


class _Known(NamedTuple):
    """A candidate with its words: of the names by which it is told, and all that belong to it."""

    candidate: Candidate
    names: Stems
    words: Stems


class Matcher:
    """The candidates, made ready for many figures; `setting` are words that a whole report is about."""

    def __init__(self, candidates: Sequence[Candidate], setting: Stems, language: str) -> None:
        self._language = language
        self._candidates = [
            _Known(candidate, candidate.unit.union(*candidate.descriptions), candidate.words)
            for candidate in candidates
        ]
        having = Counter(stem for one in self._candidates for stem in one.names)
        self._weight = {
            stem: EXPLAINED + log((len(candidates) + 1) / count) for stem, count in having.items()
        }
        self._whole = {
            name: sum(self._weight[stem] for stem in name)
            for candidate in candidates
            for name in candidate.descriptions
        }
        self._telling = self._tellers()
        self._known = _Vocabulary({*having, *(stem for candidate in candidates for stem in candidate.topic)})
        self._setting = setting.difference(having)
        self._synonyms = synonyms(language)

    def _tellers(self) -> dict[str, list[int]]:
        """For a stem the candidates that it may tell, by their places.

        Without the heaviest words of a name the others do not cover enough of it for a match. So a figure
        near which none of those stands need not be compared, though every name may share the others.
        """
        found: dict[str, list[int]] = {}
        for place, (candidate, *_) in enumerate(self._candidates):
            needed: set[str] = set()
            for name in candidate.descriptions:
                left = self._whole[name]
                for stem in sorted(name, key=lambda stem: -self._weight[stem]):
                    if left < NEARLY * MATCHES * self._whole[name]:
                        break
                    needed.add(stem)
                    left -= self._weight[stem]
            for stem in needed:
                found.setdefault(stem, []).append(place)
        return found

    def match(
        self,
        figures: Sequence[Figure],
        around: Iterable[Sequence[Word]],
        times: Sequence[Hashable],
    ) -> list[Match]:
        """For each figure what it is about; figures that state nothing are about nothing.

        A figure without words of its own, "against 187 a year ago", is about the same as the one before.
        Of one thing at one time there is one figure: others that fit it far worse are about nothing,
        and in one sentence two leave open which it is.
        """
        found: list[Match] = []
        for place, (figure, words) in enumerate(zip(figures, around, strict=True)):
            match = self._match(figure, words) if figure.states else Match()
            if match.candidate is None and place and self._continues(figures, place, words, times):
                match = found[-1]
            found.append(match)
        claims = [
            _claim(figure, match, time) for figure, match, time in zip(figures, found, times, strict=True)
        ]
        best: dict[Hashable, float] = {}
        for match, claim in zip(found, claims, strict=True):
            best[claim[:-1]] = max(best.get(claim[:-1], 0), match.score)
        crowded = Counter(
            claim
            for match, claim in zip(found, claims, strict=True)
            if match.score >= TAKEN * best[claim[:-1]]
        )
        return [
            Match()
            if match.score < TAKEN * best[claim[:-1]]
            else match._replace(sure=False)
            if crowded[claim] > 1
            else match
            for match, claim in zip(found, claims, strict=True)
        ]

    def _continues(
        self, figures: Sequence[Figure], place: int, words: Sequence[Word], times: Sequence[Hashable]
    ) -> bool:
        """Whether a figure says of the one before only how it was at another time, or how it changed."""
        before, figure = figures[place - 1], figures[place]
        if not (figure.states and before.states) or figure.sentence - before.sentence > 1:
            return False
        if (
            before.unit
            and figure.unit
            and before.unit != figure.unit
            and not (before.percent or figure.percent)
        ):
            return False
        moves = figure.mode is not None and before.sentence == figure.sentence
        if not moves and (times[place] is None or times[place] == times[place - 1]):
            return False
        unit = stems(figure.unit or "", self._language)
        names = (word.stem for word in words if word.own and not word.verb)
        return not any(name in self._weight and name not in unit for name in names)

    def _match(self, figure: Figure, words: Sequence[Word]) -> Match:
        around = self._around(figure, words)
        told = sorted({place for stem in around.near for place in self._telling.get(stem, ())})
        fitting = (self._candidates[place] for place in told)
        scored = [
            one
            for known in fitting
            if _comparable(figure, known.candidate) and (one := self._scored(known, around, figure))
        ]
        highest = max((one.score for one in scored), default=0.0)
        if highest < MATCHES:
            return Match()
        # Of those that fit alike the one is meant that tells most of the words.
        near = [one for one in scored if one.score >= RIVAL * highest]
        best = max(near, key=lambda one: (sum(self._weight[stem] for stem in one.told), one.score))
        rivals = sorted((one for one in near if not one.told < best.told), key=lambda one: -one.score)
        alone = all(one.score * ALONE <= best.score for one in scored if one is not best)
        sure = best.score >= SURE and best.explained >= (HALF if alone else CLEAR)
        others = tuple(one.candidate for one in rivals[: MOST_RIVALS + 1] if one is not best)[:MOST_RIVALS]
        sure = sure and not others and not self._happened(best.candidate, around)
        return Match(best.candidate, best.score, sure, others)

    def _around(self, figure: Figure, words: Sequence[Word]) -> _Around:
        near: dict[str, float] = {}
        own: list[tuple[str, Word]] = []
        for word in words:
            known = word.stem if word.stem in self._synonyms else self._known.nearest(word.stem)
            near[known] = max(near.get(known, 0), word.near)
            if word.own and known not in self._setting:
                own.append((known, word))
        unit = frozenset(
            self._known.nearest(stem)
            for stem in stems(figure.unit or "", self._language)
            if not figure.percent
        )
        near.update(dict.fromkeys(unit, 1.0))
        for stem, weight in list(near.items()):
            for other in self._synonyms.get(stem, ()):
                near[other] = max(near.get(other, 0), SYNONYM * weight)
        return _Around(near, own, unit)

    def _scored(self, known: _Known, around: _Around, figure: Figure) -> Scored | None:
        candidate = known.candidate
        cover = max((self._cover(name, around.near) for name in candidate.descriptions), default=0.0)
        if cover < MATCHES:
            return None
        explained = self._explained(known, around)
        score = cover * (EXPLAINED + (1 - EXPLAINED) * explained)
        score *= self._unit(known, around.unit)
        if figure.percent and not candidate.indicator.unit.is_percent:
            score *= SHARE
        told = known.names.intersection(
            other
            for stem, word in around.own
            for other in (stem, *self._synonyms.get(stem, ()))
            if not word.place  # «қалада» may say which schools, or only where
        )
        return Scored(score, explained, told, candidate)

    def _happened(self, candidate: Candidate, around: _Around) -> bool:
        """Whether the text tells an event, "17 were built", and the candidate what there is."""
        if candidate.indicator.kind is not Measures.STOCK:
            return False
        return any(word.verb and not self._same(stem, candidate.words) for stem, word in around.own)

    def _unit(self, known: _Known, unit: Stems) -> float:
        """What is left of the score by the unit that the text names."""
        own = known.candidate.unit
        if not unit or not own or any(self._same(stem, own) for stem in unit):
            return 1.0
        return NAMED_UNIT if any(self._same(stem, known.words) for stem in unit) else OTHER_UNIT

    def _cover(self, name: Stems, near: Mapping[str, float]) -> float:
        """How much of a name stands near the figure."""
        whole = self._whole[name]
        return sum(self._weight[stem] * near.get(stem, 0) for stem in name) / whole if whole else 0.0

    def _explained(self, known: _Known, around: _Around) -> float:
        """How much of the figure's own words belongs to the candidate."""
        behind = any(word.behind and not word.verb and stem not in around.unit for stem, word in around.own)
        belonging = whole = 0.0
        for stem, word in around.own:
            weight = word.near if word.behind or not behind else word.near * BEFORE
            if self._same(stem, known.words):
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


def _claim(figure: Figure, match: Match, time: Hashable) -> tuple[Hashable, ...]:
    """What a figure claims to state, and in which sentence; changes and their ends claim other things."""
    kind = figure.kind if figure.kind is Kind.CHANGE else None
    derived = figure.percent and match.candidate is not None and not match.candidate.indicator.unit.is_percent
    return id(match.candidate), time, kind, figure.mode == "from", derived, figure.sentence


class _Vocabulary:
    """The stems that the data know; what looks like one of them is taken for it."""

    _SHARED, _PART = 5, 0.8  # letters at the beginning, and their share of the longer stem

    def __init__(self, known: set[str]) -> None:
        self._stems = known
        self._nearest: dict[str, str] = {}
        self._by_start: dict[str, list[str]] = {}
        for stem in sorted(known):
            self._by_start.setdefault(stem[: self._SHARED], []).append(stem)

    def __contains__(self, stem: str) -> bool:
        return stem in self._stems

    def nearest(self, stem: str) -> str:
        """The known stem that shares most with this one; this one itself if none is near."""
        if stem in self._stems:
            return stem
        if stem not in self._nearest:
            self._nearest[stem] = self._look(stem)
        return self._nearest[stem]

    def _look(self, stem: str) -> str:
        best, shared = stem, 0
        for other in self._by_start.get(stem[: self._SHARED], ()):
            common = _common(stem, other)
            if common > shared and common >= self._PART * max(len(stem), len(other)):
                best, shared = other, common
        return best


def _common(one: str, other: str) -> int:
    """How many letters two words begin with together."""
    for place, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return place
    return min(len(one), len(other))


def _comparable(figure: Figure, candidate: Candidate) -> bool:
    """Whether a figure can be about a candidate by what it is: a plan never is a fact."""
    if (figure.kind is Kind.TARGET) is not (candidate.target is not None):
        return False
    if figure.kind is Kind.CHANGE:
        return True
    percent = candidate.indicator.unit.is_percent
    if figure.percent and not percent:
        return candidate.category is not None
    return figure.percent is percent
