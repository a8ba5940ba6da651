"""Phrases: the quantity that short words of a source begin with, «300-ден астам», "at least 7 schools".

Only what the writers of this package write is read: a number in digits, perhaps in thousands, and
the words of its bound. Words that say more, such as a second number, are not read at all.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from edureport.model.quantity import MAX_DIGITS, Bound, Quantity

_GAP = "[ \u00a0\u202f\u2009]"


class _Language(NamedTuple):
    """How a language writes a quantity."""

    separator: str  # between groups of three digits
    decimal: str
    before: dict[str, Bound]  # the words of bounds that stand before the number
    after: dict[str, Bound]  # and those that stand after it and its case
    case: str
    multiples: dict[str, int]
    doubtful: str  # words of bounds that the writers do not use, wherever they stand
    counts_not: str  # beginnings of words that make the number before them a name: a year, a day, a grade


_LANGUAGES = {
    "en": _Language(
        separator=",",
        decimal=r"\.",
        before={
            "more than": Bound.MORE_THAN,
            "at least": Bound.AT_LEAST,
            "less than": Bound.LESS_THAN,
            "at most": Bound.AT_MOST,
            "about": Bound.ABOUT,
            "nearly": Bound.NEARLY,
        },
        after={},
        case="(?!)",
        multiples={"thousand": 10**3, "million": 10**6, "billion": 10**9},
        doubtful="more|less|fewer|over|under|than|plus|odd|so|almost|up",
        counts_not="janu|febr|march|april|may|june|july|augu|sept|octo|nove|dece|grade",
    ),
    "ru": _Language(
        separator=_GAP,
        decimal=",",
        before={
            "более": Bound.MORE_THAN,
            "не менее": Bound.AT_LEAST,
            "менее": Bound.LESS_THAN,
            "не более": Bound.AT_MOST,
            "около": Bound.ABOUT,
            "почти": Bound.NEARLY,
        },
        after={},
        case="(?!)",
        multiples={"тыс.": 10**3, "тысяч": 10**3, "млн": 10**6, "млрд": 10**9},
        doubtful="более|менее|больше|меньше|свыше|лишним|около|почти|примерно|порядка",
        counts_not="янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|год|г\\.|класс\\b|класса\\b",
    ),
    "kk": _Language(
        separator=_GAP,
        decimal=",",
        before={"кемінде": Bound.AT_LEAST, "шамамен": Bound.ABOUT},
        after={
            "астам": Bound.MORE_THAN,
            "кем": Bound.LESS_THAN,
            "дейін": Bound.AT_MOST,
            "жуық": Bound.NEARLY,
        },
        case="дан|ден|тан|тен|нан|нен|ға|ге|қа|ке",
        multiples={"мың": 10**3, "млн": 10**6, "миллион": 10**6, "млрд": 10**9, "миллиард": 10**9},
        doubtful="астам|артық|аса|кем|жуық|дейін|шамалы|шақты|тарта|шамасында",
        counts_not="қаңтар|ақпан|наур|сәуір|мамыр|маусым|шілде|тамыз|қырк|қазан|қараша|желтоқ|жыл|сынып ",
    ),
}


def quantity_of(words: str, language: str, *, counted: bool) -> Quantity | None:
    """The quantity that the words begin with; None unless it is the only thing that they can mean.

    `language` is that of the words. `counted` says that things are counted, and no percentage.
    """
    known = _LANGUAGES.get(language)
    match = _pattern(language).fullmatch(words.strip()) if known else None
    if known is None or match is None or (match["percent"] and counted):
        return None
    rest = match["rest"].strip()
    if re.search(rf"\d|\b(?:{known.doubtful})\b", rest, re.IGNORECASE):
        return None
    if re.match(known.counts_not, rest, re.IGNORECASE) or (match["before"] and match["after"]):
        return None
    number = re.sub(known.separator, "", match["number"]).replace(",", ".")
    if len(number) > MAX_DIGITS:
        return None
    bound = Bound.EXACT
    if match["before"]:
        bound = known.before[match["before"].lower()]
    elif match["after"]:
        bound = known.after[match["after"].lower()]
    value = Decimal(number)
    if match["multiple"]:
        value = (value * known.multiples[match["multiple"].lower()]).normalize() + 0
    return Quantity(value, bound, None, counted)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """A phrase: a bound, a number, what it is in, its case and the bound that governs it, the rest."""
    known = _LANGUAGES[language]
    before, after, multiple = (
        "|".join(map(re.escape, found)) or "(?!)" for found in (known.before, known.after, known.multiples)
    )
    number = rf"\d{{1,3}}(?:{known.separator}\d{{3}})+(?!\d)|\d+"
    return re.compile(
        rf"(?:(?P<before>{before}) +)?"
        rf"(?P<number>(?:{number})(?:{known.decimal}\d+)?)"
        rf"(?:{_GAP}?(?P<percent>%)|{_GAP}(?P<multiple>{multiple}))?"
        rf"(?:-?(?:{known.case}) (?P<after>{after}))?"
        r"(?P<rest>(?: .*)?)",
        re.IGNORECASE,
    )
