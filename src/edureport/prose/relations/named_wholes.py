"""Named wholes: what a share is of, as the words beside it say, where its whole stands further off.

"The area is 84,310 hectares. Forests cover 31,270 hectares, which is 37.1 % of the total area": the count
that a share is set equal to is the part, and what "of" names, as an earlier number has this name, the whole.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import takewhile
from typing import NamedTuple

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations import share_pairs
from edureport.prose.relations.derivation import digits
from edureport.prose.relations.ends import same_unit
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.spans import STEM

AHEAD = 14  # tokens from a share to the number of its whole
NAME = 6  # words of a name
BACK, FAR = 2, 24  # sentences, and figures, back to a whole
FEW = 2  # words behind a share back to that for a total
PLANNED = 6  # tokens from a word for a plan to its number
EXACT = 3  # digits of a percentage that fits hardly by chance
APOSTROPHES = frozenset("'’")
ALL_OF = (
    Mark.TOTAL, Mark.ALL, Mark.NUMBER_OF, Mark.ARTICLE, Mark.DETERMINER, Mark.OUT_OF, Mark.LEAST_FROM,
    Mark.CONJ,
)  # fmt: skip
COMPARING = (
    Mark.INDEX_TO, Mark.AGAINST, Mark.COMPARED, Mark.EARLIER, Mark.RISE, Mark.FALL, Mark.CHANGE_NOUN,
    Mark.GROWTH_NOUN, Mark.FALL_NOUN,
)  # fmt: skip
SAYS = (Mark.EXISTS, Mark.MAKING, Mark.EQUAL)
PLANS = (Mark.PLAN, Mark.PLAN_NOUN, Mark.PLAN_BEFORE, Mark.OF_PLAN)


class Name(NamedTuple):
    """What words call the whole of a share: which tokens, how its nouns begin, whether a plan, or people.

    A whole that is only called the total has no nouns. It is `narrowed` if a clause says which of it: "of the
    area that is not built on".
    """

    tokens: range
    stems: frozenset[str]
    plan: bool
    people: bool
    narrowed: bool = False


def named_wholes(page: Page, figures: Figures, told: AbstractSet[int]) -> Iterator[Relation]:
    """The shares but for those that are `told`, where they follow, or would but for one digit."""
    for index, share in enumerate(figures):
        if index in told or not share_pairs.is_share(page, share) or not share.stated:
            continue
        name = name_of(page, share)
        part = share_pairs.linked_part(page, figures, index, name.tokens if name else range(0))
        if part is None:
            continue
        ahead = _ahead(page, figures, part, index, name)
        wholes = [ahead] if ahead is not None else list(_wholes(page, figures, part, index, name))
        readings = [share_pairs.ShareReading(part, whole, rule=Rule.SHARE_NAMED) for whole in wholes]
        exact = ahead is not None or digits(share) >= EXACT
        yield from share_pairs.likely_share(figures, index, readings, readings[:exact])


def name_of(page: Page, share: Figure) -> Name | None:
    """What the words call the whole of a share; None if they do not."""
    return _name_before(page, share) if page.language.head_final else _name_behind(page, share)


def _name_behind(page: Page, share: Figure) -> Name | None:
    """«от плана», «всего населения», "of the total area"; in English "of" must lead to it."""
    start, high = share.span.last, page.bounds(share.span.first)[1]
    led = max(page.at(start, mark) for mark in (Mark.OUT_OF, Mark.LEAST_FROM, Mark.INDEX_TO_YEAR))
    if not led and page.language.articles:
        return None
    words = takewhile(partial(_names, page), range(start + led, min(high, start + led + NAME)))
    last = start + led + len([*words])
    clause = last + (page.word(last) == "," and not page.language.articles)
    narrowed = last < high and page.has(clause, Mark.RELATIVE, Mark.WHO, Mark.THAT)
    return _name(page, range(start, last))._replace(narrowed=narrowed) if led or last > start else None


def _name_before(page: Page, share: Figure) -> Name | None:
    """«жалпы ауданның 37,1 %-ы»."""
    low, last = page.bounds(share.span.first)[0], share.first - 1
    if not page.language.has_case(page.word(last), Ending.GENITIVE, Ending.ABLATIVE):
        return None
    first = last
    while first > max(low, last - NAME) and page.is_word(first - 1):
        if page.has(first - 1, Mark.CONJ, Mark.EQUAL, Mark.MAKING, Mark.THIS):
            break
        first -= 1
    return _name(page, range(first, last + 1))


def _name(page: Page, tokens: range) -> Name:
    marks = (*ALL_OF, *PLANS, Mark.PEOPLE)
    said = {one for at in tokens for mark in marks for one in range(at, at + page.at(at, mark))}
    words = [at for at in tokens if at not in said and page.is_word(at) and not page.glued(at)]
    stems = frozenset(stem_of(page, at) for at in words if page.word(at) not in page.language.stop_words)
    return Name(tokens, stems, page.any_at(tokens, *PLANS), page.any_at(tokens, Mark.PEOPLE))


def _ahead(page: Page, figures: Figures, part: int, index: int, name: Name | None) -> int | None:
    """The number of the whole behind its name: "72 % of the target for the year, which was 104 million"."""
    last = max(part, index)
    whole = next((at for at in range(last + 1, min(last + 3, len(figures))) if figures[at].states), None)
    if name is None or page.language.head_final or whole is None:
        return None
    one, before = figures[whole], figures[last]
    first = min(one.tokens)
    between = range(before.span.last, first)
    if one.sentence != before.sentence or len(between) > AHEAD or page.any_at(between, *share_pairs.JOINTS):
        return None
    direct = first <= name.tokens.stop + 1 and page.word(name.tokens.stop) not in {",", ";", ")"}
    told = direct or page.word(first - 1) == "(" or any(page.till(first - 1, mark) for mark in SAYS)
    return whole if told and share_pairs.is_part(one) and same_unit(one, figures[part]) else None


def _wholes(page: Page, figures: Figures, part: int, index: int, name: Name | None) -> Iterator[int]:
    """The numbers before that may be the whole, the nearest first."""
    count, share, first = figures[part], figures[index], min(part, index)
    if name.narrowed if name else not _is_of_nothing_else(page, share):
        return
    for at in range(first - 1, max(first - FAR, -1), -1):
        one = figures[at]
        if share.sentence - one.sentence > (BACK if name else 1):
            return
        if not share_pairs.is_part(one) or not same_unit(one, count):
            continue
        planned = _is_plan(page, one) and not _is_plan(page, count)
        if name is None:
            if planned or _may_be_unnamed(figures, at, part):
                yield at
        elif planned if name.plan else has_name(page, one, name) and (one.stated or 0) > (count.stated or 0):
            yield at


def _is_of_nothing_else(page: Page, share: Figure) -> bool:
    """Whether no word behind a share says what it is of, and none of its sentence tells of a change."""
    low, high = page.bounds(share.span.first)
    named = not page.language.head_final and page.is_word(share.span.last)
    digits_alone = page.tokens[share.span.first].is_digits
    return digits_alone and not named and not page.any_at(range(low, high), *COMPARING)


def _may_be_unnamed(figures: Figures, whole: int, part: int) -> bool:
    """Whether a number may be the whole of another behind it, though no word says so."""
    one, count = figures[whole], figures[part]
    dated = any(at.kind is FigureKind.DATE for at in figures[whole + 1 : part])
    own = figures[whole + 1].percent and figures[whole + 1].sentence == one.sentence
    return not dated and not own and None is not one.unit and (one.stated or 0) > (count.stated or 0)


def _is_plan(page: Page, figure: Figure) -> bool:
    low, _ = page.bounds(figure.span.first)
    planned = page.any_at(range(max(low, figure.first - PLANNED), figure.span.first), *PLANS)
    return planned or figure.kind is FigureKind.TARGET


def has_name(page: Page, figure: Figure, name: Name) -> bool:
    """Whether the words of a number call it what a share is of."""
    low, high = page.bounds(figure.span.first)
    if not page.language.head_final and page.word(name.tokens.stop)[:1].isdigit():
        return False  # "of the state's 1987 borrowing requirement"
    around = range(low, min(high, figure.span.last + share_pairs.NOUNS))
    people = figure.unit in page.language.people | page.language.persons or page.any_at(around, Mark.PEOPLE)
    return name.stems <= {stem_of(page, at) for at in around} and (people or not name.people)


def stem_of(page: Page, token: int) -> str:
    """How a word begins, without its endings."""
    return page.language.stem(page.word(token))[:STEM]


def of_named(page: Page, figures: Figures, counts: Indices, share: Figure) -> share_pairs.ShareReading | None:
    """The whole behind "of", and the part before the share or behind the whole: "46 % of 120 pupils, 55"."""
    before = [index for index in counts if figures[index].span.first < share.span.first]
    after = counts[len(before) :]
    if (
        not page.tokens[share.span.first].is_digits
        or not after
        or share_pairs.equals(page, figures[after[0]])
    ):
        return None  # "half of them"; "63 %, or 1,968 of 3,700"
    whole = after[0]
    named = range(share.span.last, min(figures[whole].tokens))
    if not _is_named(page, named):
        return None
    close = bool(before) and share_pairs.are_near(figures[before[-1]], share)
    equal = close and share_pairs.equals(page, share)
    if close and share_pairs.is_apposed(page, share):
        part = before[-1]
    elif len(after) > 1 and share_pairs.is_apposed(page, figures[after[1]]):
        part = after[1]
    else:
        return None
    # "8 % of the votes of the 5 million shares" may be no part of these
    led = [at + 1 for at in named[1:] if page.has(at, Mark.OUT_OF)]
    sure = equal and not page.any_at(led, Mark.ARTICLE, Mark.DETERMINER)
    sure = sure and figures[part].unit == figures[whole].unit is not None
    return share_pairs.ShareReading(part, whole, sure, told=True)


def total_named(page: Page, share: Figure) -> frozenset[str] | None:
    """How the words begin that name the total a share is of: «51,5 % всего населения»; None if none do."""
    words = [*takewhile(page.is_word, range(share.span.last, page.bounds(share.span.first)[1]))]
    total = next((at for at in words[:FEW] if page.at(at, Mark.TOTAL)), None)
    if total is None:
        return None
    behind = words[words.index(total) + page.at(total, Mark.TOTAL) :]
    name = takewhile(lambda at: not page.at(at, Mark.CONJ), behind)
    return frozenset(page.word(at)[:STEM] for at in name)


def stems(page: Page, figure: Figure) -> frozenset[str]:
    """How the words of the sentence of a figure begin, up to it and its unit."""
    low, _ = page.bounds(figure.span.first)
    return frozenset(page.word(at)[:STEM] for at in range(low, figure.span.last + 1))


def _is_named(page: Page, words: range) -> bool:
    """Whether words behind a share name what it is of: "of the", "of the company's", but not "of it for"."""
    words = words[page.word(words.start) == "," :]
    led = page.at(words.start, Mark.OUT_OF) > 0 or page.at(words.start, Mark.LEAST_FROM) > 0  # «от суммы»
    return led and all(map(partial(_names, page), range(words.start + 1, words.stop)))


def _names(page: Page, token: int) -> bool:
    """Whether a token can stand in a name that "of" opens: no other preposition, verb or sign."""
    if page.at(token, Mark.OUT_OF) or page.at(token, Mark.DETERMINER) or page.word(token) in APOSTROPHES:
        return True
    return page.is_word(token) and not page.at(token, Mark.CONJ)
