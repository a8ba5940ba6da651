"""Problem: one thing that is wrong with what a user gave, and its Place in a file."""

from typing import NamedTuple

from edureport.message import Message


class Place(NamedTuple):
    """A place in a file; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self if part is not None)


class Problem(NamedTuple):
    """One thing that is wrong, where, and (in the words of the message) what to do."""

    message: Message
    place: Place | None = None


class Problems(list[Problem]):
    """What is wrong with a file: the first problems, and how many more were omitted."""

    MOST = 1000  # problems that are kept

    def __init__(self) -> None:
        super().__init__()
        self.omitted = 0

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self) >= self.MOST

    def note(self, problem: Problem) -> None:
        """Keep the problem, or count it."""
        if self.full:
            self.omitted += 1
        else:
            self.append(problem)
