"""The man page, made of the program's own help and of the tables in docs/README.md.

`pytest tests/docs --update-golden` writes docs/edureport.1; the wheel puts it where `man` looks.
"""

import re
from pathlib import Path
from textwrap import wrap

from edureport import __version__, cli
from edureport.commands import COMMANDS, TABLES
from edureport.languages.catalogue import load

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "edureport.1"
WORDS = load("en")
DAY = "2026-11-29"  # when a person last looked at the page; nothing comes from the clock
# Options that all tables have are described once, and the list of their columns is long.
SHARED = ("format", "file", "lang", "columns", "sort", "excel", "machine", "no_cache", "no_color", "help")
_DASH = str.maketrans({"\\": r"\e", "-": r"\-", "“": r"\(lq", "”": r"\(rq", "…": r"\&...", "–": r"\(en"})


def man_page():
    """The text of the page."""
    program = cli._Program(name="edureport", context_settings=cli._SETTINGS, rich_markup_mode=None)
    commands = {name: program.get_command(None, name) for name in COMMANDS}
    short = {name: WORDS.word(f"help.{name}.short") for name in COMMANDS}
    return "\n".join(
        [
            r".\" Made by tests/docs/man_page.py of the help of the program: change that.",
            f'.TH EDUREPORT 1 {DAY} "edureport {__version__}" "User Commands"',
            ".SH NAME",
            r"edureport \- reports of public bodies, shown without false certainty",
            ".SH SYNOPSIS",
            "\n.br\n".join(synopsis(name, commands[name]) for name in COMMANDS),
            ".SH DESCRIPTION",
            shown(WORDS.word("help.edureport.about")),
            ".SH COMMANDS",
            *(line for name in COMMANDS for line in entry(shown(name, bold=True), shown(short[name]))),
            ".SH OPTIONS",
            "Of commands that write tables. Others stand in the sections of their commands.",
            *options("summary", commands["summary"], only=SHARED),
            *(line for name in COMMANDS for line in section(name, commands[name])),
            *table("EXIT STATUS", "Exit codes"),
            *table("ENVIRONMENT", "Variables"),
            ".SH SEE ALSO",
            "The manual, with a page for each command, in the folder",
            shown("docs", bold=True),
            "of the source.",
            "",
        ]
    )


def section(name, command):
    """What a command is for, its options, and how it is called."""
    yield f".SH {name.upper()}"
    yield shown(WORDS.word(f"help.{name}.about"))
    yield from options(name, command, leave_out=SHARED if name in TABLES else ("help",))
    yield ".P"
    yield "For example:"
    yield ".P"
    yield ".nf"
    yield from (f".RS\n{shown(line)}\n.RE" for line in WORDS.word(f"help.{name}.example").splitlines())
    yield ".fi"


def synopsis(name, command):
    pieces = command.collect_usage_pieces(command.make_context(name, [], resilient_parsing=True))
    words = shown(cli._metavars(" ".join(pieces).replace("{", "").replace("}", ""), WORDS))
    return f".B edureport {name}\n{words}"


def options(name, command, leave_out=(), only=None):
    context = command.make_context(name, [], resilient_parsing=True)
    for param in command.get_params(context):
        if param.name in leave_out or (only and param.name not in only):
            continue
        key = f"help.{param.name}" if param.name in cli._TYPERS_OWN else param.help
        about = WORDS.word(key) if key and WORDS.has(key) else param.help
        record = param.get_help_record(context)
        if record is not None and about:
            choices = () if param.name == "columns" else cli._choices(name, param, WORDS)
            names = cli._metavars(record[0], WORDS)
            yield from entry(marked(names), shown(" ".join((about, *choices))))


def table(title, heading):
    """A table of docs/README.md with two columns."""
    text = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    body = text.partition(f"### {heading}\n")[2].partition("\n###")[0]
    yield f".SH {title}"
    _, _, *rows = re.findall(r"^\| *(.*?) *\| *(.*?) *\|$", body, re.MULTILINE)  # a head and a rule
    for row in rows:
        names, about = (re.sub(r"\[(.*?)\]\(.*?\)", r"\1", cell) for cell in row)
        yield from entry(shown(names.replace("`", ""), bold=True), shown(about.replace("`", "")))


def entry(names, about):
    return (".TP", names, about)


def marked(names):
    """The names of an option in bold, its placeholder in italics."""
    bold = re.sub(r"(?<![\w-])(--?[\w-]+)", r"\\fB\1\\fP", names)
    return re.sub(r"([A-Z]{3,})", r"\\fI\1\\fP", bold).replace("-", r"\-").replace("…", r"\&...")


def shown(text, *, bold=False):
    """A text with what groff would take for its own written out; a line never begins with its signs."""
    said = " ".join(text.split()).translate(_DASH)
    lines = wrap(said, 78, break_long_words=False, break_on_hyphens=False)
    return rf"\fB{said}\fP" if bold else "\n".join(re.sub(r"^(?=[.'])", r"\\&", line) for line in lines)


if __name__ == "__main__":
    print(man_page(), end="")
