"""The options that commands share, the reports that they read, and their output."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from edureport import aside, languages, output
from edureport.commands import EXPORTING
from edureport.commands.language import chosen_language
from edureport.commands.selection import listed
from edureport.commands.values import (
    argument,
    complete_indicators,
    complete_reports,
    complete_sections,
    complete_texts,
    completing,
    completing_names,
    option,
)
from edureport.errors import UsageError
from edureport.formats import EXPORTS
from edureport.marked import MarkedText
from edureport.message import Message, message
from edureport.model.report import Report
from edureport.reading.files import as_argument, name_of
from edureport.reading.load import load_all
from edureport.reading.locate import STDIN, locate
from edureport.table import Later, Table

_FORMATS, _COLUMNS = completing("format"), completing("columns")
MANY_FILES = 50  # from which several processes and the cache are worth their start
_LANGUAGES = languages.available()
_ANY, _CODES = "|".join(_LANGUAGES), completing_names(_LANGUAGES)

Reports = Annotated[list[str] | None, argument("[REPORT]...", "help.reports", complete_reports)]
Sections = Annotated[list[str] | None, option("KEY", "help.section", complete_sections, "--section")]
Indicators = Annotated[list[str] | None, option("KEY", "help.indicator", complete_indicators, "--indicator")]
Texts = Annotated[list[str], argument("TEXT...", "help.text", complete_texts)]
Prose = Annotated[str, argument("TEXT", "help.text", complete_texts)]
TextLanguage = Annotated[str | None, option(_ANY, "help.text_lang", _CODES, "--text-lang")]
Lang = Annotated[str | None, option(_ANY, "help.lang", _CODES, "--lang", "-l")]
Explain = Annotated[bool, typer.Option("--explain", help="help.explain")]
IndicatorKey = Annotated[str, argument("INDICATOR", "help.show_indicator", complete_indicators)]

AsOfPeriod = Annotated[str | None, option("PERIOD", "help.after", None, "--period", "--after")]
WithPeriod = Annotated[str | None, option("PERIOD", "help.before", None, "--with", "--before")]


class View(NamedTuple):
    """How the user wants to see the result."""

    choice: output.Choice
    columns: tuple[str, ...]
    sort: tuple[str, ...]
    cache: bool = True

    @property
    def language(self) -> str:
        return self.choice.language

    def write(self, table: Table, reports: Sequence[Report], *texts: str) -> None:
        """The table, sorted and with the chosen columns, where the user wants it.

        A note says how many names of the reports are missing in the reader's language. `texts` are
        files that were read besides the reports.
        """
        read = [path for report in reports for path in report.paths]
        refuse_overwriting(self.choice.file, *texts, *read)
        if output.makes_folder(self.choice):
            refuse_overwriting_in(str(self.choice.file), *read)
        table = table._replace(notes=Later(partial(self._notes, table, reports)))
        table = table._replace(sources=Later(lambda: map(_source, reports)))
        if self.sort:
            table = table.sort(self.sort)
        if self.columns:
            table = table.select(self.columns)
        if self.choice.format in EXPORTS:
            from edureport.exports.dataset import dataset  # only where other programs are to read it

            output.write_files(dataset(table, reports), self.choice)
            return
        output.write(table, self.choice, os.environ)

    def _notes(self, table: Table, reports: Sequence[Report]) -> Iterator[Message]:
        """The notes of a table, what of its reports does not count, and what is not in its language."""
        yield from table.notes
        for report in reports:
            yield from report.replaced
        missing = without_names(self.language, reports) if table.rows else 0
        if missing:
            yield message("note.fallback", count=missing)

    @property
    def is_plain_csv(self) -> bool:
        """Whether the rows are to be written as CSV, all of them and as they come."""
        if self.columns or self.sort or self.choice.excel or self.choice.format in EXPORTS:
            return False
        return output.format_of(self.choice) == "csv"

    def annotate(self, text: MarkedText, reports: Sequence[Report], *texts: str) -> None:
        """The marked text where the user wants it."""
        refuse_overwriting(self.choice.file, *texts, *(path for report in reports for path in report.paths))
        output.write(text, self.choice, os.environ)


def without_names(language: str, reports: Sequence[Report]) -> int:
    """How many names of the reports have no form in a language, each counted once."""
    names = (name for report in reports for name in report.names() if not name.speaks(language))
    return len({repr(name) for name in names})


def _source(report: Report) -> Message:
    """Which file was read, and what it is taken from."""
    values = {"report": report.organisation, "period": report.period, "file": ", ".join(report.paths)}
    if report.source is None:
        return message("note.source_unnamed", **values)
    parts = tuple(part for part in report.source if part is not None)
    return message("note.source", **values, source=parts)


def refuse_overwriting(file: str | None, *inputs: str) -> None:
    """Raise UsageError if the output would replace what was read."""
    if file is not None and any(_same_file(file, read) for read in inputs):
        raise UsageError.at(file, "output.input")


def refuse_overwriting_in(folder: str, *inputs: str) -> None:
    """Raise UsageError if the output would replace a folder with something in it that was read."""
    places = [Path(os.path.realpath(read)) for read in inputs if read != name_of(STDIN)]
    if any(_same_file(folder, str(above)) for place in places for above in place.parents):
        raise UsageError.at(folder, "output.input_in")


def _same_file(written: str, read: str) -> bool:
    try:
        if read in (STDIN, name_of(STDIN)):
            return os.path.samestat(Path(written).stat(), os.fstat(sys.stdin.fileno()))
        return Path(written).samefile(read)
    except (OSError, ValueError):  # one of them does not exist, or cannot
        return False


def _view(
    *,
    format: Annotated[str | None, option("NAME", "help.format", _FORMATS, "--format", "-f")] = None,  # noqa: A002  # as the option is called
    file: Annotated[str | None, option("FILE", "help.output", None, "--output", "-o")] = None,
    lang: Lang = None,
    columns: Annotated[str | None, option("KEY,…", "help.columns", _COLUMNS)] = None,
    sort: Annotated[str | None, option("KEY,…", "help.sort", _COLUMNS)] = None,
    excel: Annotated[bool, typer.Option("--excel", help="help.excel")] = False,
    machine: Annotated[bool, typer.Option("--machine", help="help.machine")] = False,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="help.no_cache")] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="help.no_color")] = False,
) -> View:
    """What the options of output say; the commands of tables share them."""
    language = chosen_language(lang, os.environ)
    choice = output.Choice(format, file, language, color=not no_color, excel=excel, machine=machine)
    return View(choice, listed([columns]), listed([sort]), not no_cache)


def with_view(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of output; it receives them as one value, `view`."""
    shared = signature(_view).parameters

    def run(**values: Any) -> None:
        view = _view(**{name: values.pop(name) for name in shared})
        result = MarkedText if values.get("annotate") else Table
        _check_format(view.choice, command.__name__, result.__name__)  # before any work is done
        command(**values, view=view)

    own = [p for name, p in signature(command).parameters.items() if name != "view"]
    every = [*(parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in own), *shared.values()]
    run.__signature__ = signature(command).replace(parameters=every)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in every}
    run.__name__ = command.__name__
    run.__module__ = command.__module__
    return run


def _check_format(chosen: output.Choice, command: str, result: str) -> None:
    """Raise UsageError for a format that there is not, or that the command does not write."""
    if chosen.format not in EXPORTS:
        output.format_of(chosen, result)
    elif command in EXPORTING:
        output.export_of(chosen)
    else:
        raise UsageError(message("usage.exporting", format=chosen.format, known=EXPORTING))


def read(
    arguments: list[str] | None,
    language: str,
    *texts: str,
    cache: bool = True,
    indicators: tuple[str, ...] = (),
) -> list[Report]:
    """The reports that the arguments name, or the default ones with a note on stderr.

    What is left empty in them is counted there, too. `texts` are files that are read besides; raises
    UsageError if standard input is meant twice.
    """
    paths = located(arguments, language, *texts)
    return with_notes(loaded(paths, language, cache=cache, indicators=indicators), language)


def with_notes(reports: list[Report], language: str) -> list[Report]:
    """The reports, when stderr says what is left empty in them."""
    for report in reports:
        for said in gap_notes(report):
            print_message(said, language)
    return reports


def gap_notes(report: Report) -> Iterator[Message]:
    """How much of each file of a report is still to be filled in."""
    for path in dict.fromkeys(gap.place.path for gap in report.gaps):
        gaps = [gap for gap in report.gaps if gap.place.path == path]
        if figures := sum(gap.is_figure for gap in gaps):
            filled = sum(
                figure.period == report.period and figure.place.path == path
                for indicator in report.indicators.values()
                for figure in indicator.observations
            )
            plans = sum(target.place.path == path for target in report.targets.values())
            every = filled + plans + figures
            yield message("note.gaps", path=path, argument=as_argument(path), count=figures, all=every)
        else:
            yield message("note.other_gaps", path=path, argument=as_argument(path), count=len(gaps))


def located(arguments: list[str] | None, language: str, *texts: str) -> tuple[str, ...]:
    """The files that the arguments mean, or the default ones; notes on stderr say what is not plain."""
    found = locate(arguments or [], os.environ)
    if found.twice:
        print_message(message("note.same_file", paths=found.twice), language)
    if found.below:
        print_message(message("note.below", folders=found.below), language)
    if (*texts, *found.paths).count(STDIN) > 1:
        raise UsageError.at(name_of(STDIN), "path.twice")
    if found.is_shipped:
        print_message(message("note.shipped"), language)
    return found.paths


def loaded(
    paths: Sequence[str], language: str, *, cache: bool, indicators: tuple[str, ...] = ()
) -> list[Report]:
    """The reports in these files, of large tables with these indicators alone if there are any."""
    if len(paths) < MANY_FILES:
        return load_all(paths, indicators=indicators)
    from edureport.store.folder import read_many, shown_progress

    progress = shown_progress(partial(_progress, language))
    return load_all(paths, read_many(paths, cache=cache, progress=progress), indicators)


def rows_as_kept(
    paths: Sequence[str], name: str, write: Callable[[Report], bytes], view: View
) -> list[bytes] | None:
    """The rows that `write` makes of the report in each of many files; None of few, or where all are read."""
    if len(paths) < MANY_FILES:
        return None
    from edureport.store.folder import rows_of_many, shown_progress

    progress = shown_progress(partial(_progress, view.language))
    return rows_of_many(paths, name, write, cache=view.cache, progress=progress)


def _progress(language: str, done: int, total: int) -> str:
    from edureport.languages import catalogue

    return catalogue.load(language).say(message("note.progress", done=done, total=total))


def print_message(said: Message, language: str) -> None:
    """Print a message, which is not data, on stderr; if that fails, what was written stays a success."""
    if sys.stderr is None:
        return
    with suppress(OSError, ImportError, SystemError):  # SystemError is of a module that is half loaded
        from edureport.languages import catalogue  # what only data needs starts without words

        aside.say([catalogue.load(language).say(said)])
