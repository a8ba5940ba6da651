"""Shares in percent that leave no others, and so add up to a hundred."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from itertools import groupby

from edureport.analysis.breakdown import total
from edureport.model.printing import follows
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.marks import Mark, Split
from edureport.prose.numbers.number import last_digit
from edureport.prose.page import Page
from edureport.prose.relations.derivation import HUNDRED, comparable, is_index, is_slip, quantity
from edureport.prose.relations.division import all_split
from edureport.prose.relations.itemised import TextLine, text_lines
from edureport.prose.relations.listing import in_bracket
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule, certainty

FAR_BELOW, FAR_ABOVE = 90, 110
MANY = 4  # kinds that a sentence shares a whole out to
FEW, MANY_LINES = 3, 12  # shares of a list that no word closes, or lines
DIGITS = 3  # of a hundred: more where the shares have decimals
WORDS = 8  # before the share of a line
ALONE = 2  # tokens behind it
REST = 4  # tokens from "the rest" to its share: "of the rest 335 (63 %)", «қалғандарының 335-і (63 %)»
OPENED = (Mark.SHARE, Mark.OUT_OF, Mark.TOTAL, Mark.ALL, Mark.OF_THEM)
NO_KINDS = (Mark.RATE, Mark.RATE_OF, Mark.PROPORTION, Mark.TOTAL)  # of which rates of each may be told
BESIDE = 4  # tokens from a kind to its share: «городского населения – 40 %»
NEARLY = 95  # per cent that shares which leave no other must add up to, or they are not all


def hundreds(page: Page, figures: Figures, indices: Indices) -> Iterator[Relation]:
    """Shares of kinds that leave no other: «31,6 % қалада, 68,4 % ауылда»; each may be cut off."""
    parts = [index for index in indices if figures[index].mode is None and _is_share(page, figures[index])]
    # «составила 53,5 % (годом ранее – 51,4 %)»
    parts = [index for index in parts if not in_bracket(page, figures[index])] or parts
    if len(parts) < 2 or _is_of_rest(page, figures[parts[-1]]):
        return
    others = any(page.till(figures[parts[-1]].span[0] - at, Mark.OTHERS) for at in (1, 2, 3))
    split = all_split(page, figures, parts)
    of_them = len(parts) < MANY and _of_whole(page, figures, parts[:1])
    if not (others or split or of_them):
        if FEW <= len(parts) == len(indices):
            yield from _exact_list(page, figures, parts)
        return
    if any(page.till(figures[index].first - 1, Mark.AGAINST) for index in parts[1:]):
        return  # "its share was 50 % in 2024, compared with 52 %", "cut to 49 % from 60 %"
    whole, added = _make_a_hundred(figures, parts), _added(figures, parts)
    alone = all(figures[index].percent for index in indices)
    over_all = alone and HUNDRED.low < added <= FAR_ABOVE
    if not whole and not (others or split or over_all):
        return  # these need not be all
    slip = is_slip(added, HUNDRED.low, _stated(figures, parts), DIGITS, added=True)
    if not (whole or split or slip) and (added > FAR_ABOVE or (len(parts) < FEW and not others)):
        return  # "of those accused in Ayr 90 % were fined, in the other towns 51 %"
    over = added > HUNDRED.low > max(_stated(figures, parts))
    if not whole and not over and not split and added < NEARLY:
        return  # another sentence has named the largest of them
    if not whole and split and not (FAR_BELOW < added < FAR_ABOVE and _of_nothing_else(page, figures, parts)):
        return  # rates: 96.7 % of girls, and 89.9 % of boys
    # None that is broken is sure: "43.7 % of cattle, 15.7 % of pigs and 47.3 % of sheep".
    verdict = Consistency.FOLLOWS if whole else Consistency.DOES_NOT_FOLLOW
    yield _relation(figures, parts, Rule.SHARES_KINDS, certainty(sure=whole and split), verdict)


def _is_of_rest(page: Page, share: Figure) -> bool:
    """Whether a share is one of what another leaves: "of the rest 335 (63 %)", not "the rest, 35 %"."""
    bracket = page.word(share.span.first - 1) == "("
    for last in range(share.span.first - REST, share.span.first):
        if size := page.till(last, Mark.OTHERS):
            owned = page.language.head_final and page.language.has_case(page.word(last), Ending.GENITIVE)
            return bracket and (owned or page.till(last - size, Mark.OUT_OF) > 0)
    return False


def _exact_list(page: Page, figures: Figures, parts: Indices) -> Iterator[Relation]:
    """Three shares or more of what words before them name: "Of the land, 91.2 % is fields, 7.5 % woods …".

    A list may leave some out: that one digit would make it a hundred says something only where it is more
    than that, or the shares have two decimals.
    """
    before = range(page.bounds(figures[parts[0]].span.first)[0], figures[parts[0]].span.first)
    owned = any(page.language.has_case(page.word(at), Ending.GENITIVE) for at in before)
    if owned or page.any_at(before, *OPENED):
        over = HUNDRED.low < _added(figures, parts) < FAR_ABOVE
        exact = max(map(last_digit, _stated(figures, parts))) < -1
        much = len(parts) <= MANY and _added(figures, parts) < NEARLY  # more than a list leaves out
        closed = much and _is_closed(page, figures, parts, before)
        yield from _of_decimals(figures, parts, Rule.SHARES_KINDS, all_told=over or exact or closed)


def _is_closed(page: Page, figures: Figures, parts: Indices, before: range) -> bool:
    """Whether "and" ends a list of shares of what is named before them: "Of all calls 41.7 %, …, and 22.5 %".

    A word for a share alone may tell of the main ones only: "the largest shares are 41.7 %, …".
    """
    last = range(figures[parts[-2]].span.last, figures[parts[-1]].span.first)
    joined = any(page.is_word(at) and page.at(at, Mark.JOIN) for at in last)
    whole = page.language.head_final or page.any_at(before[:BESIDE], Mark.OUT_OF, Mark.OF_THEM)
    return joined and whole and not page.any_at(before, Mark.SHARE)


def hundred_lines(page: Page, figures: Figures) -> Iterator[Relation]:
    """Lines with a share each: "Domestic: 58.3 % / Europe: 24.6 % / Elsewhere: 17.1 %".

    No word says that they leave none out; but lines that would make a hundred with another digit in one of
    them are to be looked at.
    """
    lines = text_lines(page, figures, [index for index, figure in enumerate(figures) if figure.states])
    groups = [(shares, [*group]) for shares, group in groupby(lines, key=partial(_has_share, page, figures))]
    for place, (shares, group) in enumerate(groups):
        parts = [line.figures[0] for line in group] if shares else []
        if FEW <= len(parts) <= MANY_LINES:
            before = groups[place - 1][1][-1:] if place else []
            after = groups[place + 1][1][:1] if place + 1 < len(groups) else []
            beside = any(figures[index].percent for line in (*before, *after) for index in line.figures)
            rates = any(page.any_at(range(line.first, line.last), *NO_KINDS) for line in (*before, *group))
            yield from _of_decimals(figures, parts, Rule.SHARES_LINES, all_told=not beside and not rates)


def _has_share(page: Page, figures: Figures, line: TextLine) -> bool:
    """Whether a line is a label with a share behind it."""
    if len(line.figures) != 1:
        return False
    figure, tokens = figures[line.figures[0]], range(line.first, line.last)
    words = range(line.first, figure.first)
    behind = [at for at in range(figure.span.last, line.last) if page.is_word(at)]
    label = 0 < len(words) <= WORDS and page.is_word(line.first) and len(behind) <= ALONE
    plain = _is_share(page, figure) and not figure.points
    return plain and label and not page.any_at(tokens, Mark.RISE, Mark.FALL, Mark.PLAN, Mark.EARLIER)


def _of_decimals(figures: Figures, parts: Indices, rule: Rule, *, all_told: bool) -> Iterator[Relation]:
    """Shares with decimals, which make a hundred hardly by chance, or would but for a digit of `all_told`."""
    stated = _stated(figures, parts)
    whole = _make_a_hundred(figures, parts)
    slipped = all_told and is_slip(_added(figures, parts), HUNDRED.low, stated, DIGITS, added=True)
    if min(map(last_digit, stated)) < 0 and (whole or slipped):
        verdict = Consistency.FOLLOWS if whole else Consistency.DOUBTFUL
        yield _relation(figures, parts, rule, Certainty.LIKELY, verdict)


def _relation(
    figures: Figures, parts: Indices, rule: Rule, sure: Certainty, verdict: Consistency
) -> Relation:
    added = Quantity(_added(figures, parts))
    return Relation(RelationKind.HUNDRED, rule, sure, None, tuple(parts), verdict, added)


def _stated(figures: Figures, parts: Indices) -> list[Decimal]:
    return [figures[index].stated or Decimal(0) for index in parts]


def _added(figures: Figures, parts: Indices) -> Decimal:
    return sum(_stated(figures, parts), Decimal(0))


def _make_a_hundred(figures: Figures, parts: Indices) -> bool:
    """Whether the shares add up to a hundred as they are printed."""
    shares = [quantity(figures[index]) for index in parts]
    return follows(lambda printing: HUNDRED.low in total(shares, printing))


def _is_share(page: Page, figure: Figure) -> bool:
    exact = comparable(figure) and figure.bound is Bound.EXACT and not is_index(page, figure)
    return exact and figure.percent and figure.kind is FigureKind.PERCENT


def _of_whole(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether a word says that these are shares of one thing: «доля зарплаты …, прочих затрат – …»."""
    low, _ = page.bounds(figures[parts[0]].span.first)
    return page.any_at(range(low, figures[parts[-1]].span.first), Mark.SHARE)


def _of_nothing_else(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether each share stands beside its kind: not «городских семей с детьми – 40 %, сельских – 55 %».

    Nor is what is told of each kind: «қала халқының қолжетімділігі 77,1 %, ауыл халқының 31,3 %».
    """
    clause = range(page.bounds(figures[parts[0]].span.first)[0], figures[parts[0]].span.first)
    owned = any(page.language.has_case(page.word(at), Ending.GENITIVE) for at in clause[-BESIDE:-1])
    if page.language.head_final and owned and not page.any_at(clause, Mark.SHARE):
        return False
    ends = [figures[index].span.first for index in parts]
    before = [range(max(0, end - BESIDE), end) for end in ends]
    return _of_kinds(page, figures, parts) or all(any(_is_kind(page, at) for at in near) for near in before)


def _of_kinds(page: Page, figures: Figures, parts: Indices) -> bool:
    """Whether each share stands right before its kind: «31,6 % городских, 68,4 % сельских»."""
    ends = [figures[index].span.last for index in parts]
    return max(ends) < len(page.begins) and all(_is_kind(page, at) for at in ends)


def _is_kind(page: Page, token: int) -> bool:
    return any(isinstance(tag, Split) for tag in page.begins[token])
