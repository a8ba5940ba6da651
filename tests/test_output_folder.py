"""Several files as one result: a folder is there whole or not at all, and nothing of anybody else's goes."""

import os
import signal
from pathlib import Path

import pytest

from edureport import interrupt, output_folder

SOURCE = "data/report_2025q3.yaml"
FILES = {"data.csv": b"a\n1\n", "year=2024/a/about.json": b"{}\n", "year=2024/b.json": b""}


def inside(folder):
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_folder_of_the_same_files_is_replaced(tmp_path):
    out = tmp_path / "out"
    output_folder.put({"data.csv": b"old", "year=2024/b.json": b"old"}, str(out))
    output_folder.put(FILES, str(out))
    assert inside(out) == FILES
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert not interrupt.unfinished | set(interrupt.unfinished_folders) | interrupt.aside.keys()


def test_a_folder_in_place_is_a_success_though_the_old_one_cannot_be_listed(tmp_path, monkeypatch):
    out, listed = tmp_path / "out", Path.iterdir
    output_folder.put(FILES, str(out))

    def fails(path):
        if path.name.startswith(".edureport-"):
            raise OSError(5, "")
        return listed(path)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "iterdir", fails)
        output_folder.put(FILES | {"data.csv": b"new"}, str(out))
    assert inside(out) == FILES | {"data.csv": b"new"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("other", ["year=2023", "year=2024/a/mine.txt", "year=2024/c.json"])
def test_a_folder_with_anything_else_in_it_is_left_alone(tmp_path, other):
    output_folder.put(FILES, str(tmp_path / "out"))
    (tmp_path / "out" / other).mkdir()
    with pytest.raises(OSError, match="empty"):
        output_folder.put(dict.fromkeys(FILES, b"new"), str(tmp_path / "out"))
    assert inside(tmp_path / "out") == FILES


def test_a_link_to_a_folder_is_not_followed(tmp_path):
    output_folder.put(FILES, str(tmp_path / "other"))
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "year=2024").symlink_to(tmp_path / "other" / "year=2024")
    with pytest.raises(OSError, match="empty"):
        output_folder.put(FILES, str(tmp_path / "out"))


@pytest.mark.parametrize("failing", ["mkdir", "rename"])
def test_if_it_fails_the_old_folder_is_there(tmp_path, monkeypatch, failing):
    out, true = tmp_path / "out", getattr(Path, failing)
    output_folder.put({"data.csv": b"old"}, str(out))

    def fails(path, *args):
        if path.name.startswith(".edureport-") and not (args and args[0] == path and path.exists()):
            if failing == "rename" and inside(path) == {"data.csv": b"old"}:
                return true(path, *args)  # the old one comes back
            raise OSError(28, "full")
        return true(path, *args)

    monkeypatch.setattr(Path, failing, fails)
    with pytest.raises(OSError, match="full"):
        output_folder.put(FILES, str(out))
    assert inside(out) == {"data.csv": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="signals are of Unix")
@pytest.mark.parametrize("moment", ["written", "aside"])
def test_an_interrupt_leaves_the_old_folder_alone(program, tmp_path, moment):
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "data.csv").write_text("old", encoding="utf-8")
    where = "os.fsync = lambda n: stop()" if moment == "written" else "P.rename = renamed"
    code = f"""
import os, signal
from pathlib import Path as P
from edureport import interrupt, output_folder
interrupt.listen()
true = P.rename
def stop(): os.kill(os.getpid(), signal.SIGTERM)
def renamed(path, other):
    true(path, other); stop()
{where}
output_folder.put({{"data.csv": b"new", "b/b.csv": b"new"}}, "out")
"""
    done = program(code=code, folder=tmp_path)
    assert done.code == 128 + signal.SIGTERM
    assert inside(tmp_path / "out") == {"data.csv": b"old"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize(
    ("command", "place", "said"),
    [
        ("data", None, "csvw is several files: name a folder with --output, or a file that ends in .zip"),
        ("data", "a.csv", "csvw is several files: name a folder with --output, or a file that ends in .zip"),
        ("compare", "out", "csvw is written by summary, data alone; give another format"),
        ("data", "mine", "mine: has other files in it; name a folder that is new or empty"),
        ("data", "no/out", "no/out: the folder does not exist; create it first"),
    ],
)
def test_what_cannot_be_written_says_so_and_writes_nothing(run, tmp_path, command, place, said):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("Dear", encoding="utf-8")
    report = Path(SOURCE).resolve()
    done = run(command, report, "-f", "csvw", *(("-o", place) if place else ()), folder=tmp_path)
    assert (done.code, done.text, done.errors) == (2, "", f"edureport: {said}\n")
    assert [str(path.relative_to(tmp_path)) for path in sorted(tmp_path.rglob("*"))] == [
        "mine",
        "mine/letter.txt",
    ]


def test_a_folder_that_is_read_is_not_replaced(run, tmp_path):
    run("data", SOURCE, "-f", "csvw", "-o", tmp_path / "out")
    done = run("data", tmp_path / "out" / "data.csv", "-f", "csvw", "-o", tmp_path / "out")
    assert done.code == 2
    assert "is a folder with a report that this command reads" in done.errors
