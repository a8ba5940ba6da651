"""Changes: numbers that something rose or fell by, from or to."""

from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import CHANGES, Mode, Way
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.language import Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.ranges import UP_TO
from edureport.prose.page import Page, change_behind

NEAR = 10  # words between a number and the verb, in languages with free order
FAR = 18  # where "from" and "to" show that there must be one
PAIR = 8
BACK = 40  # tokens of a list of changes
SUBJECT = 5  # words of a subject
_MOVES = ((Mark.RISE, Way.UP), (Mark.FALL, Way.DOWN))


class PartInChange(NamedTuple):
    """How a number takes part in a change; three of the modes are changes themselves."""

    mode: Mode
    direction: Way | None
    modal: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it is the change itself."""
        return self.mode in CHANGES


def change_of(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """The part that a number has in a change; None if it has none."""
    first, last = number.first, number.last
    if number.signed and not _is_level(page, number):
        return PartInChange(Mode.BY, Way.DOWN if number.value and number.value < 0 else Way.UP)
    if number.shape is Shape.FOLD:
        return PartInChange(Mode.TIMES, _move(page, first) or _direction(page, number, NEAR))
    if page.at(last, Mark.TIMES) and _multiplies(page, number, limit):
        return PartInChange(Mode.TIMES, _direction(page, number, NEAR))
    start = limit.first if limit and limit.last == first else first
    noun = start - 1 - (page.word(start - 1) in {"–", "-", ":"})
    for tag, direction in ((Mark.GROWTH_NOUN, Way.UP), (Mark.FALL_NOUN, Way.DOWN)):
        if page.till(noun, tag) or _subject(page, noun, tag) or _subject(page, first - 1, tag):
            return PartInChange(Mode.BY, direction)
    if page.till(noun, Mark.ADDED):
        return PartInChange(Mode.BY, Way.UP)
    if page.till(noun, Mark.REMOVED):
        return PartInChange(Mode.BY, Way.DOWN)
    if page.language.head_final:
        return _by_case(page, number, limit)
    beside = page.at(last, Mark.MORE_OF) or page.at(last, Mark.FEWER_OF)  # "to 3,000 fewer incidents than"
    compared = _compared(page, number) if beside else None
    return compared or _with_prepositions(page, number, limit)


def _move(page: Page, index: int) -> Way | None:
    """The direction of a word of change at a token."""
    return next((way for tag, way in _MOVES if page.at(index, tag)), None)


def _is_level(page: Page, number: Number) -> bool:
    """Whether a sign belongs to what something is: "minus 5 %", "the balance was −5 %"."""
    before = number.first - 1
    if any(page.at(before, tag) for tag in (Mark.TO, Mark.FROM, Mark.MINUS)):
        return True
    low, _ = page.bounds(number.first)
    return any(page.at(index, Mark.NEGATIVE) for index in range(max(low, number.first - BACK), number.first))


def _subject(page: Page, verb: int, tag: Mark) -> bool:
    """Whether a phrase of the tag is what the verb before a number is about: «рост цен составил»."""
    if not (page.till(verb, Mark.DONE) or page.at(verb, Mark.AUX)):
        return False
    for index in range(verb - 1, verb - 1 - SUBJECT, -1):
        if page.till(index, tag):
            return True
        if not page.is_word(index) or page.at(index, Mark.RISE) or page.at(index, Mark.FALL):
            return False
    return False


def _multiplies(page: Page, number: Number, limit: Limit | None) -> bool:
    """«в 3 раза», «3 есе», "3 times more"; but «выезжали 17 раз» counts."""
    if page.language.head_final:
        return True
    start = min(number.first, limit.first) if limit else number.first
    if page.language.factor_needs_preposition:
        return any(page.at(index - 1, Mark.TIMES_BEFORE) for index in (start, number.first))
    behind = (Mark.FACTOR_AS, Mark.RISE, Mark.FALL)
    compared = any(page.at(number.last + 1, tag) for tag in behind)
    moved = any(page.near(number.first, tag, 3, 0) is not None for tag in (Mark.RISE, Mark.FALL))
    return compared or moved


def _direction(page: Page, number: Number, near: int) -> Way | None:
    back = 0 if page.language.head_final else near
    nearest: list[tuple[int, Way]] = []
    for tag, direction in ((Mark.THAN_UP, Way.UP), (Mark.THAN_DOWN, Way.DOWN)):
        if page.language.head_final and page.at(number.last + 1, tag):
            return direction
    for tag, direction in _MOVES:
        before = page.near(number.first, tag, back, 0)
        after = page.near(number.last - 1, tag, 0, near)
        nearest += [(number.first - before, direction)] if before is not None else []
        nearest += [(after - number.last + 1, direction)] if after is not None else []
    return min(nearest)[1] if nearest else None


def _by_case(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """«8 мыңға артты» is by, «292-ге жетті» to, «9-дан 5-ке азайды» from and to."""
    case, end = _case(page, number)
    if limit and limit.first >= number.last and limit.bound is not Bound.NEARLY:
        end = limit.last
        if page.language.has_case(page.word(end - 1), Ending.DATIVE):
            case = Ending.DATIVE  # «261-ден астамға азайды»
    if case is Ending.ABLATIVE and not limit:
        following = _next_dative(page, end)
        way = _verb_behind(page, following) if following else None
        return PartInChange(Mode.FROM, way) if way else None
    bare = number.percent and case is None and _is_compared(page, number)
    if (case is Ending.DATIVE or bare) and (way := _exceeds(page, number, number.last if bare else end)):
        return PartInChange(Mode.BY, way)
    direction = _verb_behind(page, end)
    if direction is None:
        return PartInChange(Mode.TO, None) if _ends_pair(page, number, limit, case) else None
    if case is not Ending.DATIVE:
        beside = any(page.at(number.last, tag) for tag in (Mark.RISE, Mark.FALL))
        adds = _adds(page, end) or (number.percent and beside and not page.at(number.last, Mark.REACH))
        return PartInChange(Mode.BY, direction) if adds else None
    if limit and limit.bound is Bound.NEARLY:
        end = limit.last
    if limit and limit.bound is Bound.AT_MOST and case is Ending.DATIVE:
        return PartInChange(Mode.TO, direction)  # «84 пайызға дейін өсті»
    if page.at(end, Mark.REACH) or page.at(end + 1, Mark.REACH) or _after_ablative(page, number):
        return PartInChange(Mode.TO, direction)
    _, high = page.bounds(number.first)
    reached = any(page.at(index, Mark.REACH) for index in range(end, min(high, end + NEAR)))
    return PartInChange(Mode.BY if number.percent or reached else Mode.BY_OR_TO, direction)


def _ends_pair(page: Page, number: Number, limit: Limit | None, case: Ending | None) -> bool:
    """«тонау 8 091-ден 2 404-ке дейін» in a list whose verb stands with the first of it."""
    reached = limit is not None and limit.bound is Bound.AT_MOST and case is Ending.DATIVE
    return reached and number.upper is None and _after_ablative(page, number)


def _is_compared(page: Page, number: Number) -> bool:
    """Whether a word before a number compares: «былтырмен салыстырғанда 0,3 % көп»."""
    low, _ = page.bounds(number.first)
    return any(page.at(at, Mark.COMPARED) for at in range(max(low, number.first - NEAR), number.first))


def _exceeds(page: Page, number: Number, end: int) -> Way | None:
    """The direction in «56-ға көп», «17-ге аз» and «147-ге асып түсті»."""
    if page.at(end, Mark.THAN_UP) or (page.at(end, Mark.EXCEEDS) and end <= number.last + 1):
        return Way.UP
    return Way.DOWN if page.at(end, Mark.THAN_DOWN) else None


def _case(page: Page, number: Number) -> tuple[Ending | None, int]:
    """The case of a number, of its own or of the noun that follows it, and where its phrase ends."""
    if number.form:
        return number.form.ending, number.last
    for index in range(number.last, number.last + 3):
        if not page.is_word(index) or page.at(index, Mark.CONJ):
            return None, index
        if case := page.language.case(page.word(index)):
            return case, index + 1
        if any(page.at(index, tag) for tag in (Mark.RISE, Mark.FALL, Mark.REACH)):
            return None, index
    return None, number.last + 3


def _verb_behind(page: Page, index: int) -> Way | None:
    """The direction of the verb at a token, or of the one behind words that set a change equal to a move."""
    index += page.at(index, UP_TO)
    if way := _verb(page, index) or _before_bracket(page, index) or _verb(page, _past_percent(page, index)):
        return way
    verb = change_behind(page, index)
    if verb is None:
        return None
    return Way.UP if page.at(verb, Mark.RISE) else Way.DOWN


def _past_percent(page: Page, index: int) -> int:
    """Behind the percentage that an amount has beside it: «4,0 мыңға немесе 5,0 % көбейді», «(3 %) артып»."""
    if page.word(index) == ")" and not page.is_word(index + 1):
        return index
    if page.word(index) == ")":
        return index + 1
    if not (page.word(index) == "(" or page.at(index, Mark.EQUAL)):
        return index
    ahead = range(index + 1, index + PAIR)
    percent = next((at for at in ahead if page.word(at) == "%" or page.at(at, Mark.PERCENT)), None)
    if percent is None or any(
        page.word(at) in {",", ";"} and not page.glued(at + 1) for at in ahead if at < percent
    ):
        return index
    end = percent + 1
    end += 2 * (page.word(end) == "-" and page.glued(end))
    return end + (page.word(end) == ")")


def _before_bracket(page: Page, index: int) -> Way | None:
    """The direction of «1,8 %-ға артты (13,20-дан 13,44-ке дейін)», told before the closing bracket."""
    if page.word(index) != ")":
        return None
    low = max(page.first[max(page.sentence[index] - 1, 0)], index - BACK)
    opening = next((at for at in range(index - 1, low, -1) if page.word(at) == "("), low)
    return next((way for at in range(opening - 1, low - 1, -1) if (way := _move(page, at))), None)


def _verb(page: Page, index: int) -> Way | None:
    """The direction of a verb of change at a token or right behind it."""
    for step in (index, index + 1):
        if page.at(step, Mark.LAUNCHED) or page.at(step - 1, Mark.LAUNCHED) or _connects(page, step):
            return None
        if way := _move(page, step):
            return way
        if page.at(step, Mark.REACH):
            return Way.UP
        if not page.is_word(step):
            return None
    return None


def _connects(page: Page, index: int) -> bool:
    """«интернетке қосылған» is connected to something; «12 млн теңге қосылды» is added."""
    return page.at(index, Mark.CONNECTS) > 0 and page.language.case(page.word(index - 1)) is Ending.DATIVE


def _adds(page: Page, index: int) -> bool:
    return any(page.at(step, Mark.RISE_BARE) for step in (index, index + 1))


def _next_dative(page: Page, index: int) -> int | None:
    """Where the phrase of the next number ends, if that is in the dative."""
    for step in range(index, min(index + 8, len(page.tokens))):
        word = page.word(step)
        if (
            word in {",", ";", ".", ":"}
            and page.tokens[step].gap == ""
            and not page.word(step + 1)[:1].isdigit()
        ):
            return None
        if page.language.case(word) is Ending.DATIVE or page.language.suffixes.get(word) == Form(
            Ending.DATIVE
        ):
            return step + 1
    return None


def _after_ablative(page: Page, number: Number) -> bool:
    """Whether a number in the ablative stands before this one: from that to this."""
    low, _ = page.bounds(number.first)
    seen, out = False, Form(Ending.ABLATIVE)
    for index in range(number.first - 1, max(low, number.first - 5) - 1, -1):
        word = page.word(index)
        if word in {",", ";", ":", "."}:
            return False
        spoken = page.language.cardinals.get(word) or page.language.multipliers.get(word)
        if spoken is not None or page.tokens[index].is_digits:
            return seen or (spoken is not None and spoken.form == out)
        seen = seen or page.language.case(word) is Ending.ABLATIVE or page.language.suffixes.get(word) == out
    return False


def _with_prepositions(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """«вырос на 5», «до 292», «в 3 раза»; "rose by 5 to 292"."""
    start = number.first
    if limit and limit.last <= start:
        start = min(start, limit.first)
    start -= page.till(start - 1, Mark.CURRENCY)  # "by KZT 5 million"
    before = [start - 1, number.first - 1]
    direction = _direction(page, number, NEAR)
    by, to = (any(page.at(index, tag) for index in before) for tag in (Mark.BY, Mark.TO))
    paired = direction is None and _paired(page, number, start)
    if paired and (direction := _direction(page, number, FAR)) is None:  # it has been told further back
        return PartInChange(Mode.FROM if page.at(number.first - 1, Mark.FROM) else Mode.TO, None)
    if direction is None and by:
        direction = _further(page, number)
    reached = to or (limit is not None and page.at(limit.first, Mark.TO) > 0)
    headed = _headed(page, number, start) if reached else None
    if headed:
        return headed
    if by and (direction or number.points):
        return PartInChange(Mode.BY, direction)
    if direction is None and not reached:
        return _compared(page, number)
    reaches = page.near(number.first, Mark.REACH, NEAR, 0) is not None
    modal = page.near(number.first, Mark.MODAL, 12, 0) is not None
    if reached:
        return PartInChange(Mode.TO, direction, modal) if direction or reaches else None
    if any(page.at(index, Mark.FROM) for index in before) and _continues(page, number):
        return PartInChange(Mode.FROM, direction)
    more = number.percent and (page.at(number.last, Mark.RISE) or page.at(number.last, Mark.FALL))
    up = page.at(start - 1, Mark.UPDOWN) and not page.till(start - 1, Mark.VERB_UP)
    if more or up or page.till(start - 1, Mark.MOVED):
        return PartInChange(Mode.BY, direction)
    return _compared(page, number)


def _further(page: Page, number: Number) -> Way | None:
    """The direction of a change that stands further away, behind its percentage or before a list.

    «на 336 школ, или на 102,4 %, больше», «мяса – на 4,2 %, молока – на 1,6 %».
    """
    ahead = range(number.last, number.last + 3)
    if any(page.word(at) == "," and page.at(at + 1, Mark.EQUAL) for at in ahead):
        return _direction(page, number, FAR)
    return _earlier(page, number) if number.percent else None


def _earlier(page: Page, number: Number) -> Way | None:
    """The direction of the change that a list of them begins with, if this is one of that list."""
    low, _ = page.bounds(number.first)
    listed = False
    for index in range(number.first - 2, max(low, number.first - BACK) - 1, -1):
        if page.word(index) in {";", "(", ")"}:
            return None
        listed = listed or (page.at(index, Mark.BY) > 0 and page.tokens[index + 1].is_digits)
        for tag, way in ((Mark.RISE, Way.UP), (Mark.FALL, Way.DOWN)):
            if page.at(index, tag):
                return way if listed else None
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
    if page.word(to - 1) != "," and not behind_percent:
        return None
    back = range(max(low, to - PAIR), to - 1)
    if not any(page.at(index, Mark.BY) and page.tokens[index + 1].is_digits for index in back):
        return None
    direction = _direction(page, number, FAR) or _earlier(page, number)
    return PartInChange(Mode.TO, direction) if direction or behind_percent else None


def _paired(page: Page, number: Number, start: int) -> bool:
    """Whether this is the one or the other of «с 6,2 тыс. до 12,4 тыс.»; their verb may be further away."""
    if page.at(number.first - 1, Mark.FROM):
        return _continues(page, number)
    low, _ = page.bounds(number.first)
    back = range(max(low, start - PAIR), start)
    to = page.at(start, Mark.TO) or page.at(start - 1, Mark.TO)
    return to > 0 and any(
        page.at(index, Mark.FROM) and page.tokens[index + 1 + page.at(index + 1, Mark.CURRENCY)].is_digits
        for index in back
    )


def _compared(page: Page, number: Number) -> PartInChange | None:
    """English "126 short of the target", "12 clinics more than in 2024": by how much it differs."""
    for tag, direction in ((Mark.MORE_OF, Way.UP), (Mark.FEWER_OF, Way.DOWN)):
        ahead = range(number.last + 1, number.last + 4)
        if page.at(number.last, tag) and any(page.at(index, Mark.THAN) for index in ahead):
            return PartInChange(Mode.BY, direction)  # "17 more posts than in 2024"
    for index in range(number.last, number.last + 3):
        for tag, direction in ((Mark.THAN_UP, Way.UP), (Mark.THAN_DOWN, Way.DOWN)):
            size = page.at(index, tag)
            if size and not page.tokens[min(index + size, len(page.tokens) - 1)].is_digits:
                return PartInChange(Mode.BY, direction)
        if not page.is_word(index) or page.at(index, Mark.CONJ):
            break
    return None


def _continues(page: Page, number: Number) -> bool:
    """Whether a "to" follows the "from"."""
    _, high = page.bounds(number.first)
    return any(page.at(index, Mark.TO) for index in range(number.last, min(high, number.last + 6)))
