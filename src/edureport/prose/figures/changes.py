"""Changes: numbers that something rose or fell by, from or to."""

from typing import NamedTuple

from edureport.prose.figures.bounds import Limit, case_of
from edureport.prose.page import Number, Page

NEAR = 10  # words between a number and the verb, in languages with free order
FAR = 18  # where "from" and "to" show that there must be one
PAIR = 8
SUBJECT = 5  # words of a subject


class Change(NamedTuple):
    """How a number takes part in a change; "by", "times" and "by_or_to" are changes themselves."""

    mode: str
    direction: str | None
    modal: bool = False

    @property
    def is_amount(self) -> bool:
        return self.mode in {"by", "times", "by_or_to"}


def change_of(page: Page, number: Number, limit: Limit | None) -> Change | None:
    """The part that a number has in a change; None if it has none."""
    first, last = number.first, number.last
    if number.signed and not any(page.at(first - 1, tag) for tag in ("to", "from")):
        return Change("by", "down" if number.value is not None and number.value < 0 else "up")
    if number.special == "fold":
        here = "up" if page.at(first, "rise") else "down" if page.at(first, "fall") else None
        return Change("times", here or _direction(page, number, NEAR))
    if page.at(last, "times") and _multiplies(page, number, limit):
        return Change("times", _direction(page, number, NEAR))
    noun = first - 1 - (page.word(first - 1) in {"–", "-", ":"})
    if limit and limit.last == first:
        noun = limit.first - 1
    for tag, direction in (("growth.noun", "up"), ("fall.noun", "down")):
        if page.till(noun, tag) or _subject(page, noun, tag) or _subject(page, first - 1, tag):
            return Change("by", direction)
    if page.till(noun, "added"):
        return Change("by", "up")
    if page.till(noun, "removed"):
        return Change("by", "down")
    if page.lexicon.qualifiers_follow:
        return _kazakh(page, number, limit)
    return _with_prepositions(page, number, limit)


def _subject(page: Page, verb: int, tag: str) -> bool:
    """Whether a phrase of the tag is what the verb before a number is about: «рост цен составил»."""
    if not (page.till(verb, "done") or page.at(verb, "aux")):
        return False
    for place in range(verb - 1, verb - 1 - SUBJECT, -1):
        if page.till(place, tag):
            return True
        if not page.word(place)[:1].isalpha() or page.at(place, "rise") or page.at(place, "fall"):
            return False
    return False


def _multiplies(page: Page, number: Number, limit: Limit | None) -> bool:
    """«в 3 раза», «3 есе», "3 times more"; but «выезжали 17 раз» counts."""
    if page.lexicon.qualifiers_follow:
        return True
    start = min(number.first, limit.first) if limit else number.first
    if page.lexicon.decimal_comma:
        return page.word(start - 1) == "в" or page.word(number.first - 1) == "в"
    compared = (
        page.word(number.last + 1) == "as"
        or page.at(number.last + 1, "rise")
        or page.at(number.last + 1, "fall")
    )
    moved = any(page.near(number.first, tag, 3, 0) is not None for tag in ("rise", "fall"))
    return bool(compared) or moved


def _direction(page: Page, number: Number, near: int) -> str | None:
    back = 0 if page.lexicon.qualifiers_follow else near
    nearest: list[tuple[int, str]] = []
    for tag, direction in (("than.up", "up"), ("than.down", "down")):
        if page.lexicon.qualifiers_follow and page.at(number.last + 1, tag):
            return direction
    for tag, direction in (("rise", "up"), ("fall", "down")):
        before = page.near(number.first, tag, back, 0)
        after = page.near(number.last - 1, tag, 0, near)
        nearest += [(number.first - before, direction)] if before is not None else []
        nearest += [(after - number.last + 1, direction)] if after is not None else []
    return min(nearest)[1] if nearest else None


def _kazakh(page: Page, number: Number, limit: Limit | None) -> Change | None:
    """«8 мыңға артты» is by, «292-ге жетті» to, «9-дан 5-ке азайды» from and to."""
    case, end = _case(page, number)
    if limit and limit.first >= number.last and limit.bound != "nearly":
        end = limit.last
    if case == "abl" and not limit:
        following = _next_dative(page, end)
        return Change("from", _verb(page, following)) if following and _verb(page, following) else None
    if case == "dat" and (way := _exceeds(page, number, end)):
        return Change("by", way)
    direction = _verb(page, end)
    if direction is None:
        return None
    if case != "dat":
        return Change("by", direction) if _adds(page, end) else None
    if limit and limit.bound == "nearly":
        end = limit.last
    if page.at(end, "reach") or page.at(end + 1, "reach") or _after_ablative(page, number):
        return Change("to", direction)
    _, high = page.bounds(number.first)
    reached = any(page.at(place, "reach") for place in range(end, min(high, end + NEAR)))
    return Change("by" if number.percent or reached else "by_or_to", direction)


def _exceeds(page: Page, number: Number, end: int) -> str | None:
    """The direction in «56-ға көп», «17-ге аз» and «147-ге асып түсті»."""
    if page.at(end, "than.up") or (page.at(end, "exceeds") and end <= number.last + 1):
        return "up"
    return "down" if page.at(end, "than.down") else None


def _case(page: Page, number: Number) -> tuple[str, int]:
    """The case of a number, of its own or of the noun that follows it, and where its phrase ends."""
    if number.form:
        end = number.last
        while number.form.endswith("dat") and page.at(end, "between.noun"):
            end += 1
        return number.form[-3:], end
    for place in range(number.last, number.last + 3):
        if not page.word(place)[:1].isalpha() or page.at(place, "conj"):
            return "", place
        if case := case_of(page, place):
            return case, place + 1
        if any(page.at(place, tag) for tag in ("rise", "fall", "reach")):
            return "", place
    return "", number.last + 3


def _verb(page: Page, place: int) -> str | None:
    """The direction of a verb of change at a token or right behind it."""
    for step in (place, place + 1):
        if page.at(step, "launched") or page.at(step - 1, "launched") or _connects(page, step):
            return None
        if page.at(step, "rise"):
            return "up"
        if page.at(step, "fall"):
            return "down"
        if page.at(step, "reach"):
            return "up"
        if not page.word(step)[:1].isalpha():
            return None
    return None


def _connects(page: Page, place: int) -> bool:
    """«интернетке қосылған» is connected to something; «12 млн теңге қосылды» is added."""
    return page.word(place).startswith("қосыл") and case_of(page, place - 1) == "dat"


def _adds(page: Page, place: int) -> bool:
    return any(page.at(step, "rise.bare") for step in (place, place + 1))


def _next_dative(page: Page, place: int) -> int | None:
    """Where the phrase of the next number ends, if that is in the dative."""
    for step in range(place, min(place + 8, len(page.tokens))):
        word = page.word(step)
        if (
            word in {",", ";", ".", ":"}
            and page.tokens[step].gap == ""
            and not page.word(step + 1)[:1].isdigit()
        ):
            return None
        if case_of(page, step) == "dat" or page.lexicon.suffixes.get(word) == "dat":
            return step + 1
    return None


def _after_ablative(page: Page, number: Number) -> bool:
    """Whether a number in the ablative stands before this one: from that to this."""
    low, _ = page.bounds(number.first)
    seen = False
    for place in range(number.first - 1, max(low, number.first - 5) - 1, -1):
        word = page.word(place)
        if word in {",", ";", ":", "."}:
            return False
        spoken = page.lexicon.cardinals.get(word) or page.lexicon.multipliers.get(word)
        if spoken is not None or page.tokens[place].is_digits:
            return seen or (spoken is not None and spoken.form == "abl")
        seen = seen or case_of(page, place) == "abl" or page.lexicon.suffixes.get(word) == "abl"
    return False


def _with_prepositions(page: Page, number: Number, limit: Limit | None) -> Change | None:
    """«вырос на 5», «до 292», «в 3 раза»; "rose by 5 to 292"."""
    start = number.first
    if limit and limit.last <= start:
        start = min(start, limit.first)
    start -= page.till(start - 1, "currency")  # "by KZT 5 million"
    before = [start - 1, number.first - 1]
    direction = _direction(page, number, NEAR)
    by, to = (any(page.at(place, tag) for place in before) for tag in ("by", "to"))
    if direction is None and _paired(page, number, start):
        direction = _direction(page, number, FAR)
    if by and (direction or number.points):
        return Change("by", direction)
    if direction is None and not to:
        return _compared(page, number)
    reaches = page.near(number.first, "reach", NEAR, 0) is not None
    modal = page.near(number.first, "modal", 12, 0) is not None
    if to or (limit is not None and page.at(limit.first, "to") and limit.first == number.first - 1):
        return Change("to", direction, modal) if direction or reaches else None
    if any(page.at(place, "from") for place in before) and _continues(page, number):
        return Change("from", direction)
    more = number.percent and (page.at(number.last, "rise") or page.at(number.last, "fall"))
    up = page.at(start - 1, "updown") and not page.till(start - 1, "verb.up")
    if more or up or page.till(start - 1, "moved"):
        return Change("by", direction)
    return _compared(page, number)


def _paired(page: Page, number: Number, start: int) -> bool:
    """Whether this is the one or the other of «с 6,2 тыс. до 12,4 тыс.»; their verb may be further away."""
    if page.at(number.first - 1, "from"):
        return _continues(page, number)
    low, _ = page.bounds(number.first)
    back = range(max(low, start - PAIR), start)
    return page.at(start, "to") > 0 and any(
        page.at(place, "from") and page.tokens[place + 1].is_digits for place in back
    )


def _compared(page: Page, number: Number) -> Change | None:
    """English "126 short of the target", "12 clinics more than in 2024": by how much it differs."""
    if page.word(number.last) in {"more", "fewer"}:  # "17 more posts than in 2024"
        ahead = [page.word(place) for place in range(number.last + 1, number.last + 4)]
        if "than" in ahead:
            return Change("by", "up" if page.word(number.last) == "more" else "down")
    for place in range(number.last, number.last + 3):
        for tag, direction in (("than.up", "up"), ("than.down", "down")):
            size = page.at(place, tag)
            if size and not page.tokens[min(place + size, len(page.tokens) - 1)].is_digits:
                return Change("by", direction)
        if not page.word(place)[:1].isalpha() or page.at(place, "conj"):
            break
    return None


def _continues(page: Page, number: Number) -> bool:
    """Whether a "to" follows the "from"."""
    _, high = page.bounds(number.first)
    return any(page.at(place, "to") for place in range(number.last, min(high, number.last + 6)))
