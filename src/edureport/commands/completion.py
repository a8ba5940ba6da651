"""Completion for the shell: report files, keys of the reports, formats, languages."""

import os
import re
from collections.abc import Callable, Iterable
from unicodedata import normalize

import typer

from edureport.commands.language import chosen_language
from edureport.errors import EdureportError
from edureport.reading.load import load_all
from edureport.reading.locate import locate

# Typer's scripts put what is offered on the command line unquoted, and the scripts of some shells
# evaluate the labels beside it. Files come from strangers: a name as "$(…).yaml" would be run as a
# command, one that begins with "-" would be an option, with "~", "=" or "@" something else again.
_PLAIN_WORD = r"[\w./][\w./+,@%:=-]*"
_NO_PLAIN_LABEL = r"[^\w,.«»–-]+"


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
