"""The file of a first report: a template with comments in the language of the reader."""

import re
from collections.abc import Mapping
from pathlib import Path

import yaml

from edureport.authoring.schema import FIRST_LINE

FOLDER = Path(__file__).parent


def template(language: str, given: Mapping[str, str | None]) -> str:
    """The template; what is `given` for keys of its head is filled in."""
    text = (FOLDER / f"template.{language}.yaml").read_text(encoding="utf-8")
    for key, words in given.items():
        if words:
            line = f"  {key}: {words if key == 'period' else one_line(words)}"
            text = re.sub(f"^  {key}:", lambda _, line=line: line, text, count=1, flags=re.MULTILINE)  # type: ignore[misc]
    return f"{FIRST_LINE}\n{text}"


def one_line(text: str) -> str:
    """A text as YAML in one line, in quotes where it needs them; what is not seen is written as numbers."""
    words = " ".join(text.split())
    dumped = yaml.safe_dump(words, allow_unicode=words.isprintable(), width=10 * len(text) + 1000)
    return dumped.split("\n")[0]
