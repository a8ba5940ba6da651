"""Lines: folding at spaces, within words where it must be, and in time that grows with the text."""

from unittest import mock

import pytest
from rich.cells import cell_len

from edureport.formats import lines


@pytest.mark.parametrize(
    ("text", "width", "folded"),
    [
        ("one two", 7, ["one two"]),
        ("one two", 6, ["one", "two"]),
        ("  one two", 6, ["  one", "  two"]),
        ("one – two", 6, ["one –", "two"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("ab 日本語", 5, ["ab", "日本", "語"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_a_text_is_folded_to_the_width(text, width, folded):
    assert lines.folded(text, width) == folded
    assert all(cell_len(line) <= width for line in folded)


@pytest.mark.parametrize("letter", ["\u0301", "\u200b", "a", "日"])
def test_a_letter_is_measured_a_few_times(letter):
    measured = 0

    def counted(text):
        nonlocal measured
        measured += len(text)
        return cell_len(text)

    text = "a" * 20 + " " + "b" + letter * 10_000
    with mock.patch.object(lines, "cell_len", counted):
        found = lines.folded(text, 10)
    assert "".join(found) == text.replace(" ", "")
    assert measured < 4 * len(text)
