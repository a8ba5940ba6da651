"""Small tables, and texts that some format takes for its own markup."""

import io
from datetime import date
from decimal import Decimal

import pytest

from edureport.formats import FORMATS, Style, writer
from edureport.languages.values import Counted, Difference
from edureport.message import message
from edureport.model.period import Period
from edureport.model.quantity import Quantity
from edureport.table import Bar, Column, Kind, Label, Named, Table

HOSTILE = {
    "pipes": "a|b||c \\| d |",
    "html": "<b>bold</b> & &amp; &lt; \"quoted\" 'quoted'",
    "script": "</td></table><script>alert(1)</script><!--",
    "latex": r"50% of $x_1^2$ & #1 {a} ~ \input{x} <y>",
    "rich": "[red]a[/red] [link=https://example.com]b[/link] [/]",
    "emoji codes": ":school: :smile: :warning:",
    "wide": "学校 ｗｉｄｅ 🏫",
    "joined": "👩\u200d🏫 no\u00a0break soft\u00adhyphen narrow\u202fspace",
    "combining": "e\u0301 и\u0306 ẽ",
    "markdown": "*a* _b_ `c` [d](e) ![f](g) ~~h~~ <https://example.com> 1 < 2",
    "wiki": "[[a]] {{b}} '''c''' ==d== {| |} ||",
    "jira": "{color:red}a{color} [b|c] !d! h1.",
    "list": ",a; \"b\" 'c'\t",
    "formula": "=HYPERLINK(1)",
    "plus": "+1",
    "minus": "-1+2",
    "at": "@SUM(A1)",
    "braces": "{number} {0} %s %(x)s {{}}",
    "backslashes": "a\\b \\n c\\\\",
    "url": "https://example.com/?a=1&b=2#c",
}
COLUMNS = (
    Column("label", Kind.LABEL, people=1),
    Column("section", Kind.NAMED, people=2),
    Column("as_written", Kind.TEXT, people=3),
    Column("value", Kind.QUANTITY, people=4),
    Column("value_bound", Kind.CODE),
    Column("unit", Kind.UNIT, people=5),
    Column("share", Kind.PERCENT, people=6),
)
EVERY_KIND = (
    Column("as_written", Kind.TEXT, people=1),
    Column("label", Kind.LABEL, people=2),
    Column("value_bound", Kind.CODE, people=3),
    Column("status", Kind.STATUS, people=4),
    Column("reason", Kind.MESSAGE, people=5),
    Column("section", Kind.NAMED, people=6),
    Column("unit", Kind.UNIT, people=7),
    Column("value", Kind.QUANTITY, people=8),
    Column("value_low", Kind.END, people=9),
    Column("remaining", Kind.NUMBER, people=10),
    Column("expected", Kind.RATE, people=11),
    Column("pace", Kind.PACE, people=12),
    Column("share", Kind.PERCENT, people=13),
    Column("percent", Kind.GROWTH, people=14),
    Column("change", Kind.CHANGE, people=15),
    Column("due", Kind.DATE, people=16),
    Column("period", Kind.PERIOD, people=17),
    Column("line", Kind.COUNT, people=18),
    Column("text", Kind.SENTENCE, people=19),
    Column("flags", Kind.CODES, people=20),
    Column("bar", Kind.BAR, people=21, machines=False),
)
SCHOOLS = {"one": "school", "other": "schools"}
FULL = (
    "300-ден астам",
    Label("State schools", "General schools"),
    "more_than",
    "behind",
    message("change.from_zero"),
    Named("network", "School network"),
    Counted("school", SCHOOLS, Quantity(Decimal(300))),
    Quantity.parse("more than 300"),
    Decimal("300.5"),
    Quantity(Decimal(-20)),
    Quantity(Decimal("16.05")),
    Quantity(Decimal("0.665")),
    Quantity(Decimal("83.35")),
    Quantity(Decimal("-10.25")),
    Difference(Decimal(19), "exact"),
    date(2025, 12, 31),
    Period.parse("2025-9M"),
    1234,
    message("targets.reason", label="Plan", reason=message("reason.no_due")),
    ("provisional", "estimated"),
    Bar(Decimal("0.5"), Decimal("0.75")),
)


def said(text):
    """A message that says just this."""
    return message("group.section", section=text)


def _table(rows, columns=COLUMNS, **more):
    parts = {"name": "summary", "title": said("Title"), "language": "en"} | more
    return Table(columns=columns, rows=rows, chosen=True, **parts)  # empty columns stay


def _written(table, name, language="en", **style):
    out = io.BytesIO() if FORMATS[name].binary else io.StringIO()
    writer(name).write(table, out, Style(name, language, **style))
    return out.getvalue()


@pytest.fixture(scope="session")
def table():
    """`table(rows, columns, notes=…)`: a table of these."""
    return _table


@pytest.fixture(scope="session")
def written():
    """`written(table, "csv", width=80)`: what a format makes of it."""
    return _written


@pytest.fixture(scope="session")
def labelled():
    """`labelled("a|b")`: a table that says this text wherever it can, in a whole and a part of it."""

    def make(text, **more):
        cells = [Named("network", text), text, Quantity(Decimal(300)), "exact"]
        cells += [Counted("school", {"other": text}, Quantity(Decimal(300))), None]
        rows = [(Label(text), *cells), (Label(text, text), *cells)]
        about = {"title": said(text), "groups": ((0, said(text)),), "notes": (said(text),)}
        return _table(rows, **about | more)

    return make


@pytest.fixture(scope="session")
def every_kind():
    """A table with a full row and an empty one under a column of every kind."""
    return _table([FULL, (None, Label("Empty"), *[None] * (len(FULL) - 2))], EVERY_KIND)


@pytest.fixture(params=HOSTILE)
def hostile(request):
    """A text that some format would take for its own."""
    return HOSTILE[request.param].strip()
