"""Kyrgyz, as far as a text shows that it is in it: each of its letters is one of Kazakh, too."""

from edureport.prose.grammar.language import Language


class Kyrgyz(Language):
    """Nothing else is known of it."""

    code = "ky"
    latin = False
    own_letters = frozenset("ңөү")
    common_words = frozenset({"жана", "менен", "үчүн", "жылы"})


LANGUAGE = Kyrgyz()
