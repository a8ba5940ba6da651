"""Pieces of numerals: digits, or number words below a thousand, with a half or a hundred behind them."""

from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.forms import BARE, HUNDRED_RANK, Form
from edureport.prose.grammar.marks import Mark, Slot
from edureport.prose.numbers.digits import Digits, digits_at
from edureport.prose.page import Page

HALF = Decimal("0.5")
VULGAR = {"½": HALF, "¼": HALF / 2, "¾": 3 * HALF / 2}
TENS_RANK = 2
PARTS = frozenset(["2", "3", "4", "8", "16", "32"])
FACTORS = 20  # "nineteen hundred"
HIGHEST = 30  # power of ten
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


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
        if _begins_with_point(page, index):
            digits = digits._replace(value=Decimal(f"0.{page.word(index)}"), decimals=digits.size)
        piece = _with_sign(page, index, _hundreds(page, digits))
    elif Mark.ONE_HALF in page.begins[index]:
        return NumeralPiece(index + 1, 1 + HALF)
    else:
        words = _words(page, index)
        if words is None:
            return None
        piece = words
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


def _begins_with_point(page: Page, index: int) -> bool:
    """Whether English ".86" has no zero before its point."""
    english = not page.language.decimal_comma and page.word(index - 1) == "." and page.glued(index)
    return english and page.tokens[index - 1].gap == " "


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
    factor = page.language.cardinals.get(page.word(last))
    if factor and factor.factor and 1 < value < 10 and page.tokens[last].gap == " ":
        return NumeralPiece(last + 1, value * factor.value, factor.form, step=Decimal(factor.value))
    return NumeralPiece(last, value, size=digits.size, step=Decimal(1).scaleb(-digits.decimals))


def _words(page: Page, index: int) -> NumeralPiece | None:
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
    return NumeralPiece(end, Decimal(value), form) if end > index else None


def _joint(page: Page, index: int, rank: int) -> int | None:
    """The token of the next number word: past the hyphen of "twenty-five", past "and" after a hundred."""
    text = page.word(index)
    if text == "-":
        return index + 1 if rank == TENS_RANK and page.glued(index) and page.glued(index + 1) else None
    if text == page.language.hundred_joint:
        return index + 1 if rank == HUNDRED_RANK else None
    return index
