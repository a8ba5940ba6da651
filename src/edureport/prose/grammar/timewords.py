"""The words by which texts state time, one module of tables per language; loaded when times are read.

The tags of the tables are the same in every language, and `pieces` and `times` say where they are used.
"""

from functools import cache
from importlib import import_module
from typing import cast

from edureport.prose.text.phrases import Phrases


@cache
def timewords(language: str) -> Phrases:
    """The phrases of time of a language that has a folder here."""
    return cast(Phrases, import_module(f"edureport.prose.grammar.{language}.times").PHRASES)
