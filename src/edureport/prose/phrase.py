"""The one quantity of a short phrase, such as the words that a report file quotes from its source."""

from dataclasses import replace
from functools import lru_cache

from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.figures.figures import read_page
from edureport.prose.page import Page

MOST_KEPT = 1000  # phrases; reports say the same again and again
_NAMES = frozenset({FigureKind.ORDINAL, FigureKind.ATTRIBUTE})


@lru_cache(MOST_KEPT)
def figure_of(words: str, language: str) -> Figure | None:
    """The only figure of the phrase; None if it has none, or several, or cannot be read.

    Out of its sentence «9 сынып» may count classes after all, and «300 орындық» the places: what looks
    like a name or a size is taken where nothing else is there.
    """
    figures = read_page(Page.of(words, language))
    stating = [figure for figure in figures if figure.states]
    only = stating or [figure for figure in figures if figure.kind in _NAMES]
    return only[0] if len(only) == 1 else None


def quantity_of(words: str, language: str, *, counted: bool = False) -> Quantity | None:
    """The quantity that the phrase states: «300-ден астам» is more than 300.

    None where it states none that could be compared: no number, several, "hundreds of", «барлық
    мектептерде» (which `says_all` knows), or what cannot be read.
    """
    figure = figure_of(words, language)
    return figure and figure.quantity and replace(figure.quantity, counted=counted)


def says_all(words: str, language: str) -> bool:
    """Whether the phrase claims all there are and gives no number: «барлық мектептерде»."""
    figure = figure_of(words, language)
    return figure is not None and figure.all
