"""The row of one figure, as summary and show write it, and what a figure is called in notes."""

import re
from decimal import Decimal

from edureport.analysis.breakdown import HUNDRED, share
from edureport.languages.values import Amount, Counted, Thousands
from edureport.message import Message, message
from edureport.model.interval import INFINITY, NEAREST, ZERO
from edureport.model.quantity import Bound, Quantity
from edureport.model.report import Category, Indicator, Observation, Text
from edureport.table import Column, Kind, Label, Named, Row

# How sources write thousands; not мыңжылдық or тысячелетие, which are millennia.
_THOUSAND = re.compile(r"\b(мың(нан|ға|ды|ның|да|дай|ы)?|тыс\.|тысяч[аиу]?|thousand)(?!\w)", re.IGNORECASE)

COLUMNS = (
    Column("section", Kind.NAMED),
    Column("indicator", Kind.KEY),
    Column("dimension", Kind.KEY),
    Column("member", Kind.KEY),
    Column("label", Kind.LABEL, people=1),
    Column("unit", Kind.UNIT, people=3),
    Column("kind", Kind.CODE),
    Column("period", Kind.PERIOD),
    Column("value", Kind.QUANTITY, people=2),
    Column("bound", Kind.CODE),
    Column("low", Kind.END),
    Column("high", Kind.END),
    Column("share", Kind.PERCENT, people=4),
    Column("as_written", Kind.TEXT),
)


def figure_row(
    indicator: Indicator, figure: Observation | None, whole: Observation | None, language: str
) -> Row:
    """One figure under the columns of the summary; `whole` is what a part is a share of."""
    section = indicator.section
    category = figure.category if figure else None
    quantity = figure.quantity if figure else None
    label = indicator.label.in_language(language)
    low = high = None
    if quantity is not None:
        low, high = _ends(quantity)
    return (
        Named(section.key, section.label.in_language(language)) if section else None,
        indicator.key,
        category.dimension if category else None,
        category.member if category else None,
        Label(_part_label(indicator, category, language), label) if category else Label(label),
        Counted(indicator.unit.key, indicator.unit.in_language(language), _as_people_write(figure)),
        indicator.kind.value,
        figure.period if figure else indicator.period,
        _as_people_write(figure),
        quantity.bound.value if quantity else None,
        low,
        high,
        share_of(figure, whole, indicator) if figure else None,
        figure.as_written if figure else None,
    )


def _part_label(indicator: Indicator, category: Category, language: str) -> str:
    """The label of a part; that of a part of a part starts with the larger one."""
    above = indicator.breakdowns[category.dimension].of
    own = indicator.label_of(category).in_language(language)
    return f"{_part_label(indicator, above, language)} – {own}" if above else own


def _as_people_write(figure: Observation | None) -> Amount | None:
    """The quantity of a figure, in thousands where the words of its source are."""
    if figure is None:
        return None
    quantity, words = figure.quantity, figure.as_written
    if words is None or not _THOUSAND.search(words):
        return quantity
    if any(NEAREST.remainder(number, Decimal(1000)) for number in (quantity.stated, quantity.upper or ZERO)):
        return quantity
    return Thousands(quantity.stated, quantity.bound.value, quantity.upper)


def _ends(quantity: Quantity) -> tuple[object, object]:
    """The ends of the interval; None where it is open to infinity."""
    if quantity.bound is Bound.EXACT:
        return quantity.stated, quantity.stated
    interval = quantity.interval
    low = None if interval.low == -INFINITY else interval.low
    return low, None if interval.high == INFINITY else interval.high


def share_of(figure: Observation, whole: Observation | None, indicator: Indicator) -> Quantity | None:
    """The share of a part in its whole, or 100 % of "all"; None where none can be told."""
    if figure.all_of is not None:
        return Quantity(HUNDRED)
    if figure.category is None or whole is None or indicator.kind == "ratio":
        return None
    found = share(figure.quantity, whole.quantity)
    return None if found is None else Quantity.of(found)


def full_label(indicator: Indicator, category: Category | None) -> Text | Message:
    """What a figure is about, for a note: a part is named after its whole."""
    if category is None:
        return indicator.label
    return message("part", whole=indicator.label, part=indicator.label_of(category))
