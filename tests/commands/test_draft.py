"""edureport draft: the file that it writes, what it says beside it, and what it does not replace."""

import errno
import stat
import zipfile
from pathlib import Path
from unittest import mock

import pytest

import edureport
from edureport import output_file
from edureport.errors import DONE, FAILED

TEXT = "docs/examples/sampleton.txt"
WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Report for January to September 2025</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>There are 40 schools in town.</w:t></w:r></w:p>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Part</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>Parks</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:tc><w:p><w:r><w:t>North</w:t></w:r></w:p></w:tc>"
    "<w:tc><w:p><w:r><w:t>7</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)


@pytest.fixture
def text(tmp_path):
    """`text("There are 40 schools.")`: the path of a file with that text."""

    def write(content, name="text.txt"):
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        return path

    return write


def test_a_draft_goes_to_standard_output_and_loads(run, tmp_path):
    done = run("draft", TEXT)
    path = tmp_path / "draft.yaml"
    path.write_bytes(done.data)
    assert done.code == DONE
    assert len(edureport.load(path)) == 5
    assert done.errors == (
        "edureport: 9 figures: 4 indicators, 2 parts, 1 target, 1 for an earlier period, 1 left out; "
        "4 places to be completed\n"
    )


def test_a_draft_is_checked_and_audited_at_once(run, tmp_path):
    path = tmp_path / "draft.yaml"
    assert run("draft", TEXT, "-o", path).code == DONE
    assert run("check", path).code == DONE
    audited = run("audit", TEXT, "--data", path, "-f", "csv", "--columns", "words,verdict")
    assert audited.code == DONE
    assert [line for line in audited.lines[1:] if not line.endswith(("confirmed", ","))] == [
        '"2 percentage points",not_in_data'
    ]


@pytest.mark.parametrize("language", ["en", "ru", "kk"])
def test_comments_are_in_the_language_of_the_reader_and_labels_in_that_of_the_text(run, language):
    done = run("draft", TEXT, "-l", language)
    mark = {"en": "to be completed", "ru": "заполнить", "kk": "толықтыру керек"}[language]
    assert f"# {mark}: label" in done.text
    assert "en: Libraries opened" in done.text
    assert mark in done.errors or language == "ru"


def test_what_is_missing_is_marked_in_the_language_of_the_text(run):
    done = run("draft", "-", "--period", "2025", "-l", "en", stdin="Построено 40 школ.".encode())
    assert "    ru: заполнить\n" in done.text


def test_a_file_that_is_there_stays_unless_it_may_be_replaced(run, tmp_path):
    path = tmp_path / "draft.yaml"
    path.write_text("completed by hand", encoding="utf-8")
    done = run("draft", TEXT, "-o", path)
    assert (done.code, path.read_text(encoding="utf-8")) == (FAILED, "completed by hand")
    assert done.errors.startswith(f"edureport: {path}: already exists")
    assert run("draft", TEXT, "-o", path, "--force").code == DONE
    assert path.read_bytes() == run("draft", TEXT).data


def test_the_text_itself_is_never_replaced(run, text):
    path = text("In January to September 2025 there were 40 schools.")
    done = run("draft", path, "-o", path, "--force")
    assert done.code == FAILED
    assert path.read_text(encoding="utf-8").endswith("40 schools.")


def test_a_device_may_be_written_into(run):
    assert run("draft", TEXT, "-o", "/dev/null").code == DONE


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_left(run, tmp_path):
    folder = tmp_path / "closed"
    folder.mkdir()
    assert (
        run("draft", TEXT, "-o", folder).errors
        == f"edureport: {folder}: is a folder; give the name of a file\n"
    )
    assert "the folder does not exist" in run("draft", TEXT, "-o", folder / "no" / "x.yaml").errors
    assert list(folder.iterdir()) == []
    assert run("draft", TEXT, "-o", "a\0b").code == FAILED


def test_the_file_has_the_permissions_of_any_new_file(run, tmp_path):
    path, other = tmp_path / "draft.yaml", tmp_path / "other"
    other.touch()
    run("draft", TEXT, "-o", path)
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["draft.yaml", "other"]


def test_a_text_that_does_not_tell_its_period_needs_one(run, text):
    path = text("There are 40 schools.")
    done = run("draft", path)
    assert (done.code, done.data) == (FAILED, b"")
    assert done.errors.startswith(f"edureport: {path}: the reporting period is not clear")
    assert "  period: 2025/26\n" in run("draft", path, "--period", "2025/26").text


@pytest.mark.parametrize("period", ["", "9 months", "2025-13"])
def test_a_wrong_period_is_told(run, period):
    done = run("draft", TEXT, "--period", period)
    assert (done.code, done.data) == (FAILED, b"")
    assert "--period" in done.errors


def test_names_may_be_given(run):
    done = run("draft", TEXT, "--id", "sampleton: 1", "--organisation", "Town #1")
    assert "  id: 'sampleton: 1'\n" in done.text
    assert "    en: 'Town #1'\n" in done.text


@pytest.mark.parametrize("links", [True, False], ids=["links", "no links"])
def test_a_file_that_comes_meanwhile_is_not_replaced(run, tmp_path, links):
    path = tmp_path / "first.yaml"
    become = output_file._become

    def comes(new, old, **how):  # as the draft is whole, and not yet in its place
        path.write_text("the work of somebody", encoding="utf-8")
        become(new, old, **how)

    linked = Path.hardlink_to if links else mock.Mock(side_effect=OSError(errno.EPERM, ""))
    with mock.patch.object(output_file, "_become", comes), mock.patch.object(Path, "hardlink_to", linked):
        done = run("draft", TEXT, "-o", path)
    assert (done.code, path.read_text(encoding="utf-8")) == (FAILED, "the work of somebody")
    assert "already exists" in done.errors
    assert list(tmp_path.iterdir()) == [path]


def test_a_draft_needs_no_links(run, tmp_path):
    path = tmp_path / "first.yaml"
    with mock.patch.object(Path, "hardlink_to", side_effect=OSError(errno.ENOTSUP, "")):
        assert run("draft", TEXT, "-o", path).code == DONE
    assert len(edureport.load(path)) == 5


def test_a_name_that_is_endless_is_cut(run, tmp_path):
    path = tmp_path / "first.yaml"
    assert run("draft", TEXT, "-o", path, "--id", "x" * 20_000, "--organisation", "y" * 20_000).code == DONE
    report = edureport.load(path)
    assert (len(report.id), len(report.organisation.in_language("en"))) == (200, 200)


def test_the_language_of_the_text_may_be_given(run):
    assert "  language: ru\n" in run("draft", TEXT, "--period", "2025", "--text-lang", "ru").text
    assert "choose from" in run("draft", TEXT, "--text-lang", "xx").errors


def test_a_word_file_tells_paragraphs_and_tables(run, tmp_path):
    path = tmp_path / "report.docx"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("word/document.xml", WORD)
        file.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-'
            'officedocument.wordprocessingml.document.main+xml"/></Types>',
        )
    done = run("draft", path)
    assert done.code == DONE, done.errors
    assert "where: {sentence: 2, paragraph: 2}" in done.text
    assert "table: 1}" in done.text
    assert "en: North, Parks" in done.text


@pytest.mark.parametrize("option", ["-f", "--columns", "--sort", "--excel"])
def test_the_options_of_tables_are_not_there(run, option):
    assert run("draft", TEXT, option, "csv").errors.startswith(f"edureport: there is no option {option}")


def test_no_text_is_told(run):
    assert run("draft").errors == "edureport: TEXT is missing; see --help\n"
    assert run("draft", "no_such_file.txt").code == FAILED


def test_texts_are_completed_by_the_shell(run, tmp_path):
    for name in ("report.docx", "report.txt", "report.yaml"):
        (tmp_path / name).touch()
    done = run(
        env={"_EDUREPORT_COMPLETE": "complete_bash", "COMP_WORDS": "edureport draft rep", "COMP_CWORD": "2"},
        folder=tmp_path,
    )
    assert done.lines == ["report.docx", "report.txt"]


def test_a_reader_may_leave_and_a_disk_may_be_full(program):
    done = program(
        code="import sys; sys.argv[1:] = ['draft', 'docs/examples/sampleton.txt', '-o', '/dev/full']; "
        "from edureport.__main__ import main; main()"
    )
    assert done.code == FAILED
    assert done.errors == "edureport: /dev/full: the disk is full; make room and run the command again\n"


def test_a_draft_is_made_without_what_only_tables_need(program):
    probe = f"from edureport import cli; cli.run(['draft', '{TEXT}']); import sys; print(*sys.modules)"
    modules = program(code=probe).lines[-1].split()
    assert not {"rich", "tabulate", "xlsxwriter", "pydantic", "edureport.audit"} & set(modules)


def test_a_word_of_two_scripts_is_no_trouble_for_the_draft(run, tmp_path):
    text = tmp_path / "made-up.txt"
    text.write_text("theВо втором районе открыто 40 школ.\n", "utf-8")  # as the fuzzer found it
    draft = tmp_path / "draft.yaml"
    assert run("draft", str(text), "--period", "2025", "--text-lang", "ru", "-o", str(draft)).code == 0
    assert run("check", str(draft)).code == 0


def test_the_names_of_the_last_report_are_taken_for_what_it_has(run):
    made = run("draft", "docs/examples/riverside-audit.txt", "--like", "docs/examples/riverside-2025-9m.yaml")
    assert made.code == 0
    assert (
        "  schools_online:\n    label:\n      en: Schools with internet\n    section: network\n" in made.text
    )
    assert "not in the last report" in made.text


@pytest.mark.parametrize(
    "text",
    ["{n} школ построено.", "Построено {n} школ, {n}-5 клубов.", "{n} schools.", "{n} мектеп салынды."],
)
def test_numbers_of_many_digits(run, text):
    """More than decimals are reckoned with: each is left out, and no other number is made of it."""
    long = "9" * 40
    done = run("draft", "-", "--period", "2025", stdin=text.format(n=long).encode())
    assert done.code == DONE
    assert done.text.count(f"left out, “{long}”: cannot be expressed in a report file") == text.count("{n}")
    values = [
        line.partition(": ")[2] for line in done.text.splitlines() if line.strip(" #").startswith("value:")
    ]
    assert values == ["5"] * text.count("-5")


def test_a_quote_ends_behind_the_bracket_that_it_opens(run):
    done = run(
        "draft", "-", "--period", "2025", stdin=b"Pupils in towns (40). Pupils in villages (50), all told."
    )
    quoted = [line.strip() for line in done.text.splitlines() if "as_written" in line]
    assert quoted == ["as_written: Pupils in towns (40)", "as_written: Pupils in villages (50)"]
