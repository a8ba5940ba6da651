"""Windows, leap years, percent in words, and two reports on one period: as the commands show them."""

import csv
import io

import pytest

HEAD = """\
edureport: 1
report: {{id: {name}, organisation: City of Examples, period: {period}, language: en{source}}}
units: {{school: schools, sign: "%", word: {{ru: {{one: процент, many: процентов}}}}}}
indicators:
"""


@pytest.fixture
def put(tmp_path):
    def write(period, *indicators, name="r", published=None):
        source = f", source: {{published: {published}}}" if published else ""
        path = tmp_path / f"{name}.yaml"
        lines = (f"  {line}\n" for line in indicators)
        text = HEAD.format(name=name, period=period, source=source) + "".join(lines)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def flow(key, value, earlier=""):
    more = f", earlier: {{{earlier}}}" if earlier else ""
    return f"{key}: {{label: {key.title()}, unit: school, kind: flow, value: {value}{more}}}"


def rows(done):
    return list(csv.DictReader(io.StringIO(done.text)))


def title(done):
    return done.lines[0]


# The last window alone


def test_where_all_rows_are_over_one_window_the_heading_names_it(run, put):
    labs = flow("labs", 10, "2025-H1: 6, 2024-9M: 9, 2024-H1: 3")
    gyms = flow("gyms", 12, "2025-H1: 7, 2024-9M: 8, 2024-H1: 4")
    done = run("compare", put("2025-9M", labs, gyms), "--discrete")
    assert title(done) == "City of Examples: July–September 2024 → July–September 2025"
    assert "Period before" not in done.text


@pytest.mark.parametrize(
    "other",
    [
        flow("gyms", 10, "2025-Q1: 2, 2024-9M: 9, 2024-Q1: 3"),  # over April to September
        "gyms: {label: Gyms, unit: school, kind: stock, value: 10, earlier: {2024-9M: 9}}",
    ],
)
@pytest.mark.parametrize("form", ["plain", "markdown", "html", "json"])
def test_else_each_row_names_its_own_and_the_heading_none(run, put, other, form):
    path = put("2025-9M", flow("labs", 10, "2025-H1: 6, 2024-9M: 9, 2024-H1: 3"), other)
    done = run("compare", path, "--discrete", "-f", form)
    assert "changes, each row over its own periods" in done.text
    assert "2024 → " not in done.text
    if form != "json":
        assert "July–September 2025" in done.text


def test_a_count_that_fell_gives_no_negative_quarter(run, put):
    path = put("2025-9M", flow("labs", 5, "2025-H1: 6, 2024-9M: 9, 2024-H1: 3"))
    (row,) = rows(run("compare", path, "--discrete", "-f", "csv"))
    assert (row["before"], row["after"], row["change"], row["reason"]) == ("6", "", "", "fell")
    assert run("check", path).code == 1


@pytest.mark.parametrize(
    ("labs", "change"),
    [
        (flow("labs", 15, "2024-Q1: 5, 2024-H1: 9, 2024-Q3: 3"), "3"),  # 9 and 3 are 12
        (flow("labs", 15, "2024: 20, 2024-Q4: 6"), "1"),  # 20 less 6 are 14
    ],
)
def test_a_year_before_is_what_its_windows_add_up_to(run, put, labs, change):
    (row,) = rows(run("compare", put("2025-9M", labs), "-f", "csv"))
    assert (row["before_period"], row["change"]) == ("2024-01-01/2024-09-30", change)


# Equal windows, one unit


@pytest.mark.parametrize("last", ["07-29", "03-01", "11-15"])
def test_the_same_days_of_a_leap_year_and_another_are_compared(run, put, last):
    before = put(f"2024-01-01/2024-{last}", flow("labs", 100), name="a")
    after = put(f"2025-01-01/2025-{last}", flow("labs", 110), name="b")
    (row,) = rows(run("compare", before, after, "-f", "csv"))
    assert (row["change"], row["percent"], row["reason"]) == ("10", "10.0", "")


@pytest.mark.parametrize(("first", "second"), [("word", "word"), ("word", "sign"), ("sign", "word")])
@pytest.mark.parametrize("kind", ["ratio", "stock"])
def test_percent_in_words_changes_in_percentage_points(run, put, first, second, kind):
    text = "share: {{label: Share, unit: {}, kind: {}, value: {}}}"
    before = put("2024", text.format(first, kind, 64.2), name="a")
    after = put("2025", text.format(second, kind, 72.7), name="b")
    done = run("compare", before, after)
    assert "+8.5 percentage points" in done.text
    assert "13.2" not in done.text


# Bounds


@pytest.mark.parametrize(
    ("before", "after", "shown", "hidden"),
    [
        ("more than 1000", "1060", ["less than +60", "less than +6.0%"], "≈"),
        ("1060", "at least 1000", ["at least −60", "at least −5.7%"], "≈"),
        ("250", "less than 300", ["less than +50", "less than +20.0%"], "100.0%"),
        ("300", "290..310", ["−10 to +10", "−3.4 to +3.4%"], "≈"),
        ("more than 1000", "more than 1200", ["cannot be said"], "+"),
    ],
)
def test_a_change_is_shown_by_the_ends_that_are_known(run, put, before, after, shown, hidden):
    text = "labs: {{label: Labs, unit: school, kind: stock, value: {}}}"
    files = put("2024", text.format(before), name="a"), put("2025", text.format(after), name="b")
    done = run("compare", *files)
    assert all(words in done.text for words in shown)
    assert hidden not in done.lines[3]


# Two reports on one period


def test_the_later_published_report_counts_and_the_other_is_named(run, put):
    old = put("2025-9M", flow("labs", 5), name="z", published="2025-10-10")
    new = put("2025-9M", flow("labs", 15), name="a", published="2025-11-20")
    for order in ((old, new), (new, old)):
        for command in (("summary",), ("show", "labs"), ("check",), ("targets",)):
            done = run(*command, *order)
            assert f"is 15 ({new}:5:3), published later than the 5 of {old}:5:3." in done.text
        assert [row["value"] for row in rows(run("summary", *order, "-f", "csv"))] == ["15"]


def test_without_days_of_publication_both_places_are_told(run, put):
    first, second = put("2025-9M", flow("labs", 5), name="a"), put("2025-9M", flow("labs", 15), name="b")
    for command in (("summary",), ("compare",), ("targets",), ("check",)):
        done = run(*command, first, second)
        assert (done.code, done.text) == (2, "")
        assert f"{first}:5:3" in done.errors
        assert f"{second}:5:3" in done.errors


def test_a_file_named_twice_is_read_once(run, put, tmp_path):
    path = put("2025-9M", flow("labs", 5))
    done = run("summary", path, tmp_path, "-f", "csv")
    assert len(rows(done)) == 1
    assert done.errors == f"edureport: given twice, read once: {path}\n"


def test_a_restated_figure_counts_and_the_first_one_is_named(run, put):
    old = put("2024", "labs: {label: Labs, unit: school, kind: stock, value: 45}", name="a")
    more = "labs: {label: Labs, unit: school, kind: stock, value: 50, earlier: {2024: 47}}"
    new = put("2025", more, name="b")
    done = run("compare", old, new)
    assert "+3" in done.text
    assert f"47 ({new}:5:" in done.text
    assert f"the one that gives 45 ({old}:5:3)" in done.text
