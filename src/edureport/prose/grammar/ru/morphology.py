"""The endings of Russian words."""

import re

from edureport.prose.grammar.forms import Ending

NOUN = "иями ами ями иях ией ого его ах ях ов ев ей ий ам ям ом ем ых их а я ы и у ю е о ь й".split()
REFLEXIVE = ("ийся", "ихся", "иеся", "имся", "имися", "егося", "емуся", "емся")  # учащиеся
ADJECTIVE = ("ых", "их", "ый", "ий", "ой", "ая", "ое", "ого", "ую", "ые", "ие")
PLURAL_ORDINAL = ("ых", "ьих", "ыми", "ьими")
OBLIQUE_TENS = ("цати", "сяти", "тью", "сорока", "носта")  # not in the nominative
CASES = {
    Ending.LOCATIVE: ("ах", "ях"),
    Ending.DATIVE: ("ам", "ям", "ым", "им"),
    Ending.GENITIVE: ("а", "я", "ы", "и", "ов", "ев", "ей", "ого", "его", "ой", "ых", "их"),
}
# «заседаний», «секций» are nouns; «средний», «городской» go on to one.
NOUNS_OF = re.compile("[а-яё]*(?:[аеия]н|[бвдзлмпрстфц])ий")
COUNTED = ("ов", "ев", "ы", "и", "ий")  # of nouns in the plural, and of few other words
VERB = ("ли", "ти")
UNCHANGED = frozenset({"человек", "тенге"})
PLURAL = ("ы", "и", "а", "я", "ов", "ей", "ев", "ах", "ях", "ам", "ям", "ами", "ями")
DETERMINER = ("ые", "ие", "ых", "их", "ым", "им", "ыми", "ими", "эти", "этих", "наши", "наших")

# Short participles: «закрыты», «построено»; and nouns that end like them.
PARTICIPLE = ("ено", "ены", "ена", "ано", "аны", "яны", "ято", "яты", "ыто", "ыты")
NO_PARTICIPLES = frozenset("страны смены смена стены сена сено цены планы экраны раны охраны вагоны".split())
