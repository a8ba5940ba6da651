"""Snowball's stemmers (https://snowballstem.org), each without those of forty other languages."""

import sys
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import cast

PACKAGE = "snowballstemmer"


Stem = Callable[[str], str]  # of a word


def stemmer(language: str) -> Stem:
    """What stems the words of a language, by its English name.

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
    return cast(Stem, getattr(module, f"{language}Stemmer")().stemWord)
