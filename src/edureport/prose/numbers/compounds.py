"""Compounds: numerals of pieces and multipliers, «3 млн 400 тысяч»; a piece is digits, words or a half."""

from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.forms import BARE, HUNDRED_RANK, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.digits import Digits, digits_at
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.page import Page

HALF = Decimal("0.5")
VULGAR = {"½": HALF, "¼": HALF / 2, "¾": 3 * HALF / 2}
TENS_RANK = 2
PARTS = frozenset(["2", "3", "4", "8", "16", "32"])
FACTORS = 20  # "nineteen hundred"
HIGHEST = 30  # power of ten
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
TEN = 10
INDIAN = frozenset({5, 7})


class NumeralPiece(NamedTuple):
    """Digits or words below a thousand; `step` is one of their last place, None of words."""

    last: int
    value: Decimal
    form: Form = BARE
    size: int | None = None  # digits before the decimals
    step: Decimal | None = None


def piece_at(page: Page, index: int) -> NumeralPiece | None:
    """Digits, or number words below a thousand, with a half after them."""
    if page.tokens[index].is_digits:
        digits = digits_at(page, index)
        if digits.value is None or digits.shape:
            return None
        pointed = not page.language.decimal_comma and page.word(index - 1) == "." and page.glued(index)
        if pointed and page.tokens[index - 1].gap == " ":  # English ".86"
            digits = digits._replace(value=Decimal(f"0.{page.word(index)}"), decimals=digits.size)
        piece = _with_sign(page, index, _hundreds(page, digits))
    elif Mark.ONE_HALF in page.begins[index]:
        return NumeralPiece(index + 1, 1 + HALF)
    elif words := _words(page, index):
        piece = words
    else:
        return None
    if piece.last < len(page.tokens) and not piece.form and (size := page.begins[piece.last].get(Mark.HALF)):
        return piece._replace(last=piece.last + size, value=piece.value + HALF, step=piece.step and HALF / 5)
    return piece


def one_at(page: Page, index: int) -> NumeralPiece | None:
    """One of a multiplier: «мыңнан астам», «тысяча», "a thousand"; or a half of it: «полмиллиона»."""
    text, language = page.word(index), page.language
    if half := page.at(index, Mark.HALF_OF):
        return NumeralPiece(index + half, HALF) if page.word(index + half) in language.multipliers else None
    if page.at(index, Mark.ARTICLE):
        following = page.word(index + 1)
        cardinal = language.cardinals.get(following)
        if cardinal is not None and cardinal.factor:
            return NumeralPiece(index + 2, Decimal(cardinal.value))
        return NumeralPiece(index + 1, Decimal(1)) if following in language.multipliers else None
    multiplier = language.multipliers.get(text)
    one = language.bare_genitives.get(text) and page.modifier_till(index - 1, Slot.BEFORE)
    return NumeralPiece(index, Decimal(1)) if multiplier and (multiplier.alone or one) else None


def _with_sign(page: Page, index: int, piece: NumeralPiece) -> NumeralPiece:
    """A number with the sign of a half behind it, 1½, or ten to a power, 10⁶."""
    sign = page.word(piece.last)
    part = piece.last + (sign == "-" and page.glued(piece.last))
    if page.language.articles and (share := slashed(page, part)) and not page.has(index - 1, Mark.MONTH):
        return NumeralPiece(part + 3, piece.value + share, size=piece.size, step=Decimal("0.01"))  # "8-1/2"
    if sign in VULGAR and page.tokens[piece.last].gap in {"", " "}:
        return NumeralPiece(piece.last + 1, piece.value + VULGAR[sign], size=piece.size, step=Decimal("0.01"))
    power = sign.translate(_LOWERED)
    if page.word(index) == "10" and page.glued(piece.last) and sign != power and power.isdigit():
        return NumeralPiece(piece.last + 1, Decimal(10) ** min(int(power), HIGHEST), size=1, step=Decimal(1))
    return piece


def slashed(page: Page, index: int) -> Decimal | None:
    """The fraction 3/4 at a token, if it is one of those that things are divided in."""
    if page.word(index + 1) != "/":
        return None
    above, below = page.word(index), page.word(index + 2)
    glued = page.glued(index + 1) and page.glued(index + 2) and page.word(index + 3) != "/"
    if not glued or not above.isdecimal() or below not in PARTS or int(above) >= int(below):
        return None
    return Decimal(above) / Decimal(below)


def _hundreds(page: Page, digits: Digits) -> NumeralPiece:
    """A number in digits, and the word for a hundred if that stands behind it: «3 жүз»."""
    value, last = digits.value or Decimal(0), digits.last
    factor = page.cardinal(last)
    if factor and factor.factor and 1 < value < 10 and page.tokens[last].gap == " ":
        return NumeralPiece(last + 1, value * factor.value, factor.form, step=Decimal(factor.value))
    return NumeralPiece(last, value, size=digits.size, step=Decimal(1).scaleb(-digits.decimals))


def _words(page: Page, index: int) -> NumeralPiece | None:
    """Number words that stand side by side with falling rank: «жүз жиырма», "two hundred and five"."""
    value, rank, end, form = 0, HUNDRED_RANK + 1, index, BARE
    while end < len(page.tokens) and not form:
        at = end if end == index else _joint(page, end, rank)
        cardinal = page.cardinal(at) if at is not None else None
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
    return NumeralPiece(end, Decimal(value), form) if end > index else None


def _joint(page: Page, index: int, rank: int) -> int | None:
    """The token of the next number word: past the hyphen of "twenty-five", past "and" after a hundred."""
    text = page.word(index)
    if text == "-":
        return index + 1 if rank == TENS_RANK and page.glued(index) and page.glued(index + 1) else None
    if text == page.language.hundred_joint:
        return index + 1 if rank == HUNDRED_RANK else None
    return index


def compound_at(page: Page, index: int) -> Number | None:
    """A sum of pieces with descending multipliers: «3 млн 400 тысяч», «134 мың 812»."""
    total, limit, end, form = Decimal(0), None, index, BARE
    plain, shape, step, fine = page.tokens[index].is_digits, None, None, False
    while end < len(page.tokens) and (
        end == index or page.tokens[end].gap == " " or _is_past_point(page, end)
    ):
        piece = piece_at(page, end)
        if piece is None and end == index and (piece := one_at(page, end)):
            shape = Shape.BARE
        if piece is None or (end > index and _is_compounded(page, piece.last)):
            break  # "13.1 million 480-pound bales"
        last, power, piece_form = _multiplied(page, piece)
        value = piece.value.scaleb(power) if power else piece.value
        if limit is not None:
            whole = _indian(page, last)
            if whole > limit and value < Decimal(10) ** (limit + whole):
                return Number(index, last, total.scaleb(whole) + value, piece_form, shape=shape)
            follows = (
                power or piece.size is None or piece.size > 1
            )  # «42 мың 75», but «5 мың 2» hardly is one
            if value >= Decimal(10) ** limit or not follows or (fine and not power):
                break  # "1.3 million 10- to 19-year-olds"
        total += value
        step, fine = _step(piece, power), piece.step is not None and piece.step < 1
        end, form, plain = last, piece_form, plain and not power
        if not power or form:
            break
        limit = power
    if end == index:
        return None
    if (place := _ordinal_behind(page, index, end)) is not None:
        last, added = place
        return Number(index, last, total + added, shape=Shape.ORDINAL)
    return Number(index, end, total, form, plain, shape, step=step)


def _is_past_point(page: Page, index: int) -> bool:
    """Whether the point of an abbreviation has lost the space behind it: «1 млрд.160 млн»."""
    pointed = page.word(index - 1) == "." and not page.tokens[index].gap
    return pointed and page.has(index - 2, Mark.ABBREVIATION) and page.multiplier(index + 1) is not None


def _is_compounded(page: Page, index: int) -> bool:
    """Whether a word that is no suffix hangs on the number before the hyphen at `index`."""
    word = page.word(index) == "-" and page.glued(index) and page.is_word(index + 1)
    return word and page.word(index + 1) not in page.language.suffixes


def _ordinal_behind(page: Page, first: int, end: int) -> tuple[int, int] | None:
    """Where «жиырма екінші» and "twenty-first" end behind their cardinal words, and what they add.

    Hundreds and thousands have one in years alone, «екі мың екінші жылы»: «екі мың екінші доза» are many.
    """
    hyphen = page.hyphened(end)
    last = end + hyphen + 1
    value = page.language.ordinals.get(page.word(last - 1), 0)
    if not 0 < value < TEN or any(page.tokens[at].is_digits for at in range(first, end)):
        return None
    before = page.cardinal(end - 1)
    joined = hyphen or page.language.joins_ordinal(page.word(end - 1), page.word(last - 1))
    if before is not None and before.rank == TENS_RANK:
        one = hyphen or not page.at(last, Mark.GRADE)
    else:
        many = before is not None and before.rank > TENS_RANK
        one = (many or page.word(end - 1) in page.language.multipliers) and page.at(last, Mark.YEAR) > 0
    return (last, value) if joined and one else None


def _indian(page: Page, last: int) -> int:
    """The power of the lakh or crore that a number ends with: "one lakh 90 thousand crore" are 190,000."""
    multiplier = page.multiplier(last - 1)
    return multiplier.power if multiplier and multiplier.power in INDIAN else 0


def _step(piece: NumeralPiece, power: int) -> Decimal | None:
    """One of the last place of what is told; whole numbers without a multiplier are taken as exact."""
    step = piece.step or Decimal(1)
    return step.scaleb(power) if power or step != 1 else None


def _multiplied(page: Page, piece: NumeralPiece) -> tuple[int, int, Form]:
    """Where a piece ends with its multiplier, the power of ten of that, and the case."""
    last, power, form = piece.last, 0, piece.form
    while not form:
        hyphen = page.language.articles and page.word(last) == "-"  # "a $1.2-billion plan", "1.7 lakh-crore"
        last += hyphen and page.word(last + 1) in page.language.multipliers
        multiplier = page.multiplier(last)
        if multiplier is None or (power and not (multiplier.power in INDIAN and power < multiplier.power)):
            break  # "two lakh crore"
        power, form = power + multiplier.power, multiplier.form
        last += 1
        if Mark.ABBREVIATION in page.begins[last - 1]:
            last = _past_point(page, last)
    return last, power, form


def _past_point(page: Page, last: int) -> int:
    """Past the point of an abbreviation, unless it ends the sentence too."""
    if page.word(last) != "." or not page.glued(last) or last + 1 >= len(page.tokens):
        return last
    following = page.tokens[last + 1]
    return last + (not following.capital and (following.is_word or following.is_digits))
