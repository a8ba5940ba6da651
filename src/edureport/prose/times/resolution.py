"""Drafts: pieces that belong together, with the days that they mean."""

from collections.abc import Set as AbstractSet
from datetime import date
from typing import NamedTuple

from edureport.model.period import DAY, Period
from edureport.prose.times.expressions import PARTS, YEARLIKE, Piece, What, Words, pieces

LINKS = 3  # words that may stand between the pieces of a time: "of the"


class Draft(NamedTuple):
    """A time without its role: the tokens from `first` to before `last`, and its days."""

    first: int
    last: int
    period: Period
    fine: str
    joined: bool = False  # «с января по май», and so governed by its own words
    compared: bool = False  # of the year before, which texts compare with
    years: tuple[int, ...] = ()  # listed one by one


class _Group(NamedTuple):
    first: int
    last: int
    year: Piece | None = None
    part: Piece | None = None
    edge: Piece | None = None
    whole: Piece | None = None  # what needs no other

    def joins(self, piece: Piece) -> "_Group | None":
        """The group with the piece in it; None if the place of that is taken."""
        last = max(self.last, piece.last)
        if self.whole:
            return None
        if piece.what in YEARLIKE and self.year is None:
            return self._replace(last=last, year=piece)
        if piece.what in PARTS and self.part is None:
            return self._replace(last=last, part=piece)
        if piece.what is What.EDGE and self.edge is None:
            return self._replace(last=last, edge=piece)
        return None


def drafts(words: Words, dated: AbstractSet[int], own: Period | None) -> list[Draft]:
    """The times of a page whose days can be told, in order.

    `dated` are the tokens of numbers that were read as dates: of four digits alone they tell a year.
    """
    found = [group for group in _groups(words) if _says_something(words, group, dated)]
    result: list[Draft] = []
    sentence, years = -1, set[int]()
    covered = 0
    for place, group in enumerate(found):
        if words.page.sentence[group.first] != sentence:
            sentence, years = words.page.sentence[group.first], set()
        if group.first < covered:
            continue
        following = found[place + 1 : place + 2]
        draft = _span(words, group, following[0], own) if following else None
        draft = draft or _draft(words, group, own, years)
        if draft:
            covered = draft.last
            result.append(draft)
            one = draft.period.first.year == draft.period.last.year
            if one and not draft.compared and _lasts(words, group):
                years.add(draft.period.first.year)
    return result


def _lasts(words: Words, group: _Group) -> bool:
    """Whether what the sentence says after a time is said of it: «в 2024 году», not «с 2016 года»."""
    if words.page.lexicon.qualifiers_follow:
        return words.page.word(group.last - 1) in {"жылы", "жылдың", "жылда", "биыл", "былтыр"}
    return words.till(group.first - 1, "in") > 0


def _groups(words: Words) -> list[_Group]:
    groups: list[_Group] = []
    before: Piece | None = None
    for piece in pieces(words):
        grown = groups[-1].joins(piece) if before and _linked(words, before, piece) else None
        if grown:
            groups[-1] = grown
        else:
            group = _Group(piece.first, piece.last)
            groups.append(group.joins(piece) or group._replace(whole=piece))
        before = piece
    return groups


def _linked(words: Words, before: Piece, piece: Piece) -> bool:
    """Whether a piece stands so close behind another, and in such an order, that they name one time."""
    page = words.page
    if page.sentence[before.first] != page.sentence[piece.first]:
        return False
    if piece.what is What.YEARS and not piece.worded and not _stands_alone(words, piece):
        return False
    place = before.last
    if page.lexicon.qualifiers_follow:
        return place == piece.first and before.what is not What.EDGE
    if piece.what is What.EDGE:
        return False
    if before.what in YEARLIKE:  # "2025 Q1", but not «в 2024 году 9 месяцев»
        return place == piece.first and not before.worded and piece.fine in {"quarter", "half"}
    if place + 1 == piece.first and page.word(place) == "," and page.lexicon.language == "en":
        return before.what in PARTS and piece.what is What.YEARS
    while place < piece.first <= before.last + LINKS:
        size = words.at(place, "link")
        if not size:
            return False
        place += size
    return place == piece.first


def _stands_alone(words: Words, piece: Piece) -> bool:
    """Whether nothing follows that four digits could count: "1 September 2025", not "in May 2025 pupils"."""
    following = words.page.word(piece.last)
    return not following[:1].isalpha() or any(words.page.at(piece.last, tag) for tag in ("conj", "done"))


def _says_something(words: Words, group: _Group, dated: AbstractSet[int]) -> bool:
    """Whether a group is a time: not «год» or «начало» alone, or four digits that may be a number."""
    year, part, edge = group.year, group.part, group.edge
    if group.whole:
        return True
    if year and not part and not edge:
        if year.what is What.YEARS and not year.worded:
            return year.listed or _leads(words, year) or not dated.isdisjoint(range(year.first, year.last))
        return year.what is not What.BARE_YEAR
    if part and not year:
        # "the second half" may be of anything
        return part.fine != "half" or words.page.word(part.last - 1).startswith(("полугод", "жартыжыл"))
    return year is not None or part is not None


def _leads(words: Words, year: Piece) -> bool:
    """Whether a number follows, which four digits cannot count: "in 2025 five bridges"."""
    page = words.page
    counts = page.word(year.last) in page.lexicon.cardinals
    return counts and words.till(year.first - 1, "in") > 0


def _span(words: Words, group: _Group, following: _Group, own: Period | None) -> Draft | None:
    """«с января по сентябрь 2025 года», "between 2021 and 2025", «2021 жылдан 2025 жылға дейін»."""
    page = words.page
    if page.sentence[group.first] != page.sentence[following.first]:
        return None
    last = following.last
    if page.lexicon.qualifiers_follow:
        until = page.word(following.last) in {"дейін", "дейінгі"}
        leaving = page.word(group.last - 1).endswith(("дан", "ден", "тан", "тен", "нан", "нен"))
        dashed = page.word(group.last) in {"-", "–"} and following.first == group.last + 1
        if not dashed and not (until and leaving and following.first == group.last):
            return None
        last += not dashed
        if following.year is None and group.year:
            following = following._replace(year=group.year)
    else:
        dashed = page.word(group.last) in {"-", "–"} and following.first == group.last + 1
        size = words.at(group.last, "to")
        led = words.till(group.first - 1, "span.from")
        if not dashed and not (size and led and following.first == group.last + size):
            return None
    if group.year is None and following.year:
        group = group._replace(year=following.year)
    first, second = _draft(words, group, own, set()), _draft(words, following, own, set())
    if first is None or second is None or second.period.last < first.period.first:
        return None
    fines = {first.fine, second.fine}
    fine = "years" if fines == {"year"} else "months" if fines <= {"month", "months", "quarter"} else "days"
    return Draft(first.first, last, Period(first.period.first, second.period.last), fine, joined=True)


def _draft(words: Words, group: _Group, own: Period | None, years: AbstractSet[int]) -> Draft | None:
    """The days of a group; `years` are those that its sentence has named before it."""
    found = _days(words, group, own, years)
    if found is None:
        return None
    period, fine = found
    if group.edge:
        day = period.last if group.edge.low else period.first
        period, fine = Period(day, day), "edge"
    year = group.year
    earlier = year is not None and year.what in {What.RELATIVE, What.RELATIVE_SCHOOL} and year.low < 0
    same = group.part is not None and group.part.what is What.SAME
    part = group.part
    ranged = part is not None and part.low < part.high and not part.counted and part.fine == "months"
    led = ranged and words.till(group.first - 1, "span.from") > 0
    listed = tuple(range(year.low, year.high + 1)) if year and year.listed else ()
    return Draft(group.first, group.last, period, fine, led, compared=earlier or same, years=listed)


def _days(
    words: Words, group: _Group, own: Period | None, years: AbstractSet[int]
) -> tuple[Period, str] | None:
    if group.whole:
        return _whole(group.whole, own)
    year, part = group.year, group.part
    span = _years(year, own) if year else None
    if year and span is None:
        return None
    if part is None:
        return (span, year.fine) if year and span else None
    if part.what is What.SAME:
        return _same(span, own)
    if span is None:
        span = _understood(words, group, part, own, years)
    return _part(part, span)


def _whole(piece: Piece, own: Period | None) -> tuple[Period, str] | None:
    if piece.what is What.DATE:
        day = _date(piece.low, *divmod(piece.high, 100))
        return (Period(day, day), "day") if day else None
    if own is None:
        return None
    if piece.what is What.OWN:
        return own, "period"
    first = _date(own.last.year - piece.low + 1, 1, 1)  # the last so many years
    last = _date(own.last.year, 12, 31)
    return (Period(first, last), "years") if first and last else None


def _years(piece: Piece, own: Period | None) -> Period | None:
    """The days of what names years."""
    if piece.what is What.YEARS:
        return _between(_date(piece.low, 1, 1), _date(piece.high, 12, 31))
    if piece.what is What.SCHOOL:
        return _school(piece.low)
    if own is None:
        return None
    if piece.what is What.RELATIVE_SCHOOL or piece.fine == "school_year":
        offset = piece.low if piece.what is What.RELATIVE_SCHOOL else 0
        return _school(own.last.year - (own.last.month < 9) + offset)
    year = own.last.year + piece.low
    return _between(_date(year, 1, 1), _date(year, 12, 31))


def _school(year: int) -> Period | None:
    """The school year that begins in a year: from 1 September to 31 August."""
    return _between(_date(year, 9, 1), _date(year + 1, 8, 31))


def _same(span: Period | None, own: Period | None) -> tuple[Period, str] | None:
    """The days of the report's period in another year, in the one before if no year is said."""
    if own is None:
        return None
    if span is None or (own.last.year - span.last.year == 1):
        earlier = own.year_earlier()
        return (earlier, "period") if earlier else None
    years = own.last.year - span.last.year
    found: Period | None = own
    for _ in range(years if 0 <= years <= 100 else 0):
        found = found.year_earlier() if found else None
    return (found, "period") if found and years >= 0 else None


def _understood(
    words: Words, group: _Group, part: Piece, own: Period | None, years: AbstractSet[int]
) -> Period | None:
    """The days in which a month, a quarter or a day without a year is to be found."""
    if part.counted and not part.prefix:  # «9 айда» of this report, or nine months of something
        if own is None or (own.first.month, own.first.day) != (1, 1) or not own.months:
            return None
        return own if part.high == own.months or (part.high < own.months and _within(words, group)) else None
    if len(years) == 1:
        (year,) = years
        return _between(_date(year, 1, 1), _date(year, 12, 31))
    return own if not years else None


def _within(words: Words, group: _Group) -> bool:
    """Whether the words around so many months say that they are those of the year: «за 6 месяцев»."""
    page = words.page
    if page.lexicon.qualifiers_follow:
        return page.word(group.last - 1).startswith("айы") or page.word(group.last - 1) == "айда"
    return page.word(group.first - 1) == "за"


def _part(part: Piece, span: Period | None) -> tuple[Period, str] | None:
    """The months or the day of a part, as they fall into the days of a year, or else of its last year."""
    if span is None:
        return None
    for year in sorted({span.first.year, span.last.year}):
        if part.what is What.DAY:
            found = _between(_date(year, part.low, part.high), _date(year, part.low, part.high))
        else:
            after = _date(year + part.high // 12, part.high % 12 + 1, 1)
            found = _between(_date(year, part.low, 1), after - DAY if after else None)
        if found and (year == span.last.year or (span.first <= found.first and found.last <= span.last)):
            return found, part.fine
    return None


def _between(first: date | None, last: date | None) -> Period | None:
    return Period(first, last) if first and last else None


def _date(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
