"""Numbers that only describe what is counted: ages, what a rate is reckoned on, durations, capacities."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page, moves_near
from edureport.prose.text.tokens import END

AGES = 100
ROUND = 5
MANY_HOURS = 1000  # are an amount, no duration
NOUN = 4  # words before a rate that may name it
FAR = 40  # words from the word for age to the last of its groups, or back from one to the people
CAPACITY = 7  # words from what has a capacity to the number
_ENDS = frozenset([",", ";", ".", ")", ":", "", END])


def is_basis(page: Page, number: Number) -> bool:
    """Whether a number is an age, or what a rate is reckoned on, and so counts nothing itself."""
    if number.percent or number.value is None:
        return False
    return is_age(page, number) or _is_reckoned_on(page, number, number.value)


def is_size(page: Page, number: Number) -> bool:
    """Whether a number is a duration in hours, a capacity or a technical size."""
    last = number.last
    if number.percent or number.value is None:
        return False
    if hour := page.at(last, Mark.HOUR):
        if page.at(last + 1, Mark.PER) or page.word(last - 1) in page.language.multipliers:
            return False  # "open 58 hours per week", "0.7 million hours"
        # "1,040 hours of patrols", "2000 hours"; but «2025 сағат 10-да»
        return number.value < MANY_HOURS or (number.year and page.counts(last + hour))
    if page.at(last, Mark.ATTRIBUTE_UNIT):
        return True
    if page.language.head_final:
        return _is_adjective(page, last) and not number.form.possessed
    return _is_capacity(page, number)


def is_age(page: Page, number: Number) -> bool:
    """Whether a number is an age, or a range of ages."""
    before, last, language = number.first - 1, number.last, page.language
    if (number.upper or number.value or 0) > AGES:
        return False
    if page.has(last, Mark.AGE, Mark.AGE_AFTER):
        young = language.head_final and not number.form and page.word(last) in language.nouns
        return not (young and language.known(page.word(last + 1)) in language.persons)  # «53 жас маман»
    if number.has_decimals:
        return False
    limit = page.modifier_till(before, Slot.BEFORE)
    if page.till(before, Mark.AGED) or (limit and page.till(before - limit[0], Mark.AGED)):
        return True
    if _is_limit_of_age(page, number):
        return True
    if not page.at(last, Mark.YEARS):
        return _is_age_group(page, number)
    back = page.before(number.first, 5)
    return not page.any_at(back[:2], Mark.FOR_TIME) and page.any_at(back, Mark.AGE_BEFORE)


def _is_limit_of_age(page: Page, number: Number) -> bool:
    """A round number behind people who are counted: "of 350 teachers 120 are under 30 and 48 over 65".

    But "over 65 schools", "under 30 pupils were ill" and "cases fell under 30" are counts.
    """
    first, last, language = number.first, number.last, page.language
    size = page.till(first - 1, Mark.AGE_LIMIT)
    if not size or not number.plain or number.percent or number.value is None or number.value % ROUND:
        return False
    years = page.modifier_till(first - 1, Slot.BEFORE) == (1, Bound.LESS_THAN) and page.at(
        last, Mark.AGE_YEARS
    )
    if page.is_word(last) and not years and not page.has(last, Mark.CONJ, Mark.NOT_NOUN):
        return False  # nor is "120 teachers over 30 years" one: so long it took
    if page.at(last, Mark.OUT_OF) or not (page.is_word(last) or page.word(last) in _ENDS):
        return False
    count = first - size - 1
    count -= page.till(count, Mark.OF_THEM)
    people = language.people | language.persons
    named = language.lemma(page.word(count)) in people
    count -= named
    if not page.counts(count) or page.till(count - 1, Mark.PREP_YEAR):
        return False
    return named or _all_are_people(page, count)


def _all_are_people(page: Page, index: int) -> bool:
    """Whether numbers before a token count people in its sentence, and nothing else."""
    people = page.language.people | page.language.persons
    nouns = [at + 1 for at in page.before(index, FAR) if page.counts(at) and page.is_word(at + 1)]
    nouns = [at for at in nouns if not page.has(at, Mark.CONJ, Mark.NOT_NOUN, Mark.AGE_LIMIT)]
    return bool(nouns) and all(page.language.lemma(page.word(at)) in people for at in nouns)


def _is_age_group(page: Page, number: Number) -> bool:
    """Ages without a word for year: «в возрасте от 0 до 15 – 140, от 16 до 60 (женщины до 55) лет – 360»."""
    bounded = number.upper is not None or page.at(number.first - 1, Mark.TO)
    if page.language.head_final or not bounded or page.word(number.last) not in {"–", ",", "(", ")", ":"}:
        return False
    return page.any_at(page.before(number.first, FAR), Mark.AGED_GROUP)


def _is_reckoned_on(page: Page, number: Number, value: Decimal) -> bool:
    """What a rate is reckoned on: "per 1,000 people", «на 100 тысяч населения», «1000 адамға шаққанда»."""
    before, last = number.first - 1, number.last
    amount = (
        before - 1 if page.at(before, Mark.CURRENCY) and not page.is_word(before) else before
    )  # "per $100"
    if page.till(amount, Mark.PER) or page.any_at(range(last, last + 4), Mark.RATE):
        return True
    round_number = value >= 100 and value.normalize().as_tuple().digits == (1,)
    people = page.at(last, Mark.RATE_OF) > 0
    if page.language.head_final:  # «100 мың халыққа 45,3»
        return round_number and people and page.counts(last + 1)
    if not page.at(before, Mark.RATE_ON):
        return False
    round_number = round_number or (value == 1 and page.at(before - 1, Mark.RATE_UNIT) > 0)
    named = page.any_at(page.before(before, NOUN), Mark.RATE_NOUN)
    if named and people and (round_number or value == 1):
        return True  # «коэффициент прироста на 1000 человек», «книгообеспеченность на 1 читателя»
    if value == 1 and not page.tokens[number.first].is_digits:  # «нагрузка на одного судью»
        return page.is_word(last) and not moves_near(page, number.first, 6, 0)
    if round_number and page.language.known(page.word(before - 1)) in page.language.people:
        return True  # «человек на 10000»
    return round_number and people and not moves_near(page, number.first, 6, 6)


def _is_adjective(page: Page, index: int) -> bool:
    """«300 орындық мектеп», «бес күндік»; but «біреуі 300 орындық» states how many it holds."""
    if page.at(index + 1, Mark.AMOUNTING):
        return False  # «2683 орынды құрайтын»
    if page.at(index, Mark.SIZED) or (page.at(index, Mark.CAPACITY) and page.at(index + 1, Mark.MEANT_FOR)):
        return True
    if not page.at(index, Mark.MEASURE) or not page.language.is_sized(page.word(index)):
        return False
    if page.has(index, Mark.PERIOD, Mark.HOUR):
        return True
    ends = not page.word(index + 1)[:1].isalnum()
    return not page.at(index + 1, Mark.PLAN_NOUN) and not (ends and page.at(index, Mark.CAPACITY))


def _is_capacity(page: Page, number: Number) -> bool:
    """«школа на 600 мест», "a school for 600 pupils"; but «117 школ на 10 тыс. мест» is a total."""
    first, last = number.first, number.last
    if not page.at(last, Mark.CAPACITY) or not page.till(first - 1, Mark.BY_CAPACITY):
        return False
    if page.has(last + 1, Mark.RISE, Mark.FALL, Mark.THAN_UP, Mark.THAN_DOWN):
        return False  # «на 127 человек больше»
    if page.at(first - 2, Mark.MEANT_FOR):
        return False  # «33 учреждения, рассчитанных на 5840 мест»
    back = page.before(first, CAPACITY)[1:]
    for index in back:
        if page.word(index) in {",", ";", ":"}:
            break
        exceeds = page.modifier_at(index, Slot.BEFORE) == (1, Bound.MORE_THAN) and page.is_word(index + 1)
        if page.counts(index) or page.has(index, Mark.RISE, Mark.FALL, Mark.PLAN) or exceeds:
            return False
    return not page.language.articles or page.any_at(back, Mark.ARTICLE)
