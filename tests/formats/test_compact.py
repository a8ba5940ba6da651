"""Rows without columns: what leads, what is named, what is said in sentences, and when they are chosen."""

import pytest

from edureport.message import message
from edureport.model.quantity import Quantity
from edureport.table import Column, Compact, Kind, Label, Table

COLUMNS = (
    Column("label", Kind.LABEL, 1),
    Column("status", Kind.STATUS, 2),
    Column("actual", Kind.QUANTITY, 3),
    Column("remaining", Kind.NUMBER, 4),
    Column("reason", Kind.MESSAGE, 5),
)
LONG = "Schools that renewed workshops and laboratories"


def rows_of(*labels):
    actual = Quantity.parse("more than 300")
    return [(label, "missed", actual, Quantity.parse("12"), message("reason.no_due")) for label in labels]


@pytest.fixture
def shown(written):
    """`shown(rows, width)`: the lines of a table under its title."""

    def show(rows, width, columns=COLUMNS, **style):
        table = Table("targets", message("group.section", section="T"), "en", columns, rows)
        return written(table, "table", width=width, **style).splitlines()[2:]

    return show


def test_what_leads_comes_first_then_what_is_named_then_what_is_said(shown):
    assert shown(rows_of(Label(LONG)), 60) == [
        f"{LONG}  ✗ missed",
        "  Actual: more than 300 · Remaining: 12",
        "  no due date is given",
    ]


def test_a_part_stands_under_its_whole_with_all_its_lines(shown):
    lines = shown(rows_of(Label(LONG), Label("rural ones", whole="Schools")), 60)
    assert lines[3:] == [
        "  rural ones  ✗ missed",
        "    Actual: more than 300 · Remaining: 12",
        "    no due date is given",
    ]


def test_what_does_not_fit_goes_on_below_and_nothing_is_broken_that_need_not_be(shown):
    assert shown(rows_of(Label("Schools with workshops")), 24) == [
        "Schools with workshops",
        "  ✗ missed",
        "  Actual: more than 300",
        "  Remaining: 12",
        "  no due date is given",
    ]


def test_an_empty_cell_takes_no_place(shown):
    row = (Label(LONG), "missed", Quantity.parse("3"), None, None)
    assert shown([row, *rows_of(Label(LONG))], 60)[:2] == [f"{LONG}  ✗ missed", "  Actual: 3"]


def test_columns_are_chosen_where_they_take_no_more_lines(shown):
    assert shown(rows_of(Label("Schools")), 100)[0].split() == [
        "Target",
        "Status",
        "Actual",
        "Remaining",
        "Reason",
    ]
    assert shown(rows_of(Label(LONG)), 60)[0] == f"{LONG}  ✗ missed"


def test_headings_are_dim_and_a_status_has_its_colour(shown):
    lines = shown(rows_of(Label(LONG)), 60, color=True)
    assert lines[0] == f"\x1b[1m{LONG}\x1b[0m  \x1b[31m✗ missed\x1b[0m"
    assert lines[1].startswith("  \x1b[2mActual: \x1b[0mmore than 300 · \x1b[2mRemaining: \x1b[0m12")


def test_a_column_may_lead_though_its_kind_does_not(shown):
    columns = (Column("place", Kind.TEXT, 1, compact=Compact.LEAD), *COLUMNS[1:])
    assert shown(rows_of("report.yaml:103:5"), 40, columns)[0] == "report.yaml:103:5  ✗ missed"


def test_a_table_without_rows_is_what_is_said_of_it(written):
    nothing = Table(
        "check", message("title.organisations", count=2), "en", COLUMNS, [], notes=(message("targets.none"),)
    )
    assert written(nothing, "table", width=80).count("\n") == 1


def test_what_explains_a_row_ends_it(shown):
    columns = (
        Column("label", Kind.LABEL, 1),
        Column("explained", Kind.TEXT, 2, compact=Compact.END),
        COLUMNS[-1],
    )
    rows = [(Label(LONG), "Two were closed.", message("reason.no_due"))]
    assert shown(rows, 50, columns) == [LONG, "  no due date is given", "  Explained by: Two were closed."]
