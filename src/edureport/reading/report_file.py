"""Report files: from nodes to a Report, with every mistake in the file found in one reading."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.message import message
from edureport.model.period import DAY, Period, parse_date
from edureport.model.quantity import Quantity
from edureport.model.report import (
    AREA,
    LANGUAGES,
    Baseline,
    Better,
    Blank,
    Breakdown,
    Category,
    Figures,
    Flag,
    Gap,
    Indicator,
    IndicatorKind,
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
from edureport.reading.values import Fields, Measure, Values

VERSION = "1"
PLURALS = ("zero", "one", "two", "few", "many", "other")  # CLDR plural categories
FILE_KEYS = ("edureport", "report", "units", "sections", "indicators", "targets")
REPORT_KEYS = ("id", "organisation", "area", "period", "language", "source")
ORGANISATION_KEYS = ("id", *LANGUAGES)
SOURCE_KEYS = ("title", "published", "url", "licence")
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
    "flags",
    "precision",
    "skip",
    "note",
)
BREAKDOWN_KEYS = ("label", "complete", "members")
MEMBER_KEYS = ("label", "value", "as_written", "flags", "precision", "breakdown")
EARLIER_KEYS = ("value", "as_written", "flags", "precision")
UNIT_KEYS = (*LANGUAGES, "whole")
OF_KEYS = ("part", "whole", "target")
SKIP_KEYS = ("check", "because")
TARGET_KEYS = (
    "label",
    "indicator",
    "member",
    "value",
    "due",
    "from",
    "baseline",
    "milestones",
    "as_written",
    "where",
    "skip",
    "note",
)
BASELINE_KEYS = ("value", "date")

_LIMITS = Limits()
_KINDS, _BETTERS = tuple(IndicatorKind), tuple(Better)
_UNSETTLED = Quantity(Decimal(0))  # stands for "all of …" until every indicator is known
_NO_PERIOD = Period(date.min, date.min)  # of an earlier figure until its key is read


class _Division(NamedTuple):
    """What the parts of one indicator are read with, and into."""

    measure: Measure
    read: Callable[[Node], Quantity | None]
    breakdowns: dict[str, Breakdown]
    observations: list[Observation]
    blanks: list[Blank]


def read_report(data: bytes, path: str, limits: Limits = _LIMITS) -> Report:
    """The report in `data`; `path` names it in messages.

    Raises ReportError with every mistake in the file.
    """
    return report_of(*parse(data, path, limits), path)


def report_of(root: Node, problems: Problems, path: str) -> Report:
    """The report of nodes; raises ReportError with every mistake in the file."""
    reader = ReportReader(path, problems)
    report = reader.report(root)
    if reader.problems or report is None:
        for gap in reader.gaps or ():
            reader.problems.note(empty(gap))
        raise ReportError.all_of(reader.problems)
    return report


def empty(gap: Gap) -> Problem:
    """What is left empty as a mistake, for those who ask for a complete file."""
    return Problem(message("file.nothing", key=gap.key), gap.place)


class ReportReader(Values):
    """Reads one report file."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.period: Period | None = None
        self.organisation_id: str | None = None
        self.units: dict[str, Unit] = {}
        self.sections: dict[str, Section] = {}
        self.indicators: dict[str, Indicator] = {}
        # Those that are there, but wrong: to miss them as well would be to say a mistake twice.
        self.broken_units: set[str] = set()
        self.broken_sections: set[str] = set()
        self.broken_indicators: set[str] = set()
        self.broken_targets: set[str] = set()
        self.steps: dict[str, Decimal] = {}  # of indicators whose precision says that there are decimals
        self.of_indicators: list[Scalar] = []  # keys that `of` names, before all indicators are known
        self.of_targets: list[Scalar] = []

    def report(self, root: Node) -> Report | None:
        if not isinstance(root, Map) or "edureport" not in root:
            place = Place(self.path, 1, 1)
            self.problems.note(Problem(message("file.not_a_report"), place))
            return None
        self.gaps = []
        fields = Fields(self, root, FILE_KEYS)
        if not self.version(fields):
            return None
        self.entry = "report"
        head = fields.need("report", lambda node: Fields(self, node, REPORT_KEYS))
        if head is None:
            return None
        language = head.need("language", self.one_of(LANGUAGES, "file.language"))
        self.language = language or "en"
        name = head.need("id", self.scalar)
        organisation = head.need("organisation", self.organisation)
        area = head.take("area", self.area)
        self.period = head.need("period", self.parsed(Period.parse))
        source = head.take("source", self.source)
        self.entry = ""
        fields.take("units", self.read_units)
        self.entry = ""
        fields.take("sections", self.read_sections)
        self.entry = ""
        fields.need("indicators", self.read_indicators)
        self.entry = ""
        targets = fields.take("targets", self.targets) or {}
        targets = self.settle_counts(targets)
        self.must_exist(self.of_indicators, self.indicators, self.broken_indicators, "file.indicator")
        self.must_exist(self.of_targets, targets, self.broken_targets, "file.target")
        for key, indicator in self.indicators.items():
            if indicator.of and indicator.of.target and indicator.of.target not in targets:
                self.indicators[key] = indicator._replace(of=None)  # of a target that has no value yet
        if name is None or organisation is None or self.period is None:
            return None
        return Report(
            id=str(name),
            organisation=organisation,
            organisation_id=self.organisation_id,
            area=area,
            period=self.period,
            language=self.language,
            source=source,
            units=MappingProxyType(self.units),
            sections=MappingProxyType(self.sections),
            indicators=MappingProxyType(self.indicators),
            targets=MappingProxyType(targets),
            path=self.path,
            gaps=tuple(sorted(self.gaps, key=lambda gap: gap.place.position)),
        )

    def version(self, fields: Fields) -> bool:
        """Whether the file is of the version that is read here."""
        version = fields.take("edureport", self.scalar)
        if version is not None and version != VERSION:
            self.problem(version, "file.version", version=str(version), known=VERSION)
            return False
        return True

    def organisation(self, node: Node) -> Text | None:
        """The name; the id beside it, which is the same in every report and language, is kept apart."""
        if not isinstance(node, Map):
            return self.text(node)
        fields = Fields(self, node, ORGANISATION_KEYS)
        identifier = fields.take("id", self.scalar)
        if identifier is not None and self.key(identifier):
            self.organisation_id = str(identifier)
        if not fields.map:
            self.problem(node, "file.no_language")
        return self.texts(fields)

    def area(self, node: Node) -> str | None:
        text = self.scalar(node)
        if text is not None and not AREA.fullmatch(text):
            self.problem(node, "file.area", word=str(text))
        return text

    def source(self, node: Node) -> Source:
        self.entry = "source"
        fields = Fields(self, node, SOURCE_KEYS)
        return Source(
            title=fields.take("title", self.text),
            published=fields.take("published", self.parsed(parse_date)),
            url=fields.take("url", self.words),
            licence=fields.take("licence", self.words),
        )

    def read_units(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            if self.key(key):
                unit = self.unit(str(key), value)
                if unit is not None:
                    self.units[str(key)] = unit
                else:
                    self.broken_units.add(str(key))

    def unit(self, key: str, node: Node) -> Unit | None:
        self.entry = key
        if not isinstance(node, Map):
            words = self.words_in(self.language)(node)
            return None if words is None else Unit(key, {self.language: {"other": words}}, self.language)
        fields = Fields(self, node, UNIT_KEYS)
        whole = fields.take("whole", self.yes_or_no)
        if not fields.map:
            self.problem(node, "file.no_language")
        forms: dict[str, Mapping[str, str]] = {}
        for language in LANGUAGES:
            plurals = fields.take(language, lambda value, code=language: self.plural_forms(value, code))  # type: ignore[misc]
            if plurals:
                forms[language] = plurals
        return Unit(key, forms, self.language, whole is not False) if forms else None

    def plural_forms(self, node: Node, language: str) -> dict[str, str] | None:
        read = self.words_in(language)
        if not isinstance(node, Map):
            words = read(node)
            return None if words is None else {"other": words}
        if not node:
            self.problem(node, "file.nothing", key=self.path_of(language))
        fields = Fields(self, node, PLURALS)
        forms = {plural: fields.take(plural, read) for plural in PLURALS}
        return {plural: words for plural, words in forms.items() if words is not None}

    def read_sections(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            self.entry, self.taken = str(key), ""
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
        self.entry = str(key)
        fields = Fields(self, node, INDICATOR_KEYS)
        label = fields.need("label", self.text)
        kind = fields.need("kind", self.one_of(_KINDS, "file.kind"))
        unit = fields.need("unit", self.known(self.units, self.broken_units, "file.unit"))
        section = fields.take("section", self.known(self.sections, self.broken_sections, "file.section"))
        better = fields.take("better", self.one_of(_BETTERS, "file.better"))
        precision = fields.take("precision", self.precision)
        measure = self.measure(unit, kind, precision)
        if precision is not None and precision < 1:
            self.steps[str(key)] = precision
        flags = fields.take("flags", self.flags) or ()
        as_written = fields.take("as_written", self.words)
        where = fields.take("where", self.where)
        observations = []
        place = self.place(key)
        blanks: list[Blank] = []
        value = fields.take("value", self.figure(measure))
        if value is not None and self.period is not None:
            all_of = None if value.all_of is None else str(value.all_of)
            quantity = self.as_printed(value.quantity, as_written) if value.quantity else _UNSETTLED
            observations.append(
                Observation(self.period, quantity, place, None, as_written, where, all_of, flags)
            )
            if value.all_of is not None:
                claims[str(key)] = value.all_of
        elif flags:
            blanks.append(Blank(place, None, 0, as_written, flags))
        breakdowns: dict[str, Breakdown] = {}
        parts = _Division(measure, self.quantity(measure), breakdowns, observations, blanks)
        fields.take("breakdown", lambda child: self.breakdowns(child, parts))
        fields.take("earlier", lambda child: self.earlier(child, measure, observations))
        of = fields.take("of", lambda child: self.percent_of(child, kind, unit))
        skip = fields.take("skip", self.skips) or ()
        note = fields.take("note", self.text)
        if label is None or kind is None or unit is None or self.period is None:
            return None
        return Indicator(
            key=str(key),
            label=label,
            section=section,
            unit=unit,
            kind=IndicatorKind(kind),
            better=None if better is None else Better(better),
            breakdowns=breakdowns,
            observations=Figures(observations),
            note=note,
            period=self.period,
            place=place,
            of=of,
            skip=skip,
            blanks=tuple(blanks),
        )

    def measure(self, unit: Unit | None, kind: str | None, precision: Decimal | None = None) -> Measure:
        """Whether figures in a unit count whole things, as far as is known before all are read."""
        ratio = kind == IndicatorKind.RATIO or (unit is not None and unit.is_percent)
        if unit is None:
            return Measure(None, counted=not ratio, ratio=ratio, precision=precision)
        counted = not ratio and unit.whole and unit.key not in self.with_decimals
        return Measure(unit.key, counted, ratio, precision)

    def percent_of(self, node: Node, kind: str | None, unit: Unit | None) -> PercentOf | None:
        """The keys of what a percentage is of; whether they exist is seen when all are known."""
        fields = Fields(self, node, OF_KEYS)
        if kind not in (None, IndicatorKind.RATIO) or (unit is not None and not unit.is_percent):
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
        """The findings that the file explains; a single one needs no list."""
        entries = [self.skip(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return tuple(skip for skip in entries if skip is not None)

    def skip(self, node: Node) -> Skip | None:
        fields = Fields(self, node, SKIP_KEYS)
        check, because = fields.need("check", self.scalar), fields.need("because", self.text)
        return None if check is None or because is None else Skip(str(check), because, self.place(node))

    def breakdowns(self, node: Node, parts: "_Division", of: Category | None = None) -> None:
        """Read the breakdowns of an indicator, or `of` a part of it."""
        above = f"{of.dimension}/{of.member}/" if of else ""
        known = self.mapping(node)
        for key, value in known.items():
            if self.key(key):
                self.breakdown(above + key, value, parts, of, beside_others=len(known) > 1)

    def breakdown(
        self, dimension: str, node: Node, parts: "_Division", of: Category | None, *, beside_others: bool
    ) -> None:
        fields = Fields(self, node, BREAKDOWN_KEYS)
        label = fields.take("label", self.text)
        complete = fields.take("complete", self.yes_or_no) or False
        members: dict[str, Text] = {}
        # Before its members are read: theirs come after it.
        parts.breakdowns[dimension] = Breakdown(dimension, label, complete, members, of, beside_others)

        def read(entries: Node) -> bool:
            above = self.entry
            for key, value in self.mapping(entries).items():
                if self.key(key):
                    self.entry = f"{above}.{key}"
                    self.member(Category(dimension, str(key)), key, value, members, parts)
            self.entry = above
            return True

        fields.need("members", read)

    def member(
        self, category: Category, key: Scalar, node: Node, members: dict[str, Text], parts: "_Division"
    ) -> None:
        fields = Fields(self, node, MEMBER_KEYS)
        label = fields.need("label", self.text)
        read, as_written = parts.read, None
        flags: tuple[Flag, ...] = ()
        if len(fields.map) > 1 or "value" not in fields.map:  # most have but a value
            precision = fields.take("precision", self.precision)
            if precision:
                read = self.quantity(parts.measure._replace(precision=precision))
            as_written = fields.take("as_written", self.words)
            flags = fields.take("flags", self.flags) or ()
        quantity = fields.take("value", read)
        if label is None:
            return
        members[category.member] = label
        observations, place = parts.observations, self.place(key)
        if quantity is None:
            parts.blanks.append(Blank(place, category, len(observations), as_written, flags))
        elif self.period is not None:
            quantity = self.as_printed(quantity, as_written) if as_written else quantity
            observations.append(Observation(self.period, quantity, place, category, as_written, flags=flags))
        if fields.map:
            fields.take("breakdown", lambda child: self.breakdowns(child, parts, category))

    def earlier(self, node: Node, measure: Measure, observations: list[Observation]) -> None:
        known = {figure.period for figure in observations if not figure.category}
        entries = self.mapping(node)
        for key, value in entries.items():
            if self.cut_number(entries, key) or (not value and self.left_empty(value, f"earlier.{key}")):
                continue
            period = self.parsed(Period.parse)(key)
            above, self.entry = self.entry, self.path_of(f"earlier.{key}")
            figure = self.earlier_figure(value, measure, self.place(key))
            self.entry = above
            if period is None or figure is None or self.period is None:
                continue
            if period == self.period or period.last > self.period.last:
                self.problem(key, "file.not_earlier", period=period, own=self.period)
            elif period in known:
                self.problem(key, "file.same_period", period=period)
            else:
                known.add(period)
                observations.append(figure._replace(period=period))

    def earlier_figure(self, node: Node, measure: Measure, place: Place) -> Observation | None:
        """A figure for a period before, a bare one or one with flags; its period is still to be set."""
        if not isinstance(node, Map):
            quantity = self.quantity(measure)(node)
            return None if quantity is None else Observation(_NO_PERIOD, quantity, place)
        fields = Fields(self, node, EARLIER_KEYS)
        precision = fields.take("precision", self.precision)
        measure = measure._replace(precision=precision) if precision else measure
        quantity = fields.expect("value", self.quantity(measure))
        as_written = fields.take("as_written", self.words)
        flags = fields.take("flags", self.flags) or ()
        if quantity is None:
            return None
        quantity = self.as_printed(quantity, as_written)
        return Observation(_NO_PERIOD, quantity, place, as_written=as_written, flags=flags)

    def settle(self, name: str, claimed: Scalar, target: Scalar | None) -> None:
        """Give the indicator `name`, which is all of the one `claimed`, the quantity of its `target`."""
        if target is None:
            self.problem(claimed, "file.all_of_circle", key=name)
            return
        whole = self.indicators.get(target)
        if target in self.broken_indicators:
            return
        if whole is None:
            if target is claimed:  # else it is reported where the chain of claims ends
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

    def settle_counts(self, targets: dict[str, Target]) -> dict[str, Target]:
        """Once all is read: a unit with decimals anywhere counts nothing, and may be below zero."""
        for unit, node, error in self.negative:
            if unit not in self.with_decimals:
                self.refuse(node, error)
        for key, indicator in self.indicators.items():
            if indicator.unit.key in self.with_decimals:
                figures = (_uncounted_figure(figure) for figure in indicator.observations)
                self.indicators[key] = indicator._replace(observations=Figures(figures))
        return {
            key: self.uncounted_target(target) if target.indicator.unit.key in self.with_decimals else target
            for key, target in targets.items()
        }

    def uncounted_target(self, target: Target) -> Target:
        baseline = target.baseline
        return target._replace(
            indicator=self.indicators[target.indicator.key],
            quantity=_uncounted(target.quantity),
            baseline=baseline and baseline._replace(quantity=_uncounted(baseline.quantity)),
            milestones={day: _uncounted(quantity) for day, quantity in target.milestones.items()},
        )

    # Targets

    def targets(self, node: Node) -> dict[str, Target]:
        targets = {}
        for key, value in self.mapping(node).items():
            if self.key(key):
                target = self.target(key, value)
                if target is not None:
                    targets[target.key] = target
                else:
                    self.broken_targets.add(str(key))
        return targets

    def target(self, key: Scalar, node: Node) -> Target | None:
        fields = Fields(self, node, TARGET_KEYS)
        self.entry = str(key)
        label = fields.need("label", self.text)
        indicator = fields.need(
            "indicator", self.known(self.indicators, self.broken_indicators, "file.indicator")
        )
        measure = self.measure(indicator.unit if indicator else None, indicator.kind if indicator else None)
        step = self.steps.get(indicator.key) if indicator else None
        measure = measure._replace(precision=step, plan=True)
        category = fields.take("member", lambda child: self.part(child, indicator))
        quantity = fields.expect("value", self.quantity(measure))
        due = fields.take("due", self.parsed(parse_date))
        since = fields.take("from", lambda child: self.since(child, indicator, due))
        baseline = fields.take("baseline", lambda child: self.baseline(child, measure))
        milestones = fields.take("milestones", lambda child: self.milestones(child, measure)) or {}
        as_written = fields.take("as_written", self.words)
        where = fields.take("where", self.where)
        skip = fields.take("skip", self.skips) or ()
        note = fields.take("note", self.text)
        if baseline and due and baseline.date >= due:
            self.problem(key, "file.due_before_baseline", due=due, date=baseline.date)
        if baseline and since and since - baseline.date != DAY:
            self.problem(key, "file.from_and_baseline", since=since, date=baseline.date)
        for day in milestones:
            if (due and day >= due) or (baseline and day <= baseline.date) or (since and day < since):
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
            category=category,
            since=since,
        )

    def part(self, node: Node, indicator: Indicator | None) -> Category | None:
        """The part of the indicator that `member: {ownership: state}` names."""
        entries = self.mapping(node)
        if len(entries) != 1:
            if isinstance(node, Map):
                self.problem(node, "file.one_member")
            return None
        ((dimension, value),) = entries.items()
        member = self.scalar(value)
        if indicator is None or member is None:
            return None
        if dimension not in indicator.breakdowns:
            self.unknown(dimension, "file.dimension", indicator.breakdowns)
        elif member not in indicator.breakdowns[dimension].members:
            self.unknown(member, "file.member", indicator.breakdowns[dimension].members)
        else:
            return Category(str(dimension), str(member))
        return None

    def since(self, node: Node, indicator: Indicator | None, due: date | None) -> date | None:
        """The day from which a flow counts."""
        day = self.parsed(parse_date)(node)
        if indicator is not None and indicator.kind is not IndicatorKind.FLOW:
            self.problem(node, "file.from_of_flow")
        elif day is not None and due is not None and day > due:
            self.problem(node, "file.from_after_due", since=day, due=due)
        return day

    def baseline(self, node: Node, measure: Measure) -> Baseline | None:
        fields = Fields(self, node, BASELINE_KEYS)
        self.entry, above = self.path_of("baseline"), self.entry
        quantity = fields.expect("value", self.quantity(measure))
        day = fields.expect("date", self.parsed(parse_date))
        self.entry = above
        return None if quantity is None or day is None else Baseline(quantity, day)

    def milestones(self, node: Node, measure: Measure) -> dict[date, Quantity]:
        read_date, read_quantity = self.parsed(parse_date), self.quantity(measure)
        milestones = {}
        entries = self.mapping(node)
        for key, value in entries.items():
            if self.cut_number(entries, key) or (not value and self.left_empty(value, f"milestones.{key}")):
                continue
            day, quantity = read_date(key), read_quantity(value)
            if day is not None and quantity is not None:
                milestones[day] = quantity
        return milestones


def _uncounted(quantity: Quantity) -> Quantity:
    if not quantity.counted:
        return quantity
    return Quantity(quantity.stated, quantity.bound, quantity.upper, False, quantity.precision)


def _uncounted_figure(figure: Observation) -> Observation:
    return figure._replace(quantity=_uncounted(figure.quantity)) if figure.quantity.counted else figure


def _end(name: str, claims: Mapping[str, Scalar], ends: dict[str, Scalar | None]) -> Scalar | None:
    """The end of a chain of indicators, each "all of" the next; None if the chain is a circle.

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
