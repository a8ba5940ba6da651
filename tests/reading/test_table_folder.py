"""Tables that are folders: all of their Parquet files, or why some would be missing."""

import pytest

from edureport.errors import ReportError
from edureport.reading import load, locate
from edureport.reading.locate import DEEPEST_PART, parts_of


def refused(folder):
    with pytest.raises(ReportError) as error:
        list(parts_of(folder))
    (problem,) = error.value.problems
    return problem.message.key, problem.place.path


@pytest.fixture
def folder(tmp_path):
    """A table of two years, one of which has its file in capital letters."""
    for name in ("year=2023/A.PARQUET", "year=2024/b.parquet", "_old/c.parquet", "readme.txt"):
        path = tmp_path / "table" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "table"


def test_every_file_is_a_part_however_its_extension_is_written(folder):
    assert [path.name for path in parts_of(folder)] == ["A.PARQUET", "b.parquet"]


def test_a_folder_that_may_not_be_read_is_told(folder, monkeypatch, run):
    closed = folder / "year=2024"
    entries = locate.Path.iterdir

    def iterdir(path):
        if path == closed:
            raise PermissionError(13, "made up")
        return entries(path)

    monkeypatch.setattr(locate.Path, "iterdir", iterdir)
    assert refused(folder) == ("path.forbidden", str(closed))
    done = run("trend", "schools", folder)
    assert (done.code, f"edureport: {closed}: " in done.errors) == (2, True)


def test_links_to_folders_do_not_lead_in_circles(folder):
    (folder / "year=2022").symlink_to(".", target_is_directory=True)
    assert refused(folder) == ("path.linked_part", str(folder / "year=2022"))


def test_folders_are_followed_to_a_depth(tmp_path):
    path = tmp_path.joinpath(*["a=1"] * DEEPEST_PART)
    path.mkdir(parents=True)
    (path / "a.parquet").touch()
    assert len(list(parts_of(tmp_path))) == 1
    (path / "a=1").mkdir()
    assert refused(tmp_path) == ("path.deep_part", str(path / "a=1"))


def test_the_files_are_looked_for_once(folder, monkeypatch):
    asked = []

    def counted(path, depth=0):
        if not depth:
            asked.append(path)
        return parts_of(path, depth)

    monkeypatch.setattr(locate, "parts_of", counted)
    monkeypatch.setattr(load, "parts_of", counted)
    (path,) = locate.locate([str(folder)], {}).paths
    with pytest.raises(ReportError):  # the files are empty
        load.reports_in(path)
    assert asked == [folder, folder]  # whether there is one, and all of them
