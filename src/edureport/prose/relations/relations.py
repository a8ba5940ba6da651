"""Relations: figures of a text that belong together, and whether they follow from one another.

Of some that do not hold nobody is asked: no report speaks in code, formulas, references, and tables that were
not read as such; and some sums that do not come out other relations of the text explain.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import chain, pairwise

from edureport.prose.cells import TextGrid
from edureport.prose.figures.figure import Figures
from edureport.prose.page import Page
from edureport.prose.relations.accounts import accounts, is_netted, net_amounts, net_relations, three_amounts
from edureport.prose.relations.averages import averages
from edureport.prose.relations.beside import beside, further
from edureport.prose.relations.common_whole import common_wholes
from edureport.prose.relations.derivation import by_sentence, stating
from edureport.prose.relations.differences import differences
from edureport.prose.relations.dividing import of_another, of_its_whole
from edureport.prose.relations.division import Division, in_brackets_of
from edureport.prose.relations.hundreds import hundred_lines, hundreds
from edureport.prose.relations.itemised import line_relations, total_lines
from edureport.prose.relations.lone_shares import lone_shares
from edureport.prose.relations.named_wholes import named_wholes
from edureport.prose.relations.parallels import parallels
from edureport.prose.relations.parts import divisions, parts_of_changes
from edureport.prose.relations.products import products, yields
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule
from edureport.prose.relations.restatements import restatements
from edureport.prose.relations.shares import shares, wholes_of, without_others
from edureport.prose.relations.sums import adds_up, is_one_digit_off, parts_relation, relation_of
from edureport.prose.relations.tables import table_relations
from edureport.prose.relations.totals import lone_sums
from edureport.prose.relations.was_and_is import was_and_is
from edureport.prose.relations.weighed_shares import weighed_shares
from edureport.prose.relations.weighed_sums import listed_lines, told_in_turn

TAKEN = frozenset({RelationKind.SHARE, RelationKind.DIFFERENCE, RelationKind.MULTIPLE})
TWO = 2  # digits of a number that is one digit off in a second list
MANY = 24  # figures in a sentence; of a longer list nobody says what follows from what
BROKEN = frozenset({Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL})
AROUND = 200  # characters beside the figures in which a sign is looked for
SIGNS = 3  # of a text that explains how something works
_ENDS = re.compile("[\n\u2029]")
_UNREAD = re.compile(r"\||[^\s\u2029\ue000]{40}")  # bars of a table; what no words are: encoded files
_FOREIGN = re.compile(
    r"\b10\.\d{4,9}/"  # a reference: its DOI, its volume behind the year, its authors
    r"|\b(?:19|20)\d\d;\s?\d+[(:]"
    r"|\bet al\."
    r"|[A-Za-z\U0001d400-\U0001d7ff]\)?\s?=\s?[-\d]"  # a formula
    r"|[`{}]|\b0x[0-9a-f]{4}|\w\(\)|::"  # code
    r"|\d\s?(?:коп|тиын)"  # 43 kopecks, which are a part of the roubles before them
)
_TECHNICAL = re.compile(
    r"\bet al\.|\bdoi:|\b(?:claim|RFC) ?\d|\b[pP] ?[<=] ?0?\.\d|\boctets?\b|\bASCII\b|\bwavelengths?\b"
)


def relations_of(
    page: Page, figures: Figures, grids: Sequence[TextGrid] = (), *, only_parts: bool = False
) -> list[Relation]:
    """What belongs together among the figures of a page, each set of figures once.

    With `only_parts` those that neither are wholes with parts nor explain one are not looked for.
    """
    relations: dict[tuple[RelationKind, int | None, tuple[int, ...]], Relation] = {}
    said = partial(spoken, page.text, figures)
    of_sentences = said(_all(page, figures, only_parts=only_parts))
    # Sums of lines and sentences that nothing but their digits shows.
    of_digits = () if only_parts else (listed_lines(page, figures, grids), told_in_turn(page, figures, grids))
    of_tables = table_relations(page.language, grids, figures, only_parts=only_parts)
    for relation in (*of_sentences, *said(chain(*of_digits)), *of_tables):
        relations.setdefault((relation.kind, relation.whole, relation.parts), relation)
    found = [*unexplained(relations.values())]
    if not only_parts:
        found += _of_common_wholes(page, figures, relations.values())
        told = {one.parts[-1] for one in found if one.kind in TAKEN}
        found += said(without_others(page, figures, named_wholes(page, figures, told)))
        found += averages(page, figures, told)
        found += said(was_and_is(page, figures, _members(found)))
        found += said(without_others(page, figures, lone_shares(page, figures, _members(found))))
        found += said(without_others(page, figures, weighed_shares(page, figures, found)))
    sums = (one for one in found if one.kind is RelationKind.PARTS)
    told_sums = {one.whole for one in sums if one.verdict is not Consistency.PARTIAL}
    found += said(lone_sums(page, figures, told_sums))
    if not only_parts:
        found += said(three_amounts(page, figures, _members(found)))
    counted = (one._replace(counts=one.counts or (1,) * len(one.parts)) for one in found)
    return [
        one._replace(certainty=Certainty.LIKELY)
        if one.verdict in BROKEN and any(page.asks(figures[index].span.first) for index in one.members)
        else one
        for one in counted
    ]


def _members(relations: Iterable[Relation]) -> set[int]:
    return {index for one in relations for index in one.members}


def _of_common_wholes(page: Page, figures: Figures, found: Iterable[Relation]) -> Iterator[Relation]:
    """The shares of one whole; of those that are accused already, nobody is asked as well."""
    told = [one for one in found if one.kind is RelationKind.SHARE]
    right = {one.parts[-1]: one for one in told if one.holds}
    accused = {one.parts[-1] for one in told} - right.keys()
    return (one for one in common_wholes(page, figures, right) if one.holds or one.parts[-1] not in accused)


def _all(page: Page, figures: Figures, *, only_parts: bool) -> Iterator[Relation]:
    nets = list(net_amounts(page, figures))
    divided = [one for one in divisions(page, figures) if (one.whole, *one.parts) not in nets]
    for division in divided:
        own = division if division.written else of_its_whole(page, figures, division)
        relation = _divided(page, figures, own)
        if relation is not None:
            yield relation
        second = in_brackets_of(page, figures, division)
        if second and (relation := _beside(figures, own, second)):
            yield relation
    yield from line_relations(page, figures)
    yield from total_lines(page, figures)
    wholes = wholes_of(divided)
    for indices in by_sentence(figures, stating(figures)):
        if 1 < len(indices) <= MANY:
            yield from shares(page, figures, indices, wholes)
            if not only_parts:
                yield from differences(page, figures, indices)
                yield from products(page, figures, indices)
                yield from hundreds(page, figures, indices)
    yield from () if only_parts else restatements(page, figures)
    yield from accounts(page, figures)
    if not only_parts:
        yield from hundred_lines(page, figures)
        yield from net_relations(figures, nets)
        yield from yields(page, figures)
        yield from parallels(page, figures)
    yield from further(page, figures)
    yield from parts_of_changes(page, figures)
    yield from beside(page, figures)


def _beside(figures: Figures, division: Division, second: Division) -> Relation | None:
    """The second numbers of a list, of which two digits are enough if the first add up."""
    slips = adds_up(figures, division) and is_one_digit_off(figures, second, TWO)
    if slips and not adds_up(figures, second):
        return relation_of(figures, second, Consistency.DOUBTFUL, Certainty.LIKELY)
    return parts_relation(figures, second)


def _divided(page: Page, figures: Figures, division: Division) -> Relation | None:
    """A whole and its parts, if their sum is no guess; in a bracket of another figure only but for a slip."""
    if is_netted(page, figures, division):
        return None
    brackets = division.rule is Rule.PARTS_BRACKET and not division.written
    if not brackets or not of_another(page, figures, division):
        return parts_relation(figures, division)
    slipped = division.complete and is_one_digit_off(figures, division)
    return relation_of(figures, division, Consistency.DOUBTFUL, Certainty.LIKELY) if slipped else None


def spoken(text: str, figures: Figures, relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations of sentences without those broken ones that no report can be held to."""
    technical: bool | None = None
    for relation in relations:
        if relation.verdict in BROKEN:
            if technical is None:
                technical = sum(1 for _ in _TECHNICAL.finditer(text)) >= SIGNS
            if technical or _is_foreign(text, figures, relation):
                continue
        yield relation


def _is_foreign(text: str, figures: Figures, relation: Relation) -> bool:
    """Whether signs of another kind of writing stand among the figures of a relation, or around them."""
    places = sorted((figures[index].start, figures[index].end) for index in relation.members)
    start, end = places[0][0], places[-1][1]
    for (first, last), (following, _) in pairwise(places):
        if text[last:following].isspace() and text[first:last].isdigit():
            return True  # a long number in groups, or a row of cells
    before, behind = text[max(0, start - AROUND) : start], text[end : end + AROUND]
    beginning = max((found.end() for found in _ENDS.finditer(before)), default=0)
    closing = found.start() if (found := _ENDS.search(behind)) else len(behind)
    among = text[start:end]
    return bool(_UNREAD.search(among) or _FOREIGN.search(before[beginning:] + among + behind[:closing]))


def unexplained(relations: Collection[Relation]) -> Iterator[Relation]:
    """The relations without broken sums whose parts may overlap, or of which the text has the other parts."""
    shares, sums = set(), []
    for one in relations:
        if one.holds and one.kind is RelationKind.SHARE:
            shares.add((one.whole, one.parts[0]))
        elif one.holds and one.kind is RelationKind.PARTS:
            sums.append((one.whole, frozenset(one.parts)))
    for one in relations:
        if one.kind is RelationKind.PARTS and one.verdict in BROKEN:
            # The percentage of each part is right, so that none of them is a slip.
            if all((one.whole, part) in shares for part in one.parts):
                continue
            # "11,775 jobs, of which 8,141 full-time and 2,634 part-time; 1,000 are casual"
            if any(whole == one.whole and parts.issuperset(one.parts) for whole, parts in sums):
                continue
        yield one
