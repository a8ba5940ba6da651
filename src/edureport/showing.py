"""What people read of a figure, wherever it is shown: its label, its amount, its share, its section."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from edureport.analysis.breakdown import rest, share
from edureport.analysis.change import Change
from edureport.languages.values import Amount, Difference, Rest, Thousands
from edureport.message import Foreign
from edureport.model.interval import HUNDRED, NEAREST, ZERO, Interval
from edureport.model.quantity import Quantity
from edureport.model.report import Blank, Category, Indicator, Observation, Section
from edureport.record import made
from edureport.table import Label, Named

# How sources write thousands; not мыңжылдық or тысячелетие, which are millennia.
_THOUSAND = re.compile(r"\b(мың(нан|ға|ды|ның|да|дай|ы)?|тыс\.|тысяч[аиу]?|thousand)(?!\w)", re.IGNORECASE)


def entries_of(indicator: Indicator) -> Iterator[tuple[Observation | Blank | None, Observation | None]]:
    """What an indicator says of the period of its report, each with its whole: itself, then its parts."""
    total = indicator.observation
    if not indicator.breakdowns and not indicator.blanks:
        yield total, total
        return
    entries = indicator.entries if indicator.blanks else iter(indicator.observations)
    parts = [entry for entry in entries if entry.category is not None or isinstance(entry, Blank)]
    if total is None and parts and parts[0].category is None:
        yield parts.pop(0), None
    else:
        yield total, total
    wholes = {key: indicator.figure(breakdown.of) for key, breakdown in indicator.breakdowns.items()}
    for entry in parts:
        yield entry, wholes[entry.category.dimension] if entry.category else None


def by_section(
    sections: Mapping[str, Section], indicators: Iterable[Indicator]
) -> list[tuple[Section | None, list[Indicator]]]:
    """The indicators by section, in the order of the sections; those of none at the end."""
    members: dict[str | None, list[Indicator]] = {**{key: [] for key in sections}, None: []}
    for indicator in indicators:
        members[indicator.section.key if indicator.section else None].append(indicator)
    return [(sections[key] if key else None, own) for key, own in members.items() if own]


def left_for(indicator: Indicator, blank: Blank, whole: Observation | None) -> Rest | None:
    """What the other parts leave for the only one of a complete breakdown that has no value."""
    if blank.category is None or whole is None or indicator.is_ratio:
        return None
    breakdown = indicator.breakdowns[blank.category.dimension]
    others = [part.quantity for part in indicator.parts(breakdown.key)]
    if not breakdown.complete or len(others) != len(breakdown.members) - 1:
        return None
    left = rest(whole.quantity, others)
    amount = None if left is None else Quantity.of(left)
    return None if amount is None else Rest(amount.stated, amount.bound.value, amount.upper)


def label_of(indicator: Indicator, category: Category | None, language: str) -> Label:
    """What a figure is about; for people a part names its breakdown where its whole has several."""
    whole = indicator.label.in_language(language)
    if category is None:
        return made(Label, (whole, None, None))
    breakdown = indicator.breakdowns[category.dimension]
    if breakdown.of or breakdown.beside_others:
        text, under = (_part(indicator, category, language, named=named) for named in (False, True))
        return Label(text, whole, under)
    return Label(breakdown.members[category.member].in_language(language), whole)


def _part(indicator: Indicator, category: Category, language: str, *, named: bool) -> str:
    """The label of a part, behind that of a larger one; if `named` behind its breakdown, of several."""
    breakdown = indicator.breakdowns[category.dimension]
    own = indicator.label_of(category).in_language(language)
    if named and breakdown.beside_others:
        name = breakdown.label.in_language(language) if breakdown.label else breakdown.key.rpartition("/")[2]
        own = _in_its_language(f"{name}: {own}", own)
    if breakdown.of is None:
        return own
    return _in_its_language(f"{_part(indicator, breakdown.of, language, named=named)} – {own}", own)


def _in_its_language(text: str, part: str) -> str:
    """A text that ends in a part, in the language of that part."""
    return Foreign(text, part.language) if isinstance(part, Foreign) else text


def as_people_write(figure: Observation) -> Amount:
    """The quantity of a figure, in thousands where the words of its source are."""
    quantity, words = figure.quantity, figure.as_written
    if words is None or not _THOUSAND.search(words):
        return quantity
    if any(NEAREST.remainder(number, Decimal(1000)) for number in (quantity.stated, quantity.upper or ZERO)):
        return quantity
    return Thousands(quantity.stated, quantity.bound.value, quantity.upper)


def words_of(figure: Observation | Blank | None, own: str, language: str) -> str | None:
    """The words of the source, which are in its `own` language, for a reader of another."""
    words = figure.as_written if figure else None
    return words if words is None or own == language else Foreign(words, own)


def share_of(figure: Observation, whole: Observation | None, indicator: Indicator) -> Interval | None:
    """The share of a part in its whole, or 100 % of "all"; None where it cannot be known."""
    if figure.all_of is not None:
        return HUNDRED
    if figure.category is None or whole is None or indicator.kind == "ratio":
        return None
    return share(figure.quantity, whole.quantity)


def section_of(indicator: Indicator, language: str) -> Named | None:
    """The section of an indicator, with its name in a language."""
    section = indicator.section
    return Named(section.key, section.label.in_language(language)) if section else None


def difference(change: Change, *, points: bool) -> Difference | None:
    """The change as it is shown, by the ends that are known of it."""
    if change.difference is None:
        return None
    amount = Quantity.of(change.difference)
    return Difference(amount.stated, amount.bound.value, amount.upper, points)


BARS = "▁▂▃▄▅▆▇█"
OPEN, RANGE = "░", "▒"  # a figure that is known from one side, or between two numbers
GAP = " "
FEWEST = 2  # figures that make a line


def sparkline(amounts: Sequence[Amount | None]) -> str:
    """One sign for each figure, shaded if it is no one number; empty if there is nothing to compare."""
    exact = [amount.stated for amount in amounts if amount is not None and amount.bound == "exact"]
    if len(exact) < FEWEST:
        return ""
    low, high = min(exact), max(exact)
    return "".join(_sign(amount, low, high) for amount in amounts)


def _sign(amount: Amount | None, low: Decimal, high: Decimal) -> str:
    if amount is None:
        return GAP
    if amount.bound != "exact":
        return RANGE if amount.bound in ("about", "nearly", "range") else OPEN
    if low == high:
        return BARS[len(BARS) // 2 - 1]
    return BARS[min(int((amount.stated - low) / (high - low) * len(BARS)), len(BARS) - 1)]
