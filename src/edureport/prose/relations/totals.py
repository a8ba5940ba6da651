"""Parts that no word opens: by the endings of Kazakh numbers, before a total, or as kinds behind a whole."""

from collections.abc import Sequence
from itertools import pairwise

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.division import SIZES, Division, all_split, in_genitive, with_counts
from edureport.prose.relations.listing import Listing
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.sums import adds_up, is_one_digit_off, may_be_cumulated

JOINED = 2  # tokens from a conjunction to the last part
NEAR = 5  # tokens from the beginning of a sentence to its total
DIGITS = 3  # of a number that is one digit off hardly by chance


def of_them(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division] | None:
    """Kazakh: «124 мектептің 121-і …, 3-уі …», «21 531 баладан 13 211 …, 4 821 …, 3 499 …»."""
    if not page.language.head_final:
        return None
    result: list[Division] = []

    def close() -> None:
        if parts and whole is not None:
            division = with_counts(page, figures, whole, Listing(tuple(parts)))
            result.append(division._replace(rule=Rule.PARTS_SUFFIX, sure=in_genitive(page, figures[whole])))

    whole: int | None = None
    parts: list[int] = []
    for index in plain:
        figure = figures[index]
        more = (
            page.till(figure.span.first - 1, Mark.ANOTHER) > 0
        )  # «1 847 үй салынды, тағы 347-сін сатып алды»
        if (
            not more
            and (figure.role is SumRole.PART or (figure.role is SumRole.REST and parts))
            and whole is not None
        ):
            parts.append(index)
            continue
        owned = page.language.has_case(page.word(figure.span.last - 1), Ending.GENITIVE, Ending.ABLATIVE)
        if whole is None and figure.role in PARTS and not owned:
            continue  # «4 520 хат түсті. 2 310-ы бірден, 1 200-і кейін қаралды»: of the sentence before
        before = figures[index - 1] if index else figure
        held = before.role is SumRole.PART and before.unit != figure.unit and before.span[1] == figure.span[0]
        if not figure.each and not held:
            close()
            whole, parts = index, []
    close()
    if result:
        return result
    first = figures[plain[0]]
    noun = (
        page.language.case(page.word(first.span[1])) is Ending.ABLATIVE
        and not first.each
        and first.bound is Bound.EXACT
    )
    bare = [
        index for index in plain[1:] if figures[index].bound is Bound.EXACT and figures[index].role is None
    ]
    if noun and len(bare) > 1 and len(bare) == len(plain) - 1:
        division = with_counts(page, figures, plain[0], Listing(tuple(bare)))
        return [division._replace(rule=Rule.PARTS_ABLATIVE, sure=False, closed=False)]
    return None


def summed(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Parts first, then «барлығы», «всего», "in all"."""
    last = plain[-1]
    if figures[last].role is not SumRole.TOTAL or run_on(figures, plain):
        return []
    breaks = [
        at
        for at in range(figures[plain[0]].span.last, figures[last].span.first)
        if page.tokens[at].gap == "\n"
    ]
    plain = [p for p in plain if figures[p].span.first >= max(breaks, default=0)]  # of its line
    unit = figures[last].unit
    parts = [p for p in plain[:-1] if figures[p].unit == unit or figures[p].each]
    if may_be_cumulated(figures, last, parts):
        return []
    if len(parts) > 1:
        return [with_counts(page, figures, last, Listing(tuple(parts)))._replace(rule=Rule.PARTS_TOTAL)]
    others = [p for p in plain[:-1] if not figures[p].each]
    if len(others) < 2:
        return []
    # «девять библиотек, семь клубов и один музей – всего 17 учреждений»
    division = with_counts(page, figures, last, Listing(tuple(others)))
    return [division._replace(rule=Rule.PARTS_TOTAL, sure=False, closed=False)]


def run_on(figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether numbers of one thing follow each other without a word: "13 h 15 h", the cells of a row."""
    pairs = ((figures[first], figures[second]) for first, second in pairwise(parts))
    return any(
        one.unit == other.unit and other.first - max(one.tokens) <= 1 and not other.each
        for one, other in pairs
    )


def summed_by_year(
    page: Page, figures: Sequence[Figure], plain: Sequence[int], previous: Sequence[int]
) -> list[Division]:
    """«По годам: 2021 – 100 тыс., 2022 – 120 тыс. Всего – 220 тыс.»: a total behind figures of each year."""
    whole = plain[0]
    begins = figures[whole].span.first - page.bounds(figures[whole].span.first)[0] <= NEAR
    if len(plain) > 1 or figures[whole].role is not SumRole.TOTAL or not begins or len(previous) < 2:
        return []
    dated = all(figures[index - 1].kind is FigureKind.DATE for index in previous if index)
    if not dated or {figures[index].unit for index in (*previous, whole)} != {figures[whole].unit}:
        return []
    division = with_counts(page, figures, whole, Listing(tuple(previous)))
    return [division._replace(rule=Rule.PARTS_TOTAL, complete=True)]


def apposed(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Kinds that leave no other, behind the whole: "400 people live here, 228 women and 165 men"."""
    for size in sorted(set(SIZES.values())):
        whole, parts = plain[:-size], plain[-size:]
        if len(whole) == 1 and all_split(page, figures, parts):
            division = with_counts(page, figures, whole[0], Listing(tuple(parts)))
            return [division._replace(rule=Rule.PARTS_KINDS, sure=False, closed=False)]
    return []


def counted_off(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Parts of which the first says "of them": "350 staff, 200 of whom are women, 140 men and 10 trainees".

    Not all need be told, so only what adds up, or would but for one digit, is taken for that.
    """
    for place in range(1, len(plain) - 1):
        figure = figures[plain[place]]
        if not page.at(figure.span.last, Mark.OF_THEM):
            continue
        whole, parts = plain[place - 1], plain[place:]
        near = range(figures[whole].span.last, figure.span.first)
        last = figures[parts[-1]].span.first
        joined = any(page.till(at, Mark.JOIN) for at in range(last - JOINED, last))
        if len(near) <= NEAR and joined:
            division = with_counts(page, figures, whole, Listing(tuple(parts)))
            if adds_up(figures, division) or is_one_digit_off(figures, division, DIGITS):
                same = {figures[part].unit for part in parts} == {figures[whole].unit}
                return [division._replace(sure=same, closed=False, complete=False)]
    return []
