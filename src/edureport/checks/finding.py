"""Finding: something in a report that does not follow from the rest of it."""

from enum import StrEnum
from typing import NamedTuple

from edureport.errors import Place
from edureport.message import Message


class Severity(StrEnum):
    """How certain a finding is."""

    CONTRADICTION = "contradiction"
    DOUBT = "doubt"
    REMARK = "remark"


class Finding(NamedTuple):
    """A value, never an exception: which check, how certain, of which indicator, where and why."""

    check: str
    severity: Severity
    indicator: str
    place: Place
    message: Message
