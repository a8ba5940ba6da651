"""Files that describe tables: from nodes, and the tables beside them, to reports."""

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from itertools import islice
from pathlib import Path

from edureport.errors import ReportError
from edureport.model.period import Period
from edureport.model.report import LANGUAGES, Report, Text
from edureport.near import unknown
from edureport.problem import Problem, Problems
from edureport.reading.files import read_bytes
from edureport.reading.limits import Limits
from edureport.reading.locate import reason
from edureport.reading.nodes import Map, Node, Scalar
from edureport.reading.report_file import ReportReader
from edureport.reading.report_keys import FILE_KEYS
from edureport.reading.tables.collector import Collector, Definitions, reports
from edureport.reading.tables.description import Codebook, Description, Descriptions
from edureport.reading.tables.grid import Grid, text_of
from edureport.reading.tables.layout import Layout, NoColumnError
from edureport.reading.tables.observations import Reader
from edureport.reading.tables.opening import open_grid, open_grids
from edureport.reading.values import Fields

HEAD_KEYS = ("id", "organisation", "area", "language", "source")
OPEN = "?"  # stands in a draft where a person must decide
MOST_FILES = 1000  # that one pattern may name
_NEVER = Period.parse("2000")  # of definitions, which have no values; the tables say theirs


class DescribedReader(ReportReader):
    """Reads one file that describes tables, and the tables."""

    def __init__(self, path: str, problems: Problems, limits: Limits) -> None:
        super().__init__(path, problems)
        self.limits = limits
        self.period = _NEVER

    def reports(self, root: Node) -> list[Report]:
        """The reports in the tables; ReportError with every mistake in the description, else in them."""
        self.decided(root)
        if self.problems:
            raise ReportError.all_of(self.problems)
        fields = Fields(self, root, (*FILE_KEYS, "tables"))
        head = self.head(fields) if self.version(fields) else None
        descriptions = fields.need("tables", Descriptions(self, self.units).all) or []
        for indicator in self.indicators.values():
            if indicator.observations:
                self.problems.note(Problem.at(indicator.place, "table.own_value", key=indicator.key))
        if self.problems or head is None:
            raise ReportError.all_of(self.problems)
        collector = self.collected(descriptions)
        if self.problems:
            raise ReportError(*self.problems, omitted=self.problems.omitted)
        if not collector.count:
            raise ReportError.at(self.path, "table.nothing")
        return list(reports(head, descriptions, collector))

    def decided(self, node: Node) -> None:
        """Note each place that a draft left for a person to decide."""
        if isinstance(node, Scalar):
            if node == OPEN:
                self.problem(node, "table.undecided")
        else:
            for inner in node.values() if isinstance(node, Map) else node:
                self.decided(inner)

    def head(self, fields: Fields) -> Report | None:
        """What stands before the tables, as a report of no period; None if there is no such part."""
        head = fields.need("report", lambda node: Fields(self, node, HEAD_KEYS))
        if head is None:
            return None
        self.language = head.need("language", self.one_of(LANGUAGES, "file.language")) or "en"
        name = head.need("id", self.scalar)
        organisation = head.take("organisation", self.organisation)
        area, source = head.take("area", self.area), head.take("source", self.source)
        fields.take("units", self.read_units)
        fields.take("sections", self.read_sections)
        fields.take("indicators", self.read_indicators)
        targets = fields.take("targets", self.targets) or {}
        organisation = organisation or Text.of({self.language: str(name)}, self.language)
        return self.made(str(name), organisation, area, source, _NEVER, targets)

    def collected(self, descriptions: Sequence[Description]) -> Collector:
        """Everything that the tables say; what is wrong with them is noted."""
        words = {
            word: key
            for key, unit in self.units.items()
            for form in unit.forms.values()
            for word in form.values()
        }
        words |= {key: key for key in self.units}
        by_label = {label: key for key, one in self.indicators.items() for label in one.label.texts.values()}
        definitions = Definitions(self.units, words, self.indicators, by_label, {}, {}, self.language)
        collector = Collector(definitions, self.problems)
        for description in descriptions:
            try:
                self.collect(description, collector)
            except NoColumnError as error:
                self.refuse(description.node, error)
            except ReportError as error:
                self.note_all(error)
        return collector

    def collect(self, description: Description, collector: Collector) -> None:
        """Read the tables of a description; NoColumnError or ReportError for what is wrong with all."""
        book = description.codebook
        indicators = self.codebook(book, collector.definitions) if book else ()
        idle = {(name, text) for name, texts in description.only.items() for text in texts}
        for path in self.files(description):
            try:
                for grid in self.grids(path, description):
                    layout = Layout(grid, description, indicators)
                    Reader(collector, layout).read()
                    idle &= {(name, text) for name, texts in layout.idle.items() for text in texts}
            except ReportError as error:
                self.note_all(error)
                idle.clear()
        for name, text in sorted(idle):
            self.problem(description.node, "table.idle", column=name, word=text)

    def note_all(self, error: ReportError) -> None:
        for problem in error.problems:
            self.problems.note(problem)

    def grids(self, path: str, description: Description) -> Sequence[Grid]:
        """The grids in a file that a description means; ReportError if it cannot be read."""
        data = read_bytes(path, path, self.limits)
        return open_grids(path, data, description.sheets, description.separator, description.encoding)

    def files(self, description: Description) -> Iterator[str]:
        """The files that a description means, beside its own."""
        folder = Path(self.path).parent
        for name in description.files:
            if not any(sign in name for sign in "*?[") or (folder / name).is_file():
                yield os.path.join(folder, name)  # noqa: PTH118 - a Path would make "-" of "./-"
                continue
            paths = self.fitting(folder, name)
            if not 0 < len(paths) <= MOST_FILES:
                key = "table.many_files" if paths else "table.no_files"
                raise ReportError.at(self.place(description.node), key, pattern=name, most=MOST_FILES)
            yield from paths

    def fitting(self, folder: Path, pattern: str) -> list[str]:
        """The files that a pattern fits, in one folder: a pattern for folders could mean the whole disk.

        Raises ReportError if the folder cannot be read to its end: some of the files would be missing.
        """
        above, _, name = pattern.rpartition("/")
        names: list[str] = []
        try:
            with os.scandir(folder / above) as entries:
                fitting = (
                    entry.name for entry in entries if fnmatchcase(entry.name, name) and entry.is_file()
                )
                names += islice(fitting, MOST_FILES + 1)
        except (FileNotFoundError, NotADirectoryError, ValueError):  # ValueError is of a zero byte
            return []
        except OSError as error:
            raise ReportError.at(str(folder / above), reason(error)) from None
        return [os.path.join(folder, above, one) for one in sorted(names)]  # noqa: PTH118

    def codebook(self, book: Codebook, definitions: Definitions) -> tuple[str, ...]:
        """Read a codebook into the definitions; returns the columns that are indicators."""
        path = str(Path(self.path).parent / book.file)
        rows = iter(open_grid(path, read_bytes(path, path, self.limits)).rows())
        header = [text_of(cell) for cell in next(rows, ())]
        for name in (book.name, book.role, book.label, book.unit):
            if name is not None and name not in header:
                raise ReportError.at(self.place(book.node), unknown("table.column", name, header))
        names = []
        for row in rows:
            cells = dict(zip(header, map(text_of, row), strict=False))
            name = cells.get(book.name, "")
            if not name or (book.role and cells.get(book.role) != book.indicator):
                continue
            names.append(name)
            if label := cells.get(book.label or ""):
                definitions.labels[name] = label
            if unit := cells.get(book.unit or ""):
                definitions.units_of[name] = unit
        return tuple(names)
