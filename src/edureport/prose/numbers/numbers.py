"""Numbers of a page: numerals with their suffixes and percent signs, and ranges of two of them."""

from decimal import Decimal

from edureport.model.quantity import Bound
from edureport.prose.grammar.language import BARE, Ending, Form
from edureport.prose.grammar.marks import Mark, Modifier, Slot
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.numerals import numeral_at
from edureport.prose.page import Page, change_behind
from edureport.prose.text.tokens import END

SIGNS = frozenset("+-\u2212")
MINUS = frozenset("-\u2212")
DASHED = frozenset(["–", ":"])
SIGNED_AFTER = frozenset({Mark.CONJ, Mark.TO, Mark.BY, Mark.FROM, Mark.DONE, Mark.NEGATIVE, Mark.RISE,
                          Mark.FALL, Mark.EXISTS})  # fmt: skip
AMOUNTS = {"k": 3, "m": 6, "mn": 6, "b": 9, "bn": 9}  # letters behind an amount of money
SPACED_AMOUNTS = frozenset(["m", "mn", "bn"])  # "USD 3.9 m"
AMOUNTS |= {"к": 3, "м": 6, "в": 9, "вн": 9}  # as the tokens of a Cyrillic text have them
DASHES = frozenset("-–")
LIST = 100  # things that are counted one by one
BACK = 30  # tokens that are looked through
LARGE = 1000  # a number that needs no multiplier
FALL = 10  # times that a number may fall and still share its multiplier
YEARS = range(1900, 2101)
DAYS = 31
FROM = Form(Ending.ABLATIVE)
UP_TO = Modifier(Slot.AFTER_DATIVE, Bound.AT_MOST)


def numbers(page: Page) -> list[Number]:
    """The numbers in order, ranges as one."""
    read: list[Number] = []
    index = 0
    while index < len(page.tokens):
        numeral = None if _raises(page, index) else numeral_at(page, index)
        if numeral is None:
            if read and _is_one(page, index, read[-1]):
                read.append(Number(index, index + 1, Decimal(1), shape=Shape.ARTICLE))
            index += 1
            continue
        if numeral.shape is Shape.BARE and _multiply_before_bracket(page, read, numeral):
            index = numeral.last
            continue
        number = _number(page, numeral)
        merged = _range(page, read[-1], number) if read else None
        if merged:
            read[-1] = merged
        else:
            read.append(number)
        index = number.last
    return _sharing(page, read)


def _raises(page: Page, index: int) -> bool:
    """Whether a digit makes a square or a cube of the metre before it: «1,9 млн. м 3»."""
    if (
        page.word(index) not in {"2", "3"}
        or page.word(index - 1) not in {"м", "m"}
        or page.at(index + 1, Mark.GLUED)
    ):
        return False
    before = index - 2 - (page.word(index - 2) == ".")
    return before >= 0 and (page.tokens[before].is_digits or page.word(before) in page.language.multipliers)


def _multiply_before_bracket(page: Page, read: list[Number], numeral: Number) -> bool:
    """Take «мың» in «44,9 (48,4) мың адам» to both numbers before it; whether it stands so."""
    if not read or page.word(numeral.first - 1) != ")" or read[-1].last != numeral.first - 1:
        return False
    power = _power(page, numeral._replace(first=numeral.first - 1))
    opening = next((at for at in range(read[-1].first - 1, 0, -1) if page.word(at) == "("), 0)
    before = next(
        (place for place in (-2, -3, -4) if -place <= len(read) and read[place].last == opening), -1
    )
    for place in sorted({-1, before}):
        low, value = read[place], read[place].value or Decimal(0)
        if not low.plain:
            continue
        if value < LARGE:
            step = (low.step or Decimal(1)).scaleb(power)
            read[place] = low._replace(value=value.scaleb(power), plain=False, year=False, step=step)
    return power > 0


def _is_one(page: Page, index: int, before: Number) -> bool:
    """English "eight libraries, five clubs and a museum": the last of a list that is counted."""
    if not page.at(index, Mark.ARTICLE) or not page.at(index - 1, Mark.JOIN) or before.value is None:
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
    return page.word(index)[:1].isalpha() and not page.at(index, Mark.CONJ) and not page.at(index, Mark.DONE)


def _number(page: Page, numeral: Number) -> Number:
    """A numeral with its sign, its percent sign and its suffix."""
    first, last, value = numeral.first, numeral.last, numeral.value
    signed = _signed(page, first)
    if signed and value is not None:
        value = value if page.word(first - 1) == "+" else -value
        first -= page.glued(first)
    problem = value is None and not numeral.shape
    number = numeral._replace(first=first, value=value, signed=signed, problem=problem)
    if value is not None and (power := _letter(page, first, last)):
        step = (number.step or Decimal(1)).scaleb(power)
        return number._replace(last=last + 1, value=value.scaleb(power), plain=False, step=step)
    plain_year = numeral.plain and last == numeral.first + 1 and value is not None and value in YEARS
    number = number._replace(year=bool(plain_year and not signed))
    if numeral.shape is Shape.FRACTION:
        form = Form(page.language.case(page.word(last - 1)))
        return number._replace(percent=True, shape=Shape.FRACTION, form=form)
    if numeral.shape is Shape.INDEFINITE and (value := _one_of_them(page, numeral)):
        return number._replace(value=value, shape=Shape.BARE)
    if points := page.at(last, Mark.POINTS):
        return number._replace(
            last=last + points,
            percent=True,
            points=True,
            form=Form(page.language.case(page.word(last + points - 1))),
        )
    if page.word(last) == "%":
        return _suffixed(page, number._replace(last=last + 1, percent=True))
    if percent := page.at(last, Mark.PERCENT):
        form = page.language.percent_form(page.word(last + percent - 1))
        return number._replace(last=last + percent, percent=True, form=form)
    return number if numeral.form else _suffixed(page, number)


def _letter(page: Page, first: int, last: int) -> int:
    """The power of ten of a letter behind a number: "$5m", "1.2m tonnes"; but "a 50m pool" is measured."""
    spaced = not page.glued(last)
    power = 0 if spaced and page.word(last) not in SPACED_AMOUNTS else AMOUNTS.get(page.word(last), 0)
    if not power or page.till(first - 1, Mark.CURRENCY):
        return power if page.tokens[last - 1].is_digits else 0
    if spaced:
        return 0
    following = page.word(last + 1)
    counted = page.language.is_plural(following) or page.language.known(following) is not None
    return power if page.language.glued_amounts and counted and not page.at(first - 1, Mark.ARTICLE) else 0


def _one_of_them(page: Page, numeral: Number) -> Decimal | None:
    """The value in «более тысячи» and «около сотни»: a genitive after a modifier, and no plural."""
    value = page.language.bare_genitives.get(page.word(numeral.first))
    return Decimal(value) if value and page.modifier_till(numeral.first - 1, Slot.BEFORE) else None


def _signed(page: Page, first: int) -> bool:
    """Whether before a number stands a plus or a minus and not a dash or a hyphen."""
    sign = page.word(first - 1) if first else ""
    if page.at(first - 1, Mark.MINUS):
        return True
    if sign not in SIGNS:
        return False
    if not page.glued(first):  # «– - 418 250,5»: behind a dash a second one is a minus
        return sign in MINUS and (page.word(first - 2) in DASHED or page.word(first - 2) == END)
    if first == 1 or page.word(first - 2) in "(…~≈":
        return True
    return not page.glued(first - 1) and not (sign == "-" and _names_before(page, first - 2))


def _names_before(page: Page, index: int) -> bool:
    """Whether the word before " -412" is the name of what is counted, so that the sign is a dash."""
    if not page.language.names_before_dash or not page.is_word(index):
        return False
    tags = page.begins[index].keys() | page.ends[index].keys()
    return tags.isdisjoint(SIGNED_AFTER)


def _suffixed(page: Page, number: Number) -> Number:
    """With the suffix behind the hyphen, «300-ден»; or with the note that another word hangs there."""
    last = number.last
    if page.glued(last) and page.tokens[last].is_word and not page.at(last, Mark.GLUED):
        form = page.language.suffixes.get(page.word(last), BARE)
        return (
            number._replace(last=last + 1, form=form, year=False)
            if len(page.word(last)) > 1 and form
            else number
        )
    if (
        page.word(last) != "-"
        or not page.glued(last)
        or page.at(last, Mark.TIMES)
        or page.at(last, Modifier(Slot.AFTER, Bound.ABOUT))
    ):
        return number
    if (
        not page.glued(last + 1)
        and page.word(last + 1)[:1].isalpha()
        and _listed_with_dash(page, number.first)
    ):
        return number  # «4 – пешпен, 2- сұйық отынмен»
    if not page.glued(last + 1):
        # «2205- ауылда»: a hyphen that has lost its suffix, unless one follows: «5- и 6-й»
        loose = page.at(last + 1, Mark.CONJ) or page.word(last + 1) in {",", ""}
        return number._replace(problem=number.problem or not loose)
    spoken = not page.tokens[number.first].is_digits and page.word(last + 1) in page.language.cardinals
    if not page.tokens[last + 1].is_word or spoken:
        return number  # «екі-үш»
    form = page.language.suffixes.get(page.word(last + 1), BARE)
    if not form:
        return number._replace(hyphen=True)
    if form.ending is Ending.ORDINAL and not number.year and _cardinal(page, number, last + 1):
        form = BARE
    genitive = form == Form(Ending.GENITIVE)
    multiplier = page.language.multipliers.get(page.word(last + 2)) if genitive else None
    if multiplier and number.value is not None:
        value, step = number.value.scaleb(multiplier.power), Decimal(1).scaleb(multiplier.power)
        return number._replace(last=last + 3, value=value, plain=False, year=False, step=step)
    return number._replace(last=last + 2, form=form, year=False)


def _listed_with_dash(page: Page, first: int) -> bool:
    """Whether a number before this one, in its sentence, has a dash behind it."""
    low, _ = page.bounds(first)
    before = range(max(low, first - BACK) + 1, first)
    return any(page.tokens[at - 1].is_digits and page.word(at) == "–" for at in before)


def _cardinal(page: Page, number: Number, suffix: int) -> bool:
    """Russian «2-х школ» is the genitive of two, «11-х классов» is an ordinal."""
    if number.value is None or page.at(suffix + 1, Mark.GRADE):
        return False
    whole = int(number.value)  # Python's context divides numbers of 28 digits at most
    return whole == number.value and page.language.is_cardinal_suffix(page.word(suffix), whole)


def _range(page: Page, low: Number, high: Number) -> Number | None:
    """Both as one number, if they are the ends of a range."""
    if not _matching(low, high):
        return None
    between = range(low.last, high.first)
    words = [page.word(index) for index in between]
    ahead = page.near(high.last - 1, Mark.REACH, 0, 4) or _moves(page, high) or _aside(page, low)
    if (
        page.language.head_final
        and len(words) < 2
        and (low.form == FROM or (words and page.language.case(page.word(low.last)) is Ending.ABLATIVE))
    ):
        ends = [index for index in range(high.last, high.last + 3) if page.at(index, UP_TO)]
        dative = high.form == Form(Ending.DATIVE) or (
            ends and page.language.case(page.word(ends[0] - 1)) is Ending.DATIVE
        )
        return None if ahead or not ends or not dative else _joined(page, low, high)
    if len(words) != 1:
        return None
    if words[0] in DASHES or words[0] == "…":
        return _joined(page, low, high) if _dashed(page, low, high) else None
    if page.at(low.last, Mark.OR) and low.plain and high.plain and (high.value or 0) - (low.value or 0) == 1:
        return _joined(page, low, high)  # "classes with 31 or 32 pupils"
    if page.at(low.last, Mark.TO):
        if low.year and not high.year:
            return None  # "from 7.3 million in 2014 to 7.6 million"
        if page.at(low.first - 1, Mark.FROM):
            aged = any(page.at(high.last, tag) for tag in (Mark.YEARS, Mark.AGE_AFTER, Mark.HOUR))
            moved = (_moves(page, low) or _moves(page, high) or _told_before(page, low)) and not aged
            return None if moved or _falls(page, low, high) else _joined(page, low, high)
        bare = page.language.bare_to and not _moves(page, low)
        return _joined(page, low, high) if bare or low.signed else None
    if page.at(low.first - 1, Mark.BETWEEN) or (
        page.at(low.last, Mark.JOIN) and page.at(high.last, Mark.BETWEEN)
    ):
        return _joined(page, low, high)
    return None


def _dashed(page: Page, low: Number, high: Number) -> bool:
    """Whether the dash between them has the same space on both sides, and neither is signed alone."""
    if low.year and not high.year and (not high.plain or not page.glued(low.last)):
        return False  # «2021 – 95 детей»
    if high.year and not low.year and (not low.plain or page.at(high.last, Mark.YEAR)):
        return False  # «263 мың – 2020 ж.»
    if page.language.month_first and not page.glued(low.last) and page.till(low.first - 1, Mark.MONTH):
        return high.plain and (high.value or 0) <= DAYS  # "as of April 1 – 6,987 heads"
    alike = page.tokens[low.first].is_digits is page.tokens[high.last - 1].is_digits
    if not (alike or page.glued(low.last) or _power(page, high)):
        return False  # «а один — 300»
    if page.glued(low.last) is not page.glued(high.first) or (low.form and low.form != high.form):
        return False
    return high.signed is low.signed and (page.word(low.last) != "-" or page.glued(low.last))


def _matching(low: Number, high: Number) -> bool:
    """Whether both can be ends of one range by what they are themselves."""
    if low.value is None or high.value is None or low.upper is not None or low.shape or high.shape:
        return False
    return not low.hyphen and high.points is low.points and (high.percent or not low.percent)


def _moves(page: Page, number: Number) -> bool:
    """Whether something rises or falls near a number, so that from and to are before and after."""
    back = 0 if page.language.head_final else 9
    if any(
        page.near(index, tag, back, 5) is not None
        for tag in (Mark.RISE, Mark.FALL)
        for index in (number.first, number.last - 1)
    ):
        return True
    return change_behind(page, number.last) is not None


def _told_before(page: Page, low: Number) -> bool:
    """Whether something has moved earlier in the sentence: "rose by 0.6 % – 27,300 head – from … to …"."""
    start, _ = page.bounds(low.first)
    before = range(max(start, low.first - BACK), low.first)
    return any(
        page.at(at, tag) for at in before for tag in (Mark.RISE, Mark.FALL, Mark.GROWTH_NOUN, Mark.FALL_NOUN)
    ) or (any(page.at(at, Mark.BY) and page.tokens[at + 1].is_digits for at in before))


def _falls(page: Page, low: Number, high: Number) -> bool:
    """Whether the first number is the greater, with the multiplier of the second: «с 42,2 до 25,0 тысяч»."""
    power = _power(page, high)
    if not power or not low.plain or low.value is None or high.value is None or low.value >= LARGE:
        return False
    return high.value <= low.value.scaleb(power) < high.value * FALL


def _aside(page: Page, low: Number) -> bool:
    """Whether a bracket tells from where to where something moved that was named before it."""
    if page.word(low.first - 1) != "(":
        return False
    start = page.first[max(page.sentence[low.first] - 1, 0)]
    before = range(max(start, low.first - BACK), low.first)
    return any(page.at(index, tag) for index in before for tag in (Mark.RISE, Mark.FALL))


def _joined(page: Page, low: Number, high: Number) -> Number | None:
    """The range; the multiplier of its end holds for its beginning too: «10–15 мың»."""
    if low.value is None or high.value is None:
        return None
    value, step = _scaled(page, low, high)
    if value >= high.value and not (low.year or high.year):
        return None
    return high._replace(
        first=low.first,
        value=value,
        upper=high.value,
        step=step,
        year=low.year and (high.year or high.plain),
        plain=low.plain and high.plain,
        problem=value >= high.value,
    )


def _scaled(page: Page, low: Number, high: Number) -> tuple[Decimal, Decimal | None]:
    """The value and the step of the beginning, with the multiplier of the end if it has none of its own."""
    value, top = low.value or Decimal(0), high.value or Decimal(0)
    power = _power(page, high)
    if not power or not low.plain or high.plain or value.scaleb(power) >= top:
        return value, low.step
    return value.scaleb(power), (low.step or Decimal(1)).scaleb(power)


def _sharing(page: Page, read: list[Number]) -> list[Number]:
    """With the multiplier or percent sign of the number behind: «с 5,9 до 7,1 %», «9,4, 11,85 и 17,2 млн»."""
    power = 0
    for index in range(len(read) - 2, -1, -1):
        low, high = read[index], read[index + 1]
        power = _power(page, high) or (power if high.plain else 0)
        joined = page.at(low.last, Mark.TO) > 0 and page.till(low.first - 1, Mark.FROM) > 0
        if not _follows(page, low, high, joined=joined):
            power = 0
        elif high.percent:
            read[index] = low._replace(percent=joined and low.plain)
        elif low.value is not None and high.value is not None and low.plain:
            scaled = low.value.scaleb(power)
            if power and (low.value < LARGE or joined) and scaled < high.value * FALL:
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
    return high.first - low.last == 1 and (joined or listed)


def _power(page: Page, number: Number) -> int:
    """The power of ten of the multiplier that a number ends in."""
    for index in range(number.last - 1, number.first, -1):
        if multiplier := page.language.multipliers.get(page.word(index)):
            return multiplier.power
    return 0
