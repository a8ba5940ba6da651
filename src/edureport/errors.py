"""The errors that a user can mend, each with its place, and the exit codes of the program."""

from typing import Self

from edureport.message import Message
from edureport.problem import Place, Problem, Problems

DONE = 0
FOUND = 1  # a check, an audit or a --fail-on gate found something
FAILED = 2  # usage, unreadable data, unwritable file
FAULTY = 70  # a fault of the program itself: EX_SOFTWARE of sysexits
INTERRUPTED = 130  # 128 + SIGINT, as shells count


class EdureportError(Exception):
    """What the user asked for cannot be done, for these `problems` and so many that are `omitted`."""

    exit_code = FAILED

    def __init__(self, problem: Problem | Message, *more: Problem, omitted: int = 0) -> None:
        first = Problem(problem) if isinstance(problem, Message) else problem
        self.problems: tuple[Problem, ...] = (first, *more)
        self.omitted = omitted
        super().__init__(first, *more)

    @classmethod
    def at(cls, place: Place | str, said: Message | str, /, **values: object) -> Self:
        """The error that something is wrong with a file, or at a place in one; as `Problem.at` says it."""
        return cls(Problem.at(place, said, **values))

    def __str__(self) -> str:
        """All problems in English, a line each; the program itself speaks the user's language."""
        from edureport.languages.catalogue import load  # only when somebody reads the error

        words = load("en")
        return "\n".join(words.problem(problem) for problem in self.problems)


class UsageError(EdureportError):
    """The command line asks for something that does not exist."""


class ReportError(EdureportError):
    """A report file cannot be read as a report."""

    @classmethod
    def all_of(cls, problems: Problems) -> "ReportError":
        """One error for every mistake in a file, in the order of the file."""
        in_order = sorted(problems, key=lambda one: one.place.position[1:] if one.place else (0, 0))
        return cls(*in_order, omitted=problems.omitted)


class OutputError(EdureportError):
    """A result cannot be written where it was meant to go."""
