"""Where results go: the format by suffix, whole files or none, devices, pipes and the mode of files."""

import errno
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from edureport.errors import DONE, FAILED
from edureport.formats import FORMATS, delimited, json_, parquet, terminal, xlsx

SOURCE = "data/report_2025q3.yaml"
PLAIN = "docs/examples/sampleton.txt"
CSV = ("summary", SOURCE, "-f", "csv")
BY_SUFFIX = [(suffix, name) for name, found in FORMATS.items() for suffix in found.suffixes]


@pytest.fixture
def write(run):
    """`write("a.csv")`: the result of a summary written there."""
    return lambda path, *options: run("summary", SOURCE, "-o", path, *options)


@pytest.mark.parametrize(("suffix", "name"), [*BY_SUFFIX, (".CSV", "csv"), (".Html", "html")])
def test_the_suffix_of_the_file_picks_the_format(run, write, tmp_path, suffix, name):
    path = tmp_path / f"table{suffix}"
    done = write(path)
    assert (done.code, done.data, done.errors) == (DONE, b"", "")
    piped = run("summary", SOURCE, "-f", name).data
    assert path.read_bytes() == piped


def test_suffixes_are_not_shared():
    suffixes = [suffix for suffix, _ in BY_SUFFIX]
    assert len(suffixes) == len(set(suffixes))


def test_the_format_option_goes_before_the_suffix(write, tmp_path):
    write(tmp_path / "table.txt", "-f", "jsonl")
    assert (tmp_path / "table.txt").read_text(encoding="utf-8").startswith('{"organisation"')


def test_a_file_is_never_coloured_nor_folded(run, tmp_path):
    path = tmp_path / "table.txt"
    env = {"FORCE_COLOR": "1", "COLUMNS": "40"}
    assert run("summary", SOURCE, "-f", "table", "-o", path, env=env).code == DONE
    assert path.read_bytes() == run("summary", SOURCE).data


def test_a_file_without_a_suffix_needs_a_format(write, tmp_path):
    done = write(tmp_path / "table")
    assert done.code == FAILED
    assert "is not a known format; set one with --format: table, plain, " in done.errors
    assert list(tmp_path.iterdir()) == []


# Whole files or none


@pytest.mark.parametrize(
    ("module", "name"), [(delimited, "csv"), (json_, "json"), (terminal, "table"), (xlsx, "xlsx")]
)
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(errno.ENOSPC, ""), "the disk is full; make room and run the command again"),
        (OSError(errno.EIO, ""), "cannot be written (EIO); name another file or place"),
        (OSError(errno.EDQUOT, ""), "the disk is full; make room and run the command again"),
    ],
)
def test_a_file_half_written_leaves_the_old_one(monkeypatch, write, tmp_path, module, name, error, said):
    path = tmp_path / "table"
    path.write_text("the old one")
    monkeypatch.setattr(module, "write", _broken(error, binary=FORMATS[name].binary))
    done = write(path, "-f", name)
    assert (done.code, done.errors) == (FAILED, f"edureport: {path}: {said}\n")
    assert path.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_defect_leaves_the_old_file_too(monkeypatch, write, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("the old one")
    monkeypatch.setattr(delimited, "write", _broken(ZeroDivisionError(), binary=False))
    with pytest.raises(ZeroDivisionError):
        write(path)
    assert path.read_text() == "the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_what_duckdb_cannot_write_is_an_error_of_the_system(monkeypatch, write, tmp_path):
    monkeypatch.setattr(parquet, "_quoted", lambda path: f"{tmp_path}/none/{path.name}")
    with pytest.raises(FileNotFoundError, match="made"):
        write(tmp_path / "table.parquet")


def _broken(error, *, binary):
    def write(_table, out, _style):
        out.write(b"half" if binary else "half of the table" * 10_000)
        raise error

    return write


def test_a_mistake_in_the_report_writes_nothing(run, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("the old one")
    assert run("show", "no_such_indicator", SOURCE, "-o", path).code == FAILED
    assert run("summary", SOURCE, "--columns", "no_such_column", "-o", path).code == FAILED
    assert path.read_text() == "the old one"


def test_a_report_is_not_overwritten_with_what_it_says(run, report, tmp_path):
    path = report("indicators: {schools: {label: Schools, unit: school, kind: stock, value: 3}}\n")
    before = path.read_bytes()
    (tmp_path / "link").symlink_to(path)
    for name in (path, tmp_path / "link", f"{tmp_path}/./report.yaml"):
        done = run("summary", path, "-f", "csv", "-o", name)
        assert done.code == FAILED
        assert "this command reads that file; choose another name for the output" in done.errors
    assert path.read_bytes() == before


# Modes, links, folders


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664, 0o755])
def test_a_file_keeps_its_permissions(write, tmp_path, mode):
    path = tmp_path / "table.csv"
    path.touch()
    path.chmod(mode)
    assert write(path).code == DONE
    assert stat.S_IMODE(path.stat().st_mode) == mode


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_a_file_keeps_its_owner_and_its_group(write, tmp_path):
    path = tmp_path / "table.csv"
    path.touch()
    os.chown(path, 12345, 54321)
    path.chmod(0o640)
    assert write(path).code == DONE
    now = path.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (12345, 54321, 0o640)


def test_an_owner_that_cannot_be_kept_is_no_error(monkeypatch, write, tmp_path):
    def refuse(path, _owner, _group):
        asked.append(Path(path).parent)
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    asked = []
    monkeypatch.setattr(os, "chown", refuse)
    path = tmp_path / "table.csv"
    path.touch()
    path.chmod(0o640)
    assert write(path).code == DONE
    assert asked == [tmp_path]
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("old", [True, False])
def test_a_disk_without_permissions_takes_the_file(monkeypatch, write, tmp_path, old):
    def refuse(*_):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    path = tmp_path / "table.csv"
    if old:
        path.touch()
    monkeypatch.setattr(Path, "chmod", refuse)
    assert write(path).code == DONE
    assert path.read_text(encoding="utf-8").startswith("organisation,")


def test_a_file_that_nobody_may_write_to_stays(write, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("the old one")
    path.chmod(0o444)
    done = write(path)
    assert (done.code, path.read_text()) == (FAILED, "the old one")
    assert "cannot be written" in done.errors


def test_a_file_is_on_the_disk_before_it_takes_the_place_of_another(monkeypatch, write, tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("the old one")
    seen = []
    monkeypatch.setattr(os, "fsync", lambda number: seen.append((os.fstat(number).st_size, path.read_text())))
    assert write(path).code == DONE
    assert seen == [(path.stat().st_size, "the old one")]


@pytest.mark.parametrize(("number", "code"), [(errno.EINVAL, DONE), (errno.EIO, FAILED)])
def test_only_a_disk_that_fails_is_an_error(monkeypatch, write, tmp_path, number, code):
    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    assert write(tmp_path / "table.csv").code == code
    assert len([*tmp_path.iterdir()]) == (code == DONE)


def test_a_file_in_its_place_is_no_error_where_its_other_name_stays(monkeypatch, run, tmp_path):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "unlink", refuse)
    done = run("draft", PLAIN, "--id", "sampleton", "-o", tmp_path / "draft.yaml")
    assert (done.code, (tmp_path / "draft.yaml").stat().st_nlink) == (DONE, 2)


def test_a_new_file_has_the_permissions_of_any_other(write, tmp_path):
    (tmp_path / "other").touch()
    write(tmp_path / "table.csv")
    assert (tmp_path / "table.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.parametrize("kind", ["absolute", "relative", "chain"])
def test_a_symbolic_link_stays_and_what_it_points_to_is_rewritten(write, tmp_path, kind):
    (tmp_path / "real").mkdir()
    target, link = tmp_path / "real" / "table", tmp_path / "link.csv"
    target.write_text("the old one")
    if kind == "chain":
        (tmp_path / "middle").symlink_to(target)
    link.symlink_to({"absolute": target, "relative": "real/table", "chain": "middle"}[kind])
    assert write(link).code == DONE
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("organisation,")


def test_a_link_to_nothing_makes_what_it_points_to(write, tmp_path):
    (tmp_path / "link.csv").symlink_to("table.csv")
    assert write(tmp_path / "link.csv").code == DONE
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "table.csv").is_file()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (".", "is a folder; give the name of a file"),
        ("missing/table.csv", "the folder does not exist; create it first"),
        ("file/table.csv", "there is a file where a folder is named; choose another name"),
        ("t" * 300 + ".csv", "ENAMETOOLONG"),
    ],
)
def test_a_place_where_no_file_can_be_is_told(write, tmp_path, name, said):
    (tmp_path / "file").write_text("the old one")
    done = write(tmp_path / name, "-f", "csv")
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith(f"edureport: {tmp_path}")
    assert said in done.errors
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.parametrize("name", ["t" * 256 + ".yaml", "closed/draft.yaml", "zero\0byte.yaml"])
def test_a_place_where_no_draft_can_be_is_told(monkeypatch, run, name):
    asked = Path.stat

    def refuse(path, **how):
        if "closed" in path.parts:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return asked(path, **how)

    monkeypatch.setattr(Path, "stat", refuse)
    done = run("draft", PLAIN, "-o", name)
    assert (done.code, done.data, done.errors.count("\n")) == (FAILED, b"", 1)
    assert done.errors.startswith(f"edureport: {name}: ".replace("\0", "\\x00"))
    assert "written" in done.errors


def test_a_message_names_the_file_as_the_user_did(run, tmp_path):
    done = run("summary", "-o", "missing/table.csv", folder=tmp_path)
    assert "\nedureport: missing/table.csv: the folder does not exist" in done.errors


@pytest.mark.parametrize("number", [errno.EACCES, errno.EPERM, errno.EROFS])
def test_a_folder_that_may_not_be_written_is_told(monkeypatch, write, tmp_path, number):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "touch", refuse)
    done = write(tmp_path / "table.csv")
    assert done.code == FAILED
    assert done.errors.endswith(
        "table.csv: cannot be written: permission denied; choose another place or change its permissions\n"
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_told(write, tmp_path):
    tmp_path.chmod(0o500)
    try:
        done = write(tmp_path / "table.csv")
    finally:
        tmp_path.chmod(0o700)
    assert done.code == FAILED
    assert "cannot be written" in done.errors


# Devices and pipes


def test_a_full_device_is_told(write):
    done = write("/dev/full", "-f", "csv")
    assert (done.code, done.errors) == (
        FAILED,
        "edureport: /dev/full: the disk is full; make room and run the command again\n",
    )
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)


def test_a_device_is_written_into_and_stays(write):
    assert write("/dev/null", "-f", "xlsx").code == DONE
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)


@pytest.mark.parametrize("name", ["csv", "xlsx"])
def test_a_named_pipe_gets_it_all(run, write, tmp_path, name):
    path, got = tmp_path / "pipe", []
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: got.append(path.read_bytes()), daemon=True)
    reader.start()
    assert write(path, "-f", name).code == DONE
    reader.join(30)
    assert got[0] == run("summary", SOURCE, "-f", name).data
    assert stat.S_ISFIFO(path.stat().st_mode)


def test_standard_output_may_be_named_as_a_device(program, run):
    done = program("summary", SOURCE, "-f", "csv", "-o", "/dev/stdout")
    assert (done.code, done.errors) == (DONE, "")
    assert done.data == run("summary", SOURCE, "-f", "csv").data


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        *((CSV, name) for name in ("/dev/stdout", "/dev/stderr", "/dev/fd/{}", "/proc/self/fd/2")),
        (("draft", PLAIN), "/dev/stdout"),
    ],
    ids=lambda given: given if isinstance(given, str) else given[0],
)
def test_an_open_file_is_written_into_and_not_replaced(run, environment, tmp_path, arguments, name):
    path = tmp_path / "log"
    path.write_bytes(b"earlier\n")
    with path.open("ab") as log:
        command = [sys.executable, "-m", "edureport", *arguments, "-o", name.format(log.fileno())]
        done = subprocess.run(
            command,
            check=False,
            env=environment(),
            stdout=log,
            stderr=log,
            pass_fds=[log.fileno()],
            timeout=60,
        )
        log.write(b"later\n")
    alone = run(*arguments)
    assert done.returncode == DONE
    assert path.read_bytes() == b"earlier\n" + alone.data + alone.errors.encode() + b"later\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("/dev/stdout", "cannot be written (EBADF); name another file or place"),
        ("/dev/fd/99", "cannot be written (EBADF); name another file or place"),
        ("/dev/fd/" + "9" * 20, "the folder does not exist; create it first"),  # no number of a file
    ],
)
def test_what_is_not_open_is_told(environment, name, said):
    command = f'exec "{sys.executable}" -m edureport summary {SOURCE} -f csv -o {name} >&-'
    done = subprocess.run(
        ["sh", "-c", command], check=False, env=environment(), stderr=subprocess.PIPE, timeout=60
    )
    assert (done.returncode, done.stderr.decode()) == (FAILED, f"edureport: {name}: {said}\n")


def test_an_open_pipe_may_be_named_as_the_shell_does(run, environment):
    reader, writer = os.pipe()  # as in `-o >(gzip)`
    command = [sys.executable, "-m", "edureport", "summary", SOURCE, "-f", "csv", "-o", f"/dev/fd/{writer}"]
    done = subprocess.run(command, check=False, env=environment(), pass_fds=[writer], timeout=60)
    os.close(writer)
    with os.fdopen(reader, "rb") as got:
        assert got.read() == run("summary", SOURCE, "-f", "csv").data
    assert done.returncode == DONE


def test_a_workbook_goes_through_a_pipe(run, read_xlsx):
    assert read_xlsx(run("summary", SOURCE, "-f", "xlsx").data)[0][0].name == "A1"
