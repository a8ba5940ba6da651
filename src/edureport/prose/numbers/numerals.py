"""Numerals: digits, number words and their mixtures, as tokens; what they count is not asked here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.lexicon import HUNDRED_RANK, Lexicon
from edureport.prose.numbers.digits import Digits, digits_at
from edureport.prose.numbers.fractions import fraction_at, ratio_at
from edureport.prose.text.phrases import Marks
from edureport.prose.text.tokens import Token

HALF = Decimal("0.5")
TENS_RANK = 2
FACTORS = 20  # "nineteen hundred"


class Numeral(NamedTuple):
    """The tokens from `first` to before `last`, and the number they say; None if unreadable."""

    first: int
    last: int
    value: Decimal | None
    form: str = ""  # the case, of a language that marks it
    plain: bool = False  # digits and nothing else
    special: str = ""  # date, clock, slash, code, fraction, fold, none, ordinal, indefinite, bare


class _Piece(NamedTuple):
    last: int
    value: Decimal
    form: str
    words: bool
    size: int  # digits written


def numeral_at(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> Numeral | None:
    """The numeral that begins at a token, the longest."""
    token = tokens[place]
    if not (token.is_digits or token.is_word) or _is_quarter(tokens, place, lexicon, begins):
        return None
    if token.is_digits and (ratio := ratio_at(tokens, place, begins)):
        return Numeral(place, place + ratio[0], ratio[1], special="fraction")
    if token.is_digits:
        digits = digits_at(tokens, place, lexicon, begins)
        if digits.value is None or digits.special:
            return Numeral(place, digits.last, digits.value, "", special=digits.special)
    elif fraction := fraction_at(tokens, place, lexicon, begins):
        return _fraction(tokens, place, fraction, lexicon, begins)
    elif fold := _fold(tokens, place, lexicon, begins):
        return Numeral(place, place + 1, Decimal(fold), special="fold")
    elif size := _none(tokens, place, lexicon, begins):
        return Numeral(place, place + size, Decimal(0), special="none")
    elif token.text in lexicon.ordinals:
        return Numeral(place, place + 1, Decimal(lexicon.ordinals[token.text]), special="ordinal")
    elif "indefinite" in begins[place] and not (place and tokens[place - 1].is_digits):
        return Numeral(place, place + begins[place]["indefinite"], None, special="indefinite")
    return _compound(tokens, place, lexicon, begins)


def _fraction(
    tokens: Sequence[Token], place: int, fraction: tuple[int, Decimal], lexicon: Lexicon, begins: Marks
) -> Numeral:
    """A share, or a part of a million: «четверть миллиона», "a quarter of a million"."""
    last = place + fraction[0]
    many = last + (last < len(tokens) and "article" in begins[last])
    multiplier = lexicon.multipliers.get(tokens[many].text) if many < len(tokens) else None
    if multiplier is None or tokens[many].gap == "¶":
        return Numeral(place, last, fraction[1], special="fraction")
    return Numeral(place, many + 1, (fraction[1] / 100).scaleb(multiplier.power), multiplier.form)


def _fold(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> int:
    """What «вдвое», "doubled" and "threefold" multiply by; "twice" does so only in comparisons."""
    factor = lexicon.folds.get(tokens[place].text, 0)
    if "fold.compared" in begins[place]:
        following = begins[place + 1] if place + 1 < len(tokens) else {}
        return factor if "fold.link" in following else 0
    return factor


def _none(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> int:
    """The length of «ни одного», "none"; as the label of a number, "none 12", it is no number itself."""
    size = begins[place].get("none", 0)
    following = tokens[place + size].text if place + size < len(tokens) else ""
    return 0 if following[:1].isdigit() or following in lexicon.cardinals else size


def _is_quarter(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> bool:
    """Whether the word for ninety is a quarter here: «ІІІ тоқсан», «3-ші тоқсан», «өткен тоқсан»."""
    if not place or "quarter" not in begins[place]:
        return False
    before = tokens[place - 1]
    named = before.roman or before.text in lexicon.ordinals or "quarter.before" in begins[place - 1]
    hangs = before.text == "-" and place > 1 and tokens[place - 2].is_digits
    return bool(named) or hangs or lexicon.suffixes.get(before.text) == "ordinal"


def _compound(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> Numeral | None:
    """A sum of pieces with descending multipliers: «3 млн 400 тысяч», «134 мың 812»."""
    total, limit, end, form = Decimal(0), None, place, ""
    plain = tokens[place].is_digits
    special = ""
    while end < len(tokens) and (end == place or tokens[end].gap == " "):
        piece = _piece(tokens, end, lexicon, begins)
        if piece is None:
            if end > place:
                break
            piece = _alone(tokens, end, lexicon, begins)
            if piece is None:
                return None
            special = "bare"
        last, power, piece_form = _multiplied(tokens, piece, lexicon, begins)
        value = piece.value.scaleb(power) if power else piece.value
        if limit is not None and (value >= Decimal(10) ** limit or not _continues(piece, power)):
            break
        total += value
        end, form, plain = last, piece_form, plain and not power and limit is None
        if not power or form:
            break
        limit = power
    return Numeral(place, end, total, form, plain, special)


def _continues(piece: _Piece, power: int) -> bool:
    """Whether a piece can follow a multiplier: with a smaller one, in words, or in full three digits."""
    return bool(power) or piece.words or piece.size % 3 == 0


def _multiplied(
    tokens: Sequence[Token], piece: _Piece, lexicon: Lexicon, begins: Marks
) -> tuple[int, int, str]:
    """Where a piece ends with its multiplier, the power of ten of that, and the case."""
    last, power, form = piece.last, 0, piece.form
    while not form and last < len(tokens) and tokens[last].gap != "¶" and tokens[last].is_word:
        multiplier = lexicon.multipliers.get(tokens[last].text)
        if multiplier is None or power:
            break
        power, form = power + multiplier.power, multiplier.form
        last += 1
        if "abbreviation" in begins[last - 1]:
            last = _past_point(tokens, last)
    return last, power, form


def _past_point(tokens: Sequence[Token], last: int) -> int:
    """Past the point of an abbreviation, unless it ends the sentence too."""
    if last + 1 < len(tokens) and tokens[last].text == "." and not tokens[last].gap:
        following = tokens[last + 1]
        if following.gap != "¶" and not following.capital and (following.is_word or following.is_digits):
            return last + 1
    return last


def _alone(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> _Piece | None:
    """One of a multiplier: «мыңнан астам», «тысяча», "a thousand"."""
    text = tokens[place].text
    article = "article" in begins[place] and place + 1 < len(tokens)
    if (half := begins[place].get("half.of")) and place + half < len(tokens):
        known = tokens[place + half].text in lexicon.multipliers
        return _Piece(place + half, HALF, "", words=True, size=0) if known else None
    following = tokens[place + 1].text if article else text
    multiplier = lexicon.multipliers.get(following)
    if article:
        cardinal = lexicon.cardinals.get(following)
        if cardinal is not None and cardinal.factor:
            return _Piece(place + 2, Decimal(cardinal.value), "", words=True, size=0)
        return _Piece(place + 1, Decimal(1), "", words=True, size=0) if multiplier else None
    if multiplier and multiplier.alone:
        return _Piece(place, Decimal(1), "", words=True, size=0)
    return None


def _piece(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> _Piece | None:
    """Digits, or number words below a thousand, with a half after them."""
    if tokens[place].is_digits:
        digits = digits_at(tokens, place, lexicon, begins)
        if digits.value is None or digits.special:
            return None
        piece = _hundreds(tokens, digits, lexicon)
    elif "one.half" in begins[place]:
        return _Piece(place + 1, 1 + HALF, "", words=True, size=0)
    else:
        words = _words(tokens, place, lexicon)
        if words is None:
            return None
        piece = words
    if piece.last < len(tokens) and not piece.form and (size := begins[piece.last].get("half")):
        return piece._replace(last=piece.last + size, value=piece.value + HALF)
    return piece


def _hundreds(tokens: Sequence[Token], digits: Digits, lexicon: Lexicon) -> _Piece:
    """A number in digits, and the word for a hundred if that stands behind it: «3 жүз»."""
    value, last = digits.value or Decimal(0), digits.last
    factor = lexicon.cardinals.get(tokens[last].text) if last < len(tokens) else None
    if factor and factor.factor and 1 < value < 10 and tokens[last].gap == " ":
        return _Piece(last + 1, value * factor.value, factor.form, words=True, size=0)
    return _Piece(last, value, "", words=False, size=digits.size)


def _words(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> _Piece | None:
    """Number words that stand side by side with falling rank: «жүз жиырма», "two hundred and five"."""
    value, rank, end, form = 0, HUNDRED_RANK + 1, place, ""
    while end < len(tokens) and not form:
        at = end if end == place else _joint(tokens, end, rank, lexicon)
        cardinal = lexicon.cardinals.get(tokens[at].text) if at is not None else None
        if cardinal is None and at is not None and at > place:
            cardinal = lexicon.inside.get(tokens[at].text)
        if at is None or cardinal is None or (at > end and cardinal.factor):
            break
        if cardinal.factor and rank == 1 and value < FACTORS:
            value, rank = value * cardinal.value, HUNDRED_RANK
        elif 1 < rank > cardinal.rank and not (rank == TENS_RANK and cardinal.value >= 10):
            value, rank = value + cardinal.value, cardinal.rank
        else:
            break
        end, form = at + 1, cardinal.form
    return _Piece(end, Decimal(value), form, words=True, size=0) if end > place else None


def _joint(tokens: Sequence[Token], place: int, rank: int, lexicon: Lexicon) -> int | None:
    """The token of the next number word: past the hyphen of "twenty-five", past "and" after a hundred."""
    text = tokens[place].text
    if tokens[place].gap == "¶" or (text in {"-", "and"} and place + 1 == len(tokens)):
        return None
    if text == "-":
        return place + 1 if rank == TENS_RANK and not tokens[place].gap + tokens[place + 1].gap else None
    if text == "and":
        return place + 1 if rank == HUNDRED_RANK and lexicon.language == "en" else None
    return place
