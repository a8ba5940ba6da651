"""The zip of a Word file without the clock: the same document always makes the same bytes."""

import io
import zipfile
from typing import IO

from docx.document import Document

from edureport.output_folder import zipped

_FIRST = "[Content_Types].xml"  # where some programs look for it


def save(document: Document, out: IO[bytes]) -> None:
    """Write the files of a document in the order of their names and on one day."""
    made = io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old:
        names = sorted(old.namelist(), key=lambda name: (name != _FIRST, name))
        out.write(zipped({name: old.read(name) for name in names}, 0o600))
