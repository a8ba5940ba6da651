"""Comments in the author's own Word file: at the figures, with all else as it was."""

import io

import pytest
from docx import Document
from docx.oxml.ns import qn

from edureport.errors import UsageError
from edureport.formats import Base, Style
from edureport.formats.marked_word import write
from edureport.marked import MarkedText, TextBlock, TextMark
from edureport.message import message

LINES = ["Report", "There are 4 clubs and 1,520 pupils.", "First of 7", "12", "Not found"]


def word_file(change=id):
    """A file whose lines are a heading, a paragraph in several runs, an item and a cell."""
    document = Document()
    document.add_heading(LINES[0], 1)
    paragraph = document.add_paragraph("There are ")
    paragraph.add_run("4 clu").bold = True
    paragraph.add_run("bs and 1,5").italic = True
    paragraph.add_run("20 pupils.")
    document.add_paragraph(LINES[2], style="List Number")
    document.add_table(1, 2, style="Table Grid").cell(0, 1).text = LINES[3]
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def marked(*figures):
    """The text of the file, with these words marked; what the file lacks is a block, too."""
    text, blocks = "\n\n".join(LINES), []
    for line in LINES:
        start = text.index(line)
        blocks.append(TextBlock(start, start + len(line), "paragraph"))
    marks = [
        TextMark(
            start := text.index(words),
            start + len(words),
            "contradicted",
            message("audit.two", one="A", other="B"),
        )
        for words in figures
    ]
    return MarkedText("audit", message("title.audit_alone", text="made-up.docx"), "en", text, marks, blocks)


def commented(text, data, language="en"):
    out = io.BytesIO()
    write(text, out, Style("docx", language, base=Base("made-up.docx", data)))
    return Document(io.BytesIO(out.getvalue()))


def anchored(document):
    """For each comment the letters between its ends."""
    result = {}
    for start in document.element.body.iter(qn("w:commentRangeStart")):
        words, one = "", start.getnext()
        while one.tag != qn("w:commentRangeEnd"):
            words += "".join(text.text or "" for text in one.iter(qn("w:t")))
            one = one.getnext()
        result[int(start.get(qn("w:id")))] = words
    return result


def test_comments_stand_at_the_figures_and_say_the_verdict():
    document = commented(marked("4", "1,520", "7", "12"), word_file())
    said = {one.comment_id: one.text for one in document.comments}
    by_words = {words: said[number] for number, words in anchored(document).items()}
    assert list(by_words) == ["Report", "4", "1,520", "7", "12"]
    assert all(text == "✗ contradicted: A; B" for words, text in by_words.items() if words != "Report")
    assert by_words["Report"].endswith("4 figures\ncontradicted: 4")


def test_text_format_and_tables_stay_as_they_were():
    data = word_file()
    before, after = Document(io.BytesIO(data)), commented(marked("4", "1,520", "12"), data)
    assert [one.text for one in after.paragraphs] == [one.text for one in before.paragraphs]
    assert [one.style.name for one in after.paragraphs] == [one.style.name for one in before.paragraphs]
    assert after.tables[0].cell(0, 1).text == LINES[3]

    def bold(document):
        return "".join(run.text for run in document.paragraphs[1].runs if run.bold)

    assert bold(after) == bold(before) == "4 clu"


def test_what_stands_nowhere_in_the_body_is_in_the_first_comment():
    document = commented(marked("12", "found"), word_file())
    (first,) = (one.text for one in document.comments if "figures" in one.text)
    assert "found – ✗ contradicted: A; B" in first


def test_deletions_and_hidden_words_are_passed_over_and_comments_of_others_stay():
    def change(document):
        paragraph = document.paragraphs[1]
        document.add_comment(paragraph.runs[0], "of the author", "A", "a")
        paragraph.runs[0].add_text("hidden 4 ")
        run = paragraph.insert_paragraph_before("").add_run("4 clubs, hidden")
        run.font.hidden = True

    data = word_file(change)
    document = commented(marked("1,520"), data)
    assert "of the author" in [one.text for one in document.comments]
    assert "1,520" in anchored(document).values()


def test_the_same_input_has_the_same_bytes():
    written = []
    for _ in range(2):
        out = io.BytesIO()
        write(marked("4"), out, Style("docx", "kk", base=Base("made-up.docx", word_file())))
        written.append(out.getvalue())
    assert written[0] == written[1]


@pytest.mark.parametrize("base", [None, Base("made-up.docx", b"no zip")])
def test_without_a_word_file_it_is_said_what_to_do(base):
    with pytest.raises(UsageError):
        write(marked("4"), io.BytesIO(), Style("docx", "en", base=base))
