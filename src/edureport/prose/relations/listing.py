"""Lists of parts: which figures behind "of which", a colon or a bracket belong to the list."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from edureport.prose.figures.figure import PARTS, Figure, SumRole
from edureport.prose.grammar.marks import Mark
from edureport.prose.page import Page

NEAR = 6  # tokens from a part to "of them"
SIGNS = frozenset(",;.:()")


class Listing(NamedTuple):
    """The parts of a list in order; `joints` are the places in it behind which it may have ended.

    `inner` is the list that other words open within it: "120 teachers, including 40 with a degree, and 180".
    `clean` says that nothing but nouns and their qualities stands between the parts, `colon` that a colon
    opens the inner list, which then goes on to the end.
    """

    parts: tuple[int, ...]
    joints: tuple[int, ...] = ()
    inner: "Listing | None" = None
    clean: bool = True
    colon: bool = False


def listing(
    page: Page, figures: Sequence[Figure], opening: int, wholes: Sequence[int], after: Sequence[int]
) -> Listing:
    """The list that the token at `opening` opens, of figures behind it in its sentence.

    `wholes` are those that it may divide; it may end where one part counts what they do, and the next
    does not.
    """
    depths = _depths(page, opening, figures[after[-1]].span.first) if after else {}
    parts: list[int] = []
    joints: list[int] = []
    clean = True
    closed = next((at for at, depth in depths.items() if depth < 0), None)
    for place, index in enumerate(after):
        depth = depths[figures[index].span.first]
        if closed is not None and figures[index].span.first > closed:
            break
        if depth > 0:
            continue  # «14 групп (205 детей)»
        if parts:
            between = range(figures[parts[-1]].span.last, figures[index].span.first)
            level = [at for at in between if depths[at] == 0]
            if any(_ends(page, at) for at in level) or _is_of_them(page, figures[index]):
                break
            if (inside := _opens(page, figures[parts[-1]], level)) is not None:
                inner = listing(page, figures, inside, parts, after[place:])
                inner = inner._replace(colon=page.word(inside) == ":")
                return Listing(tuple(parts), tuple(joints), inner, clean)
            same = {related(page, figures, wholes, one) for one in (parts[-1], index)}
            rest = figures[index].role is SumRole.REST  # "30 are state, while the remaining 18 …"
            moves = not rest and any(_moves_on(page, at) for at in level)
            if moves or len(same) > 1:
                joints.append(len(parts))
            clean = clean and not moves
            if _is_besides(page, figures[index]):
                break
            if _tells_of_itself(page, figures, index):
                joints.append(len(parts))
        parts.append(index)
    return Listing(tuple(parts), tuple(joints), None, clean)


def related(page: Page, figures: Sequence[Figure], wholes: Sequence[int], index: int) -> bool:
    """Whether a part is counted in the unit of a whole, or both count people."""
    part, units = figures[index], {figures[whole].unit for whole in wholes}
    if part.role in PARTS:
        return True
    if part.unit is None or part.unit in units:
        return part.unit is None or units != {None}
    people = page.language.people
    if part.unit in people:
        return any(_may_be_people(page, unit) for unit in units)
    return not people.isdisjoint(unit for unit in units if unit)


def _may_be_people(page: Page, unit: str | None) -> bool:
    """Whether a unit counts people, as far as the tables of its language tell: no districts, no tonnes."""
    language = page.language
    return unit not in language.lemmas or unit in language.people or unit in language.persons


def _depths(page: Page, opening: int, last: int) -> dict[int, int]:
    """How many brackets are open at each token, counted from the opening; a bracket that opens is level."""
    depth, depths = 0, {}
    for at in range(opening, last + 1):
        word = page.word(at)
        depth -= word == ")"
        depths[at] = depth
        depth += word == "(" and at > opening
    return depths


def _opens(page: Page, last: Figure, tokens: Sequence[int]) -> int | None:
    """The token among these, behind the last part, that opens another list."""
    for at in tokens:
        if Mark.OPENER_STRONG in page.begins[at] and Mark.TOTAL not in page.begins[at]:
            return at
        if page.word(at) == ":" and at <= max(last.tokens) + 1:
            return at  # «из них 48 школ: 30 городских …»
    return None


def _is_of_them(page: Page, figure: Figure) -> bool:
    """Whether a figure is a part of the one before it: "150 walk, 60 (40%) of them alone"."""
    for at in range(figure.span.last, figure.span.last + NEAR):
        if page.at(at, Mark.OF_THEM):
            return True
        if page.word(at) in {",", ";", "."}:
            return False
    return False


def _ends(page: Page, at: int) -> bool:
    """Whether a list of parts ends before a token.

    So it does with a relative clause, with what is told besides, and where a clause begins with another "of":
    «из 60 заявок одобрено 40, из отклонённых возвращено 5».
    """
    tags = page.begins[at].keys()
    if not tags.isdisjoint({Mark.RELATIVE, Mark.BESIDES, Mark.AGAINST}):
        return True
    taken = page.at(at, Mark.OUT_OF)
    opens = page.has(at, Mark.OPENER_STRONG, Mark.OF_THEM) or page.glued(at + taken)  # «из-за оттока»
    another = page.word(at - 1) in SIGNS and not opens
    return taken > 0 and (another or page.at(at + taken, Mark.TOTAL) > 0)


def _segment(page: Page, figure: Figure) -> Iterator[int]:
    """The tokens behind a figure up to the next sign."""
    high = page.bounds(figure.span.first)[1]
    return takewhile(lambda at: page.word(at) not in SIGNS, range(figure.span.last, high))


def _is_besides(page: Page, figure: Figure) -> bool:
    """Whether the words of a figure say that it comes on top: «20 млн погашены дополнительно»."""
    return page.any_at([*_segment(page, figure)], Mark.ON_TOP)


def _tells_of_itself(page: Page, figures: Sequence[Figure], index: int) -> bool:
    """Whether the last figure of a sentence has a verb of its own, where verbs do not come last anyway."""
    if page.language.head_final:
        return False
    last = index + 1 == len(figures) or figures[index + 1].sentence != figures[index].sentence
    return last and any(page.language.is_verbal(page.word(at)) for at in _segment(page, figures[index]))


def _moves_on(page: Page, at: int) -> bool:
    """Whether a token may begin to tell something else: a verb, a plan, a word of contrast."""
    tags = page.begins[at].keys()
    if not tags.isdisjoint({Mark.DONE, Mark.PLAN, Mark.CONTRAST, Mark.RISE, Mark.FALL}):
        return True
    return page.language.is_verbal(page.word(at)) or page.language.is_what_was_done(page.word(at))
