"""Word files: the text that is printed, in the order of the file; broken and hostile ones are refused."""

import io
import struct
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from edureport.errors import EdureportError
from edureport.problem import Place
from edureport.reading import limits, word_file, word_part
from edureport.reading.limits import Limits

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"


def xml(body, root="document", namespace=W):
    spaces = f'xmlns:w="{namespace}" xmlns:mc="{MC}" xmlns:m="{M}"'
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {spaces}>{body}</w:{root}>'.encode()


def packed(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def word(body, **parts):
    """A Word file with this body and these other parts in the folder word."""
    others = {f"word/{name}.xml": data for name, data in parts.items()}
    return packed({"word/document.xml": xml(f"<w:body>{body}</w:body>"), **others})


def run(text, properties=""):
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content, properties=""):
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def cell(content, properties=""):
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def read(data):
    return word_file.read(data, "made-up.docx", Limits())


def pieces(data):
    found = read(data)
    return [(block.kind, found.text[block.start : block.end]) for block in found.blocks]


def texts(data):
    return [text for _, text in pieces(data)]


def cells(data):
    found = read(data)
    return [
        (block.number, block.row, block.column, found.text[block.start : block.end])
        for block in found.blocks
        if block.kind == "cell"
    ]


def refused(data):
    with pytest.raises(EdureportError) as caught:
        read(data)
    (problem,) = caught.value.problems
    assert problem.place.path == "made-up.docx"
    return problem.message.key


# A file as a word processor writes it


@pytest.fixture
def made():
    """A document of python-docx, and the bytes that it saves."""
    found = docx.Document()

    def save():
        out = io.BytesIO()
        found.save(out)
        return out.getvalue()

    return found, save


def test_a_merged_cell_covers_rows_and_columns(made):
    found, save = made
    table = found.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Kind"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "2025"
    for column, text in enumerate(("boys", "girls"), 1):
        table.cell(1, column).text = text
    covered = [(block.row, block.column, block.rows, block.columns) for block in read(save()).blocks]
    assert covered == [(1, 1, 2, 1), (1, 2, 1, 2), (2, 2, 1, 1), (2, 3, 1, 1)]


def test_paragraphs_headings_items_and_tables_come_in_order(made):
    found, save = made
    found.add_heading("Report of the city of Examples", 0)
    found.add_heading("Schools", 1)
    found.add_paragraph("More than 300 schools.")
    found.add_paragraph("  ")
    found.add_paragraph("250 state", style="List Bullet")
    table = found.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Kind", "2025"
    table.cell(1, 0).text, table.cell(1, 1).text = "Private", "50"
    found.add_paragraph("50 private", style="List Number 2")
    found.add_paragraph("The end.")
    found.sections[0].header.paragraphs[0].text = "Page 7"
    assert pieces(save()) == [
        ("heading", "Report of the city of Examples"),
        ("heading", "Schools"),
        ("paragraph", "More than 300 schools."),
        ("item", "250 state"),
        *(("cell", text) for text in ("Kind", "2025", "Private", "50")),
        ("item", "50 private"),
        ("paragraph", "The end."),
    ]
    assert cells(save()) == [(1, 1, 1, "Kind"), (1, 1, 2, "2025"), (1, 2, 1, "Private"), (1, 2, 2, "50")]


def test_blocks_are_apart_by_an_empty_line_and_numbered(made):
    found, save = made
    found.add_heading("Schools")
    found.add_paragraph("300")
    document = read(save())
    assert document.text == "Schools\n\n300"
    assert [block.number for block in document.blocks] == [1, 2]
    assert not document.lined
    assert document.place(9) == Place("made-up.docx")


def test_merged_cells_are_read_once(made):
    found, save = made
    table = found.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "down"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "across"
    assert cells(save()) == [
        (1, 1, 1, "down"),
        (1, 1, 2, "across"),
        (1, 2, 2, "11"),
        (1, 2, 3, "12"),
        (1, 3, 1, "20"),
        (1, 3, 2, "21"),
        (1, 3, 3, "22"),
    ]


def test_a_table_in_a_cell_has_a_number_of_its_own(made):
    found, save = made
    outer = found.add_table(1, 2)
    outer.cell(0, 0).text = "before"
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "inner"
    outer.cell(0, 0).add_paragraph("after")
    outer.cell(0, 1).text = "last"
    assert cells(save()) == [(1, 1, 1, "before"), (2, 1, 1, "inner"), (1, 1, 1, "after"), (1, 1, 2, "last")]


def test_the_paragraphs_of_a_cell_are_one_cell(made):
    found, save = made
    inside = found.add_table(1, 1).cell(0, 0)
    inside.text = "Number"
    inside.add_paragraph("of schools")
    assert cells(save()) == [(1, 1, 1, "Number\n\nof schools")]


def test_tabs_and_line_breaks_are_white_space_of_the_text(made):
    found, save = made
    found.add_paragraph("a\tb\nc")
    assert texts(save()) == ["a\tb\nc"]


def test_insertions_in_a_real_file_are_read(made):
    found, save = made
    changed = found.add_paragraph("There are ")
    insertion = f'<w:ins {nsdecls("w")} w:id="1"><w:r><w:t>300</w:t></w:r></w:ins>'
    deletion = f'<w:del {nsdecls("w")} w:id="2"><w:r><w:delText>200</w:delText></w:r></w:del>'
    changed._p.append(parse_xml(deletion))
    changed._p.append(parse_xml(insertion))
    changed.add_run(" schools")
    assert texts(save()) == ["There are 300 schools"]


# What is text and what is not


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (run("3") + run("00"), "300"),
        (f"<w:ins>{run('5')}</w:ins>", "5"),
        (f"<w:del>{run('5')}</w:del>", ""),
        (f"<w:del><w:ins>{run('5')}</w:ins></w:del>", ""),
        (f"<w:moveFrom>{run('5')}</w:moveFrom>", ""),
        (f"<w:moveTo>{run('5')}</w:moveTo>", "5"),
        (f"<w:hyperlink>{run('5')}</w:hyperlink>", "5"),
        (f"<w:sdt><w:sdtContent>{run('5')}</w:sdtContent></w:sdt>", "5"),
        (f'<w:fldSimple w:instr="PAGE 7">{run("5")}</w:fldSimple>', "5"),
        ("<w:r><w:instrText>PAGE 7</w:instrText></w:r>", ""),
        ("<w:r><w:footnoteReference w:id='7'/></w:r>", ""),
        (run("5", "<w:vanish/>"), ""),
        (run("5", "<w:vanish w:val='0'/>"), "5"),
        (run("5", "<w:vanish/>") + run("6"), "6"),
        ("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/></w:r>", "a-b"),
        ("<w:r><w:t>a</w:t><w:cr/><w:t>b</w:t><w:br w:type='page'/><w:t>c</w:t></w:r>", "a\nb\nc"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>5</w:t></w:r>", "≥5"),
        ("<w:r><w:sym w:font='Wingdings' w:char='F0B3'/><w:t>5</w:t></w:r>", "\ufffd5"),
        ("<m:oMath><m:r><m:t>≥ 5</m:t></m:r></m:oMath>", "≥ 5"),
        (f"<w:ruby><w:rt>{run('7')}</w:rt><w:rubyBase>{run('5')}</w:rubyBase></w:ruby>", "5"),
        ("<w:r><w:t>a &amp; b &#1178;</w:t></w:r>", "a & b Қ"),
        ("<w:r><w:t>a&#13;b</w:t></w:r>", "a\nb"),
        ("stray" + run("5"), "5"),
    ],
)
def test_the_text_is_what_is_printed(content, text):
    before = paragraph(run("Before"))
    assert texts(word(before + paragraph(content))) == ["Before", text][: 2 if text else 1]


def test_tab_stops_are_no_text():
    stops = "<w:tabs><w:tab w:val='left' w:pos='720'/></w:tabs>"
    assert texts(word(paragraph(run("5"), stops))) == ["5"]


def test_a_text_box_is_read_once_beside_its_paragraph():
    box = f"<w:txbxContent>{paragraph(run('In the box'))}</w:txbxContent>"
    both = (
        f"<w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(word(paragraph(run("One ") + both + run("two")))) == ["One two", "In the box"]


def test_controls_around_paragraphs_are_read_through():
    assert texts(word(f"<w:sdt><w:sdtContent>{paragraph(run('5'))}</w:sdtContent></w:sdt>")) == ["5"]


def test_cells_are_counted_by_the_columns_of_the_grid():
    first = f"<w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell(paragraph(run('a')))}"
    second = cell(paragraph(run("b")), "<w:gridSpan w:val='2'/>") + cell(paragraph(run("c")))
    rows = f"<w:tr>{first}</w:tr><w:tr>{second}</w:tr>"
    assert cells(word(f"<w:tbl>{rows}</w:tbl>")) == [(1, 1, 2, "a"), (1, 2, 1, "b"), (1, 2, 3, "c")]


@pytest.mark.parametrize("span", ["0", "-1", "99999", "", "x"])
def test_a_width_that_makes_no_sense_is_one_column(span):
    row = cell(paragraph(run("a")), f"<w:gridSpan w:val='{span}'/>") + cell(paragraph(run("b")))
    assert cells(word(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")) == [(1, 1, 1, "a"), (1, 1, 2, "b")]


def test_rows_and_cells_outside_a_table_are_paragraphs():
    stray = "<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>"
    body = stray + cell(paragraph(run("a")), "<w:gridSpan w:val='2'/><w:vMerge/>") + "</w:tr>"
    assert pieces(word(body)) == [("paragraph", "a")]


def style(name, own="", base="", key="1"):
    based = f"<w:basedOn w:val='{base}'/>" if base else ""
    return f"<w:style w:styleId='{key}'><w:name w:val='{name}'/>{based}<w:pPr>{own}</w:pPr></w:style>"


_NUMBERED = "<w:numPr><w:numId w:val='3'/></w:numPr>"
_NOT_NUMBERED = "<w:numPr><w:numId w:val='0'/></w:numPr>"
_USE = "<w:pStyle w:val='1'/>"


@pytest.mark.parametrize(
    ("styles", "properties", "kind"),
    [
        (style("heading 2"), _USE, "heading"),
        (style("Title"), _USE, "heading"),
        (style("Own", "<w:outlineLvl w:val='0'/>"), _USE, "heading"),
        (style("Own", "<w:outlineLvl w:val='9'/>"), _USE, "paragraph"),
        (style("Own", base="2") + style("heading 1", key="2"), _USE, "heading"),
        (style("Own", base="1"), _USE, "paragraph"),
        (style("List Bullet", _NUMBERED), _USE, "item"),
        (style("List Bullet", _NUMBERED), _USE + _NOT_NUMBERED, "paragraph"),
        (style("heading 1"), _USE + _NUMBERED, "heading"),
        ("", _USE, "paragraph"),
        ("", "<w:outlineLvl w:val='1'/>", "heading"),
        ("", _NUMBERED, "item"),
        ("", f"<w:pPrChange><w:pPr>{_NUMBERED}</w:pPr></w:pPrChange>", "paragraph"),
    ],
)
def test_styles_and_properties_tell_headings_and_items(styles, properties, kind):
    data = word(paragraph(run("5"), properties), styles=xml(styles, "styles"))
    assert pieces(data) == [(kind, "5")]


def test_a_table_of_contents_is_not_read():
    body = paragraph(run("Schools 12"), _USE) + paragraph(run("Schools"))
    assert texts(word(body, styles=xml(style("toc 1"), "styles"))) == ["Schools"]


def test_notes_come_after_the_text():
    notes = {name: xml(paragraph(run(name)), name) for name in ("endnotes", "footnotes")}
    assert texts(word(paragraph(run("text")), **notes)) == ["text", "footnotes", "endnotes"]


@pytest.mark.parametrize("name", ["word/document.xml", "word/document2.xml"])
@pytest.mark.parametrize("namespace", [W, STRICT])
def test_other_word_processors(name, namespace):
    body = f"<w:body>{paragraph(run('Мектеп'))}</w:body>"
    assert texts(packed({name: xml(body, namespace=namespace)})) == ["Мектеп"]


def test_xml_in_utf_16():
    data = xml(f"<w:body>{paragraph(run('Мектеп'))}</w:body>").decode().replace("UTF-8", "UTF-16")
    assert texts(packed({"word/document.xml": data.encode("utf-16")})) == ["Мектеп"]


# What is refused


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("xl/workbook.xml", r"is a table \(XLSX\)"),
        ("ppt/presentation.xml", "a file of the kind PPTX"),
        ("content.xml", "a file of the kind OpenDocument"),
        ("made-up.txt", "a file of the kind ZIP"),
    ],
)
def test_other_zips_are_told_with_their_kind(name, said):
    with pytest.raises(EdureportError, match=said):
        read(packed({name: "<x/>"}))


def test_text_in_a_part_of_its_own_is_told_and_not_passed_over():
    assert refused(word(paragraph(run("5")) + "<w:altChunk/>")) == "word.elsewhere"


def test_a_namespace_that_each_name_would_repeat_is_refused():
    def elements(namespace):
        return "".join(f'<x:a{number} xmlns:x="{namespace}"/>' for number in range(3))

    assert texts(word(elements("x" * 500) + paragraph(run("5")))) == ["5"]
    assert refused(word(elements("x" * 501) + paragraph(run("5")))) == "word.broken"


def bomb(size):
    return packed({"word/document.xml": b"<a>" + b" " * size + b"</a>"})


def lying(data, size):
    """The zip with another size of what it holds, both beside the data and in its directory."""
    for signature, place in ((b"PK\3\4", 22), (b"PK\1\2", 24)):
        start = data.index(signature) + place
        data = data[:start] + struct.pack("<L", size) + data[start + 4 :]
    return data


_ENTITIES = (
    b"<!DOCTYPE a [<!ENTITY b 'bbbbbbbbbb'><!ENTITY c '&b;&b;&b;&b;&b;&b;'>]><w:p xmlns:w='"
    + W.encode()
    + b"'/>"
)
_OUTSIDE = b"<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///made-up'>]><a>&b;</a>"


@pytest.mark.parametrize(
    "part",
    [
        b"",
        b"no xml",
        xml("<w:p>")[:-5],
        b"<a></b>",
        b"\xff\xfe<a/>",
        b"<a>\xd0</a>",
        b"<?xml version='1.0' encoding='rot13'?><a>\xff</a>",
        b"<!DOCTYPE a><a/>",
        _ENTITIES,
        _OUTSIDE,
        b"<a>&b;</a>",
        b"<a b='1' b='2'/>",
    ],
)
def test_broken_and_hostile_xml_is_refused(part):
    assert refused(packed({"word/document.xml": part})) == "word.broken"


@pytest.mark.parametrize("name", ["styles", "footnotes"])
def test_broken_parts_are_refused(name):
    assert refused(word(paragraph(run("5")), **{name: b"<a>"})) == "word.broken"


def test_a_file_without_text_is_told():
    assert refused(word("")) == "text.empty"
    assert refused(word(paragraph(run(" ")))) == "text.empty"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packings_that_word_does_not_use_are_refused(method):
    assert refused(packed({"word/document.xml": xml("")}, method)) == "word.broken"


def test_a_password_is_told():
    data = word(paragraph(run("5")))
    start = data.index(b"PK\1\2") + 8
    assert refused(data[:start] + b"\1\0" + data[start + 2 :]) == "text.password"


def test_no_more_is_unpacked_than_a_file_may_have(monkeypatch):
    monkeypatch.setattr(limits, "UNPACKED", 2**20)
    assert refused(bomb(2**20)) == "word.too_large"
    assert refused(lying(bomb(2**24), 100)) == "word.broken"
    halves = {name: xml(" " * 600_000, name) for name in ("footnotes", "endnotes")}
    assert refused(word(paragraph(run("5")), **halves)) == "word.too_large"


def test_what_a_bomb_says_to_hold_is_all_that_is_unpacked(monkeypatch):
    sizes = []
    real = zipfile.ZipExtFile.read

    def watch(part, size=-1):
        data = real(part, size)
        sizes.append((size, len(data)))
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", watch)
    monkeypatch.setattr(limits, "UNPACKED", 2**16)
    assert refused(bomb(2**24)) == "word.too_large"
    assert sizes == [(2**16 + 1, 2**16 + 1)]


def test_the_number_of_files_in_the_zip_is_bounded():
    assert refused(packed({f"{number}": b"" for number in range(limits.MEMBERS + 1)})) == "word.members"


def test_elements_are_counted(monkeypatch):
    monkeypatch.setattr(limits, "ELEMENTS", 20)
    assert texts(word("<w:p/>" * 10 + paragraph(run("5"))))
    assert refused(word("<w:p/>" * 20)) == "word.elements"


def test_paragraphs_are_counted(monkeypatch):
    monkeypatch.setattr(limits, "PIECES", 20)
    assert refused(word("<w:p/>" * 21)) == "text.pieces"


@pytest.mark.parametrize(
    ("start", "end"),
    [("<w:a>", "</w:a>"), ("<w:p>", "</w:p>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")],
)
def test_nesting_has_no_end(start, end):
    inside = paragraph(run("5"))
    assert texts(word(start * 20_000 + inside + end * 20_000)) == ["5"]


@pytest.fixture(scope="module")
def small():
    """A small file with a bit of everything."""
    table = f"<w:tbl><w:tr>{cell(paragraph(run('7')))}</w:tr></w:tbl>"
    styles = xml(style("heading 1"), "styles")
    return word(paragraph(run("Schools"), _USE) + paragraph(run("300")) + table, styles=styles)


@pytest.mark.parametrize("offset", [2**62, 2**63, 2**64 - 1])
def test_a_file_that_begins_beyond_all_files_is_refused(offset):
    """The directory of a zip may give a place in 64 bits, which Python's files do not all take."""
    data = bytearray(word(paragraph(run("5"))))
    entry = data.index(b"PK\x01\x02")
    extra = struct.pack("<HHQ", 1, 8, offset)  # APPNOTE.TXT of PKWARE, 4.5.3
    struct.pack_into("<H", data, entry + 30, len(extra))
    struct.pack_into("<L", data, entry + 42, 0xFFFFFFFF)
    name = entry + 46 + len("word/document.xml")
    data[name:name] = extra
    end = data.index(b"PK\x05\x06")
    (size,) = struct.unpack_from("<L", data, end + 12)
    struct.pack_into("<L", data, end + 12, size + len(extra))
    assert refused(bytes(data)) == "word.broken"


def is_read(data):
    """Whether the data are a document; anything raised but an EdureportError fails the test."""
    try:
        return bool(read(data).text)
    except EdureportError:
        return False


def test_a_file_that_is_cut_off_is_refused(small):
    assert is_read(small)
    lengths = range(0, len(small), 7)
    assert [length for length in lengths if is_read(small[:length])] == []


@settings(max_examples=300)
@given(data=st.data())
def test_a_file_with_changed_bytes_is_read_or_refused(small, data):
    changed = bytearray(small)
    for _ in range(data.draw(st.integers(1, 4))):
        changed[data.draw(st.integers(0, len(small) - 1))] = data.draw(st.integers(0, 255))
    assert is_read(bytes(changed)) in (True, False)


_NAMES = sorted(
    word_part.SKIPPED | set(word_file.Body("", Limits(), {}).on_start) | {"w:r", "w:rPr", "w:pPr", "w:numPr"}
)
_ELEMENTS = st.recursive(
    st.sampled_from(["5", " "]) | st.sampled_from(_NAMES).map(lambda name: f"<{name} w:val='1'/>"),
    lambda inner: st.tuples(st.sampled_from(_NAMES), st.lists(inner, max_size=4)).map(
        lambda made: f"<{made[0]}>{''.join(made[1])}</{made[0]}>"
    ),
    max_leaves=20,
)


@given(_ELEMENTS)
def test_any_order_of_elements_is_read_or_refused(body):
    assert is_read(packed({"word/document.xml": xml(body)}, zipfile.ZIP_STORED)) in (True, False)


def test_what_is_struck_out_is_not_read_and_a_raised_number_is_a_mark():
    struck = run("40 ", "<w:strike/>")
    text = paragraph(run("has ") + struck + run("250") + run("1", "<w:vertAlign w:val='superscript'/>"))
    assert texts(word(text)) == ["has 250¹"]
