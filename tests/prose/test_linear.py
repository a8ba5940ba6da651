"""Work grows no faster than the text."""

from itertools import cycle

import pytest
from work import work

from edureport.model.period import Period
from edureport.prose import read

ANY = [
    "1",
    " ",
    "123 ",
    "1,",
    "1.",
    "1-",
    "5 (",
    "2023, ",
    "«5 ",
    "-",
    "(",
    ")",
    ",",
    "«",
    "»",
    "'",
    "%",
    "и\u0306",
]
ANY += ["5%, ", "2,5 ", "9,4, ", "$5m ", "тел 5-", "школ "]
RUNS = {
    "kk": [
        "м",
        "мың ",
        "5-тен 6 ",
        "соның ішінде 5, ",
        "астам ",
        "мектептің 5-і, ",
        "men 5 ",
        "төрттен бірі ",
    ],
    "ru": ["сто ", "из них 5 школ, ", "не менее ", "каждый ", "вдвое, ", "или 5 %, ", "в отчёте 5 школ, "],
    "en": ["of which 3 ", "every ", "and ", "one ", "and a club ", "a ", "more than ", "from 5 to 6, by 1, "],
}
RUNS["ru"] += ["5 ферм. Всего 6 ферм. ", "по 5 тонн, ", "городских 5 ", "5 (пять) ", "с 5 до 6, "]
RUNS["en"] += ["5 in 5 ", "in every 100 ", "of the ", "up ", "9 out of ", "the plan was "]
CASES = [(language, run) for language, runs in RUNS.items() for run in runs]
CASES += zip(cycle(RUNS), ANY, strict=False)  # what belongs to no language is read as each in turn

TIMES = [
    ("kk", "2025 жылы "),
    ("ru", "в мае (5 "),
    ("en", "in 2025 5, "),
    ("ru", "с 2025 по "),
    ("ru", "конец "),
]
OWN = Period.parse("2025-9M")


def grows(run, read_all, length=1_000):
    """Whether four times the text takes much more than four times the work."""
    read_all("1")  # the words are loaded
    texts = [run * (size // len(run)) for size in (length // 4, length)]
    once, fourfold = (work("prose", lambda text=text: read_all(text)) for text in texts)
    return fourfold > 5.5 * once + 1_000


@pytest.mark.parametrize(("language", "run"), CASES)
def test_long_runs(language, run):
    assert not grows(run, lambda text: read(text, language).relations)


@pytest.mark.parametrize(("language", "run"), TIMES)
def test_long_runs_of_times(language, run):
    assert not grows(run, lambda text: read(text, language).times(OWN))


def test_a_sentence_of_nothing_but_numbers():
    assert not grows("5 ", lambda text: read(text, "en").relations, length=2_000)


def test_an_account_of_many_numbers_in_one_sentence():
    def told(count):
        names = {"births": 700_000, "deaths": 100_000, "natural increase": 17}
        return ", ".join(
            f"{number} {name}" for name, first in names.items() for number in range(first, first + count)
        )

    once, fourfold = (work("prose", lambda n=n: read(told(n), "en").relations) for n in (12, 48))
    assert fourfold < 5 * once
