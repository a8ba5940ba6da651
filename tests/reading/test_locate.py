"""Which files are meant: arguments, EDUREPORT_DATA, ./data, the report of the program."""

import os
from pathlib import Path

import pytest

from edureport.errors import ReportError
from edureport.languages import catalogue
from edureport.near import near
from edureport.reading.locate import MOST_COMPARED, MOST_MISSED, Located, locate, shipped

REPORT = "edureport: 1\n"


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    """Every test starts in a folder of its own, with nothing in it."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)


def put(*names):
    for name in names:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(REPORT, encoding="utf-8")


def refused(*arguments, environment=None):
    """What is said of arguments that name no report: a line each."""
    with pytest.raises(ReportError) as caught:
        locate(arguments, environment or {})
    words = catalogue.load("en")
    return [words.problem(problem) for problem in caught.value.problems]


# Arguments


def test_files_are_taken_in_the_order_of_the_arguments():
    put("b.yaml", "a.yaml", "notes.txt")
    assert locate(["b.yaml", "a.yaml", "notes.txt"], {}) == Located(("b.yaml", "a.yaml", "notes.txt"))


def test_a_folder_means_its_reports_by_name():
    put("2025/b.yaml", "2025/a.yml", "2025/C.YAML", "2025/notes.txt", "2025/data.json", "2025/deeper/d.yaml")
    found = locate(["2025"], {})
    assert found.paths == tuple(os.path.join("2025", name) for name in ("C.YAML", "a.yml", "b.yaml"))  # noqa: PTH118
    assert not found.is_shipped


def test_a_folder_that_is_called_like_a_report_is_no_report():
    put("2025/a.yaml", "2025/b.yaml/inside.txt")
    assert [Path(path).name for path in locate(["2025"], {}).paths] == ["a.yaml"]


@pytest.mark.parametrize("name", ["._a.yaml", ".a.yaml.swp", ".#a.yaml", "a.yaml~"])
def test_hidden_files_of_other_programs_are_no_reports(name):
    put("2025/a.yaml", f"2025/{name}")
    assert [Path(path).name for path in locate(["2025"], {}).paths] == ["a.yaml"]


def test_standard_input_stands_among_files():
    put("a.yaml")
    assert locate(["-", "a.yaml"], {}).paths == ("-", "a.yaml")


def test_names_may_have_any_letters():
    put("есеп 2025 «9 ай».yaml")
    assert locate(["есеп 2025 «9 ай».yaml"], {}).paths == ("есеп 2025 «9 ай».yaml",)


def test_arguments_go_before_everything_else():
    put("a.yaml", "data/b.yaml", "env/c.yaml")
    assert locate(["a.yaml"], {"EDUREPORT_DATA": "env"}).paths == ("a.yaml",)


def test_a_folder_without_reports_is_refused():
    put("2025/notes.txt")
    assert refused("2025") == ["2025: holds no report; a report is a file that ends in .yaml, .yml, .parquet"]


def test_a_missing_file_is_told_with_names_like_it():
    put("report_2025q3.yaml", "report_2024q3.yaml", "unlike.txt")
    (words,) = refused("report_2025q4.yaml")
    assert words.startswith("report_2025q4.yaml: no such file or folder; did you mean ")
    assert "report_2025q3.yaml" in words
    assert "unlike" not in words


def test_names_are_alike_by_what_stands_before_their_extension():
    put("r.yaml", "plan.docx", "plan.xlsx", "x.yaml", ".plan.yaml")
    assert refused("r.txt") == ["r.txt: no such file or folder; did you mean 'r.yaml'?"]
    assert refused("y.yaml") == ["y.yaml: no such file or folder; check the name"]
    (words,) = refused("plann.xlsx")
    assert words.endswith("did you mean 'plan.xlsx', 'plan.docx'?")


def test_names_like_it_are_looked_for_in_its_folder():
    put("2025/report.yaml")
    (words,) = refused("2025/reprot.yaml")
    assert "report.yaml" in words


@pytest.mark.parametrize("name", ["zzz.yaml", "nowhere/report.yaml", "report.yaml/inside.yaml"])
def test_a_missing_file_like_no_other(name):
    put("report.yaml")
    assert refused(name) == [f"{name}: no such file or folder; check the name"]


@pytest.mark.parametrize(
    "name", ["eport_0777.yaml", "report_0777.yml", "report_777.yaml", "repotr_0777.yaml"]
)
def test_of_very_many_names_those_most_like_it_are_compared(monkeypatch, name):
    Path("many").mkdir()
    for number in range(1500):
        Path(f"many/report_{number:04}.yaml").touch()
    compared = []

    def compare(word, names, **options):
        compared.append(len(names))
        return near(word, names, **options)

    monkeypatch.setattr("edureport.reading.locate.near", compare)
    words = refused(f"many/{name}", *(f"many/{name}{number}" for number in range(20)))
    assert "'many/report_0777.yaml'" in words[0]
    assert words[-1].endswith("no such file or folder; check the name")
    assert compared == [MOST_COMPARED] * MOST_MISSED


def test_all_missing_files_are_told_at_once():
    put("a.yaml")
    assert len(refused("zzz.yaml", "a.yaml", "qqq.yaml")) == 2


@pytest.mark.parametrize("name", ["a" * 300, "a" * 300 + ".yaml", "x/" * 3000 + "a.yaml"])
def test_a_name_that_no_disk_can_hold(name):
    assert len(refused(name)) == 1


def test_a_name_never_commands_the_terminal():
    (words,) = refused("\x1b[31mred.yaml")
    assert "\x1b" not in words


def test_a_link_to_nowhere_is_missing():
    Path("link.yaml").symlink_to("nowhere.yaml")
    assert len(refused("link.yaml")) == 1


def test_a_link_in_a_circle_is_missing():
    Path("one.yaml").symlink_to("two.yaml")
    Path("two.yaml").symlink_to("one.yaml")
    assert len(refused("one.yaml")) == 1


def test_a_link_to_a_report_is_a_report():
    put("a.yaml")
    Path("2025").mkdir()
    Path("2025/link.yaml").symlink_to("../a.yaml")
    assert [Path(path).name for path in locate(["2025"], {}).paths] == ["link.yaml"]


def test_a_folder_that_may_not_be_listed(monkeypatch):
    put("2025/a.yaml")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refused("2025") == ["2025: cannot be read: permission denied; check its permissions"]


def test_a_file_in_a_folder_that_may_not_be_entered(monkeypatch):
    """Not even whether it is there can be asked."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "stat", refuse)
    (words,) = refused("private/a.yaml")
    assert words.startswith("private/a.yaml: ")


# Without arguments


def test_the_environment_names_a_file_or_a_folder():
    put("env/c.yaml", "data/b.yaml")
    assert locate([], {"EDUREPORT_DATA": "env"}) == Located((str(Path("env/c.yaml")),))
    assert locate([], {"EDUREPORT_DATA": "env/c.yaml"}) == Located(("env/c.yaml",))


def test_what_the_environment_names_must_be_there():
    put("data/b.yaml")
    (words,) = refused(environment={"EDUREPORT_DATA": "nowhere"})
    assert words == "EDUREPORT_DATA=nowhere: no such file or folder; check the name"


def test_an_empty_environment_names_nothing():
    put("data/b.yaml")
    assert not locate([], {"EDUREPORT_DATA": ""}).is_shipped


def test_the_folder_data_is_next():
    put("data/b.yaml", "data/a.yaml", "a.yaml")
    assert locate([], {}) == Located((str(Path("data/a.yaml")), str(Path("data/b.yaml"))))


@pytest.mark.parametrize(("enters", "folder"), [(True, "data"), (False, ".")])
def test_a_folder_data_that_may_not_be_read_is_not_passed_over(monkeypatch, enters, folder):
    """Nor what would be in the working folder, if that may not be entered."""
    put("data/a.yaml")

    def refuse(_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir" if enters else "is_dir", refuse)
    monkeypatch.setattr(os, "access", lambda *_: enters)
    assert refused() == [f"{folder}: cannot be read: permission denied; check its permissions"]


@pytest.mark.parametrize("entry", [None, "data/notes.txt", "data"])
def test_the_shipped_report_is_last(entry):
    """Where there is no folder data, one without reports, or a file of that name."""
    if entry:
        put(entry)
    assert locate([], {}) == Located((str(shipped()),), is_shipped=True)


def test_the_shipped_report_is_there():
    assert shipped().is_file()
    assert shipped().name == "report_2025q3.yaml"
