"""Changes: numbers that something rose or fell by, from or to."""

import re

from edureport.prose.figures.change_by_case import change_by_case
from edureport.prose.figures.change_by_preposition import change_by_preposition, compared
from edureport.prose.figures.change_words import BACK, NEAR, PartInChange, direction_near, move_at
from edureport.prose.figures.figure import Mode, Way
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page, moves_near

SUBJECT = 8  # words of a subject
MOVED = 3  # words from a verb to how many times
_YEAR = re.compile("(?:19|20)[0-9]{2}")


def change_of(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """The part that a number has in a change; None if it has none."""
    first, last = number.first, number.last
    if number.signed and not _is_level(page, number):
        return PartInChange(Mode.BY, Way.DOWN if number.value and number.value < 0 else Way.UP)
    if number.shape is Shape.FOLD:
        return PartInChange(Mode.TIMES, move_at(page, first) or direction_near(page, number, NEAR))
    if page.at(last, Mark.TIMES) and _multiplies(page, number, limit):
        return PartInChange(Mode.TIMES, direction_near(page, number, NEAR))
    start = limit.first if limit and limit.last == first else first
    start -= page.till(start - 1, Mark.CURRENCY)  # "an increase of $5 million"
    noun = start - 1 - (page.word(start - 1) in {"–", "-", ":"})
    noun -= (
        0 if page.language.head_final else page.till(noun, Mark.INDEX_TO)
    )  # «снижение к прошлому году 1,35»
    verbs = [at for at in {noun, first - 1} if page.till(at, Mark.DONE) or page.at(at, Mark.AUX)]
    for way, tag, verb in ((Way.UP, Mark.GROWTH_NOUN, Mark.ADDED), (Way.DOWN, Mark.FALL_NOUN, Mark.REMOVED)):
        if page.till(noun, tag) or page.till(noun, verb):
            return PartInChange(Mode.BY, way)
        dashed = page.word(start - 1) == "–" and not page.at(start, Mark.TO)  # «рост числа школ – до 45»
        dash = [start - 1] if dashed and not page.language.head_final else []
        if any(_is_subject(page, at, tag) for at in (*verbs, *dash)):
            return PartInChange(Mode.BY, way)
    if page.language.head_final:
        return change_by_case(page, number, limit)
    if page.has(last, Mark.MORE_OF, Mark.FEWER_OF) and (more := compared(page, number)):
        return more  # "to 3,000 fewer incidents than"
    return change_by_preposition(page, number, limit)


def _is_level(page: Page, number: Number) -> bool:
    """Whether a sign belongs to what something is: "minus 5 %", "the balance was −5 %"."""
    if page.has(number.first - 1, Mark.TO, Mark.FROM, Mark.MINUS):
        return True
    return page.any_at(page.before(number.first, BACK), Mark.NEGATIVE)


def _is_subject(page: Page, verb: int, tag: Mark) -> bool:
    """Whether a phrase of the tag is what the verb before a number is about: «рост цен составил»."""
    for index in range(verb - 1, verb - 1 - SUBJECT, -1):
        if page.till(index, tag):
            return True
        year = _YEAR.fullmatch(page.word(index)) is not None
        if not (year or page.is_word(index)) or page.has(index, Mark.RISE, Mark.FALL):
            return False
    return False


def _multiplies(page: Page, number: Number, limit: Limit | None) -> bool:
    """«в 3 раза», «3 есе», "3 times more", "rose 3 times"; but «выезжали 17 раз» counts."""
    if page.language.head_final:
        return True
    if page.language.factor_needs_preposition:
        start = min(number.first, limit.first) if limit else number.first
        return page.at(start - 1, Mark.TIMES_BEFORE) > 0 or page.at(number.first - 1, Mark.TIMES_BEFORE) > 0
    compared = page.has(number.last + 1, Mark.FACTOR_AS, Mark.RISE, Mark.FALL)
    return compared or moves_near(page, number.first, MOVED, 0)
