"""Parts over several sentences: the whole in one, and behind it a part or two in each.

«Выявлено 103 нарушения. Из них 37 участников пронесли телефоны. Ещё 66 …»: where the list ends no word says.
So it is asked about only if one digit would make it right, no other time is told of, and the words say of
each that it is another part; and nobody is accused.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import chain, groupby, takewhile

from edureport.prose.figures.figure import PARTS, Figure, FigureKind, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.adding import first_sum
from edureport.prose.relations.derivation import is_amount
from edureport.prose.relations.division import Division, unsure
from edureport.prose.relations.openings import in_bracket, opens_list
from edureport.prose.relations.relation import Relation, Rule
from edureport.prose.relations.sums import LONG, is_one_digit_off

MANY = 4  # sentences behind the whole, and parts in the first of them if words open a list there
FEW = 2  # parts in each of the others
BEGINNING = 3  # tokens
WORD = 6  # letters of a word that tells of what a sentence is
CLOSED = 2  # digits of a whole whose last part is what remains
LEAST = 50  # of a whole that adds up hardly by chance


def further(page: Page, figures: Sequence[Figure]) -> Iterator[Relation]:
    """Wholes with parts in at least two of the sentences behind them, as far as their paragraph goes."""
    plain = [index for index, figure in enumerate(figures) if _counts(page, figure)]
    sentences = [list(members) for _, members in groupby(plain, key=lambda index: figures[index].sentence)]
    for place, (whole, *own) in enumerate(sentences[:-1]):
        behind = _behind(page, figures, sentences[place : place + 1 + MANY])
        total = figures[whole].role is SumRole.TOTAL
        if total:
            behind = [*filter(None, [own]), *takewhile(lambda one: len(one) <= FEW, behind)]
        elif own:
            continue
        parts = (list(chain(*behind[:size])) for size in range(2, len(behind) + 1))
        read = (unsure(Rule.PARTS_FURTHER, whole, some) for some in parts)
        likely = (one for one in read if _alike(page, figures, one, same=total))
        yield from first_sum(figures, likely, partial(_slips, page, figures))


def _counts(page: Page, figure: Figure) -> bool:
    return is_amount(figure) and (figure.stated or 0) > 0 and not in_bracket(page, figure)


def _behind(page: Page, figures: Sequence[Figure], sentences: Sequence[list[int]]) -> list[list[int]]:
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


def _slips(page: Page, figures: Sequence[Figure], division: Division) -> bool:
    """Whether one digit keeps from adding up what words tell as parts, and no other time is told of."""
    least = CLOSED if _has_rest(figures, division) else LONG
    told = _are_told_as_parts(page, figures, division) and not _is_dated(page, figures, division)
    return told and is_one_digit_off(figures, division, least)


def _is_dated(page: Page, figures: Sequence[Figure], division: Division) -> bool:
    """Whether another time is told of behind the whole."""
    whole, last = figures[division.whole], figures[division.parts[-1]]
    told = range(whole.span.last, page.bounds(last.span.first)[1])
    return any(one.kind is FigureKind.DATE and one.span.first in told for one in figures)


def _are_told_as_parts(page: Page, figures: Sequence[Figure], division: Division) -> bool:
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


def _has_rest(figures: Sequence[Figure], division: Division) -> bool:
    """Whether the last part is what remains, and so closes the list: "of them 50 …. The other 40 …"."""
    return figures[division.parts[-1]].role is SumRole.REST


def _alike(page: Page, figures: Sequence[Figure], division: Division, *, same: bool) -> bool:
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
