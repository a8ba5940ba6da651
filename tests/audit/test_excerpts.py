"""Excerpts: the words of a text that stand for a figure in a table."""

import pytest

from edureport.audit.messages import excerpt
from edureport.prose import read


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("640 teachers, or 64% of the 1,000 teachers, were trained.", "64% of the 1,000 teachers"),
        ("Охват вырос с 64 % до 91,4 %.", "64 % до 91,4 %"),
        ("There are 64 schools. 12 of them are new.", "64 schools"),
    ],
)
def test_an_excerpt_ends_before_a_sign_but_not_within_a_number(text, shown):
    language = "en" if text.isascii() else "ru"
    (figure,) = (
        one for one in read(text, language).figures if one.words.startswith("64") and one.words != "640"
    )
    assert excerpt(text, figure) == shown
