"""Tables asked by DuckDB, folders of them and patterns of files: what is chosen is what all of it says."""

import shutil
from pathlib import Path

import duckdb
import pytest

from edureport.reading import load
from edureport.reading.tables import tidy

GIVEN = ("examples/astana", "examples/shymkent-grade-1", "examples/shymkent-sdg4.yaml")
KEYS = ("schools", "pupils", "inclusive_schools")


@pytest.fixture
def written(run, tmp_path):
    """`written(suffix)`: the examples as a table of their own."""

    def write(suffix):
        path = tmp_path / f"all{suffix}"
        done = run("data", *GIVEN, "-o", path)
        assert done.code == 0, done.errors
        return path

    return write


@pytest.fixture
def asked(run):
    """`asked(command, indicator, path)`: the answer as CSV."""

    def ask(*given):
        done = run(*given, "-f", "csv")
        assert done.code == 0, done.errors
        return done.text

    return ask


@pytest.fixture
def large(monkeypatch):
    """CSV is larger than what is read whole."""
    monkeypatch.setattr(load, "is_large", lambda *_: True)


@pytest.mark.parametrize("key", [*KEYS, "*schools"])
def test_what_is_chosen_of_parquet_is_what_all_of_it_says(asked, written, key):
    csv, parquet = written(".csv"), written(".parquet")
    for command in ("trend", "rank") if "*" not in key else ("trend",):
        assert asked(command, key, parquet) == asked(command, key, csv)


@pytest.mark.parametrize("key", KEYS)
def test_what_is_chosen_of_large_csv_is_what_all_of_it_says(asked, written, monkeypatch, key):
    csv = written(".csv")
    expected = asked("trend", key, csv)
    monkeypatch.setattr(load, "is_large", lambda *_: True)
    monkeypatch.setattr(load, "read_bytes", lambda *_: pytest.fail("it is read whole"))
    assert asked("trend", key, csv) == expected


@pytest.mark.parametrize("sign", ["", "\ufeff"])
def test_large_csv_is_known_by_the_names_of_its_columns_in_any_order(
    asked, written, tmp_path, monkeypatch, sign
):
    csv, other = written(".csv"), tmp_path / "other.csv"
    expected = asked("trend", "pupils", csv)
    moved = f"SELECT period, * EXCLUDE (period) FROM read_csv('{csv}', all_varchar = true)"
    duckdb.sql(f"COPY ({moved}) TO '{other}' (FORCE_QUOTE *)")
    other.write_text(sign + other.read_text())
    monkeypatch.setattr(load, "is_large", lambda *_: True)
    monkeypatch.setattr(load, "read_bytes", lambda *_: pytest.fail("it is read whole"))
    assert asked("trend", "pupils", other) == expected


def test_a_broken_table_of_sdmx_is_told_with_its_file(run, tmp_path):
    path = tmp_path / "sdmx.parquet"
    duckdb.sql(f"COPY (SELECT 'dataflow' AS STRUCTURE, 'a' AS STRUCTURE_ID, 'I' AS ACTION) TO '{path}'")
    data = bytearray(path.read_bytes())
    data[4:40] = b"\xff" * 36
    path.write_bytes(data)
    done = run("data", path)
    assert (done.code, done.errors.startswith(f"edureport: {path}: ")) == (2, True)


def test_nothing_else_is_made(asked, written, monkeypatch):
    parquet = written(".parquet")
    expected = asked("trend", "pupils", parquet)
    monkeypatch.setattr(tidy, "MOST_ROWS", expected.count("\n"))
    assert asked("trend", "pupils", parquet) == expected


def test_an_indicator_that_is_not_there_is_told_with_those_that_are(run, written):
    done = run("trend", "pupls", written(".parquet"))
    assert done.code == 2
    assert "did you mean 'pupils'?" in done.errors


@pytest.mark.parametrize("given", ["schools pupls", "schools,pupls", "pupls schools", "sch* pupls*"])
def test_what_is_unknown_is_looked_for_in_all_that_there_is(run, written, given):
    words = ("trend", *given.split())
    csv, parquet = run(*words, written(".csv")), run(*words, written(".parquet"))
    assert (parquet.code, parquet.errors) == (2, csv.errors)
    assert "'pupils'" in csv.errors
    beside = run("trend", "schools", "inclusive_schols", "examples/astana", written(".parquet"))
    assert "did you mean 'inclusive_schools'" in beside.errors


@pytest.mark.parametrize(
    ("rows", "said"), [("LIMIT 0", "has no rows"), ("LIMIT 3", "'indicator' is empty"), ("", "'pupils'")]
)
def test_rows_without_an_indicator_are_no_key(run, written, tmp_path, rows, said):
    path = tmp_path / "other.parquet"
    empty = f"FROM (SELECT * REPLACE (NULL AS indicator) FROM '{written('.parquet')}') {rows}"
    query = empty if rows else f"{empty} UNION ALL FROM '{tmp_path}/all.parquet'"
    duckdb.sql(f"COPY ({query}) TO '{path}' (FORMAT parquet)")
    for key in "pupls", "pupls*":
        done = run("trend", key, path)
        assert (done.code, said in done.errors or done.errors) == (2, True)


@pytest.mark.usefixtures("large")
def test_a_mistake_in_large_tables_is_told_with_its_row_where_the_file_tells_it(run, written, tmp_path):
    csv = written(".csv")
    text = csv.read_text().splitlines()
    number = next(place for place, line in enumerate(text) if ",pupils," in line)
    text[number] = text[number].replace(",stock,", ",stok,")
    csv.write_text("\n".join(text) + "\n")
    parquet = tmp_path / "broken.parquet"
    duckdb.sql(f"COPY (SELECT * FROM read_csv('{csv}', all_varchar = true)) TO '{parquet}'")
    for path, place in (csv, csv), (parquet, f"{parquet}:{number + 1}"):
        done = run("trend", "pupils", path)
        assert done.code == 2
        assert done.errors.startswith(f"edureport: {place}")
        assert "did you mean 'stock'?" in done.errors
    assert run("trend", "schools", parquet).code == 0


@pytest.mark.parametrize(
    "text", ["organisation,\xff", "organisation,indicator\n1,2\n", "something,else\n1,2\n"]
)
@pytest.mark.usefixtures("large")
def test_large_csv_that_is_no_tidy_table(run, tmp_path, text):
    path = tmp_path / "large.csv"
    path.write_bytes(text.encode("latin-1"))
    done = run("trend", "x", path)
    assert (done.code, done.errors[:10]) == (2, "edureport:")


def test_a_folder_of_parquet_files_is_one_table(asked, written, tmp_path):
    parquet, folder = written(".parquet"), tmp_path / "parts"
    duckdb.sql(
        f"COPY (SELECT *, year(period_end) AS year FROM read_parquet('{parquet}')) TO '{folder}'"
        " (FORMAT parquet, PARTITION_BY (year))"
    )
    (folder / "_SUCCESS").touch()
    for key in KEYS:
        assert asked("rank", key, folder) == asked("rank", key, parquet)
    duckdb.sql(
        f"COPY (FROM read_parquet('{parquet}')) TO '{folder}2' (FORMAT parquet, PARTITION_BY (organisation))"
    )
    assert asked("trend", "pupils", f"{folder}2") == asked("trend", "pupils", parquet)


def test_a_pattern_stands_for_the_files_that_fit(run, tmp_path):
    folder = tmp_path / "[old] reports"
    shutil.copytree("examples/astana", folder)
    paths = sorted(folder.glob("*.yaml"))
    assert len(paths) > 1
    pattern = str(folder).replace("[", "[[]") + "/*.yaml"
    assert run("data", pattern, "-f", "csv") == run("data", *paths, "-f", "csv")
    assert run("data", Path(pattern).with_name("*.yml")).errors.endswith("no file fits this pattern\n")


def test_too_little_memory_for_duckdb_is_told(run, written, tmp_path, monkeypatch):
    path = written(".parquet")

    def refuse(**_):
        raise duckdb.OutOfMemoryException("made up")

    monkeypatch.setattr(duckdb, "connect", refuse)
    for given in (("trend", "schools", path), ("data", *GIVEN, "-o", tmp_path / "other.parquet")):
        done = run(*given)
        assert (done.code, done.errors.count("\n")) == (2, 1)
        assert done.errors.startswith("edureport: there is not enough memory")
    assert not (tmp_path / "other.parquet").exists()


def test_a_column_whose_name_is_no_text_is_a_broken_file(run, written, tmp_path):
    data = written(".parquet").read_bytes()
    path = tmp_path / "broken.parquet"
    path.write_bytes(data.replace(b"organisation", b"organisatio\xff"))
    done = run("trend", "pupils", path)
    assert (done.code, "is not a complete spreadsheet" in done.errors or done.errors) == (2, True)
