"""Annotations: what a word or phrase of a language can be marked as; each language has a table of them."""

from enum import StrEnum, auto
from typing import NamedTuple

from edureport.model.quantity import Bound


class Mark(StrEnum):
    """What a phrase does for the number near it; the rules that ask for a mark say what it means."""

    ABBREVIATION = auto()
    ADDED = auto()
    AGAINST = auto()
    AMONG = auto()
    AMOUNTING = auto()
    AGE = auto()
    AGED = auto()
    AGED_GROUP = auto()
    AGED_LIMIT = auto()  # between people and their age
    AGED_MOST = auto()
    AGED_OVER = auto()
    AGED_TOPIC = auto()
    AGED_PEOPLE = auto()
    AGE_AFTER = auto()
    AGE_BEFORE = auto()
    ALL = auto()
    ALL_OF_THEM = auto()
    ANOTHER = auto()
    ARTICLE = auto()
    ASKS = auto()
    ATTRIBUTE_UNIT = auto()
    AUX = auto()
    AVERAGE = auto()
    BASIS = auto()  # on which a change is measured, other than the figures themselves
    BECOMES = auto()
    BEFELL = auto()
    BEFORE_DAY = auto()
    BESIDES = auto()
    BETWEEN = auto()
    BORN = auto()
    BY = auto()
    BY_CAPACITY = auto()
    BY_NOUN = auto()  # leads to how far a change goes: "a rise of", "the difference was"
    CALLS = auto()
    CAME = auto()
    CAPACITY = auto()
    CASE = auto()
    CHANGE_AS = auto()
    CHANGE_NOUN = auto()  # the change itself: "a gain of"
    CHANGE_SIZE = auto()  # says of one how large it is: "a sharp"
    CLAUSE_JOINT = auto()
    CLOCK = auto()
    CLOCK_BEFORE = auto()
    COMPARED = auto()
    COMPARING = auto()
    COMPARISON = auto()
    CONJ = auto()
    CONNECTS = auto()
    CONSISTS = auto()
    CONTRAST = auto()
    CROSSED = auto()
    CURRENCY = auto()
    DATEWORD = auto()
    DAY_NOUN = auto()
    DATE_END = auto()
    DOCUMENT = auto()
    DONE = auto()
    DIALLED = auto()
    DIED = auto()
    DURING = auto()
    DEFICIT = auto()
    DENIES = auto()
    DETERMINER = auto()
    EARLIER = auto()  # calls a number what was before
    EACH = auto()
    EACH_AFTER = auto()
    EACH_BEFORE = auto()
    EACH_OF = auto()
    EQUAL = auto()
    ESTIMATE = auto()  # a plan, where it is told how far it is met
    EVERY = auto()
    EXCEEDS = auto()
    EXISTS = auto()
    EXPORTS = auto()
    FACTOR_AS = auto()
    FALL = auto()
    FALL_NOUN = auto()
    FEWER_OF = auto()
    FISCAL = auto()
    FOLD_COMPARED = auto()
    FOLD_LINK = auto()
    FOR_EACH = auto()  # in a sentence of how much each has, or all on average
    FOR_TIME = auto()
    FROM = auto()
    FULFILLED = auto()
    FUTURE = auto()
    GLUED = auto()
    GOVERNS = auto()
    GRADE = auto()
    GRADE_BEFORE = auto()
    GRADES_BEFORE = auto()
    GRADE_COUNT = auto()
    GRADE_FEW = auto()
    GRADE_PEOPLE = auto()
    GROWTH_NOUN = auto()
    HABITUAL = auto()
    HALF = auto()
    HALF_OF = auto()
    HALF_SHARE = auto()
    HOUR = auto()
    IN = auto()
    INCLUSIVE = auto()  # with words of what is in the amount that follows, or in the one before
    INDEFINITE = auto()
    INFINITIVE = auto()
    INDEX_TO = auto()
    INDEX_TO_YEAR = auto()
    INSIDE = auto()
    INSTITUTION = auto()
    IMPORTS = auto()
    INTEREST = auto()  # of what is told in percent, but is a share of no amount beside it
    INVERTED = auto()
    IT = auto()  # what the sentence before was about
    IN_RATIO = auto()
    INDEX_POINTS = auto()
    JOIN = auto()
    KIND_AFTER = auto()
    LAUNCHED = auto()
    LAW = auto()
    LENGTH = auto()
    LEAST_FROM = auto()
    LEAVING = auto()  # leads to what is left
    LEFT = auto()
    MAKING = auto()  # tells of a count which share it is: "accounting for"
    MEAN = auto()
    MEANT_FOR = auto()
    MEASURE = auto()
    MIDDLE = auto()
    MINUS = auto()
    MODAL = auto()
    MONTH = auto()
    MORE_OF = auto()
    MOVED = auto()
    MOVES = auto()
    NAMED = auto()
    NAMED_SEVERAL = auto()
    NAMELY = auto()
    NATURAL_GROWTH = auto()
    NEED = auto()
    NET = auto()
    NET_MIGRATION = auto()
    NEGATIVE = auto()
    NONE = auto()
    NOT_NOUN = auto()
    NOT_PERIOD = auto()
    NETTED = auto()  # what is left of an amount when others are taken from it: a profit, a loss
    OFFSET = auto()  # takes what is behind it from what is before
    NOW = auto()  # calls a number what is, where another is what was
    NUMBERS_VERB = auto()
    NUMBER_OF = auto()
    ON_AVERAGE = auto()
    OF_ONE = auto()  # leads from a fraction to what it is one of
    OF_PERIOD = auto()
    OF_PLAN = auto()
    OF_YEAR = auto()
    OF_THEM = auto()
    ON_TOP = auto()
    OF_RATIO = auto()
    OF_ANY_RATIO = auto()
    ONE_HALF = auto()
    ONE_NOT = auto()
    OPENER_STRONG = auto()
    OR = auto()
    OTHERS = auto()
    OUT_OF = auto()
    OVER = auto()  # behind a change, to what it is compared with
    PEOPLE = auto()  # those who live somewhere
    PER = auto()
    PERCENT = auto()
    PERIOD = auto()
    PERIODIC = auto()
    PHASED = auto()
    PHONE = auto()
    PLACE_NAMED = auto()
    PLAN = auto()
    PLAN_BEFORE = auto()
    PLAN_NOUN = auto()
    POINTS = auto()
    POINTING = auto()
    POWER = auto()
    PRECISELY = auto()
    PREP_YEAR = auto()
    PRESENT = auto()
    PRICE = auto()
    PRICED = auto()
    PROPORTION = auto()  # a noun for what is told in percent: "an error rate"
    QUARTER = auto()
    QUARTER_AFTER = auto()
    QUARTER_BEFORE = auto()
    QUARTER_SHARE = auto()
    RANGE_JOINT = auto()
    RANK = auto()
    RANKED = auto()
    RANK_BEFORE = auto()
    RANK_HELD = auto()
    RANK_SINGULAR = auto()
    RANGING = auto()
    RANK_OF = auto()
    RANK_TAKEN = auto()
    RATE = auto()
    RATE_NOUN = auto()
    RATE_OF = auto()
    RATE_ON = auto()
    RATE_UNIT = auto()
    REACH = auto()
    REGISTER = auto()
    RELATIVE = auto()
    REMOVED = auto()
    REPAID = auto()
    RESPECTIVELY = auto()  # which number is whose stands elsewhere
    REST = auto()
    REVENUE = auto()
    RISE = auto()
    RISE_BARE = auto()
    ROOM = auto()
    SHARE = auto()
    SHORTFALL = auto()  # of a percentage that a plan was not met by
    SIGN = auto()
    SIGN_AFTER = auto()
    SHIFTED = auto()
    SIZED = auto()
    SKIP = auto()
    SOWN = auto()
    SPENDING = auto()
    STANDING = auto()  # in which to rise is to a smaller number
    STREET = auto()
    STUCK = auto()
    SUMMING = auto()  # leads from parts to their total
    SURPLUS = auto()
    THAN = auto()
    THAN_DOWN = auto()
    THAN_UP = auto()
    THAT = auto()
    THEY_ARE = auto()  # a verb of several
    THIS = auto()
    TIMES = auto()
    TIMES_BEFORE = auto()
    TIME_NOUN = auto()
    TIME_OF = auto()
    TIME_TAKEN = auto()
    TAKES = auto()  # before a length of time that is told as a quantity
    OF_SPENT = auto()  # behind one
    TO = auto()
    TOTAL = auto()
    TOTAL_AFTER = auto()
    TO_BE = auto()
    TO_WORD = auto()
    TRADE = auto()
    UPDOWN = auto()
    VERB_UP = auto()
    WAS = auto()  # calls a number what was before, where another is what is now
    WHO = auto()
    YEAR = auto()
    YEARS = auto()
    YEAR_BEFORE = auto()


class Slot(StrEnum):
    """Where the words of a bound stand: before a number, or behind it and the case that they ask for."""

    BEFORE = auto()
    AFTER = auto()
    AFTER_ABLATIVE = auto()
    AFTER_DATIVE = auto()
    AFTER_BARE = auto()  # where a careless writer has left the case out


class Modifier(NamedTuple):
    """Words that give a number a bound: "more than", «астам»."""

    slot: Slot
    bound: Bound


class Fraction(NamedTuple):
    """Words for a fraction: "two thirds"."""

    above: int
    below: int


class Family(StrEnum):
    """Kinds that leave no other: what is all state or private, what is all urban or rural.

    Those from `REACH` on mostly leave none.
    """

    OWNER = auto()
    SEX = auto()
    PLACE = auto()
    MEDAL = auto()
    REACH = auto()  # domestic, international
    TIME = auto()  # full time, part time
    PERSON = auto()  # people, companies
    CURRENCY = auto()


class Split(NamedTuple):
    """One kind of a family of them."""

    family: Family
    kind: str


class ClauseMark(StrEnum):
    """What a phrase does in the clause of a figure."""

    LEAD = auto()  # says nothing of what is counted, at the beginning of a clause
    COPULA = auto()  # nor does this at its end
    AGAIN = auto()  # stands for what was named before
    SOME = auto()  # a part of what was named before: "the majority"
    BREAK = auto()  # begins another clause
    BEFORE = auto()  # governs the time behind it
    AFTER = auto()  # governs the time before it
    NAME = auto()  # an organisation
    NAME_JOINT = auto()
    FLOW = auto()  # tells that figures add up over a period
    FLOW_NOUN = auto()  # names what happens: births, spending
    FLOW_SPAN = auto()  # says that it happened over a period: "during the year"
    FLOW_WEAK = auto()
    STOCK = auto()  # tells that figures are those of a day
    MORE = auto()  # behind a number: so many more
    MORE_THAN = auto()  # behind one: by so much it differs from what follows
    PACE = auto()  # behind "at a": so fast something changed
    ADDITIONAL = auto()  # before one: besides those there are
    AUXILIARY = auto()  # helps another verb
    MEASURED = auto()  # a measure of what is behind it: "the share of"
    PREPOSITION = auto()
    APPROVES = auto()  # makes a plan of the numbers of a document
    GROWS = auto()  # says of what is near that it grew or fell: "growth", «қымбаттады»
    CHANGE_AMOUNT = auto()  # a noun of change in a form in which a number may say how large it is
    WILL = auto()  # a verb that says what will be, or that it is planned
    NEEDS_HEAD = auto()  # a caption that says what money is to be spent
    COMPARES = auto()  # ends what something is compared with
    CHANGE_HEAD = auto()  # heads a column of changes
    PLAN_HEAD = auto()  # and one of plans
    PERCENT_HEAD = auto()  # and one of percentages
    UNIT_HEAD = auto()  # and one of units
    FACT_HEAD = auto()  # and, if it says no more, one of what there is
    DUE_HEAD = auto()  # of the days by when plans are due
    SHARE_HEAD = auto()  # of shares in the whole above
    INDEX_HEAD = auto()  # of a ratio to another time
    FALL_HEAD = auto()  # of changes that are told without a sign
    REMAINING_HEAD = auto()  # of what a plan lacks
    QUOTE_HEAD = auto()  # of the words of a source, or where they stand
    NOTE_HEAD = auto()  # of numbers of notes, and of codes
    NO_PLAN = auto()  # a phrase with a word of plans that tells none
    CAUSE = auto()  # leads to a cause, or else to what is to be done
    IF = auto()  # begins what is only thought of
    WAITS = auto()  # for what is to be done to somebody, which is no plan
    DROPS = auto()  # says that a plan is no more
    TABLE = auto()  # what a sentence calls a table
    DISPLAYS = auto()  # and its verb for what the table is of


Annotation = Mark | Modifier | Fraction | Split
