"""The text of a report file that is to be written anew, known to be sound YAML."""

import os
from pathlib import PurePath
from typing import NamedTuple

from edureport.errors import ReportError
from edureport.model.report import Report
from edureport.problem import Place, Problem
from edureport.reading.files import as_argument, name_of, read_bytes
from edureport.reading.limits import limits
from edureport.reading.load import refuse_other_kinds
from edureport.reading.nodes import Map, Node
from edureport.reading.parsing import parse
from edureport.reading.report_file import report_of
from edureport.reading.tables import TABLE_SUFFIXES


class ReportText(NamedTuple):
    """A report file as it is typed, and its nodes; what it says may be wrong or missing."""

    name: str
    text: str
    root: Node

    def report(self) -> Report:
        """What the file says; raises ReportError with every mistake in it, or if it describes tables."""
        if isinstance(self.root, Map) and "tables" in self.root:
            raise ReportError.at(self.name, "new.tables")
        _, problems = parse(self.text.encode(), self.name, limits(os.environ))
        return report_of(self.root, problems, self.name)


def report_text(path: str) -> ReportText:
    """The text of the report file `path`; `-` is standard input.

    Raises ReportError if it cannot be read, is no YAML, or no report file.
    """
    name, bounds = name_of(path), limits(os.environ)
    data = read_bytes(path, name, bounds)
    if PurePath(name).suffix.lower() in TABLE_SUFFIXES:
        raise ReportError.at(name, "table.undescribed", file=as_argument(name))
    try:
        root, problems = parse(data, name, bounds)
    except ReportError:
        refuse_other_kinds(data, name)
        raise
    if not isinstance(root, Map) or "edureport" not in root:
        refuse_other_kinds(data, name)
        problems.note(Problem.at(Place(name, 1, 1), "file.not_a_report"))
    if problems:
        raise ReportError.all_of(problems)
    return ReportText(name, data.decode("utf-8-sig"), root)
