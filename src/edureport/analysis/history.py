"""History: every time that reports state one figure, the earliest report first."""

from collections.abc import Iterable, Iterator
from functools import reduce

from edureport.model.library import Library, Statement, counting
from edureport.model.period import Period
from edureport.model.report import Category


def histories(library: Library) -> Iterator[list[Statement]]:
    """The statements on each indicator and each part of one, where there are several."""
    for key in {key: None for report in library.reports for key in report}:
        of_category: dict[Category | None, list[Statement]] = {}
        for report in library.reports:
            if key in report:
                for figure in report[key].observations:
                    of_category.setdefault(figure.category, []).append(Statement(report, report[key], figure))
        yield from (statements for statements in of_category.values() if len(statements) > 1)


def by_period(statements: Iterable[Statement]) -> dict[Period, list[Statement]]:
    """The statements on each period, in their order."""
    periods: dict[Period, list[Statement]] = {}
    for statement in statements:
        periods.setdefault(statement.figure.period, []).append(statement)
    return periods


def series(statements: Iterable[Statement]) -> list[Statement]:
    """The one statement on each period that counts, the earliest period first."""
    chosen = [reduce(counting, same) for same in by_period(statements).values()]
    return sorted(chosen, key=lambda one: one.figure.period.order)
