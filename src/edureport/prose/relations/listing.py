"""Lists of parts: words and signs that open them, figures that belong to them, and what is in brackets."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from edureport.prose.figures.figure import PARTS, Figure, Figures, Indices, SumRole
from edureport.prose.grammar.marks import Fraction, Mark, Modifier
from edureport.prose.page import Page

NEAR = 5
BEFORE_COLON = 2  # figures: "of them in 3 projects 36 tonnes: …"
BEFORE = (Modifier, Fraction)  # what may stand between a pronoun and the number that is a part of it
FAR = 40  # tokens in brackets
REACH = 12  # tokens from a list back to the words that open it
SOON = 6  # tokens from a part to "of them"
SIGNS = frozenset(",;.:()")


def bracket_of(page: Page, figure: Figure) -> int | None:
    """The token that opens the brackets around a figure."""
    first = figure.span.first
    before = bisect_left(page.brackets, first) - 1
    at = page.brackets[before] if before >= 0 else -1
    near = at >= max(page.bounds(first)[0], first - FAR)
    return at if near and page.word(at) == "(" else None


def in_bracket(page: Page, figure: Figure) -> bool:
    """Whether a figure stands in brackets: as a part of another, or of another time."""
    return bracket_of(page, figure) is not None


def is_direct(page: Page, figure: Figure, opening: int) -> bool:
    """Whether nothing stands between the words that open a list and its first part: «из них 130 женщин»."""
    end = opening + page.at(opening, Mark.OPENER_STRONG)
    return figure.first == end and page.at(opening, Mark.OF_THEM) > 0


def is_taken_out_of(page: Page, figure: Figure) -> bool:
    """Whether a clause begins with "of" and its figure: "of 48 bridges", "of the market's 260 stalls"."""
    low, _ = page.bounds(figure.span[0])
    for index in range(figure.span[0] - 1, max(low, figure.span[0] - 1 - NEAR) - 1, -1):
        if out := page.till(index, Mark.OUT_OF):
            start = index - out + 1
            between = range(index + 1, figure.span.first)
            verb = any(page.language.is_verbal(page.word(at)) for at in between)
            if verb or page.at(index + 1, Mark.TOTAL):
                return False  # «из общего количества школ 40 …», «из числа школ открыто 3»: these are parts
            return start == low or page.word(start - 1) in {",", ";", ":", "–"}
        if not page.word(index)[:1].isalnum() and page.word(index) not in {"'", "’"}:
            return False
    return False


def opening_of(page: Page, figures: Figures, clause: Indices, plain: Indices) -> int | None:
    """The token that opens a list of parts: «соның ішінде», «из них», a colon or a bracket."""
    start = page.bounds(figures[clause[0]].span[0])[0]
    last = figures[plain[-1]].span[0]
    first = figures[plain[0]].span[1]
    behind = {figures[index].span[1] for index in plain}  # "50 of them" is a part, and opens no list
    starts = {figures[index].first for index in plain}
    for end in (max(figures[index].tokens) + 1 for index in plain):
        if starts.isdisjoint(range(end, end + NEAR)):
            behind.add(end)  # "50 tonnes of these goods were sold, 40 …"
    marked = (at for at in range(max(start, first - REACH), last) if page.begins[at] and at not in behind)
    strong = next((at for at in marked if opens_list(page, at)), None)
    weak = next((at for at in range(first, last) if page.word(at) in ":("), None)
    if strong is not None and weak is not None and strong < figures[plain[0]].span[0]:
        between = range(first, weak)
        told = sum(figures[index].span.first < weak for index in plain)
        listed = page.word(weak) == ":" and told <= BEFORE_COLON and len(plain) > told + 1
        near = not any(page.word(token) == "," for token in between)
        if near and (page.at(strong, Mark.CONSISTS) or listed):
            return weak  # «состоит из 45 учреждений: 14 школ, …», «из них 40 школ: 30 …»
    return weak if strong is None else strong


def opens_list(page: Page, token: int) -> bool:
    """Whether words that lead to parts begin at a token: "of which", «из общего числа школ»."""
    out = page.at(token, Mark.OUT_OF)
    if out and page.bounds(token)[0] == token and page.at(token + out, Mark.TOTAL):
        return True
    opener = page.at(token, Mark.OPENER_STRONG)
    if not opener:
        return False
    if page.at(token, Mark.NAMELY) and page.at(token + opener, Mark.INSIDE):
        return False  # «а именно в осенний период»
    if not page.language.head_final or opener > 1 or page.word(token + 1) in {":", "–"}:
        return True
    # «Оның шамамен 208-і», «оның жартысы – 208-і», but «оның биіктігі 17 метр», «олардың саны 450-ге жетті»
    at = token + 1
    at += max((size for tag, size in page.begins[at].items() if isinstance(tag, BEFORE)), default=0)
    return page.word(at + (page.word(at) == "–"))[:1].isdigit()


def aside(page: Page, figure: Figure, opening: int) -> bool:
    """Whether brackets around a figure close before the list: «7 115 (в 2024 году – 6 140), из них»."""
    return in_bracket(page, figure) and any(page.word(at) == ")" for at in range(figure.span.last, opening))


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


def listing(page: Page, figures: Figures, opening: int, wholes: Indices, after: Indices) -> Listing:
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
            if page.any_at([*_segment(page, figures[index])], Mark.ON_TOP):
                break  # «20 млн погашены дополнительно»
            if _tells_of_itself(page, figures, index):
                joints.append(len(parts))
        parts.append(index)
    return Listing(tuple(parts), tuple(joints), None, clean)


def related(page: Page, figures: Figures, wholes: Indices, index: int) -> bool:
    """Whether a part is counted in the unit of a whole, or both count people."""
    part, units = figures[index], {figures[whole].unit for whole in wholes}
    if part.role in PARTS:
        return True
    language = page.language
    counted = units.isdisjoint(language.measures | language.people | language.persons | {None})
    if part.unit is None or part.unit in units or (part.unit in language.pieces and counted):
        return part.unit is None or units != {None}  # «63 школы, из них новых – 41, других – 22 единицы»
    people = language.people
    if part.unit in people:  # no districts, no tonnes, as far as the tables of the language tell
        return any(unit not in language.lemmas or unit in people | language.persons for unit in units)
    return not people.isdisjoint(unit for unit in units if unit)


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
    near = range(figure.span.last, figure.span.last + SOON)
    sign = next((at for at in near if page.word(at) in {",", ";", "."}), near.stop)
    return page.any_at(near[: sign - near.start + 1], Mark.OF_THEM)


def _ends(page: Page, at: int) -> bool:
    """Whether a list of parts ends before a token.

    So it does with a relative clause, with what is told besides, and where a clause begins with another "of":
    «из 60 заявок одобрено 40, из отклонённых возвращено 5».
    """
    if page.has(at, Mark.RELATIVE, Mark.BESIDES, Mark.AGAINST):
        return True
    taken = page.at(at, Mark.OUT_OF)
    opens = page.has(at, Mark.OPENER_STRONG, Mark.OF_THEM) or page.glued(at + taken)  # «из-за оттока»
    another = page.word(at - 1) in SIGNS and not opens
    return taken > 0 and (another or page.at(at + taken, Mark.TOTAL) > 0)


def _segment(page: Page, figure: Figure) -> Iterator[int]:
    """The tokens behind a figure up to the next sign."""
    high = page.bounds(figure.span.first)[1]
    return takewhile(lambda at: page.word(at) not in SIGNS, range(figure.span.last, high))


def _tells_of_itself(page: Page, figures: Figures, index: int) -> bool:
    """Whether the last figure of a sentence has a verb of its own, where verbs do not come last anyway."""
    if page.language.head_final:
        return False
    last = index + 1 == len(figures) or figures[index + 1].sentence != figures[index].sentence
    return last and any(page.language.is_verbal(page.word(at)) for at in _segment(page, figures[index]))


def _moves_on(page: Page, at: int) -> bool:
    """Whether a token may begin to tell something else: a verb, a plan, a word of contrast."""
    moves = page.has(at, Mark.DONE, Mark.PLAN, Mark.CONTRAST, Mark.RISE, Mark.FALL)
    word, language = page.word(at), page.language
    return moves or language.is_verbal(word) or language.is_what_was_done(word)
