"""Work grows no faster than the text, whatever every sentence of it says."""

import pytest
from work import work

ADJECTIVES = ["red", "blue", "green", "large", "small", "new", "old", "rural", "urban", "private"]
NOUNS = ["schools", "parks", "clubs", "libraries", "bridges", "halls", "farms", "ports", "mills", "shops"]
SENTENCES = {
    "figures": "There are {number} {adjective} {noun} in district {number}. ",
    "targets": "The plan is to open {number} {adjective} {noun} by 2030. ",
    "claims": "All {adjective} {noun} of district {number} have a library. ",
    "done": "{number} {adjective} {noun} were opened. It is planned to open {number} {noun} in 2030. ",
    "earlier": "In 2024 there were {number} {adjective} {noun}. ",
}


def text_of(sentence, count):
    return "".join(
        sentence.format(
            number=number, adjective=ADJECTIVES[number % 10], noun=f"{NOUNS[number // 10 % 10]}{number}"
        )
        for number in range(100, 100 + count)
    )


@pytest.mark.parametrize("sentence", SENTENCES.values(), ids=SENTENCES)
def test_long_texts(drafted, sentence):
    drafted(text_of(sentence, 1), "en")  # the words are loaded
    once, sixteenfold = (
        work("drafting", lambda count=count: drafted(text_of(sentence, count), "en")) for count in (5, 80)
    )
    assert sixteenfold < 16 * once


def test_a_long_list(drafted):
    def listing(count):
        return "There are " + ", ".join(f"{number} clubs" for number in range(100, 100 + count)) + "."

    drafted(listing(1), "en")
    once, sixteenfold = (
        work("drafting", lambda count=count: drafted(listing(count), "en")) for count in (20, 320)
    )
    assert sixteenfold < 17 * once
