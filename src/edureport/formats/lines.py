"""Lines of a terminal: folded to its width, in colours; rich measures the text."""

import re
from collections.abc import Callable, Iterator

from rich.cells import cell_len

_WORD = re.compile(r"(?<! )( *)((?:[^ ]| (?=[–—→]))+)")  # a dash does not begin a line
Paint = Callable[[str, str], str]  # a text in a style, "bold cyan", or as it is

# What terminals know them as (ECMA-48, 8.3.117). Rich writes the same, but to load it is 3 % of a run.
_STYLES = {"bold": 1, "dim": 2, "red": 31, "green": 32, "yellow": 33, "blue": 34, "cyan": 36}


def painter(*, color: bool) -> Paint:
    """What sets a text in colours, or leaves it as it is."""
    if not color:
        return lambda text, _: text

    def paint(text: str, style: str) -> str:
        if not text or not style:
            return text
        return f"\x1b[{';'.join(str(_STYLES[word]) for word in style.split())}m{text}\x1b[0m"

    return paint


def paragraph(text: str, width: int | None, paint: Paint, style: str) -> str:
    """The text in lines that each end in a line end; on one line where there is no width."""
    lines = [text] if width is None else folded(text, width)
    return "".join(paint(line, style) + "\n" for line in lines)


def folded(text: str, width: int) -> list[str]:
    """The text in lines of this width, broken at spaces; longer words are broken anywhere."""
    if cell_len(text) <= width:
        return [text]
    words = text.strip(" ")
    indent = text[: len(text) - len(text.lstrip(" "))][: width - 1]
    return [indent + words[start:end] for start, end in folds(words, width - len(indent), _WORD)]


def folds(text: str, width: int, words: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where lines of this width begin and end: between `words` (blanks, then the word), or anywhere."""
    text = text.rstrip(" ")
    start = used = 0
    for word in words.finditer(text):
        blanks, size = len(word[1]), cell_len(word[2])
        if used + blanks + size > width:
            if word.start() > start:
                yield start, word.start()
            start, used, blanks = word.start(2), 0, 0
        used += blanks
        if used + size <= width:
            used += size
            continue
        # Letter by letter the line is not measured: it has no end if its letters have no width.
        for place, letter in enumerate(word[2], word.start(2)):
            if used + cell_len(letter) > width:
                yield start, place
                start, used = place, 0
            used += cell_len(letter)
    yield start, len(text)
