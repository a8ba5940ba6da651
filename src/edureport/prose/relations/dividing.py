"""Which figures of a list are parts of which whole: by their units, list in list."""

from collections.abc import Mapping, Sequence

from edureport.prose.figures.figure import Figure, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.division import Division, with_counts
from edureport.prose.relations.kinds import all_split
from edureport.prose.relations.listing import Listing, related
from edureport.prose.relations.sums import adds_up, can_hold


def divided_by(
    page: Page, figures: Sequence[Figure], before: Sequence[int], parts: Listing, *, colon: bool = False
) -> list[Division]:
    """The parts with each whole that they can be parts of: by unit where units tell, else the nearest."""
    settings = {figures[index].stated for index in parts.parts if _setting(page, figures[index])}
    found = parts._replace(parts=tuple(index for index in parts.parts if not _setting(page, figures[index])))
    if found.inner is not None:
        return _nested(page, figures, before[-1], found)
    wholes = {figures[index].unit: index for index in before}
    if len(wholes) > 1 and (result := _by_unit(page, figures, wholes, found, colon=colon)):
        return [
            division._replace(listed=division.listed or len(division.parts) in settings)
            for division in result
        ]
    if not found.parts:
        return []
    whole = before[-1]
    division = with_counts(page, figures, whole, found, colon=colon)
    units = {related(page, figures, [whole], index) for index in found.parts}
    split = all_split(page, figures, found.parts)
    alike = all(_may_be_of(page, figures[whole], figures[index]) for index in found.parts)
    rest = alike and any(figures[index].role is SumRole.REST for index in found.parts)
    sure = split or units == {True} or rest
    if len(units) > 1 and not rest and (same := _of_same_unit(page, figures, whole, found)):
        return [same]
    division = division._replace(
        sure=sure,
        listed=sure and len(found.parts) in settings,
        complete=division.complete and (sure or split),
        closed=division.closed and (sure or (colon and len(before) == 1)),
        colon=division.colon and sure,
        mixed=len(units) > 1 and not rest,
        kinds=colon and units == {False} and _differ(figures, found.parts),
    )
    return [division]


def _may_be_of(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether both are measured or both are counted: no metres of domes."""
    measures = page.language.measures
    return None in {whole.unit, part.unit} or (whole.unit in measures) is (part.unit in measures)


def _differ(figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    units = [figures[index].unit for index in parts]
    return None not in units and len(set(units)) == len(units)


def _of_same_unit(page: Page, figures: Sequence[Figure], whole: int, parts: Listing) -> Division | None:
    """The parts that count what the whole does, if they are just that: the others tell where each is."""
    own = tuple(index for index in parts.parts if figures[index].unit == figures[whole].unit)
    if not own:
        return None
    division = with_counts(page, figures, whole, parts._replace(parts=own, joints=()))
    return division if adds_up(figures, division) else None


def _by_unit(
    page: Page, figures: Sequence[Figure], wholes: Mapping[str | None, int], parts: Listing, *, colon: bool
) -> list[Division]:
    """Each whole with the parts of its unit, where several are named: schools and places."""
    result = []
    for unit, whole in wholes.items():
        own = tuple(index for index in parts.parts if unit is not None and figures[index].unit == unit)
        if own:
            found = parts._replace(parts=own, joints=())
            result.append(with_counts(page, figures, whole, found, colon=colon))
    if len({len(one.parts) for one in result}) == 1 and any(adds_up(figures, one) for one in result):
        # One list is complete, so that the other, which goes on with it, is so, too.
        return [one._replace(listed=len(one.parts) > 1) for one in result]
    return result


def _nested(page: Page, figures: Sequence[Figure], whole: int, parts: Listing) -> list[Division]:
    """A list in a list: how far the inner one reaches is read so that both can be right, if they can."""
    inner = parts.inner
    if inner is None or not inner.parts or not parts.parts:
        return [with_counts(page, figures, whole, parts)] if parts.parts else []
    result: list[Division] = []
    for size in range(len(inner.parts), 0, -1):
        outer = parts._replace(parts=(*parts.parts, *inner.parts[size:]), inner=None, clean=False)
        within = inner._replace(parts=inner.parts[:size], inner=None, clean=inner.colon and inner.clean)
        read = [
            with_counts(page, figures, whole, outer),
            with_counts(page, figures, parts.parts[-1], within, colon=inner.colon),
        ]
        alike = [all(related(page, figures, [one.whole], part) for part in one.parts) for one in read]
        same = alike if inner.colon else [all(alike)] * len(read)
        read = [one._replace(sure=sure, mixed=not sure) for one, sure in zip(read, same, strict=True)]
        result = result or read
        if inner.colon or all(can_hold(figures, one) for one in read):
            return read
    return result


def _setting(page: Page, figure: Figure) -> bool:
    """«в четырёх регионах»: where something is, and no part of it."""
    located = page.language.has_case(page.word(figure.span.last), Ending.LOCATIVE)
    return located and page.at(figure.span.first - 1, Mark.INSIDE) > 0
