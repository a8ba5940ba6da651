"""Amounts in words, as officials write them: one module for each language, named by its code."""

from collections.abc import Callable
from importlib import import_module

from edureport.languages.amounts.plain import Plain


def writer(language: str, word: Callable[[str], str]) -> Plain:
    """How a language writes amounts; one without a module here puts words of its catalogue before them."""
    try:
        module = import_module(f"{__name__}.{language}")  # a run speaks one language alone
    except ModuleNotFoundError:
        return Plain(word)
    own: Plain = module.AMOUNTS(word)
    return own
