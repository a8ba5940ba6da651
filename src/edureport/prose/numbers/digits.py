"""Numbers in digits: groups, decimals, dates with points, and what cannot be read for certain."""

from collections.abc import Sequence
from decimal import Decimal
from typing import NamedTuple

from edureport.prose.grammar.lexicon import Lexicon
from edureport.prose.text.phrases import Marks
from edureport.prose.text.tokens import Token

MAX_DIGITS = 30
GROUP = 3


class Digits(NamedTuple):
    """Where a number in digits ends and what it is worth; None if it cannot be read."""

    last: int
    value: Decimal | None
    special: str = ""  # date, clock, slash or code
    size: int = 0


def digits_at(tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks) -> Digits:
    """The number that begins with the digits at `place`."""
    if (chain := _chain(tokens, place)) > place + 3:
        return Digits(chain, None, _chained(tokens, place, chain))
    end = _groups(tokens, place, lexicon)
    whole = "".join(token.text for token in tokens[place:end] if token.is_digits)
    tail = _tail(tokens, end)
    if tail:
        return _with_tail(tokens, end, tail, whole, lexicon)
    if decimals := _loose_decimals(tokens, place, end, lexicon, begins):
        return Digits(end + 2, Decimal(f"{whole}.{decimals}"), size=len(whole))
    if len(whole) > MAX_DIGITS:
        return Digits(end, None, size=len(whole))
    return Digits(end, Decimal(whole), size=len(whole))


def _chain(tokens: Sequence[Token], place: int) -> int:
    """Past digits that hyphens join: 53-12-40, 2025-09-30."""
    end = place + 1
    while _joins(tokens, end, "-"):
        end += 2
    return end


def _chained(tokens: Sequence[Token], place: int, end: int) -> str:
    sizes = [len(token.text) for token in tokens[place:end:2]]
    return "date" if sizes in ([4, 2, 2], [2, 2, 4]) else "code"


def _groups(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> int:
    """Past the groups of three digits: 27 546, in English 27,546 as well."""
    end = place + 1
    if len(tokens[place].text) > GROUP or tokens[place].text[0] == "0":
        return end
    while _group(tokens, end, " "):
        end += 1
    if end == place + 1 and not lexicon.decimal_comma:
        while end + 1 < len(tokens) and _joins(tokens, end, ",") and _group(tokens, end + 1, ""):
            end += 2
    return end


def _group(tokens: Sequence[Token], place: int, gap: str) -> bool:
    return (
        place < len(tokens)
        and tokens[place].gap == gap
        and tokens[place].is_digits
        and len(tokens[place].text) == GROUP
    )


def _joins(tokens: Sequence[Token], place: int, signs: str) -> bool:
    """Whether one of the signs stands at `place`, with digits right behind it."""
    return (
        place + 1 < len(tokens)
        and tokens[place].text in signs
        and not tokens[place].gap
        and not tokens[place + 1].gap
        and tokens[place + 1].is_digits
    )


def _tail(tokens: Sequence[Token], end: int) -> int:
    """How many tokens of points, commas, colons and slashes with digits hang on the number."""
    last = end
    while _joins(tokens, last, ".,:/"):
        last += 2
    return last - end


def _with_tail(tokens: Sequence[Token], end: int, tail: int, whole: str, lexicon: Lexicon) -> Digits:
    """A number with decimals, a date, or what cannot be read."""
    signs = "".join(token.text for token in tokens[end : end + tail : 2])
    rest = [token.text for token in tokens[end + 1 : end + tail : 2]]
    last = end + tail
    if signs == ".." and len(whole) <= 2 and len(rest[0]) == 2 and len(rest[1]) in (2, 4):
        return Digits(last, None, "date")
    if signs == ":" and len(rest[0]) == 2 and len(whole) <= 2:
        return Digits(last, None, "clock")
    if signs == "/":
        return Digits(last, Decimal(whole) if len(whole) < MAX_DIGITS else None, "slash")
    if signs == "." and whole[0] == "0" and len(whole) == 2 and len(rest[0]) == 2:
        return Digits(last, None, "date")
    if signs == "." or (signs == "," and lexicon.decimal_comma):
        if len(whole) + len(rest[0]) > MAX_DIGITS or (whole[0] == "0" and len(whole) > 1):
            return Digits(last, None)
        return Digits(last, Decimal(f"{whole}.{rest[0]}"), size=len(whole))
    return Digits(last, None)


def _loose_decimals(
    tokens: Sequence[Token], place: int, end: int, lexicon: Lexicon, begins: Marks
) -> str | None:
    """The decimals in «5 048, 738 млн»: a comma with a space after it, and then what makes it one number."""
    if not lexicon.decimal_comma or end + 2 >= len(tokens):
        return None
    comma, digits, following = tokens[end : end + 3]
    if (
        comma.text != ","
        or comma.gap
        or digits.gap != " "
        or not digits.is_digits
        or len(digits.text) > GROUP
    ):
        return None
    if place and tokens[place - 1].text in {",", "№"}:
        return None  # a list
    multiplied = (
        following.text in lexicon.multipliers or following.text == "%" or "percent" in begins[end + 2]
    )
    return digits.text if multiplied else None
