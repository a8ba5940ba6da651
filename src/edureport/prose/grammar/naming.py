"""Naming: what putting a figure into words asks of a language, with answers that hold where it has none."""

from collections.abc import Sequence
from typing import NamedTuple

from edureport.prose.grammar.forms import Predicate, never

NONE: frozenset[str] = frozenset()


class CountedNoun(NamedTuple):
    """The words behind a number as they are written: a noun, at `head` among them, and what follows it.

    `lemma` is that of the head, if it is known. `one` and `many` say which form the number asks for, `share`
    that it is a percentage of the noun, `every` that all there are are meant, `measure` that the head is a
    unit of measure, `told` that a verb before the noun says something of it. `verb` is what was done, in the
    form that `done` gives.
    """

    noun: tuple[str, ...]
    head: int | None = None
    lemma: str | None = None
    auxiliary: str = ""
    tail: str = ""
    verb: str | None = None
    one: bool = False
    many: bool = True
    share: bool = False
    every: bool = False
    measure: bool = False
    told: bool = False


class Naming:
    """How a language names what is counted; each folder has a module that overrides what it knows."""

    measures_next = False  # a number takes a phrase before it to itself: «при урожайности 14 ц»
    longest = 20  # words of a name: more make a sentence
    can_name = False  # it makes labels; else the words of a text are quoted

    generic: frozenset[str] = NONE  # units that do not say what is counted, in the forms behind a number
    pointing: frozenset[str] = NONE  # words for a place that was named before: «онда»
    referring: frozenset[str] = NONE  # words for what was named before: «в них», «аталған»
    states: frozenset[str] = NONE  # words that say what is so and stand unchanged before a noun: «жоқ»
    spread: frozenset[str] = NONE  # prepositions of how far something goes: «убрано льна с 5 га»
    of: frozenset[str] = NONE  # the preposition of what something is done to: "construction of"
    relative: frozenset[str] = NONE  # the prepositions that `related` knows
    being: frozenset[str] = NONE  # forms of "be" that say how many something is
    having: frozenset[str] = NONE  # verbs whose subject has what is measured: "recorded a rate of"
    owning: frozenset[str] = NONE  # those of them whose subject has it as its own, unlike "the survey showed"
    costing: frozenset[str] = NONE  # participles of what an amount is the price of: «12 млн теңге тұратын»
    causing: frozenset[str] = NONE  # verbs of what takes a number somewhere: "brought the total to"
    at: frozenset[str] = NONE  # prepositions of what something measures: "the rate at 5"
    sizes: frozenset[str] = NONE  # nouns that name no more than a size: "a level of"
    sizing: frozenset[str] = NONE  # words before such a noun: «общей» площадью
    pronouns: frozenset[str] = NONE  # that begin a clause of their own: "it"
    asking: frozenset[str] = frozenset()  # words that begin a question: "how many"
    who: frozenset[str] = NONE  # pronouns whose verb is no verb of the clause: "that"
    alongside: frozenset[str] = NONE  # prepositions of what is there besides: "with 40 houses built"
    placing: frozenset[str] = NONE  # prepositions of a place: "among"
    measuring: frozenset[str] = NONE  # prepositions of what something is a share of: «от плана»
    restating: frozenset[str] = NONE  # words before a share that says the same again: «или 43 % плана»

    keeping: frozenset[str] = NONE  # words before a number that a label may leave out: "comprises 40 schools"
    most = "\0"  # the word that makes a superlative: «ең»
    some: frozenset[str] = NONE  # of "some of the 30 libraries"
    taking: frozenset[str] = NONE  # verbs between two numbers that no participle shows: "40 beds cost $900"
    particles: frozenset[str] = NONE  # of a verb: "carried out"

    prepositions: frozenset[str] = NONE  # behind which a label has no more of its noun

    # Beginnings
    periods: tuple[str, ...] = ("\0",)  # of words for the time that a percentage is compared with
    growing: tuple[str, ...] = ("\0",)  # of nouns whose percentage says how something changed: "inflation"
    powers: tuple[str, ...] = ("\0",)  # of words that make another unit of one: «кв», «куб», "kilowatt"
    no_plans: tuple[str, ...] = ()  # of words that only look like those of a plan: «должник»
    observing: tuple[str, ...] = ()  # of verbs that say that a change was seen: «отмечен»
    placing_most: tuple[str, ...] = ("\0",)  # of verbs that say where there is the most: «тіркелді»
    light: tuple[str, ...] = ()  # of verbs that say nothing without the word before: «қамтамасыз етілді»
    becoming: tuple[str, ...] = ()  # of verbs for what somebody became: «мерт болды»

    # Endings
    place_nouns: tuple[str, ...] = ("\0",)  # of words for kinds of places, where something is: «ауданында»
    places: tuple[str, ...] = ("\0",)  # of the same words, in no case: «ауданы»
    placed: tuple[str, ...] = ()  # of words for a place before a noun, as `of_place` gives them: «ауылдағы»
    possessed: tuple[str, ...] = ()  # of a noun that belongs to what stands before it: «жұмысы»
    possessed_bound: tuple[str, ...] = ()  # of a bound that is one of something: «4 мыңнан астамы»
    describing: tuple[str, ...] = ()  # of words that may say of which kind the noun behind them is: «тұрақты»
    objects: tuple[str, ...] = ()  # of nouns that surely are what something is done to: «қызметтерін»
    quality: tuple[str, ...] = ()  # of nouns that name a quality, and so what somebody does: «бұзақылық»
    action: tuple[str, ...] = ()  # of words that name an action, and stand in no case: «іске қосу»
    action_done: tuple[str, ...] = ()  # of words that name an action as an object: «өлтіруді ашты»
    subject: tuple[str, ...] = ()  # of nouns that an impersonal verb may be said of: «население»
    adverb: tuple[str, ...] = ()  # of words that say how the word behind them is: "fully equipped"
    converb: tuple[str, ...] = ()  # of a verb that goes on to another one: «салынып жатыр»
    how: tuple[str, ...] = ()  # of words that say how something was done: «тиімсіз»
    going_on: tuple[str, ...] = ()  # of a verb of what is being done: «салынуда»

    # Whether a word, by its form, is or does this
    is_cause: Predicate = never  # surely begins a cause, and is no verb for what is to come: "due to floods"
    is_oblique: Predicate = never  # first of a noun phrase, in a case that no label has: «театрами»
    is_event: Predicate = never  # a noun for what is done to what is counted: «строительство 34 школ»
    is_action: Predicate = never  # like a verb, and the noun of it: «предоставлению»
    goes_on_to_noun: Predicate = never  # a name, and an adjective of the noun behind it: «в Омской области»
    is_to_be: Predicate = never  # a participle that says what will be done: «салынатын»
    is_most: Predicate = never  # picks some things among all: "the 3 largest towns"
    is_of_many: Predicate = never  # in the genitive of many, behind whatever number: «33 заболевших»
    is_action_in_case: Predicate = never  # names an action in a case that shows: «жөндеуге»
    is_passive: Predicate = never  # a verb that has no object: «тіркелді»
    closes: Predicate = never  # surely a verb that closes a clause: «ашылды», not «санатты»
    is_counted: Predicate = never  # behind a number and unknown, a noun that is counted
    is_finite: Predicate = never  # a verb, if its ending shows it
    reports: Predicate = never  # makes of its clause what somebody says: «ашылғанын»
    is_told: Predicate = never  # a verb that says what was: «достигло», but not «достигнет»
    is_infinitive: Predicate = never  # says what is to be done: «открыть»
    is_active: Predicate = never  # a verb that surely has somebody who did it: «собрали», not «собраны»
    is_impersonal: Predicate = never  # a verb that may stand without a subject: «выделено», «обратилось»
    follows: Predicate = never  # describes the noun before its comma: «граждан, обратившихся к врачу»
    is_past: Predicate = never  # right before a number, a verb that says what was done to so many
    hangs: Predicate = never  # at the end of a name, shows that it is none: «балабақшаға», "earmarked"

    def related(self, noun: str, preposition: str, clause: str, *, people: bool) -> str | None:
        """A noun with a clause that it belongs to: "villages in which roads were repaired"."""
        return None

    def measured(self, word: str) -> str | None:
        """The basic form of a word before a number that measures something, if its case hides that."""
        return None

    def falls(self, clause: str, whole: str) -> str | None:
        """The share of a whole, by a clause that says to whom it falls: «на школы приходится»; else None."""
        return None

    def may_say(self, words: Sequence[str]) -> bool:
        """Whether words behind "were" say of something what it is, and nothing else: "to visit", "female"."""
        return False

    def is_object(self, words: Sequence[str], verb: str, *, named: bool) -> bool:
        """Whether the words before a verb surely are no subject of it: «молока надоено».

        `named` says that they begin with a capital.
        """
        return False

    def share(self, part: str, whole: str) -> str | None:
        """What a part is of a whole: "Fires, share of the call-outs"; None if the second names no whole."""
        return None

    def share_alone(self, part: str) -> str | None:
        """How much a part is of a whole that is not named: "Fires, share"; None if that has no name."""
        return None

    def share_of(self, whole: str) -> str | None:
        """The share of a whole, if nothing says which: "Share of the call-outs"; None if that names none."""
        return None

    def done(self, verb: str) -> str | None:
        """The form of a verb that says of a noun what was done: "opened", «открыто», «ашылған»."""
        return None

    def done_of(self, verb: str) -> str | None:
        """The same of a verb that says what is to be done: "to open"."""
        return None

    def name(self, counted: CountedNoun) -> str | None:
        """What is counted, in the dictionary form; None if it is not known."""
        return None

    def of_place(self, word: str) -> str:
        """A word for a place as it stands before a noun: «ауылда», «ауылдағы»."""
        return word

    def is_name(self, words: Sequence[str]) -> bool:
        """Whether some words, in small letters, may name something: a noun with what describes it."""
        return True

    def in_nominative(self, name: str) -> str | None:
        """A name in the nominative if it begins in the genitive of many, «лицеев»; None if it has no such."""
        return name

    def is_halved(self, one: str, other: str) -> bool:
        """Whether two words with a hyphen between them are one: «учебно - методический»."""
        return False

    def plural_of(self, verb: str) -> str | None:
        """A verb of the present or the future as several do it: «живёт» is «живут»; None if it is none."""
        return None

    def who_do(self, noun: str, clause: str) -> str:
        """The number of those of whom a clause tells: «число детей, которые живут в сёлах»."""
        return ""
