"""Verdicts on targets that a careless reading would get wrong."""

from datetime import date
from decimal import Decimal
from itertools import product

import pytest
from reported import read_report

from edureport.analysis.path import Method
from edureport.analysis.progress import Status, assess_all
from edureport.commands.columns import columns_of
from edureport.commands.targets import COLUMNS, stand, targets_table
from edureport.model.library import Library
from edureport.model.quantity import Bound, Quantity

HEAD = """\
edureport: 1
report: {{id: made-up, organisation: Made-up Department, period: {period}, language: en}}
units: {{school: schools, centre: centres}}
indicators: {{s: {{label: Schools, unit: {unit}, kind: {kind}{more}}}}}
"""
DAY = date(2025, 9, 30)


def report(period="2025-9M", unit="school", kind="stock", value=None, better=None, target=None):
    more = (f", value: {value}" if value else "") + (f", better: {better}" if better else "")
    text = HEAD.format(period=period, unit=unit, kind=kind, more=more)
    if target:
        text += f"targets: {{t: {{label: T, indicator: s, due: 2025-12-31, {target}}}}}\n"
    return read_report(text.encode(), "made-up.yaml")


def verdict(*reports, method=Method.LINEAR, day=DAY):
    library = Library.of(reports)
    (found,) = assess_all(library, library.targets(), day, method)
    return found


def test_schools_are_no_progress_towards_centres():
    found = verdict(
        report("2025-H1", value="30", target="value: 20"), report(unit="centre", target="value: 20")
    )
    assert (found.status, found.reason.key) == (Status.NOT_ASSESSABLE, "reason.unit")
    assert found.progress is None


def test_a_stock_is_no_progress_towards_a_flow():
    found = verdict(report("2025-H1", value="30"), report(kind="flow", target="value: 20"))
    assert found.reason.key == "reason.unit"


@pytest.mark.parametrize(
    ("baseline", "value", "better", "status"),
    [
        (30, 15, "higher", Status.REGRESSING),
        (30, 25, "higher", Status.ON_TRACK),
        (10, 25, "lower", Status.OFF_TRACK),
        (10, 15, "lower", Status.ON_TRACK),
    ],
)
def test_a_share_of_the_way_means_nothing_from_beyond_the_target(baseline, value, better, status):
    target = f"value: 20, baseline: {{value: {baseline}, date: 2024-12-31}}"
    assert verdict(report(value=value, better=better, target=target)).status is status


def test_more_than_19_schools_are_20():
    assert verdict(report(value="more than 19", target="value: 20")).status is Status.ACHIEVED


QUANTITIES = ["7", "more than 7", "at least 7", "less than 7", "at most 7", "about 7", "nearly 7", "5..9"]


@pytest.mark.parametrize("kind", ["stock", "ratio"])
@pytest.mark.parametrize("method", Method)
def test_whatever_the_bounds_every_column_can_be_shown(kind, method, made):
    for value, target, baseline in product(QUANTITIES, ["20", "more than 20", "at most 3"], QUANTITIES):
        one = report(
            kind=kind,
            value=value,
            target=f"value: {target}, baseline: {{value: {baseline}, date: 2024-12-31}}, "
            "milestones: {2025-06-30: more than 3, 2025-11-30: less than 15}",
        )
        table = targets_table([stand(Library.of([one]), {"s"}, DAY, method)], "en", explain=True)
        assert "Made-up Department" in made(table.select([column.key for column in columns_of(COLUMNS)]))


@pytest.fixture
def made():
    """What a table looks like in plain text."""
    import io

    from edureport.formats import Style, writer

    def write(table):
        out = io.StringIO()
        writer("table").write(table, out, Style("table", "en"))
        return out.getvalue()

    return write


def test_counts_close_at_whole_numbers():
    cases = {"more than 300": (301, None), "less than 7": (0, 6), "nearly 300": (285, 299), "about 7": (6, 8)}
    for text, (low, high) in cases.items():
        possible = Quantity.parse(text, counted=True).possible
        assert possible.low == low
        assert not possible.low_open
        assert (possible.high == high) if high is not None else possible.high == Decimal("Infinity")
    assert Quantity(Decimal("0.5"), Bound.MORE_THAN, counted=True).possible.low_open
