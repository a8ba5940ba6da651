"""Surroundings: the words around a figure, each with how much it says of what the figure counts."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Fraction, Mark, Modifier
from edureport.prose.grammar.stems import stem
from edureport.prose.page import Page

REACH = 40  # words to either side; what stands further away says nothing
NEAR = 5  # words between a number and its unit
LEAST = 0.04  # a weight below which nothing is looked at
BEHIND, BEFORE = 1.0, 0.9
STEP = 0.97  # each word further away
COMMA, BREAK, JOIN, OTHER = 0.55, 0.35, 0.75, 0.3  # what weighs less beyond a sign, a joint, another figure
EARLIER = 0.25  # the sentence before

# Phrases that do not tell what is counted.
_NEUTRAL = frozenset(
    {
        Mark.MONTH,
        Mark.YEAR,
        Mark.PERIOD,
        Mark.DATEWORD,
        Mark.TIME_NOUN,
        Mark.HOUR,
        Mark.PERCENT,
        Mark.POINTS,
        Mark.TIMES,
        Mark.TOTAL,
        Mark.NUMBER_OF,
        Mark.OPENER_STRONG,
        Mark.NOT_NOUN,
        Mark.CONJ,
        Mark.JOIN,
        Mark.FROM,
        Mark.TO,
        Mark.BY,
        Mark.IN,
        Mark.PREP_YEAR,
        Mark.REST,
        Mark.ARTICLE,
        Mark.EACH,
        Mark.ABBREVIATION,
        Mark.PRESENT,
        Mark.PLAN,
        Mark.RISE,
        Mark.FALL,
        Mark.REACH,
        Mark.MODAL,
    }
)
_VERBS = frozenset({Mark.DONE, Mark.ADDED, Mark.REMOVED})


class Word(NamedTuple):
    """A word near a figure, and how much it says of it: `near`, from 0 to 1.

    `own` words stand in the clause of this figure alone, `behind` or before it, `close` ones between it
    and its unit. A `verb` tells what happened rather than to what; a `place` is what a whole report may
    be about.
    """

    stem: str
    near: float
    own: bool
    behind: bool
    close: bool
    verb: bool
    place: bool


def surroundings(page: Page, figures: Sequence[Figure], apart: AbstractSet[int]) -> Iterator[list[Word]]:
    """The words around each figure, the nearest occurrence of each stem once.

    `apart` are tokens that say something else, such as when.
    """
    language = page.language.code
    taken = apart | {place for figure in figures for place in range(*figure.span)}
    stating = {figure.span[0]: number for number, figure in enumerate(figures) if figure.states}
    ends = {figure.span[1] - 1: number for number, figure in enumerate(figures) if figure.states}
    kinds = _Kinds(page)
    for figure in figures:
        best: dict[str, Word] = {}
        unit = _unit_of(page, figure)
        for place, weight, own, behind in _walk(page, figure, stating, ends):
            if place in taken or not (kind := kinds.of(place)):
                continue
            name = stem(page.word(place), language)
            close = behind and figure.span[1] <= place < unit
            found = Word(name, weight, own, behind, close, kind == "verb", kind == "place")
            if found.stem not in best or best[found.stem].near < weight:
                best[found.stem] = found
        yield list(best.values())


def _unit_of(page: Page, figure: Figure) -> int:
    """Where the unit of a figure stands behind it; at the figure, if it does not."""
    last = figure.span[1]
    name = stem(figure.unit, page.language.code) if figure.unit else None
    for place in range(last, min(last + NEAR, len(page.tokens))):
        if stem(page.word(place), page.language.code) == name:
            return place
    return last


def content(text: str, code: str) -> list[str]:
    """The stems of the words of a label that say what it names."""
    page = Page.of(text, code)
    kinds = _Kinds(page)
    found = [place for place in range(len(page.tokens)) if kinds.of(place)]
    # A label that is all neutral words, «Жалпы саны», is at least itself.
    places = found or [place for place, token in enumerate(page.tokens) if token.is_word]
    return [stem(page.word(place), code) for place in places]


class _Kinds:
    """What kind of word stands at a token."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._neutral = page.language.stop_words()
        self._places = page.language.place_words()
        self._found: dict[int, str] = {}

    def of(self, place: int) -> str:
        """A noun, a verb, a place, or nothing for what says nothing of what is counted."""
        if place not in self._found:
            self._found[place] = self._kind(place)
        return self._found[place]

    def _kind(self, place: int) -> str:
        page = self._page
        if not page.tokens[place].is_word or page.word(place) in self._neutral:
            return ""
        if page.word(place) in self._places:
            return "place"
        tags = page.begins[place].keys()
        if not _NEUTRAL.isdisjoint(tags) or not _NEUTRAL.isdisjoint(page.ends[place]):
            return ""
        if any(isinstance(tag, Modifier | Fraction) for tag in tags):
            return ""
        return "noun" if _VERBS.isdisjoint(tags) else "verb"


def _walk(
    page: Page, figure: Figure, stating: Mapping[int, int], ends: Mapping[int, int]
) -> Iterator[tuple[int, float, bool, bool]]:
    """The tokens around a figure with their weights, whether they are its own, and on which side."""
    first, last = figure.span
    low, high = page.bounds(first)
    behind = range(last, min(high, last + REACH))
    before = range(first - 1, max(low, first - REACH) - 1, -1)
    yield from ((*found, True) for found in _fading(page, behind, stating, BEHIND))
    yield from ((*found, False) for found in _fading(page, before, ends, BEFORE))
    if page.sentence[first] and page.tokens[low].gap != "¶":
        start = page.first[page.sentence[first] - 1]
        for place in range(max(start, low - REACH), low):
            yield place, EARLIER, False, False


def _fading(
    page: Page, places: Iterable[int], figures: Container[int], weight: float
) -> Iterator[tuple[int, float, bool]]:
    """The tokens on one side with weights that fall at each word, sign and other figure."""
    own = True
    for number, place in enumerate(places):
        word = page.word(place)
        if place in figures:
            weight, own = weight * OTHER, False
        elif word in ",()":
            weight, own = weight * COMMA, False
        elif word in ";:" and (number or word == ";"):  # "Pupils: 1,300"
            weight, own = weight * BREAK, False
        elif page.at(place, Mark.CLAUSE_JOINT):
            weight *= JOIN if number else COMMA  # "and 50": what stands beyond it is another figure's
            own = own and number > 0
        if weight < LEAST:
            return
        yield place, weight, own
        weight *= STEP
