"""The world around: readers that leave, full disks, closed streams, little memory, signals."""

import errno
import io
import os
import re
import resource
import signal
import stat
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import cache
from itertools import cycle, product
from pathlib import Path
from unittest import mock

import pytest
from needs import ON_TEXTS, PLAIN, SOURCE, filled, on

from edureport import interrupt, output
from edureport.commands import TABLES
from edureport.commands.options import print_message
from edureport.errors import DONE, FAILED, INTERRUPTED, OutputError
from edureport.formats import FORMATS

SIGNALS = {signal.SIGINT: INTERRUPTED, signal.SIGTERM: 143, signal.SIGHUP: 129, signal.SIGQUIT: 131}
RUNS = {name: filled(name) for name in TABLES}
RETELLING = "docs/examples/nine-months.en.txt"  # names no organisation: compared with any data
MARKED = {f"{name} --annotate": (*RUNS[name], "--annotate", "-f", "plain") for name in ("audit",)}
# Each format of one table, each other table in one of them: what writes knows no command.
CASES = [
    *(("summary", form) for form in FORMATS),
    *zip((name for name in RUNS if name != "summary"), cycle(FORMATS), strict=False),
    *product(MARKED, (name for name, form in FORMATS.items() if form.marked)),
]


class Reader(io.BufferedIOBase):
    """A pipe or a disk that takes so many bytes and then fails; its descriptor leads nowhere."""

    def __init__(self, room, error):
        super().__init__()
        self.room, self.error, self.taken = room, error, b""
        self.nowhere = os.open(os.devnull, os.O_WRONLY)

    def writable(self):
        return True

    def fileno(self):
        return self.nowhere

    def isatty(self):
        return False

    def write(self, data):
        self.taken += bytes(data)[: self.room - len(self.taken)]
        if len(self.taken) == self.room:
            raise self.error
        return len(data)


@pytest.fixture(scope="module")
def made(made_by):
    """The table of a command and how it would be written, made once."""
    return cache(lambda name: made_by(*(RUNS | MARKED)[name]))


@pytest.fixture(scope="module")
def written(made):
    """`written("summary", "csv", room, error)`: what standard output took before it failed."""

    def write(name, form, room=sys.maxsize, error=None):
        reader = Reader(room, error)
        table, choice = made(name)
        with mock.patch("sys.stdout", io.TextIOWrapper(reader, "utf-8")):
            try:
                output.write(table, choice._replace(format=form), {})
            finally:
                sys.stdout.detach()
                os.close(reader.nowhere)
        return reader.taken

    return write


def lengths(data):
    """At how many bytes to stop: all of the first and the last ones, and some between."""
    size = len(data)
    return sorted({0, 1, 2, 3, size // 3, size // 2, size - 2, size - 1} & set(range(size)))


# Readers that leave, disks that are full


@pytest.mark.parametrize(("name", "form"), CASES)
def test_a_reader_may_leave_at_any_byte(written, name, form):
    whole = written(name, form)
    for room in lengths(whole):
        taken = written(name, form, room, BrokenPipeError())
        assert len(taken) == room
        assert taken == whole[:room]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_a_disk_may_be_full_at_any_byte(written, name, form):
    for room in lengths(written(name, form)):
        with pytest.raises(OutputError) as caught:
            written(name, form, room, OSError(28, "no space"))
        assert caught.value.problems[0].message.key == "output.full"


@contextmanager
def no_file_longer_than(size):
    """Files cannot grow beyond this in here, as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize("form", FORMATS)
def test_a_file_that_does_not_fit_leaves_the_old_one(made, tmp_path, form):
    table, choice = made("summary")
    path = tmp_path / "table"
    output.write(table, choice._replace(format=form, file=str(path)), {})
    size = path.stat().st_size
    path.write_text("the old one")
    for most in (0, 1, size // 2, size - 1 if form != "xlsx" else size // 3):
        with no_file_longer_than(most), pytest.raises(OutputError):
            output.write(table, choice._replace(format=form, file=str(path)), {})
        assert path.read_text() == "the old one"
        assert [one.name for one in tmp_path.iterdir()] == ["table"]


@pytest.mark.parametrize(("name", "form"), CASES)
def test_a_full_device_is_told(made, name, form):
    table, choice = made(name)
    with pytest.raises(OutputError) as caught:
        output.write(table, choice._replace(format=form, file="/dev/full"), {})
    assert str(caught.value) == "/dev/full: the disk is full; make room and run the command again"


def test_a_full_device_is_told_of_a_workbook_and_nothing_else(program):
    done = program("summary", SOURCE, "-f", "xlsx", "-o", "/dev/full")
    assert (done.code, done.errors.count("\n")) == (FAILED, 1)


# Runs the program where no file may grow beyond so many bytes: the last write is taken in part.
FULL = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop(1)),) * 2)
from edureport.__main__ import main
main()
"""
SHOWN = [
    ("summary", SOURCE, "-f", "html"),
    ("summary", SOURCE, "-f", "xlsx"),
    (*ON_TEXTS["audit"][:4], "--annotate"),
    ON_TEXTS["draft"],
    ("summary", "--help"),
    ("--version",),
]


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize("arguments", SHOWN, ids=" ".join)
def test_standard_output_that_is_cut_is_told(environment, tmp_path, arguments, unbuffered):
    path = tmp_path / "out"
    with path.open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-c", FULL, "10", *arguments],
            check=False,
            env=environment({"PYTHONUNBUFFERED": unbuffered}),
            stdout=out,
            stderr=subprocess.PIPE,
            timeout=60,
        )
    assert (done.returncode, path.stat().st_size) == (FAILED, 10)
    assert (
        done.stderr.decode() == "edureport: <stdout>: cannot be written (EFBIG); name another file or place\n"
    )


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_a_pipe_that_does_not_wait_gets_it_all_or_it_is_told(environment, unbuffered):
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    held = os.write(writer, bytes(2**20))
    os.set_blocking(reader, False)
    os.read(reader, 4096)  # so much room is left, less than the page is long
    process = subprocess.run(
        [sys.executable, "-m", "edureport", "summary", SOURCE, "-f", "html"],
        check=False,
        env=environment({"PYTHONUNBUFFERED": unbuffered}),
        stdout=writer,
        stderr=subprocess.PIPE,
        timeout=60,
    )
    os.close(writer)
    with os.fdopen(reader, "rb") as rest:
        assert len(rest.read()) == held
    assert process.returncode == FAILED
    assert (
        process.stderr.decode()
        == "edureport: <stdout>: cannot be written (EAGAIN); name another file or place\n"
    )


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(("summary", "no_such.yaml"), FAILED), (("summary", "-f", "csv"), DONE), (("x",), FAILED)],
)
@pytest.mark.parametrize("where", ["/dev/full", "a pipe that nobody reads"])
def test_messages_that_cannot_be_told_change_no_exit_code(environment, tmp_path, arguments, code, where):
    reader, writer = os.pipe()
    os.close(reader)
    with Path("/dev/full").open("wb") as full, os.fdopen(writer, "wb") as gone:
        done = subprocess.run(
            [sys.executable, "-m", "edureport", *arguments],
            check=False,
            cwd=tmp_path,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=full if where == "/dev/full" else gone,
            timeout=60,
        )
    assert done.returncode == code


def test_a_draft_may_be_cut_at_any_byte(run):
    text = run("draft", PLAIN).text

    def cut(room, error):
        reader = Reader(room, error)
        with mock.patch("sys.stdout", io.TextIOWrapper(reader, "utf-8")):
            try:
                output.write_text(text, None, replace=False)
            finally:
                sys.stdout.detach()
                os.close(reader.nowhere)
        return reader.taken

    for room in lengths(text.encode()):
        assert cut(room, BrokenPipeError()) == text.encode()[:room]
        with pytest.raises(OutputError) as caught:
            cut(room, OSError(28, "no space"))
        assert caught.value.problems[0].message.key == "output.full"


# Where results go


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        (("summary", SOURCE), "table.json"),
        ((*ON_TEXTS["audit"][:4],), "table.md"),
        ((*ON_TEXTS["draft"], "--force"), "draft.yaml"),
    ],
    ids=["summary", "audit", "draft"],
)
def test_two_programs_may_write_one_file(run, environment, tmp_path, arguments, name):
    runs = {}
    for language in ("kk", "ru", "en"):
        alone = tmp_path / name
        assert run(*arguments, "-o", alone, "-l", language).code == DONE
        runs[language] = alone.read_bytes()
        alone.unlink()
    command = [sys.executable, "-m", "edureport", *arguments, "-o", tmp_path / name, "-l"]
    for process in [
        subprocess.Popen([*command, language], env=environment(), stderr=subprocess.DEVNULL)
        for language in runs
    ]:
        assert process.wait(60) == DONE
    assert (tmp_path / name).read_bytes() in runs.values()
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("onto", ["text.txt", "data.yaml"])
@pytest.mark.parametrize("more", [(), ("--annotate", "-f", "html")], ids=["table", "marked"])
def test_an_audit_writes_over_nothing_that_it_reads(run, tmp_path, onto, more):
    text, data = tmp_path / "text.txt", tmp_path / "data.yaml"
    text.write_bytes(Path(RETELLING).read_bytes())
    data.write_bytes(Path(SOURCE).read_bytes())
    (tmp_path / "link.txt").symlink_to(tmp_path / onto)
    for name in (onto, "link.txt"):
        done = run("audit", text, "--data", data, "-o", tmp_path / name, *(more or ("-f", "csv")))
        assert (done.code, done.errors.count("\n")) == (FAILED, 1)
        assert done.errors.startswith(f"edureport: {tmp_path / name}: ")
    assert (text.read_bytes(), data.read_bytes()) == (Path(RETELLING).read_bytes(), Path(SOURCE).read_bytes())
    assert len(list(tmp_path.iterdir())) == 3


@pytest.mark.parametrize(
    ("arguments", "source"),
    [
        (("summary", "-", "-f", "csv"), SOURCE),
        (("audit", RETELLING, "--data", "-", "-f", "csv"), SOURCE),
        (("audit", "-", "--data", "none", "-f", "csv"), PLAIN),
        (("audit", "-", "--data", "none", "--annotate", "-f", "html"), PLAIN),
        (("draft", "-", "--force"), PLAIN),
        (("summary", "/dev/stdin", "-f", "csv"), SOURCE),
    ],
    ids=lambda given: given if isinstance(given, str) else " ".join(given),
)
def test_what_comes_by_standard_input_is_not_written_over(environment, tmp_path, arguments, source):
    text, path = Path(source).read_bytes(), tmp_path / "input"
    path.write_bytes(text)
    with path.open("rb") as stdin:
        done = subprocess.run(
            [sys.executable, "-m", "edureport", *arguments, "-o", path],
            check=False,
            env=environment(),
            stdin=stdin,
            capture_output=True,
            timeout=60,
        )
    said = f"edureport: {path}: this command reads that file; choose another name for the output\n"
    assert (done.returncode, done.stdout, done.stderr.decode()) == (FAILED, b"", said)
    assert path.read_bytes() == text


def test_a_name_may_be_as_long_as_the_disk_allows(run, tmp_path):
    path = tmp_path / ("t" * 251 + ".csv")
    assert run("summary", SOURCE, "-o", path).code == DONE
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_told(environment, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    command = f'rmdir "{gone}"; exec "{sys.executable}" -m edureport summary -o table.csv'
    done = subprocess.run(
        ["sh", "-c", command], check=False, cwd=gone, env=environment(), capture_output=True, timeout=60
    )
    assert done.returncode == FAILED
    assert re.fullmatch(r"(edureport: .+\n)+", done.stderr.decode())


# What nobody reckons with: the program meets an error of a file where none can be.
UNFORESEEN = """
from edureport import cli
def run(_):
    raise PermissionError(13, "Permission denied", "made-up/file")
cli.run = run
from edureport.__main__ import main
main()
"""


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_unforeseen_error_is_told_of_its_file(program, language):
    done = program("summary", "-l", language, code=UNFORESEEN)
    assert (done.code, done.data, done.errors.count("\n")) == (FAILED, b"", 1)
    assert done.errors.startswith("edureport: made-up/file: ")
    assert "(EACCES)" in done.errors


# Where reports come from


@pytest.mark.parametrize("name", TABLES)
def test_a_report_that_vanishes_before_it_is_read_is_told(run, report, name):
    path = report("indicators: {}\n")

    def found(*_, **__):
        path.unlink()
        return mock.DEFAULT

    with mock.patch("edureport.commands.options.load_all", wraps=_load_all, side_effect=found):
        done = run(*on(name, path))
    said = f"edureport: {path}: no such file or folder; check the name\n"
    assert (done.code, done.errors) == (FAILED, said)


def _load_all(paths, **more):
    from edureport.reading.load import load_all

    return load_all(paths, **more)


@pytest.mark.parametrize(
    ("arguments", "source"),
    [
        (("summary", SOURCE, "-f", "csv", "--columns", "label,value"), SOURCE),
        *((given, PLAIN) for given in ON_TEXTS.values()),
    ],
    ids=["summary", *ON_TEXTS],
)
def test_what_becomes_another_while_it_is_read_is_read_as_it_comes(run, tmp_path, arguments, source):
    """A named pipe gives it piece by piece; what is read is what came, not what a file once measured."""
    path = tmp_path / Path(source).name
    os.mkfifo(path)
    text = Path(source).read_bytes()

    def write():
        with path.open("wb", buffering=0) as file:
            for start in range(0, len(text), 100):
                file.write(text[start : start + 100])

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    done = run(*(path if one == source else one for one in arguments))
    writer.join(30)
    assert (done.code, unnamed(done.data)) == (DONE, unnamed(run(*arguments).data))


# Says on standard error each time that there is nothing more to be read as yet.
EMPTY = """
import os, select
wait = select.select
def told(*files):
    os.write(2, b"empty\\n")
    return wait(*files)
select.select = told
from edureport.__main__ import main
main()
"""


def unnamed(data):
    """What was written, without the comment of a draft that names its text."""
    head, _, rest = data.partition(b"\nedureport: 1\n")
    return rest or head


@pytest.mark.skipif(not Path("/dev/stdin").exists(), reason="has no /dev/stdin")
@pytest.mark.parametrize("name", ON_TEXTS)
def test_a_text_may_be_the_device_of_standard_input(program, name):
    arguments = ["/dev/stdin" if one == PLAIN else one for one in ON_TEXTS[name]]
    done = program(*arguments, stdin=Path(PLAIN).read_bytes())
    assert (done.code, unnamed(done.data)) == (DONE, unnamed(program(*ON_TEXTS[name]).data))


@pytest.mark.parametrize(
    ("arguments", "source"),
    [(("summary", SOURCE, "-f", "csv"), SOURCE), (ON_TEXTS["draft"], PLAIN)],
    ids=["summary", "draft"],
)
def test_standard_input_that_does_not_wait_is_read_to_its_end(run, environment, arguments, source):
    given = ["-" if one == source else one for one in arguments]
    text = Path(source).read_bytes()
    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    process = subprocess.Popen(
        [sys.executable, "-c", EMPTY, *given],
        env=environment(),
        stdin=reader,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    os.close(reader)
    for piece in (text[:100], text[100:]):
        os.write(writer, piece)
        assert process.stderr.readline() == b"empty\n"  # what has come is read, and more is waited for
    os.close(writer)
    data, _ = process.communicate(timeout=60)
    assert (process.returncode, unnamed(data)) == (DONE, unnamed(run(*given, stdin=text).data))


@pytest.mark.parametrize("name", ON_TEXTS)
@pytest.mark.parametrize(
    ("text", "said"),
    [("docs", "is a folder, not a report"), ("no_such.txt", "no such file or folder; check the name"),
     ("/dev/null", "holds no text; check that this is the right file")],
)  # fmt: skip
def test_what_is_no_text_is_told(run, name, text, said):
    done = run(*(text if one == PLAIN else one for one in ON_TEXTS[name]))
    assert (done.code, done.data, done.errors) == (FAILED, b"", f"edureport: {text}: {said}\n")


@pytest.mark.parametrize("arguments", [("audit", "-", "--data", "-"), ("summary", "-", "-")])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_standard_input_is_read_once(run, arguments, language):
    done = run(*arguments, "-l", language, stdin=Path(PLAIN).read_bytes())
    assert (done.code, done.data, done.errors.count("\n")) == (FAILED, b"", 1)
    assert done.errors.startswith("edureport: <stdin>: ")
    assert language != "en" or "only once" in done.errors


@pytest.mark.parametrize("name", TABLES)
def test_a_thousand_names_of_nothing_are_answered_with_fifty(run, name):
    done = run(*on(name, *(f"no_such_{number}.yaml" for number in range(3000))))
    lines = done.errors.splitlines()
    assert (done.code, len(lines), lines[-1]) == (FAILED, 51, "edureport: and 2,950 more problems")


# Streams and environments


@pytest.mark.parametrize(
    ("arguments", "closed"),
    [
        *(("summary -f csv", closed) for closed in product(("0<&-", ""), (">&-", ""), ("2>&-", ""))),
        *((arguments, ("0<&-", ">&-", "2>&-")) for arguments in ("--help", "frobnicate", "--version")),
    ],
)
def test_closed_streams_are_borne(environment, tmp_path, closed, arguments):
    command = f'exec "{sys.executable}" -m edureport {arguments} {" ".join(closed)}'
    done = subprocess.run(
        ["sh", "-c", command], check=False, cwd=tmp_path, env=environment(), capture_output=True, timeout=60
    )
    told = arguments == "frobnicate" or (">&-" in closed and arguments.startswith("summary"))
    assert done.returncode == FAILED if told else done.returncode in (DONE, FAILED)
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "utf-16"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_help_is_shown_in_letters_that_there_are(encoding, language):
    from edureport import cli

    data = io.BytesIO()
    with mock.patch("sys.stdout", io.TextIOWrapper(data, encoding)) as stream:
        assert cli.run(["summary", "--help", "--lang", language]) == DONE
        stream.flush()
    assert "--format" in data.getvalue().decode(encoding)


@pytest.mark.parametrize("zone", [":/etc/passwd", "Asia", os.devnull])
def test_a_time_zone_that_is_none_is_not_asked_for(program, zone):
    done = program("summary", SOURCE, env={"TZ": zone})
    assert (done.code, done.errors) == (DONE, "")
    assert done.text == program("summary", SOURCE).text


LITTLE = """
import resource, sys
import edureport.cli, edureport.reading.load, edureport.formats.delimited, importlib
importlib.import_module("edureport.commands." + sys.argv[2])
from edureport.__main__ import main
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + int(sys.argv.pop(1)) * 2**20,) * 2)
main()
"""


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="measures memory by /proc")
@pytest.mark.parametrize(
    ("megabytes", "arguments"),
    [
        *((megabytes, ("summary", "-", "-f", "csv")) for megabytes in (2, 8, 24)),
        *((megabytes, ("audit", "-", "--data", "none", "-f", "csv")) for megabytes in (2, 24)),
        *((megabytes, ("draft", "-", "--period", "2025")) for megabytes in (2, 24)),
    ],
)
def test_too_little_memory_is_told(program, megabytes, arguments):
    much = b"# x\n" * 10_000_000 if arguments[0] == "summary" else b"5 schools.\n" * 80_000
    data = (Path(SOURCE) if arguments[0] == "summary" else Path(PLAIN)).read_bytes() + much
    done = program(megabytes, *arguments, code=LITTLE, stdin=data)
    assert (done.code, done.data) == (FAILED, b"")
    assert re.fullmatch(r"edureport: there is not enough memory.*\n", done.errors)


# What cannot be imported

MISSING = """
import sys
name = sys.argv.pop(1)
class Without:
    def find_spec(self, module, *_):
        if module == name:
            raise {error}
sys.meta_path.insert(0, Without())
from edureport.__main__ import main
main()
"""


@pytest.mark.parametrize("error", ["ImportError('failed to map segment')", "SystemError('error return')"])
@pytest.mark.parametrize("name", ["unicodedata", "edureport.cli", "yaml._yaml"])
def test_what_cannot_be_loaded_is_told(program, name, error):
    """As when memory or open files run out in the midst of an import."""
    source = "examples/shymkent-sdg4.yaml" if name == "yaml._yaml" else SOURCE  # which has quotes
    done = program(name, "summary", source, "-f", "csv", code=MISSING.format(error=error))
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: a part of the program cannot be loaded; close other programs, ")
    assert done.errors.count("\n") == 1


def test_a_library_that_python_sees_in_part_is_told(program):
    """As when it cannot look at the file of a package, and takes its folder for an empty one."""
    part = "import sys, types; sys.modules['yaml'] = types.ModuleType('yaml')\n"
    done = program("fmt", SOURCE, "--check", code=f"{part}from edureport.__main__ import main; main()")
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: a part of the program cannot be loaded; ")


FAULTY = """
import edureport.reading.load
class PanicException(BaseException): pass
def fail(*_):
    raise {error}("\\x1b[31m as no command does")
edureport.reading.load.merged = fail
from edureport.__main__ import main
main()
"""


@pytest.mark.parametrize("error", ["ValueError", "PanicException"])
def test_a_fault_of_the_program_has_a_code_of_its_own(program, error):
    """That of a library in Rust is no Exception."""
    done = program("summary", SOURCE, code=FAULTY.format(error=error))
    assert (done.code, done.data) == (70, b"")
    assert done.errors.startswith(f"edureport: the program has a fault ({error} in __main__:5); ")
    assert "\x1b" not in done.errors


def test_a_part_of_a_library_that_is_missing_is_not_taken_for_the_output(program):
    """As when a package has come without its data."""
    gone = (
        "import tabulate as found, errno, os; missing = found.__file__ + '.dat'\n"
        "def load(*_, **__): raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), missing)\n"
        "found.tabulate = load\n"
        "from edureport.__main__ import main; main()"
    )
    done = program("summary", SOURCE, "-f", "markdown", code=gone)
    assert done.code == FAILED
    assert done.errors.startswith("edureport: a part of the program cannot be loaded; ")


def test_too_few_open_files_are_told(program):
    limit = "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (3, 3))"
    done = program("summary", SOURCE, code=f"from edureport.__main__ import main; {limit}; main()")
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: a part of the program cannot be loaded; ")


def test_a_yaml_library_without_libyaml_is_told(program):
    error = "ModuleNotFoundError('without libyaml')"
    with_quotes = "docs/examples/riverside-2025-9m.yaml"
    done = program("yaml._yaml", "summary", with_quotes, code=MISSING.format(error=error))
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith("edureport: PyYAML is installed without libyaml; install it ")


# Ctrl-C

# Runs the program again and again in processes forked from this one; in each of them a signal comes at
# another call of a function: `number` of `of`, evenly from the first call to the last.
SIGNALLED = """
import os, signal, sys
from pathlib import Path
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT):  # ignored or not by the shell
    signal.signal(number, signal.SIG_DFL)
signal.signal(signal.SIGINT, signal.default_int_handler)
sent, runs, warm, name, *arguments = sys.argv[1:]
sent, runs = int(sent), int(runs)
BEGUN = 4  # calls until `main` has begun; before that it is Python that starts
if warm == "warm":
    import edureport.cli
    form = [] if arguments[0] == "draft" else ["-f", name.rpartition(".")[2]]
    assert edureport.cli.run([*arguments, "-o", "/dev/null", *form]) == 0
    sys.stderr = None  # what a draft counts has been told
from edureport.__main__ import main

def forked(at):
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    calls = 0
    def count(_frame, event, _argument):
        nonlocal calls
        calls += 1
        if calls == at:
            sys.setprofile(None)
            os.kill(os.getpid(), sent)
    def leave(code, exit=os._exit):
        sys.setprofile(None)
        Path("calls").write_text(str(calls))
        exit(code)
    if not at:
        os._exit = leave
    sys.argv[1:] = [*arguments, "-o", name]
    sys.setprofile(count)
    main()

assert forked(0) == 0
calls = int(Path("calls").read_text())
Path("calls").unlink()
whole = Path(name).read_bytes()
Path(name).unlink()
codes = set()
for run in range(runs):
    code = forked(BEGUN + run * (calls - BEGUN) // (runs - 1))
    codes.add(code)
    left = os.listdir()
    if code == 0 or left:
        assert left == [name], (run, code, left)
        assert name.endswith("xlsx") or Path(name).read_bytes() == whole, (run, code)
        Path(name).unlink()
print(calls, *sorted(codes))
"""


@pytest.mark.parametrize(
    ("number", "runs", "warm", "name", "arguments"),
    [
        (signal.SIGINT, 12, "cold", "table.csv", ("summary", SOURCE)),
        (signal.SIGINT, 60, "warm", "table.csv", ("summary", SOURCE)),
        (signal.SIGINT, 15, "warm", "table.xlsx", ("targets", SOURCE)),
        (signal.SIGINT, 12, "warm", "table.csv", ON_TEXTS["audit"]),
        (signal.SIGQUIT, 12, "warm", "marked.html", (*ON_TEXTS["audit"][:4], "--annotate")),
        (signal.SIGTERM, 12, "warm", "draft.yaml", ON_TEXTS["draft"]),
        (signal.SIGTERM, 12, "warm", "table.csv", ("check", "examples/shymkent-sdg4.yaml")),
        (signal.SIGTERM, 20, "warm", "table.csv", ("summary", SOURCE)),
        (signal.SIGHUP, 12, "warm", "table.json", ("show", "schools", SOURCE)),
        (signal.SIGQUIT, 12, "warm", "table.html", filled("compare")),
    ],
)
def test_a_run_may_be_interrupted_at_any_call(program, tmp_path, number, runs, warm, name, arguments):
    start = (int(number), runs, warm, name)
    given = (Path(one).absolute() if Path(one).is_file() else one for one in arguments)
    done = program(*start, *given, code=SIGNALLED, folder=tmp_path)
    assert (done.code, "Error" in done.errors) == (DONE, False), done.errors
    calls, *codes = map(int, done.text.split())
    assert calls > 1000
    assert set(codes) <= {DONE, SIGNALS[number], -number}  # the last before the program listens
    assert -signal.SIGINT not in codes
    assert SIGNALS[number] in codes


# Says on standard output that the named pipe is about to be opened: it does not open until somebody reads.
WAITING = """
import os, signal, sys
from pathlib import Path
number = int(sys.argv.pop(1))
signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
opened = Path.open
def told(path, *rest):
    if path.is_fifo():
        os.write(1, b"waits")
    return opened(path, *rest)
Path.open = told
from edureport.__main__ import main
main()
"""


@pytest.mark.parametrize(("number", "code"), SIGNALS.items())
def test_a_run_that_waits_ends_with_the_signal(environment, tmp_path, number, code):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-c", WAITING, str(int(number)), "summary", SOURCE, "-f", "csv", "-o", pipe],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout.read(5) == b"waits"
    process.send_signal(number)
    assert (*process.communicate(timeout=60), process.returncode) == (b"", b"", code)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_signal_that_is_to_be_ignored_stays_so():
    before = {number: signal.getsignal(number) for number in SIGNALS}
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        interrupt.listen()
        assert signal.getsignal(signal.SIGINT) is interrupt._leave
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_IGN
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_what_is_said_after_a_file_is_written_takes_nothing_back(run, tmp_path, monkeypatch):
    """With no file left to open, the words cannot be read; the file is there, and whole."""
    monkeypatch.setattr("edureport.commands.new.print_message", unable)
    whole = run("new", "--period", "2026", "-o", tmp_path / "new.yaml", "-l", "en")
    assert (whole.code, (tmp_path / "new.yaml").exists()) == (DONE, True)


def unable(said, language):
    with mock.patch("edureport.languages.catalogue.load", side_effect=OSError(errno.EMFILE, "")):
        print_message(said, language)
