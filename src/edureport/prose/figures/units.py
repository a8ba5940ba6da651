"""Units: the head noun that a number counts, in a form that can be compared."""

from typing import NamedTuple

from edureport.prose.figures.figure import Figure, TokenSpan
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

REACH = 5
BACK = 6  # words from a number to the name that it follows
PERCENT = "%"
NO_NOUN = frozenset({Mark.NOT_NOUN, Mark.YEAR_BEFORE, Mark.CONJ, Mark.RISE, Mark.FALL, Mark.REACH, Mark.PLAN,
                     Mark.DONE, Mark.AGAINST, Mark.EARLIER})  # fmt: skip
NO_ADJECTIVE = NO_NOUN - {Mark.DONE, Mark.PLAN}  # «14 построенных школ»
NO_SUBJECT = (NO_NOUN - {Mark.YEAR_BEFORE}) | {Mark.CONTRAST}
DASHES = frozenset({"–", "-", ":"})


class CountedUnit(NamedTuple):
    """The lemma of what is counted, and its tokens; none of a percent sign, which belongs to the number."""

    lemma: str
    span: TokenSpan | None = None


def counting(figure: Figure, unit: CountedUnit | None) -> Figure:
    """The figure with this unit, if it has one."""
    return figure._replace(unit=unit.lemma, unit_span=unit.span) if unit else figure


def unit_of(page: Page, number: Number, after: int) -> CountedUnit | None:
    """The noun behind a number and its modifier; None if no noun stands there."""
    if number.percent:
        return CountedUnit(PERCENT)
    if size := page.till(number.first - 1, Mark.CURRENCY):  # $5m, KZT 5 million, Rs. 5 million
        sign = TokenSpan(number.first - size, number.first)
        named = sign.last - 1 - (page.word(sign.last - 1) == ".")
        return CountedUnit(page.language.lemma(page.word(named)), sign)
    if page.at(number.last, Mark.CURRENCY):  # 500 ₸
        return _unit(page, number.last)
    if number.shape in {Shape.NONE, Shape.INDEFINITE}:  # "none of the schools"
        after += page.at(after, Mark.OUT_OF)
    head = _head(page, after)
    return None if head is None else _unit(page, head)


def may_count(page: Page, index: int) -> bool:
    """Whether a noun stands at a token that the number before it could count."""
    following, language = page.word(index), page.language
    if not page.names(index):
        return False
    if not (language.bare_years and page.tokens[index].capital):
        return True
    # "Primary School 45 Teachers", not "Ward 8 Ald."
    return bool(language.is_plural(following)) or page.is_of_people(index)


def _head(page: Page, first: int) -> int | None:
    """The noun of the phrase that begins at a token, behind what describes it; None if it has none."""
    last: int | None = None
    for index in range(first, min(first + REACH, len(page.tokens))):
        counted = page.at(index, Mark.CAPACITY) > 0 and page.language.head_final
        if not counted and _qualifies(page, index):
            continue
        if _ends_phrase(page, index):
            break
        last, following = index, index + 1
        # "road bridges", «спорт алаңы»
        described = page.names(following) and not page.at(following, Mark.DONE)
        described = described and page.language.describes_next(page.word(index), page.word(following))
        if counted or not described:
            break
    return last


def _unit(page: Page, index: int) -> CountedUnit | None:
    """The unit that a noun names; None if the number counts something else with it: "schools and halls"."""
    if _lists(page, index):
        return None
    return CountedUnit(page.language.lemma(page.word(index)), TokenSpan(index, index + 1))


def _lists(page: Page, index: int) -> bool:
    """Whether "and" joins another noun to this one, without a number of its own."""
    joint = index + 1
    if not (page.is_word(joint) and page.at(joint, Mark.JOIN)):
        return False
    other = _head(page, joint + 1)
    if other is None or not all(_qualifies(page, token) for token in range(joint + 1, other)):
        return False
    word, behind, language = page.word(other), other + 1, page.language
    if page.counts(other) or language.lemma(word) == language.lemma(page.word(index)):
        return False  # «спорт алаңы мен ойын алаңдары» are all alaң
    closed = not page.counts(behind) and _ends_phrase(page, behind)
    return language.known(word) is not None or (closed and language.is_counted(word))


def _qualifies(page: Page, index: int) -> bool:
    """Whether a word before a noun says which ones: «новых», «средних», «построенных»."""
    skipped = page.at(index, Mark.SKIP) > 0 or page.till(index, Mark.SKIP) > 0
    qualifies = skipped or page.language.describes(page.word(index))
    return qualifies and NO_ADJECTIVE.isdisjoint(page.begins[index])


def _ends_phrase(page: Page, index: int) -> bool:
    """Whether the noun phrase of a number ends before a token."""
    if not page.is_word(index) or page.language.is_verbal(page.word(index)):
        return True
    compared = page.has(index, Mark.THAN_UP, Mark.THAN_DOWN)  # "45 fewer than in 2024"
    return (compared and not page.language.head_final) or not NO_NOUN.isdisjoint(page.begins[index])


def named_before(page: Page, first: int) -> CountedUnit | None:
    """The unit of a number that follows its name: «школ – 7 429», «мектеп саны – 223»."""
    if page.till(first - 1, Mark.INVERTED):
        return _unit(page, first - 1)
    index = first - 1 - (page.word(first - 1) in DASHES)
    low, _ = page.bounds(first)
    for other in range(index, max(low, index - BACK) - 1, -1):
        if page.at(other, Mark.NUMBER_OF):
            return _of_number(page, other)
        if page.word(other) in {",", ";", ".", ":", ")"}:
            break
    name = _name_before_dash(page, first)
    if name is None or _joined(page, name) or not page.language.is_counted(page.word(name)):
        return None
    return _unit(page, name)


def names_other(page: Page, first: int, unit: str | None) -> bool:
    """Whether a number follows the name of something else than this unit: «школ – 223, резюме – 14»."""
    name = _name_before_dash(page, first)
    if name is None or page.begins[name] or page.ends[name]:
        return False
    return page.language.lemma(page.word(name)) != unit


def _name_before_dash(page: Page, first: int) -> int | None:
    """The noun that stands before the dash before a number, with its preposition or without."""
    index = first - 2
    low, _ = page.bounds(first)
    if not page.language.names_before_dash or page.word(index + 1) not in DASHES or index < low:
        return None
    while size := _preposition(page, index):  # «мест в детсадах – 4 520»
        index -= size + 1
        if index < low:
            return None
    return index if _noun(page, index) else None  # not «хотя в заголовке – 250»


def _joined(page: Page, index: int) -> bool:
    """Whether "and" joins a noun to the one before it."""
    return page.is_word(index - 1) and page.at(index - 1, Mark.JOIN) > 0


def _preposition(page: Page, index: int) -> int:
    """How many tokens before a noun its preposition stands, «в прошлом году»; 0 if it has none."""
    for size in (1, 2):
        before = index - size
        if page.at(before, Mark.CONJ) and not page.at(before, Mark.JOIN):
            return size
        if not _noun(page, before):
            break
    return 0


def _of_number(page: Page, index: int) -> CountedUnit | None:
    """What the word for number at a token is the number of: «мектеп саны», «число средних школ»."""
    if page.language.head_final:
        noun = index - 1
        return _unit(page, noun) if _noun(page, noun) and not _joined(page, noun) else None
    head = _head(page, index + 1 + page.at(index + 1, Mark.OUT_OF))
    return None if head is None else _unit(page, head)


def _noun(page: Page, index: int) -> bool:
    """Whether a word may be a noun, as far as the words around it show."""
    named = page.is_word(index) and NO_SUBJECT.isdisjoint(page.begins[index])
    return named and not page.language.is_verbal(page.word(index))
