"""Names of candidates: what each of their words weighs, and which candidates a word may name."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from edureport.audit.candidates import Candidate, Stems

MATCHES = 0.3  # the least score of a match, and how much of a name must stand near for one
COMMON = 0.3  # the weight of a word that all names share
NEARLY = 0.999  # of a sum of which rounding may have taken a little


class Lookalikes(NamedTuple):
    """Candidates that no text can tell apart, so that they are scored once.

    `names` are the words of their names and their unit, `words` all that belong to them.
    """

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
        self._whole = {name: sum(self._weight[stem] for stem in name) for name in names}
        self._by_stem: dict[str, list[int]] = {}
        for index, group in enumerate(self._groups):
            for stem in self._needed(group.candidate):
                self._by_stem.setdefault(stem, []).append(index)

    def near(self, stems: Iterable[str]) -> Iterator[Lookalikes]:
        """The candidates of which enough may be named by these words for a match, in their order."""
        return (self._groups[at] for at in sorted({at for one in stems for at in self._by_stem.get(one, ())}))

    def weight(self, stems: Iterable[str]) -> float:
        """How much words of the names weigh together."""
        return sum(self._weight[stem] for stem in stems)

    def cover(self, candidate: Candidate, near: Mapping[str, float]) -> float:
        """How much of a name of a candidate stands near a figure, of that of which most does."""
        return max((self._covered(name, near) for name in candidate.descriptions), default=0.0)

    def has_within(self, stems: Collection[str]) -> bool:
        """Whether these words make a whole name."""
        return bool(stems) and any(name.issubset(stems) for name in self._whole)

    def _covered(self, name: Stems, near: Mapping[str, float]) -> float:
        whole = self._whole[name]
        return sum(self._weight[stem] * near.get(stem, 0) for stem in name) / whole if whole else 0.0

    def _needed(self, candidate: Candidate) -> set[str]:
        """The rarest words of the names, without which the others do not cover enough for a match.

        A figure near which none of those stands need not be compared, though every name may share the others.
        """
        needed: set[str] = set()
        for name in candidate.descriptions:
            left = self._whole[name]
            for stem in sorted(name, key=lambda stem: -self._weight[stem]):
                if left < NEARLY * MATCHES * self._whole[name]:
                    break
                needed.add(stem)
                left -= self._weight[stem]
        return needed


def _alike(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """The candidates in groups of the same words, comparable with the same figures."""
    groups: dict[Hashable, list[Candidate]] = {}
    for one in candidates:
        kinds = (one.indicator.kind, one.indicator.unit.is_percent, one.has_share, one.target is None)
        groups.setdefault((one.descriptions, one.topic, one.unit, kinds), []).append(one)
    return list(groups.values())
