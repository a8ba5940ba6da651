"""Work counted in lines of our code that run: a test of growth that no busy machine disturbs."""

import sys


def work(rooms, action):
    """How many lines of these rooms of the package run in an action; of `rooms` one may stand alone."""
    parts = [f"/{room}/" for room in ((rooms,) if isinstance(rooms, str) else rooms)]
    count = 0

    def local(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return local

    def trace(frame, _event, _argument):
        name = frame.f_code.co_filename.replace("\\", "/")
        return local if any(part in name for part in parts) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count
