"""Magnitudes: what a number was rounded to whose source writes it in thousands, millions or billions."""

import re
from decimal import Decimal

from edureport.model.quantity import Quantity

_WORDS = {  # how they begin in Kazakh, Russian and English
    Decimal(10) ** 3: ("мың", "тыс", "thousand"),
    Decimal(10) ** 6: ("млн", "миллион", "million", "mln"),
    Decimal(10) ** 9: ("млрд", "миллиард", "billion", "bln"),
}
_MAGNITUDES = {word: size for size, words in _WORDS.items() for word in words}
_WRITTEN = re.compile(
    r"(?<![\d.,])(\d++(?:[ \u00a0\u202f]\d{3}){0,9})(?:[.,](\d+))?[ \u00a0\u202f]?"
    rf"({'|'.join(sorted(_MAGNITUDES, key=len, reverse=True))})",
    re.IGNORECASE,
)


def rounded_to(quantity: Quantity, words: str) -> Decimal | None:
    """The unit to which the words print the quantity: 1,000 for «120 мың», 100,000 for "1.2 million".

    None where the words write another number, or this one in full.
    """
    written = _WRITTEN.findall(words)
    if not written:
        return None
    total, step = Decimal(0), None
    for whole, decimals, word in written:
        size = _MAGNITUDES[word.lower()]
        total += size * Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{decimals or 0}")
        unit = size.scaleb(-len(decimals))
        step = unit if step is None else min(step, unit)
    return step if total == quantity.stated else None
