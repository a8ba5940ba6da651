"""Texts in YAML: as scalars on one line, and as comments."""

import textwrap
from collections.abc import Iterable, Iterator

import yaml

from edureport.drafting.names import cleaned

WIDTH = 100


def quoted(text: str) -> str:
    """A text as a scalar of YAML on one line."""
    seen = text.isprintable()  # else escaped: no text of a sheet can steer a terminal
    return str(yaml.safe_dump(text, default_style='"', allow_unicode=seen, width=10**6)).strip()


def plain(text: str) -> str:
    """The same, quoted only where it would be taken for something else."""
    seen = text.isprintable()
    return str(yaml.safe_dump(text, allow_unicode=seen, width=10**6)).split("\n", 1)[0]


def commented(text: str, indent: int) -> Iterator[str]:
    """A text as the lines of a comment."""
    start, text = f"{' ' * indent}# ", cleaned(text)
    if text and len(start) + len(text) <= WIDTH:
        return iter((start + text,))
    return (start + line for line in textwrap.wrap(text, WIDTH - len(start), break_on_hyphens=False))


def put_in_comments(lines: Iterable[str], indent: int) -> Iterator[str]:
    """Lines of YAML as comments that are those lines again when the marks, all at `indent`, are removed."""
    mark = f"{' ' * indent}# "
    return (mark + line[indent:] if line else "" for line in lines)
