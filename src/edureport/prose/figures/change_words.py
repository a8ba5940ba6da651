"""What words of a rise or a fall near a number make of it, in whatever order they stand."""

from typing import NamedTuple

from edureport.prose.figures.figure import CHANGES, Mode, Way
from edureport.prose.grammar.marks import Mark
from edureport.prose.numbers.number import Number
from edureport.prose.page import Page

NEAR = 10  # words between a number and the verb, in languages with free order
FAR = 18  # where "from" and "to" show that there must be one
PAIR = 8
BACK = 40  # tokens of a list of changes
MOVES = ((Mark.RISE, Way.UP), (Mark.FALL, Way.DOWN))
_COMPARED = ((Mark.THAN_UP, Way.UP), (Mark.THAN_DOWN, Way.DOWN))


class PartInChange(NamedTuple):
    """How a number takes part in a change; three of the modes are changes themselves."""

    mode: Mode
    direction: Way | None
    modal: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether it is the change itself."""
        return self.mode in CHANGES


def move_at(page: Page, index: int) -> Way | None:
    """The direction of a word of change at a token."""
    return next((way for tag, way in MOVES if page.at(index, tag)), None)


def direction_near(page: Page, number: Number, near: int) -> Way | None:
    """The direction of the nearest word of change within so many tokens; only behind if verbs come last."""
    if page.language.head_final and (way := more_or_less(page, number.last + 1)):
        return way
    back = 0 if page.language.head_final else near
    nearest: list[tuple[int, Way]] = []
    for tag, way in MOVES:
        before = page.near(number.first, tag, back, 0)
        after = page.near(number.last - 1, tag, 0, near)
        nearest += [(number.first - before, way)] if before is not None else []
        nearest += [(after - number.last + 1, way)] if after is not None else []
    return min(nearest)[1] if nearest else None


def more_or_less(page: Page, index: int) -> Way | None:
    """The direction of a word of comparison at a token: «көп», "higher"."""
    return next((way for tag, way in _COMPARED if page.at(index, tag)), None)
