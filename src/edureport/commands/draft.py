"""edureport draft: a draft report file from a written report or a table, to be completed by a person."""

import os
from pathlib import PurePath
from typing import Annotated

import typer

from edureport import output, prose
from edureport.commands.language import chosen_language, chosen_text_language, language_of
from edureport.commands.options import Lang, Prose, TextLanguage, print_message, read, refuse_overwriting
from edureport.commands.selection import as_period
from edureport.commands.values import option
from edureport.drafting.build import build
from edureport.drafting.draft import Draft
from edureport.drafting.heading import period_of
from edureport.drafting.layout import write
from edureport.drafting.values import notation
from edureport.errors import UsageError
from edureport.languages import catalogue
from edureport.message import Message, message
from edureport.model.period import Period
from edureport.model.report import Report
from edureport.prose.cells import TextCell
from edureport.prose.reading import Reading
from edureport.reading.locate import SUFFIXES
from edureport.reading.tables import TABLE_SUFFIXES
from edureport.reading.text_file import load_text


def draft(
    text: Prose,
    file: Annotated[str | None, option("FILE", "help.draft_output", None, "--output", "-o")] = None,
    force: Annotated[bool, typer.Option("--force", help="help.force")] = False,
    period: Annotated[str | None, option("PERIOD", "help.period")] = None,
    organisation: Annotated[str | None, option("NAME", "help.organisation")] = None,
    identifier: Annotated[str | None, option("NAME", "help.id", None, "--id")] = None,
    sheet: Annotated[str | None, option("NAME", "help.sheet")] = None,
    like: Annotated[str | None, option("REPORT", "help.draft_like")] = None,
    report: Annotated[bool, typer.Option("--report", help="help.draft_report")] = False,
    text_lang: TextLanguage = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    language = chosen_language(lang, os.environ)
    suffix, given = PurePath(text).suffix.lower(), as_period("--period", period)
    if report and suffix in (*TABLE_SUFFIXES, *SUFFIXES):
        _draft_report(text, sheet, (organisation, given, identifier), file, language, replace=force)
        return
    if suffix in TABLE_SUFFIXES:
        _draft_table(text, sheet, file, language, replace=force)
        return
    named = chosen_text_language(text_lang)
    document = load_text(text)
    refuse_overwriting(file, text)
    spoken = language_of(document, named)
    reading = prose.read(document.prose, spoken, [TextCell(*one) for one in document.cells])
    own = given or period_of(document, reading)
    if own is None:
        raise UsageError.at(document.path, "draft.no_period")
    last = None if like is None else _last(like, text, language)
    if last is not None and identifier is None:
        from edureport.authoring.new_files import renamed

        identifier = renamed(last.id, notation(last.period), notation(own))
    made = build(document, reading, own, identifier=identifier, organisation=organisation)
    if last is not None:
        made = _like(made, reading, last)
    written = write(made, catalogue.load(language).say, _blank)
    output.write_text(written.text, file, replace=force)
    print_message(counts(made, written.open), language)


def _last(path: str, text: str, language: str) -> Report:
    """The one report in a file."""
    reports = read([path], language, text)
    if len(reports) != 1:
        raise UsageError.at(path, "draft.like_one")
    return reports[0]


def _like(made: Draft, reading: Reading, last: Report) -> Draft:
    """The draft with the names of the last report for the figures whose words name something in it alone."""
    from edureport.audit.audit import audit
    from edureport.drafting.like import Counterpart, like

    known = {
        finding.figure.start: Counterpart(finding.candidate.indicator.key, finding.candidate.category)
        for finding in audit(reading, [last]).findings
        if finding.figure.states and finding.candidate is not None and not finding.rivals
    }
    return like(made, last, known)


def _draft_table(path: str, sheet: str | None, file: str | None, language: str, *, replace: bool) -> None:
    """Write a first description of a table file."""
    from edureport.drafting.described import draft_description

    refuse_overwriting(file, path)
    made = draft_description(path, sheet, file, catalogue.load(language).say, language)
    output.write_text(made.text, file, replace=replace)
    columns = message("count.columns", count=made.columns)
    open_places = message("draft.count.open", count=made.open)
    print_message(message("draft.table_counts", columns=columns, open=open_places), language)


def _draft_report(
    path: str,
    sheet: str | None,
    choice: tuple[str | None, Period | None, str | None],
    file: str | None,
    language: str,
    *,
    replace: bool,
) -> None:
    """Write a report file of the figures in a table file."""
    from edureport.drafting.table_report import TableChoice, Words, draft_report

    refuse_overwriting(file, path)
    words = Words(catalogue.load(language).say, _blank, language)
    made = draft_report(path, sheet, TableChoice(*choice), words)
    output.write_text(made.text, file, replace=replace)
    counted = {"figures": message("count.figures", count=made.figures)}
    counted["open"] = message("draft.count.open", count=made.open)
    if made.others:
        counted["others"] = message("draft.count.others", count=made.others)
    print_message(message("draft.report_others" if made.others else "draft.counts_open", **counted), language)


def _blank(language: str) -> str:
    """What stands in a language where a text is missing."""
    return catalogue.load(language).word("draft.blank")


def counts(made: Draft, places: int) -> Message:
    """What became of the figures of the text, and how much is left to do."""
    each = tuple(
        message(f"draft.count.{what}", count=count) for what, count in made.counts().items() if count
    )
    figures = message("count.figures", count=made.figures)
    open_places = message("draft.count.open", count=places)
    if not each:
        return message("draft.counts_open", figures=figures, open=open_places)
    return message("draft.counts", figures=figures, each=each, open=open_places)
