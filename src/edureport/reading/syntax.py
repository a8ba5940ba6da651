"""What is wrong where libyaml understands nothing any more, in words for somebody who writes a report."""

import re

import yaml

from edureport.problem import Place, Problem

_KEY_ALONE = r" *[^\s:#'\"-][^\s:#]*(?=:)"  # the beginning of a line up to its colon
_BRACKETS = frozenset("[]{}")


def syntax_problem(error: yaml.MarkedYAMLError, text: str, path: str) -> Problem:
    """What libyaml found in a text, where somebody has to mend it."""
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
