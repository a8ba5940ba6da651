"""Text in AsciiDoc, as Asciidoctor reads it: https://docs.asciidoctor.org/asciidoc/latest."""

from edureport.formats.markup import Markup, reference, replacing, sparing_addresses, then

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
text = sparing_addresses(
    _escaped, lambda address, kind: f"link:{_escaped(address)}[]" if kind == "page" else _escaped(address)
)
MARKUP = Markup(then(text, _begun), text, strong="**{}**")
