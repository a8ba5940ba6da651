"""Random numbers as a report can give them, and quantities that can stand for them."""

from fractions import Fraction

from cases import UNITS
from stated import Stated

BOUNDS = ("more_than", "at_least", "less_than", "at_most", "about", "nearly", "range")


class Numbers:
    """Numbers of one case: whole ones for counts, some with decimals for others."""

    def __init__(self, random, unit, large):
        self.random, self.counted = random, UNITS[unit][0]
        self.negative = unit in ("percent", "index")
        self.top = large

    def one(self):
        found = Fraction(self.random.randint(0, self.top))
        if self.negative and self.random.random() < 0.25:
            found = -found
        if not self.counted and self.random.random() < 0.4:
            found += Fraction(self.random.randint(-99, 99), 100)
        return found if self.negative else abs(found)

    def near(self, number):
        """The number as a report can give it."""
        found = Fraction(round(number)) if self.counted else Fraction(round(number * 100), 100)
        return found if self.negative else max(found, Fraction(0))

    def stated(self, number, exact=0.6):
        """A quantity that can stand for the number."""
        random = self.random
        if random.random() < exact:
            return Stated("exact", number, None, self.counted)
        bound, step = random.choice(BOUNDS), Fraction(random.choice((0, 1, 1, 2, 5, 10)))
        if bound == "range":
            low = self.near(number - step)
            return Stated(bound, low, self.near(low + random.randint(1, 10)), self.counted)
        if bound in ("more_than", "at_least"):
            number = self.near(number - max(step, Fraction(bound == "more_than")))
        elif bound in ("less_than", "at_most"):
            number = self.near(number + max(step, Fraction(bound == "less_than")))
        elif bound == "nearly":
            number = self.near(abs(number) + 1)
        if number == 0 and bound in ("less_than", "at_most", "about", "nearly"):
            bound = "exact"
        return Stated(bound, number, None, self.counted)
