"""edureport chart: what is drawn unless told, options, and what cannot be done."""

import pytest

SOURCE = "data/report_2025q3.yaml"
SDG4 = "examples/shymkent-sdg4.yaml"


def test_one_indicator_with_parts_is_drawn_as_parts(run):
    lines = run("chart", "schools", "--data", SOURCE).lines
    assert lines[2] == "Form of ownership"
    assert lines[4].strip().startswith("State schools")
    assert lines[4].endswith("250 schools, less than 83.4%")


@pytest.mark.parametrize("words", [("schools", SOURCE), (SOURCE, "schools")])
def test_reports_may_stand_beside_the_indicators(run, words):
    assert run("chart", *words).text == run("chart", "schools", "--data", SOURCE).text


def test_one_indicator_with_several_periods_is_drawn_as_a_trend(run):
    lines = run("chart", "inclusive_schools", "--data", SDG4).lines
    assert lines[2:4] == ["Share of schools with conditions for inclusive education", "▁▁█"]
    assert [line.split()[-1] for line in lines[4:7]] == ["63.4%", "64.2%", "72.7%"]


def test_a_section_alone_is_drawn(run):
    text = run("chart", "--section", "teachers", "--data", SOURCE).text
    assert "1,200 teachers" in text
    assert "schools" not in text


def test_targets_are_drawn_as_of_a_day(run):
    early, late = (
        run("chart", "--kind", "progress", "--data", "examples/shymkent-grade-1", "--as-of", day).text
        for day in ("2025-07-29", "2025-08-02")
    )
    assert early != late


@pytest.mark.parametrize(("suffix", "start"), [("svg", b"<svg "), ("png", b"\x89PNG")])
def test_a_file_is_written_the_same_every_time(run, tmp_path, suffix, start):
    files = [tmp_path / f"{name}.{suffix}" for name in "ab"]
    for file in files:
        assert run("chart", "schools", "--data", SOURCE, "-o", file).code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes().startswith(start)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("shcools",), "there is no indicator 'shcools'; did you mean 'schools'?"),
        (("--kind", "pie"), "invalid value 'pie' for --kind; choose from bars, parts, trend, progress"),
        (("pupils", "--kind", "parts"), "there is nothing of this kind to draw; choose another --kind"),
        (("-o", "x.pdf"), "the file extension of x.pdf is not a known format; set one with --format: plain"),
        (("-o", "no/such/folder.svg"), "no/such/folder.svg: the folder does not exist; create it first"),
        (("--kind", "progress", "--as-of", "2020-01-01"), "--as-of: no report covers a period that ends by"),
    ],
)
def test_what_cannot_be_drawn_is_told(run, tmp_path, arguments, message):
    done = run("chart", *arguments, "--data", SOURCE)
    assert done.code == 2
    assert message in done.errors
    assert not list(tmp_path.iterdir())


def test_letters_without_a_picture_leave_no_file(run, report, tmp_path):
    path = report("indicators: {a: {label: 學校, section: network, unit: school, kind: stock, value: 5}}\n")
    done = run("chart", "--data", path, "-o", tmp_path / "x.png")
    assert (done.code, "校" in done.errors) == (2, True)
    assert [one.name for one in tmp_path.iterdir()] == ["report.yaml"]
    assert run("chart", "--data", path, "-o", tmp_path / "x.svg").code == 0


def test_the_report_that_is_read_is_not_overwritten(run, report):
    path = report("indicators: {a: {label: A, section: network, unit: school, kind: stock, value: 5}}\n")
    done = run("chart", "--data", path, "-f", "svg", "-o", path)
    assert (done.code, "this command reads that file" in done.errors) == (2, True)
