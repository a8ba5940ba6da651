"""Lists that only look like the parts of the figure before them: what speaks against each."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import comparable
from edureport.prose.relations.division import Division
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.sums import adds_up, amounts_of, can_hold

YEARS = range(1900, 2100)
DIGITS = 4
MANY = 60  # figures before the parts
NEAR = 3  # tokens from a part to what it is taken out of


def tells_times(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether a bracket says how much it was at other times: "(2023: 1,200; 2022: 900)"."""
    return any(
        _is_year(page, figures[index]) or (index and figures[index - 1].kind is FigureKind.DATE)
        for index in parts
    )


def are_added(page: Page, figures: Sequence[Figure], opening: int, parts: Sequence[int]) -> bool:
    """Whether a plus stands between all the numbers of a bracket: "(9 + 13)", "(4 listed + 28 elected)"."""
    spans = [figures[index].span for index in parts]
    gaps = [range(one.last, other.first) for one, other in pairwise(spans)]
    plain = page.word(opening) == "(" and len(spans) > 1 and spans[0].first == opening + 1
    return plain and all([page.word(at) for at in gap].count("+") == 1 for gap in gaps)


def only_numbers(page: Page, figures: Sequence[Figure], opening: int, parts: Sequence[int]) -> bool:
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


def out_of(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether a list tells what each part is taken out of: «200 из 220 в сёлах и 250 из 280 в городе»."""
    return any(
        page.till(figures[index].span.first - 1, Mark.OUT_OF)
        and 0 < figures[index].span.first - figures[index - 1].span.last <= NEAR
        for index in parts
        if index
    )


def of_its_whole(page: Page, figures: Sequence[Figure], division: Division) -> Division:
    """The division, of the figure before the parts that they add up to if the nearest one is not that.

    "48 schools in 4 towns (30 state and 18 private)": no words tell which of the two is divided.
    """
    if len(division.parts) < 2 or adds_up(figures, division):
        return division
    others = (division._replace(whole=index, sure=False) for index in _others(page, figures, division))
    return next((one for one in others if adds_up(figures, one)), division)


def of_another(page: Page, figures: Sequence[Figure], division: Division) -> bool:
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
    return bool(others) and (
        amounts <= together or any(can_hold(figures, some._replace(whole=index)) for index in others)
    )


def _others(page: Page, figures: Sequence[Figure], division: Division) -> list[int]:
    """The figures before the parts, in the sentence of their whole, that could be it: no money of schools."""
    measures = page.language.measures
    measured = figures[division.parts[0]].unit in measures
    return [
        index
        for index in range(max(0, division.parts[0] - MANY), division.parts[0])
        if index != division.whole
        and (figure := figures[index]).sentence == figures[division.whole].sentence
        and comparable(figure)
        and figure.kind is not FigureKind.CHANGE
        and not figure.percent
        and (figure.unit in measures) is measured
        and not in_bracket(page, figure)
    ]


def of_a_month(page: Page, figures: Sequence[Figure], division: Division, opening: int) -> bool:
    """Whether what seems a part is what it was in one month: «в среднем 600, в том числе в мае 700»."""
    part = figures[division.parts[0]]
    if can_hold(figures, division._replace(complete=False)):
        return False
    return page.any_at(range(opening, part.span.first), Mark.MONTH)


def with_others(page: Page, figures: Sequence[Figure], division: Division, opening: int) -> bool:
    """Whether what seems a part is a larger amount that has others in it, or one of something else.

    "300 beds, including day places 360"; «40 школ, а в области, в том числе в городах, – 120».
    """
    whole, part = figures[division.whole], figures[division.parts[0]]
    direct = part.first == opening + page.at(opening, Mark.OPENER_STRONG)
    if direct or (part.stated or 0) <= (whole.stated or 0):
        return False
    between = range(whole.span.last, opening)
    return page.at(opening, Mark.INCLUSIVE) > 0 or page.any_at(between, Mark.CONTRAST, Mark.TOTAL)
