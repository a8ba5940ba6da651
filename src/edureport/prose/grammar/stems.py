"""Stems: what the forms of a word share, so that «мектептерінде» meets «мектептер».

What is left need not be a word, and words of one stem may differ in meaning: stems are evidence.
"""

from functools import cache, lru_cache

from edureport.prose.grammar import load
from edureport.prose.text.tokens import tokens


def stems(text: str, code: str) -> list[str]:
    """The stems of the words of a text, in order."""
    latin = load(code).latin
    return [stem(token.text, code) for token in tokens(text, latin=latin) if token.is_word]


@lru_cache(maxsize=50_000)
def stem(word: str, code: str) -> str:
    """The stem of a folded word, as `tokens` gives it, in the language of this code."""
    return load(code).stem(word)


@cache
def synonyms(code: str) -> dict[str, frozenset[str]]:
    """For a stem those of other words for the same thing; some are wider, so that a synonym is worth less."""
    groups: dict[str, frozenset[str]] = {}
    for words in load(code).synonyms().split(";"):
        group = frozenset(stems(words, code))
        for stem in group:
            groups[stem] = groups.get(stem, frozenset()) | group - {stem}
    return groups
