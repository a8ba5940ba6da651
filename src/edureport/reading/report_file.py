"""Report files: from nodes to a Report, with every mistake in the file found in one reading."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from edureport.errors import ReportError
from edureport.message import message
from edureport.model.period import Period, parse_date
from edureport.model.quantity import Quantity
from edureport.model.report import (
    LANGUAGES,
    Baseline,
    Better,
    Breakdown,
    Category,
    Figures,
    Indicator,
    Kind,
    Observation,
    PercentOf,
    Report,
    Section,
    Skip,
    Source,
    Target,
    Text,
    Unit,
)
from edureport.problem import Place, Problem, Problems
from edureport.reading.limits import Limits
from edureport.reading.nodes import Map, Node, Scalar, Seq, parse
from edureport.reading.values import Fields, Values

VERSION = "1"
PLURALS = ("zero", "one", "two", "few", "many", "other")  # CLDR plural categories
FILE_KEYS = ("edureport", "report", "units", "sections", "indicators", "targets")
REPORT_KEYS = ("id", "organisation", "area", "period", "language", "source")
SOURCE_KEYS = ("title", "published", "url")
INDICATOR_KEYS = (
    "label",
    "section",
    "unit",
    "kind",
    "better",
    "value",
    "as_written",
    "where",
    "breakdown",
    "earlier",
    "of",
    "skip",
    "note",
)
BREAKDOWN_KEYS = ("label", "complete", "members")
MEMBER_KEYS = ("label", "value", "as_written", "breakdown")
OF_KEYS = ("part", "whole", "target")
SKIP_KEYS = ("check", "because")
TARGET_KEYS = (
    "label",
    "indicator",
    "value",
    "due",
    "baseline",
    "milestones",
    "as_written",
    "where",
    "skip",
    "note",
)
BASELINE_KEYS = ("value", "date")

_AREA = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LIMITS = Limits()
_UNSETTLED = Quantity(Decimal(0))  # stands for "all of …" until every indicator is known


def read_report(data: bytes, path: str, limits: Limits = _LIMITS) -> Report:
    """The report in `data`; `path` names it in messages.

    Raises ReportError with every mistake in the file.
    """
    root, problems = parse(data, path, limits)
    reader = _Reader(path, problems)
    report = reader.report(root)
    if reader.problems or report is None:
        raise ReportError.all_of(reader.problems)
    return report


class _Reader(Values):
    """Reads one report file."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.period: Period | None = None
        self.units: dict[str, Unit] = {}
        self.sections: dict[str, Section] = {}
        self.indicators: dict[str, Indicator] = {}
        # Those that are there, but wrong: to miss them as well would be to say a mistake twice.
        self.broken_units: set[str] = set()
        self.broken_sections: set[str] = set()
        self.broken_indicators: set[str] = set()
        self.broken_targets: set[str] = set()
        self.of_indicators: list[Scalar] = []  # keys that `of` names, before all indicators are known
        self.of_targets: list[Scalar] = []

    def report(self, root: Node) -> Report | None:
        if not isinstance(root, Map) or "edureport" not in root:
            place = Place(self.path, 1, 1)
            self.problems.note(Problem(message("file.not_a_report"), place))
            return None
        fields = Fields(self, root, FILE_KEYS)
        version = fields.take("edureport", self.scalar)
        if version is not None and version != VERSION:
            self.problem(version, "file.version", version=str(version), known=VERSION)
            return None
        head = fields.need("report", lambda node: Fields(self, node, REPORT_KEYS))
        if head is None:
            return None
        language = head.need("language", self.one_of(LANGUAGES, "file.language"))
        self.language = language or "en"
        name = head.need("id", self.scalar)
        organisation = head.need("organisation", self.text)
        area = head.take("area", self.area)
        self.period = head.need("period", self.parsed(Period.parse))
        source = head.take("source", self.source)
        fields.take("units", self.read_units)
        fields.take("sections", self.read_sections)
        fields.need("indicators", self.read_indicators)
        targets = fields.take("targets", self.targets) or {}
        self.must_exist(self.of_indicators, self.indicators, self.broken_indicators, "file.indicator")
        self.must_exist(self.of_targets, targets, self.broken_targets, "file.target")
        if name is None or organisation is None or self.period is None:
            return None
        return Report(
            id=str(name),
            organisation=organisation,
            area=area,
            period=self.period,
            language=self.language,
            source=source,
            units=MappingProxyType(self.units),
            sections=MappingProxyType(self.sections),
            indicators=MappingProxyType(self.indicators),
            targets=MappingProxyType(targets),
            path=self.path,
        )

    def area(self, node: Node) -> str | None:
        text = self.scalar(node)
        if text is not None and not _AREA.fullmatch(text):
            self.problem(node, "file.area", word=str(text))
        return text

    def source(self, node: Node) -> Source:
        fields = Fields(self, node, SOURCE_KEYS)
        return Source(
            title=fields.take("title", self.text),
            published=fields.take("published", self.parsed(parse_date)),
            url=fields.take("url", self.words),
        )

    def read_units(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            if self.key(key):
                forms = self.unit_forms(value)
                if forms:
                    self.units[str(key)] = Unit(str(key), forms, self.language)
                else:
                    self.broken_units.add(str(key))

    def unit_forms(self, node: Node) -> dict[str, Mapping[str, str]]:
        if not isinstance(node, Map):
            words = self.words_in(self.language)(node)
            return {} if words is None else {self.language: {"other": words}}
        if not node:
            self.problem(node, "file.no_language")
        fields = Fields(self, node, LANGUAGES)
        forms: dict[str, Mapping[str, str]] = {}
        for language in LANGUAGES:
            found = fields.take(language, lambda value, code=language: self.plural_forms(value, code))  # type: ignore[misc]
            if found:
                forms[language] = found
        return forms

    def plural_forms(self, node: Node, language: str) -> dict[str, str] | None:
        read = self.words_in(language)
        if not isinstance(node, Map):
            words = read(node)
            return None if words is None else {"other": words}
        if not node:
            self.problem(node, "file.nothing")
        fields = Fields(self, node, PLURALS)
        found = {plural: fields.take(plural, read) for plural in PLURALS}
        return {plural: words for plural, words in found.items() if words is not None}

    def read_sections(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            label = self.text(value)
            if self.key(key) and label is not None:
                self.sections[str(key)] = Section(str(key), label)
            else:
                self.broken_sections.add(str(key))

    # Indicators

    def read_indicators(self, node: Node) -> bool:
        claims: dict[str, Scalar] = {}
        entries = self.mapping(node)
        for key in list(entries):
            value = entries.pop(key)  # let go of the nodes of each as soon as it is read
            if self.key(key):
                indicator = self.indicator(key, value, claims)
                if indicator is not None:
                    self.indicators[indicator.key] = indicator
                else:
                    self.broken_indicators.add(str(key))
        ends: dict[str, Scalar | None] = {}
        for name, claimed in claims.items():
            self.settle(name, claimed, _end(name, claims, ends))
        return True

    def indicator(self, key: Scalar, node: Node, claims: dict[str, Scalar]) -> Indicator | None:
        fields = Fields(self, node, INDICATOR_KEYS)
        label = fields.need("label", self.text)
        kind = fields.need("kind", self.one_of(tuple(Kind), "file.kind"))
        unit = fields.need("unit", self.known(self.units, self.broken_units, "file.unit"))
        section = fields.take("section", self.known(self.sections, self.broken_sections, "file.section"))
        better = fields.take("better", self.one_of(tuple(Better), "file.better"))
        counted = kind != Kind.RATIO
        as_written = fields.take("as_written", self.words)
        where = fields.take("where", self.where)
        observations = []
        place = self.place(key)
        value = fields.take("value", self.figure(counted))
        if value is not None and self.period is not None:
            all_of = None if value.all_of is None else str(value.all_of)
            quantity = value.quantity or _UNSETTLED
            observations.append(Observation(self.period, quantity, place, None, as_written, where, all_of))
            if value.all_of is not None:
                claims[str(key)] = value.all_of
        breakdowns: dict[str, Breakdown] = {}
        fields.take("breakdown", lambda found: self.breakdowns(found, counted, breakdowns, observations))
        fields.take("earlier", lambda found: self.earlier(found, counted, observations))
        of = fields.take("of", lambda found: self.percent_of(found, kind, unit))
        skip = fields.take("skip", self.skips) or ()
        note = fields.take("note", self.text)
        if label is None or kind is None or unit is None or self.period is None:
            return None
        return Indicator(
            key=str(key),
            label=label,
            section=section,
            unit=unit,
            kind=Kind(kind),
            better=None if better is None else Better(better),
            breakdowns=breakdowns,
            observations=Figures(observations),
            note=note,
            period=self.period,
            place=place,
            of=of,
            skip=skip,
        )

    def percent_of(self, node: Node, kind: str | None, unit: Unit | None) -> PercentOf | None:
        """The keys of what a percentage is of; whether they exist is seen when all are known."""
        fields = Fields(self, node, OF_KEYS)
        if kind not in (None, Kind.RATIO) or (unit is not None and not unit.is_percent):
            self.problem(node, "file.of_percent")
        part, whole, target = (fields.take(key, self.scalar) for key in OF_KEYS)
        self.of_indicators += [key for key in (part, whole) if key is not None]
        self.of_targets += [] if target is None else [target]
        if isinstance(node, Map) and (whole is None) == (target is None):
            self.problem(node, "file.of_whole")
        return PercentOf(*(None if key is None else str(key) for key in (part, whole, target)))

    def must_exist(
        self, names: list[Scalar], known: Mapping[str, object], broken: set[str], key: str
    ) -> None:
        for name in names:
            if name not in known and name not in broken:
                self.unknown(name, key, known)

    def skips(self, node: Node) -> tuple[Skip, ...]:
        """The findings that the file explains; a single one may stand without a list."""
        found = [self.skip(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return tuple(skip for skip in found if skip is not None)

    def skip(self, node: Node) -> Skip | None:
        fields = Fields(self, node, SKIP_KEYS)
        check, because = fields.need("check", self.scalar), fields.need("because", self.text)
        return None if check is None or because is None else Skip(str(check), because, self.place(node))

    def breakdowns(
        self,
        node: Node,
        counted: bool,
        breakdowns: dict[str, Breakdown],
        observations: list[Observation],
        of: Category | None = None,
    ) -> None:
        """Read the breakdowns of an indicator, or `of` a part of it."""
        above = f"{of.dimension}/{of.member}/" if of else ""
        for key, value in self.mapping(node).items():
            if self.key(key):
                self.breakdown(above + key, value, counted, breakdowns, observations, of)

    def breakdown(
        self,
        dimension: str,
        node: Node,
        counted: bool,
        breakdowns: dict[str, Breakdown],
        observations: list[Observation],
        of: Category | None,
    ) -> None:
        fields = Fields(self, node, BREAKDOWN_KEYS)
        label = fields.take("label", self.text)
        complete = fields.take("complete", self.yes_or_no) or False
        members: dict[str, Text] = {}
        # Before its members are read: theirs come after it.
        breakdowns[dimension] = Breakdown(dimension, label, complete, members, of)

        def read(entries: Node) -> bool:
            for key, value in self.mapping(entries).items():
                if self.key(key):
                    category = Category(dimension, str(key))
                    self.member(category, key, value, counted, members, breakdowns, observations)
            return True

        fields.need("members", read)

    def member(
        self,
        category: Category,
        key: Scalar,
        node: Node,
        counted: bool,
        members: dict[str, Text],
        breakdowns: dict[str, Breakdown],
        observations: list[Observation],
    ) -> None:
        fields = Fields(self, node, MEMBER_KEYS)
        label = fields.need("label", self.text)
        quantity = fields.take("value", self.quantity(counted))
        as_written = fields.take("as_written", self.words)
        if label is None:
            return
        members[category.member] = label
        if quantity is not None and self.period is not None:
            observations.append(Observation(self.period, quantity, self.place(key), category, as_written))
        fields.take(
            "breakdown", lambda found: self.breakdowns(found, counted, breakdowns, observations, category)
        )

    def earlier(self, node: Node, counted: bool, observations: list[Observation]) -> None:
        read = self.quantity(counted)
        known = {figure.period for figure in observations if not figure.category}
        for key, value in self.mapping(node).items():
            period = self.parsed(Period.parse)(key)
            quantity = read(value)
            if period is None or quantity is None or self.period is None:
                continue
            if period == self.period or period.last > self.period.last:
                self.problem(key, "file.not_earlier", period=period, own=self.period)
            elif period in known:
                self.problem(key, "file.same_period", period=period)
            else:
                known.add(period)
                observations.append(Observation(period, quantity, self.place(key)))

    def settle(self, name: str, claimed: Scalar, target: Scalar | None) -> None:
        """Give the indicator `name`, which is all of the one `claimed`, the quantity of its `target`."""
        if target is None:
            self.problem(claimed, "file.all_of_circle", key=name)
            return
        whole = self.indicators.get(target)
        if target in self.broken_indicators:
            return
        if whole is None:
            if target is claimed:  # else it is told where the chain of claims ends
                self.unknown(target, "file.indicator", self.indicators)
        elif whole.value is None:
            self.problem(claimed, "file.all_of_nothing", key=str(target))
        elif name in self.indicators:
            indicator = self.indicators[name]
            if indicator.unit != whole.unit:
                values = {"unit": indicator.unit.key, "other": whole.unit.key}
                self.problem(claimed, "file.all_of_unit", key=str(target), **values)
                return
            claim, *others = indicator.observations
            settled = claim._replace(quantity=whole.value)
            self.indicators[name] = indicator._replace(observations=Figures((settled, *others)))

    # Targets

    def targets(self, node: Node) -> dict[str, Target]:
        found = {}
        for key, value in self.mapping(node).items():
            if self.key(key):
                target = self.target(key, value)
                if target is not None:
                    found[target.key] = target
                else:
                    self.broken_targets.add(str(key))
        return found

    def target(self, key: Scalar, node: Node) -> Target | None:
        fields = Fields(self, node, TARGET_KEYS)
        label = fields.need("label", self.text)
        indicator = fields.need(
            "indicator", self.known(self.indicators, self.broken_indicators, "file.indicator")
        )
        counted = indicator is None or indicator.kind is not Kind.RATIO
        quantity = fields.need("value", self.quantity(counted))
        due = fields.take("due", self.parsed(parse_date))
        baseline = fields.take("baseline", lambda found: self.baseline(found, counted))
        milestones = fields.take("milestones", lambda found: self.milestones(found, counted)) or {}
        as_written = fields.take("as_written", self.words)
        where = fields.take("where", self.where)
        skip = fields.take("skip", self.skips) or ()
        note = fields.take("note", self.text)
        if baseline and due and baseline.date >= due:
            self.problem(key, "file.due_before_baseline", due=due, date=baseline.date)
        for day in milestones:
            if (due and day >= due) or (baseline and day <= baseline.date):
                self.problem(key, "file.milestone_outside", date=day)
        if label is None or indicator is None or quantity is None:
            return None
        return Target(
            key=str(key),
            label=label,
            indicator=indicator,
            quantity=quantity,
            due=due,
            baseline=baseline,
            milestones=dict(sorted(milestones.items())),
            as_written=as_written,
            where=where,
            note=note,
            place=self.place(key),
            skip=skip,
        )

    def baseline(self, node: Node, counted: bool) -> Baseline | None:
        fields = Fields(self, node, BASELINE_KEYS)
        quantity = fields.need("value", self.quantity(counted))
        day = fields.need("date", self.parsed(parse_date))
        return None if quantity is None or day is None else Baseline(quantity, day)

    def milestones(self, node: Node, counted: bool) -> dict[date, Quantity]:
        read_date, read_quantity = self.parsed(parse_date), self.quantity(counted)
        found = {}
        for key, value in self.mapping(node).items():
            day, quantity = read_date(key), read_quantity(value)
            if day is not None and quantity is not None:
                found[day] = quantity
        return found


def _end(name: str, claims: Mapping[str, Scalar], ends: dict[str, Scalar | None]) -> Scalar | None:
    """What stands at the end of a chain of indicators that are all of the next; None for a circle.

    `ends` remembers the end for every indicator of a chain, so that none is walked twice.
    """
    chain: dict[str, None] = {}
    end: Scalar | None = None
    while name not in chain:
        chain[name] = None
        end = claims[name]
        if end in ends:
            end = ends[end]
            break
        if end not in claims:
            break
        name = end
    else:
        end = None
    ends.update(dict.fromkeys(chain, end))
    return end
