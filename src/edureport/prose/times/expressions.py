"""Pieces: the smallest words of a text that name a time: a year, a quarter, an end."""

from enum import Enum, auto
from typing import NamedTuple

from edureport.prose.grammar.lexicon import Cardinal
from edureport.prose.page import Page
from edureport.prose.text.phrases import Marks

EARLIEST, LATEST = 1900, 2100
LIST = 12  # years; a longer list is no statement about time


class What(Enum):
    """What a piece names; `Piece.low` and `Piece.high` mean what is said here."""

    YEARS = auto()  # the first and the last year
    BARE_YEAR = auto()  # the word alone, which means something beside an end only
    RELATIVE = auto()  # years from that of the report
    SCHOOL = auto()  # the calendar year that it begins in, twice
    RELATIVE_SCHOOL = auto()  # school years from that of the report
    LAST_YEARS = auto()  # how many, twice
    MONTHS = auto()  # the first and the last month
    DAY = auto()  # the month and the day
    DATE = auto()  # the year, and the month and day as one number: 901
    EDGE = auto()  # 0 for the start and 1 for the end
    SAME = auto()  # the period of the report, in another year
    OWN = auto()  # the period of the report


YEARLIKE = frozenset({What.YEARS, What.BARE_YEAR, What.RELATIVE, What.SCHOOL, What.RELATIVE_SCHOOL})
PARTS = frozenset({What.MONTHS, What.DAY, What.SAME})


class Piece(NamedTuple):
    """The tokens from `first` to before `last`, and what they name."""

    first: int
    last: int
    what: What
    low: int = 0
    high: int = 0
    fine: str = ""
    listed: bool = False  # years one by one, «2023, 2024 и 2025»
    worded: bool = True  # a word says that the number is a year
    counted: bool = False  # «9 ай»: so many months from the first, or a length of time
    prefix: bool = False  # of such: "first" is said


class Words(NamedTuple):
    """A page, with its phrases of time marked."""

    page: Page
    begins: Marks
    ends: Marks

    def at(self, place: int, tag: str) -> int:
        """The length of the phrase of that tag which begins at a token; 0 if there is none."""
        return self.begins[place].get(tag, 0) if 0 <= place < len(self.begins) else 0

    def till(self, place: int, tag: str) -> int:
        """The length of the phrase of that tag which ends at a token; 0 if there is none."""
        return self.ends[place].get(tag, 0) if 0 <= place < len(self.ends) else 0

    def month(self, place: int) -> int:
        """The month that a token names; 0 if it names none."""
        if not 0 <= place < len(self.begins):
            return 0
        for tag in self.begins[place]:
            if tag.startswith("month.") and tag[6:].isdigit():
                # "may" and "march" are months with a capital letter only.
                english = self.page.lexicon.language == "en"
                return 0 if english and not self.page.tokens[place].capital else int(tag[6:])
        return 0

    def number(self, place: int, digits: int) -> int | None:
        """The whole number of so many digits at most that a token writes."""
        if not 0 <= place < len(self.page.tokens):
            return None
        token = self.page.tokens[place]
        return int(token.text) if token.is_digits and len(token.text) <= digits else None


def pieces(words: Words) -> list[Piece]:
    """The pieces of a page in order, none over another."""
    found: list[Piece] = []
    place = 0
    while place < len(words.page.tokens):
        piece = _piece(words, place)
        if piece:
            found.append(piece)
        place = piece.last if piece else place + 1
    return found


def _piece(words: Words, place: int) -> Piece | None:
    token = words.page.tokens[place]
    if token.is_digits:
        if place and words.page.glued(place) and words.page.word(place - 1) in {".", ",", "/", ":"}:
            earlier = words.number(place - 2, 20)
            if earlier is not None and words.page.glued(place - 1):
                return None  # the rest of a number that begins before
        return (
            _date(words, place)
            or _day(words, place)
            or _school_year(words, place)
            or _years(words, place)
            or _numbered(words, place)
            or _counted(words, place)
        )
    lexicon = words.page.lexicon
    spoken = token.roman or token.text in lexicon.cardinals or token.text in lexicon.ordinals
    if not (words.begins[place] or spoken):
        return None  # most words
    return (
        _relative(words, place)
        or _named(words, place)
        or _day(words, place)
        or _months(words, place)
        or _numbered(words, place)
        or _counted(words, place)
        or _bare(words, place)
    )


def _date(words: Words, place: int) -> Piece | None:
    """2025-09-01, 01.09.2025, 1.9.2025."""
    tokens = words.page.tokens[place : place + 5]
    if len(tokens) < 5 or any(token.gap for token in tokens[1:]):
        return None
    first, sign, middle, again, last = (token.text for token in tokens)
    if sign != again or not (tokens[2].is_digits and tokens[4].is_digits) or len(middle) > 2:
        return None
    if sign == "-" and len(first) == 4 and len(last) == 2:
        year, day = first, last
    elif sign == "." and len(first) <= 2 and len(last) == 4:
        year, day = last, first
    else:
        return None
    if not EARLIEST <= int(year) <= LATEST or not 1 <= int(middle) <= 12 or not 1 <= int(day) <= 31:
        return None
    end = place + 5
    end += words.at(end, "year") if words.page.lexicon.language != "en" else 0
    return Piece(place, end, What.DATE, int(year), int(middle) * 100 + int(day), "day")


def _day(words: Words, place: int) -> Piece | None:
    """«1 қыркүйек», «1-ші қыркүйек», "1st September", "September 1"."""
    english = words.page.lexicon.language == "en"
    day = words.number(place, 2)
    if day is not None:
        noun = place + 1
        if not words.month(noun) and words.page.word(noun) == "-":
            noun += 1
            noun += words.page.word(noun) in {"го", "е", "му", "ші", "шы", "інші", "ыншы", "нші", "ншы"}
        noun += words.at(noun, "day.suffix") if english else 0
        noun += english and words.page.word(noun) == "of"
        month = words.month(noun)
        # «5 қазаннан» after another number is a day as well, but "5 May" is one in English too.
        if month and 1 <= day <= 31:
            return Piece(place, _past_month(words, noun), What.DAY, month, day, "day")
        return None
    month = words.month(place) if english else 0
    if not month:
        return None
    after = place + 1 + (words.page.word(place + 1) == "." and words.page.glued(place + 1))
    day = words.number(after, 2)
    if day is None or not 1 <= day <= 31 or words.page.word(after + 1) in {"%", "percent"}:
        return None
    end = after + 1
    if words.page.glued(end):
        end += words.at(end, "day.suffix")
    following = words.page.word(end)
    if following[:1].isalpha() and not words.page.at(end, "conj"):
        return None  # "In September 12 schools opened"
    return Piece(place, end, What.DAY, month, day, "day")


def _past_month(words: Words, place: int) -> int:
    """Past the name of a month, its point and the word for month: «қыркүйек айының»."""
    end = place + 1
    if words.page.word(end) == "." and words.page.glued(end) and len(words.page.word(place)) < 5:
        end += 1
    if words.at(end, "month.noun") and words.page.tokens[end].gap == " ":
        end += 1
    return end


def _months(words: Words, place: int) -> Piece | None:
    """A month or the months from one to another: «қаңтар–қыркүйек айларында», "January to May"."""
    month = words.month(place)
    if not month:
        return None
    end = _past_month(words, place)
    last = 0
    joined = words.at(end, "to")
    if joined:
        last = words.month(end + joined)
    if last and last > month and words.page.tokens[end + joined].gap != "¶":
        return Piece(place, _past_month(words, end + joined), What.MONTHS, month, last, "months")
    return Piece(place, end, What.MONTHS, month, month, "month")


def _year_at(words: Words, place: int) -> int | None:
    """Four digits that could be a year and are no part of a longer number."""
    if not 0 <= place < len(words.page.tokens):
        return None
    token = words.page.tokens[place]
    if not token.is_digits or len(token.text) != 4 or not EARLIEST <= int(token.text) <= LATEST:
        return None
    if words.page.word(place + 1) in {".", ",", ":", "/"} and words.page.glued(place + 1):
        tail = place + 2
        if tail < len(words.page.tokens) and words.page.glued(tail) and words.page.tokens[tail].is_digits:
            return None
    return int(token.text)


def _school_year(words: Words, place: int) -> Piece | None:
    """«2024-2025 оқу жылы», «2024/25 учебный год», "the 2024/25 school year"; 2024/25 alone too."""
    year = words.number(place, 4)
    if year is None or not EARLIEST <= year <= LATEST or words.page.word(place + 1) not in {"-", "–", "/"}:
        return None
    second = words.page.word(place + 2)
    if second not in {str(year + 1), str(year + 1)[2:]}:
        return None
    noun = words.at(place + 3, "schoolyear")
    if not noun and words.page.word(place + 1) != "/":
        return None
    return Piece(place, place + 3 + noun, What.SCHOOL, year, year, "school_year")


def _years(words: Words, place: int) -> Piece | None:
    """A year, years from one to another, or a list of them that one word for year ends."""
    year = _year_at(words, place)
    if year is None:
        return None
    found, end, listed = [year], place + 1, False
    while len(found) < LIST and not words.at(end, "year"):
        comma = words.page.word(end) == "," or words.at(end, "and") > 0
        joined = comma or (words.page.word(end) in {"-", "–"} and len(found) == 1)
        following = _year_at(words, end + 1) if joined else None
        if following is None or following <= found[-1] or (comma and len(found) > 1 and not listed):
            break
        listed = listed or comma
        found.append(following)
        end += 2
    hyphen = words.page.word(end) == "-" and words.page.glued(end)
    noun = words.at(end + hyphen, "year")
    worded = bool(noun)
    counts = words.page.word(end)[:1].isalpha() and not words.page.at(end, "conj")
    if not worded and listed and (counts or not words.till(place - 1, "in")):  # "in 2024, 2025 pupils"
        found, end, listed, hyphen = [year], place + 1, False, False
    if worded:
        end += hyphen + noun
        end += (
            words.page.word(end) == "."
            and words.page.word(end - 1) in {"г", "гг", "ж", "жж"}
            and (words.page.glued(end) and not _ends(words.page, end))
        )
    fine = "year" if len(found) == 1 else "years"
    return Piece(place, end, What.YEARS, found[0], found[-1], fine, listed=listed, worded=worded)


def _ends(page: Page, place: int) -> bool:
    """Whether a new sentence begins behind a token."""
    return place + 1 < len(page.tokens) and page.sentence[place + 1] != page.sentence[place]


_NUMBERED = {"quarter": (4, 3), "half": (2, 6)}


def _numbered(words: Words, place: int) -> Piece | None:
    """A quarter or a half by its number: «ІІ тоқсан», «в третьем квартале», "the first half", Q1."""
    for tag, (most, size) in _NUMBERED.items():
        before = words.at(place, f"{tag}.before")
        digit = place + before
        if before and words.page.tokens[place].capital and words.page.glued(digit):
            number = words.number(digit, 1)
            if number and number <= most:
                last, end = _second(words, digit + 1, most, number, tag)
                return _part(place, end, number, last, size, tag)
    number = _ordinal(words, place)
    if not number:
        return None
    end = place + 1 + _suffix(words, place + 1)
    last = number
    if words.page.word(end) in {"-", "–", "и", "және", "and", "мен"} and _ordinal(words, end + 1) > number:
        last = _ordinal(words, end + 1)
        end += 2 + _suffix(words, end + 2)
    for tag, (most, size) in _NUMBERED.items():
        noun = words.at(end, tag)
        if noun and last <= most and not (tag == "half" and words.page.word(end + noun) == "a"):
            return _part(place, end + noun, number, last, size, tag)
    return None


def _second(words: Words, end: int, most: int, number: int, tag: str) -> tuple[int, int]:
    """The second of "Q1–Q3", and where that ends; else the first again."""
    if words.page.word(end) in {"-", "–"} and words.at(end + 1, f"{tag}.before"):
        last = words.number(end + 2, 1)
        if last and number < last <= most:
            return last, end + 3
    return number, end


def _part(first: int, end: int, number: int, last: int, size: int, tag: str) -> Piece:
    fine = tag if last == number else "months"
    return Piece(first, end, What.MONTHS, (number - 1) * size + 1, last * size, fine)


def _ordinal(words: Words, place: int) -> int:
    """The number of a quarter, in any writing; 0 if a token is none."""
    page = words.page
    if not 0 <= place < len(page.tokens):
        return 0
    token = page.tokens[place]
    return token.roman or words.number(place, 1) or page.lexicon.ordinals.get(token.text, 0)


def _suffix(words: Words, place: int) -> int:
    """The length of the ending of an ordinal in digits: «3-ші», «1-го», «2-» before its noun."""
    page = words.page
    if page.word(place) == "-" and page.glued(place):
        return 1 + (page.glued(place + 1) and page.lexicon.suffixes.get(page.word(place + 1)) == "ordinal")
    return int(page.glued(place) and page.lexicon.suffixes.get(page.word(place)) == "ordinal")


def _counted(words: Words, place: int) -> Piece | None:
    """So many months, with or without "first"; «соңғы 5 жыл», "the last five years"."""
    prefix = words.at(place, "first")
    lasting = 0 if prefix else words.at(place, "lasting")
    number = place + prefix + lasting
    count = _count(words, number)
    if not count:
        return None
    end = number + 1 + (words.page.word(number + 1) == "-" and words.page.lexicon.qualifiers_follow)
    if lasting and words.at(end, "years") and count > 1:
        return Piece(place, end + 1, What.LAST_YEARS, count, count, "years")
    noun = words.at(end, "months")
    if not noun or count > 12 or lasting:
        return None
    if count == 1 and not prefix:
        return None
    return Piece(place, end + noun, What.MONTHS, 1, count, "months", counted=True, prefix=prefix > 0)


def _count(words: Words, place: int) -> int:
    """A whole number under a hundred, in digits or in one word."""
    number = words.number(place, 2)
    if number is not None:
        return number
    if not 0 <= place < len(words.page.tokens):
        return 0
    cardinal: Cardinal | None = words.page.lexicon.cardinals.get(words.page.word(place))
    return cardinal.value if cardinal and cardinal.rank < 3 else 0


_RELATIVE = (("this", 0), ("last", -1), ("next", 1))


def _relative(words: Words, place: int) -> Piece | None:
    best: Piece | None = None
    for tag, offset in _RELATIVE:
        size = words.at(place, f"relative.{tag}")
        if size and (best is None or place + size > best.last):
            school = any(
                words.page.word(step).startswith(("оқу", "учебн", "school", "academic"))
                for step in range(place, place + size)
            )
            what, fine = (What.RELATIVE_SCHOOL, "school_year") if school else (What.RELATIVE, "year")
            best = Piece(place, place + size, what, offset, offset, fine)
    return best


def _named(words: Words, place: int) -> Piece | None:
    """The period of the report, the same of another year, a start or an end."""
    if size := words.at(place, "own"):
        return Piece(place, place + size, What.OWN)
    if size := words.at(place, "same"):
        return Piece(place, place + size, What.SAME)
    for edge, tag in enumerate(("start", "end")):
        if size := words.at(place, tag):
            return Piece(place, place + size, What.EDGE, edge, edge, "edge")
    return None


def _bare(words: Words, place: int) -> Piece | None:
    """The word for year alone, or for school year: «жыл басынан», «с начала учебного года»."""
    if size := words.at(place, "schoolyear"):
        year = words.number(place + size, 4)  # "the school year 2024/25"
        if year and (piece := _school_year(words, place + size)):
            return piece._replace(first=place)
        return Piece(place, place + size, What.BARE_YEAR, 1, 1, "school_year")
    if size := words.at(place, "year"):
        named = _years(words, place + size) if words.page.lexicon.language == "en" else None
        if named:  # "the year 2030"
            return named._replace(first=place, worded=True)
        return Piece(place, place + size, What.BARE_YEAR, fine="year")
    return None
