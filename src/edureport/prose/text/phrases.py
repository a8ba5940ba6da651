"""Tables of phrases, and where they stand in a text: each found by its first word, in linear time."""

from collections.abc import Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

MAX_STEM = 14
MOST_KEPT = 10_000  # words

Tag = TypeVar("Tag", bound=Hashable)


class Entry(NamedTuple, Generic[Tag]):
    """A phrase that means `tag`; words that end in a star match by their beginning.

    `second` is what its second word begins with, by which most of those of several words are told.
    """

    tag: Tag
    size: int
    second: str
    words: tuple[str, ...]


class Phrases(Generic[Tag]):
    """Phrases by tag; a table has for each tag a text of phrases separated by commas."""

    def __init__(self, table: Mapping[Tag, str]) -> None:
        self._exact: dict[str, list[Entry[Tag]]] = {}
        self._stems: dict[str, list[Entry[Tag]]] = {}
        for tag, text in table.items():
            for phrase in text.split(","):
                words = tuple(phrase.split())
                if not words:
                    continue
                entry = Entry(tag, len(words), words[1].rstrip("*") if len(words) > 1 else "", words)
                if words[0].endswith("*"):
                    self._stems.setdefault(words[0][:-1], []).append(entry)
                else:
                    self._exact.setdefault(words[0], []).append(entry)
        self._entries = lru_cache(MOST_KEPT)(self._find_entries)  # texts say the same words again and again

    def mark(self, words: Sequence[str]) -> tuple[list[dict[Tag, int]], list[dict[Tag, int]]]:
        """For every word the tags of the phrases that begin there, and of those that end there.

        Each comes with the length of its longest phrase, in words. Most words have none, and share one
        empty dictionary.
        """
        nothing: dict[Tag, int] = {}
        begins, ends = [nothing] * len(words), [nothing] * len(words)
        beginning = {word: entries for word in set(words) if (entries := self._entries(word))}
        for index, word in enumerate(words):
            if word not in beginning:
                continue
            following = words[index + 1] if index + 1 < len(words) else ""
            for tag, size, second, phrase in beginning[word]:
                if size > 1 and not (following.startswith(second) and _follows(words, index, phrase)):
                    continue
                for place, tags in ((index, begins), (index + size - 1, ends)):
                    if not tags[place]:
                        tags[place] = {tag: size}
                    elif tags[place].get(tag, 0) < size:
                        tags[place][tag] = size
        return begins, ends

    def _find_entries(self, word: str) -> Sequence[Entry[Tag]]:
        """The phrases that may begin with a word."""
        entries = list(self._exact.get(word, ()))
        for size in range(1, min(len(word), MAX_STEM) + 1):
            entries += self._stems.get(word[:size], ())
        return entries


def _follows(words: Sequence[str], index: int, phrase: tuple[str, ...]) -> bool:
    if index + len(phrase) > len(words):
        return False
    for part, word in zip(phrase[1:], words[index + 1 : index + len(phrase)], strict=True):
        if not (word.startswith(part[:-1]) if part.endswith("*") else word == part):
            return False
    return True
