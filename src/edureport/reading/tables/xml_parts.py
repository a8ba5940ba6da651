"""The XML of workbooks, read by expat: in its course, and within bounds."""

from collections.abc import Callable, Collection, Mapping
from xml.parsers import expat

MOST_ELEMENTS = 200_000  # styles, sheets and texts; Excel has 65,490 styles at most

Attributes = Mapping[str, str]


class TooLargeError(Exception):
    """More than there is room for."""


class NotXmlError(Exception):
    """No XML, or with a document type, which no workbook has."""


def elements(part: bytes, kinds: Collection[str]) -> list[tuple[str, Attributes]]:
    """The elements of these kinds in the order of the part, without namespaces.

    Raises NotXmlError, and TooLargeError for too many.
    """
    found: list[tuple[str, Attributes]] = []

    def start(name: str, attributes: Attributes) -> None:
        kind = local(name)
        if kind in kinds:
            found.append((kind, attributes))
            if len(found) > MOST_ELEMENTS:
                raise TooLargeError

    run(parser_of(start), part)
    return found


def parser_of(
    start: Callable[[str, Attributes], None],
    end: Callable[[str], None] | None = None,
    characters: Callable[[str], None] | None = None,
) -> expat.XMLParserType:
    """A parser with these handlers; a document type, which no workbook has, is refused."""
    # Without a dictionary to intern them in, names go when their element has been read.
    parser = expat.ParserCreate(intern=None)
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def run(parser: expat.XMLParserType, part: bytes) -> None:
    """Read a part; raises NotXmlError."""
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError) as error:
        raise NotXmlError(str(error)) from None


def _refuse(*_: object) -> None:
    raise NotXmlError


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition(":")[2]
