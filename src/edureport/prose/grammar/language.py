"""What reading asks of a language, and of its sheets, with answers that hold where it has none."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from decimal import Decimal
from functools import cached_property
from importlib import import_module
from importlib.util import find_spec
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from edureport.prose.grammar.forms import BARE, Cardinal, Ending, Form, Multiplier, Predicate, never
from edureport.prose.grammar.marks import Annotation, ClauseMark
from edureport.prose.text.phrases import Phrases

if TYPE_CHECKING:  # a short phrase is read without its times
    from edureport.prose.grammar.naming import Naming
    from edureport.prose.grammar.snowball import Stem
    from edureport.prose.grammar.time_marks import TimeAnnotation


class SheetWords(NamedTuple):
    """Words in small letters, most the beginnings; from `suppressed` on what a legend says of a symbol."""

    indicator: tuple[str, ...] = ()  # the head of a column that says what is counted
    unit: tuple[str, ...] = ()  # the head of one that says in which unit
    body: tuple[str, ...] = ()  # the head of one that says whose a value is
    totals: tuple[str, ...] = ()  # rows that count all, in full
    months: tuple[str, ...] = ()
    day_endings: tuple[str, ...] = ()  # of the number of a day: "1st"
    suppressed: tuple[str, ...] = ()
    not_applicable: tuple[str, ...] = ()
    nothing: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


EMPTY: Mapping[Any, Any] = MappingProxyType({})
NONE: frozenset[str] = frozenset()
Own = TypeVar("Own")


class Language:
    """A language that nothing is known of; each folder beside this module overrides what it knows.

    The rules of reading ask for these properties, and for no language by its name.
    """

    code = ""

    def __init_subclass__(cls, words: ModuleType | None = None) -> None:
        """Give a language the tables of a module: `nouns` are its NOUNS."""
        own = vars(words) if words else {}
        for name in own.keys() & {attribute.upper() for attribute in vars(Language)}:
            setattr(cls, name.lower(), own[name])

    snowball = ""  # what Snowball calls it, if words are stemmed by that

    # How it is written
    latin = True
    decimal_comma = True  # else commas group digits
    ordinal_hyphen = False  # a noun behind a hyphen has a number for its name: «15-мектеп»
    glued_amounts = False  # "1.2m tonnes"
    own_letters: frozenset[str] = NONE  # that not every language in its script has
    common_words: frozenset[str] = NONE  # by which a text shows its language
    other_script: frozenset[str] = NONE  # such words in the script that it is not read in
    abbreviations: frozenset[str] = NONE  # whose point ends no sentence
    amounts: frozenset[str] = NONE  # of those, the words whose point does end it before a capital letter
    roman_lookalikes: frozenset[str] = NONE  # names that look like Roman numerals

    # The order of its words
    head_final = False  # bounds behind their numbers, the verb at the end, «мектеп саны»
    articles = False
    month_first = False  # "September 1, 2025"
    capital_months = False  # without a capital letter "may" is no month
    bare_years = False  # "in 2025 Riverside opened": a year needs no word for year
    year_word_first = False  # "the year 2025"
    bare_to = False  # "5 to 9 schools": a range without "from"
    names_before_dash = False  # «школ – 7 429»
    factor_needs_preposition = False  # «в 3 раза» multiplies, «3 раза» counts
    factor_is_exact = False  # else "three times more" is said of four times as many, too
    hundred_joint: str | None = None  # "two hundred and five"

    # Its numbers
    cardinals: Mapping[str, Cardinal] = EMPTY
    inner_cardinals: Mapping[str, Cardinal] = EMPTY  # number words that begin no number
    multipliers: Mapping[str, Multiplier] = EMPTY
    ordinals: Mapping[str, int] = EMPTY
    fractions: Mapping[str, int] = EMPTY  # "fifths"
    folds: Mapping[str, int] = EMPTY  # words that multiply: «вдвое» is 2
    suffixes: Mapping[str, Form] = EMPTY  # of a number in digits, behind its hyphen
    dative_suffix = ""  # «к 3-м школам» are three, «на 3-м» is the third
    bare_genitives: Mapping[str, int] = EMPTY  # «более тысячи»: one of it, behind a bound

    # Its nouns
    nouns: Mapping[str, str] = EMPTY  # stems of common units: their lemma
    exact_nouns: Mapping[str, str] = EMPTY  # signs and abbreviations of units, which have no endings
    endings: tuple[str, ...] = ()  # of nouns, the longest first, for those that are not in `nouns`
    people: frozenset[str] = NONE  # lemmas that count people of any kind
    pieces: frozenset[str] = NONE  # lemmas of what counts anything: units, items
    persons: frozenset[str] = NONE  # lemmas of people of some kind: teachers, pupils
    hectares: frozenset[str] = NONE  # lemmas of the hectare
    tonnes: Mapping[str, Decimal] = EMPTY  # lemmas of weights of a harvest: how many tonnes each is
    measures: frozenset[str] = NONE  # lemmas of what is measured, not counted: money, lengths

    # Its names of organisations
    nominatives: Mapping[str, str] = EMPTY  # of the words for one: «басқармасының»
    names_in_genitive = False  # «Управление образования города»
    no_names: frozenset[str] = NONE  # words with a capital letter that do not belong to a name

    # Its phrases
    marks: Mapping[Annotation, str] = EMPTY

    # Whether a word, by its form, is or does this
    describes: Predicate = never  # an adjective
    is_sized: Predicate = never  # makes a size of the number before it: «300 орындық»
    is_like: Predicate = never  # says that its number is meant about: «300 адамдай»
    is_verbal: Predicate = never  # a participle or a converb that ends a noun phrase: «закрыты», «ашылып»
    is_what_was_done: Predicate = never  # names what was done, and may begin something else: «игерілгені»
    is_participle: Predicate = never  # says of a noun what was done, or is to be done, to it
    intends: Predicate = never  # a verb that says that something is to be done: «ашылмақ»
    ends_clause: Predicate = never  # a verb that closes a clause, where verbs come last
    denies: Predicate = never  # a verb that says what was not done
    dates_a_name: Predicate = never  # for a time, and describes what follows it: «2007 жылғы заң»

    # What its folder has modules for, each imported when it is asked for; nothing where there is none

    @cached_property
    def stop_words(self) -> frozenset[str]:
        """Words that do not tell what a figure counts."""
        return self._own("matching", "STOP_WORDS", NONE)

    @cached_property
    def place_words(self) -> frozenset[str]:
        """Words for the place that a whole report is about."""
        return self._own("matching", "PLACE_WORDS", NONE)

    def synonyms(self) -> str:
        """Groups of words for the same thing, with semicolons between."""
        return self._own("matching", "SYNONYMS", "")

    @cached_property
    def naming(self) -> "Naming":
        """How it names what is counted: `NAMING` of `naming`."""
        from edureport.prose.grammar.naming import Naming

        return self._own("naming", "NAMING", Naming())

    @cached_property
    def sheets(self) -> SheetWords:
        """Words in sheets of figures: `WORDS` of `sheets`."""
        return self._own("sheets", "WORDS", SheetWords())

    def time_marks(self) -> "Mapping[TimeAnnotation, str]":
        """The phrases by which it states time: `MARKS` of `times`."""
        return self._own("times", "MARKS", EMPTY)

    def clause_marks(self) -> Mapping[ClauseMark, str]:
        """The phrases around what a figure counts, for those who put it into words: `MARKS` of `clauses`."""
        return self._own("clauses", "MARKS", EMPTY)

    @cached_property
    def time_phrases(self) -> "Phrases[TimeAnnotation]":
        """`time_marks`, ready to be found."""
        return Phrases(self.time_marks())

    @cached_property
    def clause_phrases(self) -> Phrases[ClauseMark]:
        """`clause_marks`, ready to be found."""
        return Phrases(self.clause_marks())

    def _own(self, module: str, name: str, otherwise: Own) -> Own:
        name_of_module = f"{type(self).__module__}.{module}"
        if type(self) is Language or not find_spec(name_of_module):
            return otherwise
        own: Own = getattr(import_module(name_of_module), name)
        return own

    @cached_property
    def number_words(self) -> AbstractSet[str]:
        """The words that a number in words may begin with, beside those that are marked in `marks`."""
        return self.cardinals.keys() | self.ordinals.keys() | self.folds.keys() | self.multipliers.keys()

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the units that it knows."""
        return frozenset(self.nouns.values()) | frozenset(self.exact_nouns.values())

    @cached_property
    def phrases(self) -> Phrases[Annotation]:
        """`marks`, ready to be found."""
        return Phrases(self.marks)

    # The forms of its words: each folded, without signs

    @cached_property
    def _stem(self) -> "Stem":
        from edureport.prose.grammar.snowball import stemmer

        return stemmer(self.snowball)

    def stem(self, word: str) -> str:
        """What the forms of a word share."""
        return self._stem(word) if self.snowball else word

    def lemma(self, word: str) -> str:
        """The lemma of a common noun; of others what is left without the ending."""
        if known := self.known(word):
            return known
        for ending in self.endings if word.endswith(self.endings) else ():
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
        return word

    def known(self, word: str) -> str | None:
        """The lemma of a noun of the tables in any of its forms; None of any other word."""
        if noun := self.exact_nouns.get(word):
            return noun
        for size in range(len(word), 1, -1):
            if (noun := self.nouns.get(word[:size])) and self.is_ending(word[size:]):
                return noun
        return None

    def is_ending(self, rest: str) -> bool:
        """Whether a noun of the tables may go on so."""
        return not rest or rest in self.endings

    def is_counted(self, word: str) -> bool:
        """Whether a word without a number beside it may name what several are counted of."""
        return self.known(word) is not None

    def is_bare(self, word: str) -> bool:
        """Whether a noun has no ending."""
        return not any(word.endswith(ending) and len(word) - len(ending) >= 3 for ending in self.endings)

    def case(self, word: str) -> Ending | None:
        """The case of a noun, if it is one that says how a number is meant: the ablative or the dative."""
        return None

    def has_case(self, word: str, *cases: Ending) -> bool:
        """Whether a word looks as if it stood in one of these cases."""
        return False

    def basic(self, word: str) -> str | None:
        """A noun without the case that a verb asks for; None if it stands in none that is sure."""
        return None

    def percent_form(self, word: str) -> Form:
        """The form of the word for percent."""
        return BARE

    def is_cardinal_suffix(self, suffix: str, value: int) -> bool:
        """Whether what looks like the suffix of an ordinal is that of a number: «2-х школ»."""
        return False

    def joins_ordinal(self, cardinal: str, ordinal: str) -> bool:
        """Whether a number word and an ordinal behind it, without a hyphen, can be one ordinal."""
        return False

    def describes_next(self, word: str, following: str) -> bool:
        """Whether a noun only describes the one behind it: "road bridges", «спорт алаңы»."""
        return False

    def is_plural(self, word: str) -> bool | None:
        """Whether a word behind "all" is the noun; None if it is surely something else."""
        return None
