"""The options of commands, and the words that they take: for their help, and for the shell to complete."""

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import Any

import typer

from edureport.commands import EXPORTING
from edureport.formats import EXPORTS, FORMATS


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
