"""Numbers in digits: groups, decimals, dates with points, and what cannot be read for certain."""

import re
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import CELL, END

_BASIS = re.compile("/10{0,2},?000(?:,000)?(?![0-9])")  # 114.1/100,000
_DAY_AFTER = re.compile("[ ]?[-–—][ ]?[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}(?![0-9/])")  # 16/03 – 19/03/2024
_HYPHENED = re.compile("(?<![0-9.,-])(?:[01]?[0-9]|2[0-3])-([0-5][0-9])(?![0-9]|[-.,][0-9])")
_SHARP_BEFORE = re.compile(r"(?<![0-9.,-])[0-9]{1,2}-00\s?(?:\w{2,6}|[-–—]|-\w+)?\s?\Z")
_SHARP_BEHIND = re.compile(r"\s?(?:\w{2,6}|[-–—])?\s?[0-9]{1,2}-00(?![0-9-])")
BESIDE = 16  # characters between two times
_SPACED_DATE = re.compile("(?=0|.. 0)(?:0[1-9]|[12][0-9]|3[01]) (?:0[1-9]|1[0-2]) (?:19|20)[0-9]{2}(?![0-9])")
_MONTH, _YEAR = re.compile("0?[1-9]|1[0-2]"), re.compile("(?:19|20)[0-9]{2}")
_DATES = frozenset({(1, 2, 2), (2, 2, 2), (4, 2, 2), (1, 1, 4), (1, 2, 4), (2, 1, 4), (2, 2, 4)})
_POUNDS = re.compile("([0-9]+(?:,[0-9]{3})*)-([0-9]{1,2})-([0-9]{1,2})(?![0-9-])")
SHILLINGS, PENCE = 20, 12
MAX_DIGITS = 30
GROUP = 3
EDGES = frozenset([CELL, END, ""])  # of a cell
OPENING = frozenset("(-–−")
MOST_GROUPS = 4  # behind the first
MONTHS, DAYS = 12, 31
NOT_COUNTED = frozenset({Mark.CURRENCY, Mark.TIMES, Mark.PERIOD, Mark.YEAR, Mark.YEARS, Mark.HOUR, Mark.CONJ,
                         Mark.DETERMINER})  # fmt: skip


class Digits(NamedTuple):
    """Where a number in digits ends and what it is worth; None if it cannot be read."""

    last: int
    value: Decimal | None
    shape: Shape | None = None  # date, clock, slash or code
    size: int = 0  # digits before the decimals
    decimals: int = 0


def digits_at(page: Page, index: int) -> Digits:
    """The number that begins with the digits at `index`."""
    if parts := _in_parts(page, index):
        return parts
    chain = index + 1
    while _joins(page, chain, "-"):  # 53-12-40, 2025-09-30
        chain += 2
    if chain > index + 3 and not (page.tallies and chain == index + 5):
        sizes = [len(token.text) for token in page.tokens[index:chain:2]]
        return Digits(chain, None, Shape.DATE if sizes in ([4, 2, 2], [2, 2, 4]) else Shape.CODE)
    end = _cell(page, index) or _groups(page, index)
    if loose := _loose_group(page, index, end):
        end = loose
    whole = "".join(token.text for token in page.tokens[index:end] if token.is_digits)
    if loose:
        return Digits(end, Decimal(whole), size=len(whole))
    tail = _first_of_pair(page, end, _tail(page, end))
    if tail and not _is_pair(page, index, end, tail):
        return _with_tail(page, end, tail, whole)
    if decimals := _loose_decimals(page, index, end):
        return Digits(end + 2, Decimal(f"{whole}.{decimals}"), None, len(whole), len(decimals))
    if len(whole) > MAX_DIGITS:
        return Digits(end, None, size=len(whole))
    return Digits(end, Decimal(whole), size=len(whole))


def _in_parts(page: Page, index: int) -> Digits | None:
    """A time of day, a date or an amount whose parts hyphens or spaces join."""
    if _is_clock(page, page.tokens[index].start):
        return Digits(index + 3, None, Shape.CLOCK)
    if _SPACED_DATE.match(page.text, page.tokens[index].start):
        return Digits(index + 3, None, Shape.DATE)  # of a form: «30 09 2025»
    return _pounds(page, index)


def _pounds(page: Page, index: int) -> Digits | None:
    """Pounds, shillings and pence, in pounds: "£1,025-6-6", of twenty shillings of twelve pence each."""
    money = _POUNDS.match(page.text, page.tokens[index].start) if page.word(index - 1) == "£" else None
    if money is None or len(money[1]) > GROUP * MOST_GROUPS:
        return None
    shillings, pence = int(money[2]), int(money[3])
    last = next(at for at in range(index, len(page.tokens)) if page.tokens[at].end == money.end()) + 1
    pounds = money[1].replace(",", "")
    part = (Decimal(shillings * PENCE + pence) / (SHILLINGS * PENCE)).quantize(Decimal("0.0001"))
    amount = shillings < SHILLINGS and pence < PENCE
    return Digits(last, Decimal(pounds) + part, None, len(pounds), 4) if amount else None


def _is_clock(page: Page, start: int) -> bool:
    """Whether a hyphen parts hours and minutes: «9-00», and «18-30» beside it."""
    time = _HYPHENED.match(page.text, start)
    if time is None:
        return False
    sharp = time[1] == "00" or _SHARP_BEFORE.search(page.text, max(0, start - BESIDE), start)
    return bool(sharp) or _SHARP_BEHIND.match(page.text, time.end()) is not None


def _cell(page: Page, index: int) -> int:
    """Past the groups of a number that fills a cell, though a converter has lost a space: "7431 462".

    0 if none is lost, or the first may be a year; or if no cell of the text has all its spaces, for then they
    are two numbers, or that of a telephone.
    """
    if not page.spaced_cells:
        return 0
    first, end = page.tokens[index], index + 1
    if page.word(index - 1 - (page.word(index - 1) in OPENING)) not in EDGES:
        return 0
    while end <= index + MOST_GROUPS and _is_grouped(page, end):
        end += 1
    alone = page.word(end + (page.word(end) == ")")) in EDGES
    lost = len(first.text) > GROUP or any(len(page.word(at)) > GROUP for at in range(index + 1, end))
    year = end == index + 2 and _YEAR.fullmatch(first.text)
    return end if alone and lost and end > index + 1 and not year and first.text[0] != "0" else 0


def _is_grouped(page: Page, index: int) -> bool:
    """Whether digits stand at a token behind a space, as many as one or more whole groups."""
    return page.is_digits(index) and page.tokens[index].gap == " " and len(page.word(index)) % GROUP == 0


def _groups(page: Page, index: int) -> int:
    """Past the groups of three digits: 27 546, 27'546, in English 27,546 as well."""
    end = index + 1
    if len(page.tokens[index].text) > GROUP or page.tokens[index].text[0] == "0":
        return end
    while _group(page, end, " ") or _wrapped(page, index, end):
        if (not page.spaced and page.tokens[end].text != "000") or _is_row(page, index):
            break  # «898 932 964» are three numbers where 15222 is one
        end += 1
    sign = page.word(end)
    if end == index + 1 and sign in ("'’" if page.language.decimal_comma else "'’,"):
        while end + 1 < len(page.tokens) and _joins(page, end, sign) and _group(page, end + 1, ""):
            end += 2
        if _joins(page, end, "'’") or page.word(index - 1) == "°":
            return index + 1  # 43°15'225
    return end


def _is_row(page: Page, index: int) -> bool:
    """Whether digits stand in a row of more groups than a number has: those are numbers of a table."""
    first, last = index, index + 1
    beside = [page.tokens[at].text for at in (index - 1, index + 2) if 0 <= at < len(page.tokens)]
    beside = [text for text in beside if text.isdecimal()]
    if page.groups:  # a text that writes 2,613 hardly writes 98 100
        return bool(beside)
    if not page.language.decimal_comma and any(len(text) < GROUP for text in beside):
        return True  # "Petrol 123 129 6", where no commas group either
    while index - first <= MOST_GROUPS and _group(page, first, " ") and page.tokens[first - 1].is_digits:
        first -= 1
    while last - first <= MOST_GROUPS + 1 and _group(page, last, " "):
        last += 1
    return last - first > MOST_GROUPS + 1


def _loose_group(page: Page, index: int, end: int) -> int:
    """Where English "1, 040" or "13 ,496" ends, which a space has cut; 0 if it is none.

    Only a zero tells where the space is behind the comma: "phase 2 , 400 schools" are two numbers, and so
    are "May 5, 012".
    """
    if page.language.decimal_comma or page.word(end) != ",":
        return 0
    if _group(page, end + 1, " ") and page.word(end + 2) == "," and _group(page, end + 3, " "):
        counted = page.names(end + 4)  # "31, 540, 054 children"
        return end + 4 if counted else 0
    before = page.tokens[end].gap == " " and _group(page, end + 1, "")
    behind = page.word(end + 1)[:1] == "0" and _group(page, end + 1, " ")
    led = len(page.word(end - 1)) <= GROUP and page.word(end - 1)[0] != "0"
    return end + 2 if (before or behind) and led and not page.till(index - 1, Mark.MONTH) else 0


def _wrapped(page: Page, index: int, end: int) -> bool:
    """Whether a number goes on in the next line: «более 1», «250 школ»; «20 912», «002,6 тыс.»."""
    if not _group(page, end, "\n"):
        return False
    if end > index + 1:
        return page.word(end)[0] == "0"
    within = page.is_word(index - 1) and page.tokens[index].gap == " "
    return within and page.is_word(end + 1) and page.tokens[end + 1].gap == " "


def _group(page: Page, index: int, gap: str) -> bool:
    return page.is_digits(index) and page.tokens[index].gap == gap and len(page.word(index)) == GROUP


def _joins(page: Page, index: int, signs: str) -> bool:
    """Whether one of the signs stands at `index`, with digits right behind it."""
    joins = index + 1 < len(page.tokens) and page.tokens[index].text in signs
    return joins and page.glued(index) and page.glued(index + 1) and page.tokens[index + 1].is_digits


def _tail(page: Page, end: int) -> int:
    """How many tokens of points, commas, colons and slashes with digits hang on the number."""
    last = end
    while _joins(page, last, ".,:/") and not _BASIS.match(page.text, page.tokens[last].start):
        last += 2
    return last - end


def _first_of_pair(page: Page, end: int, tail: int) -> int:
    """How much of a tail is of the first number, where a slash parts it from one with decimals.

    «68,10/69,17» and «461100/3,9» are two numbers; in English "1.6040/50" is a price.
    """
    signs = "".join(page.word(at) for at in range(end, end + tail, 2))
    slash = signs.find("/")
    pair = page.language.decimal_comma and slash in {0, 1} and len(signs) == slash + 2 and signs[-1] in ".,"
    return 2 * slash if pair else tail


def _is_pair(page: Page, index: int, end: int, tail: int) -> bool:
    """Whether a slash parts two numbers in groups of three: «1 245/5 887», «939/3 585»; no date."""
    if tail != 2 or page.word(end) != "/":
        return False
    first, second = page.tokens[end - 1].text, page.tokens[end + 1].text
    grouped = end - index > 1 or (len(first) == GROUP and _group(page, end + 2, " "))
    return grouped and (len(second) == GROUP or _group(page, end + 2, " "))


def _with_tail(page: Page, end: int, tail: int, whole: str) -> Digits:
    """A number with decimals, a date, or what cannot be read."""
    signs = "".join(token.text for token in page.tokens[end : end + tail : 2])
    rest = [token.text for token in page.tokens[end + 1 : end + tail : 2]]
    last = end + tail
    if signs == ".." and tuple(map(len, (whole, *rest))) in _DATES:
        return Digits(last, None, Shape.DATE)
    if signs in {"/", "//"} and _is_slashed_date(page, last, [whole, *rest]):
        return Digits(last, None, Shape.DATE)
    if ":" in signs or (signs == "/" and whole == "24" and rest == ["7"]):  # a time of day, or a ratio: "1:1"
        clock = len(whole) <= 2 and all(len(part) == 2 for part in rest)
        return Digits(last, None, Shape.CLOCK if clock else Shape.CODE)
    groups = tail // 2 - (len(signs) > 1 and signs[-2:] in {",.", ".,"})  # "13,77,243.70", «1.234,5»
    parted = groups < len(signs)
    if grouped := _grouped(page, last, signs[:groups], whole, rest[:groups], parted=parted):
        decimals = "".join(rest[groups:])
        return Digits(last, Decimal(f"{grouped}.{decimals}"), size=len(grouped), decimals=len(decimals))
    if signs == "/" and _is_day(whole, rest[0]) and _DAY_AFTER.match(page.text, page.tokens[last - 1].end):
        return Digits(last, None, Shape.DATE)
    if signs == "/":
        return Digits(last, Decimal(whole) if len(whole) < MAX_DIGITS else None, Shape.SLASH)
    if signs == "." and whole[0] == "0" and len(whole) == 2 and len(rest[0]) == 2:
        return Digits(last, None, Shape.DATE)
    share = len(rest[0]) < GROUP and page.is_percent(last)  # "38,4%"
    if signs == "." or (signs == "," and (page.decimals or share)):
        if len(whole) + len(rest[0]) > MAX_DIGITS or (whole[0] == "0" and len(whole) > 1 and not share):
            return Digits(last, None)
        return Digits(last, Decimal(f"{whole}.{rest[0]}"), None, len(whole), len(rest[0]))
    return Digits(last, None, Shape.CODE if set(signs) == {"."} else None)  # «пункт 4.2.7»


def _is_slashed_date(page: Page, last: int, parts: list[str]) -> bool:
    """Whether 8/31/22, 31/08/2022, 02/2018 or 29/05 is a date; "12/15/20 pupils" are in three classes."""
    if len(parts) == 2:
        if "0" in {parts[0][0], parts[1][0]} and _is_day(*parts):
            return True
        return _MONTH.fullmatch(parts[0]) is not None and _YEAR.fullmatch(parts[1]) is not None
    amounts = _is_measured(page, last) or _is_counted(page, last)
    return len(parts[2]) in (2, 4) and _is_day(*parts[:2]) and not amounts


def _is_day(first: str, second: str) -> bool:
    """Whether one of two numbers may be a month and the other its day."""
    if max(len(first), len(second)) > 2:
        return False
    low, high = sorted((int(first), int(second)))
    return 1 <= low <= MONTHS and high <= DAYS


def _is_measured(page: Page, index: int) -> bool:
    """Whether money, a length, a share or a multiplier stands at a token."""
    share = page.is_percent(index) or page.at(index, Mark.POINTS) > 0
    return share or page.multiplier(index) is not None or page.measures(index)


def _is_counted(page: Page, last: int) -> bool:
    """Whether a noun that is counted stands behind a number, or behind the one word that follows it."""
    for noun in (last, last + 1):
        word = page.word(noun)
        if (
            not page.is_word(noun)
            or not NOT_COUNTED.isdisjoint(page.begins[noun])
            or _is_measured(page, noun)
        ):
            return False
        if not page.language.describes(word) and page.language.is_counted(word):
            return True
    return False


def _grouped(page: Page, last: int, signs: str, whole: str, rest: list[str], *, parted: bool) -> str | None:
    """The digits of 1.058.900, and of 6,13,378 as India groups lakhs; one group alone may be decimals.

    It is none before decimals that another sign has `parted`, 1.234,5. Where points group, 2.817 is so too
    if it counts something, «2.817 школ», or commas part the decimals; but «2.817 процента».
    """
    people = not page.language.decimal_comma and page.is_of_people(last)  # "436.814 students"
    decimal = _is_measured(page, last) and not page.at(last, Mark.CURRENCY)
    comma = page.comma_groups and signs == "," and not decimal
    few = 1 if parted or page.pointed or people or comma else 2
    if whole[0] == "0" or len(set(signs)) != 1 or not few <= len(signs) <= MOST_GROUPS:
        return None
    sizes = [len(group) for group in rest]
    million = len(signs) > 1 and len(whole) < GROUP  # «24,127,595», but «120,150,200» may be a list
    counted = (page.commas and not _is_measured(page, last)) or _is_counted(page, last)
    grouped = parted or comma or million or (signs[0] == "." and (len(signs) > 1 or counted or people))
    address = len(signs) > 2 and len(whole) == GROUP and signs[0] == "."  # 192.168.100.101
    thousands = grouped and len(whole) <= GROUP and set(sizes) == {GROUP} and not address
    inner = len(sizes) > 1 and set(sizes[:-1]) == {2} and sizes[-1] == GROUP
    lakhs = signs[0] == "," and not page.language.decimal_comma and len(whole) <= 2 and inner
    return whole + "".join(rest) if thousands or lakhs else None


def _loose_decimals(page: Page, index: int, end: int) -> str | None:
    """The decimals in «5 048, 738 млн»: a comma with a space after it, and then what makes it one number."""
    if not page.language.decimal_comma or end + 2 >= len(page.tokens):
        return None
    comma, digits, _ = page.tokens[end : end + 3]
    parted = comma.text == "," and not comma.gap and digits.gap == " "
    if not parted or not digits.is_digits or len(digits.text) > GROUP or page.word(index - 1) in {",", "№"}:
        return None  # or a list
    measured = page.is_percent(end + 2) or page.at(end + 2, Mark.GLUED)  # «24, 350 км»
    return digits.text if measured or page.multiplier(end + 2) else None
