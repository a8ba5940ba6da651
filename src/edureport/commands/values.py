"""The options of commands, and the words that they take: for their help, and for the shell to complete."""

import os
import re
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any
from unicodedata import normalize

import typer

from edureport.commands import EXPORTING
from edureport.commands.language import chosen_language
from edureport.errors import EdureportError
from edureport.formats import EXPORTS, FORMATS

# Typer's scripts put what is offered on the command line unquoted, and the scripts of some shells
# evaluate the labels beside it. Files come from strangers: a name as "$(…).yaml" would be run as a
# command, one that begins with "-" would be an option, with "~", "=" or "@" something else again.
_PLAIN_WORD = r"[\w./][\w./+,@%:=-]*"
_NO_PLAIN_LABEL = r"[^\w,.«»–-]+"


def option(metavar: str, about: str, completion: Callable[..., Any] | None = None, *names: str) -> Any:
    """An option of a command: what stands for its value in the help, what that says of it, what completes it.

    `about` is a key of the catalogue, which the program reads when help is asked for. Without names it is
    called as its parameter is.
    """
    return typer.Option(*names, metavar=metavar, help=about, autocompletion=completion)


def argument(metavar: str, about: str, completion: Callable[..., Any]) -> Any:
    """The same for an argument."""
    return typer.Argument(metavar=metavar, help=about, autocompletion=completion)


def values_of(command: str, option: str) -> tuple[str, ...]:
    """The words that the option of a command takes; none where it takes others, or says them itself."""
    return tuple(_WORDS[option](command)) if option in _WORDS else ()


def completing(option: str) -> Callable[[typer.Context, str], list[str]]:
    """What completes the words of an option, one after the other with commas between them."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        before, comma, last = incomplete.rpartition(",")
        words = _columns(ctx.info_name or "", all_of_them=True) if option == "columns" else ()
        words = words or values_of(ctx.info_name or "", option)
        return [f"{before}{comma}{word}" for word in words if word.startswith(last)]

    return complete


def _columns(command: str, *, all_of_them: bool = False) -> tuple[str, ...]:
    groups = import_module(f"edureport.commands.{command}").COLUMNS
    columns = (
        column for group in groups for one in group.things for column in (one if all_of_them else one[:1])
    )
    return tuple(dict.fromkeys(column.key for column in columns))


def _statuses(command: str) -> Iterable[str]:
    if command == "audit":
        from edureport.prose.relations.relation import Certainty

        return (certainty.value for certainty in Certainty)
    from edureport.analysis.verdict import Status

    return (status.value.replace("_", "-") for status in Status)


def _verdicts(_: str) -> Iterable[str]:
    from edureport.audit.findings import HOLDS, Verdict

    return (*(verdict.value for verdict in Verdict), HOLDS)


def _checks(command: str) -> Iterable[str]:
    from edureport.checks import NAMES

    return NAMES if command == "check" else ()


_WORDS: dict[str, Callable[[str], Iterable[str]]] = {
    "fail_on": _statuses,
    "verdict": _verdicts,
    "only": _checks,
    "skip": _checks,
    "columns": _columns,
    "format": lambda command: (*FORMATS, *EXPORTS) if command in EXPORTING else FORMATS,
    "method": lambda _: ("linear", "cagr", "attainment"),
    "severity": lambda _: ("contradiction", "doubt", "remark"),
    "by": lambda _: ("organisation", "area", "section"),
    "kind": lambda _: ("bars", "parts", "trend", "progress"),
}


def complete_reports(incomplete: str) -> list[str]:
    """Report files and folders whose names begin like this, for the shell."""
    return _files(incomplete, (".yaml", ".yml"))


def complete_texts(incomplete: str) -> list[str]:
    """Texts, Word files and folders whose names begin like this, for the shell."""
    return _files(incomplete, (".txt", ".md", ".markdown", ".docx"))


def _files(incomplete: str, suffixes: tuple[str, ...]) -> list[str]:
    folder, _, start = incomplete.rpartition("/")
    paths = []
    try:
        entries = list(os.scandir(folder or "."))
    except OSError:
        return []
    for entry in entries:
        if entry.name.startswith(start) and (start.startswith(".") or not entry.name.startswith(".")):
            path = f"{folder}/{entry.name}" if "/" in incomplete else entry.name
            if os.path.isdir(entry):  # noqa: PTH112  # where Path or the entry raise, this says no
                paths.append(path + "/")
            elif entry.name.endswith(suffixes):
                paths.append(path)
    return sorted(filter(_is_plain, paths))


def _is_plain(word: str) -> bool:
    """Whether every shell takes it as one word, without quotes."""
    return bool(re.fullmatch(_PLAIN_WORD, normalize("NFC", word)))  # some disks keep letters in pieces


def completing_keys(entries: str) -> Callable[[typer.Context, str], list[tuple[str, str]]]:
    """What completes `indicators` or `sections` of the reports on the command line, or the default ones."""

    def complete(ctx: typer.Context, incomplete: str) -> list[tuple[str, str]]:
        return [(key, label) for key, label in _labels(ctx, entries) if key.startswith(incomplete)]

    return complete


complete_indicators, complete_sections = completing_keys("indicators"), completing_keys("sections")


def _labels(ctx: typer.Context, entries: str) -> list[tuple[str, str]]:
    from edureport.reading.load import load_all
    from edureport.reading.locate import locate

    try:
        named = ctx.params.get("reports") or ctx.params.get("data")
        if named is None and "data" not in ctx.params:
            named = [word for word in ctx.args if not word.startswith("-")]
        paths = locate(named or [], os.environ).paths
        # Completion must not wait for a pipe; os.path says no where Path would raise.
        reports = load_all([path for path in paths if os.path.isfile(path)])  # noqa: PTH113
        language = chosen_language(None, os.environ)
    except EdureportError:
        return []
    labels: dict[str, str] = {}
    for report in reports:
        for key, value in getattr(report, entries).items():
            labels[key] = re.sub(_NO_PLAIN_LABEL, " ", value.label.in_language(language))
    return list(labels.items())


def completing_names(known: Iterable[str]) -> Callable[[str], list[str]]:
    """What completes the names of formats or languages, for the shell."""
    return lambda incomplete: [name for name in known if name.startswith(incomplete)]
