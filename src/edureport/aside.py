"""What is said beside the data: lines on standard error, folded at spaces where that is a terminal."""

import os
import sys
import textwrap
from collections.abc import Iterable
from contextlib import suppress

INDENT = "  "  # of what goes on below


def say(lines: Iterable[str]) -> None:
    """Print the lines, each after the name of the program; what is said may go unheard."""
    if sys.stderr is None:  # closed: to print to it would print to stdout
        return
    width = _width()
    with suppress(OSError):  # on a full disk or to a reader that is gone
        for line in lines:
            print(_folded(f"edureport: {line}", width), file=sys.stderr)


def _width() -> int | None:
    """The columns of the terminal; None of a file or a pipe, where each message is one line."""
    try:
        if sys.stderr.isatty():
            return max(os.get_terminal_size(sys.stderr.fileno()).columns, 20)
    except (OSError, ValueError):
        pass
    return None


def _folded(line: str, width: int | None) -> str:
    """The line with no word in two pieces; a path or a command that is longer than a line stays whole."""
    if width is None or len(line) <= width:
        return line
    wrapper = textwrap.TextWrapper(width, "", INDENT, break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(line)
