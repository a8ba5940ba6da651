"""Whose text it is: which reports are of the same body and period, so that they may be compared."""

from collections.abc import Sequence

from edureport.audit.candidates import setting
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import Report
from edureport.prose.content import content
from edureport.prose.organisation import organisation_of
from edureport.prose.reading import Reading

HEAD = 600  # characters in which a text names whose it is


def comparable_reports(
    reading: Reading, reports: Sequence[Report], path: str, *, named: bool
) -> tuple[Sequence[Report], Sequence[Message]]:
    """The reports that a text may be compared with, and what to say of those that it may not.

    That they are `named` by the user is enough unless the text is another body's; else they have to be of
    its body and its period.
    """
    if not named:
        own = [one for one in reports if _names(reading, one) and reading.period == one.period]
        return own, [message("note.no_own_data", text=path)] if reports and not own else []
    notes = []
    if reports and (period := _other_period(reading, reports)):
        notes.append(message("note.other_period", text=path, period=period))
    if reports and (body := _other_body(reading, reports)):
        return [], [*notes, message("note.other_body", text=path, organisation=body)]
    return reports, notes


def _names(reading: Reading, report: Report) -> bool:
    words = setting([report], reading.language)
    return bool(words) and words <= set(content(reading.text[:HEAD], reading.language))


def _other_body(reading: Reading, reports: Sequence[Report]) -> str | None:
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


def _other_period(reading: Reading, reports: Sequence[Report]) -> Period | None:
    """The period that a text is about, if none of the reports is of it; else None."""
    period = reading.period
    if period is None or any(report.period == period for report in reports):
        return None
    return period
