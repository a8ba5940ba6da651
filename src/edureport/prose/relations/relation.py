"""Relation: figures of a text of which one follows from the others, and the rule that says so."""

from enum import StrEnum, auto
from typing import NamedTuple

from edureport.model.quantity import Quantity


class RelationKind(StrEnum):
    """How the figures of a relation hang together."""

    PARTS = auto()
    SHARE = auto()
    DIFFERENCE = auto()
    PRODUCT = auto()
    MULTIPLE = auto()  # twice, threefold
    HUNDRED = auto()  # shares that add up to 100 %
    RESTATED = auto()  # the same quantity, stated twice


class Rule(StrEnum):
    """What in the words made a relation of the figures."""

    PARTS_OPENER = auto()  # words that lead to parts: "of which", «соның ішінде»
    PARTS_COLON = auto()  # a colon behind the whole
    PARTS_LINES = auto()  # a line for each part below the whole
    NATURAL_GROWTH = auto()  # births less deaths
    TRADE = auto()  # exports and imports
    MIGRATION = auto()  # those who came less those who left
    BUDGET = auto()  # revenue less spending
    ACCOUNT = auto()  # of three numbers that a sentence tells, one is the sum of the others
    YIELD = auto()  # area times yield
    NET = auto()  # what was lent less what was repaid
    PARTS_FURTHER = auto()  # parts in a sentence each, behind that of their whole
    PARTS_BESIDE = auto()  # numbers behind another that add up to it, or would but for one digit
    PARTS_BRACKET = auto()  # brackets behind the whole
    PARTS_DIGITS = auto()  # lines or sentences that add up as so many digits hardly do by chance
    PARTS_LONE = auto()  # all amounts of a sentence, of which words call one the total
    PARTS_TAKEN_OUT = auto()  # "of 48 bridges, 30 …"
    PARTS_SUFFIX = auto()  # «124 мектептің 121-і …, 3-уі …»
    PARTS_ABLATIVE = auto()  # «21 531 баладан 13 211 …, 8 320 …»
    PARTS_TOTAL = auto()  # a word for the total behind its parts
    PARTS_KINDS = auto()  # kinds that leave no other behind the whole: "400 people, 228 women and 172 men"
    SHARE_EQUAL = auto()  # words or a bracket that set a count equal to its share
    SHARE_OWNED = auto()  # «жоспардың 76 пайызы»
    SHARE_COMMON = auto()  # counts with the percentages of one number before them
    SHARE_NAMED = auto()  # of what words beside it call by the name of an earlier number
    SHARE_PARALLEL = auto()  # a share of two numbers at one time, and so at another
    SHARE_WEIGHED = auto()  # of what most speaks for, before it
    SHARE_LONE = auto()  # of two numbers beside it, and of no other
    SHARE_WORDS = auto()  # a fraction in words between the whole and the part
    CHANGE_FROM_TO = auto()  # from so many to so many, by so many
    CHANGE_AGAINST = auto()  # "413 against 389, a growth of 6.2 %"
    CHANGE_PLAN = auto()  # a plan, what was done, and how far they are apart
    CHANGE_BRACKET = auto()  # so much, and in brackets what it was
    CHANGE_TWICE = auto()  # by so much, or so many percent
    CHANGE_AVERAGE = auto()  # so many times the average that is told before
    CHANGE_ROLES = auto()  # words call one number what was, and another the change
    CHANGE_BESIDE = auto()  # two numbers and a change, and no other number
    RATE = auto()  # so many, each so much, in all so much
    SHARES_LINES = auto()  # the shares of lines that make a hundred
    SHARES_KINDS = auto()  # the shares of kinds that leave no other
    TABLE = auto()  # lines of a table that follow a law
    SAME_BESIDE = auto()  # "15 (fifteen)", "or more precisely"
    SAME_AGAIN = auto()  # the same words around a figure in two sentences


class Certainty(StrEnum):
    """Whether the grammar closes the relation, or something in it is not sure."""

    CERTAIN = auto()
    LIKELY = auto()


class Consistency(StrEnum):
    """Whether figures follow from one another; only the second is a contradiction, the third a doubt."""

    FOLLOWS = auto()
    DOES_NOT_FOLLOW = auto()
    DOUBTFUL = auto()  # can be, but "more than N" of a sum far beyond N, or as many parts as are said
    PARTIAL = auto()  # the parts leave something over, and may


class Relation(NamedTuple):
    """Figures by their indices in the list that was given, and what comes of comparing them.

    `counts` says how many times each part is taken: «үшеуі 1200 орыннан» is three times 1200. `complete`
    says that the words leave no room for other parts, `contrary` that they tell of a fall where the numbers
    rise, or of a rise where they fall. What `whole` and `parts` are depends on the kind,
    and so does which of them `computed` is the right value of:

    | kind | whole | parts | computed |
    |---|---|---|---|
    | parts | the total | its parts | the total |
    | product | the total | the count, and the number for each | the total |
    | share | what it is a share of, if not all parts | the part, the others if so, the share | the share |
    | difference | what it is now | what it was, the change | the change |
    | multiple | what it is now | what it was, the factor | the factor |
    | hundred | none | the shares | their sum |
    | restated | the first statement | the second | none |
    """

    kind: RelationKind
    rule: Rule
    certainty: Certainty
    whole: int | None  # none of shares, which add up to 100 %
    parts: tuple[int, ...]
    verdict: Consistency
    computed: Quantity | None = None
    counts: tuple[int, ...] = ()
    complete: bool = True
    contrary: bool = False

    @property
    def holds(self) -> bool:
        """Whether its figures follow from one another."""
        return self.verdict is Consistency.FOLLOWS

    @property
    def members(self) -> tuple[int, ...]:
        """The whole, if there is one, and the parts."""
        return self.parts if self.whole is None else (self.whole, *self.parts)


def certainty(*, sure: bool) -> Certainty:
    """The certainty of what is `sure`, or not."""
    return Certainty.CERTAIN if sure else Certainty.LIKELY
