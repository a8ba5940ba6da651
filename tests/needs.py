"""What each command needs to be run: the one place that tells it to the tests that run every command.

A command that is not in NEEDS needs a report, and nothing else.
"""

from pathlib import Path
from typing import NamedTuple

from edureport.errors import DONE, FOUND

ROOT = Path(__file__).parents[1]
SOURCE = "data/report_2025q3.yaml"
TEXT = "docs/examples/riverside-2025-9m.md"
PLAIN = "docs/examples/sampleton.txt"
TEXTS = (
    *sorted((ROOT / "docs/examples").glob("*.[mt][dx]*")),
    *sorted((ROOT / "tests/audit/corpus").glob("*.txt")),
)
IN_LANGUAGE = frozenset(  # columns of machines that are in the language chosen
    {"label", "organisation_label", "text", "arithmetic", "explained", "source"}
)
KEY = "KEY"  # stands for the key of an indicator


class Needs(NamedTuple):
    """The arguments of a command, each without its name."""

    ways: tuple[tuple[str, ...], ...] = ((),)  # what stands before a report; the first is what it needs
    option: str = ""  # the option that names a report; empty where a report is an argument
    filled: tuple[str, ...] = (SOURCE,)  # with files of this checkout, so that its table is full
    code: int = DONE  # of a run with these
    shows: str = "label"  # the column that holds texts of what is read
    on_text: tuple[str, ...] = ()  # reads PLAIN and leaves with 0; empty if it reads no texts


NEEDS = {
    "check": Needs(code=FOUND),
    "targets": Needs(
        ways=((), ("--as-of", "2025-12-01"), ("--method", "cagr", "--explain")),
        filled=("examples/shymkent-grade-1", "--as-of", "2025-08-01"),
    ),
    "compare": Needs(
        ways=(
            ("--before", "2024-9M", "--after", "2025-9M"),
            (),
            ("--before", "2019", "--after", "2020"),
            ("--before", "2024-9M", "--discrete"),
        ),
        filled=("examples/astana/2024-09.yaml", "examples/astana/2025-08.yaml"),
    ),
    "show": Needs(ways=((KEY,),), filled=("schools", SOURCE)),
    "trend": Needs(ways=((KEY,), (KEY, "--discrete")), filled=("schools", "examples/astana")),
    "rank": Needs(ways=((KEY,),), filled=("schools", "docs/examples/districts"), shows="organisation_label"),
    "audit": Needs(
        ways=((TEXT,), *((str(path),) for path in TEXTS)),
        option="--data",
        filled=("docs/examples/nine-months.en.txt", "--data", SOURCE),
        code=FOUND,
        shows="words",
        on_text=(PLAIN, "--data", "none", "--columns", "char_start,words,value", "-f", "csv"),
    ),
    "chart": Needs(ways=((), ("--kind", "progress")), option="--data", filled=("--data", SOURCE)),
    "draft": Needs(filled=(PLAIN,), on_text=(PLAIN, "--id", "sampleton")),
    "new": Needs(
        ways=(("--period", "2026"),), option="--like", filled=("--like", SOURCE, "--period", "2026")
    ),
    "fmt": Needs(ways=(("--check",),)),  # so that no test writes what it reads
    "schema": Needs(filled=()),
}


def needs(name):
    """What a command needs."""
    return NEEDS.get(name, Needs())


def ways(name, *reports, key="schools"):
    """All arguments to run a command with on these reports; `key` is that of an indicator of them."""
    option = needs(name).option
    named = [argument for report in reports for argument in ((option, report) if option else (report,))]
    return [
        (name, *(key if argument == KEY else argument for argument in way), *named)
        for way in needs(name).ways
    ]


def on(name, *reports, key="schools"):
    """The arguments that run a command on these reports, with no more than it needs."""
    return ways(name, *reports, key=key)[0]


def filled(name):
    """The arguments that make a table of a command on files of this checkout."""
    return (name, *needs(name).filled)


ON_TEXTS = {name: (name, *needed.on_text) for name, needed in NEEDS.items() if needed.on_text}
