"""Random targets: of every kind, with dates in every order, in reports of every shape."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

from cases import DAY, Case, Sheaf
from chance import Numbers
from stated import Stated

METHODS = ("linear",) * 6 + ("attainment", "attainment", "cagr", "cagr")
PACES = [
    "0",
    "0.2",
    "0.5",
    "0.59",
    "0.5999",
    "0.6",
    "0.61",
    "0.8",
    "0.94",
    "0.9499",
    "0.95",
    "0.96",
    "1",
    "1.3",
]


def sheaf(random, size):
    """Reports with `size` random targets."""
    periods = _periods(random)
    end = periods[-1][1]
    as_of = None
    if random.random() < 0.35:
        as_of = random.choice((end, end + random.randint(1, 200) * DAY, periods[0][1], _later(random, end)))
    corrected = random.choice(("a", "z")) if random.random() < 0.1 else None
    made = Sheaf(periods, as_of, random.choice(METHODS), corrected)
    while len(made.cases) < size:
        case = _case(random, made, f"x{len(made.cases)}")
        if case is not None:
            made.cases.append(case)
    return made


def _later(random, day):
    return day + random.choice((0, 1, 29, 30, 31, 50, 92, 365)) * DAY


def _periods(random):
    year = random.choice((2023, 2024, 2025))
    whole = date(year, 1, 1)
    ends = [_month_end(year, month) for month in range(1, 13)]
    quarters = [(date(year, 3 * k + 1, 1), ends[3 * k + 2]) for k in range(4)]
    shape = random.randrange(10)
    if shape <= 1:
        return ((whole, random.choice(ends)),)
    if shape == 2:
        return ((whole, whole + random.randint(20, 364) * DAY),)
    if shape == 3:
        return ((date(year, 9, 1), date(year + 1, 8, 31)),)
    if shape == 4:
        return (random.choice(quarters),)
    if shape == 5:
        return tuple(quarters[: random.randint(2, 4)])
    if shape == 6:
        chosen = sorted(random.sample(range(4), random.randint(2, 3)))
        return tuple(quarters[k] for k in chosen)
    if shape == 7:
        cumulative = sorted(random.sample(range(12), random.randint(2, 3)))
        return tuple((whole, ends[k]) for k in cumulative)
    if shape == 8:
        return ((whole, ends[5]), (date(year, 7, 1), ends[11]))
    middle = whole + random.randint(60, 200) * DAY
    return ((whole, middle), (middle + DAY, middle + random.randint(10, 150) * DAY))


def _month_end(year, month):
    return date(year + month // 12, month % 12 + 1, 1) - DAY


def _year(period):
    """The calendar year that a period lies in, or the school year that it is."""
    first, last = period
    if first.year == last.year:
        return date(first.year, 1, 1), date(first.year, 12, 31)
    return date(first.year, 9, 1), date(first.year + 1, 8, 31)


def _case(random, made, key):
    kind = random.choice(("stock", "flow", "ratio"))
    unit = random.choice(("percent", "index") if kind == "ratio" else ("school", "school", "hectare"))
    numbers = Numbers(random, unit, random.choice((10, 30, 30, 200, 2000)))
    asked = made.as_of or made.periods[-1][1]
    known = [number for number, period in enumerate(made.periods) if period[1] <= asked]
    if not known:
        return None
    stating = known[0] if random.random() < 0.7 else random.choice(known)
    later = range(known[-1] + 1, len(made.periods))
    case = Case(
        key, kind, unit,
        method=made.method,
        goal=numbers.stated(numbers.one(), 0.95 if made.method == "cagr" else 0.5),
        figures=(), places=(),
        as_of=asked,
        year=_year(made.periods[stating]),
        stated_by=stating,
        stated_on=made.periods[stating][1],
        decoys=tuple(n for n in (*range(stating), *later) if random.random() < 0.5),
        better=random.choice((None, None, "higher", "lower")),
        inside=(Fraction(random.randint(1, 9), 10),) if random.random() < 0.3 else (),
        member=random.random() < 0.08,
    )  # fmt: skip
    periods = _observed(random, made, kind, case.member)
    case = _dated(random, case, [last for (_, last), _ in periods], numbers)
    if case is None:
        return None
    if case.baseline and random.random() < 0.08:  # a level to hold
        number = numbers.near(case.baseline[0].number - random.randint(0, 5))
        case = replace(case, goal=Stated("at_least", number, None, case.counted))
    figures = _flows(random, periods, numbers) if kind == "flow" else _levels(random, periods, numbers, case)
    if figures and random.random() < 0.15:  # a goal that is met exactly
        number = figures[-1].number
        exact = case.goal.bound == "range" or number <= 0
        case = replace(case, goal=Stated("exact" if exact else case.goal.bound, number, None, case.counted))
    own = [place for place, (_, (_, is_own)) in enumerate(periods) if is_own]
    if own and kind != "flow" and not case.member and random.random() < 0.05:
        case = replace(case, broken=random.choice(own))
    return replace(
        case,
        figures=tuple((*days, figure) for (days, _), figure in zip(periods, figures, strict=True)),
        places=tuple(place for _, place in periods),
    )


def _observed(random, made, kind, member):
    """The periods that figures are given for, each with the report that gives it, the earliest first."""
    found = {}
    for number, period in enumerate(made.periods):
        if random.random() < 0.93:
            found[period] = (number, True)
    last = len(made.periods) - 1
    if not member and (made.as_of is None or made.as_of >= made.periods[last][1]):  # else it is not known yet
        own = set(made.periods)
        end = made.periods[last][1]
        for _ in range(random.choice((0, 0, 1, 1, 2))):
            first = made.periods[random.randrange(len(made.periods))][0]
            period = random.choice((
                (first, first + random.randint(20, 200) * DAY),
                (date(first.year, 1, 1), _month_end(first.year, random.randint(1, 12))),
                (date(first.year, 10, 1), date(first.year, 12, 31)),
                (date(first.year, 4, 1), date(first.year, 6, 30)),
                (date(first.year - 1, 1, 1), date(first.year - 1, 12, 31)),
            ))  # fmt: skip
            if period[1] <= end and period not in own:
                found[period] = (last, False)
    if kind != "flow":  # one figure a day
        found = {period: place for period, place in found.items() if _first_of_its_day(period, found)}
    return sorted(found.items(), key=lambda one: (one[0][1], one[0][0]))[:4]


def _first_of_its_day(period, found):
    return period == next(other for other in found if other[1] == period[1])


def _dated(random, case, days, numbers):
    """The case with its due date, its baseline and its milestones."""
    seen = [day for day in days if day <= case.as_of]
    pivot = seen[-1] if seen else case.as_of
    ahead = random.choice((30, 31, 45, 60, 75, 92, 100, 200, 400))
    due = random.choice((
        pivot, pivot, case.as_of, case.as_of + random.randint(1, 60) * DAY,
        date(case.as_of.year, 12, 31), date(case.as_of.year, 12, 31),
        pivot + ahead * DAY, pivot + ahead * DAY, pivot + ahead * DAY, pivot - random.randint(1, 100) * DAY,
        None if random.random() < 0.4 else case.as_of + random.randint(1, 500) * DAY,
    ))  # fmt: skip
    baseline, start = None, None
    if random.random() < (0.5 if case.kind == "flow" else 0.75):
        first = case.year[0] - DAY
        back = random.choice((25, 50, 100, 100, 200, 300, 300, 400))
        day = random.choice((first, first, pivot - back * DAY, pivot - back * DAY, pivot - back * DAY, pivot,
                             pivot - DAY, pivot + random.randint(1, 40) * DAY))  # fmt: skip
        if case.kind == "flow" and random.random() < 0.6:
            day = random.choice((first, *(_quarter_end(first.year + 1, k) for k in range(3))))
        if due is None or day < due:
            rate = case.method == "cagr"  # which is of exact numbers above nothing
            from_something = rate or random.random() < 0.7
            number = numbers.one() if from_something else Fraction(0)
            baseline = (numbers.stated(number, 0.95 if rate else 0.75), day)
    elif case.kind == "flow" and random.random() < 0.4:
        start = random.choice((case.year[0], _quarter_end(case.year[0].year, 0) + DAY, pivot - 40 * DAY))
        if due is not None and start > due:
            start = None
    milestones = ()
    if due and case.method == "linear" and random.random() < 0.3:
        begin = max(baseline[1] if baseline else due - 300 * DAY, start - DAY if start else date.min)
        milestones = _milestones(random, begin, due, pivot, numbers)
    return replace(case, due=due, baseline=baseline, start=start, milestones=milestones)


def _quarter_end(year, number):
    return _month_end(year, 3 * number + 3)


def _milestones(random, begin, due, pivot, numbers):
    days = {pivot} if random.random() < 0.5 else set()
    span = max((due - begin).days - 1, 1)
    days |= {begin + random.randint(1, span) * DAY for _ in range(random.randint(1, 2))}
    days = sorted(day for day in days if begin < day < due)
    return tuple((day, numbers.stated(numbers.one(), 0.9)) for day in days)


def _levels(random, periods, numbers, case):
    """A figure for each period; often one that makes a certain pace."""
    found = []
    for (_, last), _ in periods:
        number = numbers.one()
        planned = [figure.number for day, figure in case.milestones if day == last]
        if planned and random.random() < 0.3:
            number = planned[0]
        elif case.milestones and case.baseline and random.random() < 0.2:  # away from the goal
            base = case.baseline[0].number
            number = numbers.near(base + random.randint(1, 5) * (1 if case.goal.number < base else -1))
        elif case.baseline and case.due and random.random() < 0.7:
            base, day = case.baseline
            share = Fraction(max((last - day).days, 0), (case.due - day).days)
            pace = Fraction(random.choice((*PACES, Fraction(random.randint(-3, 20), 10))))
            number = numbers.near(base.number + pace * share * (case.goal.number - base.number))
        elif case.milestones and random.random() < 0.5:
            number = numbers.near(Fraction(random.choice(PACES)) * case.milestones[0][1].number)
        found.append(numbers.stated(number))
    return found


def _flows(random, periods, numbers):
    """A figure for each window, of what was added on some days; they can all be true together."""
    days = sorted({day for (first, last), _ in periods for day in (first - DAY, last)})
    added = [numbers.near(abs(numbers.one())) for _ in days[1:]]
    if len(days) > 2 and random.random() < 0.3:
        added = [numbers.near(number / len(days)) for number in added]
    found = []
    for (first, last), _ in periods:
        inside = [number for day, number in zip(days, added, strict=False) if first - DAY <= day < last]
        found.append(numbers.stated(sum(inside, Fraction(0)), 0.75 if len(periods) > 1 else 0.6))
    return found
