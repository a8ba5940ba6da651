"""Marked and pasted text says what the plain words say."""

import pytest
from snapshots import corpora

from edureport import prose
from edureport.reading.markup import pasted, unmarked

EVERY = 6  # of so many sentences one is marked
SENTENCES = [one for texts in corpora().values() for one in texts if len(one[1]) < 400][::EVERY]


def emphasis(text, figure):
    return f"{text[: figure.start]}**{text[figure.start : figure.end]}**{text[figure.end :]}", unmarked


def link(text, figure):
    return (
        f"{text[: figure.start]}[{text[figure.start : figure.end]}](a.html#b){text[figure.end :]}",
        unmarked,
    )


def tag(text, figure):
    words = text[figure.start : figure.end]
    return f"{text[: figure.start]}<b class='x'>{words}</b>{text[figure.end :]}", pasted


def note(text, figure):
    return f"{text[: figure.end]}[^2]{text[figure.end :]}", unmarked


def raised_note(text, figure):
    return f"{text[: figure.end]}<sup>2</sup>{text[figure.end :]}", pasted


def struck_out(text, figure):
    return f"{text[: figure.start]}~~17~~{text[figure.start :]}", unmarked


def entity(text, figure):
    number = text[figure.start : figure.end].replace(" ", "&nbsp;")
    return f"{text[: figure.start]}{number}{text[figure.end :]}", pasted


MARKS = [emphasis, link, tag, note, raised_note, struck_out, entity]


@pytest.mark.parametrize("mark", MARKS, ids=[mark.__name__ for mark in MARKS])
def test_a_mark_changes_no_figure(mark):
    different = []
    for language, text in SENTENCES:
        figures = prose.read(text, language).figures
        if not figures:
            continue
        marked, clean = mark(text, figures[-1])
        again = prose.read(clean(marked), language).figures
        if read(again) != read(figures):
            different.append((text, read(figures), read(again)))
    assert not different


def read(figures):
    return [(figure.stated, figure.upper, figure.bound, figure.kind) for figure in figures]


@pytest.mark.parametrize(
    ("clean", "marked", "words"),
    [
        (pasted, "Schools:<br>250", ["250"]),
        (pasted, "120 ты-\nсяч детей", ["120 тысяч"]),
        (pasted, "250<!-- was 240 --> schools", ["250"]),
        (unmarked, "250 \\* 2", ["250", "2"]),
        (unmarked, "![a map](map_12.png) with 40 roads", ["40"]),
        (pasted, "In 2024 <*> there were 40 <1> roads", ["2024", "40"]),
        (pasted, "1\\. Roads: 40", ["1", "40"]),
        (unmarked, "2*3 roads", ["2", "3"]),
        (pasted, "See https://example.org/region_2_12/?a=5, with 40 roads", ["40"]),
        (pasted, "www.example.org/5.3: 40 roads", ["40"]),
        (unmarked, "By <https://example.org/206-schools-77>. There are 40 roads", ["40"]),
        (unmarked, "40 roads ([map](https://example.org/map_7))", ["40"]),
    ],
)
def test_what_is_left(clean, marked, words):
    language = "ru" if "т" in marked else "en"
    assert len(clean(marked)) == len(marked)
    assert [figure.words for figure in prose.read(clean(marked), language).figures] == words
