"""Many files: whatever the cache holds, is or does, what is read is the same."""

import os
import sqlite3
from pathlib import Path

import pytest

from edureport.commands import options
from edureport.model.report import Figures
from edureport.reading.load import load_all
from edureport.reading.locate import locate
from edureport.store import folder
from edureport.store.packing import packed, unpacked

GIVEN = (
    "examples/astana",
    "examples/shymkent-grade-1",
    "docs/examples/district",
    "examples/shymkent-sdg4.yaml",
)
REPORT = """\
edureport: 1
report: {{id: r{n}, organisation: Body {n}, period: 2025, language: en}}
units: {{s: schools}}
indicators: {{x: {{label: Labs, unit: s, kind: stock, value: {value}}}}}
"""


@pytest.fixture
def reports(tmp_path, monkeypatch):
    """Two report files in a folder, which are many."""
    monkeypatch.setattr(options, "MANY_FILES", 2)
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(2):
        (folder / f"{n}.yaml").write_text(REPORT.format(n=n, value=5 + n))
    return folder


@pytest.fixture
def data(run, tmp_path):
    """`data(folder)`: what `data` writes of it, with a cache in a folder of the test."""

    def make(*given):
        done = run("data", *given, "-f", "csv", env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
        assert done.code == 0, done.errors
        assert done.errors == ""
        return done.text

    return make


@pytest.fixture
def base(tmp_path):
    return tmp_path / "cache" / "edureport" / folder.NAME


def rows(base):
    with sqlite3.connect(base) as connection:
        return connection.execute("SELECT path, what FROM made ORDER BY path").fetchall()


@pytest.fixture
def read_once(monkeypatch):
    """From here on no file is read a second time."""

    def forbid():
        monkeypatch.setattr(folder, "_of_file", lambda _, path: pytest.fail(f"{path} is read again"))

    return forbid


@pytest.mark.parametrize("path", locate(GIVEN, {}).paths)
def test_a_report_is_the_same_packed_and_unpacked(path):
    (report,) = load_all([path])
    again = unpacked(packed(report))
    assert again == report
    for indicator in report.indicators.values():
        own = again[indicator.key]
        assert isinstance(own.observations, Figures)
        assert [one.quantity.precision for one in own.observations] == [
            one.quantity.precision for one in indicator.observations
        ]
    for key, target in report.targets.items():
        shared = target.indicator is report[target.indicator.key]
        assert (again.targets[key].indicator is again[target.indicator.key]) == shared


@pytest.mark.parametrize("more", [(), ("--sort", "line"), ("--indicator", "*"), ("--columns", "*")])
def test_cold_warm_and_without_it_is_the_same(data, base, monkeypatch, read_once, more):
    without = data(*GIVEN, *more)
    monkeypatch.setattr(options, "MANY_FILES", 2)
    assert data(*GIVEN, "--no-cache", *more) == without
    assert not base.exists()
    cold = data(*GIVEN, *more)
    kind = "report" if more else "data.en"
    assert rows(base) == sorted((path, kind) for path in locate(GIVEN, {}).paths)
    read_once()
    assert data(*GIVEN, *more) == cold == without


def test_rows_are_kept_for_each_language(data, base, reports, read_once):
    given = [(reports, "-l", language) for language in ("en", "ru", "kk")]
    cold = [data(*each) for each in given]
    read_once()
    assert [data(*each) for each in given] == cold
    assert {what for _, what in rows(base)} == {"data.en", "data.ru", "data.kk"}


@pytest.mark.parametrize("change", ["organisation: Body 0", "period: 2025-9M", "value: 7"])
def test_reports_that_are_joined_or_left_empty_are_read_as_ever(run, reports, monkeypatch, change):
    key, _, _ = change.partition(":")
    first = (reports / "0.yaml").read_text()
    text = first.replace("value: 5", "value:") if key == "value" else first.replace("r0", "r2")
    (reports / "2.yaml").write_text(text if key == "value" else text.replace("period: 2025", change))
    given = ("data", reports, "-f", "csv")
    env = {"XDG_CACHE_HOME": str(reports / "cache")}
    cold, warm = run(*given, env=env), run(*given, env=env)
    monkeypatch.setattr(options, "MANY_FILES", 50)
    assert cold == warm == run(*given)


def test_a_file_that_is_read_is_not_written_over(run, reports):
    done = run("data", reports, "-o", reports / "0.yaml", "-f", "csv", "--no-cache")
    assert done.code == 2
    assert "edureport: 1" in (reports / "0.yaml").read_text()


def test_a_file_that_has_changed_is_read_again_though_it_is_as_large_and_as_old(data, reports):
    before = data(reports)
    path = reports / "0.yaml"
    status = path.stat()
    path.write_text(path.read_text().replace("value: 5", "value: 9"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after = data(reports)
    assert after != before
    assert ",9,exact" in after
    assert data(reports) == after


@pytest.mark.parametrize(
    "damage",
    [
        "no base",
        "half",
        "no names",
        "other text",
        "other report",
        "no report",
        "other program",
        "other table",
    ],
)
def test_a_damaged_cache_does_no_harm(data, base, reports, damage):
    expected = data(reports)
    match damage:
        case "no base":
            base.write_bytes(b"this is no data base, and a long text that only looks like one" * 100)
        case "half":
            base.write_bytes(base.read_bytes()[: base.stat().st_size // 2])
        case "no names":
            base.write_bytes(base.read_bytes().replace(b"TABLE made", b"TABLE m\x80de"))
        case "other table":
            base.unlink()
            with sqlite3.connect(base) as connection:
                connection.execute("CREATE TABLE made (something TEXT)")
        case _:
            change = {
                "other text": "made = CAST(replace(CAST(made AS TEXT), ',5,', ',7,') AS BLOB)",
                "other report": "made = (SELECT made FROM made ORDER BY path DESC LIMIT 1)",
                "no report": "made = '[]', whole = NULL",
                "other program": "program = x'00'",
            }[damage]
            with sqlite3.connect(base) as connection:
                connection.execute(f"UPDATE made SET {change}")
    assert data(reports) == expected
    assert data(reports) == expected


def test_a_report_in_it_that_is_none_is_not_believed(data, base, reports):
    """Not even where its digest fits."""
    expected = data(reports), data(reports, "--sort", "line")
    for text in (b"[]", b"[[], [], []]", b"{}", b"[[9], [0, 0], []]", b"not JSON", b'[[], ["x"], [1, 2]]'):
        with sqlite3.connect(base) as connection:
            connection.execute("UPDATE made SET made = ?, whole = ?", [text, folder.digest(text)])
        assert (data(reports), data(reports, "--sort", "line")) == expected


def test_a_cache_that_cannot_be_written_does_no_harm(data, tmp_path, reports, monkeypatch):
    (tmp_path / "cache").write_text("a file where the folder should be")
    expected = data(reports)
    (tmp_path / "cache").unlink()

    class Full(sqlite3.Connection):
        def executemany(self, *_):
            raise sqlite3.OperationalError("database or disk is full")

    connect = sqlite3.connect
    monkeypatch.setattr(
        folder.sqlite3, "connect", lambda *given, **more: connect(*given, factory=Full, **more)
    )
    assert data(reports) == expected


def test_another_program_that_holds_it_does_no_harm(data, base, reports, monkeypatch):
    monkeypatch.setattr(folder, "PATIENCE", 0.01)
    expected = data(reports)
    holder = sqlite3.connect(base)
    holder.execute("BEGIN EXCLUSIVE")
    assert data(reports) == expected
    holder.rollback()
    holder.close()
    assert data(reports) == expected


def test_mistakes_are_told_as_ever(run, reports, tmp_path):
    (reports / "0.yaml").write_text(REPORT.format(n=0, value="5x"))
    (reports / "2.yaml").write_text("nothing: here\n")
    given = ("summary", reports)
    many = run(*given, env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    options.MANY_FILES = 50
    assert (many.code, many.errors) == (2, run(*given).errors)


def test_rows_are_made_no_further_than_to_a_file_that_has_none(run, data, reports, tmp_path, monkeypatch):
    made = []
    rows = folder._rows

    def counted(write, report):
        made.append(report.path)
        return rows(write, report)

    monkeypatch.setattr(folder, "_rows", counted)
    data(reports)
    assert len(made) > 1
    made.clear()
    (first, *_) = sorted(reports.glob("*.yaml"))
    first.write_text(REPORT.format(n=0, value=""))
    for other in reports.glob("*.yaml"):
        other.write_text(other.read_text() + "\n")  # so that nothing of them is kept
    done = run("data", reports, "-f", "csv", env={"XDG_CACHE_HOME": str(tmp_path / "cache")})
    assert (done.code, made) == (0, [str(first)])


def test_several_processes_read_what_one_reads(data, tmp_path, monkeypatch):
    monkeypatch.setattr(folder, "processors", lambda: 2)
    for n in range(50):
        (tmp_path / f"{n}.yaml").write_text(REPORT.format(n=n, value=n + 1))
    cold, warm = data(tmp_path), data(tmp_path)
    monkeypatch.setattr(options, "MANY_FILES", 1000)
    assert cold == warm == data(tmp_path)


def test_the_folder_is_that_of_the_user():
    assert folder.folder_of({"XDG_CACHE_HOME": "/somewhere"}) in (
        Path("/somewhere/edureport"),
        Path.home() / "Library" / "Caches" / "edureport",
    )
    assert "edureport" in str(folder.folder_of({"XDG_CACHE_HOME": "not/absolute"}))
