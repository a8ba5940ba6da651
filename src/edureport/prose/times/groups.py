"""Time expressions of a page, and which of them name one time together: «2025 жылдың 9 айы»."""

from typing import NamedTuple

from edureport.prose.grammar.marks import Mark
from edureport.prose.grammar.time_marks import Month, TimeAnnotation, TimeMark
from edureport.prose.times import dates
from edureport.prose.times.expression import WITHIN_YEARS, YEARLIKE, Expression, Grain, Sense, TimePage

# What the words of an expression may begin with, beside a number.
_BEGINNING: frozenset[TimeAnnotation] = frozenset({
    *map(Month, range(1, 13)), TimeMark.RELATIVE_THIS, TimeMark.RELATIVE_LAST, TimeMark.RELATIVE_NEXT,
    TimeMark.OWN, TimeMark.SAME, TimeMark.START, TimeMark.END, TimeMark.QUARTER_BEFORE, TimeMark.HALF_BEFORE,
    TimeMark.FIRST, TimeMark.LASTING, TimeMark.SCHOOLYEAR, TimeMark.YEAR,
})  # fmt: skip


def time_expressions(words: TimePage) -> list[Expression]:
    """The time expressions of a page in order, none over another."""
    expressions: list[Expression] = []
    last = 0
    for index in _beginnings(words):
        expression = _expression(words, index) if index >= last else None
        if expression:
            expressions.append(expression)
            last = expression.last
    return expressions


def _beginnings(words: TimePage) -> list[int]:
    """The tokens that an expression may begin with; most words are none."""
    language = words.page.language
    spoken = language.cardinals.keys() | language.ordinals.keys()
    tokens = zip(words.page.tokens, words.begins, strict=True)
    return [
        index
        for index, (token, begins) in enumerate(tokens)
        if token.is_digits or token.roman or not _BEGINNING.isdisjoint(begins) or token.text in spoken
    ]


def _expression(words: TimePage, index: int) -> Expression | None:
    page = words.page
    inside = page.is_digits(index) and page.glued(index) and page.glued(index - 1)
    if inside and page.word(index - 1) in {".", ",", "/", ":"} and words.number(index - 2, 20) is not None:
        return None  # the rest of a number that begins before
    rules = _OF_DIGITS if page.is_digits(index) else _OF_WORDS
    return next((one for rule in rules if (one := rule(words, index))), None)


_RELATIVE = ((TimeMark.RELATIVE_THIS, 0), (TimeMark.RELATIVE_LAST, -1), (TimeMark.RELATIVE_NEXT, 1))


def _relative(words: TimePage, index: int) -> Expression | None:
    """The longest of the phrases for this, the last or the next year, or school year."""
    begins = words.begins[index]
    size, offset = max(((begins[tag], offset) for tag, offset in _RELATIVE if tag in begins), default=(0, 0))
    if not size:
        return None
    year = Expression(index, index + size, Sense.RELATIVE, offset, offset, Grain.YEAR)
    school = any(words.at(step, TimeMark.SCHOOL) for step in range(index, index + size))
    return year._replace(sense=Sense.RELATIVE_SCHOOL, grain=Grain.SCHOOL_YEAR) if school else year


def _named(words: TimePage, index: int) -> Expression | None:
    """The period of the report, the same of another year, a start or an end."""
    for sense, tag in ((Sense.OWN, TimeMark.OWN), (Sense.SAME, TimeMark.SAME)):
        if size := words.at(index, tag):
            return Expression(index, index + size, sense)
    for edge, tag in enumerate((TimeMark.START, TimeMark.END)):
        if size := words.at(index, tag):
            return Expression(index, index + size, Sense.EDGE, edge, edge, Grain.EDGE)
    return None


def _bare(words: TimePage, index: int) -> Expression | None:
    """The word for year alone, or for school year: «жыл басынан», «с начала учебного года»."""
    if size := words.at(index, TimeMark.SCHOOLYEAR):
        year = words.number(index + size, 4)  # "the school year 2024/25"
        if year and (expression := dates.school_year(words, index + size)):
            return expression._replace(first=index)
        return Expression(index, index + size, Sense.BARE_YEAR, 1, 1, Grain.SCHOOL_YEAR)
    if size := words.at(index, TimeMark.YEAR):
        named = dates.named_years(words, index + size) if words.page.language.year_word_first else None
        if named:  # "the year 2030"
            return named._replace(first=index, worded=True)
        return Expression(index, index + size, Sense.BARE_YEAR, grain=Grain.YEAR)
    return None


_ENDING = (dates.numbered_part, dates.counted_months)
_OF_DIGITS = (dates.date_in_digits, dates.day_of_month, dates.school_year, dates.named_years, *_ENDING)
_OF_WORDS = (_relative, _named, dates.day_of_month, dates.named_months, *_ENDING, _bare)
LINKS = 3  # words that may stand between the time_expressions of a time: "of the"


class TimeGroup(NamedTuple):
    """The expressions that name one time together, each in its part: «2025 жылдың» «9 айы» «соңында»."""

    first: int
    last: int
    year: Expression | None = None
    part: Expression | None = None
    edge: Expression | None = None
    whole: Expression | None = None  # what needs no other

    def joins(self, expression: Expression) -> "TimeGroup | None":
        """The group with the expression in it; None if the place of that is taken."""
        last = max(self.last, expression.last)
        if self.whole:
            return None
        if expression.sense in YEARLIKE and self.year is None:
            return self._replace(last=last, year=expression)
        if expression.sense in WITHIN_YEARS and self.part is None:
            return self._replace(last=last, part=expression)
        if expression.sense is Sense.EDGE and self.edge is None:
            return self._replace(last=last, edge=expression)
        return None


def time_groups(words: TimePage) -> list[TimeGroup]:
    """The expressions of a page, those that name one time together as one; of no report's period yet."""
    groups: list[TimeGroup] = []
    before: Expression | None = None
    for expression in time_expressions(words):
        grown = groups[-1].joins(expression) if before and _linked(words, before, expression) else None
        if grown:
            groups[-1] = grown
        else:
            group = TimeGroup(expression.first, expression.last)
            groups.append(group.joins(expression) or group._replace(whole=expression))
        before = expression
    return groups


def _linked(words: TimePage, before: Expression, expression: Expression) -> bool:
    """Whether an expression stands so close behind another, and in such an order, that they name one time."""
    page = words.page
    if page.sentence[before.first] != page.sentence[expression.first]:
        return False
    if expression.sense is Sense.YEARS and not expression.worded and not _stands_alone(words, expression):
        return False
    index = before.last
    if page.language.head_final:
        return index == expression.first and before.sense is not Sense.EDGE
    if expression.sense is Sense.EDGE:
        return False
    if before.sense in YEARLIKE:  # "2025 Q1", but not «в 2024 году 9 месяцев»
        part = not before.worded and expression.grain in {Grain.QUARTER, Grain.HALF}
        return part and index == expression.first
    if index + 1 == expression.first and page.word(index) == "," and page.language.month_first:
        return before.sense in WITHIN_YEARS and expression.sense is Sense.YEARS
    while index < expression.first <= before.last + LINKS:
        size = words.at(index, TimeMark.LINK)
        if not size:
            return False
        index += size
    return index == expression.first


def _stands_alone(words: TimePage, expression: Expression) -> bool:
    """Whether nothing follows that four digits could count: "1 September 2025", not "in May 2025 pupils"."""
    following = words.page.word(expression.last)
    return not following[:1].isalpha() or words.page.has(expression.last, Mark.CONJ, Mark.DONE)
