"""Russian: «более 300», «не менее 7», and the case of the unit after such words."""

from collections.abc import Callable
from decimal import Decimal

from edureport.languages.amounts.numbers import joined, shows_decimals
from edureport.languages.values import Amount

_WORDS = {
    "exact": "{}",
    "more_than": "более {}",
    "at_least": "не менее {}",
    "less_than": "менее {}",
    "at_most": "не более {}",
    "about": "около {}",
    "nearly": "почти {}",
}
_GENITIVE = {"more_than", "at_least", "less_than", "at_most", "about"}  # «почти» governs no case


def write(amount: Amount, number: Callable[[Decimal], str]) -> str:
    """The amount in words: «почти 50», «300–350», «−5…+3»."""
    stated = number(amount.stated)
    if amount.upper is not None:
        return joined(stated, number(amount.upper), signed="…")
    return _WORDS[amount.bound].format(stated)


def unit_category(amount: Amount) -> str:
    """The CLDR plural category of the unit: «301 школа», but «более 301 школы».

    The words that put the numeral into the genitive put the unit there too: after a number that ends
    in one into the singular, the form of "other" (which for nouns is that of "few"), else into the
    plural («более 3 школ»). After a fraction the unit is in the genitive singular anyhow. In a range
    it follows the second number («20–21 школа»; CLDR, plural ranges).
    """
    if getattr(amount, "thousands", False):  # «10 тыс. учащихся»
        return "many"
    category = plural(amount.stated if amount.upper is None else amount.upper)
    if amount.bound not in _GENITIVE or category == "other":
        return category
    return "other" if category == "one" else "many"


def plural(number: Decimal) -> str:
    """The CLDR plural category of a number, of a whole one by the last word that it is read with."""
    if shows_decimals(number):
        return "other"
    tens, ones = divmod(int(abs(number)) % 100, 10)
    if tens == 1 or not 1 <= ones <= 4:
        return "many"
    return "one" if ones == 1 else "few"
