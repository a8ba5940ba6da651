"""Folders of Parquet files, one for each year: what `data` writes is one table, and is read again."""

import errno
import os
import sys
from pathlib import Path

import duckdb
import pytest

from edureport.formats import Style, parquet
from edureport.message import message
from edureport.table import Column, Kind, Table

GIVEN = tuple(
    str(Path(one).resolve())
    for one in ("examples/astana", "examples/shymkent-grade-1", "examples/shymkent-sdg4.yaml")
)
TO_FOLDER = ("-f", "parquet", "-o", "out/")


@pytest.fixture
def asked(run, tmp_path):
    """`asked(command, ...)`: the answer as CSV, given in a folder where `out` is such a table."""
    done = run("data", *GIVEN, *TO_FOLDER, folder=tmp_path)
    assert (done.code, done.errors) == (0, "")

    def ask(*words):
        done = run(*words, "-f", "csv", folder=tmp_path)
        assert done.code == 0, done.errors
        return done.text

    return ask


@pytest.mark.usefixtures("asked")
def test_it_has_a_file_for_each_year_in_which_a_period_ends(tmp_path):
    names = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.parquet")}
    assert names == {f"out/year={year}/data_0.parquet" for year in (*range(2018, 2023), 2024, 2025)}


@pytest.mark.parametrize("words", [("trend", "*"), ("rank", "pupils"), ("summary",), ("data",)])
def test_it_says_what_the_reports_say(asked, run, tmp_path, words):
    run("data", *GIVEN, "-o", "all.csv", folder=tmp_path)
    found, expected = asked(*words, "out").splitlines(), asked(*words, "all.csv").splitlines()
    if words[0] != "rank":  # it has an order of its own, the others that in which they read
        found, expected = sorted(found), sorted(expected)
    assert found == expected


def test_a_file_of_it_is_a_table_too(asked):
    rows = asked("data", "out/year=2020/data_0.parquet", "--columns", "period_end").splitlines()
    assert rows == ["period_end", *["2020-12-31"] * 3]


@pytest.mark.usefixtures("asked")
def test_the_same_figures_give_the_same_bytes_in_the_place_of_the_old_ones(run, tmp_path):
    def written():
        return {path: path.read_bytes() for path in tmp_path.rglob("*.parquet")}

    before = written()
    assert run("data", *GIVEN, *TO_FOLDER, folder=tmp_path).code == 0
    assert written() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("data", GIVEN[0], "-f", "parquet", "-o", "mine"), "mine: has other files in it; name a folder"),
        (("data", GIVEN[0], "-f", "parquet", "-o", "no/out/"), "no/out/: the folder does not exist; create"),
        (("data", GIVEN[0], "-f", "parquet", "-o", "file/"), "file/: there is a file where a folder is"),
        (("compare", GIVEN[0], *TO_FOLDER), "this table has no column period_end; name a file that ends in"),
        (("data", GIVEN[0], "--columns", "value", *TO_FOLDER), "this table has no column period_end"),
        (("data", GIVEN[0], "-f", "csv", "-o", "mine"), "mine: is a folder; give the name of a file"),
        (("data", "mine", "-f", "csv", "-o", "mine"), "mine: is a folder; give the name of a file"),
        (("data", GIVEN[0], "-f", "csv", "-o", "new/"), "new/: is a folder; give the name of a file"),
        (("data", GIVEN[0], "-o", "new.csv/"), "new.csv/: is a folder; give the name of a file"),
        (("summary", GIVEN[0], "-f", "markdown", "-o", "new/"), "new/: is a folder; give the name of"),
        (("data", "mine", "-f", "parquet", "-o", "mine"), "mine: is a folder with a report that this"),
    ],
)
def test_what_cannot_be_written_says_so_and_writes_nothing(run, tmp_path, words, said):
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "report.yaml").write_bytes(Path("data/report_2025q3.yaml").read_bytes())
    (tmp_path / "file").touch()
    before = sorted(tmp_path.rglob("*"))
    done = run(*words, folder=tmp_path)
    assert (done.code, done.text) == (2, "")
    assert said in done.errors
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.usefixtures("asked")
def test_a_table_is_not_written_over_itself(run, tmp_path):
    for given in ("out", "out/year=2020/data_0.parquet"):
        done = run("data", given, *TO_FOLDER, folder=tmp_path)
        assert done.code == 2
        assert "this command reads" in done.errors


@pytest.mark.usefixtures("asked")
def test_so_it_is_from_within_it_and_for_a_link_to_a_part(run, tmp_path):
    inner = tmp_path / "out" / "year=2020"
    (tmp_path / "link.parquet").symlink_to(inner / "data_0.parquet")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.parquet")}
    for given, place, folder in (("data_0.parquet", "..", inner), ("link.parquet", "out", tmp_path)):
        done = run("data", given, "-f", "parquet", "-o", place, folder=folder)
        assert (done.code, f"{place}: is a folder with a report that this" in done.errors) == (2, True)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.parquet")} == before


def test_a_folder_beside_what_is_read_is_written_into(run, tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "report.yaml").write_bytes(Path("data/report_2025q3.yaml").read_bytes())
    (tmp_path / "out").mkdir()
    done = run("data", "../in", "-f", "parquet", "-o", ".", folder=tmp_path / "out")
    assert (done.code, done.errors) == (0, "")
    assert [path.name for path in (tmp_path / "out").rglob("*.parquet")] == ["data_0.parquet"]


def test_a_place_without_room_is_named(run, tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(parquet, "files", refuse)
    done = run("data", GIVEN[0], *TO_FOLDER, folder=tmp_path)
    assert (done.code, done.errors) == (
        2,
        "edureport: out/: the disk is full; make room and run the command again\n",
    )


def test_a_table_without_rows_has_its_columns(tmp_path):
    columns = (Column("label", Kind.TEXT), Column("period_end", Kind.DATE))
    files = parquet.files(
        Table("nothing", message("table.nothing"), "en", columns, ()), Style("parquet", "en")
    )
    assert list(files) == ["data_0.parquet"]
    (tmp_path / "data_0.parquet").write_bytes(files["data_0.parquet"])
    made = duckdb.execute(f"FROM '{tmp_path}/data_0.parquet'")
    assert ([column[0] for column in made.description], made.fetchall()) == (["label", "period_end"], [])


def test_without_the_extra_nothing_is_written(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = run("data", GIVEN[0], *TO_FOLDER, folder=tmp_path)
    assert (done.code, list(tmp_path.iterdir())) == (2, [])
    assert "pip install 'edureport[large]'" in done.errors
