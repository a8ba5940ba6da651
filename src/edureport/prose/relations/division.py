"""Divisions: a whole with its parts, and what the words say of how they belong together.

Kinds that leave no other are parts of all there is: state and private, boys and girls. Numbers in brackets
may be divided as those before them are: «11 кружков (464 участника)», "11,600 (7,000)" for this year and the
last.
"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, SumRole
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Family, Mark, Split
from edureport.prose.page import Page
from edureport.prose.relations.listing import Listing, bracket_of
from edureport.prose.relations.relation import Rule

SIZES = {Family.OWNER: 2, Family.SEX: 2, Family.PLACE: 2, Family.MEDAL: 3}
# Those that mostly leave no other: there may be transit, the self-employed, gold.
PAIRS = {Family.REACH: 2, Family.TIME: 2, Family.PERSON: 2, Family.CURRENCY: 2}
NEAR = 8  # tokens from a number to its bracket, and to the end of that
SIGNS = frozenset("(),;:.")


class Division(NamedTuple):
    """A whole and its parts by their indices in the list of figures, and how often each part is taken.

    `complete` says that there are no other parts, `listed` that the text says how many there are,
    `sure` that they are parts of that whole: else only a sum that comes out right, or nearly so, says
    something. `closed` says that a conjunction ends the list of parts, `colon` that a colon begins it,
    `direct` that "of them" stands right before the first, or "of" before the whole of a single one. The
    parts are `mixed` if only some of them count what the whole does, `clean` if nothing else is told
    between them, and `exclusive` if none of what is counted can belong to two of them, as a school does
    that has a gym and a pool; `apart` if words say so, as money may go to schools and come from the state;
    behind the `joints` the list may have ended. `countable` says that nothing is money or a measure,
    `kinds` that each part is a thing of its own: "14 schools, 2 clubs", `open` that words tell of a rest
    without its number, `people` that people are counted, who may be of several kinds
    at once, `written` that signs write out the sum: "22 (9 + 13)".
    """

    whole: int
    parts: tuple[int, ...]
    counts: tuple[int, ...]
    complete: bool
    rule: Rule = Rule.PARTS_OPENER
    listed: bool = False
    sure: bool = True
    closed: bool = False
    colon: bool = False
    direct: bool = False
    mixed: bool = False
    clean: bool = True
    exclusive: bool = True
    apart: bool = True
    joints: tuple[int, ...] = ()
    countable: bool = True
    kinds: bool = False
    open: bool = False
    people: bool = False
    written: bool = False

    def taking(self, places: Iterable[int]) -> "Division":
        """The same of the parts at some places alone."""
        at = list(places)
        parts, counts = ([of_all[place] for place in at] for of_all in (self.parts, self.counts))
        return self._replace(parts=tuple(parts), counts=tuple(counts))


def unsure(rule: Rule, whole: int, parts: Indices) -> Division:
    """Parts, each once, that no words close: only a sum that comes out right, or nearly, says something."""
    return Division(whole, tuple(parts), (1,) * len(parts), complete=False, rule=rule, sure=False)


def with_counts(
    page: Page, figures: Figures, whole: int, listed: Listing, *, colon: bool = False
) -> Division:
    """The division of a whole into the parts of a list; of nothing but what the list itself tells."""
    parts = listed.parts
    counts = tuple(_times(figures, index) for index in parts)
    rest = any(figures[index].role is SumRole.REST for index in parts)
    left = _tells_of_a_rest(page, figures[parts[-1]])
    split = all_split(page, figures, parts)
    closed = _closes(page, figures, parts) and not left
    countable = page.language.measures.isdisjoint(figures[index].unit or "" for index in (whole, *parts))
    people = figures[whole].unit in page.language.people | page.language.persons  # women, and with a degree
    things = colon and closed and not people and all(_names_a_thing(page, figures[part]) for part in parts)
    return Division(
        whole,
        parts,
        counts,
        (colon and closed) or rest or (split and not left),
        closed=closed,
        colon=colon and len(parts) > 1,
        clean=listed.clean or split,
        joints=() if split else listed.joints,
        exclusive=split or rest or not countable or things,
        apart=split or rest or things,
        countable=countable,
        open=left,
        people=people,
    )


def _tells_of_a_rest(page: Page, last: Figure) -> bool:
    """Whether words behind the last part tell of others: "412 boys, 550 girls, the rest not recorded".

    Of those of a list in brackets the rest may be told behind them: "(412 boys, 550 girls); the rest …".
    """
    words = range(last.span.last, page.bounds(last.span.first)[1])
    opened = bracket_of(page, last) is not None
    closing = next((at for at in words if opened and page.word(at) == ")"), words.stop)
    others = page.any_at(range(words.start, closing), Mark.REST, Mark.OTHERS)
    return others or page.any_at(range(closing, words.stop), Mark.REST)


def _names_a_thing(page: Page, figure: Figure) -> bool:
    """Whether a part names what it counts: "100 calls", "14 schools", but not "120 about heating"."""
    if figure.unit_span is None:
        return False
    between = range(figure.span.last, figure.unit_span.first)
    return page.language.head_final or all(page.language.describes(page.word(at)) for at in between)


def _closes(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether "and" stands before the last part, and no figure behind it."""
    last = parts[-1]
    ends = last + 1 == len(figures) or figures[last + 1].sentence != figures[last].sentence
    before = figures[last].span.first - 1
    joined = page.at(before, Mark.JOIN) > 0 and page.word(before) != "–"  # «ячменя – 14 100 тонн»
    return len(parts) > 1 and ends and joined


def _times(figures: Figures, index: int) -> int:
    """How many things hold that much each: the number right before, of another unit."""
    figure, before = figures[index], figures[max(index - 1, 0)]
    near = figure.span.first - before.span.last < 5 and before.sentence == figure.sentence
    many = before.stated or Decimal(1)
    counts = figure.each and near and before.unit != figure.unit and many == many.to_integral_value()
    return int(many) if counts else 1


def all_split(page: Page, figures: Figures, parts: Indices, sizes: Mapping[Family, int] = SIZES) -> bool:
    """Whether the parts are kinds that leave no other: state and private, boys and girls."""
    spans = [figures[index].span for index in parts]
    behind = {_kind(page, span.last, 1, sizes) for span in spans}
    before = {_kind(page, span.first - 1, -1, sizes) for span in spans}
    return any(_exhausts(kinds, len(parts), sizes) for kinds in (behind, before))


def is_kind(page: Page, figure: Figure) -> bool:
    """Whether what is counted is a kind itself, of another name than its whole: boys among pupils."""
    if figure.unit_span is None:
        return False
    tags = page.begins[figure.unit_span.first]
    return any(isinstance(tag, Split) and tag.family in SIZES for tag in tags)


def may_count_one(page: Page, figures: Iterable[Figure]) -> bool:
    """Whether figures may count one thing: no money among people, no tonnes among hectares."""
    units = {figure.unit for figure in figures} - {None}
    return len(units) <= 1 or page.language.measures.isdisjoint(unit or "" for unit in units)


def _kind(page: Page, token: int, step: int, sizes: Mapping[Family, int]) -> Split | None:
    """The kind that is named behind or before a figure, in its clause."""
    low, high = page.bounds(token) if 0 <= token < len(page.tokens) else (0, 0)
    while low <= token < high and page.word(token) not in {",", ";", ".", ")", "("}:
        tags = page.begins[token]
        if kinds := [tag for tag in tags if isinstance(tag, Split) and tag.family in sizes]:
            return kinds[0]
        if page.tokens[token].is_digits:
            return None
        token += step
    return None


def _exhausts(kinds: AbstractSet[Split | None], count: int, sizes: Mapping[Family, int]) -> bool:
    families = {kind and kind.family for kind in kinds}
    family = families.pop()
    return family is not None and not families and len(kinds) == count == sizes[family]


def in_brackets_of(page: Page, figures: Figures, division: Division) -> Division | None:
    """The division of the numbers in brackets, where each member of another has one behind it."""
    members = [_behind(page, figures, index) for index in (division.whole, *division.parts)]
    if len(division.parts) < 2 or None in members:
        return None
    whole, *parts = (index for index in members if index is not None)
    if len({figures[index].unit for index in (whole, *parts)} - {None}) > 1:
        return None
    once = division._replace(whole=whole, parts=tuple(parts), counts=(1,) * len(parts))
    return once._replace(sure=False, closed=False, direct=False)


def _behind(page: Page, figures: Figures, index: int) -> int | None:
    """The only number of the bracket right behind a figure and its noun."""
    at = index + 1
    while at < len(figures) and figures[at].kind is FigureKind.DATE:
        at += 1  # "(2023: 7,000)"
    if at >= len(figures):
        return None
    figure, other = figures[index], figures[at]
    last = figure.span.last
    between = [page.word(at) for at in range(last, min(other.span.first, last + NEAR + 1))]
    opened = "(" in between and not SIGNS & set(between[: between.index("(")])
    if not opened or ")" in between or other.percent or not other.states or other.stated is None:
        return None
    behind = range(other.span.last, other.span.last + NEAR)
    sign = next((page.word(at) for at in behind if page.word(at) in SIGNS), None)
    return at if sign == ")" else None


def in_genitive(page: Page, figure: Figure) -> bool:
    """«124 мектептің», «37 мектебінен»: something of these, or out of them, is to follow."""
    for token in range(figure.span[1], figure.span[1] + 4):
        word = page.word(token)
        if not word[:1].isalpha():
            return False
        if page.language.has_case(word, Ending.GENITIVE, Ending.ABLATIVE):
            return True
    return False
