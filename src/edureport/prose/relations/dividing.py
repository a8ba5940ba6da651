"""Which figures of a list are parts of which whole, by units, list in list; and what speaks against each."""

from collections.abc import Mapping
from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import Division, all_split, with_counts
from edureport.prose.relations.listing import Listing, in_bracket, related
from edureport.prose.relations.sums import adds_up, amounts_of, can_hold

YEARS = range(1900, 2100)
DIGITS = 4
FAR = 60  # figures before the parts
NEAR = 3  # tokens from a part to what it is taken out of


def divided_by(
    page: Page, figures: Figures, before: Indices, parts: Listing, *, colon: bool = False
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
    measures, unit, own = (
        page.language.measures,
        figures[whole].unit,
        [figures[at].unit for at in found.parts],
    )
    measured = [one in measures for one in own if one is not None]
    alike = unit is None or all((unit in measures) is one for one in measured)  # no metres of domes
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
        kinds=colon and units == {False} and None not in own and len(set(own)) == len(own),
    )
    return [division]


def _of_same_unit(page: Page, figures: Figures, whole: int, parts: Listing) -> Division | None:
    """The parts that count what the whole does, if they are just that: the others tell where each is."""
    own = tuple(index for index in parts.parts if figures[index].unit == figures[whole].unit)
    if not own:
        return None
    division = with_counts(page, figures, whole, parts._replace(parts=own, joints=()))
    return division if adds_up(figures, division) else None


def _by_unit(
    page: Page, figures: Figures, wholes: Mapping[str | None, int], parts: Listing, *, colon: bool
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


def _nested(page: Page, figures: Figures, whole: int, parts: Listing) -> list[Division]:
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


def tells_times(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether a bracket says how much it was at other times: "(2023: 1,200; 2022: 900)"."""
    dated = any(figures[index - 1].kind is FigureKind.DATE for index in parts if index)
    return dated or any(_is_year(page, figures[index]) for index in parts)


def are_added(page: Page, figures: Figures, opening: int, parts: Indices) -> bool:
    """Whether a plus stands between all the numbers of a bracket: "(9 + 13)", "(4 listed + 28 elected)"."""
    spans = [figures[index].span for index in parts]
    gaps = [range(one.last, other.first) for one, other in pairwise(spans)]
    plain = page.word(opening) == "(" and len(spans) > 1 and spans[0].first == opening + 1
    return plain and all([page.word(at) for at in gap].count("+") == 1 for gap in gaps)


def only_numbers(page: Page, figures: Figures, opening: int, parts: Indices) -> bool:
    """Whether a bracket names nothing: an interval, "3.1 (1.3, 7.2)", or models, "(28, 99 and 183)"."""
    if not parts:
        return False
    inside = range(opening, figures[parts[-1]].span.last)
    numbers = {at for part in parts for at in range(*figures[part].span)}
    words = [at for at in inside if page.is_word(at) and at not in numbers and not page.at(at, Mark.JOIN)]
    return not words  # nor does a noun behind them all: «3 бригады (10, 12 и 9 человек)»


def _is_year(page: Page, figure: Figure) -> bool:
    if figure.span.last - figure.span.first != 1 or page.word(figure.span.last) not in {":", "–"}:
        return False
    word = page.word(figure.span.first)
    return word.isdecimal() and len(word) == DIGITS and int(word) in YEARS


def out_of(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether a list tells what each part is taken out of: «200 из 220 в сёлах и 250 из 280 в городе»."""
    taken = [index for index in parts if index and page.till(figures[index].span.first - 1, Mark.OUT_OF)]
    return any(0 < figures[one].span.first - figures[one - 1].span.last <= NEAR for one in taken)


def of_its_whole(page: Page, figures: Figures, division: Division) -> Division:
    """The division, of the figure before the parts that they add up to if the nearest one is not that.

    "48 schools in 4 towns (30 state and 18 private)": no words tell which of the two is divided.
    """
    if len(division.parts) < 2 or adds_up(figures, division):
        return division
    others = (division._replace(whole=index, sure=False) for index in _others(page, figures, division))
    return next((one for one in others if adds_up(figures, one)), division)


def of_another(page: Page, figures: Figures, division: Division) -> bool:
    """Whether parts that the nearest figure cannot have may be of another before it, or of all together.

    "500 full-time and 100 evening students, including 250 from abroad"; "12 opened, so there are 132, of
    them 60".
    """
    some = division._replace(complete=False)
    if can_hold(figures, some):
        return False
    others = _others(page, figures, division)
    together = sum(figures[index].stated or 0 for index in (division.whole, *others))
    amounts = sum(amount.stated for amount in amounts_of(figures, division))
    fitting = any(can_hold(figures, some._replace(whole=index)) for index in others)
    return bool(others) and (amounts <= together or fitting)


def _others(page: Page, figures: Figures, division: Division) -> list[int]:
    """The figures before the parts, in the sentence of their whole, that could be it: no money of schools."""
    measures = page.language.measures
    measured = figures[division.parts[0]].unit in measures
    return [
        index
        for index in range(max(0, division.parts[0] - FAR), division.parts[0])
        if index != division.whole
        and (figure := figures[index]).sentence == figures[division.whole].sentence
        and comparable(figure)
        and figure.kind is not FigureKind.CHANGE
        and not figure.percent
        and (figure.unit in measures) is measured
        and not in_bracket(page, figure)
    ]


def of_a_month(page: Page, figures: Figures, division: Division, opening: int) -> bool:
    """Whether what seems a part is what it was in one month: «в среднем 600, в том числе в мае 700»."""
    part = figures[division.parts[0]]
    if can_hold(figures, division._replace(complete=False)):
        return False
    return page.any_at(range(opening, part.span.first), Mark.MONTH)


def with_others(page: Page, figures: Figures, division: Division, opening: int) -> bool:
    """Whether what seems a part is a larger amount that has others in it, or one of something else.

    "300 beds, including day places 360"; «40 школ, а в области, в том числе в городах, – 120».
    """
    whole, part = figures[division.whole], figures[division.parts[0]]
    direct = part.first == opening + page.at(opening, Mark.OPENER_STRONG)
    if direct or (part.stated or 0) <= (whole.stated or 0):
        return False
    between = range(whole.span.last, opening)
    return page.at(opening, Mark.INCLUSIVE) > 0 or page.any_at(between, Mark.CONTRAST, Mark.TOTAL)
