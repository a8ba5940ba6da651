"""Collation for Kazakh and Russian, whose letters are not in alphabetic order in Unicode."""

from collections.abc import Callable

_ALPHABETS = {
    "kk": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ru": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
}

Key = tuple[tuple[int, int], ...]


def collation(language: str) -> Callable[[str], Key]:
    """A sort key for words: signs, digits, Latin letters, then the alphabet; capitals as small letters."""
    places = {letter: (1, number) for number, letter in enumerate(_ALPHABETS.get(language, ""))}

    def key(text: str) -> Key:
        return tuple(places.get(letter, (0, ord(letter))) for letter in text.casefold())

    return key
