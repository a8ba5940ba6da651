"""Changes in languages with prepositions: «вырос на 5», «до 292», "rose by 5 to 292"."""

import re

from edureport.prose.figures.change_words import (
    BACK,
    FAR,
    NEAR,
    PAIR,
    PartInChange,
    direction_near,
    more_or_less,
    move_at,
)
from edureport.prose.figures.figure import Mode, Way
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import BREAKS, Page

_YEAR = re.compile("(?:19|20)[0-9]{2}")
MODAL = 12  # words between "may" and a number
# What a share in brackets is compared with: another time.
TIMED = (Mark.IN, Mark.DURING, Mark.PREP_YEAR, Mark.EARLIER, Mark.MONTH, Mark.YEAR, Mark.COMPARISON)


def change_by_preposition(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """The part of a number by the words before it, and by what it is compared with behind it."""
    start = number.first
    if limit and limit.last <= start:
        start = min(start, limit.first)
    start -= page.till(start - 1, Mark.CURRENCY)  # "by KZT 5 million"
    before = [start - 1, number.first - 1]
    direction = direction_near(page, number, NEAR)
    by = page.any_at(before, Mark.BY)
    to = any(page.at(at, Mark.TO) and not page.till(at, Mark.AGAINST) for at in before)  # "compared to 5"
    paired = direction is None and _paired(page, number, start)
    if paired and (direction := direction_near(page, number, FAR)) is None:  # it has been told further back
        return PartInChange(Mode.FROM if page.at(number.first - 1, Mark.FROM) else Mode.TO, None)
    if direction is None and by:
        direction = _further(page, number)
    reached = to or (limit is not None and page.at(limit.first, Mark.TO) > 0)
    if reached and (headed := _headed(page, number, start)):
        return headed
    in_points = number.has_decimals and page.at(number.last, Mark.INDEX_POINTS) > 0
    if by and (direction or number.points or in_points):
        return PartInChange(Mode.BY, direction)
    if reached:
        return _reached(page, number, direction)
    if direction is None:
        return compared(page, number)
    if page.any_at(before, Mark.FROM) and _continues(page, number):
        return PartInChange(Mode.FROM, direction)
    more = number.percent and page.has(number.last + 2 * number.hyphen, Mark.RISE, Mark.FALL)
    up = page.at(start - 1, Mark.UPDOWN) and not page.till(start - 1, Mark.VERB_UP)
    moved = page.till(start - 1, Mark.MOVED) or (number.percent and page.till(start - 1, Mark.MOVES))
    if more or up or moved or _ends_in_direction(page, number.last):
        crossed = moved and limit and _is_crossed(page, limit)
        return PartInChange(Mode.TO if crossed else Mode.BY, direction)
    return compared(page, number)


def _is_crossed(page: Page, limit: Limit) -> bool:
    """Whether something moved past a number: "fell below 13%", "rises above 90%"; not "rose more than 5%"."""
    return limit.last - limit.first == 1 and page.has(limit.first, Mark.THAN_UP, Mark.THAN_DOWN)


def _ends_in_direction(page: Page, last: int) -> bool:
    """Whether "2.4 points up" is the change of an index; but "two points up the road"."""
    if not page.at(last, Mark.INDEX_POINTS) or not page.at(last + 1, Mark.UPDOWN):
        return False
    return not page.is_word(last + 2) or page.has(last + 2, Mark.AGAINST, Mark.BEFORE_DAY)


def _reached(page: Page, number: Number, direction: Way | None) -> PartInChange | None:
    """What is risen or fallen to, or reached; None of what is only "to 300"."""
    if direction is None and page.near(number.first, Mark.REACH, NEAR, 0) is None:
        return PartInChange(Mode.TO, None) if _reached_before(page, number) else None
    modal = page.near(number.first, Mark.MODAL, MODAL, 0) is not None
    return PartInChange(Mode.TO, direction, modal)


def _reached_before(page: Page, number: Number) -> bool:
    """Whether this is behind a dash or in brackets, and before it what rose or fell, by how much or to what.

    «вырос на 5 % к прошлому году – до 42», «вырос на 5 % (до 42)», «вырастет до 590, а на селе – до 170».
    """
    to = next((at for at in page.before(number.first, 3) if page.at(at, Mark.TO)), 0)
    bracket = page.word(to - 1) == "("
    if bracket and page.word(number.last) != ")" and page.word(to - 2) != "%":
        return False  # «на 12 (до 45 мест)», but «на 5 % (до 45 мест)»
    if not bracket and (page.word(to - 1) not in {"–", "-"} or page.glued(to - 1)):
        return False
    tags = [Mark.TO, Mark.BY]
    for index in page.before(to - bracket, BACK):
        if page.word(index) in BREAKS:
            return False
        if page.word(index) == "," and not page.glued(index + 1):
            tags = [Mark.TO]  # «выросли на 5 %, в классе – до 25 детей» are no more than 25
        if page.has(index, *tags) and page.counts(index + 1 + page.at(index + 1, Mark.CURRENCY)):
            return any(move_at(page, at) for at in page.before(index, BACK if bracket else NEAR))
    return False


def _further(page: Page, number: Number) -> Way | None:
    """The direction of a change that stands further away, behind its percentage or before a list.

    «на 336 школ, или на 102,4 %, больше», «мяса – на 4,2 %, молока – на 1,6 %».
    """
    ahead = range(number.last, number.last + 3)
    if any(page.word(at) == "," and page.at(at + 1, Mark.EQUAL) for at in ahead):
        return direction_near(page, number, FAR)
    return _earlier(page, number) if number.percent else None


def _earlier(page: Page, number: Number) -> Way | None:
    """The direction of the change that a list of them begins with, if this is one of that list.

    So is what stands behind its ends: "rose from 25 to 28, by 12 %", "(by 12 %)".
    """
    listed = aside = False
    bracket = page.word(number.first - 2) == "("
    for index in page.before(number.first, BACK)[1 + bracket :]:
        if aside:  # «увеличилась по сравнению с 2022 годом (51 270 рублей) на 13,8 %»
            aside = page.word(index) != "("
            continue
        if page.word(index) in {";", "("}:
            return None
        aside = page.word(index) == ")"
        listed = listed or (page.at(index, Mark.BY) > 0 and page.tokens[index + 1].is_digits)
        if way := move_at(page, index):
            led = page.tokens[index + 1].is_digits or page.has(index + 1, Mark.FROM, Mark.COMPARED)
            return way if listed or led else None  # "rose 5 %, …"
    return None


def _headed(page: Page, number: Number, start: int) -> PartInChange | None:
    """What is reached in «на 3,4 %, до 640 тыс.», «на 8,6 % до 12 тыс.» and «3. Рост доли …, до 28 %»."""
    low, _ = page.bounds(number.first)
    to = start if page.at(start, Mark.TO) else start - 1
    head = low + 2 * (page.tokens[low].is_digits and page.word(low + 1) == ".")
    for tag, way in ((Mark.GROWTH_NOUN, Way.UP), (Mark.FALL_NOUN, Way.DOWN)):
        if page.at(head, tag):
            return PartInChange(Mode.TO, way)
    sign = page.word(to - 1) in {",", "–"}
    behind_percent = page.word(to - 1 - sign) == "%" or page.till(to - 1 - sign, Mark.PERCENT)
    behind_percent = behind_percent or page.till(to - 1, Mark.TIMES)  # «в 4 раза до 9,8 млрд»
    if page.word(to - 1) != "," and not behind_percent:
        return None
    back = range(max(low, to - FAR), to - 1)  # «на 26,5% по сравнению с тем же месяцем 2020 года, до 5,2 млн»
    multiplied = page.any_at(back, Mark.TIMES)  # «в 2,5 раза, до 12 млрд»
    if not any(page.at(index, Mark.BY) and page.tokens[index + 1].is_digits for index in back) and not (
        multiplied and any(page.at(index, Mark.TIMES_BEFORE) for index in back)
    ):
        return None
    direction = direction_near(page, number, FAR) or _earlier(page, number)
    listed = page.word(to - 1) == "," and page.word(to - 2) == "%"  # «Орёл – на 8,9%, до 57 тысяч»
    told = direction or listed or page.any_at(range(low, to), Mark.RISE, Mark.FALL)
    return PartInChange(Mode.TO, direction) if told else None


def _paired(page: Page, number: Number, start: int) -> bool:
    """Whether this is the one or the other of «с 6,2 тыс. до 12,4 тыс.»; their verb may be further away."""
    if page.at(number.first - 1, Mark.FROM):
        return _continues(page, number)
    to = page.at(start, Mark.TO) or page.at(start - 1, Mark.TO)
    dated = any(page.at(at, Mark.YEAR) or _YEAR.fullmatch(page.word(at)) for at in page.before(start, PAIR))
    reach = (
        FAR if dated and direction_near(page, number, FAR) else PAIR
    )  # «сократилась с 47,4 тыс. в 2020 г. до 46,7 тыс.»
    return to > 0 and any(
        page.at(index, Mark.FROM) and page.tokens[index + 1 + page.at(index + 1, Mark.CURRENCY)].is_digits
        for index in page.before(start, reach)
    )


def compared(page: Page, number: Number) -> PartInChange | None:
    """English "126 short of the target", "12 clinics more than in 2024": by how much it differs."""
    for tag, direction in ((Mark.MORE_OF, Way.UP), (Mark.FEWER_OF, Way.DOWN)):
        ahead = range(number.last + 1, number.last + 4)
        if page.at(number.last, tag) and page.any_at(ahead, Mark.THAN):
            return PartInChange(Mode.BY, direction)  # "17 more posts than in 2024"
    bracket = _past_bracket(page, number)
    for index in (bracket,) if bracket else range(number.last, number.last + 3):
        size = page.at(index, Mark.THAN_UP) or page.at(index, Mark.THAN_DOWN)
        if bracket and not page.any_at(range(index + size, index + size + NEAR), *TIMED):
            break  # "12 (27%) below average", and "(19 percent) more than in August"
        if size and not page.tokens[min(index + size, len(page.tokens) - 1)].is_digits:
            return PartInChange(Mode.BY, more_or_less(page, index))
        if not page.is_word(index) or page.at(index, Mark.CONJ):
            break
    return None


def _past_bracket(page: Page, number: Number) -> int:
    """Behind the share in brackets after a number or around it, "1,670 (19 percent) more than"; 0 if none."""
    if number.percent and page.word(number.first - 1) == "(":
        return number.last + 1 if page.word(number.last) == ")" else 0
    closing = next((at for at in range(number.last, number.last + PAIR) if page.word(at) == ")"), 0)
    share = page.word(closing - 1) == "%" or page.till(closing - 1, Mark.PERCENT) > 0
    return closing + 1 if page.word(number.last) == "(" and closing and share else 0


def _continues(page: Page, number: Number) -> bool:
    """Whether a "to" follows the "from"."""
    _, high = page.bounds(number.first)
    return page.any_at(range(number.last, min(high, number.last + 6)), Mark.TO)
