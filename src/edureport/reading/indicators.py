"""The indicators of a report file: their labels, figures, parts and earlier figures."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from functools import partial
from types import MappingProxyType
from typing import Any, NamedTuple

from edureport.model import report as model
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.problem import Place, Problems
from edureport.reading import report_keys as keys
from edureport.reading.nodes import Map, Node, Seq
from edureport.reading.values import Fields, Measure, Values
from edureport.record import made

_UNSETTLED = Quantity(Decimal(0))  # stands for "all of …" until every indicator is known
_NO_PERIOD = Period(date.min, date.min)  # of an earlier figure until its key is read


class _Division(NamedTuple):
    """What the parts of one indicator are read with, and into."""

    measure: Measure
    read: Callable[[Node], Quantity | None]
    breakdowns: dict[str, model.Breakdown]
    observations: list[model.Observation]
    blanks: list[model.Blank]


class _Frame(NamedTuple):
    """What most indicators of a section have in common."""

    kind: model.IndicatorKind | None
    unit: model.Unit | None
    section: model.Section | None


class _Statements(NamedTuple):
    """What may be said of an indicator besides its name, its kind, its figures and a note."""

    better: model.Better | None = None
    precision: Decimal | None = None
    flags: tuple[model.Flag, ...] = ()
    where: Mapping[str, str] | None = None
    of: model.PercentOf | None = None
    skip: tuple[model.Skip, ...] = ()


_NOTHING = _Statements()
_VALUE = {"value"}  # of many indicators all that is left
_UNDIVIDED: Mapping[str, model.Breakdown] = MappingProxyType({})


class IndicatorReader(Values):
    """Reads the indicators of one report file, whose period, units and sections are known."""

    def __init__(self, path: str, problems: Problems) -> None:
        super().__init__(path, problems)
        self.period: Period | None = None
        self.units: dict[str, model.Unit] = {}
        self.sections: dict[str, model.Section] = {}
        self.indicators: dict[str, model.Indicator] = {}
        # Those that are there, but wrong: to miss them as well would be to say a mistake twice.
        self.broken_units: set[str] = set()
        self.broken_sections: set[str] = set()
        self.broken_indicators: set[str] = set()
        self.steps: dict[str, Decimal] = {}  # of indicators whose precision says that there are decimals
        self.of_indicators: list[str] = []  # keys that `of` names, before all indicators are known
        self.of_targets: list[str] = []
        self.divisions: dict[
            tuple[str, ...], Mapping[str, model.Breakdown]
        ] = {}  # of the first with these keys
        self.frames: dict[tuple[Node | None, ...], _Frame] = {}  # by the words for it
        self.kind = self.member_of(model.IndicatorKind, "file.kind")
        self.better = self.member_of(model.Better, "file.better")
        self.unit_named = self.known(self.units, self.broken_units, "file.unit")
        self.section_named = self.known(self.sections, self.broken_sections, "file.section")
        self.said: dict[str, Callable[[Node], Any]] = {
            "better": self.better,
            "precision": self.precision,
            "flags": self.flags,
            "where": self.where,
            "skip": self.skips,
        }

    def read_indicators(self, node: Node) -> bool:
        claims: dict[str, str] = {}
        read = partial(self.indicator, claims)
        self.read_entries(node, read, self.indicators, self.broken_indicators)
        ends: dict[str, str | None] = {}
        for name, claimed in claims.items():
            self.settle(name, claimed, _end(name, claims, ends))
        return True

    def indicator(self, claims: dict[str, str], key: str, node: Node) -> model.Indicator | None:
        self.entry = name = str(key)
        fields = Fields(self, node, keys.INDICATOR_KEYS)
        label = fields.need("label", self.text)
        kind, unit, section = self.frame(fields)
        as_written = fields.take("as_written", self.words)
        note = fields.take("note", self.text)
        more = _NOTHING if fields.map.keys() == _VALUE else self.statements(fields, kind, unit)
        measure = self.measure(unit, kind, more.precision)
        if more.precision is not None and more.precision < 1:
            self.steps[name] = more.precision
        observations: list[model.Observation] = []
        blanks: list[model.Blank] = []
        place = self.place(key)
        value = fields.take("value", lambda child: self.figure(child, measure, key, claims))
        if value is not None and self.period is not None:
            all_of = str(claims[key]) if key in claims else None
            if all_of is None and as_written:
                value = self.as_printed(value, as_written)
            observations.append(
                made(
                    model.Observation,
                    (self.period, value, place, None, as_written, more.where, all_of, more.flags, ()),
                )
            )
        elif more.flags:
            blanks.append(model.Blank(place, None, 0, as_written, more.flags))
        breakdowns: dict[str, model.Breakdown] = {}
        if fields.map:
            parts = _Division(measure, self.quantity(measure), breakdowns, observations, blanks)
            fields.take("breakdown", lambda child: self.breakdowns(child, parts))
            fields.take("earlier", lambda child: self.earlier(child, measure, observations))
        if label is None or kind is None or unit is None or self.period is None:
            return None
        said = (
            name,
            label,
            section,
            unit,
            kind,
            more.better,
            self.divided(breakdowns) if breakdowns else _UNDIVIDED,
            model.Figures(observations),
            note,
            self.period,
            place,
            more.of,
            more.skip,
            tuple(blanks),
        )
        return made(model.Indicator, said)

    def frame(self, fields: Fields) -> "_Frame":
        """What an indicator counts, how, and where it stands; looked up once for the same words."""
        found = fields.map
        words = (found.get("kind"), found.get("unit"), found.get("section"))
        try:
            known = self.frames.get(words)
        except TypeError:  # where a mapping or a list stands in place of words
            known = None
        if known is not None:
            del found["kind"], found["unit"]
            found.pop("section", None)
            return known
        kind, unit = fields.need("kind", self.kind), fields.need("unit", self.unit_named)
        frame = _Frame(kind, unit, fields.take("section", self.section_named))
        if kind and unit and (frame.section or words[2] is None):
            self.frames[words] = frame
        return frame

    def figure(self, node: Node, measure: Measure, key: str, claims: dict[str, str]) -> Quantity | None:
        """The figure of the indicator `key`; where it is "all of" another one, that is a claim."""
        name = self.all_of(node)
        if name is None:
            return self.stated(measure, node)
        if self.period is not None:
            claims[str(key)] = name
        return _UNSETTLED

    def statements(
        self, fields: Fields, kind: model.IndicatorKind | None, unit: model.Unit | None
    ) -> _Statements:
        """What else is said of an indicator."""
        said = {key: fields.take(key, read) for key, read in self.said.items() if key in fields.map}
        if "of" in fields.map:
            said["of"] = fields.take("of", lambda child: self.percent_of(child, kind, unit))
        return _Statements(**{key: value for key, value in said.items() if value is not None})

    def divided(self, breakdowns: Mapping[str, model.Breakdown]) -> Mapping[str, model.Breakdown]:
        """The breakdowns of another indicator if they are the same: many have the same parts."""
        known = self.divisions.setdefault(tuple(breakdowns), breakdowns)
        return known if known == breakdowns else breakdowns

    def measure(
        self, unit: model.Unit | None, kind: model.IndicatorKind | None, precision: Decimal | None = None
    ) -> Measure:
        """Whether figures in a unit count whole things, as far as is known before all are read."""
        ratio = kind is model.IndicatorKind.RATIO or (unit is not None and unit.is_percent)
        if unit is None:
            return Measure(None, not ratio, ratio, precision)
        counted = not ratio and unit.whole and unit.key not in self.with_decimals
        return made(Measure, (unit.key, counted, ratio, precision, False))

    def percent_of(self, node: Node, kind: str | None, unit: model.Unit | None) -> model.PercentOf | None:
        """The keys of what a percentage is of; whether they exist is seen when all are known."""
        fields = Fields(self, node, keys.OF_KEYS)
        if kind not in (None, model.IndicatorKind.RATIO) or (unit is not None and not unit.is_percent):
            self.problem(node, "file.of_percent")
        part, whole, target = (fields.take(key, self.scalar) for key in keys.OF_KEYS)
        self.of_indicators += [key for key in (part, whole) if key is not None]
        self.of_targets += [] if target is None else [target]
        if isinstance(node, Map) and (whole is None) == (target is None):
            self.problem(node, "file.of_whole")
        return model.PercentOf(*(None if key is None else str(key) for key in (part, whole, target)))

    def must_exist(self, names: list[str], known: Mapping[str, object], broken: set[str], key: str) -> None:
        for name in names:
            if name not in known and name not in broken:
                self.unknown(name, key, known)

    def skips(self, node: Node) -> tuple[model.Skip, ...]:
        """The findings that the file explains; a single one needs no list."""
        entries = [self.skip(entry) for entry in (node if isinstance(node, Seq) else [node])]
        return tuple(skip for skip in entries if skip is not None)

    def skip(self, node: Node) -> model.Skip | None:
        fields = Fields(self, node, keys.SKIP_KEYS)
        check, because = fields.need("check", self.scalar), fields.need("because", self.text)
        return None if check is None or because is None else model.Skip(str(check), because, self.place(node))

    def breakdowns(self, node: Node, parts: "_Division", of: model.Category | None = None) -> None:
        """Read the breakdowns of an indicator, or `of` a part of it."""
        above = f"{of.dimension}/{of.member}/" if of else ""
        known = self.mapping(node)
        for key, value in known.items():
            if self.key(key):
                self.breakdown(above + key, value, parts, of, beside_others=len(known) > 1)

    def breakdown(
        self,
        dimension: str,
        node: Node,
        parts: "_Division",
        of: model.Category | None,
        *,
        beside_others: bool,
    ) -> None:
        fields = Fields(self, node, keys.BREAKDOWN_KEYS)
        label = fields.take("label", self.text)
        complete = fields.take("complete", self.yes_or_no) or False
        members: dict[str, model.Text] = {}
        # Before its members are read: theirs come after it.
        parts.breakdowns[dimension] = model.Breakdown(dimension, label, complete, members, of, beside_others)

        def read(entries: Node) -> bool:
            above = self.entry
            for key, value in self.mapping(entries).items():
                if self.key(key):
                    self.entry = f"{above}.{key}"
                    self.member(self.shared(model.Category(dimension, str(key))), key, value, members, parts)
            self.entry = above
            return True

        fields.need("members", read)

    def member(
        self,
        category: model.Category,
        key: str,
        node: Node,
        members: dict[str, model.Text],
        parts: "_Division",
    ) -> None:
        fields = Fields(self, node, keys.MEMBER_KEYS)
        label = fields.need("label", self.text)
        read, as_written = parts.read, None
        flags: tuple[model.Flag, ...] = ()
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
            parts.blanks.append(model.Blank(place, category, len(observations), as_written, flags))
        elif self.period is not None:
            quantity = self.as_printed(quantity, as_written) if as_written else quantity
            observations.append(
                model.Observation(self.period, quantity, place, category, as_written, flags=flags)
            )
        if fields.map:
            fields.take("breakdown", lambda child: self.breakdowns(child, parts, category))

    def earlier(self, node: Node, measure: Measure, observations: list[model.Observation]) -> None:
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

    def earlier_figure(self, node: Node, measure: Measure, place: Place) -> model.Observation | None:
        """A figure for a period before, a bare one or one with flags; its period is still to be set."""
        if not isinstance(node, Map):
            quantity = self.quantity(measure)(node)
            return None if quantity is None else model.Observation(_NO_PERIOD, quantity, place)
        fields = Fields(self, node, keys.EARLIER_KEYS)
        precision = fields.take("precision", self.precision)
        measure = measure._replace(precision=precision) if precision else measure
        quantity = fields.expect("value", self.quantity(measure))
        as_written = fields.take("as_written", self.words)
        flags = fields.take("flags", self.flags) or ()
        if quantity is None:
            return None
        quantity = self.as_printed(quantity, as_written)
        return model.Observation(_NO_PERIOD, quantity, place, as_written=as_written, flags=flags)

    def settle(self, name: str, claimed: str, target: str | None) -> None:
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
            self.indicators[name] = indicator._replace(observations=model.Figures((settled, *others)))


def _end(name: str, claims: Mapping[str, str], ends: dict[str, str | None]) -> str | None:
    """The end of a chain of indicators, each "all of" the next, None of a circle; `ends` has those known."""
    chain: dict[str, None] = {}
    end: str | None = None
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
