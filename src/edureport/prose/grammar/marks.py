"""Annotations: what a word or phrase of a language can be marked as; each language has a table of them."""

from enum import StrEnum, auto
from typing import NamedTuple

from edureport.model.quantity import Bound
from edureport.prose.text.phrases import phrase_table

# What a phrase does for the number near it; the rules that ask for a mark say what it means.
Mark = StrEnum(
    "Mark",
    "ABBREVIATION ADDED AGAINST AGE AGED AGED_GROUP AGED_MOST AGED_OVER AGED_PEOPLE AGED_TOPIC AGE_AFTER "
    "AGE_BEFORE ALL ALL_OF_THEM AMONG AMOUNTING ANOTHER APPROVED ARTICLE ASKS ATTRIBUTE_UNIT AUX AVERAGE "
    "BECOMES BEFELL BEFORE_DAY BESIDES BETWEEN BORN BY BY_CAPACITY CALLS CAME CAPACITY CASE CHANGE_AS "
    "CLAUSE_JOINT CLOCK CLOCK_BEFORE COMPARED COMPARING COMPARISON CONJ CONNECTS CONSISTS CONTRAST "
    "CROSSED CURRENCY DATEWORD DATE_END DAY_NOUN DEFICIT DENIES DETERMINER DIALLED DIED DOCUMENT DONE "
    "DURING EACH EACH_AFTER EACH_BEFORE EACH_OF EQUAL EVERY EXCEEDS EXISTS EXPORTS FACTOR_AS FALL "
    "FALL_NOUN FEWER_OF FISCAL FOLD_COMPARED FOLD_LINK FOR_TIME FROM FULFILLED FUTURE GLUED GOVERNS "
    "GRADE GRADES_BEFORE GRADE_BEFORE GRADE_COUNT GRADE_FEW GRADE_PEOPLE GROWTH_NOUN HABITUAL HALF "
    "HALF_OF HALF_SHARE HOUR IMPORTS IN INDEFINITE INDEX_POINTS INDEX_TO INDEX_TO_YEAR INFINITIVE INSIDE "
    "INSTITUTION INVERTED IN_RATIO JOIN KIND_AFTER LAUNCHED LAW LAW_CODE LEAST_FROM LEFT LENGTH MEAN "
    "MEANT_FOR MEASURE MIDDLE MINUS MODAL MONTH MORE_OF MOVED MOVES NAMED NAMED_SEVERAL NAMELY "
    "NATURAL_GROWTH NEED NEGATIVE NET NET_MIGRATION NONE NOT_NOUN NOT_PERIOD NUMBERS_VERB NUMBER_OF "
    "OF_ANY_RATIO OF_PERIOD OF_PLAN OF_RATIO OF_THEM OF_YEAR ONE_HALF ONE_NOT ON_AVERAGE ON_TOP "
    "OPENER_STRONG OR OTHERS OUT_OF PER PERCENT PERIOD PERIODIC PHASED PHONE PLACE_NAMED PLAN PLAN_BEFORE "
    "PLAN_NOUN POINTING POINTS POWER PRECISELY PREP_YEAR PRESENT PRICE PRICED QUARTER QUARTER_AFTER "
    "QUARTER_BEFORE QUARTER_SHARE RANGE_JOINT RANGING RANK RANKED RANK_BEFORE RANK_HELD RANK_OF "
    "RANK_SINGULAR RANK_TAKEN RATE RATE_NOUN RATE_OF RATE_ON RATE_UNIT REACH REGISTER RELATIVE REMOVED "
    "REPAID REST REVENUE RISE RISE_BARE ROOM SHARE SHIFTED SIGN SIGN_AFTER SIZED SKIP SOWN SPENDING STREET "
    "STUCK SURPLUS THAN THAN_DOWN THAN_UP THAT THIS TIMES TIMES_BEFORE TIME_NOUN TIME_OF TIME_TAKEN TO TOTAL "
    "TOTAL_AFTER TO_BE TO_WORD TRADE UPDOWN VERB_UP WHO YEAR YEARS YEAR_BEFORE YEAR_OF "
    "AGED_LIMIT "  # between people and their age
    "BASIS "  # on which a change is measured, other than the figures themselves
    "BY_NOUN "  # leads to how far a change goes: "a rise of", "the difference was"
    "CHANGE_NOUN "  # the change itself: "a gain of"
    "CHANGE_SIZE "  # says of one how large it is: "a sharp"
    "DAYTIME "  # near a time of day: "in the morning", "the meeting opened"
    "EARLIER "  # calls a number what was before
    "ESTIMATE "  # a plan, where it is told how far it is met
    "FOR_EACH "  # in a sentence of how much each has, or all on average
    "INCLUSIVE "  # with words of what is in the amount that follows, or in the one before
    "INTEREST "  # of what is told in percent, but is a share of no amount beside it
    "IT "  # what the sentence before was about
    "LEAVING "  # leads to what is left
    "MAKING "  # tells of a count which share it is: "accounting for"
    "NETTED "  # what is left of an amount when others are taken from it: a profit, a loss
    "NOW "  # calls a number what is, where another is what was
    "ORDERED "  # of which one is the third: "a third successive year"
    "NUMBERED_PLACE "  # of which there are several, each with a number for its name: "zone"
    "OFFSET "  # takes what is behind it from what is before
    "OF_ONE "  # leads from a fraction to what it is one of
    "OF_SPENT "  # behind a length of time that is told as a quantity
    "OVER "  # behind a change, to what it is compared with
    "PEOPLE "  # those who live somewhere
    "PROPORTION "  # a noun for what is told in percent: "an error rate"
    "RESPECTIVELY "  # which number is whose stands elsewhere
    "ONCE "  # behind a hyphen: "a one-time rise"
    "ROAD "  # ends the name of a street, but of other things, too
    "SENTENCE_OPENER "  # begins a sentence, and is counted by no number
    "SHORTFALL "  # of a percentage that a plan was not met by
    "STANDING "  # in which to rise is to a smaller number
    "SUMMING "  # leads from parts to their total
    "TAKES "  # before one
    "THEY_ARE "  # a verb of several
    "WAS",  # calls a number what was before, where another is what is now
)


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
    """Kinds that leave no other, as state and private; those from `REACH` on mostly leave none."""

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
    PLAN_END = auto()  # what ends such a head
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


def marked(text: str) -> dict[Annotation, str]:
    """The phrases of each annotation: of `PLAN`, `BEFORE MORE_THAN`, `2/3`, `OWNER state`."""
    return phrase_table(_annotation, text)


def marked_in_clauses(text: str) -> dict[ClauseMark, str]:
    """The phrases of each mark of clauses."""
    return phrase_table(ClauseMark.__members__.__getitem__, text)


def _annotation(name: str) -> Annotation:
    first, _, second = name.partition(" ")
    if not second:
        above, _, below = name.partition("/")
        return Fraction(int(above), int(below)) if below else Mark[name]
    return Modifier(Slot[first], Bound[second]) if first in Slot.__members__ else Split(Family[first], second)
