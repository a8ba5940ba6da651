"""Content words: those of a text that say what it names, and what each may name."""

from collections.abc import Mapping
from enum import StrEnum, auto

from edureport.prose.grammar import load
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Annotation, Fraction, Mark, Modifier
from edureport.prose.grammar.stems import stem
from edureport.prose.text.tokens import tokens

# Phrases that do not tell what is counted.
_NEUTRAL = frozenset(
    {Mark.MONTH, Mark.YEAR, Mark.PERIOD, Mark.DATEWORD, Mark.TIME_NOUN, Mark.HOUR, Mark.PERCENT,
     Mark.POINTS, Mark.TIMES, Mark.TOTAL, Mark.NUMBER_OF, Mark.OPENER_STRONG, Mark.NOT_NOUN, Mark.CONJ,
     Mark.JOIN, Mark.FROM, Mark.TO, Mark.BY, Mark.IN, Mark.PREP_YEAR, Mark.REST, Mark.ARTICLE, Mark.EACH,
     Mark.ABBREVIATION, Mark.PRESENT, Mark.PLAN, Mark.RISE, Mark.FALL, Mark.REACH, Mark.MODAL}
)  # fmt: skip
_VERBS = frozenset({Mark.DONE, Mark.ADDED, Mark.REMOVED})

Tags = Mapping[Annotation, int]


class WordKind(StrEnum):
    """What a word near a figure may name."""

    NOUN = auto()
    VERB = auto()
    PLACE = auto()


def words_of(text: str, code: str) -> list[tuple[str, WordKind]]:
    """The stems of the words of a text that say what it names, and what each may name."""
    language = load(code)
    words = [token.text for token in tokens(text, latin=language.latin)]
    marks = zip(words, *language.phrases.mark(words), strict=True)
    kinds = ((word, kind_of(language, word, *tags)) for word, *tags in marks if word[0].isalpha())
    return [(stem(word, code), kind) for word, kind in kinds if kind]


def content(text: str, code: str) -> list[str]:
    """The stems of the words of a label that say what it names."""
    if counted := words_of(text, code):
        return [word for word, _ in counted]
    # A label that is all neutral words, «Жалпы саны», is at least itself.
    words = (token.text for token in tokens(text, latin=load(code).latin))
    return [stem(word, code) for word in words if word.isalpha()]


def kind_of(language: Language, word: str, begins: Tags, ends: Tags) -> WordKind | None:
    """The kind of a word by itself and its marks; None of what says nothing of what is counted."""
    if word in language.stop_words:
        return None
    if word in language.place_words:
        return WordKind.PLACE
    if not _NEUTRAL.isdisjoint(begins) or not _NEUTRAL.isdisjoint(ends):
        return None
    if any(isinstance(tag, Modifier | Fraction) for tag in begins):
        return None
    return WordKind.NOUN if _VERBS.isdisjoint(begins) else WordKind.VERB
