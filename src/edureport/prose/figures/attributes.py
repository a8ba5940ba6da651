"""Numbers that only describe what is counted: ages, what a rate is reckoned on, durations, capacities."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.figures.modifiers import is_averaged
from edureport.prose.figures.year_numbers import counted
from edureport.prose.grammar.forms import Ending, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page, moves_near
from edureport.prose.text.tokens import CELL, END

AGES = 100
MANY_HOURS = 1000  # are an amount, no duration
NOUN = 4  # words before a rate that may name it
FAR = 40  # words from the word for age to the last of its groups, or back from one to the people
MANY_PLACES = 3000  # more than a building has
UNIT = 3  # words of a unit
SCALES = frozenset({1000, 1_000_000})
CAPACITY = 7  # words from what has a capacity to the number
_AGE_NAMED = (Mark.AGE, Mark.AGED, Mark.AGED_GROUP)
_HOURS = frozenset(["ч", "сағ", "h"])
_OPENING = frozenset([",", "(", CELL, END, ""])
_CLOSING = frozenset([")", CELL, END, ""])
_BEFORE_HEAD, _BEHIND_HEAD = frozenset(["(", CELL, END]), frozenset([")", CELL, END])


def is_basis(page: Page, number: Number) -> bool:
    """Whether a number is an age, or what a rate is reckoned on, and so counts nothing itself."""
    if number.value is None:
        return False
    if number.percent:
        return page.till(number.first - 1, Mark.PER) > 0 and number.value == 1  # "£5 per 1 %"
    return is_age(page, number) or _is_reckoned_on(page, number, number.value)


def is_size(page: Page, number: Number) -> bool:
    """Whether a number is a duration in hours, a capacity or a technical size."""
    last = number.last
    if _heads_unit(page, number):
        return True
    if number.percent or number.value is None or page.at(last, Mark.NOT_PERIOD):
        return False
    if hour := page.at(last, Mark.HOUR):
        if page.at(last + 1, Mark.PER) or page.word(last - 1) in page.language.multipliers:
            return False  # "open 58 hours per week", "0.7 million hours"
        mean = page.till(number.first - 1, Mark.MEAN) or page.at(last + hour, Mark.ON_AVERAGE)
        summed = page.till(number.first - 1, Mark.TOTAL) > 0
        taken = is_spent(page, number, last + hour) or _is_time_taken(page, number)
        if mean or summed or taken or is_averaged(page, number):
            return False  # "a median of 271 minutes", "wait 271 minutes on average"
        # "1,040 hours of patrols", "2000 hours"; but «2025 сағат 10-да»
        return number.value < MANY_HOURS or (number.year and page.counts(last + hour))
    each = page.word(number.first - 2) == "(" and page.has(last + 1, Mark.EACH_AFTER)
    power = page.any_at(page.before(number.first, CAPACITY), Mark.POWER)  # "the capacity is 1,200 MW"
    large = page.word(last - 1 - (page.word(last - 1) == ".")) in page.language.multipliers
    power = power or page.at(last + 1, Mark.POWER) > 0  # "1,200 MW of capacity"
    power = power or page.word(last + 2) in _HOURS or large  # «40 млрд кВт.ч»
    each = each and page.at(number.first - 1, Mark.OUT_OF) > 0  # "bales (of 170 kg each)"
    if each or (page.at(last, Mark.ATTRIBUTE_UNIT) and not power):
        return True
    if page.language.head_final:
        # «10 мың орындық 35 жатақхана» are the places of several buildings
        ahead = range(last + 1, last + 4)
        several = page.at(last, Mark.CAPACITY) > 0 and number.value >= MANY_PLACES
        several = several and any(page.counts(at) for at in ahead)
        return _is_adjective(page, last) and not number.form.possessed and not several
    return _is_capacity(page, number)


def is_spent(page: Page, number: Number, behind: int) -> bool:
    """Whether a length of time that ends before `behind` is told as a quantity, not to say when.

    "It takes 25 days", "useful lives of 5 to 40 years", "12 years of schooling"; "after 12 years of service".
    """
    before = _before_limit(page, number)
    if page.till(before, Mark.TAKES):
        return True
    timed = page.till(before, Mark.PREP_YEAR) and page.word(before) not in {"of", "to"}
    the = any(page.has(at, Mark.DETERMINER, Mark.ARTICLE) for at in (before, before - 1))  # "the last three"
    if _is_mean_time(page, before):
        return True
    when = timed or the or page.has(before, Mark.FOR_TIME, Mark.EVERY) or page.word(before) == "within"
    return page.at(behind, Mark.OF_SPENT) > 0 and not when


def _is_mean_time(page: Page, before: int) -> bool:
    """Whether a verb leads to how long something takes on average: "the average time to … was 40 days"."""
    back = page.before(before, FAR)
    told = page.any_at(back, Mark.TIME_TAKEN) and page.any_at(back, Mark.AVERAGE)
    return page.at(before, Mark.AUX) > 0 and told


def _before_limit(page: Page, number: Number) -> int:
    """The token before a number and the words of its bound."""
    limit = page.modifier_till(number.first - 1, Slot.BEFORE)
    return number.first - 1 - (limit[0] if limit else 0)


def _is_time_taken(page: Page, number: Number) -> bool:
    """Whether a duration is what a time is measured to be: "the response time was nine minutes"."""
    before = _before_limit(page, number)
    if page.has(before, Mark.ONE_NOT) and page.at(before - 1, Mark.TIME_TAKEN):
        return True  # "the target of 18 minutes"
    if page.till(before, Mark.EARLIER):
        return True  # "down from nearly 11 minutes"
    return page.at(before, Mark.AUX) > 0 and page.any_at(page.before(before, FAR), Mark.TIME_TAKEN)


def _heads_unit(page: Page, number: Number) -> bool:
    """Whether a word such as "thousand" is but the unit of a line or a column: «Сомасы, мың теңге»."""
    first, last = number.first, number.last
    if page.at(first, Mark.INDEFINITE):
        money = first - page.till(first - 1, Mark.CURRENCY)
        led = page.word(money - 1) in _BEFORE_HEAD or page.at(money - 1, Mark.INSIDE)
        named = last + page.at(last, Mark.OUT_OF)
        unit = named > last and page.language.lemma(page.word(named)) in page.language.measures
        unit = unit or page.at(named, Mark.CURRENCY) > 0
        alone = money < first or page.word(last) in _BEHIND_HEAD
        ends = page.word(named + unit) in _CLOSING and (unit or alone)
        valued = page.is_digits(last) or (page.at(named, Mark.CURRENCY) and page.is_digits(named + 1))
        moved = page.at(first - 1, Mark.INSIDE) and page.has(last, Mark.RISE, Mark.FALL, Mark.AUX)
        if valued or moved:
            return True  # "shares, millions 4,743", "millions of € 916", "tonnes in millions rose by"
        return bool(led) and ends  # "(in thousands)", "in millions of euros", "in € millions", "Thousands"
    dot = page.word(last) == "." and page.glued(last) and page.glued(last + 1)  # «мың.гектар»
    behind = next((at for at in range(last + dot, last + UNIT + 1) if not page.is_word(at)), last)
    bracket = page.word(first - 1) == "(" and page.word(behind) == ")"
    listed = page.word(first - 1) == "," and "," not in page.between(first, last)
    grouped = not page.between(first, last).isdecimal()  # "(1000 pupils)" are some
    if number.plain and number.value in SCALES and grouped and (bracket or listed) and last < behind:
        ends = page.word(behind + bracket) in {END, ""}  # "Employment, 1 000 persons" heads a table
        return ends and page.language.is_counted(page.word(behind - 1))
    if last != first + 1 or page.word(first) not in page.language.multipliers or page.counts(first):
        return False
    led = behind < len(page.tokens) and (page.tokens[behind].is_digits or page.word(behind) in _BEHIND_HEAD)
    closed = page.word(behind) in _CLOSING or (page.word(behind) == "," and page.counts(behind + 1))
    closed = (closed and page.word(first - 1) in _OPENING) or (led and page.measures(behind - 1))
    return last < behind and closed  # «шығыс, мың теңге 1154»


def is_age(page: Page, number: Number) -> bool:
    """Whether a number is an age, or a range of ages."""
    before, last, language = number.first - 1, number.last, page.language
    if (number.upper or number.value or 0) > AGES or is_mean_age(page, number):
        return False
    last += _over(page, last)
    if page.has(last, Mark.AGE, Mark.AGE_AFTER):
        young = language.head_final and not number.form and page.word(last) in language.nouns
        return not (young and language.known(page.word(last + 1)) in language.persons)  # «53 жас маман»
    if number.has_decimals:
        return False
    if page.till(before, Mark.AGED_LIMIT) and page.any_at((last, last + 1), Mark.AGED_TOPIC):
        return number.plain  # "the under 18 conception rate"
    if language.head_final and page.till(before, Mark.AGE) and number.form == Form(Ending.ABLATIVE):
        over = page.modifier_at(last, Slot.AFTER_ABLATIVE)  # «жасы 60-тан асқан», no «60-тан астам бала»
        return not page.is_word(last + (over[0] if over else 0))
    if page.till(before, Mark.AGED) or page.till(_before_limit(page, number), Mark.AGED):
        return True
    if page.till(before, Mark.AGED_MOST) and not page.is_word(last):  # "youngest 19, oldest 64"
        return True
    if language.bare_years and (_is_of_people(page, number) or _is_of_one(page, number)):
        return True
    if not page.at(last, Mark.YEARS):
        return _is_age_group(page, number)
    back = page.before(number.first, 5)
    return not page.any_at(back[:2], Mark.FOR_TIME) and page.any_at(back, Mark.AGE_BEFORE)


def _over(page: Page, last: int) -> int:
    """How many words of a bound lead from an age to its noun: «15 және одан жоғары жастағы»."""
    over = page.modifier_at(last, Slot.AFTER) if page.language.head_final else None
    return over[0] if over and page.at(last + over[0], Mark.AGE) else 0


def is_mean_age(page: Page, number: Number) -> bool:
    """Whether a number is the average age of people, told for its own sake: «средний возраст – 44 года»."""
    back = page.before(number.first, CAPACITY)
    return any(page.at(at, Mark.AVERAGE) and page.has(at + 1, *_AGE_NAMED) for at in back)


def _is_of_people(page: Page, number: Number) -> bool:
    """The ages of "residents 12-15 who", "people 60 or over" and "those over 75"."""
    last, limit = number.last, page.till(number.first - 1, Mark.AGED_LIMIT)
    named = number.first - 1 - limit
    if not page.at(named, Mark.AGED_PEOPLE) and not page.is_of_people(named):
        return False
    if size := page.at(last, Mark.AGED_OVER):
        return not page.counts(last + size)
    if limit:
        return counted(page, last) is None
    return number.upper is not None and (page.at(last, Mark.RELATIVE) > 0 or page.counts(last))


def _is_of_one(page: Page, number: Number) -> bool:
    """The age of "Anna Example, 34, who" and "Anna Example, 34, of Oakford, was"."""
    comma, behind = number.first - 1, number.last + 1
    enclosed = page.word(comma) == "," and page.word(number.last) == ","
    if not (enclosed and number.plain and comma and page.tokens[comma - 1].capital):
        return False
    placed = any(one.capital for one in page.tokens[behind + 1 : behind + 2])
    return page.at(behind, Mark.WHO) > 0 or (page.at(behind, Mark.OUT_OF) > 0 and placed)


def _is_age_group(page: Page, number: Number) -> bool:
    """Ages without a word for year: «в возрасте от 0 до 15 – 140, от 16 до 60 (женщины до 55) лет – 360»."""
    bounded = number.upper is not None or page.at(number.first - 1, Mark.TO)
    if page.language.head_final or not bounded or page.word(number.last) not in {"–", ",", "(", ")", ":"}:
        return False
    return page.any_at(page.before(number.first, FAR), Mark.AGED_GROUP)


def _is_reckoned_on(page: Page, number: Number, value: Decimal) -> bool:
    """What a rate is reckoned on: "per 1,000 people", «на 100 тысяч населения», «1000 адамға шаққанда»."""
    before, last = number.first - 1, number.last
    amount = before - (page.at(before, Mark.CURRENCY) > 0 and not page.is_word(before))  # "per $100"
    rated = page.word(before) == "/" and value.normalize().as_tuple().digits == (1,)  # "12.4/100,000"
    if rated or page.till(amount, Mark.PER) or page.any_at(range(last, last + 4), Mark.RATE):
        return True
    low, high = page.bounds(number.first)
    around = range(max(low, number.first - NOUN), min(high, last + 2 * NOUN))
    if value == 1 and page.at(last, Mark.PRICED) and page.any_at(around, Mark.PRICE):
        return True  # «1 кг говядины обойдется в 480 сомов»; but «изъят 1 кг» is a count
    round_number = value >= 100 and value.normalize().as_tuple().digits == (1,)
    people = page.at(last, Mark.RATE_OF) > 0
    if page.language.head_final:  # «100 мың халыққа 45,3»
        behind = last + page.at(last, Mark.RATE_OF)
        celled = page.word(before) in {CELL, END} and page.word(behind) in _CLOSING  # a unit in a table
        ahead = range(behind, min(page.bounds(number.first)[1], behind + NOUN))
        rate = celled or page.any_at(ahead, Mark.RATE_NOUN)  # «100 000 адамға өлім деңгейі»
        return round_number and people and (page.counts(behind) or rate)
    if not page.at(before, Mark.RATE_ON):
        return False
    round_number = round_number or (value == 1 and page.at(before - 1, Mark.RATE_UNIT) > 0)
    named = page.any_at(page.before(before, NOUN), Mark.RATE_NOUN)
    if (named or (page.counts(before - 1) and round_number)) and people and (round_number or value == 1):
        return True  # «коэффициент прироста на 1000 человек», «книгообеспеченность на 1 читателя»
    if value == 1 and not number.has_decimals:  # «нагрузка на одного судью», «на 1 вызов – 900 рублей»
        more = page.tokens[number.first].is_digits and page.any_at((last, last + 1), Mark.RISE, Mark.FALL)
        return page.is_word(last) and not more and not moves_near(page, number.first, 6, 0)
    if round_number and page.language.known(page.word(before - 1)) in page.language.people:
        return True  # «человек на 10000»
    return round_number and people and not moves_near(page, number.first, 6, 6)


def _is_adjective(page: Page, index: int) -> bool:
    """«300 орындық мектеп», «бес күндік»; but «біреуі 300 орындық» states how many it holds."""
    if page.at(index + 1, Mark.AMOUNTING):
        return False  # «2683 орынды құрайтын»
    capacity = page.at(index, Mark.CAPACITY) > 0
    if page.at(index, Mark.SIZED) or (capacity and page.at(index + 1, Mark.MEANT_FOR)):
        return True
    if not page.at(index, Mark.MEASURE) or not page.language.is_sized(page.word(index)):
        return False
    held = capacity and not page.word(index + 1)[:1].isalnum()
    return page.has(index, Mark.PERIOD, Mark.HOUR) or not (held or page.at(index + 1, Mark.PLAN_NOUN))


def _is_capacity(page: Page, number: Number) -> bool:
    """«школа на 600 мест», "a school for 600 pupils"; but «117 школ на 10 тыс. мест» is a total."""
    first, last = number.first, number.last
    if not page.at(last, Mark.CAPACITY) or not page.till(first - 1, Mark.BY_CAPACITY):
        return False
    more = page.has(last + 1, Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN)  # «на 127 человек больше»
    if more or page.at(first - 2, Mark.MEANT_FOR):  # «33 учреждения, рассчитанных на 5840 мест»
        return False
    back = page.before(first, CAPACITY)[1:]
    for index in back:
        if page.word(index) in {",", ";", ":"}:
            break
        exceeds = page.modifier_at(index, Slot.BEFORE) == (1, Bound.MORE_THAN) and page.is_word(index + 1)
        if page.counts(index) or page.has(index, Mark.RISE, Mark.FALL, Mark.PLAN) or exceeds:
            return False
    return not page.language.articles or page.any_at(back, Mark.ARTICLE)
