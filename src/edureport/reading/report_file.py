"""Report files: from nodes to a Report, with every mistake in the file found in one reading."""

from collections.abc import Mapping
from types import MappingProxyType

from edureport.errors import ReportError
from edureport.model.period import Period, parse_date
from edureport.model.quantity import Quantity
from edureport.model.report import AREA, LANGUAGES, Figures, Gap, Report, Section, Source, Target, Text, Unit
from edureport.problem import Place, Problem, Problems
from edureport.reading import report_keys as keys
from edureport.reading.nodes import Map, Node, finish
from edureport.reading.targets import TargetReader
from edureport.reading.values import Fields


def report_of(root: Node, problems: Problems, path: str) -> Report:
    """The report of nodes; raises ReportError with every mistake in the file.

    UnplacedError if there is one in what was read without its place.
    """
    reader = ReportReader(path, Problems())
    report = reader.report(root)
    finish(root)
    problems.note_all(reader.problems)
    if problems or report is None:
        for gap in reader.gaps or ():
            problems.note(empty(gap))
        raise ReportError.all_of(problems)
    return report


def empty(gap: Gap) -> Problem:
    """What is left empty as a mistake, for those who ask for a complete file."""
    return Problem.at(gap.place, "file.nothing", key=gap.key)


class ReportReader(TargetReader):
    """Reads one report file."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.organisation_id: str | None = None

    def report(self, root: Node) -> Report | None:
        if not isinstance(root, Map) or "edureport" not in root:
            place = Place(self.path, 1, 1)
            self.problems.note(Problem.at(place, "file.not_a_report"))
            return None
        self.gaps = []
        fields = Fields(self, root, keys.FILE_KEYS)
        if not self.version(fields):
            return None
        self.entry = "report"
        head = fields.need("report", lambda node: Fields(self, node, keys.REPORT_KEYS))
        if head is None:
            return None
        self.language = head.need("language", self.one_of(LANGUAGES, "file.language")) or "en"
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
        organisation: Text,
        area: str | None,
        source: Source | None,
        period: Period,
        targets: Mapping[str, Target],
    ) -> Report:
        """What has been read, as a report."""
        return Report(
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

    def organisation(self, node: Node) -> Text | None:
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
        if text is not None and not AREA.fullmatch(text):
            self.problem(node, "file.area", word=str(text))
        return text

    def source(self, node: Node) -> Source:
        self.entry = "source"
        fields = Fields(self, node, keys.SOURCE_KEYS)
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
        fields = Fields(self, node, keys.UNIT_KEYS)
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
        fields = Fields(self, node, keys.PLURALS)
        forms = {plural: fields.take(plural, read) for plural in keys.PLURALS}
        return {plural: words for plural, words in forms.items() if words is not None}

    def read_sections(self, node: Node) -> None:
        for key, value in self.mapping(node).items():
            self.entry, self.taken = str(key), ""
            label = self.text(value)
            if self.key(key) and label is not None:
                self.sections[str(key)] = Section(str(key), label)
            else:
                self.broken_sections.add(str(key))

    def settle_counts(self, targets: dict[str, Target]) -> dict[str, Target]:
        """Once all is read: a unit with decimals anywhere counts nothing, and may be below zero."""
        for unit, node, error in self.negative:
            if unit not in self.with_decimals:
                self.refuse(node, error)
        for key, indicator in self.indicators.items():
            if indicator.unit.key in self.with_decimals:
                figures = (one._replace(quantity=_uncounted(one.quantity)) for one in indicator.observations)
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


def _uncounted(quantity: Quantity) -> Quantity:
    if not quantity.counted:
        return quantity
    return Quantity(quantity.stated, quantity.bound, quantity.upper, False, quantity.precision)
