"""Fractions in words as percentages: "two thirds", "three in ten", «каждый третий», «оннан үші»."""

from collections.abc import Sequence
from decimal import Decimal

from edureport.prose.grammar.lexicon import Cardinal, Lexicon
from edureport.prose.text.phrases import Marks
from edureport.prose.text.tokens import Token

HUNDREDTH = Decimal("0.01")
OF_ANY = range(2, 11)  # «оннан үші»: a fraction by its form, whatever it is counted by
OF_FEW = frozenset({3, 4, 5, 10, 20, 100, 1000})  # "three in ten": what shares are spoken in
DIGITS = 4
OF_ROUND = frozenset({10, 100})  # «семь из десяти»: of five there may really be five


def fraction_at(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks
) -> tuple[int, Decimal] | None:
    """The length of a fraction in words that begins at a token, and its percentage to two decimals."""
    half_year = place > 0 and tokens[place - 1].text in lexicon.ordinals  # "the first half of the year"
    for tag, size in begins[place].items():
        if tag.startswith("fraction.") and not half_year:
            above, _, below = tag[9:].partition("/")
            return size, _percentage(int(above), int(below))
    size = begins[place].get("every", 0)
    if size and place + size < len(tokens):
        ordinal = lexicon.ordinals.get(tokens[place + size].text, 0)
        timed = _timed(begins, place + size + 1)
        return (size + 1, _percentage(1, ordinal)) if ordinal > 1 and not timed else None
    return _spoken(tokens, place, lexicon, begins)


def ratio_at(tokens: Sequence[Token], place: int, begins: Marks) -> tuple[int, Decimal] | None:
    """The same in digits: "3 in 10", "12 in every 100"."""
    size = begins[place + 1].get("in.ratio", 0) if place + 1 < len(tokens) else 0
    last = place + 1 + size
    if not size or last >= len(tokens) or not tokens[last].is_digits or len(tokens[last].text) > DIGITS:
        return None
    above, below = int(tokens[place].text[: DIGITS + 1]), int(tokens[last].text)
    alone = not place or not (tokens[place - 1].is_digits or tokens[place - 1].text in {".", ","})
    if not alone or not 0 < above < below or below not in OF_FEW or _timed(begins, last + 1):
        return None
    return size + 2, _percentage(above, below)


def _spoken(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, begins: Marks
) -> tuple[int, Decimal] | None:
    """Two number words: «оннан үші» by their cases, "three in ten" by what joins them."""
    first = lexicon.cardinals.get(tokens[place].text)
    if first is None or (place and tokens[place].gap == " " and tokens[place - 1].text in lexicon.cardinals):
        return None
    if first.form == "abl":
        part = _cardinal(tokens, place + 1, lexicon)
        whole = part and part.form.startswith("part") and part.value < first.value in OF_ANY
        return (2, _percentage(part.value, first.value)) if part and whole else None
    for tag, known in (("in.ratio", OF_FEW), ("of.ratio", OF_ROUND)):
        if size := begins[place + 1].get(tag, 0) if place + 1 < len(tokens) else 0:
            below = _cardinal(tokens, place + 1 + size, lexicon)
            if below and first.value < below.value in known and not _timed(begins, place + size + 2):
                return size + 2, _percentage(first.value, below.value)
    return None


def _cardinal(tokens: Sequence[Token], place: int, lexicon: Lexicon) -> Cardinal | None:
    return lexicon.cardinals.get(tokens[place].text) if place < len(tokens) else None


def _timed(begins: Marks, place: int) -> bool:
    """Whether a word for a time follows: «каждый третий день» and "one in ten years" are no shares."""
    return place < len(begins) and not begins[place].keys().isdisjoint({"period", "year", "hour", "month"})


def _percentage(above: int, below: int) -> Decimal:
    return (Decimal(above) * 100 / Decimal(below)).quantize(HUNDREDTH).normalize()
