"""Sums that no word opens: numbers that add up to another to the last of many digits, or but for one digit.

That five digits agree is no chance, and that one of five is wrong hardly; so such numbers belong together
though the words do not say it. Parts may follow in a sentence or two of their own: «Выявлено 103 нарушения.
Из них 37 участников пронесли телефоны. Ещё 66 …»; where that list ends no word says, so it is asked about
only if no other time is told of, and the words say of each that it is another part. All are never more than
likely.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, pairwise, takewhile

from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Figures, Indices, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.derivation import by_sentence, digits, is_amount
from edureport.prose.relations.division import PAIRS, SIZES, Division, all_split, is_kind, unsure
from edureport.prose.relations.listing import in_bracket, opens_list
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import LONG, VERY_LONG, first_sum, is_one_digit_off, misses_little

DASHES = frozenset("-–")
TIMES = (Mark.EARLIER, Mark.MONTH)  # "last year's purchase comprised", and not that of the sentence before
DIGITS = 3  # of a number that is one digit off, where words close a list
LONG_LIST = 24  # figures of a sentence in which no such list is looked for
MANY = 8  # parts
BACK = 40  # figures before, among which kinds that leave no other may have their whole
LONGER, NEVER = 5, 100  # digits where no word joins them, and of what never is asked about
LARGE = 1_000  # from which on a sum of two is no chance
HUNDRED = 100  # from which on it is none of kinds that leave no other
ALL = {**SIZES, **PAIRS}
FOLLOWING = 4  # sentences behind the whole, and parts in the first of them if words open a list there
TWO = 2  # parts in each of the others
BEGINNING = 3  # tokens
WORD = 6  # letters of a word that tells of what a sentence is
CLOSED = 2  # digits of a whole whose last part is what remains
LEAST = 50  # of a whole that adds up hardly by chance


def beside(page: Page, figures: Figures) -> Iterator[Relation]:
    """Wholes and parts that stand beside each other, in one sentence or in two."""
    plain = [index for index, figure in enumerate(figures) if is_amount(figure) and (figure.stated or 0) > 0]
    before: list[int] = []

    def near(division: Division) -> bool:
        return is_one_digit_off(figures, division, _least(page, figures, division))

    for sentence in by_sentence(figures, plain):
        closed = _closed(page, figures, sentence, before)
        outside = [index for index in sentence if not in_bracket(page, figures[index])]
        read = [*closed, *_open(page, figures, sentence, before, plain)]
        if outside and outside != sentence:
            read += _open(page, figures, outside, before, plain)
        yield from first_sum(figures, read, near)
        before = sentence


def _closed(page: Page, figures: Figures, sentence: Indices, before: Indices) -> list[Division]:
    """The list behind "comprised", or behind a dash and closed by "and", with each number before it.

    The nearest comes first.
    "46,000 tonnes were bought. The purchase comprised 41,000 tonnes of crude and 5,000 of refined oil."
    """
    outside = [index for index in sentence if not in_bracket(page, figures[index])]
    parts = _listed(page, figures, outside) or _with_the_rest(figures, outside)
    number = figures[sentence[0]].sentence
    wholes = [one for one in before if figures[one].sentence + 1 == number]
    wholes = [one for one in wholes if not in_bracket(page, figures[one])]
    wholes += outside[: outside.index(parts[0])] if parts else []
    read = [
        unsure(Rule.PARTS_BESIDE, whole, parts)
        for whole in reversed(wholes)
        if parts and figures[whole].unit == figures[parts[0]].unit and _is_more(figures, whole, parts)
    ]
    slipped = [one for one in read if is_one_digit_off(figures, one, DIGITS)]
    return [one._replace(closed=slipped == [one]) for one in read]


def _listed(page: Page, figures: Figures, sentence: Indices) -> list[int]:
    """The figures of one unit behind "comprised", or between a dash and "and"; else none."""
    last = page.bounds(figures[sentence[0]].span.first)[0] if sentence else 0
    for place, index in enumerate(sentence[:-1] if len(sentence) <= LONG_LIST else []):
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


def _with_the_rest(figures: Figures, sentence: Indices) -> list[int]:
    """The figures of one unit up to the rest, or none: "120 came, 80 are spent, the remaining 40"."""
    if not sentence or figures[sentence[-1]].role is not SumRole.REST or len(sentence) > MANY:
        return []
    unit = figures[sentence[-1]].unit
    parts = [index for index in sentence if figures[index].unit == unit]
    stated = [figures[index].stated or 0 for index in parts]
    own = len(parts) > 2 and stated[0] > max(stated[1:])
    return [] if unit is None or len(parts) < 2 else parts[own:]


def _open(
    page: Page, figures: Figures, sentence: list[int], before: list[int], plain: Indices
) -> Iterator[Division]:
    """A sentence, or the numbers of one unit in it, with its first number or one of the sentence before."""
    if 2 < len(sentence) <= MANY + 1:
        yield from _division(page, figures, sentence[0], sentence[1:])
    # "5,214 kg of tea for 90 crowns. They sold 3,102 kg of black and 2,112 kg of green tea in 12 towns."
    units = {figures[index].unit: index for index in before[-MANY:] if figures[index].unit is not None}
    for unit, whole in units.items():
        own = [index for index in sentence if figures[index].unit == unit]
        if 1 < len(own) < min(len(sentence), MANY) and own[-1] - own[0] == len(own) - 1:
            yield from _division(page, figures, whole, own)
    if 1 < len(sentence) <= MANY:
        wholes = before[-MANY:]
        if all_split(page, figures, sentence):
            wholes = [index for index in plain if sentence[0] - BACK <= index < sentence[0]]
        for whole in reversed(wholes):
            yield from _division(page, figures, whole, sentence)


def _division(page: Page, figures: Figures, whole: int, parts: Indices) -> Iterator[Division]:
    """The whole with these parts, if it is more than each and may count what they do: no tenge of pupils."""
    unit, measures = figures[whole].unit, page.language.measures
    units = {figures[index].unit for index in parts} - {unit, None}
    alike = not units or measures.isdisjoint({one or "" for one in (*units, unit)})
    gaps = [range(figures[one].span.last, figures[other].span.first) for one, other in pairwise(parts)]
    inside = [at for gap in gaps for at in _outside(page, gap)]
    # "full-time 31,410, of them 10,466 women"
    led = page.any_at(inside, Mark.OPENER_STRONG, Mark.OF_THEM)
    least = HUNDRED if all_split(page, figures, parts) else LARGE
    if alike and not led and (figures[whole].stated or 0) >= least and _is_more(figures, whole, parts):
        yield unsure(Rule.PARTS_BESIDE, whole, parts)


def _outside(page: Page, tokens: range) -> list[int]:
    """The tokens of these that stand in no bracket that opens among them."""
    depth, result = 0, list[int]()
    for at in tokens:
        depth += (page.word(at) == "(") - (page.word(at) == ")")
        if depth <= 0:
            result.append(at)
    return result


def _is_more(figures: Figures, whole: int, parts: Indices) -> bool:
    """Whether a number is more than each of some others."""
    return all((figures[part].stated or 0) < (figures[whole].stated or 0) for part in parts)


def _least(page: Page, figures: Figures, division: Division) -> int:
    """How many digits numbers must have that miss each other by one digit: fewer where words join them.

    Without such words, too, long numbers are hardly so by chance if they miss each other by more than what
    parts may leave over: "employment increased to 11,775,800; full-time to 8,141,000, part-time
    to 3,634,800".
    """
    whole, parts = division.whole, division.parts
    if division.closed:
        return DIGITS
    little = misses_little(figures, division)
    near = figures[parts[0]].sentence - figures[whole].sentence <= 1 and not little
    near = near and any(figures[part].unit == figures[whole].unit for part in parts)  # no "girls" of pupils
    if near and all_split(page, figures, parts, ALL) and _belong_together(page, figures, whole, parts):
        return DIGITS
    if _belong_together(page, figures, whole, parts):
        return LONGER if little or digits(figures[whole]) < LONG else LONG
    units = {figures[part].unit for part in (whole, *parts)}
    if len(units) == 1 and not little and all_split(page, figures, parts, PAIRS):
        return LONG
    units -= {None}
    dated = any(one.kind is FigureKind.DATE for one in figures[whole + 1 : parts[-1]])
    return NEVER if little or len(units) > 1 else VERY_LONG if dated else LONGER


def _belong_together(page: Page, figures: Figures, whole: int, parts: Indices) -> bool:
    """Whether the words let parts be those of a whole: of one unit, or all kinds, at one time and place."""
    unit = figures[whole].unit
    others = {figures[part].unit for part in parts if not is_kind(page, figures[part])}
    if all_split(page, figures, parts):
        others.discard(None)
    if unit is None or others - {unit}:
        return False
    low, high = page.bounds(figures[parts[0]].span.first)[0], figures[parts[-1]].span.last
    between = range(max(low, figures[whole].span.last), high)
    beside = figures[whole : parts[-1] + 1]
    dated = any(one.kind is FigureKind.DATE and one.span.first in between for one in beside)
    return not dated and not any(at > low and page.tokens[at].capital for at in between)


def further(page: Page, figures: Figures) -> Iterator[Relation]:
    """Wholes with parts in at least two of the sentences behind them, as far as their paragraph goes."""
    plain = [
        index
        for index, figure in enumerate(figures)
        if is_amount(figure) and (figure.stated or 0) > 0 and not in_bracket(page, figure)
    ]
    sentences = list(by_sentence(figures, plain))
    for place, (whole, *own) in enumerate(sentences[:-1]):
        behind = _behind(page, figures, sentences[place : place + 1 + FOLLOWING])
        total = figures[whole].role is SumRole.TOTAL
        if total:
            behind = [*filter(None, [own]), *takewhile(lambda one: len(one) <= TWO, behind)]
        elif own:
            continue
        parts = (list(chain(*behind[:size])) for size in range(2, len(behind) + 1))
        read = (unsure(Rule.PARTS_FURTHER, whole, some) for some in parts)
        likely = (one for one in read if _alike(page, figures, one, same=total))
        yield from first_sum(figures, likely, partial(_slips, page, figures))


def _behind(page: Page, figures: Figures, sentences: Sequence[list[int]]) -> list[list[int]]:
    """The figures of the sentences that follow the first without a gap, in its paragraph."""
    result: list[list[int]] = []
    last = figures[sentences[0][0]].sentence
    for sentence in sentences[1:]:
        number = figures[sentence[0]].sentence
        if number != last + 1 or page.tokens[page.first[number]].gap in {"¶", "\n"}:
            break
        result.append(sentence)
        last = number
    return result


def _slips(page: Page, figures: Figures, division: Division) -> bool:
    """Whether one digit keeps from adding up what words tell as parts, and no other time is told of."""
    least = CLOSED if _has_rest(figures, division) else LONG
    whole, last = figures[division.whole], figures[division.parts[-1]]
    span = range(whole.span.last, page.bounds(last.span.first)[1])
    dated = any(one.kind is FigureKind.DATE and one.span.first in span for one in figures)
    told = not dated and _are_told_as_parts(page, figures, division)
    return told and is_one_digit_off(figures, division, least)


def _are_told_as_parts(page: Page, figures: Figures, division: Division) -> bool:
    """Whether words say of the first part that it is one, and of each other that it is another."""
    last, opened = figures[division.whole].span.last, -1
    for part in division.parts:
        first = figures[part].span.first
        words = range(max(last, page.bounds(first)[0]), first)
        another = page.any_at(words, Mark.ANOTHER, Mark.REST)
        if part == division.parts[0] and any(opens_list(page, at) for at in words):
            opened = figures[part].sentence  # "of these 214 …, 472 … and 386 …": a list in one sentence
        again = opened >= 0 and _is_named_again(page, figures[division.whole], figures[part])
        if not another and figures[part].sentence != opened and not again:
            return False
        last = figures[part].span.last
    return True


def _is_named_again(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether the sentence of a part has a long word of those behind its whole: "1,256 disabled people"."""
    behind = {page.word(at) for at in range(whole.span.last, whole.span.last + BEGINNING)}
    low, high = page.bounds(part.span.first)
    return any(word in behind and len(word) >= WORD for word in map(page.word, range(low, high)))


def _has_rest(figures: Figures, division: Division) -> bool:
    """Whether the last part is what remains, and so closes the list: "of them 50 …. The other 40 …"."""
    return figures[division.parts[-1]].role is SumRole.REST


def _alike(page: Page, figures: Figures, division: Division, *, same: bool) -> bool:
    """Whether the parts count one thing, or people; if `same`, that of their whole."""
    whole = figures[division.whole]
    rest = _has_rest(figures, division)
    unit = whole.unit if rest else None
    units = {
        unit if rest and figures[part].role in PARTS else figures[part].unit or unit
        for part in division.parts
    }
    smaller = all((figures[part].stated or 0) < (whole.stated or 0) for part in division.parts)
    if (whole.stated or 0) < LEAST:
        return False
    if same:
        return smaller and units == {whole.unit} and whole.unit is not None
    measured = {unit in page.language.measures for unit in (whole.unit, *units)}
    listed = [figures[part].sentence for part in division.parts[:-1]]  # by the words that open a list
    one_thing = len(units) == 1 or (len(listed) > 1 and len({*listed}) == 1)
    return smaller and one_thing and None not in units and len(measured) == 1
