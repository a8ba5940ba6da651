"""Encodings: read where they are marked or certain, refused with the place where they are not."""

import codecs
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edureport.errors import ReportError
from edureport.reading.encodings import decode

RUSSIAN = "В городе Примеров более 300 школ, из них 250 государственных.\nПрирост – 5 ± 1 %, «Заря».\n"
KAZAKH = (
    "Мысалдар қаласында 300-ден астам мектеп бар, соның ішінде 250 мектеп мемлекеттік.\n"
    "Үш жылда оқушылардың саны өсті, ұстаздар біліктілігін арттырды, әр ғимарат жөнделді.\n"
)
ENGLISH = "The city of Examples has more than 300 schools.\n"


def refused(data):
    with pytest.raises(ReportError) as caught:
        decode(data, "made-up.txt")
    (problem,) = caught.value.problems
    place = problem.place
    return problem.message.key, place.line, place.column, problem.message.values.get("position")


@pytest.mark.parametrize("text", [RUSSIAN, KAZAKH, ENGLISH, "1"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_with_and_without_a_mark(text, encoding):
    assert decode(text.encode(encoding), "made-up.txt") == text


def test_utf_16_with_the_mark_of_the_other_order():
    assert decode(codecs.BOM_UTF16_BE + RUSSIAN.encode("utf-16-be"), "made-up.txt") == RUSSIAN


def test_text_is_not_composed_or_decomposed():
    apart = unicodedata.normalize("NFD", "Мысалдар қалайы мектебі")
    assert apart != unicodedata.normalize("NFC", apart)
    assert decode(apart.encode(), "made-up.txt") == apart


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1251"])
def test_line_ends_become_those_of_python(end, encoding):
    assert decode(RUSSIAN.replace("\n", end).encode(encoding), "made-up.txt") == RUSSIAN


@pytest.mark.parametrize("sign", ["\f", "\v", "\t", "\x07", "\x1b"])
def test_signs_that_print_nothing_stay(sign):
    assert decode(f"one{sign}two".encode(), "made-up.txt") == f"one{sign}two"


# Code pages


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (RUSSIAN, "kz1048"), (KAZAKH, "kz1048"), (KAZAKH, "ptcp154")],
)
def test_a_code_page_is_read_where_it_is_certain(text, encoding):
    assert decode(text.encode(encoding), "made-up.txt") == text


def test_latin_letters_that_look_cyrillic_do_not_disturb():
    text = RUSSIAN.replace("городе", "гopoде").replace("школ", "шкoл")
    assert decode(text.encode("cp1251"), "made-up.txt") == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        (RUSSIAN, "mac-cyrillic"),
        (RUSSIAN.upper(), "cp1251"),  # small letters in KOI8-R
        (RUSSIAN[:30], "cp1251"),  # too short to be certain
        ("Загальна кількість шкіл міста Прикладів перевищує триста, є ґанок і під'їзд.", "cp1251"),
        ("Агульная колькасць школ горада Прыкладаў перавышае трыста, ў горадзе ўсё.", "cp1251"),
        ("Бројот на училишта во градот на примери е над триста, ќе расте, ѕвезда.", "cp1251"),
        ("Ο αριθμός των σχολείων της πόλης των παραδειγμάτων είναι μεγαλύτερος από τριακόσια", "cp1253"),
        ("מספר בתי הספר בעיר הדוגמאות גדול משלוש מאות והוא גדל בכל שנה במדינה הזאת", "cp1255"),
        ("Les écoles de la ville ont été créées à côté du château où les élèves étaient " * 5, "cp1252"),
    ],
)
def test_what_could_be_another_encoding_is_refused(text, encoding):
    data = text.encode(encoding, "replace")
    first = next(place for place, byte in enumerate(data) if byte > 0x7F)
    assert refused(data) == ("text.encoding", 1, first + 1, first + 1)


def test_a_broken_letter_in_utf_8_has_its_line_column_and_byte():
    data = RUSSIAN.encode() + "Школ\n".encode()[:-2] + b"\n"
    assert refused(data) == ("text.encoding", 3, 4, len(data) - 1)


def test_what_is_marked_as_utf_16_must_be_it():
    assert refused(codecs.BOM_UTF16_LE + "a\nb".encode("utf-16-le") + b"\x00\xd8") == ("text.utf16", 2, 2, 9)


@pytest.mark.parametrize("data", [b"a\0b", b"\0", b"\0\xff\0\xfe\0", codecs.BOM_UTF8 + b"a\0"])
def test_a_zero_byte_is_in_no_text(data):
    assert refused(data) == ("text.binary", None, None, None)


# Whatever comes in


@given(st.binary())
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data, "made-up.txt")
    except ReportError:
        return
    assert "\0" not in text
    assert "\r" not in text


@given(st.text(st.characters(exclude_characters="\0\r", exclude_categories=["Cs"])))
def test_utf_8_is_never_taken_for_something_else(text):
    assert decode(codecs.BOM_UTF8 + text.encode(), "made-up.txt") == text


@given(st.text("абвгқңі AB1.\n", min_size=1))
def test_utf_16_of_prose_is_read_without_a_mark(text):
    assert decode(text.encode("utf-16-le"), "made-up.txt") == text
    assert decode(text.encode("utf-16-be"), "made-up.txt") == text
