"""Folding: each letter of a text on its own, whatever stands beside it, with its place."""

import unicodedata

import pytest

from edureport.prose.text.folding import fold

EVERYDAY = [chr(code) for code in (*range(1, 0x250), *range(0x400, 0x530), *range(0x2010, 0x2030))]


@pytest.mark.parametrize("beside", ["a", "\u0436"])
def test_a_letter_is_folded_alone_as_in_a_word(beside):
    for letter in EVERYDAY:
        if letter.isprintable() and not unicodedata.combining(letter):
            alone, inside = fold(letter), fold(f"{beside}{letter}{beside}")
            assert inside.text == f"{beside}{alone.text}{beside}"
            assert inside.starts == [0, *(1 for _ in alone.text), 2]


@pytest.mark.parametrize(
    ("text", "folded", "starts", "ends"),
    [
        ("aи\u0306b", "aйb", [0, 1, 3], [1, 3, 4]),  # a letter and the mark above it
        ("A\ufb01B", "afib", [0, 1, 1, 2], [1, 2, 2, 3]),  # a ligature
        ("x\ue000y\u00adz", "xyz", [0, 2, 4], [1, 4, 5]),  # what was taken out, and a hyphen that is not seen
        ("\u0130Ё\t\u2212", "\u0130е \u2212", [0, 1, 2, 3], [1, 2, 3, 4]),  # a small letter of two characters
    ],
)
def test_places_are_kept(text, folded, starts, ends):
    assert fold(text) == (folded, starts, ends)
