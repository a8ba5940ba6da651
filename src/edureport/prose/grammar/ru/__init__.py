"""Russian."""

from edureport.prose.grammar.forms import Ending
from edureport.prose.grammar.language import Language
from edureport.prose.grammar.ru import morphology, words
from edureport.prose.text.phrases import word_set


class Russian(Language, words=words):
    """Prepositions and words before the number say how it is meant."""

    code = "ru"
    snowball = "Russian"
    latin = False
    common_words = word_set("и в на из по для года более не с это них всего")
    names_before_dash = True
    factor_needs_preposition = True
    factor_is_exact = True
    dative_suffix = "м"
    bare_genitives = {"тысячи": 1000, "сотни": 100, "миллиона": 1_000_000, "миллиарда": 1_000_000_000}
    endings = tuple(morphology.NOUN)
    people = frozenset({"человек", "ребёнок"})
    pieces = frozenset({"единиц", "ед", "штук", "шт"})
    names_in_genitive = True

    def is_ending(self, rest: str) -> bool:
        return not rest or rest in morphology.NOUN or rest in morphology.REFLEXIVE

    def is_counted(self, word: str) -> bool:
        known = self.known(word)
        if known is not None:  # «школа – 223» is a heading
            return word != known or known in morphology.UNCHANGED
        plural = word.endswith(morphology.COUNTED) and not word.endswith(morphology.VERB)
        return plural and not self.describes(word)

    def has_case(self, word: str, *cases: Ending) -> bool:
        return any(word.endswith(morphology.CASES.get(case, ())) for case in cases)

    def is_cardinal_suffix(self, suffix: str, value: int) -> bool:
        few = value % 10 in (2, 3, 4) and value % 100 not in (12, 13, 14)
        return suffix in {"х", "м", "ми"} and few

    def joins_ordinal(self, cardinal: str, ordinal: str) -> bool:
        # «двадцать первая школа»; but «двадцать первых», «двадцати первым классам» are twenty.
        return not (cardinal.endswith(morphology.OBLIQUE_TENS) or ordinal.endswith(morphology.PLURAL_ORDINAL))

    def describes(self, word: str) -> bool:
        if not word.endswith(morphology.ADJECTIVE) or morphology.NOUNS_OF.fullmatch(word):
            return False
        return not (self.known(word) or "").endswith(morphology.ADJECTIVE)

    def is_plural(self, word: str) -> bool | None:
        if word.endswith(morphology.DETERMINER):
            return False
        plural = word.endswith(morphology.PLURAL) or self.lemma(word) != word or len(word) > 3
        return plural or None

    def is_verbal(self, word: str) -> bool:
        participle = len(word) > 3 and word.endswith(morphology.PARTICIPLE) and not self.known(word)
        return participle and word not in morphology.NO_PARTICIPLES


LANGUAGE = Russian()
