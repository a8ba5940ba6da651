"""Numbers of a page: numerals with their suffixes and percent signs, and ranges of two of them."""

from decimal import Decimal

from edureport.prose.bounds import case_of
from edureport.prose.numerals import Numeral, numeral_at
from edureport.prose.page import Number, Page

SIGNS = frozenset("+-\u2212")
CURRENCY = frozenset("$€£₸₽")
DASHES = frozenset("-–")
YEARS = range(1900, 2101)


def numbers(page: Page) -> list[Number]:
    """The numbers in order, ranges as one."""
    found: list[Number] = []
    place = 0
    while place < len(page.tokens):
        numeral = numeral_at(page.tokens, place, page.lexicon, page.begins)
        if numeral is None:
            place += 1
            continue
        number = _number(page, numeral)
        merged = _range(page, found[-1], number) if found else None
        if merged:
            found[-1] = merged
        else:
            found.append(number)
        place = number.last
    return found


def _number(page: Page, numeral: Numeral) -> Number:
    """A numeral with its sign, its percent sign and its suffix."""
    first, last, value = numeral.first, numeral.last, numeral.value
    signed = _signed(page, first)
    if signed and value is not None:
        first -= 1
        value = value if page.word(first) == "+" else -value
    number = Number(first, last, value, numeral.form, numeral.plain, numeral.special, signed=signed)
    if value is None and not numeral.special:
        number = number._replace(problem=True)
    if page.word(first - 1) in CURRENCY and page.glued(last) and page.word(last) in {"m", "k", "b"}:
        number = number._replace(problem=True)  # $5m: a multiplier, or metres without a sign
    plain_year = numeral.plain and last == numeral.first + 1 and value is not None and value in YEARS
    number = number._replace(year=bool(plain_year and not signed))
    if numeral.special == "fraction":
        return number._replace(percent=True, special="fraction")
    if numeral.special == "indefinite" and _one_thousand(page, numeral):
        return number._replace(value=Decimal(1000), special="bare")
    if points := page.at(last, "points"):
        return number._replace(
            last=last + points, percent=True, points=True, form=case_of(page, last + points - 1)
        )
    if page.word(last) == "%":
        return _suffixed(page, number._replace(last=last + 1, percent=True))
    if percent := page.at(last, "percent"):
        return number._replace(last=last + percent, percent=True, form=_ending(page, last + percent - 1))
    return number if numeral.form else _suffixed(page, number)


def _one_thousand(page: Page, numeral: Numeral) -> bool:
    """«более тысячи»: a genitive after a qualifier, and no plural."""
    place = numeral.first - 1
    return page.word(numeral.first) == "тысячи" and page.bound(place, "before.", ends=True)[0] > 0


def _signed(page: Page, first: int) -> bool:
    """Whether the sign before a number is a plus or a minus and not a dash or a hyphen."""
    if not first or page.word(first - 1) not in SIGNS or not page.glued(first):
        return False
    return first == 1 or not page.glued(first - 1) or page.word(first - 2) in "(…~≈"


def _ending(page: Page, place: int) -> str:
    """The case of the word «пайыз» from its suffix."""
    word = page.word(place)
    for size in (5, 6, 7):  # пайыз, процент, проценті
        if form := page.lexicon.suffixes.get(word[size:]):
            return form
    return ""


def _suffixed(page: Page, number: Number) -> Number:
    """With the suffix behind the hyphen, «300-ден»; or with the note that another word hangs there."""
    last = number.last
    if page.glued(last) and page.tokens[last].is_word and not page.at(last, "glued"):
        form = page.lexicon.suffixes.get(page.word(last), "")
        return (
            number._replace(last=last + 1, form=form, year=False)
            if len(page.word(last)) > 1 and form
            else number
        )
    if page.word(last) != "-" or not page.glued(last):
        return number
    if not page.glued(last + 1):
        # «2205- ауылда»: a hyphen that has lost its suffix, unless one follows: «5- и 6-й»
        loose = page.at(last + 1, "conj") or page.word(last + 1) in {",", ""}
        return number._replace(problem=number.problem or not loose)
    if not page.tokens[last + 1].is_word:
        return number
    form = page.lexicon.suffixes.get(page.word(last + 1), "")
    if not form:
        return number._replace(hyphen=True)
    if form == "ordinal":
        form = "" if _cardinal(page, number, last + 1) else "ordinal"
    multiplier = page.lexicon.multipliers.get(page.word(last + 2)) if form == "gen" else None
    if multiplier and number.value is not None:
        return number._replace(
            last=last + 3, value=number.value.scaleb(multiplier.power), plain=False, year=False
        )
    return number._replace(last=last + 2, form=form, year=False)


def _cardinal(page: Page, number: Number, suffix: int) -> bool:
    """Russian «2-х школ» is the genitive of two, «11-х классов» is an ordinal."""
    if page.word(suffix) not in {"х", "м", "ми"} or number.value is None or page.at(suffix + 1, "grade"):
        return False
    whole = int(number.value)  # Python's context divides numbers of 28 digits at most
    return whole == number.value and whole % 10 in (2, 3, 4) and whole % 100 not in (12, 13, 14)


def _range(page: Page, low: Number, high: Number) -> Number | None:
    """Both as one number, if they are the ends of a range."""
    if not _matching(low, high):
        return None
    whole = page.lexicon
    between = range(low.last, high.first)
    words = [page.word(place) for place in between]
    ahead = page.near(high.last - 1, "reach", 0, 4) or _moves(page, high)
    if (
        whole.qualifiers_follow
        and len(words) < 2
        and (low.form == "abl" or (words and case_of(page, low.last) == "abl"))
    ):
        ends = [place for place in range(high.last, high.last + 3) if page.at(place, "dat.at_most")]
        dative = high.form == "dat" or (ends and case_of(page, ends[0] - 1) == "dat")
        return None if ahead or not ends or not dative else _joined(page, low, high)
    if len(words) != 1:
        return None
    if words[0] in DASHES or words[0] == "…":
        return _joined(page, low, high) if _dashed(page, low, high) else None
    if page.at(low.last, "to"):
        if page.at(low.first - 1, "from"):
            return None if _moves(page, low) else _joined(page, low, high)
        english = not whole.decimal_comma and not _moves(page, low)
        return _joined(page, low, high) if english or low.signed else None
    if page.at(low.first - 1, "between") or (page.at(low.last, "join") and page.at(high.last, "between")):
        return _joined(page, low, high)
    return None


def _dashed(page: Page, low: Number, high: Number) -> bool:
    """Whether the dash between them has the same space on both sides, and neither is signed alone."""
    if page.glued(low.last) is not page.glued(high.first) or (low.form and low.form != high.form):
        return False
    return high.signed is low.signed and (page.word(low.last) != "-" or page.glued(low.last))


def _matching(low: Number, high: Number) -> bool:
    """Whether both can be ends of one range by what they are themselves."""
    if low.value is None or high.value is None or low.upper is not None or low.special or high.special:
        return False
    return not low.hyphen and high.points is low.points and (high.percent or not low.percent)


def _moves(page: Page, number: Number) -> bool:
    """Whether something rises or falls near a number, so that from and to are before and after."""
    back = 0 if page.lexicon.qualifiers_follow else 9
    return any(
        page.near(place, tag, back, 5) is not None
        for tag in ("rise", "fall")
        for place in (number.first, number.last - 1)
    )


def _joined(page: Page, low: Number, high: Number) -> Number | None:
    """The range; the multiplier of its end holds for its beginning too: «10–15 мың»."""
    if low.value is None or high.value is None:
        return None
    value = low.value
    if low.plain and not high.plain and high.value >= 1000 and value < 1000:
        power = _power(page, high)
        value = value.scaleb(power) if value.scaleb(power) < high.value else value
    if value >= high.value and not (low.year or high.year):
        return None
    return high._replace(
        first=low.first,
        value=value,
        upper=high.value,
        year=low.year and (high.year or high.plain),
        plain=low.plain and high.plain,
        problem=value >= high.value,
    )


def _power(page: Page, number: Number) -> int:
    """The power of ten of the multiplier that a number ends in."""
    for place in range(number.last - 1, number.first, -1):
        if multiplier := page.lexicon.multipliers.get(page.word(place)):
            return multiplier.power
    return 0
