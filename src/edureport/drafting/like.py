"""Like the last report: a draft with the keys, names, units and sections that a report of before has."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from edureport.drafting.draft import (
    Draft,
    DraftBreakdown,
    DraftIndicator,
    DraftMember,
    DraftUnit,
    LeftOut,
    Names,
    Remark,
)
from edureport.drafting.names import UniqueNames
from edureport.model.report import Category, Indicator, Report, Text, Unit

_ALL_OF = "all of "


class Counterpart(NamedTuple):
    """What the last report calls a figure of the text: an indicator, or a part of one."""

    indicator: str
    category: Category | None = None


def like(draft: Draft, last: Report, known: Mapping[int, Counterpart]) -> Draft:
    """The draft with what the last report says of the figures that are known, by where they stand.

    An indicator that two figures of the text seem to be is that of neither. The rest is marked, and what
    the last report has and the draft has not is listed.
    """
    return _Likeness(draft, last, known).draft()


class _Likeness:
    """Goes through a draft; `renamed` are the keys of its indicators in the new one."""

    def __init__(self, draft: Draft, last: Report, known: Mapping[int, Counterpart]) -> None:
        self.old, self.last, self.known = draft, last, known
        self.planned: dict[str, list[int]] = defaultdict(list)
        for target in draft.targets:
            self.planned[target.indicator].append(target.at)
        found = filter(None, map(self.of, draft.entries))
        claims = Counter(one.indicator for one in found if one.category is None)
        self.claimed = {key for key, count in claims.items() if count == 1}
        self.renamed = self.keys()
        self.units: dict[str, DraftUnit] = {}
        self.sections: dict[str, Names] = {}

    def of(self, entry: DraftIndicator) -> Counterpart | None:
        """What the last report calls an entry, by its own figure, else an earlier or a planned one."""
        places = (entry.at, *(one.at for one in entry.earlier.values()), *self.planned[entry.key])
        return next((found for at in places if at is not None and (found := self.known.get(at))), None)

    def counterpart(self, entry: DraftIndicator) -> Indicator | None:
        """The indicator of the last report that an entry is, and no other."""
        found = self.of(entry)
        whole = found and found.category is None and found.indicator in self.claimed
        return self.last.indicators.get(found.indicator) if found and whole else None

    def keys(self) -> dict[str, str]:
        """The new keys: those of the last report, and others that it does not have."""
        fresh = UniqueNames(self.last.indicators)
        counterparts = {entry.key: self.counterpart(entry) for entry in self.old.entries}
        return {key: found.key if found else fresh.name(key) for key, found in counterparts.items()}

    def draft(self) -> Draft:
        items = [item if isinstance(item, LeftOut) else self.entry(item) for item in self.old.items]
        entries = [item for item in items if isinstance(item, DraftIndicator)]
        counted = {entry.key: entry.unit for entry in entries}
        for entry in entries:
            if entry.value and entry.value.startswith(_ALL_OF):  # "all schools" has the unit of schools
                entry.unit = counted[entry.value.removeprefix(_ALL_OF)]
        used = {entry.unit for entry in entries}
        has = {entry.key for entry in entries}
        gone = ((key, one) for key, one in self.last.indicators.items() if key not in has)
        named = {} if self.old.organisation else _names(self.last.organisation)
        return replace(
            self.old,
            organisation=self.old.organisation or self.last.organisation.in_language(self.old.language),
            organisation_names=named,
            units={key: unit for key, unit in self.units.items() if key in used},
            sections=self.sections,
            items=items,
            targets=[one._replace(indicator=self.renamed[one.indicator]) for one in self.old.targets],
            past=[(key, one.label, str(one.value)) for key, one in gone if one.value],
        )

    def entry(self, entry: DraftIndicator) -> DraftIndicator:
        counterpart = self.counterpart(entry)
        value = entry.value
        if value and value.startswith(_ALL_OF):
            value = _ALL_OF + self.renamed[value.removeprefix(_ALL_OF)]
        new = replace(entry, key=self.renamed[entry.key], value=value, remarks=[])
        for remark, said in entry.remarks:
            if remark is Remark.TOTAL and value:
                new.remark(remark, key=value.removeprefix(_ALL_OF))
            else:
                new.remarks.append((remark, said))
        if counterpart is None:
            return self.unknown(new, self.of(entry))
        new.label, new.names = counterpart.label.in_language(self.old.language), _names(counterpart.label)
        new.kind, new.unnamed = counterpart.kind, False
        new.unit, new.section = counterpart.unit.key, counterpart.section and counterpart.section.key
        self.units[new.unit] = _unit(counterpart.unit)
        if counterpart.section:
            self.sections[counterpart.section.key] = _names(counterpart.section.label)
        new.parts = [self.breakdown(parts, counterpart) for parts in entry.parts]
        return new

    def unknown(self, new: DraftIndicator, found: Counterpart | None) -> DraftIndicator:
        """An entry that the last report does not have, or has as a part; it keeps what the text says."""
        key = new.unit
        unit = self.old.units[key]
        units = self.last.units.values()  # one that has this form in some language
        alike = (one for one in units if any(unit.name in by.values() for by in one.forms.values()))
        same = next(alike, None)
        if same is not None:
            new.unit, unit = same.key, _unit(same)
        elif key in self.last.units:
            new.unit = f"{key}_2"
        self.units[new.unit] = unit
        if new.section:
            self.sections[new.section] = self.old.sections[new.section]
        if found and found.category:
            key = f"{found.indicator}/{found.category.dimension}/{found.category.member}"
            new.remark(Remark.WAS_PART, key=key)
        else:
            new.remark(Remark.NEW)
        return new

    def breakdown(self, parts: DraftBreakdown, of: Indicator) -> DraftBreakdown:
        """A breakdown with the keys of the last report, if it had one of these parts."""
        categories = [self.part(part, of) for part in parts.members]
        dimensions = {category.dimension for category in categories if category}
        if len(dimensions) != 1 or len(set(filter(None, categories))) < sum(map(bool, categories)):
            return parts
        (dimension,) = dimensions
        known = of.breakdowns[dimension]
        fresh = UniqueNames(known.members)
        members = []
        for part, category in zip(parts.members, categories, strict=True):
            if category is None:
                members.append(part._replace(key=fresh.name(part.key)))
            else:
                key, label = category.member, known.members[category.member]
                said, names = label.in_language(self.old.language), _names(label)
                members.append(part._replace(key=key, label=said, names=names, unnamed=False))
        return DraftBreakdown(members, parts.complete, dimension, _names(known.label) if known.label else {})

    def part(self, part: DraftMember, of: Indicator) -> Category | None:
        """The part of an indicator of the last report that a member is."""
        found = self.known.get(part.at)
        return found.category if found and found.indicator == of.key else None


def _names(text: Text) -> Names:
    """A name in all languages that it has."""
    return {language: str(name) for language, name in text.texts.items()}


def _unit(unit: Unit) -> DraftUnit:
    """A unit of the last report."""
    return DraftUnit(None, lemma=True, whole=unit.whole, forms=unit.forms)
