"""Widths of columns on paper: what stands indented has room for its longest word, too."""

import pytest

from edureport.formats.documents.widths import measured


def test_the_longest_word_of_a_part_has_room_beside_its_indentation():
    columns = [["Municipal"], ["1"]]
    plain, parts = (measured(["A", "B"], columns, [False] * 2, [one, False], 30) for one in (False, True))
    assert sum(plain[1]) == pytest.approx(30) == sum(parts[1])
    narrow = [measured(["A", "B"], columns, [False] * 2, [one, False], 1)[1] for one in (False, True)]
    assert narrow[1][0] > narrow[0][0]
