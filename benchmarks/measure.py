"""Run whole processes in turn; what each one took in time and memory, as the kernel accounts it."""

import os
import sys
import termios
from collections.abc import Mapping, Sequence
from functools import cache
from math import isnan, nan
from time import perf_counter
from typing import NamedTuple, NoReturn

NOT_MEASURED = 2  # exit code
SIZE = (24, 80)  # rows and columns of the terminal
_PEAK_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2) counts bytes there, KiB elsewhere
_ASIDE = ("PYTHON", "EDUREPORT_", "COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "LC_", "LANG")


class Command(NamedTuple):
    """A program and its arguments; its output goes to a terminal of 80 × 24, else to nowhere."""

    arguments: tuple[str, ...]
    terminal: bool = False


class Cost(NamedTuple):
    """What one process took, in seconds and bytes.

    `first` and `screen` are the seconds until a terminal showed its first byte and its first
    screenful of lines; not a number where that never came.
    """

    elapsed: float
    processor: float
    peak: int
    first: float
    screen: float


Round = Mapping[str, Cost]


def give_up(reason: str) -> NoReturn:
    """Say why nothing can be measured, and leave."""
    print(reason, file=sys.stderr)
    sys.exit(NOT_MEASURED)


@cache
def environment() -> dict[str, str]:
    """The environment of the programs: that of the user without what would make them differ.

    PYTHONDONTWRITEBYTECODE is among what is left out: a program is to be measured with byte code.
    """
    kept = {key: value for key, value in os.environ.items() if not key.startswith(_ASIDE)}
    return kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}


def rounds(commands: Mapping[str, Command], count: int) -> Sequence[Round]:
    """The costs of the commands, run one after the other, `count` times over and once before.

    The first round is not counted: it reads the files into memory and compiles what is not compiled.
    """
    return [{name: run(command) for name, command in commands.items()} for _ in range(count + 1)][1:]


def run(command: Command) -> Cost:
    """The cost of running a command once; ends the program if it fails.

    The peak cannot be less than that of this process, which the kernel hands down at the start.
    """
    start = perf_counter()
    child, first, screen = _on_terminal(command) if command.terminal else _to_nowhere(command)
    _, status, usage = os.wait4(child, 0)
    elapsed = perf_counter() - start
    if status:
        give_up(f"exit code {os.waitstatus_to_exitcode(status)}: {' '.join(command.arguments)}")
    peak = usage.ru_maxrss * _PEAK_UNIT
    return Cost(elapsed, usage.ru_utime + usage.ru_stime, peak, first - start, screen - start)


def _to_nowhere(command: Command) -> tuple[int, float, float]:
    """The id of the process, its output thrown away."""
    null = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1)]
    child = os.posix_spawn(command.arguments[0], command.arguments, environment(), file_actions=null)
    return child, nan, nan


def _on_terminal(command: Command) -> tuple[int, float, float]:
    """The id of the process after its last output, and the times of its first byte and screenful."""
    ours, theirs = os.openpty()
    termios.tcsetwinsize(theirs, SIZE)
    same = [(os.POSIX_SPAWN_DUP2, theirs, fd) for fd in (0, 1, 2)]
    child = os.posix_spawn(command.arguments[0], command.arguments, environment(), file_actions=same)
    os.close(theirs)
    first, screen, lines = nan, nan, 0
    while said := _read(ours):
        lines += said.count(b"\n")
        if isnan(first):
            first = perf_counter()
        if isnan(screen) and lines >= SIZE[0]:
            screen = perf_counter()
    os.close(ours)
    return child, first, screen


def _read(terminal: int) -> bytes:
    """What has been written to the terminal; nothing when everybody has closed it."""
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux tells it (EIO)
        return b""
