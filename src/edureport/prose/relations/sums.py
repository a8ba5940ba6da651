"""Sums of parts against wholes, over all that the words leave possible; and how surely they must add up."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import pairwise

from edureport.analysis.breakdown import follows, total
from edureport.model.interval import Interval
from edureport.model.quantity import Bound, Quantity
from edureport.prose.figures.figure import PARTS, Figures, Indices
from edureport.prose.numbers.number import last_digit
from edureport.prose.relations.derivation import is_difference, is_near_miss, is_slip, quantity
from edureport.prose.relations.division import Division
from edureport.prose.relations.relation import Certainty, Consistency, Relation, RelationKind, Rule

FAR = Decimal("1.05")  # beyond "more than N" by this and by so many steps of its last digit
STEPS = 10
LONG = 4  # digits of a number that is one digit off hardly by chance
VERY_LONG = 6  # digits of such numbers that no words join
TWO = 2  # halves of a year, of which none holds the other
CUMULATED = Decimal("1.25")  # times a total, which quarters that are counted on exceed
LITTLE = Decimal("0.01")  # of a whole that its parts may well leave over unsaid
CLOSE, VERY_CLOSE = Decimal("0.05"), Decimal("0.01")
LARGE = 100  # a whole that a list adds up to hardly by chance
FEW = 3  # digits of a number that is one digit off, in a list of nothing but its parts
TENS = 10  # what a digit before the last is off by
SHORT = 2  # digits of a whole that is less than its parts, and so wrong anyway; and of a long list
SEVERAL = 3  # things that words lead to, though they have other names than their whole
MANY = 4  # parts of a list that hardly leaves any out
MANY_MORE = Decimal("1.5")  # times one number of people that another is, which may count families
MUCH_MORE = 3  # times one number that another is which is no part of it
GROSS = 2  # times a whole; parts of more than that are rather parts of something else
# Words that lead to parts; a sign alone may lead to anything that is more than the number before.
LED = frozenset({Rule.PARTS_OPENER, Rule.PARTS_SUFFIX, Rule.PARTS_LINES})
TO_PARTS = LED | {Rule.PARTS_COLON, Rule.PARTS_BRACKET, Rule.PARTS_TAKEN_OUT}
OVER, SLIGHTLY_OVER = Decimal("0.3"), Decimal("0.1")  # beyond a whole, as a share of it
BEYOND = 10  # times all of its parts, a whole of which they are rather none
MUCH = Decimal("0.3")  # of a whole that parts of a list leave over, which names the main ones


def amounts_of(figures: Figures, division: Division) -> list[Quantity]:
    """What the parts state, each so many times."""
    parts = (figures[part] for part in division.parts)
    return list(map(quantity, parts, division.counts))


def added(figures: Figures, division: Division) -> Interval:
    """Every sum of the parts, each so many times, that their words leave possible."""
    return total(amounts_of(figures, division))


def missing(figures: Figures, division: Division) -> Decimal:
    """What the parts as they are stated leave over of their whole; less than 0 if they are more."""
    parts = sum((amount.stated for amount in amounts_of(figures, division)), Decimal(0))
    return (figures[division.whole].stated or Decimal(0)) - parts


def misses_little(figures: Figures, division: Division) -> bool:
    """Whether the sum of the parts misses their whole by no more than they may leave over."""
    return abs(missing(figures, division)) <= (figures[division.whole].stated or 0) * LITTLE


def may_leave_the_rest(figures: Figures, division: Division) -> bool:
    """Whether parts miss their whole by no more than what is of no kind, or not known."""
    return missing(figures, division) > 0 and misses_little(figures, division)


def may_be_cumulated(figures: Figures, whole: int, parts: Indices) -> bool:
    """Whether each number may hold those before it, as of three months, of six, of nine and of the year."""
    amounts = [figures[index].stated or Decimal(0) for index in (*parts, whole)]
    rising = all(one < other for one, other in pairwise(amounts))
    return len(parts) > TWO and rising and sum(amounts[:-1]) > CUMULATED * amounts[-1]


def nearly_adds_up(figures: Figures, division: Division, within: Decimal = CLOSE) -> bool:
    """Whether the parts miss the whole by less than chance would: rather by a slip than by a missing part."""
    whole, computed = figures[division.whole], added(figures, division)
    if not computed.is_point or whole.stated is None or len(division.parts) < 2:
        return False
    off = abs(computed.low - whole.stated)
    if not off and whole.bound == Bound.MORE_THAN:
        return True
    least = min(amount.stated for amount in amounts_of(figures, division))
    return whole.bound == Bound.EXACT and 0 < off < least and off <= whole.stated * within


def is_one_digit_off(figures: Figures, division: Division, least: int = LONG) -> bool:
    """Whether parts and whole would add up if one digit of them were another, or two were swapped."""
    whole, computed = figures[division.whole], added(figures, division)
    exact = computed.is_point and whole.stated is not None and whole.bound == Bound.EXACT
    if len(division.parts) < 2 or not exact:
        return False
    given = [figures[part].stated or Decimal(0) for part in division.parts]
    return is_slip(computed.low, whole.stated or Decimal(0), given, least, added=True)


def adds_up(figures: Figures, division: Division) -> bool:
    """Whether the parts can be all there are of the whole."""
    return verdict_of(figures, division, complete=True) is Consistency.FOLLOWS


def can_hold(figures: Figures, division: Division) -> bool:
    """Whether the whole can have these parts: all of them if it is complete, else more, too."""
    return verdict_of(figures, division) is not Consistency.DOES_NOT_FOLLOW


def verdict_of(figures: Figures, division: Division, *, complete: bool | None = None) -> Consistency:
    """Whether parts, each so many times, can be those of the whole; as `complete` as it is if not said."""
    complete = division.complete if complete is None else complete
    stated, amounts = quantity(figures[division.whole]), amounts_of(figures, division)
    if any(one.stated != one.stated.to_integral_value() for one in (stated, *amounts)):
        # "More than 300" hectares, of which 250.5, are no whole things: 300.2 are more.
        stated, *amounts = (replace(one, counted=False) for one in (stated, *amounts))
    if not follows(amounts, stated, complete=complete):
        return Consistency.DOES_NOT_FOLLOW
    if not follows(amounts, stated, complete=True):
        return Consistency.PARTIAL
    reached = total(amounts)
    if stated.bound is Bound.MORE_THAN and reached.is_point:
        last = Decimal(1).scaleb(last_digit(stated.stated))
        if reached.low > stated.stated * FAR and reached.low - stated.stated > STEPS * last:
            return Consistency.DOUBTFUL
    return Consistency.FOLLOWS


def parts_relation(figures: Figures, division: Division) -> Relation | None:
    """A whole and its parts; None where their sum would be a guess."""
    verdict = verdict_of(figures, division)
    certainty = Certainty.CERTAIN if division.sure else Certainty.LIKELY
    if verdict is Consistency.DOES_NOT_FOLLOW:
        if _is_no_division(figures, division):
            return None
        beginning = _up_to_a_joint_that_slips(figures, division)
        if beginning is None and not _slips(figures, division):
            beginning = _up_to_a_joint(figures, division)
        beginning = beginning or _that_adds_up(figures, division)
        if beginning is not None:
            return beginning
        sure = _certainty(figures, division)
        if sure is None:
            near = _near(figures, division) or _exceeds_by_a_slip(figures, division)
            near = near or _is_led_to_but_for_a_digit(figures, division)
            if not near:
                return None
            sure, verdict = Certainty.LIKELY, Consistency.DOUBTFUL
        certainty = sure
    elif verdict is not Consistency.FOLLOWS and not division.sure:
        if not _near(figures, division):
            return None
        verdict = Consistency.DOES_NOT_FOLLOW if division.closed else Consistency.DOUBTFUL
    elif verdict is Consistency.PARTIAL:
        return _leaving_some(figures, division, certainty)
    return relation_of(figures, division, verdict, certainty)


def _is_no_division(figures: Figures, division: Division) -> bool:
    """Whether a whole is beyond all its parts, or what two of them differ by.

    «1,2 трлн теңге төленді, олардың 64 мыңы – әйелдер, ал 140 мыңы – ер адамдар»; "deficit 5: income 95,
    spending 100".
    """
    whole, parts = figures[division.whole], [figures[part] for part in division.parts]
    beyond = added(figures, division).high * BEYOND < (whole.stated or Decimal(0))
    return beyond or (len(parts) == 2 and is_difference(whole, *parts))


def _leaving_some(figures: Figures, division: Division, certainty: Certainty) -> Relation:
    """A whole of which its parts leave something over: to be asked about only if that is rather a slip."""
    if division.open:
        return relation_of(figures, division, Consistency.PARTIAL, certainty)
    listed = (division.closed or division.colon) and _near(figures, division)
    doubtful = division.listed or listed or _slips(figures, division)
    doubtful = doubtful or _is_led_to_but_for_a_digit(figures, division)
    verdict = Consistency.DOUBTFUL if doubtful else Consistency.PARTIAL
    return relation_of(figures, division, verdict, certainty)


def relation_of(figures: Figures, division: Division, verdict: Consistency, certainty: Certainty) -> Relation:
    """A whole and its parts, with what was found of them."""
    whole, parts, computed = division.whole, division.parts, Quantity.of(added(figures, division))
    found = Relation(RelationKind.PARTS, division.rule, certainty, whole, parts, verdict, computed)
    return found._replace(counts=division.counts, complete=division.complete)


def first_sum(
    figures: Figures, read: Iterable[Division], near: Callable[[Division], bool]
) -> Iterator[Relation]:
    """The first division that adds up, or else the first that a slip keeps from it, as `near` tells."""
    read = list(read)
    fitting = next((one for one in read if adds_up(figures, one)), None)
    found = fitting or next(filter(near, read), None)
    if found is not None:
        verdict = Consistency.FOLLOWS if fitting else Consistency.DOUBTFUL
        yield relation_of(figures, found, verdict, Certainty.LIKELY)


def _near(figures: Figures, division: Division) -> bool:
    """Whether parts miss their whole by so little, or by one digit, that it is rather a slip."""
    if division.open:
        return False
    within = VERY_CLOSE if division.sure and not division.colon else CLOSE
    return nearly_adds_up(figures, division, within) or _slips(figures, division)


def _slips(figures: Figures, division: Division) -> bool:
    """Whether one digit would make a list right: of fewer digits where it is long or tells nothing else."""
    kinds = division.exclusive or not division.people
    told = division.clean or division.closed
    sure = division.sure and told and (kinds or missing(figures, division) >= 0)
    many = kinds and division.clean and len(division.parts) >= MANY
    several = division.direct or (division.countable and len(division.parts) >= SEVERAL)
    things = division.rule is Rule.PARTS_OPENER and division.clean and several
    least = SHORT if sure and many else FEW if sure or (things and kinds) else LONG
    return is_one_digit_off(figures, division, least)


def _is_led_to_but_for_a_digit(figures: Figures, division: Division) -> bool:
    """Whether words lead to two parts or more, and one digit would make them all that there are.

    Such lists are hardly ever incomplete, but may leave a few of some dozens. More than their whole are
    rather parts that overlap, unless none of what is counted can be of two kinds.
    """
    rest, stated = missing(figures, division), figures[division.whole].stated or Decimal(0)
    over = rest < 0
    if stated < LARGE and rest % TENS:
        return False
    if division.people and (over or division.colon or not division.exclusive):
        return False  # women, and with a degree
    if over and (division.rule not in LED or not (division.exclusive and division.apart)):
        return False
    largest = max(figures[part].stated or Decimal(0) for part in division.parts)
    led = division.rule in TO_PARTS and largest < stated
    return led and not division.mixed and is_one_digit_off(figures, division, SHORT)


def _exceeds_by_a_slip(figures: Figures, division: Division) -> bool:
    """Whether one part is more than the whole of all, and one digit would mend that."""
    if max(figures[part].stated or 0 for part in division.parts) <= (figures[division.whole].stated or 0):
        return False  # these may overlap
    slip = is_one_digit_off(figures, division, SHORT)
    return division.countable and not division.mixed and slip


def _up_to_a_joint(figures: Figures, division: Division) -> Relation | None:
    """The longest beginning of a list that can be right, if the list may have ended there."""
    for size in reversed(division.joints):
        shorter = division.taking(range(size))._replace(complete=False, closed=False)
        if can_hold(figures, shorter):
            return relation_of(figures, shorter, Consistency.PARTIAL, Certainty.LIKELY)
    return None


def _up_to_a_joint_that_slips(figures: Figures, division: Division) -> Relation | None:
    """The beginning of a list up to a joint that adds up, or would but for one digit."""
    for size in reversed(division.joints):
        for relation in first_sum(figures, [division.taking(range(size))], partial(_slips, figures)):
            return relation
    return None


def _that_adds_up(figures: Figures, division: Division) -> Relation | None:
    """The beginning of a list that is exactly its whole; what follows tells something else.

    Or a list that is that of its first part: "49 million, of them 42 from the state: 37 for roads, 5 for …".
    """
    size = len(division.parts)
    inner = division.taking(range(1, size))._replace(whole=division.parts[0])
    large = (figures[division.whole].stated or 0) >= LARGE
    shorter = [division.taking(range(count)) for count in range(size - 1, 1, -1) if large]
    read = [inner, *shorter] if size > 2 else shorter
    return next(first_sum(figures, read, lambda _: False), None)


def _certainty(figures: Figures, division: Division) -> Certainty | None:
    """How sure it is that parts which do not add up must; None if that is a guess."""
    stated = figures[division.whole].stated or Decimal(0)
    amounts = [amount.stated for amount in amounts_of(figures, division)]
    if max(amounts) > stated:
        return _of_one_part(figures, division)
    if sum(amounts) > GROSS * stated or not (division.sure or division.kinds):
        return None
    if division.kinds and not (division.clean and division.exclusive and division.countable):
        return None
    if sum(amounts) > stated:
        apart = division.apart or division.complete or is_one_digit_off(figures, division, FEW)
        if division.clean and division.exclusive and apart:
            return Certainty.CERTAIN
        if division.people and not division.exclusive:
            return None  # women, and with a degree
        likely = division.apart or _would_add_up(figures, division)
        limit = OVER if division.exclusive and likely else SLIGHTLY_OVER
        return Certainty.LIKELY if sum(amounts) <= (1 + limit) * stated else None
    little = division.colon and may_leave_the_rest(figures, division)
    if division.colon and not division.apart and not is_one_digit_off(figures, division, SHORT):
        return None if missing(figures, division) > MUCH * stated else Certainty.LIKELY
    return Certainty.CERTAIN if division.clean and not little else Certainty.LIKELY


def _would_add_up(figures: Figures, division: Division) -> bool:
    """Whether parts would make their whole, as that is printed, with another digit in one of them."""
    members = (division.whole, *division.parts)

    def adds(others: Figures) -> bool:
        read = [*figures]
        for place, other in zip(members, others, strict=True):
            read[place] = other
        return adds_up(read, division)

    return is_near_miss(adds, [figures[index] for index in members])


def _of_one_part(figures: Figures, division: Division) -> Certainty | None:
    """How sure a part is that is more than its whole: "120 people, of them 130 women"."""
    whole, first = figures[division.whole], figures[division.parts[0]]
    amounts = [one.stated or Decimal(0) for one in (whole, first)]
    exceeds, same = amounts[1] > amounts[0], first.unit in {None, whole.unit} or first.role in PARTS
    led = division.rule in LED or division.direct
    if not (exceeds and led) and not is_one_digit_off(figures, division, SHORT):
        return None  # "in 5 doses: 20, 40, 100, …", "500 cattle, of them 180 cows, 700 sheep"
    if amounts[1] > MUCH_MORE * amounts[0] or (not same and amounts[1] >= MANY_MORE * amounts[0]):
        return None  # "12 families, of them 30 women", "6 states, of which 3,439 in Gujarat"
    if division.sure and not division.mixed and division.clean:
        bare = division.rule is Rule.PARTS_BRACKET and not division.apart
        return Certainty.LIKELY if bare else Certainty.CERTAIN
    if division.direct and exceeds and division.countable and (same or division.people):
        return Certainty.CERTAIN if same else Certainty.LIKELY  # "40 schools and 3 clubs, of them 50 women"
    return Certainty.LIKELY if division.sure and exceeds else None
