"""edureport document: the whole report as a document to be sent, in Word or Markdown."""

import os
from pathlib import PurePath
from typing import Annotated

import typer

from edureport import output
from edureport.commands import options
from edureport.commands.language import chosen_language
from edureport.commands.selection import selected
from edureport.commands.values import completing_names, option
from edureport.document.compose import Wishes, compose
from edureport.document.material import material
from edureport.document.template import Template, read_template, template
from edureport.errors import UsageError
from edureport.formats import DOCUMENTS, Base
from edureport.message import message
from edureport.model.library import Library
from edureport.publication import Publication
from edureport.reading.files import read_bytes
from edureport.reading.limits import limits

_FORMATS = completing_names(DOCUMENTS)
_SENTENCES = (".yaml", ".yml")


def document(
    reports: options.Reports = None,
    section: options.Sections = None,
    indicator: options.Indicators = None,
    form: Annotated[str | None, option("NAME", "help.document_format", _FORMATS, "--format", "-f")] = None,
    file: Annotated[str | None, option("FILE", "help.output", None, "--output", "-o")] = None,
    given: Annotated[list[str] | None, option("FILE", "help.template", None, "--template")] = None,
    approval: Annotated[bool, typer.Option("--approval", help="help.approval")] = False,
    findings: Annotated[bool, typer.Option("--findings", help="help.findings")] = False,
    no_charts: Annotated[bool, typer.Option("--no-charts", help="help.no_charts")] = False,
    lang: options.Lang = None,
) -> None:
    """Run the command."""
    language = chosen_language(lang, os.environ)
    choice = output.Choice(form, file, language)
    name = output.format_of(choice, Publication.__name__)  # a wrong one is reported before any work is done
    sentences, base = _templates(given or [], name, language)
    found = options.read(reports, language)
    keys = frozenset(one.key for one in selected(found, section, indicator))
    library = Library.of(found)
    options.refuse_overwriting(file, *(given or ()), *(path for report in found for path in report.paths))
    checked = None
    if findings:
        from edureport.checks import doubts  # only when they are asked for

        checked = [one for one in doubts(found) if one.indicator in keys]
    wishes = Wishes(approval, not no_charts and name != "markdown", checked)
    made = compose(material(library, keys), sentences, wishes)
    output.write(made, choice._replace(base=base), os.environ)
    if missing := options.without_names(language, [library.latest]):
        options.print_message(message("note.fallback", count=missing), language)


def _templates(paths: list[str], form: str, language: str) -> tuple[Template, Base | None]:
    """The sentences and the file of a format that templates give; a YAML file has sentences."""
    sentences, base = template(language), None
    for path in paths:
        suffix = PurePath(path).suffix.lower()
        data = read_bytes(path, path, limits(os.environ))
        if suffix in _SENTENCES:
            sentences = read_template(data, path, sentences)
        elif suffix == ".docx" and form == "docx":
            base = Base(path, data)
        else:
            raise UsageError.at(path, "template.kind", format=form)
    return sentences, base
