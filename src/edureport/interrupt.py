"""Ctrl-C, and the other signals that end a run: what is half written goes, and nothing is said."""

import os
import signal
from contextlib import suppress
from types import FrameType

unfinished: set[str] = set()  # the names of files that are being written
unfinished_folders: list[str] = []  # and of folders that they are in, the inner ones first
aside: dict[str, str] = {}  # folders that stand aside for a moment, and where they belong

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT")  # not every system has all of them


def listen() -> None:
    """From now on these signals end the program at once, those that it is to ignore excepted.

    A handler can tidy up at any moment. An exception could come in the midst of tidying up, or be
    caught by somebody on its way.
    """
    for name in _SIGNALS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) in (signal.SIG_DFL, signal.default_int_handler):
            signal.signal(number, _leave)


def _leave(number: int, _frame: FrameType | None) -> None:
    for name in unfinished:
        with suppress(OSError):
            os.unlink(name)  # noqa: PTH108  # no more modules are imported now
    for name in unfinished_folders:
        with suppress(OSError):
            os.rmdir(name)  # noqa: PTH106  # as above
    for name, place in aside.items():
        with suppress(OSError):  # the new one is in its place
            os.rename(name, place)  # noqa: PTH104  # as above
    os._exit(128 + number)
