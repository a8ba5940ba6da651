"""What reading needs to know of a language: a folder for each; `language` has what holds without one."""

import errno
import os
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from edureport.prose.grammar.language import Language


def codes() -> tuple[str, ...]:
    """The languages that texts are read in: those that have a folder here; OSError if that cannot be told."""
    names = (path.name for folder in __path__ for path in Path(folder).iterdir())  # a glob would skip some
    found = tuple(sorted(name for name in names if name.isalpha()))
    if not found:  # as some systems answer for a folder that is gone
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), *__path__)
    return found


@cache
def load(code: str) -> "Language":
    """The language of a folder; loaded when a text is read."""
    return cast("Language", import_module(f"{__name__}.{code}").LANGUAGE)
