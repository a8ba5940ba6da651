"""Content words: those of a text that say what it names, and how much those near a figure say of it."""

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import StrEnum, auto
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.figures.units import DASHES
from edureport.prose.grammar import load
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import Annotation, Fraction, Mark, Modifier
from edureport.prose.grammar.stems import stem
from edureport.prose.page import Page
from edureport.prose.text.tokens import tokens

# Phrases that do not tell what is counted.
_NEUTRAL = frozenset({
    Mark.MONTH, Mark.YEAR, Mark.PERIOD, Mark.DATEWORD, Mark.TIME_NOUN, Mark.HOUR, Mark.PERCENT, Mark.POINTS,
    Mark.TIMES, Mark.TOTAL, Mark.NUMBER_OF, Mark.OPENER_STRONG, Mark.NOT_NOUN, Mark.CONJ, Mark.JOIN,
    Mark.FROM, Mark.TO, Mark.BY, Mark.IN, Mark.PREP_YEAR, Mark.REST, Mark.ARTICLE, Mark.EACH, Mark.MODAL,
    Mark.ABBREVIATION, Mark.PRESENT, Mark.PLAN, Mark.RISE, Mark.FALL, Mark.REACH,
})  # fmt: skip
_VERBS = frozenset({Mark.DONE, Mark.ADDED, Mark.REMOVED})

Tags = Mapping[Annotation, int]
REACH = 40  # words to either side; what stands further away says nothing
LEAST = 0.04  # a weight below which nothing is looked at
BEHIND, BEFORE = 1.0, 0.9
STEP = 0.97  # each word further away
COMMA, BREAK, JOIN, OTHER = 0.55, 0.35, 0.75, 0.3  # what weighs less beyond a sign, a joint, another figure
EARLIER = 0.25  # the sentence before
# Words that say which of its figures one is, or of when: "the plan is 27, the actual figure 21".
_WHICH = frozenset({Mark.PLAN_NOUN, Mark.OF_PLAN, Mark.FULFILLED, Mark.BETWEEN})


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
    neutral = not (_NEUTRAL.isdisjoint(begins) and _NEUTRAL.isdisjoint(ends))
    if neutral or any(isinstance(tag, Modifier | Fraction) for tag in begins):
        return None
    return WordKind.NOUN if _VERBS.isdisjoint(begins) else WordKind.VERB


class Word(NamedTuple):
    """A word near a figure, and how much it says of it: `near`, from 0 to 1.

    `own` words stand in the clause of this figure alone, `behind` or before it, `close` ones between it
    and its unit; those that are `alone` with it may stand further away in its sentence, if there is no
    other figure on that side. A `verb` says what happened rather than to what; a `place` is what a whole
    report may be about.
    """

    stem: str
    near: float
    own: bool
    alone: bool
    behind: bool
    close: bool
    verb: bool
    place: bool


def context_windows(page: Page, figures: Sequence[Figure], apart: AbstractSet[int]) -> Iterator[list[Word]]:
    """The words around each figure, the nearest occurrence of each stem once.

    `apart` are tokens that say something else, such as when.
    """
    language = page.language.code
    taken = apart | {index for figure in figures for index in range(*figure.span)}
    stating = {figure.span[0]: number for number, figure in enumerate(figures) if figure.states}
    ends = {figure.span[1] - 1: number for number, figure in enumerate(figures) if figure.states}
    units = {index for figure in figures for index in figure.unit_tokens}
    kinds: dict[int, WordKind | None] = {}

    def kind(index: int) -> WordKind | None:
        if index in taken or not page.tokens[index].is_word:
            return None
        if index not in kinds:
            kinds[index] = kind_of(page.language, page.word(index), page.begins[index], page.ends[index])
        return kinds[index]

    def neutral(index: int) -> bool:
        which = not (_WHICH.isdisjoint(page.begins[index]) and _WHICH.isdisjoint(page.ends[index]))
        return which or index in units or kind(index) is None

    for figure in figures:
        best: dict[str, Word] = {}
        unit = figure.unit_span.first if figure.unit_span else figure.span.last
        for index, weight, own, alone, behind in _walk(page, figure, stating, ends, neutral):
            if (named := kind(index)) is None:
                continue
            name = stem(page.word(index), language)
            close = behind and figure.span[1] <= index < unit
            verb, place = named is WordKind.VERB, named is WordKind.PLACE
            if name not in best or best[name].near < weight:
                best[name] = Word(name, weight, own, alone, behind, close, verb, place)
        yield list(best.values())


def _head(page: Page, figure: Figure, ends: Container[int], neutral: Callable[[int], bool]) -> int | None:
    """The sign behind what a sentence names before it says any figure of it; None if it does not.

    «Учащиеся, освоившие основы, – 10», "Enrolment, city schools: the plan is 27, the actual figure 21".
    """
    low, _ = page.bounds(figure.span.first)
    first = figure.first
    dashed = page.word(first - 1) in DASHES
    if dashed and not any(at in ends or page.word(at) == ":" for at in range(low, first)):
        return first - 1 if first - 1 > low else None
    for index in range(first - 1, max(low, first - REACH) - 1, -1):
        if page.word(index) == ":":
            return index if index > low and not any(at in ends for at in range(low, index)) else None
        if not neutral(index):
            return None
    return None


def _walk(
    page: Page,
    figure: Figure,
    stating: Mapping[int, int],
    ends: Mapping[int, int],
    neutral: Callable[[int], bool],
) -> Iterator[tuple[int, float, bool, bool, bool]]:
    """The tokens around a figure with their weights, whose they are, and on which side."""
    first, last = figure.span
    low, high = page.bounds(first)
    behind = range(last, min(high, last + REACH))
    yield from ((*step, True) for step in _fading(page, behind, stating, BEHIND))
    named = _head(page, figure, ends, neutral)
    if named is None:
        before = range(first - 1, max(low, first - REACH) - 1, -1)
        yield from ((*step, False) for step in _fading(page, before, ends, BEFORE))
    else:
        for far, index in enumerate(range(named - 1, max(low, named - REACH) - 1, -1)):
            yield index, BEFORE * STEP**far, True, True, False
    if page.sentence[first] and page.tokens[low].gap != "¶":
        start = page.first[page.sentence[first] - 1]
        for index in range(max(start, low - REACH), low):
            yield index, EARLIER, False, False, False


def _fading(
    page: Page, indices: Sequence[int], figures: Container[int], weight: float
) -> Iterator[tuple[int, float, bool, bool]]:
    """The tokens on one side with weights that fall at each word, sign and other figure.

    With each goes whether it is the figure's own, and whether it is at least no other figure's.
    """
    own, alone = True, not any(index in figures for index in indices)
    for number, index in enumerate(indices):
        word = page.word(index)
        if index in figures:
            weight, own = weight * OTHER, False
        elif word in ",()":
            weight, own = weight * COMMA, False
        elif word in ";:" and (number or word == ";"):  # "Pupils: 1,300"
            weight, own = weight * BREAK, False
        elif page.at(index, Mark.CLAUSE_JOINT):
            weight *= JOIN if number else COMMA  # "and 50": what stands beyond it is another figure's
            own = own and number > 0
        if weight < LEAST:
            return
        yield index, weight, own, own or alone
        weight *= STEP
