"""Whose text it is: whether a report is of the same body and period, so that they may be compared."""

from collections.abc import Sequence

from edureport.audit.candidates import setting
from edureport.model.period import Period
from edureport.model.report import Report
from edureport.prose.content import content
from edureport.prose.organisation import organisation_of
from edureport.prose.reading import Reading

HEAD = 600  # characters in which a text names whose it is


def is_own(reading: Reading, report: Report) -> bool:
    """Whether the beginning of a text names the organisation of a report, and the text its period."""
    return _names(reading, report) and reading.period == report.period


def _names(reading: Reading, report: Report) -> bool:
    words = setting([report], reading.language)
    return bool(words) and words <= set(content(reading.text[:HEAD], reading.language))


def other_body(reading: Reading, reports: Sequence[Report]) -> str | None:
    """The organisation that a text begins with, if the name can be that of none of the reports; else None.

    A text that names one of theirs as well may only be sent to the other.
    """
    name = organisation_of(reading.page)
    if name is None or any(_names(reading, report) for report in reports):
        return None
    words = set(content(name, reading.language))
    for report in reports:
        known = setting([report], reading.language)
        if words <= known or known <= words:
            return None
    return name


def other_period(reading: Reading, reports: Sequence[Report]) -> Period | None:
    """The period that a text is about, if none of the reports is of it; else None."""
    period = reading.period
    if period is None or any(report.period == period for report in reports):
        return None
    return period
