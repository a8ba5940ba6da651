"""Sums that no word opens: numbers that add up to another to the last of many digits, or but for one digit.

That five digits agree is no chance, and that one of five is wrong hardly; so such numbers belong together
though the words do not say it. They are never more than likely.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.prose.figures.figure import Figure, FigureKind
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import is_amount
from edureport.prose.relations.division import Division
from edureport.prose.relations.kinds import PAIRS, all_split, is_kind
from edureport.prose.relations.near_misses import digits
from edureport.prose.relations.relation import Consistency, Rule
from edureport.prose.relations.sums import LONG, VERY_LONG, adds_up, is_one_digit_off, misses_little

Found = tuple[Division, Consistency]

MANY = 8  # parts
BACK = 40  # figures before, among which kinds that leave no other may have their whole
LONGER, NEVER = 5, 100  # digits where no word joins them, and of what never is asked about
LARGE = 1_000  # from which on a sum of two is no chance


def beside(page: Page, figures: Sequence[Figure]) -> Iterator[Found]:
    """Wholes and parts that stand beside each other, in one sentence or in two."""
    plain = [index for index, figure in enumerate(figures) if is_amount(figure) and (figure.stated or 0) > 0]
    before: list[int] = []
    for _, members in groupby(plain, key=lambda index: figures[index].sentence):
        sentence = list(members)
        found = list(_of(page, figures, sentence, before, plain))
        yield from found[:1]
        before = sentence
    for whole, *pair in zip(plain, plain[1:], plain[2:], strict=False):
        # "Passengers: 13,250\nDomestic: 11,120\nInternational: 2,130", a line for each
        if figures[pair[0]].sentence > figures[whole].sentence and all_split(page, figures, pair, PAIRS):
            yield from _judged(page, figures, whole, pair)


def _of(
    page: Page, figures: Sequence[Figure], sentence: list[int], before: list[int], plain: Sequence[int]
) -> Iterator[Found]:
    if 2 < len(sentence) <= MANY + 1:
        yield from _judged(page, figures, sentence[0], sentence[1:])
    # "5,214 kg of tea for 90 crowns. They sold 3,102 kg of black and 2,112 kg of green tea in 12 towns."
    units = {figures[index].unit: index for index in before[-MANY:] if figures[index].unit is not None}
    for unit, whole in units.items():
        own = [index for index in sentence if figures[index].unit == unit]
        if 1 < len(own) < min(len(sentence), MANY) and own[-1] - own[0] == len(own) - 1:
            yield from _judged(page, figures, whole, own)
    if 1 < len(sentence) <= MANY:
        wholes = before[-MANY:]
        if all_split(page, figures, sentence):
            wholes = [index for index in plain if sentence[0] - BACK <= index < sentence[0]]
        for whole in reversed(wholes):
            yield from _judged(page, figures, whole, sentence)


def _alike(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a part may count what its whole does: pupils and boys, but no tenge."""
    measures = page.language.measures
    return part.unit in {whole.unit, None} or not measures & {part.unit or "", whole.unit or ""}


def _judged(page: Page, figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> Iterator[Found]:
    """The whole with these parts, if they add up to it or would but for one digit."""
    total, summands = figures[whole], [figures[part] for part in parts]
    stated = total.stated or 0
    if any((one.stated or 0) >= stated or not _alike(page, total, one) for one in summands):
        return
    counts = (1,) * len(parts)
    division = Division(whole, tuple(parts), counts, complete=False, rule=Rule.PARTS_BESIDE, sure=False)
    if page.any_at(range(summands[0].span.last, summands[-1].span.first), Mark.OPENER_STRONG, Mark.OF_THEM):
        return  # "full-time 31,410, of them 10,466 women"
    if stated >= LARGE and adds_up(figures, division):
        yield division, Consistency.FOLLOWS
    elif is_one_digit_off(figures, division, _least(page, figures, division)):
        yield division, Consistency.DOUBTFUL


def _least(page: Page, figures: Sequence[Figure], division: Division) -> int:
    """How many digits numbers must have that miss each other by one digit: fewer where words join them.

    Without such words, too, long numbers are hardly so by chance if they miss each other by more than what
    parts may leave over: "employment increased to 11,775,800; full-time to 8,141,000, part-time
    to 3,634,800".
    """
    whole, parts = division.whole, division.parts
    little = misses_little(figures, division)
    if _belong_together(page, figures, whole, parts):
        return LONGER if little or digits(figures[whole]) < LONG else LONG
    units = {figures[part].unit for part in (whole, *parts)}
    if len(units) == 1 and not little and all_split(page, figures, parts, PAIRS):
        return LONG
    units -= {None}
    dated = any(one.kind is FigureKind.DATE for one in figures[whole + 1 : parts[-1]])
    return NEVER if little or len(units) > 1 else VERY_LONG if dated else LONGER


def _belong_together(page: Page, figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether the words, too, let parts be those of a whole: the same unit, or kinds that leave no other.

    Another time or place between them makes them parts of something else.
    """
    unit = figures[whole].unit
    others = {figures[part].unit for part in parts if not is_kind(page, figures[part])}
    if all_split(page, figures, parts):
        others.discard(None)
    if unit is None or others - {unit}:
        return False
    low, high = page.bounds(figures[parts[0]].span.first)[0], figures[parts[-1]].span.last
    between = range(max(low, figures[whole].span.last), high)
    dated = any(one.kind is FigureKind.DATE and one.span.first in between for one in figures)
    return not dated and not any(at > low and page.tokens[at].capital for at in between)
