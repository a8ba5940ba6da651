"""English."""

from edureport.prose.grammar.en import words
from edureport.prose.grammar.forms import Predicate, ending_in
from edureport.prose.grammar.language import Language
from edureport.prose.text.phrases import word_set

DETERMINERS = frozenset({"the", "our", "its", "their", "these"})


class English(Language, words=words):
    """The order of words says what endings say elsewhere."""

    code = "en"
    snowball = "English"
    decimal_comma = False
    glued_amounts = True
    common_words = word_set("the of and in to a for more than which were was")
    roman_lookalikes = frozenset({"xi"})
    articles = True
    month_first = True
    capital_months = True
    bare_years = True
    year_word_first = True
    bare_to = True
    hundred_joint = "and"
    endings = ("es", "s")
    people = frozenset({"person", "child"})
    pieces = frozenset({"unit", "item", "piece"})
    no_names = frozenset({"the", "report"})

    is_participle: Predicate = ending_in("ed")

    def lemma(self, word: str) -> str:
        """English: "libraries" is library, "boxes" box and "sites" site."""
        if known := self.known(word):
            return known
        if len(word) > 4 and word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith(("xes", "ches", "shes", "sses", "zes")):
            return word[:-2]
        plural = len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
        return word[:-1] if plural else word

    def is_counted(self, word: str) -> bool:
        return self.known(word) is not None or (word.endswith("s") and self.lemma(word) != word)

    def describes_next(self, word: str, following: str) -> bool:
        one = not word.endswith("s")
        return one and (self.known(word) is None or (following.endswith("s") and self.known(word) == word))

    def is_plural(self, word: str) -> bool | None:
        return word.endswith("s") and word not in DETERMINERS


LANGUAGE = English()
