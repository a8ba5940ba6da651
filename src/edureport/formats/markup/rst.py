"""Text in reStructuredText: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html."""

from edureport.formats.markup import Markup, backslash, replacing, then

# An underscore ends the name of a link, but not within a word, as in an address; "::" announces an example.
_escaped = replacing(r"[\\*`|]|_(?![^\W_])|(?<=:):$", backslash)
# Items of lists, and what the sign of the first letter may begin: a comment, an option, a line.
_begun = replacing(r"^([0-9]+|[A-Za-z]|[ivxlcdmIVXLCDM]+)[.)](?=\s|$)|^[!-/:-@\[\]^{}~•‣⁃]", backslash)
text = then(_escaped, _begun)  # as a paragraph or as all of a cell, which is read as paragraphs too
# An empty comment: Pandoc takes a row with an empty cell for more lines of the row before.
MARKUP = Markup(text, text, strong="**{}**", nothing="..")
