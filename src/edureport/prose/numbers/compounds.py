"""Compounds: numerals of several pieces and multipliers: «3 млн 400 тысяч», "one lakh 90 thousand crore"."""

from decimal import Decimal

from edureport.prose.grammar.forms import BARE, Form
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number, Shape
from edureport.prose.numbers.pieces import TENS_RANK, NumeralPiece, one_at, piece_at
from edureport.prose.page import Page

TEN = 10
INDIAN = frozenset({5, 7})


def compound_at(page: Page, index: int) -> Number | None:
    """A sum of pieces with descending multipliers: «3 млн 400 тысяч», «134 мың 812»."""
    total, limit, end, form = Decimal(0), None, index, BARE
    plain, shape, step = page.tokens[index].is_digits, None, None
    while end < len(page.tokens) and (end == index or page.tokens[end].gap == " "):
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
            if value >= Decimal(10) ** limit or not _continues(piece, power):
                break
        total += value
        step = _step(piece, power)
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


def _step(piece: NumeralPiece, power: int) -> Decimal | None:
    """One of the last place of what is told; whole numbers without a multiplier are taken as exact."""
    step = piece.step or Decimal(1)
    return step.scaleb(power) if power or step != 1 else None


def _continues(piece: NumeralPiece, power: int) -> bool:
    """Whether a piece can follow a multiplier: with a smaller one, in words, or in two or three digits.

    «42 мың 75» is a number of people, «5 мың 2» hardly is.
    """
    return bool(power) or piece.size is None or piece.size > 1


def _multiplied(page: Page, piece: NumeralPiece) -> tuple[int, int, Form]:
    """Where a piece ends with its multiplier, the power of ten of that, and the case."""
    last, power, form = piece.last, 0, piece.form
    while not form:
        hyphen = page.language.articles and page.word(last) == "-"  # "a $1.2-billion plan", "1.7 lakh-crore"
        last += hyphen and page.word(last + 1) in page.language.multipliers
        multiplier = page.language.multipliers.get(page.word(last))
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
