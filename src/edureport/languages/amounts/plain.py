"""Amounts in a language that has no rules of its own here: the words of its catalogue, then the number."""

from collections.abc import Callable
from decimal import Decimal

from edureport.languages.amounts.numbers import joined
from edureport.languages.values import Amount


class Plain:
    """How a language writes amounts, by the words for a bound: "more than 300", "300–350".

    `word` gives the words for a key of the catalogue. The module of a language has a subclass of it as
    AMOUNTS, which says what is otherwise.
    """

    signed = "…"  # between the ends of a range that have signs

    def __init__(self, word: Callable[[str], str]) -> None:
        self._word = word

    def write(self, amount: Amount, number: Callable[[Decimal], str]) -> str:
        """The amount in words: "more than 300", "300–350".

        `number` writes a plain number as the language does, perhaps with its sign or a percent sign.
        """
        stated = number(amount.stated)
        if amount.upper is not None:
            return joined(stated, number(amount.upper), signed=self.signed)
        return self.bounded(amount.bound, stated)

    def bounded(self, bound: str, number: str) -> str:
        """A number with the words of its bound."""
        return number if bound == "exact" else f"{self._word(f'bound.{bound}')} {number}"

    def unit_category(self, amount: Amount) -> str:
        """The CLDR plural category of the unit beside the amount as `write` writes it.

        A range has two numbers; as a rule the unit follows the second (CLDR, plural ranges).
        """
        return self.plural(amount.stated if amount.upper is None else amount.upper)

    def plural(self, number: Decimal) -> str:
        """The CLDR plural category of a bare number: one, or any other, as in many languages.

        Source: https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html
        """
        return "one" if abs(number) == 1 else "other"
