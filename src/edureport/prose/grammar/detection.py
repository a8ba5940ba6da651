"""The language of a text, by its letters and its commonest words."""

from edureport.prose.text.folding import fold

_KAZAKH = frozenset("әғқңөұүһі")
_WORDS = {
    "kk": frozenset({"және", "мен", "бен", "пен", "үшін", "ішінде", "жылы", "бұл", "астам", "саны", "мың"}),
    "ru": frozenset({"и", "в", "на", "из", "по", "для", "года", "более", "не", "с", "это", "них", "всего"}),
    "en": frozenset({"the", "of", "and", "in", "to", "a", "for", "more", "than", "which", "were", "was"}),
}
_LATIN_KAZAKH = frozenset(
    {"jáne", "jane", "zháne", "zhane", "men", "bul", "úshin", "ushin", "jyly", "zhyly", "jyl", "zhyl", "sany"}
)
SAMPLE = 20_000  # characters; the language of a report shows in its first pages


def language_of(text: str) -> str:
    """The code kk, ru or en: what most words and letters of the beginning of the text point to.

    Kazakh in Latin letters is kk as well, though its figures cannot be read: better than to misread them.
    """
    folded = fold(text[:SAMPLE]).text
    latin = sum("a" <= letter <= "z" for letter in folded)
    cyrillic = sum("а" <= letter <= "я" or letter in _KAZAKH for letter in folded)
    words = [word.strip(".,:;()«»") for word in folded.split()]
    score = {code: sum(word in known for word in words) for code, known in _WORDS.items()}
    if latin > cyrillic:
        return "kk" if sum(word in _LATIN_KAZAKH for word in words) > score["en"] else "en"
    own = sum(letter in _KAZAKH for letter in folded)
    # One letter in seven of a Kazakh text is one that Russian lacks; names bring a few into Russian ones.
    # Even in a short one of a single such letter, no Russian word stands beside it.
    kazakh = own * 25 > cyrillic or score["kk"] > score["ru"] or (own and not score["ru"])
    return "kk" if kazakh else "ru"
