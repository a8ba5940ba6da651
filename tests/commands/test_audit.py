"""edureport audit: what comes out, for people and for machines, and the exit code."""

import csv
import io
import json
import re
import unicodedata
from pathlib import Path

import pytest
from docx import Document
from needs import IN_LANGUAGE

from edureport.errors import DONE, FAILED, FOUND

SOURCE = "data/report_2025q3.yaml"
TEXT = "docs/examples/nine-months.en.txt"
RIVERSIDE = ("docs/examples/riverside-audit.txt", "--data", "docs/examples/riverside-2025-9m.yaml")


def rows(done):
    return list(csv.DictReader(io.StringIO(done.text)))


def test_a_text_that_agrees_with_the_data_and_itself_is_done(run, tmp_path):
    text = tmp_path / "made-up.txt"
    text.write_text("In 9 months of 2025 15 special rooms were opened for inclusive education.\n", "utf-8")
    done = run("audit", str(text), "--data", SOURCE)
    assert (done.code, done.errors) == (DONE, "")
    assert done.text.startswith("1 figure: confirmed – 1.")  # nor is the year in "months of 2025" one


def test_what_contradicts_the_data_is_found(run, tmp_path):
    text = tmp_path / "made-up.txt"
    text.write_text("In 9 months of 2025 16 special rooms were opened for inclusive education.\n", "utf-8")
    done = run("audit", str(text), "--data", SOURCE)
    assert done.code == FOUND
    assert "the text is off by +1" in done.text


def test_what_contradicts_the_text_is_found_without_data(run):
    done = run("audit", TEXT, "--data", "none")
    assert done.code == FOUND
    assert "250 + 50 = 300; the text says more than 300" in done.text
    assert "Verdict" not in done.text


def test_machines_get_every_number_with_its_offsets(run):
    with open(TEXT, encoding="utf-8") as file:  # noqa: PTH123  # as it stands
        text = file.read()
    found = rows(run("audit", TEXT, "--data", SOURCE, "-f", "csv"))
    assert len(found) == 24
    for row in found:
        assert text[int(row["char_start"]) : int(row["char_end"])] == row["words"]
    starts = [int(row["char_start"]) for row in found]
    assert starts == sorted(starts)
    stating = [row for row in found if row["verdict"]]
    assert len(stating) == 19
    assert {row["figure_kind"] for row in found if not row["verdict"]} == {"date", "ordinal"}
    plans = [row for row in stating if row["figure_kind"] == "target"]
    assert [(row["target"], row["indicator"]) for row in plans] == [
        ("stem_centres_2025", "stem_centres"),
        ("digital_school_projects_2025", "digital_school_projects"),
    ]
    first = stating[0]
    assert (first["value"], first["value_bound"], first["indicator"]) == ("300", "more_than", "schools")
    assert (first["data"], first["data_bound"], first["data_low"]) == ("300", "more_than", "300")
    assert (first["relation"], first["certainty"]) == ("parts", "certain")
    assert first["arithmetic"] == "250 + 50 = 300; the text says more than 300"


def test_machines_get_the_same_in_every_language(run):
    tables = [
        [{k: v for k, v in row.items() if k not in IN_LANGUAGE} for row in rows(done)]
        for done in (run("audit", *RIVERSIDE, "-f", "csv", "-l", language) for language in ("kk", "ru", "en"))
    ]
    assert tables[0] == tables[1] == tables[2]


def test_only_some_verdicts(run):
    found = rows(run("audit", *RIVERSIDE, "-f", "csv", "--verdict", "contradicted", "--verdict", "possible"))
    assert [row["verdict"] for row in found] == ["contradicted", "contradicted", "possible"]
    done = run("audit", *RIVERSIDE, "--verdict", "posible")
    assert done.code == FAILED
    assert "did you mean 'possible'" in done.errors


def test_a_word_file_says_the_same_as_its_text(run, tmp_path):
    document = Document()
    document.add_heading("Riverside in the first nine months of 2025")
    document.add_paragraph("There are more than 40 schools.")
    table = document.add_table(rows=0, cols=2)
    for name, number in (("State schools", "34"), ("Private schools", "8")):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = name, number
    path = tmp_path / "made-up.docx"
    document.save(str(path))
    done = run("audit", str(path), *RIVERSIDE[1:], "-f", "csv")
    found = [(row["words"], row["member"], row["verdict"]) for row in rows(done) if row["verdict"]]
    assert found == [("40", "", "confirmed"), ("34", "state", "confirmed"), ("8", "private", "contradicted")]
    assert {row["line"] for row in rows(done)} == {""}
    assert "table 1, row 2, column 2" in run("audit", str(path), *RIVERSIDE[1:]).text
    marked = run("audit", str(path), *RIVERSIDE[1:], "--annotate", "-f", "html").text
    assert re.findall("<tr>.*?</tr>", marked)[1].startswith("<tr><td>Private schools</td><td><mark ")


def test_no_data_and_data_are_not_both_to_be_had(run):
    done = run("audit", TEXT, "--data", "none", "--data", SOURCE)
    said = "edureport: '--data none' cannot be combined with other '--data'; leave out one of them\n"
    assert (done.code, done.data, done.errors) == (FAILED, b"", said)


def test_standard_input(run):
    with open(TEXT, "rb") as file:  # noqa: PTH123
        done = run("audit", "-", "--data", SOURCE, "-f", "csv", stdin=file.read())
    assert len(rows(done)) == 24
    assert {row["report"] for row in rows(done)} == {"<stdin>"}


def test_the_language_of_the_text_can_be_named(run, tmp_path):
    text = tmp_path / "made-up.txt"
    text.write_text("250 школ\n", "utf-8")
    (row,) = rows(run("audit", str(text), "--data", "none", "--text-lang", "ru", "-f", "csv"))
    assert row["unit"] == "школа"
    done = run("audit", str(text), "--text-lang", "xx")
    assert done.code == FAILED
    assert "kk, ru" in done.errors


@pytest.mark.parametrize("command", ["audit", "draft"])
def test_a_text_in_letters_that_are_not_read_is_refused(run, tmp_path, command):
    text = tmp_path / "made-up.txt"
    text.write_text("Byltyr jyl sońynda 60 myń kópir jáne 5 jol boldy.\n", "utf-8")
    done = run(command, str(text))
    assert done.code == FAILED
    assert "is in letters that cannot be read here" in done.errors


@pytest.mark.parametrize("name", ["out.html", "out.md", "out.txt"])
def test_the_marked_text_goes_into_files(run, tmp_path, name):
    done = run("audit", *RIVERSIDE, "--annotate", "-o", str(tmp_path / name))
    assert done.code == FOUND
    written = (tmp_path / name).read_text("utf-8")
    assert "1,520" in written
    assert "the text is off by +270" in written


def test_other_formats_have_no_marked_text(run):
    done = run("audit", *RIVERSIDE, "--annotate", "-f", "csv")
    assert done.code == FAILED
    assert "html" in done.errors


def test_the_text_is_never_overwritten(run, tmp_path):
    text = tmp_path / "made-up.txt"
    text.write_text("There are 40 schools.\n", "utf-8")
    for more in ((), ("--annotate",)):
        done = run("audit", str(text), "--data", SOURCE, "-f", "plain", "-o", str(text), *more)
        assert done.code == FAILED
        assert text.read_text("utf-8") == "There are 40 schools.\n"


def test_a_text_without_figures(run, tmp_path):
    text = tmp_path / "made-up.txt"
    for words in ("Schools are good.\n", "\x0b ", "…", "#"):
        text.write_text(words, "utf-8")
        done = run("audit", str(text), "--data", SOURCE)
        assert done.code in (DONE, FAILED)
        assert "no figures" in done.text or "holds no text" in done.errors
    text.write_text("Schools are good.\n", "utf-8")
    assert json.loads(run("audit", str(text), "--data", SOURCE, "-f", "json").data)["rows"] == []


def test_a_report_file_is_no_text(run):
    done = run("audit", SOURCE)
    assert done.code == FAILED
    assert "is a report file, not a written report" in done.errors


@pytest.mark.parametrize(
    "written",
    [
        lambda text: unicodedata.normalize("NFD", text).encode(),
        lambda text: text.encode("utf-16"),
        lambda text: text.replace("оқушы", "oқушы").replace("мектеп ", "мeктeп ").encode(),  # Latin o, e
        lambda text: text.replace(" мың", "\u00a0мың").replace("\n", "\r\n").encode("utf-8-sig"),
    ],
    ids=["decomposed", "utf-16", "look-alikes", "windows"],
)
def test_a_text_says_the_same_however_it_is_typed(run, tmp_path, written):
    path = tmp_path / "made-up.txt"
    path.write_bytes(written(Path("docs/examples/nine-months.kk.txt").read_text("utf-8")))
    found = [row["verdict"] for row in rows(run("audit", str(path), "--data", SOURCE, "-f", "csv"))]
    assert [verdict for verdict in found if verdict] == ["confirmed"] * 19


def test_comments_for_the_author_of_a_text_ask_for_the_word_file(run, tmp_path):
    done = run("audit", TEXT, "--data", "none", "--annotate", "-o", str(tmp_path / "x.docx"))
    assert (done.code, "give the text as .docx" in done.errors) == (2, True)


def test_the_contradicted_are_listed_without_the_confirmed(run, tmp_path):
    """A figure that the data confirm is not listed for another of the text that does not fit it."""
    text = tmp_path / "text.txt"
    text.write_text("In January to September 2025 there were 300 schools: 250 state and 40 private.", "utf-8")
    data = tmp_path / "data.yaml"
    data.write_text(
        "edureport: 1\n"
        "report: {id: e, organisation: City of Examples, period: 2025-9M, language: en}\n"
        "units: {school: {en: {one: school, other: schools}}}\n"
        "indicators:\n"
        "  schools: {label: Schools, unit: school, kind: stock, value: 300, breakdown: {owner: {members: {\n"
        "    state: {label: State, value: 250}, private: {label: Private, value: 50}}}}}\n",
        "utf-8",
    )
    given = ("audit", text, "--data", data, "-f", "csv", "--columns", "words,verdict")
    assert [line.replace('"', "") for line in run(*given).lines[1:]] == [
        *("2025,", "300,confirmed", "250,confirmed", "40,contradicted")
    ]
    assert run(*given, "--verdict", "contradicted").lines[1:] == ['"40",contradicted']


HOLDS_AND_NOT = "There are 48 schools: 30 state and 18 private. There are 20 halls: 12 state and 9 private.\n"


@pytest.fixture
def text(tmp_path):
    def write(words, name="made-up.txt"):
        path = tmp_path / name
        path.write_text(words, "utf-8")
        return str(path)

    return write


def test_contradictions_come_first_for_people(run, text):
    lines = run("audit", text(HOLDS_AND_NOT), "--data", "none").text.splitlines()
    places = [line.split()[0] for line in lines if line[:2] == "1:"]
    assert places == ["1:58", "1:11", "1:23", "1:36", "1:68", "1:81"]
    assert lines[-1] == "Checked: 6 figures, 2 relations between them (1 consistent), 0 tables."


def test_what_holds_is_listed_on_request(run, text):
    found = rows(run("audit", text(HOLDS_AND_NOT), "--data", "none", "--verdict", "holds", "-f", "csv"))
    assert [(row["words"], row["arithmetic"]) for row in found] == [
        ("48", "consistent: 30 + 18 = 48; the text says 48")
    ]


def test_what_is_likely_fails_only_if_asked(run, text):
    path = text("Of 6,302 lambs, 5,940 were sold and 352 were kept.")
    assert run("audit", path, "--data", "none").code == DONE
    done = run("audit", path, "--data", "none", "--fail-on", "likely")
    assert done.code == FOUND
    assert "please check: 5,940 + 352 = 6,292; the text says 6,302" in done.text


def test_several_texts_are_told_apart(run, text):
    one, other = text("There are 48 schools.", "one.txt"), text("There are 20 halls.", "other.txt")
    found = run("audit", one, other, "--data", "none")
    assert f"{one}, 1:11" in found.text
    assert f"{other}, 1:11" in found.text
    assert {row["report"] for row in rows(run("audit", one, other, "--data", "none", "-f", "csv"))} == {
        one,
        other,
    }
    assert run("audit", one, other, "--data", "none", "--annotate").code == FAILED


def test_without_data_only_its_own_report_is_compared(run, text, tmp_path):
    with open(RIVERSIDE[2], encoding="utf-8") as file:  # noqa: PTH123
        report = file.read()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "riverside.yaml").write_text(report, "utf-8")
    said = "In the first nine months of 2025 there were 39 schools.\n"
    own = text(f"Education Department of Riverside (invented)\n\n{said}")
    strange = text(f"Education Department of Lakeside\n\n{said}", "other.txt")
    assert "Verdict" in run("audit", own, folder=tmp_path).text
    done = run("audit", strange, folder=tmp_path)
    assert "Verdict" not in done.text
    assert "compared with each other; name reports with --data" in done.errors


def test_data_of_another_period_contradict_nothing(run, text):
    path = text("In the first quarter of 2021 the Education Department of Riverside had 39 schools.\n")
    done = run("audit", path, *RIVERSIDE[1:])
    assert done.code == DONE
    assert "are not reported as contradictions" in done.errors


def test_data_of_another_organisation_contradict_nothing(run, text):
    said = "In the first nine months of 2025 there were 39 schools.\n"
    done = run("audit", text(f"Education Department of Lakeside\n\n{said}"), *RIVERSIDE[1:])
    assert done.code == DONE
    assert "is about another organisation, Education Department of Lakeside" in done.errors
    for own in ("", "Riverside in figures\n\n", "Education Department of Riverside\n\n"):
        found = run("audit", text(own + said, "own.txt"), *RIVERSIDE[1:])
        assert (found.code, found.errors) == (FOUND, "")


def test_points_are_read_as_points_and_a_column_is_not_grouped(run, tmp_path):
    text = tmp_path / "text.txt"
    text.write_text(" ".join(["Words"] * 250) + ". Attendance rose by 2 percentage points.", "utf-8")
    (row,) = [line for line in run("audit", text, "--data", "none").lines if line.startswith("1:")]
    assert row.split()[0] == "1:1521"
    assert row.endswith("up by 2 percentage points")
