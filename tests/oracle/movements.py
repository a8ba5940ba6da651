"""Changes between two reports and shares in a whole, and the truth about them (METHODS 1 to 3)."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from fractions import Fraction

from cases import DAY, UNITS, head
from columns import NOTHING, Draws
from plan import UnsureError
from stated import ENDLESS, LIMIT, SPARK, Stated


@dataclass(frozen=True)
class Change:
    """An indicator in two reports."""

    key: str
    kind: str
    unit: str
    before: Stated | None
    after: Stated | None
    broken: bool = False  # the later figure is flagged as a break in the series
    inside: tuple = ()


@dataclass
class Pair:
    """Two reports and what they say of many indicators."""

    periods: tuple
    cases: list = field(default_factory=list)

    def only(self, case):
        return replace(self, cases=[case])

    def files(self):
        return {f"r{number}.yaml": self._file(number) for number in range(2)}

    def _file(self, number):
        lines = []
        for case in self.cases:
            figure = (case.before, case.after)[number]
            value = f", value: {figure.words}" if figure else ""
            flags = ", flags: [break]" if number == 1 and case.broken else ""
            lines.append(f"  {case.key}: {{label: X, unit: {case.unit}, kind: {case.kind}{value}{flags}}}\n")
        return head(f"r{number}", self.periods[number]) + "".join(lines)


@dataclass(frozen=True)
class Quarter:
    """A flow from the first day of two years, to the end of the half year and of nine months."""

    key: str
    unit: str
    figures: tuple  # Stated, by the periods of Year.periods
    kind: str = "flow"


@dataclass
class Year:
    """A report with flows whose third quarter alone is asked for."""

    cases: list = field(default_factory=list)
    periods = ("2024-H1", "2024-9M", "2025-H1")  # 2025-9M is the report's own

    def only(self, case):
        return replace(self, cases=[case])

    def files(self):
        lines = [
            f"  {case.key}: {{label: X, unit: {case.unit}, kind: flow, value: {case.figures[-1].words}, "
            f"earlier: {{{', '.join(map(': '.join, zip(self.periods, _words(case), strict=True)))}}}}}\n"
            for case in self.cases
        ]
        return {"r.yaml": head("r", (date(2025, 1, 1), date(2025, 9, 30))) + "".join(lines)}


@dataclass(frozen=True)
class Share:
    """A whole and one part of it."""

    key: str
    kind: str
    unit: str
    whole: Stated
    part: Stated
    inside: tuple = ()


@dataclass
class Wholes:
    """A report with many wholes."""

    cases: list = field(default_factory=list)

    def only(self, case):
        return replace(self, cases=[case])

    def files(self):
        lines = [
            f"  {case.key}: {{label: X, unit: {case.unit}, kind: {case.kind}, value: {case.whole.words}, "
            f"breakdown: {{parts: {{members: {{part: {{label: Part, value: {case.part.words}}}}}}}}}}}\n"
            for case in self.cases
        ]
        return {"r.yaml": head("r", (date(2025, 1, 1), date(2025, 9, 30))) + "".join(lines)}


def _words(case):
    return [figure.words for figure in case.figures[:-1]]


def change(case, periods):
    """What the columns of a change hold, and its directions that may be printed."""
    if case.before is None or case.after is None:
        gone = {"gone"} if case.after is None else {"new"}
        return {"change": NOTHING, "percent": NOTHING}, gone | {"unknown", None}
    if case.broken or (case.kind == "flow" and not equal_windows(*periods)):
        return {"change": NOTHING, "percent": NOTHING}, None
    before, after = case.before.span, case.after.span
    drawn = [(a, b) for b in before.draws(case.inside) for a in after.draws(case.inside)]
    moved = [a - b for a, b in drawn]
    endless = min(moved) < -ENDLESS and max(moved) > ENDLESS
    columns = {"change": NOTHING if endless else Draws(moved), "percent": NOTHING}
    from_zero = before.holds(Fraction(0)) or before.low is None or before.low < 0
    if case.kind != "ratio" and not from_zero:
        percents = [100 * (a - b) / b for a, b in drawn]
        crosses = after.low is None or after.low < 0
        anything = min(percents) <= -100 + SPARK * 10**6 and max(percents) > ENDLESS
        columns["percent"] = NOTHING if anything else Draws(percents, optional=crosses)
    return columns, _directions(case, before, after)


def quarters(case):
    """What the third quarters alone are, and their change; None for what may not be told."""
    if any(figure.bound != "exact" for figure in case.figures):
        return None
    half, nine, later_half, later_nine = (figure.number for figure in case.figures)
    before, after = nine - half, later_nine - later_half
    if min(before, after) < 0 and not UNITS[case.unit][0]:
        raise UnsureError("a quarter of what is no count is below zero")
    return None if min(before, after) < 0 else (before, after)


def _directions(case, before, after):
    if before.single and before.low == 0:
        return {"same"} if after.single and after.low == 0 else {"new", "up", "down", "unknown"}
    found = {_way(b, a) for a in after.ends() for b in before.ends()}
    if len(found) == 1:
        return found
    if UNITS[case.unit][0]:  # whole numbers may lie apart where the stated intervals do not
        whole = {_way(b, a) for a in after.whole().ends() for b in before.whole().ends()}
        return whole | {"unknown"} if len(whole) == 1 else {"unknown"}
    return {"unknown"}


def _way(before, after):
    return "up" if after > before else "down" if after < before else "same"


def equal_windows(one, other):
    """Whether two windows are of equal length: of the calendar, of whole months, or of days."""
    same_days = all(_same_day(day, later) for day, later in zip(one, other, strict=True))
    if same_days and one[1].year - one[0].year == other[1].year - other[0].year:
        return True
    months = _months(one), _months(other)
    if None not in months:
        return months[0] == months[1]
    return one[1] - one[0] == other[1] - other[0]


def _same_day(one, other):
    """Whether it is one day of the year; the last of February is."""
    if one.month == other.month == 2 and (one + DAY).day == (other + DAY).day == 1:
        return True
    return (one.month, one.day) == (other.month, other.day)


def _months(window):
    """How many months it has, if it has whole ones."""
    first, end = window[0], window[1] + timedelta(days=1)
    if first.day != end.day:
        return None
    return 12 * (end.year - first.year) + end.month - first.month


def shares(case):
    """What the share of the part in percent is; None if it cannot be a part of that whole."""
    part, whole = case.part.span, case.whole.span
    tops = [number for number in whole.draws(case.inside) if number > 0]
    if not tops:
        return None
    least = max(part.low or Fraction(0), Fraction(0))
    if (whole.low is None or whole.low <= 0) and whole.holds(max(SPARK, least)):
        tops.append(max(SPARK, least))  # a whole is not less than its part
    found = [100 * max(number, Fraction(0)) / top for number in part.draws(case.inside) for top in tops]
    if min(found) > 100:
        return None
    found = [min(number, Fraction(100)) for number in found]
    if min(found) < LIMIT and max(found) > 100 - LIMIT:
        return NOTHING
    return Draws(found, optional=part.holds(Fraction(0)) and whole.holds(Fraction(0)))  # 0 of 0 is no share
