"""The labels of the codes that stand in columns, in every language that the reports have them in."""

from collections.abc import Mapping, Sequence

from edureport.dataset import Labels
from edureport.languages.catalogue import load
from edureport.languages.visible import visible
from edureport.model.report import Report, Unit

CODED = ("organisation", "section", "indicator", "dimension", "member", "unit", "report")
Found = dict[str, dict[str, dict[str, str]]]  # by column, code and language


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
