"""Texts in YAML: as scalars on one line, and as comments."""

import textwrap
from collections.abc import Iterator

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
