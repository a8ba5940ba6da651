"""Parts behind "comprised", or behind a dash and closed by "and": of the number before, in a sentence or two.

"46,000 tonnes were bought. The purchase comprised 41,000 tonnes of crude and 5,000 of refined oil."
The list may be one of something else; so it is asked about only if one digit would make it add up.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import is_amount
from edureport.prose.relations.division import Division
from edureport.prose.relations.openings import in_bracket
from edureport.prose.relations.relation import Consistency, Rule
from edureport.prose.relations.sums import adds_up, is_one_digit_off

DASHES = frozenset("-–")
TIMES = (Mark.EARLIER, Mark.MONTH)  # "last year's purchase comprised", and not that of the sentence before
DIGITS = 3  # of a number that is one digit off, where words close a list
MANY = 8  # parts
LONG = 24  # figures of a sentence in which no such list is looked for


def comprised(page: Page, figures: Sequence[Figure]) -> Iterator[tuple[Division, Consistency]]:
    """Such lists with what they add up to, else with the only number that they would but for one digit."""
    amounts = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    before: list[int] = []
    for number, group in groupby(amounts, key=lambda index: figures[index].sentence):
        sentence = list(group)
        if parts := _listed(page, figures, sentence):
            near = before if before and figures[before[0]].sentence + 1 == number else []
            wholes = [*near, *sentence[: sentence.index(parts[0])]]
            read = [_division(whole, parts) for whole in wholes if _can_be_whole(figures, whole, parts)]
            slipped = [one for one in read if is_one_digit_off(figures, one, DIGITS)]
            if fitting := next((one for one in read if adds_up(figures, one)), None):
                yield fitting, Consistency.FOLLOWS
            elif len(slipped) == 1:
                yield slipped[0], Consistency.DOUBTFUL
        before = sentence


def _counts(page: Page, figure: Figure) -> bool:
    return is_amount(figure) and (figure.stated or 0) > 0 and not in_bracket(page, figure)


def _listed(page: Page, figures: Sequence[Figure], sentence: Sequence[int]) -> list[int]:
    """The figures of one unit behind "comprised", or between a dash and "and"; else none."""
    last = page.bounds(figures[sentence[0]].span.first)[0]
    for place, index in enumerate(sentence[:-1] if len(sentence) <= LONG else []):
        first, unit = min(figures[index].tokens), figures[index].unit
        words, last = range(last, first), figures[index].span.last
        parts = [one for one in sentence[place:] if figures[one].unit == unit]
        before = [min(figures[part].tokens) - 1 for part in parts]
        dashed = place > 0 and page.word(first - 1) in DASHES and not page.tokens[first - 2].is_digits
        closed = page.till(before[-1], Mark.JOIN) > 0 and page.word(before[-1]) not in DASHES
        opened = page.any_at(words, Mark.CONSISTS) or (dashed and closed)
        against = any(page.till(at, Mark.AGAINST) for at in before) or page.any_at(words, *TIMES)
        if opened and unit is not None and 1 < len(parts) <= MANY and not against:
            return parts
    return []


def _can_be_whole(figures: Sequence[Figure], whole: int, parts: Sequence[int]) -> bool:
    """Whether a number counts what the parts do, and is more than each."""
    same = figures[whole].unit == figures[parts[0]].unit
    return same and all((figures[part].stated or 0) < (figures[whole].stated or 0) for part in parts)


def _division(whole: int, parts: Sequence[int]) -> Division:
    counts = (1,) * len(parts)
    return Division(whole, tuple(parts), counts, complete=False, rule=Rule.PARTS_BESIDE, sure=False)
