"""The figures of a running text: what each states, of when, and which of them follow from others."""

from typing import TYPE_CHECKING

from edureport.prose import grammar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from edureport.model.quantity import Quantity
    from edureport.prose.cells import TextCell
    from edureport.prose.reading import Reading

LANGUAGES = grammar.codes()

# What reads is imported when called for, and so are the words of a language: most runs read no prose.


def read(text: str, language: str, cells: "Sequence[TextCell]" = ()) -> "Reading":
    """A text in a language of LANGUAGES; each stage of its reading is made when it is asked for.

    `cells` are those of its tables, in its order.
    """
    from edureport.prose.reading import Reading

    return Reading(text, language, cells)


def language_of(text: str) -> str | None:
    """The language of LANGUAGES that a text is written in; None if its letters cannot be read."""
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
