"""A target and what is reported for it, as values and as report files."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from stated import Stated

DAY = timedelta(days=1)
UNITS = {  # by key: whether it is of counts, and what stands under `units`
    "school": (True, "{en: {one: school, other: schools}}"),
    "hectare": (False, "{en: {one: hectare, other: hectares}}"),
    "percent": (False, '"%"'),
    "index": (False, "points"),
}


@dataclass(frozen=True)
class Case:
    """A target, and all that is reported for it."""

    key: str
    kind: str
    unit: str
    goal: Stated
    figures: tuple  # (first day, last day, Stated), none later than the reports
    places: tuple  # for each figure the number of the report, and whether it is of its own period
    as_of: date
    year: tuple  # first and last day of the year of the report that states the target
    stated_by: int  # the number of a report
    stated_on: date  # its last day
    due: date | None = None
    better: str | None = None
    baseline: tuple | None = None  # Stated, date
    start: date | None = None
    milestones: tuple = ()  # (date, Stated)
    inside: tuple = ()  # where between the ends further true values are drawn
    member: bool = False
    method: str = "linear"
    broken: int | None = None  # the number of the figure that is flagged as a break in the series
    decoys: tuple = ()  # numbers of reports that state the target otherwise, revised or not yet valid

    @property
    def counted(self):
        return UNITS[self.unit][0]


@dataclass
class Sheaf:
    """Reports that state many targets at once; each case has an indicator of its own."""

    periods: tuple  # of the reports: first and last day
    as_of: date | None  # as it is asked for
    method: str = "linear"
    corrected: str | None = None  # the name of a report of the last period that was published before it
    cases: list = field(default_factory=list)

    def only(self, case):
        return replace(self, cases=[case])

    def files(self):
        found = {f"r{number}.yaml": self._file(number) for number in range(len(self.periods))}
        if self.corrected:
            last = len(self.periods) - 1
            indicators = "".join(_indicator(_otherwise(case, last), last) for case in self.cases)
            found[f"{self.corrected}.yaml"] = (
                head(self.corrected, self.periods[-1], "2027-01-10") + indicators
            )
        return found

    def _file(self, number):
        indicators = "".join(_indicator(case, number) for case in self.cases)
        targets = "".join(_stated(case, number) for case in self.cases)
        published = "2027-02-20" if self.corrected and number == len(self.periods) - 1 else None
        start = head(f"r{number}", self.periods[number], published)
        return start + indicators + (targets and f"targets:\n{targets}")


def head(name, period, published=None):
    """The first lines of every report; hectares and points are no counts, since they have decimals."""
    units = "".join(f"  {key}: {words}\n" for key, (_, words) in UNITS.items())
    days = "/".join(map(str, period))
    source = f", source: {{published: {published}}}" if published else ""
    return (
        "edureport: 1\n"
        f"report: {{id: {name}, organisation: City of Examples, period: {days}, language: en{source}}}\n"
        f"units:\n{units}"
        "indicators:\n"
        "  land: {label: Land, unit: hectare, kind: stock, value: 0.5}\n"
        "  points: {label: Points, unit: index, kind: ratio, value: 0.5}\n"
    )


def _indicator(case, number):
    better = f", better: {case.better}" if case.better else ""
    own, earlier = "", {}
    for place, (first, last, figure) in enumerate(case.figures):
        report, is_own = case.places[place]
        if report == number and is_own:
            own = f", value: {figure.words}" + (", flags: [break]" if place == case.broken else "")
        elif report == number:
            earlier[f"{first}/{last}"] = figure.words
    before = ", earlier: {" + ", ".join(f"{k}: {v}" for k, v in earlier.items()) + "}" if earlier else ""
    if case.member:
        part = f"breakdown: {{parts: {{members: {{part: {{label: Part{own}}}}}}}}}"
        own = f", {part}"
    return f"  {case.key}: {{label: X, unit: {case.unit}, kind: {case.kind}{better}{own}{before}}}\n"


def _otherwise(case, number):
    """The case with another figure for the report's own period, and none for earlier ones."""
    figures = [
        (first, last, Stated("exact", abs(figure.number) + 1, None, figure.counted))
        for (first, last, figure), place in zip(case.figures, case.places, strict=True)
        if place == (number, True)
    ]
    return replace(case, figures=tuple(figures), places=((number, True),) * len(figures), broken=None)


def _stated(case, number):
    """The target as the report states it; nothing if it does not."""
    if number == case.stated_by:
        return _target(case)
    if number not in case.decoys:
        return ""
    later = case.due and case.due + (number + 1) * DAY
    other = Stated("exact", case.goal.number + number + 1, None, case.counted)
    return _target(replace(case, goal=other, due=later))


def _target(case):
    parts = ["label: T", f"indicator: {case.key}", f"value: {case.goal.words}"]
    if case.member:
        parts.append("member: {parts: part}")
    if case.due:
        parts.append(f"due: {case.due}")
    if case.start:
        parts.append(f"from: {case.start}")
    if case.baseline:
        parts.append(f"baseline: {{value: {case.baseline[0].words}, date: {case.baseline[1]}}}")
    if case.milestones:
        inner = ", ".join(f"{day}: {figure.words}" for day, figure in case.milestones)
        parts.append(f"milestones: {{{inner}}}")
    return f"  t_{case.key}: {{{', '.join(parts)}}}\n"
