"""A document as PDF, read back by pypdf: all its words and numbers, its tags, languages and properties."""

import io
import re
import sys
from contextlib import chdir
from unittest import mock

import pypdf
import pytest
import typst
from sample import publication, tables

from edureport.errors import EdureportError, UsageError
from edureport.formats import Style
from edureport.formats.cells import for_people
from edureport.formats.documents.pdf import write
from edureport.languages import available, catalogue
from edureport.output import Choice
from edureport.publication import Paragraph, Phrase
from edureport.table import Kind


@pytest.fixture(scope="session")
def pdf(piped):
    return lambda made: piped(made, Choice("pdf", None, made.language))


def read(data):
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(data):
    """The text of all pages, without spaces: lines are broken where there is room."""
    return re.sub(r"[\s\u200b]", "", "".join(page.extract_text() for page in read(data).pages))


def tags(node):
    """The structure of a file as the names of its elements, the first one first."""
    node = node.get_object()
    if isinstance(node, pypdf.generic.ArrayObject):
        return [tag for one in node for tag in tags(one)]
    if not isinstance(node, pypdf.generic.DictionaryObject):
        return []
    below = tags(node["/K"]) if "/K" in node else []
    return [node["/S"], *below] if "/S" in node else below


@pytest.mark.parametrize("language", available())
def test_every_cell_is_in_the_file(pdf, language):
    made, words = publication(language), catalogue.load(language)
    text = text_of(pdf(made))
    for block in tables(made):
        shown = block.table.for_people()
        for number, column in enumerate(shown.columns):
            if column.kind in (Kind.BAR, Kind.LABEL):
                continue
            say = for_people(column, words)
            for row in shown.rows:
                assert re.sub(r"\s", "", say(row[number])) in text


def test_it_is_tagged_and_says_which_standards_it_follows(pdf):
    made = publication("kk")
    reader = read(pdf(made))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "kk-KZ"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part>" in root["/Metadata"].get_data().decode()
    assert reader.metadata.title == made.full_title
    found = tags(root["/StructTreeRoot"]["/K"])
    assert found.count("/Table") == len(tables(made))
    assert found.count("/Figure") == 3
    assert {"/H1", "/H2", "/P", "/L", "/Caption", "/TH", "/TD", "/THead", "/TBody"} <= set(found)


def test_pages_are_a4_and_the_annex_lies_on_its_side(pdf):
    sizes = [
        tuple(round(float(side) / 72 * 25.4) for side in page.mediabox[2:])
        for page in read(pdf(publication("en"))).pages
    ]
    assert set(sizes[:-1]) == {(210, 297)}
    assert sizes[-1] == (297, 210)


def test_the_same_data_make_the_same_file(pdf):
    assert pdf(publication()) == pdf(publication())


@pytest.mark.skipif(sys.platform == "win32", reason="keeps the folder that one works in")
def test_a_working_folder_that_is_gone_does_no_harm(pdf, tmp_path):
    made, folder = publication("en"), tmp_path / "gone"
    expected = pdf(made)
    folder.mkdir()
    with chdir(folder):
        folder.rmdir()
        assert pdf(made) == expected


def test_no_text_becomes_markup(pdf):
    hostile = '#panic() *a* _b_ $c$ `d` <e> @f // g /* h = i \\ " \' #import "x"'
    assert re.sub(r"\s", "", hostile) in text_of(pdf(publication("en", said=hostile)))


def test_long_words_do_not_leave_the_page(pdf):
    word = "abcdefghij" * 40
    assert word in text_of(pdf(publication("en", said=word)))


def test_letters_that_the_face_lacks_are_told_and_not_left_out(pdf):
    made = publication()._replace(blocks=(Paragraph(Phrase.of("學")),))
    with pytest.raises(UsageError, match="the font of PDF lacks these letters: 學; write the document as"):
        pdf(made)


def test_a_missing_extra_says_what_to_install(pdf):
    with (
        mock.patch.dict(sys.modules, {"typst": None}),
        pytest.raises(EdureportError, match=r"PDF needs the extra 'pdf'; .* 'edureport\[pdf\]'"),
    ):
        pdf(publication())


def table_rows(data):
    """Each row of each table as pairs: what a cell is, and which way it heads others."""
    found = []

    def walk(node):
        node = node.get_object()
        for below in node if isinstance(node, pypdf.generic.ArrayObject) else [node]:
            element = below.get_object()
            if not isinstance(element, pypdf.generic.DictionaryObject):
                continue
            if element.get("/S") == "/TR":
                found.append([cell(one.get_object()) for one in element["/K"]])
            elif "/K" in element:
                walk(element["/K"])

    def cell(element):
        attributes = element.get("/A", [])
        scopes = [one.get_object().get("/Scope") for one in attributes]
        return element["/S"], next(filter(None, scopes), None)

    walk(read(data).trailer["/Root"]["/StructTreeRoot"]["/K"])
    return found


def test_the_first_cell_of_each_row_heads_it(pdf):
    rows = table_rows(pdf(publication("ru")))
    heads = [row for row in rows if all(cell == ("/TH", "/Column") for cell in row)]
    others = [row for row in rows if row not in heads]
    assert heads
    assert len(others) > 20
    for row in others:
        assert row[0] == ("/TH", "/Row")
        assert set(row[1:]) == {("/TD", None)}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ("ThreadPoolBuildError { kind: IOError(Os { code: 11, kind: WouldBlock", MemoryError),
        ("database must contain this font", ImportError),
    ],
)
def test_what_the_system_refuses_typst_is_told_as_such(monkeypatch, said, error):
    def panic(*_, **__):
        raise PanicError(said)

    monkeypatch.setattr("typst.compile", panic)
    with pytest.raises(error):
        write(publication("en"), io.BytesIO(), Style("pdf", "en"))


def test_pictures_have_the_letters_that_they_were_made_with(monkeypatch):
    """A font that typst could not open it does without, and says nothing; a text may look like a picture."""
    compiled = typst.compile
    monkeypatch.setattr("typst.compile", lambda *one, **more: compiled(*one, **more | {"font_paths": []}))
    with pytest.raises(ImportError):
        write(publication("en"), io.BytesIO(), Style("pdf", "en"))
    words = Paragraph(Phrase.of('"kind": "picture" and <text>'))
    write(publication("en")._replace(blocks=(words,)), io.BytesIO(), Style("pdf", "en"))


class PanicError(BaseException):
    """As that of Rust, which is no Exception."""
