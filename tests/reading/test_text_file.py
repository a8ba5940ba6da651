"""Opening prose reports: which kind a file is, places in it, and what is no text."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.errors import EdureportError
from edureport.problem import Place
from edureport.reading import limits
from edureport.reading.document import BlockKind
from edureport.reading.text_file import Block, Document, load_text

MARKDOWN = "# Schools\n\nMore than 300 schools work in the\ncity of Examples.\n"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


class Input:
    """Standard input with these bytes."""

    def __init__(self, data):
        self.buffer = io.BytesIO(data)


@pytest.fixture
def load(tmp_path):
    """`load("made-up.txt", data)`: what a file of that name with these bytes is read as."""

    def read(name, data):
        path = tmp_path / name
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return load_text(str(path))

    return read


@pytest.fixture
def refused(load):
    """`refused("made-up.txt", data)`: the key of the message and its values."""

    def read(name, data):
        with pytest.raises(EdureportError) as caught:
            load(name, data)
        (problem,) = caught.value.problems
        assert problem.place.path.endswith(name)
        return problem.message.key, dict(problem.message.values)

    return read


def pieces(document):
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


AS_MARKDOWN = [("heading", "Schools"), ("paragraph", "More than 300 schools work in the\ncity of Examples.")]
AS_TEXT = [("paragraph", "# Schools"), ("paragraph", "More than 300 schools work in the\ncity of Examples.")]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("made-up.md", AS_MARKDOWN),
        ("made-up.MARKDOWN", AS_MARKDOWN),
        ("made-up.txt", AS_TEXT),
        ("made-up", AS_TEXT),
        ("made-up.yaml", AS_TEXT),
    ],
)
def test_markdown_is_known_by_its_name(load, name, expected):
    assert pieces(load(name, MARKDOWN)) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [(MARKDOWN, AS_MARKDOWN), ("- 5 schools", [("item", "5 schools")])]
)
def test_standard_input_is_read(monkeypatch, text, expected):
    monkeypatch.setattr("sys.stdin", Input(text.encode("utf-16")))
    document = load_text("-")
    assert document.path == "<stdin>"
    assert document.lined
    assert pieces(document) == expected


def test_a_closed_standard_input_is_told(monkeypatch):
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(EdureportError, match="<stdin>: standard input is closed"):
        load_text("-")


def test_a_path_is_as_good_as_its_name(tmp_path):
    path = tmp_path / "made-up.txt"
    path.write_text("5 schools", encoding="utf-8")
    assert load_text(path) == load_text(str(path))


def test_what_is_not_there_is_told(tmp_path):
    with pytest.raises(EdureportError, match="no such file"):
        load_text(str(tmp_path / "nowhere.txt"))


def test_a_file_has_the_size_of_a_report_at_most(refused, monkeypatch):
    monkeypatch.setattr(limits, "BYTES", 10)
    assert refused("made-up.txt", "5 schools, no more")[0] == "path.too_large"


# Places


def test_places_are_lines_and_columns_of_the_file(load):
    document = load("made-up.txt", "\ufeffОдна\r\n\r\nдве 300\r\n")
    path = document.path
    assert document.text == "Одна\n\nдве 300\n"
    assert document.place(0) == Place(path, 1, 1)
    assert document.place(document.text.index("300")) == Place(path, 3, 5)
    assert document.place(len(document.text)) == Place(path, 4, 1)


@given(st.text("ab\n", min_size=1, max_size=30), st.data())
def test_a_place_leads_back_to_its_offset(text, data):
    offset = data.draw(st.integers(0, len(text)))
    place = Document("made-up.txt", text, (), lined=True).place(offset)
    before = text.split("\n")[: place.line - 1]
    assert sum(len(line) + 1 for line in before) + place.column - 1 == offset


def test_a_document_without_lines_has_the_name_of_the_file():
    assert Document("made-up.docx", "a\n\nb", (), lined=False).place(3) == Place("made-up.docx")


def test_the_block_of_an_offset_is_found():
    blocks = (
        Block(2, 5, BlockKind.PARAGRAPH, 1),
        Block(5, 8, BlockKind.CELL, 1, 1, 1),
        Block(10, 11, BlockKind.ITEM, 2),
    )
    document = Document("made-up.txt", "x" * 12, blocks, lined=True)
    numbers = [blocks.index(block) if (block := document.block(place)) else None for place in range(12)]
    assert numbers == [None, None, 0, 0, 0, 1, 1, 1, None, None, 2, None]


def test_a_document_without_blocks_has_none_at_any_offset():
    assert Document("made-up.txt", "", (), lined=True).block(0) is None


# What is no text


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", ("text.kind", {"kind": "PDF"})),
        (rb"{\rtf1\ansi 300}", ("text.kind", {"kind": "RTF"})),
        (rb"{\pard \ql 300\par}", ("text.kind", {"kind": "RTF"})),  # a part of one
        (b"PK\x03\x04 cut off", ("word.broken", {})),
        (b"PAR1\x15\x04", ("text.table", {"kind": "Parquet"})),
        (b"\x1f\x8b\x08\x00", ("text.kind", {"kind": "GZIP"})),
        (b"7z\xbc\xaf'\x1c\x00", ("text.kind", {"kind": "7z"})),
        (b"Rar!\x1a\x07\x00", ("text.kind", {"kind": "RAR"})),
        (b"\x89PNG\r\n\x1a\n\0", ("text.image", {"kind": "PNG"})),
        (b"\xff\xd8\xff\xe0\0", ("text.image", {"kind": "JPEG"})),
        (b"GIF89a\1\0", ("text.image", {"kind": "GIF"})),
        (b"II*\0\x08", ("text.image", {"kind": "TIFF"})),
        (b"MM\0*\0", ("text.image", {"kind": "TIFF"})),
        (_OLE + "WordDocument".encode("utf-16-le"), ("text.old_office", {"kind": "DOC"})),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), ("text.password", {"kind": "Office"})),
        (_OLE + "Workbook".encode("utf-16-le"), ("text.table", {"kind": "XLS"})),
        (_OLE + "PowerPoint DocumentEncryptedPackage".encode("utf-16-le"), ("text.kind", {"kind": "PPT"})),
        (b"<!-- 300 --> <!-- of 400 -->\n<html>", ("text.kind", {"kind": "HTML"})),
        (b'<?xml version="1.0"?><w:wordDocument>300', ("text.kind", {"kind": "XML"})),
        (
            b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n",
            ("text.kind", {"kind": "MHT"}),
        ),
        (b"<!DOCTYPE html>\n<p>300", ("text.kind", {"kind": "HTML"})),
        ("<html><p>Более 300".encode("utf-16"), ("text.kind", {"kind": "HTML"})),
        (b' <?xml version="1.0"?>\n<HTML lang="ru">', ("text.kind", {"kind": "HTML"})),
        (b"\x7fELF\x02\x01\x01\0\0", ("text.binary", {})),
        (b"", ("text.empty", {})),
        (b"\xef\xbb\xbf", ("text.empty", {})),
        ("\n\t\u00a0\f\n".encode(), ("text.empty", {})),
    ],
)
@pytest.mark.parametrize("name", ["made-up.txt", "made-up.docx"])
def test_what_is_no_text_is_told_with_its_kind(refused, name, data, expected):
    key, values = refused(name, data)
    assert (key, {what: value for what, value in values.items() if what != "file"}) == expected
    assert values.get("file", name).endswith(name)


@pytest.mark.parametrize("text", ["<p>300 schools</p>", "html 5", "% PDF-1", "BM 5", "PK 5"])
def test_text_that_begins_strangely_is_text(load, text):
    assert load("made-up.txt", text).text == text


def test_no_text_of_a_file_reaches_the_message(refused):
    key, values = refused("made-up.txt", b"\x1b[31m\xff\xfe\x1b")
    assert (key, values) == ("text.encoding", {"byte": "0xff", "position": 6})


@given(data=st.binary(max_size=200), suffix=st.sampled_from([".txt", ".md", ".docx"]))
def test_any_bytes_are_a_document_or_refused(tmp_path_factory, data, suffix):
    path = tmp_path_factory.getbasetemp() / f"made-up{suffix}"
    path.write_bytes(data)
    try:
        document = load_text(str(path))
    except EdureportError:
        return
    assert document.text.strip()
    assert {block.kind for block in document.blocks} <= {"paragraph", "heading", "item", "cell"}
