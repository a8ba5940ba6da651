"""What reading needs to know of a language: a folder for each; `language` has what holds without one."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from edureport.prose.grammar.language import Language


def codes() -> tuple[str, ...]:
    """The languages that texts are read in: those that have a folder here; OSError if that cannot be told."""
    names = (path.name for folder in __path__ for path in Path(folder).iterdir())  # a glob would skip some
    return tuple(sorted(name for name in names if name.isalpha()))


@cache
def load(code: str) -> "Language":
    """The language of a folder; loaded when a text is read."""
    return cast("Language", import_module(f"{__name__}.{code}").LANGUAGE)
