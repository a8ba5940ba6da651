"""Numbers of a page: numerals with their suffixes and percent signs, and ranges of two of them."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.marks import Fraction, Mark, Slot
from edureport.prose.numbers.affixes import with_affixes
from edureport.prose.numbers.compounds import VULGAR
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.numerals import numeral_at
from edureport.prose.numbers.ranges import LARGE, power_of, range_of, sharing
from edureport.prose.page import Page

LIST = 100  # things that are counted one by one
# What a number in words may begin with, beside a number word.
_BEGINNING = frozenset({Mark.ARTICLE, Mark.EVERY, Mark.HALF_OF, Mark.HALF_SHARE, Mark.QUARTER_SHARE,
                        Mark.INDEFINITE, Mark.NONE, Mark.ONE_HALF})  # fmt: skip
NEAR = 8  # tokens
FAR = 20  # in a list with dashes


def numbers(page: Page) -> list[Number]:
    """The numbers in order, ranges as one."""
    read: list[Number] = []
    begin = (at for tag, at in page.where.items() if tag in _BEGINNING or isinstance(tag, Fraction))
    marked = frozenset().union(*begin)
    spoken, index = page.language.number_words, 0
    while index < len(page.tokens):
        token = page.tokens[index]
        word = token.is_word and (index in marked or token.text in spoken)
        asked = word or token.text in VULGAR or (token.is_digits and not _raises(page, index))
        numeral = numeral_at(page, index) if asked else None
        if numeral is None:
            if read and Mark.ARTICLE in page.begins[index] and _is_one(page, index, read[-1]):
                read.append(Number(index, index + 1, Decimal(1), shape=Shape.ARTICLE))
            index += 1
            continue
        if numeral.shape is Shape.BARE and _multiply_before_bracket(page, read, numeral):
            index = numeral.last
            continue
        number = with_affixes(page, numeral)
        if read and _spell_one(page, read[-1], number):  # with what follows it: «45 (сорок пять) процентов»
            whole = number._replace(first=read.pop().first, last=number.last + 1, plain=False)
            number = whole if number.percent else with_affixes(page, whole)
        merged = range_of(page, read[-1], number) if read else None
        if merged:
            read[-1] = merged
        else:
            read.append(number)
        index = number.last
    return sharing(page, read)


def _spell_one(page: Page, number: Number, bracket: Number) -> bool:
    """Whether one of two equal numbers stands in words and the other in digits, the second in brackets."""
    opening = bracket.first - 1
    if page.word(opening) != "(" or number.last != opening or page.word(bracket.last) != ")":
        return False
    worded = page.is_word(number.first) is not page.is_word(bracket.first)
    equal = number.value is not None and number.value == bracket.value
    return worded and equal and bracket.percent is number.percent and not (number.shape or bracket.shape)


def _raises(page: Page, index: int) -> bool:
    """Whether a digit makes a square or a cube of the metre before it: «1,9 млн. м 3»."""
    before = index - 2 - (page.word(index - 2) == ".")
    raises = page.word(index) in {"2", "3"} and page.word(index - 1) in {"м", "m"} and before >= 0
    measured = raises and (page.tokens[before].is_digits or page.multiplier(before) is not None)
    return measured and not page.at(index + 1, Mark.GLUED)


def _multiply_before_bracket(page: Page, read: list[Number], numeral: Number) -> bool:
    """Take «мың» in «44,9 (48,4) мың адам» to both numbers before it; whether it stands so."""
    if not read or page.word(numeral.first - 1) != ")" or read[-1].last != numeral.first - 1:
        return False
    power = power_of(page, numeral._replace(first=numeral.first - 1))
    opening = next((at for at in range(read[-1].first - 1, 0, -1) if page.word(at) == "("), 0)
    least = max(-4, -len(read))
    before = next((place for place in range(-2, least - 1, -1) if read[place].last == opening), -1)
    for place in sorted({-1, before}):
        low, value = read[place], read[place].value or Decimal(0)
        if low.plain and value < LARGE:
            step = (low.step or Decimal(1)).scaleb(power)
            read[place] = low._replace(value=value.scaleb(power), plain=False, year=False, step=step)
    return power > 0


def _is_one(page: Page, index: int, before: Number) -> bool:
    """Whether an article counts the last of a list: "eight libraries, five clubs and a museum"."""
    if not page.at(index - 1, Mark.JOIN) or before.value is None:
        return False
    if before.year or before.percent or before.shape or before.value >= LIST:
        return False
    between = range(before.last, index - 1)
    if not 0 < len(between) < 4 or not all(_names(page, word) for word in between):
        return False
    end = index + 1
    while _names(page, end) and end - index < 4:
        end += 1
    return end > index + 1 and not page.word(end)[:1].isalnum() and page.word(end) not in {"-", "–"}


def _names(page: Page, index: int) -> bool:
    """Whether a word can belong to the name of what is counted."""
    return page.names(index) and not page.at(index, Mark.DONE)


def counts_one(page: Page, number: Number) -> bool:
    """Whether a number is one that counts something; of «бір», «один» and "one" few do.

    It counts in a list with other numbers: «төрт мектеп, екі балабақша және бір лагерь»; alone it
    mostly means "a certain", "the same" or "one of".
    """
    if number.value != 1 or number.last != number.first + 1 or page.tokens[number.first].is_digits:
        return True
    if number.form or number.shape or number.percent or number.hyphen:
        return True
    if page.at(number.last, Mark.ONE_NOT) or page.word(number.last) in {",", ".", ""}:
        return False
    limit = page.modifier_till(number.first - 1, Slot.BEFORE) if page.language.articles else None
    if limit is not None and limit[1] is Bound.EXACT and not page.at(number.last, Mark.INFINITIVE):
        return True  # "only one candidate", but "at least one dose"
    if page.till(number.first - 1, Mark.OPENER_STRONG) and page.is_word(number.last):
        return True  # "11 cases, including one death"
    each = page.at(number.first - 1, Mark.EACH_BEFORE) and page.word(number.last) == "–"
    if each or _counts_a_person(page, number):  # «7 – из Сосновки, по одному – из Нуры и Косколя»
        return True
    far = FAR if page.word(number.last) == "–" else NEAR  # «5 – в аварии, трое – в огне, один – на воде»
    return _listed(page, number.first, -1, far) or _listed(page, number.last - 1, 1)


def _counts_a_person(page: Page, number: Number) -> bool:
    """Whether "one more" or what befell one counts a person or a case: «тағы бір адам», «погиб один житель».

    "One person said" and «бір адам айтты» may be anybody.
    """
    first, last, language = number.first, number.last, page.language
    person = language.known(page.word(last)) in language.people | language.persons
    if page.at(last, Mark.BEFELL):
        return True  # «пострадали двое (один погиб)»
    if not person and not page.at(last, Mark.CASE):
        return False
    more = person and page.till(first - 1, Mark.ANOTHER) > 0
    return more or page.till(first - 1, Mark.BEFELL) > 0 or page.at(last + 1, Mark.BEFELL) > 0


def _listed(page: Page, index: int, step: int, most: int = NEAR) -> bool:
    """Whether another number stands beyond a comma or a conjunction, not too far."""
    low, high = page.bounds(index)
    joined = False
    for other in range(index + step, index + step * most, step):
        if not low <= other < high or page.word(other) in {";", ".", ":"}:
            return False
        if page.word(other) == "," or page.at(other, Mark.JOIN):
            joined = True
        elif page.tokens[other].is_digits or page.word(other) in page.language.cardinals:
            return joined
    return False
