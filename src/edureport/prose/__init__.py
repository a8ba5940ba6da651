"""Figures read from running text: what each states, of when it is, and which follow from others."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edureport.model.period import Period
    from edureport.model.quantity import Quantity
    from edureport.prose.figures.figure import Figure
    from edureport.prose.relations.relations import Group
    from edureport.prose.text.sentences import Sentence
    from edureport.prose.times.times import Time

LANGUAGES = ("en", "kk", "ru")

# What reads is imported when called for, and so are the words of a language: most runs read no prose.


def read(text: str, language: str) -> "list[Figure]":
    """Every number of a text in a language of LANGUAGES, in order, classified; see `Figure`."""
    from edureport.prose.figures import figures

    return figures.read(text, language)


def groups(text: str, figures: "Sequence[Figure]", language: str) -> "list[Group]":
    """Which of the figures that `read` found belong together, and whether they follow from one another."""
    from edureport.prose.relations import relations

    return relations.groups(text, figures, language)


def sentences(text: str, language: str) -> "list[Sentence]":
    """The sentences of a text as offsets, numbered as in the figures of `read`."""
    from edureport.prose.text import sentences as splitting

    return splitting.sentences(text, language)


def times_in(text: str, language: str, own: "Period | None" = None) -> "list[Time]":
    """The times that a text names, in order; `own` is the period of the report."""
    from edureport.prose.times import times

    return times.times(text, language, own)


def time_of(
    text: str, figures: "Sequence[Figure]", language: str, own: "Period | None" = None
) -> "list[Time | None]":
    """For each figure that `read` found in the text the time that it is about; None if that is not sure."""
    from edureport.prose.times import assignment

    return assignment.time_of(text, figures, language, own)


def reporting_period(text: str, language: str) -> "Period | None":
    """The period that a report as a whole is about; None if its text does not tell."""
    from edureport.prose.times import assignment

    return assignment.reporting_period(text, language)


def language_of(text: str) -> str:
    """The language of LANGUAGES that a text is written in."""
    from edureport.prose.grammar import detection

    return detection.language_of(text)


def quantity_of(words: str, language: str, *, counted: bool = False) -> "Quantity | None":
    """The one quantity that a short phrase states; None if it states none or several."""
    from edureport.prose import phrase

    return phrase.quantity_of(words, language, counted=counted)


def says_all(words: str, language: str) -> bool:
    """Whether a short phrase claims all there are, without a number: «барлық мектептерде»."""
    from edureport.prose import phrase

    return phrase.says_all(words, language)
