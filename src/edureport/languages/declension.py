"""Names and units in a case, where the rules of a language leave no doubt; None where they do."""

import re
from collections.abc import Mapping
from types import MappingProxyType

# Kazakh: the ending follows the last sound, its vowel the last vowel of the word.
_BACK, _FRONT = "аоұыуяю", "әеөүіэиё"
_EITHER = "уию"  # follow the vowel before them: оқу, беру, жою
_GLIDES = "уию"  # vowels in writing that end in a consonant: «берудің», «судың»
_HARD = "пфкқтсшщчцхһбвгд"  # what is voiceless, or is spoken so at the end of a word
_NASAL = "мнң"
_ABBREVIATED = 2  # letters: «га»
_GENITIVE = ("тың", "тің", "ның", "нің", "дың", "дің")  # behind hard sounds; nasals and vowels; others
_DATIVE = ("қа", "ке", "ға", "ге")  # behind hard sounds; others
_ABLATIVE = ("тан", "тен", "нан", "нен", "дан", "ден")  # behind hard sounds; nasals; others

# Words from Russian whose last syllable is of the front, whatever is before it: «журналистке», «рубльге».
_SOFT = re.compile(r".*(?:и(?:ст|зм|[рвк])|[еэиую]б?ль)")
# Those that take an і of their own or do not, as «пункт» and «банк»: that is not settled.
_UNSETTLED = re.compile(r".*(?:кт|ск|нк|рк|фт|нд|нг)")
# Who does something, which is no «саны» or «күші», somebody's: «оқушы», «әнші», «тәрбиеші».
_DOER = re.compile(r".*(?:[^аәеоөұүыіиэ]|\w{3}е)ш[ыі]")

# Russian: what a public body is called by, before what stays as it is: «Управление образования города».
_BODIES: Mapping[str, str] = MappingProxyType({
    "Агентство": "Агентства", "Администрация": "Администрации", "Акимат": "Акимата", "Аппарат": "Аппарата",
    "Бюро": "Бюро", "Департамент": "Департамента", "Дирекция": "Дирекции", "Инспекция": "Инспекции",
    "Институт": "Института", "Комитет": "Комитета", "Министерство": "Министерства", "Отдел": "Отдела",
    "Служба": "Службы", "Управление": "Управления", "Центр": "Центра",
})  # fmt: skip
# The second word agrees with the first, and would change with it: «Управление городское».
_AGREES = re.compile(r"\w+(?:ый|ий|ой|ая|яя|ое|ее)", re.IGNORECASE)


def genitive(name: str, language: str) -> str | None:
    """The name of a public body in the genitive: «Управления образования», «басқармасының»."""
    if language == "ru":
        first, space, rest = name.partition(" ")
        if first not in _BODIES or _AGREES.fullmatch(rest.partition(" ")[0]):
            return None
        return f"{_BODIES[first]}{space}{rest}"
    if language != "kk" or (sound := _last_sound(name)) is None or (front := _is_front(name)) is None:
        return None
    open_ended = sound in _BACK + _FRONT and sound not in _GLIDES
    place = 0 if sound in _HARD else 2 if sound in _NASAL or open_ended else 4
    return name + _GENITIVE[place + front]


def dative(noun: str) -> str | None:
    """A Kazakh noun in the dative: «теңгеге», «мектепке», «орынға»."""
    sound, front = _last_of_noun(noun), _is_front(noun)
    return None if sound is None or front is None else noun + _DATIVE[(0 if sound in _HARD else 2) + front]


def ablative(noun: str) -> str | None:
    """A Kazakh noun in the ablative: «теңгеден», «мектептен», «адамнан»."""
    sound, front = _last_of_noun(noun), _is_front(noun)
    if sound is None or front is None:
        return None
    return noun + _ABLATIVE[(0 if sound in _HARD else 2 if sound in _NASAL else 4) + front]


def _last_of_noun(noun: str) -> str | None:
    """The same of a noun that is no abbreviation, and takes its ending without an н: not «саны»."""
    owned = noun[-1:] in ("ы", "і") and (" " in noun or not _DOER.fullmatch(noun))
    return None if owned or len(noun.rpartition(" ")[2]) <= _ABBREVIATED else _last_sound(noun)


def _last_sound(text: str) -> str | None:
    """The letter that a Kazakh text ends in; None where its last word is none that can be read aloud."""
    last = text.rpartition(" ")[2]
    letters = set(last.lower())
    if not last.replace("-", "").isalpha() or last.isupper() or not letters & set(_BACK + _FRONT):
        return None
    return last[-1].lower()


def _is_front(text: str) -> bool | None:
    """Whether the ending of a word has a vowel of the front; None where no rule tells."""
    word = text.rpartition(" ")[2].lower()
    if _SOFT.fullmatch(word):
        return True
    vowels = [letter for letter in word if letter in _BACK + _FRONT]
    if not vowels or word[-1] in "ьъ" or _UNSETTLED.fullmatch(word):
        return None  # «медаль», «пункт»
    telling = [letter for letter in vowels if letter not in _EITHER]
    if telling and vowels[-1] == "и" and telling[-1] in _BACK:
        return None  # «тарих» is of the back, «такси» of the front
    if not telling and (vowels[-1] == "ю" or word[-1] == "и"):
        return None  # «кию», «ми»
    return (telling or vowels)[-1] in _FRONT
