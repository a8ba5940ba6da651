"""TableHead: what stands at the head of a row or a column, and which part its figures have."""

from enum import StrEnum, auto
from typing import NamedTuple

from edureport.prose.text.folding import GONE
from edureport.prose.times.times import Time


class HeadRole(StrEnum):
    """What the figures below a head are to what their rows are about; without one they are its values."""

    FACT = auto()
    PLAN = auto()
    DUE = auto()
    CHANGE = auto()
    SHARE = auto()
    REMAINING = auto()
    INDEX = auto()  # in percent of another time, 102.4: no change, though one may be worked out of it
    UNIT = auto()
    GROUP = auto()  # a size or an age that names a row: 25–49, 50+
    NOTE = auto()  # the number of a note, or a code
    QUOTE = auto()  # the words of a source, or where they stand: no figures of this text


class TableHead(NamedTuple):
    """What heads a row or a column: its words, without the time and the unit that it names."""

    words: str = ""
    time: Time | None = None
    unit: str | None = None
    role: HeadRole | None = None
    bare: bool = False  # it says its role and nothing else: "Plan"
    falls: bool = False  # a change that is told as a fall, and so without a sign: "Decrease"

    @property
    def name(self) -> str:
        """What it says of what the figures are about."""
        return "" if self.bare else self.words

    @property
    def change(self) -> bool:
        """Whether it heads changes."""
        return self.role is HeadRole.CHANGE

    @property
    def plan(self) -> bool:
        """Whether it heads plans."""
        return self.role is HeadRole.PLAN


def one_line(text: str) -> str:
    """A text without line ends and without signs for marks that were taken out."""
    return " ".join(text.replace(GONE, "").split())
