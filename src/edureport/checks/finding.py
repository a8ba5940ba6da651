"""Finding: something in a report that is inconsistent with the rest of it."""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple, Self

from edureport.languages.values import Difference
from edureport.message import Message, message
from edureport.model.library import Statement
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.model.report import Category, Indicator, Observation, Report, Target, Text
from edureport.problem import Place


class Severity(StrEnum):
    """How certain a finding is; the most certain first."""

    CONTRADICTION = "contradiction"  # both figures cannot hold as they are stated
    DOUBT = "doubt"  # both can hold, but something has to be added that the report does not say
    REMARK = "remark"  # worth knowing, and nothing speaks against it

    @property
    def certainty(self) -> str:
        """Whether it certainly is so: a doubt is one because it may be otherwise."""
        return "likely" if self is Severity.DOUBT else "certain"

    @property
    def rank(self) -> int:
        """0 for the most certain."""
        return list(Severity).index(self)


class Finding(NamedTuple):
    """A value, never an exception: which check, how certain, of which indicator, where and why.

    `arithmetic` is the calculation behind it, `target` the key of the target that it is about, and
    `explained` the reason that the report file gives for it. `category` is the part that it is about,
    `period` that of the figure if it is not the report's. `report` is the one that it is in; `findings`
    sets it where a check sees one report only.
    """

    check: str
    severity: Severity
    indicator: str
    place: Place
    message: Message
    arithmetic: Message | None = None
    target: str | None = None
    explained: Text | None = None
    category: Category | None = None
    period: Period | None = None
    report: Report | None = None

    @classmethod
    def on_figure(
        cls,
        check: str,
        severity: Severity,
        indicator: Indicator,
        figure: Observation,
        said: Message,
        arithmetic: Message | None = None,
        report: Report | None = None,
    ) -> Self:
        """A finding about one figure of an indicator."""
        found = cls(check, severity, indicator.key, figure.place, said, arithmetic, report=report)
        return found._replace(category=figure.category, period=figure.period)

    @classmethod
    def on_target(
        cls, check: str, severity: Severity, target: Target, said: Message, report: Report | None = None
    ) -> Self:
        """A finding about a target."""
        key, place = target.indicator.key, target.place
        return cls(check, severity, key, place, said, target=target.key, report=report)


def excluded(
    key: str, severity: Severity, before: Statement, now: Statement, values: Mapping[str, object]
) -> Finding:
    """A finding about a figure that an earlier one excludes; the key of its words ends in its check."""
    old, new = before.figure, now.figure
    label = now.indicator.label_of(new.category)
    said = message(key, label=label, **values, place=old.place)
    change = Quantity.of(new.quantity.interval - old.quantity.interval)
    result = Difference(change.stated, change.bound.value, change.upper)
    arithmetic = message("arithmetic.minus", first=new.quantity, second=old.quantity, result=result)
    check = key.removeprefix("finding.")
    return Finding.on_figure(check, severity, now.indicator, new, said, arithmetic, now.report)
