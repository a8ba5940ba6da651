"""Stems: what the forms of a word share, so that «мектептерінде» meets «мектептер».

Russian and English stems are those of the Snowball stemmers (https://snowballstem.org). Kazakh, for
which there is none, puts endings one behind the other; they are cut off from the end by a table.
What is left need not be a word, and words of one stem may differ in meaning: stems are evidence.
"""

from collections.abc import Callable
from functools import cache, lru_cache

from edureport.prose.text.tokens import tokens

_ENDINGS = (
    # of nouns: plural, possessive, case, and the one that makes an adjective of a place
    "лар лер дар дер тар тер ы і сы сі ым ім ның нің дың дің тың тің ға ге қа ке на не ды ді ты ті ны ні "
    "ын ін сын сін да де та те нда нде дан ден тан тен нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі "
    # of verbs: participles, converbs, the past and the present
    "ған ген қан кен ып іп атын етін йтын йтін ады еді йды йді ылады іледі уда уде мақ мек"
)
_LONGEST_FIRST = tuple(sorted(_ENDINGS.split(), key=len, reverse=True))
_ROUNDS = 4
_LEAST = 4  # letters that an ending leaves; a long ending may leave one less
_VOICED = str.maketrans("ғгб", "қкп")  # орталығы, мектебі: a last consonant softens before a vowel


def stems(text: str, language: str) -> list[str]:
    """The stems of the words of a text, in order."""
    return [stem(token.text, language) for token in tokens(text, language) if token.is_word]


@lru_cache(maxsize=50_000)
def stem(word: str, language: str) -> str:
    """The stem of a folded word, as `tokens` gives it."""
    return _kazakh(word) if language == "kk" else _snowball(language)(word)


def _kazakh(word: str) -> str:
    for _ in range(_ROUNDS):
        for ending in _LONGEST_FIRST:
            rest = len(word) - len(ending)
            if word.endswith(ending) and rest >= _LEAST - (len(ending) > 2):
                word = word[:rest]
                break
        else:
            break
    if len(word) > _LEAST and word[-1] in "ае":  # қорға-ған, but қорғ-ады
        word = word[:-1]
    return word[:-1] + word[-1:].translate(_VOICED)


@cache
def _snowball(language: str) -> Callable[[str], str]:
    # Imported here: reading a Kazakh text needs no other stemmer.
    if language == "ru":
        from snowballstemmer.russian_stemmer import RussianStemmer as Stemmer
    else:
        from snowballstemmer.english_stemmer import EnglishStemmer as Stemmer
    stemmer = Stemmer()
    return lambda word: str(stemmer.stemWord(word))
