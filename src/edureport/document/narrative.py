"""The sentences on the indicators of a section: what they are, how they have changed, what is planned."""

import re
from collections.abc import Iterator

from edureport.analysis.change import Change, Direction
from edureport.analysis.progress import Assessment
from edureport.document.common_nouns import CommonNouns
from edureport.document.material import FigureEntry, Material, SectionEntries
from edureport.document.phrasing import Phrasing, plain
from edureport.model.period import Period
from edureport.model.report import Indicator, IndicatorKind, Text
from edureport.showing import as_people_write

MOST_PARTS = 8  # that a sentence names; more stand in the table alone
# A clause that a label ends in: «школы, в которых …», «учителя, прошедшие …», and no list of nouns.
_CLAUSE = re.compile(
    r", (?:\w+ )?котор|, \w+(?:[вн]н|[вгдсктп]ш|ющ|ущ|ящ|ащ|ем|им|т)(?:ый|ые|ых|ий|ие|их|ая|яя|ое|ее|ым|им)\b"
)
_DOUBLE = re.compile(r"(?<!\.)\.\.(?=\s|\Z)")  # an abbreviation at the end of a sentence: «120 тыс.»
_TWICE_AT = re.compile(r"\bat at (least|most)\b")  # "stood at at least 7"
_THAN = {"least": "less", "most": "more"}
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WAYS = {Direction.UP: "up", Direction.DOWN: "down"}


class Narrative:
    """Puts the figures of a report into sentences."""

    def __init__(self, material: Material, phrasing: Phrasing) -> None:
        self.material = material
        self.phrasing = phrasing
        self.nouns = CommonNouns(material.report, phrasing.language)

    def paragraphs(self, group: SectionEntries) -> Iterator[str]:
        """The sentences on the indicators of a group, those on one time in a paragraph of their own."""
        times: dict[str | None, list[str]] = {}
        opened: set[str | None] = {None}
        for entries in group.indicators:
            time, alone = self._time(entries), self._stands_alone(entries[0].indicator)
            said = self._sentence(entries, time, alone=alone, first=time not in opened)
            times.setdefault(time, []).append(said)
            opened |= set() if alone else {time}
        return (_mended(" ".join(said)) for said in times.values())

    def _stands_alone(self, indicator: Indicator) -> bool:
        """Whether a label begins its sentence, before any time: it names a year, or begins with a name."""
        label = indicator.label
        text = plain(self.phrasing.name(label))
        return _YEAR.search(text) is not None or self.nouns.may_be_name(label)

    def _time(self, entries: tuple[FigureEntry, ...]) -> str | None:
        """The time that an indicator's figures are of, as a sentence begins with it; None without figures."""
        stated = [entry for entry in entries if entry.observation]
        if not stated:
            return None
        if stated[0].indicator.kind is IndicatorKind.STOCK:
            return self.phrasing.day("as_of", self.material.day)
        return self.phrasing.time("over", self.material.report.period)

    # Sentences

    def _sentence(
        self, entries: tuple[FigureEntry, ...], time: str | None, *, alone: bool, first: bool
    ) -> str:
        """The sentence on an indicator and its parts; the first one on a time says of which it is."""
        phrasing, (whole, *others) = self.phrasing, entries
        indicator, figure = whole.indicator, whole.observation
        inside = first and not alone
        label, parts = self._label(indicator.label, inside=inside), self._parts(others)
        if figure is None:
            said = phrasing.say("figure.none", label=label, parts=parts)
        else:
            value = phrasing.with_unit(as_people_write(figure), indicator.unit, indicator.label)
            values = {"label": label, "value": value, "change": self._change(whole), "parts": parts}
            if alone and time is not None:
                return phrasing.say("figure.alone", time=time[0].lower() + time[1:], **values)
            said = phrasing.say(f"figure.{indicator.kind.value}", **values)
        if inside and time is not None:
            return phrasing.say("first", time=time, figure=said)
        return phrasing.say("next", figure=said)

    def _label(self, label: Text, *, inside: bool) -> str:
        """A label before its figure, inside a sentence or at its beginning."""
        said = self._inside(label) if inside else self.phrasing.name(label)
        clause = _CLAUSE.search(plain(said))
        return self.phrasing.say("label_with_clause", label=said) if clause else said

    def _inside(self, label: Text) -> str:
        return self.nouns.inside(label) if label.speaks(self.phrasing.language) else self.phrasing.name(label)

    def _parts(self, entries: list[FigureEntry]) -> str:
        """The parts of an indicator, breakdown by breakdown; not parts of parts, and not very many."""
        by_breakdown: dict[str, list[FigureEntry]] = {}
        for entry in entries:
            if entry.category is not None and entry.observation is not None:
                by_breakdown.setdefault(entry.category.dimension, []).append(entry)
        said = ""
        for dimension, members in by_breakdown.items():
            breakdown = members[0].indicator.breakdowns[dimension]
            if breakdown.of is not None or len(members) > MOST_PARTS:
                continue
            parts = self._listed([self._part(one) for one in members])
            if breakdown.beside_others and breakdown.label is not None:
                name = self.phrasing.name(breakdown.label)
                said += self.phrasing.say("parts_by", breakdown=name, parts=parts)
            else:
                said += self.phrasing.say("parts", parts=parts)
        return said

    def _listed(self, parts: list[str]) -> str:
        """The parts with commas between, or semicolons where some have commas of their own; then the last."""
        if len(parts) == 1 or any(", " in part for part in parts):
            return "; ".join(parts)
        return self.phrasing.say("parts_joined", parts=", ".join(parts[:-1]), last=parts[-1])

    def _part(self, entry: FigureEntry) -> str:
        indicator, figure = entry.indicator, entry.observation
        assert figure is not None  # noqa: S101  # of those alone it is asked
        label = self._label(indicator.label_of(entry.category), inside=True)
        amount = self.phrasing.amount(as_people_write(figure), indicator.unit)
        return self.phrasing.say("part", label=label, amount=amount)

    def _change(self, entry: FigureEntry) -> str:
        """How a figure has changed since the period before, as far as that is known."""
        change, indicator = entry.change, entry.indicator
        if change is None or change.before is None or change.after is None or change.difference is None:
            return ""
        values = {
            "label": self._label(indicator.label, inside=True),
            "before": self._before(change.before.period, indicator.kind),
            "amount": self.phrasing.amount(as_people_write(change.before), indicator.unit),
        }
        if change.direction is Direction.SAME:
            return self.phrasing.say("changed.same", **values)
        if change.direction not in _WAYS:
            return self.phrasing.say("changed.unknown", **values)
        return self._moved(change, indicator, _WAYS[change.direction], values)

    def _moved(self, change: Change, indicator: Indicator, way: str, values: dict[str, str]) -> str:
        """By how much a figure has risen or fallen, in percent too where that is known."""
        difference, percent = change.difference, change.percent
        assert difference is not None  # noqa: S101  # else nothing is said
        values["by"] = self.phrasing.by(
            difference if way == "up" else -difference,
            points=indicator.unit.is_percent,
            unit=indicator.unit,
            label=indicator.label,
        )
        if percent is None:
            return self.phrasing.say(f"changed.{way}", **values)
        size = percent if way == "up" else -percent
        values |= {"by_percent": self.phrasing.by(size, percent=True), "percent": self.phrasing.percent(size)}
        return self.phrasing.say(f"changed.{way}_percent", **values)

    def _before(self, period: Period, kind: IndicatorKind) -> str:
        if kind is IndicatorKind.STOCK:
            return self.phrasing.day("as_of_before", period.last)
        return self.phrasing.time("over_before", period)

    def target(self, one: Assessment) -> str:
        """The sentence on a target: what is planned, by when, and what is known of it."""
        phrasing, target = self.phrasing, one.target
        unit, label = target.indicator.unit, phrasing.name(target.indicator.label)
        if target.category is not None:
            part = phrasing.name(target.indicator.label_of(target.category))
            label = phrasing.words.word("part").format(whole=label, part=part)
        values = {"label": label, "goal": phrasing.with_unit(target.quantity, unit)}
        values["due"] = "" if target.due is None else phrasing.day("target.due", target.due)
        if one.actual is None:
            return _mended(phrasing.say("target.unknown", **values))
        return _mended(phrasing.say("target.known", **values, actual=phrasing.with_unit(one.actual, unit)))


def _mended(said: str) -> str:
    """Sentences without what two of their pieces say twice."""
    return _TWICE_AT.sub(lambda found: f"at no {_THAN[found[1]]} than", _DOUBLE.sub(".", said))
