"""Text in AsciiDoc, as Asciidoctor reads it: https://docs.asciidoctor.org/asciidoc/latest."""

from edureport.formats.markup import Markup, reference, replacing, sparing_addresses

_escaped = replacing(
    r"[&<>*`^~#{\[\\|';]|(?<![^\W_])_|_(?![^\W_])"
    r"|(?<=:):|(?<=-)-|(?<=\.)\.|\((?=\(|(?:C|R|TM)\))|\+(?!\d)",  # lists, dashes, signs, notes, line ends
    reference,
)
# Items of lists, and what the sign of the first letter may begin.
_begun = replacing(
    r"^([0-9]+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|NOTE|TIP|IMPORTANT|WARNING|CAUTION)[.):](?=\s|$)|^[^\w\s&]",
    reference,
)


def _address(address: str, kind: str | None) -> str:
    return f"link:{_escaped(address)}[]" if kind == "page" else _escaped(address)


text = sparing_addresses(_escaped, _address)


def paragraph(said: str) -> str:
    """A text as a paragraph of its own."""
    return _begun(text(said))


MARKUP = Markup(paragraph, text, strong="**{}**")
