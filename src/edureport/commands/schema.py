"""edureport schema: the JSON Schema of report files."""

import os
from typing import Annotated

from edureport import output
from edureport.authoring.schema import written
from edureport.commands.language import chosen_language
from edureport.commands.options import Lang
from edureport.commands.values import option


def schema(
    file: Annotated[str | None, option("FILE", "help.schema_output", None, "--output", "-o")] = None,
    lang: Lang = None,
) -> None:
    """Run the command."""
    chosen_language(lang, os.environ)
    output.write_text(written(), file, replace=True)
