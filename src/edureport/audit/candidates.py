"""Candidates: all in the data that a figure of a text can be about, and why it may be something else."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from edureport.model.interval import NEAREST
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import (
    Category,
    Indicator,
    IndicatorKind,
    Observation,
    Report,
    Target,
    Text,
    categories_of,
)
from edureport.prose import grammar, read
from edureport.prose.content import content
from edureport.prose.figures.figure import Figure, FigureKind, Mode
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.grammar.stems import stem
from edureport.prose.page import BREAKS, Page
from edureport.prose.text.tokens import tokens

Stems = frozenset[str]


class Candidate(NamedTuple):
    """An indicator, a part of one, or a target."""

    indicator: Indicator
    category: Category | None
    target: Target | None
    series: tuple[Observation, ...]  # its figures; a target has none
    label: Text
    descriptions: tuple[Stems, ...]  # ways to name it: its label, and the words of the source that it quotes
    topic: Stems  # words that may stand beside it without making it something else
    unit: Stems
    scale: int = 0  # the power of ten of its unit: a text writes "58 million" of 58 in "million tenge"
    organisation: str = ""  # whose data it is of

    def unscaled(self, quantity: Quantity) -> Quantity:
        """A quantity of the data without the power of ten of its unit: 5 "thousand tenge" are 5,000."""
        return scaled(quantity, self.scale) if self.scale else quantity

    @property
    def name(self) -> Text:
        """What is counted, as its table calls it: a target by its indicator."""
        return self.label if self.target is None else self.indicator.label_of(self.target.category)

    @property
    def has_share(self) -> bool:
        """Whether it has percentages of a whole: those of a part, and of all there are."""
        return self.category is not None or any(figure.all_of is not None for figure in self.series)

    @property
    def key(self) -> str:
        """Its name for machines: that of the target, or of the indicator with the part."""
        if self.target is not None:
            return self.target.key
        category, key = self.category, self.indicator.key
        return f"{key}/{category.dimension}/{category.member}" if category else key

    @property
    def words(self) -> Stems:
        """Every word that belongs to it."""
        return self.topic.union(self.unit, *self.descriptions)


def scaled(quantity: Quantity, scale: int) -> Quantity:
    """A quantity times a power of ten, with its precision."""
    upper, precision = (one and one.scaleb(scale, NEAREST) for one in (quantity.upper, quantity.precision))
    return replace(quantity, stated=quantity.stated.scaleb(scale, NEAREST), upper=upper, precision=precision)


def candidates(reports: Sequence[Report], language: str) -> list[Candidate]:
    """All of them, named in the language of the text as far as the reports have names in it."""
    result: list[Candidate] = []
    for library in Library.by_organisation(reports):
        for indicator in library.indicators():
            result += _of_indicator(library, indicator, language)
        result += [_of_target(target, library.latest, language) for target in library.targets()]
    return result


def setting(reports: Sequence[Report], language: str) -> Stems:
    """The words of what the reports are about as a whole: the names of their organisations."""
    return frozenset[str]().union(*(_stems(report.organisation, language) for report in reports))


def _of_indicator(library: Library, indicator: Indicator, language: str) -> Iterator[Candidate]:
    own, unit, scale = library.latest, _unit(indicator, language), _scale(indicator, language)
    known = library.every_series(indicator.key, like=indicator)
    common, named = _topic(indicator, language), _stems(indicator.label, language)
    dimensions = {
        key: _stems(one.label, language) if one.label else frozenset[str]()
        for key, one in indicator.breakdowns.items()
    }
    for category in categories_of(indicator):
        series = known.get(category, ())
        label = indicator.label_of(category)
        quoted = [figure.as_written for figure in series if figure.as_written]
        topic = common if category is None else common | named | dimensions[category.dimension]
        above = indicator.breakdowns[category.dimension].of if category else None
        while above is not None:  # a part of a part is called by the larger one, too
            topic |= _stems(indicator.label_of(above), language) | dimensions[above.dimension]
            above = indicator.breakdowns[above.dimension].of
        names = _descriptions(label, quoted, unit, own.language, language)
        yield Candidate(indicator, category, None, series, label, names, topic, unit, scale, own.body)


def _of_target(target: Target, report: Report, language: str) -> Candidate:
    indicator = target.indicator
    quoted = [target.as_written] if target.as_written else []
    unit = _unit(indicator, language)
    named = _descriptions(target.label, quoted, unit, report.language, language)
    counted = _stems(indicator.label, language)
    if target.category is not None:
        part = _stems(indicator.label_of(target.category), language)
        named, counted = (*named, part), counted | part
    topic = _topic(indicator, language) | (_stems(target.note, language) if target.note else frozenset())
    label, scale = target.label, _scale(indicator, language)
    return Candidate(indicator, None, target, (), label, (*named, counted), topic, unit, scale, report.body)


def _descriptions(
    label: Text, quoted: Sequence[str], unit: Stems, own: str, language: str
) -> tuple[Stems, ...]:
    """The label, and what is quoted in the language of the text if it says more than the unit."""
    named = [_stems(label, language)]
    if own == language:
        named += [words for quotation in quoted if not (words := _quoted(quotation, language)) <= unit]
    return tuple(stems for stems in named if stems)


def _quoted(words: str, language: str) -> Stems:
    """The words of a quotation without its figures."""
    for figure in reversed(read(words, language).figures):
        words = f"{words[: figure.start]} {words[figure.end :]}"
    return frozenset(content(words, language))


def _topic(indicator: Indicator, language: str) -> Stems:
    texts = [indicator.note, indicator.section.label if indicator.section else None]
    return frozenset[str]().union(*(_stems(text, language) for text in texts if text))


def _stems(text: Text, language: str) -> Stems:
    """The words of a name; none if it has none in that language."""
    return frozenset(content(text.in_language(language), language)) if text.speaks(language) else frozenset()


def _unit(indicator: Indicator, language: str) -> Stems:
    unit = indicator.unit
    if not unit.speaks(language):
        return frozenset()
    page = [Page.of(form, language) for form in unit.in_language(language).values()]
    return frozenset(stem for form in page for stem in content(form.text, language))


def _scale(indicator: Indicator, language: str) -> int:
    """The power of ten that the unit begins with: "million tenge"."""
    unit = indicator.unit
    named = language if language in unit.forms else next(iter(unit.forms))
    return max((scale_of(form, named) for form in unit.forms[named].values()), default=0)


def scale_of(unit: str, language: str) -> int:
    """The power of ten that words for a unit begin with; 0 if they begin with none."""
    speech = grammar.load(language)
    first = next(iter(tokens(unit, latin=speech.latin)), None)
    known = first and speech.multipliers.get(first.text)
    return known.power if known else 0


class Doubt(StrEnum):
    """A reason why another value does not contradict the data."""

    WEAK_MATCH = "weak_match"  # too few of its words belong to what it seems to be about
    RIVALS = "rivals"  # something else in the data fits as well
    OTHER_UNIT = "other_unit"  # something else fits less well, but is counted in another unit
    EVENT = "event"  # the text tells what happened, "17 were built", and the data what there is
    FOREIGN_WORD = "foreign_word"  # a word between the number and its unit is none of the data's
    RESTRICTED = "restricted"  # a word of its clause is none of the data's: "43 schools sing"
    WHOLE_UNNAMED = "whole_unnamed"  # "40% live in towns": of what is not said
    REPEATED = "repeated"  # two figures of the text that differ would state the same thing
    NEGATION = "negation"  # the clause says what is not
    QUESTION = "question"  # the sentence asks whether it is so
    OTHER_NAME = "other_name"  # the sentence or the title names somebody or some place that the data do not
    OTHER_NUMBER = "other_number"  # the data name it with a number that the text has not: "grade 4"
    COUNTED_INSIDE = "counted_inside"  # "in 5 schools" there is something else
    OTHER_TIME = "other_time"  # it may be of another time
    PART = "part"  # it is a part of another figure, and the data have no such part of that
    SOME = "some"  # a part is taken from it, so that it may be some of all there are: "of the 18 schools, 7"


_LEVELS = (Mark.NUMBER_OF, Mark.REACH, Mark.PLAN_NOUN)
OPENING = frozenset(["«", '"', "“", ".", ":"])  # behind which any word may have a capital
NUMBER = re.compile(r"\d+")
MOST_CAPITALS = 0.5  # of the words of a title; in one of more they are no names


def doubts_of(
    page: Page, figure: Figure, candidate: Candidate | None, known: Callable[[str], bool]
) -> Iterator[Doubt]:
    """Why the sentence of a figure leaves open that it is about all that the candidate is.

    `known` says whether a stem is a word of the data; a word with a capital that they do not know may be
    the name of another place.
    """
    if _denies(page, figure):
        yield Doubt.NEGATION
    if page.asks(figure.span.first):
        yield Doubt.QUESTION
    if any(not known(name) for name in _capitals(page, figure.sentence)):
        yield Doubt.OTHER_NAME
    if candidate is None:
        return
    counted = figure.quantity if figure.kind is FigureKind.FIGURE else None
    broken = counted is not None and counted.stated != counted.stated.to_integral_value()
    if broken and candidate.indicator.unit.whole and not candidate.scale:  # 22.7 births are a rate
        yield Doubt.OTHER_UNIT
    others = page.between(*page.extents[figure.sentence]).replace(figure.words, " ", 1)
    if numbered_otherwise(candidate, others, page.language.code):
        yield Doubt.OTHER_NUMBER
    stock, planned = candidate.indicator.kind is IndicatorKind.STOCK, candidate.target is not None
    if stock and planned and not _is_level(page, figure):
        yield Doubt.EVENT
    if stock and not planned and _inside(page, figure):
        yield Doubt.COUNTED_INSIDE


def numbered_otherwise(candidate: Candidate, text: str, language: str) -> bool:
    """Whether the name of a candidate has a number that a text has not."""
    return not set(NUMBER.findall(candidate.name.in_language(language))) <= set(NUMBER.findall(text))


def names_others_in_title(page: Page, known: Callable[[str], bool]) -> bool:
    """Whether the title names somebody or some place that the data do not know."""
    if not page.tokens:
        return False
    words = [token for token in page.tokens[: page.first[1]] if token.is_word]
    capitals = sum(token.capital for token in words)
    return capitals <= MOST_CAPITALS * len(words) and any(not known(name) for name in _capitals(page, 0))


def is_comparison(page: Page, figure: Figure) -> bool:
    """Whether another figure is compared with this one: "against 187", "up from 5", not "more than 300"."""
    before = figure.span[0] - 1
    return page.till(before, Mark.AGAINST) > 0 and not page.modifier_till(before, Slot.BEFORE)


def _capitals(page: Page, sentence: int) -> Iterator[str]:
    """The stems of the words of a sentence that begin with a capital, but for the first word."""
    first, last = page.first[sentence], page.first[sentence + 1]
    for index in range(first + 1, last):
        token = page.tokens[index]
        named = token.capital and token.is_word and len(token.text) > 2
        if named and not page.at(index, Mark.MONTH) and page.word(index - 1) not in OPENING:
            yield stem(token.text, page.language.code)


def _denies(page: Page, figure: Figure) -> bool:
    """Whether the clause of a figure says what is not."""
    words = list(_clause(page, figure))
    denying = (page.at(index, Mark.DENIES) and not page.modifier_at(index, Slot.BEFORE) for index in words)
    return any(denying) or any(page.language.denies(page.word(index)) for index in words)


def _clause(page: Page, figure: Figure) -> Iterator[int]:
    """The words around a figure up to the next signs."""
    low, high = page.bounds(figure.span[0])
    for indices in (range(figure.span[1], high), range(figure.span[0] - 1, low - 1, -1)):
        for index in indices:
            if page.word(index) in BREAKS or page.word(index) in {",", ":"}:
                break
            yield index


def _is_level(page: Page, figure: Figure) -> bool:
    """Whether a plan says how many there are to be, not how many are to come: «ещё 5 школ»."""
    words = range(*page.bounds(figure.span[0]))
    return figure.mode is Mode.TO or page.any_at(words, *_LEVELS)


def _inside(page: Page, figure: Figure) -> bool:
    """Whether a figure counts places: «5 мектепте», «в 5 школах», "in 5 schools"."""
    if not page.language.head_final:
        return page.at(figure.span.first - 1, Mark.INSIDE) > 0
    unit = figure.unit_span
    return unit is not None and page.language.has_case(page.word(unit.last - 1), Ending.LOCATIVE)
