"""Snowball's stemmers (https://snowballstem.org), each without those of forty other languages."""

import sys
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Protocol, cast

PACKAGE = "snowballstemmer"


class Stemmer(Protocol):
    """The stemmer of one language."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802


def stemmer(language: str) -> Stemmer:
    """The stemmer of a language by its English name.

    The package imports all forty when it is run, which takes longer than a short text does; so it is not run
    here, and left to others as if nobody had asked for it.
    """
    spec = None if PACKAGE in sys.modules else find_spec(PACKAGE)
    if spec:
        sys.modules[PACKAGE] = module_from_spec(spec)
    try:
        module = import_module(f"snowballstemmer.{language.lower()}_stemmer")
    finally:
        if spec:
            del sys.modules[PACKAGE]
    return cast(Stemmer, getattr(module, f"{language}Stemmer")())
