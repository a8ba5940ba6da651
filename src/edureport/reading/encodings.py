"""Text of bytes: in UTF-8, and in another encoding only where it is marked or certain.

An encoding is certain if the bytes read as prose in it and as no other prose in any of the others.
The code pages are those of Kazakhstan: cp1251, and KZ-1048 and PT154, which put Kazakh letters in
place of signs and letters of cp1251: https://www.iana.org/assignments/character-sets
"""

import codecs
import re

from edureport.errors import ReportError
from edureport.problem import Place

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CODE_PAGES = ("cp1251", "kz1048", "ptcp154")

_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"
_KAZAKH = "әғқңөұүһі"
_CYRILLIC = frozenset(_RUSSIAN + _KAZAKH + _RUSSIAN.upper() + _KAZAKH.upper())
_VOWELS = frozenset("аеёиоуыэюяәөұүі")
_BESIDE_CP1251 = frozenset(_KAZAKH) - {"і"}
_SIGNS = frozenset("\t\n\v\f\r\xa0\xad«»–—…„“”‚‘’•·№§©®°±€™")
_PRINTED = frozenset(map(chr, range(0x20, 0x7F))) | _CYRILLIC | _SIGNS
_WIDE = _PRINTED | frozenset(map(chr, [*range(0xA0, 0x100), *range(0x400, 0x460), *range(0x2010, 0x2030)]))

_CONTROL = re.compile(b"[\x00-\x08\x0e-\x1f]")  # a byte of nearly every letter in UTF-16
_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 100_000  # characters whose words are looked at
_FEWEST = 40  # Cyrillic letters that make a guess certain
_KAZAKH_LETTERS = 6  # different ones; languages with other letters in their places share fewer


def decode(data: bytes, path: str) -> str:
    """The text without a byte order mark, line ends as in Python; ReportError if no text, or not certain."""
    text = _text(data, path)
    if "\0" in text:
        raise ReportError.at(path, "text.binary")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _text(data: bytes, path: str) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data.removeprefix(mark), encoding, path, len(mark))
    controls = _CONTROL.search(data)
    utf8 = _decoded(data, "utf-8")
    certain = set()
    if controls:  # UTF-16 without a mark may be valid UTF-8 too, with many control characters
        wide = [_decoded(data, encoding) for encoding in ("utf-16-le", "utf-16-be")]
        certain = {text for text in wide if text and _WIDE.issuperset(text)}
    if not certain and utf8 is not None:
        return utf8
    if not controls:
        pages = [_decoded(data, encoding) for encoding in _CODE_PAGES]
        certain = {text for text in pages if text and _is_prose(text)}
    return certain.pop() if len(certain) == 1 else _strictly(data, "utf-8", path)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _strictly(data: bytes, encoding: str, path: str, skipped: int = 0) -> str:
    """The text; `skipped` bytes of the file come before the data."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in data and encoding == "utf-8":
            raise ReportError.at(path, "text.binary") from None
        before = data[: error.start].decode(encoding)
        place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
        byte = f"0x{data[error.start]:02x}"
        position = skipped + error.start + 1
        key = "text.encoding" if encoding == "utf-8" else "text.utf16"
        raise ReportError.at(place, key, byte=byte, position=position) from None


def _is_prose(text: str) -> bool:
    """Whether this is beyond doubt Russian or Kazakh: others have capitals in words, signs, few vowels."""
    if not _PRINTED.issuperset(text):
        return False
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii()]
    letters = "".join(words)
    if len(letters) < _FEWEST:
        return False
    orderly = sum(len(word) == 1 or word[1:].islower() or word.isupper() for word in words)
    small = sum(map(str.islower, letters))
    vowels = sum(letter in _VOWELS for letter in letters.lower())
    cyrillic = sum(letter in _CYRILLIC for letter in letters)
    used = set(letters.lower())
    return (
        orderly >= 0.95 * len(words)
        and small >= 0.5 * len(letters)
        and 0.3 * len(letters) <= vowels <= 0.55 * len(letters)
        and cyrillic >= 0.9 * len(letters)
        and (not used & _BESIDE_CP1251 or ("ы" in used and len(used & set(_KAZAKH)) >= _KAZAKH_LETTERS))
    )
