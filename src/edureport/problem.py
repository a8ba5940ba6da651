"""Problem: one thing that is wrong with what a user gave, and its Place in a file."""

from typing import NamedTuple

from edureport.message import Message, message


class Place(NamedTuple):
    """A place in a file, or in a sheet of one; line and column count from 1."""

    path: str
    line: int | None = None
    column: int | None = None
    sheet: str | None = None

    @property
    def position(self) -> tuple[str, int, int]:
        """What places of several files are sorted by."""
        return self.path, self.line or 0, self.column or 0

    def __str__(self) -> str:
        if self.sheet is not None:
            cell = f"{column_letters(self.column)}{self.line}" if self.line and self.column else ""
            return ":".join(part for part in (self.path, "!".join(filter(None, (self.sheet, cell)))) if part)
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


def column_letters(column: int) -> str:
    """What a sheet calls a column: 1 is A, 27 is AA."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


class Problem(NamedTuple):
    """One thing that is wrong, where, and (in the words of the message) what to do."""

    message: Message
    place: Place | None = None

    @classmethod
    def at(cls, place: Place | str, said: Message | str, /, **values: object) -> "Problem":
        """What is wrong with a file, or at a place in one: a message, or the key and the values of one."""
        found = message(said, **values) if isinstance(said, str) else said
        return cls(found, Place(place) if isinstance(place, str) else place)


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

    def note_all(self, others: "Problems") -> None:
        """The same for those of somebody else, and for what was omitted there."""
        for problem in others:
            self.note(problem)
        self.omitted += others.omitted
