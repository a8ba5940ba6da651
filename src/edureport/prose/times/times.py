"""Times: which days the dates and periods of a text mean, and how each is meant.

A date stays the day that is stated: «на 1 октября» is 1 October, though a stock on that morning is
that of the end of September. A year stays whole, though the period of the report may end within it.
What of both is to be compared with which data is for the caller to decide.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from edureport.model.period import Period
from edureport.prose.figures.figure import Figure, Kind
from edureport.prose.grammar.timewords import timewords
from edureport.prose.page import Page
from edureport.prose.times.expressions import Words
from edureport.prose.times.resolution import Draft, drafts

NEAR = 6  # words between a time and what compares it


class Role(StrEnum):
    """How a time is meant."""

    DURING = "during"  # over these days, or on this one
    AS_OF = "as_of"  # the state on a day
    DUE = "due"  # by when something is to be, or until when
    SINCE = "since"  # from that day to the end of the period of the report
    COMPARED = "compared"  # what something else is compared with


class Time(NamedTuple):
    """A time that a text names: `text[start:end]`, without the words that govern it.

    `fine` is how precisely it is stated: "day", "month", "months", "quarter", "half", "year", "years",
    "school_year", "edge" (the start or the end of something longer), or "period" (that of the report,
    and the same of another year).
    """

    start: int
    end: int
    period: Period
    role: Role
    fine: str


class Named(NamedTuple):
    """A time with the tokens that it takes, and those whose numbers belong to it alone, if there are any.

    Of a time that is None nothing is known but that it is another one: "now".
    """

    first: int
    last: int
    time: Time | None
    scope: tuple[int, int] = (0, 0)
    years: tuple[int, ...] = ()  # listed one by one


class Numbers(NamedTuple):
    """The figures of a page that state something, by their first and by their last tokens."""

    starting: Mapping[int, Figure]
    ending: Mapping[int, Figure]


def named_times(page: Page, figures: Sequence[Figure], own: Period | None) -> list[Named]:
    """The times of a page in which `figures` were found, in order, with their tokens."""
    words = Words(page, *timewords(page.lexicon.language).mark([token.text for token in page.tokens]))
    dated = {place for figure in figures if figure.kind is Kind.DATE for place in range(*figure.span)}
    numbers = Numbers(
        {figure.span[0]: figure for figure in figures if figure.states},
        {figure.span[1] - 1: figure for figure in figures if figure.states},
    )
    found = [
        _named(words, draft, own, numbers)
        for draft in drafts(words, dated, own)
        if not _names_a_law(words, draft)
    ]
    found += _now(words)
    found.sort(key=lambda named: named.first)
    return found


def _now(words: Words) -> list[Named]:
    return [
        Named(place, place + tags["now"], None) for place, tags in enumerate(words.begins) if "now" in tags
    ]


def _named(
    words: Words,
    draft: Draft,
    own: Period | None,
    numbers: Numbers,
) -> Named:
    page = words.page
    scope = _compared(words, draft, own, numbers)
    role = Role.COMPARED if scope else _role(words, draft, own)
    period: Period | None = draft.period
    if role is Role.SINCE:
        period = Period(draft.period.first, own.last) if own and draft.period.first <= own.last else None
    if role is Role.DUE and period:
        period = Period(period.last, period.last) if draft.fine == "edge" else period
    start, end = page.tokens[draft.first].start, page.tokens[draft.last - 1].end
    time = Time(start, end, period, role, draft.fine) if period else None
    if scope and page.word(scope[1]) == "(":  # «чем в 2024 году (187)»
        scope = scope[0], min(scope[1] + NEAR, len(page.tokens))
    return Named(draft.first, draft.last, time, scope or (0, 0), draft.years)


def _role(words: Words, draft: Draft, own: Period | None) -> Role:
    """The role of a time that nothing is compared with."""
    if words.page.lexicon.qualifiers_follow:
        return _kazakh_role(words, draft, own)
    before = draft.first - 1
    if draft.joined:
        return Role.DURING
    if words.till(before, "before.as_of") and draft.fine in {"day", "edge"}:
        return Role.AS_OF
    if words.till(before, "before.due"):
        return Role.DUE
    if words.till(before, "before.since") and words.page.word(draft.last - 1) != "годом":
        return Role.SINCE
    return Role.DURING


def _kazakh_role(words: Words, draft: Draft, own: Period | None) -> Role:
    if draft.joined:
        return Role.DURING
    case, after = _case(words.page, draft.last), draft.last
    if words.at(after, "after.due"):
        return Role.DUE
    if words.at(after, "after.since"):
        return Role.SINCE
    if draft.fine not in {"day", "edge"}:
        return Role.DURING
    if case == "dat":
        # «жыл соңына 5 мектеп салынады»: what is after the report can only be due.
        return Role.DUE if own and (draft.period.first - own.last).days > 1 else Role.AS_OF
    near = range(after, after + 2)
    return Role.AS_OF if any(words.at(place, "after.as_of") for place in near) else Role.DURING


_CASES = {
    "abl": ("дан", "ден", "тан", "тен", "нан", "нен"),
    "dat": ("ға", "ге", "қа", "ке", "ына", "іне"),
}


def _case(page: Page, last: int) -> str:
    """The case of the Kazakh word before a token, where it matters here."""
    word = page.word(last - 1)
    return next((case for case, endings in _CASES.items() if word.endswith(endings)), "")


def _compared(
    words: Words,
    draft: Draft,
    own: Period | None,
    numbers: Numbers,
) -> tuple[int, int] | None:
    """The tokens of a comparison that the time takes part in."""
    if words.page.lexicon.qualifiers_follow:
        return _kazakh_compared(words, draft, numbers)
    low, _ = words.page.bounds(draft.first)
    passed = False
    for place in range(draft.first - 1, max(low, draft.first - 1 - NEAR) - 1, -1):
        figure = numbers.ending.get(place)
        if figure and passed:  # "from 187 to 206 in 2025"
            break
        passed = passed or figure is not None
        if figure and figure.mode == "from":
            return figure.span[0], draft.last
        size = words.till(place, "before.compared")
        if size and _compares(words, draft, place):
            return place + 1 - size, draft.last
        if words.page.word(place) in {",", ";", ":", "(", ")"}:
            break
    if words.page.word(draft.first - 1) in {"к", "ко"} and (
        draft.compared or (own is not None and draft.period.last < own.first)
    ):
        return draft.first - 1, draft.last
    if draft.compared and words.page.word(draft.last - 1).startswith("прошлогодн"):
        return draft.first, draft.last
    return None


def _compares(words: Words, draft: Draft, place: int) -> bool:
    """Whether the words that end there compare: "than in 2024", but not "more than 45 in 2024"."""
    page = words.page
    near = place == draft.first - 1
    cue = page.word(place)
    number = page.word(place + 1)
    counts = page.tokens[place + 1].is_digits or number in page.lexicon.cardinals
    if cue in {"than", "чем", "нежели"}:
        return near or not counts
    if cue == "from" and page.word(place - 1) not in {"up", "down"}:
        return not near and counts
    if cue == "the" or cue.startswith(("показател", "уровн")):
        return near and draft.fine != "day"
    return True


def _kazakh_compared(words: Words, draft: Draft, numbers: Numbers) -> tuple[int, int] | None:
    page = words.page
    _, high = page.bounds(draft.first)
    case, after = _case(page, draft.last), draft.last
    if words.at(after, "after.since") or words.at(after, "after.due") or draft.joined:
        return None
    for place in range(draft.last, min(high, draft.last + NEAR)):
        if words.at(place, "after.compared"):
            return draft.first, place
        figure = numbers.starting.get(place)
        if figure and figure.mode == "from":
            return draft.first, figure.span[1]
        if case == "abl" and words.at(place, "after.than"):
            return draft.first, draft.last
        if page.word(place) in {",", ";", ":", "(", ")"}:
            break
    return None


AHEAD = 14  # words from the date of a law to the word for it, over its name in quotes


def _names_a_law(words: Words, draft: Draft) -> bool:
    """Whether the time is the date of a law or an order, or part of the name of a programme."""
    page = words.page
    low, high = page.bounds(draft.first)
    back = range(max(low, draft.first - NEAR), draft.first)
    if page.lexicon.qualifiers_follow:
        if not page.word(draft.last - 1).endswith(("ғы", "гі", "ға", "ге", "дар", "қы", "кі")):
            return False
        limit = AHEAD if page.word(draft.last - 1).endswith(("ғы", "гі")) else 3
        for place in range(draft.last, min(high, draft.last + limit)):
            if words.at(place, "law"):
                return True
            if page.word(place) in {",", ";", "("}:
                break
        return False
    if words.at(draft.last, "law"):
        return True  # "the 2007 law"
    linked = page.word(draft.first - 1)
    if draft.fine == "day" and words.till(draft.first - 1, "dated"):
        return any(words.at(place, "law") or page.word(place) == "№" for place in back)
    if linked in {"of", "dated", "for", "на", "до"} or words.at(draft.first - 1, "law"):
        return any(words.at(place, "law") for place in back) and draft.fine in {"day", "year", "years"}
    return False
