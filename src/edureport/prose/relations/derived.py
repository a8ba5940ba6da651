"""Figures that follow from others of their sentence: shares, changes, multiples and products."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.prose.figures.figure import Figure
from edureport.prose.page import Page
from edureport.prose.relations.derivation import MANY, Derived
from edureport.prose.relations.differences import movements
from edureport.prose.relations.products import products
from edureport.prose.relations.restatements import restated
from edureport.prose.relations.shares import hundreds, shares


def derived(page: Page, figures: Sequence[Figure]) -> Iterator[Derived]:
    """What can be recomputed, and whether it agrees."""
    stating = [place for place, figure in enumerate(figures) if figure.states and not figure.all]
    for _, group in groupby(stating, key=lambda place: figures[place].sentence):
        places = list(group)
        if 1 < len(places) <= MANY:
            yield from shares(page, figures, places)
            yield from movements(page, figures, places)
            yield from products(figures, places)
            yield from hundreds(page, figures, places)
    yield from restated(page, figures)
