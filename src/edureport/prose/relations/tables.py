"""Relations in tables: columns and rows that follow from others, as most of their lines show.

A table does not say in words that one column is the difference of two others; that it is so in line
after line says it. Where all but very few lines follow such a law, those few are inconsistent.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from decimal import Decimal

from edureport.model.quantity import Quantity
from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figures
from edureport.prose.grammar.language import Language
from edureport.prose.relations.cell_shares import shares_of_a_cell
from edureport.prose.relations.grid_lines import Lines, lines_of
from edureport.prose.relations.laws import FirstLook, Law, has_sections, laws_of, name_of
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.tally import Outcome, Tally, tally_of
from edureport.prose.relations.weighed_sums import NumberedLine, WeighedSums


def table_relations(
    language: Language, grids: Sequence[TextGrid], figures: Figures, *, only_parts: bool = False
) -> Iterator[Relation]:
    """What follows in the columns and the rows of each table; with `only_parts` nothing that is weighed.

    A broken relation of figures that all follow surely from others is left out: where nothing was bought, a
    value is that of last year less what was written off, and where something was, all follow within it.
    """
    for grid in grids:
        columns, rows = (lines_of(language, turned, figures) for turned in (grid, grid.turned()))
        found = [one for lines in (columns, rows) for one in _of_lines(lines)]
        # Those that follow surely, or of which others do.
        sure = (one for one in found if one.certainty is Certainty.CERTAIN and one.holds)
        right = {index for one in sure for index in one.members}
        unsure = [one for one in found if not right.issuperset(one.members)]
        yield from (one for one in unsure if not _lacks(one, found))
        yield from (one for one in found if one.holds and right.issuperset(one.members))
        known = {frozenset(one.members) for one in found}
        told = {index for one in found if not one.holds for index in one.members}
        for lines in () if only_parts else (columns, rows):
            for one in shares_of_a_cell(lines):
                if frozenset(one.members) not in known and (one.holds or told.isdisjoint(one.parts)):
                    yield one
        follows = {one.whole for one in found if one.holds}
        for lines in () if only_parts else (rows, columns):
            numbered = _numbered(lines)
            for one in WeighedSums(figures, numbered, settled=follows).relations():
                if frozenset(one.members) not in known:
                    yield one


def _numbered(lines: Lines) -> list[NumberedLine]:
    """Lines as sums are looked for in them; of one number each in one column, as accounts indent parts."""
    numbered = [
        NumberedLine(line.figures, line.is_total, line.gaps, line.begins, line.head.endswith(":"))
        for line in lines.values()
    ]
    if any(len(line.figures) > 1 for line in numbered):
        return numbered
    return [
        line._replace(figures={0: index}, gaps=frozenset())
        for line in numbered
        for index in line.figures.values()
    ]


def _lacks(relation: Relation, others: Iterable[Relation]) -> bool:
    """Whether a sum that is broken lacks only rows of the one that holds, or has some that are none of it."""
    parts = set(relation.parts)
    return not relation.holds and any(
        one.whole == relation.whole
        and one.kind is relation.kind
        and (parts < set(one.parts) or parts > set(one.parts))
        for one in others
        if one.holds
    )


def _of_lines(lines: Lines) -> Iterator[Relation]:
    """The relations of every law that enough lines show; laws of lines that are named alike are one."""
    known: set[frozenset[int]] = set()
    alike: dict[Hashable, list[Law]] = {}
    sections, shown = has_sections(lines), FirstLook(lines)
    for law in dict.fromkeys(laws_of(lines, shown, sections=sections)):
        alike.setdefault(name_of(lines, law) if sections else law, []).append(law)
    ratios: dict[frozenset[int], Tally] = {}
    for laws in alike.values():
        new = [law for law in laws if law.members not in known]
        tally = tally_of(lines, shown, new) if new else None
        if tally is None:
            continue
        members = new[0].members
        if new[0].adds:
            known.update(law.members for law in new)
            yield from _relations(lines, tally)
        elif members not in ratios or tally.better(ratios[members]):
            ratios[members] = tally
    best: dict[int, Tally] = {}
    for tally in ratios.values():
        result = tally.law.result
        if result not in best or tally.better(best[result]):
            best[result] = tally  # a ratio is that of one pair of lines, the one that it fits best
    for tally in best.values():
        yield from _relations(lines, tally)


def _relations(lines: Lines, tally: Tally) -> Iterator[Relation]:
    yield from (_relation(lines, outcome, tally) for outcome in tally.outcomes)


def _beside_gap(lines: Lines, law: Law, place: int) -> bool:
    """Whether a law does not hold right beside a place where a part is missing: there its parts changed.

    Of pensions by kind "social" ones have figures from some year on, and in that year not all of them.
    """
    places = sorted(lines[law.result].figures)
    at = places.index(place)
    beside = (*places[max(0, at - 1) : at], *places[at + 1 : at + 2])
    return any(other not in lines[line].figures for line in law.given for other in beside)


def _relation(lines: Lines, outcome: Outcome, tally: Tally) -> Relation:
    law, place = outcome.law, outcome.place
    result = lines[law.result]
    told = [number for number, line in enumerate(law.given) if place in lines[line].figures]
    given = tuple(lines[law.given[number]].figures[place] for number in told)
    value = Quantity(Decimal(f"{outcome.computed:.10f}").quantize(Decimal(str(result.step))).normalize())
    stated, counts = result.figures[place], (1,) * len(given)
    gap = len(given) < len(law.given) or _beside_gap(lines, law, place)
    # Of one line a note may tell what else is in it, or that it is measured otherwise.
    unsure = (gap or not outcome.slip) and outcome.verdict is Consistency.DOES_NOT_FOLLOW
    sure, verdict = Certainty.LIKELY if unsure else tally.certainty, outcome.verdict
    if law.adds:
        counts = tuple(law.counts[number] for number in told)
        return Relation(law.kind, Rule.TABLE, sure, stated, given, verdict, value, counts)
    base, other = given
    whole, part = (base, other) if law.kind is RelationKind.SHARE else (other, base)
    return Relation(law.kind, Rule.TABLE, sure, whole, (part, stated), verdict, value, counts)
