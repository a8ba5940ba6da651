"""The words by which texts state time, one module of tables per language; loaded when times are read.

The tags of the tables are the same in every language, and `pieces` and `times` say where they are used.
"""

from functools import cache
from importlib import import_module
from typing import cast

from edureport.prose.lexicon import MODULES
from edureport.prose.phrases import Phrases


@cache
def timewords(language: str) -> Phrases:
    """The phrases of time of a language of MODULES."""
    return cast(Phrases, import_module(f"{__name__}.{MODULES[language]}").PHRASES)
