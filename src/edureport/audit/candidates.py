"""Candidates: everything in the data that a figure of a text can be about, with the words for it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from edureport.model.interval import NEAREST
from edureport.model.library import Library
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Observation, Report, Target, Text, categories_of
from edureport.prose import grammar, read
from edureport.prose.content import content
from edureport.prose.page import Page
from edureport.prose.text.tokens import tokens

Stems = frozenset[str]


class Candidate(NamedTuple):
    """An indicator, a part of one, or a target; `series` holds its figures, a target has none.

    `descriptions` are ways to name it: its label, and the words of the source that it quotes. Words of
    `topic` may stand beside it without making it something else. `scale` is the power of ten of its
    unit: a text writes "58 million tenge" of 58 in "million tenge". `organisation` is whose data it is of.
    """

    indicator: Indicator
    category: Category | None
    target: Target | None
    series: tuple[Observation, ...]
    label: Text
    descriptions: tuple[Stems, ...]
    topic: Stems
    unit: Stems
    scale: int = 0
    organisation: str = ""

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
