"""Numbers of addresses: of pages, of places in files, of streets and of telephones."""

import re
from itertools import takewhile

from edureport.prose.figures.units import may_count
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

PHONE = 10  # digits
EMERGENCY = frozenset(["111", "112", "911", "999"])
POSTAL = 6  # digits
ADDRESS = 12  # words of one
STREET = 5  # words from its name to the number of a house
DIALLED = 9  # tokens of a telephone number
TELEPHONE = 12  # words from the word for it to its number
LONGEST_PLACE = 60  # tokens of a place in a file
LONGEST_LINK = 200  # characters
ZIP = 6  # characters before one
LONG_ZIP = 5  # digits
COORDINATE = 12, 30  # characters of one before and behind a number in it
_BEHIND_ROAD = frozenset([",", ")", ".", ";", END, ""])
_FREEPHONE = re.compile(r"\b1[38]00 [0-9]{3} [0-9]{3}\b")
_ZIP = re.compile(", [A-Z]{2} [0-9]{5}\\Z")
_COORDINATE = re.compile(
    r"[0-9]{1,3}(?:[.,][0-9]+)? ?° ?"
    r"(?:[0-9]{1,2}(?:[.,][0-9]+)? ?['′’] ?(?:[0-9]{1,2}(?:[.,][0-9]+)? ?(?:[\"″”]|'') ?)?)?"
    r"(?:[NSEW]\b|[сюв][.] ?[шд][.]|з[.] ?д[.]|[со][.] ?е[.]|[шб][.] ?б[.]|(?:северн|южн)\w+ широт"
    r"|(?:восточн|западн)\w+ долгот|(?:солтүстік|оңтүстік) ендік|(?:шығыс|батыс) бойлық)"
)
_LINK = re.compile(r"https?://|www[.]|\]\(")
_FILE = re.compile(
    r"[\w%/-]{0,60}(?:[.](?:pdf|docx?|xlsx?|csv|html?|php|aspx|jpe?g|png|zip|json|ya?ml|md|txt)\b|@\w+[.-])"
)
_PLACE = re.compile(r"\S*\w\.[a-z]{2,5}\\?:[\d:]*", re.IGNORECASE)


def is_of_address(page: Page, number: Number) -> bool:
    """Whether a number is part of an address or of a telephone number."""
    of_file = _is_of_place(page, number) or _is_of_link(page, number) or _is_coordinate(page, number)
    return of_file or _is_telephone(page, number) or (number.plain and _is_of_street(page, number))


def _is_coordinate(page: Page, number: Number) -> bool:
    """Whether a number is part of a place on the globe: "22° 31' N", «51°10′ с. ш.»."""
    start, end = page.tokens[number.first].start, page.tokens[number.last - 1].end
    before, behind = COORDINATE
    places = _COORDINATE.finditer(page.text, max(0, start - before), end + behind)
    return any(place.start() <= start and end <= place.end() for place in places)


def _is_of_place(page: Page, number: Number) -> bool:
    """Whether a number is part of a place in a file: report.yaml:36:3."""
    first = number.first
    while page.glued(first) and number.first - first < LONGEST_PLACE:
        first -= 1
    start, end = page.tokens[first].start, page.tokens[number.first].start
    return _PLACE.fullmatch(page.text, start, end) is not None


def _is_of_link(page: Page, number: Number) -> bool:
    """Whether a number is part of the address of a page or of mail, or of the name of a file."""
    start, end = page.tokens[number.first].start, page.tokens[number.last - 1].end
    before = page.text[max(0, start - LONGEST_LINK) : start]
    glued = "" if before[-1:].isspace() else "".join(before.split()[-1:])
    begins = [found.end() for found in _LINK.finditer(glued)]
    return (bool(begins) and ")" not in glued[begins[-1] :]) or _FILE.match(page.text, end) is not None


def _is_of_street(page: Page, number: Number) -> bool:
    """«ул. Абая, 15», «Абай көшесі, 15», "8 Steppe Street"."""
    last = number.last
    if page.till(number.first - 1, Mark.CURRENCY) or last > number.first + 1:
        return False  # "$500,000 Bay Street wall"
    name = last + 2 * (page.word(last + 1) == "." and len(page.word(last)) == 1)  # "211 N. Broad Street"
    streets = (index for index in range(name, name + 3) if page.at(index, Mark.STREET))
    named = page.is_word(last) and page.tokens[last].capital
    if named and any(page.tokens[index].capital for index in streets):
        return True
    if named and any(_is_road(page, index) for index in range(name + 1, name + 4)):
        return True
    before = page.before(number.first, STREET)
    return not may_count(page, last) and (_is_postal(page, number) or page.any_at(before, Mark.STREET))


def _is_road(page: Page, index: int) -> bool:
    """Whether a word with a capital letter and a sign behind it ends the name of a street: "Mill Road,"."""
    return (
        page.at(index, Mark.ROAD) > 0 and page.tokens[index].capital and page.word(index + 1) in _BEHIND_ROAD
    )


def _is_postal(page: Page, number: Number) -> bool:
    """«010000, г. Астана, ул. Абая»: six digits that begin an address, with a place right behind them."""
    first, place = number.first, number.last + 1
    if _ZIP.search(page.text, max(0, page.tokens[first].start - ZIP), page.tokens[first].end):
        return True
    if len(page.word(first)) == LONG_ZIP and page.is_word(first - 1) and page.tokens[first - 1].capital:
        before = page.before(first, STREET)
        return any(_is_road(page, index) for index in before)  # "9 Mill Ave., Oakford 90000"
    begins = first == page.bounds(first)[0] or page.word(first - 1) == ":"
    if not begins or len(page.word(first)) != POSTAL or page.word(number.last) != ",":
        return False
    streets = page.any_at(range(place, place + ADDRESS), Mark.STREET)
    return streets and page.at(place, Mark.PLACE_NAMED) > 0


def _is_telephone(page: Page, number: Number) -> bool:
    """Whether digits are long enough for a telephone, or have its signs or its word before them."""
    first, last = number.first, number.last
    if page.word(first) in EMERGENCY and (page.till(first - 1, Mark.DIALLED) or page.at(last, Mark.CALLS)):
        counted = page.modifier_till(first - 1, Slot.BEFORE) or page.at(first - 1, Mark.EXISTS)
        return number.plain and not counted  # "they answered 999 calls", "NHS 111"
    start, end = page.tokens[first].start, page.tokens[last - 1].end
    beside = _FREEPHONE.finditer(page.text, max(0, start - DIALLED), end + DIALLED)
    if any(free.start() <= start and end <= free.end() for free in beside):
        return True
    if number.plain and (_has_code(page, number) or _is_spaced_out(page, number)):
        return True
    if number.plain and len(page.word(last - 1)) >= PHONE and not number.has_decimals:
        return not page.measures(last)
    plus = next((at for at in range(first, max(first - DIALLED, -1), -1) if page.word(at) == "+"), -1)
    coded = page.word(plus + 2) == "(" and page.word(plus + 4) == ")"  # +7 (777) 000 0000, not "+42 (+10 %)"
    if plus >= 0 and coded and page.glued(plus + 1):
        return all(page.tokens[at].is_digits or page.word(at) in "()-" for at in range(plus + 1, first))
    back = page.before(first, TELEPHONE)
    paired = _is_pair(page, first) and page.any_at(back, Mark.PHONE, Mark.DIALLED)
    if paired or (plus >= 0 and _is_dialled(page, plus)):
        return True
    for index in back:
        if page.at(index, Mark.PHONE):
            return True
        if page.word(index)[:1].isalpha() and not page.at(index, Mark.SIGN):
            return False
    return False


def _is_dialled(page: Page, plus: int) -> bool:
    """Whether a plus begins a number of a telephone: ten digits or more, not in groups of three."""
    tokens = takewhile(lambda one: one.is_digits or one.text == "-", page.tokens[plus + 1 : plus + DIALLED])
    groups = [len(one.text) for one in tokens if one.is_digits]
    return page.glued(plus + 1) and sum(groups) >= PHONE and set(groups[1:]) != {3}


def _has_code(page: Page, number: Number) -> bool:
    """The parts of «8 (700) 00-00-00» before its last."""
    bracket = number.first - 1 if page.word(number.last) == ")" else number.last
    if page.word(bracket) != "(" or page.word(bracket + 2) != ")":
        return False
    line = bracket + 3
    return page.tokens[bracket + 1].is_digits and page.word(line)[:1].isdigit() and page.word(line + 1) == "-"


def _is_pair(page: Page, index: int) -> bool:
    """Whether digits are one of the two groups of four of "contact us on 5000 0000"."""
    low = index - (page.tokens[index].gap == " " and page.tokens[index - 1].is_digits)
    pair = page.tokens[low : low + 2]
    return len(pair) == 2 and pair[1].gap == " " and all(one.is_digits and len(one.text) == 4 for one in pair)


def _is_spaced_out(page: Page, number: Number) -> bool:
    """The parts of "020 7000 0000": groups with spaces behind one that begins with a zero."""
    first, back = number.first, max(0, number.first - DIALLED)
    while first > back and page.tokens[first].gap == " " and page.tokens[first - 1].is_digits:
        first -= 1
    if page.word(first - 1) == ")" and page.word(first - 3) == "(":  # "(02) 9000 0000"
        first -= 2
    text = page.word(first)
    if page.glued(first) and page.word(first - 1) != "(":  # "5,900,000 403,200"
        return False
    return number.last - first > 1 and first < number.first and text[0] == "0" and len(text) > 1
