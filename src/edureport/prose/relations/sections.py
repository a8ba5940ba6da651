"""Sections of a column: rows below a heading row that add up to it, as those of other sections do.

No word says so, and no other column shows it; but where one section adds up to the last of five digits the
column is made of sections, and another one that misses its own total by one digit is to be looked at.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from edureport.prose.figures.figure import Figure
from edureport.prose.relations.adding import relation_of
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.grid_lines import GridLine, Lines
from edureport.prose.relations.near_misses import digits
from edureport.prose.relations.relation import Certainty, Consistency, Relation, Rule
from edureport.prose.relations.sums import VERY_LONG, adds_up, is_one_digit_off, may_leave_the_rest

LONG = 5  # digits of a total that rows add up to hardly by chance
MORE = 5  # rows; of fewer no two sections are made
LEAST = 3  # rows of a section, with its total
MANY = 15  # rows of a section


def sections(figures: Sequence[Figure], lines: Lines) -> Iterator[Relation]:
    """The sections of each column of counts, if at least one of them adds up."""
    for line in lines.values():
        if len(line.figures) > MORE:
            yield from _of_column(figures, line)


def _of_column(figures: Sequence[Figure], line: GridLine) -> Iterator[Relation]:
    rows = [line.figures[place] for place in sorted(line.figures) if place not in line.percent]
    found: list[Division] = []
    place = 0
    while place < len(rows) - 2:
        division = _adding_up(figures, rows[place : place + 1 + MANY])
        if division is not None:
            found.append(division)
        place += len(division.parts) + 1 if division is not None else 1
    taken = {index for one in found for index in (one.whole, *one.parts)}
    for division in found:
        yield relation_of(figures, division, Consistency.FOLLOWS, Certainty.LIKELY)
    for free, others in groupby(rows, key=lambda row: bool(found) and row not in taken):
        if free and (section := _slipped(figures, [*others][:MANY])):
            yield relation_of(figures, section, Consistency.DOUBTFUL, Certainty.LIKELY)


def _adding_up(figures: Sequence[Figure], rows: Sequence[int]) -> Division | None:
    """The first of these rows with those below it that add up to it, if any do."""
    if digits(figures[rows[0]]) < LONG:
        return None
    stated, added = figures[rows[0]].stated or Decimal(0), Decimal(0)
    for size, part in enumerate(rows[1:], 2):
        added += figures[part].stated or Decimal(0)
        if size < LEAST or abs(added - stated) * stated.adjusted() > stated:
            continue  # far off, which is quickly seen
        if adds_up(figures, division := unsure(Rule.TABLE, rows[0], rows[1:size])):
            return division
    return None


def _slipped(figures: Sequence[Figure], rows: Sequence[int]) -> Division | None:
    """The only section of these rows that misses its total by one digit; of many that may, a long one."""
    near = []
    for first in range(len(rows) - 2):
        for last in range(first + LEAST, len(rows) + 1):
            least = VERY_LONG + 1 if first else VERY_LONG if last < len(rows) else LONG
            section = unsure(Rule.TABLE, rows[first], rows[first + 1 : last])
            slips = digits(figures[section.whole]) >= least and is_one_digit_off(figures, section, least)
            if slips and not may_leave_the_rest(figures, section):
                near.append(section)
    return near[0] if len(near) == 1 else None
