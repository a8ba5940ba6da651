"""Work grows no faster than the text: counted in lines of our code that run, not in seconds."""

import sys

import pytest

from edureport.prose import groups, read

RUNS = [
    "1",
    " ",
    "123 ",
    "1,",
    "1.",
    "1-",
    "школ ",
    "м",
    "сто ",
    "мың ",
    "из них 5 школ, ",
    "5 (",
    "не менее ",
    "2023, ",
]
RUNS += ["5-тен 6 ", "«5 ", "тел 5-", "of which 3 ", "every ", "и\u0306", "соның ішінде 5, "]


def work(text, language):
    """How many lines of the package run while the text is read."""
    count = 0

    def local(_frame, event, _argument):
        nonlocal count
        count += event == "line"
        return local

    def trace(frame, _event, _argument):
        return local if "/prose/" in frame.f_code.co_filename.replace("\\", "/") else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        groups(text, read(text, language), language)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_long_runs(run, language):
    read("1", language)  # the words are loaded
    once, fourfold = (work(run * (size // len(run)), language) for size in (2_000, 8_000))
    assert fourfold < 6 * once + 2_000
