"""Random changes between two reports, and random shares in a whole."""

from datetime import date
from fractions import Fraction

from cases import DAY
from chance import Numbers
from movements import Change, Pair, Quarter, Share, Wholes, Year, shares


def pair(random, size):
    """Two reports with `size` indicators."""
    made = Pair(_two_periods(random))
    for number in range(size):
        kind = random.choice(("stock", "stock", "flow", "ratio"))
        unit = random.choice(("percent", "index") if kind == "ratio" else ("school", "school", "hectare"))
        numbers = Numbers(random, unit, random.choice((10, 30, 300, 3000)))
        one, other = numbers.one(), numbers.one()
        if random.random() < 0.4:
            other = numbers.near(one + random.choice((-2, -1, 0, 0, 1, 2)))
        made.cases.append(Change(
            f"x{number}", kind, unit,
            before=numbers.stated(one) if random.random() < 0.97 else None,
            after=numbers.stated(other) if random.random() < 0.97 else None,
            broken=random.random() < 0.03,
            inside=(Fraction(random.randint(1, 9), 10),),
        ))  # fmt: skip
    return made


def _two_periods(random):
    year = random.choice((2022, 2023, 2024))
    first = date(year, random.randint(1, 6), random.choice((1, 1, 1, random.randint(2, 28))))
    last = first + random.randint(5, 180) * DAY
    if random.random() < 0.5:
        last = date(last.year, last.month, 1) - DAY if last.month > first.month else last
    if (last.month, last.day) == (2, 29):
        last -= DAY
    after = (first.replace(year=year + 1), last.replace(year=last.year + 1))
    if random.random() < 0.2:
        after = (after[0], max(after[0], after[1] + random.choice((-4, 1, 30)) * DAY))
    return (first, last), after


def year(random, size):
    """A report with `size` flows of two years."""
    made = Year()
    for number in range(size):
        unit = random.choice(("school", "hectare"))
        numbers = Numbers(random, unit, random.choice((10, 300)))
        figures = []
        for _ in range(2):
            half = numbers.one()
            nine = half + numbers.one() if random.random() < 0.9 else numbers.one()
            figures += [numbers.stated(half, 0.9), numbers.stated(nine, 0.9)]
        made.cases.append(Quarter(f"x{number}", unit, tuple(figures)))
    return made


def wholes(random, size):
    """A report with `size` wholes, each with a part that can be one."""
    made = Wholes()
    while len(made.cases) < size:
        kind, unit = random.choice(("stock", "flow")), random.choice(("school", "school", "hectare"))
        numbers = Numbers(random, unit, random.choice((10, 300, 3000)))
        one, other = sorted((numbers.one(), numbers.one()))
        case = Share(
            f"x{len(made.cases)}", kind, unit, numbers.stated(other), numbers.stated(one), (Fraction(1, 3),)
        )
        if shares(case) is not None:
            made.cases.append(case)
    return made
