"""Changes in languages with the verb last: «8 мыңға артты», «292-ге жетті», «9-дан 5-ке азайды»."""

from edureport.model.quantity import Bound
from edureport.prose.figures.figure import Mode, PartInChange, Way
from edureport.prose.figures.modifiers import Limit
from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.numbers.ranges import UP_TO
from edureport.prose.page import Page, change_behind

NEAR = 10  # words between a number and the verb, in languages with free order
PAIR = 8
BACK = 40  # tokens of a list of changes
MOVES = ((Mark.RISE, Way.UP), (Mark.FALL, Way.DOWN))
_COMPARED = ((Mark.THAN_UP, Way.UP), (Mark.THAN_DOWN, Way.DOWN))


def change_by_case(page: Page, number: Number, limit: Limit | None) -> PartInChange | None:
    """The part of a number by its case: the dative is by or to, the ablative from."""
    case, end = _case(page, number)
    if limit and limit.first >= number.last and limit.bound is not Bound.NEARLY:
        end = limit.last
        if page.has_case(end - 1, Ending.DATIVE):
            case = Ending.DATIVE  # «261-ден астамға азайды»
    if case is Ending.ABLATIVE and not limit:
        following = _next_dative(page, end)
        way = _verb_behind(page, following) if following else None
        led = following is not None and _leads_to_percent(page, following + page.at(following, UP_TO))
        return PartInChange(Mode.FROM, way) if way or led else None
    bare = number.percent and case is None and page.any_at(page.before(number.first, NEAR), Mark.COMPARED)
    if case is Ending.DATIVE or bare:  # «56-ға көп», «147-ге асып түсті», «былтырмен салыстырғанда 0,3 % көп»
        behind = number.last if bare else end
        exceeds = page.at(behind, Mark.EXCEEDS) and behind <= number.last + 1
        if way := Way.UP if exceeds else more_or_less(page, behind):
            return PartInChange(Mode.BY, way)
    up_to = limit is not None and limit.bound is Bound.AT_MOST and case is Ending.DATIVE
    paired = _after_ablative(page, number)
    direction = _verb_behind(page, end)
    if direction is None:  # «тонау 8 091-ден 2 404-ке дейін» in a list whose verb stands with the first of it
        led = paired or _leads_to_percent(page, end) or _is_beside_percent(page, number)
        reached = up_to and number.upper is None and led
        return PartInChange(Mode.TO, None) if reached else None
    if case is not Ending.DATIVE:
        beside = page.has(number.last, Mark.RISE, Mark.FALL) and not page.at(number.last, Mark.REACH)
        after = end + (page.word(end) != ")")  # not «3 есе (1 659/5 054) артты»
        adds = page.at(end, Mark.RISE_BARE) or page.at(after, Mark.RISE_BARE)
        return PartInChange(Mode.BY, direction) if adds or (number.percent and beside) else None
    if up_to or paired or page.at(end, Mark.REACH) or page.at(end + 1, Mark.REACH):
        return PartInChange(Mode.TO, direction)  # «84 пайызға дейін өсті»
    _, high = page.bounds(number.first)
    reached = page.any_at(range(end, min(high, end + NEAR)), Mark.REACH)
    return PartInChange(Mode.BY if number.percent or reached else Mode.BY_OR_TO, direction)


def _leads_to_percent(page: Page, index: int) -> bool:
    """Whether a change in percent follows, or how many times: «2,4 млрд-қа дейін, 3 %-ға, … өсті»."""
    index += page.word(index) == ","
    if not page.counts(index) or not page.any_at(range(index, page.bounds(index)[1]), Mark.RISE, Mark.FALL):
        return False
    ahead = range(index, index + PAIR)
    if page.any_at(ahead[: PAIR // 2], Mark.TIMES):
        return True
    percent = next((at for at in ahead if page.is_percent(at)), index)
    return any(_stands_in(page, at, Ending.DATIVE) for at in range(percent, percent + 3) if percent > index)


def _is_beside_percent(page: Page, number: Number) -> bool:
    """Whether a bracket tells what was reached by a change: «астық 7%-ға (97 тоннаға дейін), … өсті»."""
    opening = number.first - 1
    percent = page.word(opening) == "(" and page.word(opening - 3) == "%"
    moved = page.any_at(range(number.last, page.bounds(number.first)[1]), Mark.RISE, Mark.FALL)
    return percent and moved and _stands_in(page, opening - 1, Ending.DATIVE)


def _case(page: Page, number: Number) -> tuple[Ending | None, int]:
    """The case of a number, of its own or of the noun that follows it, and where its phrase ends."""
    if number.form:
        return number.form.ending, number.last
    for index in range(number.last, number.last + 3):
        if not page.names(index):
            return None, index
        hyphened = page.word(index + 1) == "-" and page.glued(index + 1) and page.glued(index + 2)
        if hyphened and (suffix := page.language.suffixes.get(page.word(index + 2))):
            return suffix.ending, index + 3  # «860 кг-ға»
        if case := page.case(index):
            return case, index + 1
        if page.has(index, Mark.RISE, Mark.FALL, Mark.REACH):
            return None, index
    return None, number.last + 3


def _verb_behind(page: Page, index: int) -> Way | None:
    """The direction of the verb at a token, or of the one behind words that set a change equal to a move."""
    index += page.at(index, UP_TO)
    if way := _verb(page, index) or _before_bracket(page, index) or _verb(page, _past_percent(page, index)):
        return way
    verb = change_behind(page, index)
    return None if verb is None else move_at(page, verb)


def _past_percent(page: Page, index: int) -> int:
    """Behind the percentage that an amount has beside it: «4,0 мыңға немесе 5,0 % көбейді», «(3 %) артып»."""
    if page.word(index) == ")":
        return index + page.is_word(index + 1)
    if not (page.word(index) == "(" or page.at(index, Mark.EQUAL)):
        return index
    ahead = range(index + 1, index + PAIR)
    percent = next((at for at in ahead if page.is_percent(at)), None)
    before = range(index + 1, percent or index)
    if percent is None or any(page.word(at) in {",", ";"} and not page.glued(at + 1) for at in before):
        return index
    end = percent + 1 + 2 * (page.word(percent + 1) == "-" and page.glued(percent + 1))
    return end + (page.word(end) == ")")


def _before_bracket(page: Page, index: int) -> Way | None:
    """The direction of «1,8 %-ға артты (13,20-дан 13,44-ке дейін)», told before the closing bracket."""
    if page.word(index) != ")":
        return None
    low = max(page.first[max(page.sentence[index] - 1, 0)], index - BACK)
    opening = next((at for at in range(index - 1, low, -1) if page.word(at) == "("), low)
    return next((way for at in range(opening - 1, low - 1, -1) if (way := move_at(page, at))), None)


def _verb(page: Page, index: int) -> Way | None:
    """The direction of a verb of change at a token or right behind it."""
    for step in (index, index + 1):
        # «интернетке қосылған» is connected to something; «12 млн теңге қосылды» is added
        connected = page.at(step, Mark.CONNECTS) and page.case(step - 1) is Ending.DATIVE
        if connected or page.at(step - 1, Mark.LAUNCHED):
            return None
        if way := move_at(page, step) or (Way.UP if page.at(step, Mark.REACH) else None):
            return way
        if not page.is_word(step):
            return None
    return None


def _next_dative(page: Page, index: int) -> int | None:
    """Where the phrase of the next number ends, if that is in the dative."""
    for step in range(index, min(index + PAIR, len(page.tokens))):
        word = page.word(step)
        if word in {",", ";", ".", ":"} and not page.word(step + 1)[:1].isdigit():
            return None
        if _stands_in(page, step, Ending.DATIVE):
            return step + 1
    return None


def _after_ablative(page: Page, number: Number) -> bool:
    """Whether a number in the ablative stands before this one: from that to this."""
    seen = False
    for index in page.before(number.first, 5):
        word = page.word(index)
        if word in {",", ";", ":", "."}:
            return False
        spoken = page.language.cardinals.get(word) or page.language.multipliers.get(word)
        if page.tokens[index].is_digits and page.at(index + 1, Mark.YEAR):
            return False  # «2022 жылғы деңгейден 3 120 тоннаға төмендеді»
        if spoken is not None or page.tokens[index].is_digits:
            return seen or (spoken is not None and spoken.form == Form(Ending.ABLATIVE))
        seen = seen or _stands_in(page, index, Ending.ABLATIVE)
    return False


def _stands_in(page: Page, index: int, case: Ending) -> bool:
    """Whether a word, or a suffix of a number, has a case."""
    word, language = page.word(index), page.language
    return language.case(word) is case or language.suffixes.get(word) == Form(case)


def move_at(page: Page, index: int) -> Way | None:
    """The direction of a word of change at a token."""
    return next((way for tag, way in MOVES if page.at(index, tag)), None)


def more_or_less(page: Page, index: int) -> Way | None:
    """The direction of a word of comparison at a token: «көп», "higher"."""
    return next((way for tag, way in _COMPARED if page.at(index, tag)), None)


def direction_near(page: Page, number: Number, near: int) -> Way | None:
    """The direction of the nearest word of change within so many tokens; only behind if verbs come last."""
    if page.language.head_final and (way := more_or_less(page, number.last + 1)):
        return way
    back = 0 if page.language.head_final else near
    nearest: list[tuple[int, Way]] = []
    for tag, way in MOVES:
        before = page.near(number.first, tag, back, 0)
        after = page.near(number.last - 1, tag, 0, near)
        nearest += [(number.first - before, way)] if before is not None else []
        nearest += [(after - number.last + 1, way)] if after is not None else []
    return min(nearest)[1] if nearest else None
