"""Documents in every format against the CSV of the same report, and what leaves no file."""

import csv
import io
import re
import sys
from decimal import Decimal
from unittest import mock

import pypdf
import pytest
import python_calamine as calamine

from edureport.languages import catalogue

SOURCE = "data/report_2025q3.yaml"
REPORTS = (SOURCE, "examples/astana/2025-08.yaml", "examples/shymkent-grade-1/2025-08-02.yaml")


def numbers_of(run, report):
    """The number of every figure of a report, as CSV has it."""
    rows = csv.DictReader(io.StringIO(run("data", report, "-f", "csv").text))
    return {Decimal(row["value"]) for row in rows if row["value"]}


@pytest.fixture
def made(run, tmp_path):
    """`made(report, "pdf")`: the bytes of a document in English."""

    def write(report, suffix):
        done = run("document", report, "-l", "en", "-o", tmp_path / f"x.{suffix}")
        assert done.code == 0, done.errors
        return (tmp_path / f"x.{suffix}").read_bytes()

    return write


def numbers_in(text):
    """The numbers that a text in English writes, those in thousands in full."""
    found = re.findall(r"(\d+(?:,\d{3})*(?:\.\d+)?)[ \u00a0\n]*(thousand)?", text)
    return {Decimal(number.replace(",", "")) * (1000 if thousand else 1) for number, thousand in found}


@pytest.mark.parametrize("report", REPORTS)
def test_html_has_every_number_of_csv(run, made, report):
    page = made(report, "html").decode()
    assert numbers_of(run, report) <= {Decimal(one) for one in re.findall(r'data-v="([\d.]+)"', page)}
    assert numbers_of(run, report) <= numbers_in(re.sub("<[^>]+>", "|", page))


@pytest.mark.parametrize("report", REPORTS)
def test_pdf_has_every_number_of_csv(run, made, report):
    pages = pypdf.PdfReader(io.BytesIO(made(report, "pdf"))).pages
    assert numbers_of(run, report) <= numbers_in("\n".join(page.extract_text() for page in pages))


@pytest.mark.parametrize("report", REPORTS)
def test_the_workbook_has_every_number_of_csv_as_a_number(run, made, report):
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(made(report, "xlsx")))
    cells = [
        cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row
    ]
    known = {Decimal(str(cell)) for cell in cells if isinstance(cell, (int, float))}
    percent = {100 * one for one in known}
    assert numbers_of(run, report) <= known | percent


def test_the_page_of_the_source_report_is_small(made):
    assert len(made(SOURCE, "html")) <= 60_000


@pytest.mark.parametrize(("suffix", "module"), [("pdf", "typst"), ("docx", "resvg_py")])
def test_without_its_extra_nothing_is_written(run, tmp_path, suffix, module):
    with mock.patch.dict(sys.modules, {module: None}):
        done = run("document", SOURCE, "-o", tmp_path / f"x.{suffix}")
    assert (done.code, "pip install 'edureport[" in done.errors) == (2, True)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", ["html", "pdf", "xlsx"])
def test_what_may_not_be_written_stays_as_it_was(run, tmp_path, suffix):
    file = tmp_path / f"x.{suffix}"
    file.write_bytes(b"before")
    file.chmod(0o444)
    done = run("document", SOURCE, "-o", file)
    assert (done.code, catalogue.load("en").word("output.forbidden") in done.errors) == (2, True)
    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"before"]


def test_letters_that_pdf_lacks_leave_no_file(run, report, tmp_path):
    path = report("2025", "  a: {label: 學校, unit: school, kind: stock, value: 5}\n")
    done = run("document", path, "-o", tmp_path / "x.pdf")
    assert (done.code, "write the document as .docx or .html" in done.errors) == (2, True)
    assert [one.name for one in tmp_path.iterdir()] == ["report.yaml"]


def test_sections_with_figures_to_compare_have_a_picture(made):
    page = made(SOURCE, "html").decode()
    captions = re.findall(r"<figcaption[^>]*>([^<]+)<", page)
    assert [caption.replace("\u00a0", " ") for caption in captions] == [
        "Figure 1 – Figures of “School network”",
    ]


def test_targets_on_their_way_have_a_picture(made):
    assert '<figcaption id="p1c">Figure' in made("docs/examples/worked-targets.yaml", "html").decode()


def test_figures_of_three_periods_and_more_are_drawn_over_time(run, tmp_path):
    """A picture has two of them; those of two periods stand in the table alone."""
    text = (
        "edureport: 1\nreport: {id: a, organisation: City of Examples, period: 2025, language: en}\n"
        "units: {school: {en: {one: school, other: schools}}}\nsections: {net: {en: Network}}\nindicators:\n"
    )
    for key, earlier in (
        ("a", "{2023: 5, 2024: 6}"),
        ("b", "{2024: 6}"),
        *((c, "{2021: 1, 2022: 2}") for c in "cd"),
    ):
        text += (
            f"  {key}: {{label: {{en: Schools {key}}}, section: net, unit: school, kind: stock, value: 7,"
            f" earlier: {earlier}}}\n"
        )
    path = tmp_path / "report.yaml"
    path.write_text(text, encoding="utf-8")
    assert run("document", path, "-o", tmp_path / "x.html").code == 0
    page = (tmp_path / "x.html").read_text(encoding="utf-8")
    pictures = re.findall(r"<svg.*?</svg>", page, re.DOTALL)
    trends = [re.findall(r'font-weight="bold">Schools (\w)<', one) for one in pictures]
    assert [one for one in trends if one] == [["a", "c"], ["d"]]
    assert page.count("Figures of “Network” over time") == 2
