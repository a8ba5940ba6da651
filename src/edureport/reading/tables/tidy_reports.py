"""Reports out of the rows of a tidy table: one for each organisation and period.

A row does not say on which period the report is that states it. Figures for an earlier period become
the report on that period, unless another report of the table is on it: then they are what the later
report says of it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from types import MappingProxyType

from edureport.model.period import Period
from edureport.model.report import (
    PERCENT_WORDS,
    Blank,
    Breakdown,
    Category,
    Figures,
    Indicator,
    Observation,
    Report,
    Section,
    Source,
    Text,
    Unit,
)
from edureport.problem import Problem, Problems
from edureport.reading.tables.tidy import TidyRow

_KAZAKH, _CYRILLIC = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]"), re.compile("[Ѐ-ӿ]")
_JOINT = " – "  # between the labels of a part and of a part of it
_ADDRESS = re.compile("https?://")
_WORD_OF_PERCENT = "%"


def reports(path: str, found: Sequence[TidyRow], problems: Problems) -> list[Report]:
    """The reports in the order of the rows; contradictions between rows are noted."""
    language = _language(found)
    bodies: dict[str, list[TidyRow]] = {}
    for one in found:
        bodies.setdefault(one.organisation, []).append(one)
    return [
        _Maker(path, language, own, period, problems).report()
        for rows in bodies.values()
        for period, own in _by_report(rows).items()
    ]


def _by_report(rows: Sequence[TidyRow]) -> dict[Period, list[TidyRow]]:
    """The rows of one organisation by the period of the report that they become a part of."""
    latest: dict[str | None, Period] = {}
    speakers: dict[Period, set[str | None]] = {}
    for one in rows:
        known = latest.get(one.report)
        if known is None or known.order < one.period.order:
            latest[one.report] = one.period
        speakers.setdefault(one.period, set()).add(one.report)
    by_report: dict[Period, list[TidyRow]] = {}
    for one in rows:
        alone = len(speakers[one.period]) == 1
        by_report.setdefault(one.period if alone else latest[one.report], []).append(one)
    return by_report


def _language(found: Iterable[TidyRow]) -> str:
    """The language of the labels, by their letters."""
    cyrillic = False
    texts = dict.fromkeys(text for one in found for text in (one.label, one.organisation_label) if text)
    for text in texts:
        if _KAZAKH.search(text):
            return "kk"
        cyrillic = cyrillic or bool(_CYRILLIC.search(text))
    return "ru" if cyrillic else "en"


class _Maker:
    """Makes one report."""

    def __init__(
        self, path: str, language: str, rows: Sequence[TidyRow], period: Period, problems: Problems
    ) -> None:
        self.path, self.language, self.rows, self.period = path, language, rows, period
        self.problems = problems
        self.units: dict[tuple[str, str], Unit] = {}

    def report(self) -> Report:
        first = self.rows[0]
        by_indicator: dict[str, list[TidyRow]] = {}
        for one in self.rows:
            by_indicator.setdefault(one.indicator, []).append(one)
        sections = {
            one.section: Section(one.section, self.text(one.section)) for one in self.rows if one.section
        }
        indicators = {key: self.indicator(rows, sections) for key, rows in by_indicator.items()}
        source = None
        if first.source or first.published:
            url = first.source if first.source and _ADDRESS.match(first.source) else None
            title = self.text(first.source) if first.source and not url else None
            source = Source(title, first.published, url)
        return Report(
            id=f"{first.organisation}-{self.period}".replace("/", "-"),
            organisation=self.text(first.organisation_label or first.organisation),
            organisation_id=first.organisation,
            area=next((one.area for one in self.rows if one.area), None),
            period=self.period,
            language=self.language,
            source=source,
            units=MappingProxyType({key: unit for (key, _), unit in self.units.items()}),
            sections=MappingProxyType(sections),
            indicators=MappingProxyType(indicators),
            targets=MappingProxyType({}),
            path=self.path,
        )

    def text(self, text: str) -> Text:
        return Text.of({self.language: text}, self.language)

    def unit(self, one: TidyRow) -> Unit:
        kind = one.measure
        known = self.units.get((one.unit, kind))
        if known is None:
            word = one.unit
            if kind == "percent" and word.casefold() not in PERCENT_WORDS:
                word = _WORD_OF_PERCENT
            forms = {self.language: {"other": word}}
            known = self.units[one.unit, kind] = Unit(one.unit, forms, self.language, kind == "count")
        return known

    def indicator(self, rows: Sequence[TidyRow], sections: dict[str, Section]) -> Indicator:
        first = rows[0]
        figures: list[Observation] = []
        blanks: list[Blank] = []
        seen: dict[tuple[Category | None, Period], TidyRow] = {}
        for one in rows:
            before = seen.setdefault((one.category, one.period), one)
            if before is not one:
                self.problems.note(Problem.at(one.row, "table.twice", first=before.row))
            for what in ("unit", "kind"):
                mine, other = getattr(one, what), getattr(first, what)
                if mine != other:
                    values = {"indicator": one.indicator, "word": str(mine), "other": str(other)}
                    self.problems.note(Problem.at(one.row, f"tidy.two_{what}s", **values, first=first.row))
            if one.quantity is not None:
                figure = Observation(one.period, one.quantity, one.place, one.category, one.as_written)
                figures.append(figure._replace(flags=one.flags) if one.flags else figure)
            elif one.category or one.flags:
                blanks.append(Blank(one.place, one.category, len(figures), one.as_written, one.flags))
        whole = next((one for one in rows if one.category is None), None)
        section = next((one.section for one in rows if one.section), None)
        return Indicator(
            key=first.indicator,
            label=self.text((whole and whole.label) or first.indicator),
            section=sections[section] if section else None,
            unit=self.unit(next((one for one in rows if one.quantity), first)),
            kind=first.kind,
            better=next((one.better for one in rows if one.better), None),
            breakdowns=self.breakdowns(rows),
            observations=Figures(figures),
            note=None,
            period=self.period,
            place=(whole or first).place,
            blanks=tuple(blanks),
        )

    def breakdowns(self, rows: Sequence[TidyRow]) -> dict[str, Breakdown]:
        """How the rows split the indicator; the labels of parts of a part begin with those of the part."""
        labels = {one.category: one.label or one.category.member for one in rows if one.category}
        members: dict[str, dict[str, Text]] = {}
        complete: dict[str, bool] = {}
        of: dict[str, Category | None] = {}
        unnamed: list[Category] = []
        for one in rows:
            if one.category is None:
                continue
            dimension = one.category.dimension
            if dimension not in of:
                of[dimension] = _above(dimension, labels)
            above, label = of[dimension], labels[one.category]
            if above is not None:
                if above not in labels:  # its own row has been left out
                    labels[above] = label.rpartition(_JOINT)[0] or above.member
                    unnamed.append(above)
                label = label.removeprefix(f"{labels[above]}{_JOINT}")
            members.setdefault(dimension, {})[one.category.member] = self.text(label)
            complete[dimension] = one.complete
        for part in unnamed:  # grows by those above them
            members.setdefault(part.dimension, {})[part.member] = self.text(labels[part])
            complete.setdefault(part.dimension, False)
            if part.dimension not in of:
                of[part.dimension] = above = _above(part.dimension, labels)
                if above is not None and above not in labels:
                    labels[above] = above.member
                    unnamed.append(above)
        beside = Counter(of.values())
        return {
            key: Breakdown(key, None, complete[key], found, of[key], beside[of[key]] > 1)
            for key, found in members.items()
        }


def _above(dimension: str, known: Iterable[Category]) -> Category | None:
    """The part that a dimension splits: that of `ownership/private/level` is private; None for the whole."""
    if "/" not in dimension:
        return None
    for one in known:
        rest = dimension.removeprefix(f"{one.dimension}/{one.member}/")
        if rest != dimension and "/" not in rest:
            return one
    above, member, _ = dimension.rsplit("/", 2) if dimension.count("/") > 1 else ("", "", "")
    return Category(above, member) if above else None
