"""How many wrong digits are told in usual passages: `python tests/prose/score_passages.py [--list]`.

`passages/` has 120 of each language, made up by somebody who had not seen the program: changes, shares, sums
and others. In each stands one relation that is right; its numbers are in « ». Each of them is changed in its
first digit, and in its second. It is counted whether the program then tells of something that does not
follow, and in how many passages it sees what does. `--list` shows what is not told.
"""

import argparse
import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from edureport import prose
from edureport.prose.cells import TextCell
from edureport.prose.reading import Reading
from edureport.prose.relations.relation import Consistency
from edureport.reading.text_file import load_text

FOLDER = Path(__file__).with_name("passages")
LANGUAGES = ("kk", "ru", "en")
KINDS = ("change", "share", "sum", "other")
BROKEN = {Consistency.DOES_NOT_FOLLOW, Consistency.DOUBTFUL}
OTHER = 3  # what a digit is changed by, so that no number begins with 0


class Passage(NamedTuple):
    """A passage, where its numbers begin, and how they hang together."""

    language: str
    kind: str
    text: str
    starts: tuple[int, ...]


def passages(language: str) -> Iterator[Passage]:
    """The passages of a language."""
    for line in (FOLDER / f"{language}.txt").read_text("utf-8").splitlines():
        kind, marked = line.split("|", 1)
        text, starts = "", []
        for part in re.split("([«»])", marked.replace("\\n", "\n")):
            if part == "«":
                starts.append(len(text))
            elif part != "»":
                text += part
        yield Passage(language, kind, text, tuple(starts))


def wrong(passage: Passage) -> Iterator[str]:
    """The passage with another digit in one of its numbers, in each of the first two places of each."""
    for start in passage.starts:
        for at in (start, start + 1):
            if passage.text[at : at + 1].isdigit():
                digit = int(passage.text[at])
                other = digit + OTHER if digit + OTHER <= 9 else digit - OTHER
                yield f"{passage.text[:at]}{other}{passage.text[at + 1 :]}"


def read(text: str, language: str, folder: Path) -> Reading:
    """The reading of a text as that of a file, in which lines are lists."""
    path = folder / "passage.txt"
    path.write_text(f"{text}\n", "utf-8")
    document = load_text(str(path))
    return prose.read(document.prose, language, [TextCell(*one) for one in document.cells])


def is_told(reading: Reading) -> bool:
    """Whether something in it does not follow, or is doubtful."""
    return any(relation.verdict in BROKEN for relation in reading.relations)


def main() -> None:
    """Count and print a line for each language and kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--list", action="store_true", help="show what is not told")
    given = parser.parse_args()
    for language in LANGUAGES:
        counts = score(language, show=given.list)
        for kind in KINDS:
            told, changed = counts[kind, "told"], counts[kind, "changed"]
            seen, all_of_them = counts[kind, "seen"], counts[kind, "passages"]
            print(f"{language} {kind}: {told} of {changed} wrong digits told, {seen} of {all_of_them} seen")


def score(language: str, *, show: bool = False) -> Counter[tuple[str, str]]:
    """What is told of the passages of a language, by kind."""
    counts: Counter[tuple[str, str]] = Counter()
    with tempfile.TemporaryDirectory(prefix="edureport-passages-") as name:
        folder = Path(name)
        for passage in passages(language):
            holds = any(one.holds for one in read(passage.text, language, folder).relations)
            counts.update([(passage.kind, "passages"), *([(passage.kind, "seen")] if holds else [])])
            for text in wrong(passage):
                told = is_told(read(text, language, folder))
                counts.update([(passage.kind, "changed"), *([(passage.kind, "told")] if told else [])])
                if show and not told:
                    print(f"{language} {passage.kind}: {text!r}")
    return counts


if __name__ == "__main__":
    main()
