"""Numerals: digits, number words and their mixtures, as tokens; what they count is not asked here."""

from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.language import BARE, HUNDRED_RANK, Ending, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.digits import Digits, digits_at
from edureport.prose.numbers.fractions import Ratio, fraction_at, ratio_at
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

HALF = Decimal("0.5")
VULGAR = {"½": HALF, "¼": HALF / 2, "¾": 3 * HALF / 2}
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
TENS_RANK = 2
TEN = 10
INDIAN = frozenset({5, 7})
FACTORS = 20  # "nineteen hundred"


class _Piece(NamedTuple):
    """Digits or words below a thousand; `step` is one of their last place, None of words."""

    last: int
    value: Decimal
    form: Form = BARE
    size: int | None = None  # digits before the decimals
    step: Decimal | None = None


def numeral_at(page: Page, index: int) -> Number | None:
    """The numeral that begins at a token, the longest."""
    token = page.tokens[index]
    if not (token.is_digits or token.is_word) or _is_quarter(page, index):
        return _vulgar(page, index) if token.text in VULGAR else None
    if token.is_digits and (ratio := ratio_at(page, index)):
        return Number(index, index + ratio.size, ratio.percentage, shape=Shape.FRACTION, step=ratio.step)
    if token.is_digits:
        digits = digits_at(page, index)
        if digits.value is None or digits.shape:
            return Number(index, digits.last, digits.value, shape=digits.shape)
    elif fraction := fraction_at(page, index):
        return _fraction(page, index, fraction)
    elif fold := _fold(page, index):
        return Number(index, index + 1, Decimal(fold), shape=Shape.FOLD)
    elif size := _none(page, index):
        return Number(index, index + size, Decimal(0), shape=Shape.NONE)
    elif token.text in page.language.ordinals:
        return Number(index, index + 1, Decimal(page.language.ordinals[token.text]), shape=Shape.ORDINAL)
    elif Mark.INDEFINITE in page.begins[index] and not (index and page.tokens[index - 1].is_digits):
        return Number(index, index + page.begins[index][Mark.INDEFINITE], None, shape=Shape.INDEFINITE)
    return _compound(page, index)


def _vulgar(page: Page, index: int) -> Number:
    """A sign for a half alone: «½ млн», and ½ of something."""
    value = VULGAR[page.word(index)]
    multiplier = page.language.multipliers.get(page.word(index + 1))
    if multiplier is None:
        return Number(index, index + 1, value * 100, shape=Shape.FRACTION)
    return Number(index, index + 2, value.scaleb(multiplier.power), multiplier.form)


def _fraction(page: Page, index: int, fraction: Ratio) -> Number:
    """A share, or a part of a million: «четверть миллиона», "a quarter of a million"."""
    last = index + fraction.size
    many = last + (last < len(page.tokens) and Mark.ARTICLE in page.begins[last])
    multiplier = page.language.multipliers.get(page.tokens[many].text) if many < len(page.tokens) else None
    if multiplier is None:
        return Number(index, last, fraction.percentage, shape=Shape.FRACTION)
    return Number(index, many + 1, (fraction.percentage / 100).scaleb(multiplier.power), multiplier.form)


def _fold(page: Page, index: int) -> int:
    """What «вдвое», "doubled" and "threefold" multiply by; "twice" does so only in comparisons."""
    factor = page.language.folds.get(page.tokens[index].text, 0)
    if Mark.FOLD_COMPARED in page.begins[index]:
        following = page.begins[index + 1] if index + 1 < len(page.tokens) else {}
        return factor if Mark.FOLD_LINK in following else 0
    return factor


def _none(page: Page, index: int) -> int:
    """The length of «ни одного», "none"; as the label of a number, "none 12", it is no number itself."""
    size = page.begins[index].get(Mark.NONE, 0)
    following = page.word(index + size)
    return 0 if following[:1].isdigit() or following in page.language.cardinals else size


def _is_quarter(page: Page, index: int) -> bool:
    """Whether the word for ninety is a quarter here: «ІІІ тоқсан», «3-ші тоқсан», «өткен тоқсан»."""
    if Mark.QUARTER not in page.begins[index]:
        return False
    if page.at(index + 1, Mark.QUARTER_AFTER):
        return True
    if not index:
        return False
    before = page.tokens[index - 1]
    named = (
        before.roman or before.text in page.language.ordinals or Mark.QUARTER_BEFORE in page.begins[index - 1]
    )
    hangs = before.text == "-" and index > 1 and page.tokens[index - 2].is_digits
    return bool(named) or hangs or page.language.suffixes.get(before.text) == Form(Ending.ORDINAL)


def _compound(page: Page, index: int) -> Number | None:
    """A sum of pieces with descending multipliers: «3 млн 400 тысяч», «134 мың 812»."""
    total, limit, end, form = Decimal(0), None, index, BARE
    plain, shape, step = page.tokens[index].is_digits, None, None
    while end < len(page.tokens) and (end == index or page.tokens[end].gap == " "):
        piece = _piece(page, end)
        if piece is None:
            if end > index:
                break
            piece = _alone(page, end)
            if piece is None:
                return None
            shape = Shape.BARE
        if end > index and _is_compounded(page, piece.last):
            break  # "13.1 million 480-pound bales"
        last, power, piece_form = _multiplied(page, piece)
        value = piece.value.scaleb(power) if power else piece.value
        if (
            limit is not None
            and (whole := _indian(page, last)) > limit
            and value < Decimal(10) ** (limit + whole)
        ):
            return Number(index, last, total.scaleb(whole) + value, piece_form, shape=shape)
        if limit is not None and (value >= Decimal(10) ** limit or not _continues(piece, power)):
            break
        total += value
        step = _step(piece, power) if limit is None else step and Decimal(1).scaleb(last_digit(total))
        end, form, plain = last, piece_form, plain and not power and limit is None
        if not power or form:
            break
        limit = power
    if (place := _ordinal_behind(page, index, end)) is not None:
        last, added = place
        return Number(index, last, total + added, shape=Shape.ORDINAL)
    return Number(index, end, total, form, plain, shape, step=step)


def _is_compounded(page: Page, index: int) -> bool:
    """Whether a word that is no suffix hangs on the number before the hyphen at `index`."""
    word = page.word(index) == "-" and page.glued(index) and page.is_word(index + 1)
    return word and page.word(index + 1) not in page.language.suffixes


def _ordinal_behind(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Where «жиырма екінші» and "twenty-first" end behind their cardinal words, and what they add.

    Hundreds and thousands have one in years alone, «екі мың екінші жылы»: «екі мың екінші доза» are many.
    """
    hyphen = page.word(end) == "-" and page.glued(end) and page.glued(end + 1)
    last = end + hyphen + 1
    value = page.language.ordinals.get(page.word(last - 1), 0)
    if not 0 < value < TEN or any(page.tokens[at].is_digits for at in range(first, end)):
        return None
    before = page.language.cardinals.get(page.word(end - 1))
    joined = hyphen or page.language.joins_ordinal(page.word(end - 1), page.word(last - 1))
    if before is not None and before.rank == TENS_RANK:
        one = hyphen or not page.at(last, Mark.GRADE)
    else:
        many = before is not None and before.rank > TENS_RANK
        one = (many or page.word(end - 1) in page.language.multipliers) and page.at(last, Mark.YEAR) > 0
    return (last, value) if joined and one else None


def _indian(page: Page, last: int) -> int:
    """The power of the lakh or crore that a number ends with: "one lakh 90 thousand crore" are 190,000."""
    multiplier = page.language.multipliers.get(page.word(last - 1))
    return multiplier.power if multiplier and multiplier.power in INDIAN else 0


def _step(piece: _Piece, power: int) -> Decimal | None:
    """One of the last place of what is printed; whole numbers without a multiplier are taken as exact."""
    if piece.step is None or (piece.step == 1 and not power):
        return None
    return piece.step.scaleb(power)


def last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _continues(piece: _Piece, power: int) -> bool:
    """Whether a piece can follow a multiplier: with a smaller one, in words, or in two or three digits.

    «42 мың 75» is a number of people, «5 мың 2» hardly is.
    """
    return bool(power) or piece.size is None or piece.size > 1


def _multiplied(page: Page, piece: _Piece) -> tuple[int, int, Form]:
    """Where a piece ends with its multiplier, the power of ten of that, and the case."""
    last, power, form = piece.last, 0, piece.form
    while not form and last < len(page.tokens) and page.tokens[last].is_word:
        multiplier = page.language.multipliers.get(page.tokens[last].text)
        if multiplier is None or (power and not (multiplier.power in INDIAN and power < multiplier.power)):
            break  # "two lakh crore"
        power, form = power + multiplier.power, multiplier.form
        last += 1
        if Mark.ABBREVIATION in page.begins[last - 1]:
            last = _past_point(page, last)
    return last, power, form


def _past_point(page: Page, last: int) -> int:
    """Past the point of an abbreviation, unless it ends the sentence too."""
    if last + 1 < len(page.tokens) and page.tokens[last].text == "." and not page.tokens[last].gap:
        following = page.tokens[last + 1]
        if not following.capital and (following.is_word or following.is_digits):
            return last + 1
    return last


def _alone(page: Page, index: int) -> _Piece | None:
    """One of a multiplier: «мыңнан астам», «тысяча», "a thousand"."""
    text = page.tokens[index].text
    article = Mark.ARTICLE in page.begins[index] and index + 1 < len(page.tokens)
    if (half := page.begins[index].get(Mark.HALF_OF)) and index + half < len(page.tokens):
        known = page.tokens[index + half].text in page.language.multipliers
        return _Piece(index + half, HALF) if known else None
    following = page.tokens[index + 1].text if article else text
    multiplier = page.language.multipliers.get(following)
    if article:
        cardinal = page.language.cardinals.get(following)
        if cardinal is not None and cardinal.factor:
            return _Piece(index + 2, Decimal(cardinal.value))
        return _Piece(index + 1, Decimal(1)) if multiplier else None
    one = page.language.bare_genitives.get(text) and page.modifier_till(index - 1, Slot.BEFORE)
    if multiplier and (multiplier.alone or one):
        return _Piece(index, Decimal(1))
    return None


def _piece(page: Page, index: int) -> _Piece | None:
    """Digits, or number words below a thousand, with a half after them."""
    if page.tokens[index].is_digits:
        digits = digits_at(page, index)
        if digits.value is None or digits.shape:
            return None
        if _begins_with_point(page, index):
            digits = digits._replace(value=Decimal(f"0.{page.word(index)}"), decimals=digits.size)
        piece = _with_sign(page, index, _hundreds(page, digits))
    elif Mark.ONE_HALF in page.begins[index]:
        return _Piece(index + 1, 1 + HALF)
    else:
        words = _words(page, index)
        if words is None:
            return None
        piece = words
    if piece.last < len(page.tokens) and not piece.form and (size := page.begins[piece.last].get(Mark.HALF)):
        return piece._replace(last=piece.last + size, value=piece.value + HALF, step=piece.step and HALF / 5)
    return piece


def _begins_with_point(page: Page, index: int) -> bool:
    """Whether English ".86" has no zero before its point."""
    english = not page.language.decimal_comma and page.word(index - 1) == "." and page.glued(index)
    return english and page.tokens[index - 1].gap == " "


def _with_sign(page: Page, index: int, piece: _Piece) -> _Piece:
    """A number with the sign of a half behind it, 1½, or ten to a power, 10⁶."""
    sign = page.word(piece.last)
    if sign in VULGAR and page.tokens[piece.last].gap in {"", " "}:
        return _Piece(piece.last + 1, piece.value + VULGAR[sign], size=piece.size, step=Decimal("0.01"))
    power = sign.translate(_LOWERED)
    if page.word(index) == "10" and page.glued(piece.last) and sign != power and power.isdigit():
        return _Piece(piece.last + 1, Decimal(10) ** min(int(power), 30), size=1, step=Decimal(1))
    return piece


def _hundreds(page: Page, digits: Digits) -> _Piece:
    """A number in digits, and the word for a hundred if that stands behind it: «3 жүз»."""
    value, last = digits.value or Decimal(0), digits.last
    factor = page.language.cardinals.get(page.tokens[last].text) if last < len(page.tokens) else None
    if factor and factor.factor and 1 < value < 10 and page.tokens[last].gap == " ":
        return _Piece(last + 1, value * factor.value, factor.form, step=Decimal(factor.value))
    return _Piece(last, value, size=digits.size, step=Decimal(1).scaleb(-digits.decimals))


def _words(page: Page, index: int) -> _Piece | None:
    """Number words that stand side by side with falling rank: «жүз жиырма», "two hundred and five"."""
    value, rank, end, form = 0, HUNDRED_RANK + 1, index, BARE
    while end < len(page.tokens) and not form:
        at = end if end == index else _joint(page, end, rank)
        cardinal = page.language.cardinals.get(page.word(at)) if at is not None else None
        if cardinal is None and at is not None and at > index:
            cardinal = page.language.inner_cardinals.get(page.word(at))
        if at is None or cardinal is None or (at > end and cardinal.factor):
            break
        if cardinal.factor and rank == 1 and value < FACTORS:
            value, rank = value * cardinal.value, HUNDRED_RANK
        elif 1 < rank > cardinal.rank and not (rank == TENS_RANK and cardinal.value >= 10):
            value, rank = value + cardinal.value, cardinal.rank
        else:
            break
        end, form = at + 1, cardinal.form
    return _Piece(end, Decimal(value), form) if end > index else None


def _joint(page: Page, index: int, rank: int) -> int | None:
    """The token of the next number word: past the hyphen of "twenty-five", past "and" after a hundred."""
    text = page.word(index)
    if text == "-":
        return index + 1 if rank == TENS_RANK and page.glued(index) and page.glued(index + 1) else None
    if text == page.language.hundred_joint:
        return index + 1 if rank == HUNDRED_RANK else None
    return index
