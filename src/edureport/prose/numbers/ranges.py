"""Ranges: two numbers that are the ends of one, and the multiplier that they share."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.grammar.marks import Mark, Modifier, Slot
from edureport.prose.numbers.number import Number, remainder
from edureport.prose.page import Page, change_behind, moves_near

DASHES = frozenset("-–")
SEVERAL = frozenset(["№", "nos"])  # before the sign or the point behind which names are listed
NEAR = 8
SHIFTED = 4  # tokens
BACK = 30  # tokens that are looked through
ASIDE = 80  # from a bracket back to what moved
LARGE = 1000  # a number that needs no multiplier
FALL = 10  # times that a number may fall and still share its multiplier
DAYS = 31
ROUND = 5
TOLD = 12  # tokens from the end of a range to the verb that moves behind how much
FROM = Form(Ending.ABLATIVE)
UP_TO = Modifier(Slot.AFTER_DATIVE, Bound.AT_MOST)


def range_of(page: Page, low: Number, high: Number) -> Number | None:
    """Both as one number, if they are the ends of a range."""
    between = range(low.last, high.first)
    opening = low.first - 1 - page.till(low.first - 1, Mark.CURRENCY)
    if len(between) > 1 and opening < low.first - 1 and not page.at(opening, Mark.FROM):  # "$117m to $124m"
        between = range(low.last, high.first - page.till(high.first - 1, Mark.CURRENCY))
    unit = page.word(low.last)
    if unit == page.word(high.last) and page.language.known(unit) in page.language.measures:
        joint = low.last + 1 + (page.word(low.last + 1) == ".")  # «от 44 руб. до 59 руб.»
        led = page.has(opening, Mark.FROM, Mark.LEAST_FROM) and page.at(joint, Mark.TO)  # "by 5 km to 12 km"
        close = page.word(joint) == "–" and 0 < (low.value or 0) < (high.value or 0) <= 2 * (low.value or 0)
        between = range(joint, high.first) if led or close else between  # «924 млн руб. – 934 млн руб.»
    joint = between.start
    if len(between) > 1 or not _matching(low, high):
        return None
    word = page.word(joint) if between else ""
    if page.language.head_final and (low.form == FROM or page.language.case(word) is Ending.ABLATIVE):
        return _joined(page, low, high) if _spoken(page, low, high) else None
    if not between:
        return None
    if word in DASHES or word == "…":
        joined = _dashed(page, low, high) and not _is_of_room(page, low, high)
    elif page.at(joint, Mark.OR) and low.plain and high.plain and (high.value or 0) - (low.value or 0) == 1:
        joined = True  # "classes with 31 or 32 pupils"
    elif page.at(joint, Mark.TO):
        joined = _from_to(page, low, high)
    else:
        closed = page.at(joint, Mark.JOIN) and page.at(high.last, Mark.BETWEEN)
        joined = bool(closed or page.at(opening, Mark.BETWEEN))
    return _joined(page, low, high) if joined else None


def _spoken(page: Page, low: Number, high: Number) -> bool:
    """Kazakh: whether words say up to where a range goes, and nothing that it moved: «5-тен 9-ға дейін»."""
    ends = [index for index in range(high.last, high.last + 3) if page.at(index, UP_TO)]
    if not ends or page.near(high.last - 1, Mark.REACH, 0, 4):
        return False
    dative = high.form == Form(Ending.DATIVE) or page.case(ends[0] - 1) is Ending.DATIVE
    return dative and not _moves(page, high) and not _aside(page, low)


def _from_to(page: Page, low: Number, high: Number) -> bool:
    """Whether "from" and "to" are the ends of a range, and nothing moved from the one to the other."""
    named = page.glued(low.first) and page.is_word(low.first - 1)  # "from 13.7 % in FY15 to 25.6 %"
    if (low.year and not high.year) or (named and not page.till(low.first - 1, Mark.CURRENCY)):
        return False  # "from 7.3 million in 2014 to 7.6 million"
    paid = page.till(low.first - 1, Mark.CURRENCY) and not page.till(high.first - 1, Mark.CURRENCY)
    if paid and high.plain and page.language.is_plural(page.word(high.last)):
        return False  # "grants of $5 to 300 schools"
    if not page.at(low.first - 1, Mark.FROM):
        led = page.any_at(page.before(low.first - 1, NEAR), Mark.FROM)
        reached = page.at(low.first - 1, Mark.TO_WORD) > 0 and not led  # "increased to 35% to 36%"
        moved = _moves(page, low) or _aside(page, low)
        if _is_second(page, low):
            return False
        return low.signed or reached or (page.language.bare_to and (not moved or _is_near(page, low, high)))
    if page.any_at(page.before(low.first - 1, SHIFTED), Mark.SHIFTED):
        return False  # "scores improved from 3.6 to 4.1"
    ranging = page.at(low.first - 2, Mark.RANGING) > 0  # "gains ranging from 1.1% to 1.6%"
    aged = ranging or page.has(high.last, Mark.YEARS, Mark.AGE_AFTER, Mark.HOUR)
    moved = not aged and (_moves(page, low) or _moves(page, high) or _told_before(page, low))
    return not moved and not _falls(page, low, high)


def _is_second(page: Page, low: Number) -> bool:
    """Whether a change leads to it as to the pair before: "rose from 3 to 5% here and 8 to 9% elsewhere"."""
    joined = page.at(low.first - 1, Mark.JOIN) and _told_before(page, low)
    return joined > 0 and page.any_at(page.before(low.first, 2 * NEAR), Mark.FROM)


def _is_near(page: Page, low: Number, high: Number) -> bool:
    """Whether both ends share a multiplier or percent sign and are close: "rose 11.1 to 15.1 percent"."""
    power = power_of(page, high)
    if not low.plain or not (power or high.percent) or low.value is None or high.value is None:
        return False
    return low.value.scaleb(power) < high.value <= 2 * low.value.scaleb(power)


def _dashed(page: Page, low: Number, high: Number) -> bool:
    """Whether the dash between them has the same space on both sides, and neither is signed alone."""
    if page.tallies and "-" in {page.word(low.first - 1), page.word(high.last)}:
        return False  # "15-7-9"
    several = page.word(low.first - 2) in SEVERAL
    if page.till(low.first - 1, Mark.SIGN) and not several and not page.glued(low.last):
        return False  # «школа № 5 – 1 108 учеников», but «№ 5–8» and «№№ 5 – 8»
    ranked = page.till(low.first - 1, Mark.RANK_BEFORE) and page.tokens[low.first - 1].capital
    if ranked and not page.glued(low.last):
        return False  # "Week 1 – 35 tonnes"
    following = (high.value or 0) == remainder((low.value or Decimal(0)) + 1, 100)
    glued = page.glued(low.last) or page.glued(high.first)
    short = following and glued and high.plain  # "2017- 18", "2026 -27"
    if low.year and not high.year and not short and (not high.plain or not page.glued(low.last)):
        return False  # «2021 – 95 детей»
    if high.year and not low.year and (not low.plain or page.at(high.last, Mark.YEAR)):
        return False  # «263 мың – 2020 ж.»
    if page.language.month_first and not page.glued(low.last) and page.till(low.first - 1, Mark.MONTH):
        return high.plain and (high.value or 0) <= DAYS  # "as of April 1 – 6,987 heads"
    alike = page.tokens[low.first].is_digits is page.tokens[high.last - 1].is_digits
    alike = alike or (high.percent and (low.percent or _round(page, low, high)))
    if not (alike or page.glued(low.last) or power_of(page, high)):
        return False  # «а один — 300»
    if low.year and (short or (high.year and (low.value or 0) < (high.value or 0))):
        return True  # "2020- 2021", "2017- 18"
    if page.glued(low.last) is not page.glued(high.first) or (low.form and low.form != high.form):
        return False
    years = low.year and high.year  # «2016 - 2018 жылдарға»
    hyphen = page.word(low.last) == "-" and not page.glued(low.last)
    return high.signed is low.signed and (not hyphen or years or high.percent)


def _is_of_room(page: Page, low: Number, high: Number) -> bool:
    """Whether a room or a flat has the first number, and the second is told of it: "flat 22 – 1,460.36"."""
    if not page.till(low.first - 1, Mark.ROOM) or not low.plain or low.has_decimals:
        return False
    counted = page.measures(high.last) or page.is_of_people(high.last)
    return high.has_decimals or (counted and not page.glued(low.last))


def _round(page: Page, low: Number, high: Number) -> bool:
    """Whether "35 – 40 %" is one share, and not 35 things that are 40 % of all."""
    if page.modifier_till(low.first - 1, Slot.BEFORE):
        return True
    joined = page.has(low.first - 1, Mark.CONJ, Mark.JOIN)
    if page.is_word(low.first - 1) and not joined and page.language.is_counted(page.word(low.first - 1)):
        return False  # «Отличников 10 – 20 %»
    near = low.value is not None and high.value is not None and low.value < high.value <= 2 * low.value
    if near and (_is_told(page, low.first) or (low.has_decimals and high.has_decimals)):
        return True  # «на 1 – 1,5 %», «0,4 – 0,8 %»
    values = [one.value for one in (low, high) if one.value is not None and not one.has_decimals]
    return near and len(values) == 2 and all(remainder(value, ROUND) == 0 for value in values)


def _is_told(page: Page, first: int) -> bool:
    """Words before a number that ask for a share: «на 5 – 7 %», «составила 5 – 7 %», «на уровне 5 - 7 %»."""
    named = page.is_word(first - 1) and not page.tokens[first - 1].capital
    return page.has(first - 1, Mark.BY, Mark.EXISTS) or (named and page.has(first - 2, Mark.BY, Mark.IN))


def _matching(low: Number, high: Number) -> bool:
    """Whether both can be ends of one range by what they are themselves."""
    if low.value is None or high.value is None or low.upper is not None or low.shape or high.shape:
        return False
    return not low.hyphen and high.points is low.points and (high.percent or not low.percent)


def _moves(page: Page, number: Number) -> bool:
    """Whether something rises or falls near a number, so that from and to are before and after."""
    back = 0 if page.language.head_final else 9
    near = any(moves_near(page, index, back, 5) for index in (number.first, number.last - 1))
    ends = range(number.last, number.last + 3) if page.language.head_final else ()
    comma = next((index for index in ends if page.word(index) == ","), None)
    told = comma is not None and page.counts(comma + 1)  # «1200-ден 1500-ге дейін, 25 %-ға өсті»
    told = told or any(_is_factor(page, at) for at in ends)
    near = near or (told and moves_near(page, number.last, 0, TOLD))
    return near or change_behind(page, number.last) is not None


def _is_factor(page: Page, index: int) -> bool:
    """Whether a number tells how many times or percent: «1200-ден 1500-ге дейін 1,2 есе өсті»."""
    if not page.counts(index):
        return False
    ahead = range(index + 1, index + 4)
    last = next((at for at in ahead if not page.counts(at) and page.word(at) not in {".", ","}), index)
    return page.word(last) == "%" or page.has(last, Mark.TIMES, Mark.PERCENT)


def _told_before(page: Page, low: Number) -> bool:
    """Whether something has moved earlier in the sentence: "rose by 0.6 % – 27,300 head – from … to …"."""
    back = page.before(low.first, BACK)
    moved = page.any_at(back, Mark.RISE, Mark.FALL, Mark.GROWTH_NOUN, Mark.FALL_NOUN)
    return moved or any(page.at(at, Mark.BY) and page.tokens[at + 1].is_digits for at in back)


def _falls(page: Page, low: Number, high: Number) -> bool:
    """Whether the first number is the greater, with the multiplier of the second: «с 42,2 до 25,0 тысяч»."""
    power = power_of(page, high)
    if not power or not low.plain or low.value is None or high.value is None or low.value >= LARGE:
        return False
    return high.value <= low.value.scaleb(power) < high.value * FALL


def _aside(page: Page, low: Number) -> bool:
    """Whether a bracket tells from where to where something moved that was named before it."""
    opening = low.first - 1 - page.till(low.first - 1, Mark.CURRENCY)
    if page.word(opening) != "(" or not (page.language.head_final or page.tokens[opening - 1].text == "%"):
        return False
    start = page.first[max(page.sentence[low.first] - 1, 0)]
    before = range(max(start, low.first - ASIDE), low.first)
    multiple = page.till(opening - 1, Mark.TIMES) > 0  # «11,6 есе (489-дан 5 683-ке дейін)»
    return multiple or page.any_at(before, Mark.RISE, Mark.FALL)


def _joined(page: Page, low: Number, high: Number) -> Number | None:
    """The range; the multiplier of its end holds for its beginning too: «10–15 мың»."""
    if low.value is None or high.value is None:
        return None
    value, step, power = low.value, low.step, power_of(page, high)
    if power and low.plain and not high.plain and value.scaleb(power) < high.value:
        value, step = value.scaleb(power), (step or Decimal(1)).scaleb(power)
    problem, year = value >= high.value, low.year and (high.year or high.plain)
    if problem and not (low.year or high.year):
        return None
    whole = high._replace(first=low.first, value=value, upper=high.value, step=step, problem=problem)
    return whole._replace(year=year, plain=low.plain and high.plain)


def sharing(page: Page, read: list[Number]) -> list[Number]:
    """With the multiplier or percent sign of the number behind: «с 5,9 до 7,1 %», «9,4, 11,85 и 17,2 млн»."""
    power = 0
    for index in range(len(read) - 2, -1, -1):
        low, high = read[index], read[index + 1]
        power = power_of(page, high) or (power if high.plain else 0)
        sign = page.at(low.first - 1, Mark.CURRENCY)  # «с $1,5 до $4,5 миллиона»
        led = page.till(low.first - 1 - sign, Mark.FROM) or page.at(low.first - 1 - sign, Mark.JOIN)
        joined = page.at(low.last, Mark.TO) > 0 and led > 0
        if not _follows(page, low, high, joined=joined):
            power = 0
        elif high.percent:
            read[index] = low._replace(percent=joined and low.plain)
        elif low.value is not None and high.value is not None and low.plain:
            scaled = low.value.scaleb(power)
            most = high.value * (1 if page.at(low.last, Mark.OUT_OF) else FALL)
            if power and (low.value < LARGE or joined) and scaled < most:
                read[index] = low._replace(value=scaled, step=(low.step or Decimal(1)).scaleb(power))
    return read


def _follows(page: Page, low: Number, high: Number, *, joined: bool) -> bool:
    """Whether nothing but a word of a pair or of a list stands between two numbers."""
    if low.value is None or high.value is None or low.year or low.shape or low.percent:
        return False
    if high.first == low.last:
        return low.form == FROM
    if page.language.month_first and page.till(low.first - 1, Mark.MONTH):
        return False  # "as of April 1 – 6,987 heads"
    listed = page.word(low.last) == "," or page.at(low.last, Mark.JOIN) > 0
    out = page.at(low.last, Mark.OUT_OF) if low.has_decimals else 0  # «18,6 из 27,3 млрд», but «3 из 10 тыс.»
    sign = (joined or out > 0) and page.at(high.first - 1, Mark.CURRENCY)
    return high.first - low.last - sign == (out or 1) and (joined or listed or out > 0)


def power_of(page: Page, number: Number) -> int:
    """The power of ten of the multiplier that a number ends in."""
    for index in range(number.last - 1, number.first, -1):
        if multiplier := page.multiplier(index):
            return multiplier.power
    return 0
