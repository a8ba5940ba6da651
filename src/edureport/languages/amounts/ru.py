"""Russian: «более 300», «не менее 7», and the case of the unit after such words."""

from decimal import Decimal

from edureport.languages.amounts import Plain, shows_decimals
from edureport.languages.values import Amount, Thousands

_GENITIVE = {"more_than", "at_least", "less_than", "at_most", "about"}  # «почти» governs no case


class RussianAmounts(Plain):
    """«Почти 50», «300–350», «−5…+3»."""

    def unit_category(self, amount: Amount) -> str:
        """«301 школа», but «более 301 школы».

        The words that put the numeral into the genitive put the unit there too: after a number that ends
        in one into the singular, the form of "other" (which for nouns is that of "few"), else into the
        plural («более 3 школ»). After a fraction the unit is in the genitive singular anyhow. In a range
        it follows the second number («20–21 школа»).
        """
        if isinstance(amount, Thousands):  # «10 тыс. учащихся»
            return "many"
        category = super().unit_category(amount)
        if amount.bound not in _GENITIVE or category == "other":
            return category
        return "other" if category == "one" else "many"

    def plural(self, number: Decimal) -> str:
        """That of a whole number goes by the last word that it is read with."""
        if shows_decimals(number):
            return "other"
        tens, ones = divmod(int(abs(number)) % 100, 10)
        if tens == 1 or not 1 <= ones <= 4:
            return "many"
        return "one" if ones == 1 else "few"


AMOUNTS = RussianAmounts
