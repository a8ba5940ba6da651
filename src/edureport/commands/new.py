"""edureport new: the file of a first report, or that of the next report after the last one."""

import os
from typing import Annotated

import typer

from edureport import output
from edureport.authoring.new_files import next_report, template
from edureport.authoring.schema import FILE
from edureport.authoring.source_text import report_text
from edureport.commands.language import chosen_language
from edureport.commands.options import Lang, print_message, refuse_overwriting
from edureport.commands.selection import as_period
from edureport.commands.values import complete_reports, option
from edureport.errors import UsageError
from edureport.message import message
from edureport.reading.files import as_argument
from edureport.reading.locate import locate


def new(
    like: Annotated[str | None, option("REPORT", "help.like", complete_reports)] = None,
    period: Annotated[str | None, option("PERIOD", "help.new_period")] = None,
    organisation: Annotated[str | None, option("NAME", "help.new_organisation")] = None,
    identifier: Annotated[str | None, option("NAME", "help.new_id", None, "--id")] = None,
    file: Annotated[str | None, option("FILE", "help.draft_output", None, "--output", "-o")] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = chosen_language(lang, os.environ)
    as_period("--period", period)
    if like is None:
        name = identifier or named_after(file, period)
        given = {"id": name, "organisation": organisation, "period": period}
        text, said = template(language, given), []
    else:
        if period is None:
            raise UsageError(message("new.no_period"))
        if organisation is not None:
            raise UsageError(message("new.organisation"))
        (path, *_) = locate([like], os.environ).paths
        last = report_text(path)
        refuse_overwriting(file, path)
        made = next_report(last.text, last.report(), period, identifier)
        text, said = made.text, [message("new.empty", count=made.empty)]
        if made.past:
            said.append(message("new.past", count=len(made.past), keys=made.past))
    output.write_text(text, file, replace=force)
    for one in said:
        print_message(one, language)
    if file is not None:
        print_message(message("new.go_on", file=file, argument=as_argument(file), schema=FILE), language)


def named_after(file: str | None, period: str | None) -> str | None:
    """The id of a report: the name of its file, and the period if that is not in it."""
    if file is None:
        return None
    from edureport.drafting.names import identifier_of  # with all that reads texts; only for a name

    name, suffix = identifier_of(file), (period or "").lower().replace("/", "-")
    return name if suffix in name.lower() else f"{name}-{suffix}"
