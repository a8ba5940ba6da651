"""Report: what one organisation says about one period, as frozen values."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from edureport.message import Foreign, Message, message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.problem import Place

LANGUAGES = ("kk", "ru", "en")
AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")  # ISO 3166
_PLACES = {language: place for place, language in enumerate(LANGUAGES)}
# The languages in the order in which the name of an organisation serves as its id.
_NAMED_FIRST = tuple(sorted(LANGUAGES, key="en".__ne__))


class IndicatorKind(StrEnum):
    """What a figure measures."""

    STOCK = "stock"  # as of the last day of the period
    FLOW = "flow"  # over the period, counted from its first day
    RATIO = "ratio"  # percent and the like


class Better(StrEnum):
    """Which way an indicator should go."""

    HIGHER = "higher"
    LOWER = "lower"


class Flag(StrEnum):
    """What statistics offices say beside a figure (SDMX, code list CL_OBS_STATUS)."""

    ESTIMATED = "estimated"
    PROVISIONAL = "provisional"
    REVISED = "revised"
    BREAK = "break"  # not comparable with the figures before it
    FORECAST = "forecast"
    IMPUTED = "imputed"
    LOW_RELIABILITY = "low_reliability"
    DEFINITION_DIFFERS = "definition_differs"
    NOT_APPLICABLE = "not_applicable"
    SUPPRESSED = "suppressed"  # known, and not published
    MISSING = "missing"
    INCLUDED_ELSEWHERE = "included_elsewhere"


# How a unit can call percentages: in figures as "45 percent", «45 процентов», «45 пайыз» they are one.
PERCENT_WORDS = frozenset(
    ("%", "percent", "per cent", "pct", "процент", "процента", "проценты", "процентов", "пайыз", "пайызы")
)


class Text(NamedTuple):
    """A label or a note: `words` in the order of LANGUAGES; `own` is the language of its report."""

    words: tuple[str | None, ...]
    own: str

    @classmethod
    def of(cls, texts: Mapping[str, str], own: str) -> "Text":
        """What these texts say, each under its language, one of LANGUAGES."""
        return cls(tuple(map(texts.get, LANGUAGES)), own)

    @property
    def texts(self) -> Mapping[str, str]:
        """The text in each language that it has one in."""
        found = zip(LANGUAGES, self.words, strict=True)
        return {language: text for language, text in found if text is not None}

    def speaks(self, language: str) -> bool:
        """Whether it has a text in `language`."""
        return self._in(language) is not None

    def in_language(self, language: str) -> str:
        """The text in `language`, else, as a Foreign, in the report's own or in any that it has."""
        text = self._in(language)
        if text:
            return text
        texts = self.texts
        other = self.own if texts.get(self.own) else next(iter(texts))
        return Foreign(texts[other], other)

    def _in(self, language: str) -> str | None:
        place = _PLACES.get(language)  # the program may speak a language that no report file has
        return None if place is None else self.words[place]


@dataclass(frozen=True)  # without slots: what is found once is kept in it
class Unit:
    """What is counted; `forms` holds, by language, its forms by CLDR plural category.

    `whole` says that it comes in whole numbers only; money and hectares do not.
    """

    key: str
    forms: Mapping[str, Mapping[str, str]]
    own: str
    whole: bool = True

    @cached_property
    def is_percent(self) -> bool:
        """Whether figures in this unit are percentages, whose differences are percentage points."""
        words = (word for forms in self.forms.values() for word in forms.values())
        return any(" ".join(word.casefold().split()) in PERCENT_WORDS for word in words)

    def same_as(self, other: "Unit") -> bool:
        """Whether figures in both can be set side by side: units of one key, or both percentages."""
        return self.key == other.key or (self.is_percent and other.is_percent)

    def speaks(self, language: str) -> bool:
        """Whether it has forms in `language`; the sign % is in all of them."""
        return language in self.forms or any("%" in forms.values() for forms in self.forms.values())

    def in_language(self, language: str) -> Mapping[str, str]:
        """The plural forms in `language`, else, as Foreign, in the report's own language or in any."""
        forms = self.forms.get(language)
        if forms:
            return forms
        other = self.own if self.forms.get(self.own) else next(iter(self.forms))
        return {category: Foreign(form, other) for category, form in self.forms[other].items()}


class Section(NamedTuple):
    """A part of the report, in its order."""

    key: str
    label: Text


class Category(NamedTuple):
    """The part of an indicator that an observation is about."""

    dimension: str
    member: str


class Breakdown(NamedTuple):
    """A way to split an indicator, or the part `of` it; `complete`: the members are all there are.

    The key of one that splits a part starts with that part: `ownership/private/level`.
    """

    key: str
    label: Text | None
    complete: bool
    members: Mapping[str, Text]
    of: Category | None = None
    beside_others: bool = False  # of the same whole


class Skip(NamedTuple):
    """A finding of a check that is known, and why it is none to mend."""

    check: str
    because: Text
    place: Place


class PercentOf(NamedTuple):
    """What a percentage is of: indicators by their keys, or a target in place of the whole."""

    part: str | None
    whole: str | None
    target: str | None


class Observation(NamedTuple):
    """A figure that a report states: of an indicator (or a part of it) for a period."""

    period: Period
    quantity: Quantity
    place: Place
    category: Category | None = None
    as_written: str | None = None  # the words of the source
    where: Mapping[str, str] | None = None  # sentence, page, paragraph, table: where they stand
    all_of: str | None = None  # the indicator that this is all of, by the words of the source
    flags: tuple[Flag, ...] = ()
    footnotes: tuple[Text, ...] = ()  # of the table that it stands in


class Blank(NamedTuple):
    """A figure without a value; flags may say why, `at` is how many observations stand before it."""

    place: Place
    category: Category | None
    at: int
    as_written: str | None = None
    flags: tuple[Flag, ...] = ()
    footnotes: tuple[Text, ...] = ()


_BESIDE = re.compile(r"\.(baseline|earlier\.\d[^.]*)\.value\Z")  # figures that are not those of the period


class Gap(NamedTuple):
    """What a report file leaves empty: its key with those above it, as in schools.value."""

    key: str
    place: Place

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure of the period or a plan, and no text, date, earlier figure or the like."""
        return self.key.endswith(".value") and not _BESIDE.search(self.key)


class Figures(tuple[Observation, ...]):  # noqa: SLOT001  # what is found once is kept in it
    """The figures of an indicator, found by part without a search through many of them."""

    FEW = 30  # in which a search takes no longer than to find them by part, and nothing has to be kept

    def of_part(self, category: Category) -> Observation | None:
        """The figure of a part; the first where there are several."""
        if len(self) <= self.FEW:
            return next((figure for figure in self if figure.category == category), None)
        return self._by_category.get(category)

    def of_breakdown(self, dimension: str) -> tuple[Observation, ...]:
        """The figures of the members of a breakdown, in their order."""
        if len(self) <= self.FEW:
            return tuple(one for one in self if one.category and one.category.dimension == dimension)
        return self._by_dimension.get(dimension, ())

    @cached_property
    def _by_category(self) -> Mapping[Category, Observation]:
        parts = (figure for figure in reversed(self) if figure.category)
        return {figure.category: figure for figure in parts if figure.category}

    @cached_property
    def _by_dimension(self) -> Mapping[str, tuple[Observation, ...]]:
        dimensions: dict[str, list[Observation]] = {}
        for figure in self:
            if figure.category:
                dimensions.setdefault(figure.category.dimension, []).append(figure)
        return {dimension: tuple(figures) for dimension, figures in dimensions.items()}


class Indicator(NamedTuple):
    """Something that is observed again and again, and what this report says of it."""

    key: str
    label: Text
    section: Section | None
    unit: Unit
    kind: IndicatorKind
    better: Better | None
    breakdowns: Mapping[str, Breakdown]
    observations: Figures
    note: Text | None
    period: Period
    place: Place
    of: PercentOf | None = None
    skip: tuple[Skip, ...] = ()
    blanks: tuple[Blank, ...] = ()

    @property
    def is_ratio(self) -> bool:
        """Whether its figures change in points and not in percent."""
        return self.kind is IndicatorKind.RATIO or self.unit.is_percent

    @property
    def entries(self) -> Iterator[Observation | Blank]:
        """Its observations, and what has no value in its place among them, in the order of the file."""
        stated = iter(self.observations)
        passed = 0
        for blank in self.blanks:
            yield from islice(stated, blank.at - passed)
            passed = blank.at
            yield blank
        yield from stated

    @property
    def observation(self) -> Observation | None:
        """The figure for the report's own period, if the report states one."""
        own = self.period
        for one in self.observations:
            if one.category is None and (one.period is own or one.period == own):
                return one
        return None

    @property
    def value(self) -> Quantity | None:
        """The quantity of that figure."""
        observation = self.observation
        return observation.quantity if observation else None

    def parts(self, dimension: str) -> tuple[Observation, ...]:
        """The figures of the members of a breakdown, for the report's own period."""
        return self.observations.of_breakdown(dimension)

    def figure(self, category: Category | None) -> Observation | None:
        """The figure of a part, or without one of the whole, for the report's own period."""
        if category is None:
            return self.observation
        return self.observations.of_part(category)

    def whole_of(self, category: Category) -> Observation | None:
        """The figure that this part is a part of."""
        return self.figure(self.breakdowns[category.dimension].of)

    def label_of(self, category: Category | None) -> Text:
        """The label of the indicator, or of the part that `category` names."""
        if category is None:
            return self.label
        return self.breakdowns[category.dimension].members[category.member]

    def name_of(self, category: Category | None) -> Text | Message:
        """What a figure is about, for a message: a part is named after its whole."""
        if category is None:
            return self.label
        return message("part", whole=self.label, part=self.label_of(category))

    def has(self, category: Category | None) -> bool:
        """Whether there is such a part of it; the whole there always is."""
        known = category and self.breakdowns.get(category.dimension)
        return category is None or bool(known and category.member in known.members)

    def names(self) -> Iterator[Text]:
        """Its label, and what its breakdowns and their members are called."""
        yield self.label
        for breakdown in self.breakdowns.values():
            yield from breakdown.members.values()
            if breakdown.label is not None:
                yield breakdown.label

    def is_like(self, other: "Indicator") -> bool:
        """Whether figures of both can be set side by side: in one unit, and of one kind."""
        return self.unit.same_as(other.unit) and self.kind is other.kind


def categories_of(*indicators: Indicator | None) -> list[Category | None]:
    """The whole, then the parts that any of the indicators has."""
    parts = (
        Category(dimension, member)
        for indicator in indicators
        for dimension, breakdown in (indicator.breakdowns if indicator else {}).items()
        for member in breakdown.members
    )
    return list(dict.fromkeys((None, *parts)))


class Baseline(NamedTuple):
    """Where a target starts from."""

    quantity: Quantity
    date: date


class Target(NamedTuple):
    """A value that an indicator is meant to reach, by `due` where that is stated.

    With `category` it is one of a part of the indicator; a flow counts `since` a day, where one is stated.
    """

    key: str
    label: Text
    indicator: Indicator
    quantity: Quantity
    due: date | None
    baseline: Baseline | None
    milestones: Mapping[date, Quantity]
    as_written: str | None
    where: Mapping[str, str] | None
    note: Text | None
    place: Place
    skip: tuple[Skip, ...] = ()
    category: Category | None = None
    since: date | None = None

    @property
    def stated_for(self) -> Period:
        """The period of the report that states it."""
        return self.indicator.period


class Source(NamedTuple):
    """Where the figures were published; `licence` is its SPDX identifier, or its address."""

    title: Text | None
    published: date | None
    url: str | None
    licence: str | None = None


@dataclass(frozen=True)  # without slots: what is found once is kept in it
class Report:
    """What one organisation says about one period. `report["schools"]` is its indicator `schools`."""

    id: str
    organisation: Text
    area: str | None  # ISO 3166-2
    period: Period
    language: str
    source: Source | None
    units: Mapping[str, Unit]
    sections: Mapping[str, Section]
    indicators: Mapping[str, Indicator]
    targets: Mapping[str, Target]
    path: str
    organisation_id: str | None = None
    replaced: tuple[Message, ...] = ()  # what another report on the period says otherwise, and does not count
    other_paths: tuple[str, ...] = ()  # of reports on the same period that this one was joined with
    gaps: tuple["Gap", ...] = ()  # what is still to be filled in

    @cached_property
    def body(self) -> str:
        """The organisation as machines name it, the same in every language: its id, else its name."""
        name = self.organisation
        named = next(language for language in _NAMED_FIRST if name.speaks(language))
        return self.organisation_id or identifier_of(name.texts[named]) or "-"

    @property
    def published(self) -> date | None:
        """When it was published, where that is stated."""
        return self.source.published if self.source else None

    @property
    def paths(self) -> tuple[str, ...]:
        """Every file that it was read from."""
        return (self.path, *self.other_paths)

    def same_organisation(self, other: "Report") -> bool:
        """Whether both give the same id, or where not both have one the same name in some language."""
        if self.organisation_id and other.organisation_id:
            return self.organisation_id == other.organisation_id
        names = self.organisation.texts
        return any(names.get(language) == name for language, name in other.organisation.texts.items())

    def __getitem__(self, key: str) -> Indicator:
        return self.indicators[key]

    def __contains__(self, key: str) -> bool:
        return key in self.indicators

    def __iter__(self) -> Iterator[str]:
        return iter(self.indicators)

    def __len__(self) -> int:
        return len(self.indicators)

    def names(self) -> Iterator[Text | Unit]:
        """Everything that has a name in the report's languages."""
        yield self.organisation
        yield from self.units.values()
        for section in self.sections.values():
            yield section.label
        for indicator in self.indicators.values():
            yield from indicator.names()
        for target in self.targets.values():
            yield target.label

    @property
    def observations(self) -> Iterator[tuple[Indicator, Observation]]:
        """Every figure of the report with its indicator, in the order of the file."""
        for indicator in self.indicators.values():
            for observation in indicator.observations:
                yield indicator, observation


def identifier_of(name: str) -> str:
    """A name as an id: its words in small letters with hyphens between them; empty if it has none."""
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")
