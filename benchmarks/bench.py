"""What edureport costs beside its peers: ratios, the limits set for them, and whether they are met."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

import generate
from measure import Command, Cost, Round, environment, rounds
from programs import CHECKOUT, Programs, find

REPORT = CHECKOUT / "data" / "report_2025q3.yaml"
SMALL, MIDDLE, LARGE = 1_000, 10_000, 100_000  # observations
BEGINS = 0.5  # seconds after the start-up until a long table begins to appear
MISSED, NOT_MEASURED = 1, 2  # exit codes


class Result(NamedTuple):
    """A line of the answer: one ratio a round, and what they may be; no ratios: not measured."""

    what: str
    peer: str
    ratios: Sequence[float]
    limit: float | None = None
    binding: bool = True

    @property
    def verdict(self) -> str:
        """Whether the limit is met; nothing where there is none."""
        if not self.ratios:
            return "skipped"
        if self.limit is None:
            return ""
        said = "met" if median(self.ratios) <= self.limit else "missed"
        return said if self.binding else f"({said})"


def main() -> int:
    """Measure and print; 0 if every limit is met, 1 if one is missed, 2 if one was not measured."""
    options = _options()
    runs = 5 if options.quick else options.runs
    time = _processor if options.cpu else _elapsed
    with tempfile.TemporaryDirectory(prefix="edureport-benchmarks-") as name:
        folder = Path(name)
        programs = find(folder, options.python, options.csvlook)
        print(programs.versions(), end="\n\n", flush=True)
        short = rounds(_short(programs, folder), runs)
        long = rounds(_long(programs, folder), max(1, runs // 5))
    results = [*_start(short, time), *_growth(long, time), *_screen(long, time)]
    _print(results)
    if options.verbose:
        _print_costs([*short, *long])
    verdicts = [result.verdict for result in results]
    if "skipped" in verdicts:
        print("\nskipped: hledger is not installed")
    return MISSED if "missed" in verdicts else NOT_MEASURED if "skipped" in verdicts else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--runs", type=int, default=15, help="runs of each program; a fifth for long ones (%(default)s)"
    )
    parser.add_argument("--quick", action="store_true", help="5 runs, and one of each long one")
    parser.add_argument(
        "--cpu", action="store_true", help="compare processor time, steadier on a busy machine"
    )
    parser.add_argument("--python", type=Path, help="a Python with edureport installed, beside that program")
    parser.add_argument("--csvlook", type=Path, help="the csvlook to compare with")
    parser.add_argument("--verbose", action="store_true", help="print times and memory, too")
    return parser.parse_args()


# What is run


def _short(programs: Programs, folder: Path) -> dict[str, Command]:
    """The published report, its rows in csvlook, and a program that does nothing."""
    summary = (programs.edureport, "summary", str(REPORT))
    rows = folder / "rows.csv"
    with rows.open("wb") as file:
        subprocess.run([*summary, "-f", "csv"], stdout=file, env=environment(), check=True)
    hello = (programs.python, programs.hello)
    return {
        "csv": Command((*summary, "-f", "csv")),
        "hello": Command(hello),
        "table": Command(summary, terminal=True),
        "hello on a terminal": Command(hello, terminal=True),
        "csvlook": Command((programs.csvlook, str(rows)), terminal=True),
    }


def _long(programs: Programs, folder: Path) -> dict[str, Command]:
    """Generated reports of growing size, and a journal as long as the longest."""
    commands = {}
    for size in (1, SMALL, MIDDLE, LARGE):
        report = generate.report(folder / f"{size}.yaml", size)
        summary = (programs.edureport, "summary", str(report))
        commands[f"csv {size}"] = Command((*summary, "-f", "csv"))
        if size in (1, MIDDLE):
            commands[f"table {size}"] = Command(summary, terminal=True)
    if programs.hledger:
        journal = generate.journal(folder / "made-up.journal", LARGE)
        commands["hledger"] = Command((programs.hledger, "-f", str(journal), "bal"))
    return commands


# What is compared


def _start(found: Iterable[Round], time: Callable[[Cost], float]) -> list[Result]:
    """The start-up and a small job."""
    hello = "Typer hello world"
    on_terminal = [time(one["table"]) / time(one["hello on a terminal"]) for one in found]
    return [
        Result("CSV of a report", hello, [time(one["csv"]) / time(one["hello"]) for one in found], 1.4),
        Result("table of a report", hello, on_terminal, 2.4),
        Result(
            "table of a report", "csvlook", [time(one["table"]) / time(one["csvlook"]) for one in found], 1.2
        ),
    ]


def _growth(found: Iterable[Round], time: Callable[[Cost], float]) -> list[Result]:
    """Long reports."""

    def each(one: Round, size: int) -> float:
        return (time(one[f"csv {size}"]) - time(one["csv 1"])) / size

    large, measured = f"csv {LARGE}", [one for one in found if "hledger" in one]
    what, peer = f"CSV of {LARGE:,} observations", f"hledger bal of {LARGE:,} transactions"
    return [
        Result(what, peer, [time(one[large]) / time(one["hledger"]) for one in measured], 0.75),
        Result(f"{what}, memory", peer, [one[large].peak / one["hledger"].peak for one in measured], 1 / 3),
        Result(
            f"an observation of {MIDDLE:,}",
            f"one of {SMALL:,}",
            [each(one, MIDDLE) / each(one, SMALL) for one in found],
        ),
        Result(
            f"an observation of {LARGE:,}",
            f"one of {MIDDLE:,}",
            [each(one, LARGE) / each(one, MIDDLE) for one in found],
            1.5,
        ),
    ]


def _screen(found: Iterable[Round], time: Callable[[Cost], float]) -> list[Result]:
    """A table that is longer than anybody reads."""
    table, csv, start = f"table {MIDDLE}", f"csv {MIDDLE}", "table 1"
    begins = [(one[table].first - one[start].first) / BEGINS for one in found]
    what = f"table of {MIDDLE:,} rows"
    return [
        Result(f"{what}, first byte", f"{BEGINS} s after the start", begins, 1, binding=False),
        Result(
            what, "CSV of the same", [time(one[table]) / time(one[csv]) for one in found], 3, binding=False
        ),
    ]


def _elapsed(cost: Cost) -> float:
    return cost.elapsed


def _processor(cost: Cost) -> float:
    return cost.processor


# What is printed


def _print(results: Iterable[Result]) -> None:
    lines = [("", "beside", "ratio", "min–max", "limit", "")]
    lines += [_line(result) for result in results]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for what, peer, *numbers, verdict in lines:
        aligned = [text.rjust(width) for text, width in zip(numbers, widths[2:-1], strict=True)]
        print("  ".join([what.ljust(widths[0]), peer.ljust(widths[1]), *aligned, verdict]).rstrip())


def _line(result: Result) -> tuple[str, ...]:
    ratios, limit = result.ratios, "" if result.limit is None else f"{result.limit:.2f}"
    if not ratios:
        return result.what, result.peer, "", "", limit, result.verdict
    ends = f"{min(ratios):.2f}–{max(ratios):.2f}"
    return result.what, result.peer, f"{median(ratios):.2f}", ends, limit, result.verdict


def _print_costs(found: Sequence[Round]) -> None:
    """Medians of this machine, which say nothing of another."""
    print()
    for name in dict.fromkeys(name for one in found for name in one):
        costs = [one[name] for one in found if name in one]
        elapsed = median(cost.elapsed for cost in costs) * 1000
        processor = median(cost.processor for cost in costs) * 1000
        peak = median(cost.peak for cost in costs) / 2**20
        print(f"{name:20} {elapsed:8.1f} ms {processor:8.1f} ms of processor {peak:8.1f} MiB")


if __name__ == "__main__":
    sys.exit(main())
