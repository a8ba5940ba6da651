"""Kazakh."""

from edureport.prose.grammar.forms import BARE, Ending, Form, Predicate, ending_in
from edureport.prose.grammar.kk import morphology, words
from edureport.prose.grammar.language import Language
from edureport.prose.text.phrases import word_set


class Kazakh(Language, words=words):
    """Bounds follow their numbers and ask for a case; the verb stands at the end."""

    code = "kk"
    latin = False
    ordinal_hyphen = True
    own_letters = frozenset("әғқңөұүһі")
    common_words = word_set("және мен бен пен үшін ішінде жылы бұл астам саны мың")
    other_script = word_set("jáne jane zháne zhane men bul úshin ushin jyly zhyly jyl zhyl sany")
    head_final = True
    suffixes = morphology.SUFFIXES
    endings = morphology.LEMMA_ENDINGS
    people = frozenset({"адам", "бала"})
    pieces = frozenset({"бірлік", "дана"})
    is_sized: Predicate = ending_in(*morphology.SIZED, but=morphology.NO_SIZE)
    is_what_was_done: Predicate = ending_in(*morphology.WHAT_WAS_DONE, least=7)
    is_participle: Predicate = ending_in(*morphology.PARTICIPLE)
    intends: Predicate = ending_in(
        *morphology.INTENTION, *morphology.FUTURE, least=6, but=morphology.NO_INTENTION
    )
    ends_clause: Predicate = ending_in(*morphology.CONVERB, *morphology.PAST)
    denies: Predicate = ending_in(*morphology.NEGATED)
    dates_a_name: Predicate = ending_in("ғы", "гі", "қы", "кі")

    def stem(self, word: str) -> str:
        return morphology.stem(word)

    def is_ending(self, rest: str) -> bool:
        return morphology.NOUN_ENDING.fullmatch(rest) is not None

    def case(self, word: str) -> Ending | None:
        if len(word) < 4 or word in self.nouns:  # «теңге» is no dative
            return None
        return next((case for case, endings in morphology.ON_NOUNS.items() if word.endswith(endings)), None)

    def has_case(self, word: str, *cases: Ending) -> bool:
        return any(word.endswith(morphology.ENDINGS[case]) for case in cases)

    def basic(self, word: str) -> str | None:
        return None if word == self.known(word) else morphology.basic(word)

    def percent_form(self, word: str) -> Form:
        sizes = (5, 6, 7)  # пайыз, процент, проценті
        return next((form for size in sizes if (form := self.suffixes.get(word[size:], BARE))), BARE)

    def joins_ordinal(self, cardinal: str, ordinal: str) -> bool:
        return True

    def describes(self, word: str) -> bool:
        # «орталық» ends like an adjective and is a noun.
        return word.endswith(morphology.DESCRIBING) and not (self.known(word) or "").endswith(
            morphology.DESCRIBING
        )

    def describes_next(self, word: str, following: str) -> bool:
        verb = following.endswith(morphology.PAST)
        return following.endswith(morphology.POSSESSED) and not verb and self.is_bare(word)

    def is_like(self, word: str) -> bool:
        return word.endswith(tuple(morphology.LIKE.split())) and word[:-3] in self.nouns

    def is_plural(self, word: str) -> bool | None:
        plurals = morphology.PLURAL.split()
        return any(word[size : size + 3] in plurals for size in range(3, max(4, len(word) - 2)))

    def is_verbal(self, word: str) -> bool:
        verbal = len(word) > 3 and word.endswith(morphology.CONVERB)
        return verbal and word not in morphology.NO_CONVERB and not self.known(word)


LANGUAGE = Kazakh()
