"""edureport fmt: report files in canonical form."""

import os
from typing import Annotated

import typer

from edureport import output
from edureport.authoring.canonical import formatted
from edureport.authoring.source_text import report_text
from edureport.commands.language import chosen_language
from edureport.commands.options import Lang, print_message
from edureport.commands.values import argument, complete_reports
from edureport.errors import FOUND
from edureport.message import message
from edureport.reading.locate import STDIN, locate


def fmt(
    reports: Annotated[list[str], argument("REPORT", "help.fmt_reports", complete_reports)],
    check: Annotated[bool, typer.Option("--check", help="help.fmt_check")] = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = chosen_language(lang, os.environ)
    paths = locate(reports, os.environ).paths
    texts = [report_text(path) for path in paths]  # before anything is written
    changed = 0
    for path, (name, text, _) in zip(paths, texts, strict=True):
        canonical = formatted(text)
        changed += canonical != text
        if check:
            if canonical != text:
                print_message(message("fmt.would", file=name), language)
        elif path == STDIN:
            output.write_text(canonical, None, replace=False)
        elif canonical != text:
            output.write_text(canonical, path, replace=True)
            print_message(message("fmt.changed", file=name), language)
    if not changed:
        print_message(message("fmt.same", count=len(paths)), language)
    if check and changed:
        raise typer.Exit(FOUND)
