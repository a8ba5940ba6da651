"""Finding: a figure of a text, and what is known of it."""

from typing import NamedTuple

from edureport.audit.candidates import Candidate
from edureport.audit.verdicts import Judged
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.prose.figures.figure import Figure
from edureport.prose.relations.relations import Group


class Finding(NamedTuple):
    """A figure of the text, and what the data say of it.

    `judged` is None for figures that state nothing, and where there are no data to compare with.
    `candidate` is what it is about, `stated` what the data say of that, for `period`; `rivals` are
    others that may be meant. `groups` are the figures that it should follow from. `derived` says that
    `stated` was computed from the data.
    """

    figure: Figure
    judged: Judged | None = None
    candidate: Candidate | None = None
    stated: Quantity | None = None
    period: Period | None = None
    rivals: tuple[Candidate, ...] = ()
    groups: tuple[Group, ...] = ()
    derived: bool = False
