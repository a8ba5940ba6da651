"""Report files: from nodes to a Report, with every mistake in the file found in one reading."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from edureport.errors import ReportError
from edureport.model import report as model
from edureport.model.period import DAY, Period, parse_date
from edureport.model.quantity import Quantity
from edureport.problem import Place, Problem, Problems
from edureport.reading import report_keys as keys
from edureport.reading.indicators import IndicatorReader
from edureport.reading.nodes import Map, Node, finish
from edureport.reading.report_keys import BASELINE_KEYS, TARGET_KEYS
from edureport.reading.values import Fields, Measure


def report_of(root: Node, problems: Problems, path: str) -> model.Report:
    """The report of nodes; ReportError with every mistake, UnplacedError for one in what has no place."""
    reader = ReportReader(path, Problems())
    report = reader.report(root)
    finish(root)
    problems.note_all(reader.problems)
    if problems or report is None:
        for gap in reader.gaps or ():
            problems.note(empty(gap))
        raise ReportError.all_of(problems)
    return report


def empty(gap: model.Gap) -> Problem:
    """What is left empty as a mistake, for those who ask for a complete file."""
    return Problem.at(gap.place, "file.nothing", key=gap.key)


class ReportReader(IndicatorReader):
    """Reads one report file."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.organisation_id: str | None = None
        self.broken_targets: set[str] = set()

    def report(self, root: Node) -> model.Report | None:
        if not isinstance(root, Map) or "edureport" not in root:
            self.problems.note(Problem.at(Place(self.path, 1, 1), "file.not_a_report"))
            return None
        self.gaps = []
        fields = Fields(self, root, keys.FILE_KEYS)
        if not self.version(fields):
            return None
        self.entry = "report"
        head = fields.need("report", lambda node: Fields(self, node, keys.REPORT_KEYS))
        if head is None:
            return None
        self.language = head.need("language", self.one_of(model.LANGUAGES, "file.language")) or "en"
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
        return self.made(str(name), organisation, area, source, self.period, targets)

    def made(
        self,
        name: str,
        organisation: model.Text,
        area: str | None,
        source: model.Source | None,
        period: Period,
        targets: Mapping[str, model.Target],
    ) -> model.Report:
        return model.Report(
            id=name,
            organisation=organisation,
            organisation_id=self.organisation_id,
            area=area,
            period=period,
            language=self.language,
            source=source,
            units=MappingProxyType(self.units),
            sections=MappingProxyType(self.sections),
            indicators=MappingProxyType(self.indicators),
            targets=MappingProxyType(targets),
            path=self.path,
            gaps=tuple(sorted(self.gaps or (), key=lambda gap: gap.place.position)),
        )

    def version(self, fields: Fields) -> bool:
        """Whether the file is of the version that is read here."""
        version = fields.take("edureport", self.scalar)
        if version is not None and version != keys.VERSION:
            self.problem(version, "file.version", version=str(version), known=keys.VERSION)
            return False
        return True

    def organisation(self, node: Node) -> model.Text | None:
        """The name; the id beside it, which is the same in every report and language, is kept apart."""
        if not isinstance(node, Map):
            return self.text(node)
        fields = Fields(self, node, keys.ORGANISATION_KEYS)
        identifier = fields.take("id", self.scalar)
        if identifier is not None and self.key(identifier):
            self.organisation_id = str(identifier)
        if not fields.map:
            self.problem(node, "file.no_language")
        return self.texts(fields)

    def area(self, node: Node) -> str | None:
        text = self.scalar(node)
        if text is not None and not model.AREA.fullmatch(text):
            self.problem(node, "file.area", word=str(text))
        return text

    def source(self, node: Node) -> model.Source:
        self.entry = "source"
        fields = Fields(self, node, keys.SOURCE_KEYS)
        return model.Source(
            title=fields.take("title", self.text),
            published=fields.take("published", self.parsed(parse_date)),
            url=fields.take("url", self.words),
            licence=fields.take("licence", self.words),
        )

    def read_units(self, node: Node) -> None:
        self.read_entries(node, self.unit, self.units, self.broken_units)

    def unit(self, name: str, node: Node) -> model.Unit | None:
        self.entry = key = str(name)
        if not isinstance(node, Map):
            words = self.words_in(self.language)(node)
            return (
                None if words is None else model.Unit(key, {self.language: {"other": words}}, self.language)
            )
        fields = Fields(self, node, keys.UNIT_KEYS)
        whole = fields.take("whole", self.yes_or_no)
        if not fields.map:
            self.problem(node, "file.no_language")
        forms: dict[str, Mapping[str, str]] = {}
        for language in model.LANGUAGES:
            plurals = fields.take(language, lambda value, code=language: self.plural_forms(value, code))  # type: ignore[misc]
            if plurals:
                forms[language] = plurals
        return model.Unit(key, forms, self.language, whole is not False) if forms else None

    def plural_forms(self, node: Node, language: str) -> dict[str, str] | None:
        read = self.words_in(language)
        if not isinstance(node, Map):
            words = read(node)
            return None if words is None else {"other": words}
        if not node:
            self.problem(node, "file.nothing", key=self.path_of(language))
        fields = Fields(self, node, keys.PLURALS)
        forms = {plural: fields.take(plural, read) for plural in keys.PLURALS}
        return {plural: words for plural, words in forms.items() if words is not None}

    def read_sections(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            self.entry, self.taken = str(key), ""
            label = self.text(value)
            if self.key(key) and label is not None:
                self.sections[str(key)] = model.Section(str(key), label)
            else:
                self.broken_sections.add(str(key))

    def settle_counts(self, targets: dict[str, model.Target]) -> dict[str, model.Target]:
        """Once all is read: a unit with decimals anywhere counts nothing, and may be below zero."""
        for unit, node, error in self.negative:
            if unit not in self.with_decimals:
                self.refuse(node, error)
        for key, indicator in self.indicators.items():
            if indicator.unit.key in self.with_decimals:
                figures = (one._replace(quantity=_uncounted(one.quantity)) for one in indicator.observations)
                self.indicators[key] = indicator._replace(observations=model.Figures(figures))
        return {
            key: self.uncounted_target(target) if target.indicator.unit.key in self.with_decimals else target
            for key, target in targets.items()
        }

    def uncounted_target(self, target: model.Target) -> model.Target:
        baseline = target.baseline
        return target._replace(
            indicator=self.indicators[target.indicator.key],
            quantity=_uncounted(target.quantity),
            baseline=baseline and baseline._replace(quantity=_uncounted(baseline.quantity)),
            milestones={day: _uncounted(quantity) for day, quantity in target.milestones.items()},
        )

    def targets(self, node: Node) -> dict[str, model.Target]:
        targets: dict[str, model.Target] = {}
        self.read_entries(node, self.target, targets, self.broken_targets)
        return targets

    def target(self, key: str, node: Node) -> model.Target | None:
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
        return model.Target(
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

    def part(self, node: Node, indicator: model.Indicator | None) -> model.Category | None:
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
            return model.Category(str(dimension), str(member))
        return None

    def since(self, node: Node, indicator: model.Indicator | None, due: date | None) -> date | None:
        """The day from which a flow counts."""
        day = self.parsed(parse_date)(node)
        if indicator is not None and indicator.kind is not model.IndicatorKind.FLOW:
            self.problem(node, "file.from_of_flow")
        elif day is not None and due is not None and day > due:
            self.problem(node, "file.from_after_due", since=day, due=due)
        return day

    def baseline(self, node: Node, measure: Measure) -> model.Baseline | None:
        fields = Fields(self, node, BASELINE_KEYS)
        self.entry, above = self.path_of("baseline"), self.entry
        quantity = fields.expect("value", self.quantity(measure))
        day = fields.expect("date", self.parsed(parse_date))
        self.entry = above
        return None if quantity is None or day is None else model.Baseline(quantity, day)

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
