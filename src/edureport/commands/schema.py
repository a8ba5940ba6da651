"""edureport schema: the JSON Schema of report files."""

import os
from typing import Annotated

import typer

from edureport import output
from edureport.authoring.schema import written
from edureport.commands.language import chosen_language
from edureport.commands.options import Lang


def schema(
    file: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="help.schema_output")
    ] = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    chosen_language(lang, os.environ)
    output.write_text(written(), file, replace=True)
