"""The language of a text, by its letters and its commonest words."""

from edureport.prose.scripts import fold

_KAZAKH = frozenset("әғқңөұүһі")
_WORDS = {
    "kk": frozenset({"және", "мен", "бен", "пен", "үшін", "ішінде", "жылы", "бұл", "астам", "саны", "мың"}),
    "ru": frozenset({"и", "в", "на", "из", "по", "для", "года", "более", "не", "с", "это", "них", "всего"}),
    "en": frozenset({"the", "of", "and", "in", "to", "a", "for", "more", "than", "which", "were", "was"}),
}
SAMPLE = 20_000  # characters; the language of a report shows in its first pages


def language_of(text: str) -> str:
    """The code kk, ru or en: what most words and letters of the beginning of the text point to."""
    folded = fold(text[:SAMPLE]).text
    latin = sum("a" <= letter <= "z" for letter in folded)
    cyrillic = sum("а" <= letter <= "я" or letter in _KAZAKH for letter in folded)
    if latin > cyrillic:
        return "en"
    own = sum(letter in _KAZAKH for letter in folded)
    words = folded.split()
    score = {code: sum(word.strip(".,:;()«»") in known for word in words) for code, known in _WORDS.items()}
    # One letter in seven of a Kazakh text is one that Russian lacks; names bring a few into Russian ones.
    return "kk" if own * 25 > cyrillic or score["kk"] > score["ru"] else "ru"
