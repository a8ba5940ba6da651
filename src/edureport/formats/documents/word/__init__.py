"""A document as a Word file (ECMA-376), by python-docx and the XML that it has no API for."""

from typing import IO

from edureport.errors import EdureportError
from edureport.formats import Style
from edureport.message import message
from edureport.publication import Publication

try:
    import docx  # noqa: F401  # looked for here, so that nobody else has to say what is missing
except ModuleNotFoundError:
    raise EdureportError(message("output.extra", what="DOCX", extra="document")) from None


def write(publication: Publication, out: IO[bytes], style: Style) -> None:
    """Write the file: a new one, or the department's own with the document in its place."""
    from edureport.formats.documents.word.body import WordBody
    from edureport.formats.documents.word.pages import new_file, opened, placed, save

    if style.base is None:
        document = new_file(publication)
        WordBody(document, publication, style.words).write()
    else:
        document = opened(style.base)
        with placed(document, style.base):
            WordBody(document, publication, style.words, own_pages=False).write()
    save(document, out)
