"""Checks of names and units: what has names has them in every language, and no two things have the same."""

from collections.abc import Iterator

from edureport.checks import Finding, Severity
from edureport.message import Message, message
from edureport.model.report import LANGUAGES, Indicator, Report, Text, Unit


def mixed_units(report: Report) -> Iterator[Finding]:
    """A finding for each percentage of a part and a whole in different units; nothing else can mix them."""
    for indicator in report.indicators.values():
        of = indicator.of
        if of is None or of.part is None:
            continue
        part = report[of.part]
        whole = report.targets[of.target].indicator if of.target else report[of.whole or of.part]
        if part.unit.key != whole.unit.key:
            said = message(
                "finding.mixed_units",
                label=indicator.label,
                part=part.label,
                part_unit=part.unit,
                whole=whole.label,
                whole_unit=whole.unit,
            )
            yield Finding("mixed-units", Severity.DOUBT, indicator.key, indicator.place, said)


def same_label(report: Report) -> Iterator[Finding]:
    """A finding for each indicator that looks like one before it, in the language of the report."""
    seen: dict[tuple[str, str], Indicator] = {}
    for indicator in report.indicators.values():
        name = (indicator.label.in_language(report.language).casefold(), indicator.unit.key)
        first = seen.setdefault(name, indicator)
        if first is not indicator:
            said = message("finding.same_label", label=indicator.label, other=first.key, place=first.place)
            yield Finding("same-label", Severity.DOUBT, indicator.key, indicator.place, said)


Name = Text | Unit


def labels(report: Report) -> Iterator[Finding]:
    """A remark for each indicator and target that lacks names in a language.

    A report uses a language if the label of some indicator is in it. A unit or a section that lacks
    names is reported once, at the first indicator that has it.
    """
    spoken = [
        language
        for language in LANGUAGES
        if any(indicator.label.speaks(language) for indicator in report.indicators.values())
    ]
    reported: set[tuple[str, str]] = set()
    for indicator in report.indicators.values():
        missing = _missing(list(_names(indicator, reported)), spoken)
        if missing:
            said = _said(indicator.label, missing)
            yield Finding("labels", Severity.REMARK, indicator.key, indicator.place, said)
    for target in report.targets.values():
        missing = _missing([target.label], spoken)
        if missing:
            yield Finding.on_target("labels", Severity.REMARK, target, _said(target.label, missing))


def _names(indicator: Indicator, reported: set[tuple[str, str]]) -> Iterator[Name]:
    """The names of an indicator and its parts; those of its unit and section unless named before."""
    yield from indicator.names()
    if ("unit", indicator.unit.key) not in reported:
        reported.add(("unit", indicator.unit.key))
        yield indicator.unit
    if indicator.section is not None and ("section", indicator.section.key) not in reported:
        reported.add(("section", indicator.section.key))
        yield indicator.section.label


def _missing(names: list[Name], spoken: list[str]) -> dict[str, int]:
    """How many of the names are missing, by language."""
    counts = {language: sum(not name.speaks(language) for name in names) for language in spoken}
    return {language: count for language, count in counts.items() if count}


def _said(label: Text, missing: dict[str, int]) -> Message:
    each = tuple(
        message("finding.labels_of", language=language, number=number) for language, number in missing.items()
    )
    return message("finding.labels", label=label, each=each)
