"""The command line: commands found by name, help in the user's language, errors as messages."""

import io
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

import typer
from typer.core import TyperCommand, TyperGroup

from edureport import __version__, aside
from edureport.commands import COMMANDS
from edureport.commands.language import chosen_language
from edureport.errors import DONE, FAILED, EdureportError, UsageError
from edureport.message import message
from edureport.near import unknown

if TYPE_CHECKING:
    from edureport.languages.catalogue import Catalogue

MOST_PROBLEMS = 50  # that are printed; the rest is counted
_LANGUAGES = {  # what people call them where a command is expected
    **dict.fromkeys(("kk", "kz", "kaz", "kazakh", "қазақша"), "kk"),
    **dict.fromkeys(("ru", "rus", "russian", "русский"), "ru"),
    **dict.fromkeys(("en", "eng", "english"), "en"),
}
_TYPERS_OWN = ("help", "show_completion")
_SETTINGS = {"help_option_names": ["--help", "-h"], "max_content_width": 100}


def run(arguments: Sequence[str]) -> int:
    """Run the program on these arguments; returns its exit code."""
    language = _language(arguments)
    arguments = _as_options(_language_last(arguments))
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # help is shown where not every letter can be
    program = _Program(name="edureport", context_settings=_SETTINGS, rich_markup_mode=None)
    program.language = language
    if arguments == ["--version"]:
        print(f"edureport {__version__}")
        return DONE
    if _asked_badly(os.environ):
        return print_error(UsageError(message("usage.completion")), language)
    if not arguments or arguments[0].startswith("-"):  # an option of the program, or the shell asks
        # Only the second: the first writes the settings of the shell anew, and not safely.
        program.params.append(typer.main.get_install_completion_arguments()[1])
    try:
        return program.main(list(arguments), prog_name="edureport", standalone_mode=False) or 0
    except EdureportError as error:
        return print_error(error, language)
    except typer.TyperException as error:  # what Typer itself finds wrong with the arguments
        return print_error(_in_words(error), language)
    except MemoryError:
        pass  # reported below, when what filled the memory is released
    except SystemExit as leaving:
        if type(sys.stdout).__name__ == "PacifyFlushWrapper":  # Typer met a closed pipe
            raise BrokenPipeError from None
        return FAILED if leaving.code else DONE
    return print_error(EdureportError(message("errors.memory")), language)


class _Help:
    """Help in the user's language; the texts of parameters are keys of the catalogue until somebody asks."""

    language = "en"

    def format_help(self, ctx: Any, formatter: Any) -> None:
        words = _words(self.language)
        key = f"help.{ctx.info_name}"
        formatter.write(words.word("help.example") + "\n")
        for line in words.word(f"{key}.example").splitlines():
            formatter.write(f"  {line}\n")
        formatter.write("\n")
        pieces = " ".join(self.collect_usage_pieces(ctx))  # type: ignore[attr-defined]
        pieces = pieces.translate({ord("{"): None, ord("}"): None})  # what has to be given stands bare
        usage = words.word("help.usage") + " "
        formatter.write_usage(ctx.command_path, _metavars(pieces, words), prefix=usage)
        formatter.write("\n")
        formatter.write_text(words.word(f"{key}.about"))
        self.format_options(ctx, formatter)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        words = _words(self.language)
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for param in self.get_params(ctx):  # type: ignore[attr-defined]
            name = f"help.{param.name}" if param.name in _TYPERS_OWN else param.help
            if name and words.has(name):
                param.help = words.word(name)
            record = param.get_help_record(ctx)
            if record is not None:
                names = _metavars(record[0], words)
                about = (param.help or record[1], *_choices(ctx.info_name, param, words))
                rows[param.param_type_name].append((names, " ".join(about)))
        if isinstance(self, _Program):
            rows["option"].append(("--version", words.word("help.version")))  # __main__ answers it
        for kind, options in rows.items():
            if options:
                with formatter.section(words.word(f"help.{kind}s")):
                    formatter.write_dl(options)


def _choices(command: str, param: Any, words: "Catalogue") -> Iterator[str]:
    """The words that an option takes, unless its placeholder lists them; else the one it has by itself."""
    from edureport.commands.values import values_of

    if param.param_type_name == "option" and "|" not in (param.metavar or ""):
        if found := values_of(command, param.name):
            yield words.say(message("help.values", values=found))
    elif isinstance(param.default, str):
        yield words.say(message("help.default", value=param.default))


class _Command(_Help, TyperCommand):
    """One command."""


class _Program(_Help, TyperGroup):
    """The commands, each imported when it is asked for."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        module = import_module(f"edureport.commands.{name}")
        app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
        app.command(name, cls=_Command, context_settings=_SETTINGS)(getattr(module, name))
        command: Any = typer.main.get_command(app)
        command.language = self.language
        return command

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0]
        if name.lower() in _LANGUAGES:
            raise UsageError(message("usage.language_as_command", word=name, code=_LANGUAGES[name.lower()]))
        if name not in COMMANDS:
            raise UsageError(unknown("usage.command", name, COMMANDS))
        return super().resolve_command(ctx, args)

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if not args and not ctx.resilient_parsing:
            args = ["--help"]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: Any, formatter: Any) -> None:
        words = _words(self.language)
        with formatter.section(words.word("help.commands")):
            formatter.write_dl([(name, words.word(f"help.{name}.short")) for name in COMMANDS])
        super().format_options(ctx, formatter)


def _asked_badly(environment: Mapping[str, str]) -> bool:
    """Whether bash asks for completions without the variables that Typer relies on."""
    if environment.get("_EDUREPORT_COMPLETE") != "complete_bash":
        return False
    place = environment.get("COMP_CWORD", "")
    return "COMP_WORDS" not in environment or not re.fullmatch("[0-9]{1,9}", place)


def _metavars(text: str, words: "Catalogue") -> str:
    """The placeholders in capitals, such as REPORT, in the user's language."""
    return re.sub("[A-Z]{3,}", lambda match: words.word(f"metavar.{match[0]}"), text)


def _language_last(arguments: Sequence[str]) -> list[str]:
    """The arguments with a language option before the command moved behind the command."""
    given: list[str] = []
    rest = list(arguments)
    while rest and rest[0].startswith(("-l", "--lang")):
        taken = 1 if "=" in rest[0] or rest[0] not in ("-l", "--lang") else 2
        given, rest = given + rest[:taken], rest[taken:]
    if rest and rest[0] in COMMANDS:
        return rest[:1] + given + rest[1:]
    if rest and rest[0].startswith("-"):  # the program's own options; the language is known by now
        return rest[:1]
    return rest


def _as_options(arguments: list[str]) -> list[str]:
    """The arguments with `help`, `list` and `version` as the options that they stand for."""
    match arguments:
        case ["help", command, *_] if command in COMMANDS:
            return [command, "--help"]
        case [("help" | "list"), *_]:
            return ["--help"]
        case ["version", *_]:
            return ["--version"]
    return arguments


def _words(language: str) -> "Catalogue":
    from edureport.languages.catalogue import load  # when there is something to say

    return load(language)


def _language(arguments: Sequence[str]) -> str:
    """The language for messages, taken from the arguments before the options are read."""
    option = None
    for number, argument in enumerate(arguments):
        if argument in ("-l", "--lang"):
            option = "".join(arguments[number + 1 : number + 2])
        elif argument.startswith("--lang="):
            option = argument.removeprefix("--lang=")
        elif argument.startswith("-l"):
            option = argument.removeprefix("-l")
    for asked in (option, None):
        try:
            return chosen_language(asked, os.environ)
        except UsageError:  # reported when the options are read
            continue
    return "en"


def print_error(error: EdureportError, language: str | None = None) -> int:
    """Print the problems of an error on stderr, a line each; returns the exit code."""
    if sys.stderr is None:  # closed: to print to it would print to stdout
        return error.exit_code
    language = language or _language(sys.argv[1:])
    words = _words(language)
    shown = error.problems[:MOST_PROBLEMS]
    lines = [words.problem(problem) for problem in shown]
    if rest := len(error.problems) - len(shown) + error.omitted:
        lines.append(words.say(message("errors.more", count=rest)))
    aside.say(lines)
    return error.exit_code


def _in_words(error: Any) -> EdureportError:
    """An error of Typer as a UsageError in words of the catalogue."""
    name = type(error).__name__
    if name == "NoSuchOption":
        return UsageError(unknown("usage.option", error.option_name, error.possibilities or ()))
    if name == "MissingParameter" and error.param is not None:
        first = re.search("[A-Z]{3,}", str(error.param.metavar))  # of several words the first is missing
        return UsageError(message("usage.missing", word=message(f"metavar.{first[0] if first else 'ARGS'}")))
    if name == "BadOptionUsage":
        if "does not take a value" in error.message:
            return UsageError(message("usage.takes_no_value", word=error.option_name))
        return UsageError(message("usage.no_value", word=error.option_name))
    return UsageError(message("usage.unclear"))
