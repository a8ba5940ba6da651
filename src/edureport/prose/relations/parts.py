"""Parts and wholes of a text: which figures are said to be parts of which.

So are the parts of a change: «сократилось на 551, в том числе из-за убыли – на 390, из-за оттока – на 161».
What is told behind the words that open such a list may be a part of the level as well; so a sum is only seen
where it comes out right, and asked about where one digit would make it so.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from edureport.prose.figures.figure import Figure, FigureKind, Figures, Indices, Mode, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations import dividing
from edureport.prose.relations.derivation import by_sentence, comparable
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.listing import (
    Listing,
    aside,
    in_bracket,
    is_direct,
    is_taken_out_of,
    listing,
    opening_of,
    opens_list,
    related,
)
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import adds_up, first_sum, is_one_digit_off
from edureport.prose.relations.totals import apposed, counted_off, of_them, run_on, summed, summed_by_year

NEAR = 5  # tokens from a whole to the bracket of its parts
_SIGNS = {":": Rule.PARTS_COLON, "(": Rule.PARTS_BRACKET}
BRACKET_ENDS = frozenset("(),;:.")  # what may stand between them
FAR = 15  # tokens from the words that open a list to a first part that may be of something else
TWO = 2  # digits of a number that is one digit off a sum that is written out
OPENING = 3  # words before "of them" at the beginning of a sentence
MANY = 60  # figures in a clause; no sentence lists so many parts
DIGITS = 3  # of a number that is one digit off hardly by chance
WAYS = frozenset({Mode.BY, Mode.BY_OR_TO})
MOST = 12  # figures of a sentence


def divisions(page: Page, figures: Figures) -> list[Division]:
    """All divisions that words, suffixes or signs tell of, sentence by sentence."""
    result: list[Division] = []
    indices = [index for index, figure in enumerate(figures) if _counts(figure)]
    previous: list[int] = []
    for sentence in by_sentence(figures, indices):
        clauses = _clauses(page, figures, sentence)[:MANY] if len(sentence) < 5 * MANY else [[]]
        for place, clause in enumerate(clauses):
            result += _in_brackets(page, figures, clause)
            further = _over_semicolons(page, figures, clauses[place : place + MANY // 5], previous)
            result += further or _division(page, figures, clause, previous)
        told = [index for index in sentence if not in_bracket(page, figures[index])]
        if any(not figures[index].percent for index in told):
            previous = told
    return result


def _counts(figure: Figure) -> bool:
    """Whether a figure can be a whole or a part."""
    changes = figure.kind is FigureKind.CHANGE or figure.mode is Mode.FROM or figure.points
    return comparable(figure) and not changes


def _clauses(page: Page, figures: Figures, sentence: Indices) -> list[list[int]]:
    """The figures of a sentence between semicolons; those in brackets or behind a colon part a list."""
    clauses: list[list[int]] = [[sentence[0]]]
    depth, listed = 0, opens_list(page, page.bounds(figures[sentence[0]].span.first)[0])
    for before, index in pairwise(sentence):
        for token in range(figures[before].span[1], figures[index].span[0]):
            word = page.word(token)
            depth += (word == "(") - (word == ")")
            listed = listed or (word == ":" and depth == 0)
            if word == ";" and depth <= 0 and not listed:
                clauses.append([])
                break
        clauses[-1].append(index)
    return clauses


def _in_brackets(page: Page, figures: Figures, clause: Indices) -> list[Division]:
    """Brackets that list the parts of the figure before them: "8,105 cases (4,377 girls and 3,728 boys)"."""
    result: list[Division] = []
    plain = [index for index in clause if not figures[index].percent and figures[index].mode is not Mode.TO]
    if len(plain) > MANY:
        return []
    for place, whole in enumerate(plain[:-2]):
        last = figures[whole].span.last
        opening = next((at for at in range(last, last + NEAR) if page.word(at) in BRACKET_ENDS), None)
        if opening is None or page.word(opening) != "(" or opening > figures[plain[place + 1]].span.first:
            continue
        found = listing(page, figures, opening, [whole], plain[place + 1 :])
        if dividing.are_added(page, figures, opening, found.parts):
            # «22 (9 + 13)», if the number before the bracket can be meant
            one = unsure(Rule.PARTS_BRACKET, whole, found.parts)
            one = one._replace(complete=True, sure=True, written=True)
            result += [one] if adds_up(figures, one) or is_one_digit_off(figures, one, TWO) else []
            continue
        bare = dividing.only_numbers(page, figures, opening, found.parts) or dividing.tells_times(
            page, figures, found.parts
        )
        if len(found.parts) > 1 and found.inner is None and not bare:
            divided = dividing.divided_by(page, figures, [whole], found)
            result += [one._replace(rule=Rule.PARTS_BRACKET) for one in divided]
    return result


def _over_semicolons(
    page: Page, figures: Figures, clauses: Sequence[list[int]], previous: Indices
) -> list[Division]:
    """A list that goes on behind semicolons: «60 тыс., в том числе областных – 20 тыс.; районных – 40 тыс.».

    As what follows one may be of something else, it must add up, or would but for one digit.
    """
    for size in range(len(clauses), 1, -1):
        found = _division(page, figures, [index for one in clauses[:size] for index in one], previous)
        for one in found[:1]:
            led = one.rule is Rule.PARTS_OPENER and one.whole in clauses[0] and len(one.parts) >= size
            right = adds_up(figures, one)
            if led and one.sure and one.clean and (right or is_one_digit_off(figures, one)):
                return [one._replace(sure=right)]
    return []


def _division(page: Page, figures: Figures, clause: Indices, previous: Indices) -> list[Division]:
    levels = [index for index in clause if not figures[index].percent]
    plain = [index for index in levels if figures[index].mode is not Mode.TO]
    if not plain or len(clause) > MANY:
        return []
    opening = opening_of(page, figures, clause, plain)
    taken_out = len(plain) > 1 and is_taken_out_of(page, figures[plain[0]])
    if taken_out and opening is not None and figures[plain[1]].span[0] < opening:
        return _taken_out(page, figures, plain)  # "of 300 staff, 120 are teachers, including 40 …"
    if opening is not None:
        wholes = plain if page.word(opening) in ":(" else levels  # "rose to 132, of which 60 …"
        before = [index for index in wholes if figures[index].span[0] < opening and not figures[index].each]
        level = [index for index in before if not aside(page, figures[index], opening)]
        before = level if level or page.word(opening) == "(" else before
        after = _behind(page, figures, plain, opening)
        sign = page.word(opening)
        over = not before and sign not in ":("
        if over and (not _begins_sentence(page, opening) or page.has(opening, Mark.NAMELY, Mark.CONSISTS)):
            # "Hiring new workers, many of whom …": of workers that no figure counts; "40 tonnes were bought.
            # Ships comprised 50": of what a sentence is about no other tells.
            return []
        if over:
            before = [index for index in previous if not figures[index].percent]
        if before and after:
            divided = _opened(page, figures, before, opening, listing(page, figures, opening, before, after))
            several = any(len(one.parts) > 1 for one in divided)
            if several or (divided and not page.has(opening, Mark.CONSISTS)):  # "now comprises 52"
                begins = page.tokens[page.bounds(opening)[0]].gap in {"¶", "\n"}  # its paragraph or line
                here, told = page.sentence[opening], (one.sentence for one in reversed(figures[: clause[0]]))
                apart = here > 1 + next((one for one in told if one < here), here)  # "this includes" words
                unclear = over and (len(before) > 1 or begins or apart)
                return [
                    one._replace(sure=one.sure and not unclear, direct=one.direct and not unclear)
                    for one in divided
                ]
    if taken_out:
        return _taken_out(page, figures, plain)
    if (whole := of_them(page, figures, plain)) is not None:
        return whole
    return (
        summed(page, figures, plain)
        or summed_by_year(page, figures, plain, previous)
        or apposed(page, figures, plain)
        or counted_off(page, figures, plain)
    )


def _behind(page: Page, figures: Figures, plain: Indices, opening: int) -> list[int]:
    """The levels behind the opening of a list, to where the dash closes that opened it.

    "Cuts of 36 million – including 22 million in fees – off a deficit of 144 million"; what a verb leads to
    is no part either: "1.3 million in stock, of which 440,000 went to raise sales to 6.9 million".
    """
    after = [index for index in plain if figures[index].span[0] > opening]
    end = page.bounds(opening)[1]
    if page.word(opening - 1) == "–":
        dashes = (at for at in range(opening, end) if page.word(at) == "–")
        # But not at that of «из них сельских – 20».
        end = next((at for at in dashes if not page.word(at + 1)[:1].isdigit()), end)
    return [
        index
        for index in after
        if figures[index].span[0] < end
        and (index == after[0] or not page.till(figures[index].first - 1, Mark.TO))
    ]


def _begins_sentence(page: Page, opening: int) -> bool:
    """Whether the words that open a list stand at the beginning of their sentence: "Of them, 30 …"."""
    before = range(page.bounds(opening)[0], opening)
    if page.any_at(before, Mark.TOTAL):
        return False  # "Total capital including reserves is 678 million"
    return len(before) <= OPENING and not any(page.word(at) == "," for at in before)


def _tells_how_it_changed(figures: Figures, opening: int, part: int) -> bool:
    """Whether a colon is followed by how the whole changed: «1,3 млн тонн: за год на 9 % больше, …»."""
    before = figures[max(0, part - NEAR) : part]
    return any(one.kind is FigureKind.CHANGE and one.span.first > opening for one in before)


def _taken_out(page: Page, figures: Figures, plain: Indices) -> list[Division]:
    """What is divided by "of" before it: "of 48 bridges, 30 …"."""
    found = listing(page, figures, figures[plain[0]].span.last, plain[:1], plain[1:])
    shared = any(one.percent for one in figures[plain[0] : plain[1]])
    joined = page.till(figures[plain[1]].first - 1, Mark.JOIN)  # "shares, of 80 in May and 130 in June"
    if shared or joined:
        return []  # «из 1800 районов 23 % имеют до 20 тыс. человек»
    divided = dividing.divided_by(page, figures, plain[:1], found)
    first = figures[plain[0]].first
    out = page.till(first - 1, Mark.OUT_OF)
    alone = len(plain) == TWO and out > 0 and not page.at(first - out, Mark.OF_THEM)  # «из 40 залов 55 новые»
    return [division._replace(rule=Rule.PARTS_TAKEN_OUT, direct=alone) for division in divided]


def _opened(page: Page, figures: Figures, before: Indices, opening: int, parts: Listing) -> list[Division]:
    """The divisions of a list behind its opening; a sign alone opens only a list of several parts."""
    sign = page.word(opening)
    if (sign == "(" and dividing.tells_times(page, figures, parts.parts)) or dividing.out_of(
        page, figures, parts.parts
    ):
        return []
    if sign == "(" and dividing.only_numbers(page, figures, opening, parts.parts):
        return []
    if not parts.parts or (len(parts.parts) < 2 and parts.inner is None and sign in ":("):
        return []
    if sign == ":" and _tells_how_it_changed(figures, opening, parts.parts[0]):
        return []
    if figures[before[-1]].span.last == opening and page.word(figures[parts.parts[0]].span.last) == ":":
        return []  # "30: Chairs 12: Guests"
    if all(figures[part].role is SumRole.REST for part in parts.parts) or run_on(figures, parts.parts):
        return []
    if len(parts.parts) == 1 and figures[parts.parts[0]].role is SumRole.TOTAL:
        return []  # "1,906 homes are replaced by a scheme comprising a total of 4,398"
    rule = _SIGNS.get(sign, Rule.PARTS_OPENER)
    divided = dividing.divided_by(page, figures, before, parts, colon=sign == ":")
    far = sign not in ":(" and figures[parts.parts[0]].span.first - opening > FAR
    direct = sign not in ":(" and is_direct(page, figures[parts.parts[0]], opening)
    divided = [
        one
        for one in divided
        if ((one.colon and figures[one.whole].first > opening) or not dividing.of_another(page, figures, one))
        and not dividing.of_a_month(page, figures, one, opening)
        and not dividing.with_others(page, figures, one, opening)
    ]
    return [
        one._replace(
            rule=rule,
            direct=direct,
            sure=one.sure and not far and not _is_above(page, figures[one.whole], opening),
        )
        for one in divided
    ]


def _is_above(page: Page, whole: Figure, opening: int) -> bool:
    """Whether a list is opened in a line below its whole: "Note: …" may tell of something else."""
    return any(page.tokens[at].gap == "\n" for at in range(whole.span.last, opening + 1))


def parts_of_changes(page: Page, figures: Figures) -> Iterator[Relation]:
    """The changes whose parts words list behind them in their sentence."""
    told = [index for index, figure in enumerate(figures) if _may_change(figure)]

    near = partial(is_one_digit_off, figures, least=DIGITS)

    for sentence in by_sentence(figures, told):
        for place, (whole, first) in enumerate(pairwise(sentence[:MOST])):
            between = range(figures[whole].span.last, figures[first].first)
            opening = next((at for at in between if opens_list(page, at)), None)
            if figures[whole].mode in WAYS and opening is not None:
                parts = listing(page, figures, opening, [whole], sentence[place + 1 :]).parts
                if len(parts) > 1 and all(related(page, figures, [whole], part) for part in parts):
                    yield from first_sum(figures, [unsure(Rule.PARTS_OPENER, whole, parts)], near)


def _may_change(figure: Figure) -> bool:
    change = figure.kind is FigureKind.CHANGE and figure.mode in WAYS
    return comparable(figure) and not figure.percent and (change or figure.mode is None)
