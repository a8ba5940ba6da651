"""What reading needs to know of a language: a folder for each; `language` has what holds without one."""

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from edureport.prose.grammar.language import Language


def codes() -> tuple[str, ...]:
    """The languages that texts are read in: those that have a folder here."""
    folders = (Path(folder) for folder in __path__)
    return tuple(sorted(path.parent.name for folder in folders for path in folder.glob("[a-z]*/__init__.py")))


@cache
def load(code: str) -> "Language":
    """The language of a folder; loaded when a text is read."""
    return cast("Language", import_module(f"{__name__}.{code}").LANGUAGE)
