"""English: "more than 300", "at least 7"."""

from decimal import Decimal

from edureport.languages.amounts import Plain, shows_decimals
from edureport.languages.values import Amount


class EnglishAmounts(Plain):
    """Such as "nearly 50", "300–350", "−5 to +3"."""

    signed = " to "

    def unit_category(self, amount: Amount) -> str:
        """That of the number, "more than 1 school"; but a range is plural (CLDR): "0–1 schools"."""
        return self.plural(amount.stated) if amount.upper is None else "other"

    def plural(self, number: Decimal) -> str:
        """One alone, if it shows no decimals, or any other."""
        return "one" if abs(number) == 1 and not shows_decimals(number) else "other"


AMOUNTS = EnglishAmounts
