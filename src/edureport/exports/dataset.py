"""The Dataset of a table: what its columns and codes are called in every language, and what it is from."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from edureport.dataset import Dataset, Labels, Reference
from edureport.formats import Style
from edureport.formats.cells import for_machines, heading
from edureport.languages.catalogue import Catalogue, load
from edureport.languages.visible import visible
from edureport.model.quantity import Bound
from edureport.model.report import LANGUAGES, Better, Flag, IndicatorKind, Report, Unit
from edureport.table import Column, Kind, Table

CODED = ("organisation", "section", "indicator", "dimension", "member", "unit", "report")
Found = dict[str, dict[str, dict[str, str]]]  # by column, code and language
KEY = ("organisation", "indicator", "dimension", "member", "period", "report")
_KINDS = (Kind.CODE, Kind.CODES, Kind.STATUS)
_KNOWN: Mapping[str, tuple[str, ...]] = {
    "kind": tuple(IndicatorKind),
    "better": tuple(Better),
    "bound": tuple(Bound),
    "flags": tuple(Flag),
    "open": ("low", "high", "both"),
    "complete": ("yes", "no"),
    "measure": ("count", "amount", "percent"),
}


def dataset(table: Table, reports: Sequence[Report]) -> Dataset:
    """The columns for machines of a table of these reports, and all that is said about them."""
    shown = table.for_machines()
    words = {language: load(language) for language in LANGUAGES}
    named = labels_of(reports)
    codes = {  # in their order; a code without labels has none
        column.key: {code: named[column.key].get(code, {}) for code in _codes(shown, column)}
        for column in shown.columns
        if column.key in named
    }
    return Dataset(
        table=shown,
        codes=codes | _sums(shown, codes),
        known={one.key: _known(shown, one, words) for one in shown.columns if one.kind in _KINDS},
        headings={
            one.key: {language: heading(table.name, one, own) for language, own in words.items()}
            for one in shown.columns
        },
        title={language: own.say(table.title) for language, own in words.items()},
        sources=_sources(reports),
        key=_key(shown),
        languages=LANGUAGES,
    )


def _sums(table: Table, codes: Mapping[str, Mapping[str, Labels]]) -> dict[str, dict[str, Labels]]:
    """The codes of organisations; what is a sum of several has the name that it has in the rows."""
    columns = {column.key: column for column in table.columns}
    if "organisation" not in codes or "organisation_label" not in columns:
        return {}
    pairs = zip(*(_cells(table, columns[key]) for key in ("organisation", "organisation_label")), strict=True)
    names = dict(pairs)
    return {
        "organisation": {
            code: labels or {table.language: str(names[code])}
            for code, labels in codes["organisation"].items()
        }
    }


def _codes(table: Table, column: Column) -> list[str]:
    """The codes that stand in a column, each once, in the order of the rows."""
    return list(dict.fromkeys(code for code in _cells(table, column) if code))


def _cells(table: Table, column: Column) -> Iterator[Any]:
    number, plain = table.columns.index(column), for_machines(column, Style("csv", table.language))
    return (plain(row[number]) for row in table.rows)


def _known(table: Table, column: Column, words: Mapping[str, Catalogue]) -> dict[str, Labels]:
    """The codes that a column can hold and what they are called; of a list that is open those in it."""
    family = column.key.rpartition("_")[-1]
    codes = _KNOWN.get(family)
    if codes is None:
        codes = tuple(code for cell in _codes(table, column) for code in cell.split())
    return {
        str(code): {
            language: own.word(f"{family}.{code}")
            for language, own in words.items()
            if own.has(f"{family}.{code}")
        }
        for code in dict.fromkeys(codes)
    }


def _key(table: Table) -> tuple[str, ...]:
    """The columns that tell rows apart, if they are there and do."""
    by_key = {column.key: column for column in table.columns}
    if not set(KEY) <= set(by_key):
        return ()
    rows = list(zip(*(_cells(table, by_key[key]) for key in KEY), strict=True))
    return KEY if len(set(rows)) == len(rows) else ()


def _sources(reports: Sequence[Report]) -> list[Reference]:
    """What the reports are taken from, each once, in their order."""
    found: list[Reference] = []
    for report in reports:
        source = report.source
        title = source.title.texts if source and source.title else {}
        url, licence = (source.url, source.licence) if source else (None, None)
        one = Reference(report.organisation.texts, title, url, report.published, licence)
        if one not in found:
            found.append(one)
    return found


def labels_of(reports: Sequence[Report]) -> Mapping[str, Mapping[str, Labels]]:
    """By column and code; of two labels in one language that of the first report counts."""
    found: Found = {column: {} for column in CODED}
    for report in reports:
        _add(found, "organisation", report.body, report.organisation.texts)
        for path in report.paths:
            _add(found, "report", visible(path), _title(report))
        for section in report.sections.values():
            _add(found, "section", section.key, section.label.texts)
        for indicator in report.indicators.values():
            _add(found, "indicator", indicator.key, indicator.label.texts)
            _add(found, "unit", indicator.unit.key, _names(indicator.unit))
            for key, breakdown in indicator.breakdowns.items():
                _add(found, "dimension", key, breakdown.label.texts if breakdown.label else {})
                for member, label in breakdown.members.items():
                    _add(found, "member", member, label.texts)
    return found


def _add(found: Found, column: str, code: str, labels: Labels) -> None:
    known = found[column].setdefault(code, {})
    for language, label in labels.items():
        known.setdefault(language, label)


def _title(report: Report) -> Labels:
    """Whose report it is and on what period."""
    return {
        language: f"{name}, {load(language).period(report.period)}"
        for language, name in report.organisation.texts.items()
    }


def _names(unit: Unit) -> Labels:
    """A unit as it is called alone: its form for one, else for any number."""
    return {
        language: forms.get("one") or forms.get("other") or next(iter(forms.values()))
        for language, forms in unit.forms.items()
    }
