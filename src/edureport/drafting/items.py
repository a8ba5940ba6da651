"""Items: figures of a list, whose words say only which part of something they are: «в Орле – 15»."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from edureport.drafting.clause_words import LEAD, LOOSE, REACH
from edureport.drafting.clauses import Clause, Clauses
from edureport.drafting.names import lowered
from edureport.prose.content import content
from edureport.prose.figures.figure import LEVELS, Figure, FigureKind
from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.marks import ClauseMark, Mark
from edureport.reading.document import Block, BlockKind, Document

LONGEST = 7  # words of an item
LONGEST_HEAD = 12  # and of what heads a list
LONGEST_PLACE = 4
MOST_LINES = 40  # of a list
PLAN = 3  # tokens of "We will:"
WHOLE = 100  # per cent
_SEPARATORS = frozenset(",;:(–—-")
_STARTS = "-–—•*· "
_DASHES = frozenset("–—(")
_LINKS = frozenset(",(–—-")
_RESTATES = frozenset(",(")
_LEADING_ON, _GOING_ON = ":", ";"


class Item(NamedTuple):
    """An item: `placed`: says where or whose; `head` heads the list; `needed`: without it names nothing."""

    words: str
    placed: bool
    head: str = ""
    needed: bool = False


def item_of(clause: Clause, document: Document) -> Item | None:
    """The item that a figure stands behind; None if it has a noun of its own, or if a verb tells of it."""
    clauses, page = clause.clauses, clause.page
    if clauses.content(clause.rest) or not clause.generic or clause.is_shared:
        return None
    words = clauses.trimmed(clause.bracketed or clause.before, LEAD, LOOSE)
    if not words or not clauses.content(words):
        return _in_line(clause, document)
    heads, measures = _head(words[0], clauses)
    if not heads and (found := _in_line(clause, document)):
        return found
    before = words[0] - 1
    low = page.bounds(words[0])[0]
    apart = before < low or page.word(before) in _SEPARATORS or page.at(before, Mark.CONJ) > 0
    told = any(map(clauses.is_verb, words)) or clauses.any_at(words, ClauseMark.AGAIN)
    if told or not apart or len(words) > LONGEST:
        return None
    return Item(clauses.text(words), is_placed(words, clauses), clauses.text(heads), measures)


def placed_label(label: str, item: str, language: Language) -> str:
    """A label with another place: «Открыто школ в Орле» and «в Туле» make «Открыто школ в Туле».

    Nothing if the item says more than the place in the label does, «в Омске краж», or stands behind another
    preposition: «на ремонт» is no place of which «в Туле» is another one.
    """
    words = label.split()
    if language.head_final and language.has_case(words[-1].lower(), Ending.LOCATIVE):
        # «Жалақы Атырау облысында» with another place behind its words
        names = [at for at, word in enumerate(words) if at and word[:1].isupper()]
        return " ".join((*words[: names[0]], item)) if names and item[:1].isupper() else ""
    first, last = _place_in(words, item, language)
    place = content(" ".join(words[first:last]), language.code)
    more = len(content(item, language.code)) > max(1, len(place))
    if more or any(word.lower() in language.naming.placing for word in (*words[:first], *words[last:])):
        return ""
    if language.head_final:
        if last and words[last - 1].lower().endswith(language.naming.placed):
            item = language.naming.of_place(item)
        rest = " ".join(words[last:])
        return f"{item} {rest if last else lowered(rest)}"
    return " ".join((*words[:first], lowered(item)))


def _place_in(words: Sequence[str], item: str, language: Language) -> tuple[int, int]:
    """Where the place stands in a label, which a preposition or a case shows; an empty span if nowhere."""
    if language.head_final:
        for end, word in enumerate(map(str.lower, words[:LONGEST_PLACE]), 1):
            if language.has_case(word, Ending.LOCATIVE) or word.endswith(language.naming.placed):
                return 0, end
        return 0, 0
    preposition = item.split(maxsplit=1)[0].lower()
    for start in range(len(words) - 1, max(len(words) - 1 - LONGEST_PLACE, 0), -1):
        if words[start].lower() == preposition:
            return start, len(words)
    return len(words), len(words)


def share_of(clause: Clause, before: Figure) -> str:
    """The whole of which a percentage says how much the figure before it is: «5 тонн, или 43 % плана»."""
    figure, clauses, other = clause.figure, clause.clauses, clause.clauses.of(before)
    if not figure.percent or before.percent or before.sentence != figure.sentence:
        return ""
    whole = clause.whole
    own = {*other.after, *range(other.first, other.last)}
    between = [index for index in range(before.span.last, clause.first) if index not in own]
    words = {clauses.page.word(index) for index in between}
    known = words <= _LINKS | clauses.page.language.naming.restating
    linked = any(map(clauses.page.is_word, between)) or not words.isdisjoint(_DASHES)
    return clauses.text(whole) if words and known and linked and whole else ""


def restates(clause: Clause, before: Figure) -> bool:
    """Whether a percentage alone behind a number is its share of what is not named: "Italy (40, or 10%)"."""
    figure, clauses = clause.figure, clause.clauses
    if figure.kind is not FigureKind.PERCENT or before.percent or before.sentence != figure.sentence:
        return False
    if before.unit in clauses.page.language.measures:
        return False  # "The price was $340, or 10%"
    stated = figure.stated
    if stated is None or not 0 <= stated <= WHOLE or any(map(clauses.page.is_word, clause.rest)):
        return False
    between = range(before.span.last, clause.first)
    words = {clauses.page.word(index) for index in between if index not in before.unit_tokens}
    said = clauses.of(before).before
    grown = clauses.any_at(said, Mark.RISE, Mark.FALL, ClauseMark.GROWS, ClauseMark.CHANGE_HEAD)
    return bool(words) and words <= _RESTATES | clauses.page.language.naming.restating and not grown


def is_placed(words: Sequence[int], clauses: Clauses) -> bool:
    """Whether words say where: they begin with a preposition, or end in the case of a place."""
    page = clauses.page
    if page.language.head_final:
        return page.language.has_case(page.word(words[-1]), Ending.LOCATIVE)
    return page.word(words[0]) in page.language.naming.placing


def _head(first: int, clauses: Clauses) -> tuple[Sequence[int], bool]:
    """The words before the colon of the list in a sentence, and whether they name what is measured."""
    page = clauses.page
    low = page.bounds(first)[0]
    before = range(first - 1, max(low, first - 3 * REACH) - 1, -1)
    colon = next((index for index in before if page.word(index) == ":"), None)
    if colon is None or not clauses.stated.isdisjoint(range(low, colon)):
        return (), False
    words = clauses.trimmed(clauses.undated(range(low, colon)), LEAD)
    return (words, _measures(words, clauses)) if _is_head(words, clauses) else ((), False)


def _is_head(words: Sequence[int], clauses: Clauses) -> bool:
    """Whether words may head a list: not too many, and no pronoun among them."""
    again = clauses.any_at(words, ClauseMark.AGAIN)
    return 0 < len(words) <= LONGEST_HEAD and not again and clauses.content(words) > 0


def _measures(words: Sequence[int], clauses: Clauses) -> bool:
    return clauses.any_at(words, ClauseMark.MEASURED, Mark.NUMBER_OF, Mark.SHARE)


def _in_line(clause: Clause, document: Document) -> Item | None:
    """The item that a line begins with, below a line that ends in a colon: «- в срок 23 (65,7 %)»."""
    figure, clauses = clause.figure, clause.clauses
    place = document.index(figure.start)
    if place < 1:
        return None
    block = document.blocks[place]
    above = _line_above(place, document)
    if block.kind is BlockKind.CELL or above is None:
        return None
    page = clauses.page
    head = clauses.trimmed(clauses.undated(_tokens(above, clauses)), LEAD)
    if not clauses.numbers.isdisjoint(head) or not _is_head(head, clauses):
        return None
    first = _tokens(block, clauses).start
    number = next((index for index in range(first, figure.span.last) if index in clauses.stated), first)
    beside = number == clause.first or (figure.percent and clause.is_bracketed)
    words = document.text[block.start : page.tokens[number].start].strip(f"{_STARTS}:(")
    if not words or not beside or len(words.split()) > LONGEST:
        return None
    needed = _measures(head, clauses) or any(map(clauses.is_verb, range(first, number)))
    own = [index for index in range(first, number) if page.is_word(index)]
    needed = needed or (bool(own) and page.word(own[-1]).endswith(page.language.naming.places))
    if page.language.head_final and own and is_placed(own, clauses):
        head = _without_places(head, clauses)
    return Item(words, placed=False, head=clauses.text(head), needed=needed)


def _without_places(head: Sequence[int], clauses: Clauses) -> Sequence[int]:
    """What is measured, without where and when, of which the items say more: «Өңірлерде оқушы саны»."""
    page = clauses.page
    rest = head
    while any(page.language.has_case(page.word(index), Ending.LOCATIVE) for index in rest):
        rest = rest[1:]
    return rest if clauses.says(rest) else head


def heads_list(clause: Clause) -> bool:
    """Whether a colon stands behind a number: «в 2026 году – 9 млн рублей: бюджет – 4 млн, фонд – 5 млн»."""
    unit = clause.figure.unit_span
    ends = {clause.last, unit.last if unit else clause.last}
    return any(clause.page.word(index) == ":" for index in ends)


def is_behind_bracket(clause: Clause, before: Figure) -> bool:
    """Whether a bracket closed between two numbers that held the first: "2024 – 9 (roads – 3), 2025 – 8"."""
    depth, beside = 0, before.sentence == clause.figure.sentence
    for index in range(before.span.last, clause.first) if beside else ():
        depth += {"(": 1, ")": -1}.get(clause.page.word(index), 0)
        if depth < 0:
            return clause.page.word(index + 1) in _SEPARATORS
    return False


def is_in_list_of_plans(clause: Clause, document: Document) -> bool:
    """Whether a level stands behind a colon or a line that tells plans, or is what a programme needs."""
    page, place = clause.page, document.index(clause.figure.start)
    above = _line_above(place, document) if place > 0 else None
    head = _tokens(above, clause.clauses) if above else range(0)
    if _is_behind_plan(clause) or _is_needed(clause, head):
        return True
    listed = place > 0 and document.blocks[place].kind is BlockKind.ITEM and page.language.articles
    return listed and len(head) >= PLAN and page.any_at(head, Mark.PLAN)


def _is_needed(clause: Clause, head: range) -> bool:
    """Whether a sentence, or the line above a list, names the money that a programme is to have."""
    figure, clauses, low = clause.figure, clause.clauses, clause.bounds[0]
    if figure.kind not in LEVELS or figure.percent:
        return False
    for words in (range(max(low, clause.first - REACH), figure.span.first), head):
        needed = min(clauses.which(words, ClauseMark.NEEDS_HEAD), default=None)
        if needed is not None and not any(map(clauses.is_told, range(needed, words.stop))):
            return True
    return False


def _is_behind_plan(clause: Clause) -> bool:
    """Whether a level stands behind the colon of "our programme envisions: 40 schools; 12 roads"."""
    clauses, page, low = clause.clauses, clause.page, clause.bounds[0]
    sign = page.word((clause.before or [clause.first])[0] - 1)
    if clause.figure.kind not in LEVELS or page.language.head_final or sign not in _SEPARATORS:
        return False
    head = range(low, min(clause.first, low + REACH))
    plans = clauses.which(head, ClauseMark.WILL, Mark.PLAN)
    colon = next((at for at in head if page.word(at) == ":"), low) if plans else low
    return any(at < colon for at in plans) and clauses.stated.isdisjoint(range(low, colon))


def _line_above(place: int, document: Document) -> Block | None:
    """The line that ends in a colon above some lines of a list."""
    for above in range(place - 1, max(place - MOST_LINES, 0) - 1, -1):
        block = document.blocks[above]
        text = document.text[block.start : block.end].rstrip()
        if text.endswith(_LEADING_ON):
            return block
        if block.kind is not BlockKind.ITEM and not text.endswith(_GOING_ON):
            return None
    return None


def _tokens(block: Block, clauses: Clauses) -> range:
    """The tokens of a line."""
    tokens = clauses.page.tokens
    first = bisect_left(tokens, block.start, key=lambda token: token.start)
    return range(first, bisect_left(tokens, block.end, key=lambda token: token.start))
