"""What the commands share: their options, the reports that are meant, and the way out."""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from difflib import get_close_matches
from fnmatch import fnmatchcase
from inspect import Parameter, signature
from pathlib import Path
from typing import Annotated, Any, NamedTuple

import typer

from edureport import output, prose
from edureport.errors import EdureportError, Place, Problem, UsageError
from edureport.formats import FORMATS
from edureport.languages import catalogue
from edureport.message import Message, message
from edureport.model.period import Period, parse_date
from edureport.model.report import Indicator, Report
from edureport.reading.load import load_all
from edureport.reading.locate import Origin, locate
from edureport.table import Later, Table


def complete_reports(incomplete: str) -> list[str]:
    """Report files and folders whose names begin like this, for the shell."""
    folder, _, start = incomplete.rpartition("/")
    found = []
    try:
        entries = list(os.scandir(folder or "."))
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith(start) and (start.startswith(".") or not entry.name.startswith(".")):
            path = f"{folder}/{entry.name}" if "/" in incomplete else entry.name
            if entry.is_dir():
                found.append(path + "/")
            elif entry.name.endswith((".yaml", ".yml")):
                found.append(path)
    return sorted(found)


def complete_indicators(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Indicators of the reports on the command line (or the default ones), for the shell."""
    return [(key, label) for key, label in _labels(ctx, "indicators") if key.startswith(incomplete)]


def complete_sections(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
    """Sections of the same reports."""
    return [(key, label) for key, label in _labels(ctx, "sections") if key.startswith(incomplete)]


def _labels(ctx: typer.Context, entries: str) -> list[tuple[str, str]]:
    try:
        named = ctx.params.get("reports") or [word for word in ctx.args if not word.startswith("-")]
        reports = load_all(locate(named, os.environ).paths)
        language = catalogue.choose(None, os.environ)
    except EdureportError:
        return []
    found: dict[str, str] = {}
    for report in reports:
        for key, value in getattr(report, entries).items():
            found[key] = value.label.in_language(language)
    return list(found.items())


def _complete_formats(incomplete: str) -> list[str]:
    return [name for name in FORMATS if name.startswith(incomplete)]


def _complete_languages(incomplete: str) -> list[str]:
    return [code for code in catalogue.available() if code.startswith(incomplete)]


# The help of an option is a key of the catalogue; the program reads it when help is asked for.
Reports = Annotated[
    list[str] | None,
    typer.Argument(metavar="[REPORT]...", help="help.reports", autocompletion=complete_reports),
]
Sections = Annotated[
    list[str] | None,
    typer.Option("--section", metavar="KEY", help="help.section", autocompletion=complete_sections),
]
Indicators = Annotated[
    list[str] | None,
    typer.Option("--indicator", metavar="KEY", help="help.indicator", autocompletion=complete_indicators),
]
Explain = Annotated[bool, typer.Option("--explain", help="help.explain")]

_VIEW: dict[str, tuple[Any, Any]] = {
    "format": (
        Annotated[
            str | None,
            typer.Option(
                "--format", "-f", metavar="NAME", help="help.format", autocompletion=_complete_formats
            ),
        ],
        None,
    ),
    "file": (
        Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="help.output")],
        None,
    ),
    "lang": (
        Annotated[
            str | None,
            typer.Option(
                "--lang", "-l", metavar="kk|ru|en", help="help.lang", autocompletion=_complete_languages
            ),
        ],
        None,
    ),
    "columns": (Annotated[str | None, typer.Option(metavar="KEY,…", help="help.columns")], None),
    "sort": (Annotated[str | None, typer.Option(metavar="KEY,…", help="help.sort")], None),
    "excel": (Annotated[bool, typer.Option("--excel", help="help.excel")], False),
    "no_color": (Annotated[bool, typer.Option("--no-color", help="help.no_color")], False),
}


class View(NamedTuple):
    """How the user wants to see the result."""

    choice: output.Choice
    columns: tuple[str, ...]
    sort: tuple[str, ...]

    @property
    def language(self) -> str:
        """The language of the labels and words."""
        return self.choice.language

    def write(self, table: Table, reports: Sequence[Report]) -> None:
        """The table, sorted and with the chosen columns, where the user wants it.

        A note tells how many names of the reports are missing in the reader's language.
        """
        file = self.choice.file
        if file is not None and any(_same_file(file, report.path) for report in reports):
            raise UsageError(Problem(message("output.input"), Place(file)))
        missing = sum(not name.speaks(self.language) for report in reports for name in report.names())
        if missing:
            notes, fallback = table.notes, message("note.fallback", count=missing)
            table = table._replace(notes=Later(lambda: (*notes, fallback)))
        if self.sort:
            table = table.sort(self.sort)
        if self.columns:
            table = table.select(self.columns)
        output.write(table, self.choice, os.environ)


def _same_file(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:  # one of them does not exist
        return False


def with_view(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of output; it receives them as one value, `view`."""

    def run(**values: Any) -> None:
        view = {name: values.pop(name) for name in _VIEW}
        choice = output.Choice(
            view["format"],
            view["file"],
            catalogue.choose(view["lang"], os.environ),
            color=not view["no_color"],
            excel=view["excel"],
            phrases=prose,
        )
        output.format_of(choice)  # a wrong name is told before any work is done
        command(**values, view=View(choice, listed([view["columns"]]), listed([view["sort"]])))

    own = [p for name, p in signature(command).parameters.items() if name != "view"]
    shared = [
        Parameter(name, Parameter.KEYWORD_ONLY, annotation=annotation, default=default)
        for name, (annotation, default) in _VIEW.items()
    ]
    own = [parameter.replace(kind=Parameter.KEYWORD_ONLY) for parameter in own]
    run.__signature__ = signature(command).replace(parameters=own + shared)  # type: ignore[attr-defined]
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in own + shared}
    run.__name__ = command.__name__
    run.__module__ = command.__module__
    return run


def listed(values: Iterable[str | None] | None) -> tuple[str, ...]:
    """The words of options that take several, with commas between or the option repeated."""
    return tuple(word.strip() for value in values or () if value for word in value.split(",") if word.strip())


def read(arguments: list[str] | None, language: str) -> list[Report]:
    """The reports that the arguments mean; says on stderr which ones where no argument does."""
    located = locate(arguments or [], os.environ)
    if located.origin is Origin.SHIPPED:
        tell(message("note.shipped"), language)
    return load_all(located.paths)


def tell(said: Message, language: str) -> None:
    """Say something that is not data, on stderr."""
    if sys.stderr is not None:
        print("edureport: " + catalogue.load(language, prose).say(said), file=sys.stderr)


def selected(
    reports: Iterable[Report], sections: tuple[str, ...], indicators: tuple[str, ...]
) -> list[Indicator]:
    """The indicators of the reports that the patterns choose; all of them without patterns.

    Raises UsageError for a pattern that fits nothing.
    """
    reports = list(reports)
    _must_fit(sections, {key for report in reports for key in report.sections}, "section")
    _must_fit(indicators, {key for report in reports for key in report.indicators}, "indicator")
    return [
        indicator
        for report in reports
        for indicator in report.indicators.values()
        if (not indicators or _fits(indicator.key, indicators))
        and (not sections or (indicator.section and _fits(indicator.section.key, sections)))
    ]


def as_date(option: str, text: str | None) -> date | None:
    """The date that an option gives."""
    return None if text is None else _parsed(option, text, parse_date)


def as_period(option: str, text: str | None) -> Period | None:
    """The period that an option gives."""
    return None if text is None else _parsed(option, text, Period.parse)


def one_of(option: str, word: str, known: Mapping[str, Any]) -> Any:
    """What a word of an option stands for; `-` and `_` are the same in it."""
    name = word.replace("-", "_")
    if name in known:
        return known[name]
    near = get_close_matches(name, known, n=3)
    values: dict[str, Any] = {"option": option, "word": word}
    if near:
        raise UsageError(message("usage.word_near", **values, near=tuple(near)))
    raise UsageError(message("usage.word", **values, known=tuple(known)))


def _parsed(option: str, text: str, parse: Callable[[str], Any]) -> Any:
    try:
        return parse(text)
    except EdureportError as error:
        raise UsageError(Problem(error.problems[0].message, Place(option))) from None


def fitting(known: Iterable[str], patterns: tuple[str, ...], what: str) -> list[str]:
    """Those of the known names that a pattern fits; UsageError for a pattern that fits none."""
    known = list(known)
    _must_fit(patterns, set(known), what)
    return [name for name in known if _fits(name, patterns)]


def _fits(key: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(key, pattern) for pattern in patterns)


def _must_fit(patterns: tuple[str, ...], keys: set[str], what: str) -> None:
    for pattern in patterns:
        if not any(fnmatchcase(key, pattern) for key in keys):
            near = get_close_matches(pattern, keys, n=3)
            if near:
                raise UsageError(message(f"usage.{what}_near", word=pattern, near=tuple(near)))
            raise UsageError(message(f"usage.{what}", word=pattern, known=tuple(sorted(keys)[:20])))
