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
from measure import NOT_MEASURED, SIZE, Command, Cost, Round, environment, rounds
from programs import CHECKOUT, Programs, find

REPORT = CHECKOUT / "data" / "report_2025q3.yaml"
SMALL, MIDDLE, LARGE = 1_000, 10_000, 100_000  # observations
BEGINS = 0.5  # seconds after the start-up until a long table begins to appear
MISSED = 1  # exit code


class Result(NamedTuple):
    """A line of the answer: one ratio a round, and what they may be; no ratios: not measured."""

    what: str
    peer: str
    ratios: Sequence[float]
    limit: float | None = None

    @property
    def verdict(self) -> str:
        """Whether the limit is met; nothing where there is none."""
        if not self.ratios:
            return "skipped"
        if self.limit is None:
            return ""
        return "met" if median(self.ratios) <= self.limit else "missed"


def main() -> int:
    """Measure and print; 0 if every limit is met, 1 if one is missed, 2 if one was not measured."""
    options = _options()
    time = _processor if options.cpu else _elapsed
    with tempfile.TemporaryDirectory(prefix="edureport-benchmarks-") as name:
        folder = Path(name)
        programs = find(folder, options.python, options.csvlook)
        print(programs.versions(), end="\n\n", flush=True)
        short = rounds(_short(programs, folder), options.runs)
        long = rounds(_long(programs, folder), max(1, options.runs // 5))
    results = [*_start(short, time), *_size(long, time), *_growth(long, time), *_screen(long, time)]
    _print(results)
    if options.verbose:
        _print_costs([*short, *long])
    verdicts = [result.verdict for result in results]
    if "skipped" in verdicts:
        print("\nskipped: hledger is not installed")
    return MISSED if "missed" in verdicts else NOT_MEASURED if "skipped" in verdicts else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    add = parser.add_argument
    add("--runs", type=int, default=15, help="of each program, a fifth for long reports (%(default)s)")
    add("--quick", dest="runs", action="store_const", const=5, help="the same as --runs 5")
    add("--cpu", action="store_true", help="compare processor time: steadier on a busy machine")
    add("--python", type=Path, help="a Python that has edureport; otherwise this checkout is installed")
    add("--csvlook", type=Path, help="the csvlook to compare with; otherwise csvkit is installed")
    add("--verbose", action="store_true", help="print times and memory, too")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs: at least 1")
    return options


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
    labelled = generate.labelled(folder / "labelled.yaml", LARGE)
    commands["labelled"] = Command((programs.edureport, "summary", str(labelled), "-f", "csv"))
    if programs.hledger:
        journal = generate.journal(folder / "made-up.journal", LARGE)
        commands["hledger"] = Command((programs.hledger, "-f", str(journal), "bal"))
    return commands


# What is compared


def _ratios(found: Sequence[Round], one: str, other: str, of: Callable[[Cost], float]) -> list[float]:
    """What one program took of what the other took, round by round; empty if one did not run."""
    return [of(costs[one]) / of(costs[other]) for costs in found if other in costs]


def _start(found: Sequence[Round], time: Callable[[Cost], float]) -> list[Result]:
    """The start-up and a small job."""
    hello, table = "Typer hello world", "table of a report"
    return [
        Result("CSV of a report", hello, _ratios(found, "csv", "hello", time), 1.4),
        Result(table, hello, _ratios(found, "table", "hello on a terminal", time), 2.4),
        Result(table, "csvlook", _ratios(found, "table", "csvlook", time), 1.2),
    ]


def _size(found: Sequence[Round], time: Callable[[Cost], float]) -> list[Result]:
    """A long report beside a long journal."""
    what, peer = f"CSV of {LARGE:,} observations", f"hledger bal of {LARGE:,} transactions"
    times = _ratios(found, f"csv {LARGE}", "hledger", time)
    peaks = _ratios(found, f"csv {LARGE}", "hledger", lambda cost: cost.peak)
    results = [Result(what, peer, times, 0.75), Result(f"{what}, memory", peer, peaks, 1 / 3)]
    what = f"CSV of {LARGE:,} indicators in three languages"
    times = _ratios(found, "labelled", "hledger", time)
    peaks = _ratios(found, "labelled", "hledger", lambda cost: cost.peak)
    return [*results, Result(what, peer, times, 0.75), Result(f"{what}, memory", peer, peaks, 1 / 3)]


def _growth(found: Sequence[Round], time: Callable[[Cost], float]) -> list[Result]:
    """The time for each observation, without the start-up, as reports grow."""

    def each(costs: Round, size: int) -> float:
        return (time(costs[f"csv {size}"]) - time(costs["csv 1"])) / size

    results = []
    for size, before, limit in (MIDDLE, SMALL, None), (LARGE, MIDDLE, 1.5):
        ratios = [each(costs, size) / each(costs, before) for costs in found]
        results.append(Result(f"CSV, each of {size:,} observations", f"each of {before:,}", ratios, limit))
    return results


def _screen(found: Sequence[Round], time: Callable[[Cost], float]) -> list[Result]:
    """A table that is longer than anybody reads."""
    what, table = f"table of {MIDDLE:,} rows", f"table {MIDDLE}"
    peer = f"{BEGINS} s after the start-up"
    first = [(costs[table].first - costs["table 1"].first) / BEGINS for costs in found]
    screen = [(costs[table].screen - costs["table 1"].first) / BEGINS for costs in found]
    whole = _ratios(found, table, f"csv {MIDDLE}", time)
    return [
        Result(f"{what}, first byte", peer, first, 1),
        Result(f"{what}, first {SIZE[0]} lines", peer, screen),
        Result(what, "CSV of the same", whole, 3),
    ]


def _elapsed(cost: Cost) -> float:
    return cost.elapsed


def _processor(cost: Cost) -> float:
    return cost.processor


# What is printed


def _print(results: Iterable[Result]) -> None:
    lines: list[tuple[str, ...]] = [("", "beside", "ratio", "min–max", "limit", "")]
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
