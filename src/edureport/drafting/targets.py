"""Targets of a draft as far as they are made: what is planned of which indicator, by when."""

from datetime import date

from edureport.drafting.draft import DraftIndicator, DraftTarget, Remark
from edureport.drafting.names import UniqueNames
from edureport.drafting.stated_figure import StatedFigure
from edureport.model.period import Period
from edureport.prose.times.times import Role


class Targets:
    """The targets that a draft of a report on `period` has so far, by their key."""

    def __init__(self, period: Period) -> None:
        self.period = period
        self.by_key: dict[str, DraftTarget] = {}
        self.keys = UniqueNames()
        self.planned: set[tuple[str, str, date | None]] = set()  # indicator, value, due
        self.planned_in: set[tuple[int, str, date | None]] = set()  # sentence, indicator, due

    def add(self, entry: DraftIndicator, stated: StatedFigure) -> None:
        """Add a target of an indicator; one that is there already becomes a remark on that."""
        due, value = self.due(stated), stated.value or ""
        if (entry.key, value, due) in self.planned:
            entry.remark(Remark.AGAIN, sentence=stated.passage.where["sentence"])
            return
        self.planned.add((entry.key, value, due))
        self.planned_in.add((stated.passage.where["sentence"], entry.key, due))
        key = self.keys.name(f"{entry.key}_{due.year if due else 'plan'}")
        self.by_key[key] = DraftTarget(
            key,
            entry.label,
            entry.key,
            value,
            due,
            stated.wording.quote,
            stated.passage,
            stated.figure.start,
        )

    def due(self, stated: StatedFigure) -> date | None:
        """By when something is to be, if the text says so."""
        time = stated.time
        ahead = time and (time.role is Role.DUE or time.period.last > self.period.last)
        return time.period.last if time and ahead else None

    def is_planned_beside(self, entry: DraftIndicator, stated: StatedFigure) -> bool:
        """Whether the same sentence plans something of this by the same day already: it is something else."""
        return (
            not stated.level
            and (stated.passage.where["sentence"], entry.key, self.due(stated)) in self.planned_in
        )
