"""Parts and wholes of a text: which figures are said to be parts of which."""

from collections.abc import Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Figure, FigureKind, Mode, SumRole
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page
from edureport.prose.relations.kinds import SIZES, all_split
from edureport.prose.relations.listing import Listing, listing, related
from edureport.prose.relations.relation import Consistency, Rule
from edureport.prose.relations.sums import verdict_of

NEAR = 5
_SIGNS = {":": Rule.PARTS_COLON, "(": Rule.PARTS_BRACKET}
FAR = 40  # tokens in brackets
BRACKET_ENDS = frozenset("(),;:.")  # what may stand between a whole and the bracket of its parts
MANY = 60  # figures in a clause; no sentence lists so many parts


class Division(NamedTuple):
    """A whole and its parts by their indices in the list of figures, and how often each part is taken.

    `complete` says that there are no other parts, `listed` that the text says how many there are,
    `sure` that they are parts of that whole: else only a sum that comes out right, or nearly so, says
    something. `closed` says that a conjunction ends the list of parts, `colon` that a colon begins it,
    `direct` that "of them" stands right before the first. The parts are `mixed` if only some of them count
    what the whole does, `clean` if nothing else is told between them, and `exclusive` if none of what is
    counted can belong to two of them; behind the `joints` the list may have ended. `countable` says that
    nothing is money or a measure, `kinds` that each part is a thing of its own: "14 schools, 2 clubs".
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
    joints: tuple[int, ...] = ()
    countable: bool = True
    kinds: bool = False


def divisions(page: Page, figures: Sequence[Figure]) -> list[Division]:
    """All divisions that words, suffixes or signs tell of, sentence by sentence."""
    result: list[Division] = []
    indices = [index for index, figure in enumerate(figures) if _counts(figure)]
    previous: list[int] = []
    for _, members in groupby(indices, key=lambda index: figures[index].sentence):
        sentence = list(members)
        clauses = _clauses(page, figures, sentence)[:MANY] if len(sentence) < 5 * MANY else [[]]
        for clause in clauses:
            result += _in_brackets(page, figures, clause)
            result += _division(page, figures, clause, previous)
        previous = [index for index in sentence if not _in_bracket(page, figures[index])]
    return result


def _in_bracket(page: Page, figure: Figure) -> bool:
    """Whether a figure stands in brackets: as a part of another, or of another time."""
    low, _ = page.bounds(figure.span[0])
    for token in range(figure.span[0] - 1, max(low, figure.span[0] - FAR) - 1, -1):
        if page.word(token) in {"(", ")"}:
            return page.word(token) == "("
    return False


def _counts(figure: Figure) -> bool:
    """Whether a figure can be a whole or a part."""
    return (
        figure.states
        and figure.stated is not None
        and figure.kind is not FigureKind.CHANGE
        and figure.mode not in {Mode.FROM, Mode.TO}
        and not figure.points
    )


def _clauses(page: Page, figures: Sequence[Figure], sentence: Sequence[int]) -> list[list[int]]:
    """The figures of a sentence between semicolons; those in brackets or behind a colon part a list."""
    clauses: list[list[int]] = [[sentence[0]]]
    depth, listed = 0, False
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


def _in_brackets(page: Page, figures: Sequence[Figure], clause: Sequence[int]) -> list[Division]:
    """Brackets that list the parts of the figure before them: "8,105 cases (4,377 girls and 3,728 boys)"."""
    result: list[Division] = []
    plain = [index for index in clause if not figures[index].percent]
    if len(plain) > MANY:
        return []
    for place, whole in enumerate(plain[:-2]):
        last = figures[whole].span.last
        opening = next((at for at in range(last, last + NEAR) if page.word(at) in BRACKET_ENDS), None)
        if opening is None or page.word(opening) != "(" or opening > figures[plain[place + 1]].span.first:
            continue
        found = listing(page, figures, opening, [whole], plain[place + 1 :])
        if len(found.parts) > 1 and found.inner is None:
            divided = _divided(page, figures, [whole], found, colon=False)
            result += [one._replace(rule=Rule.PARTS_BRACKET) for one in divided]
    return result


def _division(
    page: Page, figures: Sequence[Figure], clause: Sequence[int], previous: Sequence[int]
) -> list[Division]:
    plain = [index for index in clause if not figures[index].percent]
    if not plain or len(clause) > MANY:
        return []
    opening = _opening(page, figures, clause, plain)
    taken_out = len(plain) > 1 and _taken_out_of(page, figures[plain[0]])
    if taken_out and opening is not None and figures[plain[1]].span[0] < opening:
        return _taken_out(page, figures, plain)  # "of 300 staff, 120 are teachers, including 40 …"
    if opening is not None:
        before = [index for index in plain if figures[index].span[0] < opening]
        level = [index for index in before if not _aside(page, figures[index], opening)]
        before = level if level or page.word(opening) == "(" else before
        after = [index for index in plain if figures[index].span[0] > opening]
        sign = page.word(opening)
        over = not before and sign not in ":("
        if over:
            before = [index for index in previous if not figures[index].percent]
        if before and after:
            divided = _opened(page, figures, before, opening, listing(page, figures, opening, before, after))
            if divided:
                several = over and len(before) > 1
                return [one._replace(sure=one.sure and not several) for one in divided]
    if taken_out:
        return _taken_out(page, figures, plain)
    if (whole := _of_them(page, figures, plain)) is not None:
        return whole
    return (
        _summed(page, figures, plain)
        or _summed_by_year(page, figures, plain, previous)
        or _apposed(page, figures, plain)
    )


def _taken_out(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """What is divided by "of" before it: "of 48 bridges, 30 …"."""
    found = listing(page, figures, figures[plain[0]].span.last, plain[:1], plain[1:])
    divided = _divided(page, figures, plain[:1], found, colon=False)
    return [division._replace(rule=Rule.PARTS_TAKEN_OUT) for division in divided]


def _opened(
    page: Page, figures: Sequence[Figure], before: Sequence[int], opening: int, parts: Listing
) -> list[Division]:
    """The divisions of a list behind its opening; a sign alone opens only a list of several parts."""
    sign = page.word(opening)
    if not parts.parts or (len(parts.parts) < 2 and parts.inner is None and sign in ":("):
        return []
    strong = sign == ":" or Mark.PARTIAL in page.begins[opening]
    rule = _SIGNS.get(sign, Rule.PARTS_OPENER)
    divided = _divided(page, figures, before, parts, colon=sign == ":" and strong)
    direct = sign not in ":(" and _directly(page, figures[parts.parts[0]], opening)
    return [division._replace(rule=rule, direct=direct) for division in divided]


def _directly(page: Page, figure: Figure, opening: int) -> bool:
    """Whether nothing stands between the words that open a list and its first part: «из них 130 женщин»."""
    first = figure.modifier_span.first if figure.modifier_span else figure.span.first
    end = opening + page.at(opening, Mark.OPENER_STRONG)
    return min(first, figure.span.first) == end and page.at(opening, Mark.OF_THEM) > 0


def _taken_out_of(page: Page, figure: Figure) -> bool:
    """Whether a clause begins with "of" and its figure: "of 48 bridges", "of the market's 260 stalls"."""
    low, _ = page.bounds(figure.span[0])
    for index in range(figure.span[0] - 1, max(low, figure.span[0] - 1 - NEAR) - 1, -1):
        if out := page.till(index, Mark.OUT_OF):
            start = index - out + 1
            return start == low or page.word(start - 1) in {",", ";", ":", "–"}
        if not page.word(index)[:1].isalnum() and page.word(index) not in {"'", "’"}:
            return False
    return False


def _opening(
    page: Page, figures: Sequence[Figure], clause: Sequence[int], plain: Sequence[int]
) -> int | None:
    """The token that opens a list of parts: «соның ішінде», «из них», a colon or a bracket."""
    start = page.bounds(figures[clause[0]].span[0])[0]
    last = figures[plain[-1]].span[0]
    first = figures[plain[0]].span[1]
    behind = {figures[index].span[1] for index in plain}  # "50 of them" is a part, and opens no list
    strong = weak = None
    for token in range(max(start, first - 12), last):
        opens = Mark.OPENER_STRONG in page.begins[token] and Mark.TOTAL not in page.begins[token]
        if opens and token not in behind and strong is None:
            strong = token
        if weak is None and token >= first and page.word(token) in ":(":
            weak = token
    if strong is not None and weak is not None and strong < figures[plain[0]].span[0]:
        between = range(first, weak)
        if page.at(strong, Mark.CONSISTS) and not any(page.word(token) == "," for token in between):
            return weak  # «состоит из 45 учреждений: 14 школ, …»
    return weak if strong is None else strong


def _aside(page: Page, figure: Figure, opening: int) -> bool:
    """Whether brackets around a figure close before the list: «7 115 (в 2024 году – 6 140), из них»."""
    low, _ = page.bounds(figure.span[0])
    back = range(figure.span[0] - 1, max(low, figure.span[0] - 8) - 1, -1)
    bracket = next((page.word(index) for index in back if page.word(index) in {"(", ")"}), "")
    return bracket == "(" and _closed(page, figure.span[1], opening)


def _closed(page: Page, opening: int, index: int) -> bool:
    return any(page.word(token) == ")" for token in range(opening, index))


def _divided(
    page: Page, figures: Sequence[Figure], before: Sequence[int], parts: Listing, *, colon: bool
) -> list[Division]:
    """The parts with each whole that they can be parts of: by unit where units tell, else the nearest."""
    settings = {figures[index].stated for index in parts.parts if _setting(page, figures[index])}
    found = parts._replace(parts=tuple(index for index in parts.parts if not _setting(page, figures[index])))
    if found.inner is not None:
        return _nested(page, figures, before[-1], found)
    wholes = {figures[index].unit: index for index in before}
    if len(wholes) > 1 and (result := _by_unit(page, figures, wholes, found, colon=colon)):
        return [division._replace(listed=len(division.parts) in settings) for division in result]
    if not found.parts:
        return []
    whole = before[-1]
    division = _with_counts(page, figures, whole, found, colon=colon)
    units = {related(page, figures, [whole], index) for index in found.parts}
    split = all_split(page, figures, found.parts)
    rest = any(figures[index].role is SumRole.REST for index in found.parts)
    sure = split or units == {True} or rest
    if len(units) > 1 and not rest and (same := _of_same_unit(page, figures, whole, found)):
        return [same]
    division = division._replace(
        sure=sure,
        listed=sure and len(found.parts) in settings,
        complete=division.complete and (sure or split),
        closed=division.closed and (sure or (colon and len(before) == 1)),
        colon=division.colon and sure,
        mixed=len(units) > 1 and not rest,
        kinds=colon and units == {False} and _differ(figures, found.parts),
    )
    return [division]


def _differ(figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    units = [figures[index].unit for index in parts]
    return None not in units and len(set(units)) == len(units)


def _of_same_unit(page: Page, figures: Sequence[Figure], whole: int, parts: Listing) -> Division | None:
    """The parts that count what the whole does, if they are just that: the others tell where each is."""
    own = tuple(index for index in parts.parts if figures[index].unit == figures[whole].unit)
    if not own:
        return None
    division = _with_counts(page, figures, whole, parts._replace(parts=own, joints=()), colon=False)
    adds_up = verdict_of(figures[whole], [figures[index] for index in own], division.counts, complete=True)
    return division if adds_up is Consistency.FOLLOWS else None


def _by_unit(
    page: Page, figures: Sequence[Figure], wholes: Mapping[str | None, int], parts: Listing, *, colon: bool
) -> list[Division]:
    """Each whole with the parts of its unit, where several are named: schools and places."""
    result = []
    for unit, whole in wholes.items():
        own = tuple(index for index in parts.parts if unit is not None and figures[index].unit == unit)
        if own:
            found = parts._replace(parts=own, joints=())
            result.append(_with_counts(page, figures, whole, found, colon=colon))
    return result


def _nested(page: Page, figures: Sequence[Figure], whole: int, parts: Listing) -> list[Division]:
    """A list in a list: how far the inner one reaches is read so that both can be right, if they can."""
    inner = parts.inner
    if inner is None or not inner.parts or not parts.parts:
        return [_with_counts(page, figures, whole, parts, colon=False)] if parts.parts else []
    result: list[Division] = []
    for size in range(len(inner.parts), 0, -1):
        outer = parts._replace(parts=(*parts.parts, *inner.parts[size:]), inner=None, clean=False)
        within = inner._replace(parts=inner.parts[:size], inner=None, clean=False)
        read = [
            _with_counts(page, figures, whole, outer, colon=False),
            _with_counts(page, figures, parts.parts[-1], within, colon=False),
        ]
        same = all(related(page, figures, [one.whole], part) for one in read for part in one.parts)
        read = [one._replace(sure=same, mixed=not same) for one in read]
        result = result or read
        if all(_can_hold(figures, one) for one in read):
            return read
    return result


def _can_hold(figures: Sequence[Figure], division: Division) -> bool:
    parts = [figures[index] for index in division.parts]
    verdict = verdict_of(figures[division.whole], parts, division.counts, complete=division.complete)
    return verdict is not Consistency.DOES_NOT_FOLLOW


def _with_counts(
    page: Page, figures: Sequence[Figure], whole: int, listed: Listing, *, colon: bool
) -> Division:
    parts = listed.parts
    counts = tuple(_times(figures, index) for index in parts)
    rest = any(figures[index].role is SumRole.REST for index in parts)
    split = all_split(page, figures, parts)
    closed = _closes(page, figures, parts)
    return Division(
        whole,
        parts,
        counts,
        (colon and closed) or rest or split,
        closed=closed,
        colon=colon and len(parts) > 1,
        clean=listed.clean or split,
        joints=() if split else listed.joints,
        exclusive=split or rest or not _is_of_people(page, figures[whole]),
        countable=page.language.measures.isdisjoint(figures[index].unit or "" for index in (whole, *parts)),
    )


def _is_of_people(page: Page, figure: Figure) -> bool:
    """Whether people are counted, who may be of several kinds at once: women, and with a degree."""
    return figure.unit in page.language.people or figure.unit in page.language.persons


def _closes(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether "and" stands before the last part, and no figure behind it."""
    last = parts[-1]
    ends = last + 1 == len(figures) or figures[last + 1].sentence != figures[last].sentence
    return len(parts) > 1 and ends and page.at(figures[last].span[0] - 1, Mark.JOIN) > 0


def _times(figures: Sequence[Figure], index: int) -> int:
    """How many things hold that much each: the number right before, of another unit."""
    figure = figures[index]
    if not figure.each or index == 0:
        return 1
    before = figures[index - 1]
    near = figure.span[0] - before.span[1] < 5 and before.sentence == figure.sentence
    if not near or before.stated is None or before.unit == figure.unit:
        return 1
    if before.stated != before.stated.to_integral_value():
        return 1
    return int(before.stated)


def _setting(page: Page, figure: Figure) -> bool:
    """«в четырёх регионах»: where something is, and no part of it."""
    located = page.language.has_case(page.word(figure.span.last), Ending.LOCATIVE)
    return located and page.at(figure.span.first - 1, Mark.INSIDE) > 0


def _of_them(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division] | None:
    """Kazakh: «124 мектептің 121-і …, 3-уі …», «21 531 баладан 13 211 …, 4 821 …, 3 499 …»."""
    if not page.language.head_final:
        return None
    result: list[Division] = []

    def close() -> None:
        if parts and whole is not None:
            division = _with_counts(page, figures, whole, Listing(tuple(parts)), colon=False)
            result.append(division._replace(rule=Rule.PARTS_SUFFIX, sure=_in_genitive(page, figures[whole])))

    whole: int | None = None
    parts: list[int] = []
    for index in plain:
        figure = figures[index]
        if (figure.role is SumRole.PART or (figure.role is SumRole.REST and parts)) and whole is not None:
            parts.append(index)
            continue
        before = figures[index - 1] if index else figure
        held = before.role is SumRole.PART and before.unit != figure.unit and before.span[1] == figure.span[0]
        if not figure.each and not held:
            close()
            whole, parts = index, []
    close()
    if result:
        return result
    first = figures[plain[0]]
    noun = (
        page.language.case(page.word(first.span[1])) is Ending.ABLATIVE
        and not first.each
        and first.bound is Bound.EXACT
    )
    bare = [
        index for index in plain[1:] if figures[index].bound is Bound.EXACT and figures[index].role is None
    ]
    if noun and len(bare) > 1 and len(bare) == len(plain) - 1:
        division = _with_counts(page, figures, plain[0], Listing(tuple(bare)), colon=False)
        return [division._replace(rule=Rule.PARTS_ABLATIVE, sure=False, closed=False)]
    return None


def _in_genitive(page: Page, figure: Figure) -> bool:
    """«124 мектептің», «37 мектебінен»: something of these, or out of them, is to follow."""
    for token in range(figure.span[1], figure.span[1] + 4):
        word = page.word(token)
        if not word[:1].isalpha():
            return False
        if page.language.has_case(word, Ending.GENITIVE, Ending.ABLATIVE):
            return True
    return False


def _summed(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Parts first, then «барлығы», «всего», "in all"."""
    last = plain[-1]
    if figures[last].role is not SumRole.TOTAL:
        return []
    unit = figures[last].unit
    parts = [p for p in plain[:-1] if figures[p].unit == unit or figures[p].each]
    if len(parts) > 1:
        return [
            _with_counts(page, figures, last, Listing(tuple(parts)), colon=False)._replace(
                rule=Rule.PARTS_TOTAL
            )
        ]
    others = [p for p in plain[:-1] if not figures[p].each]
    if len(others) < 2:
        return []
    # «девять библиотек, семь клубов и один музей – всего 17 учреждений»
    division = _with_counts(page, figures, last, Listing(tuple(others)), colon=False)
    return [division._replace(rule=Rule.PARTS_TOTAL, sure=False, closed=False)]


def _summed_by_year(
    page: Page, figures: Sequence[Figure], plain: Sequence[int], previous: Sequence[int]
) -> list[Division]:
    """«По годам: 2021 – 100 тыс., 2022 – 120 тыс. Всего – 220 тыс.»: a total behind figures of each year."""
    whole = plain[0]
    begins = figures[whole].span.first - page.bounds(figures[whole].span.first)[0] <= NEAR
    if len(plain) > 1 or figures[whole].role is not SumRole.TOTAL or not begins or len(previous) < 2:
        return []
    dated = all(figures[index - 1].kind is FigureKind.DATE for index in previous if index)
    if not dated or {figures[index].unit for index in (*previous, whole)} != {figures[whole].unit}:
        return []
    division = _with_counts(page, figures, whole, Listing(tuple(previous)), colon=False)
    return [division._replace(rule=Rule.PARTS_TOTAL, complete=True)]


def _apposed(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Kinds that leave no other, behind the whole: "400 people live here, 228 women and 165 men"."""
    for size in sorted(set(SIZES.values())):
        whole, parts = plain[:-size], plain[-size:]
        if len(whole) == 1 and all_split(page, figures, parts):
            division = _with_counts(page, figures, whole[0], Listing(tuple(parts)), colon=False)
            return [division._replace(rule=Rule.PARTS_KINDS, sure=False, closed=False)]
    return []
