"""Loading: files, standard input and folders; what cannot be read is told, never raised as it comes."""

import errno
import io
import os
import re
import time
import zipfile
from functools import partial
from pathlib import Path

import pytest

import edureport
from edureport.authoring.source_text import report_text
from edureport.errors import EdureportError, ReportError, UsageError
from edureport.formats.marked_html import _NUMBER
from edureport.languages import catalogue
from edureport.model.quantity import Quantity
from edureport.reading import limits, plain_text
from edureport.reading.allowed import _NO_INDENT
from edureport.reading.amounts import rounded_to
from edureport.reading.document import Blocks
from edureport.reading.limits import Limits
from edureport.reading.load import load, load_all, load_library
from edureport.reading.values import MIXED

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
REPORT = """\
edureport: 1
report: {{id: made-up, organisation: Made-up {name}, period: {period}, language: en}}
indicators: {{}}
"""


@pytest.fixture(autouse=True)
def empty_folder(tmp_path, monkeypatch):
    """Every test starts in a folder of its own, with nothing in it but the words at hand."""
    catalogue.load("en")
    monkeypatch.chdir(tmp_path)


def packed(*names):
    """A zip with such files, all of them empty."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return out.getvalue()


def put(name, period="2025", organisation="Education Department"):
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(REPORT.format(period=period, name=organisation), encoding="utf-8")


class Input:
    """Standard input with these bytes."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


def refused(read, *arguments):
    with pytest.raises(EdureportError) as caught:
        read(*arguments)
    return str(caught.value)


def test_a_file_is_read():
    put("made-up.yaml")
    report = load("made-up.yaml")
    assert report.id == "made-up"
    assert report.path == "made-up.yaml"


def test_a_path_is_as_good_as_its_name(tmp_path):
    put("made-up.yaml")
    assert load(tmp_path / "made-up.yaml").id == "made-up"
    assert load_library(tmp_path / "made-up.yaml").latest.path == str(tmp_path / "made-up.yaml")


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr("sys.stdin", Input(REPORT.format(period="2025", name="Department").encode()))
    assert load("-").path == "<stdin>"


def test_mistakes_in_standard_input_have_a_place(monkeypatch):
    monkeypatch.setattr("sys.stdin", Input(b"edureport: 2\n"))
    assert refused(load, "-").startswith("<stdin>:1:12: ")


def test_the_public_names_are_these():
    assert edureport.load is load
    assert edureport.load_library is load_library


# What cannot be read


def test_a_file_that_is_not_there():
    assert refused(load, "nowhere.yaml") == "nowhere.yaml: no such file or folder; check the name"


def test_a_folder_is_no_report():
    Path("2025").mkdir()
    assert refused(load, "2025") == "2025: is a folder, not a report"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "made-up.yaml: cannot be read: permission denied; check its permissions"),
        (errno.EPERM, "made-up.yaml: cannot be read: permission denied; check its permissions"),
        (errno.EIO, "made-up.yaml: cannot be read (EIO); check the file and the disk"),
        (errno.ENAMETOOLONG, "made-up.yaml: cannot be read (ENAMETOOLONG); check the file and the disk"),
    ],
)
def test_what_the_system_refuses(monkeypatch, number, words):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(load, "made-up.yaml") == words


def test_an_error_without_a_number(monkeypatch):
    def refuse(*_, **__):
        raise OSError

    monkeypatch.setattr(Path, "open", refuse)
    assert refused(load, "made-up.yaml") == "made-up.yaml: cannot be read (?); check the file and the disk"


def test_an_error_in_the_middle_of_standard_input(monkeypatch):
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(errno.EIO, "Input/output error")

    broken = Input(b"")
    broken.buffer = Broken()
    monkeypatch.setattr("sys.stdin", broken)
    assert refused(load, "-") == "<stdin>: cannot be read (EIO); check the file and the disk"


def test_standard_input_that_is_closed(monkeypatch):
    """As with `edureport summary - <&-`: Python then has no sys.stdin at all."""
    monkeypatch.setattr("sys.stdin", None)
    assert refused(load, "-").startswith("<stdin>: ")


def test_a_name_with_a_zero_byte():
    assert refused(load, "made\0up.yaml").startswith("made\\x00up.yaml: ")


@pytest.mark.parametrize("size", [0, 1])
def test_the_size_is_bounded(monkeypatch, size):
    put("made-up.yaml")
    monkeypatch.setattr(limits, "BYTES", Path("made-up.yaml").stat().st_size - size)
    if size:
        assert "made-up.yaml: is larger than" in refused(load, "made-up.yaml")
    else:
        assert load("made-up.yaml").id == "made-up"


def test_an_endless_file_is_not_read_to_its_end(monkeypatch):
    class Endless(io.RawIOBase):
        def read(self, size=-1):
            assert 0 < size <= limits.BYTES + 1
            return b"x" * size

    endless = Input(b"")
    endless.buffer = Endless()
    monkeypatch.setattr("sys.stdin", endless)
    assert (
        refused(load, "-")
        == "<stdin>: is larger than 64 MiB; split it into several reports, or set EDUREPORT_LIMITS=2"
    )


# Several files


def test_mistakes_of_all_files_are_told_at_once():
    Path("a.yaml").write_text("edureport: 2\n", encoding="utf-8")
    put("b.yaml")
    Path("c.yaml").write_text("- x\n", encoding="utf-8")
    with pytest.raises(ReportError) as caught:
        load_all(["a.yaml", "b.yaml", "c.yaml", "d.yaml"])
    assert [problem.place.path for problem in caught.value.problems] == ["a.yaml", "c.yaml", "d.yaml"]


def test_reports_are_read_in_the_order_given():
    for name, period in (("b.yaml", "2024"), ("a.yaml", "2025")):
        put(name, period)
    assert [report.path for report in load_all(["b.yaml", "a.yaml"])] == ["b.yaml", "a.yaml"]


def test_a_library_of_a_folder():
    put("reports/b.yaml", "2025")
    put("reports/a.yaml", "2024-9M")
    library = load_library("reports")
    assert [report.path for report in library.reports] == [
        str(Path("reports/a.yaml")),
        str(Path("reports/b.yaml")),
    ]


def test_a_library_of_files_and_folders():
    put("reports/a.yaml", "2024")
    put("b.yaml", "2025")
    assert len(load_library("reports", "b.yaml").reports) == 2


def test_a_library_of_nothing_named_is_the_report_of_the_program():
    assert load_library().latest.id == "shymkent-2025-9m"


def test_a_library_of_what_is_not_there():
    assert refused(load_library, "nowhere") == "nowhere: no such file or folder; check the name"


def test_a_library_has_one_organisation():
    put("a.yaml", "2024")
    put("b.yaml", "2025", "Health Department")
    with pytest.raises(UsageError) as caught:
        load_library("a.yaml", "b.yaml")
    assert "Made-up Education Department (a.yaml)" in str(caught.value)
    assert "Made-up Health Department (b.yaml)" in str(caught.value)


def test_errors_are_one_family():
    assert issubclass(ReportError, EdureportError)
    assert issubclass(UsageError, EdureportError)
    assert ReportError.exit_code == UsageError.exit_code == 2


def test_two_reports_on_one_period_are_one():
    put("a.yaml")
    put("b.yaml")
    (report,) = load_all(["a.yaml", "b.yaml"])
    assert set(report.paths) == {"a.yaml", "b.yaml"}


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "foreign.kind"),
        (b"<!-- 5 -->\n<html>\n<p>Schools: 300: 5", "foreign.kind"),
        (rb"{\rtf1\ansi Schools 300}", "foreign.kind"),  # YAML as well, as is a page of one line
        (b"<html><p>Schools 300</html>", "foreign.kind"),
        (b"\x89PNG\r\n\x1a\n\0", "foreign.kind"),
        (_OLE + "WordDocument".encode("utf-16-le"), "foreign.old_office"),
        (_OLE + "Workbook".encode("utf-16-le"), "table.undescribed"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "text.password"),
        (b"PK\x03\x04 cut off", "foreign.kind"),
        (packed("word/document.xml"), "foreign.word"),
        (packed("xl/workbook.xml"), "table.undescribed"),
        (packed(*map(str, range(limits.MEMBERS + 1))), "foreign.kind"),
        ("Есеп: 300".encode("cp1251"), "yaml.encoding"),
    ],
)
def test_a_file_of_another_kind_is_called_what_it_is(data, key):
    Path("report.yaml").write_bytes(data)
    for read in load, report_text:
        with pytest.raises(ReportError) as caught:
            read("report.yaml")
        assert caught.value.problems[0].message.key == key


def blocks_of(text):
    plain_text.add_blocks(text, Blocks("made-up.txt", Limits()))


# How each is searched, and what of: a text of so many pieces.
LONG = {
    "two scripts in one word": (re.compile(MIXED).findall, lambda size: "ш" * 10 * size + " школa"),
    "a number that is rounded": (partial(rounded_to, Quantity.parse("5")), lambda size: "111 " * size),
    "an indent": (re.compile(_NO_INDENT, re.MULTILINE).search, lambda size: "\u00a0\n" * 10 * size),
    "lines that are no table": (blocks_of, lambda size: "5 a\n" * size),
    "lines of dashes": (blocks_of, lambda size: "|---|---|\n" * size),
    "the number of an item": (_NUMBER.search, lambda size: "x" * 10 * size + "\n"),
}


@pytest.mark.parametrize("what", LONG)
def test_what_is_long_is_searched_once(what):
    """In processor time: much of it is spent where no lines can be counted."""
    search, made = LONG[what]

    def time_of(size):
        text = made(size)
        start = time.process_time()
        search(text)
        return time.process_time() - start

    once, fourfold = (min(time_of(size) for _ in range(3)) for size in (2_000, 8_000))
    assert fourfold < 8 * once + 0.05
