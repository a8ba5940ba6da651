"""Work counted in lines of our code that run: a test of growth that no busy machine disturbs."""

import sys


def work(room, action):
    """How many lines of a room of the package run in an action."""
    count = 0

    def local(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return local

    def trace(frame, _event, _argument):
        return local if f"/{room}/" in frame.f_code.co_filename.replace("\\", "/") else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        action()
    finally:
        sys.settrace(before)
    return count
