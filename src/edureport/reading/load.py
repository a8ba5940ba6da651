"""Reports from files: one, several, or all of an organisation."""

import os
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path, PurePath
from types import MappingProxyType

from edureport.errors import ReportError, UsageError
from edureport.model.library import Library
from edureport.model.merging import merged
from edureport.model.report import Report
from edureport.near import unknown
from edureport.problem import Problem
from edureport.reading.allowed import checked
from edureport.reading.files import as_argument, is_large, name_of, read_beginning, read_bytes
from edureport.reading.limits import Limits, limits
from edureport.reading.locate import STDIN, SUFFIXES, locate, parts_of
from edureport.reading.nodes import Bare, Map, UnplacedError, keep, read_bare
from edureport.reading.parsing import parse_text
from edureport.reading.report_file import report_of
from edureport.reading.report_keys import LATE, WORDS
from edureport.reading.tables import TABLE_SUFFIXES, Chosen

_BEGINNING = 4000  # bytes in which a page of HTML says that it is one
_TIDY = (b"organisation,", b"STRUCTURE,")  # what a tidy table begins with, and one of SDMX


def load(path: str) -> Report:
    """The report in the file `path`; `-` is standard input.

    Raises ReportError with every mistake in the file, its line and column and the remedy, or if it
    describes tables with several reports; UsageError if EDUREPORT_LIMITS is no factor.
    """
    reports = reports_in(path)
    if len(reports) > 1:
        raise ReportError.at(name_of(path), "table.several_reports", count=len(reports))
    return reports[0]


def load_library(*paths: str) -> Library:
    """The reports in these files and folders, of one organisation.

    Raises ReportError for what cannot be read, UsageError for reports of several organisations.
    """
    return Library.of(load_all(locate([str(path) for path in paths], {}).paths))


def load_all(
    paths: Sequence[str], known: Mapping[str, Report] = MappingProxyType({}), indicators: tuple[str, ...] = ()
) -> list[Report]:
    """The reports in these files, those of one organisation on one period as one.

    `known` are those of the files that have been read before. Of large tables only the `indicators` are
    read, patterns of their keys; without any all are.

    Raises UsageError if neither large tables nor the other files have such an indicator; one ReportError
    with the mistakes of all of them, or where two on one period differ and it is not known which was
    published later.
    """
    reports: list[Report] = []
    problems: list[Problem] = []
    omitted = 0
    chosen = Chosen(indicators, set()) if indicators else None
    for path in paths:
        try:
            reports += [known[path]] if path in known else reports_in(path, chosen)
        except ReportError as error:
            problems += error.problems
            omitted += error.omitted
    if problems:
        raise ReportError(*problems, omitted=omitted)
    if chosen is not None and chosen.known:  # some of what there is has been left out
        keys = chosen.known.union(*reports)
        if (pattern := chosen.unfitting(keys)) is not None:
            raise UsageError(unknown("usage.indicator", pattern, sorted(keys)))
    return merged(reports)


def reports_in(path: str, chosen: Chosen | None = None) -> list[Report]:
    """The report in a file, those of the tables that it describes, or of the tidy table that it is."""
    name, bounds = name_of(path), limits(os.environ)
    suffix = PurePath(name).suffix.lower()
    parts = () if suffix in SUFFIXES else _parts_of(path)
    if parts or suffix == ".parquet" or (suffix == ".csv" and is_large(path, bounds)):
        from edureport.reading.tables.parquet import LargeCsv, Partitioned  # only where there are tables
        from edureport.reading.tables.tidy import is_tidy
        from edureport.reading.tidy_file import tidy_reports

        if parts:
            return tidy_reports(name, b"", chosen, large=partial(Partitioned, parts=parts))
        beginning = read_beginning(path, name, _BEGINNING)
        if suffix == ".parquet":
            return tidy_reports(name, beginning, chosen)
        import csv

        if is_tidy(next(csv.reader(beginning.decode("utf-8-sig", "replace").splitlines()), [])):
            return tidy_reports(name, beginning, chosen, large=LargeCsv)
    data = read_bytes(path, name, bounds)
    if suffix in TABLE_SUFFIXES or (path == STDIN and data.startswith(_TIDY)):
        from edureport.reading.tidy_file import tidy_reports  # only where there are tables

        return tidy_reports(name, data)
    try:
        text = checked(data, name)
    except ReportError:
        refuse_other_kinds(data, name)
        raise
    del data  # lest a large file is there twice
    return read_bare(partial(_in_yaml, text, name, bounds), WORDS)


def _in_yaml(text: str, name: str, bounds: Limits, bare: Bare) -> list[Report]:
    """The report in a file of YAML, or those in the tables that it describes."""
    try:
        root, problems = parse_text(text, name, bounds, LATE, bare)
    except ReportError:
        refuse_other_kinds(text[:_BEGINNING].encode(), name)
        raise
    if not isinstance(root, Map) or "edureport" not in root:
        refuse_other_kinds(text[:_BEGINNING].encode(), name)  # a page of one line is YAML, too
        return [report_of(root, problems, name)]
    if "tables" not in root:
        return [report_of(root, problems, name)]
    if bare:
        raise UnplacedError
    from edureport.reading.described_file import DescribedReader  # only where there are tables

    keep(root)
    return DescribedReader(name, problems, bounds).reports(root)


def _parts_of(path: str) -> tuple[Path, ...]:
    """The Parquet files of the table that a folder is; none of what is no folder."""
    try:
        return tuple(parts_of(Path(path))) if path != STDIN and Path(path).is_dir() else ()
    except (OSError, ValueError):  # told when it is read
        return ()


def refuse_other_kinds(data: bytes, name: str) -> None:
    """Raise ReportError for what is no report file and never was one, with the step that leads on."""
    from edureport.reading.kinds import FileFamily, kind_of  # only after an error

    kind = kind_of(data)
    if kind is None:
        return
    keys = {
        FileFamily.WORD: "foreign.word",
        FileFamily.OLD_WORD: "foreign.old_office",
        FileFamily.TABLE: "table.undescribed",
        FileFamily.PROTECTED: "text.password",
    }
    key = keys.get(kind.family, "foreign.kind")
    raise ReportError.at(name, key, kind=kind.name, file=as_argument(name))
