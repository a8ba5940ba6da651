"""Brackets: the levels of a change, one of which or the change itself stands in a bracket behind the other.

«5 246 человек (годом ранее – 5 986, −12,4 %)», «398,6 (2014 жылы – 401,1) мың адам, бұл 0,6 %-ға кем».
"""

from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode
from edureport.prose.figures.told_twice import COMPARING
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.comparisons import may_be_same
from edureport.prose.relations.derivation import digits, fits, ratio, with_another_digit
from edureport.prose.relations.ends import (
    ChangeEnds,
    are_of_a_size,
    counts_as,
    has_contrast,
    is_left,
    same_unit,
)
from edureport.prose.relations.listing import bracket_of
from edureport.prose.relations.relation import Rule
from edureport.prose.relations.spans import MOVES, STEM, TIMES, is_earlier, leads_from, named

FAR = 20  # tokens from a bracket to the change in it, or to the word that compares
FEW = 8  # figures before and behind a change
NEAR = 5  # tokens from a level to its bracket
FACTOR = 3  # digits of a factor that a pair explains
RATES = (Mark.RATE, Mark.PER, Mark.AMONG)  # of which counts tell nothing
SIGNS = frozenset("+-−–")
ARROWS = (["→"], ["->"])


def with_pair(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """The pair of «3 есе (1 659/5 054)» or "0.61→0.81 (+33%)": two levels with nothing between but a sign.

    An arrow, or the case of «489-дан 683-ке», leads from the first to the second; a stroke leaves the order
    open, and joins only what is told to be so many times the other, or would be but for one digit.
    """
    change = figures[index]
    for was, now in pairwise(counts):
        first, second = figures[was], figures[now]
        own = first.tokens | second.tokens
        signs = [page.word(at) for at in range(first.span.last, second.span.first) if at not in own]
        leads = signs in ARROWS or (not signs and is_left(page, first))
        if not leads and (signs != ["/"] or change.mode is not Mode.TIMES):
            continue
        opening = first.first - 1 - page.till(first.first - 1, Mark.CURRENCY)
        closing = second.span.last + page.is_word(second.span.last)
        bracket = page.word(opening) == "(" and page.word(closing) == ")"
        led = bracket and change.span.last <= opening and _follows(page, change, opening)
        if led and not _may_lead(page, figures, (was, now), index, opening, stroke=not leads):
            return None
        held = page.word(closing) == "(" and change.first == closing + 1
        if led or (held and page.word(max(change.tokens) + 1) == ")"):
            return ChangeEnds(Rule.CHANGE_BRACKET, was, now, sure=False, told=leads and not led)
    return None


def _may_lead(
    page: Page, figures: Figures, pair: tuple[int, int], index: int, opening: int, *, stroke: bool
) -> bool:
    """Whether the two levels in a bracket behind a change may be those of what changed.

    Of something else are those that have a noun which is not named before, or stand behind one of their own:
    "productivity rose 28 % (5,336 → 1,244 staff)", "prices rose 47 % as stocks changed (2,874 → 5,672)". A
    factor that a stroke explains has three digits, is one of several, or itself the slip; and no rate: "per
    head 2.0 times".
    """
    change, first, second = figures[index], figures[pair[0]], figures[pair[1]]
    low, high = page.bounds(change.span.first)
    known = {page.word(at)[:STEM] for at in range(low, opening)}
    counted = [one for one in (first, second) if one.unit not in page.language.measures]
    if any(page.word(at)[:STEM] not in known for one in counted for at in one.unit_tokens):
        return False
    if named(page, figures, range(change.span.last, opening), (*MOVES, Mark.BY)):
        return False
    if not stroke:
        return True
    if page.any_at(range(low, high), *RATES):
        return False
    near = figures[max(index - FEW, 0) : index + FEW]
    listed = sum(one.mode is Mode.TIMES and one.sentence == change.sentence for one in near) > 1
    read = [change, *(one for (one,) in with_another_digit([change], 0))]
    slip = any(fits(ratio, (first, second), one.unsigned) for one in read)
    return listed or digits(change) >= FACTOR or slip


def in_one_bracket(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """«5 246 человек (годом ранее – 5 986, −12,4 %)»: what was and the change, in the bracket of what is."""
    change = figures[index]
    opening = bracket_of(page, change)
    if opening is None or not _ends_or_is_said_again(page, figures, index):
        return None
    inside = [one for one in counts if opening < figures[one].span.first < change.span.first]
    before = [one for one in counts if figures[one].span.first < opening]
    if len(inside) != 1 or not before or not _follows(page, figures[before[-1]], opening):
        return None
    was, now = inside[0], before[-1]
    within = range(opening, change.span.first)
    if page.any_at(within, Mark.OPENER_STRONG) or not same_unit(figures[was], figures[now]):
        return None
    signed = change.words[:1] in SIGNS and page.word(change.span.last) == ")"
    bare = signed and not any(map(page.is_word, set(within) - {*figures[was].tokens}))  # «(1 080; −2 %)»
    earlier = bare or is_earlier(page, figures, opening, (was, now), change.words[:1])
    if not earlier or not are_of_a_size(figures[was], figures[now]):
        return None
    if not leads_from(page, figures, figures[was], figures[now], change):
        return None
    if len(before) > 1 and _may_be_part(page, figures[before[-2]], figures[now]):
        return None
    return ChangeEnds(Rule.CHANGE_BRACKET, was, now, sure=signed and not bare, told=not bare)


def _ends_or_is_said_again(page: Page, figures: Figures, index: int) -> bool:
    """Whether a bracket closes behind a change, or tells it in percent, too: «; +10 279 или 2,1 %)»."""
    last = figures[index].span.last
    again = figures[index + 1] if index + 1 < len(figures) else None
    joined = page.at(last, Mark.EQUAL) or page.word(last) in {",", ";", "/"}
    if joined and again is not None and again.percent and again.span.first - last <= NEAR:
        last = again.span.last
    return page.word(last) in {")", ";"}


def with_bracket(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """The pair of «398,6 (2014 жылы – 401,1) мың адам, бұл 0,6 %-ға кем»: so much, and in brackets before."""
    pairs = [
        (before, now)
        for now, before in pairwise(counts)
        if _holds(page, figures, figures[now], figures[before]) and counts_as(figures[now], figures[before])
    ]
    if len(pairs) != 1 or len(counts) != 2 or has_contrast(page, figures, (*counts, index)):
        return None
    low, high = page.bounds(figures[index].span.first)
    return ChangeEnds(Rule.CHANGE_BRACKET, *pairs[0], page.any_at(range(low, high), Mark.COMPARED))


def with_compared_bracket(page: Page, figures: Figures, counts: Indices, index: int) -> ChangeEnds | None:
    """The pair of «2024 жылмен (111,5 мың) салыстырғанда 7 %-ға кеміп, 103,3 мың болды».

    What a word of comparison names has its number in a bracket, and the sentence tells one more level and
    one change; that may be told again in percent.
    """
    change = figures[index]
    others = [one for one in figures[max(index - FEW, 0) : index + FEW] if one.sentence == change.sentence]
    changes = [one for one in others if one.kind is FigureKind.CHANGE]
    one_change = len(changes) == len({one.percent for one in changes})
    if len(counts) != 2 or not one_change or any(one.direction is not change.direction for one in changes):
        return None
    compared = [one for one in counts if _is_compared(page, figures, figures[one])]
    if len(compared) != 1:
        return None
    was, now = compared[0], next(one for one in counts if one not in compared)
    alike = same_unit(figures[was], figures[now]) and are_of_a_size(figures[was], figures[now])
    aside = bracket_of(page, figures[now]) is not None
    if not alike or aside or has_contrast(page, figures, (*counts, index)):
        return None
    return ChangeEnds(Rule.CHANGE_BRACKET, was, now, sure=False, told=True)


def _is_compared(page: Page, figures: Figures, figure: Figure) -> bool:
    """Whether a bracket holds a figure alone, and gives the number of the time that is compared with."""
    opening, closing = bracket_of(page, figure), max(figure.tokens) + 1
    closing += page.is_word(closing)
    if opening is None or page.word(closing) != ")" or figure.first != opening + 1:
        return False
    if page.language.head_final:
        start = opening - 1
        compared = page.at(closing + 1, Mark.COMPARED) > 0
    else:
        start = next((at for at in page.before(opening, FAR) if page.at(at, Mark.COMPARED)), opening)
        compared = start < opening
    between = range(start, opening)
    apart = any(page.word(at) in ",;()" for at in between)
    return compared and not apart and not named(page, figures, between, TIMES)


def _holds(page: Page, figures: Figures, figure: Figure, other: Figure) -> bool:
    """Whether a bracket right behind a figure holds the other one and nothing but its time."""
    between = range(figure.span.last, other.span.first)
    opened = bool(between) and page.word(between[0]) == "(" and page.word(other.span.last) == ")"
    breaks = "(),;:" if named(page, figures, between[1:], TIMES) else "(),;"  # "(2022: 1,269)"
    return opened and not any(page.word(at) in breaks for at in between[1:])


def is_summed_up(page: Page, figures: Figures, pair: tuple[int, int], index: int) -> bool:
    """Whether the sign of a change in a bracket right behind two levels is that of both: "(+12 %)"."""
    change = figures[index]
    in_bracket = page.word(change.span.first - 1) == "(" and page.word(change.span.last) == ")"
    first, second = (figures[one] for one in pair)
    if not (in_bracket and change.words[:1] in SIGNS and _follows(page, second, change.span.first - 1)):
        return False
    if any(page.word(at) == ")" for at in range(first.span.last, second.span.first)):
        return False  # each has its own: "141 people (+20 % on last year), 24 guests (+47 %)"
    dated = any(one.kind in {FigureKind.DATE, FigureKind.ORDINAL} for one in figures[pair[0] + 1 : pair[1]])
    compared = page.any_at(range(first.span.last, second.span.first), *COMPARING)
    return (dated or compared) and may_be_same(page, first, second)


def _may_be_part(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a bracket may be that of a whole: «490 краж, раскрыто 120 (годом ранее 480, +2 %)»."""
    apart = any(page.word(at) in {")", ";"} for at in range(whole.span.last, part.span.first))
    larger = (whole.stated or 0) >= (part.stated or 0)
    return larger and not apart and whole.sentence == part.sentence


def _follows(page: Page, figure: Figure, opening: int) -> bool:
    """Whether a bracket stands right behind a figure and its noun."""
    between = range(figure.span.last, opening)
    return len(between) <= NEAR and all(page.is_word(at) for at in between)
