"""What is wrong with the text of a file: its signs, and what libyaml does not understand of it."""

import codecs
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from edureport.errors import ReportError
from edureport.message import message
from edureport.problem import Place, Problem, Problems

MOST_CONTROLS = 100  # whose places are reported

# Control characters, line separators and the marks that reorder what a terminal shows.
CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
)
# Spaces that do not indent: a key behind them would have them in its name.
_NO_INDENT = r"^ *([\u00a0\u2000-\u200a\u202f\u205f\u3000])[^\S\n]*(?:- |[^\s:#]+:(?:\s|$))"
_PIECE = 2**16  # characters that are looked at together


def checked(data: bytes, path: str) -> str:
    """The text of a file in UTF-8 that has no signs that are not allowed; lines end with a line feed."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")) or data[:4].count(0) > 1:
        raise ReportError.at(path, "yaml.utf16")
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise ReportError.at(
            Place(path, line, column), "yaml.encoding", byte=f"0x{data[error.start]:02x}"
        ) from None
    if not text or text.isspace():
        raise ReportError.at(path, "yaml.empty")
    if "\r\n" in text:
        text = text.replace("\r\n", "\n")
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    if all(piece.replace("\n", "").isprintable() for piece in pieces):  # letters, signs, spaces, as in most
        return text
    if "\t" in text or CONTROL.search(text):
        raise ReportError.all_of(_controls(text, path))
    if not text.isascii() and (spaces := re.search(_NO_INDENT, text, re.MULTILINE)):
        (_, place), *_ = _placed(text, iter([spaces]), path)
        raise ReportError.at(place, "yaml.no_indent", code=f"U+{ord(spaces[1]):04X}")
    return text


def _controls(text: str, path: str) -> Problems:
    """The tabs and control characters of a text: the first of each with their places."""
    problems = Problems()
    for pattern in (re.compile("\t"), CONTROL):
        matches = islice(pattern.finditer(text), MOST_CONTROLS)
        for sign, place in _placed(text, matches, path):
            control = message("yaml.control", code=f"U+{ord(sign):04X}")
            problems.note(Problem(message("yaml.tab") if sign == "\t" else control, place))
    letters = (letter for letter in set(text) if letter == "\t" or CONTROL.match(letter))
    problems.omitted = sum(map(text.count, letters)) - len(problems)
    return problems


def _placed(text: str, matches: Iterator[re.Match[str]], path: str) -> Iterator[tuple[str, Place]]:
    """What was matched, and where; lines are counted from one match to the next."""
    line, counted = 1, 0
    for match in matches:
        start = match.start()
        line += text.count("\n", counted, start)
        counted = start
        yield match[0], Place(path, line, start - text.rfind("\n", 0, start))


_KEY_ALONE = r" *[^\s:#'\"-][^\s:#]*(?=:)"  # the beginning of a line up to its colon
_BRACKETS = frozenset("[]{}")


def syntax_problem(error: Any, text: str, path: str) -> Problem:
    """What libyaml found in a text, by its error, where somebody has to mend it."""
    said = f"{error.context or ''} {error.problem or ''}"
    key = next((key for words, key in _SYNTAX if words in said), "yaml.syntax")
    mark = error.problem_mark or error.context_mark
    # These are reported where they begin, not where the file ends.
    if key in ("yaml.no_colon", "yaml.quote", "yaml.block_scalar"):
        mark = error.context_mark or mark
    place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
    if mark and key in ("yaml.colon", "yaml.indentation") and (meant := _meant(text, mark.line, mark.column)):
        key, place = meant[0], Place(path, *meant[1:])
    return Problem.at(place, key)


def _meant(text: str, number: int, column: int) -> tuple[str, int, int] | None:
    """What is wrong and where if libyaml blames the colon behind a key; None if the colon is to blame."""
    *above, line = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[: number + 1]
    key = re.match(_KEY_ALONE, line)
    if key is None or key.end() < column:
        return None
    for at in range(number - 1, -1, -1):
        before = above[at].partition(" #")[0].rstrip()
        if before and not before.lstrip().startswith("#"):
            indent = _indent(before)
            if ": " in before:
                return ("yaml.indentation", number + 1, _indent(line) + 1) if _indent(line) > indent else None
            if before[indent] in "-\"'" or not _BRACKETS.isdisjoint(before):
                return None  # an item, a text or a list needs no colon
            return "yaml.no_colon", at + 1, indent + 1
    return None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


_SYNTAX = (  # words of libyaml, and what they mean to somebody who writes a report
    ("did not find expected comment or line break", "yaml.block_scalar"),
    ("chomping or indentation", "yaml.block_scalar"),
    ("an indentation indicator equal to 0", "yaml.block_scalar"),
    ("mapping values are not allowed", "yaml.colon"),
    ("could not find expected ':'", "yaml.no_colon"),
    ("unexpected end of stream", "yaml.quote"),
    ("while parsing a flow mapping", "yaml.bracket"),
    ("while parsing a flow sequence", "yaml.bracket"),
    ("while scanning an anchor", "yaml.sign"),
    ("while scanning an alias", "yaml.sign"),
    ("found character that cannot start any token", "yaml.sign"),
    ("while scanning a directive", "yaml.sign"),
    ("while parsing a tag", "yaml.sign"),
    ("while scanning a tag", "yaml.sign"),
    ("unknown escape character", "yaml.escape"),
    ("did not find expected hexdecimal number", "yaml.escape"),
    ("escape code", "yaml.escape"),
    ("while parsing a block", "yaml.indentation"),
)
