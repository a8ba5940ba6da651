"""Reports from files: one, several, or all of an organisation."""

import os
from collections.abc import Sequence

from edureport.errors import ReportError
from edureport.model.library import Library
from edureport.model.merging import merged
from edureport.model.report import Report
from edureport.problem import Problem
from edureport.reading.files import name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.locate import locate
from edureport.reading.report_file import read_report


def load(path: str) -> Report:
    """The report in the file `path`; `-` is standard input.

    Raises ReportError with every mistake in the file, its line and column and the remedy;
    UsageError if EDUREPORT_LIMITS is no factor.
    """
    name, bounds = name_of(path), limits(os.environ)
    return read_report(read_bytes(path, name, bounds), name, bounds)


def load_library(*paths: str) -> Library:
    """The reports in these files and folders, of one organisation.

    Raises ReportError for what cannot be read, UsageError for reports of several organisations.
    """
    return Library.of(load_all(locate([str(path) for path in paths], {}).paths))


def load_all(paths: Sequence[str]) -> list[Report]:
    """The reports in these files, those of one organisation on one period as one.

    Raises one ReportError with the mistakes of all of them, or where two on one period differ and
    it is not known which was published later.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    omitted = 0
    for path in paths:
        try:
            reports.append(load(path))
        except ReportError as error:
            problems += error.problems
            omitted += error.omitted
    if problems:
        raise ReportError(*problems, omitted=omitted)
    return merged(reports)
