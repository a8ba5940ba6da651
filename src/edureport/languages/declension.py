"""Names and units in a case, where the rules of a language leave no doubt; None where they do."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# Kazakh: the ending follows the last sound, its vowel the last vowel of the word.
_BACK, _FRONT = "аоұыуяюё", "әеөүіэи"
_EITHER = "уи"  # follow the vowel before them: оқу, беру
_HARD = "пфкқтсшщчцхһбвгд"  # what is voiceless, or is spoken so at the end of a word
_NASAL = "мнң"
_ABBREVIATED = 2  # letters: «га»
_GENITIVE = ("тың", "тің", "ның", "нің", "дың", "дің")  # behind hard sounds; nasals and vowels; others
_DATIVE = ("қа", "ке", "ға", "ге")  # behind hard sounds; others
_ABLATIVE = ("тан", "тен", "нан", "нен", "дан", "ден")  # behind hard sounds; nasals; others

# Russian: what a public body is called by, before what stays as it is: «Управление образования города».
_BODIES: Mapping[str, str] = MappingProxyType(
    {
        "Агентство": "Агентства",
        "Администрация": "Администрации",
        "Акимат": "Акимата",
        "Аппарат": "Аппарата",
        "Бюро": "Бюро",
        "Департамент": "Департамента",
        "Дирекция": "Дирекции",
        "Инспекция": "Инспекции",
        "Институт": "Института",
        "Комитет": "Комитета",
        "Министерство": "Министерства",
        "Отдел": "Отдела",
        "Служба": "Службы",
        "Управление": "Управления",
        "Центр": "Центра",
    }
)
# The second word agrees with the first, and would change with it: «Управление городское».
_AGREES = re.compile(r"\w+(?:ый|ий|ой|ая|яя|ое|ее)", re.IGNORECASE)


def genitive(name: str, language: str) -> str | None:
    """The name of a public body in the genitive: «Управления образования», «басқармасының»."""
    if language == "ru":
        first, space, rest = name.partition(" ")
        if first not in _BODIES or _AGREES.fullmatch(rest.partition(" ")[0]):
            return None
        return f"{_BODIES[first]}{space}{rest}"
    if language != "kk" or (sound := _last_sound(name)) is None:
        return None
    place = 0 if sound in _HARD else 2 if sound in _NASAL or sound in _BACK + _FRONT else 4
    return name + _GENITIVE[place + _is_front(name)]


def dative(noun: str) -> str | None:
    """A Kazakh noun in the dative: «теңгеге», «мектепке», «орынға»."""
    sound = _last_of_noun(noun)
    return sound and noun + _DATIVE[(0 if sound in _HARD else 2) + _is_front(noun)]


def ablative(noun: str) -> str | None:
    """A Kazakh noun in the ablative: «теңгеден», «мектептен», «адамнан»."""
    sound = _last_of_noun(noun)
    return (
        sound and noun + _ABLATIVE[(0 if sound in _HARD else 2 if sound in _NASAL else 4) + _is_front(noun)]
    )


def _last_of_noun(noun: str) -> str | None:
    """The same of a noun that is no abbreviation, and takes its ending without an н: not «жұмыс күні»."""
    owned = " " in noun and noun[-1] in "ыі"
    return None if owned or len(noun.rpartition(" ")[2]) <= _ABBREVIATED else _last_sound(noun)


def _last_sound(text: str) -> str | None:
    """The letter that a Kazakh text ends in; None where its last word is none that can be read aloud."""
    last = text.rpartition(" ")[2]
    letters = set(last.lower())
    if not last.replace("-", "").isalpha() or last.isupper() or not letters & set(_BACK + _FRONT):
        return None
    return last[-1].lower()


def _is_front(text: str) -> bool:
    """Whether the ending of a word has a vowel of the front."""
    vowels = [letter for letter in text.rpartition(" ")[2].lower() if letter in _BACK + _FRONT]
    telling = [letter for letter in vowels if letter not in _EITHER]
    return (telling or vowels)[-1] in _FRONT
