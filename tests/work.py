"""Work counted in lines of our code that run, or in calls: a test of growth that no busy machine disturbs."""

import sys
from functools import cache


def work(rooms, action):
    """How many lines of these rooms of the package run in an action; of `rooms` one may stand alone."""
    parts = [f"/{room}/" for room in ((rooms,) if isinstance(rooms, str) else rooms)]
    count = 0

    @cache
    def counts(filename):
        name = filename.replace("\\", "/")
        return any(part in name for part in parts)

    def local(_frame, event, _argument):
        nonlocal count
        if event == "line":
            count += 1
        return local

    def trace(frame, _event, _argument):
        return local if counts(frame.f_code.co_filename) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count


def calls(action):
    """How many functions, ours and Python's own, are called in an action: of regular expressions each use."""
    count = 0

    def called(_frame, event, _argument):
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(called)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count
