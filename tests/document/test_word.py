"""Word files, read back with python-docx: what is in them, how they look, and files of a department."""

import csv
import io
import re
import zipfile
from functools import cache

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from edureport import languages
from edureport.languages import catalogue

SOURCE = "data/report_2025q3.yaml"
ASTANA = ("examples/astana/2025-05.yaml", "examples/astana/2025-08.yaml")
HOSTILE = "tests/formats/hostile.yaml"
LANGUAGES = languages.available()


@pytest.fixture(scope="module")
def word(run):
    """`word("kk", path, …)`: the document, opened."""

    @cache
    def make(language, *arguments):
        done = run("document", "-f", "docx", "-l", language, *arguments)
        assert done.code == 0, done.errors
        return docx.Document(io.BytesIO(done.data))

    return make


def texts(document):
    return [paragraph.text for paragraph in document.paragraphs]


def rows(table):
    """The cells of each row, merged ones once."""
    found = []
    for row in table.rows:
        cells = [cell.text for cell in row.cells]
        found.append(cells if len(set(cells)) > 1 else cells[:1])
    return found


def numbers(text):
    """The numbers of a text, without their grouping and with a point."""
    plain = re.sub(r"(?<=\d)[\u00a0\u202f,](?=\d{3}(?!\d))", "", text).replace(",", ".")
    return re.findall(r"\d+(?:\.\d+)?", plain)


def millimetres(*lengths):
    """Lengths of Word, which measures in twentieths of a point."""
    return [round(length.mm) for length in lengths]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_has_every_figure_of_the_csv(run, word, language):
    known = csv.DictReader(io.StringIO(run("summary", SOURCE, "-f", "csv").text))
    expected = sorted(row["value"] for row in known if row["value"])
    head, *annex = rows(word(language, SOURCE).tables[-1])
    values = [row[1] for row in annex if len(row) == len(head)]
    digits = [numbers(value) for value in values if numbers(value)]
    thousand = ("мың", "тыс", "thousand")
    found = [
        number[0] + "000" * any(word in value for word in thousand)
        for value, number in zip((v for v in values if numbers(v)), digits, strict=True)
    ]
    assert sorted(found) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_have_what_compare_computes(run, word, language):
    known = list(csv.DictReader(io.StringIO(run("compare", *ASTANA, "-f", "csv", "-l", language).text)))
    head, *found = rows(word(language, *ASTANA).tables[0])
    for row, expected in zip(found, known, strict=False):
        assert row[0] == expected["label"]
        assert [numbers(cell)[0] for cell in row[2:5]] == [
            expected["before"],
            expected["after"],
            expected["change"],
        ]
        assert numbers(row[5])[0] == expected["percent"]
    assert len(head) == 7


def test_pages_are_those_of_an_official_document(word):
    document = word("kk", SOURCE)
    first, annex = document.sections
    assert millimetres(first.page_width, first.page_height) == [210, 297]
    margins = first.left_margin, first.right_margin, first.top_margin, first.bottom_margin
    assert millimetres(*margins) == [30, 15, 20, 20]
    assert millimetres(annex.page_width, annex.page_height) == [297, 210]
    normal = document.styles["Normal"].font
    assert (normal.name, normal.size) == ("Times New Roman", Pt(14))
    assert "PAGE" in first.header._element.xml
    assert first.different_first_page_header_footer


def test_headings_and_captions_are_words_own(word):
    document = word("kk", SOURCE)
    by_style = {}
    for paragraph in document.paragraphs:
        by_style.setdefault(paragraph.style.name, []).append(paragraph)
    assert [p.text for p in by_style["Title"]] == ["2025 жылғы қаңтар–қыркүйек айлары бойынша есеп"]
    assert [p.text for p in by_style["Heading 1"]][:2] == [
        "Мектептер желісі",
        "Кабинеттер мен STEM орталықтары",
    ]
    captions = by_style["Caption"]
    assert captions[0].text.replace("\u00a0", " ") == "1-кесте – Мектептер желісі"
    for counter, many in (("SEQ Table", len(document.tables)), ("SEQ Figure", len(document.inline_shapes))):
        counted = [p.text.partition("-")[0] for p in captions if counter in p._p.xml]
        assert counted == [str(n + 1) for n in range(many)]


def test_pictures_say_in_words_what_they_show(word):
    document = word("en", SOURCE)
    shown = [shape._inline.docPr.get("descr") for shape in document.inline_shapes]
    assert shown[0] == (
        "General schools: more than 300 schools; State schools: 250 schools; Private schools: 50 schools."
    )
    assert all(shape.width > 14 * 360_000 for shape in document.inline_shapes)  # 14 cm


def test_letters_that_no_picture_has_stand_in_words(run, tmp_path, report):
    indicators = "".join(
        f"  {key}: {{label: 學{key}, unit: school, kind: stock, value: 5}}\n" for key in "abc"
    )
    done = run("document", report("2025", indicators), "-l", "en", "-o", tmp_path / "x.docx")
    assert done.code == 0, done.errors
    written = docx.Document(str(tmp_path / "x.docx"))
    assert not written.inline_shapes
    assert "學a: 5 schools; 學b: 5 schools; 學c: 5 schools." in [
        paragraph.text for paragraph in written.paragraphs
    ]


def test_tables_repeat_their_headings_and_keep_rows_whole(word):
    for table in word("ru", SOURCE).tables:
        first, *others = table._tbl.tr_lst
        assert first.trPr.find(qn("w:tblHeader")) is not None
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in (first, *others))
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_each_language_is_told_to_the_speller(word):
    for language, tag in (("kk", "kk-KZ"), ("ru", "ru-RU"), ("en", "en-GB")):
        defaults = word(language, SOURCE).styles.element.find(qn("w:docDefaults"))
        assert defaults.find(f".//{qn('w:lang')}").get(qn("w:val")) == tag
    tagged = re.findall(r'<w:lang w:val="(\w+)', word("ru", SOURCE).tables[-1]._tbl.xml)
    assert set(tagged) == {"kk"}  # the words of the source


def test_the_same_data_make_the_same_bytes_and_name_no_clock(run):
    one, other = (run("document", SOURCE, "-f", "docx", "-l", "ru").data for _ in range(2))
    assert one == other
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert "docProps/thumbnail.jpeg" not in archive.namelist()
    properties = docx.Document(io.BytesIO(one)).core_properties
    assert (properties.created.date().isoformat(), properties.language) == ("2025-09-30", "ru-RU")
    assert properties.author == "Управление образования города Шымкента"


def test_hostile_labels_stay_text(run, word):
    document = word("ru", HOSTILE)
    labels = {
        row["label"]
        for row in csv.DictReader(io.StringIO(run("summary", HOSTILE, "-f", "csv", "-l", "ru").text))
    }
    shown = {row[0] for table in document.tables for row in rows(table)}
    assert labels <= shown
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)<", document.element.xml)
    assert {field.split()[0] for field in fields} <= {"SEQ", "PAGE"}


def test_pictures_are_left_out_if_nobody_wants_them(word):
    document = word("kk", SOURCE, "--no-charts")
    assert not document.inline_shapes
    assert "1-сурет" not in "".join(texts(document))


def test_the_lines_to_be_signed_and_the_findings_are_there_if_asked_for(word):
    plain, full = word("ru", SOURCE), word("ru", SOURCE, "--approval", "--findings")
    assert texts(full)[0] == "УТВЕРЖДАЮ"
    assert "УТВЕРЖДАЮ" not in texts(plain)
    assert [text for text in texts(full) if text.startswith("Расхождение: показатель")] or any(
        "сумма частей" in text for text in texts(full)
    )
    assert "Расхождения" not in texts(plain)


# A file of a department


@pytest.fixture
def department(tmp_path):
    """`department("{{ есеп }}")`: the path of a file with letterhead, these paragraphs and a last line."""

    def write(*paragraphs, styles=True):
        document = docx.Document()
        document.sections[0].left_margin = Mm(25)
        if not styles:
            for style in list(document.styles):
                if style.name in ("Caption", "Title", "Table Grid", "List Bullet"):
                    style.delete()
        for text in ("Бланк", *paragraphs, "Орындаушы"):
            document.add_paragraph(text)
        path = tmp_path / "department.docx"
        document.save(path)
        return path

    return write


@pytest.mark.parametrize(
    ("place", "styles"),
    [("{{ есеп }}", True), ("{{report}}", True), ("{{ отчет }}", True), ("{{ Отчёт }}", False)],
)
def test_a_file_of_a_department_holds_the_document_in_its_place(word, department, place, styles):
    document = word("kk", SOURCE, "--template", str(department(place, styles=styles)), "--findings")
    found = texts(document)
    assert (found[0], found[-1]) == ("Бланк", "Орындаушы")
    assert found[1] == "Шымкент қаласының білім басқармасы"
    assert not [text for text in found if "{{" in text]
    assert len(document.sections) == 1
    assert millimetres(document.sections[0].left_margin) == [25]
    assert len(document.tables) == 11


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        ((), "{{ report }}"),
        (("{{ report }}", "{{ report }}"), "several"),
        (("Here: {{ report }}",), "of its own"),
        (("{{ repotr }}",), "did you mean"),
    ],
)
def test_a_file_without_its_place_is_refused_and_nothing_is_written(
    run, department, tmp_path, paragraphs, expected
):
    out = tmp_path / "out.docx"
    done = run("document", SOURCE, "-o", out, "--template", department(*paragraphs), "-l", "en")
    assert done.code == 2
    assert "department.docx" in done.errors
    assert expected in done.errors
    assert sorted(path.name for path in tmp_path.iterdir()) == ["department.docx"]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_word_file_is_refused(run, tmp_path, data):
    path = tmp_path / "broken.docx"
    path.write_bytes(data)
    done = run("document", SOURCE, "-o", tmp_path / "out.docx", "--template", path, "-l", "en")
    assert done.code == 2
    assert catalogue.load("en").word("template.no_word_file") in done.errors
    assert not (tmp_path / "out.docx").exists()


def test_the_file_of_a_department_is_not_overwritten(run, department):
    path = department("{{ report }}")
    before = path.read_bytes()
    assert run("document", SOURCE, "-o", path, "--template", path).code == 2
    assert path.read_bytes() == before


def test_a_missing_library_is_told_and_nothing_is_written(run, tmp_path, monkeypatch):
    import sys

    for name in [name for name in sys.modules if name.startswith("edureport.formats.documents.word")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    done = run("document", SOURCE, "-o", tmp_path / "out.docx", "-l", "en")
    assert done.code == 2
    assert "pip install 'edureport[document]'" in done.errors
    assert list(tmp_path.iterdir()) == []
