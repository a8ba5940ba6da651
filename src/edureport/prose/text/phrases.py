"""Tables of phrases, and where they stand in a text: each found by its first word, in linear time."""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from edureport.record import made

MAX_STEM = 14
MOST_KEPT = 10_000  # words

Tag = TypeVar("Tag", bound=Hashable)


def word_set(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(text.split())


def word_map(text: str) -> dict[str, str]:
    """For the words of a text others, behind a colon; without one themselves."""
    pairs = (word.partition(":") for word in text.split())
    return {word: other or word for word, _, other in pairs}


def phrase_table(tag: Callable[[str], Tag], text: str) -> dict[Tag, str]:
    """The phrases of each tag, by its name before a colon; lines that are indented go on, # is a remark."""
    entries = [one.partition(":") for one in re.split(r"\n(?! )", text.strip()) if not one.startswith("#")]
    table = {tag(name): phrases for name, _, phrases in entries}
    if len(table) < len(entries):
        raise ValueError("a tag stands twice")
    return table


class Entry(NamedTuple, Generic[Tag]):
    """A phrase of several words that means `tag`; words that end in a star match by their beginning."""

    tag: Tag
    size: int
    words: tuple[str, ...]


class Entries(NamedTuple, Generic[Tag]):
    """The phrases that begin with a word: the tags of that word alone, and those of several words."""

    alone: dict[Tag, int]  # that all who have no more share: not to be changed
    longer: dict[str, list[Entry[Tag]]]  # by their second word
    stems: list[tuple[str, Entry[Tag]]]  # with what that begins with


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
                entry: Entry[Tag] = made(Entry, (tag, len(words), words))
                if words[0].endswith("*"):
                    self._stems.setdefault(words[0][:-1], []).append(entry)
                else:
                    self._exact.setdefault(words[0], []).append(entry)
        self._entries = lru_cache(MOST_KEPT)(self._find_entries)  # texts say the same words again and again

    def mark(self, words: Sequence[str]) -> tuple[list[dict[Tag, int]], list[dict[Tag, int]]]:
        """For every word the tags of the phrases that begin there, and of those that end there.

        Each comes with the length of its longest phrase, in words. Words share a dictionary, most an empty
        one: who changes one changes a copy.
        """
        nothing: dict[Tag, int] = {}
        begins, ends = [nothing] * len(words), [nothing] * len(words)
        beginning = {word: phrases for word in set(words) if (phrases := self._entries(word))}
        for index, word in enumerate(words):
            if word not in beginning:
                continue
            phrases = beginning[word]
            begins[index] = phrases.alone
            ends[index] = {**phrases.alone, **ends[index]} if ends[index] else phrases.alone
            following = words[index + 1] if index + 1 < len(words) else ""
            entries = phrases.longer.get(following, [])
            if phrases.stems:
                entries = entries + [one for stem, one in phrases.stems if following.startswith(stem)]
            for tag, size, phrase in entries:
                if not _follows(words, index, phrase):
                    continue
                last = index + size - 1
                begins[index] = {**begins[index], tag: max(size, begins[index].get(tag, 0))}
                ends[last] = {**ends[last], tag: max(size, ends[last].get(tag, 0))}
        return begins, ends

    def _find_entries(self, word: str) -> Entries[Tag] | None:
        """The phrases that may begin with a word; None if none does."""
        entries = list(self._exact.get(word, ()))
        for size in range(1, min(len(word), MAX_STEM) + 1):
            entries += self._stems.get(word[:size], ())
        if not entries:
            return None
        found = Entries[Tag]({entry.tag: 1 for entry in entries if entry.size == 1}, {}, [])
        for entry in entries:
            if entry.size > 1 and entry.words[1].endswith("*"):
                found.stems.append((entry.words[1][:-1], entry))
            elif entry.size > 1:
                found.longer.setdefault(entry.words[1], []).append(entry)
        return found


def _follows(words: Sequence[str], index: int, phrase: tuple[str, ...]) -> bool:
    """Whether a phrase goes on with the words behind its first two."""
    if index + len(phrase) > len(words):
        return False
    for part, word in zip(phrase[2:], words[index + 2 : index + len(phrase)], strict=True):
        if not (word.startswith(part[:-1]) if part.endswith("*") else word == part):
            return False
    return True
