"""Relations that do not hold, and of which nobody is asked.

No report speaks in code, formulas, references, and tables that were not read as such; and some sums that do
not come out other relations of the text explain.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relation import Consistency, Relation, RelationKind

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


def spoken(text: str, figures: Sequence[Figure], relations: Iterable[Relation]) -> Iterator[Relation]:
    """The relations of sentences without those broken ones that no report can be held to."""
    technical: bool | None = None
    for relation in relations:
        if relation.verdict in BROKEN:
            if technical is None:
                technical = sum(1 for _ in _TECHNICAL.finditer(text)) >= SIGNS
            if technical or _is_foreign(text, figures, relation):
                continue
        yield relation


def _is_foreign(text: str, figures: Sequence[Figure], relation: Relation) -> bool:
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
