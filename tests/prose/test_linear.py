"""Work grows no faster than the text: counted in lines of our code that run, not in seconds."""

import sys

import pytest

from edureport.model.period import Period
from edureport.prose import groups, read, time_of

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


TIMES = ["2025 жылы ", "в мае (5 ", "in 2025 5, ", "с 2025 по ", "конец "]


def work(action):
    """How many lines of the package run in an action."""
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
        action()
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_long_runs(run, language):
    read("1", language)  # the words are loaded
    texts = [run * (size // len(run)) for size in (2_000, 8_000)]
    once, fourfold = (work(lambda text=text: groups(text, read(text, language), language)) for text in texts)
    assert fourfold < 6 * once + 2_000


@pytest.mark.parametrize("run", TIMES)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_long_runs_of_times(run, language):
    own = Period.parse("2025-9M")
    time_of("1", [], language, own)  # the words are loaded
    found = [(text, read(text, language)) for text in (run * (size // len(run)) for size in (500, 2_000))]
    once, fourfold = (work(lambda item=item: time_of(*item, language, own)) for item in found)
    assert fourfold < 6 * once + 2_000
