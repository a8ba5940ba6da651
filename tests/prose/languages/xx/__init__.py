"""A language of which nothing at all is known."""

from edureport.prose.grammar.language import Language


class Unknown(Language):
    """Only that it is there."""

    code = "xx"


LANGUAGE = Unknown()
