"""Numbers that are dates, periods, ages or sizes, and the dates that have no number."""

import re
from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.language import Ending
from edureport.prose.grammar.marks import Mark, Modifier, Slot
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page
from edureport.prose.text.tokens import END

DAYS = 31
AGES = 100
HOURS = 24
LONGEST = 1000  # days of a period; so many hours are an amount
LATEST = 2100
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_SHORT_YEARS = re.compile("([0-9]{2})/([0-9]{2})")  # 21/22
_OCLOCK = re.compile("[0-9]{1,2}[.](?:[03]0|[0-5][0-9] ?[^ 0-9]+ ?[0-9]{1,2}[.][0-5][0-9])")
SHORT = 2  # digits of a year without its century
TITLE = 8  # words
NOUN = 4  # words to the noun that a number counts
CLOCK = 8  # tokens to the word of a time of day
MOVES = frozenset({Mark.RISE, Mark.FALL, Mark.REACH})
FAR = 40  # words from the word for age to the last of its groups


def date_of(page: Page, number: Number) -> int:
    """The token before which a date ends that the number begins; 0 if it is none."""
    last = number.last
    if number.shape in {Shape.DATE, Shape.CLOCK} or _behind_month(page, number):
        return _extended(page, last)
    if page.at(last, Mark.CLOCK) and number.plain:
        return _extended(page, last)
    if number.percent or number.value is None:
        return _extended(page, last) if number.problem and page.at(last, Mark.YEAR) else 0
    if _clock(page, number) or _day_of(page, number):
        return _extended(page, last)
    if number.form.possessed and not number.year:
        return 0  # «7-еуі тамызда», «60-ы жыл соңына дейін»
    if _is_year(page, number):
        return _extended(page, last)
    return 0 if _age(page, number) else _period(page, number)


def _behind_month(page: Page, number: Number) -> bool:
    """The year of "30-Jun-10", of "May 1, 2016" and of «22 августа, 2012»."""
    before = number.first - 1
    if not number.plain:
        return False
    if page.word(before) == "-" and page.glued(before) and page.glued(number.first):
        return page.till(before - 1, Mark.MONTH) > 0 and page.word(before - 2) == "-"
    if not number.year:
        return False
    if page.tokens[before].is_digits and page.till(before - 1, Mark.MONTH) and page.language.month_first:
        return page.tokens[before - 1].capital  # "as of March 31 2019"
    if page.word(before) != "," or before < 2:
        return False
    if page.glued(before - 1) and page.word(before - 1) in page.language.suffixes:
        return page.tokens[before - 2].is_digits and page.till(before - 3, Mark.MONTH) > 0  # "July 5th, 2012"
    month_first = page.tokens[before - 1].is_digits and page.till(before - 2, Mark.MONTH) > 0
    return month_first or (page.till(before - 1, Mark.MONTH) > 0 and page.tokens[before - 2].is_digits)


def _clock(page: Page, number: Number) -> bool:
    """A time of day by the word before it, «сағат жетіден», «кешкі 8-ге», or with a point, «в 13.00»."""
    top, last = number.upper or number.value or 0, number.last
    if top > HOURS or number.signed:
        return False
    if page.at(number.first - 1, Mark.CLOCK_BEFORE) and not page.counts(number.first - 2):
        if number.form.ending is None:
            return not _noun_behind(page, last)
        return not _goes_on_as_amount(page, last)
    text = page.between(number.first, last)
    to = any(page.at(number.first - 1, tag) for tag in (Mark.IN, Mark.FROM, Mark.TO))
    to = to or page.modifier_till(number.first - 1, Slot.BEFORE) is not None  # «около 21.00»
    if not to or _OCLOCK.fullmatch(text) is None or _measures(page, number.first):
        return False
    named = page.near(number.first, Mark.CLOCK, 0, CLOCK) is not None  # "from 9.00 to 6.30 p.m."
    return named or page.language.decimal_comma


def _goes_on_as_amount(page: Page, index: int) -> bool:
    """Whether what follows says of a number with an ending that it counts: «12-ден астам», «20-ға жетті»."""
    slots = (Slot.AFTER, Slot.AFTER_ABLATIVE, Slot.AFTER_DATIVE)
    bounded = any(page.modifier_at(index, slot) for slot in slots) and not page.at(index, Mark.DATE_END)
    return bounded or any(page.at(index, tag) for tag in (Mark.REACH, Mark.RISE, Mark.FALL))


def _measures(page: Page, index: int) -> bool:
    """Whether the sentence of a number tells of a rise or a fall, or has a unit behind a point."""
    for at in range(*page.bounds(index)):
        if not page.begins[at].keys().isdisjoint(MOVES):
            return True
        if page.tokens[at].is_digits and page.word(at - 1) == "." and _is_unit(page, at + 1):
            return True
    return False


def _is_unit(page: Page, index: int) -> bool:
    word, language = page.word(index), page.language
    named = language.known(word) is not None or language.lemma(word) in language.measures
    if named or word in language.tonnes:
        return True
    tags = (Mark.MEASURE, Mark.CURRENCY, Mark.GLUED, Mark.PERCENT, Mark.POINTS)
    return any(page.at(index, tag) for tag in tags)


def _noun_behind(page: Page, index: int) -> bool:
    """Whether a word follows that is no conjunction and no hour."""
    return page.is_word(index) and not page.at(index, Mark.CONJ) and not page.at(index, Mark.HOUR)


def _day_of(page: Page, number: Number) -> bool:
    """Kazakh «ақпанның 9-ында», «28-і күні»: a day with an ending."""
    if not page.language.head_final or not number.form.possessed or (number.value or 0) > DAYS:
        return False
    days = page.till(number.first - 1, Mark.PERIOD) > 0 and not page.counts(number.first - 2)
    of_month = (page.till(number.first - 1, Mark.MONTH) > 0 or days) and page.language.has_case(
        page.word(number.first - 1), Ending.GENITIVE
    )
    return of_month or page.at(number.last, Mark.DAY_NOUN) > 0


def _is_year(page: Page, number: Number) -> bool:
    """A year by its words, a school year, or a day of a month."""
    last = number.last
    if number.year and (number.upper is not None or page.at(last, Mark.YEAR)):
        return True
    if page.till(number.first - 1, Mark.FISCAL) and number.plain and not number.percent:
        return (
            number.year or len(page.word(number.first)) == SHORT
        )  # "the FY 19 budget", not "in FY 300 schools"
    if number.shape is Shape.SLASH and number.value is not None:
        if 1900 <= number.value <= LATEST:
            return True
        return _is_short_year(page, number)
    return _day(page, number) or (number.year and _stands_as_year(page, number))


def _is_short_year(page: Page, number: Number) -> bool:
    """«21/22 оқу жылы», "in 21/22 there were"; but "in 19/20 schools" and «11/12 плана» are fractions."""
    first, last = number.first, number.last
    years = _SHORT_YEARS.fullmatch(page.between(first, last))
    if years is None or int(years[2]) != (int(years[1]) + 1) % 100:
        return False
    if page.at(last, Mark.YEAR):
        return True
    during = page.till(first - 1, Mark.DURING) or page.till(first - 1, Mark.IN)
    said = any(page.at(last, tag) for tag in (Mark.NOT_NOUN, Mark.CONJ, Mark.DONE))
    return during > 0 and (said or not page.is_word(last)) and page.word(last) != "%"


def _period(page: Page, number: Number) -> int:
    """Where a length of time ends: «9 ай ішінде», "three years"; 0 if the number is none."""
    last, top = number.last, number.upper or number.value or 0
    if page.at(last, Mark.YEAR_BEFORE):  # «300 против 250 годом ранее»
        return 0
    if _measured(number) and not page.at(number.first - 1, Mark.FOR_TIME):
        return 0
    if size := page.at(last, Mark.OF_LAST):  # "in three of the last four quarters"
        noun = last + size + page.counts(last + size)
        return last if page.at(noun, Mark.PERIOD) or page.at(noun, Mark.YEAR) else 0
    noun = last + page.at(last, Mark.SKIP)
    if top <= LATEST and number.shape is not Shape.BARE:
        if page.at(noun, Mark.YEAR) and not page.at(noun, Mark.HALF) and not number.hyphen:
            return _extended(page, noun)
        if top <= LONGEST and (page.at(noun, Mark.PERIOD) or page.at(last, Mark.PERIOD)):
            return _extended(page, last if page.at(last, Mark.PERIOD) else noun)
    return 0


def _measured(number: Number) -> bool:
    """Whether a number has decimals, as no calendar has: "a stay of 6.4 days", «48,6 года»."""
    return number.value is not None and number.value != number.value.to_integral_value()


def _extended(page: Page, last: int) -> int:
    """Past the words that belong to a date: «2025 жылдың соңына дейін»; elsewhere no more than the number."""
    if not page.language.head_final:
        return last
    end = last
    while end < len(page.tokens):
        size = max(page.at(end, tag) for tag in (Mark.YEAR, Mark.MONTH, Mark.PERIOD, Mark.TIME_NOUN))
        if not size and page.word(end) in {"-", "–"} and end > last and page.at(end + 1, Mark.MONTH):
            size = 1
        if not size and page.at(end, Mark.DATE_END) and end > last:
            return end + 1
        if not size:
            break
        end += size
    return end


def _day(page: Page, number: Number) -> bool:
    """«29 шілде», "September 1"."""
    if not number.plain or (number.upper or number.value or 0) > DAYS or number.hyphen:
        return bool(number.year and page.till(number.first - 1, Mark.MONTH))
    if page.at(number.last, Mark.MONTH):
        return not page.language.capital_months or page.tokens[number.last].capital
    before = number.first - 1
    if (
        page.till(before, Mark.MONTH)
        and page.word(number.last) == ","
        and _YEAR.fullmatch(page.word(number.last + 1))
    ):
        return True  # «желтоқсан 13, 2024», in any order of the language
    before -= page.word(before) == "." and page.glued(before)  # "Sept. 18"
    if not (page.language.month_first and page.till(before, Mark.MONTH) and page.tokens[before].capital):
        return False
    if page.at(before - 1, Mark.BEFORE_DAY):
        return True  # "on March 5 schools were shut", "based on August 1 conditions"
    if page.at(before - 1, Mark.BEFORE_DAY_OR_MONTH) and not _counted_soon(page, number.last):
        return True  # "from Nov 30 until Sunday"; but "since May 12 schools have opened"
    following = page.word(number.last)
    shortened = before < number.first - 1
    return shortened or not following[:1].isalpha() or bool(page.at(number.last, Mark.CONJ))


def _stands_as_year(page: Page, number: Number) -> bool:
    """Whether four digits without a word for year are one all the same: "since 2019;", «(2024)»."""
    before, after = page.word(number.first - 1), page.word(number.last)
    if page.till(number.first - 2, Mark.QUARTER_BEFORE) and page.glued(number.first - 1):
        return page.language.bare_years  # "Q1 2012"
    if page.language.articles and before == "of" and _of_time(page, number):
        return True
    month = page.till(number.first - 1, Mark.MONTH) or page.till(number.first - 1, Mark.PERIOD)
    signed = before == "_" and (not after or after == END)  # "____ ________ 2025"
    if month or signed or (after == END and _titles(page, number.first)):
        return True
    ends = (
        not after or not (after[0].isalpha() or after[0].isdigit()) or bool(page.at(number.last, Mark.CONJ))
    )
    if _heads_value(page, number) or _names_a_year(page, number):
        return True
    if after == "%" or (after in {"-", "–"} and page.glued(number.last)):
        return False
    if after in {"-", "–"} and not page.till(number.first - 1, Mark.PREP_YEAR):
        return False
    if (before in {"(", ","} and after == ")") or page.bounds(number.first) == (number.first, number.last):
        return True  # in brackets, or alone at the head of a column
    if number.first == page.bounds(number.first)[0] and page.at(number.last, Mark.PREDICATE):
        return True
    ends = ends or page.modifier_at(number.last, Slot.BEFORE) is not None  # "in 2023 about 35"
    moves = page.at(number.last, Mark.RISE) or page.at(number.last, Mark.FALL)
    ends = ends or (page.at(number.last, Mark.NOT_NOUN) > 0 and not moves)  # «в 2017 эта доля»
    if page.language.bare_years:  # "in 2025 Riverside …"
        name = number.last < len(page.tokens) and page.tokens[number.last].capital
        ends = (
            ends or name or (page.till(number.first - 1, Mark.DURING) > 0 and not _counts_nouns(page, number))
        )
        ends = ends or (page.groups and page.language.is_participle(page.word(number.last)))
        tags = (Mark.DONE, Mark.NOT_NOUN, Mark.PREP_YEAR, Mark.OF_YEAR)  # "from 1991 until 1999"
        ends = ends or any(page.at(number.last, tag) for tag in tags)
    return bool(
        page.till(number.first - 1, Mark.PREP_YEAR)
        and ends
        and not page.till(number.first - 1, Modifier(Slot.BEFORE, Bound.ABOUT))
    )


def _of_time(page: Page, number: Number) -> bool:
    """The year of "the second quarter of 2012 saw"; but "half of 2000 pupils" are pupils."""
    part = number.first - 2
    if page.till(part, Mark.TIME_OF):
        return True
    return page.till(part, Mark.PART_OF) > 0 and not _counted_soon(page, number.last)


def _names_a_year(page: Page, number: Number) -> bool:
    """English "the 2014 report", "the 2019 Annual report": one thing, and so of that year.

    But "the 2000 new pupils" and "the 1950 women" are counted.
    """
    if not page.language.articles or page.word(number.first - 1) != "the" or not page.is_word(number.last):
        return False
    language = page.language
    for index in range(number.last, number.last + 2):
        if not page.is_word(index) or page.at(index, Mark.NOT_NOUN) or page.at(index, Mark.DONE):
            break
        word = page.word(index)
        if language.is_plural(word) or language.lemma(word) in language.people | language.persons:
            return False
    return True


def _heads_value(page: Page, number: Number) -> bool:
    """Whether a dash leads from a year to what there was in it: «2021 – 95 детей»."""
    last = number.last
    spaced = page.word(last) == "–" and not page.glued(last) and not page.glued(last + 1)
    value = last + 1 + (page.at(last + 1, Mark.CURRENCY) > 0 or page.word(last + 1) == "t")
    return spaced and value < len(page.tokens) and page.tokens[value].is_digits


def _counts_nouns(page: Page, number: Number) -> bool:
    """Whether four digits count what follows: "2016 schools", but not "in 2016 teacher numbers rose".

    Who writes 52,300 with a comma writes 2,016 with one, too.
    """
    for index in range(number.last, number.last + NOUN):
        if not page.is_word(index) or page.at(index, Mark.NOT_NOUN) or page.at(index, Mark.DONE):
            return False
        if _is_many(page, index):
            return not page.groups
    return True


def _counted_soon(page: Page, index: int) -> bool:
    """Whether a noun in the plural follows with nothing but what describes it before it."""
    for at in range(index, index + NOUN):
        if not page.is_word(at) or any(page.at(at, tag) for tag in (Mark.NOT_NOUN, Mark.DONE, Mark.CONJ)):
            return False
        if _is_many(page, at):
            return True
    return False


def _is_many(page: Page, index: int) -> bool:
    return page.word(index).endswith("s") or page.word(index) in page.language.people


def _titles(page: Page, first: int) -> bool:
    """Whether the words before a number at the end of a line make a title: "Report 2025"."""
    words = range(page.bounds(first)[0], first)
    named = page.is_word(first - 1) and len(words) <= TITLE
    return named and not any(page.at(index, Mark.NUMBER_OF) for index in words)


def is_basis(page: Page, number: Number) -> bool:
    """Whether a number is an age, or what a rate is reckoned on, and so counts nothing itself."""
    known = not number.percent and number.value is not None
    return known and (_age(page, number) or _rate(page, number))


def is_size(page: Page, number: Number) -> bool:
    """Whether a number is a duration in hours, a capacity or a technical size."""
    last = number.last
    if number.percent or number.value is None:
        return False
    if page.at(last, Mark.HOUR) and (
        page.at(last + 1, Mark.PER) or page.word(last - 1) in page.language.multipliers
    ):
        return False  # "open 58 hours per week", "0.7 million hours"
    hour = page.at(last, Mark.HOUR)
    if hour and number.value >= LONGEST and not (number.year and page.counts(last + hour)):
        return False  # "1,040 hours of patrols", "2000 hours"; but «2025 сағат 10-да»
    if page.at(last, Mark.ATTRIBUTE_UNIT) or page.at(last, Mark.HOUR):
        return True
    if page.language.head_final:
        return _adjective(page, last) and not number.form.possessed
    return _holds(page, number)


def _rate(page: Page, number: Number) -> bool:
    """What a rate is reckoned on: "per 1,000 people", «на 100 тысяч населения», «1000 адамға шаққанда»."""
    before = number.first - 1
    behind = range(number.last, number.last + 4)
    if page.till(before, Mark.PER) or any(page.at(index, Mark.RATE) for index in behind):
        return True
    value = number.value or 0
    power = value >= 100 and Decimal(value).normalize().as_tuple().digits == (1,)
    power = power or (value == 1 and page.word(before - 1) in {"м", "чел", "единиц"})
    if page.at(before, Mark.RATE_ON) and (power or value == 1) and page.at(number.last, Mark.RATE_OF):
        named = range(max(page.bounds(before)[0], before - NOUN), before)
        if any(page.at(index, Mark.RATE_NOUN) for index in named):
            return True  # «коэффициент прироста на 1000 человек», «книгообеспеченность на 1 читателя»
    if page.at(before, Mark.RATE_ON) and value == 1 and not page.tokens[number.first].is_digits:
        moved = any(page.near(number.first, tag, 6, 0) is not None for tag in (Mark.RISE, Mark.FALL))
        return not moved and page.is_word(number.last)  # «нагрузка на одного судью»
    if (
        page.at(before, Mark.RATE_ON)
        and power
        and page.language.known(page.word(before - 1)) in page.language.people
    ):
        return True  # «человек на 10000»
    if page.language.head_final:  # «100 мың халыққа 45,3»
        return power and page.at(number.last, Mark.RATE_OF) > 0 and page.counts(number.last + 1)
    moves = any(page.near(number.first, tag, 6, 6) is not None for tag in (Mark.RISE, Mark.FALL))
    return (
        page.at(before, Mark.RATE_ON) > 0 and power and page.at(number.last, Mark.RATE_OF) > 0 and not moves
    )


def _age(page: Page, number: Number) -> bool:
    top = number.upper or number.value or 0
    if top > AGES:
        return False
    if page.at(number.last, Mark.AGE) or page.at(number.last, Mark.AGE_AFTER):
        young = page.language.known(page.word(number.last + 1)) in page.language.persons
        return not (
            page.language.head_final
            and page.is_word(number.last + 1)
            and young
            and not number.form
            and page.word(number.last) in page.language.nouns
        )  # «53 жас маман»
    if _measured(number):
        return False
    limit = page.modifier_till(number.first - 1, Slot.BEFORE)
    if page.till(number.first - 1, Mark.AGED) or (
        limit and page.till(number.first - 1 - limit[0], Mark.AGED)
    ):
        return True
    if not page.at(number.last, Mark.YEARS):
        return _age_group(page, number)
    low, _ = page.bounds(number.first)
    back = range(number.first - 1, max(low, number.first - 5) - 1, -1)
    return any(page.at(index, Mark.AGE_BEFORE) for index in back) and not any(
        page.at(index, Mark.FOR_TIME) for index in list(back)[:2]
    )


def _age_group(page: Page, number: Number) -> bool:
    """Ages without a word for year: «в возрасте от 0 до 15 – 140, от 16 до 60 (женщины до 55) лет – 360»."""
    bounded = number.upper is not None or page.at(number.first - 1, Mark.TO) > 0
    if page.language.head_final or not bounded:
        return False
    low, _ = page.bounds(number.first)
    back = range(max(low, number.first - FAR), number.first)
    if not any(page.at(index, Mark.AGED_GROUP) for index in back):
        return False
    return page.word(number.last) in {"–", ",", "(", ")", ":"}


def _adjective(page: Page, index: int) -> bool:
    """«300 орындық мектеп», «бес күндік»; but «біреуі 300 орындық» states how many it holds."""
    if page.at(index + 1, Mark.AMOUNTING):
        return False  # «2683 орынды құрайтын»
    if page.at(index, Mark.SIZED) or (page.at(index, Mark.CAPACITY) and page.at(index + 1, Mark.MEANT_FOR)):
        return True
    if not page.at(index, Mark.MEASURE) or not page.language.is_sized(page.word(index)):
        return False
    if page.at(index, Mark.PERIOD) or page.at(index, Mark.HOUR):
        return True
    if page.at(index + 1, Mark.PLAN_NOUN):
        return False
    ends = not page.word(index + 1)[:1].isalnum()
    return not (ends and page.at(index, Mark.CAPACITY))


def _holds(page: Page, number: Number) -> bool:
    """«школа на 600 мест», "a school for 600 pupils"; but «117 школ на 10 тыс. мест» is a total."""
    low, _ = page.bounds(number.first)
    if not page.at(number.last, Mark.CAPACITY) or not page.till(number.first - 1, Mark.BY_CAPACITY):
        return False
    if any(page.at(number.last + 1, tag) for tag in (Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN)):
        return False  # «на 127 человек больше»
    if page.at(number.first - 2, Mark.MEANT_FOR):
        return False  # «33 учреждения, рассчитанных на 5840 мест»
    back = range(number.first - 2, max(low, number.first - 7) - 1, -1)
    for index in back:
        if page.word(index) in {",", ";", ":"}:
            break
        if page.counts(index):
            return False
        if any(page.at(index, tag) for tag in (Mark.RISE, Mark.FALL, Mark.PLAN)):
            return False
    return not page.language.articles or any(page.at(index, Mark.ARTICLE) for index in back)


def dates_in_words(page: Page) -> list[tuple[int, int]]:
    """Dates without a number, as tokens: «жыл соңына дейін»."""
    return [
        (index, index + page.begins[index][Mark.DATEWORD])
        for index in range(len(page.tokens))
        if Mark.DATEWORD in page.begins[index]
    ]
