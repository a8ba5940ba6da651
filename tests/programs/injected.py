"""Makes system calls of the program fail, one at a time, in every command; needs strace and Linux.

    python tests/programs/injected.py [--faults 5000] [--seed 1]

Whatever fails, a run ends as it would without, with the same output and the same files; or with 2, and says
why, and the files are as they were. Nothing else is left in the folder. The faults are spread evenly over
the commands, over the calls that each makes and over their number. Most runs are forked from a process that
has loaded the program; every tenth is a process of its own, from its first instruction on. Each run that
ends otherwise is listed; at the end stands how many ended how, those of `OTHERS` by who answers for them.
Exits with 1 if something was listed.
"""

import argparse
import io
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from importlib import import_module
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
SOURCE = str(ROOT / "data/report_2025q3.yaml")
SERIES = str(ROOT / "examples/astana")
AREAS = str(ROOT / "docs/examples/districts")
TEXT = str(ROOT / "docs/examples/nine-months.en.txt")
OLD = b"the old one\n"
DISORDER = b"report: {language: en, id: x}\nedureport:   1\n"
MANY = 60  # reports in a folder, so that they are kept in the cache
SMALL = """\
edureport: 1
report: {{id: r{0}, organisation: City {1}, period: 20{2:02}, language: en}}
units: {{school: schools}}
indicators: {{schools: {{label: Schools, unit: school, kind: stock, value: {0}}}}}
"""
WRITING = {  # by what they are called in the list; the last word is the file
    "summary csv": ("summary", SOURCE, "-o", "new.csv"),
    "summary xlsx": ("summary", SOURCE, "-o", "new.xlsx"),
    "summary html": ("summary", SOURCE, "-o", "new.html"),
    "data sdmx": ("data", SOURCE, "-f", "sdmx-csv", "-o", "folder"),
    "summary zip": ("summary", SOURCE, "-f", "datapackage", "-o", "new.zip"),
    "compare json": ("compare", SERIES, "-o", "new.json"),
    "targets md": ("targets", SOURCE, "-o", "new.md"),
    "trend rst": ("trend", "schools", SERIES, "-o", "new.rst"),
    "rank tex": ("rank", "schools", AREAS, "-o", "new.tex"),
    "data parquet": ("data", SOURCE, "-o", "new.parquet"),
    "data tsv": ("data", SERIES, "-o", "new.tsv"),
    "show txt": ("show", "schools", SOURCE, "-o", "new.txt"),
    "check jsonl": ("check", SOURCE, "-o", "new.jsonl"),
    "audit xlsx": ("audit", TEXT, "--data", SOURCE, "-o", "new.xlsx"),
    "audit marked": ("audit", TEXT, "--data", SOURCE, "--annotate", "-o", "new.html"),
    "draft": ("draft", TEXT, "--period", "2025", "--force", "-o", "new.yaml"),
    "document docx": ("document", SOURCE, "-o", "new.docx"),
    "document pdf": ("document", SOURCE, "-o", "new.pdf"),
    "document html": ("document", SOURCE, "-o", "new.html"),
    "document xlsx": ("document", SOURCE, "-o", "new.xlsx"),
    "document md": ("document", SOURCE, "-o", "new.md"),
    "chart svg": ("chart", "--data", SOURCE, "-o", "new.svg"),
    "chart png": ("chart", "--data", SOURCE, "-o", "new.png"),
    "new": ("new", "--like", SOURCE, "--period", "2026", "--force", "-o", "new.yaml"),
    "schema": ("schema", "-o", "new.json"),
    "fmt": ("fmt", "disorder.yaml"),
}
PRINTING = {
    "summary": ("summary", SOURCE),
    "summary many": ("data", "many", "-f", "csv"),
    "compare": ("compare", SERIES, "-f", "csv"),
    "targets": ("targets", SOURCE, "-f", "json"),
    "trend": ("trend", "schools", SERIES),
    "rank": ("rank", "schools", AREAS, "-f", "csv"),
    "data": ("data", SERIES, "-f", "csv"),
    "data of a table": ("data", str(ROOT / "examples/kz-schools/schools.yaml"), "-f", "csv"),
    "data of a sheet": ("data", "made.yaml", "-f", "csv"),
    "show": ("show", "schools", SOURCE),
    "check": ("check", SOURCE),
    "audit": ("audit", TEXT, "--data", SOURCE, "-f", "json"),
    "draft printed": ("draft", TEXT, "--period", "2025"),
    "document": ("document", SOURCE),
    "chart": ("chart", "--data", SOURCE),
    "new printed": ("new", "--period", "2026"),
    "fmt checked": ("fmt", "disorder.yaml", "--check"),
}
CASES = WRITING | PRINTING
CALLS = {  # with errors that their manual pages name
    "write": ("ENOSPC", "EIO", "EDQUOT", "EFBIG", "EINTR"),
    "openat": ("EACCES", "EMFILE", "ENFILE", "EROFS", "ENOSPC", "EINTR"),
    "fsync": ("EIO", "EINVAL", "ENOSPC"),
    "chmod,fchmod,fchmodat": ("EPERM", "EROFS", "EIO"),
    "chown,fchown,fchownat": ("EPERM", "EROFS", "EIO"),
    "rename,renameat,renameat2": ("EACCES", "EXDEV", "EBUSY", "EIO", "EROFS"),
    "link,linkat": ("EPERM", "EMLINK", "EACCES"),
    "unlink,unlinkat,rmdir": ("EACCES", "EBUSY", "EIO"),
    "mkdir,mkdirat": ("EACCES", "ENOSPC", "EROFS"),
    "close": ("EIO", "ENOSPC"),
    "lseek": ("EINVAL", "ESPIPE"),
    "newfstatat,fstat,stat,lstat,statx": ("EACCES", "EIO", "ENOMEM"),
    "readlink,readlinkat": ("EACCES", "EIO"),
    "getdents64": ("EIO", "ENOENT"),
    "mmap": ("ENOMEM",),
    "read,pread64": ("EIO", "EINTR"),
    "pwrite64": ("ENOSPC", "EIO"),
    "ioctl": ("ENOTTY",),
    "getcwd": ("ENOENT",),
    "dup,dup2,dup3,fcntl": ("EMFILE",),
    "clone,clone3,fork,vfork": ("EAGAIN", "ENOMEM"),
}
PATIENCE = 60  # seconds until a run counts as hanging


class Other(NamedTuple):
    """Ends that the program cannot help: of which runs, by which calls, how, with which words; and why."""

    cases: str
    calls: str
    wrong: str
    said: str
    reason: str


OTHERS = (  # tried in this order; what each has to match whole, what is said in a part of it
    Other("data parquet", "openat|read.*", "ends by signal 6", "duckdb::InternalException",
          "DuckDB ends the process where it cannot open or read what its control group (cgroup) is"),
    Other("data parquet", "mmap", "ends by signal 11", "^$",
          "the allocator in DuckDB follows a null pointer where a thread of its own gets no memory"),
    Other("chart png|document docx", "openat|mmap|newfstatat.*", "half a file: in the dots of a .*", "^$",
          "resvg leaves out a text whose font it cannot open, and does not say so (see docs/limits.md)"),
    Other("summary many.*", "write", "hangs", "^$|queues.py",
          "a queue of Python forgets what it cannot write into a pipe, and its pool waits for ever"),
    Other(".* of its own", ".*", "wrong exit code: 127", "error while loading shared libraries",
          "the loader of the system ends the process before Python begins"),
    Other(".* of its own", ".*", "silent loss: ends with 1", "python[^:]*: No module named edureport",
          "Python does not find the program, and ends before it begins"),
)  # fmt: skip


class Fault(NamedTuple):
    """A call that fails with an error, the first, second, … time."""

    calls: str
    error: str
    number: int

    @property
    def words(self) -> str:
        return f"{self.calls}:error={self.error}:when={self.number}"


class End(NamedTuple):
    """How a run ended: its exit code, what it printed, the files there, and what it said."""

    code: int
    printed: bytes
    files: dict[str, bytes]
    said: str


def main() -> int:
    """Run all; 1 if something was listed."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--faults", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=600, help="no more after so many")
    options = parser.parse_args()
    prepare()
    expected = {case: run(case) for case in CASES}
    for case, end in expected.items():
        assert end.code in (0, 1), (case, end)
    forked = chosen(options.faults * 9 // 10, options.seed, own=False)
    alone = iter(chosen(options.faults // 10, options.seed, own=True))
    before = {case: files_before(case) for case in CASES}
    counts: Counter[str] = Counter()
    began, done = time.monotonic(), 0
    for case, fault, own in _mixed(forked, alone):
        if time.monotonic() - began > options.minutes * 60:
            break
        done += 1
        if done % 500 == 0:
            print(f"{done:,} …", flush=True)
        end = run(case, fault, own=own)
        wrong = judged(expected[case], before[case], end, fault)
        counts[f"{'of its own' if own else 'forked'}: ends with {end.code}"] += 1
        counts[f"    by {fault.calls.split(',')[0]}"] += 1
        name = f"{case}{' of its own' if own else ''}"
        reason = wrong and reason_of(name, fault, wrong, end.said)
        if reason:
            counts[f"of others: {reason}"] += 1
        elif wrong:
            counts[f"to be looked at: {wrong.split(':')[0]}"] += 1
            print(
                f"{name}, {fault.words}: {wrong}; {end.said[:300]!r}",
                flush=True,
            )
    print(f"{done:,} faults in {len(CASES)} runs of every command in {time.monotonic() - began:.0f} s")
    for name, count in sorted(counts.items()):
        print(f"{count:>8,}  {name}")
    return 1 if any("looked" in name for name in counts) else 0


# Which faults


def chosen(most: int, seed: int, *, own: bool) -> list[tuple[str, Fault]]:
    """So many faults: every command in turn, of it every call in turn, of that each number equally likely."""
    chance = random.Random(f"{seed} {own}")  # the same faults again
    of_cases = {}
    for case in CASES:
        made = {calls: number for calls, number in calls_of(case, own=own).items() if number}
        of_calls = []
        for calls, number in made.items():
            all_of = [Fault(calls, error, one + 1) for error in CALLS[calls] for one in range(number)]
            of_calls.append(chance.sample(all_of, len(all_of)))
        of_cases[case] = _in_turn(of_calls)
    found = []
    for case in cycle(CASES):
        if len(found) == most or not of_cases:
            return found
        if case in of_cases:
            fault = next(of_cases[case], None)
            if fault is None:
                del of_cases[case]
            else:
                found.append((case, fault))
    return found


def _mixed(
    forked: list[tuple[str, Fault]], alone: Iterator[tuple[str, Fault]]
) -> Iterator[tuple[str, Fault, bool]]:
    """Both kinds of faults, one alone after nine of the others."""
    for number, (case, fault) in enumerate(forked, 1):
        yield case, fault, False
        if number % 9 == 0:
            yield from ((case, fault, True) for case, fault in islice(alone, 1))


def _in_turn(lists: list[list[Fault]]):
    while any(lists):
        for one in lists:
            if one:
                yield one.pop()


def calls_of(case: str, *, own: bool) -> dict[str, int]:
    """How often a run makes each of the calls."""
    with tempfile.NamedTemporaryFile() as log:
        run(case, None, own=own, traced=("-o", log.name, "-e", f"trace={','.join(CALLS)}"))
        names = Counter(
            re.findall(r"^\d* *(\w+)\(", Path(log.name).read_text("utf-8", "replace"), re.MULTILINE)
        )
    return {calls: sum(names[name] for name in calls.split(",")) for calls in CALLS}


# Runs

_KEPT = Path(tempfile.mkdtemp(prefix="edureport-injected-"))


def prepare() -> None:
    """Load what the commands load, and make the files that they are given."""
    many = _KEPT / "many"
    many.mkdir()
    for number in range(MANY):
        text = SMALL.format(number, number % 7, number // 7)
        (many / f"r{number}.yaml").write_text(text, encoding="utf-8")
    import xlsxwriter

    with xlsxwriter.Workbook(str(_KEPT / "made.xlsx")) as book:
        sheet = book.add_worksheet("One")
        for number, row in enumerate(
            (["City", "Year", "Value"], ["Eastville", 2023, 12], ["Eastville", 2024, 14])
        ):
            sheet.write_row(number, 0, row)
    (_KEPT / "made.yaml").write_text(
        "edureport: 1\nreport: {id: made-up, organisation: City of Examples, language: en}\n"
        "units: {school: schools}\nindicators: {schools: {label: Schools, unit: school, kind: stock}}\n"
        "tables:\n  - {file: made.xlsx, organisation: City, indicator: {constant: schools}, period: Year,"
        " value: Value}\n",
        encoding="utf-8",
    )
    (_KEPT / "disorder.yaml").write_bytes(DISORDER)
    loaded: set[str] = set()
    for case in CASES:
        end = run(case, tell_modules=True)
        loaded |= set(end.printed.decode().split())
    for name in sorted(loaded - set(sys.modules)):
        with suppress(Exception):
            import_module(name)


def folder_for(case: str) -> str:
    """A folder with what a run is given, and an old file where it writes."""
    folder = tempfile.mkdtemp(prefix="run-", dir=_KEPT)
    arguments = CASES[case]
    for name in ("disorder.yaml", "made.xlsx", "made.yaml"):
        if name in arguments or "made.yaml" in arguments:
            shutil.copy(_KEPT / name, folder)
    if "many" in arguments:
        (Path(folder) / "many").symlink_to(_KEPT / "many")
    if case in WRITING and case not in ("fmt", "data sdmx"):
        (Path(folder) / arguments[-1]).write_bytes(OLD)
    if case == "data sdmx":
        (Path(folder) / arguments[-1]).mkdir()
        (Path(folder) / arguments[-1] / "data.csv").write_bytes(OLD)
    return folder


def files_before(case: str) -> dict[str, bytes]:
    """The files of a folder before a run."""
    folder = folder_for(case)
    files = _files(folder)
    shutil.rmtree(folder)
    return files


def _files(folder: str) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(Path(folder).rglob("*"))
        if path.is_file() and "many" not in path.parts
    } | {f"{path.relative_to(folder)}/": b"" for path in Path(folder).rglob(".edureport-*") if path.is_dir()}


def run(
    case: str,
    fault: Fault | None = None,
    *,
    own: bool = False,
    traced: tuple[str, ...] = (),
    tell_modules: bool = False,
) -> End:
    """Run a case, with a fault or traced otherwise, and look at what it leaves."""
    folder = folder_for(case)
    if fault is not None:
        traced = ("-o", os.devnull, "-e", f"trace={fault.calls}", "-e", f"inject={fault.words}")
    out, errors, cache = (Path(f"{folder}.{name}") for name in ("out", "err", "cache"))
    environment = {
        "PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": str(cache), "PYTHONPATH": str(ROOT / "src"),
        "XDG_CACHE_HOME": str(cache),
    }  # fmt: skip
    arguments = [*CASES[case], "--lang", "en"]
    with out.open("wb") as printed, errors.open("wb") as said:
        if own:
            words = [sys.executable, "-m", "edureport", *arguments]
            code = _own(
                (["strace", "-f", "-qq", *traced] if traced else []) + words,
                folder,
                environment,
                printed,
                said,
            )
        else:
            child = os.fork()
            if not child:
                _be(
                    folder,
                    arguments,
                    environment,
                    printed.fileno(),
                    said.fileno(),
                    bool(traced),
                    tell_modules,
                )
            code = _followed(child, traced)
    end = End(code, out.read_bytes(), _files(folder), errors.read_text("utf-8", "replace"))
    for path in (folder, cache):
        shutil.rmtree(path, ignore_errors=True)
    for path in (out, errors):
        path.unlink()
    return end


def _own(words, folder, environment, printed, said) -> int:
    try:
        done = subprocess.run(
            words, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=printed, stderr=said,
            check=False, timeout=PATIENCE,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return -signal.SIGALRM
    return done.returncode


def _be(folder, arguments, environment, printed, said, stops, tell_modules) -> None:
    """Be the program in a child, which waits to be traced."""
    os.chdir(folder)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for number, place in ((nothing, 0), (printed, 1), (said, 2)):
        os.dup2(number, place)
    os.environ.clear()
    os.environ.update(environment)
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", errors="backslashreplace", closefd=False)  # noqa: SIM115
    sys.argv = ["edureport", *arguments]
    from edureport import __main__

    if tell_modules:
        __main__.os._exit = partial(_tell, os._exit, printed)
    if stops:
        os.kill(os.getpid(), signal.SIGSTOP)
    try:
        __main__.main()
    finally:
        os._exit(99)


def _tell(leave, printed, _code) -> None:
    os.ftruncate(printed, 0)
    os.pwrite(printed, "\n".join(sorted(sys.modules)).encode(), 0)
    leave(0)


def _followed(child: int, traced: tuple[str, ...]) -> int:
    """The exit code of a child; if it is to be traced, from where it stopped."""
    tracer = None
    if traced:
        os.waitpid(child, os.WUNTRACED)
        tracer = subprocess.Popen(
            ["strace", "-f", "-qq", *traced, "-p", str(child)], stderr=subprocess.DEVNULL
        )
        status = Path(f"/proc/{child}/status")
        while "TracerPid:\t0\n" in status.read_text():
            time.sleep(0.001)
        os.kill(child, signal.SIGCONT)
    deadline = time.monotonic() + PATIENCE
    while True:
        done, status = os.waitpid(child, os.WNOHANG)
        if done and (os.WIFEXITED(status) or os.WIFSIGNALED(status)):
            break
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            status = signal.SIGALRM
            break
        time.sleep(0.002)
    if tracer is not None:
        with suppress(subprocess.TimeoutExpired):  # it may follow a process that the program has left behind
            tracer.wait(1)
        tracer.kill()
        tracer.wait()
    return os.waitstatus_to_exitcode(status)


# What is wrong with an end


def judged(expected: End, before: dict[str, bytes], end: End, fault: Fault) -> str:
    """What is wrong with an end; empty if nothing is."""
    if end.code == -signal.SIGALRM:
        return "hangs"
    if end.code < 0:
        return f"ends by signal {-end.code}"
    left = {name for name in end.files if name.split("/")[0].startswith(".edureport-")}
    if left and "unlink" not in fault.calls:
        return f"leaves files: {sorted(left)}"
    files = {name: data for name, data in end.files.items() if name not in left}
    if end.code == expected.code and files == expected.files and end.printed == expected.printed:
        return ""
    if end.code == 2:
        if files != before:
            return "ends with 2 but files are changed" + (
                ": to the new ones" if files == expected.files else ""
            )
        if not expected.printed.startswith(end.printed):
            return "prints something else"
        return "" if "edureport: " in end.said or fault.calls == "write" else "does not say why"
    if "Fatal Python error" in end.said or (end.code == 1 and "Traceback" in end.said):
        return "" if files == before and not end.printed and "/edureport/" not in end.said else "traceback"
    if files not in (expected.files, before):
        in_dots = {name: _without_dots(data) for name, data in files.items()} == {
            name: _without_dots(data) for name, data in expected.files.items()
        }
        return f"half a file: {'in the dots of a picture ' if in_dots else ''}ends with {end.code}"
    return f"silent loss: ends with {end.code}" if end.code in (0, 1) else f"wrong exit code: {end.code}"


def _without_dots(data: bytes) -> Any:
    """A file without the dots of a picture that is whole, in a Word file those of all its pictures."""
    if data.startswith(b"\x89PNG") and data.endswith(b"IEND\xaeB`\x82"):
        return data[:33]  # its kind and its size
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        return {name: _without_dots(parts.read(name)) for name in parts.namelist()}


def reason_of(name: str, fault: Fault, wrong: str, said: str) -> str:
    """Who answers for a wrong end, if it is not the program; empty if nobody else does."""
    for other in OTHERS:
        known = (other.cases, name), (other.calls, fault.calls), (other.wrong, wrong)
        if all(re.fullmatch(pattern, text) for pattern, text in known) and re.search(other.said, said):
            return other.reason
    return ""


if __name__ == "__main__":
    try:
        code = main()
    finally:
        shutil.rmtree(_KEPT, ignore_errors=True)
    sys.exit(code)
