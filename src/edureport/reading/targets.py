"""The targets of a report file: their values, days, baselines and milestones."""

from datetime import date

from edureport.model.period import DAY, parse_date
from edureport.model.quantity import Quantity
from edureport.model.report import Baseline, Category, Indicator, IndicatorKind, Target
from edureport.problem import Problems
from edureport.reading.indicators import IndicatorReader
from edureport.reading.nodes import Map, Node
from edureport.reading.report_keys import BASELINE_KEYS, TARGET_KEYS
from edureport.reading.values import Fields, Measure


class TargetReader(IndicatorReader):
    """Reads the targets of one report file, whose indicators are known."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.broken_targets: set[str] = set()

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

    def target(self, key: str, node: Node) -> Target | None:
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
