"""Amounts in a language that has no rules of its own here: the words of its catalogue, then the number."""

from collections.abc import Callable
from decimal import Decimal

from edureport.languages.amounts.numbers import joined
from edureport.languages.values import Amount


class Plain:
    """What the module of a language offers, by the words for a bound: "more than 300", "300–350".

    `word` gives the words for a key of the catalogue.
    """

    def __init__(self, word: Callable[[str], str]) -> None:
        self._word = word

    def write(self, amount: Amount, number: Callable[[Decimal], str]) -> str:
        """The amount in words."""
        stated = number(amount.stated)
        if amount.upper is not None:
            return joined(stated, number(amount.upper), signed="…")
        if amount.bound == "exact":
            return stated
        return f"{self._word(f'bound.{amount.bound}')} {stated}"

    def unit_category(self, amount: Amount) -> str:
        """The CLDR plural category of the number, in a range that of the second one."""
        return self.plural(amount.stated if amount.upper is None else amount.upper)

    def plural(self, number: Decimal) -> str:
        """The category of one, or that of every other number: many languages have no more."""
        return "one" if abs(number) == 1 else "other"
