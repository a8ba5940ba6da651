"""Usual passages of reports, right as they stand: nobody is accused, and most wrong digits are told."""

import pytest
from score_passages import KINDS, LANGUAGES, is_told, passages, read, score

TOLD = {  # of the wrong digits, at least so many of a kind; as score_passages.py counts them
    "kk": (99, 130, 151, 50),
    "ru": (105, 107, 143, 42),
    "en": (104, 124, 144, 39),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_right_passage_is_accused(language, tmp_path):
    accused = [one.text for one in passages(language) if is_told(read(one.text, language, tmp_path))]
    assert accused == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_wrong_digits_are_told(language):
    counts = score(language)
    lost = [kind for kind, least in zip(KINDS, TOLD[language], strict=True) if counts[kind, "told"] < least]
    assert lost == []
