"""Time expressions: the years, quarters, days and ends that a page names, each in its smallest words."""

from edureport.prose.grammar.time_marks import Month, TimeAnnotation, TimeMark
from edureport.prose.times.dates import date_in_digits, day_of_month, named_months
from edureport.prose.times.expression import Expression, Grain, Sense, TimePage
from edureport.prose.times.year_parts import counted_months, numbered_part
from edureport.prose.times.years import named_years, school_year

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
    token = words.page.tokens[index]
    if token.is_digits:
        if index and words.page.glued(index) and words.page.word(index - 1) in {".", ",", "/", ":"}:
            earlier = words.number(index - 2, 20)
            if earlier is not None and words.page.glued(index - 1):
                return None  # the rest of a number that begins before
        return (
            date_in_digits(words, index)
            or day_of_month(words, index)
            or school_year(words, index)
            or named_years(words, index)
            or numbered_part(words, index)
            or counted_months(words, index)
        )
    return (
        _relative(words, index)
        or _named(words, index)
        or day_of_month(words, index)
        or named_months(words, index)
        or numbered_part(words, index)
        or counted_months(words, index)
        or _bare(words, index)
    )


_RELATIVE = ((TimeMark.RELATIVE_THIS, 0), (TimeMark.RELATIVE_LAST, -1), (TimeMark.RELATIVE_NEXT, 1))


def _relative(words: TimePage, index: int) -> Expression | None:
    """The longest of the phrases for this, the last or the next year, or school year."""
    begins = words.begins[index]
    size, offset = max(((begins[tag], offset) for tag, offset in _RELATIVE if tag in begins), default=(0, 0))
    if not size:
        return None
    if any(words.at(step, TimeMark.SCHOOL) for step in range(index, index + size)):
        sense, grain = Sense.RELATIVE_SCHOOL, Grain.SCHOOL_YEAR
    else:
        sense, grain = Sense.RELATIVE, Grain.YEAR
    return Expression(index, index + size, sense, offset, offset, grain)


def _named(words: TimePage, index: int) -> Expression | None:
    """The period of the report, the same of another year, a start or an end."""
    if size := words.at(index, TimeMark.OWN):
        return Expression(index, index + size, Sense.OWN)
    if size := words.at(index, TimeMark.SAME):
        return Expression(index, index + size, Sense.SAME)
    for edge, tag in enumerate((TimeMark.START, TimeMark.END)):
        if size := words.at(index, tag):
            return Expression(index, index + size, Sense.EDGE, edge, edge, Grain.EDGE)
    return None


def _bare(words: TimePage, index: int) -> Expression | None:
    """The word for year alone, or for school year: «жыл басынан», «с начала учебного года»."""
    if size := words.at(index, TimeMark.SCHOOLYEAR):
        year = words.number(index + size, 4)  # "the school year 2024/25"
        if year and (expression := school_year(words, index + size)):
            return expression._replace(first=index)
        return Expression(index, index + size, Sense.BARE_YEAR, 1, 1, Grain.SCHOOL_YEAR)
    if size := words.at(index, TimeMark.YEAR):
        named = named_years(words, index + size) if words.page.language.year_word_first else None
        if named:  # "the year 2030"
            return named._replace(first=index, worded=True)
        return Expression(index, index + size, Sense.BARE_YEAR, grain=Grain.YEAR)
    return None
