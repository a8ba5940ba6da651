"""A table with a column of every kind, and in its rows what such cells can hold."""

from datetime import date
from decimal import Decimal

from edureport.languages.values import Counted, Difference
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.table import Bar, Column, Kind, Label, Named, Row, Table

FORMS = {
    "en": {"one": "school", "other": "schools"},
    "kk": {"other": "мектеп"},
    "ru": {"one": "школа", "few": "школы", "many": "школ", "other": "школы"},
}
HOSTILE = '=1 | <b>"x"</b> & *y* _z_ \\ #5 [w](https://example.org/a_b) `c` $1 {d} ~e^'
PEOPLE = (
    ("label", Kind.LABEL),
    ("value", Kind.QUANTITY),
    ("unit", Kind.UNIT),
    ("status", Kind.STATUS),
    ("value_bound", Kind.CODE),
    ("section", Kind.NAMED),
    ("reason", Kind.MESSAGE),
    ("text", Kind.SENTENCE),
    ("flags", Kind.CODES),
    ("remaining", Kind.NUMBER),
    ("expected", Kind.RATE),
    ("pace", Kind.PACE),
    ("progress", Kind.PERCENT),
    ("percent", Kind.GROWTH),
    ("change", Kind.CHANGE),
    ("value_low", Kind.END),
    ("due", Kind.DATE),
    ("period", Kind.PERIOD),
    ("days_left", Kind.COUNT),
    ("bar", Kind.BAR),
    ("as_written", Kind.TEXT),
    ("indicator", Kind.KEY),
)
COLUMNS = tuple(Column(key, kind, people=place) for place, (key, kind) in enumerate(PEOPLE, start=1))


def kinds_table(language: str) -> Table:
    """Every kind of column: with a bound, exact, hostile, and empty; a row that people do not see."""
    return Table(
        name="targets",
        title=message("title.targets", organisation="City of Examples", day=date(2025, 9, 30)),
        language=language,
        columns=COLUMNS,
        rows=[
            _row(language, "Schools", "more than 300"),
            _row(language, "of them rural", "12", whole="Schools"),
            _row(language, HOSTILE, "1234567.25"),
            (Label("Nothing known"), *[None] * (len(COLUMNS) - 1)),
            _row(language, "For machines", "5"),
        ],
        groups=(
            (0, message("group.section", section="Network")),
            (2, message("group.section", section=HOSTILE)),
        ),
        notes=(message("targets.reason", label=HOSTILE, reason=message("reason.no_due")),),
        details=frozenset((4,)),
    )


def _row(language: str, label: str, written: str, whole: str | None = None) -> Row:
    amount = Quantity.parse(written)
    exact = amount.bound == "exact"
    cells = {
        "label": Label(label, whole),
        "value": amount,
        "unit": Counted("school", FORMS.get(language, FORMS["en"]), amount),
        "status": "on_track" if exact else "missed",
        "value_bound": amount.bound.value,
        "section": Named("network", label),
        "reason": message("reason.no_baseline"),
        "text": message("targets.reason", label=label, reason=message("reason.no_due")),
        "flags": ("provisional", "estimated") if exact else None,
        "remaining": amount,
        "expected": amount,
        "pace": amount,
        "progress": amount,
        "percent": amount,
        "change": Difference(Decimal(-4) if exact else Decimal(50), amount.bound.value),
        "value_low": amount.stated,
        "due": date(2025, 12, 31),
        "period": Period(date(2025, 1, 1), date(2025, 9, 30)),
        "days_left": 1092,
        "bar": Bar(Decimal("0.4"), Decimal("0.75")),
        "as_written": f"{label}\n{written}",
        "indicator": "schools",
    }
    return tuple(cells[key] for key, _ in PEOPLE)
