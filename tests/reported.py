"""The report that some bytes are, as if they stood in a file."""

from edureport.reading.allowed import checked
from edureport.reading.limits import Limits
from edureport.reading.nodes import read_bare
from edureport.reading.parsing import parse_text
from edureport.reading.report_file import report_of
from edureport.reading.report_keys import LATE, WORDS


def read_report(data, path, limits=Limits()):  # noqa: B008  # it is never changed
    """The report in `data`; `path` names it in messages."""
    text = checked(data, path)
    return read_bare(lambda bare: report_of(*parse_text(text, path, limits, LATE, bare), path), WORDS)
