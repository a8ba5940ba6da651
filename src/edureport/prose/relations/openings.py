"""Openings: the words and signs that a list of parts begins with, and what stands in brackets."""

from bisect import bisect_left
from collections.abc import Sequence

from edureport.prose.figures.figure import Figure
from edureport.prose.grammar.marks import Fraction, Mark, Modifier
from edureport.prose.page import Page

NEAR = 5
BEFORE_COLON = 2  # figures: "of them in 3 projects 36 tonnes: …"
BEFORE = (Modifier, Fraction)  # what may stand between a pronoun and the number that is a part of it
FAR = 40  # tokens in brackets
REACH = 12  # tokens from a list back to the words that open it


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
            if page.at(index + 1, Mark.TOTAL) or any(
                page.language.is_verbal(page.word(at)) for at in between
            ):
                return False  # «из общего количества школ 40 …», «из числа школ открыто 3»: these are parts
            return start == low or page.word(start - 1) in {",", ";", ":", "–"}
        if not page.word(index)[:1].isalnum() and page.word(index) not in {"'", "’"}:
            return False
    return False


def opening_of(
    page: Page, figures: Sequence[Figure], clause: Sequence[int], plain: Sequence[int]
) -> int | None:
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
