"""Changes: numbers that something rose or fell by, from or to, by what stands before and behind them."""

from edureport.prose.figures.change_by_case import BACK, NEAR, PAIR, change_by_case, direction_near, move_at
from edureport.prose.figures.figure import Mode, PartInChange, Way
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import BREAKS, Page, moves_near

FAR = 18  # where "from" and "to" show that there must be a verb
SUBJECT = 8  # words of a subject
MOVED = 3  # words from a verb to how many times
MODAL = 12  # words between "may" and a number
# What a share in brackets is compared with: another time.
TIMED = (Mark.IN, Mark.DURING, Mark.PREP_YEAR, Mark.EARLIER, Mark.MONTH, Mark.YEAR, Mark.COMPARISON)


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
    if not page.language.head_final:
        noun -= page.till(noun, Mark.INDEX_TO)  # «снижение к прошлому году 1,35»
    verbs = [at for at in {noun, first - 1} if page.till(at, Mark.DONE) or page.at(at, Mark.AUX)]
    if page.word(start - 1) == "–" and not (page.language.head_final or page.at(start, Mark.TO)):
        verbs.append(start - 1)  # not «рост числа школ – до 45»
    for way, tag, verb in ((Way.UP, Mark.GROWTH_NOUN, Mark.ADDED), (Way.DOWN, Mark.FALL_NOUN, Mark.REMOVED)):
        named = page.till(noun, tag) or page.till(noun, verb)
        if named or any(_is_subject(page, at, tag) for at in verbs):
            return PartInChange(Mode.BY, way)
    if page.language.head_final:
        return change_by_case(page, number, limit)
    if page.has(last, Mark.MORE_OF, Mark.FEWER_OF) and (more := compared(page, number)):
        return more  # "to 3,000 fewer incidents than"
    return _of_noun_behind(page, last, start) or change_by_preposition(page, number, limit)


def _is_level(page: Page, number: Number) -> bool:
    """Whether a sign belongs to what something is: "minus 5 %", "the balance was −5 %"."""
    led = page.has(number.first - 1, Mark.TO, Mark.FROM, Mark.MINUS)
    return led or page.any_at(page.before(number.first, BACK), Mark.NEGATIVE)


def _is_subject(page: Page, verb: int, tag: Mark) -> bool:
    """Whether a phrase of the tag is what the verb before a number is about: «рост цен составил»."""
    for index in range(verb - 1, verb - 1 - SUBJECT, -1):
        if page.till(index, tag):
            return True
        named = page.is_year(index) or page.is_word(index)
        if not named or page.has(index, Mark.RISE, Mark.FALL):
            return False
    return False


def _multiplies(page: Page, number: Number, limit: Limit | None) -> bool:
    """«в 3 раза», «3 есе», "3 times more", "rose 3 times"; but «выезжали 17 раз» counts."""
    if page.language.head_final:
        return True
    if page.language.factor_needs_preposition:
        start = min(number.first, limit.first) if limit else number.first
        return page.any_at((start - 1, number.first - 1), Mark.TIMES_BEFORE)
    compared = page.has(number.last + 1, Mark.FACTOR_AS, Mark.RISE, Mark.FALL)
    return compared or moves_near(page, number.first, MOVED, 0)


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
        # "fell below 13%", "rises above 90%"; not "rose more than 5%"
        than = limit.first if moved and limit and limit.last - limit.first == 1 else -1
        crossed = page.has(than, Mark.THAN_UP, Mark.THAN_DOWN)
        return PartInChange(Mode.TO if crossed else Mode.BY, direction)
    return compared(page, number)


def _of_noun_behind(page: Page, last: int, start: int) -> PartInChange | None:
    """The size of what is named behind a number: "a $13.2 million (4.8%) increase", "a 5% or $40 cut"."""
    again = page.word(last) == "(" or page.at(last, Mark.OR) > 0
    near = range(last, last + PAIR if again else last + 1)
    noun = next((at for at in near if page.has(at, Mark.RISE, Mark.FALL)), None)
    if noun is None or not page.at(start - 1, Mark.ARTICLE):
        return None
    closed = (page.word(last) == "(") is (page.word(noun - 1) == ")")
    counted = not again or any(page.tokens[at].is_digits for at in range(last, noun))
    return PartInChange(Mode.BY, move_at(page, noun)) if closed and counted else None


def _ends_in_direction(page: Page, last: int) -> bool:
    """Whether "2.4 points up" is the change of an index; but "two points up the road"."""
    if not page.at(last, Mark.INDEX_POINTS) or not page.at(last + 1, Mark.UPDOWN):
        return False
    return not page.is_word(last + 2) or page.has(last + 2, Mark.AGAINST, Mark.BEFORE_DAY)


def _reached(page: Page, number: Number, direction: Way | None) -> PartInChange | None:
    """What is risen or fallen to, or reached; None of what is only "to 300"."""
    if direction is None and page.near(number.first, Mark.REACH, NEAR, 0) is None:
        return PartInChange(Mode.TO, None) if _reached_before(page, number) else None
    return PartInChange(Mode.TO, direction, page.near(number.first, Mark.MODAL, MODAL, 0) is not None)


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
    multiplied = multiplied and page.any_at(back, Mark.TIMES_BEFORE)
    if not multiplied and not any(page.at(at, Mark.BY) and page.tokens[at + 1].is_digits for at in back):
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
    led = start if page.at(start, Mark.TO) else start - 1
    if page.word(led - 1) == ")":  # «с 23,3 % (10 из 43) до 4,3 %»
        start = next((at for at in page.before(led - 1, PAIR) if page.word(at) == "("), start)
    # «сократилась с 47,4 тыс. в 2020 г. до 46,7 тыс.»
    dated = any(page.at(at, Mark.YEAR) or page.is_year(at) for at in page.before(start, PAIR))
    back = page.before(start, FAR if dated and direction_near(page, number, FAR) else PAIR)
    left = (at + 1 + page.at(at + 1, Mark.CURRENCY) for at in back if page.at(at, Mark.FROM))
    return to > 0 and any(page.tokens[at].is_digits for at in left)


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
            return PartInChange(Mode.BY, Way.UP if page.at(index, Mark.THAN_UP) else Way.DOWN)
        if not page.names(index):
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
