"""Parts and wholes of a text: which figures are said to be parts of which."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby, pairwise
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import PARTS, Figure, FigureKind, Mode, SumRole
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Family, Mark, Split
from edureport.prose.page import Page
from edureport.prose.relations.relation import Rule

NEAR = 5
_SIGNS = {":": Rule.PARTS_COLON, "(": Rule.PARTS_BRACKET}
MANY = 60  # figures in a clause; no sentence lists so many parts


class Division(NamedTuple):
    """A whole and its parts by their indices in the list of figures, and how often each part is taken.

    `complete` says that there are no other parts, `listed` that the text says how many there are,
    `sure` that they are parts of that whole: else only a sum that comes out right, or nearly so, says
    something. `closed` says that a conjunction ends the list of parts, `colon` that a colon begins it.
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


def divisions(page: Page, figures: Sequence[Figure]) -> list[Division]:
    """All divisions that words, suffixes or signs tell of, sentence by sentence."""
    result: list[Division] = []
    indices = [index for index, figure in enumerate(figures) if _counts(figure)]
    previous: list[int] = []
    for _, members in groupby(indices, key=lambda index: figures[index].sentence):
        sentence = list(members)
        clauses = _clauses(page, figures, sentence)[:MANY] if len(sentence) < 5 * MANY else [[]]
        for clause in clauses:
            result += _division(page, figures, clause, previous)
        previous = clauses[-1]
    return result


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
    """The figures of a sentence between its semicolons."""
    clauses: list[list[int]] = [[sentence[0]]]
    for before, index in pairwise(sentence):
        between = range(figures[before].span[1], figures[index].span[0])
        if any(page.word(token) == ";" for token in between):
            clauses.append([])
        clauses[-1].append(index)
    return clauses


def _division(
    page: Page, figures: Sequence[Figure], clause: Sequence[int], previous: Sequence[int]
) -> list[Division]:
    plain = [index for index in clause if not figures[index].percent]
    if not plain or len(clause) > MANY:
        return []
    opening = _opening(page, figures, clause, plain)
    if opening is not None:
        before = [index for index in plain if figures[index].span[0] < opening]
        before = [index for index in before if not _aside(page, figures[index], opening)] or before
        after = [index for index in plain if figures[index].span[0] > opening]
        sign = page.word(opening)
        if not before and sign not in ":(":
            before = [index for index in previous if not figures[index].percent]
        if sign == "(":
            after = [index for index in after if not _closed(page, opening, figures[index].span[0])]
        if before and after and (len(after) > 1 or sign not in ":("):
            strong = sign == ":" or Mark.PARTIAL in page.begins[opening]
            rule = _SIGNS.get(sign, Rule.PARTS_OPENER)
            divided = _divided(page, figures, before, after, colon=sign == ":" and strong)
            return [division._replace(rule=rule) for division in divided]
    if len(plain) > 1 and _taken_out_of(page, figures[plain[0]]):
        divided = _divided(page, figures, plain[:1], plain[1:], colon=False)
        return [division._replace(rule=Rule.PARTS_TAKEN_OUT) for division in divided]
    if (whole := _of_them(page, figures, plain)) is not None:
        return whole
    return _summed(page, figures, plain) or _apposed(page, figures, plain)


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
    weak = None
    for token in range(max(start, first - 12), last):
        opens = Mark.OPENER_STRONG in page.begins[token] and Mark.TOTAL not in page.begins[token]
        if opens and token not in behind:
            return token
        if weak is None and token >= first and page.word(token) in ":(":
            weak = token
    return weak


def _aside(page: Page, figure: Figure, opening: int) -> bool:
    """Whether brackets around a figure close before the list: «7 115 (в 2024 году – 6 140), из них»."""
    low, _ = page.bounds(figure.span[0])
    back = range(figure.span[0] - 1, max(low, figure.span[0] - 8) - 1, -1)
    bracket = next((page.word(index) for index in back if page.word(index) in {"(", ")"}), "")
    return bracket == "(" and _closed(page, figure.span[1], opening)


def _closed(page: Page, opening: int, index: int) -> bool:
    return any(page.word(token) == ")" for token in range(opening, index))


def _divided(
    page: Page, figures: Sequence[Figure], before: Sequence[int], after: Sequence[int], *, colon: bool
) -> list[Division]:
    """The parts with each whole that they can be parts of: by unit where units tell, else the nearest."""
    result: list[Division] = []
    settings = {figures[index].stated for index in after if _setting(page, figures[index])}
    after = [index for index in after if not _setting(page, figures[index])]
    wholes = {figures[index].unit: index for index in before}
    if len(wholes) == 1 and all_split(page, figures, after):
        return [_with_counts(page, figures, before[-1], after, colon=False)]
    taken: set[int] = set()
    people = page.language.people
    for unit, whole in wholes.items():
        parts = [
            index
            for index in after
            if (unit is not None and figures[index].unit == unit)
            or (len(wholes) == 1 and figures[index].role in PARTS)
        ]
        others = [
            p
            for p in after
            if figures[p].unit not in wholes and (figures[p].unit in people or unit in people)
        ]
        if parts and len(wholes) == 1:
            parts = sorted({*parts, *others})
        if parts:
            taken.update(parts)
            division = _with_counts(page, figures, whole, parts, colon=colon)
            result.append(division._replace(listed=len(parts) in settings))
    if not taken and after:
        near = before[-1]
        division = _with_counts(page, figures, near, after, colon=False)
        sure = all_split(page, figures, after)
        result.append(division._replace(sure=sure, closed=division.closed and colon and len(before) == 1))
    return result


def _with_counts(
    page: Page, figures: Sequence[Figure], whole: int, parts: Sequence[int], *, colon: bool
) -> Division:
    counts = tuple(_times(figures, index) for index in parts)
    rest = any(figures[index].role is SumRole.REST for index in parts)
    closed = _closes(page, figures, parts)
    complete = (colon and closed) or rest or all_split(page, figures, parts)
    return Division(whole, tuple(parts), counts, complete, closed=closed, colon=colon and len(parts) > 1)


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


def all_split(page: Page, figures: Sequence[Figure], parts: Sequence[int]) -> bool:
    """Whether the parts are kinds that leave no other: state and private, boys and girls."""
    kinds = {_kind(page, figures[index].span[1], 1) for index in parts}
    return _exhausts(kinds, len(parts)) or _exhausts(
        {_kind(page, figures[index].span[0] - 1, -1) for index in parts}, len(parts)
    )


def _kind(page: Page, token: int, step: int) -> Split | None:
    """The kind that is named behind or before a figure, in its clause."""
    low, high = page.bounds(token) if 0 <= token < len(page.tokens) else (0, 0)
    while low <= token < high and page.word(token) not in {",", ";", ".", ")", "("}:
        if kind := next((tag for tag in page.begins[token] if isinstance(tag, Split)), None):
            return kind
        if page.tokens[token].is_digits:
            return None
        token += step
    return None


def _exhausts(kinds: AbstractSet[Split | None], count: int) -> bool:
    families = {kind and kind.family for kind in kinds}
    family = families.pop()
    return family is not None and not families and len(kinds) == count == _SIZES[family]


_SIZES = {Family.OWNER: 2, Family.SEX: 2, Family.PLACE: 2, Family.MEDAL: 3}


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
            division = _with_counts(page, figures, whole, parts, colon=False)
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
        division = _with_counts(page, figures, plain[0], bare, colon=False)
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
        return [_with_counts(page, figures, last, parts, colon=False)._replace(rule=Rule.PARTS_TOTAL)]
    others = [p for p in plain[:-1] if not figures[p].each]
    if len(others) < 2:
        return []
    # «девять библиотек, семь клубов и один музей – всего 17 учреждений»
    division = _with_counts(page, figures, last, others, colon=False)
    return [division._replace(rule=Rule.PARTS_TOTAL, sure=False, closed=False)]


def _apposed(page: Page, figures: Sequence[Figure], plain: Sequence[int]) -> list[Division]:
    """Kinds that leave no other, behind the whole: "400 people live here, 228 women and 165 men"."""
    for size in sorted(set(_SIZES.values())):
        whole, parts = plain[:-size], plain[-size:]
        if len(whole) == 1 and all_split(page, figures, parts):
            division = _with_counts(page, figures, whole[0], parts, colon=False)
            return [division._replace(rule=Rule.PARTS_KINDS, sure=False, closed=False)]
    return []
