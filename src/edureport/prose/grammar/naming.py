"""Naming: what putting a figure into words asks of a language; each folder has a module that answers."""

from typing import NamedTuple, Protocol


class CountedNoun(NamedTuple):
    """The words behind a number as they are written: a noun, at `head` among them, and what follows it.

    `lemma` is that of the head, if it is known. `one` and `many` say which form the number asks for, `share`
    that it is a percentage of the noun, `every` that all there are are meant, `measure` that the head is a
    unit of measure. `verb` is what was done, in the form that `done` gives.
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


class Naming(Protocol):
    """How a language names what is counted."""

    GENERIC: frozenset[str]  # units that do not say what is counted, in the forms behind a number

    POINTING: frozenset[str]  # words for a place that was named before: «онда»
    STATES: frozenset[str]  # words that say what is so and stand unchanged before a noun: «жоқ»
    SPREAD: frozenset[str]  # prepositions of how far something goes: «убрано льна с 5 га»
    OF: frozenset[str]  # the preposition of what something is done to: "construction of"
    RELATIVE: frozenset[str]  # the prepositions that `related` knows
    BEING: frozenset[str]  # forms of "be" that say how many something is
    HAVING: frozenset[str]  # verbs whose subject has what is measured: "recorded a rate of"
    OWNING: frozenset[str]  # those of them whose subject has it as its own, unlike "the survey showed"
    CAUSING: frozenset[str]  # verbs of what takes a number somewhere: "brought the total to"
    AT: frozenset[str]  # prepositions of what something measures: "the rate at 5"
    SIZES: frozenset[str]  # nouns that name no more than a size: "a level of"
    PRONOUNS: frozenset[str]  # that begin a clause of their own: "it"
    WHO: frozenset[str]  # pronouns whose verb is no verb of the clause: "that"
    ALONGSIDE: frozenset[str]  # prepositions of what is there besides: "with 40 houses built"

    def related(self, noun: str, preposition: str, clause: str, *, people: bool) -> str | None:
        """A noun with a clause that it belongs to: "villages in which roads were repaired"."""

    def measured(self, word: str) -> str | None:
        """The basic form of a word before a number that measures something, if its case hides that."""

    def falls(self, clause: str, whole: str) -> str | None:
        """The share of a whole, by a clause that says to whom it falls: «на школы приходится»; else None."""

    def is_oblique(self, word: str) -> bool:
        """Whether the first word of a noun phrase stands in a case that no label has: «театрами»."""

    def is_event(self, word: str) -> bool:
        """Whether a noun before a number says what is done to what is counted: «строительство 34 школ»."""

    def share(self, part: str, whole: str) -> str | None:
        """What a part is of a whole: "Fires, share of the call-outs"; None if the second names no whole."""

    def share_of(self, whole: str) -> str | None:
        """The share of a whole, if nothing says which: "Share of the call-outs"; None if that names none."""

    def done(self, verb: str) -> str | None:
        """The form of a verb that says of a noun what was done: "opened", «открыто», «ашылған»."""

    def name(self, counted: CountedNoun) -> str | None:
        """What is counted, in the dictionary form; None if it is not known."""

    def of_place(self, word: str) -> str:
        """A word for a place as it stands before a noun: «ауылда», «ауылдағы»."""

    def is_counted(self, word: str) -> bool:
        """Whether an unknown word behind a number has the form of a noun that is counted."""

    def is_finite(self, word: str) -> bool:
        """Whether a word is a verb by its ending, if that shows it."""

    def reports(self, word: str) -> bool:
        """Whether a word makes of its clause what somebody says: «ашылғанын»."""

    def is_impersonal(self, word: str) -> bool:
        """Whether a verb may stand without a subject: «выделено», «обратилось»."""

    def follows(self, word: str) -> bool:
        """Whether a word behind a comma describes the noun before it: «граждан, обратившихся к врачу»."""

    def reported(self, word: str) -> str | None:
        """The word of such a clause as it stands before a noun: «ашылғанын» is «ашылған»; else None."""

    def is_past(self, word: str) -> bool:
        """Whether a word right before a number is a verb that says what was done to so many."""

    def hangs(self, word: str) -> bool:
        """Whether a word at the end of a name shows that it is none: «балабақшаға», "earmarked"."""
