"""Kinds that leave no other: state and private, boys and girls; what is split into them is all there is."""

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Family, Split
from edureport.prose.page import Page

SIZES = {Family.OWNER: 2, Family.SEX: 2, Family.PLACE: 2, Family.MEDAL: 3}
# Those that mostly leave no other: there may be transit, the self-employed, gold.
PAIRS = {Family.REACH: 2, Family.TIME: 2, Family.PERSON: 2, Family.CURRENCY: 2}


def all_split(
    page: Page, figures: Sequence[Figure], parts: Sequence[int], sizes: Mapping[Family, int] = SIZES
) -> bool:
    """Whether the parts are kinds that leave no other: state and private, boys and girls."""
    spans = [figures[index].span for index in parts]
    behind = {_kind(page, span.last, 1, sizes) for span in spans}
    before = {_kind(page, span.first - 1, -1, sizes) for span in spans}
    return any(_exhausts(kinds, len(parts), sizes) for kinds in (behind, before))


def is_kind(page: Page, figure: Figure) -> bool:
    """Whether what is counted is a kind itself, of another name than its whole: boys among pupils."""
    if figure.unit_span is None:
        return False
    tags = page.begins[figure.unit_span.first]
    return any(isinstance(tag, Split) and tag.family in SIZES for tag in tags)


def may_count_one(page: Page, figures: Iterable[Figure]) -> bool:
    """Whether figures may count one thing: no money among people, no tonnes among hectares."""
    units = {figure.unit for figure in figures} - {None}
    return len(units) <= 1 or page.language.measures.isdisjoint(unit or "" for unit in units)


def _kind(page: Page, token: int, step: int, sizes: Mapping[Family, int]) -> Split | None:
    """The kind that is named behind or before a figure, in its clause."""
    low, high = page.bounds(token) if 0 <= token < len(page.tokens) else (0, 0)
    while low <= token < high and page.word(token) not in {",", ";", ".", ")", "("}:
        tags = page.begins[token]
        if kinds := [tag for tag in tags if isinstance(tag, Split) and tag.family in sizes]:
            return kinds[0]
        if page.tokens[token].is_digits:
            return None
        token += step
    return None


def _exhausts(kinds: AbstractSet[Split | None], count: int, sizes: Mapping[Family, int]) -> bool:
    families = {kind and kind.family for kind in kinds}
    family = families.pop()
    return family is not None and not families and len(kinds) == count == sizes[family]
