"""Vocabulary: the stems of the words that data know, and what in a text is taken for one of them."""

from edureport.near import shared

_SHARED, _PART = 5, 0.8  # letters at the beginning that look-alikes share, and their part of the longer one


class Vocabulary:
    """The stems that the data know; what looks like one of them is taken for it."""

    def __init__(self, known: set[str]) -> None:
        self._stems = known
        self._nearest: dict[str, str] = {}
        self._by_start: dict[str, list[str]] = {}
        for stem in sorted(known):
            self._by_start.setdefault(stem[:_SHARED], []).append(stem)

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
        best, most = stem, 0
        for other in self._by_start.get(stem[:_SHARED], ()):
            common = shared(stem, other)
            if common > most and common >= _PART * max(len(stem), len(other)):
                best, most = other, common
        return best
